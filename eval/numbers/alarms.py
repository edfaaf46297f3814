"""False alarms on real documents: court opinions, RFCs and Standard Ebooks, read and checked as a user's would be.

Their sums, changes, durations and dates are right, or at least nobody has found them wrong; so every finding of the
rules inside a document (NUM2xx, DAT1xx) and of statistics (NUM3xx) on one is counted as false, a sentence. With the
opinions in hand that an opinion cites, findings against a source (NUM1xx, DAT103) are counted as well.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from typing import TypeVar

from eval import data
from eval.clean import cited_by
from eval.measure import Measure, Miss
from eval.numbers.drafts import said, shown
from holdwater import check
from holdwater.document import Document
from holdwater.read import read_bytes, read_file
from holdwater.sources.shelf import Shelf

OPINIONS = 60
RFCS = 60
"""Taken by a fixed seed. All Standard Ebooks are taken."""
_SEED = 20_260
_Item = TypeVar("_Item")


def measures() -> Iterator[Measure]:
    """Findings a sentence: a measure for each kind of document, and one with sources."""
    for name, says, documents in (
        ("alarms_opinions", "numbers and dates flagged in court opinions, a sentence", _opinions()),
        ("alarms_rfcs", "numbers and dates flagged in RFCs, a sentence", _rfcs()),
        ("alarms_books", "numbers and dates flagged in Standard Ebooks, a sentence", _books()),
        ("alarms_sourced", "numbers flagged in opinions, with those they cite in hand", _sourced()),
    ):
        measure = Measure(name, says, ceiling=True)
        for document, shelf in documents:
            count(measure, document, shelf)
        yield measure


def count(measure: Measure, document: Document, shelf: Shelf | None) -> None:
    """Count a document's sentences, and each finding on its numbers and dates as a miss."""
    measure.total += document.text.count(". ") + document.text.count(".\n")
    for finding in said(check(document, shelf).findings):
        start, end = finding.span.start, finding.span.end
        words = document.text[max(0, start - 60) : end + 60].replace("\n", " ")
        measure.misses.append(Miss(f"{document.name}: {words}", finding.code, shown([finding])))


def _opinions() -> Iterator[tuple[Document, None]]:
    for name in drawn(sorted(data.opinions()), OPINIONS):
        yield _opinion(name), None


def _opinion(name: str) -> Document:
    return read_bytes(data.opinions()[name]["text"].encode(), f"{name}.txt", format="plain")


def _sourced() -> Iterator[tuple[Document, Shelf]]:
    labels: dict[str, list[data.Row]] = defaultdict(list)
    for row in data.rows("scotus", "quotes"):
        labels[row["citing"]].append(row)
    for name in drawn(sorted(name for name in labels if name in data.opinions()), OPINIONS):
        yield _opinion(name), cited_by(labels[name], name)


def _rfcs() -> Iterator[tuple[Document, None]]:
    for path in drawn(sorted((data.root() / "rfc" / "txt").glob("*.txt.gz")), RFCS):
        yield read_file(path), None


def _books() -> Iterator[tuple[Document, None]]:
    for path in sorted((data.root() / "formats" / "standardebooks").glob("*/src/epub/text/*.xhtml")):
        yield read_file(path), None


def drawn(items: list[_Item], number: int) -> list[_Item]:
    """So many of the items, the same ones each time."""
    return random.Random(_SEED).sample(items, min(number, len(items)))
