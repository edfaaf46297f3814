"""Templates that print a value: a measure, a sum of money, a fraction, a date, a sign."""

from __future__ import annotations

from holdwater.document import MarkKind
from holdwater.read.wikitext import template_names as names
from holdwater.read.wikitext.call import Call
from holdwater.read.wikitext.dates import MONTHS
from holdwater.read.wikitext.writing import Writing

_RANGES = {
    "to": " to ", "-": "–", "–": "–", "and": " and ", "or": " or ", "x": " × ", "×": " × ", "by": " by ",
    "to(-)": " to ", "±": " ± ", "+/-": " ± ",
}  # fmt: skip
_CONVERT = frozenset("convert cvt conv maß unité unité/2 unit".split())
_FRACTIONS = frozenset("frac fraction sfrac frac2 tfrac bruch".split())
_DATES = frozenset(
    "start date; end date; birth date; death date; birth date and age; death date and age; start date and age; bda;"
    " dob; dod; film date; release date; date; dts; date-; date de naissance; date de décès; datum; fecha".split("; ")
)


def value(writer: Writing, call: Call, name: str) -> bool:
    """Write what such a template prints; False for any other."""
    if name in names.SIGNS and call.get("1") is None:
        writer.pen.add(names.SIGNS[name]) if names.SIGNS[name] != "\u00a0" else writer.pen.gap(call.piece.start)
    elif name in _CONVERT:
        _convert(writer, call)
    elif name in _FRACTIONS:
        _fraction(writer, call)
    elif name in ("val", "value"):
        _number_with_unit(writer, call)
    elif name in names.MONEY and call.get("1") is not None:
        writer.pen.decoded(names.MONEY[name].strip(), call.piece.start)
        _first(writer, call)
    elif name in ("circa", "c.", "ca", "ca.", "floruit", "fl.", "fl", "r.", "reign", "um"):
        _about(writer, call, name)
    elif name in ("as of", "stand", "asof"):
        _as_of(writer, call)
    elif name in ("sic", "sic!"):
        _sic(writer, call)
    elif name in _DATES and call.get("1") is not None:
        _date(writer, call)
    elif name in ("url", "official website", "official url", "official", "site officiel", "oficial"):
        _link(writer, call)
    else:
        return False
    return True


def _first(writer: Writing, call: Call, *places: str) -> None:
    one = call.get(*(places or ("1",)))
    if one is not None:
        writer.write(*one, by_line=False)


def _convert(writer: Writing, call: Call) -> None:
    """The measure as given, without its conversion: 10 km; 5 ft 6 in; 10 to 20 km."""
    places, at = call.by_place, 0
    while at + 1 < len(places):
        word = writer.raw[slice(*places[at + 1])].strip()
        writer.write(*places[at], by_line=False)
        joined = _RANGES.get(word.lower())
        if joined is not None:
            writer.pen.add(joined)
            at += 2
            continue
        writer.pen.gap()
        writer.write(*places[at + 1], by_line=False)
        after = writer.raw[slice(*places[at + 2])].strip() if at + 3 < len(places) else ""
        if not after.replace(".", "").replace(",", "").isdecimal():
            return
        writer.pen.gap()
        at += 2


def _fraction(writer: Writing, call: Call) -> None:
    given = [one for one in call.by_place if one[0] < one[1]][:3]
    for index, one in enumerate(given):
        if index == len(given) - 1:
            writer.pen.add("1/" if index == 0 else "/")
        elif index:
            writer.pen.gap()
        writer.write(*one, by_line=False)


def _number_with_unit(writer: Writing, call: Call) -> None:
    _first(writer, call)
    deviation, unit = call.get("2"), call.get("u", "ul")
    if deviation is not None:
        writer.pen.add(" ± ")
        writer.write(*deviation, by_line=False)
    if unit is not None:
        writer.pen.gap()
        writer.write(*unit, by_line=False)


def _about(writer: Writing, call: Call, name: str) -> None:
    word = {"f": "fl.", "r": "r.", "u": "um"}.get(name[0], "c.")
    writer.pen.decoded(word, call.piece.start)
    for index, one in enumerate(call.by_place[:2]):
        writer.pen.add(" – ") if index else writer.pen.gap()
        writer.write(*one, by_line=False)


def _as_of(writer: Writing, call: Call) -> None:
    alternative = call.get("alt")
    if alternative is not None:
        writer.write(*alternative, by_line=False)
        return
    lower = call.get("lc") is not None
    writer.pen.decoded("as of" if lower else "As of", call.piece.start)
    writer.pen.gap()
    _date(writer, call)


def _date(writer: Writing, call: Call) -> None:
    """Day, month and year in the order in which they are read: 4 May 1999."""
    day, month, year = call.get("3"), call.get("2"), call.get("1")
    if year is not None and year[1] - year[0] < 3:  # the other way round: {{date|4|mai|1999}}
        day, year = year, day
    if day is not None and writer.raw[slice(*day)].isdecimal():
        writer.write(*day, by_line=False)
        writer.pen.gap()
    if month is not None:
        words = writer.raw[slice(*month)].strip()
        index = int(words) if words.isdecimal() and len(words) < 3 else 0
        if 1 <= index <= 12:
            writer.pen.decoded(MONTHS[index - 1], month[0])
        else:
            writer.write(*month, by_line=False)
        writer.pen.gap()
    if year is not None:
        writer.write(*year, by_line=False)


def _sic(writer: Writing, call: Call) -> None:
    for one in call.by_place[:2]:
        writer.write(*one, by_line=False)
    if call.get("hide", "nolink") is None or call.get("hide") is None:
        writer.pen.add(" [sic]")


def _link(writer: Writing, call: Call) -> None:
    address = call.get("1", "url")
    if address is not None:
        mark = writer.pen.open(MarkKind.LINK, writer.plain(*address))
        _first(writer, call, "2", "1", "url")
        writer.pen.close(mark)
