"""The texts that are searched: passed through a stretch at a time, and had again one by one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from holdwater.match.words import Words

STRETCH = 1 << 20
"""Words that are searched together: enough that small texts cost no more than their words."""
MOST_TOGETHER = 1 << 15
"""Texts that are searched together, however short."""
MOST_KEPT = 48_000_000
"""Characters of folded texts that are kept between the passes, unless told otherwise."""
BESIDES = 500
"""Characters: what it takes to keep a text, besides its own; an empty one takes two kilobytes."""


class Library:
    """Passages by number, folded when they are come to. The first ones are kept, up to `most_kept` characters.

    `searched` says how many words there are, once they have been passed through.
    """

    def __init__(self, passages: Iterable[str | Words], most_kept: int = MOST_KEPT, *, share: bool = False) -> None:
        """The passages are iterated over once for each pass, or asked for by number where that can be done.

        A `share` of what is searched does not take its one passage for the only one.

        Raises:
            ValueError: the passages can be iterated over once only, or are a mapping, whose keys would be searched.
            TypeError: they cannot be iterated over. One that is no text raises it when it is come to.
        """
        check(passages)
        self._passages, self._share = passages, share
        self._kept: dict[int, Words] = {}
        self._room = most_kept
        self.searched = 0

    @property
    def only(self) -> Words | None:
        """The one passage, where there is only one and that is known."""
        if not self._share and isinstance(self._passages, Sequence) and len(self._passages) == 1:
            return self._words(0)
        return None

    def stretches(self) -> Iterator[list[tuple[int, Words]]]:
        """All passages in order, with their numbers, some together; no stretch is much longer than `STRETCH`."""
        stretch: list[tuple[int, Words]] = []
        size = searched = 0
        for number, words in self._all():
            searched += len(words)
            stretch.append((number, words))
            size += len(words)
            if size >= STRETCH or len(stretch) >= MOST_TOGETHER:
                yield stretch
                stretch, size = [], 0
        if stretch:
            yield stretch
        self.searched = searched

    def wanted(self, numbers: Collection[int]) -> Iterator[tuple[int, Words]]:
        """Some of the passages, in order of their numbers."""
        if isinstance(self._passages, Sequence) or all(number in self._kept for number in numbers):
            for number in sorted(numbers):
                yield number, self._words(number)
            return
        for number, passage in enumerate(self._passages):
            if number in numbers:
                yield number, self._kept[number] if number in self._kept else _folded(passage, number)

    def _words(self, number: int) -> Words:
        if number in self._kept:
            return self._kept[number]
        assert isinstance(self._passages, Sequence)
        words = _folded(self._passages[number], number)
        self._keep(number, words)
        return words

    def _keep(self, number: int, words: Words) -> None:
        room = len(words.text) + BESIDES
        if number not in self._kept and room <= self._room:
            self._room -= room
            self._kept[number] = words

    def _all(self) -> Iterator[tuple[int, Words]]:
        if isinstance(self._passages, Sequence):
            for number in range(len(self._passages)):
                yield number, self._words(number)
            return
        for number, passage in enumerate(self._passages):
            words = self._kept[number] if number in self._kept else _folded(passage, number)
            self._keep(number, words)
            yield number, words


def check(passages: object) -> None:
    """Refuse what would be searched in vain: see `Library` for the errors."""
    if isinstance(passages, Iterator):
        raise ValueError("passages are iterated over more than once, which an iterator cannot be; give list(passages)")
    if isinstance(passages, Mapping):
        raise ValueError("the keys of a mapping are no passages; give list(passages.values())")
    if isinstance(passages, bytes | bytearray | memoryview) or not isinstance(passages, Iterable):
        raise TypeError(f"passages are a text or several, not {type(passages).__name__}")


def _folded(passage: str | Words, number: int) -> Words:
    if isinstance(passage, Words):
        return passage
    if not isinstance(passage, str):
        raise TypeError(f"passage {number} is no text but {type(passage).__name__}; decode bytes first")
    return Words.of(passage)
