"""Notes and citations of wikitext: numbers as MediaWiki prints them, records of the works cited."""

from __future__ import annotations

import pytest
from reading_checks import assert_sound, blocks, kinds, marks, note_marks, notes

from holdwater.document import Document, MarkKind
from holdwater.read import read_bytes
from holdwater.read.wikitext.dates import csl_date
from holdwater.read.wikitext.notes import label


def read(raw: str) -> Document:
    document = read_bytes(raw.encode(), "page.wiki")
    assert_sound(document)
    return document


def labels(document: Document) -> list[str]:
    return [mark.label for mark in note_marks(document)]


def words_of_notes(document: Document) -> dict[str, str]:
    return {note.label: note.span.of(document.text) for note in document.notes}


def test_notes_are_numbered_by_first_use_and_named_ones_are_one_note() -> None:
    document = read("a<ref name=x>X</ref> b<ref>Y</ref> c<ref name='x' /> d<ref name=\"x\"/>.")
    assert labels(document) == ["1", "2", "1", "1"]
    assert words_of_notes(document) == {"1": "X", "2": "Y"}
    assert document.text.startswith("a b c d.\n")


def test_groups_have_labels_of_their_own() -> None:
    document = read('a<ref group="note">N</ref>{{efn|E}}{{efn-ua|U}}<ref group=lower-roman>R</ref><ref>P</ref>')
    assert labels(document) == ["note 1", "a", "A", "i", "1"]
    assert words_of_notes(document) == {"note 1": "N", "a": "E", "A": "U", "i": "R", "1": "P"}


@pytest.mark.parametrize(
    ("group", "number", "printed"),
    [("", 3, "3"), ("lower-alpha", 27, "aa"), ("lower-greek", 2, "β"), ("upper-roman", 44, "XLIV"), ("n", 1, "n 1")],
)
def test_labels_are_what_mediawiki_prints(group: str, number: int, printed: str) -> None:
    assert label(group, number) == printed


@pytest.mark.parametrize(
    "listed", ["<references><ref name=x>X</ref></references>", "{{reflist|refs=\n<ref name=x>X</ref>\n}}"]
)
def test_notes_may_be_defined_in_the_list_of_references(listed: str) -> None:
    document = read(f"a<ref name=x/>\n\n{listed}")
    assert labels(document) == ["1"]
    assert words_of_notes(document) == {"1": "X"}


def test_a_note_that_nothing_leads_to_is_still_read() -> None:
    document = read("a\n<references><ref name=y>Y</ref></references>")
    assert words_of_notes(document) == {"": "Y"}


def test_a_mark_without_a_note_leads_nowhere() -> None:
    document = read("a<ref name=gone/>")
    assert [(mark.label, mark.target) for mark in note_marks(document)] == [("1", "")]


def test_notes_may_stand_in_notes_and_in_templates() -> None:
    document = read(
        "a{{refn|group=n|One.<ref>Two.</ref>}} {{#tag:ref|Three.|name=t}} {{r|t|p=4}} {{Odd|<ref name=q>Q</ref>}}"
    )
    assert words_of_notes(document) == {"n 1": "One.", "1": "Three.", "2": "Two.", "": "Q"}
    assert labels(document) == ["n 1", "1", "1", "2"]


def test_follow_and_extends_go_with_the_note_they_name() -> None:
    document = read("a<ref name=x>X.</ref> b<ref follow=x>More.</ref> c<ref extends=x>p. 4</ref>")
    assert words_of_notes(document) == {"1": "X.\n\nMore.", "1.1": "p. 4"}


def test_a_page_after_a_mark_is_a_locator() -> None:
    document = read("a<ref name=x>{{cite book|last=Roe|title=Mill|year=1994}}</ref>{{rp|4}}")
    assert marks(document, MarkKind.CITATION) == [("", "p. 4", "CITEREFRoe1994")]


def test_short_citations_are_notes_that_cite_a_record() -> None:
    document = read(
        "a{{sfn|Roe|Doe|1994|p=4}} b{{sfn|Roe|Doe|1994|p=4}} c{{sfn|Roe|Doe|1994|pp=5–6}}\n\n== Sources ==\n"
        "* {{cite book|last1=Roe|first1=Anna|last2=Doe|title=Mill|year=1994}}\n"
    )
    assert labels(document) == ["1", "1", "2"]
    assert words_of_notes(document) == {"1": "Roe & Doe 1994, p. 4.", "2": "Roe & Doe 1994, pp. 5–6."}
    cited = [mark[1:] for mark in marks(document, MarkKind.CITATION)]
    assert cited == [("p. 4", "CITEREFRoeDoe1994"), ("pp. 5–6", "CITEREFRoeDoe1994")]
    assert [record.id for record in document.records] == ["CITEREFRoeDoe1994"]
    assert kinds(document)[2] == "reference"


def test_harvard_citations_print_where_they_stand() -> None:
    document = read("See {{harvtxt|Roe|1994|p=4}}, {{harvnb|Roe|1994}}, {{harv|Roe|1994}}.")
    assert document.text == "See Roe (1994, p. 4), Roe 1994, (Roe 1994)."
    assert {mark[2] for mark in marks(document, MarkKind.CITATION)} == {"CITEREFRoe1994"}


