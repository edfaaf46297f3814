"""Verdicts: what follows from the sources in hand, and what does not."""

from __future__ import annotations

import pytest

from findings.consulting import LAMPS, WALL, Desk, paged
from holdwater.document import Document, Span
from holdwater.extract.model import QuotationKind
from holdwater.findings.model import Status
from holdwater.match.model import Change

QUOTED = "the engineer spoke of the old quay wall"
ABSENT = "cattle grazed on every green hill above the town"
DRAFT = f"He writes: “{QUOTED}”. She writes: “{ABSENT}”."


def desk(**sources: str) -> Desk:
    return Desk(DRAFT, dict(sources))


def test_words_that_stand_in_the_cited_source_are_verbatim_with_their_passage() -> None:
    one = desk(wall=WALL)
    one.quote(QUOTED, citations=[one.cite("wall")])
    verdict = one.verdict()
    assert verdict.status is Status.VERBATIM
    assert verdict.evidence[0].text == QUOTED
    assert (verdict.tied, verdict.looked_in) == (("wall",), ("wall",))


def test_edits_that_are_owned_up_to_are_edited() -> None:
    one = Desk("“[T]he engineer spoke … for an hour”", {"wall": WALL})
    one.quote("[T]he engineer spoke … for an hour", citations=[one.cite("wall")])
    assert one.verdict().status is Status.EDITED


def test_a_changed_word_is_altered() -> None:
    one = Desk("“the engineer spoke of the long quay wall”", {"wall": WALL})
    one.quote("the engineer spoke of the long quay wall", citations=[one.cite("wall")])
    verdict = one.verdict()
    assert verdict.status is Status.ALTERED
    assert verdict.alignment is not None
    assert verdict.alignment.changes() == {Change.WORD}


def test_words_are_not_found_where_every_cited_source_was_read() -> None:
    one = desk(wall=WALL, lamps=LAMPS)
    one.quote(ABSENT, citations=[one.cite("wall"), one.cite("lamps")])
    verdict = one.verdict()
    assert verdict.status is Status.NOT_FOUND
    assert verdict.looked_in == ("wall", "lamps")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (WALL, Status.VERBATIM),
        (WALL.replace("old", "long"), Status.ALTERED),
        ("In March the harbour board met and heard the engineer speak for an hour of a wall.", Status.AMBIGUOUS),
        (ABSENT, Status.AMBIGUOUS),
    ],
)
def test_of_a_presumed_quotation_only_what_is_near_the_sources_words_counts(words: str, status: Status) -> None:
    one = Desk(words, {"wall": WALL})
    one.quote(words, citations=[one.cite("wall")], kind=QuotationKind.INTRODUCED, presumed=True)
    assert one.verdict().status is status


@pytest.mark.parametrize("first", [["gone"], ["wall", "gone"]])
def test_nothing_follows_from_a_source_that_is_missing(first: list[str]) -> None:
    one = desk(wall=WALL)
    one.quote(ABSENT, citations=[one.cite(*first)])
    verdict = one.verdict()
    assert (verdict.status, verdict.reason) == (Status.SOURCE_MISSING, "its source is not in hand")


def test_a_second_citation_that_cannot_be_followed_leaves_it_open_too() -> None:
    one = desk(wall=WALL)
    one.quote(ABSENT, citations=[one.cite("wall"), one.cite("gone")])
    verdict = one.verdict()
    assert verdict.status is Status.SOURCE_MISSING
    assert verdict.looked_in == ("wall",)


def test_a_citation_that_leads_nowhere_is_a_missing_source() -> None:
    one = desk(wall=WALL)
    one.quote(ABSENT, citations=[one.cite()])
    assert one.verdict().reason == "its citation leads to no reference"


def test_a_source_that_cannot_be_read_leaves_it_unchecked() -> None:
    one = Desk(DRAFT, {"wall": WALL}, unreadable=("scan",))
    one.quote(ABSENT, citations=[one.cite("scan")])
    verdict = one.verdict()
    assert (verdict.status, verdict.tied) == (Status.SOURCE_UNREADABLE, ("scan",))


def test_a_reference_that_fits_two_sources_leaves_it_unchecked() -> None:
    one = Desk(DRAFT, {"wall": WALL}, torn=("wall",))
    one.quote(ABSENT, citations=[one.cite("wall")])
    verdict = one.verdict()
    assert (verdict.status, verdict.reason) == (Status.AMBIGUOUS, "its reference fits two sources")


def test_a_quotation_without_a_citation_says_so() -> None:
    one = desk(wall="Nothing of it stands here.")
    one.quote(QUOTED)
    assert (one.verdict().status, one.verdict().evidence) == (Status.NO_CITATION, ())


