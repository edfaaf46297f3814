"""The author's brackets and the source's own."""

from __future__ import annotations

import pytest

from holdwater.match import locate
from holdwater.match.brackets import stands_literally
from holdwater.match.model import Change, Fit
from holdwater.match.quoted import Quoted
from holdwater.match.words import Words


@pytest.mark.parametrize(
    ("quotation", "source", "fit"),
    [
        ("[A] difference of kind", "The difference of kind", Fit.EDITED),
        ("[A] difference of kind", "it is a difference of kind", Fit.EDITED),
        ("[A] difference of kind", "it says [A] difference of kind", Fit.VERBATIM),
        ("[T]he board met late", "and the board met late", Fit.EDITED),
        ("[T]he board met late", "The board met late", Fit.EDITED),
        ("[T]he board met late", "he says [t]he board met late", Fit.VERBATIM),
        ("the board [never] paid it", "the board never paid it", Fit.EDITED),
        ("the board [never] paid it", "the board [never] paid it", Fit.VERBATIM),
        ("the board … never paid it", "the board never paid it", Fit.EDITED),
        ("the board … never paid it", "the board ... never paid it", Fit.VERBATIM),
        ("the board [of five] paid it", "the board [of nine] paid it", Fit.ALTERED),
        ("the board [of the old town] paid it", "the board [of nine] paid it", Fit.EDITED),
    ],
)
def test_a_bracket_is_an_edit_unless_the_source_has_it_too(quotation: str, source: str, fit: Fit) -> None:
    assert locate(quotation, source).fit is fit


def test_a_copied_bracket_counts_like_any_words() -> None:
    source = "the harbour board [which met in the town hall] paid all of its debts"
    alignment = locate("the harbour board [which met in the guild hall] paid all of its debts", source)
    assert alignment.changes() == {Change.WORD}


def test_another_label_in_brackets_is_another_number() -> None:
    alignment = locate("as shown in the tables [13] of the board", "as shown in the tables [12] of the board")
    assert alignment.fit is Fit.ALTERED
    assert alignment.changes() == {Change.NUMBER}


def test_where_most_brackets_are_the_sources_all_are() -> None:
    source = "send [ one two ] then [ three four ] then [ five six ] to the board at once please"
    quotation = "send [ one two ] then [ three four ] then [ seven ] to the board at once please"
    assert locate(quotation, source).fit is Fit.ALTERED


def test_a_quotation_stands_literally_only_with_the_same_marks() -> None:
    words = Words.of("He wrote [t]he board ... met. The board met.")
    assert stands_literally(Quoted.of("[t]he board … met"), words)
    assert not stands_literally(Quoted.of("[T]he board met."), words)
    assert not stands_literally(Quoted.of("the [board] met"), words)
    assert not stands_literally(Quoted.of("..."), words)


def test_a_quotation_without_marks_is_not_asked_about() -> None:
    words = Words.of("The board (of five) met. It sat... The board sat (emphasis added).")
    assert not stands_literally(Quoted.of("The board (of five) met."), words)
    assert not stands_literally(Quoted.of("It sat..."), words)
    assert stands_literally(Quoted.of("The board sat (emphasis added)."), words)


def test_a_source_without_brackets_has_none_of_the_quotations() -> None:
    assert not stands_literally(Quoted.of("the [old] quay fell"), Words.of("the old quay fell"))
    assert stands_literally(Quoted.of("the [old] quay fell"), Words.of("so the [old] quay fell down"))


def test_an_ellipsis_in_brackets_may_stand_without_them_in_the_source() -> None:
    assert stands_literally(Quoted.of("the quay [...] fell"), Words.of("so the quay ... fell down"))


def test_an_ellipsis_stands_literally_only_where_the_words_beside_it_stand_side_by_side() -> None:
    quoted = Quoted.of("the quay … fell down")
    assert not stands_literally(quoted, Words.of("the quay of the old harbour fell down"))
    assert stands_literally(quoted, Words.of("so the quay … fell down at last"))
