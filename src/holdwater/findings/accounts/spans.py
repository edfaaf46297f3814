"""DAT101, DAT102, DAT104: weekdays, days that do not exist, and lengths of time beside the dates they lie between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from holdwater.document import Span
from holdwater.extract.quantities.model import Dimension, Grain, Period, Quantity, QuantityKind
from holdwater.findings.accounts.amounts import shown
from holdwater.findings.accounts.calendar import between, end_of, ends, fits, is_dated, is_longer, of_year, start_of
from holdwater.findings.accounts.model import Discrepancy, DiscrepancyKind
from holdwater.findings.accounts.sketch import PLAIN, D, G, P, Sketch, V
from holdwater.patterns import waiting

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_JULIAN_UNTIL = 1752
"""The last year in which much of Europe went by the Julian calendar; until then its weekday is as good."""
_JULIAN_COUNTRIES_UNTIL = 1923
"""The last year in which any country did; until then, where the paragraph names one of them or the old style."""
_OLD_STYLE = waiting(
    r"\bold style\b|\bo\. ?s\.|\bjulian\b|\brussia|\bpeters?burg|\bpetrograd|\bmoscow|\bgreek|\bgreece|\bathens|"
    r"\bserbia|\bbulgaria|\br[ou]+mania|\btsar|\bczar|\bukrain"
)
_FROM_TO = rf"\b(?:from|between) (?P<p>{P})(?P<mid>{PLAIN}{{0,40}}?)\b(?:to|until|till|through|and) (?P<q>{P})"
_LASTS = r"(?:for|or|a period of|a span of|a total of|lasting|lasted|that is|all of|fully|some|in all)"
_RANGE_LENGTH = (
    waiting(rf"(?P<g>{G})(?: ?[,;(:—–] ?| )(?:{_LASTS} )(?P<d>{D})"),
    waiting(rf"(?P<g>{G}) ?[,(:—–] ?(?P<d>{D})(?: in all| in total| altogether)? ?[,.;:)—–]"),
    waiting(
        rf"\b(?:for|lasted|lasting|after|over|spent|served|reigned|ran|took|of|in)(?: \w+)? (?P<d>{D})"
        rf"(?: (?:in|as|of|on|at|to) [a-z]+(?: of [a-z]+)?)?(?: ?[,:(—–] ?| )"
        rf"(?P<g>{G})"
    ),
    waiting(rf"\b(?:the|a|an|his|her|its|their) (?P<d>{D}) (?:\w+ ){{1,2}}?(?:\(|, |of )?(?P<g>{G})"),
    waiting(rf"(?P<g>{G}){PLAIN}{{0,60}}?, (?:for|a period of|a span of|lasting|in all) (?P<d>{D})"),
)
_POINT_LENGTH = (
    waiting(rf"{_FROM_TO}(?: ?[,;(:—–] ?| )(?:{_LASTS} )?(?P<d>{D})(?! (?:later|before|after|ago|earlier|old))"),
    waiting(rf"(?P<d>{D})(?: ?[,(:—–] ?| ){_FROM_TO}"),
)
_BEGUN = (
    r"(?:began|begun|started|opened|founded|established|launched|built|elected|appointed|joined|married|arrived|"
    r"broke out|set up|introduced|took office|came to power|enlisted|moved in|crowned|signed|formed|created)"
)
_ENDED = (
    r"(?:ended|finished|closed|dissolved|abolished|left|resigned|retired|divorced|stopped|ceased|demolished|completed|"
    r"expired|ran out|lapsed|withdrawn|pulled down|torn down|died|deposed|repealed|burned down|burnt down|shut)"
)
_LOOSE_LENGTH = waiting(
    rf"(?P<g>{G})(?P<gap>{PLAIN}{{1,70}}?)\b(?:for|lasting|lasted|period of|took|spent) "
    rf"(?:(?:a|the|some|about|nearly) )?(?:(?:full|whole|total of|good) )?(?P<d>{D})"
)
"""The length may be a part of the time named, so only one that is too long is a discrepancy."""
_TOOK = waiting(
    rf"\b{_BEGUN}\b{PLAIN}{{0,40}}?(?:in|on|at) (?P<p>{P})[^\ue000-\ue7ff\ue800-\uf8ff]{{0,60}}?\b(?:took|lasted|"
    rf"for|after) "
    rf"(?:(?:a|full|the|some) )?(?P<d>{D})[^\ue000-\uf8ff]{{0,60}}?\b{_ENDED}\b{PLAIN}{{0,30}}?(?:in|on|at) (?P<q>{P})"
)
_ANY_EVENTS = waiting(
    rf"\b(?:in|on) (?P<p>{P}){PLAIN}{{0,30}}?\band {PLAIN}{{0,40}}?\b(?:in|on) (?P<q>{P}),? "
    rf"(?:after|for|lasting|when (?:it|he|she) was|having \w+(?: \w+)?(?: for)?) (?P<d>{D})(?! (?:later|before|"
    rf"after|ago|earlier|in))"
)
_BUILT = waiting(
    rf"\b(?:took|lasted|went on for|needed) (?P<d>{D}){PLAIN}{{0,40}}?[:;,—–] ?{PLAIN}{{0,30}}?\b{_BEGUN} "
    rf"{PLAIN}{{0,30}}?(?:in|on) (?P<p>{P}),? (?:and|until|but){PLAIN}{{0,50}}? (?:in|on) (?P<q>{P})"
)
_UNTIL = waiting(
    rf"\b{_BEGUN}\b{PLAIN}{{0,40}}?(?:in|on|at) (?P<p>{P}){PLAIN}{{0,60}}?\bfor (?P<d>{D}),? (?:until|till|up "
    rf"to) (?P<q>{P})"
)
_TAKEN = waiting(
    rf"\b{_BEGUN}\b{PLAIN}{{0,40}}?(?:in|on|at) (?P<p>{P}){PLAIN}{{0,40}}?\b{_ENDED}\b{PLAIN}{{0,30}}?(?:in|on|"
    rf"at) (?P<q>{P})"
    rf"[,;:—–]? (?:it |and |which |\w+ing )?(?:had |has )?(?:taken|took|lasted|gone on for|been open for|stood "
    rf"for) (?P<d>{D})"
)
_THESE = waiting(rf"(?P<g>{G})[^\ue000-\uf7fe]{{0,80}}?\b(?:in|during|over|for|of) (?:these|those) (?P<d>{D})")
_JUBILEE = waiting(
    rf"\b(?:{_BEGUN}|born|built)\b{PLAIN}{{0,40}}?(?:in|on) (?P<p>{P})[^\ue000-\uf7fe]{{0,100}}?"
    rf"\b(?P<n>\d+)(?:st|nd|rd|th) (?:anniversary|birthday|jubilee)\b{PLAIN}{{0,40}}?(?:in|on) (?P<q>{P})"
    rf"|\b(?:in|on) (?P<y>{P})[^\ue000-\uf7fe]{{0,40}}?\b(?P<o>\d+)(?:st|nd|rd|th) (?:anniversary|jubilee)\b"
    rf"{PLAIN}{{0,40}}?\b(?:founded|established|opened|built|launched|born) (?:in|on) (?P<x>{P})"
)
_TWO_EVENTS = waiting(
    rf"\b{_BEGUN}\b{PLAIN}{{0,40}}?(?:in|on|at) (?P<p>{P}){PLAIN}{{0,30}}?\b(?:and|until|till)\b{PLAIN}{{0,40}}?"
    rf"(?:in|on|at|until) (?P<q>{P}),? (?:after|for|lasting|having \w+(?: \w+)?|(?:and )?\w+ for) (?P<d>{D})(?! "
    rf"(?:later|before|after|ago|earlier))"
)
_LATER = waiting(rf"(?P<d>{D}) (?:later|afterwards?|after that|on),? (?:(?:in|on|by) )?(?P<q>{P})")
_IN_LATER = waiting(rf"\b(?:in|on) (?P<q>{P})(?:,| \(|,? and| —| –)? (?P<d>{D}) (?:later|afterwards)\b")
_AFTER = waiting(
    rf"(?P<d>{D}) after {PLAIN}{{0,50}}?(?P<p>{P}),{PLAIN}{{0,3}}(?:in|on) (?P<q>{P})"
    rf"|(?:in|on) (?P<y>{P}),? (?:exactly |just )?(?P<e>{D}) (?P<way>after|before) {PLAIN}{{0,50}}?(?:of|in|on) "
    rf"(?P<x>{P})"
)
_PART = waiting(r"(?:^|\b)(?:between|during|within|in|of) $|^between\b")
_CLAUSE = waiting(
    r"\b(?:and|but|then|when|before|after|while|though|although|whereas|because|since|whom?|whose|which|"
    r"(?:one|two|some|most|many|none|each|both|all) of (?:them|these|those)|had)\b|;(?! (?:it|he|she|they) )"
)
"""What follows may be of another thing or time: "one of them had farmed it for thirty years"."""
_LENGTH_WORDS = waiting(
    r"\b(?:every|each|first|last|next|past|within|than|per|previous|another|further|other|old|early)\s*$"
)
_NAMED = waiting(
    rf"(?P<p>{P})(?:,| \(| —| –)? ?(?:which (?:was|fell on)|(?:was|fell on)|that is,?)? ?(?:an? )?(?P<w>{P})"
    rf"|\bon an? (?P<v>{P})(?:[,;:—–]| \() ?(?:it was |that was |the date was |the day was |namely )?(?:on )?(?P<o>{P})"
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NO_DAY = waiting(
    rf"\b{_MONTH} (?:3[2-9]|[4-9]\d)(?:st|nd|rd|th)?,? [12]\d{{3}}\b|\b(?:3[2-9]|[4-9]\d)(?:st|nd|rd|"
    rf"th)? {_MONTH} [12]\d{{3}}\b"
)
_WRITTEN = waiting(r"(?<![\w/.-])(?:(\d{1,2})/(\d{1,2})/([12]\d{3})|([12]\d{3})-(\d\d)-(\d\d))(?![\w/-])")
_AGED = r"(?:aged|when (?:he|she) was|(?:at|to) the age of|at age|at|age)"
_AGE = rf"{_AGED} (?P<d>{D}|{V})(?! (?:later|before|after|ago))(?![\w%])"
_BORN = rf"\bborn {PLAIN}{{0,40}}?(?:in |on )?(?P<p>{P})"
_KIN = waiting(
    r"\b(?:married|wife|husband|son|daughter|brother|sister|mother|father|child|children|widow|parents?|uncle|aunt|"
    r"cousin|nephew|niece|whose|sons|daughters|friend)\b"
)
_AGES = (
    waiting(
        rf"{_BORN}(?P<gap>,{PLAIN}{{0,60}}?)\b(?:in|on) (?P<q>{P}),?{PLAIN}{{0,3}}(?:aged|at the age of) "
        rf"(?P<d>{D}|[\ue000-\ue3ff\uf400-\uf7fe])"
    ),
    waiting(
        rf"{_BORN}(?P<gap>[^\ue000-\ue7ff\ue800-\uf7fe]{{0,160}}?)\bdied {PLAIN}{{0,40}}?(?:in |on )?(?P<q>{P})"
        rf",?{PLAIN}{{0,12}}?{_AGE}"
    ),
    waiting(rf"{_BORN}(?P<gap>[^\ue000-\ue7ff\ue800-\uf7fe]{{0,160}}?)\bdied,? {_AGE},? (?:in|on) (?P<q>{P})"),
    waiting(rf"\bborn {PLAIN}{{0,40}}?(?:in |on )?(?P<p>{P})(?P<gap>{PLAIN}{{0,60}}?){_AGE},? (?:in|on) (?P<q>{P})"),
    waiting(
        rf"\b(?:at the age of|at|aged) (?P<d>{D}|{V}),? (?:in|on) (?P<q>{P})(?P<gap>{PLAIN}{{0,60}}?)\bborn "
        rf"(?:in|on) (?P<p>{P})"
    ),
    waiting(rf"\b(?:in|on) (?P<q>{P}),? {_AGE}(?P<gap>{PLAIN}{{0,60}}?)\bborn (?:in|on) (?P<p>{P})"),
    waiting(
        rf"\b(?:he|she) was (?P<d>{D}|{V}) when (?:he|she) {PLAIN}{{0,40}}?(?:in|on) (?P<q>{P})"
        rf"(?P<gap>[^\ue000-\uf8ff.]{{0,40}}?)\bborn (?:in|on) (?P<p>{P})"
    ),
    waiting(
        rf"\bborn (?:in|on) (?P<p>{P})(?P<gap>[^\ue000-\ue7ff\ue800-\uf7fe]{{0,120}}?)\b(?:he|she) was "
        rf"(?P<d>{D}|{V}) when (?:he|she) {PLAIN}{{0,60}}?(?:in|on) (?P<q>{P})"
    ),
    waiting(
        rf"\bborn (?:in|on) (?P<p>{P})(?P<gap>[^\ue000-\ue7ff\ue800-\uf7fe]{{0,120}}?)\bin (?P<q>{P}),? (?:at "
        rf"the age of|aged|when (?:he|she) was|at) (?P<d>{D}|{V})(?![\w%])"
    ),
)
_LIFE = waiting(
    rf"\((?P<g>{G})\)(?P<gap>[^\ue000-\uf7fe]{{0,160}}?)(?:\b(?:died|lived) {PLAIN}{{0,30}}?{_AGE}|"
    rf"\bwas (?P<e>{D}|{V}) when (?:he|she) died)"
)
_OLDEST = 125
_LONGEST = 1500  # years above it are the names of years: "the 1981–1982 school years"
_CLOSE = 150
"""Characters from a date within which "two years later" may be counted from it."""
_PAPER = waiting(r"(?:[A-Z][\w.]*|[Tt]he)\s+$")


def spans(sketch: Sketch, text: str) -> Iterator[Discrepancy]:
    """What a paragraph says of weekdays and lengths of time that the calendar does not bear out.

    Args:
        sketch: the paragraph.
        text: the document's text.
    """
    for item in sketch.items.values():
        if isinstance(item, Period):
            yield from _day(item, _julian_until(sketch), text)
    yield from _days_named(sketch, text)
    done: set[int] = set()
    for found in (*_lengths(sketch, text), *_later(sketch, text), *_ages(sketch, text), *_jubilees(sketch, text)):
        if found.span.start not in done:
            done.add(found.span.start)
            yield found


def _day(period: Period, julian: int, text: str) -> Iterator[Discrepancy]:
    stated = " ".join(period.span.of(text).split())
    if period.impossible:
        yield Discrepancy(DiscrepancyKind.IMPOSSIBLE, period.span, (), stated, "no such day", "")
    if period.weekday < 0 or period.grain is not Grain.DAY or not is_dated(period, text) or period.is_range:
        return
    first, _ = ends(period)
    if period.weekday in _weekdays(first, julian) or _is_newspaper(period, text):
        return
    real = DAYS[first.weekday()]
    formula = f"{first.day} {first:%B} {first.year} was a {real}"
    yield Discrepancy(DiscrepancyKind.WEEKDAY, period.span, (), stated, real, formula)


def _is_newspaper(period: Period, text: str) -> bool:
    """Whether "Sun" is a newspaper's: "Baltimore Sun, Nov. 10, 2012"."""
    start = period.span.start
    named = re.match(r"Sun\b", period.span.of(text)) is not None
    return named and _PAPER.search(text[max(0, start - 30) : start]) is not None


