"""Reads plain text: pasted essays with glued note marks, hard-wrapped books, e-mail, RFCs."""

from __future__ import annotations

import re

from holdwater.document import BlockKind, Document
from holdwater.patterns import waiting
from holdwater.read.plain.books import emphasis_cuts, find_footnotes, set_apart
from holdwater.read.plain.build import build
from holdwater.read.plain.draft import Draft, without
from holdwater.read.plain.layout import lay_out, measure
from holdwater.read.plain.lines import Line, split_lines, undouble
from holdwater.read.plain.mail import set_mail_apart
from holdwater.read.plain.notes import find_marks, find_notes
from holdwater.read.plain.page_marks import page_cuts
from holdwater.read.plain.pages import cut_pages
from holdwater.read.plain.rfc import is_rfc, lay_out_rfc
from holdwater.read.plain.rfc_pages import cut_rfc_pages

_FIELD = waiting(r"(title|author|date|url|doi):\s+(\S.{0,300})", re.IGNORECASE)
_HEADER_LINES = 40  # Project Gutenberg's header is about twenty


def read(raw: str, name: str) -> Document:
    """Read a plain text.

    Args:
        raw: the file's content, already decoded.
        name: what reports call the document.

    Returns:
        Its text in blocks, with note marks cut out of the words that they are glued to where the order of the numbers
        settles what they are, and left in, marked ambiguous, where it does not.
    """
    lines = split_lines(raw)
    if is_rfc(lines):
        return _read_rfc(raw, name, lines)
    lines, pages = cut_pages(raw, lines)
    lines = undouble(lines)
    shape = measure(lines)
    drafts = lay_out(lines, shape)
    metadata = set_mail_apart(raw, drafts) or _fields(lines) or _title(drafts)
    set_apart(drafts)
    notes = find_footnotes(raw, drafts) or find_notes(raw, drafts, wrapped=shape.wrapped)
    numbered = [] if pages else page_cuts(raw, notes.drafts)
    notes.cuts = without(notes.cuts, numbered) + numbered + emphasis_cuts(raw, notes.drafts)
    return build(raw, name, notes, pages, metadata)


def _read_rfc(raw: str, name: str, lines: list[Line]) -> Document:
    """An RFC: its pages cut out, its references kept as blocks of their own; its brackets are citations, not notes."""
    kept, pages = cut_rfc_pages(raw, lines)
    drafts, metadata = lay_out_rfc(kept)
    return build(raw, name, find_marks(raw, drafts), pages, metadata)


def _fields(lines: list[Line]) -> dict[str, str]:
    """What "Title: …" and "Author: …" at the head of a file say."""
    found: dict[str, str] = {}
    for line in lines[:_HEADER_LINES]:
        match = _FIELD.fullmatch(line.text[:320])
        if match:
            found.setdefault(match[1].lower(), match[2])
    return found if "title" in found else {}


def _title(drafts: list[Draft]) -> dict[str, str]:
    """The heading that a text begins with is its title."""
    if len(drafts) > 1 and drafts[0].kind is BlockKind.HEADING:
        return {"title": " ".join(line.text for line in drafts[0].lines)}
    return {}
