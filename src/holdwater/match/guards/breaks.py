"""What stands between the words of a source: pauses, stops and other marks."""

from __future__ import annotations

import re

from holdwater.match.words import PAUSE, Words


def ends(mark: re.Pattern[str], words: Words, index: int) -> bool:
    """Whether such a mark stands between word `index` and the next, or the text ends there."""
    if index < 0 or index + 1 >= len(words):
        return True
    return mark.search(words.text, words.ends[index], words.starts[index + 1]) is not None


def parted(words: Words, index: int) -> bool:
    """Whether a stop or a pause stands between word `index` and the next."""
    return ends(PAUSE, words, index)


def has(mark: re.Pattern[str], words: Words, first: int, last: int) -> bool:
    """Whether such a mark stands behind word `first` - 1 and before word `last`, in between or in other words there."""
    return mark.search(words.text, words.ends[first - 1], words.starts[last]) is not None