def test_the_second_citations_source_may_have_the_words() -> None:
    one = desk(lamps=LAMPS, wall=WALL)
    one.quote(QUOTED, citations=[one.cite("lamps"), one.cite("wall")])
    verdict = one.verdict()
    assert verdict.status is Status.VERBATIM
    assert verdict.evidence[0].source == "wall"


def test_words_found_in_one_source_need_no_other() -> None:
    one = desk(wall=WALL)
    one.quote(QUOTED, citations=[one.cite("gone"), one.cite("wall")])
    assert one.verdict().status is Status.VERBATIM


def test_altered_words_of_the_first_source_are_told_though_another_is_missing() -> None:
    one = Desk("“the engineer spoke of the new quay wall”", {"wall": WALL})
    one.quote("the engineer spoke of the new quay wall", citations=[one.cite("wall"), one.cite("gone")])
    assert one.verdict().status is Status.ALTERED


def test_every_quotation_gets_its_verdict_in_the_texts_order() -> None:
    one = desk(wall=WALL)
    cited = one.cite("wall")
    one.quote(QUOTED, citations=[cited])
    one.quote(ABSENT, citations=[cited])
    assert [(v.quotation, v.status) for v in one.verdicts()] == [(0, Status.VERBATIM), (1, Status.NOT_FOUND)]


PAGED = paged(
    "The old quay wall fell at night. Nobody was hurt. The old quay wall fell at night, he says again.",
    ("11", "The old"),
    ("12", "Nobody"),
    ("13", "he says"),
)
TWICE = "The old quay wall fell at night"


def test_of_two_equal_passages_the_one_on_the_cited_page_is_shown() -> None:
    one = Desk(f"“{TWICE}”", {"book": PAGED})
    one.quote(TWICE, citations=[one.cite("book", page="12")])
    verdict = one.verdict()
    assert verdict.evidence[0].span.start == PAGED.text.rindex("The old")
    assert (verdict.page_given, verdict.page_found) == ("12", "12")
    assert verdict.evidence[1].runner_up


def test_the_page_given_and_the_page_found_are_kept_apart() -> None:
    one = Desk(f"“{TWICE}”", {"book": PAGED})
    one.quote(TWICE, citations=[one.cite("book", page="99")])
    verdict = one.verdict()
    assert verdict.status is Status.VERBATIM
    assert (verdict.page_given, verdict.page_found) == ("99", "11")


def test_no_page_is_found_in_a_source_that_shows_none() -> None:
    one = desk(wall=WALL)
    one.quote(QUOTED, citations=[one.cite("wall", page="4")])
    assert (one.verdict().page_given, one.verdict().page_found) == ("", "")


def test_a_quotation_in_two_pieces_is_one_and_its_edits_stand_in_the_draft() -> None:
    text = "“The harbour board met late in March,” he says, “and the architect spoke of the old quay wall”."
    one = Desk(text, {"wall": WALL})
    pieces = ("The harbour board met late in March,", "and the architect spoke of the old quay wall")
    one.quote(*pieces, citations=[one.cite("wall")])
    verdict = one.verdict()
    assert verdict.status is Status.ALTERED
    assert verdict.alignment is not None
    (edit,) = [edit for edit in verdict.alignment.edits if edit.change is Change.WORD]
    assert edit.quotation.of(text) == "architect"
    assert edit.passage.of(WALL) == "engineer"
    assert all(Span(0, len(text)).covers(edit.quotation) for edit in verdict.alignment.edits)


@pytest.mark.parametrize(
    ("kind", "cut"), [(QuotationKind.BLOCK, True), (QuotationKind.INTRODUCED, True), (QuotationKind.MARKED, False)]
)
def test_a_block_is_complete_in_itself_and_may_be_cut(kind: QuotationKind, cut: bool) -> None:
    quoted = "The board shall pay every claim in full"
    one = Desk(f"{quoted}\n\nThen", {"rules": f"{quoted} unless the town objects."})
    one.quote(quoted, citations=[one.cite("rules")], kind=kind)
    alignment = one.verdict().alignment
    assert alignment is not None
    assert bool(alignment.cut) is cut


def test_words_that_a_source_read_in_part_does_not_show_are_unchecked() -> None:
    one = Desk(DRAFT, {"wall": Document(WALL, name="wall.pdf", unread=("page 2: no text layer",))})
    one.quote(ABSENT, citations=[one.cite("wall")])
    verdict = one.verdict()
    assert verdict.status is Status.SOURCE_UNREADABLE
    assert (verdict.reason, verdict.tied) == ("not in what could be read of its source", ("wall",))
