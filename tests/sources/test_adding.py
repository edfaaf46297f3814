"""A person's files on their way into the archive, and out of it again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from holdwater.errors import ArchiveError, CatalogueError
from holdwater.sources import adding
from holdwater.sources.adding import Added, add_file, open_archive
from holdwater.sources.archive.writer import ArchiveWriter
from holdwater.sources.catalogue.catalogue import Catalogue
from holdwater.sources.catalogue.model import HowHad
from holdwater.sources.catalogue.opening import open_catalogue
from holdwater.sources.holdings import payloads_of, shelf_of
from holdwater.sources.project import Layout

PAGE = (
    b"<!doctype html><title>The arch reopened</title><meta name=author content='Ann Loe'>"
    b"<meta name=citation_doi content='10.1000/arch'><p>It was opened again in June."
)


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    return Layout(tmp_path)


@pytest.fixture
def catalogue(layout: Layout) -> Iterator[Catalogue]:
    with open_catalogue(layout.root, create=True) as one:
        yield one


@pytest.fixture
def writer(layout: Layout) -> Iterator[ArchiveWriter]:
    with open_archive(layout) as one:
        yield one


def file(layout: Layout, name: str | bytes, content: bytes = PAGE) -> Path:
    path = layout.root / os.fsdecode(name)
    path.write_bytes(content)
    return path


def add(path: Path, catalogue: Catalogue, writer: ArchiveWriter, **how: object) -> Added:
    return add_file(path, catalogue, writer, **how)  # type: ignore[arg-type]


def test_a_file_comes_out_of_the_archive_as_it_went_in(
    layout: Layout, catalogue: Catalogue, writer: ArchiveWriter
) -> None:
    added = add(file(layout, "arch.html"), catalogue, writer)
    assert not added.was_known
    assert (added.held.how, added.held.name, added.held.media_type) == (HowHad.ADDED, "arch.html", "text/html")
    assert (added.held.size, added.held.url) == (len(PAGE), "")
    path = payloads_of(layout)(added.held)
    assert path.read_bytes() == PAGE
    assert path.name == f"{added.held.sha256}.html"
    assert catalogue.ends() == {added.held.place.file: added.held.place.end}


def test_a_files_own_words_describe_its_work(layout: Layout, catalogue: Catalogue, writer: ArchiveWriter) -> None:
    work = add(file(layout, "arch.html"), catalogue, writer).work
    assert (work.csl["title"], work.csl["author"]) == ("The arch reopened", [{"literal": "Ann Loe"}])
    assert "doi:10.1000/arch" in work.identifiers
    assert "custom" not in work.csl


def test_what_a_person_says_of_it_comes_first(layout: Layout, catalogue: Catalogue, writer: ArchiveWriter) -> None:
    csl = {"id": "loe", "title": "The Arch"}
    work = add(file(layout, "arch.html"), catalogue, writer, csl=csl, identifiers=["isbn:0306406152"]).work
    assert (work.id, work.csl["title"]) == ("loe", "The Arch")
    assert set(work.identifiers) == {"doi:10.1000/arch", "isbn:9780306406157"}


def test_a_file_without_a_word_of_itself_is_called_by_its_name(
    layout: Layout, catalogue: Catalogue, writer: ArchiveWriter
) -> None:
    work = add(file(layout, "minutes of may.txt", b"\n\n"), catalogue, writer).work
    assert work.csl["title"] == "minutes of may"


def test_one_file_for_two_works_is_in_the_archive_once(
    layout: Layout, catalogue: Catalogue, writer: ArchiveWriter
) -> None:
    path = file(layout, "book.txt", b"Two chapters.")
    first = add(path, catalogue, writer, csl={"id": "one", "title": "On weirs"})
    second = add(path, catalogue, writer, csl={"id": "two", "title": "On pipes"})
    assert (first.was_known, second.was_known) == (False, True)
    assert (first.work.id, second.work.id) == ("one", "two")
    assert first.held.place == second.held.place
    assert len(catalogue.snapshots()) == 2
    third = add(path, catalogue, writer, csl={"id": "two", "title": "On pipes"})
    assert third.held.id == second.held.id


def test_the_same_bytes_under_another_name_stay_with_their_work(
    layout: Layout, catalogue: Catalogue, writer: ArchiveWriter
) -> None:
    first = add(file(layout, "one.txt", b"The same."), catalogue, writer)
    second = add(file(layout, "two.txt", b"The same."), catalogue, writer)
    assert (second.was_known, second.work, second.held) == (True, first.work, first.held)


@pytest.mark.parametrize(
    "name",
    [
        b"line\nbreak.txt",
        b"\xff\xfe.txt",
        "\u202etxt.exe.txt".encode(),
        b"WARC-Type: response.txt",
        b"a%0d%0ab.txt",
        b"'; DROP TABLE work; --.txt",
        ("ü" * 120 + ".txt").encode(),
    ],
)
def test_a_hostile_name_is_only_a_name(
    layout: Layout, catalogue: Catalogue, writer: ArchiveWriter, name: bytes
) -> None:
    held = add(file(layout, name, b"Words."), catalogue, writer).held
    assert held.name.isprintable()
    assert payloads_of(layout)(held).read_bytes() == b"Words."
    assert shelf_of(layout.root).document(held.work).text.strip() == "Words."
    assert {path.name for path in layout.root.iterdir()} == {os.fsdecode(name), ".holdwater"}


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("empty.txt", b"", "is empty"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Office file"),
        ("photo.pdf", b"\xff\xd8\xff\xe0", "this is a picture"),
    ],
)
def test_what_can_be_no_source_is_refused(
    layout: Layout, catalogue: Catalogue, writer: ArchiveWriter, name: str, content: bytes, what: str
) -> None:
    from holdwater.errors import HoldwaterError

    with pytest.raises(HoldwaterError, match=what):
        add(file(layout, name, content), catalogue, writer)
    assert catalogue.works() == catalogue.snapshots() == ()
    assert not layout.archive.exists()


def test_what_cannot_be_opened_is_told_with_the_mend(
    layout: Layout, catalogue: Catalogue, writer: ArchiveWriter
) -> None:
    with pytest.raises(CatalogueError, match=r"absent.pdf: cannot be opened: .*; check its path"):
        add(layout.root / "absent.pdf", catalogue, writer)
    with pytest.raises(CatalogueError, match="name a file"):
        add(layout.root, catalogue, writer)


def test_a_file_larger_than_a_source_may_be_is_refused(
    layout: Layout, catalogue: Catalogue, writer: ArchiveWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "MAX_FILE", 10)
    with pytest.raises(CatalogueError, match="larger than"):
        add(file(layout, "long.txt", b"x" * 11), catalogue, writer)


def test_where_the_archive_cannot_be_written_nothing_is_kept(
    layout: Layout, catalogue: Catalogue, writer: ArchiveWriter
) -> None:
    layout.archive.write_text("in the way")
    with pytest.raises(ArchiveError, match="cannot be written"):
        add(file(layout, "arch.html"), catalogue, writer)
    assert catalogue.works() == catalogue.snapshots() == ()


def test_payloads_go_to_the_users_own_folder_where_the_projects_cannot_be_written(
    layout: Layout, catalogue: Catalogue, writer: ArchiveWriter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "cache"
    monkeypatch.setenv("HOLDWATER_CACHE", str(own))
    held = add(file(layout, "arch.html"), catalogue, writer).held
    layout.payloads.write_text("in the way")
    path = payloads_of(layout)(held)
    assert path.is_relative_to(own)
    assert path.read_bytes() == PAGE
    assert payloads_of(layout)(held) == path


def test_a_payload_is_taken_out_once(layout: Layout, catalogue: Catalogue, writer: ArchiveWriter) -> None:
    held = add(file(layout, "arch.html"), catalogue, writer).held
    path = payloads_of(layout)(held)
    (layout.archive / held.place.file).unlink()
    assert payloads_of(layout)(held) == path
    path.unlink()
    with pytest.raises(ArchiveError):
        payloads_of(layout)(held)
