"""The words of sources, kept from one run of a command to the next, or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import Holdwater

WORDS = "sad to close the bridge that everybody had loved"
CHECK = ("check", "essay.md", "--sources", "sources")
LOCATE = ("locate", WORDS, "--sources", "sources")


def kept(cache: Path) -> list[Path]:
    return sorted(cache.rglob("*.words"))


@pytest.mark.parametrize("command", [CHECK, LOCATE])
def test_a_second_run_says_what_the_first_one_said(
    desk: Path, holdwater: Holdwater, cache: Path, command: tuple[str, ...]
) -> None:
    first = holdwater(*command)
    assert len(kept(cache)) == 2
    assert holdwater(*command) == first


@pytest.mark.parametrize("command", [CHECK, LOCATE])
def test_nothing_is_kept_where_it_is_not_wanted(
    desk: Path, holdwater: Holdwater, cache: Path, command: tuple[str, ...]
) -> None:
    said = holdwater(*command)
    for file in kept(cache):
        file.unlink()
    assert holdwater(*command, "--no-cache") == said
    assert kept(cache) == []


def test_a_settings_file_may_say_that_nothing_is_kept(desk: Path, holdwater: Holdwater, cache: Path) -> None:
    (desk / "holdwater.toml").write_text("cache = false")
    holdwater(*CHECK)
    assert kept(cache) == []
    holdwater(*CHECK, "--isolated")
    assert len(kept(cache)) == 2


@pytest.mark.parametrize("command", [CHECK, LOCATE])
def test_damaged_and_forged_words_change_nothing(
    desk: Path, holdwater: Holdwater, cache: Path, command: tuple[str, ...]
) -> None:
    said = holdwater(*command)
    one, other = kept(cache)
    one.write_bytes(other.read_bytes())
    other.write_bytes(b"HWWORDS1")
    assert holdwater(*command) == said


def test_a_place_that_cannot_be_written_is_no_error(
    desk: Path, holdwater: Holdwater, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = holdwater(*CHECK)
    monkeypatch.setenv("HOLDWATER_CACHE", str(desk / "essay.md"))
    assert holdwater(*CHECK) == said
