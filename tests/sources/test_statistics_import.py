"""Taking a user's table in: what is understood, and that nothing of a bad one is kept."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from holdwater.errors import TableError
from holdwater.sources import statistics_import
from holdwater.sources.statistics import open_store, packaged_series, read_description, tables_folder
from holdwater.sources.statistics_columns import Columns, Description, read_own, settle
from holdwater.sources.statistics_import import add_table
from holdwater.tables.model import Series

HEAD = "country,year,rate\n"
GOOD = HEAD + "Kenya,2000,10\nUganda,2000,12.5\nKenya,2001,\n"
PERCENT = Description(title="Tea drinkers", unit="%", source="A bureau")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / ".holdwater" / "tables"


def added(
    tmp_path: Path, folder: Path, text: str | bytes, described: Description = PERCENT, name: str = "tea.csv"
) -> tuple[Series, ...]:
    file = tmp_path / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return add_table(file, folder, described)


def refused(tmp_path: Path, folder: Path, text: str | bytes, described: Description = PERCENT) -> str:
    """The error's line, without the folder; nothing has been written."""
    with pytest.raises(TableError) as error:
        added(tmp_path, folder, text, described)
    assert not folder.exists() or not any(folder.iterdir())
    return str(error.value).replace(f"{tmp_path}/", "")


def test_a_table_s_figures_can_be_asked_once_it_is_added(tmp_path: Path, folder: Path) -> None:
    [one] = added(tmp_path, folder, GOOD)
    assert (one.id, one.title, one.figures, one.places, one.own) == ("tea", "Tea drinkers", 2, 2, True)
    store = open_store(folder)
    assert store.ask("SELECT iso3, year, value FROM figures WHERE series = 'tea' ORDER BY ALL") == [
        ("KEN", 2000, 10.0),
        ("UGA", 2000, 12.5),
    ]
    assert store.catalogue.find("tea drinkers")[0].series == one
    assert sorted(path.name for path in folder.iterdir()) == ["tea.parquet", "tea.toml"]


def test_places_that_are_no_countries_keep_their_names(tmp_path: Path, folder: Path) -> None:
    added(tmp_path, folder, HEAD + "Oberland,2000,1\nKEN,2000,2\n")
    assert open_store(folder).own_places == {"Oberland"}


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (HEAD + "Kenya,2000,1\nUganda,2000,=SUM(C2:C2)\n", "tea.csv:3: column 'rate': '=SUM(C2:C2)' is a formula"),
        (HEAD + "=A1,2000,1\n", "tea.csv:2: column 'country': '=A1' is a formula"),
        (HEAD + "Kenya,2000,1\nUganda,2000,many\n", "tea.csv:3: column 'rate': 'many' is not a number"),
        (HEAD + 'Kenya,2000,"1,234"\n', "tea.csv:2: column 'rate': '1,234' is not a number"),
        (HEAD + "Kenya,2000,45%\n", "tea.csv:2: column 'rate': '45%' is not a number"),
        (HEAD + "Kenya,2000,inf\n", "tea.csv:2: column 'rate': 'inf' is not a number"),
        (HEAD + "Kenya,1/2000,1\n", "tea.csv:2: column 'year': '1/2000' is not a year"),
        (HEAD + "Kenya,20000,1\n", "tea.csv:2: column 'year': '20000' is not a year"),
        (HEAD + "Kenya,,1\n", "tea.csv:2: column 'year': '' is not a year"),
        (HEAD + ",2000,1\n", "tea.csv:2: column 'country': '' names no place"),
        (
            HEAD + "UK,2000,1\nKenya,2000,1\nUnited Kingdom,2000,2\n",
            "tea.csv:4: column 'country': 'United Kingdom' has 2000 twice, first in line 2",
        ),
        (
            "country,year,rate,unit\nKenya,2000,1,%\nUganda,2000,1,people\n",
            "tea.csv:3: column 'unit': 'people' is another unit; the lines before have '%'",
        ),
        (
            "country,year,rate,unit\nKenya,2000,1,people\n",
            "tea.csv:2: column 'unit': the unit is 'people', and '%' in the description",
        ),
        ("country,rate\nKenya,1\n", "tea.csv:1: no column for the year can be told"),
        ("country,1990,1991\nKenya,1,2\n", "each year has a column of its own here"),
        ("country,year,Year,rate\nKenya,2000,2000,1\n", "tea.csv:1: two columns are called 'Year'"),
        ("country,,rate\nKenya,2000,1\n", "tea.csv:1: column 2 has no name"),
        (HEAD + "Kenya,2000,1\nUganda,2000\n", "tea.csv:3: column 'rate': the line ends before it"),
        (HEAD + "Kenya,2000,1,2\n", "tea.csv:2: column 'rate' is the last one, and the line goes on behind it"),
        (HEAD + '"Kenya,2000,1\n', "a quotation mark is not closed"),
        (HEAD, "tea.csv:2: column 'rate': no figures"),
        ("", "tea.csv:1: an empty first line"),
        (HEAD.encode() + b"C\xf4te,2000,1\n", "tea.csv:2: no UTF-8 text"),
        (b"\xff\xfe\x00c", "tea.csv:1: cannot be read as text"),
    ],
)
def test_a_bad_table_is_refused_with_the_column_and_the_line(
    text: str | bytes, error: str, tmp_path: Path, folder: Path
) -> None:
    assert error in refused(tmp_path, folder, text)


