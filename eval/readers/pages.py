"""The origins of HTML and XHTML pages: whether each character of our text stands in the file where we say it does.

How it is counted. Every `.html`, `.htm` and `.xhtml` file of the formats' data is read by itself. Of each block of its
text, every character is looked up: it is right if the same character stands at its origin, if both are white space (or
a `<br>` stands there), or if the file writes it as an entity there. `pages_origins` counts pages, and one with a single
character out of place is wrong; a page whose reading breaks a law of documents (blocks in order and apart) is too.
"""

from __future__ import annotations

from collections.abc import Iterator

from eval import data
from eval.measure import Measure, Miss
from holdwater.document import Document, Span
from holdwater.read.html import read


def measures() -> Iterator[Measure]:
    """The measure of this module, over every page."""
    origins = Measure("pages_origins", "HTML pages with every character of the text where its origin says")
    for path in sorted((data.root() / "formats").rglob("*")):
        if path.suffix in (".html", ".htm", ".xhtml"):
            raw = path.read_bytes().decode("utf-8")
            document = read(raw, path.name)
            wrong = misplaced(document, raw)
            detail = f"{len(wrong)} characters, the first at {wrong[0]} of {path.name}" if wrong else ""
            origins.count(not wrong, Miss(str(path.relative_to(data.root())), "out of place", detail))
    yield origins


def misplaced(document: Document, raw: str) -> list[int]:
    """The offsets of characters whose origin is another character, or that stand in two blocks."""
    wrong: list[int] = []
    end = 0
    for block in document.blocks:
        wrong += [block.span.start] if block.span.start < end else []
        end = block.span.end
        wrong += [at for at in range(block.span.start, end) if not _right(document, raw, at)]
    return wrong


def _right(document: Document, raw: str, at: int) -> bool:
    assert document.origins is not None
    place = document.origins.raw_span(Span(at, at + 1)).start
    char, there = document.text[at], raw[place : place + 1]
    return char == there or there == "&" or (char.isspace() and (there.isspace() or there in ("", "<")))
