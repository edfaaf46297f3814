"""Templates of wikitext in several languages: what they print, the works they describe, the notes they make."""

from __future__ import annotations

import pytest
from reading_checks import assert_sound, blocks, kinds, marks, note_marks

from holdwater.document import Document, MarkKind, Part
from holdwater.read import read_bytes
from holdwater.read.wikitext.cite_names import kind_of, meaning
from holdwater.read.wikitext.dates import csl_date, year_of
from holdwater.read.wikitext.people import parted, several, vancouver


def read(raw: str) -> Document:
    document = read_bytes(raw.encode(), "page.wiki")
    assert_sound(document)
    return document


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("{{date|4|mai|1999}}", "4 mai 1999"),
        ("{{Date de naissance|4|5|1999}}", "4 May 1999"),
        ("{{dts|1999|5|4}}", "4 May 1999"),
        ("{{start date|1999}}", "1999"),
        ("{{birth date and age|1950|1|2}}", "2 January 1950"),
        ("{{unité|10|km}}", "10 km"),
        ("{{cvt|3|by|4|m}}", "3 by 4 m"),
        ("{{convert|3|m|ft|abbr=on}}", "3 m"),
        ("{{sfrac|1|2}}", "1/2"),
        ("{{frac|3}}", "1/3"),
        ("{{val|5|0.1|u=kg}}", "5 ± 0.1 kg"),
        ("{{€|20}} {{£|5}} {{¥|7}}", "€20 £5 ¥7"),
        ("{{fl.|1200|1250}}", "fl. 1200 – 1250"),
        ("{{as of|2020|lc=y}}", "as of 2020"),
        ("{{as of|2020|alt=So far}}", "So far"),
        ("{{sic|hte}}", "hte [sic]"),
        ("{{url|http://d.test|the page}}", "the page"),
        ("{{url|http://d.test}}", "http://d.test"),
        ("{{official website|http://d.test}}", "http://d.test"),
        ("a{{nbsp}}b{{ndash}}c{{mdash}}d", "a b–c—d"),
        ("a{{spaced ndash}}b", "a – b"),
        ("a{{!}}b {{=}} {{(}}c{{)}}", "a|b = {c}"),
        ("a{{·}}b{{•}}c", "a · b • c"),
        ("{{abk|z. B.|zum Beispiel}}", "z. B."),
        ("{{abréviation|p.|page}}", "p."),
        ("{{langue|de|Mühle}}", "Mühle"),
        ("{{langue|de|texte=Mühle}}", "Mühle"),
        ("{{lang-de|Mühle}}", "Mühle"),
        ("{{langx|de|Mühle|lit=mill}}", "Mühle"),
        ("{{transl|ru|Moskva}}", "Moskva"),
        ("{{ill|The Mill|de|Die Mühle}}", "The Mill"),
        ("{{small|{{nowrap|a b}}}}", "a b"),
        ("{{sub|2}}{{sup|3}}", "23"),
        ("{{formatnum:1000}} {{lc:ABC}}", "1000 ABC"),
        ("{{plainlist|\n* a\n* b\n}}", "a\n\nb"),
        ("{{ubl|a|b|c}}", "a, b, c"),
        ("{{#if:a|b|c}}{{PAGENAME}}{{DEFAULTSORT:Mill}}", ""),
        ("{{template:nowrap|a}} {{Vorlage:Small|b}}", "a b"),
        ("{{ nowrap <!-- x --> | a }}", "a"),
        ("{{color|red|a}}", "a"),
        ("{{tooltip|a|b}}", "a"),
        ("a{{dubious}}{{when|date=May 2020}}{{Référence nécessaire}}{{Belege fehlen}}", "a"),
        ("a{{stub}}{{mill-stub}}{{Navbox mills}}{{Commons category|Mills}}{{Normdaten|x}}", "a"),
        ("{{DISPLAYTITLE:''The'' Mill}}a", "a"),
    ],
)
def test_a_template_prints_its_words(raw: str, text: str) -> None:
    document = read(raw)
    assert document.text == text
    assert document.unread == ()


