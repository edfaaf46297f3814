"""A "not" that stands before the passage, and neither in the quotation nor in the sentence that it is run into."""

from __future__ import annotations

import pytest

from holdwater.match import locate
from holdwater.match.model import Change, Fit

SOURCE = (
    "The council met in May. The council did not support a ban on new gas boilers. It went home. It is not a magic "
    "bullet for anybody. Bans should never be introduced on such grounds. Whether or not the mayor supports a ban on "
    "boilers is open. It did not only support a ban on cars."
)
BAN = "support a ban on new gas boilers"


def fit(quotation: str, before: str, after: str = "” that day.") -> Fit:
    alignment = locate(quotation, SOURCE, before=before, after=after)
    if alignment.fit is Fit.ALTERED:
        assert next(edit.change for edit in alignment.edits) is Change.NEGATION
    return alignment.fit


@pytest.mark.parametrize(
    ("before", "quotation"),
    [
        ("The council did “", BAN),
        ("The council did ", BAN),
        ("Nobody was surprised. The council could “", BAN),
        ("This is “", "a magic bullet for anybody"),
        ("Bans should “", "be introduced on such grounds"),
    ],
)
def test_an_auxiliary_that_runs_into_words_which_the_source_denies_is_a_change(before: str, quotation: str) -> None:
    assert fit(quotation, before) is Fit.ALTERED


@pytest.mark.parametrize(
    ("before", "quotation"),
    [
        ("The council did not “", BAN),
        ("This isn't “", "a magic bullet for anybody"),
        ("Bans should hardly “", "be introduced on such grounds"),
        ("He doubted that it did “", BAN),
        ("They asked whether it would “", BAN),
    ],
)
def test_a_denial_in_the_authors_own_words_stands_for_the_sources(before: str, quotation: str) -> None:
    assert fit(quotation, before) is Fit.VERBATIM


def test_a_denial_behind_the_quotation_stands_for_the_sources_too() -> None:
    assert fit(BAN, "That it did “", after="” is false.") is Fit.VERBATIM


@pytest.mark.parametrize(
    "before", ["", "the duty to “", "He spoke of “", "The council did, as it said, “", "It said: “"]
)
def test_words_that_are_mentioned_or_stand_alone_claim_nothing(before: str) -> None:
    assert fit(BAN, before) is Fit.VERBATIM


def test_a_not_that_denies_other_words_is_left_out_rightly() -> None:
    assert fit("supports a ban on boilers", "The mayor may “") is Fit.VERBATIM
    assert fit("support a ban on cars", "It did “") is Fit.VERBATIM
