"""Notes that stand in the running text itself: side notes, hidden notes beside their mark, LaTeXML's notes."""

from __future__ import annotations

import re

from holdwater.read.html.index import Index
from holdwater.read.html.marks import Findings, NoteMark
from holdwater.read.html.parts import is_hidden
from holdwater.read.html.tree import Element, Node, Text, walk, words_of

_SIDE = frozenset("sidenote marginnote side-note margin-note".split())
_INLINE_TAGS = frozenset("span small label sup a aside".split())
_INNER = re.compile(r"(?:foot|side|margin)-?note|note-?content|tooltip", re.I)
_NUMBER = re.compile(r"\s*[\[(]?(\d{1,3}|[*†‡§])[\])]?[.:]?\s*")
_WHOLE_NOTE = frozenset({"inline-footnote", "footnote-container", "footnote-inline", "inline-note"})
_MIN_WORDS = 12  # characters; anything shorter in such an element is its number


def side_notes(index: Index, findings: Findings) -> None:
    """Add the notes that stand at their own mark to `findings`."""
    for element in index.classed:
        if element in findings.skipped or element in findings.marks:
            continue
        classes = element.tokens("class")
        if "ltx_note" in classes:
            _latexml(element, findings)
        elif "data-definition" in element.attributes:
            _defined_elsewhere(index, element, findings)
        elif element.tag in _INLINE_TAGS and _WHOLE_NOTE.intersection(classes):
            _with_its_text(element, findings)
        elif element.tag in ("span", "small") and _SIDE.intersection(classes):
            _beside(index, element, findings)


def _latexml(element: Element, findings: Findings) -> None:
    content = _first(element, "ltx_note_content")
    number = _first(element, "ltx_note_mark")
    label = words_of(number, 10) if number is not None else ""
    if content is None or "ltx_role_footnotemark" in element.tokens("class"):
        findings.dropped.add(element)
        return
    body = findings.add(element.get("id"), label, list(content.children), element.order)
    for node in walk(content):
        if isinstance(node, Element) and {"ltx_note_mark", "ltx_tag_note", "ltx_note_type"} & set(node.tokens("class")):
            findings.dropped.add(node)
    findings.marks[element] = NoteMark(label, body.id)


def _defined_elsewhere(index: Index, element: Element, findings: Findings) -> None:
    body = index.ids.get(element.get("data-definition"))
    if body is None or body.holds(element) or not words_of(body):
        return
    label = words_of(element, 10)
    note = findings.add(body.get("id"), label, [body], body.order)
    findings.marks[element] = NoteMark(label, note.id)


def _with_its_text(element: Element, findings: Findings) -> None:
    """A mark that holds its note: the note in an inner element, what else it shows is the number."""
    inner = next((one for one in walk(element) if isinstance(one, Element) and _holds_note(one)), None)
    if inner is None:
        return
    label = words_of(element, 20)[:4].strip()
    found = _NUMBER.match(label)
    body = findings.add(inner.get("id"), found[1] if found else "", list(inner.children), element.order)
    findings.marks[element] = NoteMark(body.label, body.id)


def _holds_note(element: Element) -> bool:
    named = _INNER.search(f"{element.get('class')} {element.get('id')}"[:200])
    return bool(named or is_hidden(element)) and len(words_of(element, 40)) >= _MIN_WORDS


def _beside(index: Index, element: Element, findings: Findings) -> None:
    """A side note in the running text, with its number before it or at its head.

    Where the same words stand in a list of notes as well, that list is the note and the side note only shows it.
    """
    if len(words_of(element, 40)) < _MIN_WORDS:
        return
    number = _number_before(element)
    label = _label(number) or _leading(element)
    twin = _twin(index, element, number)
    if twin is not None:
        findings.dropped.add(element)
        if number is not None and number.tag == "label":
            body = findings.add(f"sidenote-{label}" if label else "", label, list(element.children), element.order)
            findings.marks[number] = NoteMark(label, body.id)
            findings.dropped.update(twin)
        return
    body = findings.add(element.get("id"), label, list(element.children), element.order)
    if number is not None:
        findings.dropped.add(number)
    findings.marks[element] = NoteMark(label, body.id)


def _label(number: Element | None) -> str:
    found = _NUMBER.fullmatch(words_of(number, 10)) if number is not None else None
    return found[1] if found else ""


def _leading(element: Element) -> str:
    found = _NUMBER.match(words_of(element, 20))
    return found[1] if found else ""


def _number_before(element: Element) -> Element | None:
    """The label, or the raised number, that stands right before a side note."""
    if element.parent is None:
        return None
    for node in reversed(element.parent.children[: element.index][-6:]):
        if isinstance(node, Text) and node.value.strip():
            return None
        if isinstance(node, Element) and node.tag in ("label", "sup", "a", "span"):
            return node
    return None


def _twin(index: Index, element: Element, number: Element | None) -> list[Node] | None:
    """The blocks of a list of notes that say the same as a side note; None where there are none."""
    words = _NUMBER.sub("", words_of(element, 80), count=1)[:60]
    fragments = [number.get("for")] if number is not None else []
    if number is not None:
        links = index.links_in(number)
        fragments += [link.get("href").lstrip("#") for link in links]
    for fragment in fragments:
        place = index.ids.get(fragment)
        block = place.block() if place is not None else None
        if block is None or block.holds(element):
            continue
        if words and words in words_of(block, 300):
            return [block]
    return None


def _first(root: Element, name: str) -> Element | None:
    for node in walk(root):
        if isinstance(node, Element) and name in node.tokens("class"):
            return node
    return None
