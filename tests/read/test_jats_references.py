"""Citations of a JATS article, the entries that they lead to, and the records that the entries' fields make."""

from __future__ import annotations

import pytest

from holdwater.document import BlockKind, Document, MarkKind, Part
from holdwater.read import read_bytes
from read.reading_checks import assert_sound, blocks, marks, misplaced

JOURNAL = """<element-citation publication-type="journal">
  <person-group person-group-type="author">
    <name><surname>Doe</surname><given-names>J</given-names></name>
    <name><surname>Roe</surname><given-names>A</given-names><suffix>Jr</suffix></name>
    <etal/>
  </person-group>
  <year iso-8601-date="2009">2009a</year><month>Mar</month><day>4</day>
  <article-title>Mills of the valley</article-title>
  <source>Mill Studies</source>
  <volume>37</volume><issue>2</issue><fpage>202</fpage><lpage>208</lpage>
  <pub-id pub-id-type="doi">10.5555/mill.37</pub-id><pub-id pub-id-type="pmid">19458158</pub-id>
</element-citation>"""


def article(text: str, *refs: str) -> Document:
    """An article of one paragraph with a list of references, checked for the laws of every document."""
    entries = "".join(refs)
    raw = (
        '<article xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"<body><p>{text}</p></body><back><ref-list><title>References</title>{entries}</ref-list></back></article>"
    )
    document = read_bytes(raw.encode(), "mill.nxml", format="jats")
    assert_sound(document)
    written = {at for run in document.origins.runs for at in range(run.text_start, run.text_start + run.length)}  # type: ignore[union-attr]
    assert [one for one in misplaced(document, raw) if one[0] in written] == []
    return document


def ref(number: int, work: str = "<mixed-citation>Doe. Mills.</mixed-citation>") -> str:
    return f'<ref id="b{number}"><label>{number}</label>{work}</ref>'


def bibr(number: int, words: str | None = None) -> str:
    return f'<xref ref-type="bibr" rid="b{number}">{number if words is None else words}</xref>'


def entries(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks if block.kind is BlockKind.REFERENCE]


def cited(document: Document) -> list[tuple[str, str]]:
    return [(words, target) for words, _, target in marks(document, MarkKind.CITATION)]


def test_a_citation_is_a_mark_over_its_printed_words() -> None:
    document = article(f"As {bibr(1, 'Doe, 2009')} says [{bibr(2)}].", ref(1), ref(2))
    assert blocks(document)[0] == "As Doe, 2009 says [2]."
    assert cited(document) == [("Doe, 2009", "b1"), ("2", "b2")]


def test_a_citation_of_several_works_has_a_mark_for_each() -> None:
    document = article('See <xref ref-type="bibr" rid="b1 b2">both</xref>.', ref(1), ref(2))
    assert cited(document) == [("both", "b1"), ("both", "b2")]


def test_the_works_that_a_range_only_implies_are_cited_between_its_ends() -> None:
    document = article(f"So [{bibr(1)}–{bibr(4)},{bibr(6)}].", *(ref(number) for number in range(1, 7)))
    assert [target for _, target in cited(document)] == ["b1", "b2", "b3", "b4", "b6"]
    assert cited(document)[1] == ("", "b2")


def test_a_range_within_one_cross_reference_cites_all_its_works() -> None:
    document = article(f"So [{bibr(2, '2–4')}].", *(ref(number) for number in range(1, 6)))
    assert [target for _, target in cited(document)] == ["b2", "b3", "b4"]


def test_years_and_hyphens_between_citations_are_no_range() -> None:
    document = article(f"So {bibr(1, 'Doe 2001')}–{bibr(4, 'Roe 2004')}.", *(ref(number) for number in range(1, 6)))
    assert [target for _, target in cited(document)] == ["b1", "b4"]


@pytest.mark.parametrize(
    "sign",
    [
        f"<sup>{bibr(1)},{bibr(3)}</sup>",
        f"<sup>[{bibr(1)}, {bibr(3)}]</sup>",
        '<xref ref-type="bibr" rid="b1 b3"><sup>1,3</sup></xref>',
    ],
)
def test_raised_numbers_that_cite_are_no_words_of_the_text(sign: str) -> None:
    document = article(f"In 2018{sign} it ran.", *(ref(number) for number in range(1, 4)))
    assert blocks(document)[0] == "In 2018 it ran."
    assert cited(document) == [("", "b1"), ("", "b3")]
    assert {mark.span.start for mark in document.marks_of(MarkKind.CITATION)} == {len("In 2018")}