def _days_named(sketch: Sketch, text: str) -> Iterator[Discrepancy]:
    """ "On 1 January 2000, which was a Saturday": the weekday read apart from its date."""
    for found in _NAMED.finditer(sketch.words):
        day, named = sketch.period(found["p"] or found["o"]), sketch.period(found["w"] or found["v"])
        if named.weekday < 0 or " ".join(named.span.of(text).split()).title() not in DAYS or day.weekday >= 0:
            continue
        if (
            day.grain is Grain.DAY
            and is_dated(day, text)
            and named.weekday not in _weekdays(ends(day)[0], _julian_until(sketch))
        ):
            first = ends(day)[0]
            real = DAYS[first.weekday()]
            stated = " ".join(named.span.of(text).split())
            formula = f"{first.day} {first:%B} {first.year} was a {real}"
            yield Discrepancy(DiscrepancyKind.WEEKDAY, named.span, (day.span,), stated, real, formula)


def _julian_until(sketch: Sketch) -> int:
    return _JULIAN_COUNTRIES_UNTIL if _OLD_STYLE.search(sketch.words) else _JULIAN_UNTIL


def _weekdays(day: date, julian: int) -> set[int]:
    """The weekdays that a date may have had, by the Gregorian and, as long as it was in use, the Julian calendar."""
    found = {day.weekday()}
    if day.year <= julian:
        century = day.year // 100 - (1 if (day.month, day.day) < (3, 1) and day.year % 100 == 0 else 0)
        late = century - century // 4 - 2
        found.add((day + timedelta(days=late)).weekday())
    return found


