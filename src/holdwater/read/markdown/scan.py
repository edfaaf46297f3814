"""The blocks of a Markdown file, found line by line as CommonMark describes it, each character with its place.

A line first goes through the containers that are open, then opens what it opens, and what is left of it is content.
Runs of ordinary lines outside containers are taken whole. The tests hold it against markdown-it, block by block.
"""

from __future__ import annotations

from holdwater.patterns import waiting
from holdwater.read.markdown.starts import STARTS
from holdwater.read.markdown.state import Blocks

_ORDINARY = waiting(r"(?:[^\s#>*+_=`~:|<\[\d\-][^\n]*(?:\n|\Z))+")
_BLANK_LINES = waiting(r"(?:[ \t]*\n)+")
_LINE = waiting(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")


def read_blocks(raw: str, begin: int, name: str) -> Blocks:
    """The blocks of `raw` from `begin` on. Raises ReadError (of the file `name`) if they are nested too deep."""
    blocks = Blocks(raw, begin, name)
    simple = "\r" not in raw
    at, size = begin, len(raw)
    while at < size:
        if simple and not blocks.open and blocks.kind in ("", "para"):
            after = _ordinary(blocks, raw, at)
            if after > at:
                at = after
                continue
        at = _take_line(blocks, raw, at, simple=simple)
        _read_line(blocks)
    blocks.settle(0)
    return blocks


def _ordinary(blocks: Blocks, raw: str, at: int) -> int:
    """Take the lines from here on that can be nothing but a paragraph's, and the empty ones; return what is after."""
    found = _ORDINARY.match(raw, at)
    if found:
        words = found[0]
        blocks.kind = "para"
        blocks.content.line(words[:-1] if words[-1] == "\n" else words, at)
        at = found.end()
    blank = _BLANK_LINES.match(raw, at)
    if blank:
        blocks.close_leaf()
        at = blank.end()
    return at


def _take_line(blocks: Blocks, raw: str, at: int, *, simple: bool) -> int:
    if simple:
        end = raw.find("\n", at)
        end = len(raw) if end < 0 else end
        blocks.take_line(raw[at:end], end)
        return end + 1
    found = _LINE.match(raw, at)
    if found is None:  # never: the line may be empty
        return len(raw)
    blocks.take_line(found[1], found.end(1))
    return found.end()


def _read_line(blocks: Blocks) -> None:
    matched = blocks.match()
    if matched == len(blocks.open) and blocks.feed():
        return
    fresh = False
    while True:
        inset = blocks.blanks(blocks.col)
        at = blocks.col + inset
        if at >= len(blocks.text):
            blocks.close_leaf()
            blocks.leave(matched)
            return
        if inset > 3:
            break
        start = STARTS.get(blocks.text[at])
        continuing = blocks.kind == "para" and matched == len(blocks.open)
        opened = start(blocks, at, matched, continuing) if start else None
        if opened is None:
            break
        if not opened:
            return
        fresh, matched = True, len(blocks.open)
    _take_words(blocks, at, matched, inset=inset, fresh=fresh)


def _take_words(blocks: Blocks, at: int, matched: int, *, inset: int, fresh: bool) -> None:
    """What is left of a line goes on with the paragraph or the table, or begins a paragraph or code."""
    if blocks.kind == "para":
        blocks.row(at)
    elif inset > 3:
        blocks.begin("code", matched)
        blocks.row(blocks.col + 4)
    elif blocks.kind == "table" and matched == len(blocks.open):
        blocks.table_row(at)
    else:
        blocks.begin("para", matched)
        blocks.row(at)
