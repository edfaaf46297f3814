"""WACZ files that are broken, hostile, newer, or something else than they say: refused in one line, nothing taken."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from archive_factory import brief, exchange, held_of

from clock import within_seconds
from holdwater.errors import ArchiveError
from holdwater.sources.archive import wacz_opening
from holdwater.sources.archive import zipped as zip_files
from holdwater.sources.archive.taking import TakenIn, take_in
from holdwater.sources.archive.wacz_packing import pack
from holdwater.sources.archive.writer import ArchiveWriter

WARC, INDEX, PAGES = "archive/data.warc.gz", "indexes/index.cdx.gz", "pages/pages.jsonl"
Parts = dict[str, bytes]


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    """The parts of a sound WACZ of ours."""
    with ArchiveWriter(tmp_path / "first") as writer:
        place = writer.write(exchange(tmp_path))
    pack(tmp_path / "first", [held_of(place)], {"doe2019": {"id": "doe2019"}}, tmp_path / "sound.wacz")
    with zipfile.ZipFile(tmp_path / "sound.wacz") as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def described(parts: Parts, **changes: object) -> Parts:
    """The parts with digests that fit them, as somebody makes them who changes a file on purpose."""
    said = json.loads(parts["datapackage.json"])
    for part in said["resources"]:
        if part["path"] in parts:
            part |= {"hash": f"sha256:{hashlib.sha256(parts[part['path']]).hexdigest()}"}
    description = json.dumps(said | changes).encode()
    digest = json.dumps({"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(description).hexdigest()}"})
    return parts | {"datapackage.json": description, "datapackage-digest.json": digest.encode()}


def zipped(parts: Parts, packing: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as opened:
        for name, data in parts.items():
            opened.writestr(zipfile.ZipInfo(name), data, packing)
    return out.getvalue()


def taken(folder: Path, data: bytes) -> TakenIn:
    (folder / "case.wacz").write_bytes(data)
    with ArchiveWriter(folder / "archive") as writer:
        return take_in(folder / "case.wacz", writer, folder / "tmp")


def refusal(folder: Path, data: bytes) -> str:
    """What is said against a file, of which nothing may be taken; and nothing stays behind."""
    with pytest.raises(ArchiveError) as refused:
        within_seconds(20, lambda: taken(folder, data))
    assert not (folder / "archive").exists()
    assert [path for path in folder.glob("tmp/*") if path.is_dir()] == []
    told = str(refused.value)
    assert "\n" not in told
    return told


def indexed(parts: Parts, **changes: object) -> Parts:
    """The parts with an index that says otherwise, and fits its digest."""
    lines = []
    for line in gzip.decompress(parts[INDEX]).decode().splitlines():
        key, stamp, said = line.split(" ", 2)
        lines.append(f"{key} {stamp} {json.dumps(json.loads(said) | changes)}\n")
    return described(parts | {INDEX: gzip.compress("".join(lines).encode())})


def test_the_sound_one_is_taken(tmp_path: Path, parts: Parts) -> None:
    assert len(taken(tmp_path, zipped(described(parts))).taken) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"filename": "../../../etc/passwd"},
        {"filename": "/etc/passwd"},
        {"filename": "other.warc.gz"},
        {"filename": ""},
        {"offset": "99999999"},
        {"offset": "-1"},
        {"length": "99999999"},
        {"length": "0"},
        {"offset": str(2**70)},
    ],
)
def test_an_index_that_points_outside_is_refused(tmp_path: Path, parts: Parts, changes: dict[str, object]) -> None:
    assert "an index that points outside" in refusal(tmp_path, zipped(indexed(parts, **changes)))


@pytest.mark.parametrize("changes", [{"url": "https://other.example/"}, {"offset": "0"}, {"offset": "3"}])
def test_an_index_that_says_other_than_its_records_is_refused(
    tmp_path: Path, parts: Parts, changes: dict[str, object]
) -> None:
    told = refusal(tmp_path, zipped(indexed(parts, **changes)))
    assert "does not fit its records" in told or "a record that breaks off" in told or "no WARC record" in told


@pytest.mark.parametrize(
    "index",
    [b"no index", b"a 20250101000000 {}\n", b'a x {"url": 1}\n', b"[" * 100_000, b"a 20250101000000 [1]\n"],
    ids=brief,
)
def test_an_index_that_is_none_is_refused(tmp_path: Path, parts: Parts, index: bytes) -> None:
    told = refusal(tmp_path, zipped(described(parts | {INDEX: gzip.compress(index)})))
    assert "not a line of an index" in told


def test_an_index_that_unpacks_to_more_than_any_is_refused(
    tmp_path: Path, parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wacz_opening, "MAX_INDEX", 2**22)
    told = refusal(tmp_path, zipped(described(parts | {INDEX: gzip.compress((b"!" * 1000 + b"\n") * 2**14)})))
    assert "unpacks to more than 4 MB" in told


def test_an_index_of_more_lines_than_any_is_refused_without_delay(tmp_path: Path, parts: Parts) -> None:
    told = refusal(tmp_path, zipped(described(parts | {INDEX: gzip.compress(b"\n" * 2**24)})))
    assert "an index of more than 500,000 lines" in told


@pytest.mark.parametrize("name", [WARC, INDEX, PAGES, "holdwater/snapshots.json", "indexes/index.idx"])
def test_a_part_that_is_not_that_of_its_digest_is_refused(tmp_path: Path, parts: Parts, name: str) -> None:
    data = bytearray(parts[name])
    data[len(data) // 2] ^= 1
    assert refusal(tmp_path, zipped(parts | {name: bytes(data)})).endswith(f"{name}: is not that of its digest")


def test_a_description_that_is_not_that_of_its_digest_is_refused(tmp_path: Path, parts: Parts) -> None:
    changed = parts | {"datapackage.json": parts["datapackage.json"] + b" "}
    assert "its description is not that of its digest" in refusal(tmp_path, zipped(changed))


def test_a_record_that_is_not_that_of_its_own_digest_is_refused(tmp_path: Path, parts: Parts) -> None:
    """Somebody has changed the words and mended everything but the record's digests."""
    members = parts[WARC].split(b"\x1f\x8b\x08")
    page = gzip.decompress(b"\x1f\x8b\x08" + members[2])
    members[2] = gzip.compress(page.replace(b"1843", b"1834"), 6, mtime=0)[3:]
    changed = parts | {WARC: b"\x1f\x8b\x08".join(members)}
    offsets = {"offset": str(3 + len(members[1])), "length": str(3 + len(members[2]))}
    assert "whose block is not that of its digest" in refusal(tmp_path, zipped(indexed(changed, **offsets)))


