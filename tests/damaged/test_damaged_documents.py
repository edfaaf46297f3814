"""Documents that are broken, hostile or something else than they say: read, or refused in one line."""

from __future__ import annotations

import gzip
import io
import random
import zipfile

import pytest

from clock import within_seconds
from holdwater.errors import ReadError, UnreadableError
from holdwater.read import read_bytes

MARKDOWN = "# Mill\n\nIt *turned*[^1] and “ran” — see [Doe](http://d.test).\n\n> Quoted.\n\n[^1]: Note.\n"
PAGE = (
    "<!doctype html><html><head><title>M</title></head><body><p>In 2018<sup><a href='#n1'>1</a></sup> it &amp; all.</p>"
    "<ol class='footnotes'><li id='n1'>Note. <a href='#r'>↩</a></li></ol></body></html>"
)


def _zipped(*names: str, mimetype: str = "") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "x")
    return data.getvalue()


def refusal(data: bytes, name: str) -> str:
    """What is said against the bytes; "" where they are read. Anything but a ReadError comes through."""
    try:
        read_bytes(data, name)
    except ReadError as fault:
        return str(fault)
    return ""


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (_zipped("xl/workbook.xml"), "this is an Excel workbook"),
        (_zipped("notes.txt"), "a zip archive that is no document"),
        (b"PK\x03\x04" + bytes(400), "a damaged or truncated zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
        (b"\x89PNG\r\n\x1a\n", "this is a picture"),
        (b"BZh91AY", "this is a bzip2 archive"),
        (gzip.compress(b"%PDF-1.4 rest", mtime=0), ""),
        (b"%PDF-1.4 rest", ""),
    ],
)
@pytest.mark.parametrize("name", ["essay.md", "essay.html", "essay"])
def test_other_formats_are_named_with_a_mend_whatever_the_file_is_called(data: bytes, what: str, name: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    message = str(caught.value)
    assert message.startswith(f"{name}: {what}")
    assert "; " in message


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"text\x00text", "NUL byte at offset 4"),
        ("wide text".encode("utf-16-le"), "UTF-16 text without a byte-order mark"),
        ("\ufeffa\0b".encode("utf-16-le"), "NUL characters"),
        (bytes(range(1, 32)) * 40, "control characters"),
    ],
)
def test_bytes_that_are_no_text_are_unreadable(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        read_bytes(data, "essay.md")


def test_random_bytes_are_never_taken_for_text() -> None:
    for seed in range(50):
        with pytest.raises(ReadError):
            read_bytes(random.Random(seed).randbytes(2000), "essay.md")


@pytest.mark.parametrize("cut", range(0, 60, 3))
def test_a_truncated_gzip_file_is_refused(cut: int) -> None:
    data = gzip.compress(MARKDOWN.encode() * 3)
    with pytest.raises(ReadError, match=r"gzip|NUL|binary|UTF-8"):
        read_bytes(data[: len(data) - 1 - cut][:-1] or b"\x1f\x8b", "essay.md.gz")


def test_gzip_with_a_wrong_checksum_is_refused() -> None:
    data = bytearray(gzip.compress(MARKDOWN.encode()))
    data[-6] ^= 0xFF
    with pytest.raises(ReadError, match="damaged gzip data"):
        read_bytes(bytes(data), "essay.md.gz")


@pytest.mark.parametrize(("whole", "name"), [(MARKDOWN, "essay.md"), (PAGE, "page.html")])
def test_a_document_cut_off_anywhere_is_read_as_far_as_it_goes(whole: str, name: str) -> None:
    for end in range(0, len(whole), 2):
        document = read_bytes(whole[:end].encode(), name)
        assert len(document.text) <= end
        for mark in document.marks:
            assert mark.span.end <= len(document.text)


@pytest.mark.parametrize(("whole", "name"), [(MARKDOWN, "essay.md"), (PAGE, "page.html")])
def test_a_document_with_any_one_byte_changed_is_read_or_refused(whole: str, name: str) -> None:
    data = whole.encode()
    chance = random.Random(7)
    for _ in range(300):
        changed = bytearray(data)
        changed[chance.randrange(len(data))] = chance.randrange(256)
        assert refusal(bytes(changed), name).partition(":")[0] in ("", name)


@pytest.mark.parametrize(
    "raw",
    [
        "[^1]: [^1]\n\n[^1]",
        "[^a][^a][^a]",
        "[^]: x",
        "^[" * 50 + "]" * 50,
        "[a]: <\n\n[a]",
        "---\n---\n",
        "---\ntitle:\n---",
        "|\n|-|",
        "<!-- never closed",
        "<script>never closed",
        "```never closed\n*x*",
        "> ",
        "[^1]:",
        "\\",
        "&#xD800; &#1114112; &#0;",
        "\ufeff\ufeff# x",
    ],
)
def test_odd_markdown_is_read(raw: str) -> None:
    document = read_bytes(raw.encode(), "essay.md")
    assert not any("\ud800" <= char <= "\udfff" for char in document.text)


@pytest.mark.parametrize(
    "raw",
    [
        "<a href='#a' id='a' role='doc-noteref'>1</a>",
        "<aside epub:type='footnote' id='n'><a epub:type='noteref' href='#n'>1</a></aside>",
        "<ol class='footnotes'><li><ol class='footnotes'><li>x</li></ol></li></ol>",
        "<p id='a'>x<a href='#b'>1</a></p><p id='b'>y<a href='#a'>1</a></p>",
        "<a href='#%ff%00' role='doc-noteref'>1</a>",
        "<a href='#" + "x" * 100_000 + "'>1</a>",
        "<span class='ltx_note'><span class='ltx_note_content'><span class='ltx_note'></span></span></span>",
        "<span class='sidenote'><span class='sidenote'>a note within a note, at length</span> and more</span>",
        "<span data-definition='d'><span id='d'>*</span></span>",
        "<li><ol start='99999999999999999999'><li>x",
        "<sup><sup><sup>1</sup></sup></sup>",
        "<table><table><tr><table>",
        "<p></p></p></p><p/>",
        "<html><html><body><body><head>",
        "<!doctype",
        "<![CDATA[",
        "<?php echo '<p>' ?>",
        "<frameset><frame></frameset>",
        "<plaintext><p>a",
    ],
)
def test_odd_html_is_read(raw: str) -> None:
    document = read_bytes(raw.encode(), "page.html")
    ids = {note.id for note in document.notes}
    assert all(mark.target in ids or not mark.target or len(mark.span) for mark in document.marks)


@pytest.mark.parametrize("name", ["essay.md", "page.html"])
@pytest.mark.parametrize("line", ["word ", "x", "1", "“", "é", "\n", "\n\n", "a. "])
def test_a_megabyte_of_one_thing_is_read_in_a_few_seconds(name: str, line: str) -> None:
    size = 200_000
    data = (line * size)[:size].encode()
    document = within_seconds(1.5, lambda: read_bytes(data, name))
    assert len(document.text) <= size


def test_a_hundred_megabytes_are_refused_at_once() -> None:
    data = b"a" * 100_000_000

    def refused() -> None:
        with pytest.raises(ReadError, match=r"larger than 64 MB of text; split it into parts"):
            read_bytes(data, "essay.md")

    within_seconds(1, refused)
