"""Which runs of `*`, `_` and `~~` open and close emphasis, by CommonMark's rules for delimiter runs."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from holdwater.document import MarkKind


@dataclass(slots=True)
class Run:
    """A delimiter run: characters `start` to `end` of the content are left of it as text; `size` is its full length."""

    char: str
    start: int
    end: int
    size: int
    opens: bool
    closes: bool

    @property
    def left(self) -> int:
        """How many of its characters are not yet used."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasised content, from `start` to `end`."""

    kind: MarkKind
    start: int
    end: int


def delimiter_run(text: str, start: int, end: int) -> Run:
    """The run of one character from `start` to `end` of `text`, and whether it may open or close emphasis."""
    char = text[start]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    left = not after.isspace() and (not _is_punctuation(after) or before.isspace() or _is_punctuation(before))
    right = not before.isspace() and (not _is_punctuation(before) or after.isspace() or _is_punctuation(after))
    opens, closes = left, right
    if char == "_":
        opens = left and (not right or _is_punctuation(before))
        closes = right and (not left or _is_punctuation(after))
    return Run(char, start, end, end - start, opens, closes)


def _is_punctuation(char: str) -> bool:
    return not char.isalnum() and unicodedata.category(char)[0] in "PS"


def match_runs(runs: list[Run]) -> list[Emphasis]:
    """The emphasis that these runs make, in linear time; what they do not use stays between their `start` and `end`."""
    found: list[Emphasis] = []
    openers: list[Run] = []
    floors: dict[tuple[str, bool, int], int] = {}
    for run in runs:
        key = (run.char, run.opens, run.size % 3)
        while run.closes and run.left:
            index = _opener(openers, run, floors.get(key, 0))
            if index < 0:
                floors[key] = len(openers)
                break
            emphasis = _join(openers[index], run)
            if emphasis is not None:
                found.append(emphasis)
            del openers[index + (1 if openers[index].left else 0) :]
            for other, floor in floors.items():
                floors[other] = min(floor, len(openers))
        if run.opens and run.left:
            openers.append(run)
    return found


def _opener(openers: list[Run], closer: Run, floor: int) -> int:
    for index in range(len(openers) - 1, floor - 1, -1):
        one = openers[index]
        if one.char == closer.char and _may_pair(one, closer):
            return index
    return -1


def _may_pair(opener: Run, closer: Run) -> bool:
    if opener.char == "~":
        return opener.size == closer.size
    if not (opener.closes or closer.opens):
        return True
    return (opener.size + closer.size) % 3 != 0 or (opener.size % 3 == 0 and closer.size % 3 == 0)


def _join(opener: Run, closer: Run) -> Emphasis | None:
    if opener.char == "~":
        opener.end, closer.start = opener.start, closer.end
        return None
    used = 2 if opener.left >= 2 and closer.left >= 2 else 1
    kind = MarkKind.STRONG if used == 2 else MarkKind.EMPHASIS
    emphasis = Emphasis(kind, opener.end, closer.start)
    opener.end -= used
    closer.start += used
    return emphasis
