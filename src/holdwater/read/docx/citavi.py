"""Citavi's placeholders: the works that they cite, as CSL-JSON."""

from __future__ import annotations

from holdwater.read.docx.items import Item, located

_TYPES = {
    "Book": "book", "BookEdited": "book", "JournalArticle": "article-journal", "Contribution": "chapter",
    "NewspaperArticle": "article-newspaper", "Thesis": "thesis", "InternetDocument": "webpage",
    "ConferenceProceedings": "book", "UnpublishedWork": "manuscript", "CourtDecision": "legal_case",
}  # fmt: skip
_FIELDS = (
    ("Title", "title"), ("Volume", "volume"), ("Number", "issue"), ("Doi", "DOI"), ("Isbn", "ISBN"),
    ("Edition", "edition"), ("OnlineAddress", "URL"), ("PlaceOfPublication", "publisher-place"),
)  # fmt: skip


def citavi_items(found: object) -> list[Item]:
    """The works in a placeholder's JSON."""
    entries = found.get("Entries") if isinstance(found, dict) else None
    return [_item(one) for one in entries if isinstance(one, dict)] if isinstance(entries, list) else []


def _item(entry: dict[str, object]) -> Item:
    pages = entry.get("PageRange")
    place = pages.get("OriginalString") if isinstance(pages, dict) else None
    reference = entry.get("Reference")
    csl = _csl(reference) if isinstance(reference, dict) else {}
    return Item(str(entry.get("ReferenceId") or csl.get("title") or entry.get("Id")), csl, located("page", place))


def _csl(reference: dict[str, object]) -> dict[str, object]:
    csl: dict[str, object] = {"type": _TYPES.get(str(reference.get("ReferenceType")), "document")}
    for theirs, ours in _FIELDS:
        if isinstance(reference.get(theirs), str) and reference[theirs]:
            csl[ours] = reference[theirs]
    for theirs, ours in (("Authors", "author"), ("Editors", "editor")):
        people = _people(reference.get(theirs))
        if people:
            csl[ours] = people
    year = str(reference.get("YearResolved") or reference.get("Year") or "")[:4]
    if year.isdecimal() and year.isascii():
        csl["issued"] = {"date-parts": [[int(year)]]}
    periodical, parent = reference.get("Periodical"), reference.get("ParentReference")
    container = periodical.get("Name") if isinstance(periodical, dict) else None
    container = container or (parent.get("Title") if isinstance(parent, dict) else None)
    if isinstance(container, str):
        csl["container-title"] = container
    key = reference.get("BibTeXKey") or reference.get("CitationKey")
    if isinstance(key, str) and key:
        csl["id"] = key
    return csl


def _people(listed: object) -> list[dict[str, str]]:
    if not isinstance(listed, list):
        return []
    named = [(one.get("LastName"), one.get("FirstName")) for one in listed if isinstance(one, dict)]
    return [
        {"family": family, "given": given} if isinstance(given, str) and given else {"family": family}
        for family, given in named
        if isinstance(family, str) and family
    ]
