"""Whether words are set as a title's are."""

from __future__ import annotations

import re

from holdwater.patterns import waiting

_WORD = waiting(r"[^\W_]+(?:['’][^\W_]+)*")
_FINITE = waiting(
    r"\b(?:is|are|was|were|be|been|has|have|had|does|do|did|can|could|must|shall|should|may|might|"
    r"will|would|we|they|he|she)\b",
    re.IGNORECASE,
)
_SMALL = frozenset("a an the of and or in on at to for by with from as de la le via vs per".split())
_MOST_WORDS = 12  # of a title in sentence case


def title_case(words: str) -> bool:
    """Whether the words are capitalised as a title's are, or begin with a capital and end without a full stop."""
    if strictly_title_case(words):
        return True
    plain = _WORD.findall(words)
    return (
        bool(plain)
        and _capital(plain[0])
        and words.rstrip()[-1:] not in ".!;,…"
        and len(plain) <= _MOST_WORDS
        and not _FINITE.search(words)
    )


def strictly_title_case(words: str) -> bool:
    """Whether the first and three in four of the telling words begin with a capital or a digit."""
    plain = _WORD.findall(words)
    telling = [word for word in plain if word.lower() not in _SMALL]
    if not telling or not _capital(plain[0]):
        return False
    return sum(_capital(word) for word in telling) * 4 >= len(telling) * 3


def _capital(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()
