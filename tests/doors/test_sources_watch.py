"""`holdwater sources watch`: what was captured is captured again, and compared where the document relies on it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from desk import Holdwater
from web import PRIVATE

from holdwater.sources.catalogue.opening import open_catalogue
from replica import Recorded, Replica

BEFORE = "The town had one ferry. In 1901 the ferry carried 3,500 passengers across the river. It was sold later."
AFTER = BEFORE.replace("3,500", "2,500")
WATCH = ("sources", "watch", "--again", *PRIVATE)


def serve(server: Replica, words: str, status: int = 200, made: object = None) -> str:
    """Serve a page with these words, and when it was `made`: now, if that is not told."""
    made = made or datetime.now(UTC)
    page = f"<!doctype html><title>Ferries of the North</title><h1>Ferries</h1><p>{words}</p><p>{made}</p>"
    server.record(Recorded("ferry.example.org", "/a", page.encode(), "text/html; charset=utf-8", status))
    return server.url("/a", host="ferry.example.org")


@pytest.fixture
def desk(server: Replica, empty_desk: Path, holdwater: Holdwater) -> Path:
    """A desk with an essay that quotes a page which was captured."""
    url = serve(server, BEFORE)
    note = f'Mary Doe, "Ferries of the North", {url} (2019).'
    words = "“In 1901 the ferry carried 3,500 passengers across the river.”"
    (empty_desk / "essay.md").write_text(f"Doe writes: {words}[^1]\n\n[^1]: {note}\n")
    assert holdwater("sources", "fetch", "essay.md", *PRIVATE).code == 0
    return empty_desk


def test_a_page_that_stays_as_it_was_is_told_so(server: Replica, desk: Path, holdwater: Holdwater) -> None:
    serve(server, BEFORE)
    done = holdwater(*WATCH)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("essay.md: 1 address asked for again\n  1  captured\n\nNo findings in essay.md")
    assert done.out.endswith("\nno change was found in the passages that it relies on\n")


def test_the_very_same_page_is_told_so_and_not_kept_twice(server: Replica, desk: Path, holdwater: Holdwater) -> None:
    serve(server, BEFORE, made="today")
    told = [holdwater(*WATCH) for _ in range(2)]
    assert [one.code for one in told] == [0, 0]
    assert "\n  1  captured\n" in told[0].out
    assert "\n  1  the same as when it was captured\n" in told[1].out
    with open_catalogue(desk, read_only=True) as catalogue:
        assert (len(catalogue.snapshots()), len(catalogue.tries())) == (2, 3)
    assert holdwater("sources", "verify").out.startswith("3 files, 3 answers kept, 2 captures that the catalogue knows")


def test_what_changed_in_a_passage_is_told_word_by_word(server: Replica, desk: Path, holdwater: Holdwater) -> None:
    serve(server, AFTER)
    done = holdwater(*WATCH)
    assert done.code == 1
    with open_catalogue(desk, read_only=True) as catalogue:
        after, before = catalogue.snapshots()
    assert "no change was found" not in done.out
    assert f"SRC102 “Ferries of the North” had “3,500” on {before.at:%Y-%m-%d} and has “2,500” now" in done.out
    assert after.sha256 != before.sha256
    as_json = holdwater(*WATCH, "--output-format", "json")
    assert "1 address asked for again" in as_json.err
    assert len(json.loads(as_json.out)["findings"]) == 1
    asked = len(server.seen)
    offline = holdwater("sources", "watch", "--offline", "--output-format", "json")
    assert offline.code == 1
    assert [one["code"] for one in json.loads(offline.out)["findings"]] == ["SRC102"]
    assert len(server.seen) == asked


def test_a_report_set_in_the_settings_is_not_mixed_with_lines(
    server: Replica, desk: Path, holdwater: Holdwater
) -> None:
    serve(server, AFTER)
    (desk / "holdwater.toml").write_text('output-format = "json"\n')
    done = holdwater(*WATCH)
    assert len(json.loads(done.out)["findings"]) == 1
    assert "1 address asked for again" in done.err


def test_an_unknown_form_of_report_is_refused_before_anything_is_asked_for(
    server: Replica, desk: Path, holdwater: Holdwater
) -> None:
    asked = len(server.seen)
    done = holdwater(*WATCH, "--output-format", "jason")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "jason" in done.err
    assert len(server.seen) == asked


def test_a_change_elsewhere_on_the_page_is_none(server: Replica, desk: Path, holdwater: Holdwater) -> None:
    serve(server, BEFORE.replace("It was sold later.", "It was sold to a man from the south."))
    assert holdwater(*WATCH).code == 0


def test_what_is_gone_stays_in_the_archive_and_is_told(server: Replica, desk: Path, holdwater: Holdwater) -> None:
    serve(server, "None.", 404)
    done = holdwater(*WATCH)
    assert done.code == 1
    assert "\n  1  not there\n" in done.out
    assert "No findings in essay.md" in done.out
    with open_catalogue(desk, read_only=True) as catalogue:
        assert len(catalogue.snapshots()) == 1


def test_what_was_captured_today_is_left_alone(server: Replica, desk: Path, holdwater: Holdwater) -> None:
    asked = len(server.seen)
    done = holdwater("sources", "watch", "essay.md", *PRIVATE)
    assert done.code == 0
    assert done.out.startswith("essay.md: 0 addresses asked for again; 1 captured less than a day ago\n")
    assert len(server.seen) == asked


def test_without_a_project_there_is_nothing_to_watch(empty_desk: Path, holdwater: Holdwater) -> None:
    (empty_desk / "essay.md").write_text("Nothing.\n")
    done = holdwater("sources", "watch", "essay.md")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "there is no catalogue of sources" in done.err
