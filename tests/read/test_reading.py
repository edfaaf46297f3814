"""Which reader reads a file, how its bytes become text, and what is said of files that cannot be read."""

from __future__ import annotations

import gc
import gzip
import subprocess
import sys
import zipfile
from hashlib import sha256
from importlib.metadata import EntryPoint
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_checks import assert_sound

from holdwater.document import Document
from holdwater.errors import ReadError, UnreadableError
from holdwater.read import FORMATS, decoding, formats, read_bytes, read_file
from holdwater.read.sniffing import format_of_bytes, format_of_text

HTML = "<!DOCTYPE html><html><body><p>Words.</p></body></html>"


# -- which format


@pytest.mark.parametrize(
    ("raw", "name", "format_name"),
    [
        ("plain words", "a.md", "markdown"),
        ("plain words", "A.MARKDOWN", "markdown"),
        ("plain words", "a.htm", "html"),
        ("plain words", "a.txt", "plain"),
        ("plain words", "a.html.txt", "plain"),
        (HTML, "a.txt", "html"),
        ("\n <!-- x --> <html lang=en>", "a.md", "html"),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', "chapter", "html"),
        ('<?xml version="1.0"?><article/>', "paper", "html"),
        ('<?xml version="1.0"?><article xmlns:xlink="x"><front/>', "paper.xml", "jats"),
        ('<!DOCTYPE article PUBLIC "-//NLM//DTD JATS v1.2//EN" "x.dtd"><article>', "a", "jats"),
        ('<article xmlns="http://docbook.org/ns/docbook">', "a.xml", "docbook"),
        ("<mediawiki><page>", "dump", "wikitext"),
        ("Text.<ref name=a>{{cite book}}</ref>", "page", "wikitext"),
        ("\\documentclass{article}", "paper", "latex"),
        ("words", "a.tex", "latex"),
        ("words", "a.rst", "rst"),
        ("words", "a.pdf", "plain"),
        ("# Title\n\ntext", "a.txt", "plain"),
        ("# Title\n\ntext", "essay", "markdown"),
        ("Text[^1].\n\n[^1]: Note.", "-", "markdown"),
        ("See [this](https://x.test).", "", "markdown"),
        ("Only words, 1. and 2.", "essay", "plain"),
        ("<p>a fragment</p>", "essay", "plain"),
        ("", "nothing", "plain"),
    ],
)
def test_a_format_is_told_by_content_then_by_name_then_by_plain_signs(raw: str, name: str, format_name: str) -> None:
    assert format_of_text(raw, name) == format_name


@pytest.mark.parametrize(
    ("members", "format_name"),
    [(["word/document.xml"], "docx"), (["META-INF/container.xml"], "epub"), (["content.xml"], "odt")],
)
def test_a_zip_archive_is_told_by_what_it_holds_whatever_it_is_called(members: list[str], format_name: str) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for member in members:
            archive.writestr(member, "x")
    assert format_of_bytes(packed.getvalue(), "essay.txt") == format_name


def test_a_named_format_is_taken_at_its_word() -> None:
    assert read_bytes(b"*x*", "a.html", format="markdown").format == "markdown"
    assert read_bytes(HTML.encode(), "a.html", format="markdown").format == "markdown"


def test_a_format_that_nobody_reads_is_refused_with_those_there_are() -> None:
    with pytest.raises(ReadError, match="no reader is called 'doc'; there are markdown, html, plain"):
        read_bytes(b"x", "a", format="doc")


def test_sniffing_a_long_run_of_anything_is_quick() -> None:
    for piece in ("<!--", "<?xml", " ", "[", "](", "#"):
        assert format_of_text(piece * 250_000, "x") in FORMATS


# -- plug-ins


def _text_reader(raw: str, name: str) -> Document:
    return Document(text=raw.upper(), name=name, format="loud")


def _bytes_reader(data: bytes, name: str) -> Document:
    return Document(text=str(len(data)), name=name, format="size")


