"""RIS: read, written, and read back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from csl_works import dates, letters, pages, people, phrases, values_of, works
from hypothesis import given, settings
from hypothesis import strategies as st

from clock import within_seconds
from holdwater.errors import CatalogueError
from holdwater.sources.catalogue.model import Work
from holdwater.sources.exchange import ris, ris_tags
from holdwater.sources.exchange.reading import read_works
from holdwater.sources.exchange.ris import read_ris
from holdwater.sources.exchange.writing import write_works

KEYWORDS = st.lists(phrases(letters, 2), min_size=1, max_size=4).map(", ".join)
EVERYWHERE = (
    "title-short container-title-short volume issue edition publisher publisher-place language abstract genre DOI URL "
    "number-of-volumes section call-number archive archive_location source annote note ISBN ISSN"
).split()
ARTICLES = ("article-journal", "article-magazine", "article-newspaper")
WHOLE = ("book", "report", "map")
PARTS = ("chapter", "paper-conference", "entry-dictionary", "entry-encyclopedia")
OTHERS = (
    "bill classic dataset document figure graphic hearing legal_case legislation manuscript motion_picture "
    "musical_score pamphlet patent periodical personal_communication post post-weblog regulation software song speech "
    "standard thesis webpage"
).split()


def held(types: tuple[str, ...] | list[str], *more: str) -> st.SearchStrategy[dict[str, Any]]:
    """Works of these types with what RIS holds of them: everywhere the same, and `more` for these."""
    words = {variable: values_of(variable, phrases()) for variable in (*EVERYWHERE, *more)}
    roles = dict.fromkeys(("author", "editor", "collection-editor", "translator"), people(literals=" &.-"))
    days = {"issued": dates(), "accessed": dates(literals=False)}
    return works(st.sampled_from(sorted(types)), {**words, "keyword": KEYWORDS}, roles, days)


HELD = (
    held(ARTICLES, "container-title", "collection-title", "number", "page", "PMCID")
    | held(("book",), "collection-title", "collection-number", "number-of-pages")
    | held(("report", "map"), "collection-title", "number", "page")
    | held(PARTS, "container-title", "collection-title", "collection-number", "page")
    | held([one for one in OTHERS if one != "thesis"], "container-title", "collection-title", "number", "page")
    | held(["thesis"], "container-title", "number", "number-of-pages")
)


def written(*items: dict[str, Any]) -> str:
    return write_works([Work(str(item["id"]), item) for item in items], "ris")


def read(folder: Path, text: str) -> list[dict[str, object]]:
    path = folder / "list.ris"
    path.write_bytes(text.encode())
    return [dict(work.csl) for work in read_works(path).works]


def one(text: str) -> dict[str, object]:
    (item,) = read_ris(text, "list.ris")
    return item


@settings(max_examples=200, deadline=None)
@given(item=HELD)
def test_what_ris_can_hold_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, item: dict[str, Any]) -> None:
    text = written({"id": "w1", **item})
    assert read(tmp_path_factory.getbasetemp(), text) == [{"id": "w1", **item}], text


@pytest.mark.parametrize("csl", sorted(set(ris_tags.TYPES.values())))
def test_every_type_that_ris_has_comes_back(csl: str) -> None:
    assert one(written({"id": "a", "type": csl, "title": "x"}))["type"] == csl


@pytest.mark.parametrize(
    "csl", ["interview", "review", "treaty", "article", "broadcast", "entry", "collection", "event"]
)
def test_a_type_that_ris_has_not_becomes_the_nearest(csl: str) -> None:
    assert one(written({"id": "a", "type": csl, "title": "x"}))["type"] in ris_tags.TYPES.values()


def test_a_record_reads_as_programs_write_it() -> None:
    item = {
        "id": "doe2019", "type": "article-journal", "title": "Weirs",
        "author": [{"family": "Roe", "given": "R.", "non-dropping-particle": "van der", "suffix": "Jr."},
                   {"family": "Plato"}, {"literal": "Ministry of Water"}],
        "issued": {"date-parts": [[2019, 5, 3]]}, "page": "4-9", "keyword": "tap; weir", "ISSN": "1234-5679",
        "files": ["files/1/doe.pdf"],
    }  # fmt: skip
    assert written(item).split("\r\n") == [
        "TY  - JOUR", "AU  - van der Roe, R., Jr.", "AU  - Plato,", "AU  - Ministry of Water", "KW  - tap",
        "KW  - weir", "TI  - Weirs", "ID  - doe2019", "SP  - 4", "EP  - 9", "SN  - 1234-5679", "PY  - 2019",
        "DA  - 2019/05/03/", "L1  - files/1/doe.pdf", "ER  - ", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("date", "line"),
    [
        ({"date-parts": [[2019]]}, "2019"),
        ({"date-parts": [["2019", "5"]]}, "2019/05//"),
        ({"date-parts": [[2019]], "season": "fall"}, "2019///Autumn"),
        ({"date-parts": [[1890]], "circa": "true"}, "1890///circa"),
        ({"date-parts": [[2019, 5, 30], [2020, 6]]}, "2019/05/30/to 2020-06"),
        ({"raw": "May 3, 2019"}, "2019/05/03/"),
        ({"raw": "2019/2020"}, "2019///to 2020"),
        ({"literal": "n.d."}, "n.d."),
        ({"date-parts": [[-43, 3]]}, "-0043/03//"),
        ("2019-05", "2019/05//"),
        (2019, "2019"),
    ],
)
def test_dates_are_written_with_what_else_they_say(date: object, line: str) -> None:
    lines = written({"id": "a", "type": "book", "issued": date}).split("\r\n")
    assert f"{'PY' if line in ('2019', 'n.d.') else 'DA'}  - {line}" in lines


@pytest.mark.parametrize(
    "date", [{}, [], None, True, {"date-parts": []}, {"date-parts": [[None]]}, {"raw": 3}, "x" * 999]
)
def test_what_is_no_date_breaks_nothing(date: object) -> None:
    one(written({"id": "a", "type": "book", "title": "x", "issued": date}))


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2019", {"date-parts": [[2019]]}),
        ("2019///", {"date-parts": [[2019]]}),
        ("2019/05/03/", {"date-parts": [[2019, 5, 3]]}),
        ("2019/05//", {"date-parts": [[2019, 5]]}),
        ("2019/13/40/", {"date-parts": [[2019]]}),
        ("2019///summer", {"date-parts": [[2019]], "season": 2}),
        ("2019-05-03", {"date-parts": [[2019, 5, 3]]}),
        ("3 May 2019", {"date-parts": [[2019, 5, 3]]}),
        ("c. 1890", {"date-parts": [[1890]], "circa": True}),
        ("in press", {"literal": "in press"}),
    ],
)
def test_dates_are_read_however_programs_write_them(written: str, date: dict[str, object]) -> None:
    assert one(f"TY  - BOOK\nPY  - {written}\nER  - \n")["issued"] == date


def test_a_record_of_many_programs_tags_is_understood() -> None:
    item = one(
        "\ufeff1.\nTY  - CHAP\nA1  - Doe, Jane\nA1  - Ministry of Water,\nED  - Roe, R.\nT1  - Taps\n  and weirs\n"
        "BT  - Waters\nT3  - Works\nM1  - 7\nSP  - 4\nEP  - 9\nSN  - 978-0-306-40615-7\nSN  - 1234-5679\n"
        "Y1  - 2019///\nUR  - https://example.org/a;b\nL1  - internal-pdf://12/a b.pdf; file:///C:/x/c%20d.pdf\n"
        "L2  - http://e.org/x\nM3  - 10.1000/x\nKW  - tap\nKW  - weir\nXX  - unknown\nER  - \n"
    )
    assert item == {
        "type": "chapter",
        "title": "Taps and weirs",
        "author": [{"family": "Doe", "given": "Jane"}, {"literal": "Ministry of Water"}],
        "editor": [{"family": "Roe", "given": "R."}],
        "container-title": "Waters",
        "collection-title": "Works",
        "collection-number": "7",
        "page": "4-9",
        "ISBN": "978-0-306-40615-7",
        "ISSN": "1234-5679",
        "issued": {"date-parts": [[2019]]},
        "URL": "https://example.org/a;b",
        "DOI": "10.1000/x",
        "keyword": "tap, weir",
        "files": ["12/a b.pdf", "C:/x/c d.pdf"],
    }


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("TY  - BOOK\nBT  - Whole\nT2  - Series", {"title": "Whole", "collection-title": "Series"}),
        ("TY  - BOOK\nTI  - Whole\nT2  - Series\nSP  - 312", {"collection-title": "Series", "number-of-pages": "312"}),
        ("TY  - CPAPER\nTI  - a\nT2  - Conference\nC3  - Proceedings",
         {"event-title": "Conference", "container-title": "Proceedings"}),
        ("TY  - CONF\nTI  - a\nT2  - Proceedings", {"container-title": "Proceedings"}),
        ("TY  - JOUR\nJO  - J. Mard.\nT2  - Journal of Marden", {"container-title": "Journal of Marden"}),
        ("TY  - JOUR\nC2  - PMC123\nM1  - e7", {"PMCID": "PMC123", "number": "e7"}),
        ("TY  - jour", {"type": "article-journal"}),
        ("TY  - NOVEL", {"type": "document"}),
        ("TY  - JOUR\nSN  - 123", {"ISSN": "123"}),
        ("TY  - BOOK\nSN  - 123", {"ISBN": "123"}),
        ("TY  - JOUR\nL1  - https://example.org/a.pdf", {"URL": "https://example.org/a.pdf"}),
    ],
)  # fmt: skip
def test_a_tag_means_what_it_means_for_its_type(lines: str, said: dict[str, str]) -> None:
    item = one(f"{lines}\nER  - \n")
    assert {name: item.get(name) for name in said} == said


def test_a_record_without_its_end_ends_where_the_next_begins() -> None:
    items = read_ris("TY  - BOOK\nTI  - a\nTY  - BOOK\nTI  - b\n\nER  -\nTI  - nobody's\nTY  - BOOK\nTI  - c", "x")
    assert [item["title"] for item in items] == ["a", "b", "c"]


def test_a_record_without_measure_is_told_by_its_first_line_before_it_is_read(tmp_path: Path) -> None:
    sound = "TY  - BOOK\nTI  - a\nER  - \n"
    path = tmp_path / "hostile.ris"
    path.write_text(sound + "TY  - BOOK\n" + "AU  - Doe, Jane\n" * 300_000)
    with pytest.raises(CatalogueError) as caught:
        read_ris(path.read_text(), str(path))
    assert str(caught.value) == f"{path}: line 4: a record larger than 4 MB; shorten it, or end each record with `ER`"
    many = one("TY  - BOOK\n" + "AU  - Doe, Jane\n" * 6_000)
    assert len(many["author"]) == 5_000  # type: ignore[arg-type]


def test_a_value_over_very_many_lines_is_put_together_at_once() -> None:
    item = within_seconds(20, lambda: one("TY  - BOOK\nN1  - a\n" + "b\n" * 300_000))
    assert len(str(item["note"])) == 600_001


def test_lines_end_in_any_way_and_only_where_the_format_says() -> None:
    assert one("TY  - BOOK\rTI  - a\u2028b\x0bc\rER  - \r")["title"] == "a\u2028b\x0bc"


def test_a_text_without_records_is_no_list() -> None:
    assert read_ris(" \n", "x") == []
    with pytest.raises(CatalogueError, match="no RIS record in it; records begin with a line"):
        read_ris("just words", "x")


def test_too_many_records_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ris, "MAX_RECORDS", 2)
    with pytest.raises(CatalogueError, match="more than 2 records; split the list"):
        read_ris("TY  - BOOK\nER  - \n" * 3, "x")


@settings(deadline=None)
@given(st.text(alphabet="TYERAUSPL1 -/;,\n\r\x00a2://filez%", max_size=120))
def test_any_text_is_records_or_one_catalogue_error(text: str) -> None:
    try:
        items = read_ris(f"TY  - JOUR\n{text}", "x")
    except CatalogueError:
        return
    assert all("type" in item for item in items)


@settings(deadline=None)
@given(page=pages, kind=st.sampled_from(["article-journal", "chapter", "report"]))
def test_pages_come_back_whether_a_range_or_not(page: str, kind: str) -> None:
    assert one(written({"id": "a", "type": kind, "page": page}))["page"] == page
