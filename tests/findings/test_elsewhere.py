"""Words looked for in sources that are not cited for them."""

from __future__ import annotations

import pytest

from findings.consulting import LAMPS, WALL, Desk
from holdwater.document import Document
from holdwater.findings.elsewhere import SMALL, Probe, search, worth_reading
from holdwater.findings.model import Status
from holdwater.sources.shelf import Shelf

QUOTED = "the engineer spoke of the old quay wall"
DRAFT = f"She writes: “{QUOTED}”."


def test_words_that_stand_in_another_source_are_found_elsewhere_and_it_is_named() -> None:
    one = Desk(DRAFT, {"lamps": LAMPS, "wall": WALL})
    one.quote(QUOTED, citations=[one.cite("lamps")])
    verdict = one.verdict()
    assert verdict.status is Status.FOUND_ELSEWHERE
    assert (verdict.evidence[0].source, verdict.evidence[0].text) == ("wall", QUOTED)
    assert (verdict.tied, verdict.looked_in) == (("lamps",), ("lamps", "wall"))


def test_a_passage_elsewhere_with_the_very_words_goes_before_an_altered_one_in_the_cited_source() -> None:
    one = Desk(DRAFT, {"copy": WALL.replace("old", "new"), "wall": WALL})
    one.quote(QUOTED, citations=[one.cite("copy")])
    assert one.verdict().status is Status.FOUND_ELSEWHERE


def test_words_that_are_altered_elsewhere_too_are_not_found_elsewhere() -> None:
    one = Desk(DRAFT, {"lamps": LAMPS, "wall": WALL.replace("old", "new")})
    one.quote(QUOTED, citations=[one.cite("lamps")])
    assert one.verdict().status is Status.NOT_FOUND


def test_words_that_cite_nothing_stay_without_a_citation_but_their_source_is_shown() -> None:
    one = Desk(DRAFT, {"wall": WALL})
    one.quote(QUOTED)
    verdict = one.verdict()
    assert verdict.status is Status.NO_CITATION
    assert verdict.evidence[0].source == "wall"


def test_a_few_words_found_elsewhere_prove_nothing() -> None:
    one = Desk("She writes: “the old quay wall”.", {"lamps": LAMPS, "wall": WALL})
    one.quote("the old quay wall", citations=[one.cite("lamps")])
    assert one.verdict().status is Status.NOT_FOUND


def test_the_document_itself_among_the_sources_is_not_elsewhere() -> None:
    one = Desk(DRAFT, {"lamps": LAMPS, "draft": DRAFT})
    one.quote(QUOTED, citations=[one.cite("lamps")])
    assert one.verdict(own_digest=True).status is Status.NOT_FOUND
    assert one.verdict(own_digest=False).status is Status.FOUND_ELSEWHERE


def test_a_missing_source_is_not_searched_for_elsewhere() -> None:
    one = Desk(DRAFT, {"wall": WALL})
    one.quote(QUOTED, citations=[one.cite("gone")])
    assert one.verdict().status is Status.SOURCE_MISSING


def test_a_source_that_cannot_be_read_is_passed_over() -> None:
    one = Desk(DRAFT, {"lamps": LAMPS, "wall": WALL}, unreadable=("scan",))
    one.quote(QUOTED, citations=[one.cite("lamps")])
    assert one.verdict().status is Status.FOUND_ELSEWHERE


@pytest.mark.parametrize(
    ("content", "met"),
    [
        (b"<p>the engineer <i>spoke</i> of the old quay wall", True),
        (b"the engi-\nneer spoke of the old quay wall", True),
        (b"engineer spoke, at another place", False),
        (b"spoke to the lamps", False),
        (b"", False),
    ],
)
def test_a_source_is_worth_reading_only_with_the_long_words_and_a_run_of_three(content: bytes, met: bool) -> None:
    assert Probe.of(QUOTED).met(content) is met


def test_a_large_shelf_is_not_read_for_words_that_tell_nothing() -> None:
    few = Shelf.from_documents({"one": Document("to be or not to be")})
    many = Shelf.from_documents({str(n): Document("to be or not to be") for n in range(SMALL + 1)})
    probe = Probe.of("to be or not to be")
    assert worth_reading("one", probe, few)
    assert not worth_reading("1", probe, many)


def test_a_search_shows_the_nearest_passage_first_and_leaves_out_what_has_none() -> None:
    shelf = Shelf.from_documents(
        {"changed": Document(WALL.replace("old", "new")), "lamps": Document(LAMPS), "wall": Document(WALL)}
    )
    assert [one.source for one in search(QUOTED, shelf)] == ["wall", "changed"]
