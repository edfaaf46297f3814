"""Plain text of an excerpt, whose page numbers leap. The texts are made up."""

from __future__ import annotations

import pytest
from reading_checks import assert_sound, misplaced

from holdwater.document import Document
from holdwater.read.plain import read as read_plain

WORDS = (
    "The kiln was fired twice a year, at the new moon, by the same two families.\nNobody else was let near it.",
    "Clay came down the river on rafts that were broken up and burnt when they\nhad been unloaded.",
    "A pot that rang dull was sold in the next valley, where people were said\nnot to listen to their pots.",
    "In the wet year the roof fell in, and the last firing was done under sails\nborrowed from the ferry.",
)


def read(raw: str) -> Document:
    document = read_plain(raw, "excerpt.txt")
    assert_sound(document)
    assert misplaced(document, raw) == []
    return document


def marked(form: str, numbers: tuple[int, ...]) -> str:
    return "Of Kilns\n\n" + "\n\n".join(f"{form.format(at)}{words}" for at, words in zip(numbers, WORDS, strict=False))


def labels(raw: str) -> list[str]:
    return [page.label for page in read(raw).pages]


@pytest.mark.parametrize("form", ["*{} ", "**{} ", "[*{}] ", "[Page {}]\n", "[Pg {}] "])
def test_words_behind_a_mark_stand_on_its_page_or_on_one_before_the_next_mark(form: str) -> None:
    assert labels(marked(form, (340, 346, 347, 360))) == ["340–345", "346", "347–359", "360 ff."]


def test_marks_that_count_without_a_fault_are_single_pages_as_before() -> None:
    assert labels(marked("*{} ", (340, 341, 342, 343))) == ["340", "341", "342", "343"]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(marked("*{} ", (12, 19, 33)), id="low numbers with a star"),
        pytest.param(marked("*{} ", (340, 346)), id="two marks"),
        pytest.param(marked("*{} ", (340, 360, 346, 370)), id="marks that fall"),
        pytest.param(marked("*{} ", (340, 1346, 4347)), id="marks too far apart"),
        pytest.param("\n".join(f"*{at} bowls" for at in (340, 352, 361, 390)), id="a list of numbers"),
        pytest.param(f"He gave *340 {WORDS[0]} *346 {WORDS[1]} **350 {WORDS[2]} *360", id="two kinds of mark"),
        pytest.param(marked("As Wray says [Page {}], ", (340, 346, 360)), id="places cited within paragraphs"),
        pytest.param(marked("{{{}}} ", (340, 346, 360)), id="numbers in braces"),
    ],
)
def test_other_numbers_that_rise_are_no_pages(raw: str) -> None:
    assert labels(raw) == []


def paged(numbers: tuple[object, ...], form: str = "{0}\n\n                  {1}\n") -> str:
    return "\f".join(form.format(words, at) for words, at in zip(WORDS, numbers, strict=True)) + "\f"


@pytest.mark.parametrize("form", ["{0}\n\n                  {1}\n", "{1}\n\n{0}\n", "{0}\n\n- {1} -\n"])
def test_numbers_alone_at_the_edges_of_pages_may_leap(form: str) -> None:
    document = read(paged((17, 24, 31, 32), form))
    assert [page.label for page in document.pages] == ["17", "24", "31", "32"]
    assert "24" not in document.text


@pytest.mark.parametrize(
    "numbers",
    [
        pytest.param((17, 24, 21, 32), id="that fall"),
        pytest.param((17, 24, 24, 32), id="that stand still"),
        pytest.param((17, "", "", 32), id="on few pages"),
        pytest.param((17, 240, 1210, 3200), id="that leap too far"),
        pytest.param((20, 40, 60, 80), id="of lines"),
        pytest.param((1871, 1884, 1890, 1892), id="years"),
    ],
)
def test_other_numbers_at_the_edges_of_pages_are_none_of_theirs(numbers: tuple[object, ...]) -> None:
    assert not any(labels(paged(numbers)))
