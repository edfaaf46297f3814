"""Changed quotations of texts made here."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from bench.engine import sample
from bench.engine.sample import KINDS, Quotation
from rapidfuzz.distance import Levenshtein

_WORDS = (
    "river stone keeper harbour lantern water wheel miller bridge valley journey letter winter summer garden "
    "morning evening window market village doctor captain teacher sailor farmer brother sister daughter"
).split()


def prose(seed: int, sentences: int = 400) -> str:
    """Sentences of 14 to 30 words, one in three of them with a "not"."""
    chance = random.Random(seed)
    made = []
    for number in range(sentences):
        words = chance.choices(_WORDS, k=chance.randint(14, 30))
        if number % 3 == 0:
            words[5] = "not"
        made.append(" ".join(words).capitalize() + ".")
    return " ".join(made)


TEXTS = [prose(seed) for seed in range(4)]
SAMPLED = sample.sample(TEXTS, 6, seed=3)


def of_kind(kind: str) -> list[Quotation]:
    return [one for one in SAMPLED if one.kind == kind]


def places(one: Quotation) -> list[str]:
    return [TEXTS[one.source][start:end] for start, end in one.places]


def test_there_are_as_many_of_each_kind_as_were_asked_for_and_any_beginning_has_them_mixed() -> None:
    assert {kind: len(of_kind(kind)) for kind in KINDS} == dict.fromkeys(KINDS, 6)
    assert [one.kind for one in SAMPLED[: len(KINDS)]] == list(KINDS)


def test_the_same_seed_gives_the_same_quotations_and_another_gives_others() -> None:
    assert sample.sample(TEXTS, 6, seed=3) == SAMPLED
    assert sample.sample(TEXTS, 6, seed=4) != SAMPLED


def test_every_quotation_knows_where_its_unchanged_words_stand() -> None:
    for one in SAMPLED:
        assert places(one)[0] == one.unchanged


def test_an_exact_quotation_is_its_place() -> None:
    assert all([one.text] == places(one) for one in of_kind("exact"))


def test_an_ellipsis_stands_for_three_to_eight_words_and_an_omission_has_none() -> None:
    for one in of_kind("ellipsis"):
        marks = [mark for mark in ("…", "...", ". . .", "[…]") if mark in one.text]
        assert marks
        kept = one.text.replace(". . .", "…").split()
        assert 3 <= len(one.unchanged.split()) - (len(kept) - 1) <= 8
    for one in of_kind("omission"):
        assert 3 <= len(one.unchanged.split()) - len(one.text.split()) <= 8


@pytest.mark.parametrize(("kind", "number"), [("one word", 1), ("three words", 3)])
def test_so_many_words_are_exchanged(kind: str, number: int) -> None:
    for one in of_kind(kind):
        said, stood = one.text.split(), one.unchanged.split()
        assert len(said) == len(stood)
        # A word may be exchanged for itself where a text has it too.
        assert number - 1 <= sum(new != old for new, old in zip(said, stood, strict=True)) <= number


def test_only_the_negation_is_dropped() -> None:
    for one in of_kind("not dropped"):
        stood = one.unchanged.split()
        stood.remove("not")
        assert one.text.split() == stood


def test_a_scanned_quotation_has_five_to_ten_letters_in_a_hundred_read_wrongly() -> None:
    for one in of_kind("scanned"):
        wrong = Levenshtein.distance(one.text, one.unchanged) / len(one.unchanged)
        assert 0.04 <= wrong <= 0.12  # an m read as rn counts twice, a letter drawn for itself not at all


def test_a_stitched_quotation_is_the_halves_of_two_far_places_in_one_text() -> None:
    for one in of_kind("stitched"):
        assert " ".join(places(one)) == one.text
        first, last = one.places
        assert abs(first[0] - last[0]) > 1000


def test_brackets_stand_for_a_letters_case_and_for_a_word() -> None:
    for one in of_kind("brackets"):
        assert one.text.startswith(f"[{one.unchanged[0].lower()}]")
        assert one.text.count("[") == 2


def test_texts_without_sentences_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "_TRIES", 200)
    with pytest.raises(ValueError, match="too few sentences"):
        sample.sample(["12 | 14 | 19 " * 400], 1, seed=1)


def test_quotations_survive_a_file(tmp_path: Path) -> None:
    sample.save(SAMPLED, tmp_path / "quotations.json")
    assert sample.load(tmp_path / "quotations.json") == SAMPLED
