"""Marked words that are no quotation to check, and how they are told from quotations."""

from __future__ import annotations

import pytest
from document_factory import Read, document

from holdwater.document import Document, Mark, MarkKind, Span
from holdwater.extract.model import AsideReason


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “fever summer” passed.",
        "It was a “miracle” of the “upper town”.",
        "The term “main” means a pipe.",
        "They call it the “night of the long pipes” here.",
        "It was registered as “Generic Pump Type Field” there.",
        'The word "MUST" is to be read so.',
    ],
)
def test_scare_quotes_and_terms_are_set_aside(text: str) -> None:
    read = Read(text)
    assert read.quoted == []
    assert read.aside(AsideReason.TERM) != []


@pytest.mark.parametrize(
    "text",
    [
        "It was “a miracle” [RFC2119] then.",
        "It was “a miracle” (Doe 2019).",
        "It was “a miracle”.{1}\n\n{1}: A note.",
        "Jane Doe called it “a miracle”, and Doe wrote “a miracle” again.",
        "“Never again,” said Jane Doe.",
        "According to Jane Doe, “a miracle”.",
    ],
)
def test_a_few_words_with_a_citation_or_a_speaker_of_their_own_are_a_quotation(text: str) -> None:
    assert len(Read(text).quoted) >= 1


@pytest.mark.parametrize(
    "text",
    [
        "“Water is life,” said one.",
        "They did not see it so: “Nobody decides,” a keeper of the dam observed.",
        "A quarter stayed; “Silence is refusal,” the town’s clerk noted.",
        "“Who decides?” asked one of them.",
        "It was so. “Mud mattered less than water” (p. 320, our emphasis).",
        "It was “mud and water” (pp. 3–4).",
    ],
)
def test_a_tag_of_speech_or_a_page_behind_them_makes_a_few_words_a_quotation(text: str) -> None:
    assert len(Read(text).quoted) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “Fever Summer,” the paper said, passed.",
        "The “miracle,” a clerk said, was none.",
        "It is “Water,” a keeper said.",
        "“Water is life,” the sign over the door.",
        "It was the “Fever Summer” (three years later).",
    ],
)
def test_a_term_before_a_comma_stays_one(text: str) -> None:
    assert Read(text).quoted == []


def test_a_longer_clause_is_a_quotation_though_nobody_is_named() -> None:
    assert Read("It was said that “the water of the river was never so high”.").quoted != []


@pytest.mark.parametrize(
    "text",
    [
        "In her article “The Water Works of Wend” she told it.",
        "A book called “The Water Works of Wend” came out.",
        "The paper, entitled “On the origin of pumps”, came out.",
        "As in “The Water Works of Wend” (1999), it broke.",
        'See Section 3.4 ("Block Identification of Pumps") of [RFC9172].',
        'See [RFC9172], Section 3.4, "Block Identification of Pumps".',
        "# “Nobody ever saw so much of the water” and other tales",
    ],
)
def test_titles_of_works_and_sections_are_set_aside(text: str) -> None:
    read = Read(text)
    assert read.quoted == []
    assert len(read.aside(AsideReason.TITLE)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Doe said “The price of water doubled” (Roe 2020).",
        "Doe replied that “The price of water doubled” (Roe, Wend Gazette, 2020).",
        "According to Doe, “The price of water doubled” (Roe 2020).",
    ],
)
def test_what_somebody_said_is_no_title_for_the_date_behind_it(text: str) -> None:
    assert Read(text).quoted == ["The price of water doubled"]


@pytest.mark.parametrize(
    "text", ["Roe wrote “The price of water” (2020).", "Doe said “The Price of Water” (2020) was her best book."]
)
def test_a_title_behind_a_verb_of_saying_is_one_by_its_capitals_or_by_the_verb(text: str) -> None:
    assert Read(text).quoted == []


def test_a_title_that_the_bibliography_has_is_set_aside_wherever_it_stands() -> None:
    text = "It says in “a history of the pump and the tap” that it broke.\n\n"
    text += "= Doe, J. (1999). A history of the pump and the tap. Acme."
    assert Read(text).aside(AsideReason.TITLE) == ["a history of the pump and the tap"]


def test_a_sentence_after_a_section_number_is_a_quotation() -> None:
    text = '[RFC3264], Section 6.1: "In the case of a pump, if a pipe was referenced, that pipe SHOULD be used".'
    assert len(Read(text).quoted) == 1


def test_words_that_the_format_marks_as_a_title_or_code_are_no_quotation() -> None:
    doc = document("They ran say “the water of the river is high” once.")
    start = doc.text.index("say")
    mark = Mark(Span(start, len(doc.text) - 6), MarkKind.CODE)
    assert Read("", doc=Document(doc.text, blocks=doc.blocks, marks=(mark,))).quoted == []


@pytest.mark.parametrize(
    "words",
    [
        "Content-Type: text/html",
        "GET /index.html",
        "urn:ietf:params:xml",
        "max-forwards-seen",
        "foo_bar(x)",
        "a=b",
        "192.0.2.1",
        "***",
    ],
)
def test_protocol_elements_and_code_are_set_aside(words: str) -> None:
    assert Read(f'It holds "{words}" [RFC2119].').aside(AsideReason.CODE) == [words]


@pytest.mark.parametrize("words", ["before 2030", "nearly 40%", "over $1,200", "since 1902", "51 years"])
def test_words_around_a_number_are_no_code(words: str) -> None:
    read = Read(f'They asked for it "{words}" [RFC2119].')
    assert read.aside(AsideReason.CODE) == []
    assert read.quoted == [words]


@pytest.mark.parametrize("words", ["200 OK", "2030", "1.5 2.5", "SIP/2.0 200", "x=2 since 3"])
def test_numbers_of_a_protocol_are_code(words: str) -> None:
    assert Read(f'They asked for it "{words}" [RFC2119].').aside(AsideReason.CODE) == [words]


def test_a_number_with_a_point_in_a_name_is_not_code() -> None:
    assert Read('The "IEEE Std 802.15.4 IETF IE Subtype IDs" registry [RFC8137] has it.').aside(AsideReason.CODE) == []


def test_literals_in_code_are_counted() -> None:
    assert Read('~ print("the water is high")').aside(AsideReason.CODE) == ["the water is high"]


def test_titles_in_the_bibliography_are_parts_of_references() -> None:
    read = Read('= [1] Doe, J., "The Water Works of the Town", 1999.')
    assert read.quoted == []
    assert read.aside(AsideReason.NOTE_TEXT) == ["The Water Works of the Town"]


def test_a_mark_without_its_partner_is_counted() -> None:
    assert Read("It was “never so high as that.").aside(AsideReason.UNBALANCED) == ["“"]


def test_the_formats_own_quotation_needs_no_marks() -> None:
    doc = document("She said the water was never so high and left.")
    start = doc.text.index("the water")
    mark = Mark(Span(start, start + len("the water was never so high")), MarkKind.QUOTE)
    read = Read("", doc=Document(doc.text, blocks=doc.blocks, marks=(mark,)))
    assert read.quoted == ["the water was never so high"]


def test_nothing_is_both_a_quotation_and_set_aside() -> None:
    read = Read("“One two three four is five,” said Doe of the “pump”.{1}\n\n> “A block of the words.”\n\n{1}: Note.")
    spans = [each.span for each in read.extraction.quotations]
    assert not any(aside.span.overlaps(span) for aside in read.extraction.set_aside for span in spans)