@pytest.mark.parametrize("version", ["2.0.0", "10.1", "", "x", "²", "99999999999999999999.0"])
def test_a_version_that_is_not_known_is_refused(tmp_path: Path, parts: Parts, version: str) -> None:
    told = refusal(tmp_path, zipped(described(parts, wacz_version=version)))
    assert "a WACZ of a version that is not known" in told
    assert ("update Holdwater" in told) == version[:1].isascii() * version[:1].isdigit()


def test_a_list_of_snapshots_by_a_newer_holdwater_is_refused(tmp_path: Path, parts: Parts) -> None:
    newer = parts["holdwater/snapshots.json"].replace(b'"holdwater": 1', b'"holdwater": 2')
    told = refusal(tmp_path, zipped(described(parts | {"holdwater/snapshots.json": newer})))
    assert "was written by a newer version of Holdwater; update Holdwater" in told


@pytest.mark.parametrize(
    "text",
    [
        b"", b"[]", b"{}", b'{"holdwater": 1, "works": [], "snapshots": []}', b"[" * 100_000,
        b'{"holdwater": 1, "works": {}, "snapshots": [{"record": "x", "how": "by magic"}]}',
        b'{"holdwater": 1, "works": {}, "snapshots": [{"record": 0, "how": "fetched", "at": "2025-01-01"}]}',
    ],
    ids=brief,
)  # fmt: skip
def test_a_list_of_snapshots_that_is_none_is_refused(tmp_path: Path, parts: Parts, text: bytes) -> None:
    told = refusal(tmp_path, zipped(described(parts | {"holdwater/snapshots.json": text})))
    assert "its list of snapshots is damaged" in told


