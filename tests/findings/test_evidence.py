"""Passages as a report shows them, and the way back from a quotation's words to the document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.consulting import WALL, paged
from holdwater.document import Block, BlockKind, Document, Part, Span
from holdwater.findings.evidence import AROUND, Wording, evidence_of, pages_of, shifted
from holdwater.match import locate
from holdwater.match.model import Alignment, Fit
from holdwater.sources.model import Source

SOURCE = Source("wall", "wall.txt", {"title": "On the Wall"})


def test_a_passage_is_shown_with_its_neighbours_line_and_title() -> None:
    document = Document(f"First line.\n{WALL}")
    (shown,) = evidence_of(locate("the engineer spoke", document.text), SOURCE, document)
    assert (shown.title, shown.file, shown.line, shown.text) == ("On the Wall", "wall.txt", 2, "the engineer spoke")
    assert shown.before + shown.text + shown.after == document.text


def test_words_that_deny_the_passage_and_were_cut_off_before_it_are_shown_with_it() -> None:
    text = "We looked. It is not true that the engineer spoke of the northern pier. So it was."
    (shown,) = evidence_of(locate("the engineer spoke of the northern pier", text), SOURCE, Document(text))
    assert shown.text == "not true that the engineer spoke of the northern pier"
    assert shown.before.endswith("It is ")


def test_the_neighbours_are_cut_at_words() -> None:
    text = f"{'before ' * 99}old quay wall {'behind ' * 99}"
    (shown,) = evidence_of(locate("old quay wall", text), SOURCE, Document(text))
    assert set(shown.before.split()) == {"before"}
    assert set(shown.after.split()) == {"behind"}
    assert len(shown.before) <= AROUND
    assert len(shown.after) <= AROUND


def test_a_text_without_blanks_is_cut_all_the_same() -> None:
    text = f"{'x' * 999} old quay wall {'y' * 999}"
    (shown,) = evidence_of(locate("old quay wall", text), SOURCE, Document(text))
    assert (len(shown.before), len(shown.after)) == (AROUND, AROUND)


def test_the_runner_up_is_shown_behind_the_passage() -> None:
    text = "The old quay wall fell. Nobody saw it. The old quay wall fell."
    first, second = evidence_of(locate("The old quay wall fell", text), SOURCE, Document(text))
    assert (first.runner_up, second.runner_up) == (False, True)
    assert second.span == Span(39, 61)


def test_an_alignment_without_a_passage_is_no_evidence() -> None:
    with pytest.raises(ValueError, match="without a passage"):
        evidence_of(Alignment(Fit.NOT_FOUND), SOURCE, Document(WALL))


def test_the_place_says_page_and_part() -> None:
    text = "Page one words.\n\nA comment by a reader."
    blocks = (
        Block(Span(0, 15), BlockKind.PARAGRAPH),
        Block(Span(17, len(text)), BlockKind.PARAGRAPH, Part.COMMENTS),
    )
    document = Document(text, blocks=blocks, pages=paged(text, ("12", "Page")).pages)
    (shown,) = evidence_of(locate("comment by a reader", text), SOURCE, document)
    assert shown.place == "page 12, comments"


def test_pages_are_named_from_the_first_to_the_last_of_a_span() -> None:
    document = paged("one two three", ("7", "one"), ("8", "three"))
    assert pages_of(document, Span(0, 3)) == "7"
    assert pages_of(document, Span(0, 13)) == "7-8"
    assert pages_of(document, Span(8, 8)) == "8"
    assert pages_of(Document("one"), Span(0, 3)) == ""


def test_words_in_pieces_are_one_string_with_a_blank_between() -> None:
    text = "“The board met,” he says, “and it paid”."
    wording = Wording.of(Document(text), (Span(1, 15), Span(27, 38)))
    assert wording.text == "The board met, and it paid"
    assert wording.absolute(Span(0, 9)).of(text) == "The board"
    assert wording.absolute(Span(15, 26)).of(text) == "and it paid"
    assert wording.absolute(Span(10, 18)).of(text) == "met,” he says, “and"


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 9)), min_size=1, max_size=6), st.data())
def test_every_offset_of_the_words_leads_back_to_its_character(
    pieces: list[tuple[int, int]], data: st.DataObject
) -> None:
    text = "".join(chr(0x100 + n) for n in range(sum(map(sum, pieces))))
    spans, at = [], 0
    for gap, length in pieces:
        spans.append(Span(at + gap, at + gap + length))
        at += gap + length
    wording = Wording.of(Document(text), tuple(spans))
    offset = data.draw(st.integers(0, len(wording.text) - 1))
    if wording.text[offset] != " ":
        assert wording.absolute(Span(offset, offset + 1)).of(text) == wording.text[offset]


def test_an_alignment_is_shifted_with_its_runner_up() -> None:
    draft = "He says: “The old quay wall fell”."
    text = "The old quay wall fell. Nobody saw it. The old quay wall fell."
    wording = Wording.of(Document(draft), (Span(10, 32),))
    moved = shifted(locate(wording.text, text), wording)
    assert moved.runner_up is not None
    assert [edit.quotation for edit in (*moved.edits, *moved.runner_up.edits)] == [Span(10, 32)] * 2
    assert moved.spans == (Span(0, 22),)
