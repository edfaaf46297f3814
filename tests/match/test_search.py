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


def test_the_form_that_has_all_pieces_exactly_is_found_among_its_many_twins() -> None:
    forms = [
        f"Circular {number}. The lock tolls of {1901 + number % 12} are due at the gate house each quarter. The keeper "
        f"shall enter them in book {1 + number // 12} of the canal company and send the sum to the clerk."
        for number in range(144)
    ]
    quotations = [
        f"The lock tolls of {1901 + number % 12} are due … shall enter them in book {1 + number // 12} of the canal"
        for number in range(144)
    ]
    found = locate(quotations, forms)
    assert [one.passage for one in found] == list(range(144))
    assert {one.fit for one in found} == {Fit.EDITED}


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


@pytest.mark.parametrize("processes", [2, 3])
def test_several_processes_find_what_one_finds(shelf: list[str], processes: int) -> None:
    quotations = [piece(text, 3, 20) for text in shelf[:9]] + ["words that stand nowhere at all here"]
    one, several = locate(quotations, shelf), locate(quotations, shelf, processes=processes)
    assert [(a.passage, a.spans, a.fit) for a in several] == [(a.passage, a.spans, a.fit) for a in one]
    assert [a.chance for a in several] == pytest.approx([a.chance for a in one])


def test_several_processes_share_texts_that_are_loaded_as_they_are_come_to(shelf: list[str]) -> None:
    class Folder:
        def __iter__(self) -> Iterator[str]:
            return (text for text in shelf)

    (found,) = locate([piece(shelf[21], 30, 45)], Folder(), processes=2)
    assert found.passage == 21


def test_common_words_in_many_texts_are_too_few_to_tell() -> None:
    texts = [f"the man of the house said {n} things and it was one of the best" for n in range(400)]
    (found,) = locate(["it was one"], texts)
    assert found.fit is Fit.TOO_SHORT


def test_a_word_in_the_one_text_given_is_found_however_often_it_stands() -> None:
    assert locate("tax", "A tax is a tax. " * 40).fit is Fit.VERBATIM


def test_what_was_found_says_how_many_such_places_chance_would_give(shelf: list[str]) -> None:
    long, short = locate([piece(shelf[4], 20, 50), piece(shelf[4], 20, 26)], shelf)
    assert 0 < long.chance < short.chance < 1


def test_what_is_no_text_is_refused_with_its_number(shelf: list[str]) -> None:
    with pytest.raises(TypeError, match="quotation 1 is no text but NoneType"):
        locate(["the old quay", None], shelf)  # type: ignore[list-item]
    with pytest.raises(ValueError, match="there is no preset 'loose'; there are verbatim"):
        locate(["the old quay"], shelf, preset="loose")


def test_one_quotation_may_be_looked_for_in_several_texts(shelf: list[str]) -> None:
    assert locate(piece(shelf[30], 30, 45), shelf).passage == 30
