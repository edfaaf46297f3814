"""Stretches that the passage lacks but the same source has elsewhere."""

from __future__ import annotations

from holdwater.match import locate
from holdwater.match.model import Fit

FILLER = " ".join(f"filler{n}" for n in range(300))
SOURCE = (
    "The harbour board met late in March and the engineer spoke first about the wall. "
    f"{FILLER} The town refused every one of the old claims against it."
)


def test_two_passages_run_together_without_a_mark_are_a_splice() -> None:
    quotation = "The harbour board met late in March and the town refused every one of the old claims"
    alignment = locate(quotation, SOURCE)
    assert alignment.fit is Fit.ALTERED
    ((mine, theirs),) = alignment.elsewhere
    assert mine.of(quotation).endswith("refused every one of the old claims") or mine.of(quotation).startswith(
        "The harb"
    )
    assert theirs.of(SOURCE).lower() == mine.of(quotation).lower()


def test_with_an_ellipsis_between_them_it_is_an_edited_quotation() -> None:
    quotation = "The harbour board met late in March … The town refused every one of the old claims"
    alignment = locate(quotation, SOURCE)
    assert alignment.fit is Fit.EDITED
    assert alignment.elsewhere == ()
    assert len(alignment.spans) == 2


def test_words_left_out_nearby_are_an_omission_and_no_splice() -> None:
    alignment = locate("The harbour board met late in March and the engineer spoke about the wall", SOURCE)
    assert alignment.fit is Fit.ALTERED
    assert alignment.elsewhere == ()


def test_words_that_the_source_has_nowhere_are_no_splice() -> None:
    quotation = "The harbour board met late in March and the engineer sang a merry song of the sea"
    assert locate(quotation, SOURCE).elsewhere == ()
