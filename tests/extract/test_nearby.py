"""Whether a quotation's citations are its own sentence's, or only its paragraph's."""

from __future__ import annotations

from document_factory import Read


def nearby(text: str) -> bool:
    (quotation,) = Read(text).extraction.quotations
    return quotation.nearby


def test_a_citation_in_the_sentence_is_the_quotations_own() -> None:
    text = "The clerk wrote “the weir was never mended by the town” (Doe 2019, p. 4). It rained."
    assert not nearby(text)


def test_a_citation_elsewhere_in_the_paragraph_is_only_near() -> None:
    text = (
        "The weir is old (Doe 2019, p. 4). Nobody asked about it for years and years. "
        "The clerk said then that “the weir was never mended by the town” and left the room. It rained on."
    )
    assert nearby(text)
