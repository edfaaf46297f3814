"""Read this first: a reference laid against a record, field by field, and whether both are of one work.

Each field has a module that knows how it is written: `titles`, `authors` (with `names`), `containers` (with
`abbreviations` and `venues`), `years`, `numbers`, `pages`, `identities`, `books`. A field is DIFFERENT only where no
usual way of writing explains what stands on both sides; what one side does not give is LACKING, and no fault.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from holdwater.sources.identify import comparable
from holdwater.sources.records.comparing.authors import Compared, compare_people
from holdwater.sources.records.comparing.books import (
    compare_editions,
    compare_publishers,
    is_holding_book,
    is_other_kind,
    is_review_of,
)
from holdwater.sources.records.comparing.containers import compare_containers, containers_of
from holdwater.sources.records.comparing.identities import compare_identifiers, identifiers_of, share_identifier
from holdwater.sources.records.comparing.numbers import compare_issues, compare_volumes, issue_of, volume_of
from holdwater.sources.records.comparing.outcome import Outcome, variant
from holdwater.sources.records.comparing.pages import compare_pages
from holdwater.sources.records.comparing.titles import NEAR, compare_titles, in_other_language, titles_of
from holdwater.sources.records.comparing.venues import is_preprint
from holdwater.sources.records.comparing.written import text_of
from holdwater.sources.records.comparing.years import compare_years, years_of
from holdwater.sources.records.model import Agreement, Comparison, FieldComparison, Record

_WEIGHTS = {"title": 0.5, "author": 0.25, "year": 0.1, "container": 0.1, "page": 0.05}
_UNKNOWN = 0.5
"""What a field counts that one side does not give."""
_OTHER_TITLE = 0.45
"""The likeness of titles under which an identifier in common leads to another work."""


@dataclass(frozen=True)
class _Laid:
    """All outcomes by field, with what stands on both sides."""

    outcomes: Mapping[str, Outcome]
    shown: Mapping[str, tuple[str, str]]

    def agrees(self, field: str) -> bool:
        return self.outcomes[field].agrees

    def differs(self, field: str) -> bool:
        return self.outcomes[field].agreement is Agreement.DIFFERENT


def compare(reference_csl: Mapping[str, object], record: Record) -> Comparison:
    """Lay a reference against what a service has of a work.

    Args:
        reference_csl: the reference as CSL-JSON, as its document gives it. A last author called "et al." or "others"
            says that the list goes on.
        record: the service's record.

    Returns:
        The comparison, with a field for whatever at least one of both sides gives, whether both are of one work, and
        their likeness from 0 to 1.
    """
    laid = _lay(reference_csl, record)
    fields = tuple(
        outcome.of(field, *laid.shown[field])
        for field, outcome in laid.outcomes.items()
        if any(laid.shown[field]) or outcome.agreement is Agreement.DIFFERENT
    )
    return Comparison(record, fields, _same_work(reference_csl, record, laid), _likeness(laid, fields))


def _lay(ours: Mapping[str, object], record: Record) -> _Laid:
    theirs = record.csl
    of_book = is_holding_book(ours, theirs)
    versions = _versions(ours, record)
    identifier, our_id, their_id = compare_identifiers(ours, record)
    people = compare_people(ours, theirs, of_book)
    container = compare_containers(ours, theirs, versions)
    page = compare_pages(ours, theirs, versions)
    title = compare_titles(ours, theirs, same_place=container.agrees and page.agrees)
    if of_book:
        title = Outcome(Agreement.LACKING, "the record is of the book that holds it", 0.0)
        container = compare_titles({"title": text_of(ours, "container-title")}, theirs)
    outcomes = {
        "author": people.outcome,
        "title": title,
        "container": container,
        "year": compare_years(ours, record, versions, linked=_is_linked(ours, record)),
        "volume": compare_volumes(ours, theirs, versions),
        "issue": compare_issues(ours, theirs, versions),
        "page": page,
        "edition": compare_editions(ours, theirs),
        "publisher": compare_publishers(ours, theirs),
        "identifier": identifier,
    }
    if not title.agrees and _is_translation(ours, theirs, outcomes, share_identifier(ours, record)):
        outcomes["title"] = variant("in another language", 0.7)
    return _Laid(outcomes, {**_shown(ours, theirs, people, of_book), "identifier": (our_id, their_id)})


def _versions(ours: Mapping[str, object], record: Record) -> bool:
    """Whether one of the two is a preprint (or a working paper) and the other is not known to be one."""
    mine, other = is_preprint(ours), is_preprint(record.csl)
    reports = [text_of(csl, "type") == "report" for csl in (ours, record.csl)]
    if reports[0] is not reports[1] and "article-journal" in (text_of(ours, "type"), text_of(record.csl, "type")):
        return True  # a report comes out as an article as often as a preprint does
    return mine is not other and not (mine and not containers_of(record.csl))


def _is_linked(ours: Mapping[str, object], record: Record) -> bool:
    """Whether the record names the reference's own identifier as that of another version."""
    return bool(set(identifiers_of(ours)) & set(comparable(record.versions)))


