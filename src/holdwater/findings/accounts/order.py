"""DAT105: dated events out of order: an end before its start, a death before a birth, a "later" that lies earlier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from holdwater.document import Span
from holdwater.extract.quantities.model import Period
from holdwater.findings.accounts.calendar import ends, is_dated
from holdwater.findings.accounts.model import Discrepancy, DiscrepancyKind
from holdwater.findings.accounts.sketch import STOP, D, P, Sketch
from holdwater.patterns import waiting

_BEGUN = (
    r"(?:began|begun|started|opened|founded|established|launched|built|elected|appointed|joined|married|arrived|"
    r"broke out|set up|introduced|took office|came to power|enlisted|moved in|crowned|signed|formed|created|born|"
    r"commissioned|planted|laid down|entered|enrolled|conceived|drafted|ordered)"
)
_ENDED = (
    r"(?:ended|finished|closed|dissolved|abolished|left|resigned|retired|divorced|stopped|ceased|demolished|completed|"
    r"died|deposed|repealed|burned down|burnt down|shut|graduated|torn down|scrapped|felled|decommissioned|"
    r"pulled down|wound up|disbanded|went bankrupt|delivered)"
)
_INSIDE = r"[^\ue000-\uf8ff;]"
_PAIRS = tuple(
    waiting(pattern)
    for pattern in (
        rf"\b(?:from|between) (?P<p>{P}){_INSIDE}{{0,25}}?\b(?:to|until|till|through|and|up to) (?P<q>{P})",
        rf"\b(?P<verb>{_BEGUN})\b{_INSIDE}{{0,40}}?\b(?:in|on|at|since) (?P<p>{P}){_INSIDE}{{0,40}}?(?:\band\b|"
        rf"[,;]|\buntil\b|\bbut\b)"
        rf"{_INSIDE}{{0,40}}?(?:\b{_ENDED}\b{_INSIDE}{{0,30}}?\b(?:in|on|at) |\buntil )(?P<q>{P})",
        rf"\bborn {_INSIDE}{{0,40}}?(?P<p>{P})[^\ue000-\uf7fe]{{0,120}}?\b(?:he|she|and|who|,) "
        rf"died {_INSIDE}{{0,40}}?(?:in|on) "
        rf"(?P<q>{P})",
        rf"\bdied {_INSIDE}{{0,40}}?(?:in|on) (?P<q>{P}){_INSIDE}{{0,40}}?\b(?:having been |was |had been |and "
        rf"was )born "
        rf"{_INSIDE}{{0,30}}?(?:in|on) (?P<p>{P})",
        rf"\b{_ENDED}\b{_INSIDE}{{0,30}}?\b(?:in|on) (?P<q>{P}),? (?:having|after having) (?:been "
        rf")?{_BEGUN}\b{_INSIDE}{{0,40}}?"
        rf"\b(?:in|on) (?P<p>{P})",
        rf"{D} after {_INSIDE}{{0,50}}?(?P<p>{P}), (?:in|on) (?P<q>{P})",
        rf"\b(?:in|on) (?P<q>{P}),? (?:after )?having (?:been )?[a-z]+ {_INSIDE}{{0,30}}?\b(?:in|on) (?P<p>{P})",
        rf"\(born {_INSIDE}{{0,30}}?(?P<p>{P})[,;]? (?:died|d\.) {_INSIDE}{{0,20}}?(?P<q>{P})\)",
    )
)
_ORDINALS = waiting(
    rf"\bthe (?:(?P<one>first)|(?P<two>second)) [a-z]+ (?:[a-z]+ )?(?:appeared|came out|took place|followed|was|came|"
    rf"(?:was|were) (?:published|held|opened|built|launched|signed|performed)) (?:in|on) (?P<p>{P})"
    rf"(?:, and|,| and|;) the (?(one)second|third)(?: one)? (?:[a-z]+ )?(?:in|on) (?P<q>{P})"
)
"""Things of one series, told by their number."""
_HAVING = waiting(
    rf"\bhaving (?:been )?\w+ {_INSIDE}{{0,30}}?\b(?:in|on) (?P<p>{P}), (?:he|she|it|they|the "
    rf"\w+) {_INSIDE}{{0,30}}?\b(?:in|on) "
    rf"(?P<q>{P})"
)
_AT_FIRST = (
    r"(?!written|composed|painted|made|drawn|designed|invented|discovered|recorded|drafted|planned|proposed|born|"
    r"founded|"
    r"built|begun|began|started|created|conceived|commissioned|established|decided|based|dated|according|and\b|the\b|"
    r"enacted|adopted|filed|published|cited|amended|issued)"
)
_PAST = (
    r"(?:[a-z]+ed|sank|sunk|found|became|came|went|left|fell|lost|sold|won|sent|taken|given|torn|brought|withdrawn|"
    r"rebuilt|overthrown|fought|shot|hanged|granted|set|put|let|cut|burnt|last)"
)
_NEXT = waiting(
    rf"\b(?=(?:{_PAST}|born|founded|built|begun|began|written|first) {_INSIDE}{{0,30}}?\b(?:in|on) (?P<p>{P})"
    rf"(?:,? and|,|, then|,? but) (?:(?:was|were|then|later|finally|again|at last) ){{0,2}}{_AT_FIRST}{_PAST}"
    rf"(?: (?!by\b|the\b|which\b|who\b)[a-z]+){{0,2}} (?:in|on) (?P<q>{P}))"
)
"""What one subject did or suffered, told one after the other."""
_RELATED = waiting(
    rf"\b(?:in|on) (?P<main>{P}),? (?:{D} |shortly |soon |just |immediately |long |only |and )?(?P<way>after|before) "
    rf"{_INSIDE}{{0,50}}?\b(?:in|on|of) (?P<other>{P})"
    rf"|(?:^|{STOP}) ?(?P<lead>after|before) {_INSIDE}{{0,50}}?\b(?:in|on|of) (?P<first>{P})"
    rf", {_INSIDE}{{0,60}}?\b(?:in|on) (?P<then>{P})"
)
_LATER = waiting(rf"(?P<d>{D}) (?:later|afterwards?|after that|on),? (?:(?:in|on|by) )?(?P<q>{P})")
_LIFE = waiting(r"[^\W\d_]\.? \((?:b\. |born )?(?P<first>[1-9]\d{3}) ?[–—-] ?(?:d\. |died )?(?P<last>[1-9]\d{3})\)")
_LATEST = 2100
"""The last year that is taken for one."""
_EARLIER_STYLE = waiting(r"(?i)\b(?:b\.?\s?c\.?(?:e\.?)?|before christ|bc)\b")
_OTHERS = waiting(
    r"\b(?:respectively|his father|her father|his mother|her mother|whose|predecessor|re-?opened|another|next|"
    r"previously|reverse|backwards?|back|counting|edition)\b"
)


def order(sketch: Sketch, text: str) -> Iterator[Discrepancy]:
    """The dates of a paragraph that stand in the wrong order for what is said of them.

    Args:
        sketch: the paragraph.
        text: the document's text.
    """
    done: set[Span] = set()
    for start, end in _pairs(sketch, text):
        if end.span not in done and _is_before(end, start):
            done.add(end.span)
            yield _reversed(start, end, text)


def _pairs(sketch: Sketch, text: str) -> Iterator[tuple[Period, Period]]:
    """Two dates of which the first is said to come before the second."""
    if _EARLIER_STYLE.search(sketch.words):
        return
    for pattern in (*_PAIRS, _NEXT, _HAVING):
        for found in pattern.finditer(sketch.words):
            yield from _dated(sketch.period(found["p"]), sketch.period(found["q"]), found[0] or "", text)
    for found in _ORDINALS.finditer(sketch.words):
        yield from _dated(sketch.period(found["p"]), sketch.period(found["q"]), "", text)
    for found in _RELATED.finditer(sketch.words):
        main, other = sketch.period(found["main"] or found["then"]), sketch.period(found["other"] or found["first"])
        first, then = (other, main) if (found["way"] or found["lead"]) == "after" else (main, other)
        yield from _dated(first, then, found[0], text)
    for found in _LATER.finditer(sketch.words):
        before = [item for letter in sketch.words[: found.start()] if (item := sketch.items.get(letter))]
        dates = [item for item in before if isinstance(item, Period) and is_dated(item, text)]
        then = sketch.period(found["q"])
        if dates and is_dated(then, text) and all(_is_before(then, one) for one in dates):
            yield dates[-1], then


def _dated(first: Period, then: Period, words: str, text: str) -> Iterator[tuple[Period, Period]]:
    if is_dated(first, text) and is_dated(then, text) and not _OTHERS.search(words):
        yield first, then


def _is_before(one: Period, other: Period) -> bool:
    return ends(one)[1] < ends(other)[0]


def _reversed(start: Period, end: Period, text: str) -> Discrepancy:
    first, last = (" ".join(one.span.of(text).split()) for one in (start, end))
    return Discrepancy(DiscrepancyKind.ORDER, end.span, (start.span,), last, first, f"{last} comes before {first}")


def lives(text: str, paragraphs: Iterable[Span]) -> Iterator[Discrepancy]:
    """Lives in brackets behind a name that end before they begin: "Jane Doe (1950–1940)"."""
    for paragraph in paragraphs:
        for found in _LIFE.finditer(text, paragraph.start, paragraph.end):
            if int(found["last"]) < int(found["first"]) <= _LATEST:
                first, last = Span(*found.span("first")), Span(*found.span("last"))
                said = f"{found['last']} comes before {found['first']}"
                yield Discrepancy(DiscrepancyKind.ORDER, last, (first,), found["last"], found["first"], said)
