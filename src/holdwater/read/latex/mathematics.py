r"""Mathematics as readable text: `3 \times 10^{5}` reads "3 × 10^5", `\frac{1}{2}` reads "1/2"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from holdwater.document import BlockKind
from holdwater.patterns import waiting
from holdwater.read.latex import units
from holdwater.read.latex.render import Entry, Handler, Renderer
from holdwater.read.latex.symbols import ESCAPED, LETTERS, MATH, NAMES, OPERATORS, SIGNS
from holdwater.read.latex.tex import Argument, Tex

MAX_DEPTH = 25
"""How deep fractions and the like may stand in each other; deeper ones are left out."""

_TOKEN = waiting(r"\\([A-Za-z]+)\*?[ \t\n]*|\\(.)|%[^\n]*\n?|[{}^_&~$]|\s+|[^\\{}^_&~$%\s']+|'+", re.S)
_SPACES = frozenset({",", ":", ";", ">", " ", "!", "quad", "qquad", "enspace", "thinspace", "medspace", "space"})
_WITH_ARGUMENT = frozenset({"label", "tag", "color", "hspace", "vspace", "begin", "end", "phantom", "ref", "eqref"})
_ORDINALS = frozenset({"th", "st", "nd", "rd", "e", "er", "o", "a", "ème", "re"})
_COMPOSED = waiting(r"[\s+−=<>≤≥×·±/-]")
_ENDS = {"(": "\\)", "[": "\\]"}


class _Said(NamedTuple):
    """Words, and the offset of the flat text that they stand at."""

    words: str
    at: int


def mathematics(r: Renderer, start: int, end: int) -> None:
    """Write the formula between two offsets."""
    said = _trimmed(list(_read(r.flat, start, end, 0)))
    for one in said:
        if one.words == " ":
            r.out.space(one.at)
        else:
            r.out.say(one.words, one.at)


def _trimmed(said: list[_Said]) -> list[_Said]:
    while said and said[0].words.isspace():
        del said[0]
    while said and said[-1].words.isspace():
        del said[-1]
    return said


def _read(tex: Tex, start: int, end: int, depth: int) -> Iterator[_Said]:
    """The words of a formula, in order; a space of an operator is a blank of its own."""
    if depth > MAX_DEPTH:
        return
    at, last = start, ""
    while at < end and (found := _TOKEN.match(tex.text, at, end)):
        after, said = _token(tex, found, end, depth, last)
        at = max(after, at + 1)
        for one in said:
            yield one
            last = one.words


def _token(tex: Tex, found: re.Match[str], end: int, depth: int, last: str) -> tuple[int, list[_Said]]:
    at, after, written = found.start(), found.end(), found[0]
    if found[1]:
        return _command(tex, found[1], at, after, end, depth, last)
    if found[2]:
        return after, _escaped(tex, found[2], at, end)
    if written[0] in "^_":
        return _script(tex, written[0], at, after, depth, last)
    if written[0] == "'":
        return after, [_Said("′" * len(written), at)]
    if written.isspace() or written[0] in "~&":
        return after, [_Said(" ", at)]
    if written[0] in "{}$%":
        return after, []
    return after, [_Said(written, at)]


def _escaped(tex: Tex, char: str, at: int, end: int) -> list[_Said]:
    if char == "," and tex.text[at - 1 : at].isdigit() and tex.text[at + 2 : at + 3].isdigit() and at + 2 < end:
        return [_Said("\u2009", at)]
    if char == "!":
        return []
    if char in _SPACES or char in "\\\n\t/":
        return [_Said(" ", at)]
    return [_Said(ESCAPED.get(char) or MATH.get(char, ""), at)]


def _command(tex: Tex, name: str, at: int, after: int, end: int, depth: int, last: str) -> tuple[int, list[_Said]]:
    if name in OPERATORS:
        between = [_Said(" ", at)] if last and not last.isspace() else []
        unary = not last and name in ("pm", "mp", "sim", "approx")
        return after, [*between, _Said(OPERATORS[name], at), *([] if unary else [_Said(" ", at)])]
    if name in ("frac", "dfrac", "tfrac", "nicefrac", "sfrac", "cfrac"):
        return _fraction(tex, at, after, depth)
    if name == "sqrt":
        return _root(tex, at, after, depth)
    if name in units.COMMANDS:
        after, words = units.in_formula(tex, name, after)
        return after, [_Said(words, at)] if words else []
    if name in _WITH_ARGUMENT:
        argument = tex.braced(after)
        return (argument.after if argument else after), []
    if name in _SPACES:
        return after, [_Said(" ", at)]
    printed = _sign(name)
    if name in NAMES and tex.text[after : after + 1].isalnum():
        printed += " "
    return after, [_Said(printed, at)] if printed else []


def _sign(name: str) -> str:
    if name in NAMES:
        return name
    return MATH.get(name) or SIGNS.get(name) or LETTERS.get(name, "")


def _fraction(tex: Tex, at: int, after: int, depth: int) -> tuple[int, list[_Said]]:
    above = tex.argument(after)
    below = tex.argument(above.after) if above else None
    if above is None or below is None:
        return after, []
    return below.after, [*_grouped(tex, above, depth), _Said("/", at), *_grouped(tex, below, depth)]


def _grouped(tex: Tex, argument: Argument, depth: int) -> list[_Said]:
    """An argument's words, in brackets where they are more than one thing."""
    if not argument.braced:
        return _one(tex, argument)
    said = _trimmed(list(_read(tex, argument.start, argument.end, depth + 1)))
    if any(_COMPOSED.search(one.words) for one in said):
        return [_Said("(", argument.start - 1), *said, _Said(")", argument.end)]
    return said


