"""The places of articles that are written in a fixed way: as lawyers do, and as physicians do.

Mary Doe, The Law of Bridges, 118 Harv. L. Rev. 1042, 1050 (2005)       The Bluebook, rule 16
Doe M. Stents in small vessels. Heart 2015;101(4):1440-6.                Citing Medicine (NLM), chapter 1
"""

from __future__ import annotations

from dataclasses import dataclass

from holdwater.patterns import waiting

_YEAR = r"(?:1[6-9]\d\d|20\d\d)"
_ARTICLE = waiting(
    r",[”\"’]?\s(?P<volume>\d{1,4})\s(?P<journal>(?:(?:[A-Z][\w.&'’]*|of|the|on|and|&|in|for)\s){1,8}?)"
    r"(?P<page>\d{1,5})(?:,\s(?P<locator>\d{1,5}(?:[-–]\d{1,5})?))?(?:\sn\.\s?\d+)?\s"
    rf"\((?:[A-Z][a-z]{{2,8}}\.?\s(?:\d{{1,2}},\s)?)?(?P<year>{_YEAR})\)"
)
_MEDICAL = waiting(
    rf"(?<![\d/.:–-])(?P<year>{_YEAR})(?:\s[A-Z][a-z]{{2,3}}\.?(?:\s\d{{1,2}}(?:[-–]\d{{1,2}})?)?)?\s?;\s?"
    r"(?P<volume>\d{1,4})\s?(?:\((?P<issue>[^()]{1,16})\))?\s?:\s?(?P<page>[A-Za-z]?\d{1,7}(?:[-–][A-Za-z]?\d{1,7})?)(?![\d:])"
)
_LEARNED = waiting(r"\b(?:L\.|Law|Legal|Rev\.|Review|J\.|L\.J\.|Q\.|Journal|Stud\.|Hist\.)(?:\s|$)|L\.J\.|L\.Q\.")
"""What tells a journal's abbreviated name from a reporter's of court decisions."""


@dataclass(frozen=True, slots=True)
class ReviewArticle:
    """Where an article stands: what comes before its place in the description, and the fields of the place."""

    head: str
    fields: dict[str, object]


def review_article_in(text: str) -> ReviewArticle | None:
    """The article of a law review that a description names; None for any other work."""
    found = _ARTICLE.search(text)
    if found is None or not _LEARNED.search(found["journal"].strip()):
        return None
    fields: dict[str, object] = {
        "container-title": found["journal"].strip(),
        "volume": found["volume"],
        "page": found["page"],
        "issued": {"date-parts": [[int(found["year"])]]},
    }
    if found["locator"]:
        fields["locator"] = found["locator"].replace("–", "-")
    return ReviewArticle(text[: found.start()], fields)


def medical_place_in(text: str) -> dict[str, object]:
    """Year, volume, issue and pages of "Heart 2015;101(4):1440-6"; empty for any other work."""
    found = _MEDICAL.search(text)
    if found is None:
        return {}
    fields: dict[str, object] = {
        "issued": {"date-parts": [[int(found["year"])]]},
        "volume": found["volume"],
        "page": found["page"].replace("–", "-"),
    }
    return fields | ({"issue": found["issue"]} if found["issue"] else {})
