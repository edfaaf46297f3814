"""One walk over an HTML tree, for all that the search for notes asks again and again."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from urllib.parse import unquote

from holdwater.document import Part
from holdwater.patterns import waiting
from holdwater.read.headings import part_named
from holdwater.read.html.tree import HEADINGS, Element, Text, walk, words_of

_NOTES_NAME = waiting(
    r"(?:foot|end|side|rear)[-_]?notes?|(?:^|[\s_-])notes?(?=$|[\s_-])|references|reflist|bibliography"
    r"|(?:^|\s)(?:fn|footdefs?)(?=$|\s)",
    re.I,
)
_NOTES_TYPES = frozenset("footnotes endnotes rearnotes footnote endnote rearnote".split())
_NOTES_ROLES = frozenset("doc-endnotes doc-footnotes doc-footnote doc-endnote".split())
_POINTERS = frozenset(
    "onclick aria-describedby aria-controls data-target data-bs-target data-rid data-fn data-ref data-note"
    " data-footnote-id data-popover-target popovertarget data-definition".split()
)
_POINTED = waiting(r"[\"']#?([\w:.\[\]-]{1,100})[\"']")
_ITEMS = frozenset("p li div td dd".split())
_WHOLE = frozenset("d-footnote dt-fn".split())
_CITING = frozenset("d-cite dt-cite".split())
_BIBLIOGRAPHIES = frozenset("d-bibliography dt-bibliography".split())
HEAD_TAGS = frozenset("meta title link script html".split())
"""Elements that may say something of the page as a whole."""

_NEAR = 12  # how many elements up a container of notes is looked for
_MAX_BEFORE = 50  # how many nodes before an element are looked at for words


@dataclass
class Index:
    """The elements of a tree by what they are, each list in the order of the file."""

    ids: dict[str, Element] = field(default_factory=dict)
    links: list[Element] = field(default_factory=list)
    raised: list[Element] = field(default_factory=list)  # <sup>
    pointers: list[Element] = field(default_factory=list)  # naming another element otherwise than by a link
    classed: list[Element] = field(default_factory=list)  # with a class, role, type or data of their own
    items: list[Element] = field(default_factory=list)  # paragraphs, list items and cells
    citing: list[Element] = field(default_factory=list)  # that cite or describe a work by markup of their own
    bibliographies: list[Element] = field(default_factory=list)  # that hold or name a file of described works
    heads: list[Element] = field(default_factory=list)  # that may say something of the page as a whole
    whole: list[Element] = field(default_factory=list)  # elements whose name says that they hold a note
    rules: list[int] = field(default_factory=list)  # orders of <hr>
    _numbered: set[Element] = field(default_factory=set)
    _places: dict[Element, int] = field(default_factory=dict)
    _by_fragment: dict[str, list[Element]] = field(default_factory=dict)
    _headings: list[int] = field(default_factory=list)
    _parts: list[Part | None] = field(default_factory=list)

    @classmethod
    def of(cls, root: Element) -> Index:
        """The index of all that stands under `root`."""
        index = cls()
        for node in walk(root):
            if isinstance(node, Element):
                index._add(node)
        return index

    def _add(self, element: Element) -> None:
        tag = element.tag
        if element.attributes:
            self._add_attributes(element)
        if tag == "sup":
            self.raised.append(element)
        elif tag in _ITEMS:
            self.items.append(element)
        elif tag in _WHOLE:
            self.whole.append(element)
        elif tag in _CITING:
            self.citing.append(element)
        elif tag in _BIBLIOGRAPHIES:
            self.bibliographies.append(element)
        elif tag in HEAD_TAGS:
            self.heads.append(element)
        elif tag == "hr":
            self.rules.append(element.order)
        elif tag in HEADINGS:
            self._headings.append(element.order)
            self._parts.append(part_named(words_of(element)))
            if tag == "h1":
                self.heads.append(element)

    def _add_attributes(self, element: Element) -> None:
        for name in ("id", "name") if element.tag == "a" else ("id",):
            value = element.get(name)
            if value and (value not in self.ids or self.ids[value].tag == "input"):
                self.ids[value] = element
        if element.tag == "a" and "#" in element.get("href"):
            self.links.append(element)
            self._by_fragment.setdefault(fragment_of(element)[1], []).append(element)
        if not _POINTERS.isdisjoint(element.attributes) or element.get("href").startswith("javascript:"):
            self.pointers.append(element)
        if "data-cites" in element.attributes or (element.get("class") == "Z3988" and element.get("title")):
            self.citing.append(element)
        self.classed.append(element)

    def heading_part(self, element: Element) -> Part | None:
        """The part that the last heading before an element names."""
        at = bisect_right(self._headings, element.order) - 1
        return self._parts[at] if at >= 0 else None

    def item_place(self, item: Element) -> int:
        """How many items stand before one in its list."""
        if item.parent is not None and item.parent not in self._numbered:
            self._numbered.add(item.parent)
            items = [one for one in item.parent.children if isinstance(one, Element) and one.tag == "li"]
            self._places.update((one, place) for place, one in enumerate(items))
        return self._places.get(item, 0)

    def links_to(self, fragment: str) -> list[Element]:
        """The links that lead to this fragment, of whatever file."""
        return self._by_fragment.get(fragment, [])

    def links_in(self, element: Element, limit: int = 1_000_000) -> list[Element]:
        """The links within the file that stand in an element, the first `limit` of them."""
        first = bisect_left(self.links, element.order, key=lambda link: link.order)
        last = bisect_right(self.links, element.last, key=lambda link: link.order)
        return self.links[first : min(last, first + limit)]

    def after_rule(self, element: Element) -> bool:
        """Whether a horizontal rule stands before an element, with no heading between."""
        at = bisect_left(self.rules, element.order) - 1
        heading = bisect_right(self._headings, element.order) - 1
        return at >= 0 and (heading < 0 or self._headings[heading] < self.rules[at])

    def among_notes(self, element: Element) -> bool:
        """Whether an element stands where notes or references stand: by names around it, or by the heading above."""
        if is_notes_place(element):
            return True
        for distance, one in enumerate(element.ancestors()):
            if distance == _NEAR or one.tag == "body":
                break
            if is_notes_place(one):
                return True
        return self.heading_part(element) is not None


def is_notes_place(element: Element) -> bool:
    """Whether an element's own names say that it holds notes."""
    if not element.attributes:
        return False
    if "data-footnotes" in element.attributes or element.get("role") in _NOTES_ROLES:
        return True
    if _NOTES_TYPES.intersection(element.tokens("epub:type")) or element.get("data-type") in _NOTES_TYPES:
        return True
    return bool(_NOTES_NAME.search(f"{element.get('class')} {element.get('id')}"[:500]))


def pointed_at(element: Element) -> list[str]:
    """The ids that an element's attributes, scripts among them, may name."""
    found: list[str] = []
    for name, value in element.attributes.items():
        if name == "onclick" or (name == "href" and value.startswith("javascript:")):
            found += _POINTED.findall(value[:1000])
        elif name in _POINTERS:
            found += [one.lstrip("#") for one in value[:1000].split()]
    return found


def fragment_of(link: Element) -> tuple[str, str]:
    """The path and the fragment of a link."""
    path, _, fragment = link.get("href").strip().partition("#")
    return path, unquote(fragment)


def has_words_before(element: Element) -> bool:
    """Whether words stand before an element in its own block."""
    for seen, node in enumerate(walk(element.block())):
        if node is element:
            return False
        if seen > _MAX_BEFORE or (isinstance(node, Text) and node.value.strip()):
            return True
    return False
