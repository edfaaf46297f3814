"""Writes an HTML tree into a document: blocks, marks, notes at the end, each character with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count, islice

from holdwater.document import BlockKind, MarkKind, PageBreak, Part, Record
from holdwater.read.assembly import Assembly, Setting
from holdwater.read.cell_places import CellPlaces
from holdwater.read.headings import part_named
from holdwater.read.html.citations import Citations
from holdwater.read.html.marks import File, Findings
from holdwater.read.html.pages import page_label
from holdwater.read.html.parts import inline_mark, is_hidden, part_of
from holdwater.read.html.tree import BLOCKS, HEADINGS, Comment, Element, Node, Text, words_of
from holdwater.read.html.words import Words
from holdwater.read.source import Source

_SECTIONS = frozenset("section article main body aside".split())
_FAR = 50  # how many elements up a heading's section is looked for
_TABLE_CELLS = frozenset({"td", "th"})
_LISTS = frozenset({"ul", "ol", "menu", "dir", "dl"})
_ITEMS = frozenset({"li", "dt", "dd"})


@dataclass(frozen=True, slots=True)
class Held:
    """What the elements around a text say of it."""

    setting: Setting = field(default_factory=Setting)
    lists: int = 0
    verbatim: bool = False
    table: CellPlaces | None = None


class Writer:
    """Writes elements, one after the other, into an assembly."""

    def __init__(
        self,
        source: Source,
        findings: Findings,
        citations: Citations | None = None,
        pages: Mapping[Element, str] | None = None,
    ) -> None:
        """`source` is the stream that text nodes are placed in; `findings` are the notes and their marks.

        `pages` are the elements that show a printed page's number, and no words, by its label.
        """
        self.assembly = Assembly()
        self._words = Words(self.assembly, source)
        self._source = source
        self._findings = findings
        self._citations = citations or Citations()
        self._pages = pages or {}
        self._groups = count(1)
        self._held = [Held()]
        self._named: tuple[Part, int, Element] | None = None  # the part that a heading opened, its level, its section
        self._numbers: dict[Element, int] = {}

    def write(self, roots: list[Node], held: Held, *, lead: str | None = None, beside: File | None = None) -> None:
        """Write nodes and all they hold, set as `held` says.

        `lead` is a note's number, left out where the text begins with it. The nodes are those of the file `beside` the
        document if it is given.
        """
        self._words.read(beside.source if beside else self._source, beside.start if beside else 0, lead)
        self._held = [held]
        self._open_block()
        for node in roots:
            self._write_node(node)
        self._close_block()

    def new_group(self) -> int:
        """A number that no container of this document has yet."""
        return next(self._groups)

    def _write_node(self, root: Node) -> None:
        """Write one node: a walk with a stack of its own, so that nesting is no matter."""
        if root in self._findings.dropped:
            return
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
                if child not in self._findings.dropped and child not in self._findings.skipped:
                    self._leaf(child)
            elif self._enter(child):
                waiting.append((child, iter(child.children)))

    def _enter(self, element: Element, *, forced: bool = False) -> bool:
        """Begin an element; False if what it holds is not to be written here (a root that is asked for always is)."""
        if not forced and element in self._findings.marks:
            mark = self._findings.marks[element]
            self._words.note_mark(mark.label, mark.target)
            self._open_citations(element)  # a citation in a style with notes shows nothing but the note's mark
            self._close_marks(element)
            return False
        if element in self._findings.dropped:
            return False
        if not forced and (element in self._findings.skipped or is_hidden(element)):
            return False
        if element in self._pages:
            self.assembly.pages.append(PageBreak(self.assembly.length, self._pages[element]))
            return False
        if element.tag == "br":
            if not self._words.line_break():
                self._open_block()
            return False
        if element.tag in BLOCKS:
            if element.tag in HEADINGS:
                self._name_part(element)
            self._held.append(self._inner(element))
            self._open_block()
            self._open_citations(element)
            return True
        return self._enter_inline(element)

    def _open_citations(self, element: Element) -> None:
        for key in reversed(self._citations.cited.get(element, ())):
            self._words.open_mark(element, MarkKind.CITATION, key)
        if element in self._citations.entries:
            self._words.open_mark(element, None, "")

    def _close_marks(self, element: Element) -> None:
        span = self._words.close_marks(element)
        if element in self._citations.entries and span is not None:
            key, csl = self._citations.entries[element]
            self.assembly.records.append(Record(key, span, csl))

    def _enter_inline(self, element: Element) -> bool:
        if element.attributes and element.tag in ("a", "span", "div", "hr", "i"):
            label = page_label(element, words_of(element, 40))
            if label is not None:
                self.assembly.pages.append(PageBreak(self.assembly.length, label))
                return False
        mark = inline_mark(element)
        if mark is not None and element not in self._citations.entries:
            self._words.open_mark(element, *mark)
        self._open_citations(element)
        return True

    def _leave(self, element: Element) -> None:
        if element.tag in BLOCKS:
            self._close_block()
            self._close_marks(element)
            self._held.pop()
            if self._named is not None and element is self._named[2]:
                self._named = None
            self._open_block()
        else:
            self._close_marks(element)

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
            places = CellPlaces() if tag == "table" else held.table
            lists = held.lists + (tag in _LISTS)
            return replace(held, setting=replace(setting, part=part, group=group), lists=lists, table=places)
        if tag in _ITEMS and setting.kind is not BlockKind.NOTE:
            self._number(element, part)
            kind = BlockKind.REFERENCE if part is Part.REFERENCES else BlockKind.LIST_ITEM
            return replace(held, setting=replace(setting, kind=kind, part=part, level=held.lists))
        if tag == "tr" and held.table is not None:
            held.table.next_row()
        if tag in _TABLE_CELLS:
            spans = _number(element.get("colspan")), _number(element.get("rowspan"))
            cell = held.table.next_cell(*spans) if held.table is not None else (0, 0)
            return replace(held, setting=replace(setting, kind=self._cell_kind(element), part=part, cell=cell))
        plain = self._plain(setting if part is setting.part else replace(setting, part=part))
        return held if plain is setting else replace(held, setting=plain)

    def _number(self, item: Element, part: Part) -> None:
        """Have an entry of a numbered list of references begin with the number that the page shows before it."""
        if item.parent is None or item.parent.tag != "ol" or part is not Part.REFERENCES:
            self._words.number("")
            return
        start = item.parent.get("start")
        first = int(start) if start.isdecimal() and len(start) < 5 else 1
        self._numbers[item.parent] = number = self._numbers.get(item.parent, first - 1) + 1
        self._words.number(f"{number}. ")

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
        self._words.end_block()
        self.assembly.close_block()

    def _leaf(self, node: Text | Comment | Element) -> None:
        if isinstance(node, Comment):
            if node.value:
                self.assembly.comment(node.value)
        elif isinstance(node, Text):
            if self._held[-1].verbatim:
                self._words.verbatim(node)
            else:
                self._words.text(node)


def _number(attribute: str) -> int:
    """What an attribute such as `colspan` says; 1 where it says nothing that makes sense."""
    return max(1, int(attribute)) if attribute.isdecimal() and len(attribute) < 4 else 1
