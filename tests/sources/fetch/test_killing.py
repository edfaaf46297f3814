"""A run that is killed at any moment leaves a sound archive, and the next one finishes the rest. All 50 moments are
`python -m bench.fetch kill`; these are a few of them, of a smaller run."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("resource")  # workers say by it how much memory they took

from bench.fetch.killing import kills
from bench.fetch.runs import replica, run


def test_a_run_that_is_killed_loses_nothing_and_fetches_nothing_twice() -> None:
    killed = list(kills(4, 40))
    assert [one.faults for one in killed] == [()] * 4
    assert any(one.captured < 40 for one in killed)  # or nothing was killed at all


def test_large_answers_are_refused_or_cut_off_without_being_held_in_memory(tmp_path: Path) -> None:
    with replica(process=True) as server:
        said = run(tmp_path, [server.url("/huge"), server.url("/huge?form=chunked&bytes=150000000")])
    assert said["standings"] == {"refused": 2}
    assert said["peak"] < 200_000_000
