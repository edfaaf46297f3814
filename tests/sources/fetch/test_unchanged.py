"""A page that is the same as when it was captured is looked at and not kept twice; nothing of that is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from archive_factory import warcio_check
from fetching import QUICK, nowhere_else

from holdwater.sources.archive.checking import check_archive
from holdwater.sources.archive.groups import read_group, scan
from holdwater.sources.archive.model import Group
from holdwater.sources.archive.reading import take_out
from holdwater.sources.archive.recovery import warc_files
from holdwater.sources.archive.taking import take_in
from holdwater.sources.archive.wacz_packing import pack
from holdwater.sources.archive.writer import ArchiveWriter
from holdwater.sources.catalogue.catalogue import Catalogue
from holdwater.sources.catalogue.model import Held
from holdwater.sources.catalogue.opening import open_catalogue
from holdwater.sources.catching_up import catch_up
from holdwater.sources.fetch.run import Captured, capture
from holdwater.sources.fetch.seeking import Sought
from holdwater.sources.fetch.watching import captured_before
from holdwater.sources.project import Layout
from holdwater.sources.standing.model import Standing
from replica import Recorded, Replica, replica

HOST = "mill.example.org"
PAGE = "<!doctype html><title>The mill</title><h1>The mill</h1><p>It stood by the weir until 1843.</p>"
OTHER = PAGE.replace("1843", "1834")

Look = Callable[..., Captured]


@pytest.fixture(scope="module")
def server() -> Iterator[Replica]:
    with replica() as running:
        yield running


@pytest.fixture
def look(server: Replica, tmp_path: Path) -> Look:
    """Serves a page and captures it, whether or not that was done before."""

    def at(page: str, work: str = "mill", **headers: str) -> Captured:
        with open_catalogue(tmp_path, create=True) as catalogue:
            catalogue.put_work({"id": work, "title": work})
        told = tuple((name.replace("_", "-"), value) for name, value in headers.items())
        server.record(Recorded(HOST, "/a", page.encode(), "text/html; charset=utf-8", headers=told))
        settings = replace(QUICK, ca_file=server.ca_file)
        sought = [Sought(server.url("/a", host=HOST), work)]
        (one,) = capture(sought, tmp_path, settings, again=True, **nowhere_else(server)).addresses
        return one

    return at


def snapshots(project: Path) -> tuple[Held, ...]:
    with open_catalogue(project, read_only=True) as catalogue:
        return catalogue.snapshots()


def looks(project: Path) -> list[Group]:
    """The groups of the archive that only say that a page was the same."""
    found = []
    for path in warc_files(Layout(project).archive):
        with path.open("rb") as file:
            found += [one for one in scan(file, path.name, 0, path.stat().st_size) if isinstance(one, Group)]
    return [one for one in found if one.same_as]


def test_the_same_page_is_kept_once_and_the_look_is_noted(look: Look, tmp_path: Path) -> None:
    first = look(PAGE)
    again = look(PAGE, ETag='"b2"')
    assert (first.unchanged, again.unchanged) == (False, True)
    assert again.held == first.held
    assert snapshots(tmp_path) == (first.held,)
    (noted,) = looks(tmp_path)
    assert first.held is not None
    assert noted.same_as == first.held.place.record_id
    assert (noted.answers[-1].status, noted.answers[-1].header("etag")) == (200, '"b2"')
    with open_catalogue(tmp_path, read_only=True) as catalogue:
        assert [one.at for one in catalogue.tries()] == [first.held.at, noted.at]
        assert catalogue.ends() == {path.name: path.stat().st_size for path in warc_files(Layout(tmp_path).archive)}


def test_a_look_is_a_record_that_other_programs_read(look: Look, tmp_path: Path) -> None:
    from warcio.archiveiterator import ArchiveIterator

    first = look(PAGE)
    look(PAGE)
    assert first.held is not None
    files = warc_files(Layout(tmp_path).archive)
    assert warcio_check(*files) == ""
    for path in files:
        with path.open("rb") as file:
            told = {one.rec_type: one.rec_headers for one in ArchiveIterator(file)}
        if "revisit" in told:
            headers = told["revisit"]
            assert headers["WARC-Profile"].endswith("/revisit/identical-payload-digest")
            assert headers["WARC-Refers-To"] == first.held.place.record_id
            assert headers["WARC-Refers-To-Target-URI"] == first.held.final_url
            assert headers["WARC-Refers-To-Date"] == f"{first.held.at:%Y-%m-%dT%H:%M:%S.%f}Z"
            assert headers["WARC-Payload-Digest"] == f"sha256:{first.held.place.payload_sha256}"
            return
    pytest.fail("no revisit was written")


def test_a_page_that_went_back_to_what_it_was_has_changed_twice(look: Look, tmp_path: Path) -> None:
    assert [look(page).unchanged for page in (PAGE, OTHER, PAGE, PAGE)] == [False, False, False, True]
    assert len(snapshots(tmp_path)) == 3
    assert snapshots(tmp_path)[0].sha256 == snapshots(tmp_path)[2].sha256


def test_what_was_captured_for_one_work_is_another_works_as_well(look: Look, tmp_path: Path) -> None:
    first, other = look(PAGE), look(PAGE, work="weir")
    assert (first.held is not None, other.unchanged) == (True, True)
    assert {one.work for one in snapshots(tmp_path)} == {"mill", "weir"}
    assert len({one.place for one in snapshots(tmp_path)}) == 1


@pytest.mark.parametrize("how", ["gone", "damaged"])
def test_where_the_earlier_record_is_not_sound_the_page_is_kept_again(look: Look, tmp_path: Path, how: str) -> None:
    first = look(PAGE)
    assert first.held is not None
    path = Layout(tmp_path).archive / first.held.place.file
    if how == "gone":
        path.unlink()
    else:
        data = bytearray(path.read_bytes())
        data[first.held.place.offset + first.held.place.length // 2] ^= 0xFF
        path.write_bytes(data)
    second = look(PAGE)
    assert not second.unchanged
    assert second.held is not None
    payload = take_out(Layout(tmp_path).archive, second.held.place, tmp_path / "elsewhere")
    assert payload.path.read_text() == PAGE


def test_a_killed_run_s_look_is_told_of_as_the_run_would_have(look: Look, tmp_path: Path) -> None:
    look(PAGE)
    before = (tmp_path / ".holdwater" / "catalogue.sqlite").read_bytes()
    look(PAGE, work="weir")
    with open_catalogue(tmp_path, read_only=True) as catalogue:
        known = told(catalogue)
    (tmp_path / ".holdwater" / "catalogue.sqlite").write_bytes(before)
    with open_catalogue(tmp_path) as catalogue:
        catalogue.put_work({"id": "weir", "title": "weir"})
        assert catch_up(Layout(tmp_path), catalogue) == ()
        assert told(catalogue) == known


def told(catalogue: Catalogue) -> tuple[object, ...]:
    held = sorted((one.work, one.at, one.place.offset, one.place.file) for one in catalogue.snapshots())
    return held, catalogue.tries(), catalogue.ends()


def test_the_archive_with_looks_is_sound_packed_and_taken_in_elsewhere(look: Look, tmp_path: Path) -> None:
    first = look(PAGE)
    look(PAGE)
    layout, held = Layout(tmp_path), snapshots(tmp_path)
    checked = check_archive(layout.archive, [one.place for one in held])
    assert (checked.files, checked.groups, checked.faults) == (2, 2, ())
    pack(layout.archive, held, {}, tmp_path / "case.wacz")
    assert first.held is not None
    for name in ("case.wacz", first.held.place.file):
        shutil.copy(layout.archive / name if name != "case.wacz" else tmp_path / name, tmp_path / f"copy-{name}")
        with ArchiveWriter(tmp_path / "other" / "archive") as writer:
            (one,) = take_in(tmp_path / f"copy-{name}", writer, tmp_path / "other" / "tmp").taken
        assert one.group.url == first.held.final_url
        assert read_group(tmp_path / "other" / "archive", one.group.place).same_as == ""


def test_our_own_files_put_together_give_their_page_once(look: Look, tmp_path: Path) -> None:
    look(PAGE)
    look(PAGE)
    whole = tmp_path / "crawl.warc.gz"
    whole.write_bytes(b"".join(path.read_bytes() for path in warc_files(Layout(tmp_path).archive)))
    with ArchiveWriter(tmp_path / "other" / "archive") as writer:
        taken = take_in(whole, writer, tmp_path / "other" / "tmp")
    assert (len(taken.taken), taken.passed_over) == (1, {})


def test_a_look_counts_as_the_last_time_that_a_page_was_had(look: Look, tmp_path: Path) -> None:
    look(PAGE)
    again = look(PAGE)
    assert again.tried is not None
    assert again.tried.standing is Standing.CAPTURED
    with open_catalogue(tmp_path, read_only=True) as catalogue:
        assert set(captured_before(catalogue, ["mill"]).values()) == {again.tried.at}
