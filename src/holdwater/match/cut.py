"""A quotation that stops just before its source goes on with a condition."""

from __future__ import annotations

import re

from holdwater.match.lexicon import CONDITIONS
from holdwater.match.model import Cut
from holdwater.match.words import Words

SENTENCE_LIKE = 5
"""Words: a shorter quotation is a phrase, and a phrase may stop anywhere."""

_STOP = re.compile(r"[.!?;:](?!\d)|\n\s*\n")
_OPENERS = frozenset(condition[0] for condition in CONDITIONS)
_CLOSERS = " \u00a0\n\t\"'”’»)]"


def cut_after(words: Words, end: int, quotation: str, after: str) -> Cut | None:
    """The condition with which the source goes on in the same sentence, where the quotation is presented as complete.

    Args:
        words: the source.
        end: the word after the passage's last.
        quotation: the words quoted.
        after: what follows them in the document.
    """
    if end >= len(words) or not _presented_as_complete(quotation, after) or len(quotation.split()) < SENTENCE_LIKE:
        return None
    if words.keys[end] not in _OPENERS:
        return None
    between = words.text[words.ends[end - 1] : words.starts[end]]
    if _STOP.search(between):
        return None
    for condition in CONDITIONS:
        last = end + len(condition)
        if tuple(words.keys[end:last]) == condition:
            return Cut(words.span(end, last), " ".join(condition))
    return None


def _presented_as_complete(quotation: str, after: str) -> bool:
    """Whether the document ends a sentence with the quotation, inside or behind its marks."""
    return quotation.rstrip(_CLOSERS).endswith((".", "!", "?")) or after.lstrip(_CLOSERS)[:1] == "."