def test_shares_of_one_are_no_percentages(tmp_path: Path, folder: Path) -> None:
    rows = "".join(f"Kenya,{year},0.{year - 1970:02}\n" for year in range(1980, 2010))
    assert "tea.csv:31: column 'rate': the largest figure is 0.39" in refused(tmp_path, folder, HEAD + rows)


def test_a_table_without_a_unit_asks_for_one(tmp_path: Path, folder: Path) -> None:
    assert "column 'rate': its unit cannot be told; give it with --unit" in refused(
        tmp_path, folder, GOOD, Description()
    )


def test_more_rows_than_are_allowed_are_refused_at_the_first_one_too_many(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statistics_import, "MOST_ROWS", 100)
    rows = "".join(f"Place {number},2000,1\n" for number in range(101))
    assert "tea.csv:102: column 'rate': more than 100 figures" in refused(tmp_path, folder, HEAD + rows)


def test_ten_million_rows_are_refused_without_being_held(tmp_path: Path, folder: Path) -> None:
    file = tmp_path / "big.parquet"
    duckdb.sql("SELECT 'P' || i AS country, 2000 AS year, 1 AS rate FROM range(10000000) t(i)").write_parquet(str(file))
    with pytest.raises(TableError, match=r"big\.parquet:2000002: column 'rate': more than 2,000,000 figures"):
        add_table(file, folder, PERCENT)
    assert not folder.exists()


def test_empty_cells_and_dots_are_figures_that_are_not_there(tmp_path: Path, folder: Path) -> None:
    [one] = added(tmp_path, folder, HEAD + "Kenya,2000,..\nUganda,2000,n/a\nKenya,2001,3\n")
    assert one.figures == 1


def test_other_marks_than_commas_part_cells_too(tmp_path: Path, folder: Path) -> None:
    [one] = added(tmp_path, folder, 'country;year;rate\n"Congo, Rep.";2000;4\n')
    assert open_store(folder).line("tea", "COG")[0].value == 4.0
    assert one.places == 1


def test_a_byte_order_mark_and_windows_line_ends_are_let_be(tmp_path: Path, folder: Path) -> None:
    [one] = added(tmp_path, folder, b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert one.figures == 2


def test_sdmx_csv_is_parted_by_sex_and_age(tmp_path: Path, folder: Path) -> None:
    text = (
        "DATAFLOW,REF_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\n"
        "X:Y(1.0),KEN,F,Y15T24,2010,60.5,PT\nX:Y(1.0),KEN,M,Y15T24,2010,70.5,PT\nX:Y(1.0),KEN,_T,Y15T24,2010,65.5,PT\n"
    )
    made = added(tmp_path, folder, text, Description(title="Tea drinkers"))
    assert [(one.id, one.title, one.unit) for one in made] == [
        ("tea_f_y15t24", "Tea drinkers, female, ages 15-24", "%"),
        ("tea_m_y15t24", "Tea drinkers, male, ages 15-24", "%"),
        ("tea_t_y15t24", "Tea drinkers, ages 15-24", "%"),
    ]
    store = open_store(folder)
    assert store.catalogue.find("tea drinkers among young women")[0].series.id == "tea_f_y15t24"


def test_a_parquet_is_taken_in_as_a_csv_is(tmp_path: Path, folder: Path) -> None:
    file = tmp_path / "tea.parquet"
    duckdb.sql("SELECT 'Kenya' AS country, 2000 AS year, 10.5 AS rate").write_parquet(str(file))
    [one] = add_table(file, folder, PERCENT)
    assert (one.first, one.last, one.figures) == (2000, 2000, 1)


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("tea.parquet", b"not a parquet", "cannot be read as a table"),
        ("tea.xlsx", b"PK", "neither CSV nor Parquet, by its name"),
        ("gm_lex.csv", GOOD.encode(), "there is a table 'gm_lex' already"),
        ("___.csv", GOOD.encode(), "a name of letters or digits is needed"),
    ],
)
def test_a_file_that_is_no_table_is_refused(
    name: str, content: bytes, error: str, tmp_path: Path, folder: Path
) -> None:
    with pytest.raises(TableError, match=error):
        added(tmp_path, folder, content, name=name)
    with pytest.raises(TableError, match="no such file"):
        add_table(tmp_path / "nowhere.csv", folder, PERCENT)
    assert not folder.exists()


