"""Books that are broken, hostile, protected or something else than they say: read, or refused in one line."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from clock import within_seconds
from holdwater.errors import ReadError, UnreadableError
from holdwater.read import read_bytes
from read.epub_books import CONTAINER, XHTML, book, package, page, zipped
from read.reading_checks import assert_sound, blocks

ENCRYPTED = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"'
    ' xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="{algorithm}"/>'
    '<enc:CipherData><enc:CipherReference URI="{uri}"/></enc:CipherData></enc:EncryptedData></encryption>'
)
FONT = '<item id="f" href="f.otf" media-type="application/vnd.ms-opentype"/>'
AES = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"
GOOD = book(
    {
        "a.xhtml": page('<p>In 2018<a epub:type="noteref" href="n.xhtml#n1">1</a>.</p>'),
        "n.xhtml": page('<aside epub:type="footnote" id="n1"><p>Roe.</p></aside>'),
    }
)


def refusal(data: bytes) -> str:
    """What is said against the bytes; "" where they are read. Anything but a ReadError comes through."""
    try:
        assert_sound(read_bytes(data, "mills.epub"))
    except ReadError as fault:
        return str(fault)
    return ""


@pytest.mark.parametrize(
    ("files", "what"),
    [
        ({"META-INF/container.xml": "<container/>"}, "an EPUB without a package file"),
        ({"META-INF/container.xml": "<cont"}, "an EPUB without a package file"),
        ({"META-INF/container.xml": CONTAINER.format(path="../../etc/passwd")}, "an EPUB without a package file"),
        ({"META-INF/container.xml": CONTAINER.format(path="b.opf"), "b.opf": "<package><manifest>"}, "not well-formed"),
        ({"META-INF/container.xml": CONTAINER.format(path="b.opf"), "b.opf": "<package/>"}, "a book without chapters"),
    ],
)
def test_a_book_without_a_sound_package_is_refused_in_one_line(files: dict[str, str | bytes], what: str) -> None:
    found = refusal(zipped(files))
    assert what in found
    assert "\n" not in found


@pytest.mark.parametrize("uri", ["OPS/a.xhtml", "OPS/unknown", ""])
def test_a_protected_book_is_unreadable(uri: str) -> None:
    encryption = ENCRYPTED.format(algorithm=AES, uri=uri)
    with pytest.raises(UnreadableError, match="encrypted"):
        read_bytes(book({"a.xhtml": page("<p>x</p>")}, **_meta(encryption)), "m.epub")


def _meta(encryption: str) -> dict[str, str | bytes]:
    return {"META-INF__encryption_dot_xml": encryption}


@pytest.mark.parametrize("algorithm", ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC", AES])
def test_a_book_of_which_only_fonts_are_scrambled_is_read(algorithm: str) -> None:
    encryption = ENCRYPTED.format(algorithm=algorithm, uri="OPS/f.otf")
    data = book({"a.xhtml": page("<p>x</p>")}, package(["a.xhtml"], items=FONT), **_meta(encryption))
    assert blocks(read_bytes(data, "mills.epub")) == ["x"]


def test_a_chapter_that_needs_a_password_makes_the_book_unreadable() -> None:
    data = bytearray(book({"a.xhtml": page("<p>x</p>")}))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = archive.getinfo("OPS/a.xhtml")
    data[info.header_offset + 6] |= 1
    central = data.rindex(b"OPS/a.xhtml") - 46
    data[central + 8] |= 1
    with pytest.raises(UnreadableError, match="encrypted"):
        read_bytes(bytes(data), "mills.epub")


@pytest.mark.parametrize(
    "href",
    [
        "../../../etc/passwd",
        "/etc/passwd",
        "http://a.test/x.xhtml",
        "file:///etc/passwd",
        "..",
        "a%00b",
        "%2e%2e/%2e%2e/x",
    ],
)
def test_paths_that_lead_out_of_the_archive_are_not_followed(href: str) -> None:
    item = f'<item id="x" href="{href}" media-type="{XHTML}"/>'
    opf = package(["a.xhtml"], items=item, spine='<itemref idref="x"/><itemref idref="a.xhtml"/>')
    document = read_bytes(book({"a.xhtml": page(f'<p>See <a href="{href}#n1">1</a>.</p>')}, opf), "mills.epub")
    assert blocks(document) == ["See 1."]
    assert len(document.unread) == 1


def test_fallbacks_that_lead_round_in_a_circle_end() -> None:
    items = "".join(
        f'<item id="{a}" href="{a}.svg" media-type="image/svg+xml" fallback="{b}"/>' for a, b in ("xy", "yx")
    )
    opf = package(["a.xhtml"], items=items, spine='<itemref idref="x"/><itemref idref="a.xhtml"/>')
    document = read_bytes(book({"a.xhtml": page("<p>Here.</p>")}, opf), "mills.epub")
    assert blocks(document) == ["Here."]
    assert document.unread == ("x: named in the spine, but not a text in the archive",)


def test_a_chapter_that_unpacks_to_very_much_is_left_unread() -> None:
    bomb = page("<p>" + "a" * 40_000_000 + "</p>")
    data = book({"a.xhtml": page("<p>Here.</p>"), "b.xhtml": bomb})
    document = within_seconds(5, lambda: read_bytes(data, "mills.epub"))
    assert blocks(document) == ["Here."]
    assert document.unread == ("OPS/b.xhtml: unpacks to more than a document may have",)


def test_entities_that_grow_or_lead_elsewhere_stay_what_they_are() -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 30))
    doctype = f'<!DOCTYPE html [<!ENTITY a0 "ha"><!ENTITY x SYSTEM "file:///etc/passwd">{bomb}]>'
    chapter = page("<p>&a29; &x;</p>").replace("<html", f"{doctype}<html")
    assert "root:" not in read_bytes(book({"a.xhtml": chapter}), "mills.epub").text
    assert "declares the entity" in refusal(book({}, doctype.replace("html", "package") + package([])))


def test_a_chapter_nested_too_deep_is_left_unread() -> None:
    files = {"a.xhtml": page("<p>Here.</p>"), "b.xhtml": page("<div>" * 12_000)}
    document = read_bytes(book(files), "mills.epub")
    assert document.unread == ("OPS/b.xhtml: tags nested more than 10000 deep",)


def test_a_book_called_something_else_is_known_by_its_content() -> None:
    for name in ("mills.docx", "mills.pdf", "mills.txt", "mills"):
        assert read_bytes(GOOD, name).format == "epub"


def test_what_is_called_a_book_and_is_none_is_refused_or_read_as_what_it_is() -> None:
    assert "\n" not in refusal(b"PK\x03\x04" + bytes(500))
    assert read_bytes(b"# Mill\n\nIt ran.\n", "mills.epub").format != "epub"


def test_every_truncation_is_refused_and_never_breaks() -> None:
    for end in range(4, len(GOOD), 31):
        assert refusal(GOOD[:end])
    assert refusal(GOOD) == ""


def test_damaged_bytes_are_read_or_refused() -> None:
    for seed in range(150):
        dice = random.Random(seed)
        data = bytearray(GOOD)
        for _ in range(dice.randint(1, 8)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        refusal(bytes(data))


@pytest.mark.parametrize(
    "chapters",
    [
        {f"c{n}.xhtml": page(f'<p>w<a href="c{n + 1}.xhtml#x">1</a></p><p id="x">y</p>') for n in range(500)},
        {"a.xhtml": page('<p>w<a href="b.xhtml#n">1</a></p>' * 5_000), "b.xhtml": page('<p id="n">1. x</p>')},
        {"a.xhtml": page('<a href="b.xhtml">1</a>' * 5_000), "b.xhtml": page("<p>x</p>")},
        {"a.xhtml": page("<p>w<sup>1</sup></p>" * 2_500), "b.xhtml": page("<p><sup>1</sup> x</p>" * 2_500)},
        {"a.xhtml": page('<p id="x">w</p>' * 5_000), "b.xhtml": page('<a href="a.xhtml#x">1</a>' * 5_000)},
    ],
    ids=["chain", "marks", "files", "raised", "twins"],
)
def test_hostile_books_take_time_in_proportion_to_their_size(chapters: dict[str, str | bytes]) -> None:
    data = book(chapters)
    within_seconds(3, lambda: refusal(data))


def test_a_list_of_very_many_pages_is_read_in_proportion_to_its_length() -> None:
    links = "".join(f'<li><a href="a.xhtml#p">{n}</a></li>' for n in range(5_000))
    items = f'<item id="nav" href="nav.xhtml" media-type="{XHTML}" properties="nav"/>'
    files = {
        "a.xhtml": page('<p><a id="p"/>x</p>'),
        "nav.xhtml": page(f'<nav epub:type="page-list"><ol>{links}</ol></nav>'),
    }
    data = book(files, package(["a.xhtml"], items=items))
    within_seconds(2, lambda: refusal(data))
