"""What governs a quotation from outside: denials before it and behind its ellipses, conditions, other speakers."""

from __future__ import annotations

import pytest

from holdwater.match.guards.denials import denial, governor
from holdwater.match.guards.hidden import APART, cut_before, hidden_change
from holdwater.match.model import Change
from holdwater.match.quoted import Quoted
from holdwater.match.words import Words


def change(left: str, hidden: str, right: str) -> Change:
    """What an ellipsis does that hides these words between two halves."""
    words = Words.of(f"{left}{hidden}{right}")
    start, end = len(Words.of(left)), len(words) - len(Words.of(right))
    halves = Quoted.of(f"{left} … {right}").segments
    return hidden_change(words, start, end, halves[0], halves[1])


@pytest.mark.parametrize(
    "hidden",
    [
        " not ",
        " not, as we long believed, ",
        " by no means ",
        ", as all the trials of that year have shown, not ",
        " neither cheap nor ",
        " safe; but no one believes that it was ",
    ],
)
def test_a_denial_beside_either_half_is_named(hidden: str) -> None:
    assert change("the drug was", hidden, "harmless to children") is Change.NEGATION


@pytest.mark.parametrize(
    "hidden",
    [
        " cheap and ",
        " not only cheap but also ",
        " not cheap but ",
        " cheap, though it was not pure, and ",
        " cheap. It was not pure. It was ",
        ", which nobody had tried on animals, ",
    ],
)
def test_a_denial_that_governs_neither_half_is_let_be(hidden: str) -> None:
    assert change("the drug was", hidden, "harmless to children") is Change.MARKED


@pytest.mark.parametrize("hidden", [" not often ", " not ", " not very often "])
def test_a_short_not_between_a_verb_and_its_auxiliary_is_named(hidden: str) -> None:
    assert change("The new pumps do", hidden, "lower the cost of water") is Change.NEGATION


@pytest.mark.parametrize("hidden", [" not only raise but ", " not raise but ", ", not in May, "])
def test_a_not_between_them_that_denies_something_else_is_let_be(hidden: str) -> None:
    assert change("The new pumps do", hidden, "lower the cost of water") is Change.MARKED


@pytest.mark.parametrize(
    ("hidden", "named"),
    [
        (", in the accounts printed so far, little ", Change.NEGATION),
        (" scant ", Change.NEGATION),
        (", in the accounts printed so far, a little ", Change.MARKED),
        (", in the accounts printed so far, his little ", Change.MARKED),
    ],
)
def test_next_to_nothing_of_what_follows_is_named_and_a_little_of_it_is_not(hidden: str, named: Change) -> None:
    assert change("There is", hidden, "proof that the rates were spent on pipes") is named


def test_a_limit_added_behind_a_comma_is_named_where_an_ellipsis_takes_it_off() -> None:
    assert change("Pumps lower the cost", ", but only ", "where the town gives the site") is Change.QUANTIFIER
    assert change("Pumps lower the cost", ", and ", "where the town gives the site") is Change.MARKED


def test_how_often_it_was_is_named_where_it_is_all_that_is_hidden() -> None:
    assert change("The fund has", " on occasion ", "been so withheld") is Change.QUANTIFIER
    assert change("The fund has", " on this occasion ", "been so withheld") is Change.MARKED


@pytest.mark.parametrize(
    "hidden", [" unless ", ", except on Sundays, ", " at any hour if ", " without asking whether "]
)
def test_a_condition_that_loses_its_head_or_its_clause_is_named(hidden: str) -> None:
    assert change("the gate may be shut", hidden, "the tide is out") is Change.CONJUNCTION


def test_a_bracket_beside_the_ellipsis_may_say_what_it_hides() -> None:
    words = Words.of("the court does not have power to award costs")
    halves = Quoted.of("the court … [cannot] award costs").segments
    assert hidden_change(words, 2, 7, halves[0], halves[1]) is Change.MARKED


def test_halves_that_stand_pages_apart_are_two_passages() -> None:
    assert change("the pier was sound", " word" * APART + " ", "and was pulled down") is Change.MARKED
    assert change("the pier was sound", " word" * (APART + 1) + " ", "and was pulled down") is Change.OMISSION


def test_a_statement_begun_anew_the_other_way_round_is_named() -> None:
    assert change("the price rose", " in May but fell ", "in June") is Change.OPPOSITE
    assert change("the price rose", " in May and went on so ", "in June") is Change.MARKED


def test_a_range_or_a_counterpart_that_is_shown_is_no_statement_begun_anew() -> None:
    cases = ("cases that reach from farms", " and the mills beside them, to ", "shops")
    assert change(*cases) is Change.MARKED
    assert change("a lower gate (LG)", " and an upper gate ", "(UPPER) are fitted") is Change.MARKED
    assert change("a lower gate rose", " and an upper gate ", "was fitted in May") is Change.OPPOSITE


def test_the_rest_of_an_aside_is_named_and_that_of_a_sentence_that_opens_so_is_not() -> None:
    assert change("the brook", ", having ", "risen in the night, fell") is Change.OMISSION
    assert change("the brook needs no", " mill. Having ", "a dam to keep is a burden") is Change.MARKED


