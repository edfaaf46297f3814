"""Which nodes of an HTML tree hold a note's own text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from holdwater.patterns import waiting
from holdwater.read.html.index import Index, fragment_of
from holdwater.read.html.marks import Findings, NoteBody
from holdwater.read.html.tree import BLOCKS, HEADINGS, Element, Node, Text, walk, words_of

_WHOLE = frozenset("body html article main #document".split())
_NOTE_TYPES = frozenset("footnote endnote rearnote".split())
_LIST_TYPES = frozenset("footnotes endnotes rearnotes".split())
_LIST_ROLES = frozenset("doc-endnotes doc-footnotes".split())
_LIST_CLASSES = frozenset(
    "footnotes endnotes footnotes-list footnote-list wp-block-footnotes easy-footnotes-wrapper references".split()
)
_NUMBER = waiting(r"\d{1,4}")
_NUMBERED = waiting(r"(?:(?:foot|end)?note\s+)?\d{1,4}", re.I)
_NEAR = 30  # how many nodes after an anchor are looked at for the number of its note
_OPENER = waiting(r"\s*[\[(]\s*$")
_FEW = 20  # how many nodes may stand beside a note's number
_LEVELS = 6  # how far up the elements that hold a note's anchor are remembered


class Bodies:
    """Finds notes' texts, given the elements that links lead to."""

    def __init__(self, index: Index, targets: Sequence[Element]) -> None:
        self._index = index
        self._by_root: dict[Element, NoteBody] = {}
        self._by_target: dict[Element, NoteBody | None] = {}
        self._holders: set[Element] = set()
        self._complete: set[Element] = set()
        self._in_block: dict[Element, set[Element]] = {}
        for target in targets:
            self._in_block.setdefault(target.block(), set()).add(target)
            self._holders.update(one for one in _upward(target) if one.tag not in _WHOLE)

    def declared(self, findings: Findings) -> None:
        """Add the notes that the file itself declares, whether a mark leads to them or not."""
        for element in self._index.classed:
            if any(one in findings.skipped or one in findings.dropped for one in _upward(element)):
                continue
            if _is_note(element):
                self._declare(element, findings, element.get("id"), "")
            elif _is_list(element):
                self._declare_items(element, findings)

    def _declare_items(self, holder: Element, findings: Findings) -> None:
        lists = [holder, *(child for child in holder.children if isinstance(child, Element))]
        for one in lists:
            if one.tag not in ("ol", "ul"):
                continue
            number = int(one.get("start")) if re.fullmatch(r"\d{1,4}", one.get("start")) else 1
            for item in one.children:
                if isinstance(item, Element) and item.tag == "li" and item not in self._by_root:
                    self._declare(item, findings, item.get("id"), str(number) if one.tag == "ol" else "")
                    number += 1

    def _declare(self, root: Element, findings: Findings, wanted: str, label: str) -> None:
        self._by_root[root] = findings.add(wanted, label or _own_number(root), [root], root.order)

    def neighbours(self, findings: Findings) -> None:
        """Add the items of a list of notes that no mark leads to: those with an id like the notes' own."""
        for root in [one for one in self._by_root if one.tag == "li" and one.parent is not None]:
            like = _stem(root.get("id"))
            siblings = root.parent.children if root.parent is not None and like else []
            if root.parent is None or root.parent in self._complete:
                continue
            self._complete.add(root.parent)
            for item in siblings:
                known = not isinstance(item, Element) or item in self._by_root
                if not known and isinstance(item, Element) and _stem(item.get("id")) == like:
                    self._declare(item, findings, item.get("id"), "")

    def of(self, target: Element, findings: Findings) -> NoteBody | None:
        """The note whose text an element stands in or before; None where no such text can be told."""
        if target not in self._by_target:
            self._by_target[target] = self._find(target, findings)
        return self._by_target[target]

    def _find(self, target: Element, findings: Findings) -> NoteBody | None:
        for one in _upward(target):
            if one in self._by_root:
                return self._by_root[one]
            if one in findings.dropped:
                return None
        inner = self._declared_in(target, findings)
        if inner is not None:
            return inner
        nodes = self._nodes(target)
        if not nodes or not any(_shows(node) for node in nodes):
            return None
        wanted = target.get("id") or target.get("name") or fragment_of(target)[1]
        body = findings.add(wanted, "", nodes, target.order)
        if isinstance(nodes[0], Element):
            self._by_root[nodes[0]] = body
        return body

    def _declared_in(self, target: Element, findings: Findings) -> NoteBody | None:
        """The note declared in the same block as an anchor before it, with nothing else beside its number."""
        block = target.block()
        if block.tag in _WHOLE or target is block or len(block.children) > _FEW:
            return None
        inner = [one for one in block.children if isinstance(one, Element) and one in self._by_root]
        rest = [
            words_of(node, 20) if isinstance(node, Element) else node.value
            for node in block.children
            if node not in inner
        ]
        if len(inner) != 1 or not _NUMBER.fullmatch("".join(rest).strip("[](). \n\t\r")):
            return None
        findings.dropped.update(node for node in block.children if node is not inner[0])
        return self._by_root[inner[0]]

    def begins_with(self, target: Element, label: str) -> bool:
        """Whether the text at `target` begins with this label, as a note's does: `[1] See …`."""
        block = target.block()
        if block.tag in HEADINGS or any(one.tag in HEADINGS for one in _upward(target)):
            return False
        words = ""
        for node in islice(_from(target), _NEAR):
            words += node.value if isinstance(node, Text) else ""
            if len(words) > len(label) + 10:
                break
        return bool(re.match(rf"\s*[\[(]?{re.escape(label)}(?![\w])", words))

    def _nodes(self, target: Element) -> list[Node]:
        block = target.block()
        if target is not block and (block.tag in _WHOLE or len(self._in_block.get(block, ())) > 1):
            return self._stretch(target, block)
        if block.tag in _WHOLE:
            return []
        if block.tag == "dt":
            return [block, *self._descriptions(block)]
        if block.tag in HEADINGS or _only_a_number(block):
            return [block, *self._following(block, to_the_end=True)]
        if block.tag == "p":
            return [block, *self._following(block, to_the_end=False)]
        return [block]

    def _stretch(self, target: Element, block: Element) -> list[Node]:
        """The nodes of a block from a note's anchor up to the next one's: several notes in one paragraph."""
        child = target
        while child.parent is not None and child.parent is not block:
            child = child.parent
        nodes: list[Node] = [child]
        for node in child.after():
            if isinstance(node, Element) and (node in self._holders or node.tag in HEADINGS or node.tag == "hr"):
                break
            nodes.append(node)
        _cut_opener(nodes)
        return nodes

    def _descriptions(self, term: Element) -> list[Node]:
        """What describes a term of a list: all up to the next term."""
        return list(takewhile(lambda node: not (isinstance(node, Element) and node.tag == "dt"), term.after()))

    def _following(self, block: Element, *, to_the_end: bool) -> list[Node]:
        """The blocks after one that belong to the same note: up to the next note, a heading or a rule.

        Unless `to_the_end`, they belong to it only if another note comes after them.
        """
        if block.parent is None:
            return []
        nodes: list[Node] = []
        for node in block.after():
            if not isinstance(node, Element):
                continue
            if node in self._holders or node in self._by_root:
                return nodes
            if node.tag in HEADINGS or node.tag == "hr":
                break
            nodes.append(node)
        return nodes if to_the_end else []

    def inside(self, link: Element) -> bool:
        """Whether a link stands in the text of a note that is already known."""
        return any(one in self._by_root for one in _upward(link))

    def encloses(self, target: Element, link: Element) -> bool:
        """Whether the text at `target` holds the link itself, so that the link cannot be its mark."""
        block = target.block()
        return block.tag not in _WHOLE and block.holds(link)

    def leads_back(self, target: Element, link: Element) -> bool:
        """Whether a link at `target`, or in the text there, leads back to the block that `link` stands in."""
        home = link.block()
        for back in self._index.links_in(target.block(), 50):
            _, fragment = fragment_of(back)
            place = self._index.ids.get(fragment)
            if back is not link and place is not None and place.block() is home and home is not target.block():
                return True
            if place is None and fragment and fragment == _reference_name(target, link):
                return True
        return False


