"""Figures of the prose are held against the words of the sources that they cite, and against nothing else."""

from __future__ import annotations

import time

import pytest

from findings.figures.bureau import relation, said, shelf_of, verdicts
from holdwater.document import Block, BlockKind, Document, PageBreak, Span
from holdwater.findings.figures.model import Relation
from holdwater.findings.model import Status

FERRY = (
    "In 1901 the northern ferry carried 3,500 passengers, in 1911 it carried 4,100. The ferry was 24 metres long "
    "and had 14 cabins. Women were 38% of the passengers in 1901. The crossing cost $2 and took 35 minutes. "
    "The ferry was launched on 3 May 1899 and was sold on 20 June 1920."
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In 1901 the northern ferry carried 3,500 passengers.", "entailed"),
        ("Some 3,500 passengers used the ferry in 1901.", "entailed"),
        ("In 1911 the ferry carried over 4,000 passengers.", "entailed"),
        ("The ferry, about 80 feet long, was new.", "rounded"),
        ("In 1901 the northern ferry carried 5,300 passengers.", "contradicted"),
        ("In 1901 the northern ferry carried over 3,600 passengers.", "hedge the wrong way"),
        ("In 1901 the northern ferry carried 4,100 passengers.", "other year"),
        ("From 1901 to 1911 the ferry's passengers rose by 600.", "derived"),
        ("From 1901 to 1911 the ferry's passengers grew by 17%.", "derived"),
        ("In 1901 men were 62% of the other passengers.", "derived"),
        ("The crossing cost €2 and was quick.", "contradicted"),
        ("The ferry was launched on 3 May 1899.", "entailed"),
        ("The ferry was launched in May 1899.", "entailed"),
        ("The ferry was launched on 13 May 1899.", "contradicted"),
        ("The ferry was sold in 1902.", "contradicted"),
        ("The ferry had a crew of 870 passengers' sons.", "not in source"),
    ],
)
def test_a_figure_stands_to_its_source(sentence: str, expected: str) -> None:
    assert relation(sentence, FERRY) == expected


def test_a_derived_number_shows_its_formula() -> None:
    [verdict] = said("The northern ferry carried 600 passengers more in 1911 than in 1901.", FERRY)[:1]
    assert verdict.relation is Relation.DERIVED
    assert verdict.formula == "4,100 − 3,500 = 600"


def test_a_verdict_shows_the_passage_and_its_number() -> None:
    [verdict] = said("In 1901 the northern ferry carried 5,300 passengers.", FERRY)
    assert verdict.status is Status.CONTRADICTED
    assert verdict.found == "3,500 passengers"
    [evidence] = verdict.evidence
    assert evidence.text.startswith("In 1901 the northern ferry")
    assert evidence.title == "The Wray Papers"
    assert verdict.tied == verdict.looked_in == ("Wray",)
    assert evidence.instead is not None
    assert evidence.instead.passage.of(FERRY) == "3,500 passengers"


def test_a_date_that_differs_is_marked_in_its_passage_and_one_that_agrees_is_not() -> None:
    [wrong] = said("The ferry was launched on 13 May 1899.", FERRY)
    assert wrong.evidence[0].instead is not None
    assert wrong.evidence[0].instead.passage.of(FERRY) == "3 May 1899"
    [right] = said("The ferry was launched on 3 May 1899.", FERRY)
    assert right.evidence[0].instead is None


def test_the_page_of_the_passage_is_named() -> None:
    text = "Nothing is said here of boats.\n\n" + FERRY
    pages = (PageBreak(0, "6"), PageBreak(text.index("In 1901"), "7"))
    [verdict] = said("In 1901 the northern ferry carried 5,300 passengers.", Document(text, pages=pages))
    assert verdict.evidence[0].place.startswith("page 7")


def test_what_cites_nothing_is_not_checked() -> None:
    assert not verdicts("The ferry carried 5,300 passengers.", shelf_of({"Wray": FERRY}))


def test_ages_that_name_a_group_are_no_figure_of_their_own() -> None:
    found = said(
        "Among those under 40 the share was 61%.", "Of the members under 40, 61% voted. There were 900 members."
    )
    assert [one.relation for one in found] == [Relation.ENTAILED]


def test_another_noun_is_no_contradiction() -> None:
    assert relation("The schools had 2,700 teachers in 1950.", "There were 312 schools in 1950.") != "contradicted"


