"""Bibliographic descriptions in the styles that people write, taken apart."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clock import within_seconds
from holdwater.extract.csl import parse_reference
from holdwater.extract.people import authors_in, families, people_in
from holdwater.extract.reference.dates import date_parts
from holdwater.extract.reference.fields import tidy
from holdwater.extract.reference.labels import LABELS
from holdwater.extract.reference.name_lists import name_list
from holdwater.extract.reference.quoted import quoted_in
from holdwater.extract.reference.segments import segments_of
from holdwater.extract.reference.tagger import labels_of
from holdwater.extract.reference.tokens import MOST, tokens_of
from holdwater.extract.reference.words import look_at

STYLES = [
    # (the string, families, title, container, year)
    ("Doe, J., & Roe, R. (2011). Rivers of steel. Water History, 4(2), 11–38.",
     ("doe", "roe"), "Rivers of steel", "Water History", 2011),
    ("Smith, Zadie. “The Bridge.” The Wend Yorker, vol. 93, no. 4, 2017, pp. 40-45.",
     ("smith",), "The Bridge", "The Wend Yorker", 2017),
    ("Roe J, Poe M, Doe A, et al. Lead in the water of Wend. Lancet 2015;385(9963):117-71.",
     ("roe", "poe", "doe"), "Lead in the water of Wend", "Lancet", 2015),
    ("[7] J. Doe and R. Roe, “Slow pumps,” in Proc. 3rd Int. Conf. Pumps, Lisbon, 2004, pp. 1–9.",
     ("doe", "roe"), "Slow pumps", "Proc. 3rd Int. Conf. Pumps", 2004),
    ("Hans Weber, „Das Wasser der Stadt“, in: Karl Fischer (Hg.), Stadt und Fluss, Berlin: Acme 2004, S. 12–34.",
     ("weber",), "Das Wasser der Stadt", "Stadt und Fluss", 2004),
    ("Marie Dubois, « La ville et l’eau », Revue de la ville, vol. 3, n° 2, 1998, p. 12-30.",
     ("dubois",), "La ville et l’eau", "Revue de la ville", 1998),
    ("Dubois, Marie, L’eau et la ville, Paris, Seuil, 1998, p. 45.",
     ("dubois",), "L’eau et la ville", None, 1998),
    ("García Márquez, Gabriel, El agua, Madrid, Alianza, 1985.",
     ("garcía márquez",), "El agua", None, 1985),
    ("World Health Organization. Water safety plans. Geneva: WHO; 2009.",
     ("world health organization",), "Water safety plans", None, 2009),
    ("Karl Marx, Capital, vol. 1, trans. Ben Fowkes (London: Penguin, 1976), p. 163.",
     ("marx",), "Capital", None, 1976),
    ("OECD (2018), Water Outlook 2018, OECD Publishing, Paris.",
     ("oecd",), "Water Outlook 2018", None, 2018),
    ("“Water at Last,” Wend Times, May 4, 2019, A12.",
     (), "Water at Last", "Wend Times", 2019),
    ("R. Roe. The tap. PhD thesis, University of Wend, 1999.",
     ("roe",), "The tap", None, 1999),
    ("Jane Doe, The Long Main.",
     ("doe",), "The Long Main", None, None),
    ("Doe, Water Works, 14.",
     ("doe",), "Water Works", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "people", "title", "container", "year"), STYLES)
def test_every_common_style_gives_author_title_container_and_year(
    raw: str, people: tuple[str, ...], title: str, container: str | None, year: int | None
) -> None:
    csl = parse_reference(raw)
    assert families(csl.get("author")) == people
    assert csl["title"] == title
    assert csl.get("container-title") == container
    assert csl.get("issued") == ({"date-parts": [[year]]} if year else None)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("Doe, J. (2011). Rivers of steel. Water History, 4(2), 11–38.", "article-journal"),
        ("R. Roe. The tap. PhD thesis, University of Wend, 1999.", "thesis"),
        ("J. Doe, “Slow pumps,” in Proc. 3rd Int. Conf. Pumps, Lisbon, 2004, pp. 1–9.", "paper-conference"),
        ("“Water at Last,” Wend Times, May 4, 2019, A12.", "article-newspaper"),
        ("Jane Doe, The Water Works (London: Acme, 1999), p. 12.", "book"),
        ("Doe v. Roe, 410 U.S. 113 (1973).", "legal_case"),
        ("Water Industry Act 1989, s 6.", "legislation"),
        ("Jane Doe, “Water at last”, https://example.org/water (accessed 5 June 2020).", "webpage"),
    ],
)
def test_the_sort_of_work_is_told(raw: str, kind: str) -> None:
    assert parse_reference(raw)["type"] == kind


def test_all_details_of_a_chapter_are_taken_over() -> None:
    csl = parse_reference(
        "Hans Weber, „Das Wasser“, in: Karl Fischer (Hg.), Stadt und Fluss, Berlin: Acme 2004, S. 12–34."
    )
    assert csl["editor"] == [{"family": "Fischer", "given": "Karl"}]
    assert (csl["publisher"], csl["publisher-place"], csl["page"]) == ("Acme", "Berlin", "12-34")


def test_volume_and_issue_are_told_apart() -> None:
    for written in ("20, no. 4", "vol. 20, no. 4,", "20(4)"):
        csl = parse_reference(f"Jane Doe, “Heroes with Spanners,” The Wend Review {written} (1998): 3–6.")
        assert (csl["volume"], csl["issue"]) == ("20", "4"), written


def test_a_translator_is_no_author() -> None:
    csl = parse_reference("Karl Marx, Capital, vol. 1, trans. Ben Fowkes (London: Penguin, 1976), p. 163.")
    assert csl["translator"] == [{"family": "Fowkes", "given": "Ben"}]
    assert csl["volume"] == "1"


def test_the_people_of_an_edited_book_are_its_editors() -> None:
    for role in ("(eds.)", "(eds)"):
        csl = parse_reference(f"Doe, J. and Roe, R. {role} (2011) Rivers and their people. London: Routledge.")
        assert families(csl["editor"]) == ("doe", "roe")
        assert "author" not in csl


def test_the_day_a_page_was_seen_is_kept_apart() -> None:
    csl = parse_reference("Jane Doe, “Water at last”, 4 May 2019, https://example.org/1 (accessed 5 June 2020).")
    assert csl["accessed"] == {"date-parts": [[2020, 6, 5]]}
    assert csl["issued"] == {"date-parts": [[2019]]}


def test_words_broken_at_the_end_of_a_line_are_put_together() -> None:
    csl = parse_reference("Doe, J. (2019). On the water-\nworks of Wend. Jour-\nnal of Water, 3(2), 1–10.")
    assert csl["title"] == "On the waterworks of Wend"
    assert csl["container-title"] == "Journal of Water"
    assert parse_reference("Doe, J. (2019). Pre- and postwar dams. Acme.")["title"] == "Pre- and postwar dams"


def test_accents_may_come_as_characters_of_their_own() -> None:
    whole = "Dubois, Hélène, L’eau et la ville, Paris, Seuil, 1998."
    assert parse_reference(unicodedata.normalize("NFD", whole)) == parse_reference(whole)


def test_of_a_work_quoted_in_another_the_other_is_in_hand() -> None:
    csl = parse_reference("John Roe, “On Pumps”, quoted in Jane Doe, The Water Works (London: Acme, 1999), p. 12.")
    assert (csl["title"], families(csl["author"]), csl["locator"]) == ("The Water Works", ("doe",), "12")
    quotes = csl["custom"]["quotes"]  # type: ignore[index]
    assert (quotes["title"], families(quotes["author"])) == ("On Pumps", ("roe",))


@pytest.mark.parametrize(
    "words", ["quoted in", "cited in", "as quoted in", "zitiert nach", "zit. nach", "cité dans", "citado en", "qtd. in"]
)
def test_another_work_is_named_in_many_words(words: str) -> None:
    text = f"Roe, Letters, {words} Doe, The Water Works."
    found = quoted_in(text)
    assert found is not None
    assert text[found[1] :] == "Doe, The Water Works."


def test_a_semicolon_before_quoted_in_parts_no_citation() -> None:
    csl = parse_reference("John Roe, “On Pumps”; quoted in Jane Doe, The Water Works (London: Acme, 1999), p. 12.")
    assert (csl["title"], csl["locator"]) == ("The Water Works", "12")
    assert csl["custom"]["quotes"]["title"] == "On Pumps"  # type: ignore[index]


def test_being_cited_is_not_being_cited_in() -> None:
    assert quoted_in("Jane Doe, The Most Cited Inventors (London: Acme, 1999).") is None
    assert quoted_in("It was cited inside the works.") is None


def test_italics_say_where_a_title_ends() -> None:
    raw = "Jane Doe, Water and Works London 1999"
    assert parse_reference(raw, "Water and Works London")["title"] == "Water and Works London"
    assert parse_reference(raw, "Water and Works")["title"] == "Water and Works"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doe J, Roe RM, van der Poe K", ["Doe", "Roe", "van der Poe"]),
        ("J. Doe, R. M. Roe, and K. Poe", ["Doe", "Roe", "Poe"]),
        ("Doe, J., R. M. Roe, and K. Poe.", ["Doe", "Roe", "Poe"]),
        ("DOE Jane, ROE Richard", ["DOE", "ROE"]),
        ("Jane DOE", ["DOE"]),
        ("Doe, Jane; Roe, Richard", ["Doe", "Roe"]),
        ("Doe, Jane and Roe, Richard", ["Doe", "Roe"]),
        ("Doe, Roe, and Poe", ["Doe", "Roe", "Poe"]),
        ("Doe Jr., C. F., Millrace, R. E.", ["Doe", "Millrace"]),
        ("W. E. Sluice, Jr., P. T. Doe, and K. M. Weir", ["Sluice", "Doe", "Weir"]),
        ("Vander Weel, T.; Poole, A.; and Brook, R.", ["Vander Weel", "Poole", "Brook"]),
        ("García Márquez, Gabriel", ["García Márquez"]),
        ("Department of Water and Rivers", []),
        ("the water of the river", []),
    ],
)
def test_lists_of_people_are_taken_apart(text: str, expected: list[str]) -> None:
    assert [person["family"] for person in people_in(text)] == expected


def test_an_initial_keeps_its_full_stop() -> None:
    assert people_in("Doe, J.") == [{"family": "Doe", "given": "J."}]


def test_a_body_is_one_literal_name() -> None:
    assert authors_in("Department of Water and Rivers.") == [{"literal": "Department of Water and Rivers"}]
    assert authors_in("———.") == []
    assert families([{"literal": "Water Board"}, {"family": "Doe"}, "Roe"]) == ("water board", "doe")


@pytest.mark.parametrize(
    ("text", "ends_before"),
    [
        ("Doe, J. R., Roe, K. Water of the World", "Water"),
        ("J. R. Doe, K. Roe, Water of the World", "Water"),
        ("Doe J, Roe KP. Water of the world", "Water"),
        ("Doe, Jane, and Richard Roe. Water", "Water"),
        ("Jane Doe, Ai Li, and Karl Roe, Water", "Water"),
        ("Poolman, B. C. Jr. and Brook, R. T. Rooms", "Rooms"),
        ("Jane Doe, Peasant Water, Civil War", "Peasant"),
    ],
)
def test_a_list_of_people_ends_where_its_names_are_set_otherwise(text: str, ends_before: str) -> None:
    words = [look_at(token.text) for token in tokens_of(text)]
    assert words[name_list(words, 0).end].plain == ends_before


def test_no_people_are_no_list() -> None:
    words = [look_at(word) for word in "the water of the river".split()]
    assert (name_list(words, 0).end, name_list([], 0).people) == (0, 0)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("5 June 2020", [2020, 6, 5]),
        ("June 5, 2020", [2020, 6, 5]),
        ("2020-06-05", [2020, 6, 5]),
        ("1er août 1998", [1998, 8, 1]),
        ("3. März 1881", [1881, 3, 3]),
        ("May 2019", [2019, 5]),
        ("2019", [2019]),
        ("undated", []),
    ],
)
def test_a_day_is_read_in_several_languages(text: str, parts: list[int]) -> None:
    assert date_parts(text) == parts


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("“The Tap,”", "The Tap"),
        ("« L’eau »,", "L’eau"),
        ("(London:", "London"),
        ("The tap (a history).", "The tap (a history)"),
        ("‘Heroes’ and “Pumps”.", "‘Heroes’ and “Pumps”"),
    ],
)
def test_a_field_loses_its_outer_punctuation_only(written: str, plain: str) -> None:
    assert tidy(written) == plain


def test_tokens_are_parted_where_no_blank_is() -> None:
    text = "Doe,J. 2013;122(2):181-193 Paris:Seuil,1999 https://example.org/a,b:c"
    tokens = tokens_of(text)
    assert [token.text for token in tokens] == [
        "Doe,", "J.", "2013;", "122(2):", "181-193", "Paris:", "Seuil,", "1999", "https://example.org/a,b:c",
    ]  # fmt: skip
    assert all(text[token.start : token.end] == token.text for token in tokens)


def test_a_description_is_read_up_to_a_bound() -> None:
    assert len(tokens_of("a b, " * 10_000)) == MOST


def test_every_token_has_one_label() -> None:
    texts = "Doe, J. (2019). On the dam. Water, 3(2), 1–10.".split()
    numbers = labels_of(texts)
    assert len(numbers) == len(texts)
    assert LABELS[numbers[0]] == "author"
    assert labels_of([]) == []


def test_segments_leave_out_blanks_between_them_alone() -> None:
    text = "Doe, J. (2019). On the dam. Water, 3(2), 1–10."
    assert " ".join(segment.text for segment in segments_of(text)) == text


@pytest.mark.parametrize(
    "piece",
    ["Doe, J., ", "Jane Doe and ", "“", "(", "a-\n", "quoted in Doe ", "1(2):", "Aa Bb v. ", "et al. ", "http://a.b/",
     "(eds.) ", "in ", ", ", "Water Act ", "10.1000/", "A", "§ ", "de la "],
)  # fmt: skip
def test_a_long_run_of_one_thing_is_read_at_once(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    within_seconds(1, lambda: (parse_reference(text), people_in(text)))


@settings(deadline=None)
@given(st.lists(st.sampled_from([
    "Doe, ", "J. ", "(2019). ", "“On Pumps” ", "in ", "(eds.) ", "Water ", "London: ", "Acme, ", "pp. 1–2 ",
    "quoted in ",
    "https://a.b/c ", "« ", "12(3):", "et al. ", "Jr. ", "\u0301", "舒仁輝，", "\n",
])))  # fmt: skip
def test_whatever_is_written_fields_are_of_their_kinds(pieces: list[str]) -> None:
    csl = parse_reference("".join(pieces), emphasised="On Pumps")
    for field in ("title", "container-title", "publisher", "volume", "page"):
        assert isinstance(csl.get(field, "x"), str)
        assert csl.get(field, "x")
    for person in csl.get("author", []):  # type: ignore[attr-defined]
        assert person.get("family") or person.get("literal")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            "John Roe, Courts and Ferries, 45 Stan. L. Rev. 1187, 1190 (1993).",
            {"title": "Courts and Ferries", "container-title": "Stan. L. Rev.", "volume": "45", "page": "1187"},
        ),
        (
            "See Mary Doe & Richard Roe, “Of Water and Law,” 12 J. Legal Hist. 44 (Spring 1999)",
            {"title": "Of Water and Law", "container-title": "J. Legal Hist.", "volume": "12", "page": "44"},
        ),
        ("Doe v. Roe, 410 U.S. 113 (1973)", {"type": "legal_case", "volume": "410", "page": "113"}),
    ],
)
def test_an_article_cited_as_lawyers_do_has_its_volume_before_the_journal(
    raw: str, expected: dict[str, object]
) -> None:
    found = parse_reference(raw)
    assert {field: found.get(field) for field in expected} == expected


def test_the_page_that_a_lawyer_means_is_the_locator() -> None:
    found = parse_reference("John Roe, Courts and Ferries, 45 Stan. L. Rev. 1187, 1190 (1993).")
    assert found["locator"] == "1190"
    assert found["author"] == [{"family": "Roe", "given": "John"}]


def test_a_work_in_press_keeps_its_title() -> None:
    found = parse_reference("Doe, M. (2014, in press). Bridges of the north. Journal of Rivers.")
    assert found["title"] == "Bridges of the north"


@pytest.mark.parametrize(
    ("raw", "year", "volume", "page"),
    [
        ("Roe M. Salts in infants. NEJM 2004;350:1507-14.", 2004, "350", "1507-14"),
        ("Roe S, Doe I. Fever by letter – a trial. Int J Fever 2016;20:1471–1478.", 2016, "20", "1471-1478"),
        ("Doe M. Stents. Heart. 2015 Apr 3;101(4):e144.", 2015, "101", "e144"),
    ],
)
def test_an_article_cited_as_physicians_do_has_its_year_before_the_volume(
    raw: str, year: int, volume: str, page: str
) -> None:
    found = parse_reference(raw)
    assert (found["issued"], found["volume"], found["page"]) == ({"date-parts": [[year]]}, volume, page)
