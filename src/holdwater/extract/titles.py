"""Whether words are set as a title's are."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|does|do|did|can|could|must|shall|should|may|might|will|would|we|they|he|she)\b",
    re.IGNORECASE,
)
_SMALL = frozenset("a an the of and or in on at to for by with from as de la le via vs per".split())
_MOST_WORDS = 12  # of a title in sentence case


def title_case(words: str) -> bool:
    """Whether the words are capitalised as a title's are, or begin with a capital and end without a full stop."""
    plain = _WORD.findall(words)
    telling = [word for word in plain if word.lower() not in _SMALL]
    if not telling or not (plain[0][0].isupper() or plain[0][0].isdigit()):
        return False
    capital = sum(word[0].isupper() or word[0].isdigit() for word in telling)
    if capital * 4 >= len(telling) * 3:
        return True
    return words.rstrip()[-1:] not in ".!;,…" and len(plain) <= _MOST_WORDS and not _FINITE.search(words)
