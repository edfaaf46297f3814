"""A source's word that a scanner misread is read as it was printed, and two words are never one."""

from __future__ import annotations

import pytest

from holdwater.match import locate
from holdwater.match.model import Change, Fit


def changes(printed: str, quoted: str, *, behind: str = "") -> tuple[Fit, frozenset[Change]]:
    """What is said of a quotation that has `quoted` where its source has `printed`."""
    sentence = "On that day the porter of the old mill kept {} beside the river and wrote in his book."
    source = f"The year was dry. {sentence.format(printed)} Nobody came.{behind}"
    quotation = sentence.format(quoted)
    found = locate(quotation, source)
    return found.fit, frozenset(edit.change for edit in found.edits) - {Change.NONE}


@pytest.mark.parametrize(
    ("printed", "quoted"),
    [
        ("comrnon", "common"),
        ("sumrner", "summer"),
        ("rnail", "mail"),
        ("rnother", "mother"),
        ("srnall", "small"),
        ("payrnents", "payments"),
        ("staternent", "statement"),
        ("cornpany", "company"),
        ("tirne", "time"),
        ("govemment", "government"),
        ("retumed", "returned"),
        ("moming", "morning"),
        ("tbe", "the"),
        ("Tbe", "The"),
        ("wliich", "which"),
        ("liis", "his"),
        ("cburch", "church"),
        ("tliings", "things"),
        ("necessarv", "necessary"),
        ("vvith", "with"),
        ("ofthe", "of the"),
        ("1aw", "law"),
        ("tbe comrnon", "the common"),
    ],
)
def test_a_form_that_is_no_word_is_read_as_what_was_printed(printed: str, quoted: str) -> None:
    assert changes(printed, quoted) == (Fit.EDITED, frozenset({Change.MANNER}))


@pytest.mark.parametrize(
    ("printed", "quoted"),
    [
        ("modem", "modern"),
        ("bum", "burn"),
        ("bums", "burns"),
        ("corner", "comer"),
        ("comer", "corner"),
        ("stern", "stem"),
        ("stem", "stern"),
        ("barn", "bam"),
        ("form", "from"),
        ("casual", "causal"),
        ("homed", "horned"),
        ("gamer", "garner"),
        ("dam", "darn"),
        ("slav", "slay"),
        ("arid", "and"),
        ("band", "hand"),
        ("beat", "heat"),
    ],
)
def test_two_words_stay_two(printed: str, quoted: str) -> None:
    assert changes(printed, quoted)[0] is Fit.ALTERED


@pytest.mark.parametrize(
    ("printed", "quoted"),
    [
        ("rnay", "may"),
        ("rnost", "most"),
        ("wi1l", "will"),
        ("l9", "19"),
        ("Rnair", "Mair"),
        ("tbe", "a"),
        ("tbe", "no"),
        ("1eft", "right"),
        ("rnl", "ml"),
        ("notthe", "not the"),
    ],
)
def test_a_number_a_name_and_a_word_that_turns_the_sense_are_not_read_out_of_another(printed: str, quoted: str) -> None:
    assert changes(printed, quoted)[0] is Fit.ALTERED


@pytest.mark.parametrize(("printed", "quoted"), [("the", "tbe"), ("common", "comrnon"), ("law", "1aw")])
def test_the_quotations_own_misprint_is_told(printed: str, quoted: str) -> None:
    assert changes(printed, quoted)[0] is Fit.ALTERED


def test_a_digit_among_letters_is_read_as_a_word_that_is_known() -> None:
    assert changes("1anterns", "lanterns")[0] is Fit.ALTERED
    assert changes("1anterns", "lanterns", behind=" Two lanterns burned.")[0] is Fit.EDITED
