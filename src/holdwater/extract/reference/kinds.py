"""What sort of work a description is of, and the ones that are no book or article: court cases and statutes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from holdwater.extract.identifiers import REPORTERS
from holdwater.extract.reference.segments import Segment
from holdwater.patterns import waiting

_CASE = waiting(
    rf"^(?P<title>[A-ZÀ-Þ][^,;()]{{0,120}}? v\.? [A-ZÀ-Þ][^;()]{{0,120}}?),?\s(?P<volume>\d{{1,4}})\s"
    rf"(?P<reporter>{REPORTERS})\s(?P<page>\d{{1,5}})"
)
_STATUTE = waiting(
    r"^(?P<title>(?:the\s)?[A-ZÀ-Þ][^.;:()“”\"\d]{2,120}?\s(?:Act|Bill|Order|Regulations?|Directive|Ordinance|Statute))"
    r"(?:,|\sof)?\s\(?(?P<year>1[2-9]\d\d|20\d\d)\)?(?=[\s,.;)]|$)"
)
_MEETING = waiting(r"\b(?:proc(?:eedings)?|conference|conf|symposium|symp|workshop|congress)\b", re.IGNORECASE)
_NEWSPAPER = waiting(
    r"\b(?:times|gazette|herald|guardian|tribune|news|post|daily|newspaper|telegraph|observer|zeitung|tageszeitung|"
    r"le monde|libération|el país|corriere)\b",
    re.IGNORECASE,
)
_THESIS = waiting(r"thes[ie]s|dissertation|thèse|mémoire|diplomarbeit|tese|tesis", re.IGNORECASE)
_REPORT = waiting(r"report|working paper|memo|rapport|bericht|white paper|\btr\b", re.IGNORECASE)


def law_in(text: str) -> dict[str, object]:
    """The CSL-JSON of "Doe v. Roe, 410 U.S. 113 (1973)" or "Water Act 1989, s 6"; empty for any other work."""
    case = _CASE.match(text)
    if case:
        fields = {"title": case["title"], "container-title": case["reporter"], "volume": case["volume"]}
        return {"type": "legal_case", **fields, "page": case["page"]}
    statute = _STATUTE.match(text)
    if statute:
        return {"type": "legislation", "title": f"{statute['title']} {statute['year']}"}
    return {}


def kind_of(csl: Mapping[str, object], segments: Sequence[Segment]) -> str:
    """The CSL type of a work, by what the description says of it."""
    genre = str(csl.get("genre", ""))
    container = str(csl.get("container-title", ""))
    if _THESIS.search(genre):
        return "thesis"
    if container:
        return _kind_of_part(container, segments)
    if _REPORT.search(genre):
        return "report"
    if "URL" in csl and "publisher" not in csl:
        return "webpage"
    return "book"


def _kind_of_part(container: str, segments: Sequence[Segment]) -> str:
    if _MEETING.search(container):
        return "paper-conference"
    dated = any(segment.label == "volume" for segment in segments)
    if _NEWSPAPER.search(container) and not dated:
        return "article-newspaper"
    labels = {segment.label for segment in segments}
    if "journal" in labels or dated or not labels & {"container", "editor"}:
        return "article-journal"
    return "chapter" if labels & {"editor", "publisher", "location"} else "article-journal"
