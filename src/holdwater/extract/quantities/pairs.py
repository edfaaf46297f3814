"""Two numbers that belong together: the ends of a range ("7-8 %", "between five and ten") or of a change ("from 36% to
96%")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from holdwater.extract.quantities.changes import CHANGE, MULTIPLES, NOUNS
from holdwater.extract.quantities.intervals import opens_interval
from holdwater.extract.quantities.masks import Masks
from holdwater.extract.quantities.model import Dimension, Unit
from holdwater.extract.quantities.numerals import Form, Numeral, read_numeral
from holdwater.extract.quantities.units import UnitRead, money_before, unit_behind, with_per
from holdwater.patterns import waiting


@dataclass(frozen=True, slots=True)
class Measure:
    """A numeral with the currency before it and the unit behind it."""

    numeral: Numeral
    money: tuple[str, int] | None
    read: UnitRead | None


@dataclass(frozen=True, slots=True)
class Joined:
    """Two measures, as the two ends of a range or else of a change."""

    first: Measure
    second: Measure
    is_range: bool


_JOINT = waiting(
    r"(?P<dash>\s?[-–—‐‑−~]\s?)(?=[\d$€£¥₹½¼¾])|(?P<to>(?:-\s?|\s{1,2})(?:to|through|till)\s{1,2})|(?P<or>\s(?:or)\s)|(?P<and>(?:-\s?|\s{1,2})and\s{1,2})"
)
_COMMA = waiting(r"(?P<dash>[,;]\s?(?=[-−–]?\d))(?P<to>(?!))?(?P<or>(?!))?(?P<and>(?!))?")
"""Parts the ends of an interval that is named one; it has the groups of `_JOINT`."""
_LEAD = waiting(
    r"(?:(?:about|around|nearly|almost|some|roughly|over|just\sover|just\sunder|more\sthan|less\sthan|only|approximately|at\sleast|at\smost|under|as\s(?:many|much|high|low)\sas|close\sto|a)\s){0,2}"
    r"(?P<money>(?:[A-Z]{2,3}|[A-Z])?\s?[$€£¥₹]\s?|(?:USD|EUR|GBP)\s?)?(?=[-−+]?[\d½¼¾a-zA-Z])"
)
_FROM = waiting(
    r"\b(?:from|between)\s(?:(?:about|around|nearly|almost|some|roughly|over|just\sover|just\sunder|more\sthan|less\sthan|only|approximately|at\sleast|under|an?|the|a\slow\sof)\s){0,2}$",
    re.IGNORECASE,
)
_VERB = waiting(r"[A-Za-z]+")
_STEADY = frozenset("range ranges ranged ranging vary varies varied varying anywhere between scale".split())
_MULTIPLY = waiting(r"multipl(?:y|ies|ied|ying)|[a-z]+fold")
_NUMBERISH = waiting(
    r"[\d½¼¾⅓⅔]|(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|fif|twen|for|hundred|half|a\s)",
    re.IGNORECASE,
)


def join(text: str, first: Measure, limit: int, masks: Masks, floor: int) -> Joined | None:
    """The range or the change that begins with `first`; None if it stands alone."""
    end = max(first.numeral.end, first.read.end if first.read else 0)
    joint = _JOINT.match(text, end, limit)
    if joint is None and opens_interval(text, first.numeral.start, floor):
        joint = _COMMA.match(text, end, limit)
    if joint is None and first.read is not None and first.numeral.end < end:  # "between 3 m and", "8 to 16"
        joint = _JOINT.match(text, first.numeral.end, limit)
        if joint is not None and first.money is None:
            first = replace(first, read=None)
    if joint is None:
        return None
    lead = _FROM.search(
        text, max(floor, first.numeral.start - 40), first.money[1] if first.money else first.numeral.start
    )
    start = lead.group().lower() if lead else ""
    if joint["and"] and not start.startswith("between"):
        return None
    second = _second(text, joint, limit, masks, scaled=first.numeral.scale >= 1e6)
    if second is None or not _agree(first, second):
        return None
    if joint["to"] and start.startswith("from") and _changes(text, lead.start() if lead else 0):
        return Joined(*_same_unit(first, second), is_range=False)
    return _range(text, first, second, joint, start, floor)


def _second(text: str, joint: re.Match[str], limit: int, masks: Masks, *, scaled: bool) -> Measure | None:
    lead = _LEAD.match(text, joint.end(), limit)
    if lead is None or ((joint["dash"] or joint["or"]) and lead.end() > joint.end() and not lead["money"]):
        return None
    start = lead.end() + (1 if text[lead.end() : lead.end() + 1] in ("-", "−", "+") else 0)
    if start >= limit or masks.covered(start, start + 1) >= 0 or not _NUMBERISH.match(text, start):
        return None
    money = money_before(text, start, joint.end())
    numeral = read_numeral(text, start, money=money is not None or scaled)  # "from 1.9bn to 736m"
    if numeral is None or numeral.form is Form.ORDINAL or (joint["dash"] and numeral.form is Form.WORDS):
        return None
    if joint["dash"] and numeral.start < start:
        numeral = replace(numeral, start=start, value=abs(numeral.value))
    if text[numeral.end : numeral.end + 1] in ("-", "/", ":") and text[numeral.end + 1 : numeral.end + 2].isdigit():
        return None
    read = unit_behind(text, numeral, limit)
    if money and (read is None or read.unit.dimension is not Dimension.MONEY):
        read = with_per(text, UnitRead(Unit(Dimension.MONEY, money[0]), numeral.end), limit)
    return Measure(numeral, money, read)


def _agree(first: Measure, second: Measure) -> bool:
    """Whether two measures may be of one thing: the same unit, or only one of them says it."""
    one = first.read.unit if first.read else None
    two = second.read.unit if second.read else None
    if one is None or two is None:
        return one is None or one.dimension in (Dimension.PERCENT, Dimension.MONEY, Dimension.TIME, Dimension.PHYSICAL)
    return one == two or (one.dimension is two.dimension is Dimension.MONEY) or _one_per(one, two)


def _one_per(one: Unit, two: Unit) -> bool:
    return one.name == two.name and not one.per


def _same_unit(first: Measure, second: Measure) -> tuple[Measure, Measure]:
    """Both measures with the unit and the magnitude that one of them gives for both."""
    if (
        not first.numeral.scaled
        and second.numeral.scaled
        and abs(first.numeral.value) < 1000
        and not _is_round(first, second)
    ):
        first = replace(first, numeral=_scaled(first.numeral, second.numeral.scale))
    if first.read is None and second.read is not None:
        first = replace(first, read=UnitRead(second.read.unit, first.numeral.end))
    elif second.read is None and first.read is not None:
        second = replace(second, read=UnitRead(first.read.unit, second.numeral.end))
    return first, second


def _is_round(first: Measure, second: Measure) -> bool:
    """Whether the first stands for itself beside a scaled second: "from 300 to one thousand"."""
    return (
        first.numeral.value >= second.numeral.value / second.numeral.scale
        and second.numeral.scale <= 1000
        and first.numeral.value >= 100
    )


def _scaled(numeral: Numeral, scale: float) -> Numeral:
    value = float(f"{numeral.value * scale:.15g}")
    return replace(numeral, value=value, half_steps=tuple(step * scale for step in numeral.half_steps), scale=scale)


def _changes(text: str, start: int) -> bool:
    """Whether a word of change stands before "from" in its clause."""
    clause = re.split(r"[.;:!?]\s", text[max(0, start - 120) : start].lower())[-1]
    words = _VERB.findall(clause)[-14:]
    if any(word in _STEADY for word in words[-3:]):
        return False
    return any(word in CHANGE or word in NOUNS or word in MULTIPLES or _MULTIPLY.fullmatch(word) for word in words)


def _range(text: str, first: Measure, second: Measure, joint: re.Match[str], lead: str, floor: int) -> Joined | None:
    own = first.money is not None or (first.read is not None and first.read.end > first.numeral.end)
    first, second = _same_unit(first, _whole(first, second, joint))
    one, two = first.numeral, second.numeral
    if one.form is Form.PART and joint["dash"]:
        return None
    if joint["or"] and (not (0 < one.value < two.value) or two.value > one.value * 4 or _said_unit(first, second)):
        return None
    if joint["dash"] and not (one.value < two.value or (one.value < 0)):
        return None
    if joint["to"] and not lead and _is_change_then_level(text, one, two, own, floor):
        return None
    if one.value >= two.value and not lead and not (first.read and one.value < 0):
        return None
    return Joined(first, second, is_range=True)


def _whole(first: Measure, second: Measure, joint: re.Match[str]) -> Measure:
    """ "150-60": the second number with the digits that it leaves out."""
    one, two = first.numeral.value, second.numeral.value
    if (
        joint["dash"]
        and 100 <= one < 1000
        and one % 100 < two < 100
        and one.is_integer()
        and two >= 10
        and not second.read
    ):
        return replace(second, numeral=replace(second.numeral, value=one - one % 100 + two))
    return second


def _said_unit(first: Measure, second: Measure) -> bool:
    return (
        first.read is not None
        and second.read is not None
        and first.read.end < second.numeral.start
        and first.read.end > first.numeral.end
    )


def _is_change_then_level(text: str, one: Numeral, two: Numeral, own: bool, floor: int) -> bool:
    """ "rose 3% to 45%", "rose by 38,000 to 2.49 million": units of their own, or amounts too far apart for a range."""
    return (own or two.value > 3 * one.value) and _changed_before(text, one.start, floor)


def _changed_before(text: str, start: int, floor: int) -> bool:
    """ "rose 3% to 45%": the first number is the change and the second what it came to."""
    words = _VERB.findall(text[max(floor, start - 24) : start].lower())
    return any(word in CHANGE or word == "by" for word in words[-3:])
