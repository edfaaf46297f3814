"""Words as a preset reads them: some passed over, some taken for others, some for two or two for one.

    text    don't  uh  pay  twenty  five  percent
    view    do not     pay     25          %

Two texts that differ only in their manner have the same view. Every unit of a view knows the words that it came from:
units of one cell ("do" and "not") share them, and cells stand in the text's order and never overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from holdwater.match.words import Words

Cell = tuple[tuple[str, ...], int, int]
"""The units that words first..last are taken for; none where the words are passed over."""


@dataclass(frozen=True)
class Stretch:
    """Some words of a text in a row: `keys[i]` stood at `text[starts[i]:ends[i]]`. A `Words` serves as one too."""

    text: str
    keys: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of_keys(cls, keys: Iterable[str]) -> Stretch:
        """Folded words without their text, as if one blank stood between them."""
        keys = list(keys)
        starts = [0] * len(keys)
        for index in range(1, len(keys)):
            starts[index] = starts[index - 1] + len(keys[index - 1]) + 1
        return cls(" ".join(keys), keys, starts, [start + len(key) for start, key in zip(starts, keys, strict=True)])

    @classmethod
    def of(cls, words: Stretch | Words, first: int, last: int) -> Stretch:
        """Words first..last of a text."""
        span = slice(first, last)
        return cls(words.text, list(words.keys[span]), list(words.starts[span]), list(words.ends[span]))

    def gap(self, index: int) -> str:
        """What stands in the text before word `index`: from the word before, or a little of what precedes the first."""
        low = self.ends[index - 1] if index else max(0, self.starts[0] - 3)
        return self.text[low : self.starts[index]] if index < len(self.keys) else self.text[low : low + 3]


@dataclass(frozen=True)
class View:
    """The units of a stretch: `keys[i]` stands for its words firsts[i]..lasts[i]."""

    keys: tuple[str, ...]
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]

    @classmethod
    def of_cells(cls, cells: Iterable[Cell]) -> View:
        """The view that these cells make up; they are in the text's order."""
        units = [(key, first, last) for keys, first, last in cells for key in keys]
        if not units:
            return cls((), (), ())
        keys, firsts, lasts = zip(*units, strict=True)
        return cls(keys, firsts, lasts)

    def within(self, first: int, last: int) -> tuple[str, ...] | None:
        """The units that stand for words first..last; None where one of them stands for other words too."""
        inside = []
        for key, low, high in zip(self.keys, self.firsts, self.lasts, strict=True):
            if low < last and first < high:
                if low < first or last < high:
                    return None
                inside.append(key)
        return tuple(inside)


Move = tuple[int, int, int, int]
"""One step of an alignment: elements or units first..last against words or units start..end."""


def widened(moves: Iterable[Move], own: View, source: View, count: int) -> list[Move]:
    """The steps of an alignment of two views as steps over the words that they came from.

    Args:
        moves: the steps over units, in order.
        own: the view of the quotation.
        source: the view of the source's window.
        count: the words of the quotation; all of them are used.

    Returns:
        Steps in order; what either side passes over is a step of its own, and steps that share a word are one.
    """
    steps: list[Move] = []
    for first, last, start, end in moves:
        step = (*_words(own, first, last), *_words(source, start, end))
        if steps and (step[0] < steps[-1][1] or step[2] < steps[-1][3]):
            before = steps.pop()
            step = (min(before[0], step[0]), max(before[1], step[1]), min(before[2], step[2]), max(before[3], step[3]))
        steps.append(step)
    return list(_filled(steps, count))


def _words(view: View, first: int, last: int) -> tuple[int, int]:
    """The words that units first..last stand for; for none, an empty place behind the unit before."""
    if first < last:
        return view.firsts[first], view.lasts[last - 1]
    at = view.lasts[first - 1] if first else (view.firsts[0] if view.firsts else 0)
    return at, at


def _filled(steps: Sequence[Move], count: int) -> Iterator[Move]:
    """The steps, and before each what either side passed over."""
    at, word = 0, steps[0][2] if steps else 0
    for first, last, start, end in steps:
        for passed in range(at, first):
            yield passed, passed + 1, word, word
        for passed in range(word, start):
            yield max(at, first), max(at, first), passed, passed + 1
        first, start = max(at, first), max(word, start)
        if last > first or end > start:
            yield first, max(first, last), start, max(start, end)
        at, word = max(at, last), max(word, end)
    for passed in range(at, count):
        yield passed, passed + 1, word, word
