"""Quotations set as blocks, and those that plain text only introduces."""

from __future__ import annotations

import pytest
from document_factory import Read

from holdwater.extract.model import AsideReason, QuotationKind

WORDS = "Nobody in the valley had ever seen so much water, and nobody wanted to see it again."


def introduced(introduction: str, words: str = WORDS) -> list[str]:
    return Read(f"{introduction}\n\n{words}\n\nThe essay goes on here.", "plain").quoted


def test_the_blocks_of_one_container_are_one_quotation() -> None:
    read = Read("She wrote:\n\n> The first paragraph.\n\n> The second paragraph.\n\nAfterwards.")
    assert read.quoted == ["The first paragraph. / The second paragraph."]
    assert read.quotation().kind is QuotationKind.BLOCK


def test_marks_around_a_whole_block_are_left_out() -> None:
    assert Read(f"> “{WORDS}”").quoted == [WORDS]
    assert Read(f'> "{WORDS}"').quoted == [WORDS]


def test_marks_inside_a_block_belong_to_its_words() -> None:
    assert Read("> He said “no” and then “yes”").quoted == ["He said “no” and then “yes”"]
    assert Read("> “No,” he said, and then “yes”").quoted == ["“No,” he said, and then “yes”"]


@pytest.mark.parametrize("line", ["— Jane Doe, The Water Works, p. 3", "-- Jane Doe", "– Jane Doe, 1999"])
def test_the_attribution_at_the_end_is_not_quoted_and_names_the_speaker(line: str) -> None:
    for text in (f"> {WORDS}\n\n> {line}", f"> {WORDS}\n{line}"):
        read = Read(text)
        assert read.quoted == [WORDS]
        assert read.quotation().speaker == "Jane Doe"


def test_a_citation_at_the_blocks_end_is_not_quoted() -> None:
    read = Read(f"> {WORDS} (Doe 2019, p. 4)")
    assert read.quoted == [WORDS]
    assert read.first() == "(Doe 2019, p. 4)"


@pytest.mark.parametrize(
    "source",
    [
        "(as quoted in Doe, n.d., p. 4)",
        "(Doe, in the Gazette of 4 May 2019)",
        "(p. 41)",
        "(41).",
        "[ibid., p. 4]",
        "(Doe’s diary, 4 May 1902)",
        "(https://dam.example/doe)",
    ],
)
def test_what_says_where_a_block_is_from_is_not_quoted(source: str) -> None:
    assert Read(f"She told it:\n\n> {WORDS} {source}\n\nIt was so.").quoted == [WORDS]


@pytest.mark.parametrize(
    "words", ["in. (And nobody ever did)", "in 1902 (and again in 1903)", "in. (It was in 1903.)", "in. (sic)"]
)
def test_other_words_in_parentheses_at_the_end_of_a_block_are_quoted(words: str) -> None:
    assert Read(f"She told it:\n\n> {WORDS} It came {words}\n\nIt was so.").quoted == [f"{WORDS} It came {words}"]


def test_a_note_mark_at_the_blocks_end_cites_it() -> None:
    read = Read(f"As John Roe{{1}} tells:\n\n> {WORDS}{{2}}\n\n{{1}}: A.\n\n{{2}}: B.")
    assert read.labels_of()[0] == "2"


def test_a_citation_in_the_introduction_cites_the_block() -> None:
    read = Read(f"RFC 1812 [RFC1812] states:\n\n> {WORDS}")
    assert read.first() == "[RFC1812]"


def test_a_note_mark_in_the_introduction_cites_the_block() -> None:
    assert Read(f"John Roe has told it:{{1}}\n\n> {WORDS}\n\n{{1}}: A.").first() == "1"


def test_a_citation_that_opens_the_next_paragraph_cites_the_block() -> None:
    assert Read(f"He told it:\n\n> {WORDS}\n\n(Doe 2019, p. 4) That is all.").first() == "(Doe 2019, p. 4)"


def test_a_callout_is_the_authors_own() -> None:
    read = Read("> Note: the dam is closed on Mondays.\n\nText.\n\n> [!WARNING]\nThe dam is wet.")
    assert read.quoted == []
    assert len(read.aside(AsideReason.OWN)) == 2


def test_a_block_of_code_is_no_quotation() -> None:
    assert Read("> count = main->pump(x); tap::open();").aside(AsideReason.CODE) != []


@pytest.mark.parametrize(
    "introduction",
    [
        "Jane Doe writes in an article titled The Dam:",
        "Jane Doe writes:",
        "Of the flood Doe (1999) has this to say:",
        "He concludes:",
        "She adds, with some reluctance:",
        "A short excerpt:",
        "From the minutes:",
        "As the report put it:",
        "An extract from the engineer’s diary:",
        "The commissioners reported:",
        "The Board’s own secretary, who was there, later recalled:",
        "The following passage is from her letters:",
        "In her own words:",
        "According to the old inspector:",
        "Nobody was pleased. The engineer replied as follows:",
    ],
)
def test_a_speaker_and_a_reporting_verb_introduce_the_next_paragraph(introduction: str) -> None:
    assert introduced(introduction) == [WORDS]


@pytest.mark.parametrize(
    "introduction",
    [
        "There are three reasons:",
        "The following steps apply:",
        "Consider this:",
        "I have argued before:",
        "We conclude:",
        "This document defines the following modifier:",
        "The following terms are defined:",
        "It can be written as:",
        "For example, if the client specifies:",
        "Its policy statement could read:",
        "The input lengths as defined by the standard are:",
        "Members at the time of this writing:",
        "Here are a few notes:",
        "The dam was built in two stages:",
        "Two things follow:",
    ],
)
def test_the_authors_own_lists_and_paragraphs_are_left_alone(introduction: str) -> None:
    assert introduced(introduction) == []


