"""Stems, concepts, sex, age and units: what words say before any series is looked at."""

from __future__ import annotations

import pytest

from holdwater.tables.concepts import concepts_in, phrases
from holdwater.tables.kinship import RELATED, RIVALS
from holdwater.tables.model import Dimension, Measure
from holdwater.tables.terms import content, fold, stem, stems
from holdwater.tables.traits import ages_in, measure_in, measure_of, ratio_of_units, sex_in


def test_folding_takes_accents_and_groups_of_digits_away_and_names_marks() -> None:
    assert fold("Côte d’Ivoire: 100,000 at 5% — CO₂") == "cote d'ivoire: 100000 at 5 percent  — co2"


@pytest.mark.parametrize(
    ("forms", "shared"),
    [
        (("death", "deaths", "died", "dying"), "death"),
        (("vaccinated", "vaccinate"), "vaccinat"),
        (("country", "countries"), "country"),
        (("tax", "taxes"), "tax"),
        (("smoking", "smoked"), "smok"),
        (("gas", "gases"), "gas"),
    ],
)
def test_forms_of_a_word_share_a_stem(forms: tuple[str, ...], shared: str) -> None:
    assert {stem(form) for form in forms} == {shared}


def test_a_short_word_keeps_its_letters() -> None:
    assert [stem(word) for word in ("gdp", "bus", "is", "red", "1990s")] == ["gdp", "bus", "is", "red", "1990s"]


def test_words_of_grammar_numbers_and_sexes_say_nothing_of_what_is_measured() -> None:
    assert content(stems("The number of women aged 15 who were vaccinated rose by 3 percent")) == ["aged", "vaccinat"]


@pytest.mark.parametrize(
    ("words", "concept"),
    [
        ("60 of 1,000 children died before their fifth birthday", "child mortality"),
        ("the under-five mortality rate", "child mortality"),
        ("women who died in childbirth", "maternal mortality"),
        ("only one adult in ten could read and write", "literacy"),
        ("each woman had 6.8 children on average", "fertility"),
        ("income per head", "gdp per person"),
        ("homes with electricity", "electricity access"),
        ("spent on its military", "military spending"),
        ("out-of-pocket payments", "out of pocket"),
        ("they lived on less than $1.90 a day", "poverty 1.90"),
    ],
)
def test_a_concept_is_known_by_the_words_people_use(words: str, concept: str) -> None:
    assert concept in concepts_in(stems(words))


def test_a_phrase_within_a_longer_one_is_not_a_concept_of_its_own() -> None:
    assert set(concepts_in(stems("the urban population"))) == {"urban population"}


def test_words_of_a_phrase_too_far_apart_name_nothing() -> None:
    assert "child mortality" not in concepts_in(
        stems("A child of the town wrote a very long book about the old tables of mortality")
    )


def test_women_and_children_are_not_children_per_woman() -> None:
    assert "fertility" not in concepts_in(stems("women and children were saved first"))


def test_rivals_and_related_concepts_are_concepts() -> None:
    known = {phrase.concept for phrase in phrases()}
    assert set().union(*RIVALS) <= known
    assert {*RELATED, *(name for names in RELATED.values() for name in names)} <= known


def test_a_hint_is_enough_to_look_for_a_series_and_no_plain_name() -> None:
    words = stems("the poor of the town")
    assert "poverty" in concepts_in(words)
    assert "poverty" not in concepts_in(words, hints=False)


def test_every_phrase_has_words() -> None:
    assert all(phrase.words for phrase in phrases())


@pytest.mark.parametrize(
    ("words", "sex"),
    [
        ("literacy among women", "female"),
        ("girls out of school", "female"),
        ("Norwegian men", "male"),
        ("boys and girls", ""),
        ("children per woman", ""),
        ("women had 6.9 children", ""),
        ("women died in childbirth", ""),
        ("the literacy rate", ""),
    ],
)
def test_a_sex_is_named_or_not(words: str, sex: str) -> None:
    assert sex_in(words) == sex


@pytest.mark.parametrize(
    ("words", "ages"),
    [
        ("adult literacy", (15, -1)),
        ("young people", (15, 24)),
        ("people aged 15-24", (15, 24)),
        ("ages 15 to 49", (15, 49)),
        ("aged 65 and over", (65, -1)),
        ("children under five", (0, 5)),
        ("between 1990 and 2010", ()),
        ("10-15 km", ()),
        ("everybody", ()),
    ],
)
def test_an_age_group_is_named_or_not(words: str, ages: tuple[int, ...]) -> None:
    assert ages_in(words) == ages


@pytest.mark.parametrize(
    ("unit", "dimension", "per"),
    [
        ("%", Dimension.PERCENT, 100),
        ("% of GDP", Dimension.PERCENT, 100),
        ("per 1,000 live births", Dimension.RATE, 1000),
        ("per million people", Dimension.RATE, 1_000_000),
        ("children per woman", Dimension.RATE, 0),
        ("constant US$", Dimension.MONEY, 0),
        ("years", Dimension.TIME, 0),
        ("people", Dimension.COUNT, 0),
        ("index 0-100", Dimension.INDEX, 0),
        ("t CO2 per person", Dimension.PHYSICAL, 0),
        ("", Dimension.NUMBER, 0),
    ],
)
def test_a_series_unit_is_read(unit: str, dimension: Dimension, per: float) -> None:
    assert (measure_of(unit).dimension, measure_of(unit).per) == (dimension, per)


def test_a_share_and_a_rate_are_one_thing_in_other_words() -> None:
    percent, rate = Measure(Dimension.PERCENT, 100.0), measure_of("per 1,000 live births")
    assert ratio_of_units(percent, rate) == 0.1
    assert ratio_of_units(rate, percent) == 10.0


def test_physical_units_are_converted() -> None:
    assert ratio_of_units(measure_of("kWh"), measure_of("toe")) == pytest.approx(11630)
    assert ratio_of_units(measure_of("kWh"), measure_of("km2")) == 0.0


def test_a_counted_noun_is_no_rate_per_thousand() -> None:
    children = Measure(Dimension.COUNT, of="child")
    assert ratio_of_units(children, measure_of("children per woman")) == 1.0
    assert ratio_of_units(children, measure_of("per 1,000 live births")) == 0.0


@pytest.mark.parametrize(
    ("words", "dimension", "per"),
    [
        ("38 of every 10,000 women", Dimension.RATE, 10_000),
        ("12 percent of adults", Dimension.PERCENT, 100),
        ("half of all adults", Dimension.PERCENT, 100),
        ("fell by 40%", Dimension.ANY, 0),
        ("$19,000 a head", Dimension.MONEY, 0),
        ("less than $1.90 a day", Dimension.ANY, 0),
        ("4.5 million refugees", Dimension.COUNT, 0),
        ("how many people live there", Dimension.COUNT, 0),
        ("in 2010 refugees came", Dimension.ANY, 0),
    ],
)
def test_a_sentence_tells_its_unit_where_it_can(words: str, dimension: Dimension, per: float) -> None:
    assert (measure_in(words).dimension, measure_in(words).per) == (dimension, per)