def _lengths(sketch: Sketch, text: str) -> Iterator[Discrepancy]:
    for pattern in (*_RANGE_LENGTH, _THESE):
        for found in pattern.finditer(sketch.words):
            period, length = sketch.period(found["g"]), sketch.quantity(found["d"])
            if sketch.words[found.end("g") : found.end("g") + 4] == " to " or not is_dated(period, text):
                continue
            clause = pattern is not _THESE and _CLAUSE.search(sketch.words[found.end("g") : found.start("d")])
            if clause or not _is_length(sketch, found.start("d"), length):
                continue
            first, last = start_of(period), end_of(period)
            part = _PART.search(sketch.words[: found.start("g")]) or _PART.match(period.span.of(text).lower() + " ")
            if not fits(length, first, last) and (not part or is_longer(length, first, last)):
                yield _off(length, (period,), between(first, last, length.unit.name), text)
    for found in _LOOSE_LENGTH.finditer(sketch.words):
        period, length = sketch.period(found["g"]), sketch.quantity(found["d"])
        if is_dated(period, text) and not _CLAUSE.search(found["gap"]) and _is_length(sketch, found.start("d"), length):
            first, last = start_of(period), end_of(period)
            if not fits(length, first, last) and is_longer(length, first, last):
                yield _off(length, (period,), between(first, last, length.unit.name), text)
    for pattern in (*_POINT_LENGTH, _TWO_EVENTS, _TOOK, _ANY_EVENTS, _UNTIL, _TAKEN, _BUILT):
        for found in pattern.finditer(sketch.words):
            length = sketch.quantity(found["d"])
            end = sketch.period(found["q"])
            start = of_year(sketch.period(found["p"]), end, text)
            if start and is_dated(end, text) and _is_length(sketch, found.start("d"), length):
                yield from _between(length, start, end, text)


