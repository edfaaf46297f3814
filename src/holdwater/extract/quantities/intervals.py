"""Intervals that statistics give by their two ends: "95% CI [0.12, 0.47]", "credible interval 3.1; 4.8"."""

from __future__ import annotations

import re

from holdwater.patterns import waiting

_NAMED = waiting(
    r"\b(?:c\.?i\.?s?|cri|ui|(?:confidence|credible|credibility|uncertainty|prediction)\s(?:interval|limits?))"
    r"(?:\s(?:of|was|is|at))?\s?[:=,]?\s?[\[(]?[-−–]?$",
    re.IGNORECASE,
)
_BEFORE = 40
_BRACKETED = waiting(r"[−-]?\d[\d.,]{0,12}?(?:[,;]\s?|\s?[–-]\s?|\sto\s)[−-]?\d")


def opens_interval(text: str, start: int, floor: int) -> bool:
    """Whether a number is the lower end of an interval that the words before it name; none before `floor` is read."""
    named = _NAMED.search(text, max(floor, start - _BEFORE), start)
    return bool(named and _BRACKETED.match(text, start))
