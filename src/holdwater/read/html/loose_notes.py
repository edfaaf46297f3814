"""Raised numbers without a link, and the numbered notes at the end that they belong to.

A raised number is a note mark only where a note of that number stands further on; `m<sup>2</sup>` and
`10<sup>6</sup>` stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from holdwater.read.html.index import Index
from holdwater.read.html.marks import Findings, NoteBody, NoteMark
from holdwater.read.html.notes import outermost
from holdwater.read.html.tree import HEADINGS, Element, Node, Text, walk, words_of

_NUMBER = re.compile(r"[\[(]?(\d{1,3})[\])]?")
_UNITS = frozenset("mm cm dm km nm ft in yd mi ha px".split())
_HEADS = frozenset({"sup", "strong", "b"})
_LAST_WORD = re.compile(r"(\d+|[^\W\d_]+)\s*$")
_NEAR = 6  # how many elements up a mark or a note that holds a raised number is looked for
_MAX_TAIL = 3  # how many blocks after a rule's last note are still taken to be its


@dataclass(slots=True)
class _Definition:
    """A paragraph or list item that begins with a number of its own."""

    number: int
    block: Element
    body: NoteBody | None = None


def loose_notes(index: Index, findings: Findings) -> None:
    """Tie raised numbers without links to notes: those already found, and paragraphs that begin with the number."""
    raised = list(_raised_numbers(index, findings))
    if not raised:
        return
    known = {
        int(body.label): _Definition(int(body.label), body.first, body)
        for body in findings.bodies
        if not body.asked and body.label.isdecimal() and body.first is not None
    }
    loose = _definitions(index, findings, {number for number, _ in raised})
    heads = {one.block for one in loose}
    definitions = {**{one.number: one for one in reversed(loose)}, **known}
    expected = 1
    for number, element in raised:
        definition = definitions.get(number)
        if definition is None or element.block() in heads or element.order > definition.block.order:
            continue
        if not _is_mark(element, number, expected):
            continue
        body = definition.body or _add(index, definition, heads, findings)
        definition.body, body.asked = body, True
        findings.marks[outermost(element, words_of(element, 20))] = NoteMark(str(number), body.id)
        expected = max(expected, number + 1)


def _raised_numbers(index: Index, findings: Findings) -> Iterator[tuple[int, Element]]:
    taken = {body.first for body in findings.bodies}
    for element in index.raised:
        found = _NUMBER.fullmatch(words_of(element, 10))
        if not found or element in findings.marks or any(one in findings.marks for one in _near(element)):
            continue
        if any(isinstance(node, Element) and node.tag == "a" for node in walk(element)):
            continue
        if not any(one in taken for one in (element, *_near(element))):
            yield int(found[1]), element


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


def _definitions(index: Index, findings: Findings, wanted: set[int]) -> list[_Definition]:
    """The blocks that begin with one of the wanted numbers, set off as a note's number is."""
    found: list[_Definition] = []
    for block in index.items:
        if block in findings.skipped:
            continue
        number = _item_number(index, block) if block.tag == "li" else _head_number(index, block)
        if number in wanted and number is not None:
            found.append(_Definition(number, block))
    return found


def _head_number(index: Index, block: Element) -> int | None:
    head = next((node for node in block.children if not (isinstance(node, Text) and not node.value.strip())), None)
    while isinstance(head, Element) and head.tag not in _HEADS and head.children and head.tag in ("span", "a"):
        head = head.children[0] if isinstance(head.children[0], Element) else None
    raised = head
    while isinstance(raised, Element) and raised.tag in ("b", "strong") and raised.children:
        inner = raised.children[0]
        raised = inner if isinstance(inner, Element) and inner.tag == "sup" else None
    one = raised if isinstance(raised, Element) else head
    if not isinstance(one, Element) or one.tag not in _HEADS:
        return None
    found = _NUMBER.fullmatch(words_of(one, 10))
    if not found or (one.tag != "sup" and not (index.after_rule(block) or index.among_notes(block))):
        return None
    return int(found[1]) if len(words_of(block, 40)) > len(found[0]) + 1 else None


def _item_number(index: Index, item: Element) -> int | None:
    holder = item.parent
    if holder is None or holder.tag != "ol" or holder.parent is None:
        return None
    if holder.parent.tag != "aside" and not index.among_notes(holder):
        return None
    start = holder.get("start")
    first = int(start) if re.fullmatch(r"\d{1,4}", start) else 1
    place = index.item_place(item)
    return first + place


def _add(index: Index, definition: _Definition, heads: set[Element], findings: Findings) -> NoteBody:
    block = definition.block
    nodes: list[Node] = [block]
    if block.tag != "li" and block.parent is not None:
        nodes += _continuation(index, block, heads)
    return findings.add(block.get("id"), str(definition.number), nodes, block.order)


def _continuation(index: Index, block: Element, heads: set[Element]) -> list[Node]:
    """The blocks that go on with a note: up to the next note's, or, below a rule, the few that are left."""
    nodes: list[Node] = []
    siblings = block.parent.children[block.index + 1 :] if block.parent is not None else []
    for node in siblings:
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
