"""Citations by author and year: (Doe 2019, p. 4), (Doe & Roe, 2019a; Poe 2020), [Doe, 2019], Doe (2019), Doe [2019].

An indirect citation, (Doe, 1975, cited in Roe, 2019) or (Doe, quoted in Roe 2019), leads to the work at hand, Roe's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdwater.document import Span
from holdwater.extract.authors_named import BODY, PARTICLES, works_of
from holdwater.extract.drafts import Draft
from holdwater.extract.lexicon import NOT_NAMES
from holdwater.extract.locators import locator_behind_year
from holdwater.extract.model import CitationKind, Reference
from holdwater.extract.quotation_marks import OpenMarks
from holdwater.extract.register import Register
from holdwater.patterns import waiting

_NAME = rf"{PARTICLES}[A-ZÀ-ÖØ-Þ][^\W\d_]{{0,30}}(?:[-'’](?!s\b)[^\W\d_]{{1,30}}){{0,2}}"
_NAMES = rf"(?P<first>{_NAME})(?P<more>(?:,\s{_NAME}){{0,5}},?\s(?:and|&)\s{_NAME}|\set\sal\.?)?"
_YEAR = r"(?:1[4-9]\d\d|20\d\d)[a-z]?"
_SIGNAL = r"\s?(?:(?:see|see also|cf\.|e\.g\.,?|also|in)\s){0,2}"
_YEARS = rf",?\s(?P<years>{_YEAR}(?:,\s?(?:{_YEAR}|[a-z]\b)){{0,4}})(?P<rest>[,:;]?.{{0,80}})$"
_PART = waiting(rf"{_SIGNAL}{_NAMES}(?:['’]s?)?{_YEARS}", re.DOTALL)
_BODY_PART = waiting(rf"{_SIGNAL}(?:the\s)?(?P<body>{BODY}){_YEARS}", re.DOTALL)
_INDIRECT = waiting(
    r"(?:^|[\s,])(?:(?:as|was|is)\s)?(?:quoted|cited|reported|described|discussed|reproduced|mentioned|told)\s(?:in|by)\s"
)
_CONTRIBUTION = waiting(r"\s?[A-ZÀ-Þ][^()\d,;]{0,40},\sin\s")
""" "Doe, in Roe": one's words in the other's work."""
_PARENS = waiting(r"\(([^()]{5,240})\)")
_BRACKETS = waiting(r"(?<![\[!\]])\[([^\[\]]{5,240})\](?![\[(:\]])")  # none that a format makes a link of
_DATE = waiting(
    rf"\s(?:\((?P<years>{_YEAR})(?P<rest>[,:][^()]{{0,60}})?\)"
    rf"|\[(?P<bracketed>{_YEAR})(?P<place>[,:][^\[\]]{{0,60}})?\](?![\[(:]|\s[A-Z\d]))"  # "Doe v. Roe [2019] EWCA 4"
)
_NAMES_BEFORE = waiting(rf"(?<![\w.]){_NAMES}(?:['’]s?)?$")
_BODY_BEFORE = waiting(rf"(?<![\w.])(?P<body>{BODY})(?:['’]s?)?$")
_DIGIT_BEFORE = waiting(r"\d\s{0,2}$")
_COMMA_AND_YEAR = waiting(rf",\s{_YEAR}\b")
_IN_A_REPORTER = waiting(
    r"\b(?!(?:In|By|Since|Of|After|Before|From|Until|About|Some|Only|Over|Under)\s)[A-Z][\w.’']{0,24}\s\d[\d,–\s-]{0,20}$"
)
""" "773 F.2d 807, 813", "Coast Review 12": behind it, parentheses hold a court, a place or a season."""
_LONGEST_NAMES = 120
_END = 8  # characters that may stand behind a citation at the end of a block
_HAS_YEAR = waiting(rf"\b{_YEAR}\b")
_NOT_AUTHORS = NOT_NAMES | frozenset("spring summer autumn fall winter circa since act edn ed edition".split())
_NOT_AUTHORS_IN_BRACKETS = _NOT_AUTHORS | frozenset(
    "accessed amended archived argued checked decided edited enacted filed issued modified originally posted printed "
    "published reprint reprinted retrieved reviewed revised translated updated viewed version copyright".split()
)


def find_author_dates(
    text: str, span: Span, register: Register, notes: bool = False, quoted: bool = False
) -> Iterator[Draft]:
    """The author-date citations in `span`.

    Where the document has a bibliography by author and year, a name and year that it lacks lead nowhere; where it
    has none, the reference is made from the name and the year. In `notes`, only what the bibliography knows counts,
    since the parentheses there hold places and publishers. Square brackets within a quotation are an editor's: in a
    block that is `quoted`, only those at its end cite.
    """
    for match in _PARENS.finditer(text, span.start, span.end):
        if _HAS_YEAR.search(match[1]):
            draft = _parenthetical(match, register, notes or _in_a_reporter(match, span))
            if draft is not None:
                yield draft
    marks = OpenMarks(text, span.start)
    for match in _BRACKETS.finditer(text, span.start, span.end):
        at_end = not quoted or (span.end - match.end() < _END and not text[match.end() : span.end].strip(" \n.,;"))
        if at_end and _HAS_YEAR.search(match[1]) and not marks.at(match.start()):
            draft = _parenthetical(match, register, notes, _NOT_AUTHORS_IN_BRACKETS)
            if draft is not None:
                yield draft
    yield from _narrative(text, span, register)


def _in_a_reporter(match: re.Match[str], span: Span) -> bool:
    """Whether parentheses stand behind a number as those of a court, a journal or a place do.

    A citation behind a figure ("waited 51 (Doe, 2019)") is told from them by the comma before its year.
    """
    window = max(span.start, match.start() - 60)
    before = match.string[window : match.start()]
    if not _DIGIT_BEFORE.search(before):
        return False
    return _IN_A_REPORTER.search(before) is not None or not _COMMA_AND_YEAR.search(match[1])


def _narrative(text: str, span: Span, register: Register) -> Iterator[Draft]:
    """The citations whose author is named in the sentence: Doe (2019), Doe [2019], Poe (1975, cited in Doe, 2019)."""
    for date in _DATE.finditer(text, span.start, span.end):
        window = max(span.start, date.start() - _LONGEST_NAMES)
        before, written = text[window : date.start()], date["years"] or date["bracketed"]
        rest = date["rest"] or date["place"] or ""
        named = _NAMES_BEFORE.search(before)
        found = _resolved(named, written, Span(0, 0), register, known_only=True) if named is not None else None
        if not found:
            named = _BODY_BEFORE.search(before)
            found = _of_body(named["body"], written, register) if named is not None else None
        indirect = _indirect(rest, Span(0, 0), register, known_only=True) if named is not None else None
        if indirect:
            found, rest = (*indirect[0], *(found or ())), indirect[1]
        if named is not None and found:
            yield _draft(text, Span(window + named.start(), date.end()), tuple(dict.fromkeys(found)), rest)


def _parenthetical(
    match: re.Match[str], register: Register, known_only: bool, not_authors: frozenset[str] = _NOT_AUTHORS
) -> Draft | None:
    references: list[str] = []
    rest = ""
    cited = False
    for part in match[1].split(";"):
        found = _indirect(part, Span(*match.span()), register, known_only) or _direct(
            part, Span(*match.span()), register, known_only, not_authors
        )
        if found is not None:
            cited = True
            references.extend(found[0])
            rest = rest or found[1]
    if not cited or (known_only and not references):
        return None
    return _draft(match.string, Span(*match.span()), tuple(dict.fromkeys(references)), rest)


_Found = tuple[tuple[str, ...], str]
"""The references that one part of a citation leads to, and what it says behind the year."""


def _direct(
    part: str, span: Span, register: Register, known_only: bool, not_authors: frozenset[str] = _NOT_AUTHORS
) -> _Found | None:
    """ "Doe, 2019, p. 4", "Ministry of Support, 2021": None where a part is no citation at all."""
    named = _PART.match(part)
    if named is not None and named["first"].split()[-1].lower() in not_authors:
        named = None
    found = _resolved(named, named["years"], span, register, known_only) if named is not None else None
    if named is not None and found:
        return found, named["rest"]
    body = _BODY_PART.match(part)
    known = _of_body(body["body"], body["years"], register) if body is not None else ()
    if body is not None and known:
        return known, body["rest"]
    return (found, named["rest"]) if named is not None and found is not None else None


def _indirect(part: str, span: Span, register: Register, known_only: bool) -> _Found | None:
    """ "Poe, 1975, cited in Doe, 2019, p. 4": Doe's work, in which the words stand, and Poe's if the list has it."""
    lead = _INDIRECT.search(part)
    within = lead or _CONTRIBUTION.match(part)
    if within is None:
        return None
    behind = _direct(part[within.end() :], span, register, known_only or lead is None)
    if behind is None:
        return None
    first = _direct(part[: within.start()].rstrip(" ,"), span, register, known_only=True) if lead else None
    return (*behind[0], *(first[0] if first else ())), behind[1]


def _of_body(words: str, written: str, register: Register) -> tuple[str, ...]:
    """The works of these years by the body or the person whose whole name `words` give."""
    return tuple(dict.fromkeys(each for year in _years(written) for each in works_of(register, words, year)))


def _draft(text: str, span: Span, references: tuple[str, ...], rest: str) -> Draft:
    return Draft(span, CitationKind.AUTHOR_DATE, span.of(text), references, locator=locator_behind_year(rest))


def _resolved(
    named: re.Match[str], written: str, span: Span, register: Register, known_only: bool
) -> tuple[str, ...] | None:
    """The references by this author of the years `written`; None where it is no citation at all."""
    family = named["first"].split()[-1]
    found: list[str] = []
    for year in _years(written):
        known = register.by_author(named["first"], year) or register.by_author(family, year)
        found.extend(known)
        if not known and not known_only and not register.dated:
            found.append(_made_up(named, span, family, year, register))
    if known_only and not found:
        return None
    return tuple(dict.fromkeys(found))


def _made_up(named: re.Match[str], span: Span, family: str, year: str, register: Register) -> str:
    csl: dict[str, object] = {
        "type": "document",
        "author": [{"family": family}],
        "issued": {"date-parts": [[int(year[:4])]]},
    }
    if len(year) > 4:
        csl["year-suffix"] = year[4:]
    raw = f"{named['first']}{named['more'] or ''} {year}"
    return register.add(Reference(f"{family.lower()}{year}", span, raw, csl))


def _years(written: str) -> list[str]:
    """ "2019a, b, 2020" as its years."""
    years: list[str] = []
    for part in re.split(r",\s?", written):
        years.append(years[-1][:4] + part if len(part) == 1 and years else part)
    return years