def test_a_citation_template_prints_in_reading_order_and_leaves_a_record() -> None:
    document = read(
        "* {{cite journal |title=Wheels in ''water'' |last1=Roe |first1=Anna |author-link=Anna Roe |last2=Doe"
        " |first2=J. |journal=Mill Journal |volume=3 |issue=2 |pages=4–9 |date=4 May 1999 |doi=10.1/x |url=http://d.test"
        "|access-date=2001-02-03|quote=It ran.}}"
    )
    assert document.text == (
        "Roe, Anna; Doe, J. (4 May 1999). “Wheels in water”. Mill Journal. Vol. 3, no. 2. pp. 4–9. doi:10.1/x."
        " Retrieved 2001-02-03. “It ran.”"
    )
    assert document.records[0].csl == {
        "type": "article-journal", "title": "Wheels in water", "container-title": "Mill Journal", "volume": "3",
        "issue": "2", "page": "4–9", "DOI": "10.1/x", "URL": "http://d.test",
        "author": [{"family": "Roe", "given": "Anna"}, {"family": "Doe", "given": "J."}],
        "issued": {"date-parts": [[1999, 5, 4]]}, "accessed": {"date-parts": [[2001, 2, 3]]},
    }  # fmt: skip
    assert document.records[0].span.of(document.text) == document.text
    assert marks(document, MarkKind.QUOTE) == [("It ran.", "", "")]
    at = document.text.index("Mill Journal")
    origin = document.origin(document.blocks[0].span)
    assert origin.line == 1
    assert at > 0


@pytest.mark.parametrize(
    "raw",
    [
        "{{Literatur |Autor=Anna Roe |Titel=Die Mühle |Verlag=Springer |Ort=Berlin |Datum=1999-05-04 |Seiten=4–6}}",
        "{{Ouvrage|prénom1=Anna|nom1=Roe|titre=Die Mühle|éditeur=Springer|lieu=Berlin|date=4 mai 1999|passage=4–6}}",
        "{{Cita libro|nombre=Anna|apellidos=Roe|título=Die Mühle|editorial=Springer|ubicación=Berlin"
        "|fecha=4 de mayo de 1999|páginas=4–6}}",
        "{{Cita libro|nome=Anna|cognome=Roe|titolo=Die Mühle|editore=Springer|città=Berlin|data=4 maggio 1999|pp=4–6}}",
        "{{Cytuj książkę|imię=Anna|nazwisko=Roe|tytuł=Die Mühle|wydawca=Springer|miejsce=Berlin"
        "|data=4 maja 1999|strony=4–6}}",
        "{{Cite book|author=Anna Roe|title=Die Mühle|publisher=Springer|location=Berlin|date=May 4, 1999|pages=4–6}}",
    ],
)
def test_citation_templates_of_several_languages_give_the_same_record(raw: str) -> None:
    assert read(raw).records[0].csl == {
        "type": "book", "title": "Die Mühle", "publisher": "Springer", "publisher-place": "Berlin", "page": "4–6",
        "author": [{"family": "Roe", "given": "Anna"}], "issued": {"date-parts": [[1999, 5, 4]]},
    }  # fmt: skip


def test_vancouver_names_and_editors_are_people() -> None:
    document = read(
        "{{cite book|vauthors=Roe A, Doe JB, ((World Bank))|editor-last=Poe|editor-first=E|chapter=One"
        "|title=Mill|year=1994}}"
    )
    csl = document.records[0].csl
    assert csl["author"] == [
        {"family": "Roe", "given": "A"}, {"family": "Doe", "given": "JB"}, {"literal": "World Bank"},
    ]  # fmt: skip
    assert csl["editor"] == [{"family": "Poe", "given": "E"}]
    assert (csl["type"], csl["title"], csl["container-title"]) == ("chapter", "One", "Mill")


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("1999", {"date-parts": [[1999]]}),
        ("May 1999", {"date-parts": [[1999, 5]]}),
        ("4. Mai 1999", {"date-parts": [[1999, 5, 4]]}),
        ("4.5.1999", {"date-parts": [[1999, 5, 4]]}),
        ("1999-05", {"date-parts": [[1999, 5]]}),
        ("1998–1999", {"date-parts": [[1998], [1999]]}),
        ("Spring 1999", {"date-parts": [[1999]], "season": 1}),
        ("c. 1900", {"date-parts": [[1900]], "circa": True}),
        ("n.d.", {"literal": "n.d."}),
    ],
)
def test_dates_are_read_as_people_write_them(words: str, date: dict[str, object]) -> None:
    assert csl_date(words) == date


def test_entries_of_a_bibliography_are_references() -> None:
    document = read("Text.\n== Literatur ==\n* Roe, ''Mill'', 1994.\n== Later ==\nMore.")
    assert blocks(document) == ["Text.", "Literatur", "Roe, Mill, 1994.", "Later", "More."]
    assert kinds(document) == ["paragraph", "heading", "reference", "heading", "paragraph"]
    assert notes(document) == {}
