"""`holdwater sources import` and `export`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from desk import Holdwater

from holdwater.sources.catalogue.opening import open_catalogue
from replica import Recorded, Replica

BIB = """@book{doe2019, author = {Doe, Mary}, title = {Bridges of the North}, year = {2019}, file = {doe.txt}}
@article{poe2018, author = {Poe, Jo}, title = {The lock}, year = {2018}, doi = {10.5555/lock}, file = {absent.pdf}}
"""
TEXT = "Bridges of the North. The town was sad to close the bridge that everybody had loved for ninety years.\n"


def exported(holdwater: Holdwater, *arguments: str) -> list[dict[str, object]]:
    listed: list[dict[str, object]] = json.loads(holdwater("sources", "export", *arguments).out)
    return listed


def test_a_list_is_imported_with_its_files(empty_desk: Path, holdwater: Holdwater) -> None:
    (empty_desk / "library.bib").write_text(BIB)
    (empty_desk / "doe.txt").write_text(TEXT)
    done = holdwater("sources", "import", "library.bib")
    lines = done.out.splitlines()
    assert (done.code, done.err) == (1, "")
    assert lines[0] == "library.bib: 2 works, 2 new; 1 file added to the archive"
    assert lines[1].startswith("  passed over: poe2018: absent.pdf (")
    again = holdwater("sources", "import", "library.bib")
    assert again.out.startswith("library.bib: 2 works, 0 new; 0 files added to the archive\n")
    assert "doe2019: Bridges of the North; 1 capture" in holdwater("sources", "list").out


def test_a_list_is_right_where_it_says_other_things(empty_desk: Path, holdwater: Holdwater) -> None:
    with open_catalogue(empty_desk, create=True) as catalogue:
        catalogue.put_work({"title": "The Lock", "DOI": "10.5555/lock", "volume": "3"})
    (empty_desk / "library.bib").write_text(BIB)
    (empty_desk / "doe.txt").write_text(TEXT)
    assert "2 works, 1 new" in holdwater("sources", "import", "library.bib").out
    [lock] = [one for one in exported(holdwater) if one.get("DOI") == "10.5555/lock"]
    assert (lock["title"], lock["volume"]) == ("The lock", "3")


def test_a_folder_is_imported(desk: Path, holdwater: Holdwater) -> None:
    done = holdwater("sources", "import", "sources")
    assert (done.code, done.out) == (0, "sources: 2 works, 2 new; 2 files added to the archive\n")
    found = holdwater("check", "essay.md", "--output-format", "concise")
    assert "QUO101 quotes “glad” where the source has “sad”" in found.out


def test_what_cannot_be_read_in_a_folder_is_passed_over_and_the_rest_imported(desk: Path, holdwater: Holdwater) -> None:
    (desk / "sources" / "case.wacz").write_bytes(b"PK\x03\x04")
    (desk / "sources" / "broken.docx").write_bytes(b"PK\x03\x04broken")
    (desk / "sources" / "crawl.warc.gz").write_bytes(b"\x1f\x8b")
    done = holdwater("sources", "import", "sources")
    assert (done.code, done.err) == (1, "")
    first, *passed_over = done.out.splitlines()
    assert first.endswith("; 2 files added to the archive")
    pages = "an archive of web pages; `holdwater sources add` takes its pages in"
    assert f"  passed over: case.wacz ({pages})" in passed_over
    assert f"  passed over: crawl.warc.gz ({pages})" in passed_over
    assert any("broken.docx (a damaged" in line for line in passed_over), done.out
    assert "case.wacz" not in holdwater("sources", "list").out


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("absent.bib", None, "absent.bib"),
        ("broken.json", "{", "broken.json"),
        ("empty.json", "", "empty.json"),
    ],
)
def test_what_cannot_be_imported_is_told_in_one_line(
    empty_desk: Path, holdwater: Holdwater, name: str, content: str | None, told: str
) -> None:
    if content is not None:
        (empty_desk / name).write_text(content)
    done = holdwater("sources", "import", name)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(f"holdwater: {told}")
    assert not (empty_desk / ".holdwater").exists()


# Zotero


def library(server: Replica) -> str:
    item = {
        "key": "DOEDOE22",
        "data": {"key": "DOEDOE22", "itemType": "book", "title": "Bridges of the North", "citationKey": "doe2019"},
    }
    stored = {"itemType": "attachment", "linkMode": "imported_file", "filename": "doe.txt", "parentItem": "DOEDOE22"}
    body = json.dumps([item, {"key": "ATTACH22", "data": {**stored, "title": "Text"}}]).encode()
    server.record(Recorded("127.0.0.1", "/api/users/0/items", body))
    return server.url("/api/users/0")


def test_a_running_zotero_is_imported_with_what_it_stores(
    server: Replica, empty_desk: Path, holdwater: Holdwater
) -> None:
    (empty_desk / "storage" / "ATTACH22").mkdir(parents=True)
    (empty_desk / "storage" / "ATTACH22" / "doe.txt").write_text(TEXT)
    done = holdwater("sources", "import", "zotero:", "--zotero-api", library(server), "--storage", "storage")
    assert (done.code, done.err) == (0, "")
    assert done.out == "zotero: 1 work, 1 new; 1 file added to the archive\n"
    assert [one["id"] for one in exported(holdwater)] == ["doe2019"]


def test_a_zotero_that_does_not_answer_is_told_with_what_to_do(
    server: Replica, empty_desk: Path, holdwater: Holdwater
) -> None:
    done = holdwater("sources", "import", "zotero:", "--zotero-api", server.url("/status"))
    assert done.code == 2
    assert done.err == (
        "holdwater: Zotero cannot be asked: it answered 404; start Zotero, and allow other applications to communicate "
        "with it (Settings, Advanced)\n"
    )


# Export


@pytest.mark.parametrize("name", ["list.json", "list.bib", "list.ris"])
def test_what_was_exported_is_imported_as_it_was(
    desk: Path, holdwater: Holdwater, name: str, tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    holdwater("sources", "import", "sources")
    before = exported(holdwater)
    done = holdwater("sources", "export", "-o", name)
    assert (done.code, done.out) == (0, f"{name}: 2 works\n")
    other = tmp_path_factory.mktemp("other")
    (other / name).write_bytes((desk / name).read_bytes())
    monkeypatch.chdir(other)
    assert holdwater("sources", "import", name).out.startswith(f"{name}: 2 works, 2 new;")
    after = exported(holdwater)
    for field in ("type", "title", "author", "issued"):
        assert [one.get(field) for one in after] == [one.get(field) for one in before]


def test_only_a_documents_works_are_exported(desk: Path, holdwater: Holdwater) -> None:
    holdwater("sources", "link", "1", "sources/doe.txt", "--document", "essay.md")
    holdwater("sources", "add", "sources/council.txt")
    assert len(exported(holdwater)) == 2
    assert [one["title"] for one in exported(holdwater, "--document", "essay.md")] == ["Bridges of the North"]
    assert holdwater("sources", "export", "--format", "ris").out.startswith("TY  - ")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("-o", "list.doc"), "-o list.doc: the file's ending names no format of lists; give one: --format"),
        (("-o", "no/list.bib"), "-o no/list.bib: cannot be written: No such file or directory; choose another place"),
    ],
)
def test_a_list_that_cannot_be_written_is_told(
    desk: Path, holdwater: Holdwater, arguments: tuple[str, ...], line: str
) -> None:
    open_catalogue(desk, create=True).close()
    done = holdwater("sources", "export", *arguments)
    assert (done.code, done.out, done.err) == (2, "", f"holdwater: {line}\n")
