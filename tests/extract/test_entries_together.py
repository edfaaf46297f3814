"""Bibliographies whose entries follow each other without a blank line, as reports written by a machine have them."""

from __future__ import annotations

from holdwater.document import Document
from holdwater.extract import extract
from holdwater.read import read_bytes

LIST = "## References\n\n"


def markdown(text: str) -> Document:
    return read_bytes(text.encode(), "report.md", format="markdown")


def entries(text: str) -> dict[str, str]:
    return {one.id: one.raw for one in extract(markdown(text)).references if one.id.startswith("entry:")}


def test_numbered_entries_on_lines_of_one_paragraph_are_entries_of_their_own() -> None:
    text = "A [1] and [2].\n\n" + LIST + "[1] Doe, J. (2001). The Weir.\n[2] Roe, M. (2002). The Mill.\n"
    assert entries(text) == {"entry:1": "Doe, J. (2001). The Weir.", "entry:2": "Roe, M. (2002). The Mill."}


def test_a_number_in_brackets_that_is_not_the_next_one_belongs_to_its_entry() -> None:
    text = "A [1].\n\n" + LIST + "[1] Doe, J. (2001). The Weir [12] and the [3] Mills.\n[2] Roe, M. (2002). The Mill.\n"
    assert entries(text)["entry:1"] == "Doe, J. (2001). The Weir [12] and the [3] Mills."


def test_entries_with_keys_are_told_apart_as_well() -> None:
    text = "A [Doe01].\n\n" + LIST + "[Doe01] Doe, J. (2001). The Weir.\n[Roe02] Roe, M. (2002). The Mill.\n"
    assert set(entries(text)) == {"entry:Doe01", "entry:Roe02"}


def test_an_entry_with_a_label_in_words_is_one_entry() -> None:
    text = "A [SSH-TRANS].\n\n" + LIST + "[SSH-TRANS] Doe, J. (2001). The Weir.\n"
    assert entries(text) == {"entry:SSH-TRANS": "Doe, J. (2001). The Weir."}


def attributed(line: str) -> tuple[str, ...]:
    text = f"Intro.\n\n> The weir was never mended by the town.\n>\n> {line}\n\nMore.\n"
    extraction = extract(markdown(text))
    (quotation,) = extraction.quotations
    names = [extraction.citation(one).references for one in quotation.citations]
    return tuple(str(extraction.reference(name).csl.get("title")) for group in names for name in group)  # type: ignore[union-attr]


def test_the_line_under_a_block_quotation_names_its_work() -> None:
    assert attributed("— Jane Doe, *The Water Works*, p. 3") == ("The Water Works",)


def test_the_locator_of_that_line_is_kept() -> None:
    text = "Intro.\n\n> The weir was never mended.\n>\n> — Jane Doe, *The Water Works*, p. 3\n"
    extraction = extract(markdown(text))
    locator = extraction.citation(extraction.quotations[0].citations[0]).locator
    assert locator is not None
    assert (locator.label, locator.value) == ("page", "3")


def test_a_name_alone_under_a_block_quotation_is_a_speaker_and_no_work() -> None:
    assert attributed("— Jane Doe") == ()


def test_a_work_of_the_bibliography_is_not_made_twice() -> None:
    text = (
        "Intro [1].\n\n> The weir was never mended by the town.\n>\n> — Doe, *The Water Works*, p. 3\n\n"
        + LIST
        + "[1] Doe, J. *The Water Works*. 2001.\n"
    )
    extraction = extract(markdown(text))
    assert [one.id for one in extraction.references] == ["entry:1"]


def test_a_link_on_a_number_is_called_by_its_address() -> None:
    extraction = extract(markdown("It says “the weir was never mended” [[1](https://example.org/weir)].\n"))
    assert [one.raw for one in extraction.references] == ["https://example.org/weir"]
