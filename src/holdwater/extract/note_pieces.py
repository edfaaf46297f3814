"""A note parted into the works that it names one after another, each with the words that are about it.

Doe, The Water Works (1999), 12. For another view, see Roe, The Tap (2001), 3; compare Poe, The Main (2004), 7.
"""

from __future__ import annotations

from collections.abc import Iterator

from holdwater.document import Span
from holdwater.extract.csl import without_signal
from holdwater.extract.reference.quoted import goes_on
from holdwater.extract.shapes import LONGEST, YEAR, looks_like_work
from holdwater.patterns import waiting

_WITHIN = waiting(r"(?<=\d);\s?\d")  # "2019;4:12-20": the year, volume and pages of one article
_LEAD_IN = r"(?:[Ff]or|[Oo]n)\s[^.;:()\"“”\d]{3,100}?,?\s(?:see|cf\.|compare|consult)\s(?:also\s)?"
_SIGNALS = (
    r"(?:[Bb]ut\s)?(?:[Ss]ee|Cf\.|cf\.|[Cc]ompare|[Cc]ontrast|Also|Contra|Accord)(?:,?\s(?:also|e\.g\.|generally))?,?\s"
)
_NEXT_SENTENCE = waiting(rf"(?<=[.”\"’)])\s+(?=(?:{_SIGNALS}|{_LEAD_IN})[^.]{{3}})")
# "…, 12, see also Roe": behind a page, a year or "Ibid." a signal begins another work; in "On this, compare Roe" not
_NEXT_CLAUSE = waiting(
    r"(?:(?<=[\d)])|(?<=[Ii]bid\.)|(?<=\b[Ii]d\.)),\s(?=(?:and\s|but\s)?(?:see\s|see also\s|compare\s|cf\.\s)[^.]{3})"
)
_COMPLETE = waiting(rf"{YEAR}[^.;]{{0,60}}?[,:]\s(?:pp?\.\s?)?\d{{1,5}}(?:[-–]\d{{1,5}})?\.\s+(?=[A-ZÀ-Þ\"“‘])")
"""A description with its page that ends here: "(2008): 219. Ellen Roe, …"."""
_INTRODUCTION = waiting(
    rf"(?:{_LEAD_IN}|(?:[Cc]ontrast|[Cc]ontra|[Aa]ccord|(?:[Bb]ut\s)?[Ss]ee\s(?:generally|especially|esp\.))[\s,]+)"
    r"(?=[A-ZÀ-Þ\"“‘«])"
)


def pieces_of(text: str, span: Span) -> Iterator[Span]:
    """A note's text parted at the semicolons and signals that begin another work, without words such as "See also".

    A semicolon before "quoted in" parts nothing: the work quoted and the one in hand are one citation.
    """
    for start, end in _parts(text, span):
        piece = text[start:end]
        begin = start + len(piece) - len(piece.lstrip())
        introduction = _INTRODUCTION.match(text, begin, end)
        begin = introduction.end() if introduction else begin
        begin += without_signal(text[begin:end])
        stop = start + len(piece.rstrip(" \t\n,"))
        if begin < stop:
            yield Span(begin, stop)


def described_in(text: str) -> str:
    """The part of a piece that describes its work: up to the page it gives, where a sentence follows that."""
    complete = _COMPLETE.search(text)
    return text[: complete.end()].rstrip() if complete else text


def _parts(text: str, span: Span) -> Iterator[tuple[int, int]]:
    start, depth, quoted = span.start, 0, False
    cuts = _cuts(text, span)
    for offset in range(span.start, span.end):
        char = text[offset]
        if offset in cuts and not depth and not quoted:
            yield start, offset
            start = offset
        if char in "([":
            depth += 1
        elif char in ")]":
            depth = max(0, depth - 1)
        elif char in "“”":
            quoted = char == "“"
        elif char == ";" and not depth and not quoted and not _joins(text, offset):
            yield start, offset
            start = offset + 1
    yield start, span.end


def _cuts(text: str, span: Span) -> set[int]:
    """Where the next work may begin without a semicolon before it."""
    signals = (_NEXT_SENTENCE, _NEXT_CLAUSE)
    cuts = {match.end() for pattern in signals for match in pattern.finditer(text, span.start, span.end)}
    begin = span.start
    for match in _COMPLETE.finditer(text, span.start, span.end):
        end = min(span.end, match.end() + LONGEST)
        before = text[max(begin, match.end() - LONGEST) : match.end()].rpartition(";")[2].strip()
        if looks_like_work(before) and looks_like_work(text[match.end() : end].partition(";")[0].strip()):
            begin = match.end()
            cuts.add(begin)
    return cuts


def _joins(text: str, offset: int) -> bool:
    """Whether the semicolon at `offset` stands within one citation: "2019;4:12-20", "…; quoted in …"."""
    return _WITHIN.match(text, offset) is not None or goes_on(text, offset + 1)