def test_a_raised_name_that_cites_stays_in_the_text() -> None:
    document = article(f"It ran <sup>{bibr(1, 'see Doe')}</sup>.", ref(1))
    assert cited(document) == [("see Doe", "b1")]


def test_a_citation_that_leads_nowhere_keeps_the_name_it_asks_for() -> None:
    document = article('As <xref ref-type="bibr" rid="gone">Poe</xref>.', ref(1))
    assert cited(document) == [("Poe", "gone")]


def test_a_locator_within_the_citation_is_its_label() -> None:
    document = article(f"As {bibr(1, 'Doe 2009, p. 17')}.", ref(1))
    assert marks(document, MarkKind.CITATION) == [("Doe 2009, p. 17", "p. 17", "b1")]


def test_a_locator_right_after_the_citation_is_its_label_too() -> None:
    document = article(f"As said ({bibr(1, 'Doe 2009')}, pp. 17–19; {bibr(2, 'Roe')}).", ref(1), ref(2))
    assert [(label, target) for _, label, target in marks(document, MarkKind.CITATION)] == [
        ("pp. 17–19", "b1"),
        ("", "b2"),
    ]


def test_what_is_raised_between_raised_numbers_is_no_text_and_may_join_them_to_a_range() -> None:
    raised = "<sup>{0}</sup>"
    first, last = (f'<xref ref-type="bibr" rid="b{n}"><sup>{n}</sup></xref>' for n in (1, 3))
    document = article(f"It ran{first}{raised.format('–')}{last}.", *(ref(number) for number in (1, 2, 3)))
    assert blocks(document)[0] == "It ran."
    assert [target for _, target in cited(document)] == ["b1", "b2", "b3"]
    assert article("Cl<sup>−</sup> ions").text.startswith("Cl− ions")


def test_an_entry_without_punctuation_is_given_some_and_keeps_its_number() -> None:
    document = article("x", f'<ref id="b1"><label>1</label>{JOURNAL}</ref>')
    assert entries(document) == [
        "1. Doe J, Roe A Jr, et al. 2009a Mar 4. Mills of the valley. Mill Studies 37(2):202–208. 10.5555/mill.37."
        " 19458158"
    ]
    assert [block.part for block in document.blocks[1:]] == [Part.REFERENCES] * 2


def test_the_fields_of_a_journal_article_are_its_record() -> None:
    document = article("x", f'<ref id="b1">{JOURNAL}</ref>')
    record = document.records[0]
    assert record.id == "b1"
    assert record.span.of(document.text).startswith("Doe J, Roe A Jr")
    assert record.csl == {
        "id": "b1",
        "type": "article-journal",
        "title": "Mills of the valley",
        "container-title": "Mill Studies",
        "volume": "37",
        "issue": "2",
        "page": "202-208",
        "issued": {"date-parts": [[2009, 3, 4]]},
        "author": [{"family": "Doe", "given": "J"}, {"family": "Roe", "given": "A", "suffix": "Jr"}],
        "DOI": "10.5555/mill.37",
        "PMID": "19458158",
    }


def test_an_entry_with_punctuation_is_printed_as_it_is_written() -> None:
    work = (
        '<mixed-citation publication-type="book"><name><surname>Roe</surname><given-names>A</given-names></name>,'
        " <name><surname>Doe</surname><given-names>J</given-names></name>. <chapter-title>Cogs</chapter-title>. In:"
        " <person-group person-group-type='editor'><name><surname>Poe</surname><given-names>E</given-names></name>"
        "</person-group>, editor. <source><italic>The Quiet Valley</italic></source>. <edition>2nd</edition> ed."
        " <publisher-loc>Oberau</publisher-loc>: <publisher-name>Valley</publisher-name>; <year>1994</year>."
        " <ext-link xlink:href='https://a.test/v'>https://a.test/v</ext-link></mixed-citation>"
    )
    document = article("x", f'<ref id="b1"><label>12.</label>{work}</ref>')
    assert entries(document) == [
        "12. Roe A, Doe J. Cogs. In: Poe E, editor. The Quiet Valley. 2nd ed. Oberau: Valley; 1994. https://a.test/v"
    ]
    csl = document.records[0].csl
    assert (csl["type"], csl["title"], csl["container-title"]) == ("chapter", "Cogs", "The Quiet Valley")
    assert csl["author"] == [{"family": "Roe", "given": "A"}, {"family": "Doe", "given": "J"}]
    assert csl["editor"] == [{"family": "Poe", "given": "E"}]
    assert (csl["publisher"], csl["publisher-place"], csl["edition"]) == ("Valley", "Oberau", "2nd")
    assert csl["URL"] == "https://a.test/v"


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ("<collab>Ministry of Water</collab><source>Wells</source><publisher-name>M</publisher-name>",
         {"type": "book", "title": "Wells", "author": [{"literal": "Ministry of Water"}]}),
        ("<string-name>Jane Doe</string-name><article-title>A</article-title><elocation-id>e12</elocation-id>",
         {"author": [{"literal": "Jane Doe"}], "page": "e12"}),
        ("<string-name><given-names>Jane</given-names> <surname>Doe</surname></string-name>",
         {"author": [{"family": "Doe", "given": "Jane"}]}),
        ("<source>Site</source><date-in-citation><year>2020</year></date-in-citation><uri>https://a.test/</uri>",
         {"type": "webpage", "URL": "https://a.test/", "title": "Site"}),
        ("<article-title>A</article-title><ext-link>https://doi.org/10.5555/x.1</ext-link>", {"DOI": "10.5555/x.1"}),
        ("<source>S</source><pub-id pub-id-type='isbn'>9780306406157</pub-id>", {"ISBN": "9780306406157"}),
        ("<article-title>A</article-title><pub-id pub-id-type='arxiv'>2001.00001</pub-id>",
         {"number": "arXiv:2001.00001"}),
    ],
)  # fmt: skip
def test_other_fields_are_taken_as_what_they_are(fields: str, wanted: dict[str, object]) -> None:
    document = article("x", f'<ref id="b1"><element-citation>{fields}</element-citation></ref>')
    csl = document.records[0].csl
    assert {key: csl.get(key) for key in wanted} == wanted