@pytest.fixture
def plug_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two readers as a plug-in would bring them: one of text, one of bytes."""
    found = {
        "loud": EntryPoint("loud", f"{__name__}:_text_reader", "holdwater.readers"),
        "size": EntryPoint("size", f"{__name__}:_bytes_reader", "holdwater.readers"),
    }
    monkeypatch.setattr(formats, "_plug_ins", lambda: found)


@pytest.mark.usefixtures("plug_ins")
def test_a_plug_in_reads_files_with_its_own_suffix() -> None:
    document = read_bytes(b"words", "a.loud")
    assert (document.text, document.format) == ("WORDS", "loud")
    assert document.metadata["sha256"] == sha256(b"words").hexdigest()


@pytest.mark.usefixtures("plug_ins")
def test_a_plug_in_that_asks_for_bytes_gets_them_undecoded() -> None:
    assert read_bytes(b"PK\x03\x04\x00\xff", "a.size").text == "6"
    assert read_bytes(b"\x00\x01", "a.bin", format="size").text == "2"


@pytest.mark.usefixtures("plug_ins")
def test_the_formats_named_in_an_error_include_plug_ins() -> None:
    with pytest.raises(ReadError, match="jats, loud, size"):
        read_bytes(b"x", "a", format="doc")


def test_importing_the_room_loads_no_parser() -> None:
    script = (
        "import sys, holdwater.read; "
        "heavy = ('selectolax', 'markdown_it', 'mdit_py_plugins', 'importlib.metadata'); "
        "print([name for name in heavy if name in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


# -- from bytes to text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", pytest.param("utf-16-be", id="utf-16-be with its mark")]
)
def test_byte_order_marks_say_the_encoding(encoding: str) -> None:
    words = "Größe – 漢字"
    data = ("\ufeff" + words).encode(encoding) if encoding == "utf-16-be" else words.encode(encoding)
    assert read_bytes(data, "a.md").text == words


@pytest.mark.parametrize(
    ("declaration", "encoding", "words"),
    [
        ('<meta charset="iso-8859-1">', "cp1252", "café “so”"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251", "Москва"),
        ("<meta charset=shift_jis>", "shift_jis", "漢字"),
        ("<meta charset=iso-2022-jp>", "iso-2022-jp", "漢字"),
        ("<meta charset=latin1>", "utf-8", "café, said wrongly"),
        ("<meta charset=nonsense>", "utf-8", "café"),
        ("<meta charset=hex>", "utf-8", "abad1dea"),
    ],
)
def test_a_page_is_decoded_as_it_declares_unless_it_is_plainly_utf_8(
    declaration: str, encoding: str, words: str
) -> None:
    raw = f"<!doctype html><html><head>{declaration}</head><body><p>{words}</p></body></html>"
    assert read_bytes(raw.encode(encoding), "a.html").text == words


def test_an_xml_declaration_is_heeded() -> None:
    raw = '<?xml version="1.0" encoding="windows-1250"?><html><body><p>Łódź</p></body></html>'
    assert read_bytes(raw.encode("cp1250"), "a.xhtml").text == "Łódź"


def test_western_text_of_one_byte_a_character_is_read_as_windows_1252() -> None:
    assert read_bytes("It’s a café – naïve".encode("cp1252"), "a.md").text == "It’s a café – naïve"


def test_damaged_utf_8_is_refused_with_the_byte_and_the_mend() -> None:
    data = "Größe, Größe, Größe ".encode() + b"\xff" + "ü".encode()
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "essay.md")
    assert str(caught.value) == f"essay.md: not valid UTF-8 at byte {data.index(255)}; save it as UTF-8"


def test_text_that_stops_within_a_character_is_refused() -> None:
    with pytest.raises(ReadError, match="at byte 3"):
        read_bytes("caf\u00e9".encode()[:-1], "a.md")


def test_wrong_bytes_in_a_declared_encoding_are_refused() -> None:
    with pytest.raises(ReadError, match="not valid shift_jis at byte"):
        read_bytes(b"<!doctype html><meta charset=shift_jis>\xff\xff\x81", "a.html")
    with pytest.raises(ReadError, match="not valid utf-16-le at byte"):
        read_bytes(b"\xff\xfe\x00\xd8x", "a.md")


def test_lone_surrogates_do_not_come_through() -> None:
    assert_sound(read_bytes(b"<p>&#xD800;x</p>", "a.html"))
    with pytest.raises(ReadError):
        read_bytes(b"a\xed\xa0\x80", "a.md")


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.md", "a.html", "a.txt", "a"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    said = ""
    try:
        read_bytes(data, name).text.encode("utf-8")
    except ReadError as fault:
        said = str(fault)
    assert "\n" not in said
    assert not said or said.startswith(f"{name}: ")


# -- gzip and size


def test_gzip_is_unpacked_and_the_name_within_says_the_format() -> None:
    packed = gzip.compress(b"*x*")
    document = read_bytes(packed, "a.md.gz")
    assert (document.text, document.format) == ("x", "markdown")
    assert document.metadata["sha256"] == sha256(packed).hexdigest()
    assert document.metadata["bytes"] == str(len(packed))


def test_gzip_in_several_members_is_read_whole() -> None:
    assert read_bytes(gzip.compress(b"one ") + gzip.compress(b"two"), "a.md.gz").text == "one two"


def test_a_gzip_bomb_is_refused_before_it_fills_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_BYTES", 1 << 20)
    bomb = gzip.compress(b"\x20" * (1 << 24))
    with pytest.raises(ReadError, match="larger than 1 MB of text; split it"):
        read_bytes(bomb, "a.md.gz")


def test_more_text_than_the_limit_is_refused_and_the_limit_itself_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_BYTES", 1 << 20)
    assert len(read_bytes(b"a" * (1 << 20), "a.md").text) == 1 << 20
    with pytest.raises(ReadError, match="larger than 1 MB"):
        read_bytes(b"a" * ((1 << 20) + 1), "a.md")


# -- files


def test_a_file_is_read_with_its_path_as_its_name(tmp_path: Path) -> None:
    path = tmp_path / "essay.md"
    path.write_bytes("Größe\r\n".encode())
    document = read_file(path)
    assert document.name == str(path)
    assert document.text == "Größe"
    assert document.metadata["bytes"] == "9"
    assert document.metadata["sha256"] == sha256(path.read_bytes()).hexdigest()
    assert read_file(str(path), format="plain").format == "plain"


def test_what_is_no_readable_file_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"no such file; check the path"):
        read_file(tmp_path / "missing.md")
    with pytest.raises(ReadError, match=r"this is a folder; name a file in it"):
        read_file(tmp_path)
    with pytest.raises(ReadError, match=r"cannot be read|no such file"):
        read_file("nul\0byte.md")
    with pytest.raises(ReadError, match=r"cannot be read|no such file"):
        read_file("a" * 5000)


def test_a_device_is_not_read() -> None:
    if Path("/dev/zero").exists():
        with pytest.raises(ReadError, match="not an ordinary file"):
            read_file("/dev/zero")


def test_a_file_without_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "closed.md"
    path.write_text("x", encoding="utf-8")

    def refuse(*_: object, **__: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadError, match=r"closed\.md: may not be read; check its permissions"):
        read_file(path)


def test_an_empty_file_is_a_document_without_words() -> None:
    for name in ("a.md", "a.html"):
        document = read_bytes(b"", name)
        assert (document.text, document.blocks) == ("", ())


def test_unreadable_is_a_kind_of_read_error_that_callers_can_tell() -> None:
    with pytest.raises(UnreadableError):
        read_bytes(b"%PDF-1.7\n", "a.pdf")
    with pytest.raises(ReadError) as caught:
        read_bytes(b"", "x", format="nothing")
    assert not isinstance(caught.value, UnreadableError)


def test_the_garbage_collector_is_as_it_was_after_a_read_and_after_a_refusal() -> None:
    for was in (True, False):
        (gc.enable if was else gc.disable)()
        try:
            read_bytes(b"words", "a.md")
            assert gc.isenabled() is was
            with pytest.raises(ReadError):
                read_bytes(b"%PDF-1.4 rest", "a.pdf")
            assert gc.isenabled() is was
        finally:
            gc.enable()
