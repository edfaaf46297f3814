"""The difference between a quotation and its passage, as pieces."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_factory import Draft, find

from holdwater.document import Span
from holdwater.findings.model import Evidence
from holdwater.match.model import Change, Edit, EditKind
from holdwater.report.difference import (
    Piece,
    abridged,
    after_pieces,
    in_context,
    passage_pieces,
    quotation_changes,
)


def laid(quoted: str, passage: str, **kept: object) -> tuple[Draft, Evidence]:
    draft = Draft(text=f"He says: {quoted}", sources={"a.txt": f"Before it. {passage} After it."})
    return draft, draft.evidence(draft.span(quoted), "a.txt", passage, **kept)


def shown(pieces: tuple[Piece, ...]) -> str:
    """Pieces as a line: [-omitted-], {+put in+}, (soft)."""
    marks = {EditKind.OMIT: "[-{}-]", EditKind.INSERT: "{{+{}+}}", EditKind.EQUAL: "{}"}
    return "".join(
        marks[piece.kind].format(piece.text) if piece.loud or piece.kind is EditKind.EQUAL else f"({piece.text})"
        for piece in pieces
    )


@pytest.mark.parametrize(
    ("quoted", "passage", "expected"),
    [
        ("the fleet was laid up", "the fleet was laid up", "the fleet was laid up"),
        ("the whole fleet sailed", "the fleet sailed", "the {+whole+} fleet sailed"),
        ("the fleet sailed", "the whole fleet sailed", "the [-whole-] fleet sailed"),
        ("the grey fleet sailed", "the whole fleet sailed", "the [-whole-]{+grey+} fleet sailed"),
        ("two grey ships sailed", "four whole fleets sailed", "[-four whole fleets-]{+two grey ships+} sailed"),
        ("it sailed at last", "it sailed", "it sailed {+at last+}"),
        ("it sailed", "at last it sailed", "[-at last-] it sailed"),
    ],
)
def test_changed_words_are_marked_in_the_passage(quoted: str, passage: str, expected: str) -> None:
    draft, evidence = laid(quoted, passage)
    assert shown(passage_pieces(evidence, draft.text)) == expected


def test_what_the_quotation_owns_up_to_is_soft() -> None:
    draft, evidence = laid("the fleet sailed", "the whole fleet sailed", change=Change.MARKED)
    pieces = passage_pieces(evidence, draft.text)
    assert shown(pieces) == "the (whole) fleet sailed"
    assert quotation_changes(evidence.alignment) == ()


def test_neighbouring_changes_read_as_one_and_keep_the_one_that_turns_the_meaning() -> None:
    draft, evidence = laid("all fourteen sailed", "some forty sailed")
    all_, fourteen = draft.span("all"), draft.span("fourteen")
    base = evidence.span.start
    steps = (
        Edit(EditKind.REPLACE, all_, Span(base, base + 4), Change.WORD),
        Edit(EditKind.REPLACE, fourteen, Span(base + 5, base + 10), Change.NUMBER),
    )
    evidence = replace(evidence, alignment=replace(evidence.alignment, edits=steps))
    pieces = passage_pieces(evidence, draft.text)
    assert shown(pieces) == "[-some forty-]{+all fourteen+} sailed"
    assert pieces[0].change is Change.NUMBER


def test_a_replacement_without_a_change_is_no_difference() -> None:
    draft, evidence = laid("Fleet sailed", "Boats sailed", change=Change.NONE)
    assert shown(passage_pieces(evidence, draft.text)) == "Boats sailed"


def test_words_between_the_aligned_spans_are_left_out_by_an_ellipsis() -> None:
    draft, evidence = laid("the fleet sailed", "the fleet that nobody had counted sailed")
    base = evidence.span.start
    spans = (Span(base, base + 9), Span(base + 34, evidence.span.end))
    evidence = replace(evidence, alignment=replace(evidence.alignment, spans=spans, edits=()))
    assert shown(passage_pieces(evidence, draft.text)) == "the fleet that nobody had counted sailed"
    edits = (
        Edit(EditKind.EQUAL, draft.span("the fleet"), spans[0]),
        Edit(EditKind.EQUAL, draft.span("sailed"), spans[1]),
    )
    evidence = replace(evidence, alignment=replace(evidence.alignment, edits=edits))
    assert shown(passage_pieces(evidence, draft.text)) == "the fleet (that nobody had counted) sailed"


def test_a_passage_without_an_alignment_is_shown_as_it_is() -> None:
    draft, evidence = laid("the fleet sailed", "the  fleet\nsailed")
    assert shown(passage_pieces(replace(evidence, alignment=None), draft.text)) == "the fleet sailed"


def test_a_figure_that_differs_is_marked_though_no_quotation_was_aligned() -> None:
    draft, evidence = laid("forty ships sailed", "in May four ships sailed at last")
    edits = Edit(EditKind.REPLACE, draft.span("forty"), Span(evidence.span.start + 7, evidence.span.start + 11))
    plain = replace(evidence, alignment=None, instead=replace(edits, change=Change.NUMBER))
    assert shown(passage_pieces(plain, draft.text)) == "in May [-four-]{+forty+} ships sailed at last"


def test_edits_beyond_the_passage_are_cut_to_it() -> None:
    draft, evidence = laid("the fleet sailed", "the fleet sailed")
    wild = Edit(EditKind.OMIT, Span(0, 0), Span(0, 10_000), Change.OMISSION)
    evidence = replace(evidence, alignment=replace(evidence.alignment, edits=(wild,)))
    assert shown(passage_pieces(evidence, draft.text)) == "[-the fleet sailed-]"


def test_the_limiting_words_after_a_cut_are_marked_as_left_out() -> None:
    draft = Draft(text="He says: it is open", sources={"a.txt": "Now it is open unless it freezes. The end."})
    evidence = draft.evidence(draft.span("it is open"), "a.txt", "it is open", cut="unless it freezes")
    assert shown(after_pieces(evidence)) == " [-unless it freezes-]. The end."
    assert shown(after_pieces(replace(evidence, after=""))) == ""


def test_context_is_cut_at_words() -> None:
    draft, evidence = laid("the fleet sailed", "the fleet sailed")
    evidence = replace(evidence, before="one two three four ", after=" five six seven eight")
    passage = in_context(evidence, draft.text, context=11, keep=100)
    assert passage.before == "… three four "
    assert shown(passage.after) == " five six …"


def test_a_long_equal_stretch_is_shortened_in_its_middle() -> None:
    (piece,) = abridged([Piece("word " * 100)], 40)
    assert len(piece.text) < 50
    assert piece.text.count("…") == 1


def test_a_long_marked_omission_is_a_bracketed_ellipsis() -> None:
    (piece,) = abridged([Piece("word " * 100, EditKind.OMIT, Change.MARKED)], 60)
    assert piece.text == "[…]"


def test_many_pieces_are_cut_off() -> None:
    pieces = abridged([Piece("a"), Piece("b", EditKind.INSERT, Change.WORD)] * 500, 40)
    assert len(pieces) == 81
    assert pieces[-1].text == " …"


WORDS = st.lists(st.sampled_from(["ship", "ice", "bar", "a", "no"]), min_size=1, max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_both_texts_can_be_read_off_the_pieces(quoted: str, passage: str) -> None:
    draft = Draft(text=f"<{quoted}>", sources={"a.txt": f"<{passage}>"})
    evidence = draft.evidence(Span(1, 1 + len(quoted)), "a.txt", f"{passage}>")
    evidence = replace(
        evidence,
        span=Span(1, 1 + len(passage)),
        text=passage,
        alignment=draft.evidence(Span(1, 1 + len(quoted)), "a.txt", f"<{passage}>").alignment,
    )
    pieces = passage_pieces(with_words(draft, evidence, quoted, passage), draft.text)
    assert "".join(p.text for p in pieces if p.kind is not EditKind.INSERT).split() == passage.split()
    assert "".join(p.text for p in pieces if p.kind is not EditKind.OMIT).split() == quoted.split()


def with_words(draft: Draft, evidence: Evidence, quoted: str, passage: str) -> Evidence:
    from report_factory import edits

    span = find(draft.sources["a.txt"], f"<{passage}>")
    inner = Span(span.start + 1, span.end - 1)
    steps = edits(draft.text, Span(1, 1 + len(quoted)), draft.sources["a.txt"], inner, Change.WORD)
    return replace(evidence, alignment=replace(evidence.alignment, edits=steps, spans=(inner,)))
