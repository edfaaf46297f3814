"""Hyphens at the end of a line: whether they belong to the word, by what the document itself writes elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from holdwater.patterns import waiting

BREAKS = "\x02\ufffe\u00ad"
"""Characters that are a hyphen only because a line ends there."""
HYPHENS = "-‐" + BREAKS
_WORD = waiting(r"[^\W_]+(?:[-‐][^\W_]+)*")
_KEPT = frozenset("self well non all ex half quasi cross much ill vice".split())


_DIVIDED = 0.03
"""Where at least this share of the lines ends in a hyphen, words are divided at line ends; elsewhere they own it.

Of lines set without division about one in a hundred ends in a word's own hyphen; with it, one in ten does.
"""


class Hyphens:
    """The words of a document, with and without hyphens, by which a word cut at a line's end is judged.

    Args:
        text: all its words.
        lines: its lines.
    """

    def __init__(self, text: str, lines: Iterable[str]) -> None:
        self._words = Counter(word.replace("‐", "-") for word in _WORD.findall(text.lower()))
        ends = [line[-1] in HYPHENS for line in lines if len(line) > 12]
        # One hyphen in twenty more lines is taken as seen, so that a few lines decide nothing.
        self._divides = sum(ends) + 1 >= _DIVIDED * (len(ends) + 20)

    def kept(self, before: str, after: str) -> bool:
        """Whether the hyphen between `before` and `after`, two halves of a word on two lines, is the word's own.

        A hyphen before a capital or a digit is kept, as is one more in a word that has one already; otherwise the
        document decides by how often it writes the word in either way within its lines; else it is kept where the
        document does not divide words.
        """
        if not after[:1].islower() or not before[-1:].isalpha():
            return True
        if "-" in before or "‐" in before:
            return True
        first, second = before.lower(), after.lower()
        with_it, without = self._words[f"{first}-{second}"], self._words[first + second]
        if with_it != without:
            return with_it > without
        return first in _KEPT or not self._divides
