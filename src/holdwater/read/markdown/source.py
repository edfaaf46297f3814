"""Where the characters of a Markdown block's content stood in the file.

The block parser hands over a block's lines with its containers' marks (`>`, list bullets, indentation) taken off. What
is left of a line is always an end of that line, so its place can be told without searching.
"""

from __future__ import annotations

from collections.abc import Sequence

from holdwater.read.source import Source


class Lines:
    """The lines of the file, for finding a block's content in them."""

    def __init__(self, raw: str, starts: Sequence[int]) -> None:
        """`starts` are the offsets in `raw` of the lines that the block parser saw."""
        self._raw = raw
        self._starts = starts

    def line(self, number: int) -> tuple[str, int]:
        """Line `number`, from 0, without its line end, and its offset in the file."""
        if number >= len(self._starts):
            return "", len(self._raw)
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self._raw)
        return self._raw[self._starts[number] : end].rstrip("\r\n"), self._starts[number]

    def source(self, content: str, first_line: int) -> Source:
        """The source of `content`, whose lines are the ends of the file's lines from `first_line` on."""
        starts: list[int] = []
        places: list[int] = []
        at = 0
        for index, part in enumerate(content.split("\n")):
            line, offset = self.line(first_line + index)
            if not line.endswith(part):  # blanks at its end taken off, or a tab at its start made blanks
                line = line.rstrip()
                blanks = len(part) - len(part.lstrip(" \t"))
                part_end = part[blanks:].rstrip()
                starts.append(at)
                places.append(offset + max(0, len(line) - len(part_end) - blanks))
            else:
                starts.append(at)
                places.append(offset + len(line) - len(part))
            at += len(part) + 1
        return Source(content, starts, places)

    def heading(self, content: str, line_number: int, level: int) -> Source:
        """The source of an ATX heading's words."""
        line, offset = self.line(line_number)
        after = line.find("#" * level) + level
        found = line.find(content, after)
        return Source(content, (0,), (offset + max(found, 0),))

    def cells(self, contents: Sequence[str], line_number: int) -> list[Source]:
        """The sources of a table row's cells, in their order; a bar in a cell is written with a backslash."""
        line, offset = self.line(line_number)
        at = 0
        found: list[Source] = []
        for content in contents:
            source, at = _cell(content, line, offset, at)
            found.append(source)
        return found


def _cell(content: str, line: str, offset: int, at: int) -> tuple[Source, int]:
    parts = content.split("|")
    starts: list[int] = []
    places: list[int] = []
    begin = 0
    for index, part in enumerate(parts):
        written = part if index == len(parts) - 1 else part + "\\|"
        found = line.find(written, at)
        place = at if found < 0 else found
        starts.append(begin)
        places.append(offset + place)
        if index < len(parts) - 1:
            starts.append(begin + len(part))
            places.append(offset + place + len(part) + 1)
        begin += len(part) + 1
        at = place + len(written) if found >= 0 else at
    return Source(content, starts, places), at