def _one(tex: Tex, argument: Argument) -> list[_Said]:
    """An argument without braces: one character, or a command that is a sign."""
    if tex.text[argument.start - 1] == "{":
        return []
    written = tex.text[argument.start : argument.end]
    if written.startswith("\\"):
        written = OPERATORS.get(written[1:]) or _sign(written[1:])
    return [_Said(written, argument.start)] if written.strip("^_$&") else []


def _root(tex: Tex, at: int, after: int, depth: int) -> tuple[int, list[_Said]]:
    index = tex.optional(after)
    argument = tex.argument(index.after if index else after)
    if argument is None:
        return after, []
    return argument.after, [_Said("√", at), *_grouped(tex, argument, depth)]


def _script(tex: Tex, sign: str, at: int, after: int, depth: int, last: str) -> tuple[int, list[_Said]]:
    """A superscript or a subscript: its sign is written only where the words would read wrong without it."""
    argument = tex.argument(after)
    if argument is None:
        return after, []
    said = _grouped(tex, argument, depth)
    words = "".join(one.words for one in said)
    silent = (
        not last or words in ("°", "′", "∗", "†", "*") or (sign == "^" and words in _ORDINALS and last[-1:].isdigit())
    )
    silent = silent or (sign == "_" and words.isdigit())
    return argument.after, said if silent else [_Said(sign, at), *said]


# Where formulas stand


def dollar(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`$…$` and `$$…$$`."""
    text = r.text
    if text.startswith("$", at):
        end = r.flat.find("$$", at + 1)
        if end < 0:
            return at + 1
        display(r, at + 1, end)
        return end + 2
    end = _dollar_end(r, at)
    if end < 0:
        return at
    mathematics(r, at, end)
    return end + 1


_DOLLAR = waiting(r"\\.|\$|\n[ \t]*\n", re.S)


def _dollar_end(r: Renderer, at: int) -> int:
    """Where the dollar that closes a formula stands; -1 if its paragraph has none."""
    for found in _DOLLAR.finditer(r.text, at):
        if found[0] == "$":
            return found.start()
        if found[0][0] == "\n":
            return -1
    return -1


def brackets(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\(…\)` and `\[…\]`."""
    end = r.flat.find(_ENDS[name], at)
    if end < 0:
        return at
    if name == "(":
        mathematics(r, at, end)
    else:
        display(r, at, end)
    return end + 2


def display(r: Renderer, start: int, end: int) -> None:
    """A formula that is set apart: a block of its own kind, never a quotation."""
    saved = r.out.setting
    r.out.enter(BlockKind.CODE)
    mathematics(r, start, end)
    r.out.end_block()
    r.out.setting = saved


def environment(r: Renderer, entry: Entry, at: int) -> int:
    """An environment whose content is a formula."""
    end = r.flat.find(f"\\end{{{entry.name}}}", at)
    if end < 0:
        return at
    if entry.name in ("alignat", "alignat*", "array"):
        columns = r.flat.braced(at)
        at = columns.after if columns else at
    display(r, at, end) if entry.name != "math" else mathematics(r, at, end)
    return end


def ensured(r: Renderer, name: str, start: int, at: int) -> int:
    argument = r.flat.argument(at)
    if argument is None:
        return at
    mathematics(r, argument.start, argument.end)
    return argument.after


COMMANDS: dict[str, Handler] = {
    "$": dollar,
    "ensuremath": ensured,
    **dict.fromkeys("frac nicefrac sfrac sqrt".split(), lambda r, name, start, at: _alone(r, start, at)),
    **dict.fromkeys(
        sorted((MATH.keys() | OPERATORS.keys()) - SIGNS.keys() - LETTERS.keys()),
        lambda r, name, start, at: _alone(r, start, at),
    ),
}


def _alone(r: Renderer, start: int, at: int) -> int:
    """A command of mathematics in running text, such as `\\times` or `\\nicefrac{1}{2}`."""
    found = _TOKEN.match(r.text, start)
    if found is None:
        return at
    after, said = _token(r.flat, found, len(r.text), 0, "")
    for one in _trimmed(said):
        r.out.say(one.words, one.at)
    return max(at, r.flat.after_word(at) if after == found.end() else after)


ENVIRONMENTS = dict.fromkeys(
    "math displaymath equation equation* align align* alignat alignat* gather gather* multline multline* eqnarray"
    " eqnarray* flalign flalign* dmath dmath* IEEEeqnarray IEEEeqnarray* subequations".split(),
    environment,
)
del ENVIRONMENTS["subequations"]
