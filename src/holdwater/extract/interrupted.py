"""Quotations that the author's own words interrupt: "It was," she wrote, "the worst year." is one, not two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from holdwater.document import Span
from holdwater.extract.lexicon import REPORTING
from holdwater.extract.pairing import Pair
from holdwater.patterns import waiting

_LONGEST = 90  # characters of the author's own words
_STARTS_ANEW = waiting(r"[\s,]*(?:and|but|while|whereas|or|as|then|nor|to|in|with)\b", re.IGNORECASE)
_BREAKS = waiting(r"[.!?;:\[\]()]|\d{3}")


def join_interrupted(text: str, pairs: Sequence[Pair]) -> list[Pair]:
    """`pairs` with those joined between which stand only words such as ", she wrote, "."""
    joined: list[Pair] = []
    for pair in pairs:
        if joined and _goes_on(text, joined[-1], pair):
            before = joined.pop()
            pair = Pair(Span(before.outer.start, pair.outer.end), (*before.spans, *pair.spans))
        joined.append(pair)
    return joined


def _goes_on(text: str, before: Pair, after: Pair) -> bool:
    length = after.outer.start - before.outer.end
    if not 3 < length <= _LONGEST:
        return False
    between = text[before.outer.end : after.outer.start]
    if "\n\n" in between or _BREAKS.search(between) or _STARTS_ANEW.match(between) or not REPORTING.search(between):
        return False
    return _left_open(text, before, between) and between.rstrip().endswith((",", "—", "–", "--"))


def _left_open(text: str, before: Pair, between: str) -> bool:
    """Whether the first piece stops without ending: at a comma, a dash, an ellipsis or in the middle of a sentence."""
    last = before.inner.of(text).rstrip("'’”\"»›")[-1:]  # "… was 'whole.'" ends its sentence, too
    return last not in ".!?" or between.lstrip().startswith(",")
