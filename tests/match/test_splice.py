"""Stretches that the passage lacks but the same source has elsewhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from holdwater.document import Span
from holdwater.match import locate
from holdwater.match.guards.splice import LEAST, RAGGED, spliced
from holdwater.match.model import Change, Edit, EditKind, Fit
from holdwater.match.words import Words

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


@given(st.lists(st.sampled_from("abc"), max_size=9), st.lists(st.sampled_from("abc"), max_size=14))
def test_the_longest_run_that_stands_is_taken_with_as_little_of_the_seam_left_out_as_can_be(
    mine: list[str], theirs: list[str]
) -> None:
    quotation, words = " ".join(mine), Words.of(" ".join(theirs))
    lacking = Edit(EditKind.INSERT, Span(0, len(quotation)), Span(0, 0), Change.ADDITION)
    cuts = [(left, right) for left in range(RAGGED + 1) for right in range(RAGGED + 1)]
    runs = [mine[left : len(mine) - right] for left, right in sorted(cuts, key=lambda cut: (sum(cut), cut[0]))]
    standing = [run for run in runs if len(run) >= LEAST and words.find(" ".join(run)) >= 0]
    found = [stretch.of(quotation).split() for stretch, _ in spliced([lacking], quotation, words)]
    assert found == standing[:1]
