"""The running order of note marks: the fast chains against a slow obvious twin, and when an order holds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.read.plain.chains import Chains
from holdwater.read.plain.glue import DOUBTFUL, FAIR, GOOD, POOR, STRONG
from holdwater.read.plain.marks import Candidate
from holdwater.read.plain.order import settle


def mark(at: int, value: int, weight: float = STRONG) -> Candidate:
    return Candidate(10 * at, 10 * at + 2, value, weight)


def marks(*values: int, weight: float = STRONG) -> list[Candidate]:
    return [mark(at, value, weight) for at, value in enumerate(values)]


def settled(found: Sequence[Candidate], labels: Sequence[int] | None, *, headed: bool = True) -> list[int]:
    return [each.value for each in settle(found, labels, headed=headed).marks]


def slow_best(found: Sequence[Candidate], count: int) -> float:
    """The worth of the best chain through notes 1 to `count`, by trying every set of candidates."""
    best = float("-inf")
    for size in range(1, len(found) + 1):
        for chain in combinations(found, size):
            values = [each.value for each in chain]
            if any(later <= earlier for earlier, later in pairwise(values)):
                continue
            if any(later.end == earlier.end for earlier, later in pairwise(chain)):
                continue
            listed = sum(value <= count for value in values)
            best = max(best, sum(each.weight for each in chain) - (count - listed))
    return best


CANDIDATES = st.lists(
    st.tuples(st.integers(0, 6), st.integers(1, 7), st.sampled_from([DOUBTFUL, POOR, FAIR, GOOD, STRONG])), max_size=8
)


@given(CANDIDATES, st.integers(1, 5))
def test_the_best_chain_is_worth_what_trying_them_all_finds(drawn: list[tuple[int, int, float]], count: int) -> None:
    found = sorted({mark(at, value, weight) for at, value, weight in drawn}, key=lambda each: (each.end, each.start))
    reachable = [each for each in found if each.value <= count or (each.value <= count + 3 and each.weight >= GOOD)]
    chains = Chains(found, list(range(1, count + 1)))
    best = chains.best()
    if not reachable:
        assert best == []
    elif best:
        assert max(chains.worth(link) for link in best) == pytest.approx(slow_best(reachable, count))
        assert {round(chains.worth(link), 6) for link in best} == {round(slow_best(reachable, count), 6)}


@given(CANDIDATES, st.integers(1, 5))
def test_the_best_chain_ascends_and_reads_no_digits_twice(drawn: list[tuple[int, int, float]], count: int) -> None:
    found = sorted({mark(at, value, weight) for at, value, weight in drawn}, key=lambda each: (each.end, each.start))
    chains = Chains(found, list(range(1, count + 1)))
    chain = [chains.candidate(link) for link in chains.best()]
    assert [each.value for each in chain] == sorted({each.value for each in chain})
    assert len({each.end for each in chain}) == len(chain)


def test_an_order_without_gaps_is_settled() -> None:
    assert settled(marks(1, 2, 3, 4), [1, 2, 3, 4]) == [1, 2, 3, 4]


def test_a_number_out_of_order_is_left_out() -> None:
    assert settled(marks(1, 2, 19, 3, 4), [1, 2, 3, 4]) == [1, 2, 3, 4]


def test_the_stronger_glue_is_taken_where_two_show_one_number() -> None:
    found = [mark(0, 1), mark(1, 2), mark(2, 3, FAIR), mark(3, 3, STRONG), mark(4, 4)]
    order = settle(found, [1, 2, 3, 4])
    assert [each.start for each in order.marks] == [0, 10, 30, 40]
    assert order.doubts == ()


def test_equal_glue_for_one_number_is_a_doubt() -> None:
    found = [mark(0, 1), mark(1, 2), mark(2, 3, FAIR), mark(3, 3, FAIR), mark(4, 4)]
    order = settle(found, [1, 2, 3, 4])
    assert [each.value for each in order.marks] == [1, 2, 4]
    assert [each.start for each in order.doubts] == [20, 30]


def test_two_readings_of_one_group_of_digits_are_told_by_the_order() -> None:
    found = [mark(0, 66), Candidate(14, 16, 67, FAIR), Candidate(15, 16, 7, FAIR), mark(2, 68)]
    assert settled(found, list(range(60, 70)), headed=True) == []  # too few of the ten notes are marked
    assert settled(found, [66, 67, 68]) == [66, 67, 68]


def test_doubtful_glue_is_never_settled() -> None:
    order = settle([mark(0, 1), mark(1, 2, DOUBTFUL), mark(2, 3)], [1, 2, 3])
    assert [each.value for each in order.marks] == [1, 3]
    assert [each.value for each in order.doubts] == [2]


def test_a_mark_without_a_note_is_taken_only_with_good_glue() -> None:
    assert settled(marks(1, 2, 3), [1, 3]) == [1, 2, 3]
    assert settled([mark(0, 1), mark(1, 2, FAIR), mark(2, 3)], [1, 3]) == [1, 3]


def test_a_few_marks_of_many_notes_are_no_order() -> None:
    assert settled(marks(1, 2), list(range(1, 11))) == []


def test_weak_glue_alone_is_no_order() -> None:
    assert settled(marks(1, 2, 3, weight=FAIR), [1, 2, 3]) == []


def test_notes_without_a_heading_want_more_marks() -> None:
    assert settled(marks(1, 2), [1, 2, 3, 4], headed=True) == [1, 2]
    assert settled(marks(1, 2), [1, 2, 3, 4], headed=False) == []


def test_without_notes_the_order_begins_with_one_and_misses_little() -> None:
    assert settled(marks(1, 2, 3), None) == [1, 2, 3]
    assert settled(marks(2, 3, 4), None) == []
    assert settled(marks(1, 5, 9), None) == []
    assert settled(marks(1, 2, 3, weight=FAIR), None) == []


def test_one_mark_without_notes_is_a_doubt() -> None:
    order = settle(marks(1), None)
    assert (order.marks, [each.value for each in order.doubts]) == ((), [1])


def test_numbers_that_begin_again_follow_the_notes_that_do() -> None:
    assert settled(marks(1, 2, 1, 2, 3), [1, 2, 1, 2, 3]) == [1, 2, 1, 2, 3]


def test_no_candidates_make_no_order() -> None:
    assert settle([], [1, 2]) == settle([], None)
    assert settle([], []).marks == ()
