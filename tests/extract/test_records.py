"""Works that the file itself describes field by field."""

from __future__ import annotations

from dataclasses import replace

from document_factory import Read, document

from holdwater.document import Document, Mark, MarkKind, Record, Span
from holdwater.extract.records import identifiers_of, sound

DOE: dict[str, object] = {
    "type": "book",
    "title": "The Water Works",
    "author": [{"family": "Doe", "given": "Jane"}],
    "issued": {"date-parts": [[1999]]},
    "DOI": "10.1000/Water",
}


def place(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def with_records(doc: Document, *records: Record, cites: tuple[Mark, ...] = ()) -> Read:
    marks = tuple(sorted((*doc.marks, *cites), key=lambda mark: mark.span.start))
    return Read("", doc=replace(doc, records=records, marks=marks))


def cite(text: str, words: str, target: str, label: str = "") -> Mark:
    return Mark(place(text, words), MarkKind.CITATION, label, target)


def test_a_citation_leads_to_the_record_it_names_though_the_text_prints_no_entry() -> None:
    doc = document("It broke (Doe).")
    read = with_records(doc, Record("doe99", Span(0, 0), DOE), cites=(cite(doc.text, "(Doe)", "doe99", "p. 4"),))
    (citation,) = read.extraction.citations
    reference = read.extraction.reference(citation.references[0])
    assert reference is not None
    assert (reference.csl["title"], reference.identifiers) == ("The Water Works", ("doi:10.1000/water",))
    assert citation.locator is not None
    assert (citation.locator.label, citation.locator.value) == ("page", "4")


def test_a_record_that_an_entry_prints_says_what_the_entry_is() -> None:
    doc = document("It broke [x].\n\n= Some words that no parser would make out")
    entry = place(doc.text, "Some words that no parser would make out")
    read = with_records(doc, Record("r1", entry, DOE), cites=(cite(doc.text, "[x]", "r1"),))
    (reference,) = read.extraction.references
    assert reference.csl["author"] == DOE["author"]
    assert reference.raw == "Some words that no parser would make out"
    assert read.extraction.citations[0].references == (reference.id,)


def test_a_record_and_an_entry_of_the_same_work_are_one_reference() -> None:
    doc = document("It broke (Doe).\n\n= Jane Doe. The Water Works. London: Acme, 1999.")
    read = with_records(doc, Record("z7", Span(0, 0), DOE), cites=(cite(doc.text, "(Doe)", "z7"),))
    (reference,) = read.extraction.references
    assert reference.identifiers == ("doi:10.1000/water",)
    assert read.extraction.citations[0].references == (reference.id,)


def test_a_record_in_a_note_is_the_work_that_the_note_names() -> None:
    doc = document("It broke.{1}\n\n{1}: Doe, Jane; the water works, p. 12")
    read = with_records(doc, Record("", place(doc.text, "Doe, Jane"), DOE))
    (citation,) = read.extraction.citations
    (reference,) = read.extraction.references
    assert citation.references == (reference.id,)
    assert reference.csl["title"] == "The Water Works"


def test_the_page_after_a_record_in_a_note_is_its_locator() -> None:
    doc = document("It broke.{1}\n\n{1}: Doe, Works (1999), p. 12.")
    read = with_records(doc, Record("", place(doc.text, "Doe, Works (1999)"), DOE))
    locator = read.extraction.citations[0].locator
    assert locator is not None
    assert locator.value == "12"


def test_a_citation_in_a_note_is_the_work_that_the_note_names() -> None:
    doc = document("It broke.{1}\n\n{1}: Doe 1999, p. 3.")
    read = with_records(doc, Record("d", Span(0, 0), DOE), cites=(cite(doc.text, "Doe 1999", "d", "p. 3"),))
    note, inner = read.extraction.citations
    assert note.references == inner.references
    assert len(read.extraction.references) == 1


def test_two_records_in_one_note_are_two_works() -> None:
    doc = document("It broke.{1}\n\n{1}: Doe 1999; Roe 2001.")
    other = {**DOE, "title": "Other", "DOI": "10.1000/other", "author": [{"family": "Roe"}]}
    records = (Record("", place(doc.text, "Doe 1999"), DOE), Record("", place(doc.text, "Roe 2001"), other))
    assert len(with_records(doc, *records).extraction.citations[0].references) == 2


def test_a_records_fields_are_taken_only_where_they_are_what_they_should_be() -> None:
    csl = {
        "title": "  A   title ",
        "author": [{"family": 7}, {"family": "Doe", "x": "y"}, "Roe", {"literal": "The Board"}],
        "editor": "Doe",
        "issued": {"date-parts": [["1999", 2, "x"]]},
        "accessed": {"raw": "on 2020-03-04, early"},
        "volume": 3,
        "page": None,
        "custom": {"a": 1},
    }
    assert sound(csl) == {
        "title": "A title",
        "author": [{"family": "Doe"}, {"literal": "The Board"}],
        "issued": {"date-parts": [[1999, 2]]},
        "accessed": {"date-parts": [[2020, 3, 4]]},
        "volume": "3",
    }


def test_dates_that_are_none_are_left_out() -> None:
    for value in ({}, {"date-parts": [[]]}, {"date-parts": [[10**9]]}, {"raw": "soon"}, [1999], "1999", {"raw": 3}):
        assert sound({"issued": value}) == {}


def test_the_identifiers_of_a_record_are_those_of_its_fields() -> None:
    csl = {"DOI": "https://doi.org/10.1000/ABC", "ISBN": "0-306-40615-2", "URL": "http://www.x.test/a/", "number": "7"}
    assert identifiers_of(csl) == ("doi:10.1000/abc", "isbn:9780306406157", "url:https://x.test/a")


def test_a_person_without_a_family_name_harms_nothing() -> None:
    doc = document("“It broke under them,” says the Board (Board 1999).")
    csl = {**DOE, "author": [{"literal": "The Board"}]}
    assert with_records(doc, Record("b", Span(0, 0), csl)).extraction.references[0].csl["author"] == csl["author"]


def test_two_works_cited_by_the_same_words_are_two_citations_of_the_quotation_before_them() -> None:
    doc = document("He says: “the wheel had been unsafe for many years” (Doe 1999; Roe 2001).")
    other = {**DOE, "title": "Other", "DOI": "10.1000/other", "author": [{"family": "Roe"}]}
    cites = tuple(cite(doc.text, "(Doe 1999; Roe 2001)", key) for key in ("d", "r"))
    read = with_records(doc, Record("d", Span(0, 0), DOE), Record("r", Span(0, 0), other), cites=cites)
    assert len(read.extraction.citations) == 2
    assert read.extraction.quotations[0].citations == (0, 1)


def test_two_works_cited_where_nothing_is_printed_are_two_citations_of_the_quotation_before_them() -> None:
    doc = document("He says: “the wheel had been unsafe for many years”.")
    other = {**DOE, "title": "Other", "DOI": "10.1000/other", "author": [{"family": "Roe"}]}
    end = len(doc.text) - 1
    cites = tuple(Mark(Span(end, end), MarkKind.CITATION, "", key) for key in ("d", "r"))
    read = with_records(doc, Record("d", Span(0, 0), DOE), Record("r", Span(0, 0), other), cites=cites)
    assert read.extraction.quotations[0].citations == (0, 1)


def test_a_work_that_the_text_does_not_print_is_told_in_the_words_of_its_record() -> None:
    doc = document("It broke (Doe).")
    read = with_records(doc, Record("d", Span(0, 0), DOE), cites=(cite(doc.text, "(Doe)", "d"),))
    assert read.extraction.references[0].raw == "Doe, The Water Works, 1999"


def test_of_a_citation_and_a_note_mark_at_one_place_the_first_in_the_file_is_meant_first() -> None:
    doc = document("He says: “the wheel had been unsafe for many years”{1}.\n\n{1}: Roe, Anna. Other (Oberau, 2001).")
    mark = doc.marks[0]
    before = replace(doc, marks=(Mark(mark.span, MarkKind.CITATION, "", "d"), mark))
    read = Read("", doc=replace(before, records=(Record("d", Span(0, 0), DOE),)))
    first = read.extraction.citation(read.extraction.quotations[0].citations[0])
    assert (first.kind.value, len(first.references)) == ("key", 1)
