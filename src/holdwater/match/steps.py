"""What an alignment is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, unsafe_hash=True)
class Step:
    """Elements `first`..`last` of the segment against source words `start`..`end`; half-open, either may be empty.

    `same` says that they are the same words one by one, all whole words and none a number; any other step of several is
    one word written as two, or one difference.

    Not frozen, though nothing changes one: there is one a word, and to freeze them takes as long as to find them.
    """

    first: int
    last: int
    start: int
    end: int
    same: bool = False


@dataclass(frozen=True)
class Laid:
    """A segment laid against a window: its steps in order, their cost, and the source words they run over."""

    steps: tuple[Step, ...]
    cost: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ends:
    """Which ends of the window are free: source words before or after the segment then cost nothing."""

    start: bool = True
    end: bool = True
