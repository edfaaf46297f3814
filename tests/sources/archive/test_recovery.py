"""After a run that was killed: whole groups are told of, a torn end is cut off, and nothing else is touched."""

from __future__ import annotations

import gzip
import itertools
import multiprocessing
import os
import random
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from archive_factory import URL, body_file, exchange, redirect, warcio_check, zipped

from holdwater.errors import ArchiveError
from holdwater.sources.archive.checking import check_archive
from holdwater.sources.archive.groups import read_group
from holdwater.sources.archive.model import Place
from holdwater.sources.archive.recovery import Recovered, recover, warc_files
from holdwater.sources.archive.writer import ArchiveWriter


def archive_of(folder: Path, count: int = 3) -> tuple[Path, list[Place]]:
    """An archive of one file with so many groups, the second of them with a redirect."""
    with ArchiveWriter(folder / "archive") as writer:
        places = [
            writer.write(
                exchange(folder, os.urandom(3000)),
                hops=[redirect(folder, "http://a.example/", URL)] * (number % 2),
                fields={"work": f"work{number}"},
            )
            for number in range(count)
        ]
    return folder / "archive", places


def found_in(archive: Path, known: int = 0) -> list[Recovered]:
    found: list[Recovered] = []
    recover(archive, lambda name: known, found.append)
    return found


def keep(archive: Path, length: int, more: bytes = b"") -> None:
    """Leave so many bytes of the archive's only file."""
    (path,) = warc_files(archive)
    path.write_bytes(path.read_bytes()[:length] + more)


def test_an_archive_that_the_catalogue_knows_whole_is_left_alone(tmp_path: Path) -> None:
    archive, places = archive_of(tmp_path)
    before = warc_files(archive)[0].read_bytes()
    assert found_in(archive, places[-1].end) == []
    assert warc_files(archive)[0].read_bytes() == before


def test_an_archive_that_is_not_there_has_nothing_to_mend(tmp_path: Path) -> None:
    assert found_in(tmp_path / "archive") == []


def write_and_tell(folder: Path, told: Connection) -> None:
    """Write pages of all sizes one after another, and tell the end of each when it is in the archive."""
    with ArchiveWriter(folder / "archive") as writer:
        for size in itertools.cycle([200, 90_000, 4000, 700_000]):
            told.send(
                writer.write(exchange(folder, os.urandom(size)), hops=[redirect(folder, "http://a.example/", URL)])
            )


def test_a_run_that_is_killed_at_any_moment_loses_nothing_that_was_in_the_archive(tmp_path: Path) -> None:
    chance = random.Random(6)
    context = multiprocessing.get_context("fork")
    cut = 0
    for number in range(25):
        folder = tmp_path / str(number)
        folder.mkdir()
        ours, theirs = context.Pipe(duplex=False)
        run = context.Process(target=write_and_tell, args=(folder, theirs))
        run.start()
        theirs.close()
        places = [ours.recv()]
        time.sleep(chance.random() * 0.1)
        run.kill()
        run.join()
        with suppress(EOFError, OSError):
            while True:
                places.append(ours.recv())
        (found,) = found_in(folder / "archive")
        assert [group.place for group in found.groups][: len(places)] == places
        assert len(found.groups) - len(places) in (0, 1)
        assert check_archive(folder / "archive", places).faults == ()
        cut += found.cut > 0
    assert cut > 3


def test_whole_groups_behind_the_known_end_are_told_of_with_all_that_the_catalogue_needs(tmp_path: Path) -> None:
    archive, places = archive_of(tmp_path)
    (found,) = found_in(archive, places[0].end)
    assert [group.place for group in found.groups] == places[1:]
    assert [dict(group.fields) for group in found.groups] == [{"work": "work1"}, {"work": "work2"}]
    assert [answer.status for answer in found.groups[0].answers] == [301, 200]
    assert (found.end, found.cut, found.damage) == (places[-1].end, 0, "")


def test_a_file_of_which_the_catalogue_knows_nothing_is_read_from_its_beginning(tmp_path: Path) -> None:
    archive, places = archive_of(tmp_path)
    (found,) = found_in(archive)
    assert [group.place for group in found.groups] == places


def test_files_that_were_put_in_are_told_of_too(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path / "archive") as writer:
        writer.write_file(body_file(tmp_path, b"%PDF-1.7"), "mill.pdf", "application/pdf", fields={"work": "doe"})
    (found,) = found_in(tmp_path / "archive")
    assert (found.groups[0].name, found.groups[0].fields["work"]) == ("mill.pdf", "doe")


def test_wherever_a_run_was_cut_off_the_groups_before_stay_and_the_rest_goes(tmp_path: Path) -> None:
    archive, places = archive_of(tmp_path)
    (path,) = warc_files(archive)
    whole = path.read_bytes()
    for length in range(1, len(whole), 101):
        path.write_bytes(whole[:length])
        before = [place for place in places if place.end <= length]
        told = found_in(archive)
        groups = [group.place for found in told for group in found.groups]
        assert groups == before
        if before:
            assert path.stat().st_size == before[-1].end
            assert [read_group(archive, place).place for place in before] == before


