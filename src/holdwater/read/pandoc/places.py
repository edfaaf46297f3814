"""Finds the words of a text again in the file that it was made from, in the file's order.

pandoc says nothing of where words stood. They stand in the file in nearly the same order, with markup between them and
within them, and notes elsewhere: so the words are laid against the file's, one for one, and after a difference the next
words that follow one another in both say where to go on.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from holdwater.document import Run, Span
from holdwater.patterns import waiting

_WORD = waiting(r"[^\W_]+")
_NEAR = 16
"""How many words of the file are skipped at once for one word of the text: attributes, a file's name."""

_GOES_ON = 8
"""Within how many words of the file the text's next word must stand for a word to be taken as the right one."""

_FAR = 4000
"""How far ahead three words in a row are looked for: behind a long note, or a table that the text does not have."""

_LESS_FAR = 600
"""How far ahead two words are looked for that stand by themselves: between the marks of two notes."""

_WITHIN = 3
"""How many words of markup may stand between two parts of one word, less one: a\\ :sup:`b`."""

_WIDE = 60
"""How many characters of the file may lie between two parts of one word."""


@dataclass
class Places:
    """The words of a file, and where each word of the text that was found stands among them."""

    text: str
    view: str
    breaks: Sequence[int] = ()  # offsets of the text where the file may have something between: blocks, note marks
    found: list[tuple[int, Sequence[int]]] = field(default_factory=list)  # a word of the text, the file's that make it

    def __post_init__(self) -> None:
        self._spans = [word.span() for word in _WORD.finditer(self.text)]
        self._starts = [start for start, _ in self._spans]
        self._there = [word.span() for word in _WORD.finditer(self.view)]
        self._words = [self.text[slice(*span)] for span in self._spans]
        self._written = [self.view[slice(*span)] for span in self._there]
        self._breaks = sorted({bisect_left(self._starts, offset) for offset in self.breaks})

    @cached_property
    def _index(self) -> Mapping[tuple[str, ...], list[int]]:
        """Where one, two and three words in a row stand in the file."""
        index: dict[tuple[str, ...], list[int]] = {}
        for size in (1, 2, 3):
            for at, words in enumerate(_in_a_row(self._written, size)):
                index.setdefault(words, []).append(at)
        return index

    @cached_property
    def _counts(self) -> Counter[tuple[str, ...]]:
        """How often one and two words in a row stand in the text."""
        return Counter(words for size in (1, 2) for words in _in_a_row(self._words, size))

    def follow(self, span: Span, cursor: int) -> int:
        """Find the words of a stretch of the text from the file's word `cursor` on; the word to go on from."""
        at, end = self._range(span)
        while at < end:
            parts = self._parts(at, cursor)
            if not parts:
                cursor, parts = self._resume(at, end, cursor)
            if parts:
                self.found.append((at, parts))
                cursor = parts[-1] + 1
            at += 1
        return cursor

    def _range(self, span: Span) -> tuple[int, int]:
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)

    def _parts(self, at: int, there: int) -> Sequence[int]:
        """The file's words from `there` on that make the text's word `at`: one, or several with markup between."""
        if there >= len(self._written):
            return ()
        word, written = self._words[at], self._written[there]
        if word == written:
            return (there,)
        if not word.startswith(written):
            return ()
        parts, made = [there], len(written)
        while made < len(word):
            last = parts[-1]
            near = range(last + 1, min(last + 1 + _WITHIN, len(self._written)))
            joins = (one for one in near if word.startswith(self._written[one], made))
            after = next(joins, -1)
            if after < 0 or self._there[after][0] - self._there[last][1] > _WIDE:
                return ()
            parts.append(after)
            made += len(self._written[after])
        return parts

    def _resume(self, at: int, end: int, cursor: int) -> tuple[int, Sequence[int]]:
        """The words of the file that are the text's word `at`, after a difference; none if they cannot be told."""
        for there in range(cursor, min(cursor + _NEAR, len(self._written))):
            parts = self._parts(at, there)
            if parts and self._goes_on(at, parts[-1], end):
                return cursor, parts
        there = self._far(at, end, cursor)
        return (cursor, (there,)) if there >= 0 else (cursor, ())

    def _far(self, at: int, end: int, cursor: int) -> int:
        """Where a word stands whose next ones follow it in the file too, or that stands once in both; -1 if nowhere."""
        stop = self._breaks[bisect_right(self._breaks, at)] if self._breaks and at < self._breaks[-1] else end
        words = tuple(self._words[at : min(at + 3, stop, end)])
        for size, most in ((3, _FAR), (2, _LESS_FAR)):
            there = self._next(words, cursor) if len(words) == size else -1
            if cursor <= there <= cursor + most:
                return there
        for size in (2, 1):
            some = words[:size]
            where = self._index.get(some, ())
            if len(some) == size and self._counts[some] == len(where) == 1 and cursor <= where[0] <= cursor + _FAR:
                return where[0]
        return -1

    def _goes_on(self, at: int, there: int, end: int) -> bool:
        if at + 1 >= end:
            return True
        return any(self._parts(at + 1, one) for one in range(there + 1, there + 1 + _GOES_ON))

    def _next(self, words: tuple[str, ...], cursor: int) -> int:
        """Where words in a row stand next in the file; the last place before where there is none; -1 if nowhere."""
        where = self._index.get(words, ())
        index = bisect_left(where, cursor)
        return where[index] if index < len(where) else where[-1] if where else -1

    def first(self, span: Span, mark: int, cursor: int) -> int:
        """Where a note begins that has its mark before the file's word `mark`: there, or else after `cursor`.

        `cursor` is where the note before it ended. Its first three words are looked for, or however few it has.
        """
        at, end = self._range(span)
        start = tuple(self._words[at : min(at + 3, end)])
        if start and tuple(self._written[mark : mark + len(start)]) == start:
            return mark
        for begin in range(at, min(at + 5, end)):
            there = self._next(tuple(self._words[begin : min(begin + 3, end)]), cursor)
            if there >= 0:
                return there
        return max(mark, cursor)

    def word_after(self, offset: int) -> int:
        """The file's word that follows the last one found before `offset` of the text."""
        index = bisect_left(self.found, bisect_left(self._starts, offset), key=lambda pair: pair[0]) - 1
        return self.found[index][1][-1] + 1 if index >= 0 else 0

    def runs(self, blocks: Iterable[Span]) -> Sequence[Run]:
        """The text's runs over the file: the words found, and the signs at and between them that are the same."""
        runs: list[Run] = []
        for start, begin, length in sorted(self._pieces()):
            end, after = start + length, begin + length
            floor = runs[-1].text_start + runs[-1].length if runs else 0
            below = runs[-1].raw_start + runs[-1].length if runs and runs[-1].raw_start <= begin else 0
            while start > floor and begin > below and self._same(start - 1, begin - 1):
                start, begin = start - 1, begin - 1
            while end < len(self.text) and after < len(self.view) and self._same(end, after):
                end, after = end + 1, after + 1
            runs.append(Run(start, begin, end - start))
        return self._with_beginnings(runs, blocks)

    def _pieces(self) -> Iterable[tuple[int, int, int]]:
        """Each piece of a word that was found: where it stands in the text and in the file, and how long it is."""
        for at, parts in self.found:
            start = self._spans[at][0]
            for part in parts:
                begin, after = self._there[part]
                yield start, begin, after - begin
                start += after - begin

    def _same(self, at: int, there: int) -> bool:
        """Whether the same sign, which is no part of a word, stands at both places."""
        char, other = self.text[at], self.view[there]
        return char == other and not char.isalnum() and char != "\n"

    def _with_beginnings(self, runs: list[Run], blocks: Iterable[Span]) -> Sequence[Run]:
        """The same runs, and for each block whose first word was not found a place of no width: where its next is."""
        starts = [run.text_start for run in runs]
        begun: list[Run] = []
        for block in blocks:
            index = bisect_left(starts, block.start)
            if index < len(runs) and block.start < starts[index] < block.end:
                begun.append(Run(block.start, runs[index].raw_start, 0))
        return sorted([*runs, *begun], key=lambda run: run.text_start)


def _in_a_row(words: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(size)), strict=False)