def test_the_title_that_a_page_shows_is_its_title() -> None:
    assert read("{{DISPLAYTITLE:''The'' Mill}}a").metadata["title"] == "The Mill"


@pytest.mark.parametrize(
    "raw",
    [
        "{{cquote|It ran.}}", "{{Cquote|text=It ran.}}", "{{rquote|left|It ran.}}", "{{quote|1=It ran.}}",
        "{{bq|It ran.}}", "{{poemquote|It ran.}}", "{{cita|It ran.}}", "{{Cita bloque|texto=It ran.}}",
        "{{Citazione|testo=It ran.}}", "{{Cytat|treść=It ran.}}", "{{Citaat|It ran.}}", "{{Citação|texto=It ran.}}",
        "{{Zitat|Text=It ran.}}", "{{Zitat-en|It ran.}}", "{{Citation bloc|It ran.}}", "{{Цитата|It ran.}}",
    ],
)  # fmt: skip
def test_templates_that_quote_in_a_block(raw: str) -> None:
    document = read(f"Before.\n\n{raw}\n\nAfter.")
    if raw.startswith("{{rquote"):
        assert [block.quoted for block in document.blocks][-1] == 0
        return
    assert blocks(document) == ["Before.", "It ran.", "After."]
    assert [block.quoted for block in document.blocks] == [0, 1, 0]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ('{{"|so}}', "„so“"), ("{{“|so}}", "“so”"), ("{{tq|so}}", "so"),
        ("{{citation étrangère|langue=en|so}}", "«so»"),
        ("{{Citation|so}}", "«so»"), ("{{«|so}}", "«so»"),
    ],
)  # fmt: skip
def test_templates_that_quote_in_a_line(raw: str, text: str) -> None:
    document = read(f"He says {raw}.")
    assert document.text == f"He says {text}."
    assert [one[0] for one in marks(document, MarkKind.QUOTE)] == ["so"]


def test_a_quotation_in_a_note_stays_in_the_note() -> None:
    document = read("a<ref>{{quote|It ran.|Roe}}</ref>")
    assert kinds(document) == ["paragraph", "note"]
    assert document.text == "a\n\nIt ran. — Roe"


ROE = {"family": "Roe", "given": "Anna"}
BOOK = {"type": "book", "title": "Die Mühle", "author": [ROE], "publisher": "Springer", "publisher-place": "Berlin",
        "issued": {"date-parts": [[1999]]}}  # fmt: skip


@pytest.mark.parametrize(
    "raw",
    [
        "{{cite book|last=Roe|first=Anna|title=Die Mühle|publisher=Springer|location=Berlin|year=1999}}",
        "{{Cite book |author=Roe, Anna |title=Die Mühle |publisher=Springer |place=Berlin |date=1999}}",
        "{{citation|surname=Roe|given=Anna|title=Die Mühle|publisher=Springer|place=Berlin|year=1999}}",
        "{{vcite book|last1=Roe|first1=Anna|title=Die Mühle|publisher=Springer|location=Berlin|year=1999}}",
        "{{Literatur|Autor=Anna Roe|Titel=Die Mühle|Verlag=Springer|Ort=Berlin|Datum=1999}}",
        "{{Ouvrage|prénom=Anna|nom=Roe|titre=Die Mühle|éditeur=Springer|lieu=Berlin|année=1999}}",
        "{{Cita libro|nombre=Anna|apellidos=Roe|título=Die Mühle|editorial=Springer|ubicación=Berlin|año=1999}}",
        "{{Cita libro|nome=Anna|cognome=Roe|titolo=Die Mühle|editore=Springer|città=Berlin|anno=1999}}",
        "{{Citeer boek|voornaam=Anna|achternaam=Roe|titel=Die Mühle|uitgever=Springer|plaats=Berlin|jaar=1999}}",
        "{{Citar livro|primeiro=Anna|último=Roe|título=Die Mühle|editora=Springer|local=Berlin|ano=1999}}",
        "{{Cytuj książkę|imię=Anna|nazwisko=Roe|tytuł=Die Mühle|wydawca=Springer|miejsce=Berlin|rok=1999}}",
    ],
)
def test_a_book_in_any_language_is_the_same_record(raw: str) -> None:
    document = read(f"* {raw}")
    assert dict(document.records[0].csl) == BOOK
    assert document.records[0].id == "CITEREFRoe1999"
    assert document.unread == ()
    assert "Die Mühle" in document.text


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("cite web", "webpage"), ("cite news", "article-newspaper"), ("cite journal", "article-journal"),
        ("cite thesis", "thesis"), ("cite conference", "paper-conference"), ("lien web", "webpage"),
        ("internetquelle", "webpage"), ("cite tweet", ""), ("cita web", "webpage"), ("cytuj stronę", "webpage"),
        ("cite court", "legal_case"), ("cite arxiv", "article"), ("citation", ""), ("literatur", "book"),
        ("cite something new", ""), ("citation needed", None), ("nowrap", None), ("cita", None), ("cite check", None),
    ],
)  # fmt: skip
def test_a_templates_name_says_what_it_describes(name: str, kind: str | None) -> None:
    assert kind_of(name) == kind or (name == "cite tweet" and kind_of(name) is not None)