def _reference_name(target: Element, link: Element) -> str:
    _, fragment = fragment_of(link)
    found = re.fullmatch(r"(\D+?)(\d{1,4})", fragment)
    back = fragment_of(target)[1] if target.tag == "a" else ""
    return back if found and back in (f"{found[1]}ref{found[2]}", f"{found[1]}_ref{found[2]}") else ""


def _upward(element: Element) -> Iterator[Element]:
    """An element and those that hold it, up to the height at which a note's anchor may sit in it."""
    one: Element | None = element
    for _ in range(_LEVELS):
        if one is None:
            return
        yield one
        one = one.parent


def _stem(name: str) -> str:
    return re.sub(r"\d{1,6}$", "", name) if re.search(r"\d$", name) else ""


def _is_note(element: Element) -> bool:
    if _NOTE_TYPES.intersection(element.tokens("epub:type")) or element.get("data-type") in _NOTE_TYPES:
        return element.tag in BLOCKS
    return element.get("role") in ("doc-footnote", "doc-endnote") and element.tag in BLOCKS


def _is_list(element: Element) -> bool:
    if element.get("role") in _LIST_ROLES or "data-footnotes" in element.attributes:
        return True
    if _LIST_TYPES.intersection(element.tokens("epub:type")):
        return True
    found = _LIST_CLASSES.intersection(element.tokens("class"))
    return bool(found) and (element.tag == "ol" or found != {"references"})


def _own_number(root: Element) -> str:
    found = re.match(r"[\[(^\s]*(\d{1,4})[\])]?[.:\s]", words_of(root, 20) + " ")
    if found:
        return found[1]
    tail = re.search(r"(\d{1,4})$", root.get("id"))
    return tail[1] if tail else ""


def _only_a_number(block: Element) -> bool:
    words = words_of(block, 20).strip("[]().\u2191 ")
    return not words or bool(_NUMBERED.fullmatch(words))


def _cut_opener(nodes: list[Node]) -> None:
    """Take away the bracket at the end of a note that the next note's number stands in."""
    last = nodes[-1]
    found = _OPENER.search(last.value) if isinstance(last, Text) else None
    if found and isinstance(last, Text):
        last.cut(0, found.start())


def _from(target: Element) -> Iterator[Node]:
    """The nodes in an element and after it, as far as its own block goes."""
    yield from walk(target)
    one = target
    while one.parent is not None and one is not target.block():
        for node in one.after():
            yield node
            if isinstance(node, Element):
                yield from walk(node)
        one = one.parent


def _shows(node: Node) -> bool:
    if isinstance(node, Element):
        return bool(words_of(node, 40))
    return isinstance(node, Text) and bool(node.value.strip())
