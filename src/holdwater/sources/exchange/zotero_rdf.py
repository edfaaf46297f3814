"""Zotero's own export, "Zotero RDF", read into CSL-JSON items with the files of their attachments.

Its vocabulary is that of Zotero's RDF translator: an item's type is its `z:itemType`; what it stands in (journal, book,
series) is another node, inside it or beside it; an attachment is a node of its own, whose `rdf:resource` is the path of
its file beside the export.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from holdwater.errors import CatalogueError, ReadError
from holdwater.patterns import waiting
from holdwater.read.xml import Element, grow
from holdwater.sources.exchange.ris import path_of_link
from holdwater.sources.exchange.zotero_items import csl_of_item

NAMESPACES = {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.zotero.org/namespaces/export#": "z",
    "http://purl.org/net/biblio#": "bib",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://prismstandard.org/namespaces/1.2/basic/": "prism",
    "http://xmlns.com/foaf/0.1/": "foaf",
    "http://nwalsh.com/rdf/vCard#": "vcard",
    "http://purl.org/rss/1.0/modules/link/": "link",
}
_DECLARATION = waiting(r"\A\ufeff?\s{0,99}<\?xml[^>]{0,200}\?>")
_FIELDS = {
    "dc:title": "title",
    "dc:date": "date",
    "dcterms:issued": "issueDate",
    "dcterms:dateSubmitted": "accessDate",
    "dcterms:abstract": "abstractNote",
    "dc:description": "extra",
    "dc:rights": "rights",
    "dc:coverage": "archiveLocation",
    "dc:type": "type",
    "dcterms:medium": "medium",
    "prism:edition": "edition",
    "prism:volume": "volume",
    "prism:number": "number",
    "bib:pages": "pages",
    "dcterms:alternative": "journalAbbreviation",
}
_IN_CONTAINER = {
    "dc:title": "publicationTitle",
    "dcterms:alternative": "journalAbbreviation",
    "prism:volume": "volume",
    "prism:number": "issue",
    "prism:edition": "edition",
}
_IN_SERIES = {"dc:title": "series", "dcterms:alternative": "seriesTitle", "dc:identifier": "seriesNumber"}
_TYPES = {
    "bib:Article": "journalArticle", "bib:Book": "book", "bib:BookSection": "bookSection", "bib:Thesis": "thesis",
    "bib:Report": "report", "bib:Manuscript": "manuscript", "bib:Patent": "patent", "bib:Document": "document",
}  # fmt: skip
"""Zotero's types by class, for items that do not say theirs."""
_NO_ITEMS = frozenset({"attachment", "note", "annotation"})
_ISSUES = frozenset({"journalArticle", "magazineArticle", "newspaperArticle"})
_NUMBER = waiting(r"(DOI|ISBN|ISSN)\s+(\S.*)")
_MOST_LEVELS = 4
_MOST_CONTAINERS = 6
_MOST_FILES = 500
_LONGEST_SHARED = 2_000
"""Characters of what a container says, which may be that of every item."""
_MOST_CREATORS = 5_000


def read_rdf(text: str, where: str) -> list[dict[str, object]]:
    """The items of an export as CSL-JSON, in its order, each with the `files` of its attachments.

    An attachment that belongs to no item is a work of its own. Notes and collections are no works.

    Raises:
        CatalogueError: it is no well-formed XML within the reader's bounds, or no RDF of Zotero's.
    """
    try:
        root = grow(_DECLARATION.sub("", text), where, NAMESPACES)
    except ReadError as fault:
        raise CatalogueError(fault.what, where=where, mend=fault.mend) from None
    if root.tag != "rdf:RDF":
        raise CatalogueError("no RDF", where=where, mend="export the library as Zotero RDF")
    return Export(root).items()


