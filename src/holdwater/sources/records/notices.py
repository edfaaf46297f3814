"""Notices on works: retractions, expressions of concern, corrections, withdrawals, and how services call them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from holdwater.patterns import waiting
from holdwater.sources.records.answers import date_of, fields, items, text
from holdwater.sources.records.model import Notice, Noticed

CROSSMARK = {
    "retraction": Notice.RETRACTED,
    "partial_retraction": Notice.RETRACTED,
    "removal": Notice.WITHDRAWN,
    "withdrawal": Notice.WITHDRAWN,
    "expression_of_concern": Notice.CONCERN,
    "correction": Notice.CORRECTED,
    "corrigendum": Notice.CORRECTED,
    "erratum": Notice.CORRECTED,
}
"""The kinds of update that Crossmark knows and that say something of the work, by their names in Crossref's records.

Others (addendum, clarification, new_edition, new_version) are none. Source: Crossref's documentation,
https://www.crossref.org/documentation/register-maintain-records/maintaining-your-metadata/registering-updates/
"""
PUBMED = {
    "retraction in": Notice.RETRACTED,
    "partial retraction in": Notice.RETRACTED,
    "retracted and republished in": Notice.RETRACTED,
    "expression of concern in": Notice.CONCERN,
    "erratum in": Notice.CORRECTED,
    "corrected and republished in": Notice.CORRECTED,
}
"""The kinds of comment-correction that PubMed links, by their names in its summaries. Source: MEDLINE/PubMed data
element descriptions, https://www.nlm.nih.gov/bsd/mms/medlineelements.html (CRI, EIN, ECI, RIN, PRIN, RRI)."""

_IN_TITLE = waiting(
    r"^\W*(?:article\s+)?(?P<word>retracted|withdrawn)\b(?:\s+(?:article|paper|chapter))?\W*[:\])–—-]", re.I
)
_BEHIND_TITLE = waiting(r"[-–—(\[]\s*(?P<word>retracted|withdrawn)(?:\s+article)?\W*$", re.IGNORECASE)
_WORDS = {"retracted": Notice.RETRACTED, "withdrawn": Notice.WITHDRAWN}
_GRAVITY = (Notice.RETRACTED, Notice.WITHDRAWN, Notice.CONCERN, Notice.CORRECTED)


def in_title(title: str) -> tuple[Noticed, ...]:
    """The notice that publishers write into the title of a retracted work: "RETRACTED: …"."""
    found = _IN_TITLE.search(title) or _BEHIND_TITLE.search(title)
    return (Noticed(_WORDS[found["word"].lower()]),) if found else ()


def of_updates(updates: object) -> tuple[Noticed, ...]:
    """The notices among Crossref's `updated-by`: the works that update this one, each with its DOI and day."""
    found = []
    for update in items(updates, most=100):
        notice = CROSSMARK.get(text(update, "type").lower().replace("-", "_").replace(" ", "_"))
        if notice is not None:
            found.append(Noticed(notice, text(update, "DOI").lower(), _day(fields(update, "updated"))))
    return tuple(found)


def _day(updated: Mapping[str, object]) -> date | None:
    parts = updated.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    written = [part for part in first if isinstance(part, int)] if isinstance(first, list) else []
    if len(written) < 3:
        written = date_of(text(updated, "date-time"))
    try:
        return date(*written[:3]) if len(written) >= 3 else None
    except ValueError:
        return None


def heaviest(notices: Iterable[Noticed]) -> tuple[Noticed, ...]:
    """The notices, the gravest first, each kind and place once; one without a place only if its kind has none."""
    listed = sorted(set(notices), key=lambda one: (_GRAVITY.index(one.notice), one.where == "", one.where))
    placed = {one.notice for one in listed if one.where}
    return tuple(one for one in listed if one.where or one.notice not in placed)