def _jubilees(sketch: Sketch, text: str) -> Iterator[Discrepancy]:
    """ "Founded in 1871 … its 100th anniversary in 1971"."""
    for found in _JUBILEE.finditer(sketch.words):
        start, end = sketch.period(found["p"] or found["x"]), sketch.period(found["q"] or found["y"])
        said_to_be = found["n"] or found["o"]
        if not is_dated(start, text) or not is_dated(end, text):
            continue
        years = ends(end)[0].year - ends(start)[0].year
        if years > 0 and years != int(said_to_be):
            said = " to ".join(" ".join(one.span.of(text).split()) for one in (start, end))
            formula = f"“{said}” is {years} years"
            stated = f"{said_to_be}th"
            yield Discrepancy(DiscrepancyKind.DURATION, end.span, (start.span,), stated, f"{years} years", formula)


def _is_length(sketch: Sketch, at: int, length: Quantity) -> bool:
    old = length.kind is QuantityKind.AGE and not sketch.words[max(0, at - 12) : at].endswith(
        (" it was ", " he was ", " she was ")
    )
    if old or length.value > _LONGEST:
        return False
    return not _LENGTH_WORDS.search(sketch.words[max(0, at - 20) : at])


def _between(length: Quantity, start: Period, end: Period, text: str) -> Iterator[Discrepancy]:
    first, last = ends(start), ends(end)
    if last[0] <= first[1]:
        return  # of what overlaps nothing is known, and the order is another matter
    if not fits(length, first, last):
        yield _off(length, (start, end), between(first, last, length.unit.name), text)


