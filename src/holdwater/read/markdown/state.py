"""The state of the block scanner: the line it is at, the containers that are open, and the leaf that takes lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count

from holdwater.document import BlockKind
from holdwater.errors import ReadError
from holdwater.patterns import waiting
from holdwater.read.assembly import Setting
from holdwater.read.markdown.blocks import Container, Content, Leaf, NoteHead, cut, setting_within
from holdwater.read.markdown.definitions import Definition, definition_at, normal_label
from holdwater.read.markdown.openings import ABBREVIATION, CONTENTS, html_ends
from holdwater.read.markdown.tables import grid_cells, pipe_cells
from holdwater.read.source import Source

MAX_NESTING = 100
"""How deep blocks may stand in each other; each line goes through all that are open."""

_BLANKS = waiting(r" *")
_HEAD = waiting(r"[ \t>*+\-\d.):~#|]*(?:\[\^[^\s\[\]]{1,200}\]:[ \t]*)?")
_BARRED = waiting(r"\|(?: |\Z)")
_TAB = 4
_THROUGH = frozenset({"list", "table", "div", "quote-div"})  # containers that ask nothing of their lines


class Blocks:
    """The blocks of a file as they are found; `leaves` and `definitions` are those that are done."""

    def __init__(self, raw: str, begin: int, name: str) -> None:
        self.raw, self.at, self._name = raw, begin, name
        self.leaves: list[Leaf] = []
        self.definitions: dict[str, tuple[Definition, Source]] = {}
        self.open: list[Container] = []
        self.kind = ""  # of the leaf that is open: "para", "fence", "code", "html", "grid" or none
        self.rows = 0  # of the table that is open
        self.content = Content()
        self.closing = ""  # of a fence or a block of HTML: what ends it
        self.inset = 0  # of a fence: columns that its lines may stand in
        self.term_depth = -1  # how deep the paragraph stands that a definition may follow; -1 after other blocks
        self.number: Source | None = None  # what the file writes before the item that has just begun
        self._groups, self._notes = count(1), count(0)
        self._settings: dict[BlockKind, Setting] = {}
        # The line that is read: its words with tabs at its head made blanks, where it ends in the file, how far it is
        # read, and where the characters of its head stand if there are tabs among them.
        self.text, self.end, self.col = "", begin, 0
        self.tabs: list[int] = []

    # -- the line

    def take_line(self, text: str, end: int) -> None:
        """Turn to the next line: its words, and where they end in the file."""
        self.text, self.end, self.col, self.tabs = text, end, 0, []
        if "\t" in text:
            self._expand(text, end - len(text))

    def _expand(self, text: str, place: int) -> None:
        head = _HEAD.match(text)
        size = head.end() if head else 0
        if "\t" not in text[:size]:
            return
        made: list[str] = []
        for index, char in enumerate(text[:size]):
            wide = _TAB - len(self.tabs) % _TAB if char == "\t" else 1
            made.append(" " * wide if char == "\t" else char)
            self.tabs += [place + index] * wide
        self.text = "".join(made) + text[size:]

    def place(self, col: int) -> int:
        """Where a column of the line stands in the file."""
        return self.tabs[col] if col < len(self.tabs) else self.end - len(self.text) + col

    def blanks(self, col: int) -> int:
        """How many blanks stand at a column."""
        if not self.text.startswith(" ", col):
            return 0
        found = _BLANKS.match(self.text, col)
        return found.end() - col if found else 0

    # -- containers

    def match(self) -> int:
        """Go through the open containers that the line continues, and count them."""
        for index, one in enumerate(self.open):
            col = self._within(one)
            if col < 0:
                return index
            self.col = col
        return len(self.open)

    def _within(self, one: Container) -> int:
        """The column after what a container asks of its lines; -1 if the line does not continue it."""
        if one.kind in _THROUGH:
            return self.col
        inset = self.blanks(self.col)
        at = self.col + inset
        if one.kind in ("quote", "aside"):
            if inset > 3 or not self.text.startswith(">", at):
                return -1
            return at + 2 if self.text.startswith(" ", at + 1) else at + 1
        if at >= len(self.text):
            return -1 if one.empty else self.col + min(inset, one.indent)
        return self.col + one.indent if inset >= one.indent else -1

    def push(self, kind: str, *, indent: int = 0, sign: str = "", label: str = "", empty: bool = False) -> None:
        """Open a container within the open ones; `label` is a note's."""
        if len(self.open) >= MAX_NESTING:
            raise ReadError("lists or quotations nested too deep", where=self._name, mend="take out some of the levels")
        self._occupy()
        group = 0 if kind == "item" else next(self._groups)
        note = NoteHead(label, next(self._notes)) if label else None
        self.open.append(Container(kind, group, indent, sign, note, empty))
        self._settings = {}
        self.term_depth = -1

    def leave(self, depth: int) -> None:
        """Close the containers that stand deeper than this."""
        if len(self.open) > depth:
            del self.open[depth:]
            self._settings = {}

    def _occupy(self) -> None:
        if self.open:
            self.open[-1].empty = False

    def settle(self, matched: int, *, sign: str = "") -> None:
        """Close the leaf, the containers beyond those matched, and a list unless an item with its sign follows."""
        self.close_leaf()
        self.leave(matched)
        while self.open and self.open[-1].kind in ("list", "table") and self.open[-1].sign != sign:
            self.leave(len(self.open) - 1)

    # -- leaves

    def begin(self, kind: str, matched: int) -> None:
        """Open a leaf within the containers that the line goes on with."""
        self.settle(matched)
        self._occupy()
        self.kind = kind

    def row(self, col: int) -> None:
        """Add the line from a column on to the open leaf."""
        if col >= len(self.tabs):
            self.content.line(self.text[col:], self.end - len(self.text) + col)
            return
        place = self.tabs[col]
        blanks = []
        if col and self.tabs[col - 1] == place:  # within a tab: what is left of it counts as blanks
            blanks = [one for one in self.tabs[col : col + _TAB] if one == place]
            place += 1
        self.content.line(" " * len(blanks) + self.raw[place : self.end], place, blanks)

    def feed(self) -> bool:
        """Whether the open leaf takes the line as it stands (and it is then taken)."""
        return self.kind in _FEEDS and _FEEDS[self.kind](self)

    def emit(
        self,
        source: Source,
        kind: BlockKind = BlockKind.PARAGRAPH,
        level: int = 0,
        syntax: str = "inline",
        cell: tuple[int, int] = (0, 0),
    ) -> None:
        """Hand over a leaf; `cell` is the row and column of a table's cell."""
        setting = None if level else self._settings.get(kind)
        if setting is None:
            setting = setting_within(self.open, kind, level)
            if not level:
                self._settings[kind] = setting
        if cell[0]:
            setting = replace(setting, cell=cell)
        note = next((one.note for one in self.open if one.note), None) if self.open else None
        number, self.number = self.number, None
        self.leaves.append(Leaf(setting, source, syntax, note, number))
        self._occupy()
        self.term_depth = -1

    def begin_table(self, head: Sequence[Source], columns: int) -> None:
        """Open a table and hand over the cells of its head."""
        self.push("table", indent=columns, sign="|")
        self.kind, self.rows = "table", 0
        self._cells(head)

    def table_row(self, col: int) -> None:
        """Hand over the cells of a row of the open table, which the line is from a column on."""
        self.row(col)
        source, self.content = self.content.source(), Content()
        self._cells(pipe_cells(source, self.open[-1].indent))

    def _cells(self, cells: Sequence[Source]) -> None:
        self.rows += 1
        for column, one in enumerate(cells, 1):
            self.emit(one, BlockKind.TABLE, cell=(self.rows, column))

    def close_leaf(self) -> None:
        """Close the leaf that is open."""
        kind, self.kind = self.kind, ""
        if kind:
            source, self.content = self.content.source(), Content()
            _CLOSES[kind](self, source)

    def paragraph(self, source: Source) -> None:
        """Hand over a paragraph, without the link definitions at its head."""
        source = self.undefined(source)
        text = source.text
        if not text or (text[0] in "[$\\{" and CONTENTS.match(text)) or ABBREVIATION.match(text):
            self.term_depth = -1
            return
        barred = text.startswith("| ") and all(line[:1] == " " or _BARRED.match(line) for line in text.split("\n"))
        self.emit(source, syntax="lines" if barred else "inline")
        self.term_depth = len(self.open)

    def undefined(self, source: Source) -> Source:
        """A paragraph's source without the link definitions at its head, which are kept, and blanks at its end."""
        text = source.text
        start = 0
        while text.startswith("[", start):
            found = definition_at(text, start)
            if found is None:
                break
            self.definitions.setdefault(normal_label(found.label), (found, source))
            start = found.end
            while text[start : start + 1] in (" ", "\t"):
                start += 1
        end = len(text.rstrip(" \t\n"))
        return source if (start, end) == (0, len(text)) else cut(source, start, max(start, end))

    def _code(self, source: Source) -> None:
        end = source.text.find("\n", len(source.text.rstrip(" \t\n")))
        self.emit(source if end < 0 else cut(source, 0, end), BlockKind.CODE, syntax="code")

    def _fence(self, source: Source) -> None:
        self.emit(source, BlockKind.CODE, syntax="code")

    def _html(self, source: Source) -> None:
        self.emit(source, syntax="html")

    def _grid(self, source: Source) -> None:
        self.push("table")
        for one in grid_cells(source):
            self.emit(one, BlockKind.TABLE)
        self.leave(len(self.open) - 1)

    # -- leaves that take lines as they stand

    def _feed_code(self) -> bool:
        inset = self.blanks(self.col)
        if inset < 4 and self.col + inset < len(self.text):
            return False
        self.row(self.col + min(inset, 4))
        return True

    def _feed_fence(self) -> bool:
        inset = self.blanks(self.col)
        at = self.col + inset
        closes = inset < 4 and self.text.startswith(self.closing, at)
        if closes and not self.text[at:].rstrip(" \t").strip(self.closing[0]):
            self.close_leaf()
            return True
        self.row(self.col + min(inset, self.inset))
        return True

    def _feed_html(self) -> bool:
        if not self.closing and not self.text[self.col :].strip(" \t"):
            return False
        self.row(self.col)
        if html_ends(self.text[self.col :], self.closing):
            self.close_leaf()
        return True

    def _feed_grid(self) -> bool:
        at = self.col + self.blanks(self.col)
        if self.text[at : at + 1] not in ("+", "|"):
            return False
        self.row(at)
        return True

    def _table(self, source: Source) -> None:
        """Its cells are handed over already."""


_FEEDS: dict[str, Callable[[Blocks], bool]] = {
    "code": Blocks._feed_code,
    "fence": Blocks._feed_fence,
    "html": Blocks._feed_html,
    "grid": Blocks._feed_grid,
}
_CLOSES: dict[str, Callable[[Blocks, Source], None]] = {
    "para": Blocks.paragraph,
    "code": Blocks._code,
    "fence": Blocks._fence,
    "html": Blocks._html,
    "grid": Blocks._grid,
    "table": Blocks._table,
}
