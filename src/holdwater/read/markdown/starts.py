"""What may begin at a line's first character: a function a sign, tried by the block scanner.

Each is given the scanner's state, the column, how many containers the line continues, and whether it would otherwise
continue a paragraph. It opens what begins there and says True for a container, whose content follows in the line, and
False for a block that takes the whole line; None where nothing begins.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from holdwater.document import BlockKind
from holdwater.read.markdown import openings
from holdwater.read.markdown.blocks import Content, cut
from holdwater.read.markdown.state import Blocks
from holdwater.read.markdown.tables import pipe_cells
from holdwater.read.source import Source

Start = Callable[[Blocks, int, int, bool], bool | None]


def _quote(blocks: Blocks, at: int, matched: int, continuing: bool) -> bool:
    blocks.settle(matched)
    after = at + 2 if blocks.text.startswith(" ", at + 1) else at + 1
    callout = openings.CALLOUT.match(blocks.text, after) if blocks.text.startswith("[!", after) else None
    aside = callout is not None and not openings.QUOTING_DIV.match(callout[1])
    blocks.push("aside" if aside else "quote")
    blocks.col = callout.end() if callout else after
    return True


def _heading(blocks: Blocks, at: int, matched: int, continuing: bool) -> bool | None:
    found = openings.HEADING.match(blocks.text, at)
    if not found:
        return None
    blocks.settle(matched)
    start = found.end()
    words = openings.heading_words(blocks.text[start:])
    blocks.emit(_piece(blocks, start, start + len(words)), BlockKind.HEADING, len(found[1]))
    return False


def _piece(blocks: Blocks, start: int, end: int) -> Source:
    content = Content()
    blanks = blocks.tabs[start:end]
    content.line(blocks.text[start:end], blocks.place(start + len(blanks)), blanks)
    return content.source()


def _fence(blocks: Blocks, at: int, matched: int, continuing: bool) -> bool | None:
    found = openings.FENCE.match(blocks.text, at)
    if not found:
        return None
    blocks.begin("fence", matched)
    blocks.closing = found[1] or found[2]
    blocks.inset = at - blocks.col
    return False


def _tilde(blocks: Blocks, at: int, matched: int, continuing: bool) -> bool | None:
    started = _fence(blocks, at, matched, continuing)
    return _definition(blocks, at, matched, continuing) if started is None else started


def _html(blocks: Blocks, at: int, matched: int, continuing: bool) -> bool | None:
    end = openings.html_end(blocks.text, at, interrupting=blocks.kind == "para")
    if end is None:
        return None
    blocks.begin("html", matched)
    blocks.closing = end
    blocks.feed()
    return False


def _underline(blocks: Blocks, at: int, matched: int, continuing: bool) -> bool | None:
    """A setext heading's underline makes a heading of the paragraph before it, unless that was all definitions."""
    if not continuing or not openings.UNDERLINE.match(blocks.text, at):
        return None
    source = blocks.undefined(blocks.content.source())
    blocks.content = Content()
    if not source.text:
        blocks.kind = ""
        return None
    blocks.kind = ""
    blocks.emit(source, BlockKind.HEADING, 1 if blocks.text[at] == "=" else 2)
    return False


def _rule(blocks: Blocks, at: int, matched: int, continuing: bool) -> bool | None:
    if not openings.RULE.match(blocks.text, at):
        return None
    blocks.settle(matched)
    blocks.term_depth = -1
    return False


def _bullet(blocks: Blocks, at: int, matched: int, continuing: bool) -> bool | None:
    found = openings.BULLET.match(blocks.text, at)
    return _item(blocks, at, found.end(), matched, continuing) if found else None


def _dash(blocks: Blocks, at: int, matched: int, continuing: bool) -> bool | None:
    for start in (_table, _underline, _rule, _bullet):
        outcome = start(blocks, at, matched, continuing)
        if outcome is not None:
            return outcome
    return None


def _star(blocks: Blocks, at: int, matched: int, continuing: bool) -> bool | None:
    outcome = _rule(blocks, at, matched, continuing)
    return _bullet(blocks, at, matched, continuing) if outcome is None else outcome


def _plus(blocks: Blocks, at: int, matched: int, continuing: bool) -> bool | None:
    if not continuing and openings.GRID.match(blocks.text, at):
        blocks.begin("grid", matched)
        blocks.row(at)
        return False
    return _bullet(blocks, at, matched, continuing)


