r"""`\if… \else … \fi`: which branch is read. What cannot be known without running TeX counts as true."""

from __future__ import annotations

import re
from typing import NamedTuple

from holdwater.patterns import waiting
from holdwater.read.latex.tex import Tex

_BARE = frozenset(
    "iftrue iffalse ifvmode ifhmode ifmmode ifinner ifpdf ifxetex ifluatex ifPDFTeX ifXeTeX ifLuaTeX iftutex".split()
)
_TWO = frozenset({"ifx", "if", "ifcat"})
_ONE = frozenset({"ifdefined", "ifvoid", "ifhbox", "ifvbox", "ifeof"})
_RELATION = frozenset({"ifnum", "ifdim", "ifodd", "ifcase"})
_FALSE = frozenset({"iffalse", "ifxetex", "ifluatex", "ifXeTeX", "ifLuaTeX", "iftutex", "ifeof"})
PRIMITIVE = _BARE | _TWO | _ONE | _RELATION | {"ifcsname"}

_WORDS = waiting(r"\\(if[A-Za-z@]*|else|or|fi)(?![A-Za-z@])|\\.|%[^\n]*", re.S)
_NEW = waiting(r"\\newif\s{0,9}\\(if[A-Za-z@]{1,60})")
_TOKENS = waiting(r"\s*(?:\\(?:[A-Za-z@]+|.)|[^\s\\])", re.S)
_COMPARED = waiting(r"[^\s\n%]{0,200}\s?")


class Branches(NamedTuple):
    """Where a condition's `\\else` (or its first `\\or`) and its `\\fi` stand, each as its end; no else: the same."""

    otherwise: int
    end: int


class Conditionals:
    """The conditions of one text."""

    def __init__(self, tex: Tex, switches: frozenset[str] = frozenset()) -> None:
        """`switches` are the conditions that the document declared before; its text may declare more."""
        self._tex = tex
        self.names = PRIMITIVE | switches | frozenset(_NEW.findall(tex.text))
        self.branches: dict[int, Branches] = {}
        self.ends: dict[int, int] = {}
        """For each `\\else` and `\\or`, by its offset, where its `\\fi` ends."""
        self._match()

    def _match(self) -> None:
        opened: list[tuple[int, list[re.Match[str]]]] = []
        for found in _WORDS.finditer(self._tex.text):
            word = found[1]
            if word is None:
                continue
            if word in self.names and not self._tex.text.startswith("\\newif", max(0, found.start() - 7)):
                opened.append((found.start(), []))
            elif word in ("else", "or") and opened:
                opened[-1][1].append(found)
            elif word == "fi" and opened:
                start, middles = opened.pop()
                otherwise = middles[0].end() if middles else found.end()
                self.branches[start] = Branches(otherwise, found.end())
                self.ends |= {middle.start(): found.end() for middle in middles}

    def after_test(self, name: str, at: int) -> int:
        """Where the first branch begins, after what the condition compares."""
        text = self._tex.text
        if name == "ifcsname":
            end = text.find("\\endcsname", at, at + 300)
            return at if end < 0 else end + len("\\endcsname")
        if name in _RELATION:
            found = _COMPARED.match(text, at)
            return found.end() if found else at
        for _ in range(2 if name in _TWO else 1 if name in _ONE else 0):
            found = _TOKENS.match(text, at)
            at = found.end() if found else at
        return at


def holds(name: str, switches: dict[str, bool]) -> bool:
    r"""Whether the first branch of `\name` is read; `switches` are the document's own."""
    return switches.get(name, name not in _FALSE)
