"""A block of HTML in a Markdown file: its words, without the tags."""

from __future__ import annotations

import re
from html import unescape

from holdwater.document import MarkKind
from holdwater.read.markdown.html import InlineTags
from holdwater.read.markdown.inline import Inline, InlineMark, Piece
from holdwater.read.markdown.links import ENTITY, TAG

_SPECIAL = re.compile(r"[<&\n]")
_UNSEEN = re.compile(r"<(script|style|template)\b", re.I)


def read_html(text: str) -> Inline:
    """Read a block of HTML: tags stripped, entities decoded, comments as marks, scripts and styles left out."""
    found = Inline()
    tags = InlineTags(text)
    at = 0
    while at < len(text):
        special = _SPECIAL.search(text, at)
        stop = special.start() if special else len(text)
        if stop > at:
            found.pieces.append(Piece(at, stop))
        if not special:
            break
        at = _step(text, stop, tags, found)
    if not any(text[piece.start : piece.end].strip() for piece in found.pieces):
        found.pieces.clear()
    return found


def _step(text: str, at: int, tags: InlineTags, found: Inline) -> int:
    if text[at] == "\n":
        found.pieces.append(Piece(at, at + 1, " "))
        return at + 1
    if text[at] == "&":
        entity = ENTITY.match(text, at)
        if entity:
            found.pieces.append(Piece(at, entity.end(), unescape(entity[0])))
            return entity.end()
    comment = tags.comment(at)
    if comment is not None:
        if comment[0]:
            found.marks.append(InlineMark(MarkKind.COMMENT, at, at, comment[0]))
        return comment[1]
    return _past_tag(text, at, found)


def _past_tag(text: str, at: int, found: Inline) -> int:
    unseen = _UNSEEN.match(text, at)
    if unseen:
        close = re.compile(rf"</{unseen[1]}\b", re.I).search(text, at)
        return close.start() if close else len(text)
    tag = TAG.match(text, at)
    if tag:
        return tag.end()
    found.pieces.append(Piece(at, at + 1))
    return at + 1
