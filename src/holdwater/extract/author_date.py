"""Citations by author and year: (Doe 2019, p. 4), (Doe & Roe, 2019a; Poe 2020), [Doe, 2019], Doe (2019), Doe [2019]."""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdwater.document import Span
from holdwater.extract.drafts import Draft
from holdwater.extract.lexicon import NOT_NAMES
from holdwater.extract.locators import bare_page, locator_in
from holdwater.extract.model import CitationKind, Locator, Reference
from holdwater.extract.quotation_marks import OpenMarks
from holdwater.extract.register import Register
from holdwater.patterns import waiting

_PARTICLE = r"(?:(?:van|von|der|den|de|di|da|del|du|la|le|al|bin|ibn)\s){0,3}"
_NAME = rf"{_PARTICLE}[A-ZÀ-ÖØ-Þ][^\W\d_]{{0,30}}(?:[-'’][^\W\d_]{{1,30}}){{0,2}}"
_NAMES = rf"(?P<first>{_NAME})(?P<more>(?:,\s{_NAME}){{0,5}},?\s(?:and|&)\s{_NAME}|\set\sal\.?)?"
_YEAR = r"(?:1[4-9]\d\d|20\d\d)[a-z]?"
_PART = waiting(
    rf"\s?(?:(?:see|see also|cf\.|e\.g\.,?|also|quoted in|cited in|in)\s){{0,2}}{_NAMES}(?:['’]s)?,?\s"
    rf"(?P<years>{_YEAR}(?:,\s?(?:{_YEAR}|[a-z]\b)){{0,4}})(?P<rest>[,:;]?.{{0,80}})$",
    re.DOTALL,
)
_PARENS = waiting(r"\(([^()]{5,240})\)")
_BRACKETS = waiting(r"(?<![\[!\]])\[([^\[\]]{5,240})\](?![\[(:\]])")  # none that a format makes a link of
_DATE = waiting(
    rf"\s(?:\((?P<years>{_YEAR})(?P<rest>[,:][^()]{{0,60}})?\)"
    rf"|\[(?P<bracketed>{_YEAR})(?P<place>[,:][^\[\]]{{0,60}})?\](?![\[(:]|\s[A-Z\d]))"  # "Doe v. Roe [2019] EWCA 4"
)
_NAMES_BEFORE = waiting(rf"(?<![\w.]){_NAMES}(?:['’]s)?$")
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
        if _HAS_YEAR.search(match[1]) and not text[: match.start()][-3:].rstrip()[-1:].isdigit():
            draft = _parenthetical(match, register, notes)
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


def _narrative(text: str, span: Span, register: Register) -> Iterator[Draft]:
    """The citations whose author is named in the sentence: Doe (2019), Doe [2019, p. 4]."""
    for date in _DATE.finditer(text, span.start, span.end):
        window = max(span.start, date.start() - _LONGEST_NAMES)
        named = _NAMES_BEFORE.search(text[window : date.start()])
        if named is not None:
            whole = Span(window + named.start(), date.end())
            found = _resolved(named, date["years"] or date["bracketed"], whole, register, known_only=True)
            if found:
                yield _draft(text, whole, found, date["rest"] or date["place"] or "")


def _parenthetical(
    match: re.Match[str], register: Register, notes: bool, not_authors: frozenset[str] = _NOT_AUTHORS
) -> Draft | None:
    references: list[str] = []
    rest = ""
    cited = False
    for part in match[1].split(";"):
        named = _PART.match(part)
        if named is None or named["first"].split()[-1].lower() in not_authors:
            continue
        found = _resolved(named, named["years"], Span(*match.span()), register, known_only=notes)
        cited = cited or found is not None
        references.extend(found or ())
        rest = rest or named["rest"]
    if not cited or (notes and not references):
        return None
    return _draft(match.string, Span(*match.span()), tuple(dict.fromkeys(references)), rest)


def _draft(text: str, span: Span, references: tuple[str, ...], rest: str) -> Draft:
    return Draft(span, CitationKind.AUTHOR_DATE, span.of(text), references, locator=_locator(rest))


def _locator(rest: str) -> Locator | None:
    return locator_in(rest) or bare_page("," + rest[1:]) if rest else None


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
