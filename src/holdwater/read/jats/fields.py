"""A reference's fields as CSL-JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdwater.patterns import waiting
from holdwater.read.jats.index import CITATIONS
from holdwater.read.jats.kin import opening
from holdwater.read.xml import Element, Text

_TYPES = {
    "journal": "article-journal", "article": "article-journal", "journal-article": "article-journal",
    "book": "book", "monograph": "book", "edited-book": "book", "book-chapter": "chapter", "chapter": "chapter",
    "confproc": "paper-conference", "conf-proc": "paper-conference", "conference": "paper-conference",
    "conference-paper": "paper-conference", "proceedings": "paper-conference",
    "thesis": "thesis", "dissertation": "thesis", "report": "report", "gov": "report", "working-paper": "report",
    "web": "webpage", "webpage": "webpage", "website": "webpage", "blog": "post-weblog", "preprint": "article",
    "newspaper": "article-newspaper", "magazine": "article-magazine", "patent": "patent", "standard": "standard",
    "data": "dataset", "database": "dataset", "dataset": "dataset", "software": "software", "code": "software",
    "letter": "personal_communication", "personal-communication": "personal_communication", "commun":
    "personal_communication", "legal": "legal_case", "case": "legal_case", "legislation": "legislation",
    "video": "motion_picture", "audio": "song", "interview": "interview", "periodical": "article-journal",
}  # fmt: skip
"""CSL types by `publication-type`; others become what their fields say."""

_PLAIN = {
    "volume": "volume", "issue": "issue", "edition": "edition", "publisher-name": "publisher",
    "publisher-loc": "publisher-place", "conf-name": "event-title", "conf-loc": "event-place", "isbn": "ISBN",
    "issn": "ISSN", "series": "collection-title", "version": "version", "std": "number", "patent": "number",
    "page-range": "page", "institution": "publisher", "size": "number-of-pages",
}  # fmt: skip
_IDS = {"doi": "DOI", "pmid": "PMID", "pmc": "PMCID", "pmcid": "PMCID", "isbn": "ISBN", "arxiv": "number"}
_PEOPLE = {
    "author": "author", "allauthors": "author", "": "author", "editor": "editor", "guest-editor": "editor",
    "translator": "translator", "director": "director", "compiler": "editor", "inventor": "author",
    "curator": "author", "transed": "translator", "data-curator": "author",
}  # fmt: skip
_TITLES = ("article-title", "chapter-title", "data-title", "part-title")
_MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}  # fmt: skip
_YEAR = waiting(r"(?<!\d)(\d{4})(?!\d)")
_DOI = waiting(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s?)?(10\.\d{4,9}/\S{1,300})", re.I)
_EDITORS = waiting(r"\b(?:in|eds?|editors?)\b", re.I)
_MAX_VALUE = 2000
_MAX_PEOPLE = 3000


def csl_of(work: Element, record: str) -> dict[str, object]:
    """What the fields of a citation say, as a CSL-JSON item whose id is `record`.

    Where the file gives the same citation as words and as fields, all of them are read, the fields first.
    """
    csl: dict[str, object] = {"id": record}
    forms = [work]
    if work.parent is not None and work.parent.tag.endswith("alternatives"):
        forms = sorted(work.parent.elements(*CITATIONS), key=lambda one: one.tag != "element-citation")
    for form in forms:
        for key, value in _fields(form).items():
            csl.setdefault(key, value)
    csl.setdefault("type", "document")
    return csl


def _fields(work: Element) -> dict[str, object]:
    csl: dict[str, object] = {}
    for element in _field_elements(work):
        words = opening(element, _MAX_VALUE)
        if not words:
            continue
        if element.tag in _PLAIN:
            csl.setdefault(_PLAIN[element.tag], words)
        elif element.tag in ("pub-id", "object-id", "article-id"):
            _identify(csl, element.get("pub-id-type").lower(), words)
        elif element.tag in ("ext-link", "uri", "self-uri"):
            _identify(csl, "url", element.get("xlink:href").strip() or words)
        elif element.tag == "elocation-id":
            csl.setdefault("page", words)
    _take_titles(work, csl)
    _take_pages(work, csl)
    issued = _date(work)
    if issued:
        csl["issued"] = {"date-parts": [issued]}
    csl.update(_people(work))
    csl["type"] = _type(work, csl)
    return csl


def _field_elements(work: Element) -> Iterator[Element]:
    """The fields of a citation: not what stands in a name, nor in a work that it is related to."""
    waiting = list(reversed(list(work.elements())))
    while waiting:
        element = waiting.pop()
        yield element
        if element.tag not in ("name", "string-name", "collab", "person-group", "related-object", "date-in-citation"):
            waiting.extend(reversed(list(element.elements())))


def _first(work: Element, *tags: str) -> str:
    for tag in tags:
        for element in _field_elements(work):
            words = opening(element, _MAX_VALUE) if element.tag == tag else ""
            if words:
                return words
    return ""


def _take_titles(work: Element, csl: dict[str, object]) -> None:
    title, source = _first(work, *_TITLES), _first(work, "source")
    if not title:
        title, source = source or _first(work, "trans-title", "trans-source", "issue-title"), ""
    if title:
        csl["title"] = title.rstrip(" .,;") if not title.endswith("...") else title
    if source:
        csl["container-title"] = source.rstrip(" .,;")


def _take_pages(work: Element, csl: dict[str, object]) -> None:
    first, last = _first(work, "fpage"), _first(work, "lpage")
    if first:
        csl["page"] = f"{first}-{last}" if last and last != first else first


def _identify(csl: dict[str, object], kind: str, words: str) -> None:
    doi = _DOI.fullmatch(words.strip())
    if doi and kind in ("doi", "url", ""):
        csl.setdefault("DOI", doi[1].rstrip(".,;"))
    elif kind in _IDS and kind != "doi":
        csl.setdefault(_IDS[kind], f"arXiv:{words}" if kind == "arxiv" and words[:5].lower() != "arxiv" else words)
    elif words.startswith(("http://", "https://", "ftp://", "www.")):
        csl.setdefault("URL", words)
    elif kind not in ("url", "doi", ""):
        csl.setdefault("number", words)


def _date(work: Element) -> list[int]:
    year = next((one for one in _field_elements(work) if one.tag == "year"), None)
    written = year.get("iso-8601-date") or opening(year) if year is not None else _first(work, "date", "conf-date")
    found = _YEAR.search(written[:80])
    if not found:
        return []
    parts = [int(found[1])]
    for tag, limit in (("month", 12), ("day", 31)):
        number = _number(_first(work, tag))
        if not 1 <= number <= limit:
            break
        parts.append(number)
    return parts


def _number(words: str) -> int:
    if words.isdecimal() and len(words) < 3:
        return int(words)
    return _MONTHS.get(words[:3].lower(), 0)


def _people(work: Element) -> dict[str, object]:
    """Authors, editors, translators: by their group, or those without one by where they stand."""
    found: dict[str, list[dict[str, str]]] = {}
    titled = False
    for child in work.elements():
        if child.tag in _TITLES:
            titled = True
        elif child.tag == "person-group":
            role = _PEOPLE.get(child.get("person-group-type").lower())
            if role is not None:
                found.setdefault(role, []).extend(_names(child))
        elif child.tag in ("name", "string-name", "collab", "name-alternatives", "collab-alternatives", "anonymous"):
            role = "editor" if titled and _EDITORS.search(_own_text(work)) else "author"
            found.setdefault(role, []).extend(_names(child))
    return {role: people[:_MAX_PEOPLE] for role, people in found.items() if people}


def _own_text(work: Element) -> str:
    return " ".join(child.value for child in work.children if isinstance(child, Text))[:_MAX_VALUE]


def _names(holder: Element) -> Iterator[dict[str, str]]:
    waiting = [holder]
    while waiting:
        element = waiting.pop()
        if element.tag in ("name", "string-name"):
            person = _person(element)
            if person:
                yield person
        elif element.tag in ("collab", "anonymous", "institution"):
            words = _collective(element)
            if words:
                yield {"literal": words}
        elif element.tag.endswith("-alternatives"):
            waiting += list(element.elements())[:1]
        else:
            waiting += reversed(list(element.elements()))


def _person(name: Element) -> dict[str, str]:
    parts = {
        csl: words
        for csl, tag in (("family", "surname"), ("given", "given-names"), ("suffix", "suffix"))
        if (words := _first(name, tag))
    }
    if "family" in parts:
        return parts
    literal = parts.get("given") or opening(name)
    return {"literal": literal[:_MAX_VALUE].strip(" ,;")} if literal else {}


def _collective(element: Element) -> str:
    """The name of a group, without its members and their addresses."""
    words = "".join(
        child.value if isinstance(child, Text) else opening(child, _MAX_VALUE)
        for child in element.children
        if isinstance(child, Text)
        or child.tag not in ("contrib-group", "aff", "address", "fn", "xref", "author-comment")
    )
    return " ".join(words.split())[:_MAX_VALUE].strip(" ,;") or ("Anonymous" if element.tag == "anonymous" else "")


def _type(work: Element, csl: dict[str, object]) -> str:
    stated = next(
        (value for name in ("publication-type", "citation-type", "specific-use") if (value := work.get(name).lower())),
        "",
    )
    known = _TYPES.get(stated)
    if known == "book" and "container-title" in csl:
        return "chapter"
    if known is not None:
        return known
    if "container-title" in csl:
        if "volume" in csl or "issue" in csl or "ISSN" in csl:
            return "article-journal"
        return "chapter" if "publisher" in csl else "article-journal"
    if "publisher" in csl:
        return "book"
    return "webpage" if "URL" in csl else "document"