@pytest.mark.parametrize(
    ("stated", "wanted"),
    [("journal", "article-journal"), ("confproc", "paper-conference"), ("data", "dataset"), ("thesis", "thesis")],
)
def test_the_type_that_the_file_states_is_the_records(stated: str, wanted: str) -> None:
    work = f'<mixed-citation publication-type="{stated}"><source>S</source></mixed-citation>'
    assert article("x", ref(1, work)).records[0].csl["type"] == wanted


def test_words_and_fields_of_the_same_work_make_one_entry_and_one_record() -> None:
    work = (
        f"<citation-alternatives>{JOURNAL}<mixed-citation>Doe J. Mills. 2009.</mixed-citation></citation-alternatives>"
    )
    document = article(f"As {bibr(1)}.", ref(1, work))
    assert entries(document) == ["1. Doe J. Mills. 2009."]
    assert [(record.id, record.csl["title"]) for record in document.records] == [("b1", "Mills of the valley")]


def test_several_works_in_one_entry_have_a_record_each_and_can_be_cited_apart() -> None:
    works = "<mixed-citation>(a) Doe. One.</mixed-citation><mixed-citation id='b1b'>(b) Roe. Two.</mixed-citation>"
    document = article(f"See {bibr(1)} and <xref ref-type='bibr' rid='b1b'>1b</xref>.", ref(1, works))
    assert [record.id for record in document.records] == ["b1", "b1b"]
    assert cited(document) == [("1", "b1"), ("1b", "b1b")]


def test_two_entries_with_one_id_are_two_records() -> None:
    document = article(f"As {bibr(1)}.", ref(1), ref(1, "<mixed-citation>Roe. Wheels.</mixed-citation>"))
    assert [record.id for record in document.records] == ["b1", "b1-2"]
    assert cited(document) == [("1", "b1")]


def test_an_entry_that_is_only_a_note_is_a_note_where_it_is_cited_as_one() -> None:
    entry = "<ref id='b1'><note><p>Doe said it.</p></note></ref>"
    document = article("As said.<xref ref-type='fn' rid='b1'>1</xref>", entry)
    assert blocks(document)[0] == "As said."
    assert [(note.id, note.span.of(document.text)) for note in document.notes] == [("b1", "Doe said it.")]


def test_an_entry_that_is_only_a_note_is_an_entry_where_it_is_cited_as_one() -> None:
    entry = "<ref id='b1'><note><p>Doe said it.</p></note></ref>"
    document = article("As said <xref ref-type='bibr' rid='b1'>1</xref>.", entry)
    assert cited(document) == [("1", "b1")]
    assert document.notes == ()


def test_a_work_within_a_note_is_a_record_over_its_words() -> None:
    document = article(
        "So<fn id='n'><p>See <mixed-citation id='w'><surname>Doe</surname>, <source>Mills</source></mixed-citation>,"
        " p. 4.</p></fn>."
    )
    record = document.records[0]
    assert (record.id, record.span.of(document.text), record.csl["title"]) == ("w", "Doe, Mills", "Mills")
    assert document.notes[0].span.of(document.text) == "See Doe, Mills, p. 4."
