"""`holdwater tables`: adding, listing, finding, showing."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import Holdwater

TEA = "country,year,rate\nKenya,2000,10\nUganda,2000,12.5\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tea.csv").write_text(TEA)
    return tmp_path


def test_a_table_is_added_listed_found_and_shown(project: Path, holdwater: Holdwater) -> None:
    added = holdwater("tables", "add", "tea.csv", "--unit", "%", "--title", "Tea drinkers", "--source", "A bureau")
    assert (added.code, added.err) == (0, "")
    assert added.out == "added tea: Tea drinkers [%]; 2000-2000, 2 places; A bureau\n"
    assert (project / ".holdwater" / "tables" / "tea.parquet").is_file()
    assert holdwater("tables", "list", "--own").out == "tea: Tea drinkers [%]; 2000-2000, 2 places; A bureau\n"
    assert "  tea: Tea drinkers" in holdwater("tables", "find", "tea", "drinkers").out.splitlines()[0]
    shown = holdwater("tables", "show", "tea", "--place", "uganda", "--year", "2000")
    assert shown.out.splitlines()[1:] == ["Uganda\t2000\t12.5"]


def test_the_packaged_series_are_listed_with_source_and_licence(project: Path, holdwater: Holdwater) -> None:
    listed = holdwater("tables", "list").out.splitlines()
    assert len(listed) > 150
    assert all("CC-BY-4.0" in line for line in listed)
    assert "no tables were added" in holdwater("tables", "list", "--own").out


def test_a_packaged_series_is_found_by_words(project: Path, holdwater: Holdwater) -> None:
    found = holdwater("tables", "find", "maternal mortality")
    assert found.code == 0
    assert "Maternal" in found.out.splitlines()[0]
    assert holdwater("tables", "find", "umbrellas").code == 1


def test_a_bad_table_is_one_line_and_nothing_is_kept(project: Path, holdwater: Holdwater) -> None:
    (project / "tea.csv").write_text(TEA + "Kenya,2001,=SUM(C2:C3)\n")
    refused = holdwater("tables", "add", "tea.csv", "--unit", "%")
    assert refused.code == 2
    assert refused.out == ""
    assert refused.err == (
        "holdwater: tea.csv:4: column 'rate': '=SUM(C2:C3)' is a formula; save the values, not the formulas\n"
    )
    assert not (project / ".holdwater").exists()


def test_a_description_and_options_go_together(project: Path, holdwater: Holdwater) -> None:
    (project / "tea.toml").write_text('title = "Tea drinkers"\nunit = "%"\n[columns]\nvalue = "rate"\n')
    added = holdwater("tables", "add", "tea.csv", "--description", "tea.toml", "--name", "cups", "--edition", "2nd")
    assert added.out == "added cups: Tea drinkers [%]; 2000-2000, 2 places; 2nd\n"


def test_a_series_that_is_not_there_is_answered_with_the_nearest(project: Path, holdwater: Holdwater) -> None:
    missing = holdwater("tables", "show", "life_expectancy")
    assert missing.code == 2
    assert "no series is called 'life_expectancy'; the nearest are gm_lex" in missing.err


def test_a_series_without_figures_for_a_place_says_so(project: Path, holdwater: Holdwater) -> None:
    assert holdwater("tables", "show", "gm_lex", "--place", "Oberland").out.endswith("# no figures\n")


def test_a_check_opens_the_tables_only_where_a_rule_asks_them(project: Path, holdwater: Holdwater) -> None:
    folder = project / ".holdwater" / "tables"
    folder.mkdir(parents=True)
    (folder / "broken.toml").write_text("not a description")
    (folder / "broken.parquet").write_bytes(b"")
    (project / "draft.md").write_text("A line without a figure.\n")
    assert holdwater("check", "draft.md").code == 0
    asked = holdwater("check", "draft.md", "--extend-select", "NUM301")
    assert asked.code == 2
    assert "broken.toml" in asked.err
