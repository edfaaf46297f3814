"""What is nowhere is given up before it is laid, and what is somewhere is not."""

from __future__ import annotations

import random

import pytest

from holdwater.match import locate
from holdwater.match.lay import Laying
from holdwater.match.model import Fit

QUOTATION = "the harbour board resolved that no further tolls be taken at the lower gate until the new lock is opened"


@pytest.fixture
def laid(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The cells of each window that a segment is laid in, as it is done."""
    cells: list[int] = []
    around = Laying.around

    def counted(self, start, end, *args):  # type: ignore[no-untyped-def]
        cells.append(len(self.segment) * (end - start))
        return around(self, start, end, *args)

    monkeypatch.setattr(Laying, "around", counted)
    return cells


def texts(*phrases: str) -> list[str]:
    """A text of two hundred words for each phrase, which stands in its middle; the other words are made up."""
    dice = random.Random(4)
    language = ["".join(dice.choices("bcdfghklmnprtvw", k=dice.randint(2, 8))) for _ in range(500)]
    return [" ".join([*dice.choices(language, k=100), phrase, *dice.choices(language, k=100)]) for phrase in phrases]


def test_a_quotation_of_which_phrases_stand_here_and_there_is_not_laid(laid: list[int]) -> None:
    words = QUOTATION.split()
    shelf = texts(*(" ".join(words[at : at + 4]) for at in range(17)))
    assert locate([QUOTATION], shelf)[0].fit is Fit.NOT_FOUND
    assert laid == []


def test_one_in_pieces_of_which_one_phrase_stands_is_not_laid(laid: list[int]) -> None:
    pieces = (
        "the harbour board resolved that no further tolls … be taken at the lower gate … until the new lock is opened"
    )
    shelf = texts("before the harbour board resolved", "no further tolls", "all the lower gate until")
    assert locate([pieces], shelf)[0].fit is Fit.NOT_FOUND
    assert laid == []


def test_one_damaged_in_many_letters_is_laid_where_it_stands_and_nowhere_else(laid: list[int]) -> None:
    damaged = QUOTATION.replace("tolls", "tolis").replace("further", "furthcr").replace("resolved", "resoived")
    damaged = damaged.replace("harbour", "harhour").replace("opened", "opcned").replace("lower", "iower")
    shelf = texts("the new lock is", QUOTATION, "no further tolls be", "harbour board resolved that")
    (found,) = locate([damaged], shelf)
    assert (found.fit, found.passage) == (Fit.ALTERED, 1)
    assert len(laid) == 1


def test_halves_that_stand_far_apart_in_one_text_are_found(laid: list[int]) -> None:
    words = QUOTATION.split()
    first, second = texts(" ".join(words[:10]), " ".join(words[10:]))
    (found,) = locate([QUOTATION], [*texts("tolls be taken at the"), f"{first} {second}"])
    assert found.passage == 1
    assert found.elsewhere
    assert laid


def test_one_that_goes_on_behind_a_page_s_head_is_found() -> None:
    words = QUOTATION.replace("tolls", "tolis").replace("resolved", "resoived").split()
    head = "\n\nWray                 [Page 12]\n\f\nRFC 4711        Rules for the Lower Gate        May 1871\n\n"
    first, second = texts(" ".join(QUOTATION.split()[:10]), " ".join(QUOTATION.split()[10:]))
    before, behind = " ".join(first.split()[:110]), " ".join(second.split()[100:])
    (found,) = locate([" ".join(words)], [*texts("tolls be taken at the"), f"{before}{head}{behind}"])
    assert (found.fit, found.passage) == (Fit.ALTERED, 1)


def test_all_windows_of_the_one_text_that_is_cited_are_laid(laid: list[int]) -> None:
    shelf = texts("the harbour board resolved that no further")
    assert locate([QUOTATION], shelf)[0].fit is Fit.NOT_FOUND
    assert laid
