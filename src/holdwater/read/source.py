"""Content taken out of a file, with the way back to where each character stood."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Some content, `starts` where its pieces begin in it, and `places` where they begin in the file."""

    text: str
    starts: Sequence[int]
    places: Sequence[int]

    def pieces(self, start: int, end: int) -> Iterator[tuple[str, int]]:
        """The content from `start` to `end`, cut where it does not run on in the file, each piece with its place."""
        index = bisect_right(self.starts, start) - 1
        while start < end:
            stop = min(end, self.starts[index + 1]) if index + 1 < len(self.starts) else end
            yield self.text[start:stop], self.places[index] + start - self.starts[index]
            start, index = stop, index + 1

    def place(self, at: int) -> int:
        """Where the character at `at` of the content stands in the file."""
        index = max(0, bisect_right(self.starts, at) - 1)
        return self.places[index] + at - self.starts[index]
