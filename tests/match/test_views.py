"""Views: units, the words they came from, and the way back."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from holdwater.match.views import Move, Stretch, View, widened
from holdwater.match.words import Words


def test_a_stretch_knows_what_stands_between_its_words() -> None:
    words = Words.of("We won. Then, we lost")
    stretch = Stretch.of(words, 1, 4)
    assert list(stretch.keys) == ["won", "then", "we"]
    assert [stretch.gap(index) for index in range(4)] == [" " if words.starts[1] < 3 else "We ", ". ", ", ", " lo"]


def test_keys_without_their_text_stand_one_blank_apart() -> None:
    stretch = Stretch.of_keys(["we", "won"])
    assert stretch.text == "we won"
    assert stretch.gap(1) == " "


def test_units_of_one_word_share_it() -> None:
    view = View.of_cells([(("do", "not"), 0, 1), (("pay",), 1, 2), (("25",), 3, 5)])
    assert view.keys == ("do", "not", "pay", "25")
    assert list(zip(view.firsts, view.lasts, strict=True)) == [(0, 1), (0, 1), (1, 2), (3, 5)]


def test_the_units_of_some_words_are_known_unless_one_reaches_further() -> None:
    view = View.of_cells([(("do", "not"), 0, 1), (("25",), 2, 4)])
    assert view.within(0, 1) == ("do", "not")
    assert view.within(1, 2) == ()
    assert view.within(1, 4) == ("25",)
    assert view.within(2, 3) is None


def test_nothing_is_a_view_too() -> None:
    assert View.of_cells([]).keys == ()
    assert widened([], View.of_cells([]), View.of_cells([]), 2) == [(0, 1, 0, 0), (1, 2, 0, 0)]


def test_steps_over_units_become_steps_over_words() -> None:
    own = View.of_cells([(("do",), 0, 1), (("not",), 1, 2), (("pay",), 2, 3), (("25",), 3, 4)])
    source = View.of_cells([(("do", "not"), 1, 2), (("pay",), 3, 4), (("25",), 4, 6)])
    moves = [(index, index + 1, index, index + 1) for index in range(4)]
    assert widened(moves, own, source, 4) == [(0, 2, 1, 2), (2, 2, 2, 3), (2, 3, 3, 4), (3, 4, 4, 6)]


@st.composite
def views(draw: st.DrawFn) -> tuple[View, int]:
    """A view and how many words it was made of."""
    cells, at = [], 0
    for units, words in draw(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 3)), max_size=8)):
        if units:
            cells.append((("x",) * units, at, at + words))
        at += words
    return View.of_cells(cells), at


@st.composite
def alignments(draw: st.DrawFn) -> tuple[list[Move], View, View, int]:
    """Two views, and steps that use all units of the first and a run of the second's."""
    (own, count), (source, _) = draw(views()), draw(views())
    i, j, moves = 0, draw(st.integers(0, len(source.keys))), []
    while i < len(own.keys):
        rows = draw(st.integers(0, 1))
        columns = draw(st.integers(0, min(1, len(source.keys) - j)))
        rows = rows or int(not columns)
        moves.append((i, i + rows, j, j + columns))
        i, j = i + rows, j + columns
    return moves, own, source, count


@given(alignments())
def test_every_word_of_the_quotation_is_in_one_step_and_no_word_of_the_source_in_two(
    case: tuple[list[Move], View, View, int],
) -> None:
    moves, own, source, count = case
    steps = widened(moves, own, source, count)
    used = [index for first, last, _, _ in steps for index in range(first, last)]
    assert used == list(range(count))
    assert all(step[0] < step[1] or step[2] < step[3] for step in steps)
    assert all(one[1] == other[0] and one[3] == other[2] for one, other in pairwise(steps))