def test_a_number_in_brackets_is_in_the_source() -> None:
    passage = "Wolves (64), bears (31) and lynxes (18) live in Kars. Of the rangers in Kars, 22 are men."
    assert relation("There are 31 bears in Kars.", passage) in ("entailed", "unsure")


def test_only_the_clause_before_a_note_mark_cites_it() -> None:
    found = verdicts("The ferry had 14 cabins[^1] and cost 900 crowns.", shelf_of({"Wray": FERRY}), "Wray")
    assert [one.relation for one in found] == [Relation.ENTAILED]


def test_a_quotation_is_left_to_its_own_check() -> None:
    assert not verdicts(
        "Wray writes: “The ferry had 99 cabins in all of its years.”[^1]", shelf_of({"Wray": FERRY}), "Wray"
    )


def test_one_of_several_works_is_enough() -> None:
    shelf = shelf_of({"Wray": "The northern ferry carried 999 passengers in 1901.", "Lund": FERRY})
    found = verdicts("In 1901 the northern ferry carried 3,500 passengers.[^1][^2]", shelf, "Wray", "Lund")
    assert [one.relation for one in found] == [Relation.ENTAILED]
    assert found[0].evidence[0].source == "Lund"


def test_nothing_is_concluded_from_a_missing_source() -> None:
    found = verdicts("In 1901 the ferry carried 5,300 passengers.[^1]", shelf_of({"Lund": FERRY}), "Wray")
    assert [(one.status, one.reason) for one in found] == [(Status.SOURCE_MISSING, "its source is not in hand")]


def test_nothing_is_concluded_where_another_cited_source_is_missing() -> None:
    shelf = shelf_of({"Lund": FERRY})
    found = verdicts("In 1901 the northern ferry carried 5,300 passengers.[^1][^2]", shelf, "Lund", "Wray")
    assert {one.status for one in found} == {Status.SOURCE_MISSING}


def test_a_source_read_in_part_lacks_nothing() -> None:
    torn = Document(FERRY, unread=("page 3 has no text",))
    [verdict] = said("In 1901 the northern ferry carried 5,300 passengers.", torn)
    assert verdict.status is Status.SOURCE_UNREADABLE


def table(*rows: str) -> Document:
    """A table, a row a string, cells parted by bars; a blank line parts cells as the readers do it."""
    text, blocks = "", []
    for cell in (cell.strip() for row in rows for cell in row.split("|")):
        blocks.append(Block(Span(len(text), len(text) + len(cell)), BlockKind.TABLE))
        text += f"{cell}\n\n"
    return Document(text, blocks=tuple(blocks))


YIELDS = table("Valley | 1990 | 2010", "Ormdal | 36% | 96%", "Pelldal | 12% | 40%", "Tolmdal | 81% | 77%")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In 2010 the share in Ormdal was 96%.", "entailed"),
        ("In 1990 the share in Pelldal was 12%.", "entailed"),
        ("In 1990 the share in Ormdal was 96%.", "other year"),
    ],
)
def test_a_cell_is_of_its_row_and_its_column(sentence: str, expected: str) -> None:
    assert relation(sentence, YIELDS) == expected


def long(passage: str) -> str:
    """A source of many paragraphs with one that matters."""
    filler = [
        f"Paragraph number {at} tells of the weather and of {at * 7} sheep upon the hills.\n\n" for at in range(900)
    ]
    filler.insert(417, passage + "\n\n")
    return "".join(filler)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In 1901 the northern ferry carried 3,500 passengers.", "entailed"),
        ("In 1901 the northern ferry carried 5,300 passengers.", "contradicted"),
        ("In 1901 the northern ferry carried 4,100 passengers.", "other year"),
        ("The ferry was launched on 13 May 1899.", "contradicted"),
    ],
)
def test_the_place_is_found_in_a_long_source(sentence: str, expected: str) -> None:
    assert relation(sentence, long(FERRY)) == expected


def test_a_long_source_is_not_read_as_a_whole() -> None:
    passage = long(FERRY)
    said("In 1901 the northern ferry carried 3,500 passengers.", passage)
    start = time.process_time()
    said("In 1901 the northern ferry carried 3,500 passengers.", passage)
    assert time.process_time() - start < 0.5
