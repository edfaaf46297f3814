"""A project's catalogue on a shelf. The archive is a folder of files here: each snapshot's payload by its digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from desk_of_sources import NOON, place

from holdwater.errors import ArchiveError, UnreadableError
from holdwater.sources.catalogue.catalogue import Catalogue
from holdwater.sources.catalogue.model import Held, HowHad
from holdwater.sources.catalogue.opening import open_catalogue
from holdwater.sources.holdings import MOST_CAPTURES, shelf_of
from holdwater.sources.shelf import Shelf, open_shelf

PAGE = "https://example.org/arch"
DOE = {"id": "doe", "title": "Bridges of the North", "URL": PAGE}


class Archive:
    """What was captured, and which payloads were taken out."""

    def __init__(self, project: Path, catalogue: Catalogue) -> None:
        self.project, self.catalogue = project, catalogue
        self.folder = project / "taken"
        self.folder.mkdir()
        self.taken: list[str] = []
        self.damaged: set[str] = set()
        self._end = 0

    def capture(self, work: str, text: str, *, days: int = 0, suffix: str = ".html", **fields: object) -> Held:
        """Put a page into the catalogue and the archive."""
        data = (f"<p>{text}</p>" if suffix == ".html" else text).encode()
        digest = hashlib.sha256(data).hexdigest()
        (self.folder / f"{digest}{suffix}").write_bytes(data)
        at: datetime = NOON + timedelta(days=days)
        held = Held(work, PAGE, at, HowHad.FETCHED, place(self._end), digest, len(data), "text/html")
        self._end += 100
        return self.catalogue.add(replace(held, **fields))  # type: ignore[arg-type]

    def take_out(self, held: Held) -> Path:
        self.taken.append(held.sha256)
        if held.sha256 in self.damaged:
            raise ArchiveError("a damaged record", where="run-1.warc.gz at 0")
        return next(self.folder.glob(f"{held.sha256}*"))

    def shelf(self, beside: Shelf | None = None) -> Shelf:
        return shelf_of(self.project, beside, take_out=self.take_out)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_catalogue(tmp_path, create=True) as catalogue:
        catalogue.put_work(DOE)
        yield Archive(tmp_path, catalogue)


def beside(project: Path, **files: str) -> Shelf:
    """A shelf of a folder of sources; `sources_json` is its list."""
    folder = project / "sources"
    folder.mkdir()
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_text(content, encoding="utf-8")
    return open_shelf(folder)


def test_a_captured_work_stands_on_the_shelf_with_its_words(archive: Archive) -> None:
    held = archive.capture("doe", "The town was sad to close the bridge.")
    shelf = archive.shelf()
    source = shelf.sources["doe"]
    assert (source.title, source.captured, source.of) == ("Bridges of the North", held.at, "")
    assert source.identifiers == (f"url:{PAGE}",)
    assert "sad to close" in shelf.document("doe").text
    assert shelf.snapshots["doe"].sha256 == held.sha256


def test_a_work_of_which_nothing_was_captured_is_not_on_the_shelf(archive: Archive) -> None:
    assert list(archive.shelf().sources) == []


def test_the_latest_capture_stands_for_the_work_and_earlier_ones_beside_it(archive: Archive) -> None:
    archive.capture("doe", "First wording.", days=-700)
    archive.capture("doe", "Second wording.", days=-30)
    shelf = archive.shelf()
    assert list(shelf.sources) == ["doe", "doe@2024-06-02T12:00Z"]
    assert shelf.document("doe").text.strip() == "Second wording."
    earlier = shelf.sources["doe@2024-06-02T12:00Z"]
    assert (earlier.of, earlier.title) == ("doe", "Bridges of the North")
    assert shelf.document(earlier.id).text.strip() == "First wording."


def test_the_same_content_captured_again_is_one_capture(archive: Archive) -> None:
    for days in (0, 1, 2):
        archive.capture("doe", "One wording.", days=days)
    assert list(archive.shelf().sources) == ["doe"]
    assert len(archive.taken) == 1


def test_two_captures_of_one_minute_have_two_names(archive: Archive) -> None:
    for text in ("First.", "Second.", "Third."):
        archive.capture("doe", text)
    assert list(archive.shelf().sources) == ["doe", "doe@2026-05-03T12:00Z", "doe@2026-05-03T12:00Z#2"]


def test_what_a_person_put_in_stands_before_what_was_fetched(archive: Archive) -> None:
    archive.capture("doe", "The whole book.", how=HowHad.ADDED, url="", name="doe.html")
    archive.capture("doe", "Order the book now.", days=3)
    shelf = archive.shelf()
    assert shelf.document("doe").text.strip() == "The whole book."
    assert len(shelf.sources) == 2


def test_no_more_captures_of_a_work_are_taken_than_are_searched(archive: Archive) -> None:
    for days in range(MOST_CAPTURES + 5):
        archive.capture("doe", f"Wording {days}.", days=days)
    assert len(archive.shelf().sources) == MOST_CAPTURES


def test_pictures_and_error_pages_are_no_sources(archive: Archive) -> None:
    archive.capture("doe", "PNG", media_type="image/png")
    archive.capture("doe", "Gone.", status=404)
    shelf = archive.shelf()
    assert shelf.unreadable == {"doe": "nothing that was captured of it holds text"}
    assert archive.taken == []
    archive.capture("doe", "The page.", days=-9)
    assert archive.shelf().document("doe").text.strip() == "The page."


def test_a_damaged_capture_gives_way_to_an_earlier_one(archive: Archive) -> None:
    archive.capture("doe", "First wording.", days=-9)
    archive.damaged.add(archive.capture("doe", "Second wording.").sha256)
    shelf = archive.shelf()
    assert list(shelf.sources) == ["doe"]
    assert shelf.document("doe").text.strip() == "First wording."


def test_a_work_whose_only_capture_is_damaged_is_unreadable_not_missing(archive: Archive) -> None:
    archive.damaged.add(archive.capture("doe", "The page.").sha256)
    shelf = archive.shelf()
    assert shelf.sources["doe"].file == PAGE
    assert shelf.unreadable == {"doe": "its capture cannot be had from the archive: a damaged record"}
    with pytest.raises(UnreadableError):
        shelf.document("doe")
    assert list(shelf.readable_ids()) == []


def test_a_page_without_a_title_in_the_catalogue_has_its_own(archive: Archive) -> None:
    work = archive.catalogue.put_work({"URL": "https://example.org/other"})
    archive.capture(work.id, "Words.", title="The arch reopened", url="https://example.org/other")
    assert archive.shelf().sources[work.id].title == "The arch reopened"


# Beside a folder of sources


def test_the_folders_sources_stay_behind_the_catalogues(archive: Archive) -> None:
    archive.capture("doe", "The bridge.")
    shelf = archive.shelf(beside(archive.project, roe_txt="Pipes and their makers.\n"))
    assert list(shelf.sources) == ["doe", "roe"]
    assert shelf.document("roe").text.startswith("Pipes")
    assert "bridge" in shelf.document("doe").text


def test_a_work_that_is_in_the_folder_too_is_one_source_with_its_captures(archive: Archive) -> None:
    held = archive.capture("doe", "Order the book now.")
    listed = '[{"id": "bridges", "title": "Bridges, 2nd ed.", "URL": "http://example.org/arch/", "file": "b.txt"}]'
    shelf = archive.shelf(beside(archive.project, sources_json=listed, b_txt="The whole book."))
    own = shelf.sources["bridges"]
    assert (own.title, own.also_called, own.captured) == ("Bridges, 2nd ed.", ("doe",), None)
    (capture,) = [one for one in shelf.sources.values() if one.of]
    assert (capture.of, capture.captured) == ("bridges", held.at)
    assert shelf.document("bridges").text.strip() == "The whole book."


def test_a_folders_file_of_the_same_content_is_the_work_itself(archive: Archive) -> None:
    shelf = beside(archive.project, scan_txt="The whole book.")
    archive.capture("doe", "The whole book.", suffix=".txt", how=HowHad.ADDED)
    arranged = archive.shelf(shelf)
    assert list(arranged.sources) == ["scan"]
    assert arranged.sources["scan"].also_called == ("doe",)
    assert f"url:{PAGE}" in arranged.sources["scan"].identifiers
    assert archive.taken == []


def test_a_folders_file_of_the_same_size_is_not_taken_for_it(archive: Archive) -> None:
    shelf = beside(archive.project, scan_txt="The other book.")
    archive.capture("doe", "The whole book.", suffix=".txt", how=HowHad.ADDED)
    assert list(archive.shelf(shelf).sources) == ["doe", "scan"]


def test_another_work_of_the_same_name_keeps_to_itself(archive: Archive) -> None:
    archive.capture("doe", "The bridge.")
    listed = '[{"id": "doe", "title": "On lead pipes", "file": "b.txt"}]'
    shelf = archive.shelf(beside(archive.project, sources_json=listed, b_txt="Lead."))
    assert {one.id: one.also_called for one in shelf.sources.values()} == {"doe#2": ("doe",), "doe": ()}
    assert shelf.document("doe").text.strip() == "Lead."


@pytest.mark.parametrize("file", ["", ', "file": "lost.pdf"'])
def test_a_listed_work_without_a_file_is_had_from_the_archive(archive: Archive, file: str) -> None:
    archive.capture("doe", "The bridge.")
    archive.capture("doe", "The old bridge.", days=-9)
    listed = f'[{{"id": "bridges", "title": "The Bridges", "URL": "https://example.org/arch"{file}}}]'
    shelf = archive.shelf(beside(archive.project, sources_json=listed))
    assert list(shelf.sources) == ["bridges", "bridges@2026-04-24T12:00Z"]
    assert (shelf.sources["bridges"].title, shelf.sources["bridges"].also_called) == ("The Bridges", ("doe",))
    assert shelf.document("bridges").text.strip() == "The bridge."
    assert shelf.unreadable == {}


def test_texts_in_hand_stay_on_the_shelf(archive: Archive) -> None:
    from holdwater.read import read_bytes

    archive.capture("doe", "The bridge.")
    given = Shelf.from_documents({"memo": read_bytes(b"A memo.", "memo.txt")})
    shelf = archive.shelf(given)
    assert list(shelf.sources) == ["doe", "memo"]
    assert shelf.document("memo").text.strip() == "A memo."
    assert shelf.snapshots["memo"].size == given.snapshots["memo"].size


def test_a_project_without_a_catalogue_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="there is no catalogue of sources"):
        shelf_of(tmp_path, take_out=lambda held: tmp_path)
