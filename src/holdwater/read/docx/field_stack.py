"""The fields that are open at a place of the text, and what becomes of the words in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from holdwater.document import Mark, MarkKind, Part, Span
from holdwater.patterns import waiting
from holdwater.read.docx.citations import Works, items_of
from holdwater.read.docx.fields import Field, FieldKind, arguments_of, kind_of, link_target
from holdwater.read.docx.inline import Inline, Open
from holdwater.read.docx.items import Item
from holdwater.read.xml import Element

_MANAGER = waiting(r"\s*ADDIN\s+([A-Z0-9_.]{1,30})", re.I)
_MANAGERS = {"RW.CITE": "RefWorks", "REFMGR.CITE": "Reference Manager", "PAPERS2_CITATIONS": "Papers"}
_PARTS = {FieldKind.REFERENCES: Part.REFERENCES, FieldKind.CONTENTS: Part.NAVIGATION}


@dataclass(slots=True)
class FieldStack:
    """Fields within each other. Words in an instruction are not shown; `ignored` are beginnings that have no end."""

    inline: Inline
    works: Works
    ignored: frozenset[Element] = frozenset()
    unclosed: list[Element] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    _open: list[Field] = field(default_factory=list)
    _dark: list[Field] = field(default_factory=list)
    _printing: list[tuple[object, Part]] = field(default_factory=list)
    _marks: dict[Field, Open] = field(default_factory=dict)
    _bookmarks: dict[str, Open] = field(default_factory=dict)
    _stories: list[tuple[list[Field], list[Field], list[tuple[object, Part]]]] = field(default_factory=list)

    @property
    def dark(self) -> bool:
        """Whether what comes now belongs to an instruction and is not shown."""
        return bool(self._dark)

    @property
    def part(self) -> Part | None:
        """The part that the fields around make of what they print: references, or a table of contents."""
        return self._printing[-1][1] if self._printing else None

    @property
    def noting(self) -> Field | None:
        """The innermost field if it prints the number of a note that is marked elsewhere."""
        return self._open[-1] if self._open and self._open[-1].kind is FieldKind.NOTE else None

    def instruct(self, words: str) -> None:
        """Words of an instruction, or words that a field prints into one."""
        if self._dark:
            self._dark[-1].add(words)

    def character(self, element: Element) -> None:
        """A `w:fldChar`: the beginning, the middle or the end of a field."""
        kind = element.get("w:fldCharType")
        if kind == "begin":
            if element not in self.ignored:
                self._begin(element)
        elif kind == "separate" and self._open and not self._open[-1].showing:
            self._show(self._open[-1])
        elif kind == "end" and self._open:
            self._end(self._open.pop())

    def simple(self, element: Element) -> None:
        """The beginning of a `w:fldSimple`; its end is `simple_end`."""
        self._begin(element)
        self._open[-1].add(element.get("w:instr"))
        self._show(self._open[-1])

    def simple_end(self, element: Element) -> None:
        """The end of a `w:fldSimple`, and of the fields in it that have none."""
        if any(one.begin is element for one in self._open[-100:]):
            while self._open:
                one = self._open.pop()
                self._end(one)
                if one.begin is element:
                    break

    def region(self, owner: object, part: Part) -> None:
        """A container whose words belong to a part, such as the content control of a table of contents, begins."""
        self._printing.append((owner, part))

    def region_end(self, owner: object) -> None:
        """The container ends."""
        if self._printing and self._printing[-1][0] == owner:
            self._printing.pop()

    def bookmark(self, name: str, instruction: str) -> None:
        """The beginning of a bookmark that stands for a field of this instruction."""
        kind = kind_of(instruction)
        if kind is FieldKind.CITATION:
            self._bookmarks[name] = self.inline.open(lambda span: self._cited(instruction, "", span), once=True)
        elif kind is FieldKind.REFERENCES:
            self.region(name, Part.REFERENCES)

    def bookmark_end(self, name: str) -> None:
        """The end of a bookmark, whether or not it stands for a field."""
        self.region_end(name)
        one = self._bookmarks.pop(name, None)
        if one is not None:
            self.inline.close(one, needed=True)

    def enter_story(self) -> None:
        """A text begins that stands apart from the one around it, such as a text box."""
        self._stories.append((self._open, self._dark, self._printing))
        self._open, self._dark, self._printing = [], [], []

    def leave_story(self) -> None:
        """The text ends; fields that are still open in it have no end."""
        self.unclosed.extend(one.begin for one in self._open)
        for one in self._open:
            mark = self._marks.pop(one, None)
            if mark is not None:
                self.inline.close(mark)
        self._open, self._dark, self._printing = self._stories.pop()

    def cite(self, items: list[Item], span: Span) -> list[Mark]:
        """The marks of a citation whose words are `span`, one for each work."""
        return [Mark(span, MarkKind.CITATION, item.locator, self.works.id_of(item, span.start)) for item in items]

    def _begin(self, element: Element) -> None:
        one = Field(element)
        data = element.first("w:fldData")
        if data is not None:
            one.data.append(data.words())
        self._open.append(one)
        self._dark.append(one)

    def _show(self, one: Field) -> None:
        one.showing = True
        self._dark.pop()
        one.kind = kind_of(one.instruction)
        if one.kind in _PARTS:
            self._printing.append((one, _PARTS[one.kind]))
        elif one.kind is FieldKind.LINK:
            target = link_target(one.instruction)
            self._marks[one] = self.inline.open(lambda span: [Mark(span, MarkKind.LINK, "", target)])
        elif one.kind is FieldKind.CITATION:
            self._marks[one] = self.inline.open(lambda span: self._citation(one, span), once=True)

    def _end(self, one: Field) -> None:
        if not one.showing:
            self._dark.pop()
            if self._open and one.data:
                self._open[-1].data.extend(one.data)
            one.kind = kind_of(one.instruction)
            if one.kind is FieldKind.CITATION and not self.dark:
                self.inline.close(Open(lambda span: self._citation(one, span)), needed=True)
            return
        self.region_end(one)
        mark = self._marks.pop(one, None)
        if mark is not None:
            self.inline.close(mark, needed=one.kind is FieldKind.CITATION)

    def _citation(self, one: Field, span: Span) -> Iterable[Mark]:
        return self._cited(one.instruction, "".join(one.data), span)

    def _cited(self, instruction: str, data: str, span: Span) -> Iterable[Mark]:
        items = items_of(instruction, data, self.works)
        if not items:
            named = _MANAGER.match(instruction)
            kind = f" of {_MANAGERS.get(named[1].upper(), named[1])}" if named is not None else ""
            self.unread.append(f"a citation field{kind} whose description of the works it cites cannot be read")
        return self.cite(items, span)


def wants_note_look(one: Field) -> bool:
    """Whether a field that prints a note's number asks for the look of a note mark."""
    return arguments_of(one.instruction).switch("f") is not None


def bookmark_of(one: Field) -> str:
    """The bookmark that a field refers to."""
    words = arguments_of(one.instruction).words
    return words[0] if words else ""