@pytest.mark.parametrize(
    "name",
    ["../../evil", "/etc/evil", "a\\..\\evil", "C:evil", "archive/../../evil.warc.gz", "a\nb", "archive/..", "a\x1bb"],
)
def test_a_name_that_leads_out_of_it_is_refused(tmp_path: Path, parts: Parts, name: str) -> None:
    assert "lists a file outside of it" in refusal(tmp_path, zipped(parts | {name: b"x"}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_in_it_twice_is_refused(tmp_path: Path, parts: Parts) -> None:
    out = io.BytesIO(zipped(parts))
    with zipfile.ZipFile(out, "a") as opened:
        opened.writestr(WARC, b"another")
    assert "lists a file twice" in refusal(tmp_path, out.getvalue())


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda parts: {PAGES: parts[PAGES]}, "no WACZ: it does not describe"),
        (lambda parts: parts | {"datapackage.json": b"[]"}, "datapackage.json: damaged"),
        (lambda parts: parts | {"datapackage.json": b"{" * 10**5}, "datapackage.json: damaged"),
        (lambda parts: described(parts, resources=7), "its description is damaged"),
        (lambda parts: described(parts, resources=[{"path": WARC}]), "its description is damaged"),
        (lambda parts: described(parts, resources=[]), "its description does not list archive/data.warc.gz"),
        (lambda parts: parts | {"archive/more.warc.gz": b"x"}, "its description does not list archive/more.warc.gz"),
        (lambda parts: described(parts, resources=[{"path": "x", "hash": "y"}]), "lacks 'x', which its description"),
        (lambda parts: without(parts, WARC), "lacks 'archive/data.warc.gz'"),
        (lambda parts: described(parts, resources=unknown_digests(parts)), "a digest of a kind that is not known"),
        (lambda parts: listed(without(parts, INDEX)), "has no index"),
        (lambda parts: listed(without(parts, PAGES)), "lists no pages"),
        (lambda parts: described(parts | {PAGES: b"no page"}), "pages.jsonl: damaged"),
    ],
)
def test_a_file_that_lacks_what_a_wacz_has_is_refused(
    tmp_path: Path, parts: Parts, change: Callable[[Parts], Parts], what: str
) -> None:
    assert what in refusal(tmp_path, zipped(change(parts)))


def without(parts: Parts, name: str) -> Parts:
    return {other: data for other, data in parts.items() if other != name}


def listed(parts: Parts) -> Parts:
    """The parts with a description that does not list what is lacking."""
    said: list[dict[str, Any]] = json.loads(parts["datapackage.json"])["resources"]
    return described(parts, resources=[part for part in said if part["path"] in parts])


def unknown_digests(parts: Parts) -> list[dict[str, str]]:
    return [{"path": part, "hash": "crc:1"} for part in parts if not part.startswith("datapackage")]


def test_more_pages_than_any_list_has_are_refused(
    tmp_path: Path, parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wacz_opening, "MAX_PAGES", 3)
    pages = b'{"url": "http://x.example/"}\n' * 5
    assert "lists more than 3 pages" in refusal(tmp_path, zipped(described(parts | {PAGES: pages})))


def test_a_bomb_is_refused_before_it_fills_the_disk(
    tmp_path: Path, parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zip_files, "SMALL", 2**20)
    bomb = described(parts | {WARC: b"\0" * 2**24})
    told = refusal(tmp_path, zipped(bomb, zipfile.ZIP_DEFLATED))
    assert "unpacks to more than it can rightly hold" in told


def test_packings_that_cannot_be_bounded_are_refused(tmp_path: Path, parts: Parts) -> None:
    assert "packed in a way that none of its kind is" in refusal(tmp_path, zipped(parts, zipfile.ZIP_LZMA))


def test_a_locked_zip_file_is_refused(tmp_path: Path, parts: Parts) -> None:
    data = bytearray(zipped(parts))
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        flags = struct.unpack_from("<H", data, at + 8)[0]
        struct.pack_into("<H", data, at + 8, flags | 1)
        at = data.find(b"PK\x01\x02", at + 4)
    assert "encrypted" in refusal(tmp_path, bytes(data))


def test_a_page_that_the_records_lack_is_passed_over(tmp_path: Path, parts: Parts) -> None:
    gone = parts["holdwater/snapshots.json"].replace(b"urn:uuid:", b"urn:none:")
    found = taken(tmp_path, zipped(described(parts | {"holdwater/snapshots.json": gone})))
    assert (found.taken, list(found.passed_over.values())) == ((), ["its record is not there"])


def test_whatever_becomes_of_the_bytes_it_is_taken_or_refused(tmp_path: Path, parts: Parts) -> None:
    sound = zipped(described(parts))
    chance = random.Random(6)
    refused: list[str] = []
    for number in range(150):
        data = bytearray(sound)
        if number % 3:
            for _ in range(chance.randint(1, 4)):
                data[chance.randrange(len(data))] = chance.randrange(256)
        else:
            del data[chance.randrange(len(data)) :]
        try:
            taken(tmp_path, bytes(data))
        except ArchiveError as error:
            refused.append(str(error))
    assert len(refused) > 100
    assert not any("\n" in told for told in refused)
