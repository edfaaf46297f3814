"""The raw values of a `.bib` file: braces, quotes and @string abbreviations, joined by `#`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from holdwater.patterns import waiting

MAX_GROWTH = 4_000_000
"""How many characters the abbreviations and the inherited fields of one file may come to together."""

_MONTHS = {name: name for name in "jan feb mar apr may jun jul aug sep oct nov dec".split()}
"""BibTeX's styles define these (btxdoc, "the abbreviations for the months")."""
_SIGN = waiting(r"\\.|[{}]", re.DOTALL)
_QUOTE = waiting(r"\\.|[{}\"]", re.DOTALL)
_BARE = waiting(r"[^\s#\"{}]{1,300}")


class RunOnError(ValueError):
    """A value that goes on after its end: most often a comma is missing there."""


class GrowthError(ValueError):
    """Abbreviations that come to more than `MAX_GROWTH`."""


class Values:
    """Turns raw values into what they say."""

    def __init__(self, strings: Mapping[str, str]) -> None:
        self._strings = dict(_MONTHS)
        self._left = MAX_GROWTH
        for name, raw in strings.items():
            self._strings[name.lower()] = self.of(raw)

    def of(self, raw: str) -> str:
        """The value that `raw` says: `{Doe}`, `"Doe"`, `2019`, `acme # " Press"`.

        Raises:
            RunOnError: words follow a piece without a `#` between.
            GrowthError: all abbreviations together come to too much.
        """
        pieces: list[str] = []
        at = 0
        while True:
            piece, at = self._piece(raw, _after_space(raw, at))
            pieces.append(piece)
            at = _after_space(raw, at)
            if at >= len(raw):
                return "".join(pieces)
            if raw[at] != "#":
                raise RunOnError
            at += 1

    def inherit(self, value: str) -> str:
        """`value`, counted against what a file may grow by."""
        self._left -= len(value)
        if self._left < 0:
            raise GrowthError
        return value

    def _piece(self, raw: str, at: int) -> tuple[str, int]:
        if raw[at : at + 1] in ("{", '"'):
            end = _end_of(raw, at)
            return raw[at + 1 : end], end + 1
        bare = _BARE.match(raw, at)
        if bare is None:
            if at < len(raw) and raw[at] != "#":
                raise RunOnError
            return "", at
        if bare[0].isdigit():
            return bare[0], bare.end()
        known = self._strings.get(bare[0].lower())
        return bare[0] if known is None else self.inherit(known), bare.end()


def _after_space(raw: str, at: int) -> int:
    while at < len(raw) and raw[at].isspace():
        at += 1
    return at


def _end_of(raw: str, at: int) -> int:
    """Where the piece that opens at `at` closes; the end of `raw` where it never does."""
    quoted = raw[at] == '"'
    depth = 0
    for found in (_QUOTE if quoted else _SIGN).finditer(raw, at + quoted):
        if found[0] == '"' and depth == 0:
            return found.start()
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if found[0] == "}" and depth == 0 and not quoted:
            return found.start()
    return len(raw)
