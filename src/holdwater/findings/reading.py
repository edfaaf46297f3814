"""The sources' words, asked for by one quotation after another, or passing by as one stream."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import overload

from holdwater.errors import UnreadableError
from holdwater.match import Words
from holdwater.match.model import Alignment, Fit
from holdwater.match.transcripts import is_transcript
from holdwater.sources.shelf import Shelf

_RANK = [Fit.VERBATIM, Fit.EDITED, Fit.AMBIGUOUS, Fit.ALTERED, Fit.TOO_SHORT, Fit.NOT_FOUND]
_NOTHING = Words.of("")

Progress = Callable[[int, int], None]
"""Told how far the work has come: done, of how many."""


def nearness(alignment: Alignment) -> tuple[int, float]:
    """A sort key: alignments that come nearest to a faithful quotation first."""
    return _RANK.index(alignment.fit), -alignment.score


@dataclass(frozen=True)
class Reading:
    """A shelf, whose sources may turn out to be unreadable. The latest words are held in memory by the shelf."""

    shelf: Shelf
    _transcripts: dict[str, bool] = field(default_factory=dict)

    def is_transcript(self, source_id: str, words: Words) -> bool:
        """Whether a source, whose words these are, is speech that was taken down."""
        if source_id not in self._transcripts:
            self._transcripts[source_id] = is_transcript(words.text)
        return self._transcripts[source_id]

    def words(self, source_id: str) -> Words | None:
        """The words of a source; None where it cannot be read."""
        try:
            return self.shelf.words(source_id)
        except UnreadableError:
            return None

    def passages(self, *, own: str = "", progress: Progress | None = None, most_read: int = 0) -> Passages:
        """The words of all sources in hand, one a file.

        Args:
            own: the SHA-256 of a file that is left out.
            progress: told how many sources have passed by.
            most_read: how many sources may have to be read for their words; where there are more, theirs are rough.
        """
        ids = tuple(self.shelf.readable_ids())
        unread = frozenset(number for number, source_id in enumerate(ids) if not self.shelf.is_ready(source_id))
        return Passages(self, ids, unread if len(unread) > most_read else frozenset(), own, progress)


@dataclass(frozen=True)
class Passages(Sequence[Words]):
    """The words of sources, each had when it is come to; none for one that cannot be read or is left out.

    `rough` are the numbers of those whose words come as they stand in the file (`Shelf.rough_words`).
    """

    reading: Reading
    ids: tuple[str, ...]
    rough: frozenset[int] = frozenset()
    own: str = ""
    progress: Progress | None = None

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, index: int) -> Words: ...
    @overload
    def __getitem__(self, index: slice) -> list[Words]: ...
    def __getitem__(self, index: int | slice) -> Words | list[Words]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self.ids)))]
        if self.progress:
            self.progress(index, len(self.ids))
        return self._words(self.ids[index], rough=index in self.rough)

    def _words(self, source_id: str, *, rough: bool) -> Words:
        shelf = self.reading.shelf
        try:
            words = shelf.rough_words(source_id) if rough else shelf.words(source_id)
        except UnreadableError:
            return _NOTHING
        return _NOTHING if self.own and shelf.snapshots[source_id].sha256 == self.own else words

    def smooth(self, numbers: Iterable[int]) -> Passages:
        """The same, but that the words of these are had by reading them."""
        return replace(self, rough=self.rough - frozenset(numbers))
