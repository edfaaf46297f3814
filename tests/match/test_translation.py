"""Renderings: where a passage probably is, which numbers and names differ, and never that the words are the same."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdwater.match.model import Change, EditKind, Fit
from holdwater.match.renderings import stem
from holdwater.match.translation import Clues, stems_of, translated
from holdwater.match.words import Words

PASSAGE = (
    "And then it was 1812, and with four hundred thousand soldiers the emperor Ormund went over the Niemen, against "
    "the advice of Calindor."
)
REST = " ".join(
    f"In the village of the {name} the harvest was poor that autumn, and the peasants spoke of taxes number {index}."
    for index, name in enumerate(["millers", "weavers", "fishers", "potters", "smiths", "coopers"] * 40)
)
SOURCE = f"It rained for a week. {PASSAGE} Nobody knew what the winter would bring. {REST}"
OTHER_WORDS = "In 1812 the Emperor Ormund crossed the Niemen with 400,000 soldiers; Calindor had advised against it."


def shown(quotation: str, source: str = SOURCE) -> str:
    found = translated(quotation, Words.of(source))
    assert found.fit is Fit.AMBIGUOUS
    return found.spans[0].of(source)


def test_another_translation_is_found_and_shown_whole() -> None:
    assert shown(OTHER_WORDS) == PASSAGE.rstrip(".")


@pytest.mark.parametrize(
    "quotation",
    [
        "En 1812, l'empereur Ormund traversa le Niémen avec 400 000 soldats, malgré les conseils de Calindor.",
        "Im Jahre 1812 überschritt Kaiser Ormund mit 400.000 Soldaten den Niemen, obwohl Calindor ihm abgeraten hatte.",
        "En 1812 el emperador Ormund cruzó el Niemen con 400.000 soldados contra el consejo de Calindor.",
    ],
)
def test_an_original_in_another_language_is_found_by_names_numbers_and_cognates(quotation: str) -> None:
    assert PASSAGE.rstrip(".") in shown(quotation)


def test_the_same_words_are_not_called_verbatim_either() -> None:
    assert translated(PASSAGE, Words.of(SOURCE)).fit is Fit.AMBIGUOUS


def test_a_number_that_differs_is_shown_against_the_other() -> None:
    quotation = OTHER_WORDS.replace("1812", "1813")
    edits = translated(quotation, Words.of(SOURCE)).edits
    numbers = [edit for edit in edits if edit.change is Change.NUMBER]
    assert [(edit.quotation.of(quotation), edit.passage.of(SOURCE)) for edit in numbers] == [("1813", "1812")]
    assert numbers[0].kind is EditKind.REPLACE


def test_a_name_that_differs_is_shown_against_the_other() -> None:
    quotation = OTHER_WORDS.replace("Calindor", "Marwenna")
    edits = translated(quotation, Words.of(SOURCE)).edits
    names = [(edit.quotation.of(quotation), edit.passage.of(SOURCE)) for edit in edits if edit.change is Change.NAME]
    assert names == [("Marwenna", "Calindor")]


def test_a_number_that_is_left_out_is_shown() -> None:
    quotation = "The Emperor Ormund crossed the Niemen with 400,000 soldiers; Calindor had advised against it."
    edits = translated(quotation, Words.of(SOURCE)).edits
    assert [edit.passage.of(SOURCE) for edit in edits if edit.kind is EditKind.OMIT] == ["1812"]


def test_a_rendering_without_differing_numbers_and_names_has_no_edits() -> None:
    assert translated(OTHER_WORDS, Words.of(SOURCE)).edits == ()


@pytest.mark.parametrize(
    "quotation",
    [
        "The orchards of the southern islands were sold to a company of glassblowers for nine barrels of salt.",
        "The harvest was poor and the peasants of the village spoke of nothing but war and marriage and bread.",
    ],
)
def test_what_is_not_there_is_not_found(quotation: str) -> None:
    assert translated(quotation, Words.of(SOURCE)).fit is Fit.NOT_FOUND


@pytest.mark.parametrize("quotation", ["", "the of and", "He was there.", "In 1812", "1812 1812 1812"])
def test_too_few_rare_words_cannot_tell(quotation: str) -> None:
    assert translated(quotation, Words.of(SOURCE)).fit is Fit.TOO_SHORT


def test_two_passages_as_good_are_both_shown() -> None:
    twice = f"{SOURCE} {PASSAGE} {REST}"
    found = translated(OTHER_WORDS, Words.of(twice))
    assert found.runner_up is not None
    assert found.confidence == 0.0
    assert not found.spans[0].overlaps(found.runner_up.spans[0])


def test_one_passage_alone_is_sure() -> None:
    found = translated(OTHER_WORDS, Words.of(SOURCE))
    assert found.runner_up is None
    assert found.confidence == 1.0
    assert found.chance < 1e-3


def test_a_candidate_window_is_all_that_is_looked_at() -> None:
    words = Words.of(SOURCE)
    assert translated(OTHER_WORDS, words, start=0, end=40).fit is Fit.AMBIGUOUS
    assert translated(OTHER_WORDS, words, start=100, end=200).fit is Fit.NOT_FOUND


def test_a_texts_clues_serve_for_many_quotations() -> None:
    clues = Clues.of(Words.of(SOURCE))
    assert translated(OTHER_WORDS, clues) == translated(OTHER_WORDS, Words.of(SOURCE))


def test_the_stems_to_look_for_are_those_that_say_something() -> None:
    assert stems_of("The Emperor crossed it with four hundred thousand soldiers and the Emperor") == (
        "emper",
        "cross",
        "400000",
        "soldi",
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("government", "governed"),
        ("president", "presidente"),
        ("l'empereur", "emperor"),
        ("board's", "board"),
        ("drei", "three"),
    ],
)
def test_cognates_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other) != ""


@pytest.mark.parametrize("word", ["the", "und", "avec", "pero", "%", "a", "not"])
def test_small_words_have_none(word: str) -> None:
    assert stem(word) == ""


def invented(draw: random.Random) -> str:
    return "".join(draw.choice("bdfgklmnprst") + draw.choice("aeiou") for _ in range(3))


def test_renderings_of_invented_sentences_are_found_and_strangers_are_not() -> None:
    draw = random.Random(11)
    words = [invented(draw) for _ in range(1_500)]
    sentences = [" ".join(draw.choice(words) for _ in range(24)) for _ in range(200)]
    clues = Clues.of(Words.of(". ".join(sentences)))
    found = right = 0
    for sentence in sentences[::4]:
        kept = [word if draw.random() < 0.6 else invented(draw) for word in sentence.split()]
        draw.shuffle(kept)
        result = translated(" ".join(kept), clues)
        found += result.fit is Fit.AMBIGUOUS
        right += bool(result.spans) and result.spans[0].of(clues.words.text).strip() in sentence
    strangers = [" ".join(draw.choice(words) for _ in range(24)) for _ in range(200)]
    wrong = sum(translated(stranger, clues).fit is Fit.AMBIGUOUS for stranger in strangers)
    assert found >= 45
    assert right >= found - 2
    assert wrong <= 1


@settings(max_examples=60)
@given(st.text(max_size=120), st.text(max_size=200))
def test_any_two_texts_are_compared(quotation: str, source: str) -> None:
    found = translated(quotation, Words.of(source))
    assert found.fit in (Fit.AMBIGUOUS, Fit.NOT_FOUND, Fit.TOO_SHORT)
    assert all(0 <= span.start <= span.end <= len(source) for span in found.spans)


def test_a_quotation_of_one_word_said_often_is_compared_in_bounded_work() -> None:
    assert translated("tower " * 50_000, Words.of("tower " * 50_000)).fit is Fit.TOO_SHORT
