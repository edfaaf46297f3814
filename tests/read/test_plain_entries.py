"""The entries of lists of notes."""

from __future__ import annotations

import pytest

from holdwater.read.plain.entries import Number, Style, number_of, read_entries, return_arrow, tail_start
from holdwater.read.plain.lines import split_lines


def entries(text: str) -> list[tuple[str, str]]:
    _, found = read_entries([line for line in split_lines(text) if line.text])
    return [(entry.label, " / ".join(line.text for line in entry.lines)[entry.skip :]) for entry in found]


@pytest.mark.parametrize(
    ("line", "value", "style", "rest"),
    [
        ("1. Marsh", 1, Style.DOT, "Marsh"),
        ("12.Marsh", 12, Style.DOT, "Marsh"),
        ("1: Marsh", 1, Style.DOT, "Marsh"),
        ("[3] Marsh", 3, Style.BRACKET, "Marsh"),
        ("[^3]: Marsh", 3, Style.BRACKET, "Marsh"),
        ("3) Marsh", 3, Style.PAREN, "Marsh"),
        ("(3) Marsh", 3, Style.PAREN, "Marsh"),
        ("³ Marsh", 3, Style.RAISED, "Marsh"),
        ("¹²Marsh", 12, Style.RAISED, "Marsh"),
        ("^3 Marsh", 3, Style.BARE, "Marsh"),
        ("3 Marsh", 3, Style.BARE, "Marsh"),
        ("67Marsh, Pipes", 67, Style.BARE, "Marsh, Pipes"),
        ("67“Pipes”", 67, Style.BARE, "“Pipes”"),
        ("67https://example.org", 67, Style.BARE, "https://example.org"),
        ("67", 67, Style.BARE, ""),
        ("1. ↑ Marsh", 1, Style.DOT, "Marsh"),
        ("[1] ↑ Marsh", 1, Style.BRACKET, "Marsh"),
    ],
)
def test_a_number_begins_a_note_in_many_styles(line: str, value: int, style: Style, rest: str) -> None:
    number = number_of(line)
    assert number is not None
    assert (number.value, number.style, line[number.skip :]) == (value, style, rest)


@pytest.mark.parametrize(
    "line", ["", "Marsh", "1.5 million", "1990s water", "3rd edition", "[Marsh] 3", "1234. x", "(a) x"]
)
def test_other_lines_begin_none(line: str) -> None:
    assert number_of(line) is None


def test_lines_without_a_number_go_on_with_the_note() -> None:
    assert entries("1. Marsh,\nPipes.\n2. Pell.") == [("1", "Marsh, / Pipes."), ("2", "Pell.")]


def test_a_number_of_another_style_is_part_of_the_note() -> None:
    assert entries("1. Marsh.\n2) a second reason\n2. Pell.") == [("1", "Marsh. / 2) a second reason"), ("2", "Pell.")]


def test_a_number_out_of_order_is_part_of_the_note() -> None:
    assert entries("1 Marsh, p.\n1931 and\n12 men\n2 Pell.") == [("1", "Marsh, p. / 1931 and / 12 men"), ("2", "Pell.")]


def test_a_missing_number_does_not_end_the_list() -> None:
    assert [label for label, _ in entries("1. a\n2. b\n4. d\n5. e")] == ["1", "2", "4", "5"]


def test_a_number_may_stand_alone_above_its_note() -> None:
    assert entries("1\nMarsh.\n2\nPell.") == [("1", "Marsh."), ("2", "Pell.")]


@pytest.mark.parametrize("ending", [" ↩", "↩︎", " ↑", " [↩]", " ↩ ↩"])
def test_the_arrow_back_to_the_mark_is_found(ending: str) -> None:
    assert return_arrow("Marsh, p. 1." + ending) == len("Marsh, p. 1.")


def test_a_note_without_an_arrow_has_none() -> None:
    assert return_arrow("Marsh, p. 1.") == len("Marsh, p. 1.")


def numbers(*values: tuple[int, int], style: Style = Style.DOT) -> list[tuple[int, Number]]:
    return [(at, Number(value, style, 3)) for at, value in values]


def test_a_list_that_runs_to_the_end_begins_at_its_one() -> None:
    assert tail_start(numbers((10, 1), (11, 2), (12, 3)), 13) == 0
    assert tail_start(numbers((2, 1), (3, 2), (10, 1), (11, 2)), 12) == 2


def test_a_list_in_the_middle_is_no_tail() -> None:
    assert tail_start(numbers((1, 1), (2, 2)), 40) == -1


def test_numbers_with_a_gap_or_in_another_style_are_no_tail() -> None:
    assert tail_start(numbers((10, 2), (11, 3)), 12) == -1
    mixed = [*numbers((10, 1)), *numbers((11, 2), style=Style.PAREN)]
    assert tail_start(mixed, 12) == -1
