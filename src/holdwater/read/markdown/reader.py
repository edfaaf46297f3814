"""Markdown, with footnotes, tables, front matter and pandoc's citations.

`scan.py` finds the blocks, `inline.py` reads what is in each of them, `text.py` writes the document; every character
keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from holdwater.document import Document
from holdwater.patterns import waiting
from holdwater.read.markdown.bibliography import Bibliography
from holdwater.read.markdown.front_matter import front_matter
from holdwater.read.markdown.glued import glued_marks
from holdwater.read.markdown.parts import settle_parts
from holdwater.read.markdown.rows import rows_as_entries
from holdwater.read.markdown.scan import read_blocks
from holdwater.read.markdown.text import Facts, Writer

_RAISED_ENTRY = waiting(
    r"^[ \t>]*[¹²³⁴⁵⁶⁷⁸⁹]|^(?:#{1,6}[ \t]+|\*\*)(?:\d{1,2}\.?[ \t]+)?"
    r"(?:notes|footnotes|endnotes|references|sources|works cited|bibliography|citations)\b",
    re.M | re.I,
)
"""What says that notes are numbered, so that raised digits are their marks."""


def read(raw: str, name: str, beside: Callable[[str], str | None] | None = None) -> Document:
    """Read Markdown.

    Args:
        raw: the file's decoded content.
        name: what reports call it.
        beside: gives the text of a file in the document's folder, for the bibliographies that it names.

    Returns:
        The document: body first, then the notes' texts in the order of the file. Inline syntax is not in the text: it
        has become marks, each character keeps its place.

    Raises:
        ReadError: lists or quotations are nested deeper than a hundred levels.
    """
    front = front_matter(raw)
    blocks = read_blocks(raw, front.end, name)
    leaves = rows_as_entries(raw, settle_parts(blocks.leaves))
    facts = Facts(
        blocks.definitions,
        front.fields,
        pandoc=bool(front.bibliographies or front.records),
        raised=_RAISED_ENTRY.search(raw) is not None,
        glued=glued_marks(raw, leaves),
    )
    writer = Writer(raw, facts)
    for leaf in leaves:
        writer.write(leaf)
    return writer.finish(name, Bibliography(front, beside))
