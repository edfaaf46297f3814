"""Many quotations in many texts: each at its place, whatever stands beside it."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from holdwater.match import Sought, Words, locate
from holdwater.match.model import Alignment, Fit


@pytest.fixture(scope="module")
def shelf() -> list[str]:
    """Sixty texts of five hundred words each, of a made-up language."""
    dice = random.Random(11)
    language = ["".join(dice.choices("abcdefghijklmnopqrstuvwxyz", k=dice.randint(2, 9))) for _ in range(3_000)]
    return [" ".join(dice.choices(language, k=500)) for _ in range(60)]


def piece(text: str, first: int, last: int) -> str:
    return " ".join(text.split()[first:last])


def place(alignment: Alignment, texts: list[str]) -> str:
    assert alignment.span is not None
    return alignment.span.of(texts[alignment.passage])


def test_every_quotation_is_found_in_the_text_it_was_taken_from(shelf: list[str]) -> None:
    quotations = [piece(text, 100 + number, 112 + number) for number, text in enumerate(shelf)]
    found = locate(quotations, shelf)
    assert [one.passage for one in found] == list(range(60))
    assert [one.fit for one in found] == [Fit.VERBATIM] * 60
    assert [place(one, shelf) for one in found] == quotations


def test_the_answers_come_in_the_order_of_the_questions(shelf: list[str]) -> None:
    found = locate([piece(shelf[40], 5, 20), "words that stand nowhere at all here", piece(shelf[3], 9, 30)], shelf)
    assert [one.fit for one in found] == [Fit.VERBATIM, Fit.NOT_FOUND, Fit.VERBATIM]
    assert (found[0].passage, found[2].passage) == (40, 3)


def test_one_altered_in_three_words_is_found(shelf: list[str]) -> None:
    words = shelf[7].split()[200:230]
    words[4] = words[13] = words[22] = "other"
    (found,) = locate([" ".join(words)], shelf)
    assert found.passage == 7
    assert found.fit is Fit.ALTERED
    assert place(found, shelf) == piece(shelf[7], 200, 230)


def test_one_with_every_third_word_damaged_is_found_by_runs_of_two(shelf: list[str]) -> None:
    words = [word if n % 3 else f"{word}q" for n, word in enumerate(shelf[9].split()[200:224])]
    (found,) = locate([" ".join(words)], shelf)
    assert found.passage == 9


def test_pieces_around_an_ellipsis_are_found_together(shelf: list[str]) -> None:
    (found,) = locate([f"{piece(shelf[5], 50, 58)} … {piece(shelf[5], 70, 78)}"], shelf)
    assert found.passage == 5
    assert found.fit is Fit.EDITED
    assert [span.of(shelf[5]) for span in found.spans] == [piece(shelf[5], 50, 58), piece(shelf[5], 70, 78)]


def test_a_quotation_brings_what_follows_it_in_the_document() -> None:
    texts = ["nothing of the kind is said here", "The board may sell the quay unless the town objects to it."]
    quotation = "The board may sell the quay"
    complete, open_ended = locate([Sought(quotation, after=". The rest"), Sought(quotation, after=" and so on")], texts)
    assert complete.cut is not None
    assert open_ended.cut is None


def test_words_that_stand_in_two_texts_have_the_other_as_runner_up(shelf: list[str]) -> None:
    twice = piece(shelf[2], 10, 30)
    (found,) = locate([twice], [*shelf, f"{piece(shelf[1], 0, 40)} {twice}"])
    assert found.passage == 2
    assert found.runner_up is not None
    assert found.runner_up.passage == 60
    assert found.confidence == 0.0


def test_texts_may_be_loaded_as_they_are_come_to(shelf: list[str]) -> None:
    class Folder:
        def __iter__(self) -> Iterator[str]:
            return (text for text in shelf)

    quotations = [piece(shelf[20], 30, 45), piece(shelf[50], 300, 320)]
    assert locate(quotations, Folder()) == locate(quotations, shelf)


def test_words_made_before_give_the_same_answers(shelf: list[str]) -> None:
    quotations = [piece(text, 3, 20) for text in shelf[:5]]
    assert locate(quotations, [Words.of(text) for text in shelf]) == locate(quotations, shelf)


def test_a_batch_says_what_single_questions_say(shelf: list[str]) -> None:
    text = shelf[0]
    words = text.split()[100:130]
    del words[9]
    quotations = [piece(text, 7, 30), " ".join(words), f"[{text.split()[40]}] {piece(text, 41, 55)}"]
    assert locate(quotations, [text]) == [locate(one, text) for one in quotations]


def test_no_quotations_have_no_answers_and_no_texts_have_none_of_them(shelf: list[str]) -> None:
    assert locate([], shelf) == []
    (found,) = locate(["the old quay fell down"], [])
    assert found.fit is Fit.NOT_FOUND


@pytest.mark.parametrize("quotation", ["", "…", " . , ; "])
def test_nothing_to_look_for_is_too_short(quotation: str, shelf: list[str]) -> None:
    (found,) = locate([quotation], shelf)
    assert found.fit is Fit.TOO_SHORT
