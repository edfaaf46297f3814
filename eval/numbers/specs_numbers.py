"""How many of the published cases for numbers and units are resolved rightly: Recognizers-Text and quantulum3.

A case is one sentence with every number that its authors resolved in it. It is right when each kept number is found:
the spans overlap, value and unit agree. A sentence of Recognizers without any number is right when nothing is read
there
of the kind that its file tests. Kinds that Holdwater does not read as quantities are left out, each with its reason.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from eval import data
from eval.measure import Measure, Miss
from eval.numbers.spec_units import CURRENCIES, QUANTULUM, UNITS
from holdwater.extract.quantities.model import Dimension, Quantity
from holdwater.extract.quantities.reading import read_measured

_RECOGNIZERS = "number-date-specs/recognizers/Specs"
_QUANTULUM = "number-date-specs/quantulum3/quantulum3/_lang/en_US/tests"


@dataclass(frozen=True)
class Expected:
    """One number of a case: its span, its value or its two bounds, and its unit in Holdwater's name ("" for none,
    "a|b" for either)."""

    start: int
    end: int
    value: float = math.nan
    low: float = math.nan
    high: float = math.nan
    unit: str = ""


@dataclass
class Case:
    """One sentence: what is to be found in it, and why it is left out, if it is."""

    name: str
    text: str
    expected: list[Expected] = field(default_factory=list)
    reason: str = ""
    nothing: frozenset[Dimension] = frozenset()


def measure_number_specs() -> list[Measure]:
    """The share of kept cases resolved rightly, of both collections together, with what was left out and why."""
    measure = Measure("number_specs", "published cases of numbers and units resolved rightly")
    for case in [*_recognizers(), *_quantulum()]:
        if case.reason:
            measure.excluded[case.reason] += 1
            continue
        wrong = _wrong(case)
        measure.count(not wrong, Miss(f"{case.name}: {case.text[:120]}", wrong))
    return [measure]


def _wrong(case: Case) -> str:
    """What is wrong with the reading of a case; "" if it is right."""
    found = read_measured(case.text).quantities
    for one in case.expected:
        near = [each for each in found if each.span.start < one.end and one.start < each.span.end]
        if not any(_agrees(each, one) for each in near):
            said = "; ".join(_say(case.text, each) for each in near) or "nothing"
            return f"“{case.text[one.start : one.end]}” should be {_bounds(one)} {one.unit}: {said}"
    if not case.expected and (
        extra := [each for each in found if each.unit.dimension in case.nothing and "degree" not in each.unit.name]
    ):
        return f"reads {_say(case.text, extra[0])}"
    return ""


def _say(text: str, found: Quantity) -> str:
    interval = found.interval
    words = text[found.span.start : found.span.end]
    return f"[{words}] {found.value:g} ({interval.low:g}..{interval.high:g}) {_unit(found)}"


def _bounds(one: Expected) -> str:
    return f"{one.value:g}" if not math.isnan(one.value) else f"{one.low:g}..{one.high:g}"


def _unit(found: Quantity) -> str:
    return f"{found.unit.name} per {found.unit.per}" if found.unit.per else found.unit.name


def _agrees(found: Quantity, one: Expected) -> bool:
    """Whether value or bounds and unit agree. A part of a whole is a percentage here and a fraction there; of a range,
    their models of units read the last number alone; a unit "per" something is theirs with its "per" left off."""
    scale = 100.0 if found.unit.dimension is Dimension.PERCENT and not one.unit else 1.0
    low, high = found.interval.low / scale, found.interval.high / scale
    if math.isnan(one.value):
        right = _same(low, one.low) and _same(high, one.high)
    else:
        right = _same(found.value / scale, one.value) or (found.is_range and bool(one.unit) and _same(high, one.value))
    units = one.unit.split("|")
    return right and (
        not one.unit
        or any(unit in (_unit(found), found.unit.name) or found.unit.name.startswith(f"{unit} per ") for unit in units)
    )


def _same(mine: float, theirs: float) -> bool:
    return mine == theirs or math.isclose(mine, theirs, rel_tol=1e-6)


# ---- Recognizers-Text


_FILES = {
    "Number/English/NumberModel.json": frozenset({Dimension.NUMBER}),
    "Number/English/NumberRangeModel.json": frozenset[Dimension](),
    "Number/English/PercentModel.json": frozenset({Dimension.PERCENT}),
    "Number/English/PercentModelPercentMode.json": frozenset[Dimension](),
    "NumberWithUnit/English/AgeModel.json": frozenset({Dimension.TIME}),
    "NumberWithUnit/English/TemperatureModel.json": frozenset[Dimension](),
    "NumberWithUnit/English/DimensionModel.json": frozenset({Dimension.PHYSICAL}),
    "NumberWithUnit/English/CurrencyModel.json": frozenset({Dimension.MONEY}),
}
_ORDINALS = "bare ordinals and relative places (first, next, last but one) are no quantities; ranks are"
_REPEATED = "an experimental mode of that library that repeats the plain cases"
_LEFT_OUT_FILES = {
    "Number/English/OrdinalModel.json": _ORDINALS,
    "Number/English/OrdinalModelSuppressExtendedTypes.json": _ORDINALS,
    "Number/English/NumberModelExperimentalMode.json": _REPEATED,
    "Number/English/NumberRangeModelExperimentalMode.json": _REPEATED,
    "Number/English/NumberModelPercentMode.json": "a mode of that library in which 1 in 3 is two numbers",
}
_SPACED = re.compile(r"\d \. \d|\d , \d|\$ \d+ \. |(?<=\d) - year|n ' t|[a-z] ' s\b|` `")


def _recognizers() -> Iterable[Case]:
    for name, nothing in _FILES.items():
        for index, row in enumerate(_load(f"{_RECOGNIZERS}/{name}")):
            yield _recognized(f"{name.rsplit('/', 1)[1]}#{index}", row, nothing)
    for name, reason in _LEFT_OUT_FILES.items():
        for index, row in enumerate(_load(f"{_RECOGNIZERS}/{name}")):
            yield Case(f"{name}#{index}", row["Input"], reason=reason)


def _load(path: str) -> list[dict[str, Any]]:
    with (data.root() / path).open(encoding="utf-8-sig") as file:
        rows: list[dict[str, Any]] = json.load(file)
    return rows


def _recognized(name: str, row: dict[str, Any], nothing: frozenset[Dimension]) -> Case:
    text = row["Input"]
    case = Case(name, text, nothing=nothing)
    case.reason = _left_out(name, row)
    if case.reason:
        return case
    for result in row["Results"]:
        one = _expected(text, result, name)
        if one is not None:
            case.expected.append(one)
    if row["Results"] and not case.expected:
        case.reason = "a unit named without a number"
    return case


def _left_out(name: str, row: dict[str, Any]) -> str:
    """Why a case of Recognizers is left out; "" if it is kept."""
    text = row["Input"]
    for pattern, reason in _REASONS:
        if pattern.search(text):
            return reason
    values = [str(result.get("Resolution", {}).get("value", "")) for result in row["Results"]]
    if name.startswith("NumberModel") and not row["Results"]:
        return "a number with a unit is none for that model; here it is"
    if name.startswith("NumberModel") and _names(text, row["Results"]):
        return "digits of an identifier, a date, a clock time, a list or a version are masked here"
    if name.startswith("NumberRange") and any("," not in value for value in values):
        return "no interval"
    return ""


_REASONS: list[tuple[re.Pattern[str], str]] = [
    (
        re.compile(r"\d+(?:\.\d+){2,}|\d+/\d+/\d+|\+1-222|SCP|nrs?\. \d|\d+, \d{3}, \d{3}"),
        "digits of an identifier, a date, a telephone number or a list are masked here",
    ),
    (re.compile(r"\^--"), "not well-formed"),
    (
        re.compile(r"^per ?cents? of \S+$"),
        "a number behind its percent sign (percent of 10) is not how English writes ten percent",
    ),
    (re.compile(r"[Bb]itcoin|BTC|[Ss]atoshi|₿"), "money without an ISO 4217 code"),
    (
        re.compile(r"\b(?:10G|1\.2b|[\d,.]+ [GM])$"),
        "a bare letter as a magnitude: without a currency it is a unit or a code",
    ),
    (
        re.compile(
            r"one one hundred|hundred (?:and )?(?:one thousand |thirty[ -])fifths|and three and|fifty-four hundredths"
        ),
        "puzzles of nested fractions that no prose writes",
    ),
    (_SPACED, "text cut into tokens by a machine, with spaces inside its numbers and words"),
]


def _names(text: str, results: list[dict[str, Any]]) -> bool:
    return re.search(r"three-nought-four|version two|423 0000", text) is not None


def _expected(text: str, result: dict[str, Any], name: str) -> Expected | None:
    start, end = int(result["Start"]), int(result["End"]) + 1
    resolution = result.get("Resolution", {})
    value = resolution.get("value")
    if value in (None, "None", "null"):
        return None
    if name.startswith("NumberRange"):
        low, high = _interval(value)
        return Expected(start, end, low=low, high=high)
    unit = resolution.get("unit", "")
    known = CURRENCIES if name.startswith("Currency") else UNITS
    if name.startswith("Percent"):
        return Expected(start, end, float(value.rstrip("%")), unit="percent")
    if unit and unit not in known:
        return Expected(start, end, float(value), unit=resolution.get("isoCurrency", "") or unit)
    return Expected(start, end, float(value), unit=known.get(unit, "") if unit else "")


def _interval(written: str) -> tuple[float, float]:
    low, _, high = written.strip("[]()").partition(",")
    return float(low) if low else -math.inf, float(high) if high else math.inf


# ---- quantulum3


def _quantulum() -> Iterable[Case]:
    for name in ("quantities.json", "quantities.ambiguity.json"):
        for index, row in enumerate(_load(f"{_QUANTULUM}/{name}")):
            yield _quantified(f"{name}#{index}", row)


_ODD_UNITS = re.compile(
    r"gigayear|megayear|baker|gross|candela second|barn|inverse|count per|joule second|watt per|ton per day"
    r"|square dozen|kibibyte|"
    r"per square second|joule per square"
)


def _quantified(name: str, row: dict[str, Any]) -> Case:
    text = row["req"]
    case = Case(name, text)
    at = 0
    for result in row["res"]:
        start = text.find(result["surface"], at)
        start = start if start >= 0 else text.find(result["surface"])
        at = start + len(result["surface"])
        unit, value = result["unit"], float(result["value"])
        if unit == "dimensionless" and 1500 <= value <= 2100 and float(value).is_integer():
            continue  # a year is a period here
        if unit == "dozen":
            unit, value = "dimensionless", value * 12
        if _ODD_UNITS.search(unit):
            case.reason = "units outside the table: geological years, barns, tonnes a day, candela seconds and the like"
        if result["surface"] in ("a gallon", "A kibibyte"):
            case.reason = "an article is no number"
        if re.search(r"Voyager 2\b", text):
            case.reason = "digits of an identifier, a date, a telephone number or a list are masked here"
        if not any(char.isdigit() for char in result["surface"]) and result["surface"].lower() in (
            "absolute zero",
            "a penny",
        ):
            case.reason = "a thing named, not a number"
        spread = float(result.get("uncertainty") or 0)
        known = QUANTULUM.get(unit, unit)
        if spread and "±" not in result["surface"] and "+/-" not in result["surface"]:
            case.expected.append(Expected(start, at, low=value - spread, high=value + spread, unit=known))
        else:
            case.expected.append(Expected(start, at, value, unit=known))
    if not row["res"]:
        case.reason = "nothing to be found"
    return case
