"""What is compared of a source and a reference, and that any CSL-JSON, however odd, can be compared."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from works_factory import reference, source, tied

from clock import within_seconds
from holdwater.document import Document
from holdwater.sources.described import csl_of, identifiers_of
from holdwater.sources.likeness import likeness
from holdwater.sources.model import Source, TieStatus
from holdwater.sources.titles import THRESHOLD
from holdwater.sources.words import Words
from holdwater.sources.works import ReferenceWork, SourceWork, Title, edition_of, people_of, year_of

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.sampled_from(
    "title author editor issued edition volume container-title publisher type custom DOI ISBN URL number page".split()
)
NAMES = st.fixed_dictionaries({}, optional={"family": JSON, "given": JSON, "literal": JSON})
CSL = st.dictionaries(FIELDS, JSON | st.lists(NAMES, max_size=2) | st.text(max_size=30), max_size=6)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(CSL, CSL, st.text(max_size=60))
def test_any_csl_can_be_compared(ours: dict[str, object], theirs: dict[str, object], raw: str) -> None:
    found = tied(reference(raw, **ours), Source("s", "s.html", theirs))
    assert found.status in TieStatus
    assert 0 <= found.score <= 1
    assert 0 <= found.nearest_score <= 1


@given(st.text(max_size=80), st.text(max_size=40), st.integers(1500, 2050))
def test_what_is_enough_for_a_tie_is_never_below_the_threshold(raw: str, title: str, year: int) -> None:
    how = likeness(ReferenceWork(reference(raw)), SourceWork(source("s", title or "x", "Doe, J.", year)))
    assert how.enough == (how.score >= THRESHOLD)
    assert how.reason


@pytest.mark.parametrize(
    ("issued", "year"),
    [
        ({"date-parts": [[2019, 5, 3]]}, 2019),
        ({"date-parts": [["2019"]]}, 2019),
        ({"raw": "3 May 2019"}, 2019),
        ({"literal": "c. 1890"}, 1890),
        ("2019-05-03", 2019),
        (2019, 2019),
        ({"date-parts": [[]]}, None),
        ({"date-parts": [None]}, None),
        ({"date-parts": "2019"}, None),
        ("n.d.", None),
        (None, None),
        (True, None),
        ([2019], None),
        ("12019", None),
    ],
)
def test_the_year_is_read_in_every_shape_that_csl_allows(issued: object, year: int | None) -> None:
    assert year_of({"issued": issued}) == year


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("2nd ed.", 2),
        ("Sewers (3rd rev. ed.). Acme", 3),
        ("second edition", 2),
        ("Fourth, revised edition", None),
        ("12th edn", 12),
        ("2. edition", 2),
        ("edited by Doe", None),
        ("1999 edition", None),
        ("ed. Doe", None),
    ],
)
def test_the_edition_is_read_out_of_words(text: str, edition: int | None) -> None:
    assert edition_of(text) == edition


@pytest.mark.parametrize(
    ("name", "words", "institution"),
    [
        ({"family": "Müller", "given": "J."}, ("muller",), False),
        ({"family": "van der Roe"}, ("der", "roe")[1:], False),
        ({"family": "García Márquez"}, ("garcia", "marquez"), False),
        ({"literal": "Jane Doe"}, ("doe",), False),
        ({"literal": "Doe, Jane Ann Mary"}, ("doe",), False),
        ({"literal": "Ministry of Public Water"}, ("ministry", "public", "water"), True),
    ],
)
def test_names_are_known_by_family_or_as_an_institution(
    name: dict[str, str], words: tuple[str, ...], institution: bool
) -> None:
    (person,) = people_of({"author": [name]}, "author")
    assert (person.words, person.institution) == (words, institution)


@pytest.mark.parametrize(
    "value", ["Doe", [None], [[]], [{"family": 3}], [{"family": ""}], [{"given": "J."}], {"family": "Doe"}]
)
def test_names_of_a_wrong_shape_are_nobody(value: object) -> None:
    assert people_of({"author": value}, "author") == ()


@pytest.mark.parametrize(
    ("title", "main"),
    [
        ("Weirs: a history", ("weirs",)),
        ("Weirs – a history", ("weirs",)),
        ("Weirs - a history", ("weirs",)),
        ("Whose water? A history", ("whose", "water")),
        ("Ultra-fine weirs", ("ultra", "fine", "weirs")),
        ("Ratio 3:1", ("ratio", "3", "1")),
    ],
)
def test_a_title_ends_where_its_subtitle_begins(title: str, main: tuple[str, ...]) -> None:
    assert Title(Words.of(title)).main == main


@pytest.mark.parametrize(
    ("title", "telling"), [("Introduction", 0), ("Annual report 2018, vol. 3", 0), ("Weirs and weirs", 1)]
)
def test_words_that_many_titles_share_tell_nothing(title: str, telling: int) -> None:
    assert Title(Words.of(title)).telling == telling


def test_what_a_text_says_of_itself_becomes_csl() -> None:
    head = {"Title": " Weirs  of Marden ", "author": "Jane Doe; Ministry of Public Water", "date": "2019-05-03",
            "site": "Marden Gazette", "url": "https://example.org/a", "doi": "bad"}  # fmt: skip
    document = Document("Words.", format="html", metadata=head)
    assert csl_of(document) == {
        "title": "Weirs of Marden",
        "container-title": "Marden Gazette",
        "author": [{"literal": "Jane Doe"}, {"literal": "Ministry of Public Water"}],
        "issued": {"date-parts": [[2019]]},
    }
    assert identifiers_of(document) == ("url:https://example.org/a",)


def test_a_text_that_says_nothing_of_itself_is_known_by_its_opening() -> None:
    document = Document("Some\n words." * 200)
    opening = "Some words." * 200
    assert csl_of(document) == {"custom": {"opening": opening[: len(" ".join(document.text[:600].split()))]}}


@pytest.mark.parametrize(
    ("raw", "months", "year", "wanted"),
    [
        ("“Water levels of the Marden”, Gazette, 3 May 2019.", 5, 2019, True),
        ("“Water levels of the Marden”, Gazette, 3 June 2019.", 5, 2019, True),
        ("“Water levels of the Marden”, Gazette, 1 January 2020.", 12, 2019, True),
        ("“Water levels of the Marden”, Gazette, 3 November 2019.", 5, 2019, False),
        ("“Water levels of the Marden”, Gazette, 3 May 2020.", 5, 2019, False),
    ],
)
def test_a_page_without_an_author_is_told_from_its_twins_by_the_month(
    raw: str, months: int, year: int, wanted: bool
) -> None:
    page = Source("p", "p.html", {"title": "Water levels of the Marden", "issued": {"date-parts": [[year, months]]}})
    assert (tied(raw, page).status is TieStatus.TIED) is wanted


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("World Water Council. Rules for weirs. 2019.", True),
        ("WWC, Rules for weirs, 2019.", True),
        ("“Rules for weirs,” World Water Council Papers, 2019", True),
        ("Smith, A. Rules for weirs. Acme, 2018.", False),
    ],
)
def test_an_institution_is_known_by_its_name_or_initials(raw: str, wanted: bool) -> None:
    rules = source("rules", "Rules for weirs", "World Water Council", 2019)
    found = tied(reference(raw, author=[{"family": "Smith"}] if "Smith" in raw else []), rules)
    assert (found.status is TieStatus.TIED) is wanted


def test_five_hundred_references_are_tied_to_two_thousand_sources_in_seconds() -> None:
    words = [
        f"{a}{b}"
        for a in "weir tap pipe sluice drain well lock dam gauge canal".split()
        for b in "ing ed er s ly age".split()
    ]
    titles = [f"On {words[n % 60]} and {words[n * 7 % 60]} {words[n * 11 % 60]} near Marden {n}" for n in range(2_000)]
    shelf = {f"s{n}": source(f"s{n}", title, f"Doe{n % 97}, J.", 1900 + n % 120) for n, title in enumerate(titles)}
    from holdwater.sources.tie import tie

    references = [
        reference(f"Doe{n % 97}, J. ({1900 + n % 120}). {titles[n]}. Acme Press.", reference_id=f"r{n}")
        for n in range(500)
    ]
    ties = within_seconds(4, lambda: tie(references, shelf))  # 0.6 s on an idle machine
    assert all(ties[f"r{n}"].source == f"s{n}" for n in range(500))
