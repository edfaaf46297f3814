"""Numbers of the document's own tables against the source that their cell, row, column, caption or table cites."""

from __future__ import annotations

import pytest

from findings.figures.test_linked import PAGE, verdicts

ROW = "| Apple trees in the valley | {number} {mark} |"
HEAD = "| What | How many |\n|---|---|\n"


def said(draft: str, name: str = "draft.md") -> list[str]:
    """What is said of each number of a draft."""
    return [relation for _, relation in verdicts(draft, name)]


@pytest.mark.parametrize(("number", "expected"), [("412,000", "entailed"), ("619,000", "contradicted")])
@pytest.mark.parametrize(
    "draft",
    [
        HEAD + "| Apple trees in the valley | {number} ([Orchards]({page})) |\n",
        HEAD + "| Apple trees in the valley | [{number}]({page}) |\n",
        HEAD + "| Apple trees in the valley ([Orchards]({page})) | {number} |\n",
        "| What | How many | Source |\n|---|---|---|\n| Apple trees in the valley | {number} | [Orchards]({page}) |\n",
        HEAD + "| Apple trees in the valley | {number} |\n\nSource: [Orchards]({page})\n",
    ],
)
def test_a_cell_is_checked_against_what_it_or_its_row_or_the_line_below_cites(
    draft: str, number: str, expected: str
) -> None:
    assert said(draft.format(number=number, page=PAGE)) == [expected]


@pytest.mark.parametrize(
    ("draft", "name"),
    [
        (
            "<table><tr><th>What</th><th>How many</th></tr><tr><td>Apple trees in the valley</td><td>619,000</td></tr>"
            f'</table><p>Source: <a href="{PAGE}">Orchards</a></p>',
            "draft.html",
        ),
        (
            "<table><caption>Counts</caption><tr><th>What</th><th>How many</th></tr><tr><td>Apple trees in the valley"
            f'</td><td>619,000 <a href="{PAGE}">Orchards</a></td></tr></table>',
            "draft.html",
        ),
        (
            "{| class=wikitable\n! What !! How many\n|-\n| Apple trees in the valley || 619,000"
            f"<ref>[{PAGE} Orchards]</ref>\n|}}\n",
            "draft.wiki",
        ),
    ],
)
def test_the_tables_of_other_formats_are_checked_alike(draft: str, name: str) -> None:
    assert said(draft, name) == ["contradicted"]


def test_a_row_of_its_own_source_does_not_take_the_next_ones() -> None:
    draft = (
        "| What | How many | Source |\n|---|---|---|\n"
        f"| Apple trees in the valley | 412,000 | [Orchards]({PAGE}) |\n| Pear trees in the valley | 7,000 |  |\n"
    )
    assert verdicts(draft) == [("412,000", "entailed")]


def test_a_number_of_a_table_that_cites_nothing_is_not_read() -> None:
    assert not verdicts(
        HEAD + "| Apple trees in the valley | 619,000 |\n\nThe presses are [old](https://a.example/).\n"
    )


def test_a_table_of_the_writers_own_reckoning_is_not_checked_against_its_source() -> None:
    draft = HEAD + f"| Apple trees in the valley | 619,000 |\n\nSource: own calculations from [Orchards]({PAGE})\n"
    assert not verdicts(draft)


def test_a_number_that_the_source_of_the_whole_table_lacks_is_not_checked_and_is_counted() -> None:
    draft = HEAD + f"| Geese of Pelldal | 5,512 |\n\nSource: [Orchards]({PAGE})\n"
    assert said(draft) == ["unsure"]


def test_a_fact_box_is_checked_or_counted() -> None:
    draft = (
        f"{{{{Infobox valley\n| trees = 412,000 apple trees<ref name=o>[{PAGE} Orchards]</ref>\n"
        '| sheep = 5,512<ref name="o"/>\n}}\n'
    )
    assert said(draft, "draft.wiki") == ["entailed", "unsure"]
