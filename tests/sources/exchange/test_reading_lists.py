"""Lists and folders taken in: what is broken is passed over and told, and no attachment leads outside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from csl_works import ALL_ROLES, ALL_TYPES, ALL_WORDS, dates, people, phrases, values_of, works
from hypothesis import given, settings
from hypothesis import strategies as st

from clock import within_seconds
from holdwater.errors import CatalogueError
from holdwater.read.csl_schema import DATES
from holdwater.sources import lists
from holdwater.sources.catalogue.model import Work
from holdwater.sources.exchange import reading
from holdwater.sources.exchange.model import Imported, ListFormat
from holdwater.sources.exchange.reading import read_works
from holdwater.sources.exchange.writing import write_works
from holdwater.sources.lists import read_catalogue
from holdwater.sources.shelf import open_shelf

WORKS = works(
    ALL_TYPES,
    {variable: values_of(variable, phrases()) for variable in ALL_WORDS},
    dict.fromkeys(ALL_ROLES, people()),
    dict.fromkeys(DATES, dates()),
)


def read(folder: Path, text: str | bytes, name: str = "list.json") -> Imported:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_works(path)


def files_of(imported: Imported, folder: Path) -> list[list[str]]:
    return [[file.relative_to(folder).as_posix() for file in work.files] for work in imported.works]


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Water runs down.")


# CSL-JSON


@settings(max_examples=60, deadline=None)
@given(item=WORKS)
def test_csl_json_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, item: dict[str, Any]) -> None:
    item = {"id": "w1", **item, "custom": {"kept": [1, {"deep": None}]}, "volume": 12}
    text = write_works([Work("w1", item)], ListFormat.CSL_JSON)
    (work,) = read(tmp_path_factory.getbasetemp(), text).works
    assert dict(work.csl) == item


def test_a_format_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="endnote"):
        write_works([], "endnote")


def test_files_are_written_and_found_in_every_format(tmp_path: Path) -> None:
    make(tmp_path, "files/1/Doe - Übersicht.html", "files/2/doe.pdf")
    paths = ["files/1/Doe - Übersicht.html", "files/2/doe.pdf"]
    for form, suffix in (("csl-json", "json"), ("bibtex", "bib"), ("ris", "ris")):
        text = write_works([Work("doe", {"type": "book", "title": "x"})], form, {"doe": paths})
        assert files_of(read(tmp_path, text, f"list.{suffix}"), tmp_path) == [paths]


@pytest.mark.parametrize(
    ("item", "why"),
    [
        ([], "expected an object, found an array"),
        ("x", "expected an object, found a text"),
        ({"id": {}}, "has no id"),
        ({"id": "a\x1b[31m"}, "its id is too long or has unprintable characters"),
        ({"id": "deep", "x": [[[[[[[[[[[[[[]]]]]]]]]]]]]]}, "nested too deep to be CSL-JSON"),
    ],
)
def test_a_broken_item_is_passed_over_and_told(tmp_path: Path, item: object, why: str) -> None:
    imported = read(tmp_path, json.dumps([{"id": "a", "title": "x"}, item, {"id": "b"}]))
    assert [work.csl["id"] for work in imported.works] == ["a", "b"]
    assert [(one.what, one.why.partition(";")[0]) for one in imported.passed_over] == [("item 2", why)]


def test_broken_entries_of_a_bib_are_passed_over_with_their_line(tmp_path: Path) -> None:
    imported = read(tmp_path, '@book{a, title={x}}\n@book{b, title="y" year=3}\n@book{a, title={z}}', "list.bib")
    assert [work.csl["id"] for work in imported.works] == ["a"]
    assert sorted(one.why.partition(",")[0] for one in imported.passed_over) == ["line 2", "line 3"]
    assert {one.what for one in imported.passed_over} == {"list.bib"}


def test_items_without_an_id_and_with_the_same_get_one_of_their_own(tmp_path: Path) -> None:
    doe = {"title": "The Weirs of Marden", "author": [{"family": "Doé"}], "issued": {"date-parts": [[2019]]}}
    imported = read(tmp_path, json.dumps([doe, doe, {"id": "a"}, {"id": "a"}, {"id": 7}, {}]))
    ids = [work.csl["id"] for work in imported.works]
    assert ids == ["doe2019weirs", "doe2019weirs-2", "a", "a-2", "7", "work"]


def test_many_works_that_would_be_called_the_same_are_told_apart_at_once(tmp_path: Path) -> None:
    items = [{"title": "Weirs"}] * 20_000
    # Quarters of an hour, if each tried every number.
    imported = within_seconds(30, lambda: read(tmp_path, json.dumps(items)))
    assert [imported.works[at].csl["id"] for at in (0, 1, -1)] == ["weirs", "weirs-2", "weirs-20000"]


def test_a_list_that_names_files_without_end_has_the_first_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAX_ALL_FILES", 3)
    make(tmp_path, "a.html", "b.html")
    items = [{"id": name, "files": ["a.html", "b.html", "a.html"]} for name in ("one", "two")]
    imported = read(tmp_path, json.dumps(items))
    assert files_of(imported, tmp_path) == [["a.html", "b.html"], []]
    assert [(one.what, one.why) for one in imported.passed_over] == [("two", "the list names more than 3 files")]


@pytest.mark.parametrize("text", ["[", "3", '{"items": 3}', b"\xff\xfe", "[" * 100_000])
def test_a_list_that_is_none_is_one_clear_fault(tmp_path: Path, text: str | bytes) -> None:
    with pytest.raises(CatalogueError) as caught:
        read(tmp_path, text)
    assert "\n" not in str(caught.value)


def test_a_list_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "MAX_BYTES", 10)
    with pytest.raises(CatalogueError, match="larger than 0 MB"):
        read(tmp_path, "[]" + " " * 20)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("@book{a, title={Weirs}}", "Weirs"),
        ("% of mine\n@book{a, title={Weirs}}", "Weirs"),
        ("TY  - BOOK\nTI  - Weirs\nER  - ", "Weirs"),
        ('[{"id": "a", "title": "Weirs"}]', "Weirs"),
    ],
)
def test_a_list_of_another_suffix_is_known_by_its_first_sign(tmp_path: Path, text: str, title: str) -> None:
    (work,) = read(tmp_path, text, "export.txt").works
    assert work.csl["title"] == title


# Attachments

OUTSIDE = [
    "../secret.html", "files/../../secret.html", "..\\secret.html", "/etc/passwd", "file:///etc/passwd",
    "C:\\secret.html", "%2e%2e/secret.html", "link.html", "linked/secret.html", "files/none.html", "a\0b", "x" * 5000,
    "//host/share/a.html", "files",
]  # fmt: skip


@pytest.mark.parametrize("path", OUTSIDE)
@pytest.mark.parametrize("suffix", ["json", "bib", "ris"])
def test_no_attachment_leads_out_of_the_folder(tmp_path: Path, path: str, suffix: str) -> None:
    make(tmp_path, "secret.html", "outside/secret.html", "export/files/fine.html")
    (tmp_path / "export" / "link.html").symlink_to(tmp_path / "secret.html")
    (tmp_path / "export" / "linked").symlink_to(tmp_path / "outside")
    text = write_works([Work("a", {"type": "book", "title": "x"})], ListFormat(
        {"json": "csl-json", "bib": "bibtex", "ris": "ris"}[suffix]), {"a": [path, "files/fine.html"]},
    )  # fmt: skip
    imported = read(tmp_path / "export", text, f"list.{suffix}")
    assert files_of(imported, tmp_path / "export") == [["files/fine.html"]]
    assert len(imported.passed_over) == 1
    assert imported.passed_over[0].what.startswith("a: ")


def test_the_absolute_path_of_a_managers_store_finds_the_copy_of_that_name(tmp_path: Path) -> None:
    make(tmp_path, "files/12/doe.html", "files/13/twice.html", "files/14/twice.html")
    text = "@book{a, file={:/home/jane/Zotero/storage/ABCD2345/doe.html:html;:C\\:\\\\Users\\\\twice.html:html}}"
    imported = read(tmp_path, text, "list.bib")
    assert files_of(imported, tmp_path) == [["files/12/doe.html"]]
    assert [one.why for one in imported.passed_over] == [f"its file twice.html lies outside {tmp_path}"]


def test_a_name_in_percent_signs_is_found(tmp_path: Path) -> None:
    make(tmp_path, "files/Doe – 100 %.html")
    text = "TY  - BOOK\nL1  - files/Doe%20%E2%80%93%20100%20%25.html\nER  - "
    assert files_of(read(tmp_path, text, "list.ris"), tmp_path) == [["files/Doe – 100 %.html"]]


def test_files_that_a_list_does_not_name_are_known_by_zoteros_names(tmp_path: Path) -> None:
    items = [
        {"id": "a", "title": "The water works of Marden: a history", "author": [{"family": "Doe"}], "issued": "2019"},
        {"id": "b", "title": "Taps", "author": [{"family": "Roe"}, {"family": "Poe"}], "issued": "2020"},
        {"id": "c", "title": "Taps", "author": [{"family": "Roe"}], "issued": "2020"},
        {"id": "d", "title": "Weirs", "editor": [{"family": "van der Coe"}], "issued": "2021"},
    ]
    make(
        tmp_path,
        "files/1/Doe - 2019 - The water works of Marden a hist.pdf",
        "files/2/Roe and Poe - 2020 - Taps.pdf",
        "files/3/Coe - 2021 - Weirs.html",
        "files/4/Doe - 2018 - The water works.pdf",
        "files/5/scan.pdf",
        "Doe - 2019 - The water works.pdf",
    )
    imported = read(tmp_path, json.dumps(items))
    assert files_of(imported, tmp_path) == [
        ["files/1/Doe - 2019 - The water works of Marden a hist.pdf"], [], [], ["files/3/Coe - 2021 - Weirs.html"],
    ]  # fmt: skip


def test_items_as_zotero_keeps_them_are_taken_with_their_attachments(tmp_path: Path) -> None:
    make(tmp_path, "files/1/doe.pdf")
    item = {
        "itemType": "journalArticle", "citationKey": "doe19", "title": "Weirs", "publicationTitle": "Marden Review",
        "creators": [{"creatorType": "author", "firstName": "Ludwig van", "lastName": "Doe"}],
        "attachments": [{"path": "files/1/doe.pdf", "title": "Full Text"}, {"title": "Link", "url": "https://e.org"}],
    }  # fmt: skip
    (work,) = (imported := read(tmp_path, json.dumps({"config": {}, "items": [item]}))).works
    assert work.csl == {
        "id": "doe19", "type": "article-journal", "title": "Weirs", "container-title": "Marden Review",
        "author": [{"family": "Doe", "given": "Ludwig", "dropping-particle": "van"}], "citation-key": "doe19",
    }  # fmt: skip
    assert files_of(imported, tmp_path) == [["files/1/doe.pdf"]]


# Folders


def test_a_folder_is_taken_with_what_its_list_and_its_files_names_say(tmp_path: Path) -> None:
    make(tmp_path, "doe.html", "rfc2119.txt", "10.1000_xyz.txt", "Roe - 2020 - Taps.md", "picture.png")
    (tmp_path / "sources.json").write_text('[{"id": "doe", "title": "Weirs", "file": "doe.html"}]')
    imported = read_works(tmp_path)
    found = {str(work.csl["id"]): work for work in imported.works}
    assert found["doe"].csl["title"] == "Weirs"
    assert found["10.1000_xyz"].csl["DOI"] == "10.1000/xyz"
    assert found["Roe - 2020 - Taps"].csl["title"] == "Taps"
    assert [file.name for file in found["rfc2119"].files] == ["rfc2119.txt"]
    assert [(one.what, one.why) for one in imported.passed_over] == [
        ("picture.png", "a .png file holds no text to check")
    ]


def test_a_folder_that_is_not_there_is_a_clear_fault(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="there is no such list of sources"):
        read_works(tmp_path / "none")


def test_an_export_alone_in_a_folder_of_sources_is_its_list(tmp_path: Path) -> None:
    make(tmp_path, "files/1/doe.html")
    (tmp_path / "refs.ris").write_text("TY  - BOOK\nID  - doe\nTI  - Weirs\nL1  - files/1/doe.html\nER  - ")
    assert open_shelf(tmp_path).sources["doe"].title == "Weirs"
    (tmp_path / "refs.bib").write_text("@book{other, title={Taps}, file={files/1/doe.html}}")
    shelf = open_shelf(tmp_path)
    assert list(shelf.sources) == ["other"]
    assert shelf.skipped == {"refs.ris": "a .ris file holds no text to check"}


def test_rdf_that_is_not_zoteros_stays_a_source(tmp_path: Path) -> None:
    (tmp_path / "facts.rdf").write_text('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>')
    assert list(open_shelf(tmp_path).sources) == ["facts.rdf"]


def test_a_list_for_checking_is_refused_at_its_first_fault(tmp_path: Path) -> None:
    (tmp_path / "a.ris").write_text("TY  - BOOK\nID  - a\nL1  - ../x.html\nER  - ")
    with pytest.raises(CatalogueError, match="entry 'a': `file` leads out of the folder"):
        read_catalogue(tmp_path / "a.ris")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=80) | st.text(alphabet='[]{}",:@=#\\<>/TY  -0truenlidfiles \n', max_size=80).map(str.encode))
def test_any_bytes_are_works_or_one_catalogue_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.getbasetemp()
    for name in ("any.json", "any.bib", "any.ris", "any.rdf", "any"):
        try:
            works = read(folder, data, name).works
        except CatalogueError as error:
            works, said = (), str(error)
        else:
            said = ""
        assert "\n" not in said
        assert len({work.csl["id"] for work in works}) == len(works)