def _off(length: Quantity, periods: tuple[Period, ...], computed: str, text: str) -> Discrepancy:
    said = " to ".join(" ".join(period.span.of(text).split()) for period in periods)
    return Discrepancy(
        DiscrepancyKind.DURATION,
        length.span,
        tuple(sorted(period.span for period in periods)),
        shown(length, text),
        computed,
        f"“{said}” is {computed}",
    )


def _later(sketch: Sketch, text: str) -> Iterator[Discrepancy]:
    """ "Two years later, in 1993", counted from any date before it in the paragraph."""
    for pattern in (_LATER, _IN_LATER):
        for found in pattern.finditer(sketch.words):
            length, end = sketch.quantity(found["d"]), sketch.period(found["q"])
            before = [item for letter in sketch.words[: found.start()] if (item := sketch.items.get(letter))]
            dates = [item for item in before if isinstance(item, Period) and is_dated(item, text)]
            close = re.search(
                rf"[{P[1:-1]}{G[1:-1]}][^\ue000-\ue7ff\uec00-\uf7fe]{{0,{_CLOSE}}}$", sketch.words[: found.start()]
            )
            if not close or not dates or not is_dated(end, text) or not _is_length(sketch, found.start("d"), length):
                continue
            if any(_reaches(one, length, end) for one in dates) or all(ends(one)[0] > ends(end)[1] for one in dates):
                continue
            yield from _between(length, dates[-1], end, text)
    for found in _AFTER.finditer(sketch.words):
        length = sketch.quantity(found["d"] or found["e"])
        start, end = sketch.period(found["p"] or found["x"]), sketch.period(found["q"] or found["y"])
        if found["way"] == "before":
            start, end = end, start
        if is_dated(start, text) and is_dated(end, text) and not start.is_range:
            yield from _between(length, start, end, text)


