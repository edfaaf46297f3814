"""Works written as a .bib file and read back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from csl_works import ALL_ROLES, ALL_TYPES, ALL_WORDS, dates, people, phrases, values_of, works
from hypothesis import given, settings

from holdwater.read.csl_schema import DATES
from holdwater.sources.catalogue.model import Work
from holdwater.sources.exchange.reading import read_works
from holdwater.sources.exchange.writing import write_works

HELD = works(
    ALL_TYPES,
    {variable: values_of(variable, phrases()) for variable in ALL_WORDS},
    dict.fromkeys(ALL_ROLES, people()),
    dict.fromkeys(DATES, dates()),
)


def written(*items: dict[str, Any]) -> str:
    return write_works([Work(str(item["id"]), item) for item in items], "bibtex")


def read(folder: Path, text: str) -> list[dict[str, object]]:
    path = folder / "list.bib"
    path.write_text(text, encoding="utf-8")
    imported = read_works(path)
    assert imported.passed_over == ()
    return [dict(work.csl) for work in imported.works]


@settings(max_examples=200, deadline=None)
@given(item=HELD)
def test_what_bibtex_can_hold_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, item: dict[str, Any]
) -> None:
    text = written({"id": "w1", **item})
    assert read(tmp_path_factory.getbasetemp(), text) == [{"id": "w1", **item}], text


def test_a_list_keeps_its_order_and_every_entry(tmp_path: Path) -> None:
    items = [{"id": f"w{number}", "type": "book", "title": f"Volume {number}"} for number in range(50)]
    assert read(tmp_path, written(*items)) == items


def test_an_entry_reads_as_a_person_would_write_it() -> None:
    item = {
        "id": "doe2019",
        "type": "article-journal",
        "title": "The weirs of Marden & <i>Salmo trutta</i>: 50% of NATO’s",
        "author": [
            {"family": "Roe", "given": "Richard", "non-dropping-particle": "van der", "suffix": "Jr."},
            {"literal": "Ministry of Water and Fish"},
        ],
        "container-title": "Marden Review",
        "issued": {"date-parts": [[2019, 5]]},
        "volume": 12,
        "issue": "3",
        "page": "4-9",
        "DOI": "10.1000/a_b",
    }
    assert written(item) == (
        "@article{doe2019,\n"
        "  author = {van der Roe, Jr., Richard and {Ministry of Water and Fish}},\n"
        "  journal = {Marden Review},\n"
        "  doi = {10.1000/a_b},\n"
        "  number = {3},\n"
        "  pages = {4--9},\n"
        "  title = {The weirs of {Marden} \\& \\textit{{Salmo} trutta}: 50\\% of {NATO’s}},\n"
        "  volume = {12},\n"
        "  year = {2019},\n"
        "  month = {5},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("genre", "entry"),
    [("PhD thesis", "phdthesis"), ("Doctoral dissertation", "phdthesis"), ("Master’s thesis", "mastersthesis"),
     ("MSc thesis", "mastersthesis"), ("Habilitation", "thesis"), ("", "thesis")],
)  # fmt: skip
def test_a_thesis_is_called_doctoral_only_where_it_says_so(genre: str, entry: str) -> None:
    assert written({"id": "a", "type": "thesis", "genre": genre}).startswith(f"@{entry}{{a,")


@pytest.mark.parametrize(
    ("name", "bib"),
    [
        ({"family": "Roe, Doe", "given": "J."}, "{Roe, Doe}, J."),
        ({"family": "van Roe", "given": "J."}, "{van Roe}, J."),
        ({"family": "Roe", "given": "Jane e"}, "Roe, {Jane e}"),
        ({"family": "Van Der", "given": "J.", "non-dropping-particle": "Op"}, "{Op Van Der}, J."),
        ({"family": "Da Vinci"}, "{Da Vinci}"),
        ({"family": "Gogh", "non-dropping-particle": "van"}, "van Gogh"),
        ({"given": "Plato"}, "{Plato}"),
        ({"literal": "B {and} S"}, r"{B \textbraceleft{}and\textbraceright{} S}"),
    ],
)
def test_braces_hold_together_what_bibtex_would_take_apart(name: dict[str, str], bib: str) -> None:
    assert f"  author = {{{bib}}},\n" in written({"id": "a", "type": "book", "author": [name]})


def test_keys_are_made_fit_for_bibtex_and_stay_apart() -> None:
    text = written(*({"id": name, "type": "book"} for name in ("a b", "a,b", "http://zotero.org/x#1", "{}")))
    assert [line[6:-1] for line in text.splitlines() if line.startswith("@")] == [
        "a-b", "a-b-2", "http://zotero.org/x-1", "work",
    ]  # fmt: skip


def test_files_are_named_so_that_reference_managers_and_we_find_them(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    for name in ("a;b: c.html", "d.pdf"):
        (tmp_path / "files" / name).write_text("x")
    files = {"a": ["files/a;b: c.html", "files/d.pdf"]}
    text = write_works([Work("a", {"type": "book"})], "bibtex", files)
    assert r"a\;b\: c.html:files/a\;b\: c.html:text/html;d.pdf:files/d.pdf:application/pdf" in text
    (tmp_path / "list.bib").write_text(text)
    (work,) = read_works(tmp_path / "list.bib").works
    assert [file.name for file in work.files] == ["a;b: c.html", "d.pdf"]


def test_what_is_no_text_name_or_date_is_left_out() -> None:
    odd = {"id": "a", "type": "book", "title": ["x"], "author": "Doe", "issued": [], "custom": {"x": 1}, "volume": True}
    assert written(odd) == "@book{a,\n}\n"


def test_characters_that_no_list_can_hold_are_taken_out(tmp_path: Path) -> None:
    item = {"id": "a", "type": "book", "title": "W\x00ei\x1brs\ud800 a\nb", "author": [{"family": "D\x07oe"}]}
    assert read(tmp_path, written(item)) == [
        {"id": "a", "type": "book", "title": "Weirs a b", "author": [{"family": "Doe"}]}
    ]
