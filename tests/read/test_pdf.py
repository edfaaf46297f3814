"""PDF: words in reading order, with hyphens, ligatures, accents and what else the page writes otherwise put right."""

from __future__ import annotations

import shutil

import pytest
from reading_checks import assert_sound, blocks, kinds, marks

from formats.make_pdf import BOLD, Sheet, pdf, wrapped
from holdwater.document import Document, MarkKind, Span
from holdwater.errors import ReadError, UnreadableError
from holdwater.read import read_bytes
from holdwater.read.pdf.origins import PdfOrigins

PROSE = (
    "The mill stood on the river for two hundred years and the people of the valley brought their corn to it in the "
    "autumn. When the wheel broke nobody came to mend it, for the miller had gone to the town and his sons with him. "
    "The stones were sold to a dealer who never fetched them, and they lie in the yard to this day under the nettles."
)


def document(*sheets: Sheet, **more: object) -> Document:
    found = read_bytes(pdf(list(sheets), **more), "mill.pdf")  # type: ignore[arg-type]
    assert_sound(found)
    return found


def page(*lines: str, size: float = 11) -> Sheet:
    sheet = Sheet()
    sheet.lines(72, 700, lines, size)
    return sheet


def test_lines_become_a_paragraph() -> None:
    found = document(page(*wrapped(PROSE, 400)))
    assert blocks(found) == [PROSE]
    assert kinds(found) == ["paragraph"]


def test_an_indented_line_begins_a_new_paragraph() -> None:
    sheet = Sheet()
    lines = wrapped(PROSE, 400)
    y = sheet.lines(72, 700, lines)
    more = "Then the river rose again and took the bridge and what was left of the road to the town along with it."
    first, *rest = wrapped(more, 386)
    sheet.put(86, y, first)
    sheet.lines(72, y - 14, rest)
    assert blocks(document(sheet)) == [PROSE, more]


def test_a_gap_begins_a_new_paragraph() -> None:
    sheet = Sheet()
    y = sheet.lines(72, 700, wrapped(PROSE, 400))
    sheet.lines(72, y - 10, ["Then the river rose."])
    assert blocks(document(sheet))[1] == "Then the river rose."


def test_a_line_that_ends_early_ends_a_paragraph() -> None:
    sheet = Sheet()
    lines = wrapped(PROSE, 400)
    sheet.lines(72, 700, [*lines, "The end came.", *lines])
    assert len(blocks(document(sheet))) >= 2