@pytest.mark.parametrize(
    "words",
    [
        "“Nobody had ever seen so much water.”",
        "- Nobody had ever seen so much water.",
        "1. Nobody had ever seen so much water.",
        "(a) Nobody had ever seen so much water.",
        "First, nobody had ever seen so much water.",
        "C: A142 SELECT INBOX FLAGS SILENT",
        "Name:  the name of the pump is meant here.",
        "Too short.",
        "https://example.org/the-dam-and-the-water",
    ],
)
def test_what_follows_must_be_prose_without_marks(words: str) -> None:
    assert WORDS not in introduced("Jane Doe writes:", words)
    read = Read(f"Jane Doe writes:\n\n{words}\n\nMore.", "plain")
    assert all(each.kind is QuotationKind.MARKED for each in read.extraction.quotations)


def test_a_note_mark_at_the_end_tells_a_quotation_that_the_words_hardly_introduce() -> None:
    text = "Eleanor Doe begins with the contrast and gives it a side:\n\n" + WORDS
    assert Read(text, "plain").quoted == []
    assert Read(text + "{1}", "plain").quoted == [WORDS]


@pytest.mark.parametrize(
    "introduction",
    [
        "The report ends with this sentence:",
        "It writes:",
        "He added something better:",
        "Then she was asked whether she had been warned, and answered as follows:",
        "The committee reported as follows:",
    ],
)
def test_a_note_mark_and_somebody_before_the_colon_present_a_quotation(introduction: str) -> None:
    read = Read(f"{introduction}\n\n{WORDS}{{1}}\n\nSo it was.", "plain")
    assert read.quoted == [WORDS]
    assert not read.quotation().presumed


@pytest.mark.parametrize(
    "introduction",
    ["Read it and weep:", "A sentence that I would have carved over the door:", "It deserves a second look:"],
)
@pytest.mark.parametrize("source", ["{1}", " (Doe, 2019, p. 4)", " (https://dam.example/doe)"])
def test_a_colon_and_a_citation_let_a_paragraph_be_presumed_a_quotation(introduction: str, source: str) -> None:
    read = Read(f"{introduction}\n\n{WORDS}{source}\n\nSo it was.", "plain")
    assert read.quoted == [WORDS]
    assert read.quotation().presumed
    assert len(read.citations_of()) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"Read it and weep:\n\n{WORDS}\n\nSo it was.",  # no citation
        f"Read it and weep:\n\n{WORDS}{{1}}",  # nothing behind it
        f"Read it and weep.\n\n{WORDS}{{1}}\n\nSo it was.",  # no colon
        f"Three things were to be seen:\n\n{WORDS}{{1}}\n\nSo it was.",
        f"The dam was built in these stages:\n\n{WORDS}{{1}}\n\nSo it was.",
        f"My own view is simple:\n\n{WORDS}{{1}}\n\nSo it was.",
        f"I would say this much:\n\n{WORDS}{{1}}\n\nSo it was.",
        f"Consider the following:\n\n{WORDS}{{1}}\n\nSo it was.",
        f"Read it and weep:\n\n- {WORDS}{{1}}\n\n- So it was.",
        f"Read it and weep:\n\n{WORDS}{{1}}\n\n(b) So it was.",
        f"Read it and weep:\n\n{WORDS} “Never again.”{{1}}\n\nSo it was.",
    ],
)
def test_without_a_citation_or_before_a_list_nothing_is_presumed(text: str) -> None:
    assert WORDS not in Read(text, "plain").quoted


def test_the_citation_behind_an_introduced_quotation_is_not_quoted() -> None:
    read = Read(f"She concludes:\n\n{WORDS} (Doe, 2019, p. 4)\n\nSo it was.", "plain")
    assert read.quoted == [WORDS]
    assert read.first() == "(Doe, 2019, p. 4)"


def test_a_list_with_a_note_mark_is_still_a_list() -> None:
    assert Read(f"Doe gives three reasons:\n\n{WORDS}{{1}}", "plain").quoted == []


def test_an_introduced_quotation_ends_with_its_paragraph() -> None:
    assert introduced("Jane Doe writes:", f"{WORDS}\n\nThis is the author again.") == [WORDS]


def test_an_ellipsis_of_its_own_joins_two_paragraphs() -> None:
    assert introduced("Jane Doe writes:", f"{WORDS}\n\n[…]\n\n{WORDS}") == [f"{WORDS} / […] / {WORDS}"]


def test_she_continues_introduces_another() -> None:
    assert introduced("Jane Doe writes:", f"{WORDS}\n\nShe continues:\n\n{WORDS}") == [WORDS, WORDS]


def test_the_speaker_and_the_introduction_are_kept() -> None:
    read = Read(f"It rained. Jane Doe writes in an article titled The Dam:\n\n{WORDS}", "plain")
    assert read.quotation().speaker == "Jane Doe"
    introduction = read.quotation().introduction
    assert introduction is not None
    assert read.words(introduction) == "Jane Doe writes in an article titled The Dam:"


def test_where_the_format_has_quotation_blocks_a_paragraph_is_a_paragraph() -> None:
    assert Read(f"Jane Doe writes:\n\n{WORDS}\n\n> Another quotation stands here.").quoted == [
        "Another quotation stands here."
    ]
