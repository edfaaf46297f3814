"""Markdown, with footnotes, tables, front matter and pandoc's citations.

markdown-it reads the blocks; the inline syntax is read by `markdown_inline`, which keeps every character's place.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from holdwater.document import Document
from holdwater.document.origin import line_starts
from holdwater.errors import ReadError
from holdwater.read.markdown.blocks import leaves
from holdwater.read.markdown.front_matter import front_matter
from holdwater.read.markdown.source import Lines
from holdwater.read.markdown.text import Writer

MAX_NESTING = 100
"""How deep blocks may stand in each other: the block parser calls itself at each level, and drops what is deeper."""


def read(raw: str, name: str) -> Document:
    """Read Markdown.

    Args:
        raw: the file's decoded content.
        name: what reports call it.

    Returns:
        The document: body first, then the notes' texts in the order of the file. Inline syntax is not in the text: it
        has become marks, each character keeps its place.

    Raises:
        ReadError: lists or quotations are nested deeper than the block parser follows.
    """
    metadata, begin = front_matter(raw)
    starts = [start for start in line_starts(raw) if start >= begin]
    if not starts or starts[0] > begin:
        starts.insert(0, begin)
    env: dict[str, Any] = {}
    tokens: list[Any] = []
    parser = _parser()
    parser.block.parse(raw[begin:].replace("\r\n", "\n").replace("\r", "\n"), parser, env, tokens)
    if any(token.nesting == 1 and token.level >= MAX_NESTING - 1 for token in tokens):
        raise ReadError("lists or quotations nested too deep", where=name, mend="take out some of the levels")
    references = {label: str(entry["href"]) for label, entry in env.get("references", {}).items()}
    writer = Writer(references, pandoc="bibliography" in metadata or "references" in metadata)
    for leaf in leaves(tokens, Lines(raw, starts)):
        writer.write(leaf)
    document = writer.finish(raw, name, metadata)
    if "title" not in metadata and writer.first_heading:
        return replace(document, metadata={**document.metadata, "title": writer.first_heading})
    return document


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table").use(footnote_plugin)
