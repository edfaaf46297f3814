"""A running Zotero's local API, answered by a library of our own in its documented shapes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from holdwater.errors import CatalogueError
from holdwater.sources.exchange import zotero_api
from holdwater.sources.exchange.zotero_api import LOCAL, read_zotero


class Library:
    """Answers `get` as Zotero does: items by pages, each with its data, regular ones with CSL-JSON as text."""

    def __init__(self, *items: dict[str, Any]) -> None:
        self.items = items
        self.asked: list[str] = []

    def get(self, url: str) -> bytes:
        self.asked.append(url)
        query = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        assert query["include"] == "data,csljson"
        start, limit = int(query["start"]), int(query["limit"])
        return json.dumps(self.items[start : start + limit]).encode()


def regular(key: str, csl: object = None, **data: Any) -> dict[str, Any]:
    item = {"key": key, "version": 1, "data": {"key": key, "itemType": "book", "title": f"Volume {key}", **data}}
    return item if csl is None else {**item, "csljson": csl}


def attachment(key: str, parent: str, filename: str = "doe.html", mode: str = "imported_file") -> dict[str, Any]:
    data = {"itemType": "attachment", "linkMode": mode, "filename": filename, "title": "Snapshot"}
    return {"key": key, "data": {**data, **({"parentItem": parent} if parent else {})}}


@pytest.fixture
def storage(tmp_path: Path) -> Path:
    for key, name in (("ATTACH22", "doe.html"), ("ALONE222", "scan.pdf")):
        (tmp_path / "storage" / key).mkdir(parents=True)
        (tmp_path / "storage" / key / name).write_text("Water runs down.")
    return tmp_path / "storage"


CSL = {"id": "http://zotero.org/users/1/items/DOEDOE22", "type": "article-journal", "title": "Weirs", "note": "PMID: 7"}


@pytest.mark.parametrize("csl", [CSL, [CSL], {"items": [CSL]}, json.dumps([CSL]), json.dumps(CSL)])
def test_zoteros_own_csl_json_is_taken_in_every_form_it_comes_in(csl: object) -> None:
    (work,) = read_zotero(Library(regular("DOEDOE22", csl, citationKey="doe2019")).get).works
    assert work.csl == {"id": "doe2019", "type": "article-journal", "title": "Weirs", "note": "PMID: 7", "PMID": "7"}


def nested(depth: int) -> object:
    value: object = 1
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize("csl", [None, "no json", "[]", 3, {"title": "no type"}, {**CSL, "x": nested(30)}, "[" * 5000])
def test_without_sound_csl_json_an_items_own_fields_are_taken(csl: object) -> None:
    creators = [{"creatorType": "editor", "firstName": "Jane", "lastName": "Doe"}, {"creatorType": "x", "name": "MoW"}]
    fields = {"date": "2019-05", "numPages": "12", "tags": [{"tag": "weir"}], "place": "Oberau", "title": "Weirs"}
    (work,) = read_zotero(Library(regular("DOEDOE22", csl, creators=creators, **fields)).get).works
    assert work.csl == {
        "id": "doe2019weirs", "type": "book", "title": "Weirs", "editor": [{"family": "Doe", "given": "Jane"}],
        "contributor": [{"literal": "MoW"}], "issued": {"date-parts": [[2019, 5]]}, "number-of-pages": "12",
        "keyword": "weir", "publisher-place": "Oberau",
    }  # fmt: skip


def test_a_library_is_read_page_by_page_and_no_further() -> None:
    library = Library(*(regular(f"K{number:07}") for number in range(250)))
    imported = read_zotero(library.get)
    assert len(imported.works) == 250
    assert len({work.csl["id"] for work in imported.works}) == 250
    assert library.asked == [f"{LOCAL}/items?include=data,csljson&limit=100&start={start}" for start in (0, 100, 200)]


def test_a_collection_and_a_group_have_addresses_of_their_own() -> None:
    library = Library()
    read_zotero(library.get, base="http://127.0.0.1:23119/api/groups/7", collection="COLL2345")
    assert library.asked[0].startswith("http://127.0.0.1:23119/api/groups/7/collections/COLL2345/items?")
    with pytest.raises(CatalogueError, match="no key of a Zotero collection"):
        read_zotero(library.get, collection="../../x")


def test_stored_files_are_found_and_those_without_a_parent_are_works(storage: Path) -> None:
    library = Library(
        attachment("ATTACH22", "DOEDOE22"),
        regular("DOEDOE22", citationKey="doe"),
        attachment("ALONE222", "", "scan.pdf"),
        {"key": "NOTE2222", "data": {"itemType": "note", "note": "x", "parentItem": "DOEDOE22"}},
    )
    imported = read_zotero(library.get, storage=storage)
    assert [(work.csl["title"], [file.name for file in work.files]) for work in imported.works] == [
        ("Volume DOEDOE22", ["doe.html"]),
        ("Snapshot", ["scan.pdf"]),
    ]
    assert imported.passed_over == ()


@pytest.mark.parametrize(
    ("item", "why"),
    [
        (attachment("ATTACH22", "DOEDOE22", "../doe.html"), "its file's name is none"),
        (attachment("ATTACH22", "DOEDOE22", ".."), "its file's name is none"),
        (attachment("ATTACH22", "DOEDOE22", "a\0b"), "its file's name is none"),
        (attachment("../storage", "DOEDOE22"), "its file's name is none"),
        (attachment("ATTACH22", "DOEDOE22", "gone.html"), "there is no file gone.html in"),
        (attachment("ATTACH22", "DOEDOE22", "link.html"), "link.html is a link that leads out of the folder"),
        (attachment("ATTACH22", "DOEDOE22", mode="linked_file"), "its file is linked, not stored by Zotero"),
    ],
)
def test_a_file_that_is_not_zoteros_own_is_passed_over_and_told(storage: Path, item: dict[str, Any], why: str) -> None:
    (storage.parent / "secret.html").write_text("secret")
    (storage / "ATTACH22" / "link.html").symlink_to(storage.parent / "secret.html")
    imported = read_zotero(Library(regular("DOEDOE22", citationKey="doe"), item).get, storage=storage)
    assert imported.works[0].files == ()
    (passed_over,) = imported.passed_over
    assert passed_over.what == "doe: Snapshot"
    assert passed_over.why.startswith(why)


def test_a_link_to_a_page_is_no_file_and_no_word_is_lost_on_it(storage: Path) -> None:
    item = attachment("ATTACH22", "DOEDOE22", "", mode="linked_url")
    assert read_zotero(Library(regular("DOEDOE22"), item).get, storage=storage).passed_over == ()


def test_without_the_folder_of_stored_files_that_is_told() -> None:
    imported = read_zotero(Library(regular("DOEDOE22"), attachment("ATTACH22", "DOEDOE22")).get)
    assert [one.why for one in imported.passed_over] == ["Zotero's folder of stored files is not given"]


@pytest.mark.parametrize("answer", [b"", b"Nothing to see here.", b"{}", b"null", b"\xff", b"[" * 100_000, b"3"])
def test_an_answer_that_is_no_list_of_items_is_a_clear_fault(answer: bytes) -> None:
    with pytest.raises(CatalogueError, match="an answer that is no list of items; see that it is Zotero's API"):
        read_zotero(lambda _: answer)


@pytest.mark.parametrize("item", [None, 3, [], {}, {"data": 3}, {"data": {}}, {"key": [], "data": {"itemType": {}}}])
def test_odd_items_break_nothing(item: object) -> None:
    read_zotero(lambda _: json.dumps([item]).encode())


def test_a_library_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zotero_api, "MAX_ITEMS", 300)
    page = json.dumps([regular(f"K{number:07}") for number in range(100)]).encode()
    with pytest.raises(CatalogueError, match="more than 300 items; import its collections"):
        read_zotero(lambda _: page)
    monkeypatch.setattr(zotero_api, "MAX_ANSWER", 2**20)
    with pytest.raises(CatalogueError, match="an answer larger than 1 MB"):
        read_zotero(lambda _: b" " * (2**20 + 1))


def test_what_get_raises_is_its_own() -> None:
    def refused(url: str) -> bytes:
        raise ConnectionRefusedError(url)

    with pytest.raises(ConnectionRefusedError):
        read_zotero(refused)
