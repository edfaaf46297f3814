"""An ellipsis whose right half is the rest of a hidden clause: another's deed, or another's word."""

from __future__ import annotations

import pytest

from holdwater.match.guards.clauses import clause_start, detached, is_subject, joins, sentence_of
from holdwater.match.model import Change
from holdwater.match.words import Words


def cut(left: str, hidden: str, right: str) -> tuple[Words, int, int]:
    words = Words.of(f"{left}{hidden}{right}")
    return words, len(Words.of(left)), len(words) - len(Words.of(right))


@pytest.mark.parametrize(
    ("left", "hidden", "right", "change"),
    [
        ("The curator", ", an old friend, kept silent. Her deputy, Paul Menzel, ", "later described it", Change.NAME),
        ("The eastern glacier", " shrank. The western one, by then small, ", "vanished", Change.NAME),
        ("Coffee", " is drunk everywhere. Older doctors held that coffee ", "ruins the liver", Change.NAME),
        ("Bees", " are rare. Growers claim that new sprays and the mites on other bees ", "harm them", Change.NAME),
        ("The nurse", " told the inquest that a porter ", "had moved the bed", Change.NAME),
        ("He said that", " he ran. The defence suggested that ", "the gun was a toy", Change.NAME),
        ("The governor said that the dam was", " safe. Her rival called the plan ", "a fraud", Change.NAME),
        ("I admired", " my teacher. I feared ", "the headmaster", Change.ORDER),
    ],
)
def test_a_predicate_or_a_claim_of_another_is_seen(left: str, hidden: str, right: str, change: Change) -> None:
    assert detached(*cut(left, hidden, right)) is change


@pytest.mark.parametrize(
    ("left", "hidden", "right"),
    [
        ("The curator", ", an old friend, kept silent. In the end she ", "described it"),
        ("The council", " met in June. The council ", "approved the plan"),
        ("The treaty", " that had been drafted in haste ", "gave away the fisheries"),
        ("Such laws", " are old. These clauses reflect the care ", "attached to them"),
        ("The judges", " asked. We think that the judges ", "should be told"),
        ("The mayor sold the mill", ". His rival ", "bought a farm"),
    ],
)
def test_a_clause_of_the_same_subject_and_a_cut_that_shows_are_let_be(left: str, hidden: str, right: str) -> None:
    assert detached(*cut(left, hidden, right)) is None


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("clients may also", "may be offered", False),
        ("models for", "of how it works", False),
        ("so as to", "to performance", False),
        ("it is very", "grow that", False),
        ("the board did", "agree to it", True),
        ("the price of", "the second share", True),
        ("the dam was", "a fraud", True),
    ],
)
def test_words_that_cannot_stand_side_by_side_show_that_a_piece_is_missing(left: str, right: str, joined: bool) -> None:
    assert joins(*cut(left, " one two ", right)) is joined


def test_a_sentence_does_not_begin_behind_a_title_or_an_initial() -> None:
    words, start, end = cut("The case", ", see Hale v. Dr. Marsh, ", "was old")
    assert sentence_of(words, start, end) is None


def test_the_last_sentence_that_begins_in_the_gap_is_told() -> None:
    words, start, end = cut("The mill", " burned. It rained. The barn ", "stood")
    assert sentence_of(words, start, end) == end - 2


def test_a_clause_begins_behind_a_comma_and_a_but() -> None:
    words = Words.of("The mill burned, but the barn")
    assert words.keys[clause_start(words, len(words))] == "the"
    assert clause_start(words, len(words)) == 4


@pytest.mark.parametrize(
    ("left", "waits"),
    [
        ("The mill at York", True),
        ("The mayor, a godly man,", True),
        ("The mill burned", False),
        ("They ask the", False),
        ("in the year 1790", False),
    ],
)
def test_a_subject_waits_for_its_verb(left: str, waits: bool) -> None:
    words = Words.of(f"{left} stood")
    assert is_subject(words, len(words) - 1) is waits


def test_a_participle_behind_its_noun_leaves_a_subject_waiting_for_its_verb() -> None:
    assert is_subject(Words.of("Sales for the year ended 30 June rose"), 7)
    assert is_subject(Words.of("The bridge designed by Voss fell"), 5)
    assert not is_subject(Words.of("The bridge was designed by Voss himself"), 6)


def test_only_what_the_quotation_shows_of_a_clause_is_its_subject() -> None:
    words = Words.of("“It proves nothing,” Voss said")
    assert not is_subject(words, 4)
    assert is_subject(words, 4, 3)
