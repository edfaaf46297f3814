"""Words for a `.bib` file: signs that mean something to LaTeX are escaped, letters stay as they are (UTF-8)."""

from __future__ import annotations

import re

from holdwater.patterns import waiting
from holdwater.read.bibtex_text import MARKUP

_SIGNS = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "<": r"\textless{}", ">": r"\textgreater{}", "–": "--", "—": "---",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}  # fmt: skip
_SIGN = waiting(r"[-–—]+|''+|``+|[\\{}~^<>&%$#_]")
_TAG = waiting(r"<(/?)(i|b|sup|sub|span)(\s[^<>]{0,100})?>", re.IGNORECASE)
_COMMANDS = {"i": "textit", "b": "textbf", "sup": "textsuperscript", "sub": "textsubscript"}


def tex_of(text: str) -> str:
    """Plain words as LaTeX writes them, on one line."""
    return _SIGN.sub(_escaped, " ".join(text.split()))


def _escaped(found: re.Match[str]) -> str:
    """Signs apart from one another: LaTeX prints `--` as a dash and `''` as a quotation mark."""
    return "{}".join(_SIGNS.get(sign, sign) for sign in found[0])


def marked_up(text: str, *, keep_case: bool = False) -> str:
    r"""Words with CSL-JSON's tags as LaTeX writes them: `<i>` as `\textit{…}`.

    Tags that do not close one another in order are text like any other. With `keep_case`, words with capitals stand in
    braces, since styles print titles in small letters; but for the first word's first letter.
    """
    text = " ".join(text.split())
    pieces: list[str] = []
    end = 0
    for start, after, written in _tags(text):
        pieces += [_words(text[end:start], keep_case, first=not pieces), written]
        end = after
    return "".join([*pieces, _words(text[end:], keep_case, first=not pieces)])


def _tags(text: str) -> list[tuple[int, int, str]]:
    """Where tags stand and what LaTeX writes for them; none at all where they do not match."""
    found: list[tuple[int, int, str]] = []
    waiting: list[str] = []
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if tag[1]:
            if not waiting or waiting.pop() != name:
                return []
            found.append((*tag.span(), "}"))
        else:
            waiting.append(name)
            small = "small-caps" in (tag[3] or "")
            command = _COMMANDS.get(name, "textsc" if small else "")
            found.append((*tag.span(), f"\\{command}{{" if command in MARKUP else "{"))
    return [] if waiting else found


def _words(text: str, keep_case: bool, *, first: bool) -> str:
    if not keep_case:
        return _kept_apart(text)
    words = re.split(r"(\s+)", text)
    return "".join(
        word if word.isspace() else _held(word, first=first and not number) for number, word in enumerate(words)
    )


def _held(word: str, *, first: bool) -> str:
    rest = word[1:] if first else word
    return f"{{{_kept_apart(word)}}}" if rest != rest.lower() else _kept_apart(word)


def _kept_apart(text: str) -> str:
    return _SIGN.sub(_escaped, text)
