"""An ellipsis that hides an exception or a condition, and its twins that hide neither."""

from __future__ import annotations

import pytest

from holdwater.match import locate
from holdwater.match.model import Change, Fit

LIMITED = (
    ("Any vehicle,", "other than a milk float,", "may be stopped at the bridge.", Change.QUANTIFIER),
    ("All the orchards", "apart from the vicar's", "were sold within the year.", Change.QUANTIFIER),
    ("No officer", "save the purser", "was allowed on shore that day.", Change.QUANTIFIER),
    ("The debts,", "with the exception of the mortgage,", "were paid by the autumn.", Change.QUANTIFIER),
    ("Visitors", "(excluding children under ten)", "must carry a lamp below.", Change.QUANTIFIER),
    ("Everyone in the boat", "but not the pilot,", "was sick before we passed the light.", Change.QUANTIFIER),
    ("No dog", "that is off its lead, other than a guide dog,", "may enter the reading room.", Change.QUANTIFIER),
    ("Anyone", "other than the owner", "who opens the sluice must pay a fine.", Change.QUANTIFIER),
    ("ADA: Will you go back? BEN:", "If they pay me,", "yes, tomorrow morning.", Change.CONJUNCTION),
    ("The fair opens at nine.", "If it rains,", "the dancing is held in the barn.", Change.CONJUNCTION),
    ("The rent is due.", "Should the tenant die,", "his widow keeps the house.", Change.CONJUNCTION),
    ("He did not wait, and", "if the boat was late,", "the goods were left on the sand.", Change.CONJUNCTION),
    ("If he offers gold, you", "must refuse; but if he offers cloth, you", "may take a third.", Change.CONJUNCTION),
    ("They", "would be rich today if they", "sold the mine before the strike.", Change.CONJUNCTION),
    ("He may keep a dog", "on condition that it is quiet,", "and a cat in the attic.", Change.CONJUNCTION),
    ("She may sell the house,", "with the consent of the bank,", "to a cousin.", Change.CONJUNCTION),
    ("It will pay a dividend,", "subject to the bank's approval,", "in the spring.", Change.CONJUNCTION),
    ("The bonus is paid,", "provided the harvest is in,", "on the first of October.", Change.CONJUNCTION),
    ("The lender calls in", "(if the rate falls)", "the whole of the loan.", Change.CONJUNCTION),
)
NOT_LIMITED = (
    ("Any vehicle,", "such as a milk float,", "may be stopped at the bridge."),
    ("All the orchards,", "which the frost had spared,", "were sold within the year."),
    ("The house,", "quite apart from its situation,", "was too dear for a curate."),
    ("The plan,", "apart from being too dear,", "was rejected at once."),
    ("Every cottage,", "including the last,", "has a slate roof and a porch."),
    ("The farm grows barley", "other than malting barley, oats", "and turnips for the sheep."),
    ("The debts", "of the estate", "were paid by the autumn."),
    ("The fair opens at nine.", "In the evening,", "the dancing is held in the barn."),
    ("The fair opens at nine.", "When the band is tired,", "the dancing is held in the barn."),
    ("The fair opens at nine.", "Even if it rains,", "the dancing is held in the barn."),
    ("It will pay a dividend,", "subject to section 12,", "in the spring."),
    ("The widow may,", "with the leave of the bank,", "sell the house and garden."),
    ("The services", "provided by the parish", "were cut in the autumn."),
    ("It was a so-called peace", "(if it was one)", "and lasted for a year."),
    ("If it rains, the fair opens in the barn;", "the band plays there, and", "the dancing goes on until two."),
)
BEFORE, BEHIND = "The papers are in a box under the stairs. ", " Nothing more is known of it."


@pytest.mark.parametrize(("left", "hidden", "right", "change"), LIMITED)
def test_a_hidden_exception_or_condition_is_named(left: str, hidden: str, right: str, change: Change) -> None:
    alignment = locate(f"{left} … {right}", f"{BEFORE}{left} {hidden} {right}{BEHIND}")
    assert change in alignment.changes()


@pytest.mark.parametrize(("left", "hidden", "right"), NOT_LIMITED)
def test_what_limits_nothing_may_be_left_out(left: str, hidden: str, right: str) -> None:
    assert locate(f"{left} … {right}", f"{BEFORE}{left} {hidden} {right}{BEHIND}").fit is Fit.EDITED


def test_a_lone_pronoun_is_not_taken_for_the_one_behind_a_hidden_if() -> None:
    source = "If we never fell, we should never learn; and if we never learned, the ice would drown us."
    assert Change.CONJUNCTION in locate("We … never learned … the ice would drown us.", source).changes()
