"""Citations that the format marks: notes, links, keys; and works named in running text."""

from __future__ import annotations

from document_factory import Read, document

from holdwater.document import Document, Mark, MarkKind, Span
from holdwater.extract.model import CitationKind


def marked(text: str, words: str, kind: MarkKind, target: str, label: str = "") -> Read:
    doc = document(text)
    start = doc.text.index(words)
    mark = Mark(Span(start, start + len(words)), kind, label, target)
    return Read("", doc=Document(doc.text, format="html", blocks=doc.blocks, marks=(*doc.marks, mark), notes=doc.notes))


def test_a_note_mark_leads_to_the_work_its_note_names() -> None:
    read = Read("It broke.{1}\n\n{1}: Jane Doe, The Water Works (London: Acme, 1999), p. 12.")
    citation = read.extraction.citations[0]
    assert (citation.kind, citation.label, citation.note) == (CitationKind.NOTE, "1", "n1")
    assert citation.locator is not None
    assert citation.locator.value == "12"


def test_a_mark_without_its_note_leads_nowhere() -> None:
    citation = Read("It broke.{1}").extraction.citations[0]
    assert (citation.note, citation.references) == ("", ())


def test_a_link_on_words_cites_its_address() -> None:
    read = marked(
        "The report of the board says so.", "report of the board", MarkKind.LINK, "https://www.example.org/r/#p"
    )
    assert read.cited == ["report of the board"]
    assert read.extraction.references[0].identifiers == ("url:https://example.org/r",)


def test_a_links_page_fragment_is_the_locator() -> None:
    read = marked("The report says so.", "report", MarkKind.LINK, "https://example.org/r.pdf#page=12")
    assert read.extraction.citations[0].locator is not None
    assert read.extraction.citations[0].locator.value == "12"


def test_links_inside_the_document_cite_nothing() -> None:
    for target in ("#top", "mailto:doe@example.org", "javascript:void(0)", ""):
        assert marked("The report says so.", "report", MarkKind.LINK, target).cited == []


def test_a_link_to_a_file_beside_the_document_cites_the_file() -> None:
    read = marked("The report says so.", "report", MarkKind.LINK, "sources/report.pdf")
    assert read.extraction.references[0].identifiers == ("file:report.pdf",)


def test_a_bare_address_that_is_a_link_cites_once() -> None:
    read = marked("See https://example.org/r now.", "https://example.org/r", MarkKind.LINK, "https://example.org/r")
    assert [each.kind for each in read.extraction.citations] == [CitationKind.LINK]


def test_a_key_leads_to_the_reference_of_that_name() -> None:
    read = marked("It broke [@doe, p. 4] then.", "[@doe, p. 4]", MarkKind.CITATION, "doe")
    citation = read.extraction.citations[0]
    assert (citation.kind, citation.references) == (CitationKind.KEY, ("doe",))
    assert citation.locator is not None
    assert citation.locator.value == "4"
    assert read.extraction.references[0].csl["id"] == "doe"


def test_works_named_in_running_text_are_cited() -> None:
    read = Read("As RFC 2385 says, and RFC-2635, doi:10.1000/x1, arXiv:1706.03762, https://example.org/x.")
    assert read.references == [
        ("rfc:2385",),
        ("rfc:2635",),
        ("doi:10.1000/x1",),
        ("arxiv:1706.03762",),
        ("url:https://example.org/x",),
    ]


def test_one_work_named_twice_has_one_reference() -> None:
    read = Read("As RFC 2385 says. And RFC2385 says more.")
    assert len(read.extraction.references) == 1
    assert len(read.cited) == 2


def test_a_work_named_in_the_text_is_the_entry_of_the_list() -> None:
    read = Read("As RFC 2385 says.\n\n= [9] Doe, J., “Keys”, RFC 2385, 1998.")
    assert read.references == [("entry:9",)]


def test_headings_and_code_cite_nothing() -> None:
    assert Read("# On RFC 2385\n\n~ fetch RFC 2385 https://example.org/x").cited == []


def test_citations_are_numbered_in_the_texts_order() -> None:
    read = Read("It broke (Doe 2019).{1} See RFC 1 and [RFC2].\n\n{1}: A note.")
    assert [each.id for each in read.extraction.citations] == [0, 1, 2, 3]
    starts = [each.span.start for each in read.extraction.citations]
    assert starts == sorted(starts)
