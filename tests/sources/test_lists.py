"""Lists of sources: CSL-JSON read and checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.errors import CatalogueError
from holdwater.sources import lists
from holdwater.sources.lists import read_catalogue


def written(folder: Path, text: str | bytes, name: str = "sources.json") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def complaint(folder: Path, text: str | bytes, name: str = "sources.json") -> str:
    path = written(folder, text, name)
    with pytest.raises(CatalogueError) as caught:
        read_catalogue(path)
    line = str(caught.value)
    assert line.startswith(f"{path}: ")
    assert "\n" not in line
    return line.removeprefix(f"{path}: ")


@pytest.mark.parametrize("form", ["{}", '{{"items": {}, "extra": 1}}'.replace("{{", "{").replace("}}", "}")])
def test_an_array_and_an_object_with_items_are_both_lists(tmp_path: Path, form: str) -> None:
    items = json.dumps(
        [
            {"id": "doe", "title": "Weirs", "DOI": "10.1000/A", "file": "doe.html"},
            {"id": 7, "files": ["a.md", "b\\c.md"]},
        ]
    )
    doe, seven = read_catalogue(written(tmp_path, form.replace("{}", items, 1)))
    assert (doe.id, doe.files, doe.identifiers) == ("doe", ("doe.html",), ("doi:10.1000/a",))
    assert doe.csl == {"id": "doe", "title": "Weirs", "DOI": "10.1000/A"}
    assert (seven.id, seven.files) == ("7", ("a.md", "b/c.md"))


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    assert read_catalogue(written(tmp_path, b"\xef\xbb\xbf[]")) == ()


def test_an_item_without_an_id_takes_its_files_name(tmp_path: Path) -> None:
    (entry,) = read_catalogue(written(tmp_path, '[{"file": "papers/doe-2019.html"}]'))
    assert entry.id == "doe-2019"


def test_a_bib_is_read_by_its_suffix(tmp_path: Path) -> None:
    (entry,) = read_catalogue(written(tmp_path, "@book{doe, title={Weirs}, file={:doe.html:HTML}}", "refs.BIB"))
    assert (entry.id, entry.files, entry.csl["title"]) == ("doe", ("doe.html",), "Weirs")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[\n{"id": "a"}\n{"id": "b"}]', "line 3, column 1: expected ',' or ']'; mend the JSON there, or just before"),
        ('[{"id": "é",}]', "line 1, column 13: trailing comma in object"),
        ("[{'id': 1}]", "line 1, column 3: "),
        ('[{"id": "a"}', "line 1, column 13: the file ends too early; close its brackets and quotes"),
        ("", "line 1, column 1: the file ends too early"),
        ("[]]", "line 1, column 3: trailing characters"),
        (b'[{"id": "\xff"}]', "line 1, column 10: not UTF-8; save it as UTF-8"),
        ("[1e999]", "line 1, column 1: Number out of range"),
        ("3", "expected an array of sources, found a number; write [ … ]"),
        ("{}", "expected an array of sources, found an object"),
        ('{"items": {}}', "expected an array of sources, found an object"),
        ("null", "expected an array of sources, found null"),
        ("[[]]", "item 1: expected an object, found an array"),
        ('[{"id": "a"}, "b"]', "item 2: expected an object, found a text"),
        ('[{"title": "a"}]', "item 1: has no id; give it one, such as its citation key"),
        ('[{"id": ""}]', "item 1: has no id"),
        ('[{"id": true}]', "item 1: has no id"),
        ('[{"id": {}}]', "item 1: has no id"),
        ('[{"id": "a\\u001b[31m"}]', "item 1: its id is too long or has unprintable characters"),
        ('[{"id": "a"}, {"id": "a"}]', "two sources have the id 'a'; give each its own id"),
        ('[{"id": 1}, {"id": "1"}]', "two sources have the id '1'"),
        ('[{"id": "a", "file": 3}]', "item 1: `file` is a number, not a path; write \"file\": \"name.html\""),
        ('[{"id": "a", "file": ["x", null]}]', "item 1: `file` is null, not a path"),
        ('[{"id": "a", "file": " "}]', "item 1: `file` is a text, not a path"),
        ('[{"id": "a", "files": {"x": 1}}]', "item 1: `file` is an object, not a path"),
        ('[{"id": "a", "file": "x", "files": ["x"]}]', "item 1: has both `file` and `files`; keep one"),
        ('[{"id": "a", "file": "x\\u0000y"}]', "item 1: `file` is not a path"),
        ('[{"id": "a", "file": "/etc/passwd"}]', "item 1: `file` is an absolute path: /etc/passwd; give it relative"),
        ('[{"id": "a", "file": "C:\\\\x.txt"}]', "item 1: `file` is an absolute path: C:/x.txt"),
        ('[{"id": "a", "file": "../x"}]', "item 1: `file` leads out of the folder: ../x; copy the file into"),
        ('[{"id": "a", "file": "a/../../x"}]', "item 1: `file` leads out of the folder"),
        ('[{"id": "a", "file": "a\\\\..\\\\..\\\\x"}]', "item 1: `file` leads out of the folder"),
    ],
)  # fmt: skip
def test_a_fault_is_one_line_with_its_place_and_its_mend(tmp_path: Path, text: str | bytes, line: str) -> None:
    assert complaint(tmp_path, text).startswith(line)


def test_a_path_that_climbs_in_a_bib_is_a_fault_too(tmp_path: Path) -> None:
    line = complaint(tmp_path, "@book{a, file={:../../x.html:HTML}}", "refs.bib")
    assert line.startswith("entry 'a': `file` leads out of the folder")


def test_the_absolute_paths_of_a_reference_manager_are_left_to_the_shelf(tmp_path: Path) -> None:
    (entry,) = read_catalogue(written(tmp_path, "@book{a, file={/home/jane/Zotero/storage/X/x.html}}", "refs.bib"))
    assert entry.files == ("/home/jane/Zotero/storage/X/x.html",)


@pytest.mark.parametrize("inside", ["a/../b.html", "./b.html", "a/b/../../c.html", "..b/c.html", "b..html"])
def test_a_path_that_stays_inside_is_none(tmp_path: Path, inside: str) -> None:
    (entry,) = read_catalogue(written(tmp_path, json.dumps([{"id": "a", "file": inside}])))
    assert entry.files == (inside,)


def test_a_list_that_is_not_there_or_is_a_folder_is_a_clear_fault(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="there is no such list of sources; check its path"):
        read_catalogue(tmp_path / "none.json")
    with pytest.raises(CatalogueError, match="cannot be opened"):
        read_catalogue(tmp_path)


def test_a_list_too_large_or_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "MAX_ENTRIES", 1)
    assert complaint(tmp_path, '[{"id": 1}, {"id": 2}]').startswith("more than 1 sources; split the list")
    monkeypatch.setattr(lists, "MAX_BYTES", 2**20)
    assert complaint(tmp_path, b" " * (2**20 + 1)) == "larger than 1 MB; split the list"


@given(st.binary(max_size=80) | st.text(alphabet='[]{}",:0123nulltrueidfile\\ \n', max_size=80).map(str.encode))
def test_any_bytes_are_a_list_or_one_catalogue_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.getbasetemp()
    for name in ("any.json", "any.bib"):
        try:
            read_catalogue(written(folder, data, name))
        except CatalogueError as error:
            said = str(error)
        else:
            said = ""
        assert "\n" not in said
