"""What was put into the archive comes out of it again, decoded, checked and bounded."""

from __future__ import annotations

import codecs
import gzip
import hashlib
import shutil
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import brotli
import pytest
import zstandard
from archive_factory import PAGE, body_file, brief, exchange, zipped

from holdwater.errors import ArchiveError
from holdwater.read import read_file
from holdwater.sources.archive.groups import read_group
from holdwater.sources.archive.model import Exchange, Payload, Place
from holdwater.sources.archive.reading import find_payload, take_out
from holdwater.sources.archive.writer import ArchiveWriter

Headers = tuple[tuple[str, str], ...]


def put(folder: Path, had: Exchange) -> Place:
    with ArchiveWriter(folder / "archive") as writer:
        return writer.write(had)


def taken(folder: Path, had: Exchange, **limits: int) -> Payload:
    return take_out(folder / "archive", put(folder, had), folder / "payloads", **limits)


def packed(folder: Path, body: bytes, coding: str, **changes: object) -> Exchange:
    headers = (("Content-Type", "text/html"), ("Content-Encoding", coding))
    return exchange(folder, body, headers=headers, **changes)


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def test_a_page_comes_out_under_its_digest_with_what_its_headers_said(tmp_path: Path) -> None:
    found = taken(tmp_path, exchange(tmp_path))
    digest = hashlib.sha256(PAGE.encode()).hexdigest()
    assert found.path == tmp_path / "payloads" / digest[:2] / f"{digest}.html"
    assert found.path.read_text(encoding="utf-8") == PAGE
    assert (found.sha256, found.size) == (digest, len(PAGE.encode()))
    assert (found.media_type, found.charset) == ("text/html", "utf-8")
    assert [path for path in (tmp_path / "payloads").iterdir() if path.is_file()] == []


def test_what_was_taken_out_is_found_again_and_what_was_deleted_comes_again(tmp_path: Path) -> None:
    place, payloads = put(tmp_path, exchange(tmp_path)), tmp_path / "payloads"
    found = take_out(tmp_path / "archive", place, payloads)
    assert find_payload(payloads, found.sha256) == found.path
    shutil.rmtree(payloads)
    assert find_payload(payloads, found.sha256) is None
    assert take_out(tmp_path / "archive", place, payloads) == found


def test_a_digest_that_is_none_finds_nothing(tmp_path: Path) -> None:
    (tmp_path / "ab").mkdir()
    assert find_payload(tmp_path, "ab*") is None


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(PAGE.encode())),
        ("x-gzip", gzip.compress(PAGE.encode())),
        ("GZIP", gzip.compress(PAGE.encode()[:20]) + gzip.compress(PAGE.encode()[20:])),
        ("gzip", gzip.compress(PAGE.encode()) + b"\0" * 20),
        ("deflate", zlib.compress(PAGE.encode())),
        ("deflate", raw_deflate(PAGE.encode())),
        ("br", brotli.compress(PAGE.encode())),
        ("zstd", zstandard.compress(PAGE.encode())),
        ("gzip, br", brotli.compress(gzip.compress(PAGE.encode()))),
        ("identity", PAGE.encode()),
        ("gzip", PAGE.encode()),
    ],
    ids=brief,
)
def test_whatever_a_page_was_packed_in_is_taken_off(tmp_path: Path, coding: str, body: bytes) -> None:
    assert taken(tmp_path, packed(tmp_path, body, coding)).path.read_text(encoding="utf-8") == PAGE


def test_long_pages_come_out_whole(tmp_path: Path) -> None:
    text = "".join(f"<p>{number}</p>" for number in range(60_000)).encode()
    for coding, body in (
        ("gzip", gzip.compress(text)),
        ("br", brotli.compress(text)),
        ("zstd", zstandard.compress(text)),
    ):
        assert taken(tmp_path, packed(tmp_path, body, coding)).path.read_bytes() == text


