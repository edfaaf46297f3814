"""Confidence levels: the "95%" of "95% CI 3,970–6,390" says how sure an interval is, and nothing of the matter."""

from __future__ import annotations

import re

from holdwater.extract.quantities.model import Dimension, Quantity
from holdwater.patterns import waiting

_BEHIND = waiting(
    r"[\s-]{0,2}(?:c\.?\s?i\.?s?|cri|ui|confidence|credib(?:le|ility)|uncertainty|prediction)(?![^\W\d_])",
    re.IGNORECASE,
)
_AHEAD = waiting(
    r"\b(?:ci|confidence (?:interval|level|limits?)|credible interval|confidence)\s?(?:of|at|:|=)?\s?[(\[]?$",
    re.IGNORECASE,
)
_LEVEL = waiting(
    r"\d\s?(?:%|per\s?cent)[\s-]{0,2}(?:c\.?i\.?|cri|ui|confidence|credible|uncertainty)[^\d.;]*$", re.IGNORECASE
)
_BEFORE, _REACH = 28, 48


def is_confidence(text: str, one: Quantity) -> bool:
    """Whether a share of a text is the confidence level of an interval."""
    if one.unit.dimension is not Dimension.PERCENT or one.is_range:
        return False
    before = max(one.sentence.start, one.span.start - _BEFORE)
    return bool(_BEHIND.match(text, one.span.end) or _AHEAD.search(text, before, one.span.start))


def is_interval(text: str, one: Quantity) -> bool:
    """Whether a range of a text is the confidence interval that a level stands before."""
    before = max(one.sentence.start, one.span.start - _REACH)
    return one.is_range and bool(_LEVEL.search(text, before, one.span.start))