def _reaches(start: Period, length: Quantity, end: Period) -> bool:
    first, last = ends(start), ends(end)
    if start.is_range and fits(length, end_of(start), last):
        return True
    return fits(length, first, last)


def _ages(sketch: Sketch, text: str) -> Iterator[Discrepancy]:
    for pattern in _AGES:
        for found in pattern.finditer(sketch.words):
            if _KIN.search(found[0]) or "born" in found["gap"]:
                continue
            born, then = sketch.period(found["p"]), sketch.period(found["q"])
            yield from _age(sketch.quantity(found["d"]), born, then, text)
    for found in _LIFE.finditer(sketch.words):
        life = sketch.period(found["g"])
        if is_dated(life, text) and not _KIN.search(found[0]):
            age = sketch.quantity(found["d"] or found["e"])
            yield from _aged(age, start_of(life), end_of(life), (life,), text)


def _age(age: Quantity, born: Period, then: Period, text: str) -> Iterator[Discrepancy]:
    if is_dated(born, text) and is_dated(then, text) and ends(born)[0] <= ends(then)[1]:
        yield from _aged(age, ends(born), ends(then), (born, then), text)


def _aged(
    age: Quantity, born: tuple[date, date], then: tuple[date, date], periods: tuple[Period, ...], text: str
) -> Iterator[Discrepancy]:
    if age.unit.dimension not in (Dimension.NUMBER, Dimension.TIME) or age.unit.name not in ("", "year"):
        return
    low, high = _years(born[1], then[0]), _years(born[0], then[1])
    least, most = (age.interval.low, age.interval.high) if age.is_range else (age.value, age.value)
    if high > _OLDEST or age.hedge or not 0 < age.value <= _OLDEST or (least <= high and low <= most):
        return
    computed = f"{low}" if low == high else f"{low} or {high}"
    said = " to ".join(" ".join(period.span.of(text).split()) for period in periods)
    others = tuple(sorted(period.span for period in periods))
    yield Discrepancy(
        DiscrepancyKind.DURATION, age.span, others, shown(age, text), computed, f"“{said}” makes an age of {computed}"
    )


def _years(first: date, last: date) -> int:
    """Full years from one day to another, 0 where there are none."""
    return max(0, last.year - first.year - ((last.month, last.day) < (first.month, first.day)))


def written_days(text: str, paragraphs: Iterable[Span]) -> Iterator[Discrepancy]:
    """Days in figures that are none in any order of day and month: "15/13/2010", "2010-13-01"."""
    for paragraph in paragraphs:
        for found in _NO_DAY.finditer(text, paragraph.start, paragraph.end):
            yield Discrepancy(DiscrepancyKind.IMPOSSIBLE, Span(*found.span()), (), found[0], "no such day", "")
        for found in _WRITTEN.finditer(text, paragraph.start, paragraph.end):
            one, other, year = (int(number) for number in found.groups() if number is not None)
            if found[4]:
                one, other, year = other, year, one
            if not (_is_day(year, one, other) or (not found[4] and _is_day(year, other, one))):
                span = Span(*found.span())
                yield Discrepancy(DiscrepancyKind.IMPOSSIBLE, span, (), found[0], "no such day", "")


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