@pytest.mark.parametrize(
    ("coding", "body", "what"),
    [
        ("gzip", gzip.compress(PAGE.encode())[:-12], "compressed data that break off"),
        ("br", brotli.compress(PAGE.encode())[:-3], "compressed data that break off"),
        ("gzip", b"\x1f\x8b\x08\x00" + b"\xff" * 60, "damaged compressed data"),
        ("deflate", b"\xff" * 60, "damaged compressed data"),
        ("br", b"\xff" * 60, "damaged compressed data"),
        ("zstd", b"\xff" * 60, "damaged compressed data"),
        ("compress", b"x", "packed as 'compress', which is not known here"),
        ("gzip, gzip, gzip, gzip, gzip", b"x", "packed 5 times"),
    ],
    ids=brief,
)
def test_what_cannot_be_unpacked_is_said_in_one_line(tmp_path: Path, coding: str, body: bytes, what: str) -> None:
    with pytest.raises(ArchiveError, match=what) as refusal:
        taken(tmp_path, packed(tmp_path, body, coding))
    assert "\n" not in str(refusal.value)
    assert [path for path in (tmp_path / "payloads").rglob("*") if path.is_file()] == []


def test_a_page_that_was_cut_short_comes_out_as_far_as_it_goes(tmp_path: Path) -> None:
    text = "".join(f"<p>{number}</p>" for number in range(20_000)).encode()
    found = taken(tmp_path, packed(tmp_path, gzip.compress(text)[:-20_000], "gzip", truncated="length"))
    assert text.startswith(found.path.read_bytes())
    assert 10_000 < found.size < len(text)


def nested(levels: int) -> bytes:
    data = b"\0" * 2**24
    for _ in range(levels):
        data = gzip.compress(data, mtime=0)
    return data


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(b"\0" * 2**26)),
        ("deflate", zlib.compress(b"\0" * 2**26)),
        ("br", brotli.compress(b"\0" * 2**26, quality=4)),
        ("zstd", zstandard.compress(b"\0" * 2**26)),
        ("gzip, gzip, gzip", nested(3)),
    ],
    ids=brief,
)
def test_a_bomb_is_refused_before_it_fills_anything(
    tmp_path: Path, coding: str, body: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    from holdwater.sources.archive import decoding

    steps = []
    plain = decoding.Bytes.read
    monkeypatch.setattr(
        decoding.Bytes, "read", lambda self, most: steps.append(len(piece := plain(self, most))) or piece
    )
    with pytest.raises(ArchiveError, match="unpacks to more than 1 MB"):
        taken(tmp_path, packed(tmp_path, body, coding), most=2**20)
    assert max(steps) <= 2**18
    assert sum(steps) < 2**22
    assert [path for path in (tmp_path / "payloads").rglob("*") if path.is_file()] == []


def test_brotli_without_a_bound_is_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Unbounded:
        pass

    monkeypatch.setattr(brotli, "Decompressor", Unbounded)
    with pytest.raises(ArchiveError, match="install brotli"):
        taken(tmp_path, packed(tmp_path, brotli.compress(b"x"), "br"))


def test_a_package_that_is_lacking_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(ArchiveError, match="install the package zstandard"):
        taken(tmp_path, packed(tmp_path, zstandard.compress(b"x"), "zstd"))


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "iso-8859-5", "UTF-16LE"])
def test_a_character_set_that_only_the_headers_give_is_not_lost(tmp_path: Path, charset: str) -> None:
    text = "<!doctype html><title>Мельница</title><p>Мельница стояла у плотины.</p>"
    had = exchange(tmp_path, text.encode(charset), headers=(("Content-Type", f"text/html; charset={charset}"),))
    found = taken(tmp_path, had)
    assert "Мельница стояла у плотины." in read_file(found.path).text
    assert found.path.read_bytes().startswith(codecs.BOM_UTF8)
    assert (found.sha256, found.size) == (hashlib.sha256(text.encode(charset)).hexdigest(), len(text.encode(charset)))
    assert find_payload(tmp_path / "payloads", found.sha256) == found.path


@pytest.mark.parametrize(
    ("charset", "body"),
    [
        ("shift_jis", "Die Mühle stand am Wehr.".encode()),
        ("windows-1251", codecs.BOM_UTF8 + "Die Mühle".encode()),
        ("iso-8859-1", "Die Mühle".encode("latin-1")),
        ("zip", b"x"),
        ("../../etc/passwd", b"x"),
    ],
    ids=brief,
)
def test_a_character_set_that_is_none_or_does_not_fit_changes_nothing(
    tmp_path: Path, charset: str, body: bytes
) -> None:
    had = exchange(tmp_path, body, headers=(("Content-Type", f"text/plain; charset={charset}"),))
    found = taken(tmp_path, had)
    assert (found.path.read_bytes(), found.path.name) == (body, f"{found.sha256}.txt")