def test_a_bare_verb_is_no_statement_behind_a_form_of_to_be() -> None:
    assert change("the board", " tried to ", "open the gate") is Change.MODAL
    assert change("the board is", " asked to ", "open the gate") is Change.MARKED
    assert change("the toll is", " said to have ", "been raised") is Change.MODAL


@pytest.mark.parametrize(
    ("before", "denies"),
    [
        ("it is not true that", True),
        ("no one has ever believed that", True),
        ("the minister denied that", True),
        ("we found no evidence that", True),
        ("nobody denies that", False),
        ("it should not be forgotten that", False),
        ("they showed not only that", False),
        ("this is not a rule that", False),
        ("he was not heard, but she says that", False),
        ("a few believe that", False),
        ("no one more firmly believes that", False),
        ("it is not too much to say that", False),
        ("it would be no exaggeration to say that", False),
        ("no one any more firmly believes that", True),
    ],
)
def test_a_clause_is_denied_by_an_odd_number_of_denials_before_its_that(before: str, denies: bool) -> None:
    words = Words.of(f"{before} larger doses work")
    assert (denial(words, len(words) - 3) is not None) is denies


@pytest.mark.parametrize(
    ("before", "word"),
    [("they did not", "not"), ("it has never really", "never"), ("they failed to", "failed")],
)
def test_the_word_that_governs_what_follows_is_found(before: str, word: str) -> None:
    words = Words.of(f"{before} sell the quay")
    at = governor(words, len(words) - 3)
    assert at is not None
    assert words.keys[at] == word


def test_a_subject_that_is_denied_denies_its_verb() -> None:
    assert governor(Words.of("No member shall sell the quay."), 2) == 0
    assert governor(Words.of("They have no member favourable to it."), 4) is None


@pytest.mark.parametrize("before", ["it did not, so they", "this is not only to", "not him and they", "they often"])
def test_a_denial_of_something_else_governs_nothing(before: str) -> None:
    words = Words.of(f"{before} sell the quay")
    assert governor(words, len(words) - 3) is None


def cut(quotation: str, source: str) -> str:
    """The source's word from which on a denial was cut off, "" for none."""
    words = Words.of(source)
    segment = Quoted.of(quotation).segments[0]
    keys = " ".join(element.key for element in segment)
    at = cut_before(quotation, segment, words, words.find(keys))
    return words.keys[at] if at is not None else ""


def test_a_sentence_made_of_the_words_behind_a_not_is_called_and_a_phrase_is_not() -> None:
    source = "The stall was not open on Sunday."
    assert cut("Open on Sunday", source) == "not"
    assert cut("open on Sunday", source) == ""


def test_a_denied_clause_is_called_wherever_it_begins() -> None:
    source = "It is false that the stall was open on Sunday."
    assert cut("the stall was open on Sunday", source) == "false"
    assert cut("was open on Sunday", source) == ""


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        ("I wouldn't say it's the best stall on the quay.", "it's the best stall on the quay"),
        ("I do not think the new clerk was honest.", "the new clerk was honest"),
        ("Nobody believes it was an accident.", "it was an accident"),
        ("I'm not saying he's a thief.", "he's a thief"),
    ],
)
def test_a_denied_clause_is_called_without_a_that_too(source: str, quotation: str) -> None:
    assert cut(quotation, source)


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        ("I do not think the word is in use.", "is in use"),
        ("They did not say the word that is on the door.", "the word that is on the door"),
        ("I do think the new clerk was honest.", "the new clerk was honest"),
        ("It is not much of a claim it makes.", "it makes"),
    ],
)
def test_what_is_said_to_be_unsaid_is_no_denied_clause(source: str, quotation: str) -> None:
    assert not cut(quotation, source)


def test_words_that_stand_undenied_elsewhere_may_be_quoted_from_there() -> None:
    source = "It is false that the stall was open. In May the stall was open."
    assert cut("the stall was open", source) == ""


@pytest.mark.parametrize(("hidden", "right"), [("Not", "all members agreed"), ("Not all", "members agreed")])
def test_a_hidden_not_before_all_is_named(hidden: str, right: str) -> None:
    assert change("the board sat.", f" {hidden} ", right) is Change.NEGATION


def test_all_that_nothing_denies_is_let_be() -> None:
    assert change("the board sat.", " Nearly ", "all members agreed") is Change.MARKED


def test_a_denial_is_hidden_in_other_scripts_as_well() -> None:
    assert change("這座碼頭", "不", "是為了城市而建的") is Change.NEGATION
    assert change("причал ", "не ", "был построен для города") is Change.NEGATION


@pytest.mark.parametrize(
    ("left", "hidden", "right", "what"),
    [
        ("A great famine in 1690", ". No such famine ", "took place", Change.NEGATION),
        ("Voss", " warns. “It is small.” Karel Blaha of Brno, who read it, ", "is far less cautious", Change.NAME),
        ("The Board", " met in May. We told the Board ", "that the dam was safe", Change.MARKED),
    ],
)
def test_a_left_half_that_is_shown_alone_waits_for_its_verb(left: str, hidden: str, right: str, what: Change) -> None:
    assert change(left, hidden, right) is what
