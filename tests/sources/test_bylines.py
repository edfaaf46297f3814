"""Who a text's head says wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from holdwater.document import Span
from holdwater.extract.model import Reference
from holdwater.sources.bylines import byline_in
from holdwater.sources.shelf import open_shelf
from holdwater.sources.tie import tie

TITLE = "Eels run late, says warden"


@pytest.mark.parametrize(
    ("line", "names", "year"),
    [
        ("By Jane Roe, 12 June 2020", ["Jane Roe"], 2020),
        ("by Jane Roe", ["Jane Roe"], None),
        ("BY JANE ROE | 12 June 2020", ["JANE ROE"], 2020),
        ("By Jane van der Roe and Ann Poe", ["Jane van der Roe", "Ann Poe"], None),
        ("By J. R. Roe, Ann Poe & Jo Doe – 2020", ["J. R. Roe", "Ann Poe", "Jo Doe"], 2020),
        ("By Jane Roe, Staff Writer", ["Jane Roe"], None),
        ("By Jane Roe, 2020, after a report of 1999", ["Jane Roe"], None),
    ],
)
def test_a_line_of_its_own_below_the_title_says_who_wrote_a_text(line: str, names: list[str], year: int | None) -> None:
    found = byline_in(f"{TITLE}\n\n{line}\n\nThe eels are late.")
    assert found["names"] == names
    assert found.get("year") == year


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\nBy Monday the eels had come.",
        f"{TITLE}\n\nBy Jane Roe's own account the eels were late.",
        f"{TITLE}\n\nBy Jane Roe, who saw them. They were late.",
        f"{TITLE}\n\nSaid by Jane Roe, 2020",
        "By Jane Roe, 2020\n\nThe eels are late.",
        TITLE + "\n\n" + "The eels are late.\n\n" * 5 + "By Jane Roe, 2020",
        "",
    ],
)
def test_other_lines_name_no_author(text: str) -> None:
    assert byline_in(text) == {}


def tied(folder: Path, raw: str, **csl: object) -> str:
    csl = csl or {"author": [{"family": raw.split()[0].strip(",")}], "issued": {"date-parts": [[int(raw[-4:])]]}}
    one = Reference("r", Span(0, len(raw)), raw, csl)
    return tie([one], open_shelf(folder).sources)["r"].source


def page(folder: Path, name: str, byline: str = "By Jane Roe, 12 June 2020", head: str = "") -> None:
    title = f"<title>{TITLE} - Wend Gazette</title>"
    body = f"<h1>{TITLE}</h1><p>{byline}</p><p>The eels are late.</p>"
    (folder / name).write_text(f"<html><head>{title}{head}</head><body><article>{body}</article></body></html>")


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("Roe 2020", True),
        ("Roe, Wend Gazette, 2020", True),
        ("Roe 2019", False),
        ("Poe 2020", False),
        ("Roe and Poe 2020", False),
        ("Roe, Upper Wend Herald, 2020", False),
    ],
)
def test_a_page_is_tied_by_its_byline_to_a_citation_by_author_and_year(tmp_path: Path, raw: str, wanted: bool) -> None:
    page(tmp_path, "eels.html")
    assert bool(tied(tmp_path, raw)) is wanted


def test_two_pages_of_one_writer_and_year_are_not_taken_for_each_other(tmp_path: Path) -> None:
    page(tmp_path, "eels.html")
    page(tmp_path, "trout.html")
    assert tied(tmp_path, "Roe 2020") == ""


def test_the_author_that_a_page_states_goes_before_its_byline(tmp_path: Path) -> None:
    page(tmp_path, "eels.html", head='<meta name="author" content="Ann Poe"><meta name="date" content="2020-06-12">')
    assert tied(tmp_path, "Roe 2020") == ""


def test_a_byline_forbids_no_tie_that_the_title_makes(tmp_path: Path) -> None:
    page(tmp_path, "eels.html")
    raw = f"“{TITLE}”, Wend Gazette, 12 June 2020."
    assert tied(tmp_path, raw, title=TITLE) == "eels"
