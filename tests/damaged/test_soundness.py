"""What fuzzing holds every document to."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz.soundness import faults

from holdwater.document import Block, BlockKind, Document, Mark, MarkKind, Note, Span
from holdwater.read import read_file
from holdwater.read.formats import PANDOC_FORMATS, suffix_format

TEXTS = Path(__file__).parents[1] / "formats" / "texts"


@pytest.mark.parametrize(
    "path", [path for path in sorted(TEXTS.glob("mill.*")) if suffix_format(path.name) not in PANDOC_FORMATS], ids=str
)
def test_the_one_text_is_sound_in_every_format(path: Path) -> None:
    assert faults(read_file(path)) == []


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        (Document("one", blocks=(Block(Span(0, 9), BlockKind.PARAGRAPH),)), "out of the text"),
        (
            Document("one two", blocks=(Block(Span(4, 7), BlockKind.CODE), Block(Span(0, 3), BlockKind.CODE))),
            "out of order",
        ),
        (
            Document("one", marks=(Mark(Span(2, 2), MarkKind.LINK), Mark(Span(1, 1), MarkKind.LINK))),
            "marks out of order",
        ),
        (Document("one", marks=(Mark(Span(1, 1), MarkKind.NOTE, "1", "n9"),)), "leads to no note"),
        (Document("one", notes=(Note("n", "1", Span(0, 1)), Note("n", "2", Span(1, 2)))), "two notes with one id"),
        (Document("a\ud800"), "surrogate"),
    ],
)
def test_what_is_unsound_is_named(document: Document, fault: str) -> None:
    assert any(fault in line for line in faults(document))
