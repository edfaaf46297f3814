"""Citations in square brackets: [12], [3, 5-7], [RFC2119], [SSH-TRANS, Section 4]."""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdwater.document import Span
from holdwater.extract.drafts import Draft
from holdwater.extract.identifiers import identifiers_in
from holdwater.extract.locators import locator_after, locator_before, locator_in
from holdwater.extract.model import CitationKind
from holdwater.extract.register import Register
from holdwater.patterns import waiting

_BRACKET = waiting(r"\[([^\[\]]{1,90})\]")
_RANGE = waiting(r"(\d{1,3})\s?[-–]\s?(\d{1,3})$")
_NUMBERS = waiting(r"\s*\d{1,4}(?:\s?[,;–-]\s?\d{1,4})*\s*")
_WIDEST = 30  # numbers that one range may stand for
_LABEL = waiting(r"[^\W_][\w.&+/*-]{0,40}$")


def find_brackets(text: str, span: Span, register: Register) -> Iterator[Draft]:
    """The bracketed citations in `span`.

    Only a label that the document's bibliography has, or one that is itself an identifier, makes a citation: words
    put into a quotation, [sic] and headnote numbers make none. A number that a numbered bibliography lacks does.
    """
    for match in _BRACKET.finditer(text, span.start, span.end):
        references = _references(match[1], Span(*match.span()), register)
        if references is not None:
            yield _draft(text, match, references)


def _draft(text: str, match: re.Match[str], references: tuple[str, ...]) -> Draft:
    start, end = match.span()
    inside = locator_in(match[1])
    before = locator_before(text, start)
    after = locator_after(text, end) if inside is None and before is None else None
    locator = inside or (before[0] if before else None) or (after[0] if after else None)
    lead = before[1] if before else -1
    return Draft(Span(start, end), CitationKind.BRACKET, match[0], references, locator=locator, lead=lead)


def _references(inside: str, span: Span, register: Register) -> tuple[str, ...] | None:
    """The references that the label or labels lead to; None where this is no citation."""
    whole = register.labelled(inside)
    if whole is not None:
        return (whole,)
    labels = list(labels_in(inside))
    if not labels:
        return None
    found = [register.labelled(label) or _by_identifier(label, span, register) for label in labels]
    references = tuple(dict.fromkeys(reference for reference in found if reference))
    if references:
        return references
    return () if register.numbered and _NUMBERS.fullmatch(inside) else None


def labels_in(inside: str) -> Iterator[str]:
    """The labels that the words in a pair of brackets list, those of a range one by one."""
    for part in re.split(r"[,;]", inside):
        label = part.strip()
        numbers = _RANGE.match(label)
        if numbers and 0 <= int(numbers[2]) - int(numbers[1]) <= _WIDEST:
            yield from map(str, range(int(numbers[1]), int(numbers[2]) + 1))
        elif _LABEL.match(label) or re.match(r"RFC\s{1,8}\d{1,5}$", label):
            yield label


def _by_identifier(label: str, span: Span, register: Register) -> str | None:
    if not re.match(r"RFC[\s-]{0,8}\d{1,5}$", label):
        return None
    return next((register.named(each, span, label) for each in identifiers_in(label)), None)
