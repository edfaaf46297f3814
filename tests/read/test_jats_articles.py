"""Real articles, and shapes of JATS that publishers and archives use: every mark accounted for, every place true."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from holdwater.document import BlockKind, FileOrigins, MarkKind, Part
from holdwater.read import read_bytes, read_file
from read.reading_checks import DATA, assert_sound, blocks, kinds, misplaced, notes

ARTICLES = sorted([*DATA.glob("formats/**/*.nxml"), *DATA.glob("formats/**/writer.jats_*")])


@pytest.mark.data
@pytest.mark.parametrize(
    "path",
    ARTICLES or [pytest.param(None, marks=pytest.mark.skip(reason="no real articles here"))],
    ids=lambda path: path.name if path else "none",
)
def test_a_real_article_has_true_places_and_every_citation(path: Path) -> None:
    document = read_file(path, format="jats")
    assert_sound(document)
    assert isinstance(document.origins, FileOrigins)
    written = {at for run in document.origins.runs for at in range(run.text_start, run.text_start + run.length)}
    assert [one for one in misplaced(document, document.origins.raw) if one[0] in written] == []
    xrefs = [xref for xref in ElementTree.parse(path).iter("xref") if xref.get("ref-type") == "bibr"]
    named = {rid for xref in xrefs for rid in xref.get("rid", "").split()}
    assert named <= {mark.target for mark in document.marks_of(MarkKind.CITATION)}
    assert named <= {record.id for record in document.records}


def test_back_matter_is_read_in_its_order_and_references_are_their_own_part() -> None:
    raw = (
        "<article><body><p>x</p></body><back><ack><title>Thanks</title><p>To all.</p></ack>"
        "<app-group><app><title>Appendix</title><p>More.</p></app></app-group>"
        "<ref-list><title>Works</title><ref-list><title>Old</title>"
        '<ref id="a"><mixed-citation>Doe.</mixed-citation></ref>'
        "</ref-list></ref-list><glossary><title>Words</title><p>Mill.</p></glossary></back></article>"
    )
    document = read_bytes(raw.encode(), "m.nxml")
    assert blocks(document) == ["x", "Thanks", "To all.", "Appendix", "More.", "Works", "Old", "Doe.", "Words", "Mill."]
    references = [block.span.of(document.text) for block in document.blocks if block.part is Part.REFERENCES]
    assert references == ["Works", "Old", "Doe."]


def test_floats_that_stand_apart_from_the_text_are_read() -> None:
    raw = (
        "<article><body><p>x</p></body><floats-group><fig><label>Fig. 1</label><caption><p>A mill.</p></caption></fig>"
        "<boxed-text><title>Box</title><p>Boxed.</p></boxed-text></floats-group></article>"
    )
    document = read_bytes(raw.encode(), "m.nxml")
    assert blocks(document) == ["x", "Fig. 1", "A mill.", "Box", "Boxed."]
    assert kinds(document)[-2:] == ["heading", "paragraph"]


def test_verse_keeps_its_lines_and_speech_its_speaker() -> None:
    raw = (
        "<article><body><verse-group><verse-line>The wheel</verse-line><verse-line>it turns</verse-line></verse-group>"
        "<speech><speaker>Roe</speaker><p>It does.</p></speech></body></article>"
    )
    assert blocks(read_bytes(raw.encode(), "m.nxml")) == ["The wheel\nit turns", "Roe", "It does."]


def test_an_abbreviations_meaning_an_index_term_and_a_pictures_description_are_not_shown() -> None:
    raw = (
        "<article><body><p>The <abbrev>WMO<def><p>World Mill Order</p></def></abbrev><index-term><term>mill</term>"
        "</index-term> met <inline-graphic><alt-text>a seal</alt-text></inline-graphic> twice.</p></body></article>"
    )
    assert blocks(read_bytes(raw.encode(), "m.nxml")) == ["The WMO met twice."]


def test_a_note_of_several_paragraphs_a_list_and_a_quotation_is_one_group() -> None:
    raw = (
        '<article><body><p>x<fn id="n"><p>One.</p><list><list-item><p>Two.</p></list-item></list>'
        "<disp-quote><p>Three.</p></disp-quote></fn></p></body></article>"
    )
    document = read_bytes(raw.encode(), "m.nxml")
    assert notes(document) == {"n": "One.\n\nTwo.\n\nThree."}
    inside = [block for block in document.blocks if block.part is Part.NOTES]
    assert len({block.group for block in inside[:2]}) == 1
    assert inside[0].kind is BlockKind.NOTE


def test_a_reviewed_book_is_a_record_over_its_words() -> None:
    raw = (
        "<article><front><article-meta><title-group><article-title>A review</article-title></title-group>"
        '<product product-type="book"><source>The Quiet Valley</source>, <name><surname>Roe</surname>'
        "<given-names>A</given-names></name>. <year>1994</year></product></article-meta></front></article>"
    )
    document = read_bytes(raw.encode(), "m.nxml")
    assert blocks(document) == ["A review", "The Quiet Valley, Roe A. 1994"]
    assert [(one.span.of(document.text), one.csl["title"]) for one in document.records] == [
        ("The Quiet Valley, Roe A. 1994", "The Quiet Valley")
    ]
