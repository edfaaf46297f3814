"""Writes an HTML tree into a document: blocks, marks, notes at the end, each character with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count, islice

from holdwater.document import BlockKind, Mark, MarkKind, PageBreak, Part, Span
from holdwater.read.assembly import Assembly, Setting
from holdwater.read.headings import part_named
from holdwater.read.html.marks import Findings
from holdwater.read.html.parts import inline_mark, is_hidden, page_label, part_of
from holdwater.read.html.stream import SPACE
from holdwater.read.html.tree import BLOCKS, HEADINGS, Comment, Element, Node, Text, words_of
from holdwater.read.source import Source

_WORDS = re.compile(r"[^ \t\n\f\r\u00ad\u200b\u2060\ufeff]+(?: [^ \t\n\f\r\u00ad\u200b\u2060\ufeff]+)*")
"""Words one blank apart. Soft hyphens, zero-width blanks and joiners set lines and are no part of the words."""

_SECTIONS = frozenset("section article main body aside".split())
_FAR = 50  # how many elements up a heading's section is looked for
_MAX_INLINE = 40  # how many inline elements within each other still make marks
_TABLE_CELLS = frozenset({"td", "th"})
_LISTS = frozenset({"ul", "ol", "menu", "dir", "dl"})
_ITEMS = frozenset({"li", "dt", "dd"})


@dataclass(frozen=True, slots=True)
class Held:
    """What the elements around a text say of it."""

    setting: Setting = field(default_factory=Setting)
    lists: int = 0
    verbatim: bool = False


@dataclass(slots=True)
class _Open:
    """An inline element whose mark is still open; `start` is -1 until its first word is written."""

    element: Element
    kind: MarkKind
    target: str
    start: int = -1


class Writer:
    """Writes elements, one after the other, into an assembly."""

    def __init__(self, source: Source, findings: Findings) -> None:
        """`source` is the stream that text nodes are placed in; `findings` are the notes and their marks."""
        self.assembly = Assembly()
        self._source = source
        self._findings = findings
        self._groups = count(1)
        self._held = [Held()]
        self._inline: list[_Open] = []
        self.last_place = 0  # just after the last character taken from the file
        self._gap: tuple[str, int] | None = None  # white space waiting for a word, and its place in the stream
        self._after_mark = False
        self._lead: str | None = None  # a note's own number, dropped where its text begins with it
        self._named: tuple[Part, int, Element] | None = None  # the part that a heading opened, its level, its section
        self._numbers: dict[Element, int] = {}
        self._prefix = ""
        self._anchor: int | None = None  # where text of another file is said to stand

    def write(self, roots: list[Node], held: Held, *, lead: str | None = None, anchor: int | None = None) -> None:
        """Write nodes and all they hold, set as `held` says.

        `lead` is a note's number, left out where the text begins with it. Text of another file is placed at `anchor`.
        """
        self._lead, self._anchor = lead, anchor
        self._held = [held]
        self._open_block()
        for node in roots:
            self._write_node(node)
        self._close_block()
        self._inline.clear()

    def new_group(self) -> int:
        """A number that no container of this document has yet."""
        return next(self._groups)

    def _write_node(self, root: Node) -> None:
        """Write one node: a walk with a stack of its own, so that nesting is no matter."""
        if not isinstance(root, Element):
            self._leaf(root)
            return
        if not self._enter(root, forced=True):
            return
        waiting: list[tuple[Element, Iterator[Node]]] = [(root, iter(root.children))]
        while waiting:
            element, children = waiting[-1]
            child = next(children, None)
            if child is None:
                waiting.pop()
                self._leave(element)
            elif not isinstance(child, Element):
                self._leaf(child)
            elif self._enter(child):
                waiting.append((child, iter(child.children)))

    def _enter(self, element: Element, *, forced: bool = False) -> bool:
        """Begin an element; False if what it holds is not to be written here (a root that is asked for always is)."""
        if not forced and element in self._findings.marks:
            self._note_mark(element)
            return False
        if not forced and (element in self._findings.skipped or is_hidden(element)):
            return False
        if element.tag == "br":
            self._line_break()
            return False
        if element.tag in BLOCKS:
            if element.tag in HEADINGS:
                self._name_part(element)
            self._held.append(self._inner(element))
            self._open_block()
            return True
        return self._enter_inline(element)

    def _enter_inline(self, element: Element) -> bool:
        if element.attributes and element.tag in ("a", "span", "div", "hr", "i"):
            label = page_label(element, words_of(element, 40))
            if label is not None:
                self.assembly.pages.append(PageBreak(self.assembly.length, label))
                return False
        mark = inline_mark(element)
        if mark is not None and len(self._inline) < _MAX_INLINE:
            self._inline.append(_Open(element, *mark))
        return True

    def _leave(self, element: Element) -> None:
        if element.tag in BLOCKS:
            self._close_block()
            self._held.pop()
            if self._named is not None and element is self._named[2]:
                self._named = None
            self._open_block()
        elif self._inline and self._inline[-1].element is element:
            self._mark(self._inline.pop())

    def _inner(self, element: Element) -> Held:
        held = self._held[-1]
        setting = held.setting
        named = self._named[0] if self._named is not None and setting.part is Part.BODY else setting.part
        part = part_of(element, named)
        tag = element.tag
        if tag in HEADINGS or (element.parent is not None and element.parent.tag == "hgroup"):
            return replace(
                held, setting=replace(setting, kind=BlockKind.HEADING, part=part, level=HEADINGS.get(tag, 0))
            )
        if tag == "pre":
            return replace(held, setting=replace(setting, kind=BlockKind.CODE, part=part), verbatim=True)
        if tag == "blockquote":
            return replace(held, setting=self._quoted(setting, part))
        if tag in ("figcaption", "caption") or self._is_attribution(element):
            return replace(held, setting=replace(setting, kind=BlockKind.CAPTION, part=part))
        if tag in _LISTS or tag == "table":
            group = setting.group or next(self._groups)
            return replace(held, setting=replace(setting, part=part, group=group), lists=held.lists + (tag in _LISTS))
        if tag in _ITEMS and setting.kind is not BlockKind.NOTE:
            self._number(element, part)
            kind = BlockKind.REFERENCE if part is Part.REFERENCES else BlockKind.LIST_ITEM
            return replace(held, setting=replace(setting, kind=kind, part=part, level=held.lists))
        if tag in _TABLE_CELLS:
            return replace(held, setting=replace(setting, kind=self._cell_kind(element), part=part))
        return replace(held, setting=self._plain(replace(setting, part=part)))

    def _number(self, item: Element, part: Part) -> None:
        """Have an entry of a numbered list of references begin with the number that the page shows before it."""
        if item.parent is None or item.parent.tag != "ol" or part is not Part.REFERENCES:
            self._prefix = ""
            return
        start = item.parent.get("start")
        first = int(start) if start.isdecimal() and len(start) < 5 else 1
        self._numbers[item.parent] = number = self._numbers.get(item.parent, first - 1) + 1
        self._prefix = f"{number}. "

    def _quoted(self, setting: Setting, part: Part) -> Setting:
        group = setting.group if setting.quoted else next(self._groups)
        return replace(setting, kind=BlockKind.QUOTE, part=part, quoted=setting.quoted + 1, group=group)

    def _plain(self, setting: Setting) -> Setting:
        if setting.part is Part.REFERENCES and setting.kind is BlockKind.PARAGRAPH:
            return replace(setting, kind=BlockKind.REFERENCE)
        return setting

    def _is_attribution(self, element: Element) -> bool:
        return element.tag in ("footer", "cite") and element.parent is not None and element.parent.tag == "blockquote"

    def _cell_kind(self, cell: Element) -> BlockKind:
        """A cell of a table, or a paragraph where the table only lays out the page."""
        inner = sum(isinstance(child, Element) and child.tag in BLOCKS for child in cell.children)
        return BlockKind.PARAGRAPH if inner > 1 else BlockKind.TABLE

    def _name_part(self, heading: Element) -> None:
        level = HEADINGS[heading.tag]
        words = words_of(heading)
        if not words:
            return
        named = part_named(words)
        if named is not None:
            section = next((one for one in islice(heading.ancestors(), _FAR) if one.tag in _SECTIONS), heading)
            self._named = (named, level, section)
        elif self._named is not None and level <= self._named[1]:
            self._named = None

    def _open_block(self) -> None:
        self._close_block()
        setting = self._held[-1].setting
        if self._named is not None and setting.part is Part.BODY:
            setting = self._plain(replace(setting, part=self._named[0]))
        self.assembly.open_block(setting)

    def _close_block(self) -> None:
        for one in self._inline:
            self._mark(one)
            one.start = -1
        self._gap, self._after_mark = None, False
        self.assembly.close_block()

    def _mark(self, one: _Open) -> None:
        if 0 <= one.start < self.assembly.length:
            self.assembly.marks.append(Mark(Span(one.start, self.assembly.length), one.kind, "", one.target))

    def _note_mark(self, element: Element) -> None:
        found = self._findings.marks[element]
        found.place = self.last_place if self._anchor is None else self._anchor
        at = self.assembly.begin()
        self.assembly.marks.append(Mark(Span(at, at), MarkKind.NOTE, found.label, found.target))
        self._after_mark = self._gap is not None

    def _line_break(self) -> None:
        if self._gap is not None and self._gap[0] == "\n":
            self._open_block()
        else:
            self._gap = ("\n", -1)

    def _leaf(self, node: Text | Comment | Element) -> None:
        if isinstance(node, Comment):
            if node.value:
                self.assembly.comment(node.value)
        elif isinstance(node, Text):
            if self._held[-1].verbatim:
                self._verbatim(node)
            else:
                self._words(node)

    def _words(self, node: Text) -> None:
        value = node.value
        shift = node.place - (len(value) - len(value.lstrip(SPACE))) if node.place >= 0 else -1
        known = node.place >= 0 and self._anchor is None
        at = self._past_lead(value)
        for words in _WORDS.finditer(value, at):
            start = words.start()
            if start > at and value[start - 1] in SPACE and self._gap is None:
                self._gap = (" ", shift + start - 1 if known else -1)
            self._put(words[0], shift + start if known else -1)
            at = words.end()
        if at < len(value) and value[-1] in SPACE and self._gap is None:
            self._gap = (" ", shift + len(value) - 1 if known else -1)

    def _past_lead(self, value: str) -> int:
        """Where a note's own words begin in its first text: after blanks and its number."""
        if self._lead is None:
            return 0
        if not value.strip():
            return len(value)
        label = re.escape(self._lead)
        lead = re.match(rf"\s*(?:[\[(]?{label}(?:[\])][.:]?|[.:])?(?=\s|$)\s*)?" if label else r"\s*", value)
        at = lead.end() if lead else 0
        self._lead = None if at < len(value) else ""
        return at

    def _put(self, words: str, place: int) -> None:
        begun = self.assembly.begin()
        if self._prefix:
            self.assembly.builder.add(self._prefix if not words[0].isdigit() and words[0] != "[" else "")
            self._prefix = ""
        if self._gap is not None:
            gap, gap_place = self._gap
            lost = self._after_mark and words[0] in ".,;:!?)]"
            if begun > self.assembly.block_start and not lost:
                self._take(gap, gap_place if gap == " " else -1)
            self._gap, self._after_mark = None, False
        for one in reversed(self._inline):
            if one.start >= 0:
                break
            one.start = self.assembly.length
        self._take(words, place)

    def _take(self, words: str, place: int) -> None:
        builder = self.assembly.builder
        if self._anchor is not None:
            builder.decoded(words[0], self._anchor)
            builder.add(words[1:])
        elif place < 0:
            builder.add(words)
        elif words == " ":
            builder.take(" ", self._source.place(place))
        else:
            for piece, start in self._source.pieces(place, place + len(words)):
                builder.take(piece, start)
                self.last_place = start + len(piece)

    def _verbatim(self, node: Text) -> None:
        value = node.value
        if not value.strip() and self.assembly.fresh:
            return
        self.assembly.begin()
        self._gap = None
        blanks = len(value) - len(value.lstrip(SPACE))
        core = value.strip(SPACE)
        self._take(value[:blanks], -1) if blanks else None
        if core:
            self._put(core, node.place if self._anchor is None else -1)
        rest = value[blanks + len(core) :]
        self._take(rest, -1) if rest else None
