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


def block_is_nearby(before: str, after: str = "So much for that.") -> bool:
    (quotation,) = Read(f"{before}\n\n> The weir was never mended by the town.\n\n{after}").extraction.quotations
    return quotation.nearby


def test_a_block_takes_the_citation_of_the_words_that_lead_to_it() -> None:
    assert not block_is_nearby("Doe (2019) writes:")


def test_a_citation_in_a_paragraph_that_leads_to_nothing_is_only_near_the_block_after_it() -> None:
    assert block_is_nearby("The town was poor (Doe 2019, p. 4).")


def test_a_citation_on_the_line_after_a_block_is_its_own() -> None:
    assert not block_is_nearby("The town was poor.", "(Doe 2019, p. 4)")
