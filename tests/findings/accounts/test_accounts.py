"""What is compared at all: the document's own words, not those of others, nor what it calls wrong itself."""

from __future__ import annotations

import pytest

from findings.accounts.accounting import found_in, kinds_in
from holdwater.document import Document
from holdwater.extract import extract
from holdwater.findings.accounts.accounts import discrepancies
from holdwater.findings.accounts.model import DiscrepancyKind

OFF = "Of the 300 girls, 120 went home, 50 stayed and the remaining 170 were moved."


def test_a_discrepancy_names_the_stated_the_computed_and_the_way_between_them() -> None:
    text = OFF
    [one] = found_in(text)
    assert one.kind is DiscrepancyKind.SUM
    assert (one.stated, one.computed, one.formula) == ("300 girls", "340", "120 + 50 + 170 = 340")
    assert one.span.of(text) == "300 girls"
    assert [span.of(text) for span in one.others] == ["120", "50", "170"]


def test_several_discrepancies_come_in_the_order_of_the_text() -> None:
    text = f"The shop was closed on 31 June 2019.\n\n{OFF}\n\nFrom 2010 to 2005 he worked in Ely."
    assert kinds_in(text) == [DiscrepancyKind.IMPOSSIBLE, DiscrepancyKind.SUM, DiscrepancyKind.ORDER]


def test_what_stands_in_a_quotation_of_others_is_passed_over() -> None:
    assert kinds_in(f"Mary Doe writes: “{OFF}” Nobody has asked her since.") == []


def test_what_stands_in_a_block_quotation_is_passed_over() -> None:
    assert kinds_in(f"Mary Doe writes:\n\n> {OFF}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        f"{OFF} This is wrong.",
        "The report wrongly says that of the 300 girls, 120 went home, 50 stayed and the remaining 170 were moved.",
        "A clerk dated it 31 June 2019 by mistake.",
        "31 June 2019 does not exist.",
    ],
)
def test_what_the_document_itself_calls_wrong_is_passed_over(text: str) -> None:
    assert kinds_in(text) == []


def test_numbers_of_two_paragraphs_are_not_one_account() -> None:
    assert kinds_in("Of the 300 girls, 120 went home.\n\nThe remaining 170 were moved.") == []


def test_a_document_without_numbers_has_no_discrepancies() -> None:
    document = Document("Nothing is counted here.")
    assert discrepancies(document, extract(document)) == ()


def test_headings_code_and_tables_are_not_read() -> None:
    assert kinds_in("# From 2010 to 2005\n\n    from 2010 to 2005\n\nWords.") == []


def test_private_use_characters_of_a_document_are_not_taken_for_letters_of_a_sketch() -> None:
    assert kinds_in("The \ue000 of \uec00 from \ue000 to \ue001, a fall of \ue002, was never counted in 2019.") == []