class Export:
    """The nodes of an export, by the name that others refer to them by."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._named: dict[str, Element] = {}
        self._part_of: dict[int, list[Element]] = {}
        self._said: dict[int, Mapping[str, object]] = {}
        self._paths: dict[int, str] = {}
        for element in root.walk():
            for name in (element.get("rdf:about"), element.get("rdf:ID") and f"#{element.get('rdf:ID')}"):
                if name:
                    self._named.setdefault(name, element)

    def items(self) -> list[dict[str, object]]:
        """The items as CSL-JSON."""
        found: list[dict[str, object]] = []
        linked: set[str] = set()
        alone: list[Element] = []
        for node in self._root.elements():
            kind = _kind(node)
            if kind == "attachment":
                alone.append(node)
            elif kind and kind not in _NO_ITEMS:
                item = csl_of_item(self._data(node, kind))
                files = list(self._files(node, linked))
                found.append({**item, "files": files} if files else item)
        return found + [item for node in alone if node.get("rdf:about") not in linked for item in _of_attachment(node)]

    def _data(self, node: Element, kind: str) -> dict[str, object]:
        """An item's fields as Zotero names them."""
        data: dict[str, object] = {"itemType": kind}
        _take(data, node, {**_FIELDS, "prism:number": "issue" if kind in _ISSUES else "number"})
        for container in self._containers(node):
            said = self._shared(container)
            if "issue" in said and kind not in _ISSUES:
                said = {**said, "number": said["issue"]}
            data = {**said, **data}
        _take_numbers(data, node)
        for child in node.elements():
            if child.tag.startswith("z:") and not list(child.elements()) and child.words():
                data.setdefault(child.tag[2:], child.words())
        _take_publisher(data, node)
        _take_subjects(data, node)
        data["creators"] = list(_creators(node))[:_MOST_CREATORS]
        if conference := node.first("bib:presentedAt", "bib:Conference", "dc:title"):
            data["conferenceName"] = conference.words()
        return data

    def _containers(self, node: Element) -> list[Element]:
        """What a node is part of, and what that is part of; each once."""
        found: dict[int, Element] = {}
        waiting = [node]
        for _ in range(_MOST_LEVELS):
            links = [link for one in waiting for link in self._links(one)]
            waiting = [part for link in links for part in self._at(link) if id(part) not in found][:_MOST_CONTAINERS]
            found |= {id(part): part for part in waiting}
        return list(found.values())

    def _links(self, node: Element) -> list[Element]:
        """What says that a node is part of others."""
        known = self._part_of.get(id(node))
        if known is None:
            known = self._part_of[id(node)] = list(node.elements("dcterms:isPartOf"))[:_MOST_CONTAINERS]
        return known

    def _shared(self, container: Element) -> Mapping[str, object]:
        """What a container says of the items in it; looked at once, however many there are."""
        known = self._said.get(id(container))
        if known is None:
            data: dict[str, object] = {}
            fields = {"bib:Part": {"dc:title": "section"}, "bib:Series": _IN_SERIES}.get(container.tag, _IN_CONTAINER)
            _take(data, container, fields)
            if fields is _IN_CONTAINER:
                _take_numbers(data, container)
            known = {name: str(value)[:_LONGEST_SHARED] for name, value in data.items()}
            self._said[id(container)] = known
        return known

    def _at(self, link: Element) -> Iterator[Element]:
        """The node that a link holds, or refers to."""
        held = next(link.elements(), None) or self._named.get(link.get("rdf:resource"))
        if held is not None:
            yield held

    def _files(self, node: Element, linked: set[str]) -> Iterator[str]:
        for link in islice(node.elements("link:link"), _MOST_FILES):
            linked.add(link.get("rdf:resource"))
            for attachment in self._at(link):
                if id(attachment) not in self._paths:
                    self._paths[id(attachment)] = _path(attachment)
                if path := self._paths[id(attachment)]:
                    yield path


def _kind(node: Element) -> str:
    said = node.first("z:itemType")
    if said is not None:
        return said.words()
    return "attachment" if node.tag == "z:Attachment" else _TYPES.get(node.tag, "")


def _path(attachment: Element) -> str:
    """The path of an attachment's file; "" where it is a link to a page alone."""
    resource = attachment.first("rdf:resource")
    return path_of_link(resource.get("rdf:resource")) if resource is not None else ""


def _of_attachment(node: Element) -> Iterator[dict[str, object]]:
    if path := _path(node):
        data: dict[str, object] = {"itemType": "document"}
        _take(data, node, {"dc:title": "title", "dcterms:dateSubmitted": "accessDate"})
        _take_numbers(data, node)
        yield {**csl_of_item(data), "files": [path]}


def _take(data: dict[str, object], node: Element, fields: Mapping[str, str]) -> None:
    for child in node.elements(*fields):
        words = "".join(text.value for text in child.texts()).strip()  # a note keeps its lines
        if words and not list(child.elements()):
            data.setdefault(fields[child.tag], words)


def _take_numbers(data: dict[str, object], node: Element) -> None:
    for child in node.elements("dc:identifier"):
        address = child.first("dcterms:URI", "rdf:value")
        if address is not None:
            data.setdefault("url", address.words())
        elif number := _NUMBER.fullmatch(child.words()):
            data.setdefault(number[1], number[2])
    about = node.get("rdf:about")
    for scheme, field in (("urn:isbn:", "ISBN"), ("urn:issn:", "ISSN")):
        if about.startswith(scheme):
            data.setdefault(field, path_of_link(f"file:{about.removeprefix(scheme)}"))


def _take_publisher(data: dict[str, object], node: Element) -> None:
    organization = node.first("dc:publisher", "foaf:Organization")
    name = organization.first("foaf:name") if organization is not None else None
    place = organization.first("vcard:adr", "vcard:Address", "vcard:locality") if organization is not None else None
    for field, element in (("publisher", name), ("place", place)):
        if element is not None:
            data.setdefault(field, element.words())


def _take_subjects(data: dict[str, object], node: Element) -> None:
    tags: list[object] = []
    for subject in node.elements("dc:subject"):
        call_number = subject.first("dcterms:LCC", "rdf:value")
        if call_number is not None:
            data.setdefault("callNumber", call_number.words())
        elif subject.words():
            tags.append(subject.words())
    data["tags"] = tags


def _creators(node: Element) -> Iterator[dict[str, str]]:
    """People stand in a sequence: `bib:authors`, `z:translators`, one `foaf:Person` each."""
    for role in node.elements():
        if role.first("rdf:Seq") is None:
            continue
        kind = role.tag.rpartition(":")[2].removesuffix("s")
        for person in role.walk("foaf:Person"):
            parts = {child.tag.lower(): child.words() for child in person.elements()}
            yield {
                "creatorType": kind,
                "lastName": parts.get("foaf:surname", ""),
                "firstName": parts.get("foaf:givenname", ""),
            }
