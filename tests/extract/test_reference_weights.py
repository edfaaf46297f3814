"""The table of weights: its file, its sums, and what it is looked up for."""

from __future__ import annotations

import pytest

from clock import within_seconds
from holdwater.extract.csl import parse_reference
from holdwater.extract.reference.labels import LABELS
from holdwater.extract.reference.observe import Group
from holdwater.extract.reference.tagger import labels_of
from holdwater.extract.reference.weights import ANY, STATES, packed, read_weights, shipped, written

ZEROS = [[0] * STATES] * STATES


def lanes(**scores: int) -> list[int]:
    """Weights by label: `title` goes on with a title, `begin_title` begins one."""
    numbers = [0] * STATES
    for name, score in scores.items():
        label = LABELS.index(name.removeprefix("begin_"))
        numbers[label + (len(LABELS) if name.startswith("begin_") else 0)] = score
    return numbers


def test_packed_weights_add_up_lane_by_lane() -> None:
    first, second = lanes(title=-7, url=3), lanes(title=5, begin_label=-260)
    both = [left + right for left, right in zip(first, second, strict=True)]
    assert packed(first) + packed(second) == packed(both)


def test_a_table_is_read_as_it_was_written() -> None:
    seen = {"s:Cap": lanes(title=-7, begin_label=12), "s:low": lanes(author=-260, date=4)}
    step = [[own * 40 - before for before in range(STATES)] for own in range(STATES)]
    table = read_weights(written(seen, {",": step, ANY: ZEROS}))
    assert table.scores([Group(("s:Cap", "s:low")), Group(("unknown",))]) == lanes(
        title=-7, begin_label=12, author=-260, date=4
    )
    assert table.steps(",") == step
    assert table.steps("no such boundary") == ZEROS


def test_a_group_is_looked_up_anew_in_another_table() -> None:
    group = Group(("s:Cap",))
    for score in (3, 5):
        table = read_weights(written({"s:Cap": lanes(title=score)}, {ANY: ZEROS}))
        assert table.scores([group]) == lanes(title=score)


def test_the_same_table_is_the_same_bytes() -> None:
    assert written({"s:Cap": lanes(title=1)}, {ANY: ZEROS}) == written({"s:Cap": lanes(title=1)}, {ANY: ZEROS})


def test_a_table_for_other_labels_is_refused() -> None:
    data = written({}, {ANY: ZEROS})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("holdwater.extract.reference.weights.LABELS", [*LABELS[1:], "other"])
        with pytest.raises(ValueError, match="other labels"):
            read_weights(data)


def test_a_stretch_goes_on_with_the_label_that_began_it() -> None:
    step = [list(into) for into in ZEROS]
    begun = {"s:Cap": lanes(begin_title=9, url=50), "s:low": lanes(title=9, begin_url=1)}
    table = read_weights(written(begun, {ANY: step}))
    assert [LABELS[label] for label in labels_of(["Water", "pumps"], weights=table)] == ["title", "title"]


def test_other_weights_can_be_given() -> None:
    nothing = read_weights(written({}, {ANY: ZEROS}))
    text = "Doe, J. (2019). On the dam. Water, 3(2), 1–10."
    assert parse_reference(text, weights=nothing) != parse_reference(text)


def test_the_shipped_table_is_read_quickly() -> None:
    def anew() -> None:
        shipped.cache_clear()
        shipped()

    within_seconds(0.1, anew)
