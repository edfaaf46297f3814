"""DAT104: hours and minutes beside the two times of day that they lie between: "from 10:00 to 12:30, for two hours"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdwater.findings.accounts.amounts import is_hedged, plain, shown
from holdwater.findings.accounts.model import Discrepancy, DiscrepancyKind
from holdwater.findings.accounts.sketch import PLAIN, D, Sketch
from holdwater.patterns import waiting

_HALF_DAY, _DAY = 12 * 60, 24 * 60
_QUARTER = 15
"""Minutes that a length told in hours may be off; told in minutes, a third of it."""
_UNITS = {"hour": 60.0, "minute": 1.0}
_TIME = (
    r"(?:(?P<{0}h>\d{{1,2}})(?:[:.](?P<{0}m>\d\d))?(?: ?(?P<{0}s>[ap])\.?m\b\.?)?|(?P<{0}n>noon|midday|midnight))(?!\d)"
)
_FROM, _TO, _AT, _UNTIL = map(_TIME.format, "abcd")
_CLOCKS = waiting(
    rf"(?<![\d.:])(?:(?:from|between) {_FROM} (?:to|until|till|and) {_TO}"
    rf"|(?:at|from) {_AT} (?:and|to|until) {PLAIN}{{0,30}}?(?:at|until) {_UNTIL})"
    rf"(?:,|:| \(| [—–])? ?(?:for |lasting |that is,? |altogether |and (?:lasted|took) |it (?:lasted|took) )?(?P<l>{D})"
)
_BOOK = waiting(r"\b(?:verses?|chapters?|psalms?|ratios?|scores?|odds)\b")
"""What is numbered with a colon too: "verses from 3:16 to 4:12"."""


def clocks(sketch: Sketch, text: str) -> Iterator[Discrepancy]:
    """The lengths of a paragraph that its times of day do not have.

    A time without "a.m." or "p.m." may be in either half of the day, and the second time may be of the next day.

    Args:
        sketch: the paragraph.
        text: the document's text.
    """
    for found in _CLOCKS.finditer(sketch.words):
        if _BOOK.search(sketch.words[max(0, found.start() - 20) : found.start()]):
            continue
        length = sketch.quantity(found["l"])
        start, end = (_minutes(found, names) for names in ("ac", "bd"))
        if length.unit.name not in _UNITS or is_hedged(length) or start is None or end is None:
            continue
        said = length.value * _UNITS[length.unit.name]
        free = _QUARTER if length.unit.name == "hour" else _QUARTER / 3
        (first, halved), (last, too) = start, end
        apart = (last - first) % (_HALF_DAY if halved or too else _DAY)
        readings = {apart, apart + _HALF_DAY} if halved or too else {apart}
        if all(abs(said - minutes) > free for minutes in readings):
            value = plain(min(readings, key=lambda minutes: abs(minutes - said)) / _UNITS[length.unit.name])
            computed = f"{value} {length.unit.name}s"
            yield Discrepancy(
                DiscrepancyKind.DURATION, length.span, (), shown(length, text), computed, f"the times make {computed}"
            )


def _minutes(found: re.Match[str], names: str) -> tuple[int, bool] | None:
    """The minute of the day, and whether the words leave open which half of it; None for no time of day."""
    for name in names:
        if found[f"{name}n"]:
            return (0 if found[f"{name}n"] == "midnight" else _HALF_DAY), False
        if found[f"{name}h"] is None:
            continue
        hour, minute, half = int(found[f"{name}h"]), int(found[f"{name}m"] or 0), found[f"{name}s"]
        if hour > 24 or minute > 59 or (half and hour > 12) or not (half or found[f"{name}m"]):
            return None
        if half:
            return (hour % 12 + (12 if half == "p" else 0)) * 60 + minute, False
        return hour * 60 + minute, 0 < hour < 13
    return None
