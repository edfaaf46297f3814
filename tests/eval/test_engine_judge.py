"""How the evaluation of the engine judges answers: the right place, the right call, and what really stands there."""

from __future__ import annotations

import random

import pytest
from eval.engine import controls, short
from eval.engine.controls import Control
from eval.engine.invented import sentence
from eval.engine.items import Item, Made, Part
from eval.engine.kinds import KINDS, Expected, Kind
from eval.engine.places import covered, located
from eval.engine.scoring import Answer, of_kind
from eval.engine.standing import within_a_few_words, word_for_word
from eval.engine.stretches import folded
from eval.measure import bounds

from holdwater.document import Span
from holdwater.match.model import Alignment, Fit

PROSE = "The miller weighed three sacks of barley before the fog lifted from the river and the geese woke."
OTHER = "Nobody knew who had hidden the blue kettle under the stairs of the old tannery by the canal."


def span(words: str, text: str) -> Span:
    """Where words stand in a text."""
    return Span(text.index(words), text.index(words) + len(words))


def item(*pieces: str, text: str = PROSE, quotation: str = "", number: int = 0) -> Item:
    """A quotation of some pieces of a text, changed into `quotation` where that is given."""
    source = tuple(word for piece in pieces for word in folded(piece))
    quoted = tuple(folded(quotation)) if quotation else source
    part = Part(quoted, tuple(span(piece, text) for piece in pieces), source)
    return Item("exact", number, 0, Made(quotation or " ".join(pieces), (part,)))


def said(*spans: Span, fit: Fit = Fit.VERBATIM, passage: int = 0, runner_up: Alignment | None = None) -> Alignment:
    """What the engine said."""
    return Alignment(fit, 1.0, 1.0, spans, passage=passage, runner_up=runner_up)


def is_located(one: Item, answer: Alignment, *texts: str) -> bool:
    """Whether all parts of an item are located in `texts`, PROSE by default."""
    (parts,) = located([one], [answer], texts or (PROSE,))
    return all(parts)


SACKS = "three sacks of barley before the fog lifted"


def test_a_place_that_overlaps_half_of_the_sampled_one_is_right() -> None:
    assert is_located(item(SACKS), said(span("of barley before the fog lifted from the river", PROSE)))


def test_a_place_that_only_touches_the_sampled_one_is_wrong() -> None:
    assert not is_located(item(SACKS), said(span("lifted from the river and the geese woke", PROSE)))


def test_nothing_found_is_nothing_located() -> None:
    assert not is_located(item(SACKS), said(fit=Fit.NOT_FOUND))


def test_the_same_offsets_in_another_text_are_wrong() -> None:
    assert not is_located(item(SACKS), said(span(SACKS, PROSE), passage=1), PROSE, OTHER * 2)


def test_a_twin_in_another_text_that_reads_the_same_is_right() -> None:
    twin = f"As was said, THREE sacks  of barley, before the fog\nlifted. {OTHER}"
    assert is_located(item(SACKS), said(Span(13, 61), passage=1), PROSE, twin)


def test_a_twin_that_lacks_a_quoted_word_is_wrong() -> None:
    twin = "three sacks of oats before the fog lifted"
    assert not is_located(item(SACKS), said(Span(0, len(twin)), passage=1), PROSE, twin)


def test_a_twin_that_lacks_only_the_changed_word_is_as_good() -> None:
    changed = item(SACKS, quotation=SACKS.replace("barley", "herring"))
    assert is_located(changed, said(span(SACKS, PROSE), passage=1), OTHER, PROSE)


def test_a_place_unlike_the_sampled_one_is_wrong_though_it_has_the_few_words_that_a_bad_scan_left() -> None:
    scan = item(SACKS, quotation="thrce sa cks uf bar1ey bef0re the fug iifted")
    assert not is_located(scan, said(span("the stairs", OTHER), passage=1), PROSE, OTHER)
    assert is_located(scan, said(span(SACKS, PROSE)))


def test_a_whole_text_is_no_place() -> None:
    long = " ".join([PROSE] * 9)
    assert not is_located(item(SACKS), said(Span(0, len(long)), passage=1), OTHER, long)


def test_every_segment_around_an_ellipsis_has_to_be_found() -> None:
    two = item("The miller weighed", "from the river and the geese")
    first, second = (piece for piece in two.made.parts[0].pieces)
    assert is_located(two, said(first, second))
    assert not is_located(two, said(second))


def test_the_halves_of_a_stitched_quotation_are_counted_one_by_one() -> None:
    halves = [item("The miller weighed three sacks"), item("the geese woke")]
    both = Item("stitched", 0, 0, Made("", tuple(half.made.parts[0] for half in halves)))
    answer = said(span("The miller weighed three sacks", PROSE), fit=Fit.ALTERED)
    assert located([both], [answer], [PROSE]) == [[True, False]]
    elsewhere = Alignment(Fit.ALTERED, spans=answer.spans, elsewhere=((Span(0, 1), span("the geese woke", PROSE)),))
    assert located([both], [elsewhere], [PROSE]) == [[True, True]]


def test_the_runner_up_counts_only_where_the_engine_shows_both() -> None:
    right = said(span(SACKS, PROSE))
    wrong = Span(0, 10)
    assert is_located(item(SACKS), said(wrong, fit=Fit.AMBIGUOUS, runner_up=right))
    assert not is_located(item(SACKS), said(wrong, fit=Fit.ALTERED, runner_up=right))


@pytest.mark.parametrize(
    ("spans", "share"), [([Span(0, 5)], 0.5), ([Span(0, 5), Span(3, 8)], 0.8), ([Span(20, 30)], 0), ([Span(0, 99)], 1)]
)
def test_spans_cover_each_character_once(spans: list[Span], share: float) -> None:
    assert covered(Span(0, 10), spans) == share


