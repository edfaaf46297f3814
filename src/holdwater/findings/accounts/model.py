"""What is said of numbers and dates that do not fit together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from holdwater.document import Span


class DiscrepancyKind(StrEnum):
    """Which account does not come out."""

    SUM = "parts and total"
    POINTS = "percent for percentage points"
    CHANGE = "change and its endpoints"
    RATIO = "ratio"
    REPEATED = "one quantity with two values"
    WEEKDAY = "weekday and date"
    IMPOSSIBLE = "impossible date"
    DURATION = "duration and endpoints"
    ORDER = "order of events"


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Numbers or dates of one document that do not fit together.

    `span` is the stated value or date that the others do not bear out, `others` are the spans of the others, in the
    text's order. `stated` is what stands at `span`, `computed` what the others give in its stead; `formula` shows how,
    in words and figures ("120 + 50 + 140 = 310"). `note` says what else was allowed for, such as a second reading.
    """

    kind: DiscrepancyKind
    span: Span
    others: tuple[Span, ...]
    stated: str
    computed: str
    formula: str
    note: str = ""
