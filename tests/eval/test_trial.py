"""One quotation put to the whole product, on invented sources."""

from __future__ import annotations

from eval.trial import paged, put

from holdwater.document import Document
from holdwater.findings.model import Status

WALL = "The harbour board met late in March, and the engineer spoke of the old quay wall for an hour."


def test_a_faithful_quotation_is_verified_and_not_flagged() -> None:
    outcome = put("the engineer spoke of the old quay wall", {"wall": Document(WALL)})
    assert outcome.verdict.status is Status.VERBATIM
    assert outcome.verified
    assert not outcome.flagged
    assert outcome.said == "verbatim"


def test_a_changed_quotation_is_flagged_and_the_change_is_said() -> None:
    outcome = put("the engineer never spoke of the old quay wall", {"wall": Document(WALL)})
    assert outcome.flagged
    assert not outcome.verified
    assert "negation" in outcome.said


def test_a_quotation_of_another_source_is_flagged() -> None:
    assert put("cattle grazed on every green hill above the town", {"wall": Document(WALL)}).flagged


def test_a_wrong_page_is_flagged_and_the_right_one_is_not() -> None:
    source = paged("wall", f"{WALL} Nobody saw the lamps of the lower town go out that night.", [[0, 11], [94, 12]])
    quotation = "Nobody saw the lamps of the lower town go out"
    assert put(quotation, {"wall": source}, pages=(12, 12)).codes == ()
    assert put(quotation, {"wall": source}, pages=(44, 45)).codes == ("CIT203",)


def test_what_follows_the_quotation_is_part_of_the_trial() -> None:
    source = {"rules": Document("The board shall pay every claim in full unless the town objects.")}
    assert put("The board shall pay every claim in full", source, after=".").flagged
    assert not put("The board shall pay every claim in full", source, after=", he says.").flagged


def test_of_several_sources_any_may_have_the_words() -> None:
    outcome = put("the old quay wall for an hour", {"other": Document("Lamps."), "wall": Document(WALL)})
    assert outcome.verified
