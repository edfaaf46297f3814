"""The words of a quotation that its passage lacks and that are words all the same.

A quotation that was damaged on its way (by a scanner, by slips of the pen) lacks words that no text has; one that was
changed has a few others. A sentence of another text that has a formula or a citation in common with the passage has
many words of its own, and the text knows them from other places.
"""

from __future__ import annotations

from collections import Counter

from holdwater.document import Span
from holdwater.match.frequency import is_common
from holdwater.match.model import HARMLESS, Alignment
from holdwater.match.normalise import keys_of
from holdwater.match.words import Words

FEW = 3
"""Words that may always be others."""
SHARE = 0.15
"""The share of a longer quotation's words that may. Of 1,486 sentences of opinions and RFCs that are not in 25 MB of
others, and that pass all else, it refuses two in three; of 400 quotations with three words changed it refuses one."""
AROUND = 20
"""Characters beside the passage in which a word has only changed its place."""


def is_foreign(alignment: Alignment, quotation: str, words: Words, count: int) -> bool:
    """Whether too many of a quotation's `count` words are others than the passage's, and no damaged ones."""
    lacking = _lacking(alignment, quotation)
    most = max(FEW, SHARE * count)
    if len(lacking) <= most:
        return False
    low, high = min(span.start for span in alignment.spans), max(span.end for span in alignment.spans)
    near = Counter(keys_of(words.text[max(0, low - AROUND) : high + AROUND]))
    own = Counter(keys_of(quotation))
    return sum(own[key] > near[key] and _is_word(key, words) for key in lacking) > most


def _lacking(alignment: Alignment, quotation: str) -> list[str]:
    """The words laid against others or against nothing, but for those that stand elsewhere in the text."""
    found: list[str] = []
    for edit in alignment.edits:
        if edit.change not in HARMLESS and len(edit.quotation) and not _stands_elsewhere(edit.quotation, alignment):
            found += keys_of(edit.quotation.of(quotation))
    return found


def _stands_elsewhere(span: Span, alignment: Alignment) -> bool:
    return any(stretch.covers(span) for stretch, _ in alignment.elsewhere)


def _is_word(key: str, words: Words) -> bool:
    """Whether this is a number or a word that the text has, or that texts in general have."""
    return key.isdigit() or is_common(key) or words.knows(key)
