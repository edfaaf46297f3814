"""How a block of Markdown begins: the marks of headings, fences, lists, HTML, tables and notes. All of it linear."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from holdwater.patterns import waiting
from holdwater.read.markdown.links import TAG

HEADING = waiting(r"(#{1,6})(?:[ \t]+|\Z)")
FENCE = waiting(r"(`{3,})[^`]*\Z|(~{3,})")
RULE = waiting(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
UNDERLINE = waiting(r"(?:=+|-+)[ \t]*\Z")
BULLET = waiting(r"[*+-](?=[ \t]|\Z)")
NUMBER = waiting(r"(\d{1,9})([.)])(?=[ \t]|\Z)")
DEFINITION = waiting(r"[:~][ \t]+(?=\S)")
NOTE = waiting(r"\[\^([^\s\[\]]{1,200})\]:[ \t]*")
DIV = waiting(r"(:{3,})[ \t]*(\{[^{}]{0,500}\}|[\w-]{1,60}[^:]{0,200})?[ \t]*:*[ \t]*\Z")
CALLOUT = waiting(r"\[!([\w-]{1,40})\][+-]?[ \t]*")
TASK = waiting(r"\[[ xX]\][ \t]+(?=\S)")
GRID = waiting(r"\+(?:[-=:]+\+)+[ \t]*\Z")
ABBREVIATION = waiting(r"\*\[[^\[\]\n^]{1,80}\]:[ \t]")
CONTENTS = waiting(r"(?:\[\[?_?toc_?\]?\]|\$\{toc\}|\{:?toc\}|\\tableofcontents)\s*\Z", re.I)
QUOTING_DIV = waiting(r"[.\s{](?:block-?)?(?:quot(?:e|ation)|epigraph|extract|excerpt)\b|\A(?:block)?quote\b", re.I)

_CLOSING = waiting(r"(?:\A|[ \t])#+\Z")
_CELL_RULE = waiting(r":?-+:?\Z")
_RULE_SIGNS = frozenset("|-: \t")

_TAGS = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt"
    "|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu"
    "|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr"
    "|track|ul"
)
_HTML = (
    (waiting(r"<(?:script|pre|style|textarea)(?=\s|>|\Z)", re.I), "</"),
    (waiting(r"<!--"), "-->"),
    (waiting(r"<\?"), "?>"),
    (waiting(r"<![A-Za-z]"), ">"),
    (waiting(r"<!\[CDATA\["), "]]>"),
    (waiting(rf"</?(?:{_TAGS})(?=\s|/?>|\Z)", re.I), ""),
)
_RAW_END = waiting(r"</(?:script|pre|style|textarea)>", re.I)
_BLANK = waiting(r"[ \t]*\Z")


def heading_words(text: str) -> str:
    """The words of an ATX heading, which come after its marks, without the marks that close it."""
    words = text.rstrip(" \t")
    closing = _CLOSING.search(words) if words.endswith("#") else None
    return words[: closing.start()].rstrip(" \t") if closing else words


def html_end(text: str, at: int, *, interrupting: bool) -> str | None:
    """What ends the block of HTML that begins at `at`: words to look for, "" for a blank line; None if none begins."""
    for opening, end in _HTML:
        if opening.match(text, at):
            return end
    tag = None if interrupting else TAG.match(text, at)
    return "" if tag and _BLANK.match(text, tag.end()) else None


def html_ends(text: str, end: str) -> bool:
    """Whether a line of a block of HTML is its last."""
    return _RAW_END.search(text) is not None if end == "</" else bool(end) and end in text


def columns_ruled(text: str) -> int:
    """How many columns the rule under a table's head has; 0 where it is none."""
    if not text or not _RULE_SIGNS.issuperset(text) or "-" not in text or (text[0] == "-" and text[1:2] in " \t"):
        return 0
    cells = text.split("|")
    inner = [cell.strip() for cell in cells]
    if not inner[0]:
        inner = inner[1:]
    if inner and not inner[-1]:
        inner = inner[:-1]
    return len(inner) if inner and all(map(_CELL_RULE.match, inner)) else 0


class Cell(NamedTuple):
    """A cell of a table's row: it begins at `start` of the row and ends before `end`."""

    start: int
    end: int


def row_cells(text: str) -> list[Cell]:
    """The cells of a row: parted by bars that no backslash stands before."""
    bounds: list[int] = []
    at = text.find("|")
    while at >= 0:
        if not at or text[at - 1] != "\\":
            bounds.append(at)
        at = text.find("|", at + 1)
    edges = [-1, *bounds, len(text)]
    cells = [Cell(left + 1, right) for left, right in pairwise(edges)]
    if cells and not text[cells[0].start : cells[0].end].strip():
        cells = cells[1:]
    if cells and not text[cells[-1].start : cells[-1].end].strip():
        cells = cells[:-1]
    return cells
