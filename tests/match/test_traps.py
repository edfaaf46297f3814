"""Hand-written traps: faithful quotations that look wrong, and faulty ones that look right."""

from __future__ import annotations

import pytest

from holdwater.match import Words, locate
from holdwater.match.model import Fit
from match.traps import CHARTER, FAITHFUL, FAULTY

WORDS = Words.of(CHARTER)


@pytest.mark.parametrize("quotation", FAITHFUL)
def test_a_quotation_that_owns_up_to_its_edits_passes(quotation: str) -> None:
    alignment = locate(quotation, WORDS)
    assert alignment.fit in (Fit.VERBATIM, Fit.EDITED), [edit for edit in alignment.edits if edit.change != "none"]


@pytest.mark.parametrize(("quotation", "change"), FAULTY)
def test_a_quotation_that_says_something_else_is_altered_and_the_change_is_named(quotation: str, change: str) -> None:
    alignment = locate(quotation, WORDS)
    assert alignment.fit is Fit.ALTERED
    assert change in {one.value for one in alignment.changes()}
