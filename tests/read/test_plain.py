"""Plain text: paragraphs, headings, lists, quotations, drawings, and the way back to the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.document import BlockKind, Document, Span
from holdwater.read.plain import read

WRAPPED = """\
The works of the town were built in three years, by men whose names are
not recorded anywhere, and paid for by people who had never been asked.

The second paragraph begins here. It is long enough to be wrapped by the
hand of whoever typed it, and it runs over three lines before it stops
at a word.
"""

FLOWING = (
    "The works of the town were built in three years, by men whose names are not recorded, and paid for by others. "
    "It took another ten before anybody thanked them for it.\n"
    "A second paragraph follows on the next line, with no blank line between, as a paste often gives it.\n"
    "A third follows it.\n"
)


def kinds(document: Document) -> list[str]:
    return [block.kind.value for block in document.blocks]


def words(document: Document, kind: BlockKind | None = None) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks if kind in (None, block.kind)]


def test_blank_lines_part_the_paragraphs_of_wrapped_text() -> None:
    document = read(WRAPPED, "a.txt")
    assert kinds(document) == ["paragraph", "paragraph"]
    assert words(document)[0].endswith("never been asked.")


def test_a_hard_wrap_inside_a_paragraph_stays_one_character() -> None:
    assert "names are\nnot recorded" in read(WRAPPED, "a.txt").text
    assert "names are\nnot recorded" in read(WRAPPED.replace("\n", "\r\n"), "a.txt").text
    assert "names are\nnot recorded" in read(WRAPPED.replace("\n", "\r"), "a.txt").text


def test_each_line_is_a_paragraph_where_lines_end_with_their_sentences() -> None:
    assert len(read(FLOWING, "a.txt").blocks) == 3


def test_short_lines_that_end_their_sentences_are_paragraphs_too() -> None:
    document = read("One thing happened.\nThen another did.\nThen nothing did.\n", "a.txt")
    assert len(document.blocks) == 3


def test_a_wrapped_message_inside_one_line_paragraphs_is_one_block() -> None:
    message = (
        "We write to say that the water has stopped again and\n"
        "that nobody at the office has answered the bell for a\n"
        "week."
    )
    document = read(FLOWING + "\n" + message + "\n\n" + FLOWING, "a.txt")
    assert message in words(document)


def test_a_first_line_set_in_begins_a_paragraph_without_a_blank_line() -> None:
    text = WRAPPED.replace("\n\n", "\n     ").replace("The works", "     The works", 1)
    assert [text[:10] for text in words(read(text, "a.txt"))] == ["The works ", "The second"]


@pytest.mark.parametrize(
    "line",
    [
        "The town before the works",
        "3. The engineer",
        "4.2 What the minutes show",
        "CHAPTER IV.",
        "Who paid for it?",
        "II",
    ],
)
def test_a_short_line_that_stands_alone_is_a_heading(line: str) -> None:
    document = read(f"{FLOWING}\n{line}\n\n{FLOWING}", "a.txt")
    assert words(document, BlockKind.HEADING) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "He left.",
        "she said nothing at all",
        "“No,” he said",
        "Marsh writes:",
        "He said it in the end.12",
        "7 May, 4 June;",
    ],
)
def test_a_short_line_that_reads_on_or_ends_a_sentence_is_no_heading(line: str) -> None:
    assert not words(read(f"{FLOWING}\n{line}\n\n{FLOWING}", "a.txt"), BlockKind.HEADING)


def test_a_short_paragraph_after_an_introduction_is_no_heading() -> None:
    document = read(f"{FLOWING}\nMarsh writes:\n\nThe town drank what it was given\n\n{FLOWING}", "a.txt")
    assert not words(document, BlockKind.HEADING)
    assert "Marsh writes:" in words(document, BlockKind.PARAGRAPH)


def test_an_introduction_and_its_quotation_are_blocks_of_their_own() -> None:
    document = read(
        "He writes in an article titled Pumps:\nWater leans on whatever stands before it.\n" + FLOWING, "a.txt"
    )
    assert words(document)[:2] == ["He writes in an article titled Pumps:", "Water leans on whatever stands before it."]


def test_a_paragraph_set_in_from_its_neighbours_is_a_block_quotation() -> None:
    inset = "    Water does not run, it leans. It leans on whatever you\n    have put in front of it."
    document = read(f"{WRAPPED}\nPell writes:\n\n{inset}\n\n{WRAPPED}", "a.txt")
    assert [text[:10] for text in words(document, BlockKind.QUOTE)] == ["Water does"]


def test_paragraphs_of_one_quotation_share_a_group() -> None:
    inset = "    Water does not run, it leans on\n    it.\n\n    People think that it runs, all the\n    same.\n"
    quotes = [
        block for block in read(f"{WRAPPED}\n{inset}\n{WRAPPED}", "a.txt").blocks if block.kind is BlockKind.QUOTE
    ]
    assert len(quotes) == 2
    assert quotes[0].group == quotes[1].group > 0


def test_insets_quote_nothing_where_most_of_the_text_is_set_in() -> None:
    page = "\n".join(
        f"NAME{index}\n\n     The option that is described here is set in\n     from its name.\n" for index in range(9)
    )
    assert not words(read(page, "a.txt"), BlockKind.QUOTE)


def test_message_quotation_loses_its_markers_and_keeps_its_depth() -> None:
    answer = "> It is not safe, as anybody can see who looks\n> at the map that was drawn of it, and at the\n> dead.\n"
    document = read(f"I disagree.\n\n> > The pump is safe.\n{answer}\nQuite.\n", "a.txt")
    quotes = [
        (block.span.of(document.text), block.quoted) for block in document.blocks if block.kind is BlockKind.QUOTE
    ]
    assert quotes[0] == ("The pump is safe.", 2)
    assert quotes[1] == (answer.replace("> ", "").strip(), 1)
    assert ">" not in document.text


def test_a_bar_down_the_left_of_an_aside_is_not_text() -> None:
    document = read(f"{WRAPPED}\n| NOTE: The plan was drawn before the\n| survey was made, and it shows.\n", "a.txt")
    assert words(document)[-1] == "NOTE: The plan was drawn before the\nsurvey was made, and it shows."


def test_items_of_a_list_are_blocks_with_one_group() -> None:
    document = read(f"{FLOWING}\n- the first thing\n- the second thing\n- the third thing\n\n{FLOWING}", "a.txt")
    items = [block for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
    assert len(items) == 3
    assert len({item.group for item in items}) == 1


def test_an_item_keeps_its_wrapped_lines() -> None:
    items = " 1.  The first item is longer than the line that it\n     begins on, so it hangs.\n 2.  The second.\n"
    assert len(words(read(f"{WRAPPED}\n{items}", "a.txt"), BlockKind.LIST_ITEM)) == 2


@pytest.mark.parametrize(
    "drawing",
    [
        "+------+------+\n|  a   |  b   |\n+------+------+",
        "for (i = 0; i < n; i++) {\n    total += a[i];\n}",
        "name          houses     pumps\nUpper           1200        44\nLower            610        17",
        '{\n  "pump": "Tanner\'s Row",\n  "safe": false\n}',
        "rule = 1*DIGIT / other-rule\nother-rule = %x41-5A",
    ],
)
def test_drawings_tables_and_code_are_told_from_prose(drawing: str) -> None:
    document = read(f"{WRAPPED}\n{drawing}\n\n{WRAPPED}", "a.txt")
    assert kinds(document)[2] in ("code", "table")


@pytest.mark.parametrize(
    "line",
    [
        'Pell: "Water does not run, it leans."',
        "the pumps of the lower town; and the wells;",
        "the pump(s) of the street(s)",
    ],
)
def test_prose_with_a_sign_that_code_has_is_prose(line: str) -> None:
    assert not {"code", "table"} & set(kinds(read(f"{FLOWING}\n{line}\n\n{FLOWING}", "a.txt")))


def test_code_keeps_its_inner_indents() -> None:
    document = read(f"{WRAPPED}\n   if (x) {{\n       y();\n   }}\n\n{WRAPPED}", "a.txt")
    assert "if (x) {\n    y();\n}" in document.text


def test_a_caption_names_its_table() -> None:
    document = read(f"{WRAPPED}\n   Table 3: Houses connected by year\n\n{WRAPPED}", "a.txt")
    assert words(document, BlockKind.CAPTION) == ["Table 3: Houses connected by year"]


def test_the_first_heading_is_the_title() -> None:
    assert read("Who Gave the Town Its Water?\n\n" + FLOWING, "a.txt").metadata == {
        "title": "Who Gave the Town Its Water?"
    }


def test_the_fields_at_the_head_of_an_e_book_are_its_metadata() -> None:
    head = "The Project's e-book of The Pipes\n\nTitle: The Pipes of Aldermere\n\nAuthor: Eleanor Marsh\n\n"
    metadata = read(head + WRAPPED, "a.txt").metadata
    assert metadata["title"] == "The Pipes of Aldermere"
    assert metadata["author"] == "Eleanor Marsh"


def test_a_byte_order_mark_is_not_text() -> None:
    document = read("\ufeff" + FLOWING, "a.txt")
    assert document.text.startswith("The works")
    assert document.origin(Span(0, 3)).column == 2


@pytest.mark.parametrize("raw", ["", "\n", " \n\t\n", "\ufeff", "\f", "\r\r\r"])
def test_a_file_without_words_is_an_empty_document(raw: str) -> None:
    document = read(raw, "a.txt")
    assert (document.text, document.blocks) == ("", ())


LINES = st.lists(
    st.one_of(
        st.just(""),
        st.text(alphabet="ab .,:;“”'\"-123()[]>|\t*¹é\f", max_size=30),
        st.sampled_from(
            ["Notes", "References", "1. Marsh, p. 2.", "    set in", "the end.1 He", "> said", "in 18712 and"]
        ),
    ),
    max_size=25,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_character_of_a_block_stands_at_its_origin(lines: list[str], end: str) -> None:
    raw = end.join(lines)
    document = read(raw, "a.txt")
    for block in document.blocks:
        for offset in range(block.span.start, block.span.end):
            character = document.text[offset]
            place = document.origins.raw_span(Span(offset, offset + 1)) if document.origins else Span(0, 0)
            assert character == "\n" or raw[place.start] == character


@given(LINES)
def test_blocks_come_in_order_without_overlap(lines: list[str]) -> None:
    document = read("\n".join(lines), "a.txt")
    ends = [0, *(block.span.end for block in document.blocks)]
    assert all(end <= block.span.start for end, block in zip(ends, document.blocks, strict=False))
    assert all(block.span.of(document.text).strip() for block in document.blocks if block.kind is not BlockKind.NOTE)


@given(LINES)
def test_marks_lead_to_notes_that_exist(lines: list[str]) -> None:
    document = read("\n".join(lines), "a.txt")
    ids = [note.id for note in document.notes]
    assert len(ids) == len(set(ids))
    assert all(mark.target in ("", *ids) for mark in document.marks)


def test_two_short_lines_of_one_sentence_are_one_paragraph() -> None:
    document = read(
        "Doe says that the town was at peace, and the\nbridge was open.\n\nNotes\n\n1. Doe, The Bridge.\n", "a.txt"
    )
    assert document.blocks[0].kind is BlockKind.PARAGRAPH
    assert document.blocks[0].span.of(document.text) == (
        "Doe says that the town was at peace, and the\nbridge was open."
    )


def test_short_lines_that_begin_small_stay_a_list_of_lines() -> None:
    document = read("apples\npears\nplums\n", "a.txt")
    assert len(document.blocks) == 3
