"""Finds the words of a text again in the file that it was made from, in the file's order.

pandoc says nothing of where words stood. They stand in the file in nearly the same order, with markup between them,
and notes elsewhere: so the words are laid against the file's, one for one, and after a difference the next three words
that follow one another in both say where to go on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from holdwater.document import Run, Span

_WORD = re.compile(r"\w+")
_NEAR = 12
"""How many words of the file are skipped at once for one word of the text: an attribute, a file's name."""

_FAR = 4000
"""How far ahead three words in a row are looked for: behind a long note, or a table that the text does not have."""


@dataclass
class Places:
    """The words of a file, and where each word of the text that was found stands among them."""

    text: str
    view: str
    found: list[tuple[int, int]] = field(default_factory=list)  # index of the text's word, of the file's word

    def __post_init__(self) -> None:
        self._spans = [word.span() for word in _WORD.finditer(self.text)]
        self._starts = [start for start, _ in self._spans]
        self._there = [word.span() for word in _WORD.finditer(self.view)]
        self._words = [self.text[slice(*span)] for span in self._spans]
        self._written = [self.view[slice(*span)] for span in self._there]
        self._index: dict[tuple[str, ...], list[int]] = {}
        for at, three in enumerate(zip(self._written, self._written[1:], self._written[2:], strict=False)):
            self._index.setdefault(three, []).append(at)

    def follow(self, span: Span, cursor: int) -> int:
        """Find the words of a stretch of the text from the file's word `cursor` on; the word to go on from."""
        at, end = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        while at < end:
            if cursor < len(self._written) and self._words[at] == self._written[cursor]:
                self.found.append((at, cursor))
                at, cursor = at + 1, cursor + 1
                continue
            there = self._resume(at, end, cursor)
            if there < 0:
                at += 1
            else:
                cursor = there
        return cursor

    def _resume(self, at: int, end: int, cursor: int) -> int:
        """The word of the file that the text's word `at` is, after a difference; -1 if it cannot be told."""
        for there in range(cursor, min(cursor + _NEAR, len(self._written))):
            if self._written[there] == self._words[at] and self._goes_on(at, there, end):
                return there
        where = self._index.get(tuple(self._words[at : at + 3]), ())
        index = bisect_left(where, cursor)
        if index < len(where) and where[index] - cursor <= _FAR:
            return where[index]
        return -1

    def _goes_on(self, at: int, there: int, end: int) -> bool:
        if at + 1 >= end:
            return True
        return self._words[at + 1] in self._written[there + 1 : there + 4]

    def first(self, span: Span, cursor: int) -> int:
        """Where the first words of a stretch stand, three together: the nearest place after `cursor`, or else any."""
        at, end = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        for begin in range(at, min(at + 5, end)):
            where = self._index.get(tuple(self._words[begin : begin + 3]), ())
            if where:
                index = bisect_left(where, cursor)
                return where[index] if index < len(where) else where[-1]
        return cursor

    def word_after(self, offset: int) -> int:
        """The file's word that follows the last one found before `offset` of the text."""
        at = bisect_left(self._starts, offset)
        index = bisect_left(self.found, (at, -1)) - 1
        return self.found[index][1] + 1 if index >= 0 else 0

    def runs(self, blocks: Iterable[Span]) -> Sequence[Run]:
        """The text's runs over the file: the words found, and the signs at and between them that are the same."""
        runs: list[Run] = []
        pairs = sorted(self.found)
        for at, there in pairs:
            (start, end), (begin, after) = self._spans[at], self._there[there]
            floor = runs[-1].text_start + runs[-1].length if runs else 0
            below = runs[-1].raw_start + runs[-1].length if runs and runs[-1].raw_start <= begin else 0
            while start > floor and begin > below and self._same(start - 1, begin - 1):
                start, begin = start - 1, begin - 1
            while end < len(self.text) and after < len(self.view) and self._same(end, after):
                end, after = end + 1, after + 1
            runs.append(Run(start, begin, end - start))
        return self._with_beginnings(runs, blocks)

    def _same(self, at: int, there: int) -> bool:
        """Whether the same sign, which is no part of a word, stands at both places; blanks are alike."""
        char, other = self.text[at], self.view[there]
        return char == other and not (char.isalnum() or char == "_" or char in "\n")

    def _with_beginnings(self, runs: list[Run], blocks: Iterable[Span]) -> Sequence[Run]:
        """The same runs, and for each block whose first word was not found a place of no width: where its next is."""
        starts = [run.text_start for run in runs]
        begun: list[Run] = []
        for block in blocks:
            index = bisect_left(starts, block.start)
            if index < len(runs) and block.start < starts[index] < block.end:
                begun.append(Run(block.start, runs[index].raw_start, 0))
        return sorted([*runs, *begun], key=lambda run: run.text_start)
