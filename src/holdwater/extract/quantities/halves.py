"""A unit and a part of it: "a year and a half", "two miles and a quarter"."""

from __future__ import annotations

import re

from holdwater.extract.quantities.drafts import Draft
from holdwater.extract.quantities.model import Dimension
from holdwater.extract.quantities.numerals import Form, Numeral
from holdwater.extract.quantities.qualifying import add_hedge
from holdwater.extract.quantities.units import unit_behind
from holdwater.patterns import waiting

_PART = waiting(r"(?:a|one)\s+(half|quarter)", re.IGNORECASE)
_AND = waiting(r"\s+and\s+")
_ONE = waiting(r"(?<!\w)(an?|one)\s+[a-z]+\s+and\s+$", re.IGNORECASE)
_OF = waiting(r"\s+of\b", re.IGNORECASE)
_SIZES = {"half": 0.5, "quarter": 0.25}
_MEASURED = (Dimension.TIME, Dimension.PHYSICAL)
_REACH = 32


def add_part(text: str, last: Draft | None, part: Draft) -> bool:
    """Make a unit and a part of it one draft: of `last` and `part`, which is then no more; or `part` with the unit
    that stands before it unread.

    Returns:
        Whether `last` has become the one draft of both.
    """
    match = _PART.fullmatch(text, *part.number)
    is_part = part.form is Form.PART and part.unit.dimension is Dimension.PERCENT
    if match is None or not is_part or _OF.match(text, part.end):
        return False
    size = _SIZES[match[1].lower()]
    if last is not None and _AND.fullmatch(text, last.end, part.start):
        return _added(last, part, size)
    _measure(text, part, size, last.end if last else part.words.span.start)
    return False


def _added(last: Draft, part: Draft, size: float) -> bool:
    if last.unit.dimension not in _MEASURED or last.is_range or last.unit.per or not last.value.is_integer():
        return False
    last.value = last.low = last.high = last.value + size
    last.half_steps = (size / 2,)
    last.end, last.number, last.behind = part.end, (last.number[0], part.number[1]), part.behind
    return True


def _measure(text: str, part: Draft, size: float, floor: int) -> None:
    """The part with its unit, whose article was read as no number: "doubled within a year and a half"."""
    match = _ONE.search(text, max(floor, part.start - _REACH), part.start)
    if match is None:
        return
    read = unit_behind(text, Numeral(match.start(1), match.end(1), 1.0, (0.5,), Form.WORDS), part.start)
    if read is None or read.unit.dimension not in _MEASURED or not _AND.fullmatch(text, read.end, part.start):
        return
    part.unit, part.form, part.kind, part.noun = read.unit, Form.WORDS, None, ""
    part.value = part.low = part.high = 1.0 + size
    part.half_steps = (size / 2,)
    part.start, part.number = match.start(1), (match.start(1), part.number[1])
    part.before = part.words.first_from(part.start)
    add_hedge(text, part, floor, part.words.span.end)
