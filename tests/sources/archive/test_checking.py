"""The archive's own check finds every byte that has changed and every record that is not where it should be."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

from archive_factory import body_file, exchange, redirect, zipped

from holdwater.sources.archive.checking import Checked, check_archive
from holdwater.sources.archive.model import Place
from holdwater.sources.archive.recovery import warc_files
from holdwater.sources.archive.writer import ArchiveWriter


def archive_of(folder: Path) -> list[Place]:
    with ArchiveWriter(folder / "archive") as writer:
        return [
            writer.write(exchange(folder)),
            writer.write(zipped(folder), hops=[redirect(folder, "http://a.example/", "/b")]),
            writer.write_file(body_file(folder, b"%PDF-1.7"), "mill.pdf", "application/pdf"),
        ]


def checked(folder: Path, places: list[Place]) -> Checked:
    return check_archive(folder / "archive", places)


def test_a_sound_archive_has_no_faults(tmp_path: Path) -> None:
    places = archive_of(tmp_path)
    assert checked(tmp_path, places) == Checked(files=1, groups=3, places=3, faults=())


def test_an_archive_that_is_not_there_lacks_every_place(tmp_path: Path) -> None:
    places = archive_of(tmp_path)
    assert check_archive(tmp_path / "gone") == Checked(0, 0, 0, ())
    assert [fault.offset for fault in check_archive(tmp_path / "gone", places).faults] == [one.offset for one in places]


def test_whichever_byte_has_changed_the_check_tells_of_it(tmp_path: Path) -> None:
    places = archive_of(tmp_path)
    (path,) = warc_files(tmp_path / "archive")
    whole = path.read_bytes()
    unseen = 0
    for at in range(0, len(whole), 13):
        changed = bytearray(whole)
        changed[at] ^= 0x10
        path.write_bytes(bytes(changed))
        if not checked(tmp_path, places).faults:
            # The time in gzip's own header and the bits that fill a last byte say nothing of what is packed.
            assert gzip.decompress(bytes(changed)) == gzip.decompress(whole)
            unseen += 1
    assert unseen < len(whole) / 13 / 10


def test_a_record_that_was_packed_anew_with_other_words_is_told_of(tmp_path: Path) -> None:
    first, second, _ = places = archive_of(tmp_path)
    (path,) = warc_files(tmp_path / "archive")
    data = path.read_bytes()
    record = gzip.decompress(data[first.offset : first.offset + first.length]).replace(b"1843", b"1834")
    path.write_bytes(data[: first.offset] + gzip.compress(record) + data[first.offset + first.length :])
    fault, *missing = checked(tmp_path, places).faults
    assert (fault.offset, fault.what) == (first.offset, "a record whose block is not that of its digest")
    assert first.offset in [one.offset for one in missing]
    assert second.file == fault.file


def test_a_place_at_which_another_record_stands_is_told_of(tmp_path: Path) -> None:
    first, *_ = places = archive_of(tmp_path)
    wrong = replace(first, payload_sha256="0" * 64)
    (fault,) = checked(tmp_path, [*places, wrong]).faults
    assert fault.what == "the record that the catalogue knows is not there, or is another"


def test_a_torn_end_is_a_fault_but_not_while_a_run_writes_it(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path / "archive") as writer:
        place = writer.write(exchange(tmp_path))
        (path,) = warc_files(tmp_path / "archive")
        with path.open("ab") as file:
            file.write(path.read_bytes()[place.offset : place.offset + 100])
        assert checked(tmp_path, [place]).faults == ()
    (fault,) = checked(tmp_path, [place]).faults
    assert (fault.offset, fault.what) == (place.end, "a record that breaks off")


def test_what_is_no_file_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "archive" / "a.warc.gz").mkdir(parents=True)
    (tmp_path / "archive" / "b.warc.gz").write_bytes(b"no archive at all, but text")
    one, other = checked(tmp_path, []).faults
    assert one.what == "is not in the archive"
    assert other.file == "b.warc.gz"
