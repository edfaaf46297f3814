"""Where a list of notes ends and the foot of its page begins, which no heading parts from the last note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from holdwater.patterns import waiting
from holdwater.read.plain.draft import Draft
from holdwater.read.plain.entries import read_entries
from holdwater.read.plain.lines import Line, is_parted

_SIGNED = waiting(r"(?:©|\(c\)\s|&copy;|copyright\b|all rights reserved\b)", re.IGNORECASE)


def foot_start(raw: str, drafts: Sequence[Draft], first: int, last: int) -> int:
    """The block with which the foot of the page begins, among those from `first` to `last` that hold a list.

    A blank line in the last note ends it where no other is parted so: where none parts one note from the next, and
    where the line behind it is signed as the foot of a page is. Returns `last` where the list has no foot.
    """
    lines = [line for draft in drafts[first:last] for line in draft.lines]
    _, entries = read_entries(lines)
    if len(entries) < 2 or any(_breaks(raw, entry.lines) for entry in entries[:-1]):
        return last
    final = entries[-1].lines
    before = lines[: lines.index(final[0]) + 1]
    tight = not any(is_parted(raw, one, other) for one, other in pairwise(before))
    for place in _breaks(raw, final):
        line = final[place]
        if (tight and not line.text[0].islower()) or _SIGNED.match(line.text):
            return next((at for at in range(first, last) if drafts[at].start == line.start), last)
    return last


def _breaks(raw: str, lines: Sequence[Line]) -> list[int]:
    """The places of the lines before which a blank line stands."""
    return [place for place in range(1, len(lines)) if is_parted(raw, lines[place - 1], lines[place])]
