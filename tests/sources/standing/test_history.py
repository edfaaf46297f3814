"""How an address stands over several tries: one failure is not death."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from standing_factory import NOON, tries

from holdwater.sources.standing.history import absences, due, settled, standing_of
from holdwater.sources.standing.model import Standing, Try

GONE, HAD, BLOCKED, SILENT = Standing.NOT_THERE, Standing.CAPTURED, Standing.BLOCKED, Standing.NO_ANSWER


def test_an_address_without_tries_was_never_asked() -> None:
    assert standing_of([]) is Standing.UNASKED


@pytest.mark.parametrize("seen", [one for one in Standing if one not in (Standing.DEAD, Standing.UNASKED)])
def test_one_try_stands_as_it_was_seen(seen: Standing) -> None:
    assert standing_of(tries((0, seen))) is seen


@pytest.mark.parametrize(
    ("days", "standing"),
    [
        ((0,), GONE),
        ((0, 1), GONE),
        ((0, 1, 2), Standing.DEAD),
        ((0, 3, 9), Standing.DEAD),
        ((0, 0.2, 0.4), GONE),
        ((0, 0.9, 1.8), GONE),
        ((0, 0.9, 1.8, 2.7), GONE),
        ((0, 0.9, 1.8, 2.7, 3.6), Standing.DEAD),
        ((0, 0.01, 1.01, 1.02, 2.02), Standing.DEAD),
    ],
)
def test_dead_takes_three_tries_each_a_day_after_the_one_before(days: tuple[float, ...], standing: Standing) -> None:
    assert standing_of(tries(*((day, GONE) for day in days))) is standing


def test_the_order_in_which_tries_are_given_is_of_no_matter() -> None:
    made = tries((0, GONE), (2, GONE), (4, GONE))
    assert standing_of([made[2], made[0], made[1]]) is Standing.DEAD


def test_a_page_had_in_between_begins_the_count_anew() -> None:
    assert standing_of(tries((0, GONE), (2, HAD), (4, GONE), (6, GONE))) is GONE
    assert standing_of(tries((0, GONE), (2, HAD), (4, GONE), (6, GONE), (8, GONE))) is Standing.DEAD


def test_what_was_dead_and_answers_again_is_not_dead() -> None:
    assert standing_of(tries((0, GONE), (2, GONE), (4, GONE), (6, HAD))) is HAD


@pytest.mark.parametrize("nothing", [BLOCKED, SILENT, Standing.REFUSED])
def test_a_try_that_says_nothing_of_the_page_neither_kills_nor_raises(nothing: Standing) -> None:
    assert standing_of(tries((0, nothing), (2, nothing), (4, nothing), (6, nothing))) is nothing
    assert standing_of(tries((0, GONE), (2, nothing), (4, GONE))) is GONE
    assert standing_of(tries((0, GONE), (2, GONE), (4, nothing))) is nothing
    assert standing_of(tries((0, GONE), (2, GONE), (4, GONE), (6, nothing))) is Standing.DEAD
    assert standing_of(tries((0, GONE), (2, GONE), (3, nothing), (4, GONE))) is Standing.DEAD


def test_a_soft_404_is_not_counted_as_absence() -> None:
    assert (
        standing_of(tries((0, Standing.SOFT_404), (2, Standing.SOFT_404), (4, Standing.SOFT_404))) is Standing.SOFT_404
    )


def test_absences_are_the_tries_that_count() -> None:
    made = tries((0, GONE), (0.5, GONE), (1, GONE), (3, SILENT), (4, GONE))
    assert [one.at for one in absences(made)] == [NOON + timedelta(days=day) for day in (0, 1, 4)]


@pytest.mark.parametrize(
    ("seen", "wait"),
    [(GONE, timedelta(days=1)), (BLOCKED, timedelta(days=1)), (SILENT, timedelta(hours=1)), (HAD, None)],
)
def test_an_address_is_due_again_where_no_page_was_had(seen: Standing, wait: timedelta | None) -> None:
    assert due(tries((0, seen))) == (NOON + wait if wait else None)


def test_a_dead_address_and_one_never_asked_are_not_due() -> None:
    assert due(tries((0, GONE), (2, GONE), (4, GONE))) is None
    assert due([]) is None


def test_where_no_host_answered_in_a_whole_run_none_is_taken_for_absent() -> None:
    run = [Try(f"https://{name}.example/", NOON, GONE, detail="no such host") for name in "abc"]
    assert {one.standing for one in settled(run)} == {SILENT}
    assert settled(run)[0].detail == "no such host, as no host at all answered in this run"
    answered = [*run, replace(run[0], standing=HAD, status=200)]
    assert settled(answered) == tuple(answered)
    assert settled(run, reached=True) == tuple(run)
