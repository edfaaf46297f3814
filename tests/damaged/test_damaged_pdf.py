"""PDFs that are broken, hostile or empty: read as far as they go, or refused in one line, in bounded time."""

from __future__ import annotations

import random
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clock import within_seconds
from formats.make_pdf import Sheet, assembled, mill, pdf
from holdwater.document import Document
from holdwater.errors import ReadError, UnreadableError
from holdwater.read import read_bytes
from holdwater.read.pdf import reader, units

CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>"
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def one_page(content: str, box: str = "0 0 612 792", length: int | None = None) -> bytes:
    """A file of one page with this content stream."""
    size = len(content) if length is None else length
    return assembled(
        [
            CATALOGUE,
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
            FONT,
            f"<< /Length {size} >>\nstream\n{content}\nendstream",
        ]
    )


def outcome(data: bytes, name: str = "mill.pdf") -> str:
    """The text, or what is said against the bytes. Anything but a ReadError comes through."""
    try:
        return read_bytes(data, name).text
    except ReadError as fault:
        return str(fault)


def test_every_beginning_of_a_file_is_read_or_refused() -> None:
    whole = mill()
    for end in range(8, len(whole), 97):
        said = outcome(whole[:end])
        assert "mill" in said or "damaged or truncated" in said or said == ""


def test_bytes_changed_here_and_there_are_read_or_refused() -> None:
    whole = mill()
    for seed in range(150):
        chance = random.Random(seed)
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 30)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        assert isinstance(outcome(bytes(data)), str)


def test_garbage_after_the_head_is_damaged_not_empty() -> None:
    for seed in range(20):
        with pytest.raises(UnreadableError, match=r"mill\.pdf: a damaged or truncated PDF; fetch or save it again"):
            read_bytes(b"%PDF-1.7\n" + random.Random(seed).randbytes(3000), "mill.pdf")


def test_a_pdf_is_told_by_its_bytes_whatever_it_is_called() -> None:
    assert "The mill at Oberau" in outcome(mill(), "mill.docx")
    assert "The mill at Oberau" in outcome(mill(), "mill")


def test_a_file_with_a_password_is_called_encrypted() -> None:
    key = "<" + "41" * 32 + ">"
    body = assembled([CATALOGUE, "<< /Type /Pages /Kids [] /Count 0 >>"])
    locked = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >> /ID [<41> <41>] /Root 1 0 R"
    with pytest.raises(UnreadableError, match="encrypted; save it without a password"):
        read_bytes(body.replace(b"/Root 1 0 R", locked.encode()), "mill.pdf")


def test_a_file_without_pages_is_refused() -> None:
    with pytest.raises(ReadError, match=r"mill\.pdf: (?:a PDF without pages|a damaged or truncated PDF)"):
        read_bytes(assembled([CATALOGUE, "<< /Type /Pages /Kids [] /Count 0 >>"]), "mill.pdf")