@pytest.mark.parametrize(
    ("name", "key", "number"),
    [
        ("last", "last", 1), ("last2", "last", 2), ("author-last3", "last", 3), ("author3-last", "last", 3),
        ("prénom2", "first", 2), ("nom2", "last", 2), ("editor2-first", "editor-first", 2), ("titre", "title", 1),
        ("access_date", "access-date", 1), ("consulté le", "access-date", 1), ("zugriff", "access-date", 1),
        ("odd", "", 0), ("odd12", "", 12), ("12", "", 0),
    ],
)  # fmt: skip
def test_a_parameters_name_says_what_it_is(name: str, key: str, number: int) -> None:
    assert meaning(name)[0] == key
    assert not key or meaning(name) == (key, number)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("1999", [[1999]]), ("4 May 1999", [[1999, 5, 4]]), ("May 4, 1999", [[1999, 5, 4]]), ("May 1999", [[1999, 5]]),
        ("1999-05-04", [[1999, 5, 4]]), ("1999-05", [[1999, 5]]), ("4. Mai 1999", [[1999, 5, 4]]),
        ("04.05.1999", [[1999, 5, 4]]), ("4 mai 1999", [[1999, 5, 4]]), ("1er mai 1999", [[1999, 5, 1]]),
        ("4 de mayo de 1999", [[1999, 5, 4]]), ("4 maggio 1999", [[1999, 5, 4]]), ("4 mei 1999", [[1999, 5, 4]]),
        ("4 maja 1999", [[1999, 5, 4]]), ("4 мая 1999", [[1999, 5, 4]]), ("1999–2001", [[1999], [2001]]),
        ("1999-13-99", [[1999]]),
    ],
)  # fmt: skip
def test_dates_of_any_language_are_dates(words: str, parts: list[list[int]]) -> None:
    assert csl_date(words)["date-parts"] == parts


def test_dates_that_are_none_are_kept_as_words() -> None:
    assert csl_date("n.d.") == {"literal": "n.d."}
    assert csl_date("Spring 1999") == {"date-parts": [[1999]], "season": 1}
    assert csl_date("c. 1850") == {"date-parts": [[1850]], "circa": True}
    assert [year_of(words) for words in ("4 May 1999a", "1999", "n.d.", "19995")] == ["1999a", "1999", "", ""]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Anna Roe", [ROE]), ("Roe, Anna", [ROE]), ("World Bank", [{"literal": "World Bank"}]),
        ("Roe, Anna; Doe, John", [ROE, {"family": "Doe", "given": "John"}]),
        ("Anna Roe and John Doe", [ROE, {"family": "Doe", "given": "John"}]),
        ("Anna Roe, et al.", [ROE]), ("Roe, Anna et al", [ROE]), ("", []),
    ],
)  # fmt: skip
def test_names_in_one_field_are_parted(words: str, names: list[dict[str, str]]) -> None:
    assert list(several(words)) == names


