"""Alignment of what a preset reads, said in the words that stand there."""

from __future__ import annotations

import pytest

from holdwater.match.align import align
from holdwater.match.presets import OCR, SPOKEN, VERBATIM, Preset
from holdwater.match.quoted import Quoted
from holdwater.match.reading import align_read, is_manner
from holdwater.match.words import Words


def laid(quotation: str, source: str) -> tuple[float, list[tuple[str, str]]]:
    segment = Quoted.of(quotation).segments[0]
    words = Words.of(source)
    found = align_read(segment, words, 0, len(words), preset=SPOKEN, text=quotation)
    pairs = [
        (" ".join(one.key for one in segment[step.first : step.last]), " ".join(words.keys[step.start : step.end]))
        for step in found.steps
    ]
    return found.cost, pairs


def test_what_reads_alike_costs_nothing_and_is_laid_word_on_word() -> None:
    cost, pairs = laid("We do not pay 25 % of it.", "So uh we- we don't pay, um, twenty-five percent of it now.")
    assert cost == 0.0
    assert pairs == [
        ("we", "we"),
        ("do not", "don't"),
        ("pay", "pay"),
        ("", "um"),
        ("25", "twenty five"),
        ("%", "percent"),
        ("of", "of"),
        ("it", "it"),
    ]


def test_what_the_quotation_has_beside_the_words_is_a_step_of_its_own() -> None:
    cost, pairs = laid("We, um, paid for the the bridge", "we paid for the bridge")
    assert cost == 0.0
    assert ("um", "") in pairs
    assert [own for own, _ in pairs] == ["we", "um", "paid", "for", "the", "the", "bridge"]


def test_a_lost_negation_costs_and_is_laid_against_its_own_word() -> None:
    cost, pairs = laid("we do pay the men", "we don't pay the men")
    assert cost > 0.5
    assert ("do", "don't") in pairs


def test_brackets_stand_for_words_as_ever() -> None:
    cost, pairs = laid("we [the board] don't pay", "we they do not pay")
    assert cost < 0.5
    assert ("don't", "do not") in pairs


def test_every_word_of_the_quotation_is_in_one_step() -> None:
    quotation = "uh we don't [ever] pay twenty-five, you know, of the the bill uh"
    segment = Quoted.of(quotation).segments[0]
    words = Words.of("and we do not pay 25 of the bill at all")
    found = align_read(segment, words, 2, len(words), preset=SPOKEN, text=quotation)
    assert [index for step in found.steps for index in range(step.first, step.last)] == list(range(len(segment)))
    assert found.start == found.steps[0].start
    assert found.end == found.steps[-1].end


def test_what_costs_too_much_is_one_difference() -> None:
    segment = Quoted.of("the orchard burnt down before noon").segments[0]
    words = Words.of("we don't pay the men")
    found = align_read(segment, words, 0, len(words), most=1.0, preset=SPOKEN)
    assert found.cost > 1.0
    assert len(found.steps) == 1


@pytest.mark.parametrize("preset", [VERBATIM, OCR], ids=["verbatim", "ocr"])
def test_a_preset_that_reads_word_by_word_aligns_as_ever(preset: object) -> None:
    segment = Quoted.of("the government of the town").segments[0]
    words = Words.of("then the govemment of the town fell")
    assert isinstance(preset, type(OCR))
    assert align_read(segment, words, 0, len(words), preset=preset) == align(
        segment, words, 0, len(words), preset=preset
    )


def test_a_scanned_word_costs_less_than_another_word_and_more_than_its_own() -> None:
    segment = Quoted.of("the government of the town").segments[0]
    costs = []
    for source in ("the government of the town", "the govemment of the town", "the orchard of the town"):
        words = Words.of(source)
        costs.append(align_read(segment, words, 0, len(words), preset=OCR).cost)
    assert costs == sorted(costs)
    assert len(set(costs)) == 3


def differences(quotation: str, source: str, preset: Preset) -> list[tuple[str, bool]]:
    """What differs, as it stands in the source or else in the quotation, and whether it is forgiven."""
    segment = Quoted.of(quotation).segments[0]
    words = Words.of(source)
    steps = align_read(segment, words, 0, len(words), preset=preset, text=quotation).steps
    found = []
    for step in steps:
        own, theirs = [one.key for one in segment[step.first : step.last]], list(words.keys[step.start : step.end])
        if own != theirs:
            place = (step.first, step.last, words, step.start, step.end)
            found.append((" ".join(theirs or own), is_manner(quotation, segment, *place, preset)))
    return found


def test_what_a_transcript_has_beside_the_words_is_forgiven() -> None:
    source = "Well, we, you know, we w- we did [laughter] not, uh, pay twenty-five percent."
    found = differences("We did not pay 25 %", source, SPOKEN)
    assert found
    assert all(forgiven for _, forgiven in found)


@pytest.mark.parametrize(
    ("quotation", "source", "lost"),
    [
        ("we did pay the men", "we did uh not pay the men", "not"),
        ("we do pay the men", "we don't pay the men", "don't"),
        ("people him as a judge", "people like him as a judge", "like"),
        ("we paid 26 men that day", "we paid twenty-five men that day", "twenty five"),
        ("the men of Sundvik paid", "the men of Nordvik paid", "nordvik"),
        ("we won today at last", "we won (again) today at last", "again"),
    ],
)
def test_what_says_something_else_is_not(quotation: str, source: str, lost: str) -> None:
    assert (lost, False) in differences(quotation, source, SPOKEN)


def test_a_scanned_word_is_forgiven_and_a_real_other_word_is_not() -> None:
    source = "the govemment of the county sold the land in l984"
    assert differences("the government of the county sold the land in 1984", source, OCR) == [
        ("govemment", True),
        ("l984", True),
    ]
    assert differences("the government of the country sold the land in 1984", source, OCR)[1] == ("county", False)
    assert not all(ok for _, ok in differences("the government of the county sold the land in 1934", source, OCR))


def test_two_spellings_that_the_source_uses_are_two_words() -> None:
    rare = "the hammer of the smith. and then the harnmer broke."
    often = "the hammer of the smith. " * 4 + "and then the harnmer broke. " * 4
    assert differences("then the hammer broke", rare, OCR) == [("harnmer", True)]
    assert differences("then the hammer broke", often, OCR) == [("harnmer", False)]


def test_verbatim_forgives_nothing() -> None:
    assert not any(forgiven for _, forgiven in differences("we did not pay", "we did uh not pay", VERBATIM))
