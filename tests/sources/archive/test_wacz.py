"""Snapshots that are packed into a WACZ: the judges accept it, and what is read back is what was packed."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from archive_factory import AT, URL, body_file, exchange, held_of, judge, redirect, wacz_validate, warcio_check, zipped

from holdwater.errors import ArchiveError
from holdwater.sources.archive.cdxj import url_key
from holdwater.sources.archive.checking import check_archive
from holdwater.sources.archive.model import Place
from holdwater.sources.archive.taking import TakenIn, take_in
from holdwater.sources.archive.wacz_packing import pack
from holdwater.sources.archive.writer import ArchiveWriter
from holdwater.sources.catalogue.model import Held, HowHad

CSL = {"id": "doe2019", "type": "book", "title": "Mühlen & Wehre", "author": [{"family": "Doe", "given": "Jane"}]}
MADE = datetime(2026, 4, 5, 6, 7, 8, tzinfo=UTC)
START = "http://old.example/weir"


def snapshots(folder: Path) -> list[Held]:
    """A page, a packed one that redirects led to, and a file."""
    with ArchiveWriter(folder / "archive") as writer:
        page = writer.write(exchange(folder))
        moved = replace(zipped(folder), url="https://mills.example/new")
        packed = writer.write(moved, hops=[redirect(folder, START, moved.url)], fields={"work": "doe2019"})
        added = writer.write_file(body_file(folder, b"%PDF-1.7"), "Wehre.pdf", "application/pdf", at=AT)
    return [
        held_of(page),
        held_of(packed, START, final_url=moved.url, title="Moved", memento=AT),
        held_of(added, "", name="Wehre.pdf", how=HowHad.ADDED, media_type="application/pdf", title=""),
    ]


def packed(folder: Path, held: list[Held] | None = None) -> Path:
    held = held if held is not None else snapshots(folder)
    pack(
        folder / "archive", held, {"doe2019": CSL, "roe": {}}, folder / "case.wacz", title="The case", now=lambda: MADE
    )
    return folder / "case.wacz"


def taken(folder: Path, file: Path) -> TakenIn:
    with ArchiveWriter(folder / "other") as writer:
        return take_in(file, writer, folder / "tmp")


def index_of(file: Path) -> list[tuple[str, str, dict[str, str]]]:
    with zipfile.ZipFile(file) as opened:
        lines = gzip.decompress(opened.read("indexes/index.cdx.gz")).decode().splitlines()
    return [(key, stamp, json.loads(said)) for key, stamp, said in (line.split(" ", 2) for line in lines)]


def test_the_judge_of_wacz_files_accepts_it(tmp_path: Path) -> None:
    assert wacz_validate(packed(tmp_path)) == ""


def test_the_judge_would_tell_of_a_part_that_was_changed(tmp_path: Path) -> None:
    file = packed(tmp_path)
    with zipfile.ZipFile(file) as opened, zipfile.ZipFile(tmp_path / "changed.wacz", "w") as changed:
        for name in opened.namelist():
            changed.writestr(name, opened.read(name).replace(b"The mill", b"The dam."))
    assert "invalid package with errors" in wacz_validate(tmp_path / "changed.wacz")


def test_the_warc_file_in_it_is_sound_and_can_be_read_from_where_it_lies(tmp_path: Path) -> None:
    with zipfile.ZipFile(packed(tmp_path)) as opened:
        assert opened.getinfo("archive/data.warc.gz").compress_type == zipfile.ZIP_STORED
        assert opened.getinfo("indexes/index.cdx.gz").compress_type == zipfile.ZIP_STORED
        opened.extract("archive/data.warc.gz", tmp_path)
    assert warcio_check(tmp_path / "archive" / "data.warc.gz") == ""


def test_no_member_has_more_before_its_bytes_than_readers_count_on(tmp_path: Path) -> None:
    """ReplayWeb.page takes it that a member without extra fields in the directory has none before its bytes either."""
    data = packed(tmp_path).read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        for member in opened.infolist():
            start = member.header_offset + 30 + len(member.filename)
            packing = -15 if member.compress_type == zipfile.ZIP_DEFLATED else None
            stored = data[start : start + member.compress_size]
            assert (zlib.decompress(stored, packing) if packing else stored) == opened.read(member)


def test_the_index_leads_to_every_record(tmp_path: Path) -> None:
    file = packed(tmp_path)
    with zipfile.ZipFile(file) as opened:
        data = opened.read("archive/data.warc.gz")
    lines = index_of(file)
    assert len(lines) == 4
    for _, _, said in lines:
        start, length = int(said["offset"]), int(said["length"])
        record = gzip.decompress(data[start : start + length]).decode("utf-8", "replace")
        assert f"WARC-Target-URI: {said['url']}\r\n" in record
        assert f"WARC-Payload-Digest: {said['digest']}\r\n" in record


def test_the_index_is_the_one_that_another_indexer_makes(tmp_path: Path) -> None:
    """Keys apart, which differ a little between readers: cdxj-indexer takes off a slash at the end, and more."""
    file = packed(tmp_path)
    with zipfile.ZipFile(file) as opened:
        opened.extract("archive/data.warc.gz", tmp_path)
    told = subprocess.run(
        [judge("cdxj-indexer"), str(tmp_path / "archive/data.warc.gz")],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    others = [(line.split(" ", 2)[1], json.loads(line.split(" ", 2)[2])) for line in told.splitlines()]
    assert len(others) == 4
    for stamp, said in others:
        assert (stamp, {"status": "200"} | said) in [(stamp, said) for _, stamp, said in index_of(file)]


def test_the_index_of_blocks_leads_to_the_blocks(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path / "archive") as writer:
        place = writer.write(exchange(tmp_path), hops=[redirect(tmp_path, f"{START}/{i}", URL) for i in range(90)])
    file = packed(tmp_path, [held_of(place)])
    with zipfile.ZipFile(file) as opened:
        blocks, index = opened.read("indexes/index.idx").decode().splitlines(), opened.read("indexes/index.cdx.gz")
    assert json.loads(blocks[0].removeprefix("!meta 0 ")) == {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}
    where = json.loads(blocks[1][blocks[1].index("{") :])
    block = index[where["offset"] : where["offset"] + where["length"]]
    assert where["digest"] == f"sha256:{hashlib.sha256(block).hexdigest()}"
    assert gzip.decompress(block).decode().startswith(blocks[1][: blocks[1].index("{")])


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.mills.example/", "example,mills)/"),
        ("http://www2.Mills.example", "example,mills)/"),
        ("https://mills.example:443/a", "example,mills)/a"),
        ("https://mills.example:8443/A?c=1&B=2", "example,mills:8443)/a?b=2&c=1"),
        ("http://[::1]:80/x", "::1)/x"),
        ("urn:mill:1", "urn:mill:1"),
        ("http://[broken", "http://[broken"),
        ("http://a.example:99999/", "http://a.example:99999/"),
    ],
)
def test_the_key_of_an_address_is_the_one_that_readers_look_for(url: str, key: str) -> None:
    assert url_key(url) == key


def test_pages_are_listed_under_the_address_that_was_asked_for(tmp_path: Path) -> None:
    with zipfile.ZipFile(packed(tmp_path)) as opened:
        head, *pages = map(json.loads, opened.read("pages/pages.jsonl").decode().splitlines())
    assert head == {"format": "json-pages-1.0", "id": "pages", "title": "The case"}
    assert [(page["url"], page["title"]) for page in pages[:2]] == [(URL, "The mill"), (START, "Moved")]
    assert (pages[2]["title"], pages[2]["ts"]) == ("Wehre.pdf", "2026-03-04T05:06:07.890Z")


def test_the_same_snapshots_packed_at_the_same_time_are_the_same_bytes(tmp_path: Path) -> None:
    held = snapshots(tmp_path)
    assert packed(tmp_path, held).read_bytes() == packed(tmp_path, held).read_bytes()


def test_what_is_read_back_is_what_was_packed(tmp_path: Path) -> None:
    held = snapshots(tmp_path)
    found = taken(tmp_path, packed(tmp_path, held))
    assert found.passed_over == {}
    back = [one.held for one in found.taken if one.held]
    places = [one.place for one in back]
    assert [replace(one, place=held[0].place) for one in back] == [replace(one, place=held[0].place) for one in held]
    assert [one.work for one in found.taken] == [CSL] * 3
    assert check_archive(tmp_path / "other", places).faults == ()
    assert warcio_check(*(tmp_path / "other").iterdir()) == ""
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_group_that_was_packed_and_read_back_has_not_changed_by_a_byte(tmp_path: Path) -> None:
    held = snapshots(tmp_path)
    found = taken(tmp_path, packed(tmp_path, held))
    for one in found.taken:
        (before,) = [old.place for old in held if old.place.record_id == one.group.place.record_id]
        assert group_bytes(tmp_path / "archive", before) == group_bytes(tmp_path / "other", one.group.place)
    moved = next(one for one in found.taken if one.asked == START)
    assert [answer.status for answer in moved.group.answers] == [301, 200]
    assert dict(moved.group.fields) == {"work": "doe2019"}


def group_bytes(archive: Path, place: Place) -> bytes:
    return (archive / place.file).read_bytes()[place.offset : place.end]


def test_a_warc_file_of_ours_is_read_back_without_its_catalogue(tmp_path: Path) -> None:
    held = snapshots(tmp_path)
    found = taken(tmp_path, tmp_path / "archive" / held[0].place.file)
    assert {one.asked for one in found.taken} >= {URL, "https://mills.example/new"}
    assert check_archive(tmp_path / "other", [one.group.place for one in found.taken]).faults == ()


def test_a_record_that_is_damaged_is_not_packed_and_the_former_file_stays(tmp_path: Path) -> None:
    held = snapshots(tmp_path)
    file = packed(tmp_path, held)
    before = file.read_bytes()
    warc = tmp_path / "archive" / held[0].place.file
    data = bytearray(warc.read_bytes())
    data[held[0].place.offset + 300] ^= 0xFF
    warc.write_bytes(bytes(data))
    with pytest.raises(ArchiveError):
        packed(tmp_path, held)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_a_folder_that_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="cannot be written: No such file"):
        pack(tmp_path / "archive", [], {}, tmp_path / "gone" / "case.wacz")


FULL = """
import resource, sys
sys.path[:0] = {paths!r}
from pathlib import Path
from archive_factory import exchange, held_of
from holdwater.errors import ArchiveError
from holdwater.sources.archive.wacz_packing import pack
from holdwater.sources.archive.writer import ArchiveWriter
folder = Path({folder!r})
with ArchiveWriter(folder / "archive") as writer:
    place = writer.write(exchange(folder, Path({long!r}).read_bytes()))
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
try:
    pack(folder / "archive", [held_of(place)], {{}}, folder / "case.wacz")
except ArchiveError as error:
    print(error)
"""


def test_where_there_is_no_room_the_former_file_stays(tmp_path: Path) -> None:
    (tmp_path / "case.wacz").write_bytes(b"before")
    (tmp_path / "long").write_bytes(os.urandom(2**20))
    code = FULL.format(paths=sys.path, folder=str(tmp_path), long=str(tmp_path / "long"))
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "cannot be written: File too large; make room there" in told
    assert (tmp_path / "case.wacz").read_bytes() == b"before"
    assert [path.name for path in tmp_path.glob(".case*")] == []


def test_a_page_whose_words_break_lines_stays_in_its_line(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path / "archive") as writer:
        place = writer.write(exchange(tmp_path, url="https://mills.example/a\nb c"))
    held = held_of(place, title="The\nmill\u2028 \ud800", name="..\\..\\x")
    file = packed(tmp_path, [held])
    assert wacz_validate(file) == ""
    assert len(taken(tmp_path, file).taken) == 1
