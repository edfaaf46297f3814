"""Which paragraph of the file each stretch of the text comes from, as Word counts paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import IntEnum


class Story(IntEnum):
    """The texts that a Word file has side by side, in the order in which their paragraphs are counted."""

    BODY = 0
    BOXES = 1
    NOTES = 2
    MARGINS = 3


@dataclass(slots=True)
class Lines:
    """The paragraphs written so far: where each begins and ends in the text, and its number in its story."""

    story: Story = Story.BODY
    counts: list[int] = field(default_factory=lambda: [0] * len(Story))
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    numbers: list[tuple[Story, int]] = field(default_factory=list)
    _begun: bool = True

    def begin(self) -> None:
        """A paragraph of the story at hand begins."""
        self.counts[self.story] += 1
        self._begun = False

    def first(self, at: int) -> None:
        """A word of the paragraph is about to be written at `at`."""
        if not self._begun:
            self._begun = True
            self.starts.append(at)
            self.ends.append(at)
            self.numbers.append((self.story, self.counts[self.story]))

    def end(self, at: int) -> None:
        """The paragraph's words end at `at`."""
        if self._begun and self.ends:
            self.ends[-1] = at

    def finished(self) -> Paragraphs:
        """The paragraphs, counted through all stories."""
        before = [sum(self.counts[:story]) for story in Story]
        numbers = tuple(before[story] + number for story, number in self.numbers)
        return Paragraphs(tuple(self.starts), tuple(self.ends), numbers)


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Where the paragraphs that have words begin and end in the text, in its order, and their numbers from 1."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()

    def at(self, offset: int) -> tuple[int, int]:
        """The number of the paragraph that holds `offset`, or of the last before it, and the column there from 1."""
        index = bisect_right(self.starts, offset) - 1
        if index < 0:
            return 1, 1
        return self.numbers[index], min(offset, self.ends[index]) - self.starts[index] + 1
