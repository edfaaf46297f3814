"""What a source is called that does not say which of its first lines is its title. All works are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_correspondence import LETTER
from test_explained import MASTHEAD, SPEECH, SURVEY, TRACT
from test_heads import BODY, ESSAYS, WRAPPED, in_hand
from works_factory import reference

from holdwater.document import Document
from holdwater.extract.csl import parse_reference
from holdwater.sources.model import Source
from holdwater.sources.naming import names_of
from holdwater.sources.shelf import Shelf
from holdwater.sources.tie import tie


def called(cited: str, source: Source) -> str:
    one = replace(reference(cited), csl=parse_reference(cited))
    names = names_of([one], tie([one], {source.id: source}), {source.id: source})
    return names.get(source.id, "") or source.title


@pytest.mark.parametrize(
    ("cited", "head", "name"),
    [
        ("Ida M. Loe, Still Water: Essays on Weirs and Mills (Marden: Corn Press, 1974), 45.", ESSAYS,
         "STILL WATER: ESSAYS ON WEIRS AND MILLS"),
        ("Ida M. Loe, Still Water (1974), 45.", ESSAYS, "STILL WATER"),  # its running head
        ("Ida M. Loe, Still Water (1974), 45.", ESSAYS.rpartition("\n")[0], "IDA M. LOE"),  # whose subtitle is it?
        ("Marden Water Board, The Upper Sluices: Repairs and Costs, Report 9, 2 May 2017, p. 3.", BODY,
         "The Upper Sluices: Repairs and Costs"),
        ("Loe, I., & Coe, C. (2018). Lead pipes and the health of children in nineteen river towns: a long cohort "
         "study. Annals of Plumbing 3(1): 1-9.", WRAPPED,
         "Lead pipes and the health of children in nineteen river towns: a long cohort study"),
        ("Edda Loe-Voss, Water Statement, County Chamber of Marden, June 9, 2016.", SPEECH, "WATER STATEMENT 2016"),
        ("Carl Coe, A Word for Weirs, Friends of the River Tract 12 (Marden, 1934), p. 2.", TRACT, "A Word for Weirs"),
        ("Coe Research, Marden Household Panel, round 9, June 2016.", SURVEY, "MARDEN HOUSEHOLD PANEL - ROUND 9"),
        ("Voss to Poe, 4 June 1815.", LETTER, "Edda Voss to Jonathan Poe, 4 June 1815. 1 leaf"),
    ],
)  # fmt: skip
def test_a_source_is_called_by_the_line_that_is_its_title(cited: str, head: str, name: str) -> None:
    assert called(cited, in_hand(head)) == name


def test_a_source_that_nothing_leads_to_is_called_by_its_first_line() -> None:
    assert called("Jon Poe, Tolls and Barges (1902).", in_hand(TRACT)) == in_hand(TRACT).title


def test_a_newspaper_is_called_by_its_own_name() -> None:
    assert "LANTERN" in called("Marden Lantern, 4 June 1891.", in_hand(MASTHEAD))


def test_a_shelf_with_names_gives_the_texts_of_the_shelf_it_is_of() -> None:
    shelf = Shelf.from_documents({"a": Document("One."), "b": Document("Two.")})
    named = shelf.calling({"a": "First"})

    assert [source.title for source in named.sources.values()] == ["First", "b"]
    assert shelf.sources["a"].title == "a"
    assert named.document("a") is shelf.document("a")
    assert shelf.calling({}) is shelf
