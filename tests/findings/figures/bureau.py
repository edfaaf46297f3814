"""A sentence that cites one source, and what is said of its figures."""

from __future__ import annotations

from collections.abc import Mapping

from holdwater.document import Document
from holdwater.extract import extract
from holdwater.extract.quantities.model import Quantity
from holdwater.extract.quantities.reading import read_measured
from holdwater.findings.figures.consult import consult_figures
from holdwater.findings.figures.model import FigureVerdict
from holdwater.read import read_bytes
from holdwater.sources.model import Source
from holdwater.sources.shelf import Shelf
from holdwater.sources.tie import tie


def quantity(text: str) -> Quantity:
    """The first quantity of a text."""
    return read_measured(text).quantities[0]


def shelf_of(sources: Mapping[str, str | Document]) -> Shelf:
    """Sources by their author's name, each called "The <name> Papers" of 2001."""
    pairs = []
    for name, text in sources.items():
        csl = {"title": f"The {name} Papers", "author": [{"family": name}], "issued": {"date-parts": [[2001]]}}
        pairs.append((Source(name, f"{name}.txt", csl), text if isinstance(text, Document) else Document(text)))
    return Shelf.from_documents(pairs)


def verdicts(draft: str, shelf: Shelf, *cited: str) -> tuple[FigureVerdict, ...]:
    """The verdicts on a draft in Markdown whose note [^1], [^2] … is each of these authors' papers."""
    notes = "\n\n".join(f"[^{at}]: {name}, *The {name} Papers* (2001)." for at, name in enumerate(cited, 1))
    document = read_bytes(f"{draft}\n\n{notes}\n".encode(), "draft.md")
    extraction = extract(document)
    return consult_figures(document, extraction, tie(extraction.references, shelf.sources), shelf)


def said(sentence: str, passage: str | Document) -> list[FigureVerdict]:
    """The verdicts on a sentence that cites a passage."""
    return list(verdicts(f"{sentence}[^1]", shelf_of({"Wray": passage}), "Wray"))


def relation(sentence: str, passage: str | Document) -> str:
    """The relation of a sentence's last figure to the passage that it cites."""
    found = said(sentence, passage)
    return found[-1].relation.value if found else ""
