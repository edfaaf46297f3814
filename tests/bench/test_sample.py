"""Changed quotations of texts made here."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from bench.engine import sample
from bench.engine.sample import KINDS, Quotation

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
    return [TEXTS[one.source][place[0][0] : place[-1][1]] for place in one.places]


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


def test_a_changed_quotation_is_not_its_place() -> None:
    assert all([one.text] != places(one) for kind in KINDS[1:] for one in of_kind(kind))


def test_the_place_of_a_quotation_with_an_ellipsis_goes_from_its_first_to_its_last_word() -> None:
    for one in of_kind("ellipsis"):
        assert len(one.places) == 1
        assert len(one.places[0]) > 1, "an ellipsis parts what was kept"
        (place,) = places(one)
        assert place.split()[0].strip(".").lower() == one.text.split()[0].strip(".").lower()
        assert place.split()[-1] == one.text.split()[-1]
        assert len(place) > len(one.text.replace(".", "").replace("\u00a0", ""))


def test_a_stitched_quotation_has_a_place_for_each_half() -> None:
    for one in of_kind("stitched"):
        assert " ".join(places(one)) == one.text
        first, last = one.places
        assert abs(first[0][0] - last[0][0]) > 1000


def test_texts_without_sentences_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "_TRIES", 20)
    with pytest.raises(ValueError, match="nothing to quote"):
        sample.sample(["12 | 14 | 19 " * 400], 1, seed=1)


def test_quotations_survive_a_file(tmp_path: Path) -> None:
    sample.save(SAMPLED, tmp_path / "quotations.json")
    assert sample.load(tmp_path / "quotations.json") == SAMPLED
