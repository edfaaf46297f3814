"""Markdown, with footnotes, tables, front matter and pandoc's citations.

`scan.py` finds the blocks, `inline.py` reads what is in each of them, `text.py` writes the document; every character
keeps its place.
"""

from __future__ import annotations

from dataclasses import replace

from holdwater.document import Document
from holdwater.read.markdown.front_matter import front_matter
from holdwater.read.markdown.scan import read_blocks
from holdwater.read.markdown.text import Writer


def read(raw: str, name: str) -> Document:
    """Read Markdown.

    Args:
        raw: the file's decoded content.
        name: what reports call it.

    Returns:
        The document: body first, then the notes' texts in the order of the file. Inline syntax is not in the text: it
        has become marks, each character keeps its place.

    Raises:
        ReadError: lists or quotations are nested deeper than a hundred levels.
    """
    metadata, begin = front_matter(raw)
    blocks = read_blocks(raw, begin, name)
    references = {label: found.address for label, (found, _) in blocks.definitions.items()}
    writer = Writer(references, pandoc="bibliography" in metadata or "references" in metadata)
    for leaf in blocks.leaves:
        writer.write(leaf)
    document = writer.finish(raw, name, metadata)
    if "title" not in metadata and writer.first_heading:
        return replace(document, metadata={**document.metadata, "title": writer.first_heading})
    return document
