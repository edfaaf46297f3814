"""Notes that a page keeps in an attribute and shows in a box: `<sup title="…">1</sup>`, `data-footnote`, a popover."""

from __future__ import annotations

import re
from itertools import islice

from holdwater.patterns import waiting
from holdwater.read.html.index import Index, fragment_of
from holdwater.read.html.marks import Findings, NoteMark
from holdwater.read.html.notes import outermost
from holdwater.read.html.stream import Stream
from holdwater.read.html.tree import Element, Node, Text, words_of

_OF_NOTES = "data-footnote data-footnote-content data-footnote-text data-note data-note-content".split()
_OF_BOXES = (
    "data-content data-bs-content data-tippy-content data-tooltip data-tooltip-content data-tip data-original-title"
    " title"
).split()
_NAMED = waiting(r"note|tool-?tip|pop-?over|(?:^|\s)(?:fn|ref)", re.I)
_TAGS = frozenset("sup a span button mark label".split())
_LABEL = waiting(r"[\[(]?\s*(\d{1,3}|[a-z]|[*†‡§¶]{1,3}|(?:foot)?note|fn)\s*[\])]?[.:]?", re.I)
_TAG = waiting(r"<[^<>]*>")
_ABOUT = waiting(
    r"(?:jump|go|back|return|skip|scroll|view|see|read|show|open|click)\b.{0,40}|(?:foot|end)?note\W*\w{0,8}\W*", re.I
)
_MIN_WORDS = 12


def attribute_notes(index: Index, stream: Stream, findings: Findings) -> None:
    """Add the notes that stand in attributes of numbers which lead nowhere else to `findings`."""
    for element in index.classed:
        if element.tag not in _TAGS or any(one in findings.marks for one in (element, *islice(element.ancestors(), 4))):
            continue
        value = _note_in(element)
        found = _LABEL.fullmatch(words := words_of(element, 12)) if value else None
        if not value or not (found or (not words and element.tag != "a")) or _leads_on(index, element):
            continue
        cut = outermost(element, words) if words else element
        label = found[1] if found else ""
        body = findings.add(element.get("id") or "", label, _nodes(value, stream), element.order)
        findings.marks[cut] = NoteMark(label, body.id)


def _note_in(element: Element) -> str:
    raised = "sup" in (element.tag, element.parent.tag if element.parent is not None else "")
    raised = raised or any(isinstance(one, Element) and one.tag == "sup" for one in element.children)
    for name in (*_OF_NOTES, *_OF_BOXES) if raised or _NAMED.search(element.get("class")) else _OF_NOTES:
        value = element.get(name)
        if len(value) >= _MIN_WORDS and " " in value.strip() and not _ABOUT.fullmatch(value.strip()):
            return value
    return ""


def _leads_on(index: Index, element: Element) -> bool:
    """Whether a number leads to a text of its own as well, or holds a mark."""
    link = element if element.tag == "a" else next((one for one in element.children if _is_link(one)), element)
    assert isinstance(link, Element)
    path, fragment = fragment_of(link)
    return bool(path and not path.startswith("javascript:")) or fragment in index.ids


def _is_link(node: Node) -> bool:
    return isinstance(node, Element) and node.tag == "a"


def _nodes(value: str, stream: Stream) -> list[Node]:
    """The words of an attribute; what it has of tags is left out."""
    place = stream.attribute(value)
    nodes: list[Node] = []
    at = 0
    for start, end in [*(tag.span() for tag in _TAG.finditer(value)), (len(value), len(value))]:
        words = value[at:start]
        lead = len(words) - len(words.lstrip(" \t\n\f\r"))
        nodes.append(Text(words, place + at + lead if place >= 0 else -1))
        at = end
    return nodes
