"""What stands between the words of a source: pauses, stops and other marks."""

from __future__ import annotations

import re

from holdwater.match.words import PAUSE, Words
from holdwater.patterns import waiting

SENTENCE_END = waiting(r"[.!?;](?!\d)|\n\s*\n")
"""What ends a sentence, or what could be one."""
CLAUSE_END = waiting(r"[.!?;:](?!\d)|\n\s*\n")
"""The same, or a colon."""
COMMA = waiting(r",\s{1,3}")


def ends(mark: re.Pattern[str], words: Words, index: int) -> bool:
    """Whether such a mark stands between word `index` and the next, or the text ends there."""
    if index < 0 or index + 1 >= len(words):
        return True
    return mark.search(words.text, words.ends[index], words.starts[index + 1]) is not None


def parted(words: Words, index: int) -> bool:
    """Whether a stop or a pause stands between word `index` and the next."""
    return ends(PAUSE, words, index)


def paused(words: Words, at: int) -> bool:
    """Whether a stop or a pause stands right before word `at`."""
    return parted(words, at - 1)


def stops(words: Words, at: int) -> bool:
    """Whether a sentence, or what a colon closes, ends right before word `at`."""
    return ends(CLAUSE_END, words, at - 1)


def stands_before(mark: re.Pattern[str], words: Words, at: int) -> bool:
    """Whether such a mark, which may look at a word's first letter, stands right before word `at`."""
    return at > 0 and mark.search(words.text, words.ends[at - 1], words.starts[at] + 1) is not None


def has(mark: re.Pattern[str], words: Words, first: int, last: int) -> bool:
    """Whether such a mark stands behind word `first` - 1 and before word `last`, in between or in other words there."""
    return mark.search(words.text, words.ends[first - 1], words.starts[last]) is not None
