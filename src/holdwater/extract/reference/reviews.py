"""Articles cited as lawyers cite them: "Mary Doe, The Law of Bridges, 118 Harv. L. Rev. 1042, 1050 (2005)".

The form is that of the Bluebook (rule 16): the volume stands before the journal's abbreviated name, the first page
behind it, then the page that is meant, and the year alone in parentheses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_YEAR = r"(?:1[6-9]\d\d|20\d\d)"
_ARTICLE = re.compile(
    r",[”\"’]?\s(?P<volume>\d{1,4})\s(?P<journal>(?:(?:[A-Z][\w.&'’]*|of|the|on|and|&|in|for)\s){1,8}?)"
    r"(?P<page>\d{1,5})(?:,\s(?P<locator>\d{1,5}(?:[-–]\d{1,5})?))?(?:\sn\.\s?\d+)?\s"
    rf"\((?:[A-Z][a-z]{{2,8}}\.?\s(?:\d{{1,2}},\s)?)?(?P<year>{_YEAR})\)"
)
_LEARNED = re.compile(r"\b(?:L\.|Law|Legal|Rev\.|Review|J\.|L\.J\.|Q\.|Journal|Stud\.|Hist\.)(?:\s|$)|L\.J\.|L\.Q\.")
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
