"""Parts and wholes: of "Of the 212 beds 90 are old" the 212 are not what "90 of the beds" is said of."""

from __future__ import annotations

import re

from holdwater.document import Span
from holdwater.extract.quantities.model import Quantity
from holdwater.patterns import waiting

_OF_A_WHOLE = waiting(
    r"\s(?:[a-z]+\s)?of\s(?:the|its|their|his|her|our|my|your|these|those|them|all|both)\b", re.IGNORECASE
)
_WHOLE = waiting(
    r"\b(?:(?:out\s)?of|among|from)\s(?:(?:the|its|their|his|her|our|these|those|all)\s){0,2}(?:some\s|about\s)?$",
    re.IGNORECASE,
)
_BEFORE = 32


def is_part(text: str, one: Quantity) -> bool:
    """Whether a number is told as a part of a whole: "90 of the beds", "some 90 of their boats"."""
    return bool(_OF_A_WHOLE.match(text, one.number.end, min(one.sentence.end, one.number.end + _BEFORE)))


def is_whole(text: str, one: Quantity, sentence: Span) -> bool:
    """Whether a number is told as the whole of which its sentence names a part: "of the 212 beds", "out of 212"."""
    start = one.span.start
    return bool(_WHOLE.search(text, max(sentence.start, start - _BEFORE), start))
