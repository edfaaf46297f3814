"""Raised numbers without a link, and the numbered notes further on that they belong to.

A raised number is a note mark only where a note of that number stands further on; `m<sup>2</sup>` and
`10<sup>6</sup>` stay what they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from holdwater.patterns import waiting
from holdwater.read.html.index import Index
from holdwater.read.html.marks import Findings, NoteBody, NoteMark
from holdwater.read.html.notes import outermost
from holdwater.read.html.tree import HEADINGS, Element, Node, Text, walk, words_of

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
LOWERED = str.maketrans(_RAISED, "0123456789")
_RAISED_NUMBER = waiting(f"[{_RAISED}]{{1,3}}")
_LABEL = waiting(r"[\[(]?\s*(\d{1,3}|[*†‡§¶]{1,3})\s*[\])]?")
_BLOCK_HEAD = waiting(
    rf"\s*(?:(?P<sure>\[\d{{1,3}}\]|[†‡]{{1,3}}|\*{{1,3}}(?!\*)|[{_RAISED}]{{1,3}})|(?P<likely>\(?\d{{1,3}}[.):]?)(?=\s))\s*"
)
_UNITS = frozenset("mm cm dm km nm ft in yd mi ha px".split())
_HEADS = frozenset({"sup", "strong", "b"})
_LAST_WORD = waiting(r"(\d+|[^\W\d_]+)\s*$")
_FIRST = 60  # how many nodes of a block are looked at for its first words
_NEAR = 6  # how many elements up a mark or a note that holds a raised number is looked for
_MAX_CHOICES = 20  # how many notes of one number are chosen from
_MAX_TAIL = 3  # how many blocks after a rule's last note are still taken to be its


@dataclass(slots=True)
class _Definition:
    """A paragraph or list item that begins with a number of its own; `sure` where the number can be nothing else."""

    label: str
    block: Element
    sure: bool = True
    body: NoteBody | None = None
    used: int = 0  # in which run of numbers a mark led to it


@dataclass(slots=True)
class _Run:
    """Raised numbers from 1 on, until they begin again."""

    count: int = 1
    expected: int = 1


def loose_notes(index: Index, findings: Findings) -> None:
    """Tie raised numbers without links to notes: those already found, and paragraphs that begin with the number."""
    raised = list(_raised_numbers(index, findings))
    if raised:
        _Loose(index, findings, raised).tie()


def raise_digits(root: Element) -> None:
    """Have raised digits of the text, "word¹", stand in elements of their own, as `<sup>` has them."""
    for node in list(walk(root)):
        if isinstance(node, Element) and node.tag != "sup":
            texts = [one for one in node.children if isinstance(one, Text)]
            if any(_RAISED_NUMBER.search(one.value) for one in texts):
                _split(node)


def _split(holder: Element) -> None:
    children: list[Node] = []
    for child in holder.children:
        at = 0
        for found in _RAISED_NUMBER.finditer(child.value) if isinstance(child, Text) else ():
            assert isinstance(child, Text)
            raised = Element("sup", {}, holder, order=holder.order, last=holder.order)
            raised.children.append(child.part(*found.span()))
            children += [child.part(at, found.start()), raised]
            at = found.end()
        children.append(child.part(at, len(child.value)) if at and isinstance(child, Text) else child)
    holder.children = children
    for place, child in enumerate(children):
        if isinstance(child, Element):
            child.index = place


@dataclass
class _Loose:
    index: Index
    findings: Findings
    raised: list[tuple[str, Element]]
    _by_label: dict[str, list[_Definition]] = field(default_factory=dict)
    _heads: set[Element] = field(default_factory=set)

    def tie(self) -> None:
        """Tie each raised number to the next note of its number."""
        loose = list(self._definitions({label for label, _ in self.raised}))
        loose += [
            _Definition(body.label, body.first, True, body)
            for body in self.findings.bodies
            if not body.asked and _LABEL.fullmatch(body.label) and body.first is not None
        ]
        self._heads = {one.block for one in loose}
        for one in sorted(loose, key=lambda definition: definition.block.order):
            self._by_label.setdefault(one.label, []).append(one)
        run = _Run()
        for label, element in self.raised:
            if element.block() not in self._heads:
                self._tie(label, element, run)

    def _tie(self, label: str, element: Element, run: _Run) -> None:
        number = int(label) if label.isdecimal() else 0
        again = number == 1 and run.expected > 2
        definition = self._definition(label, element, run.count + again)
        if definition is None or (number and not _is_mark(element, number, 1 if again else run.expected)):
            return
        run.count, run.expected = run.count + again, max(1 if again else run.expected, number + 1)
        body = definition.body or self._add(definition)
        definition.body, body.asked, definition.used = body, True, run.count
        self.findings.marks[outermost(element, words_of(element, 20))] = NoteMark(label, body.id)

    def _definition(self, label: str, element: Element, run: int) -> _Definition | None:
        """The next definition of a label after a mark, preferably one that no earlier run of numbers has used."""
        known = self._by_label.get(label, [])
        first = bisect_right(known, element.order, key=lambda one: one.block.order)
        after = known[first : first + _MAX_CHOICES]
        bracketed = "[" in words_of(element, 10)
        after = [one for one in after if one.sure or not bracketed or self.index.among_notes(one.block)]
        return next((one for one in after if one.used in (0, run)), after[0] if after else None)

    def _definitions(self, wanted: set[str]) -> Iterator[_Definition]:
        """The blocks that begin with one of the wanted numbers, set off as a note's number is."""
        for block in self.index.items:
            if block in self.findings.skipped or block in self.findings.dropped:
                continue
            label = _item_label(self.index, block) if block.tag == "li" else _head_label(self.index, block)
            if label in wanted:
                yield _Definition(label, block)

    def _add(self, definition: _Definition) -> NoteBody:
        block = definition.block
        nodes: list[Node] = [block]
        if block.tag not in ("li", "td", "dd") and block.parent is not None:
            nodes += _continuation(self.index, block, self._heads)
        return self.findings.add(block.get("id"), definition.label, nodes, block.order)


