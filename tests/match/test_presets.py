"""The presets: every example of docs/presets.md, and who may forgive what."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from holdwater.match import lexicon
from holdwater.match.presets import OCR, PRESETS, SPOKEN, TRANSLATION, VERBATIM, Preset, judged, same_view
from holdwater.match.views import Stretch
from holdwater.match.words import Words

PAGE = Path(__file__).parents[2] / "docs" / "presets.md"
EXAMPLE = re.compile(r"(?P<own>.+?) (?P<sign>[=≠]) (?P<source>.+)")


def examples() -> list[tuple[str, str]]:
    blocks = re.findall(r"```(spoken|ocr)\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return [(preset, line) for preset, block in blocks for line in block.splitlines()]


def forgiven(own: str, source: str, preset: Preset) -> bool:
    mine, theirs = Words.of(own), Words.of(source)
    if preset.view:
        return same_view(Stretch.of(mine, 0, len(mine)), Stretch.of(theirs, 0, len(theirs)), preset)
    return judged(list(mine.keys), list(theirs.keys), preset)


@pytest.mark.parametrize(("preset", "line"), examples())
def test_every_example_of_the_page_is_true(preset: str, line: str) -> None:
    example = EXAMPLE.fullmatch(line)
    assert example
    assert forgiven(example["own"], example["source"], PRESETS[preset]) == (example["sign"] == "=")


@pytest.mark.parametrize(("preset", "line"), examples())
def test_every_example_holds_with_the_sides_exchanged(preset: str, line: str) -> None:
    example = EXAMPLE.fullmatch(line)
    assert example
    assert forgiven(example["source"], example["own"], PRESETS[preset]) == (example["sign"] == "=")


def test_the_page_shows_what_is_forgiven_and_what_is_not() -> None:
    for preset in ("spoken", "ocr"):
        signs = [EXAMPLE.fullmatch(line)["sign"] for name, line in examples() if name == preset]  # type: ignore[index]
        assert signs.count("=") >= 10
        assert signs.count("≠") >= 10


def test_verbatim_has_nothing_to_ask() -> None:
    assert Preset("verbatim") == VERBATIM
    assert not judged(["uh"], [], VERBATIM)


def test_a_translation_is_never_forgiven_anything() -> None:
    assert not judged(["nation"], ["nations"], TRANSLATION)
    assert not judged([], [], TRANSLATION)


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS.keys())
def test_no_preset_forgives_a_negation_that_is_lost(preset: Preset) -> None:
    for word in sorted(lexicon.NEGATIONS):
        assert not judged([], [word], preset, before=["it", "was"], behind=["there", "again"]), word


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS.keys())
def test_no_preset_forgives_a_negation_that_is_exchanged_for_a_common_word(preset: Preset) -> None:
    for word in ("not", "no", "never", "none", "nor"):
        for other in ("now", "net", "new", "ever", "one", "our", "or", "note", "so", "on"):
            assert not judged([other], [word], preset), (other, word)


@pytest.mark.parametrize("preset", [SPOKEN, OCR], ids=["spoken", "ocr"])
def test_no_preset_forgives_another_number(preset: Preset) -> None:
    for one in range(10, 100):
        other = str(one + 1)
        assert not judged([str(one)], [other], preset, before=["about"], behind=["men"])


def test_the_neighbours_say_whether_a_word_is_a_filler() -> None:
    assert judged([], ["like"], SPOKEN, before=["it", "was"], behind=["really", "late"])
    assert not judged([], ["like"], SPOKEN, before=["people"], behind=["him"])
    assert not judged([], ["like"], SPOKEN)


def test_a_word_said_twice_is_seen_from_the_one_before() -> None:
    assert judged([], ["the"], SPOKEN, before=["paid", "the"], behind=["price"])
    assert not judged([], ["the"], SPOKEN, before=["paid"], behind=["price"])


def test_two_spellings_that_the_source_has_both_are_two_words() -> None:
    own, source = ["counselling"], ["counseiling"]
    assert judged(own, source, OCR)
    assert judged(own, source, OCR, count={"counselling": 9, "counseiling": 1}.__getitem__)
    assert not judged(own, source, OCR, count={"counselling": 9, "counseiling": 4}.__getitem__)


def test_a_slip_that_comes_again_is_still_a_slip() -> None:
    counts = {"government": 400, "govemment": 7}
    assert judged(["government"], ["govemment"], OCR, count=counts.__getitem__)


def test_a_lone_l_is_a_speck_and_other_letters_are_labels() -> None:
    assert judged(["the", "plan"], ["the", "l", "plan"], OCR)
    assert not judged(["plan"], ["plan", "b"], OCR)


def test_a_long_difference_is_no_slip() -> None:
    assert not judged(["word"] * 41, ["word"] * 41, OCR)
    assert not judged([], ["uh"] * 41, SPOKEN)
