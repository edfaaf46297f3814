"""Places in texts and in columns of tables."""

from __future__ import annotations

import pytest

from holdwater.tables.places import mentions, names, place_code, place_name, without_places
from holdwater.tables.regions import members
from holdwater.tables.regions import names as region_names


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Kenya's women", ["KEN"]),
        ("Kenyan women", ["KEN"]),
        ("in the U.S. and the UK", ["USA", "GBR"]),
        ("South Korea and North Korea", ["KOR", "PRK"]),
        ("Papua New Guinea, Guinea-Bissau and Guinea", ["PNG", "GNB", "GIN"]),
        ("Nigeria and Niger", ["NGA", "NER"]),
        ("the Democratic Republic of the Congo", ["COD"]),
        ("Côte d'Ivoire", ["CIV"]),
        ("worldwide", ["WLD"]),
    ],
)
def test_a_country_is_known_by_its_names_and_its_people(text: str, codes: list[str]) -> None:
    assert [mention.codes[0] for mention in mentions(text)] == codes


@pytest.mark.parametrize(
    "text",
    [
        "they polish the jersey and eat turkey",
        "Native Americans",
        "the Indian Ocean",
        "the World Bank",
        "in New Mexico",
        "the University of Chicago",
        "an anti-Nigerian-style remark".replace("Nigerian", "nigerian"),
    ],
)
def test_words_that_look_like_a_country_are_none(text: str) -> None:
    assert mentions(text) == ()


def test_a_region_has_its_members() -> None:
    [arab, west] = mentions("No other Arab country, and none in West Africa")
    assert arab.region
    assert "YEM" in arab.codes
    assert "KEN" not in arab.codes
    assert west.name == "West Africa"
    assert {"GHA", "NGA"} <= set(west.codes)


def test_names_of_one_s_own_places_are_found_too() -> None:
    [own] = mentions("In Oberland the rate fell", ["Oberland"])
    assert own.codes == ("Oberland",)


@pytest.mark.parametrize("name", ["KEN", "ke", "Kenya", " kenya ", "KENYA"])
def test_a_cell_gives_a_country_by_name_or_code(name: str) -> None:
    assert place_code(name) == "KEN"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Cote d'Ivoire", "CIV"),
        ("Congo, Dem. Rep.", "COD"),
        ("the Gambia", "GMB"),
        ("Viet Nam", "VNM"),
        ("Oberland", ""),
    ],
)
def test_a_cell_s_other_spellings_are_known(name: str, code: str) -> None:
    assert place_code(name) == code


def test_members_of_regions_are_countries_and_every_region_has_a_name() -> None:
    assert set().union(*members().values()) <= set(names())
    assert set(members()) == set(region_names())


def test_a_place_that_is_no_country_is_called_by_its_own_name() -> None:
    assert place_name("KEN") == "Kenya"
    assert place_name("Oberland") == "Oberland"


def test_places_are_blanked_out_and_nothing_moves() -> None:
    text = "In Kenya life expectancy rose"
    assert without_places(text) == "In       life expectancy rose"
