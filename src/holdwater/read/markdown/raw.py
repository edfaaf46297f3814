"""A block of HTML in a Markdown file: its words, without the tags, a stretch for each block that the tags make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import count

from holdwater.document import BlockKind, MarkKind
from holdwater.patterns import waiting
from holdwater.read.markdown.html import InlineTags
from holdwater.read.markdown.links import ENTITY, TAG
from holdwater.read.markdown.scanner import Context, Inline, Piece, Scanner
from holdwater.read.markdown.signs import close_tag

_SPECIAL = waiting(r"[<&]")
_UNSEEN = waiting(r"<(script|style|template)\b", re.I)
_CLOSES = {name: waiting(rf"</{name}\b", re.I) for name in ("script", "style", "template")}
_BREAKS = frozenset(
    "address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr li main nav ol p section summary table tbody td tfoot th thead tr ul".split()
)
_KINDS = {
    "li": BlockKind.LIST_ITEM, "td": BlockKind.TABLE, "th": BlockKind.TABLE, "caption": BlockKind.CAPTION,
    "figcaption": BlockKind.CAPTION, **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one block of HTML's holds: its kind, a heading's level, and its content."""

    kind: BlockKind
    level: int
    inline: Inline


class HtmlBlocks:
    """Reads the blocks of HTML of one file. Block quotations may begin in one and end in another."""

    def __init__(self, raw: str) -> None:
        self.quotes = 0
        self.group = 0
        self._closings = len(re.findall("</blockquote", raw, re.I)) if "</" in raw else 0
        self._groups = count(-1, -1)  # the scanner's own count from 1

    def read(self, text: str) -> Iterator[Stretch]:
        """The stretches of a block; `quotes` and `group` are those of each as it is yielded."""
        scan = Scanner(text, 0, len(text), Context({}))
        kind, level = BlockKind.PARAGRAPH, 0
        while scan.at < scan.end:
            special = _SPECIAL.search(text, scan.at)
            stop = special.start() if special else scan.end
            scan.keep(scan.at, stop)
            if not special:
                break
            scan.at = stop
            tag = TAG.match(text, stop)
            name = tag[1].lower() if tag else ""
            if tag is None or name not in _BREAKS:
                scan.at = _step(scan, stop, tag)
                continue
            yield Stretch(kind, level, _flush(scan))
            scan.at = tag.end()
            closing = text.startswith("</", stop)
            kind = BlockKind.PARAGRAPH if closing else _KINDS.get(name, kind)
            level = int(name[1]) if kind is BlockKind.HEADING and not closing and name[1:].isdigit() else 0
            if name == "blockquote":
                self._quote(closing=closing)
        yield Stretch(kind, level, _flush(scan))

    def _quote(self, *, closing: bool) -> None:
        if closing:
            self.quotes = max(0, self.quotes - 1)
        elif self._closings:  # one that is never closed quotes nothing
            self._closings -= 1
            self.quotes += 1
            self.group = next(self._groups) if self.quotes == 1 else self.group


def _flush(scan: Scanner) -> Inline:
    """What was found since the last block's begin or end."""
    done = scan.found
    scan.found = Inline()
    scan.pieces, scan.marks = scan.found.pieces, scan.found.marks
    scan.tags = InlineTags(scan.text, scan.tags)
    if not any(
        (scan.text[piece.start : piece.end] if piece.text is None else piece.text).strip() for piece in done.pieces
    ):
        done.pieces.clear()
    return done


def _step(scan: Scanner, at: int, tag: re.Match[str] | None) -> int:
    """An entity, a comment, or a tag that makes no block."""
    if scan.text[at] == "&":
        entity = ENTITY.match(scan.text, at)
        if not entity:
            return scan.literal(at)
        scan.pieces.append(Piece(at, entity.end(), unescape(entity[0])))
        return entity.end()
    comment = scan.tags.comment(at)
    if comment is not None:
        if comment[0]:
            scan.mark(MarkKind.COMMENT, at, at, comment[0])
        return comment[1]
    unseen = _UNSEEN.match(scan.text, at)
    if unseen:
        close = _CLOSES[unseen[1].lower()].search(scan.text, at)
        return close.start() if close else scan.end
    return close_tag(scan, at, tag.end(), tag[1].lower()) if tag else scan.literal(at)
