"""The works that a page cites by its own markup: pandoc's and Distill's citations, LaTeXML's, OpenURLs of MediaWiki."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from holdwater.errors import CatalogueError
from holdwater.patterns import waiting
from holdwater.read.html.index import Index, fragment_of
from holdwater.read.html.marks import Findings
from holdwater.read.html.openurl import csl_of
from holdwater.read.html.tree import Element, Text, walk

_CITES = {"d-cite": ("key", "bibtex-key"), "dt-cite": ("key",)}
_ENTRIES = frozenset({"csl-entry", "ltx_bibitem"})
_LINKED = frozenset({"ltx_cite", "citation"})
_KEY = waiting(r"[^\s,;]{1,200}")
_DOI = waiting(r"https?://(?:dx\.)?doi\.org/(10\.[^\s?#]{3,200})", re.I)
_BIB_FILE = waiting(r"(?:\./)?[^\\?#%:]{1,200}\.bib", re.I)
_MAX_KEYS = 50
_MAX_JSON = 2_000_000


@dataclass
class Citations:
    """What a page cites: keys by the element that cites them, described works by the element that prints them."""

    cited: dict[Element, list[str]] = field(default_factory=dict)
    entries: dict[Element, tuple[str, dict[str, object]]] = field(default_factory=dict)
    unprinted: list[dict[str, object]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def find_citations(index: Index, findings: Findings, beside: Callable[[str], str | None] | None) -> Citations:
    """The citations of a page, and the works that it describes: in its text, in scripts, in a `.bib` file beside it."""
    found = Citations()
    for element in index.citing:
        _take(index, element, found)
    for element in index.classed:
        if not _ENTRIES.isdisjoint(element.tokens("class")) and element.get("id"):
            key = element.get("id").removeprefix("ref-")
            found.entries[element] = (key, {"id": key, **_linked_to(index, element)})
    _links(index, findings, found)
    return found if not index.bibliographies else _with_bibliography(index, found, beside)


def _take(index: Index, element: Element, found: Citations) -> None:
    if element.tag in _CITES:
        names = next((element.get(name) for name in _CITES[element.tag] if element.get(name)), "")
        found.cited[element] = list(dict.fromkeys(_KEY.findall(names[:5000])))[:_MAX_KEYS]
    elif "data-cites" in element.attributes:
        found.cited[element] = list(dict.fromkeys(_KEY.findall(element.get("data-cites")[:5000])))[:_MAX_KEYS]
    else:
        item = csl_of(element.get("title"))
        printed = _printed(element)
        if item and printed is not None:
            key = printed.get("id")
            found.entries[printed] = (key, {"id": key, **item})
        elif item:
            found.unprinted.append(item)


def _printed(openurl: Element) -> Element | None:
    """The `<cite>` that an OpenURL describes: right before it."""
    return next((node for node in openurl.before(3) if isinstance(node, Element) and node.tag == "cite"), None)


def _linked_to(index: Index, entry: Element) -> dict[str, object]:
    """The address that an entry of a bibliography links to."""
    for node in walk(entry):
        if isinstance(node, Element) and node.tag == "a":
            href = node.get("href").strip()
            doi = _DOI.match(href)
            if doi:
                return {"DOI": doi[1]}
            if href.startswith(("http://", "https://")):
                return {"URL": href[:2000]}
    return {}


def _links(index: Index, findings: Findings, found: Citations) -> None:
    """Links whose words cite a work that the page describes, or that say that they lead to one."""
    keys = {entry.get("id"): key for entry, (key, _) in found.entries.items() if entry.get("id")}
    for link in index.links:
        _, fragment = fragment_of(link)
        holders = [one for one, _ in zip(link.ancestors(), range(3), strict=False)]
        if any(one in found.cited or one in findings.marks for one in (link, *holders)):
            continue
        declared = link.get("role") == "doc-biblioref" or any(
            _LINKED.intersection(one.tokens("class")) for one in holders
        )
        if fragment in keys or (declared and fragment in index.ids):
            found.cited[link] = [keys.get(fragment, fragment)]


def _with_bibliography(index: Index, found: Citations, beside: Callable[[str], str | None] | None) -> Citations:
    wanted = {key for keys in found.cited.values() for key in keys}
    for holder in index.bibliographies:
        for item in _works(holder, found, beside):
            if item.get("id") in wanted:
                wanted.discard(str(item["id"]))
                found.unprinted.append(item)
    return found


def _works(
    holder: Element, found: Citations, beside: Callable[[str], str | None] | None
) -> Iterator[dict[str, object]]:
    """The works in a `<d-bibliography>`: BibTeX or JSON in a script, or in the file that its `src` names."""
    text = "".join(node.value for node in walk(holder) if isinstance(node, Text))
    source = holder.get("src").strip()
    if not text.strip() and source:
        text = (beside(source) if beside is not None and _BIB_FILE.fullmatch(source) else None) or ""
        if not text:
            found.unread.append(f"{source[:200]}: not read: no such file beside the document")
    if text.lstrip().startswith("[") and len(text) < _MAX_JSON:
        yield from _json_works(text)
    elif text.strip():
        from holdwater.read.bibtex import items  # costs 60 ms, and few pages have a bibliography of their own

        try:
            yield from items(text, source or "bibliography")
        except CatalogueError as fault:
            found.unread.append(f"bibliography: not read: {fault}")


def _json_works(text: str) -> Iterator[dict[str, object]]:
    """What Distill's own pages have: `[["key", {"title": …, "author": "Doe, J and Roe, R", …}], …]`."""
    from holdwater.read.personal_names import bibtex_people

    try:
        pairs: object = json.loads(text)
    except (ValueError, RecursionError):
        return
    for pair in pairs[:5000] if isinstance(pairs, list) else ():
        if isinstance(pair, list) and len(pair) == 2 and isinstance(pair[0], str) and isinstance(pair[1], dict):
            said = {name: value for name, value in pair[1].items() if isinstance(name, str) and isinstance(value, str)}
            item: dict[str, object] = {"id": pair[0], "type": "article-journal", "title": said.get("title", "")}
            for name, csl in (
                ("journal", "container-title"),
                ("url", "URL"),
                ("doi", "DOI"),
                ("publisher", "publisher"),
            ):
                if said.get(name):
                    item[csl] = said[name]
            if said.get("author"):
                item["author"] = bibtex_people(said["author"])
            if re.fullmatch(r"[0-9]{4}", said.get("year", "")):
                item["issued"] = {"date-parts": [[int(said["year"])]]}
            yield item
