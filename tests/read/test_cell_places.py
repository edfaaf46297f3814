"""The row and the column of a table's cells, as each reader tells them."""

from __future__ import annotations

import pytest

from holdwater.read import read_bytes
from holdwater.read.cell_places import MOST_COLUMNS, CellPlaces

MARKDOWN = "| A | B |\n|---|---|\n| x | 1 |\n|  | 2 |\n\nBehind it."
WIKITEXT = '{| class="wikitable"\n|+ Caption\n! A !! B\n|-\n| x || 1\n|-\n|\n| 2\n|}\nBehind it.'
HTML = """<table><tr><th>A</th><th>B</th></tr><tr><td>x</td><td>1</td></tr><tr><td></td><td>2</td></tr></table>
<p>Behind it.</p>"""


def cells(text: str, name: str) -> dict[str, tuple[int, int]]:
    """The words of each block and its cell's row and column."""
    document = read_bytes(text.encode(), name)
    return {block.span.of(document.text): block.cell for block in document.blocks}


@pytest.mark.parametrize(("text", "name"), [(MARKDOWN, "a.md"), (WIKITEXT, "a.wiki"), (HTML, "a.html")])
def test_an_empty_cell_holds_its_place(text: str, name: str) -> None:
    found = cells(text, name)
    places = {"A": (1, 1), "B": (1, 2), "x": (2, 1), "1": (2, 2), "2": (3, 2), "Behind it.": (0, 0)}
    assert {words: found[words] for words in places} == places


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<table><tr><th colspan=2>A<th>B<tr><td rowspan=2>x<td>y<td>1<tr><td>z<td>2</table>", "a.html"),
        ("{|\n! colspan=2 | A\n! B\n|-\n| rowspan=2 | x || y || 1\n|-\n| z || 2\n|}", "a.wiki"),
    ],
)
def test_a_cell_may_cover_several_columns_and_rows(text: str, name: str) -> None:
    assert cells(text, name) == {
        "A": (1, 1), "B": (1, 3), "x": (2, 1), "y": (2, 2), "1": (2, 3), "z": (3, 2), "2": (3, 3)
    }  # fmt: skip


def test_a_table_within_a_cell_counts_for_itself() -> None:
    inner = "<table><tr><td>p</td><td>q</td></tr></table>"
    found = cells(f"<table><tr><td>a</td><td>{inner}</td><td>b</td></tr></table>", "a.html")
    assert (found["p"], found["q"], found["b"]) == ((1, 1), (1, 2), (1, 3))


def test_what_a_cell_says_it_covers_has_a_bound() -> None:
    places = CellPlaces()
    places.next_row()
    places.next_cell(10**9, 10**9)
    assert places.next_cell() == (1, MOST_COLUMNS + 1)
