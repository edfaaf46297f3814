"""After a run that was killed, the catalogue is told of what it had put into the archive, and of nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from holdwater.sources.archive.model import Exchange
from holdwater.sources.archive.writer import ArchiveWriter
from holdwater.sources.catalogue.catalogue import Catalogue
from holdwater.sources.catalogue.model import Held, HowHad
from holdwater.sources.catalogue.opening import open_catalogue
from holdwater.sources.catching_up import catch_up, notes_of
from holdwater.sources.project import Layout
from holdwater.sources.standing.model import Standing, Try

AT = datetime(2026, 3, 4, 5, 6, 7, 890123, tzinfo=UTC)
URL = "http://page.example/mill"
TRIED = Try(URL, AT, Standing.CAPTURED, 200, URL, "200 OK")


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    return Layout(tmp_path)


@pytest.fixture
def catalogue(tmp_path: Path):
    with open_catalogue(tmp_path, create=True) as opened:
        opened.put_work({"id": "mill", "title": "The mill", "type": "webpage", "URL": URL})
        yield opened


def exchange(folder: Path, body: bytes = b"<title>The mill</title>", **changes: Any) -> Exchange:
    file = folder / f"body-{len(list(folder.iterdir()))}"
    file.write_bytes(body)
    headers = (("Content-Type", "text/html; charset=utf-8"),)
    return replace(Exchange(URL, "GET", (), 200, "OK", headers, file, AT), **changes)


def put(layout: Layout, folder: Path, tried: Try = TRIED, works: tuple[str, ...] = ("mill",), **changes: Any) -> None:
    with ArchiveWriter(layout.archive) as writer:
        writer.write(exchange(folder, **changes), fields=notes_of(tried, works, HowHad.FETCHED, "The mill"))


def caught_up(layout: Layout, catalogue: Catalogue) -> tuple[Held, ...]:
    assert catch_up(layout, catalogue) == ()
    assert catalogue.ends() == {file.name: file.stat().st_size for file in layout.archive.iterdir()}
    return catalogue.snapshots()


def test_a_snapshot_is_known_with_all_that_the_run_knew_of_it(
    layout: Layout, catalogue: Catalogue, tmp_path: Path
) -> None:
    put(layout, tmp_path)
    (held,) = caught_up(layout, catalogue)
    assert (held.work, held.url, held.final_url, held.at, held.how) == ("mill", URL, URL, AT, HowHad.FETCHED)
    assert (held.media_type, held.charset, held.status, held.title) == ("text/html", "utf-8", 200, "The mill")
    assert held.size == len(b"<title>The mill</title>")
    assert catalogue.tries() == (TRIED,)


def test_nothing_is_taken_in_twice(layout: Layout, catalogue: Catalogue, tmp_path: Path) -> None:
    put(layout, tmp_path)
    first = caught_up(layout, catalogue)
    assert caught_up(layout, catalogue) == first


def test_every_work_that_is_still_there_gets_its_snapshot(layout: Layout, catalogue: Catalogue, tmp_path: Path) -> None:
    catalogue.put_work({"id": "weir", "title": "The weir", "type": "webpage"})
    put(layout, tmp_path, works=("mill", "gone", "weir"))
    put(layout, tmp_path, works=("gone",))
    assert sorted(one.work for one in caught_up(layout, catalogue)) == ["", "mill", "weir"]


def test_an_answer_that_was_no_page_is_a_try_and_no_snapshot(
    layout: Layout, catalogue: Catalogue, tmp_path: Path
) -> None:
    tried = replace(TRIED, standing=Standing.NOT_THERE, status=404, detail="404 Not Found")
    put(layout, tmp_path, tried, status=404, reason="Not Found")
    assert caught_up(layout, catalogue) == ()
    assert catalogue.tries() == (tried,)


def test_what_cannot_be_unpacked_is_a_try_and_no_snapshot(layout: Layout, catalogue: Catalogue, tmp_path: Path) -> None:
    put(layout, tmp_path, headers=(("Content-Encoding", "nonsense"),))
    assert caught_up(layout, catalogue) == ()
    assert catalogue.tries() == (TRIED,)


def test_a_file_that_a_person_added_is_known_though_not_of_which_work(
    layout: Layout, catalogue: Catalogue, tmp_path: Path
) -> None:
    file = tmp_path / "mill.txt"
    file.write_text("The mill stood by the weir.")
    with ArchiveWriter(layout.archive) as writer:
        writer.write_file(file, "mill.txt", "text/plain", fields={"how": HowHad.ADDED.value})
    (held,) = caught_up(layout, catalogue)
    assert (held.work, held.url, held.how, held.name, held.size) == ("", "", HowHad.ADDED, "mill.txt", 27)
    assert catalogue.tries() == ()


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"how": "by magic", "standing": "splendid", "works": "{", "asked": ""},
        {"how": "fetched", "works": '{"mill": 1}'},
        {"works": "[1, null, []]"},
    ],
)
def test_notes_that_say_nothing_are_made_up_for_by_the_records(
    layout: Layout, catalogue: Catalogue, tmp_path: Path, fields: dict[str, str]
) -> None:
    with ArchiveWriter(layout.archive) as writer:
        writer.write(exchange(tmp_path), fields=fields)
    (held,) = caught_up(layout, catalogue)
    assert (held.work, held.url, held.how, held.title) == ("", URL, HowHad.FETCHED, "")
    assert catalogue.tries() == ()


def test_a_group_that_was_never_written_to_its_end_is_cut_off(
    layout: Layout, catalogue: Catalogue, tmp_path: Path
) -> None:
    put(layout, tmp_path)
    (file,) = layout.archive.iterdir()
    whole = file.read_bytes()
    put(layout, tmp_path)
    (second,) = set(layout.archive.iterdir()) - {file}
    second.write_bytes(second.read_bytes()[:-100])
    file.write_bytes(whole + whole[-50:])
    assert len(caught_up(layout, catalogue)) == 1
    assert file.read_bytes() == whole


def test_damage_is_told_once_and_what_stands_around_it_is_taken_in(
    layout: Layout, catalogue: Catalogue, tmp_path: Path
) -> None:
    with ArchiveWriter(layout.archive) as writer:
        places = [
            writer.write(exchange(tmp_path, f"page {n}".encode() * 99), fields=notes_of(TRIED, (), HowHad.FETCHED, ""))
            for n in range(3)
        ]
    (file,) = layout.archive.iterdir()
    data = bytearray(file.read_bytes())
    middle = places[1].offset + places[1].length // 2
    data[middle : middle + 8] = bytes(8)
    file.write_bytes(data)
    (damage,) = catch_up(layout, catalogue)
    assert damage.startswith(file.name)
    assert {one.place.offset for one in catalogue.snapshots()} == {places[0].offset, places[2].offset}
    assert catch_up(layout, catalogue) == ()
    assert file.read_bytes() == bytes(data)


def test_what_a_living_run_writes_to_is_left_alone(layout: Layout, catalogue: Catalogue, tmp_path: Path) -> None:
    with ArchiveWriter(layout.archive) as writer:
        writer.write(exchange(tmp_path), fields=notes_of(TRIED, ("mill",), HowHad.FETCHED, ""))
        assert catch_up(layout, catalogue) == ()
        assert catalogue.snapshots() == ()
    assert len(caught_up(layout, catalogue)) == 1


def test_a_project_without_an_archive_has_nothing_to_catch_up_with(layout: Layout, catalogue: Catalogue) -> None:
    assert catch_up(layout, catalogue) == ()
    assert not layout.archive.exists()
