"""Passages that a document relies on and that are not as an earlier capture of their source had them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from holdwater.document import Document
from holdwater.errors import UnreadableError
from holdwater.extract import extract
from holdwater.findings.consult import consult
from holdwater.findings.figures.consult import consult_figures
from holdwater.findings.watched import Watched, watched
from holdwater.read import read_bytes
from holdwater.sources.known import Captured, Known
from holdwater.sources.model import Source
from holdwater.sources.shelf import Shelf
from holdwater.sources.standing.model import Fate
from holdwater.sources.tie import tie

QUOTED = "In 1901 the ferry carried 3,500 passengers across the river."
PAGE = f"The northern river had one ferry. {QUOTED} It was sold after the great flood of the year."
DRAFT = f"Doe writes: “{QUOTED}”[^1]\n\n[^1]: Mary Doe, Bridges of the North (2019).\n"


def seen(now: str, *earlier: str | Callable[[], str], draft: str = DRAFT) -> tuple[Watched, ...]:
    """What is seen of a source that has this text now and had these in 2021, 2022 …, the latest first in the list."""
    document = read_bytes(draft.encode(), "draft.md")
    source = Source("doe", "doe.txt", {"title": "Bridges of the North", "author": [{"family": "Doe", "given": "Mary"}]})
    shelf = Shelf.from_documents([(source, Document(now, "doe.txt"))])
    extraction = extract(document)
    ties = tie(extraction.references, shelf.sources)
    captures = [
        Captured(datetime(2021 + year, 5, 1, tzinfo=UTC), text if callable(text) else (lambda text=text: text))
        for year, text in enumerate(earlier)
    ]
    return watched(
        document,
        extraction,
        consult(document, extraction, ties, shelf),
        consult_figures(document, extraction, ties, shelf),
        shelf,
        Known(captures=lambda source_id: captures[::-1]),
    )


def test_a_passage_that_is_as_it_was_is_not_told_of() -> None:
    assert seen(PAGE, PAGE.replace("great flood", "small fire")) == ()
    assert seen(PAGE) == ()


def test_a_passage_that_changed_is_told_from_the_earlier_capture_to_the_one_in_hand() -> None:
    [one] = seen(PAGE, PAGE.replace("3,500", "2,500"))
    assert (one.source, one.earlier.year, one.quotation) == ("doe", 2021, 0)
    assert [(stretch.before, stretch.after) for stretch in one.change.changes] == [("2,500", "3,500")]


def test_a_quotation_that_only_the_earlier_capture_has_is_gone() -> None:
    now = "The council of the upper town voted for a new bridge of stone, and nobody was told what it would cost."
    [one] = seen(now, PAGE)
    assert one.change.fate is Fate.GONE
    assert one.change.before.of(PAGE).strip() == QUOTED


def test_a_quotation_that_no_capture_has_is_not_watched() -> None:
    now = "The council of the upper town voted for a new bridge of stone, and nobody was told what it would cost."
    assert seen(now, now + " It fell.") == ()


def test_the_oldest_capture_that_differs_is_named() -> None:
    [one] = seen(PAGE, PAGE, PAGE.replace("3,500", "2,500"), PAGE.replace("3,500", "1,500"))
    assert one.earlier.year == 2022


def test_a_number_relies_on_its_passage_as_a_quotation_does() -> None:
    draft = f"{QUOTED}[^1]\n\n[^1]: Mary Doe, Bridges of the North (2019).\n"
    found = seen(PAGE, PAGE.replace("3,500", "2,500"), draft=draft)
    assert [(one.quotation, one.change.fate) for one in found] == [(None, Fate.CHANGED)]


def test_a_passage_that_two_things_rely_on_is_told_once() -> None:
    twice = DRAFT.replace("\n\n[^1]:", " And again: “In 1901 the ferry carried 3,500 passengers.”[^1]\n\n[^1]:", 1)
    assert len(seen(PAGE, PAGE.replace("3,500", "2,500"), draft=twice)) == 1


def test_a_capture_of_which_no_text_can_be_had_is_passed_over() -> None:
    def unreadable() -> str:
        raise UnreadableError("scanned pages")

    assert seen(PAGE, unreadable) == ()
    [one] = seen(PAGE, unreadable, PAGE.replace("3,500", "2,500"))
    assert one.earlier.year == 2022


def test_without_a_project_nothing_can_have_changed() -> None:
    document = read_bytes(DRAFT.encode(), "draft.md")
    assert watched(document, extract(document), (), (), Shelf.empty(), None) == ()


def on_one_shelf(now: str, before: str, *, kept: int = 2024, earlier: int = 2021) -> tuple[Watched, ...]:
    """What is seen where the earlier capture lies on the shelf beside the one in hand, and is searched with it."""
    document = read_bytes(DRAFT.encode(), "draft.md")
    csl = {"title": "Bridges of the North", "author": [{"family": "Doe", "given": "Mary"}]}
    moments = [datetime(year, 5, 1, tzinfo=UTC) for year in (kept, earlier)]
    first = Source("doe", "doe.txt", csl, captured=moments[0])
    second = Source("doe@2021", "doe-2021.txt", csl, captured=moments[1], of="doe")
    shelf = Shelf.from_documents([(first, Document(now, "doe.txt")), (second, Document(before, "doe-2021.txt"))])
    extraction = extract(document)
    ties = tie(extraction.references, shelf.sources)
    verdicts = consult(document, extraction, ties, shelf)
    captures = [Captured(moments[1], lambda: before)]
    known = Known(captures=lambda source_id: captures if source_id == "doe" else [])
    return watched(document, extraction, verdicts, (), shelf, known)


def test_words_that_were_found_in_the_earlier_capture_alone_have_changed_since() -> None:
    [one] = on_one_shelf(PAGE.replace("3,500", "2,500"), PAGE)
    assert (one.source, one.earlier.year, one.quotation, one.change.fate) == ("doe", 2021, 0, Fate.CHANGED)
    assert [(stretch.before, stretch.after) for stretch in one.change.changes] == [("3,500", "2,500")]


def test_words_that_were_found_in_the_earlier_capture_alone_are_gone_if_nothing_like_them_is_left() -> None:
    now = "The council of the upper town voted for a new bridge of stone, and nobody was told what it would cost."
    assert [one.change.fate for one in on_one_shelf(now, PAGE)] == [Fate.GONE]


def test_a_capture_that_is_later_than_the_file_in_hand_is_no_earlier_one() -> None:
    assert on_one_shelf(PAGE.replace("3,500", "2,500"), PAGE, kept=2020) == ()
