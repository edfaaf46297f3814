"""Texts that are made to be slow or strange: a second each at most, and nothing swallowed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clock import within_seconds
from holdwater.document import Block, BlockKind, Document, Note, Part, Span
from holdwater.extract import extract

SIZE = 50_000
SECONDS = 1.0
"""Generous: a quadratic pass over this much text takes minutes, and the machines that run tests are slow and busy."""

PIECES = [
    *"\"“”'‘«[( .1aA;,—\n\\", "``", '"a" ', "“a b c d e f” ", "[1] ", "[RFC1] ", "(Doe 2019) ", "Doe (2019) ",
    "1 U.S. 2, ", "Id., at 3. ", "RFC 1 ", "http://a.b/c ", "doi:10.1000/", "Aa Bb ", ". A", '"x\n\n', "(((Doe 2019",
    "Jane Doe writes:\n\n", "Doe says “a b c d” ", "Section 1 of ", "A v. B, 1 U.S. 2. ", "[…]\n\n", "Doe, Doe, ",
    "pp. 1, 2, ",
]  # fmt: skip


def whole(text: str, kind: BlockKind) -> Document:
    span = Span(0, len(text))
    part = {BlockKind.NOTE: Part.NOTES, BlockKind.REFERENCE: Part.REFERENCES}.get(kind, Part.BODY)
    notes = (Note("n1", "1", span),) if kind is BlockKind.NOTE else ()
    return Document(text, blocks=(Block(span, kind, part),), notes=notes)


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_run_of_one_thing_takes_a_second_at_most(piece: str) -> None:
    text = piece * (SIZE // len(piece))
    within_seconds(SECONDS, lambda: extract(Document(text)))


@pytest.mark.parametrize("kind", [BlockKind.NOTE, BlockKind.REFERENCE, BlockKind.QUOTE])
@pytest.mark.parametrize(
    "piece",
    [
        "“a b c d e f” ",
        "Doe, The Dam (",
        "Aa, ",
        "http://a.b/c ",
        "(1999) ",
        ": 1999",
        "— A",
        "Aa B, ",
        "“Aa,” 1.",
        "Aa; ",
    ],
)
def test_a_long_note_entry_or_block_takes_a_second_at_most(piece: str, kind: BlockKind) -> None:
    text = piece * (SIZE // 3 // len(piece))
    within_seconds(SECONDS, lambda: extract(whole(text, kind)))


def test_a_quotation_of_fifty_thousand_words_is_one_quotation() -> None:
    extraction = extract(Document("She said “" + "the water rose " * 17_000 + "again” [RFC1]."))
    assert len(extraction.quotations) == 1


def test_an_empty_document_has_nothing() -> None:
    extraction = extract(Document(""))
    assert (extraction.citations, extraction.references, extraction.quotations, extraction.set_aside) == (
        (),
        (),
        (),
        (),
    )


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from([*PIECES, "word ", "\n\n", "She said, ", "the water was high"]), max_size=40))
def test_whatever_the_text_ids_and_spans_fit(pieces: list[str]) -> None:
    text = "".join(pieces)
    extraction = extract(Document(text))
    known = {each.id for each in extraction.references}
    assert len(known) == len(extraction.references)
    assert [each.id for each in extraction.citations] == list(range(len(extraction.citations)))
    assert [each.id for each in extraction.quotations] == list(range(len(extraction.quotations)))
    for citation in extraction.citations:
        assert citation.span.end <= len(text)
        assert set(citation.references) <= known
    for quotation in extraction.quotations:
        assert quotation.spans
        assert all(quotation.span.covers(span) and len(span) for span in quotation.spans)
        assert set(quotation.citations) <= set(range(len(extraction.citations)))
