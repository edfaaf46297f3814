"""Which quotations rest on which reference."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from holdwater.document import Span
from holdwater.extract.model import Citation, Extraction, Quotation, Reference
from holdwater.findings.figures.model import FigureVerdict
from holdwater.findings.model import Status, Verdict
from holdwater.patterns import waiting

_SITE = waiting(r"url:https?://[^/?#]+/?", re.IGNORECASE)


@dataclass(frozen=True)
class Reliance:
    """A work that the document names, and the quotations (their ids) that rest on it, or how many numbers and dates.

    `reference` is where the document first names it; a work cited in three notes is one work.
    """

    reference: Reference
    quotations: tuple[int, ...]
    figures: int = 0


def relied_on(
    extraction: Extraction, verdicts: Sequence[Verdict], statuses: Collection[Status], wanted: Collection[str]
) -> list[Reliance]:
    """The works that quotations of these statuses rest on, in the order of the text that names them.

    Only references whose id is `wanted` count.
    """
    references = {reference.id: reference for reference in extraction.references}
    resting: dict[str, dict[int, None]] = {}
    first: dict[str, Reference] = {}
    for verdict in verdicts:
        if verdict.status not in statuses:
            continue
        citation = best_citation(extraction, extraction.quotations[verdict.quotation])
        for reference_id in citation.references if citation else ():
            reference = references.get(reference_id)
            if reference is None or reference_id not in wanted:
                continue
            work = _work(reference)
            first[work] = min(first.get(work, reference), reference, key=lambda one: one.span)
            resting.setdefault(work, {})[verdict.quotation] = None
    found = [Reliance(first[work], tuple(quotations)) for work, quotations in resting.items()]
    return sorted(found, key=lambda one: one.reference.span)


def borne_by_figures(
    extraction: Extraction, figures: Sequence[FigureVerdict], beside: Collection[Reliance]
) -> list[Reliance]:
    """The works not in hand that only numbers and dates rest on, none of those `beside`, in the order of the text.

    The link to a whole site beside a date, as in a letterhead, names no work.
    """
    references = {reference.id: reference for reference in extraction.references}
    known = {_work(one.reference) for one in beside}
    first: dict[str, Reference] = {}
    resting: Counter[str] = Counter()
    for verdict in figures:
        named = [references[name] for name in verdict.missing if name in references]
        named = [reference for reference in named if not _is_site(reference)]
        for reference in named:
            work = _work(reference)
            first[work] = min(first.get(work, reference), reference, key=lambda one: one.span)
        resting.update({_work(reference) for reference in named})
    found = [Reliance(first[work], (), number) for work, number in resting.items() if work not in known]
    return sorted(found, key=lambda one: one.reference.span)


def _is_site(reference: Reference) -> bool:
    """Whether a reference is nothing but the address of a site, without a page on it."""
    return _SITE.fullmatch(reference.id) is not None


def best_citation(extraction: Extraction, quotation: Quotation) -> Citation | None:
    """The citation that a quotation rests on first."""
    return extraction.citation(quotation.citations[0]) if quotation.citations else None


def place_of(citation: Citation | None, quotation: Quotation) -> Span:
    """Where a finding about a citation points: at its words, or at the quotation where it has none (a note mark)."""
    return citation.span if citation is not None and len(citation.span) else quotation.span


def _work(reference: Reference) -> str:
    """What two references to one work share: an identifier, or author, title and year; else the reference."""
    if reference.identifiers:
        return reference.identifiers[0]
    title = reference.csl.get("title")
    if not isinstance(title, str) or not title:
        return reference.id
    return f"{title.casefold()}\0{_text(reference.csl, 'author')}\0{_text(reference.csl, 'issued')}"


def _text(csl: Mapping[str, object], key: str) -> str:
    return repr(csl.get(key, ""))