@pytest.mark.parametrize(
    ("content_type", "url", "suffix"),
    [
        ("text/html", "https://mills.example/weir.php", ".html"),
        ("Application/PDF; version=1.7", "https://mills.example/", ".pdf"),
        ("application/octet-stream", "https://mills.example/weir.PDF?x=.exe", ".pdf"),
        ("", "https://mills.example/weir", ""),
        ("application/octet-stream", "https://mills.example/a.b/..%2f", ""),
        ("x", "https://mills.example/weir.t%00t", ""),
    ],
)
def test_a_file_has_the_suffix_of_its_type_or_else_of_its_address(
    tmp_path: Path, content_type: str, url: str, suffix: str
) -> None:
    had = exchange(tmp_path, b"%PDF-1.7", url=url, headers=(("Content-Type", content_type),))
    assert taken(tmp_path, had).path.suffix == suffix


def test_a_file_that_was_put_in_comes_out_with_the_suffix_it_had(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path / "archive") as writer:
        place = writer.write_file(body_file(tmp_path, b"The mill."), "Mills.WIKI", "")
    found = take_out(tmp_path / "archive", place, tmp_path / "payloads")
    assert (found.path.suffix, found.media_type) == (".wiki", "application/octet-stream")


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 0xFF
    path.write_bytes(bytes(data))


def test_whichever_byte_of_a_packed_record_has_changed_other_words_are_not_given_out(tmp_path: Path) -> None:
    place = put(tmp_path, exchange(tmp_path))
    file = tmp_path / "archive" / place.file
    refused = 0
    for at in range(place.offset, place.offset + place.length):
        flip(file, at)
        try:
            found = take_out(tmp_path / "archive", place, tmp_path / "payloads")
        except ArchiveError:
            refused += 1
        else:  # four bytes of time, two of how and where it was packed: gzip's own, and nobody's words
            assert found.path.read_bytes() == PAGE.encode()
        flip(file, at)
    assert refused >= place.length - 6


def test_a_record_that_was_packed_anew_with_other_words_is_not_given_out(tmp_path: Path) -> None:
    place = put(tmp_path, exchange(tmp_path))
    file = tmp_path / "archive" / place.file
    data = file.read_bytes()
    record = gzip.decompress(data[place.offset : place.offset + place.length]).replace(b"1843", b"1834")
    file.write_bytes(data[: place.offset] + gzip.compress(record))
    with pytest.raises(ArchiveError, match="whose block is not that of its digest"):
        take_out(tmp_path / "archive", place, tmp_path / "payloads")


def test_a_record_whose_digests_were_changed_too_is_not_the_one_that_the_catalogue_knows(tmp_path: Path) -> None:
    place = put(tmp_path, exchange(tmp_path))
    other = put(tmp_path, exchange(tmp_path, PAGE.replace("1843", "1834").encode()))
    for wrong in (
        replace(other, payload_sha256=place.payload_sha256),
        replace(place, length=place.length + 1),
        replace(place, record_id=other.record_id),
    ):
        with pytest.raises(ArchiveError, match="another record than the catalogue says"):
            take_out(tmp_path / "archive", wrong, tmp_path / "payloads")
        with pytest.raises(ArchiveError, match="another record than the catalogue says"):
            read_group(tmp_path / "archive", wrong)


@pytest.mark.parametrize("file", ["../archive.warc.gz", "/etc/passwd", "gone.warc.gz", "a\0b", "..", ""])
def test_a_place_outside_of_the_archive_is_not_looked_at(tmp_path: Path, file: str) -> None:
    place = replace(put(tmp_path, exchange(tmp_path)), file=file)
    (tmp_path / "archive.warc.gz").write_bytes(b"x")
    with pytest.raises(ArchiveError, match="is not in the archive"):
        take_out(tmp_path / "archive", place, tmp_path / "payloads")


@pytest.mark.parametrize("offset", [10**9, 1])
def test_a_place_where_no_record_begins_is_refused(tmp_path: Path, offset: int) -> None:
    place = replace(put(tmp_path, zipped(tmp_path)), offset=offset)
    with pytest.raises(ArchiveError):
        take_out(tmp_path / "archive", place, tmp_path / "payloads")


def test_payloads_that_cannot_be_written_are_told_in_one_line(tmp_path: Path) -> None:
    place = put(tmp_path, exchange(tmp_path))
    (tmp_path / "payloads").write_text("in the way")
    with pytest.raises(ArchiveError, match="cannot be written"):
        take_out(tmp_path / "archive", place, tmp_path / "payloads")