def test_a_page_tree_that_leads_into_itself_ends() -> None:
    data = assembled([CATALOGUE, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 /Parent 2 0 R >>"])
    assert isinstance(within_seconds(5, lambda: outcome(data)), str)


def test_more_pages_than_are_read_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_PAGES", 2)
    sheets = []
    for word in ("one", "two", "three", "four"):
        sheet = Sheet()
        sheet.put(72, 700, f"Page {word}.")
        sheets.append(sheet)
    found = read_bytes(pdf(sheets), "mill.pdf")
    assert "two" in found.text
    assert "three" not in found.text
    assert found.unread == ("pages 3–4: not read, too many",)


def test_a_hundred_thousand_pages_of_one_object_are_bounded() -> None:
    kids = "3 0 R " * 100_000
    content = "BT /F1 11 Tf 72 700 Td (mill) Tj ET"
    data = assembled(
        [
            CATALOGUE,
            f"<< /Type /Pages /Kids [{kids}] /Count 100000 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 4 0 R >> >>"
            " /Contents 5 0 R >>",
            FONT,
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    )
    document = _read(data)
    if document is not None:
        assert len(document.unread) == 1


def _read(data: bytes) -> Document | None:
    try:
        return read_bytes(data, "mill.pdf")
    except ReadError:
        return None


@pytest.mark.parametrize(
    "box", ["0 0 1e30 1e30", "0 0 0 0", "-99999999 -99999999 99999999 99999999", "9 9", "(x) 0 0 1"]
)
def test_a_page_of_any_size_is_read(box: str) -> None:
    assert outcome(one_page("BT /F1 11 Tf 72 700 Td (mill) Tj ET", box)) in (
        "mill",
        "mill.pdf: a damaged or truncated PDF",
    )


@pytest.mark.parametrize(
    "matrix",
    ["0 0 0 0 0 0", "1e30 0 0 1e30 0 0", "1 0 0 1 1e38 1e38", "-1 0 0 1 300 300", "1 0 0 -1 300 300", "1 9 9 1 3 3"],
)
def test_text_set_by_any_matrix_is_read_or_left_out(matrix: str) -> None:
    said = outcome(one_page(f"BT /F1 11 Tf {matrix} Tm (mill and wheel) Tj ET"))
    assert isinstance(said, str)


def test_a_page_of_a_million_characters_is_read_as_far_as_the_bound() -> None:
    rows = "".join(f"BT /F1 4 Tf 20 {780 - index % 190 * 4} Td ({'wheel ' * 50}) Tj ET\n" for index in range(3400))
    found = within_seconds(30, lambda: read_bytes(one_page(rows), "mill.pdf"))
    assert found.unread == (f"page 1: more than {units.MAX_CHARACTERS} characters; the rest is not read",)


def test_a_page_of_scattered_letters_takes_no_more_than_its_share_of_time() -> None:
    chance = random.Random(5)
    content = "".join(
        f"BT /F1 {chance.randrange(1, 40)} Tf {chance.randrange(600)} {chance.randrange(780)} Td (x{index}) Tj ET\n"
        for index in range(6000)
    )
    within_seconds(20, lambda: outcome(one_page(content)))


def test_a_stream_that_unpacks_to_very_much_is_bounded() -> None:
    packed = zlib.compress(b"BT (mill) Tj ET " * 2_000_000).decode("latin-1")
    content = f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n{packed}\nendstream"
    data = assembled(
        [
            CATALOGUE,
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /Font << /F1 4 0 R >> >>"
            " /Contents 5 0 R >>",
            FONT,
            content,
        ]
    )
    within_seconds(30, lambda: outcome(data))


def test_a_font_that_gives_letters_no_text_may_have_is_no_danger() -> None:
    for code in ("D800", "DFFF", "0000", "FFFF", "DBFFDFFF"):
        sheet = Sheet()
        sheet.put(72, 700, "AAAA mill AAAA")
        said = outcome(pdf([sheet], to_unicode=f"<41> <{code}>"))
        assert not any("\ud800" <= char <= "\udfff" for char in said)


def test_characters_that_show_nothing_make_no_block() -> None:
    sheet = Sheet()
    sheet.put(72, 700, "AA AA")
    sheet.put(72, 600, "mill and wheel")
    found = read_bytes(pdf([sheet], to_unicode="<41> <0001>"), "mill.pdf")
    assert [block.span.of(found.text) for block in found.blocks] == ["mill and wheel"]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=40), st.integers(0, 20_000), st.integers(0, 60))
def test_bytes_put_in_or_taken_out_anywhere_are_read_or_refused(put: bytes, at: int, taken: int) -> None:
    whole = mill()
    at %= len(whole)
    assert isinstance(outcome(whole[:at] + put + whole[at + taken :]), str)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(-1e5, 1e5), st.floats(-1e5, 1e5), st.floats(-300, 300), st.text("ab 1.*[-", max_size=9)),
        max_size=25,
    )
)
def test_words_set_anywhere_in_any_size_are_read(words: list[tuple[float, float, float, str]]) -> None:
    content = " ".join(f"BT /F1 {size:.3f} Tf {x:.3f} {y:.3f} Td ({text}) Tj ET" for x, y, size, text in words)
    assert isinstance(outcome(one_page(content)), str)


def test_very_many_drawn_dots_take_no_more_than_their_share_of_time() -> None:
    dots = "\n".join(f"{at % 600} {at // 600} 4 4 re f" for at in range(60_000))
    words = "\n".join(f"BT /F1 9 Tf {60 + 20 * (row % 2)} {780 - row} Td (words) Tj ET" for row in range(700))
    assert "words" in within_seconds(6, lambda: outcome(one_page(f"{dots}\n{words}")))


def test_a_line_of_very_many_single_letters_takes_no_more_than_its_share_of_time() -> None:
    letters = " ".join("(a) -400" for _ in range(60_000))
    data = one_page(f"BT /F1 1 Tf 0.01 0 0 1 10 400 Tm [{letters}] TJ ET")
    assert isinstance(within_seconds(8, lambda: outcome(data)), str)
