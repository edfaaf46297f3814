"""How much of a segment could stand in a window: never less than does."""

from __future__ import annotations

import random

import numpy as np
import pytest

from holdwater.match import ceiling
from holdwater.match.align import align
from holdwater.match.ceiling import Elsewhere, Hope, ceilings, could_stand, in_order
from holdwater.match.folding import hash_of
from holdwater.match.index import runs_of
from holdwater.match.likeness import likeness_of
from holdwater.match.quoted import Quoted
from holdwater.match.words import Words

NONE = Elsewhere([], [])
PLACE = "At dusk the old keeper of the lower gate wrote the hour of closing in his book and went home by the quay"


def most(quotation: str, place: str = PLACE) -> float:
    """The ceiling of a quotation of one segment in a whole text."""
    words = Words.of(place)
    return ceilings(Quoted.of(quotation).segments, [Hope(0, words, 0, len(words), 0)], NONE)[0].most


def test_all_words_that_stand_count_wherever_they_do() -> None:
    assert most("the quay of the old keeper") == 6.0


def test_a_word_that_stands_nowhere_does_not_count() -> None:
    assert most("the keeper paid nobody") == 2.0


def test_a_word_of_nearly_the_same_letters_counts_less() -> None:
    assert most("the keepor wrote") == pytest.approx(2.7)


def test_one_word_written_as_two_counts_in_full_on_either_side() -> None:
    assert most("the gatewrote the") == 3.0
    assert most("the clo sing in") == 4.0


def test_a_word_with_a_note_mark_behind_it_counts_in_full() -> None:
    assert most("the toll was paid", "the toll12 was paid") == 4.0


def test_brackets_count_nothing() -> None:
    assert most("the [old] keeper") == 2.0


def test_what_stands_in_a_row_elsewhere_in_the_text_counts() -> None:
    words = Words.of(PLACE)
    segments = Quoted.of("the keeper paid all tolls at noon").segments
    runs = runs_of(np.array([hash_of(one.key) for one in segments[0]], np.uint32), 3)
    elsewhere = Elsewhere([np.array([4, 4])], [runs[[3, 4]]])
    found = [ceilings(segments, [Hope(0, words, 0, len(words), number)], elsewhere)[0].most for number in (4, 5)]
    assert found == [6.0, 3.0]


def test_what_stands_in_order_is_counted_without_what_crosses() -> None:
    words = Words.of(PLACE)
    (segment,) = Quoted.of("closing his book old keeper").segments
    assert in_order(segment, Hope(0, words, 0, len(words), 0)) == 3


def test_many_windows_are_told_as_each_by_itself() -> None:
    words = Words.of(PLACE)
    segments = [Quoted.of(text).segments[0] for text in ("the old gate", "in his bock", "no such words as these here")]
    hopes = [Hope(number, words, at, at + wide, 0) for number in range(3) for at in (0, 3, 9) for wide in (4, 9)]
    alone = [ceilings([segments[one.segment]], [one._replace(segment=0)], NONE)[0] for one in hopes]
    assert ceilings(segments, hopes, NONE) == alone


def test_what_is_too_much_to_be_held_at_once_is_told_a_part_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    words = Words.of(PLACE)
    segments = [Quoted.of(text).segments[0] for text in ("the old gate", "in his bock", "went home by the quay")]
    hopes = [Hope(number, words, at, at + 6, 0) for number in range(3) for at in (0, 5, 12)]
    together = ceilings(segments, hopes, NONE)
    monkeypatch.setattr(ceiling, "MOST_WORDS", 20)
    assert ceilings(segments, hopes, NONE) == together


@pytest.mark.parametrize("seed", range(60))
def test_no_alignment_has_more_than_the_ceiling(seed: int) -> None:
    dice = random.Random(seed)
    language = ["".join(dice.choices("aeinorst", k=dice.randint(1, 9))) for _ in range(40)]
    source = dice.choices(language, k=60)
    quoted = source[20:35]
    for _ in range(dice.randint(0, 12)):
        at = dice.randrange(len(quoted))
        word = quoted[at]
        quoted[at : at + 1] = dice.choice(
            [[], [dice.choice(language)], [word[:-1] + "x"], [word[:2], word[2:] or "o"], [word + "s", word]]
        ) or ["gone"]
    words = Words.of(" ".join(source))
    (segment,) = Quoted.of(" ".join(quoted)).segments
    hope = Hope(0, words, 0, len(words), 0)
    likeness = likeness_of([segment], [align(segment, words, 0, len(words))], words)
    (found,) = ceilings([segment], [hope], NONE)
    assert likeness.share * likeness.total <= min(found.most, in_order(segment, hope) + found.besides) + 1e-9


FILLER = " ".join(f"filler{number}" for number in range(400))


def test_segments_that_stand_near_one_another_could_stand() -> None:
    words = Words.of(f"{FILLER} {PLACE} {FILLER}")
    segments = Quoted.of("the old keeper of the lower gate … in his boek and went home").segments
    place = Hope(0, words, 0, len(words), 0)
    assert could_stand(segments, place, NONE, 12.5)
    assert not could_stand(segments, place, NONE, 13.0)


def test_words_strewn_over_a_text_could_not() -> None:
    strewn = " ".join(f"{word} {FILLER}" for word in PLACE.split())
    words = Words.of(strewn)
    segments = Quoted.of("the old keeper of the lower gate … in his book and went home").segments
    assert not could_stand(segments, Hope(0, words, 0, 3_000, 0), NONE, 6.0)