def test_a_table_is_not_written_over(tmp_path: Path, folder: Path) -> None:
    added(tmp_path, folder, GOOD)
    before = (folder / "tea.parquet").read_bytes()
    with pytest.raises(TableError, match="there is a table 'tea' already"):
        added(tmp_path, folder, HEAD + "Kenya,2000,99\n")
    assert (folder / "tea.parquet").read_bytes() == before


def test_a_table_cannot_read_other_files(tmp_path: Path, folder: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text(GOOD)
    added(tmp_path, folder, GOOD)
    with pytest.raises(duckdb.Error):
        open_store(folder).ask(f"SELECT * FROM read_csv('{secret}')")


def test_a_description_names_columns_and_what_they_are_of(tmp_path: Path, folder: Path) -> None:
    file = tmp_path / "tea.toml"
    file.write_text('title = "Tea"\nunit = "%"\n[columns]\nplace = "where"\nyear = "when"\nvalue = "how much"\n')
    [one] = added(tmp_path, folder, "where,when,how much,note\nKenya,2000,1,x\n", read_own(file))
    assert (one.title, one.figures) == ("Tea", 1)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("titel = 'x'", "'titel' is nothing that is asked"),
        ("[columns]\nplase = 'x'", "'columns.plase' is nothing that is asked"),
        ("title = 3", "'title' is not text"),
        ("title = ", "not a description"),
    ],
)
def test_a_description_that_says_something_else_is_refused(text: str, error: str, tmp_path: Path) -> None:
    file = tmp_path / "tea.toml"
    file.write_text(text)
    with pytest.raises(TableError, match=error):
        read_own(file)


def test_a_described_column_must_be_there() -> None:
    with pytest.raises(
        TableError, match="there is no column 'wert' for the value; there are 'country', 'year', 'rate'"
    ):
        settle(Columns(value="wert"), ["country", "year", "rate"], "tea.csv:1")


def test_the_one_column_left_over_is_the_value() -> None:
    assert settle(Columns(), ["Entity", "Code", "Year", "Tea drinkers (%)"], "x").value == "Tea drinkers (%)"
    with pytest.raises(TableError, match="no column for the value can be told"):
        settle(Columns(), ["Entity", "Year", "Tea", "Coffee"], "x")


def test_a_broken_description_in_the_project_is_told(tmp_path: Path, folder: Path) -> None:
    added(tmp_path, folder, GOOD)
    (folder / "tea.toml").write_text("[[series]]\ntitle = 'no id'\n")
    with pytest.raises(TableError, match="not a table's description"):
        read_description(folder / "tea.toml")


def test_broken_figures_in_the_project_are_told(tmp_path: Path, folder: Path) -> None:
    added(tmp_path, folder, GOOD)
    (folder / "tea.parquet").write_bytes(b"gone")
    with pytest.raises(TableError, match="tables cannot be opened"):
        open_store(folder).ask("SELECT 1")


def test_a_project_s_tables_are_looked_for_upward(folder: Path) -> None:
    folder.mkdir(parents=True)
    below = folder.parent.parent / "chapters" / "one"
    below.mkdir(parents=True)
    assert tables_folder(below) == folder


def test_no_packaged_series_asks_for_sharing_alike() -> None:
    series = packaged_series()
    assert len(series) > 150
    assert all(one.licence == "CC-BY-4.0" and one.source for one in series)
    assert not any("unesco" in f"{one.source} {one.origin} {one.licence}".lower() for one in series)


def test_every_packaged_series_has_the_figures_that_its_list_says() -> None:
    store = open_store()
    counted = store.ask("SELECT series, count(*), min(year), max(year), count(DISTINCT iso3) FROM figures GROUP BY ALL")
    assert {row[0]: row[1:] for row in counted} == {
        one.id: (one.figures, one.first, one.last, one.places) for one in packaged_series()
    }