def _is_translation(
    ours: Mapping[str, object], theirs: Mapping[str, object], outcomes: Mapping[str, Outcome], shared: bool
) -> bool:
    """Whether the titles are in two languages, and all else shows that they are one work's."""
    if not in_other_language(ours, theirs) or not outcomes["author"].agrees or not outcomes["year"].agrees:
        return False
    if shared or (outcomes["page"].agrees and (outcomes["volume"].agrees or outcomes["container"].agrees)):
        return True
    return outcomes["publisher"].agrees and outcomes["publisher"].likeness == 1


def _shown(
    ours: Mapping[str, object], theirs: Mapping[str, object], people: Compared, of_book: bool
) -> dict[str, tuple[str, str]]:
    return {
        "author": (people.ours.shown, people.theirs.shown),
        "title": (next(iter(titles_of(ours)), ""), next(iter(titles_of(theirs)), "")),
        "container": (
            next(iter(containers_of(ours)), ""),
            text_of(theirs, "title") if of_book else next(iter(containers_of(theirs)), ""),
        ),
        "year": (_joined(years_of(ours)), _joined(years_of(theirs))),
        "volume": (volume_of(ours), volume_of(theirs)),
        "issue": (issue_of(ours), issue_of(theirs)),
        "page": (text_of(ours, "page"), text_of(theirs, "page") or text_of(theirs, "article-number")),
        "edition": (text_of(ours, "edition"), text_of(theirs, "edition")),
        "publisher": (text_of(ours, "publisher"), text_of(theirs, "publisher")),
    }


def _joined(years: tuple[int, ...]) -> str:
    return str(years[0]) if years else ""


def _same_work(ours: Mapping[str, object], record: Record, laid: _Laid) -> bool:
    """Whether the record is of the work that the reference names, with faults or without."""
    title = laid.outcomes["title"]
    if is_other_kind(ours, record.csl) or (is_review_of(ours, record.csl) and not laid.agrees("author")):
        return False
    if title.agreement is Agreement.LACKING:
        return not laid.differs("author") or share_identifier(ours, record)
    if share_identifier(ours, record):
        return title.agrees or title.likeness >= _OTHER_TITLE or laid.agrees("author")
    if title.agrees:
        return not laid.differs("author") or _placed_alike(laid)
    return title.likeness >= NEAR and laid.agrees("author") and not laid.differs("year")


def _placed_alike(laid: _Laid) -> bool:
    """Whether the work stands at the same place: the same year, and the same journal, pages or part of its authors."""
    if laid.differs("year"):
        return False
    return laid.outcomes["author"].likeness > 0 or laid.agrees("container") or laid.agrees("page")


def _likeness(laid: _Laid, fields: tuple[FieldComparison, ...]) -> float:
    score = 0.0
    for field, weight in _WEIGHTS.items():
        outcome = laid.outcomes[field]
        counted = _UNKNOWN if outcome.agreement is Agreement.LACKING else outcome.likeness
        score += weight * counted
    if any(one.field == "identifier" and one.agreement is Agreement.SAME for one in fields):
        score = max(score, (1 + score) / 2)
    return round(score, 3)
