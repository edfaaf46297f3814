"""The works that notes name, looked up again by Ibid. and short titles."""

from __future__ import annotations

import pytest
from document_factory import Read

from holdwater.extract import extract
from holdwater.extract.people import families
from holdwater.read import read_bytes

FULL = "Jane Doe, The Water Works (London: Acme, 1999), p. 12."


def works(*notes: str) -> Read:
    body = " ".join(f"It broke.{{{number}}}" for number, _ in enumerate(notes, 1))
    return Read("\n\n".join([body, *(f"{{{number}}}: {note}" for number, note in enumerate(notes, 1))]))


def pages(read: Read) -> list[str]:
    return [each.locator.value if each.locator else "" for each in read.extraction.citations]


@pytest.mark.parametrize(
    "again",
    [
        "Ibid., p. 14.",
        "Ibid., 14.",
        "ibid. p. 14",
        "Id., at 14.",
        "Doe, The Water Works, p. 14.",
        "Doe, Water Works, 14.",
        "Doe, op. cit., 14.",
        "Doe, op. cit., p. 14.",
        "Doe 1999, p. 14.",
        "Doe, supra note 1, at 14.",
        "See Doe, The Water Works, p. 14.",
        "Jane Doe, The Water Works (London: Acme, 1999), p. 14.",
    ],
)
def test_a_work_named_again_is_the_same_reference_with_its_own_page(again: str) -> None:
    read = works(FULL, again)
    assert read.references[0] == read.references[1]
    assert len(read.references[0]) == 1
    assert pages(read) == ["12", "14"]


def test_ibid_without_a_page_keeps_the_page() -> None:
    assert pages(works(FULL, "Ibid.")) == ["12", "12"]


def test_ibid_in_the_first_note_leads_nowhere() -> None:
    assert works("Ibid., p. 4.").references == [()]


def test_a_note_can_name_several_works() -> None:
    read = works(f"{FULL[:-1]}; John Roe, The Tap (Wend: Moss, 2001), p. 3; and see RFC 2119.")
    assert [len(references) for references in read.references] == [3]


def test_two_works_of_one_author_are_told_apart_by_their_titles() -> None:
    read = works(
        FULL,
        "Jane Doe, The Long Main (London: Acme, 2004), p. 2.",
        "Doe, The Water Works, p. 3.",
        "Doe, Long Main, p. 4.",
    )
    assert read.references[2] == read.references[0]
    assert read.references[3] == read.references[1]


def test_two_short_notes_of_one_author_and_year_are_two_works() -> None:
    read = works(
        "Jane Doe, “The Water Works,” 1999.", "Jane Doe, “The Long Main,” 1999.", "Doe, “The Water Works,” p. 3."
    )
    assert len(read.extraction.references) == 2
    assert read.references[2] == read.references[0]


def test_a_short_title_may_leave_the_subtitle_out() -> None:
    read = works(
        "Jane Doe, “What It Cost: Debt in Wend, 1879–1914”, Wend Papers 7 (1968), sec. 1.",
        "Doe, “What It Cost”, sec. 2.",
    )
    assert read.references[0] == read.references[1]


def test_a_work_may_be_named_in_a_sentence() -> None:
    read = works(
        "The quarrel is surveyed in Jane Doe, “Heroes and Pumps”, Wend Review 20 (1998), pp. 3–6.",
        "Doe, “Heroes and Pumps”, p. 4.",
    )
    assert read.references[0] == read.references[1]
    assert read.extraction.references[0].csl["author"] == [{"family": "Doe", "given": "Jane"}]


def test_a_note_of_prose_names_no_work() -> None:
    for prose in (
        "The reader may wonder at this, and so did the board in 1881.",
        "This was said to have been so in the years before 1999, though nobody knew why.",
        "“Some of the miners have agreed to work longer, so that butter may be had” (Wend Gazette, June 11, 1919).",
    ):
        assert works(prose).references == [()]


def test_an_address_in_a_note_is_a_reference() -> None:
    read = works("https://www.example.org/dam/", "See http://example.org/dam for more.")
    assert read.references[0] == read.references[1]
    assert read.extraction.references[0].identifiers == ("url:https://example.org/dam",)


def test_a_note_may_cite_the_bibliography_by_author_and_year() -> None:
    read = Read("It broke.{1}\n\n{1}: Doe 1999, p. 4.\n\n= Doe, J. (1999). The Water Works. London: Acme.")
    assert read.references[0] == ("entry:2",)


def test_words_quoted_in_a_note_belong_to_the_work_it_names() -> None:
    read = works(f"{FULL[:-1]}: “We never saw the water of the river again.”")
    assert read.quoted == ["We never saw the water of the river again."]
    assert read.first() == "1"


def test_the_title_of_an_article_in_a_note_is_no_quotation() -> None:
    read = works("Jane Doe, “The Cost of Water in Wend,” Wend Papers 7 (1968), p. 3.")
    assert read.quoted == []