def test_what_is_left_is_a_sound_file_and_a_second_look_finds_nothing(tmp_path: Path) -> None:
    archive, places = archive_of(tmp_path)
    keep(archive, places[2].end - 7)
    (found,) = found_in(archive, places[0].end)
    assert (found.end, found.cut) == (places[1].end, places[2].end - 7 - places[1].end)
    assert found_in(archive, places[1].end) == []
    assert warcio_check(*warc_files(archive)) == ""


def test_a_file_in_which_nothing_was_ever_finished_goes(tmp_path: Path) -> None:
    archive, _ = archive_of(tmp_path, 1)
    keep(archive, 40)
    (found,) = found_in(archive)
    assert (found.end, found.cut) == (0, 40)
    assert warc_files(archive) == ()


def test_a_disk_that_lost_its_power_leaves_zeros_which_are_cut_off(tmp_path: Path) -> None:
    archive, places = archive_of(tmp_path)
    (path,) = warc_files(archive)
    whole = path.read_bytes()
    for length in (places[1].end, places[1].end + 300, places[2].offset + places[2].length):
        path.write_bytes(whole[:length] + b"\0" * 5000)
        (found,) = found_in(archive)
        assert (found.end, len(found.groups), found.damage) == (places[1].end, 2, "")


def test_the_file_of_a_living_run_is_left_alone(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path / "archive") as writer:
        writer.write(exchange(tmp_path))
        with warc_files(tmp_path / "archive")[0].open("ab") as file:
            file.write(b"\x1f\x8b half a rec")
        size = warc_files(tmp_path / "archive")[0].stat().st_size
        assert found_in(tmp_path / "archive") == []
        assert warc_files(tmp_path / "archive")[0].stat().st_size == size


def test_the_file_stays_locked_until_the_catalogue_has_taken_its_groups_over(tmp_path: Path) -> None:
    archive, _ = archive_of(tmp_path)
    inner: list[Recovered] = []
    outer: list[str] = []

    def take(found: Recovered) -> None:
        outer.append(found.file)
        recover(archive, lambda name: 0, inner.append)

    recover(archive, lambda name: 0, take)
    assert (len(outer), inner) == (1, [])


def test_damage_in_the_middle_is_told_and_hides_no_group_after_it(tmp_path: Path) -> None:
    archive, places = archive_of(tmp_path)
    data = bytearray(warc_files(archive)[0].read_bytes())
    data[places[1].offset + 900] ^= 0xFF
    keep(archive, 0, bytes(data))
    (found,) = found_in(archive)
    assert [group.place for group in found.groups] == [places[0], places[2]]
    assert (found.cut, found.end) == (0, len(data))
    assert found.damage.startswith(f"{places[1].file} at {places[1].offset}: ")


def newer(archive: Path, place: Place) -> bytes:
    """The last group's bytes as a version of WARC that does not exist yet."""
    data = warc_files(archive)[0].read_bytes()[place.offset : place.offset + place.length]
    return gzip.compress(gzip.decompress(data).replace(b"WARC/1.1", b"WARC/9.0", 1))


def test_a_record_of_a_newer_version_is_not_cut_off(tmp_path: Path) -> None:
    archive, places = archive_of(tmp_path)
    keep(archive, places[1].end, newer(archive, places[2]))
    before = warc_files(archive)[0].read_bytes()
    (found,) = found_in(archive)
    assert "a version that is not known (WARC/9.0)" in found.damage
    assert len(found.groups) == 2
    assert warc_files(archive)[0].read_bytes() == before


def test_a_file_that_is_shorter_than_the_catalogue_knows_is_told_of(tmp_path: Path) -> None:
    archive, places = archive_of(tmp_path)
    keep(archive, places[1].end)
    (found,) = found_in(archive, places[2].end)
    assert "bytes of its end are missing" in found.damage
    keep(archive, 0)
    found_in(archive, places[2].end)
    assert len(warc_files(archive)) == 1


def test_files_of_other_makers_are_no_matter(tmp_path: Path) -> None:
    archive, _ = archive_of(tmp_path)
    (archive / "notes.txt").write_text("mine")
    found_in(archive)
    assert (archive / "notes.txt").read_text() == "mine"


def test_a_file_that_may_not_be_changed_is_told_in_one_line(tmp_path: Path) -> None:
    archive, _ = archive_of(tmp_path)
    (archive / "a.warc.gz").mkdir()
    with pytest.raises(ArchiveError, match="cannot be looked through"):
        found_in(archive)


def test_packed_pages_are_recovered_as_they_came(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path / "archive") as writer:
        writer.write(zipped(tmp_path))
    (found,) = found_in(tmp_path / "archive")
    assert found.groups[0].answers[-1].header("content-encoding") == "gzip"
