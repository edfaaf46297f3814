"""All segments of a quotation in their places."""

from __future__ import annotations

from holdwater.match.lay import exact, exact_beside
from holdwater.match.place import placements
from holdwater.match.quoted import Quoted
from holdwater.match.votes import Place
from holdwater.match.words import Words

FILLER = " ".join(f"filler{n}" for n in range(400))


def placed(quotation: str, source: str) -> list[str]:
    """The passages of the best placement; "-" for a segment that stands nowhere."""
    words = Words.of(source)
    best = placements(Quoted.of(quotation), words)[0]
    return [words.span(one.start, one.end).of(source) if one else "-" for one in best.laid]


def test_segments_stand_in_order_around_the_longest() -> None:
    source = f"they left the town. {FILLER} The old quay wall had stood firm. {FILLER} It fell at last."
    assert placed("they left … old quay wall had stood … It fell", source) == ["-", "old quay wall had stood", "-"]
    assert placed("they left the town … old quay wall had stood … It fell at last", source) == [
        "they left the town",
        "old quay wall had stood",
        "It fell at last",
    ]


def test_of_several_places_a_short_segment_takes_the_nearest() -> None:
    source = "the a the a the old quay wall had stood the b the"
    words = Words.of(source)
    best = placements(Quoted.of("the … old quay wall had stood … the"), words)[0]
    assert [one.start for one in best.laid if one] == [4, 5, 10]


def test_the_nearest_place_before_is_the_last_of_many() -> None:
    source = "the x " * 40 + "old quay wall had stood"
    best = placements(Quoted.of("the … old quay wall had stood"), Words.of(source))[0]
    assert best.laid[0] is not None
    assert best.laid[0].start == 78


def test_segments_in_another_order_are_found_and_said_to_be_so() -> None:
    source = f"The crane was sold to the town. {FILLER} The lamps were broken by the storm."
    words = Words.of(source)
    best = placements(Quoted.of("The lamps were broken by the storm … The crane was sold to the town"), words)[0]
    assert best.order
    assert all(best.laid)


def test_the_same_words_twice_are_two_placements_that_cost_the_same() -> None:
    found = placements(Quoted.of("the old quay"), Words.of("the old quay and the old quay"))
    assert [(one.start, one.cost) for one in found] == [(0, 0.0), (4, 0.0)]


def test_a_place_that_overlaps_a_better_one_is_not_another_place() -> None:
    found = placements(Quoted.of("a a"), Words.of("a a a a"))
    assert [(one.start, one.end) for one in found] == [(0, 2), (2, 4)]


def test_nothing_is_placed_in_an_empty_source() -> None:
    assert placements(Quoted.of("the old quay"), Words.of("")) == []


def test_exact_places_are_found_on_either_side() -> None:
    words, segment = Words.of("a b a b a b"), Quoted.of("a b").segments[0]
    assert [one.start for one in exact(segment, words, 0, 6)] == [0, 2, 4]
    before, after = (exact_beside(segment, words, 1, 6, after=after) for after in (False, True))
    assert before is not None
    assert after is not None
    assert (before.start, after.start) == (4, 2)


def test_a_long_segment_is_laid_around_the_pieces_that_stand() -> None:
    source = [f"w{n}" for n in range(3_000)]
    quoted = list(source)
    quoted[700] = "other"
    del quoted[1_500:1_504]
    words = Words.of(" ".join(source))
    (best,) = placements(Quoted.of(" ".join(quoted)), words, {0: [Place(0, 15, 1.0)]})
    assert best.laid[0] is not None
    missing = [step.start for step in best.laid[0].steps if step.first == step.last]
    assert missing == [1_500, 1_501, 1_502, 1_503]
    assert (best.start, best.end) == (0, 3_000)


def test_a_long_segment_altered_every_tenth_word_is_found_all_the_same() -> None:
    source = [f"w{n}" for n in range(4_000)]
    quoted = [word if n % 10 else "other" for n, word in enumerate(source)]
    (best,) = placements(Quoted.of(" ".join(quoted)), Words.of(" ".join(source)), {0: [Place(0, 15, 1.0)]})
    assert best.cost <= 400


def test_of_a_text_that_has_all_of_a_quotation_half_of_it_is_no_other_place() -> None:
    quoted = "the old quay wall had stood for a year before the great storm broke its northern end"
    half = " ".join(quoted.split()[:9])
    words = Words.of(f"{quoted.replace('great', 'late')}. {FILLER} {half}. {FILLER}")
    places = {0: [Place(0, 15, 9.0), Place(416, 431, 5.0)]}
    (only,) = placements(Quoted.of(quoted), words, places)
    assert (only.start, only.cost) == (0, 1.0)


def test_a_short_segment_that_a_lines_end_parts_is_laid_beside_its_neighbour() -> None:
    source = (
        "old quay wall had stood firm. They mended the gate-\nhouse roof well. "
        f"{FILLER} In May they saw mended the gate house."
    )
    assert placed("old quay wall had stood firm … mended the gate-house roof", source) == [
        "old quay wall had stood firm",
        "mended the gate-\nhouse roof",
    ]
