"""Notes that stand in the running text itself: side notes, notes on a click, Distill's and LaTeXML's notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from holdwater.patterns import waiting
from holdwater.read.html.index import Index, has_words_before, pointed_at
from holdwater.read.html.marks import Findings, NoteMark
from holdwater.read.html.parts import is_hidden
from holdwater.read.html.tree import BLOCKS, HEADINGS, Element, Text, walk, words_of
from holdwater.read.html.twins import Twins

_SIDE = frozenset("sidenote marginnote side-note margin-note".split())
_INLINE_TAGS = frozenset("span small label sup a aside button mark i em div details".split())
_NAMED = waiting(r"(?:foot|side|margin|end)[-_]?note|tool-?tip|pop-?over|inline-?note|(?:^|\s)fn(?:$|\s)", re.I)
_INNER = waiting(r"(?:foot|side|margin)[-_]?note|note[-_]?(?:content|text)|tool-?tip|pop-?over", re.I)
_NUMBER = waiting(r"\s*[\[(]?(\d{1,3}|[*†‡§⊕])[\])]?[.:]?\s*")
_WHOLE_CLASSES = frozenset({"footnote", "fn", "footnote-text", "inline-footnote", "inline-note"})
_MIN_WORDS = 12  # characters; anything shorter in such an element is its number
_MAX_NODES = 60  # how many nodes of an element are looked at for the note in it


def side_notes(index: Index, findings: Findings) -> None:
    """Add the notes that stand at their own mark to `findings`."""
    _SideNotes(index, findings).find()


class _SideNotes:
    def __init__(self, index: Index, findings: Findings) -> None:
        self._index = index
        self._findings = findings
        self._twins = Twins(index)
        self._numbered = 0

    def find(self) -> None:
        for element in self._index.whole:
            self._whole(element, str(self._numbered + 1))
        for element in self._index.classed:
            if not self._known(element):
                self._look_at(element)
        for element in self._index.pointers:
            if not self._known(element):
                self._pointed(element)

    def _known(self, element: Element) -> bool:
        marks, dropped = self._findings.marks, self._findings.dropped
        around = (element, *islice(element.ancestors(), 4))
        return element in self._findings.skipped or any(one in marks or one in dropped for one in around)

    def _look_at(self, element: Element) -> None:
        named = element.get("class")
        if not named or element.tag not in _INLINE_TAGS:
            return
        classes = element.tokens("class")
        if "ltx_note" in classes:
            self._latexml(element)
        elif element.tag == "details":
            if _NAMED.search(named[:200]):
                self._details(element)
        elif element.tag in ("span", "small", "aside") and _SIDE.intersection(classes):
            self._beside(element)
        elif element.tag not in BLOCKS and _NAMED.search(named[:200]) and not self._around(element):
            self._in_full(element)

    def _latexml(self, element: Element) -> None:
        content = _first(element, "ltx_note_content")
        number = _first(element, "ltx_note_mark")
        label = words_of(number, 10) if number is not None else ""
        if content is None or "ltx_role_footnotemark" in element.tokens("class"):
            self._findings.dropped.add(element)
            return
        for node in walk(content):
            if isinstance(node, Element) and _PRINTED_NUMBER.intersection(node.tokens("class")):
                self._findings.dropped.add(node)
        self._add(element, label, content, element.get("id"))

    def _details(self, element: Element) -> None:
        summary = next((one for one in element.children if isinstance(one, Element) and one.tag == "summary"), None)
        label = _label(summary)
        if summary is not None and (label or not words_of(summary)):
            self._findings.dropped.add(summary)
            self._add(element, label, element, element.get("id"))

    def _around(self, element: Element) -> bool:
        """A mark that holds its note: the note in an inner element, what else it shows is the number."""
        inner = next((one for one in _elements(element) if _holds_note(one)), None)
        if inner is None or inner.tag == "a":
            return False
        rest = words_of(element, 400).replace(words_of(inner, 400), "", 1).strip()
        found = _NUMBER.fullmatch(rest)
        if found or not rest:
            self._add(element, found[1] if found else "", inner, inner.get("id"))
        elif inner.get("role") == "tooltip" or "tip" in inner.get("class"):
            self._add(inner, "", inner, inner.get("id"))  # what is said of a word, not of a number
        else:
            return False
        return True

    def _in_full(self, element: Element) -> None:
        """A note whose words stand in the text where its mark is to be printed."""
        named = element.tag == "span" and _WHOLE_CLASSES.intersection(element.tokens("class"))
        if not named or element.get("id") or not has_words_before(element) or self._index.among_notes(element.block()):
            return
        if len(words_of(element, 40)) >= _MIN_WORDS:
            self._whole(element, "")

    def _whole(self, element: Element, label: str) -> None:
        if not self._known(element) and words_of(element, 20):
            self._numbered += 1
            self._add(element, label, element, element.get("id"))

    def _pointed(self, element: Element) -> None:
        """A number whose attributes name the element, in the text or out of sight, that holds its note."""
        words = words_of(element, 20)
        found = _NUMBER.fullmatch(words)
        if element.tag not in _INLINE_TAGS or (words and not found and "data-definition" not in element.attributes):
            return
        for name in pointed_at(element):
            body = self._index.ids.get(name)
            if body is None or body.holds(element) or element.holds(body) or body.tag in HEADINGS:
                continue
            beside = body.tag not in BLOCKS and body.block() is element.block()
            if (beside or is_hidden(body) or "data-definition" in element.attributes) and words_of(body):
                cut = element.parent if element.parent is not None and element.parent.tag == "sup" else element
                self._add(cut, found[1] if found else words, body, name)
                return

    def _beside(self, element: Element) -> None:
        """A side note in the running text, with its number before it or at its head.

        Where the same words stand in a list of notes that the number leads to, that list's is the note and the side
        note only shows it.
        """
        if len(words_of(element, 40)) < _MIN_WORDS:
            return
        number = _number_before(element)
        label = _label(number) or _leading(element)
        if number is not None and self._index.links_in(number) and self._twins.of(element):
            self._findings.dropped.add(element)
            return
        if not label and number is not None and "sidenote-number" in number.tokens("class"):
            self._numbered += 1
            label = str(self._numbered)
        if number is None and element.block() is element:
            return
        self._add(element, label, element, element.get("id"))
        if number is not None:
            self._findings.dropped.add(number)

    def _add(self, cut: Element, label: str, holder: Element, wanted: str) -> None:
        """Make the contents of `holder` a note with its mark at `cut`; what repeats it elsewhere is dropped."""
        self._findings.dropped.update(self._twins.of(holder))
        body = self._findings.add(
            wanted or (f"sidenote-{label}" if label else ""), label, list(holder.children), cut.order
        )
        self._findings.marks[cut] = NoteMark(label, body.id)
        if not cut.holds(holder):
            self._findings.skipped.add(holder)


_PRINTED_NUMBER = frozenset({"ltx_note_mark", "ltx_tag_note", "ltx_note_type"})


def _holds_note(element: Element) -> bool:
    named = _INNER.search(f"{element.get('class')} {element.get('id')} {element.get('role')}"[:200])
    return bool(named or is_hidden(element)) and len(words_of(element, 40)) >= _MIN_WORDS


def _elements(root: Element) -> Iterator[Element]:
    return (one for one in islice(walk(root), _MAX_NODES) if isinstance(one, Element))


def _label(number: Element | None) -> str:
    found = _NUMBER.fullmatch(words_of(number, 10)) if number is not None else None
    return found[1] if found else ""


def _leading(element: Element) -> str:
    found = _NUMBER.match(words_of(element, 20))
    return found[1] if found else ""


def _number_before(element: Element) -> Element | None:
    """The label, or the raised number, that stands right before a side note."""
    if element.tag == "aside":
        last = next((one for one in element.before(6) if not (isinstance(one, Text) and not one.value.strip())), None)
        number = _last_raised(last, _leading(element)) if isinstance(last, Element) else None
        if number is not None:
            return number
    for node in element.before(6):
        if isinstance(node, Text) and node.value.strip():
            return None
        if isinstance(node, Element) and node.tag in ("label", "sup", "a", "span"):
            return node
    return None


def _last_raised(block: Element, label: str) -> Element | None:
    """The raised number of this label in the block before a side note set as a block of its own."""
    found = [one for one in _elements(block) if one.tag == "sup" and label and _label(one) == label]
    return found[-1] if found else None


def _first(root: Element, name: str) -> Element | None:
    return next((node for node in walk(root) if isinstance(node, Element) and name in node.tokens("class")), None)