def kind(name: str) -> Kind:
    (one,) = [kind for kind in KINDS if kind.name == name]
    return one


def test_a_faithful_kind_has_to_be_accepted_and_a_changed_one_must_not() -> None:
    fits = [Fit.VERBATIM, Fit.EDITED, Fit.ALTERED, Fit.AMBIGUOUS, Fit.NOT_FOUND, Fit.TOO_SHORT]
    answers = [Answer(item(SACKS), said(fit=fit), (True,)) for fit in fits]
    _, faithful = of_kind(kind("exact"), answers)
    _, changed = of_kind(kind("one_word"), answers)
    assert faithful.value == pytest.approx(2 / 6)
    assert changed.ceiling
    assert changed.value == pytest.approx(2 / 6)


def test_a_change_that_makes_the_words_of_some_text_is_left_out() -> None:
    answers = [Answer(item(SACKS), said(), (True,), unchanged=True), Answer(item(SACKS), said(), (False,))]
    place, call = of_kind(kind("one_word"), answers)
    assert place.total == call.total == 1
    assert place.excluded.total() == 1


def test_a_miss_shows_what_was_quoted_and_what_stands_there() -> None:
    miss = Answer(item(SACKS, quotation="three sacks of oats"), said(fit=Fit.ALTERED), (False,)).miss
    assert "altered" in miss.reason
    assert "three sacks of oats" in miss.detail
    assert "barley" in miss.detail


def short_answer(fit: Fit, *, found: bool) -> Answer:
    return Answer(item("the fog"), said(fit=fit), (found,))


@pytest.mark.parametrize(
    ("fit", "found", "times", "right"),
    [
        (Fit.VERBATIM, True, 1, True),
        (Fit.VERBATIM, False, 1, False),
        (Fit.ALTERED, True, 1, False),
        (Fit.NOT_FOUND, False, 1, False),
        (Fit.TOO_SHORT, False, 1, False),
        (Fit.TOO_SHORT, False, 2, True),
    ],
)
def test_in_its_source_a_few_words_are_too_short_only_where_they_stand_twice(
    fit: Fit, found: bool, times: int, right: bool
) -> None:
    assert short.in_source([(short_answer(fit, found=found), times)]).value == right


def test_in_all_texts_a_few_words_may_always_be_too_short() -> None:
    assert short.anywhere([short_answer(Fit.TOO_SHORT, found=False)]).value == 1
    assert short.anywhere([short_answer(Fit.NOT_FOUND, found=False)]).value == 0


def test_a_few_words_are_counted_as_words() -> None:
    assert short.occurrences(item("the fog"), "The fog; the foghorn; (the fog).") == 2


def test_only_what_is_not_there_counts_against_the_engine() -> None:
    control = Control("absent", "located", ("one", "two", "three"), frozenset({1}))
    answers = [said(fit=Fit.NOT_FOUND), said(Span(0, 3)), said(fit=Fit.ALTERED)]
    (measure,) = controls.measures([control], answers)
    assert (measure.total, len(measure.misses)) == (2, 1)
    assert measure.misses[0].item == "absent-2"
    assert measure.excluded["stands there, and is located"] == 1


def test_words_stand_word_for_word_or_not_at_all() -> None:
    texts = [OTHER, PROSE]
    wanted = [
        "fog lifted from the river and the geese",
        "the GEESE",
        "the fog lifted by the river and the geese",
        "oats",
    ]
    assert word_for_word([folded(words) for words in wanted], texts) == {0, 1}


def prose(seed: int) -> list[str]:
    rng = random.Random(seed)
    return [sentence(rng) for _ in range(60)]


def changed(words: list[str], every: int) -> list[str]:
    """The words with every so many-th put out for another."""
    return ["herring" if index % every == 0 else word for index, word in enumerate(words, 1)]


@pytest.mark.parametrize(("every", "there"), [(100, True), (6, True), (4, True), (3, False), (2, False)])
def test_a_sentence_is_there_up_to_a_quarter_of_its_words(every: int, there: bool) -> None:
    text = f"{' '.join(prose(1))} {PROSE} {OTHER} {' '.join(prose(2))}"
    wanted = changed(folded(f"{PROSE} {OTHER}"), every)
    assert within_a_few_words([wanted], [text]) == ({0} if there else set())


def test_a_sentence_is_there_if_half_of_it_stands_in_one_run() -> None:
    half = folded(PROSE)[:10]
    nothing = ["herring"] * 9
    assert within_a_few_words([half + nothing], [PROSE]) == {0}
    assert within_a_few_words([half + nothing * 2], [PROSE]) == set()


def test_each_sentence_is_found_in_its_own_text_among_many() -> None:
    texts = [" ".join(prose(seed)) for seed in range(4)]
    wanted = [folded(text)[40:70] for text in texts]
    assert within_a_few_words(wanted, texts) == {0, 1, 2, 3}
    assert within_a_few_words(wanted, texts[:2]) == {0, 1}


def test_invented_prose_does_not_repeat_itself() -> None:
    assert len(set(prose(3))) == 60


def test_every_measure_of_the_engine_has_a_bound_of_its_own() -> None:
    kinds = [kind for kind in KINDS if kind.expected is not Expected.SHORT]
    named = {f"{kind.name}_{what}" for kind in kinds for what in ("located", "called")}
    named |= {"short_anywhere", "short_source", "short_absent", "absent", "absent_cuts", "shuffled", "invented"}
    assert named == set(bounds("engine"))