def test_a_bibliography_by_the_same_author_repeats_the_name() -> None:
    read = Read("= Doe, Jane. The Water Works. London: Acme, 1999.\n\n= ———. The Long Main. London: Acme, 2004.")
    assert [each.csl["author"] for each in read.extraction.references] == [[{"family": "Doe", "given": "Jane"}]] * 2


def test_labels_of_entries_are_their_ids() -> None:
    read = Read("= [RFC2119] Doe, J., “Key Words”, RFC 2119, 1997.\n\n= 1. Roe, R. The Tap. Wend: Moss, 2001.")
    assert [each.id for each in read.extraction.references] == ["entry:RFC2119", "entry:1"]


def test_two_entries_with_one_label_keep_apart() -> None:
    read = Read("= [1] Doe, J. The Dam. Acme, 1999.\n\n= [1] Roe, R. The Tap. Moss, 2001.")
    assert len({each.id for each in read.extraction.references}) == 2


@pytest.mark.parametrize(
    "note",
    [
        "Ann Poe and Max Moe, *Shade as Infrastructure: Five Lessons from Tree Programs* (Moss Lab, 2021).",
        "Ann Poe and Max Moe, Shade as Infrastructure: Five Lessons from Tree Programs (Moss Lab, 2021).",
        "Ann Poe, *Shade as a good of the town: lessons from Tree Programs in Wend* (Moss Lab, 2021).",
    ],
)
def test_a_title_is_not_cut_at_a_preposition_in_it(note: str) -> None:
    document = read_bytes(f"The bridge was closed.[^1]\n\n[^1]: {note}\n".encode(), "draft.md")
    [found] = extract(document).references
    assert str(found.csl["title"]).startswith("Shade as ")
    assert families(found.csl["author"])[0] == "poe"


@pytest.mark.parametrize(
    "mark", [", quoted in ", ", cited in ", ". Quoted in ", ", as quoted in ", "; quoted in ", ";\u00a0as cited in "]
)
def test_of_a_work_quoted_in_another_the_note_names_the_other(mark: str) -> None:
    read = works(f"John Roe, Letters of the Board (Wend: Moss, 1881){mark}{FULL}", "Ibid., p. 14.")
    assert [len(references) for references in read.references] == [1, 1]
    assert pages(read) == ["12", "14"]
    csl = read.extraction.references[0].csl
    assert csl["title"] == "The Water Works"
    assert csl["custom"]["quotes"]["title"] == "Letters of the Board"


def test_after_one_work_quoted_in_another_a_semicolon_begins_the_next() -> None:
    read = works(
        f"John Roe, Letters (Wend: Moss, 1881); quoted in {FULL[:-1]}; Ann Poe, The Tap (Wend: Moss, 2001), p. 3."
    )
    assert [len(references) for references in read.references] == [2]
    assert [each.csl["title"] for each in read.extraction.references] == ["The Water Works", "The Tap"]


def test_a_work_in_hand_may_be_named_by_its_short_form() -> None:
    read = works(FULL, "John Roe, Letters of the Board (Wend: Moss, 1881), quoted in Doe, The Water Works, p. 30.")
    assert read.references[0] == read.references[1]
    assert pages(read) == ["12", "30"]


def test_words_quoted_in_a_work_leave_the_work() -> None:
    read = works("“We never saw the water.” Quoted in Jane Doe, The Water Works (London: Acme, 1999), p. 12.")
    assert read.extraction.references[0].csl["title"] == "The Water Works"


@pytest.mark.parametrize(
    ("note", "title"),
    [
        ('Doe, Jane. "Stone bridges of the north." Masonry 12, no. 3 (2014): 123-130.', "Stone bridges of the north"),
        ("Doe, Jane. Stone Bridges of the North. London: Acme, 2014.", "Stone Bridges of the North"),
        ("Jane Doe: Stone Bridges of the North. London: Acme, 2014, p. 12.", "Stone Bridges of the North"),
    ],
)
def test_a_note_written_as_a_bibliography_is_names_its_work(note: str, title: str) -> None:
    document = read_bytes(f"The bridge was closed.[^1]\n\n[^1]: {note}\n".encode(), "draft.md")
    assert [one.csl.get("title") for one in extract(document).references] == [title]


def test_prose_with_a_colon_and_a_year_names_no_work() -> None:
    note = "He told us in London: the works would be shut, in 2014, by people who had never seen them."
    document = read_bytes(f"The bridge was closed.[^1]\n\n[^1]: {note}\n".encode(), "draft.md")
    assert extract(document).references == ()


def test_a_page_of_the_web_is_named_by_its_author_and_title_and_not_by_its_address_alone() -> None:
    note = "Mary Doe, “Ferries of the North”, https://ferry.example/a/index.html (accessed 4 May 2019)."
    document = read_bytes(f"The bridge was closed.[^1]\n\n[^1]: {note}\n".encode(), "draft.md")
    [found] = extract(document).references
    assert (found.csl["title"], found.csl["author"]) == (
        "Ferries of the North",
        [{"family": "Doe", "given": "Mary"}],
    )