def test_two_columns_are_read_one_after_the_other_however_they_are_drawn() -> None:
    lines = wrapped(PROSE, 200)
    left, right = lines[: len(lines) // 2], lines[len(lines) // 2 :]
    in_turn, across = Sheet(), Sheet()
    in_turn.lines(72, 640, left)
    in_turn.lines(310, 640, right)
    for index in range(max(len(left), len(right))):
        for x, column in ((72, left), (310, right)):
            if index < len(column):
                across.put(x, 640 - 14 * index, column[index])
    for sheet in (in_turn, across):
        sheet.put(72, 690, "A title that runs across both of the columns of the page", 16, BOLD)
        text = document(sheet).text
        assert " ".join(text.split()).endswith(PROSE) or PROSE in " ".join(text.split())


def test_columns_drawn_right_before_left_are_put_in_order() -> None:
    lines = wrapped(PROSE, 200)
    sheet = Sheet()
    sheet.lines(310, 640, lines[len(lines) // 2 :])
    sheet.lines(72, 640, lines[: len(lines) // 2])
    assert PROSE in " ".join(document(sheet).text.split())


def test_the_rows_of_a_table_stay_rows() -> None:
    sheet = Sheet()
    for index, row in enumerate((("Year", "Mills", "Wheels"), ("1900", "12", "14"), ("1950", "7", "7"))):
        for x, cell in zip((72, 200, 330), row, strict=True):
            sheet.put(x, 700 - 15 * index, cell)
    found = document(sheet)
    assert blocks(found) == ["Year", "Mills", "Wheels", "1900", "12", "14", "1950", "7", "7"]
    assert set(kinds(found)) == {"table"}
    assert len({block.group for block in found.blocks}) == 1


def test_a_hyphen_that_only_breaks_the_line_goes() -> None:
    found = document(page("The long connec-", "tion of the two mills by the old", "road was lost."))
    assert blocks(found) == ["The long connection of the two mills by the old road was lost."]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("a well-", "known mill and", "a well-known mill"),
        ("of the years 1914-", "18 and of", "1914-18"),
        ("of Anglo-", "Saxon mills", "Anglo-Saxon"),
        ("a state-of-the-", "art wheel", "state-of-the-art"),
    ],
)
def test_a_hyphen_of_the_word_stays(before: str, after: str, joined: str) -> None:
    assert joined in document(page(f"They spoke of the mill and {before}", after)).text


def test_how_the_document_writes_a_word_elsewhere_decides_about_its_hyphen() -> None:
    found = document(page("A rain-fed wheel is cheap. They had a rain-", "fed mill there.", "And a co-", "operation."))
    assert "a rain-fed mill" in found.text
    assert "cooperation" in found.text


def test_ligatures_are_spelt_out_and_keep_their_place() -> None:
    found = document(page("The \x91nal o\x92er was made"), to_unicode="<91> <FB01>\n<92> <FB00>")
    assert found.text == "The final offer was made"
    at = found.text.index("nal")
    origin = found.origin(Span(at, at + 3))
    assert found.line_text(origin.line)[origin.column - 1 : origin.end_column - 1] == "nal"


def test_an_accent_set_as_a_letter_of_its_own_is_put_on_its_letter() -> None:
    sheet = Sheet()
    sheet.put(72, 700, "He wrote caf´e and na¨ive")
    assert document(sheet).text == "He wrote café and naïve"


def test_words_drawn_twice_for_bold_are_there_once() -> None:
    sheet = Sheet()
    sheet.put(72, 700, "The mill")
    sheet.put(72.3, 700, "The mill")
    assert document(sheet).text == "The mill"


def test_text_that_stands_across_the_page_is_furniture() -> None:
    sheet = page(*wrapped(PROSE, 400))
    sheet.turned(30, 300, "deposited 4 March 1987")
    found = document(sheet)
    assert [text for block, text in zip(found.blocks, blocks(found), strict=True) if block.kind == "furniture"] == [
        "deposited 4 March 1987"
    ]
    assert PROSE in blocks(found)


def test_a_page_that_is_turned_as_a_whole_is_read_upright() -> None:
    sheet = Sheet()
    for index, line in enumerate(wrapped(PROSE, 300)):
        sheet.turned(100 + 14 * index, 100, line)
    assert blocks(document(sheet)) == [PROSE]


def test_invisible_text_is_read_as_that_of_scanned_pages_is() -> None:
    sheet = Sheet()
    sheet.put(72, 700, "The hidden mill", extra="3 Tr")
    assert document(sheet).text == "The hidden mill"


def test_a_large_initial_letter_belongs_to_its_word() -> None:
    sheet = Sheet()
    sheet.put(72, 686, "T", 26)
    sheet.lines(90, 700, ["he mill stood on the river for two hundred", "years and more, and the wheel turned."])
    assert blocks(document(sheet)) == [
        "The mill stood on the river for two hundred years and more, and the wheel turned."
    ]


def test_small_capitals_are_one_word_with_their_capital() -> None:
    sheet = Sheet()
    x = sheet.put(72, 700, "M", 11)
    sheet.put(72 + 11 * 0.889, 700, "ILL", 8)
    sheet.put(x + 30, 700, "burned")
    assert document(sheet).text == "MILL burned"


def test_headings_have_levels_by_their_size() -> None:
    sheet = Sheet()
    sheet.put(72, 720, "The mill", 20, BOLD)
    sheet.put(72, 690, "The wheel", 14, BOLD)
    y = sheet.lines(72, 660, wrapped(PROSE, 400))
    sheet.put(72, y - 10, "The stones", 11, BOLD)
    sheet.lines(72, y - 26, wrapped(PROSE, 400))
    found = document(sheet)
    assert [(block.level, block.span.of(found.text)) for block in found.blocks if block.kind == "heading"] == [
        (1, "The mill"),
        (2, "The wheel"),
        (3, "The stones"),
    ]


def test_captions_and_items_are_told_from_paragraphs() -> None:
    sheet = Sheet()
    y = sheet.lines(72, 700, wrapped(PROSE, 400))
    sheet.put(72, y - 12, "Figure 3: The wheel in winter")
    sheet.put(80, y - 40, "1. the school closed")
    sheet.put(80, y - 56, "2. the road was moved")
    assert kinds(document(sheet)) == ["paragraph", "caption", "list-item", "list-item"]


def test_a_paragraph_set_in_from_both_margins_is_a_quotation() -> None:
    sheet = Sheet()
    y = sheet.lines(72, 700, wrapped(PROSE, 440))
    y = sheet.lines(100, y - 10, wrapped(PROSE, 380), 10, 12)
    sheet.lines(72, y - 10, wrapped(PROSE, 440))
    found = document(sheet)
    assert kinds(found) == ["paragraph", "quote", "paragraph"]
    assert [block.quoted for block in found.blocks] == [0, 1, 0]


def test_links_are_marks_over_their_words() -> None:
    sheet = page("See the record for it.")
    sheet.link((72, 696, 150, 712), "https://example.org/record")
    ((words, _, target),) = marks(document(sheet), MarkKind.LINK)
    assert target == "https://example.org/record"
    assert words.startswith("See the rec")


def test_metadata_are_what_the_file_says_of_itself_and_the_doi_it_prints() -> None:
    info = {"Title": "The mill", "Author": "Jane Doe and Ann Roe", "CreationDate": "D:20240305120000Z"}
    metadata = document(page("The mill. https://doi.org/10.1234/mill.5."), info=info).metadata
    assert (metadata["title"], metadata["author"]) == ("The mill", "Jane Doe; Ann Roe")
    assert (metadata["date"], metadata["doi"]) == ("2024-03-05", "10.1234/mill.5")


def test_a_title_that_is_a_file_name_is_none() -> None:
    assert "title" not in document(page("Words."), info={"Title": "Microsoft Word - draft3.doc"}).metadata


def test_the_head_is_the_first_three_pages() -> None:
    data = pdf([page(f"Page {word}.") for word in ("one", "two", "three", "four")])
    assert read_bytes(data, "a.pdf", head=True).text.split()[-1] == "three."


def test_origins_are_printed_lines_counted_over_the_document_and_boxes_on_its_pages() -> None:
    found = document(page("First line of it", "second line of it"), page("Third line of it"))
    at = found.text.index("Third")
    origin = found.origin(Span(at, at + 5))
    assert (origin.line, origin.column, origin.end_column) == (3, 1, 6)
    assert found.line_text(3) == "Third line of it"
    assert found.line_text(4) == ""
    assert isinstance(found.origins, PdfOrigins)
    (box,) = found.origins.boxes(Span(at, at + 5))
    assert (box.page, round(box.left)) == (2, 72)
    assert 698 < box.bottom < box.top < 712
    over = Span(found.text.index("line of it second"), found.text.index("second") + 6)
    assert [one.page for one in found.origins.boxes(over)] == [1, 1]


def test_a_page_without_text_is_named_and_a_blank_one_is_not() -> None:
    drawn = Sheet()
    drawn.content.append("100 100 200 200 re f")
    found = document(page("Words."), drawn, Sheet())
    assert found.unread == ("page 2: no text layer",)


def test_a_file_without_any_text_is_unreadable_not_empty() -> None:
    drawn = Sheet()
    drawn.content.append("100 100 200 200 re f")
    with pytest.raises(UnreadableError, match=r"scanned: pages 1–2 have no text layer; .*--ocr.*tesseract"):
        document(drawn, drawn)


def test_letters_that_a_font_does_not_name_are_not_taken_for_words() -> None:
    unknown = "\n".join(f"<{code:02X}> <E0{code:02X}>" for code in range(97, 123))
    with pytest.raises(UnreadableError):
        document(page("the wheel turned for two hundred years"), to_unicode=unknown)


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_pages_without_text_are_read_by_tesseract_when_that_is_wanted() -> None:
    drawn = Sheet(300, 200)
    # The letters are drawn as a clipping path that a black area shows through: ink, and no text that could be read.
    unknown = "\n".join(f"<{code:02X}> <E0{code:02X}>" for code in range(33, 123))
    drawn.put(30, 100, "The wheel turned", 24)
    found = read_bytes(pdf([drawn], to_unicode=unknown), "mill.pdf", ocr=True)
    assert found.text == "The wheel turned"
    assert found.unread == ()


def test_without_tesseract_the_wish_for_ocr_is_refused_with_a_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = Sheet()
    drawn.content.append("100 100 200 200 re f")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(ReadError, match="no tesseract to read them; install it"):
        read_bytes(pdf([drawn]), "mill.pdf", ocr=True)