def _number(blocks: Blocks, at: int, matched: int, continuing: bool) -> bool | None:
    found = openings.NUMBER.match(blocks.text, at)
    if not found or (continuing and int(found[1]) != 1):
        return None
    opened = _item(blocks, at, found.end(), matched, continuing, sign=found[2])
    if opened:
        blocks.number = _piece(blocks, at, found.end())
    return opened


def _item(blocks: Blocks, at: int, after: int, matched: int, continuing: bool, *, sign: str = "") -> bool | None:
    sign = sign or blocks.text[at]
    blanks = blocks.blanks(after)
    empty = after + blanks == len(blocks.text)
    if empty and continuing:
        return None
    wide = 1 if empty or blanks > 4 else blanks
    indent = after - blocks.col + wide
    _list_item(blocks, matched, sign, indent, empty=empty)
    blocks.col = min(after + wide, len(blocks.text))
    task = openings.TASK.match(blocks.text, blocks.col)
    blocks.col = task.end() if task else blocks.col
    return True


def _list_item(blocks: Blocks, matched: int, sign: str, indent: int, *, empty: bool = False) -> None:
    blocks.settle(matched, sign=sign)
    if not blocks.open or blocks.open[-1].kind != "list":
        blocks.push("list", sign=sign)
    blocks.push("item", indent=indent, empty=empty)


def _definition(blocks: Blocks, at: int, matched: int, continuing: bool) -> bool | None:
    """What a line after a term defines (pandoc's `Term`, then `:   what it is`)."""
    found = openings.DEFINITION.match(blocks.text, at)
    if not found:
        return None
    again = 0 < matched == len(blocks.open) - 1 and blocks.open[matched - 1].sign == ":"
    after_term = blocks.content.lines == 1 if continuing else not blocks.kind and blocks.term_depth == matched
    if not (again or after_term):
        return None
    _list_item(blocks, matched, ":", found.end() - blocks.col)
    blocks.col = found.end()
    return True


def _colon(blocks: Blocks, at: int, matched: int, continuing: bool) -> bool | None:
    for start in (_table, _div, _definition):
        outcome = start(blocks, at, matched, continuing)
        if outcome is not None:
            return outcome
    return None


def _div(blocks: Blocks, at: int, matched: int, continuing: bool) -> bool | None:
    """A fenced div opens with a class or attributes, and colons alone close it."""
    found = openings.DIV.match(blocks.text, at)
    if not found:
        return None
    if found[2]:
        blocks.settle(matched)
        blocks.push("quote-div" if openings.QUOTING_DIV.search(found[2]) else "div")
        return False
    depth = next((index for index in range(matched - 1, -1, -1) if blocks.open[index].kind.endswith("div")), -1)
    if depth < 0:
        return None
    blocks.settle(depth)
    return False


def _table(blocks: Blocks, at: int, matched: int, continuing: bool) -> bool | None:
    """The rule under a row of cells makes a table's head of that row."""
    columns = openings.columns_ruled(blocks.text[at:].rstrip(" \t")) if continuing else 0
    if not columns:
        return None
    source = blocks.content.source()
    line = source.text.rfind("\n") + 1
    head = cut(source, line, len(source.text))
    if "|" not in head.text or len(openings.row_cells(head.text.strip(" \t"))) != columns:
        return None
    blocks.content, blocks.kind = Content(), ""
    if line:
        blocks.paragraph(cut(source, 0, line - 1))
    blocks.begin_table(pipe_cells(head, columns), columns)
    return False


def _note(blocks: Blocks, at: int, matched: int, continuing: bool) -> bool | None:
    found = openings.NOTE.match(blocks.text, at)
    if not found:
        return None
    blocks.settle(matched)
    blocks.push("note", indent=4, label=found[1])
    blocks.col = found.end()
    return True


STARTS: Mapping[str, Start] = {
    ">": _quote,
    "#": _heading,
    "`": _fence,
    "~": _tilde,
    "<": _html,
    "=": _underline,
    "-": _dash,
    "*": _star,
    "_": _rule,
    "+": _plus,
    ":": _colon,
    "|": _table,
    "[": _note,
    **dict.fromkeys("0123456789", _number),
}
"""The signs that a block may begin with."""
