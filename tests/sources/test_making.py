"""The day a file was made is no year of its work, and the name of a file no title. All works are invented."""

from __future__ import annotations

import pytest
from test_heads import PROSE, tied_to

from holdwater.document import Document
from holdwater.sources.described import csl_of, identifiers_of
from holdwater.sources.filenames import is_file_name
from holdwater.sources.model import Source, TieStatus

CITED = "Edda Voss, “The Warden’s Purse,” in *Weirs and Wardens*, ed. Jon Poe (Marden: Corn Press, 2009), 95–110."
HOLDER = "Chapter 4 of Weirs and Wardens, edited by Jon Poe (Marden: Corn Press, 2009), pp. 95–110"


def in_word(
    *head: str, title: str = "The Warden’s Purse", made: str = "2021-05-03", name: str = "purse.docx"
) -> Source:
    """A Word file with this head, made on this day."""
    text = "\n\n".join((title, *head)) + PROSE
    document = Document(
        text, name="purse.docx", format="docx", metadata={"title": title, "author": "Edda Voss", "date": made}
    )
    return Source("purse", "purse.docx", csl_of(document), identifiers_of(document))


@pytest.mark.parametrize("head", [(), ("Edda Voss",), ("Edda Voss", HOLDER), ("Edda Voss", "May 2009")])
def test_a_work_older_than_its_file_is_tied_by_what_the_text_says(head: tuple[str, ...]) -> None:
    tied = tied_to(CITED, in_word(*head))

    assert tied.status is TieStatus.TIED, tied.reason


def test_the_year_at_the_head_goes_before_the_year_of_the_file() -> None:
    source = in_word("Edda Voss", HOLDER)

    assert source.csl["issued"] == {"date-parts": [[2009]]}
    assert tied_to("Edda Voss, “The Warden’s Purse”, Marden Lantern, 2016.", source).status is TieStatus.MISSING


def test_a_file_older_than_the_cited_work_is_not_that_work() -> None:
    tied = tied_to("Edda Voss, “The Warden’s Purse”, Marden Lantern, 2016.", in_word("Edda Voss", made="2011-02-01"))

    assert tied.lacking == "the year differs (2011, not 2016)"


def test_a_title_that_says_little_is_not_tied_without_a_year() -> None:
    source = in_word("Edda Voss", title="Annual Report")

    assert tied_to("Edda Voss, Annual Report (2009).", source).status is TieStatus.MISSING


@pytest.mark.parametrize(
    ("title", "file"),
    [
        ("purse.html", "mwr-12.pdf"),
        ("Microsoft Word - purse_final.doc", "mwr-12.pdf"),
        ("The warden's purse (3rd draft).docx", "mwr-12.pdf"),
        ("mwr-12-95", "papers/MWR-12-95.pdf"),
        ("purse_v2", "mwr-12.pdf"),
    ],
)
def test_the_name_of_a_file_is_no_title(title: str, file: str) -> None:
    assert is_file_name(title, file)


@pytest.mark.parametrize(
    ("title", "file"),
    [
        ("The Warden's Purse", "The Warden's Purse.pdf"),
        ("Orchards", "orchards.pdf"),
        ("1984", "1984.epub"),
        ("Mill-12", "voss.pdf"),
        ("A Year at Weirs.org", "voss.pdf"),
        ("What is weirs.txt", "voss.pdf"),
        ("", "voss.pdf"),
    ],
)
def test_a_title_of_one_word_or_with_a_dot_is_a_title(title: str, file: str) -> None:
    assert not is_file_name(title, file)


@pytest.mark.parametrize("form", ["pdf", "html", "docx"])
def test_a_text_whose_title_is_the_name_of_a_file_is_known_by_its_head(form: str) -> None:
    text = f"95\n\nMarden Water Review 12 (2009)\n\nThe Warden’s Purse: Who Paid for the Weirs\n\nEdda Voss{PROSE}"
    document = Document(text, name="mwr-12.pdf", format=form, metadata={"title": "purse_draft.html"})
    source = Source("mwr-12", "mwr-12.pdf", csl_of(document))

    assert tied_to("E. Voss, “The Warden’s Purse: Who Paid for the Weirs”, MWR 12 (2009).", source).source == "mwr-12"
    assert tied_to("E. Voss, “The Warden’s Purse: Who Built the Weirs”, MWR 12 (2009).", source).source == ""
