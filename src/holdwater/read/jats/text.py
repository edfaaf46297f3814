"""Writes the tree of an article into a document: blocks, marks, citations, each character with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from holdwater.document import Mark, MarkKind, Note, PageBreak, Record, Span
from holdwater.patterns import waiting
from holdwater.read.assembly import Assembly
from holdwater.read.jats.fields import csl_of
from holdwater.read.jats.index import CITATIONS, Index, NoteEntry
from holdwater.read.jats.kin import Kin, opening
from holdwater.read.jats.separators import Separators
from holdwater.read.jats.settings import (
    BLOCKS,
    FLOATS,
    SECTIONS,
    SEEN_IN_CITATIONS,
    UNSEEN,
    Held,
    held_in,
    inline_mark,
    notes_part,
)
from holdwater.read.jats.showing import chosen, is_citation_sign, locator_of, tex_words
from holdwater.read.xml import Comment, Element, Text

_SPACE = " \t\n\r"
_LEFT_OUT = "\u00ad\u200b\u2060\ufeff"
_WORDS = waiting(rf"[^{_SPACE}{_LEFT_OUT}]+(?: [^{_SPACE}{_LEFT_OUT}]+)*")
_PAGE = waiting(r"(\d{1,5}|[ivxlc]{1,8})$", re.I)
_MAX_INLINE = 40
_SIGNS = waiting(r"[\s,;\[\]()]+")
_NOW_AND_THEN = frozenset({"label", "code", "disp-formula"})
_NO_SPACE = waiting(r"[,.;:!?)\]\u2019\u201d]")


@dataclass(slots=True)
class _Open:
    """An inline element whose marks are still open; `start` is -1 until its first word is written."""

    element: Element
    marks: list[tuple[MarkKind, str, str]]
    start: int = -1


class Writer:
    """Writes elements into an assembly; an element's own walk keeps a stack, so that nesting is no matter."""

    def __init__(self, assembly: Assembly, index: Index, groups: int) -> None:
        """`groups` is the last number that a container of the document has."""
        self.assembly = assembly
        self._index = index
        self._group = groups
        self._held: list[Held] = []
        self._inline: list[_Open] = []
        self._gap: tuple[str, int] | None = None  # what waits for the next word, and where it stands (-1: nowhere)
        self._last = ""  # the last character that was written of the file
        self._cited = 0  # where the last citation ends
        self._after_mark = False
        self._lead: str | None = None  # a note's own number, dropped where its text begins with it
        self._floats: list[list[Element]] = []
        self._works: list[tuple[Element, int]] = []
        self._kin = Kin()
        self._separators = Separators(self._kin)

    def new_group(self) -> int:
        """A number that no container of the document has yet."""
        self._group += 1
        return self._group

    def write(self, root: Element, held: Held) -> None:
        """Write an element and all it holds."""
        self._held = [held]
        self._open_block()
        waiting: list[tuple[Element, Iterator[Element | Text]]] = []
        if self._enter(root):
            waiting.append((root, iter(root.children)))
        while waiting:
            element, children = waiting[-1]
            child = next(children, None)
            if child is None:
                waiting.pop()
                floats = self._leave(element)
                if floats and waiting:
                    holder, rest = waiting[-1]
                    waiting[-1] = (holder, chain(floats, rest))
            elif isinstance(child, Text):
                self._text(child, element)
            elif self._enter(child):
                waiting.append((child, iter(child.children)))
        self._close_block()
        self._inline.clear()

    def write_note(self, note: NoteEntry, held: Held) -> None:
        """Write a note's words and take it down."""
        first = len(self.assembly.blocks)
        self._lead = note.label or None
        self.write(note.element, held)
        self._lead = None
        blocks = self.assembly.blocks[first:]
        at = self.assembly.length
        span = Span(blocks[0].span.start, blocks[-1].span.end) if blocks else Span(at, at)
        self.assembly.notes.append(Note(note.id, note.label, span))

    def _enter(self, element: Element) -> bool:
        """Begin an element; False if what it holds is not to be written here."""
        tag = element.tag
        if not self._is_shown(element):
            return False
        if tag == "break":
            self._gap = ("\n", -1)
            return False
        if tag in FLOATS and self._floats:
            self._floats[-1].append(element)
            return False
        if tag in CITATIONS and not self._works:
            self._separators.open(element)
            self._works.append((element, -1))
        if self._is_block(element):
            self._begin_block(element)
            return True
        if tag in ("disp-formula", "verse-line"):
            self._gap = ("\n" if tag == "verse-line" else " ", -1)
        if tag == "label":
            self._gap = (" ", -1)
        self._separate(element)
        return self._enter_inline(element)

    def _is_shown(self, element: Element) -> bool:
        tag = element.tag
        if tag in UNSEEN and not (self._works and tag in SEEN_IN_CITATIONS):
            return False
        if tag in ("fn", "note") and element in self._index.notes and len(self._held) > 1:
            if element in self._index.in_place:
                self._note_mark(self._index.notes[element])
            return False
        if tag == "label":
            return self._shows_label(element)
        if tag == "target" and element.get("target-type").startswith("page"):
            self._page(element)
        if tag == "xref":
            return self._xref(element)
        if tag == "sup" and self._lead is not None and self._lead in _SIGNS.split(opening(element)):
            self._lead = None
            return False
        if tag == "sup" and is_citation_sign(element):
            self._cite_unseen(element)
            return False
        return chosen(element, self._kin)

    def _shows_label(self, label: Element) -> bool:
        """Whether a label is written where it stands: not a list's marks, a note's number or a heading's."""
        holder = label.parent.tag if label.parent is not None else ""
        if holder in ("fn", "note", "list-item", "def-item", "aff", "corresp", "contrib", "ref"):
            return False
        return not (holder in SECTIONS and "title" in self._kin.of(label.parent).first)

    def _is_block(self, element: Element) -> bool:
        if self._works:
            return False
        return element.tag in BLOCKS or (element.tag in _NOW_AND_THEN and self._stands_alone(element))

    def _stands_alone(self, element: Element) -> bool:
        """Whether an element that may stand within a paragraph begins a block of its own here."""
        holder = element.parent.tag if element.parent is not None else ""
        if element.tag == "label":
            return holder in FLOATS or holder in SECTIONS
        if element.tag == "code":
            return holder != "p" or any("\n" in text.value for text in element.texts())
        return holder not in ("p", "title", "td", "th", "disp-formula-group")

    def _begin_block(self, element: Element) -> None:
        group = self.new_group() if element.tag not in ("p", "td", "tr", "sec", "title") else 0
        held = held_in(element, self._held[-1], group)
        if element.tag == "title" and element.parent is not None and element.parent.tag == "fn-group":
            collects = any(one in self._index.notes for one in element.parent.elements("fn"))
            held = Held(notes_part(element, held.setting, collects), held.depth)
        self._held.append(held)
        self._open_block()
        if element.tag == "p":
            self._floats.append([])
        elif element.tag == "title" and element.parent is not None and element.parent.tag in SECTIONS:
            family = self._kin.of(element.parent)
            if family.first["title"] is element:
                self._label_first(family.first.get("label"), "")
        elif element.tag == "ref":
            self._label_first(self._kin.of(element).first.get("label"), ".")

    def _label_first(self, label: Element | None, stop: str) -> None:
        """Write a label at the head of its block, as printed, with `stop` after it if it is a bare number."""
        words = opening(label) if label is not None else ""
        if label is None or not words:
            return
        for text in label.texts():
            self._words(text)
        self._gap = (f"{stop} " if words[-1].isalnum() else " ", -1)

    def _enter_inline(self, element: Element) -> bool:
        mark = inline_mark(element)
        if element.tag == "xref":
            marks = self._citations(element)
            if marks:
                self._inline.append(_Open(element, marks))
        elif mark is not None and len(self._inline) < _MAX_INLINE:
            self._inline.append(_Open(element, [(mark[0], "", mark[1])]))
        return True

    def _leave(self, element: Element) -> list[Element]:
        """End an element, and return what stood beside its text."""
        floats: list[Element] = []
        if self._inline and self._inline[-1].element is element:
            self._mark(self._inline.pop())
        self._separators.leave(element, self._add)
        if self._works and self._works[-1][0] is element:
            self._record(*self._works.pop())
            self._separators.close()
        if self._is_block(element):
            self._close_block()
            self._held.pop()
            if element.tag == "p":
                floats = self._floats.pop()
            if self._held:
                self._open_block()
        elif element.tag in ("disp-formula", "label") and self._gap is None:
            self._gap = (" ", -1)
        return floats

    def _open_block(self) -> None:
        self._close_block()
        self.assembly.open_block(self._held[-1].setting)

    def _close_block(self) -> None:
        for one in self._inline:
            self._mark(one)
            one.start = -1
        self._gap, self._after_mark = None, False
        self.assembly.close_block()

    def _mark(self, one: _Open) -> None:
        end = self.assembly.length
        if any(kind is MarkKind.CITATION for kind, _, _ in one.marks):
            self._cited = end
        if 0 <= one.start < end:
            self.assembly.marks += [
                Mark(Span(one.start, end), kind, label, target) for kind, label, target in one.marks
            ]

    def _note_mark(self, note: NoteEntry | None, label: str = "") -> None:
        at = self.assembly.begin()
        target = note.id if note is not None else ""
        self.assembly.marks.append(Mark(Span(at, at), MarkKind.NOTE, label or (note.label if note else ""), target))
        self._after_mark = self._gap is not None

    def _xref(self, element: Element) -> bool:
        """Set the marks that a cross-reference stands for; whether its words are to be written."""
        if not chosen(element, self._kin) or self._set_notes(element):
            return False
        if not opening(element) or is_citation_sign(element):
            self._cite_unseen(element)
            return False
        return True

    def _set_notes(self, xref: Element) -> bool:
        """Set the note marks that a cross-reference stands for; False if it stands for none."""
        leads = [self._index.leads_to(rid) for rid in xref.get("rid").split()]
        notes = [note for note, _ in leads if note is not None]
        words = opening(xref).strip("[]() ")[:40]
        for note in notes:
            self._note_mark(note, words if len(notes) == 1 else note.label)
        if notes or xref.get("ref-type") not in ("fn", "table-fn") or any(record for _, record in leads):
            return bool(notes)
        if words:
            self._note_mark(None, words)
        return True

    def _citations(self, xref: Element) -> list[tuple[MarkKind, str, str]]:
        """The citation marks over a cross-reference's words; those of a range's middle are set before and inside."""
        rids = xref.get("rid").split()
        records = [self._index.leads_to(rid)[1] for rid in rids]
        if xref.get("ref-type") == "bibr":
            records = [record or rid for record, rid in zip(records, rids, strict=True)]
        records = list(dict.fromkeys(record for record in records if record))
        if not records:
            return []
        for implied in self._index.implied_before(xref):
            self.assembly.marks.append(Mark(Span(self._cited, self._cited), MarkKind.CITATION, "", implied))
        records += self._index.implied_in(xref)
        locator = locator_of(xref, self._index.following.get(xref, ""))
        return [(MarkKind.CITATION, locator, record) for record in records]

    def _cite_unseen(self, element: Element) -> None:
        """Set citation marks of no width: raised numbers are no words of the text."""
        at = self._cited = self.assembly.begin()
        for xref in element.walk("xref"):
            if not self._set_notes(xref):
                marks = self._citations(xref)
                self.assembly.marks += [Mark(Span(at, at), kind, label, target) for kind, label, target in marks]
        self._after_mark = self._gap is not None

    def _page(self, element: Element) -> None:
        found = _PAGE.search(opening(element) or element.get("id"))
        if found:
            self.assembly.pages.append(PageBreak(self.assembly.length, found[1]))

    def _record(self, work: Element, start: int) -> None:
        record = self._index.records.get(work)
        end = self.assembly.length
        if record is not None and start >= 0:
            csl = csl_of(work, record)
            self.assembly.records.append(Record(record, Span(start, end), csl))

    def _separate(self, element: Element) -> None:
        wanted = self._separators.before(element)
        if wanted and not self.assembly.fresh:
            self._gap = (wanted, -1)

    def _add(self, words: str) -> None:
        """Write words that stand nowhere in the file."""
        if not self.assembly.fresh:
            if self._gap is not None:
                self._write_gap(*self._gap)
                self._gap = None
            self.assembly.builder.add(words)
            self._last = words[-1]

    def _text(self, node: Text, holder: Element) -> None:
        if isinstance(node, Comment):
            self.assembly.comment(node.words)
        elif self._held[-1].verbatim:
            self._verbatim(node)
        elif holder.tag == "tex-math":
            self._words(tex_words(node))
        elif not self._separators.drops(node, holder):
            self._words(node)

    def _words(self, node: Text) -> None:
        value = node.value
        at = 0
        for words in _WORDS.finditer(value):
            start = words.start()
            if self._gap is None and any(one in _SPACE for one in value[at:start]):
                self._gap = (" ", node.place + start - 1 if node.exact and value[start - 1] in _SPACE else -1)
            self._put(words[0], node, start)
            at = words.end()
        if self._gap is None and at < len(value) and any(one in _SPACE for one in value[at:]):
            self._gap = (" ", node.place + at if node.exact and value[at] in _SPACE else -1)

    def _put(self, words: str, node: Text, at: int) -> None:
        begun = self.assembly.begin()
        self._lead = None
        if self._gap is not None:
            gap, place = self._gap
            lost = self._after_mark and _NO_SPACE.match(words)
            if begun > self.assembly.block_start and not lost:
                self._write_gap(gap, place)
            self._gap, self._after_mark = None, False
        here = self.assembly.length
        for one in reversed(self._inline):
            if one.start >= 0:
                break
            one.start = here
        for place, (work, start) in enumerate(self._works):
            if start < 0:
                self._works[place] = (work, here)
        self._last = words[-1]
        if node.exact:
            self.assembly.builder.take(words, node.place + at)
        else:
            self.assembly.builder.decoded(words, node.place)

    def _write_gap(self, gap: str, place: int) -> None:
        if place >= 0:
            self.assembly.builder.take(gap, place)
            return
        if gap[0] in ".," and self._last in ".?!,:":
            gap = gap[1:]
        self.assembly.builder.add(gap)

    def _verbatim(self, node: Text) -> None:
        value = node.value
        if self.assembly.fresh:
            value = value.lstrip("\n\r") if value.strip() else ""
        if not value:
            return
        self.assembly.begin()
        if not value.strip(_SPACE):
            node.into(self.assembly.builder) if value == node.value else self.assembly.builder.add(value)
        else:
            self._put(value, node, len(node.value) - len(value))