def test_names_in_two_fields_and_of_medical_lists() -> None:
    assert parted("Roe", "Anna") == ROE
    assert parted("Reuters", "") == {"literal": "Reuters"}
    assert list(vancouver("Roe A, Doe JB, ((World Bank)), et al")) == [
        {"family": "Roe", "given": "A"}, {"family": "Doe", "given": "JB"}, {"literal": "World Bank"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cite", "short"),
    [
        ("last=Roe|year=1994", "Roe|1994"),
        ("last=Roe|date=4 May 1994", "Roe|1994"),
        ("author=Anna Roe|year=1994", "Anna Roe|1994"),
        ("author=Anna Roe|year=1994", "Roe|1994"),
        ("last=Roe|date=1994b", "Roe|1994b"),
        ("last=Roe|year=1994a", "Roe|1994"),
        ("last=Roe|last2=Doe|year=1994", "Roe|Doe|1994"),
        ("last=Roe|last2=Doe|year=1994", "Roe|1994"),
        ("last1=A|last2=B|last3=C|last4=D|last5=E|year=1994", "A|B|C|D|1994"),
        ("author=World Bank|year=1994", "World Bank|1994"),
        ("editor-last=Roe|year=1994", "Roe|1994"),
        ("author=World Bank|year=1994|ref={{harvid|WB|1994}}", "WB|1994"),
        ("author=World Bank|year=1994|ref={{SfnRef|WB 1994}}", "WB 1994"),
        ("last=Roe|year=1994|ref=CITEREFThe_Mill", "x|ref=CITEREFThe_Mill"),
    ],
)
def test_a_short_citation_leads_to_its_work(cite: str, short: str) -> None:
    document = read(f"a{{{{sfn|{short}|p=4}}}} b\n* {{{{cite book|title=Mill|{cite}}}}}\n")
    (record,) = document.records
    assert [mark[1:] for mark in marks(document, MarkKind.CITATION)] == [("p. 4", record.id)]
    assert document.unread == ()


def test_a_short_citation_that_may_mean_two_works_leads_to_neither() -> None:
    works = "* {{cite book|title=A|last=Roe|year=1994a}}\n* {{cite book|title=B|last=Roe|year=1994b}}\n"
    document = read(f"a{{{{sfn|Roe|1994}}}} b\n{works}")
    (mark,) = document.marks_of(MarkKind.CITATION)
    assert mark.target not in {record.id for record in document.records}


def test_two_works_of_the_same_name_and_year_have_two_ids() -> None:
    document = read("* {{cite book|title=A|last=Roe|year=1994}}\n* {{cite book|title=B|last=Roe|year=1994}}\n")
    assert [record.id for record in document.records] == ["CITEREFRoe1994", "CITEREFRoe1994-2"]


@pytest.mark.parametrize(
    ("raw", "label", "printed"),
    [
        ("{{sfn|Roe|1994|p=4}}", "p. 4", "Roe 1994, p. 4."),
        ("{{sfn|Roe|1994|pp=4–6}}", "pp. 4–6", "Roe 1994, pp. 4–6."),
        ("{{sfnp|Roe|1994|loc=chapter 2}}", "chapter 2", "Roe 1994, chapter 2."),
        ("{{sfn|Roe|1994}}", "", "Roe 1994."),
        ("{{odn|Roe|1994|s=4}}", "p. 4", "Roe 1994, p. 4."),
        ("{{sfn|Roe|Doe|Poe|1994|p=4}}", "p. 4", "Roe, Doe & Poe 1994, p. 4."),
        ("{{sfnm|1a1=Roe|1y=1994|1p=4}}", "p. 4", "Roe 1994, p. 4"),
        ("<ref>{{harvnb|Roe|1994|p=4}}</ref>", "p. 4", "Roe 1994, p. 4"),
    ],
)
def test_short_citations_print_and_name_their_page(raw: str, label: str, printed: str) -> None:
    document = read(f"It ran.{raw}")
    assert [mark[1] for mark in marks(document, MarkKind.CITATION)] == [label]
    assert [note.span.of(document.text) for note in document.notes] == [printed]


def test_several_short_citations_in_one_note() -> None:
    document = read("a{{sfnm|1a1=Roe|1y=1994|1p=4|2a1=Doe|2a2=Poe|2y=2001|2pp=5–6}}")
    assert document.notes[0].span.of(document.text) == "Roe 1994, p. 4; Doe & Poe 2001, pp. 5–6"
    assert [mark[1:] for mark in marks(document, MarkKind.CITATION)] == [
        ("p. 4", "CITEREFRoe1994"), ("pp. 5–6", "CITEREFDoePoe2001"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "label"),
    [("{{rp|4}}", "p. 4"), ("{{rp|4–6}}", "pp. 4–6"), ("{{rp|p=4}}", "p. 4"), ("{{rp|chapter 2}}", "chapter 2"),
     ("{{rp|4, 7}}", "pp. 4, 7")],
)  # fmt: skip
def test_a_page_after_a_mark(raw: str, label: str) -> None:
    document = read(f"a<ref name=x>{{{{cite book|last=Roe|title=Mill|year=1994}}}}</ref>{raw}")
    assert marks(document, MarkKind.CITATION) == [("", label, "CITEREFRoe1994")]
    assert document.text.startswith("a\n\n")


@pytest.mark.parametrize("raw", ["a{{rp|4}}", "a<ref name=x>X</ref> b{{rp|4}}", "a<ref>X</ref>{{rp|}}", "{{rp}}"])
def test_a_page_without_a_mark_before_it_is_of_nothing(raw: str) -> None:
    assert marks(read(raw), MarkKind.CITATION) == []


@pytest.mark.parametrize(
    ("raw", "label", "words"),
    [
        ("{{efn|N.}}", "a", "N."), ("{{efn-ua|N.}}", "A", "N."), ("{{efn-lr|N.}}", "i", "N."),
        ("{{efn-ur|N.}}", "I", "N."), ("{{efn-lg|N.}}", "α", "N."), ("{{refn|N.}}", "1", "N."),
        ("{{refn|group=note|N.}}", "note 1", "N."), ("{{#tag:ref|N.|group=x}}", "x 1", "N."),
        ("{{efn|name=n|1=N.}}", "a", "N."), ("{{notetag|N.}}", "note 1", "N."), ("<ref>N.</ref>", "1", "N."),
        ('<ref group="A">N.</ref>', "A 1", "N."), ("<REF>N.</REF>", "1", "N."), ("<ref >N.</ref >", "1", "N."),
        ("<ref name=n>N.</ref>", "1", "N."), ("<ref name='n m'>N.</ref>", "1", "N."),
    ],
)  # fmt: skip
def test_notes_of_every_kind_have_their_printed_label(raw: str, label: str, words: str) -> None:
    document = read(f"It ran.{raw}")
    assert document.text == f"It ran.\n\n{words}"
    assert [mark.label for mark in note_marks(document)] == [label]
    assert [note.label for note in document.notes] == [label]
    assert document.blocks[-1].part is Part.NOTES


def test_notes_used_by_name_before_they_are_written() -> None:
    document = read("a{{r|x}} b<ref name=x>X.</ref> c{{r|x|y|p=4}}\n{{reflist|refs=<ref name=y>Y.</ref>}}")
    assert [mark.label for mark in note_marks(document)] == ["1", "1", "1", "2"]
    assert {note.label: note.span.of(document.text) for note in document.notes} == {"1": "X.", "2": "Y."}


def test_a_list_of_unknown_templates_is_cut_short() -> None:
    document = read(" ".join(f"{{{{odd {letter}|x}}}}" for letter in "abcdefg"))
    assert document.unread == (
        "7 templates whose words are not known: {{odd a}}, {{odd b}}, {{odd c}}, {{odd d}}, {{odd e}}, …",
    )
