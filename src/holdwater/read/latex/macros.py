r"""Definitions of a document's own commands and environments (`\newcommand`, `\def`, …), as far as they are simple."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from holdwater.patterns import waiting
from holdwater.read.latex.tex import Argument, Tex

_NAME = waiting(r"\s*\\([A-Za-z@]+|.)", re.S)
_DEF = waiting(r"\s*\\([A-Za-z@]+|.)((?:#[1-9]){0,9})[ \t]*(?=\{)", re.S)
_DELIMITED = waiting(r"\s*\\(?:[A-Za-z@]+|.)[^{}\\\n]{0,200}(?=\{)", re.S)
_LET = waiting(r"\s*\\([A-Za-z@]+|.)[ \t]*=?[ \t]*(\\(?:[A-Za-z@]+|.)|.)", re.S)
_PARAMETER = waiting(r"#(#|[1-9])")
_KINDS = waiting(r"[mos]|[OD]\s*\{|[+!]")

ABSENT = r"\NoValue"


@dataclass(frozen=True, slots=True)
class Macro:
    """A command of the document's own: `kinds` has a letter for each parameter, `body` words and parameter numbers.

    Kinds are "m" (mandatory), "o" (optional, with the words in `defaults` where it is left out) and "s" (a star).
    """

    kinds: str
    body: tuple[str | int, ...]
    defaults: tuple[str, ...] = ()


class Definition(NamedTuple):
    """What one definition defines, and where the text goes on; `macro` is None where it is too clever for us."""

    name: str
    macro: Macro | None
    after: int
    end: Macro | None = None
    """What stands at the end of an environment."""


def template(words: str) -> tuple[str | int, ...]:
    """A macro's body with its parameters as numbers."""
    pieces: list[str | int] = []
    at = 0
    for found in _PARAMETER.finditer(words):
        pieces.append(words[at : found.start()])
        pieces.append("#" if found[1] == "#" else int(found[1]))
        at = found.end()
    pieces.append(words[at:])
    return tuple(piece for piece in pieces if piece != "")


def _name(tex: Tex, at: int) -> tuple[str, int]:
    r"""The name that a definition at `at` defines, in braces or not and without its backslash, and where it ends."""
    if tex.text.startswith("*", at):
        at += 1
    group = tex.braced(at)
    if group:
        return tex.of(group).strip().removeprefix("\\"), group.after
    found = _NAME.match(tex.text, at, at + 300)
    return (found[1], found.end()) if found else ("", at)


def _count(tex: Tex, at: int) -> tuple[str, tuple[str, ...], int]:
    """The kinds of the parameters that `[2][default]` declares."""
    number = tex.optional(at)
    if number is None:
        return "", (), at
    written = tex.of(number).strip()
    count = int(written) if re.fullmatch("[0-9]", written) else 0
    default = tex.optional(number.after)
    if default is None:
        return "m" * count, (), number.after
    return ("o" + "m" * (count - 1))[:count], (tex.of(default),), default.after


def new_command(tex: Tex, at: int) -> Definition:
    name, after = _name(tex, at)
    kinds, defaults, after = _count(tex, after)
    body = tex.argument(after)
    if body is None:
        return Definition("", None, after)
    return Definition(name, Macro(kinds, template(tex.of(body)), defaults), body.after)


def new_environment(tex: Tex, at: int) -> Definition:
    name, after = _name(tex, at)
    kinds, defaults, after = _count(tex, after)
    return _begin_and_end(tex, name, after, kinds, defaults)


def _begin_and_end(tex: Tex, name: str, after: int, kinds: str, defaults: tuple[str, ...]) -> Definition:
    begin = tex.braced(after)
    end = tex.braced(begin.after) if begin else None
    if begin is None or end is None:
        return Definition("", None, after)
    first = Macro(kinds, template(tex.of(begin)), defaults)
    return Definition(name, first, end.after, Macro("", template(tex.of(end))))


def plain_def(tex: Tex, at: int) -> Definition:
    r"""`\def\name#1#2{…}`; what is between delimiters is left alone."""
    found = _DEF.match(tex.text, at, at + 300)
    if found:
        body = tex.braced(found.end())
        if body:
            return Definition(found[1], Macro("m" * (len(found[2]) // 2), template(tex.of(body))), body.after)
    clever = _DELIMITED.match(tex.text, at, at + 300)
    body = tex.braced(clever.end()) if clever else None
    return Definition("", None, body.after if body else at)


def operator(tex: Tex, at: int) -> Definition:
    name, after = _name(tex, at)
    body = tex.argument(after)
    if body is None:
        return Definition("", None, after)
    return Definition(name, Macro("", (r"\operatorname{", *template(tex.of(body)), "}")), body.after)


def let(tex: Tex, at: int) -> Definition:
    found = _LET.match(tex.text, at, at + 300)
    if not found:
        return Definition("", None, at)
    return Definition(found[1], Macro("", (found[2],)), found.end())


def new_document_command(tex: Tex, at: int) -> Definition:
    name, after = _name(tex, at)
    spec = tex.argument(after)
    body = tex.argument(spec.after) if spec else None
    if spec is None or body is None:
        return Definition("", None, after)
    kinds, defaults = _specified(tex, spec)
    return Definition(name, Macro(kinds, template(tex.of(body)), defaults) if kinds is not None else None, body.after)


def new_document_environment(tex: Tex, at: int) -> Definition:
    name, after = _name(tex, at)
    spec = tex.argument(after)
    if spec is None:
        return Definition("", None, after)
    kinds, defaults = _specified(tex, spec)
    return _begin_and_end(tex, name, spec.after, kinds or "", defaults)


def _specified(tex: Tex, spec: Argument) -> tuple[str | None, tuple[str, ...]]:
    """The kinds in a specification such as `s O{x} m`; None for one that is not simple."""
    kinds, defaults, at = "", [], spec.start
    while (at := tex.blanks(at)) < spec.end:
        found = _KINDS.match(tex.text, at, spec.end)
        if not found or len(kinds) > 8:
            return None, ()
        at = found.end()
        if found[0][0] in "OD":
            default = tex.braced(at - 1)
            if default is None or found[0][0] == "D":
                return None, ()
            kinds, at = kinds + "o", default.after
            defaults.append(tex.of(default))
        elif found[0] in "mos":
            kinds += found[0]
            if found[0] == "o":
                defaults.append(ABSENT)
    return kinds, tuple(defaults)


COMMANDS: dict[str, Callable[[Tex, int], Definition]] = {
    "newcommand": new_command,
    "renewcommand": new_command,
    "providecommand": new_command,
    "DeclareRobustCommand": new_command,
    "DeclareMathOperator": operator,
    "def": plain_def,
    "gdef": plain_def,
    "edef": plain_def,
    "xdef": plain_def,
    "let": let,
    "NewDocumentCommand": new_document_command,
    "RenewDocumentCommand": new_document_command,
    "DeclareDocumentCommand": new_document_command,
    "ProvideDocumentCommand": new_document_command,
}
"""What defines a command."""

ENVIRONMENTS: dict[str, Callable[[Tex, int], Definition]] = {
    "newenvironment": new_environment,
    "renewenvironment": new_environment,
    "NewDocumentEnvironment": new_document_environment,
}
"""What defines an environment."""

AGAIN = frozenset({"renewcommand", "providecommand", "def", "gdef", "edef", "xdef", "let", "renewenvironment"})
"""What may define anew a name that LaTeX or a package already knows; we keep to what that name means."""
