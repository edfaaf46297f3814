"""Where the printed pages of an HTML file begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from holdwater.patterns import waiting
from holdwater.read.html.index import Index
from holdwater.read.html.marks import Findings
from holdwater.read.html.tree import BLOCKS, Element, Text, walk, words_of
from holdwater.read.roman import number_of

_PAGE_ID = waiting(r"(?:page|pg|p)[-_]?(\d{1,5}|[ivxlc]{1,8})", re.I)
_PAGE_CLASSES = frozenset({"pagenum", "pageno", "page-number", "pagebreak", "pb", "page-break"})
_PAGE_LABEL = waiting(r"\d{1,5}|[ivxlc]{1,8}", re.I)
_LOOSE_CLASSES = frozenset(
    "page pg page-num page_num pagenumber page_number pagenr page-nr page-marker pagemarker page-label star-page"
    " starpage star-pagination folio".split()
)
_LOOSE_ID = waiting(r"(?:page|pg)[-_]?(\d{1,5}|[ivxlc]{1,8})", re.I)
_SHOWN = waiting(r"[\[({|*]{0,3}\s?(?:(?:pp?|pg|page|s|seite)\b\.?\s?)?(\d{1,5}|[ivxlc]{1,8})\s?[\])}|*]{0,2}", re.I)
_LONGEST = 20  # characters of a page's number, with all that stands around it
_LEAST = 3
_APART = 100  # characters of words from one number to the next: those that lead through a list stand closer


def page_label(element: Element, words: str) -> str | None:
    """The printed page that begins at this element, if it marks one; `words` are what it shows."""
    typed = "pagebreak" in element.tokens("epub:type") or element.get("role") == "doc-pagebreak"
    classed = _PAGE_CLASSES.intersection(element.tokens("class"))
    if not typed and not classed:
        anchor = element.get("id") or element.get("name") if element.tag in ("a", "span") else ""
        found = _PAGE_ID.fullmatch(anchor) if anchor and not words else None
        return found[1] if found else None
    for written in (element.get("title"), element.get("aria-label"), words, element.get("id")):
        found = _PAGE_LABEL.search(written.replace("page", " ").replace("Page", " ").replace("Pg", " "))
        if found:
            return found[0]
    return None


def loose_pages(root: Element, index: Index, findings: Findings) -> dict[Element, str]:
    """The elements that show a page's number and are not surely its mark ("page" is a layout's word as well).

    They are pages where they count up through the text.
    """
    found: list[tuple[Element, str]] = []
    for element, label in _shown(index):
        if element not in findings.marks and not (found and found[-1][0].holds(element)):
            found.append((element, label))
    return dict(found) if len(found) >= _LEAST and _counts_up(found) and _is_apart(root, found) else {}


def _shown(index: Index) -> Iterator[tuple[Element, str]]:
    for element in index.classed:
        names = set(element.tokens("class"))
        by_id = _LOOSE_ID.fullmatch(element.get("id") or element.get("name"))
        sure_in_line = element.tag in BLOCKS and not _PAGE_CLASSES.isdisjoint(names)
        if not (by_id or sure_in_line or not _LOOSE_CLASSES.isdisjoint(names)):
            continue
        if element.get("href")[:1] not in ("", "#"):
            continue
        shown = _SHOWN.fullmatch(words_of(element, _LONGEST)[: _LONGEST + 1])
        if shown and (not by_id or by_id[1].lower() == shown[1].lower()):
            yield element, shown[1]


def _counts_up(found: Sequence[tuple[Element, str]]) -> bool:
    numbers = [number_of(label.lower()) for _, label in found]
    steps = [after[0] - before[0] for before, after in pairwise(numbers) if before[1] == after[1]]
    return bool(steps) and set(steps) <= {1, 2} and 4 * steps.count(1) >= 3 * (len(numbers) - 1)


def _is_apart(root: Element, found: Sequence[tuple[Element, str]]) -> bool:
    """Whether there are words enough for pages between the numbers."""
    first, last = found[0][0], found[-1][0]
    at = length = 0
    for node in walk(root):
        if isinstance(node, Element):
            at = node.order
        elif isinstance(node, Text) and first.order <= at < last.order:
            length += len(node.value)
    return length >= _APART * (len(found) - 1)
