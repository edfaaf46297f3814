"""Writes pandoc's tree into a document: blocks, marks, notes at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count

from holdwater.document import BlockKind, Mark, MarkKind, Note, Part, Span
from holdwater.errors import ReadError
from holdwater.read.assembly import Assembly, Setting
from holdwater.read.headings import part_named
from holdwater.read.pandoc.tree import Node, as_list, as_text, attributes, kind, nodes, part, plain, target

MAX_DEPTH = 120
"""How deep blocks and inlines may stand in each other; each takes two calls, and Python allows 1,000."""

_CLINGS = ".,;:!?)]"
_MARKS = {
    "Emph": MarkKind.EMPHASIS, "Underline": MarkKind.EMPHASIS, "Strong": MarkKind.STRONG, "Code": MarkKind.CODE,
    "Math": MarkKind.CODE, "Link": MarkKind.LINK, "Quoted": MarkKind.QUOTE,
}  # fmt: skip
_SIGNS = {"DoubleQuote": "“”", "SingleQuote": "‘’"}
_NAMELESS = "image"  # what pandoc calls a picture that has no words
_HIDDEN = frozenset({"toc", "table-of-contents", "sidebar"})


class Writer:
    """Writes blocks and inlines into an assembly."""

    def __init__(self, name: str, *, joins: bool = False) -> None:
        """`joins` says that pandoc makes a quotation of each paragraph of one, as it does in ODT."""
        self.assembly = Assembly()
        self.bodies: list[Sequence[Node]] = []  # what the notes hold, in the order of their marks
        self.places: list[int] = []  # where each note's mark stands in the text
        self._name, self._joins = name, joins
        self._goes_on = False  # whether a quotation goes on with the block that is written
        self._quotation = 0
        self._groups = count(1)
        self._setting = Setting()
        self._fixed = False
        self._gap = self._after_mark = False
        self._depth = 0
        self._part, self._part_level = Part.BODY, 0
        self._lists = 0

    # --- blocks

    def blocks(self, blocks: Sequence[Node]) -> None:
        """Write blocks, one after the other."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ReadError("nested too deep", where=self._name, mend="save it as DOCX or HTML")
        for index, block in enumerate(blocks):
            self._goes_on = self._joins and index > 0 and kind(blocks[index - 1]) == kind(block) == "BlockQuote"
            self._block(block)
        self._depth -= 1

    def _block(self, block: Node) -> None:
        one, content = kind(block), block.get("c")
        if one in ("Para", "Plain"):
            self._paragraph(nodes(content))
        elif one == "Header":
            self._heading(as_list(content))
        elif one == "BlockQuote":
            self._quote(nodes(content))
        elif one in ("BulletList", "OrderedList"):
            items = part(content, 1) if one == "OrderedList" else content
            self._list([nodes(item) for item in as_list(items)])
        elif one == "DefinitionList":
            self._definitions(as_list(content))
        elif one == "CodeBlock":
            self._code(as_text(as_list(content)[-1:]))
        elif one == "LineBlock":
            self._lines([nodes(line) for line in as_list(content)])
        elif one == "Div":
            self._division(as_list(content))
        elif one == "Figure":
            self._figure(as_list(content))
        elif one == "Table":
            self._table(as_list(content))
        elif one == "RawBlock":
            self._raw(as_list(content))

    def _open(self, one: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> None:
        self._gap = self._after_mark = False
        setting = self._setting
        if self._fixed:
            self.assembly.open_block(setting)
            return
        where = self._part if setting.part is Part.BODY else setting.part
        if one is BlockKind.PARAGRAPH and setting.kind is not BlockKind.PARAGRAPH:
            one, level = setting.kind, setting.level
        if where is Part.REFERENCES and one in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            one = BlockKind.REFERENCE
        self.assembly.open_block(replace(setting, kind=one, part=where, level=level))

    def _paragraph(self, inlines: Sequence[Node]) -> None:
        if len(inlines) == 1 and kind(inlines[0]) == "Image":
            words = nodes(part(inlines[0].get("c"), 1))
            self._open(BlockKind.CAPTION)
            self.inlines(words if plain(words) != _NAMELESS else [])
        else:
            self._open()
            self.inlines(inlines)
        self.assembly.close_block()

    def _heading(self, content: Sequence[object]) -> None:
        level = content[0] if content and isinstance(content[0], int) else 1
        inlines = nodes(part(content, -1))
        named = part_named(plain(inlines))
        if named is not None:
            self._part, self._part_level = named, level
        elif level <= self._part_level:
            self._part, self._part_level = Part.BODY, 0
        self._open(BlockKind.HEADING, level)
        self.inlines(inlines)
        self.assembly.close_block()

    def _within(self, setting: Setting, blocks: Sequence[Node], *, fixed: bool = False) -> None:
        kept = self._setting, self._fixed
        if not self._fixed:
            self._setting, self._fixed = setting, fixed
        self.blocks(blocks)
        self._setting, self._fixed = kept

    def _quote(self, blocks: Sequence[Node]) -> None:
        one = self._setting
        if one.quoted or not self._goes_on:
            self._quotation = one.group if one.quoted else next(self._groups)
        group = self._quotation
        self._within(replace(one, kind=BlockKind.QUOTE, quoted=one.quoted + 1, group=group), blocks)

    def _list(self, items: Sequence[Sequence[Node]]) -> None:
        one = self._setting
        group = one.group or next(self._groups)
        self._lists += 1
        for item in items:
            self._within(replace(one, kind=BlockKind.LIST_ITEM, level=self._lists, group=group), item)
        self._lists -= 1

    def _definitions(self, content: Sequence[object]) -> None:
        items: list[Sequence[Node]] = []
        for entry in content:
            items.append([{"t": "Plain", "c": part(entry, 0)}])
            items.extend(nodes(one) for one in as_list(part(entry, 1)))
        self._list(items)

    def _code(self, words: str) -> None:
        if not words.strip():
            return
        self._open(BlockKind.CODE)
        self._put(words.rstrip())
        self.assembly.close_block()

    def _lines(self, lines: Sequence[Sequence[Node]]) -> None:
        self._open()
        for line in lines:
            self.inlines(line)
            self._gap = True
        self.assembly.close_block()

    def _division(self, content: Sequence[object]) -> None:
        name, classes, _ = attributes(part(content, 0))
        if _HIDDEN & set(classes):
            return
        one = self._setting
        if name == "refs" or {"references", "csl-bib-body"} & set(classes):
            one = replace(one, kind=BlockKind.REFERENCE, part=Part.REFERENCES)
        elif "caption" in classes:
            one = replace(one, kind=BlockKind.CAPTION)
        self._within(one, nodes(part(content, -1)))

    def _figure(self, content: Sequence[object]) -> None:
        self.blocks([one for one in nodes(part(content, -1)) if not _is_picture(one)])
        self._caption(content[1] if len(content) > 2 else None)

    def _caption(self, caption: object) -> None:
        self._within(replace(self._setting, kind=BlockKind.CAPTION), nodes(part(caption, -1)))

    def _table(self, content: Sequence[object]) -> None:
        """A table: its caption, then its cells, a block each (or more, where a cell holds several)."""
        if len(content) != 6:
            return
        self._caption(content[1])
        setting = replace(self._setting, kind=BlockKind.TABLE, group=self._setting.group or next(self._groups))
        rows = [*as_list(as_list(content[3])[1:])[0:1]]
        for body in as_list(content[4]):
            rows.extend(as_list(body)[2:4])
        rows.extend(as_list(content[5])[1:])
        for row in (row for some in rows for row in as_list(some)):
            for cell in as_list(part(row, -1)):
                self._within(setting, nodes(part(cell, -1)))

    def _raw(self, content: Sequence[object]) -> None:
        words = as_text(content[-1:])
        if words.startswith("<!--") and words.rstrip().endswith("-->"):
            self.assembly.comment(words.strip()[4:-3].strip())

    # --- inlines

    def inlines(self, inlines: Sequence[Node]) -> None:
        """Write inlines into the open block."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ReadError("nested too deep", where=self._name, mend="save it as DOCX or HTML")
        for inline in inlines:
            self._inline(inline)
        self._depth -= 1

    def _inline(self, inline: Node) -> None:
        one, content = kind(inline), inline.get("c")
        if one == "Str":
            self._put(content if isinstance(content, str) else "")
        elif one in ("Space", "SoftBreak", "LineBreak"):
            self._gap = True
        elif one in ("Code", "Math"):
            self._marked(one, [{"t": "Str", "c": as_text(as_list(content)[-1:])}], "")
        elif one == "Quoted":
            self._quoted(as_list(content))
        elif one == "Cite":
            self._cite(as_list(content))
        elif one == "Link":
            self._marked(one, nodes(part(content, 1)), target(content))
        elif one == "Note":
            self._note(nodes(content))
        elif one == "Span":
            self.inlines(nodes(part(content, -1)))
        elif one == "RawInline":
            self._raw(as_list(content))
        elif one in _MARKS:
            self._marked(one, nodes(content), "")
        elif one != "Image":
            self.inlines(nodes(content))

    def _put(self, words: str) -> None:
        if not words:
            return
        fresh = self.assembly.fresh
        self.assembly.begin()
        if self._gap and not fresh and not (self._after_mark and words[0] in _CLINGS):
            self.assembly.builder.add(" ")
        self._gap = self._after_mark = False
        self.assembly.builder.add(words)

    def _marked(self, one: str, inlines: Sequence[Node], where: str) -> None:
        start = self._start()
        self.inlines(inlines)
        self._mark(start, _MARKS[one], "", where)

    def _start(self) -> int:
        """Where the next word will stand."""
        return self.assembly.begin() + (self._gap and not self.assembly.fresh)

    def _mark(self, start: int, one: MarkKind, label: str, where: str) -> None:
        if start < self.assembly.length:
            self.assembly.marks.append(Mark(Span(start, self.assembly.length), one, label, where))

    def _quoted(self, content: Sequence[object]) -> None:
        signs = _SIGNS.get(kind(part(content, 0)), "“”")
        self._put(signs[0])
        self._marked("Quoted", nodes(part(content, -1)), "")
        self._gap = False
        self._put(signs[1])

    def _cite(self, content: Sequence[object]) -> None:
        """A citation: its printed words, and a mark over them for each work."""
        start = self._start()
        self.inlines(nodes(part(content, -1)))
        end = self.assembly.length
        for one in as_list(part(content, 0)):
            if isinstance(one, Mapping):
                suffix = plain(nodes(one.get("citationSuffix"))).strip(" ,")
                named = one.get("citationId")
                span = Span(min(start, end), end)
                self.assembly.marks.append(
                    Mark(span, MarkKind.CITATION, suffix, named if isinstance(named, str) else "")
                )

    def _note(self, blocks: Sequence[Node]) -> None:
        at = self.assembly.begin()
        self.bodies.append(blocks)
        self.places.append(at)
        number = len(self.bodies)
        self.assembly.marks.append(Mark(Span(at, at), MarkKind.NOTE, str(number), f"fn{number}"))
        self._after_mark = self._gap

    def notes(self) -> None:
        """Write the notes, those within notes included; the mark of one without words leads to none."""
        self._part = Part.BODY
        done, empty = 0, set[str]()
        while done < len(self.bodies):
            body, done = self.bodies[done], done + 1
            first = len(self.assembly.blocks)
            setting = Setting(BlockKind.NOTE, Part.NOTES, group=next(self._groups))
            self._within(setting, body, fixed=True)
            self.assembly.close_block()
            written = self.assembly.blocks[first:]
            if written:
                span = Span(written[0].span.start, written[-1].span.end)
                self.assembly.notes.append(Note(f"fn{done}", str(done), span))
            else:
                empty.add(f"fn{done}")
        if empty:
            self.assembly.marks[:] = [
                replace(mark, target="") if mark.kind is MarkKind.NOTE and mark.target in empty else mark
                for mark in self.assembly.marks
            ]


def _is_picture(block: Node) -> bool:
    inlines = nodes(block.get("c")) if kind(block) in ("Para", "Plain") else []
    return len(inlines) == 1 and kind(inlines[0]) == "Image"
