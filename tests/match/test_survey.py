"""A survey keeps what it has found, and the next one of the same runs need not go through the texts again."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from holdwater.match import survey
from holdwater.match.index import Index
from holdwater.match.library import Library
from holdwater.match.quoted import Quoted
from holdwater.match.survey import Surveyor
from holdwater.match.votes import Votes

BOARD, QUAY = "the board of the harbour met at noon", "the old quay was sold to a brewer"


class Folder:
    """Texts that are loaded as they are come to; counts how often."""

    def __init__(self, *texts: str) -> None:
        self.texts, self.loaded = texts, 0

    def __iter__(self) -> Iterator[str]:
        self.loaded += 1
        yield from self.texts


def index(*quotations: str, length: int = 3) -> Index:
    return Index.of([segment for one in quotations for segment in Quoted.of(one).segments], length)


def surveyed(surveyor: Surveyor, one: Index, most_places: int = 100) -> Votes:
    return surveyor.survey(one, np.arange(2), most_places)


@pytest.fixture
def folder() -> Folder:
    return Folder("nothing of the kind", f"it is said that {QUAY} and {BOARD}", f"{BOARD} again")


def test_some_of_the_same_runs_are_not_looked_for_again(folder: Folder) -> None:
    surveyor = Surveyor(Library(folder))
    surveyed(surveyor, index(BOARD, QUAY))
    again = surveyed(surveyor, index(QUAY))
    assert folder.loaded == 1
    assert again.source.tolist() == [1]
    afresh = surveyed(Surveyor(Library(folder)), index(QUAY))
    assert (again.diagonal.tolist(), again.weight.tolist()) == (afresh.diagonal.tolist(), afresh.weight.tolist())


def test_runs_that_stood_at_too_many_places_are_known_too(folder: Folder) -> None:
    surveyor = Surveyor(Library(folder))
    assert surveyed(surveyor, index(BOARD, QUAY), most_places=1).source.tolist() == [1]
    assert sorted(surveyed(surveyor, index(BOARD), most_places=2).source.tolist()) == [1, 2]
    assert folder.loaded == 1


@pytest.mark.parametrize("other", [index(QUAY, length=2), index("the board met at noon")])
def test_other_runs_are_looked_for_in_the_texts(folder: Folder, other: Index) -> None:
    surveyor = Surveyor(Library(folder))
    surveyed(surveyor, index(BOARD, QUAY))
    surveyed(surveyor, other)
    assert folder.loaded == 2


def test_what_is_too_much_is_not_kept(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey, "MOST_WAITING", 3)
    surveyor = Surveyor(Library(folder))
    first = surveyed(surveyor, index(BOARD, QUAY))
    assert surveyor.passed == []
    assert surveyed(surveyor, index(BOARD, QUAY)).weight.tolist() == first.weight.tolist()
    assert folder.loaded == 2
