"""The tables by which formats are turned into one another say only what CSL knows, and one thing each."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdwater.read import bibtex_fields
from holdwater.read.csl_schema import DATES, NAMES, TYPES, VARIABLES, WORDS
from holdwater.sources.exchange import ris_tags, zotero_items
from holdwater.sources.exchange.bibtex import bibtex_of
from holdwater.sources.exchange.dates import Date, csl_date, date_of, date_of_ris, edtf_of, ris_of
from holdwater.sources.exchange.names import Name, name_of_ris, names_of, ris_name
from holdwater.sources.exchange.tex import marked_up, tex_of
from holdwater.sources.exchange.zotero_items import csl_of_item, with_extra


@pytest.mark.parametrize("table", [bibtex_fields.TYPES, ris_tags.TYPES, zotero_items.TYPES])
def test_every_type_is_one_of_csls(table: dict[str, str]) -> None:
    assert set(table.values()) <= TYPES


def test_every_variable_is_one_of_csls() -> None:
    assert len(set(VARIABLES)) == len(VARIABLES)
    assert set(bibtex_fields.FIELDS.values()) <= set(WORDS)
    assert set(ris_tags.TAGS.values()) - {"id"} <= set(WORDS)
    assert set(zotero_items.FIELDS) <= set(WORDS)
    for roles in (bibtex_fields.PEOPLE.values(), ris_tags.PEOPLE.values(), zotero_items.CREATORS.values()):
        assert set(roles) <= set(NAMES)
    for days in (bibtex_fields.DATES.values(), ris_tags.DATES.values(), zotero_items.DATES):
        assert set(days) <= set(DATES)


def test_the_first_choice_of_a_type_leads_back_to_it_where_ris_has_it() -> None:
    for csl, tag in ris_tags.FIRST_CHOICE.items():
        assert tag in ris_tags.TYPES
        assert ris_tags.TYPES[tag] == csl or csl not in ris_tags.TYPES.values()


def test_no_field_of_zotero_is_asked_for_two_variables() -> None:
    fields = [field for names in zotero_items.FIELDS.values() for field in names.split()]
    assert sorted(set(fields)) == sorted(fields)


@pytest.mark.parametrize("csl_type", sorted(TYPES))
def test_every_type_has_an_entry_of_bibtex(csl_type: str) -> None:
    assert bibtex_of([{"id": "a", "type": csl_type}]).startswith("@")


# Words


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("10% of R&D_costs #1 for $5", r"10\% of R\&D\_costs \#1 for \$5"),
        ("a~b^c\\d", r"a\textasciitilde{}b\textasciicircum{}c\textbackslash{}d"),
        ("{a} < b > c", r"\textbraceleft{}a\textbraceright{} \textless{} b \textgreater{} c"),
        ("a–b—c -- d", "a--b---c -{}- d"),
        ("–-", "--{}-"),
        ("''so''", "'{}'so'{}'"),
        ("  two \n lines ", "two lines"),
        ("Übermørden “straße”", "Übermørden “straße”"),
    ],
)
def test_signs_that_mean_something_to_latex_are_escaped(text: str, latex: str) -> None:
    assert tex_of(text) == latex


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("<i>Homo</i> <b>x</b>", r"\textit{Homo} \textbf{x}"),
        ("H<sub>2</sub>O<sup>+</sup>", r"H\textsubscript{2}O\textsuperscript{+}"),
        ('<span style="font-variant:small-caps;">ad</span>', r"\textsc{ad}"),
        ('<span class="nocase">de Marden</span>', "{de Marden}"),
        ("<i>a <b>c</b></i>", r"\textit{a \textbf{c}}"),
        ("a <i> b", r"a \textless{}i\textgreater{} b"),
        ("<i>a<b>c</i></b>", r"\textless{}i\textgreater{}a\textless{}b\textgreater{}c"
         r"\textless{}/i\textgreater{}\textless{}/b\textgreater{}"),
        ("<script>x</script>", r"\textless{}script\textgreater{}x\textless{}/script\textgreater{}"),
    ],
)  # fmt: skip
def test_tags_become_commands_where_they_close_one_another(text: str, latex: str) -> None:
    assert marked_up(text) == latex


@pytest.mark.parametrize(
    ("title", "latex"),
    [
        ("The weirs of Marden", "The weirs of {Marden}"),
        ("MARDEN runs dry", "{MARDEN} runs dry"),
        ("A McDoe in pH-neutral water", "A {McDoe} in {pH-neutral} water"),
        ("<i>Salmo trutta</i> in Oberau", r"\textit{{Salmo} trutta} in {Oberau}"),
    ],
)
def test_capitals_of_a_title_are_kept_from_styles_that_take_them_away(title: str, latex: str) -> None:
    assert marked_up(title, keep_case=True) == latex


# Names


@pytest.mark.parametrize("value", [None, "Doe", {}, [None, 3, {}], [{"family": 3}], [{"given": " "}]])
def test_what_is_no_list_of_names_is_none(value: object) -> None:
    assert names_of(value) == []


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name("Roe", "Richard", "van der"), "van der Roe, Richard"),
        (Name("Artagnan", "Charles", "d’"), "d’Artagnan, Charles"),
        (Name("Beethoven", "Ludwig", dropping="van"), "Beethoven, Ludwig van"),
        (Name("King", "Martin", suffix="Jr."), "King, Martin, Jr."),
        (Name("Plato"), "Plato,"),
        (Name(literal="Ministry of Water"), "Ministry of Water"),
    ],
)
def test_a_name_in_one_line_says_its_parts(name: Name, written: str) -> None:
    assert ris_name(name) == written
    assert names_of([name_of_ris(written)]) == [name]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Ministry of Water,", {"literal": "Ministry of Water"}),
        ("UNESCO", {"literal": "UNESCO"}),
        ("Doe, J., Jr., PhD", {"literal": "Doe, J., Jr., PhD"}),
        (", ,", {}),
        (", Jane", {"literal": ", Jane"}),
        ("Doe,Jane", {"family": "Doe", "given": "Jane"}),
    ],
)
def test_odd_names_are_kept_as_they_are(written: str, name: dict[str, str]) -> None:
    assert name_of_ris(written) == name


# Dates


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ({"date-parts": [["2019", "05", 3]]}, Date((2019, 5, 3))),
        ({"date-parts": [[2019], [2020]]}, Date((2019,), (2020,))),
        ({"date-parts": [[2019, 0, 3]]}, Date((2019,))),
        ({"date-parts": [[2019, 13]]}, Date((2019,))),
        ({"date-parts": [[99999]]}, Date()),
        ({"date-parts": [[2019]], "season": "Summer"}, Date((2019,), season=2)),
        ({"date-parts": [[2019]], "season": 9}, Date((2019,))),
        ({"date-parts": [[1890]], "circa": 1}, Date((1890,), about=True)),
        ({"date-parts": [[1890]], "circa": "false"}, Date((1890,))),
        ({"edtf": "1890~"}, Date((1890,), about=True)),
        ({"raw": "Spring 2019", "circa": True}, Date((2019,), season=1, about=True)),
        ({"raw": "soon"}, Date(literal="soon")),
        ({"literal": " in \n press"}, Date(literal="in press")),
        ("2019-05", Date((2019, 5))),
        (2019, Date((2019,))),
        (True, Date()),
        ({"literal": 3}, Date()),
    ],
)
def test_a_csl_date_is_understood_in_every_shape_of_the_schema(value: object, date: Date) -> None:
    assert date_of(value) == date


days = st.tuples(st.integers(1, 2999)) | st.tuples(st.integers(1, 2999), st.integers(1, 12), st.integers(1, 28))


@settings(deadline=None)
@given(st.builds(Date, days, st.just(()) | days, st.just(0), st.booleans()) | st.builds(
    Date, st.tuples(st.integers(1, 2999)), st.just(()), st.integers(1, 4), st.booleans()))  # fmt: skip
def test_a_date_comes_back_from_both_ways_of_writing_it(date: Date) -> None:
    assert date_of(csl_date(date)) == date
    assert date_of_ris(ris_of(date)) == date
    assert date_of({"edtf": edtf_of(date)}) == date


# Zotero's items


def test_what_a_field_says_goes_before_what_the_note_says() -> None:
    item = with_extra({"type": "book", "DOI": "10.1000/a", "note": "DOI: 10.1000/b\nPMCID: PMC7\nOriginal Date: 1867"})
    assert (item["DOI"], item["PMCID"], item["original-date"]) == ("10.1000/a", "PMC7", {"date-parts": [[1867]]})


@pytest.mark.parametrize(
    "note", ["", 3, None, "no colon", ": x", "DOI:", "Seen in: Oberau", "type: nonsense", "x:y" * 9]
)
def test_a_note_that_says_nothing_changes_nothing(note: object) -> None:
    item = {"type": "book", "note": note}
    assert with_extra(dict(item)) == item


@pytest.mark.parametrize(
    ("creator", "csl"),
    [
        ({"creatorType": "author", "name": "Ministry of Water"}, {"author": [{"literal": "Ministry of Water"}]}),
        ({"creatorType": "bookAuthor", "lastName": "Doe", "firstName": "J."},
         {"container-author": [{"family": "Doe", "given": "J."}]}),
        ({"creatorType": "author", "lastName": "King", "firstName": "Martin, Jr."},
         {"author": [{"family": "King", "given": "Martin", "suffix": "Jr."}]}),
        ({"creatorType": "juggler", "lastName": "Doe", "firstName": "J."},
         {"contributor": [{"family": "Doe", "given": "J."}]}),
        ({"creatorType": "author", "lastName": "", "firstName": ""}, {}),
        ({"creatorType": ["author"]}, {}),
        ("Doe", {}),
    ],
)  # fmt: skip
def test_creators_are_taken_by_their_kind(creator: object, csl: dict[str, object]) -> None:
    assert csl_of_item({"itemType": "book", "creators": [creator]}) == {"type": "book", **csl}


def test_the_first_of_several_fields_for_a_variable_counts() -> None:
    item = csl_of_item(
        {"itemType": "case", "caseName": "Doe v. Roe", "reporter": "Mard.", "court": "High", "pages": "4–9"}
    )
    assert item == {
        "type": "legal_case", "title": "Doe v. Roe", "container-title": "Mard.", "authority": "High", "page": "4-9",
    }  # fmt: skip