def _raised_numbers(index: Index, findings: Findings) -> Iterator[tuple[str, Element]]:
    taken = {body.first for body in findings.bodies}
    for element in index.raised:
        found = _LABEL.fullmatch(words_of(element, 10).translate(LOWERED))
        if not found or element in findings.marks or any(one in findings.marks for one in _near(element)):
            continue
        if any(isinstance(node, Element) and node.tag == "a" for node in islice(walk(element), _FIRST)):
            continue
        if not any(one in taken or one in findings.dropped for one in (element, *_near(element))):
            yield found[1], element


def _near(element: Element) -> list[Element]:
    return [one for one, _ in zip(element.ancestors(), range(_NEAR), strict=False)]


def _is_mark(element: Element, number: int, expected: int) -> bool:
    """Whether a raised number is a mark, and no exponent: by the word it is raised from, and by the running order."""
    word = _word_before(element)
    if word.isdigit():
        return number == expected and len(word) >= 4
    if len(word) == 2:
        return number == expected and word.islower() and word not in _UNITS
    if len(word) == 1:
        return False
    return number <= expected or number == expected + 1


def _word_before(element: Element) -> str:
    if element.parent is None or element.index == 0:
        return ""
    before = element.parent.children[element.index - 1]
    words = (
        before.value[-40:]
        if isinstance(before, Text)
        else words_of(before, 400)[-40:]
        if isinstance(before, Element)
        else ""
    )
    found = _LAST_WORD.search(words) if not words[-1:].isspace() else None
    return found[1] if found else ""


def _head_label(index: Index, block: Element) -> str:
    """The number that a block begins with as a note does; "" if it begins otherwise."""
    leaf = next((node for node in islice(walk(block), _FIRST) if isinstance(node, Text) and node.value.strip()), None)
    if leaf is None or len(words_of(block, 40)) < len(leaf.value.strip()[:4]) + 2:
        return ""
    head = _head_element(block)
    if head is not None:
        found = _LABEL.fullmatch(words_of(head, 10).translate(LOWERED))
        if found and (head.tag == "sup" or index.after_rule(block) or index.among_notes(block)):
            return found[1] if len(words_of(block, 40)) > len(found[0]) + 1 else ""
        return ""
    begins = _BLOCK_HEAD.match(leaf.value[:40])
    if not begins or _holds_blocks(block):
        return ""
    if begins["likely"] and not (index.after_rule(block) or index.among_notes(block)):
        return ""
    return begins[0].strip().strip("[]().:").translate(LOWERED)


def _holds_blocks(block: Element) -> bool:
    return any(isinstance(one, Element) and one.tag in ("p", "div", "ul", "ol", "table") for one in block.children)


def _head_element(block: Element) -> Element | None:
    """The raised or bold element that a block begins with, within spans and links if need be."""
    one = block
    for _ in range(_NEAR):
        first = next((node for node in one.children if not (isinstance(node, Text) and not node.value.strip())), None)
        if not isinstance(first, Element):
            return one if one is not block and one.tag in _HEADS else None
        if first.tag not in ("span", "a", *_HEADS):
            return None
        if first.tag == "sup":
            return first
        one = first
    return None


def _item_label(index: Index, item: Element) -> str:
    holder = item.parent
    if holder is None or holder.tag != "ol" or holder.parent is None:
        return ""
    if holder.parent.tag != "aside" and not index.among_notes(holder):
        return ""
    start = holder.get("start")
    first = int(start) if re.fullmatch(r"[0-9]{1,4}", start) else 1
    return str(first + index.item_place(item))


def _continuation(index: Index, block: Element, heads: set[Element]) -> list[Node]:
    """The blocks that go on with a note: up to the next note's, or, below a rule, the few that are left."""
    nodes: list[Node] = []
    for node in block.after():
        if not isinstance(node, Element):
            continue
        if node in heads:
            return nodes
        if node.tag in HEADINGS or node.tag == "hr" or "footnote" in node.tokens("class"):
            return []
        nodes.append(node)
        if len(nodes) > 20:
            return []
    return nodes if index.after_rule(block) and len(nodes) <= _MAX_TAIL else []
