"""`holdwater sources fetch`: what a document cites, from the replica into the project's archive."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from desk import Holdwater
from web import PRIVATE, write

from holdwater.sources.catalogue.model import HowHad, TiedBy, TieState
from holdwater.sources.catalogue.opening import open_catalogue
from replica import Recorded, Replica

FETCH = ("sources", "fetch", "essay.md", *PRIVATE)


@pytest.fixture
def desk(empty_desk: Path) -> Path:
    return empty_desk


LOE = 'Ann Loe, "The mill", {web}/page/1 (2018).'
COE = 'Al Coe, "The gate", {web}/challenge?never (2019).'
POE = 'Jo Poe, "The lock", http://mill.example.org/status/404 (accessed 3 June 2018).'
ROE = "Di Roe, *A history of mills* (Invented Press 2015)."


def test_what_a_document_cites_is_captured(server: Replica, desk: Path, holdwater: Holdwater) -> None:
    write(server, LOE, ROE)
    done = holdwater(*FETCH)
    assert (done.code, done.err) == (0, "")
    assert done.out == "essay.md: 2 references, 1 address; 1 gives none\n  1  captured\n"
    with open_catalogue(desk, read_only=True) as catalogue:
        [held], [tie], [work] = catalogue.snapshots(), catalogue.ties("essay.md"), catalogue.works()
    assert (held.url, held.work, held.how) == (server.url("/page/1"), work.id, HowHad.FETCHED)
    assert (tie.work, tie.by, tie.state, tie.label) == (work.id, TiedBy.IDENTIFIER, TieState.PROPOSED, "1")
    assert work.csl["URL"] == server.url("/page/1")


def test_what_was_captured_is_not_asked_for_again(server: Replica, desk: Path, holdwater: Holdwater) -> None:
    write(server, LOE)
    holdwater(*FETCH)
    again = holdwater("sources", "fetch", *PRIVATE)
    assert (again.code, again.out) == (0, "essay.md: 1 reference, 1 address\n  1  captured before\n")
    assert server.counts["/page/1"] == 1
    assert holdwater(*FETCH, "--again").out.endswith("  1  the same as when it was captured\n")
    assert server.counts["/page/1"] == 2


def test_what_was_not_had_is_told_with_what_to_do(server: Replica, desk: Path, holdwater: Holdwater) -> None:
    write(server, LOE, COE)
    done = holdwater(*FETCH)
    assert done.code == 1
    gate = server.url("/challenge?never")
    assert done.out == (
        "essay.md: 2 references, 2 addresses\n  1  captured\n  1  blocked to programs\n\n"
        f"2: {gate}\n"
        "    blocked to programs (asks for proof of being human (Cloudflare), 403 Forbidden); no web archive\n"
        "    that was asked has a copy\n"
        "    open it in your browser, save the page, and give it:\n"
        "    `holdwater sources link 2 FILE --document essay.md`\n"
    )
    later = holdwater(*FETCH)
    assert "    asked for on 20" in later.out
    assert "blocked, to be asked for again from 20" in later.out
    assert server.counts["/challenge"] == 1


def test_of_what_is_gone_the_copy_nearest_to_the_citations_day_is_kept(
    server: Replica, desk: Path, holdwater: Holdwater
) -> None:
    write(server, POE)
    done = holdwater(*FETCH)
    assert (done.code, done.out) == (0, "essay.md: 1 reference, 1 address\n  1  copied from a web archive\n")
    with open_catalogue(desk, read_only=True) as catalogue:
        [held] = catalogue.snapshots()
    assert (held.how, held.url, str(held.memento)[:10]) == (
        HowHad.MEMENTO, "http://mill.example.org/status/404", "2018-06-15",
    )  # fmt: skip
    asked = server.counts_by_url.total()
    assert holdwater(*FETCH).code == 0
    assert server.counts_by_url.total() == asked  # neither the address nor the archives


SOFT = b"<!doctype html><title>Page not found</title><h1>Page not found</h1><p>Try our search.</p>"


@pytest.mark.parametrize("how", [{"status": 503}, {"body": SOFT}])
def test_where_the_nearest_copy_is_no_page_the_next_ones_are_tried(
    server: Replica, desk: Path, holdwater: Holdwater, how: dict[str, Any]
) -> None:
    def broken(*stamps: str) -> None:
        for stamp in stamps:
            path = f"/web/{stamp}id_/http://mill.example.org/lock"
            server.record(Recorded("web.archive.org", path, **{"body": b"", "media_type": "text/html", **how}))

    server.record(Recorded("mill.example.org", "/lock", b"", status=404))
    broken("20180615120000")
    write(server, 'Jo Poe, "The lock", http://mill.example.org/lock (accessed 3 June 2018).')
    done = holdwater(*FETCH)
    assert (done.code, done.out) == (0, "essay.md: 1 reference, 1 address\n  1  copied from a web archive\n")
    with open_catalogue(desk, read_only=True) as catalogue:
        [held] = catalogue.snapshots()
    assert str(held.memento)[:10] == "2021-01-01"
    shutil.rmtree(desk / ".holdwater")
    broken("20210101000000", "20150304050607")
    server.forget()
    done = holdwater(*FETCH)
    told = " ".join(done.out.split())
    assert done.code == 1
    assert "not there (404 Not Found); none of 3 archived copies could be had" in told
    assert "/web/20240220201918id_/http://mill.example.org/lock" not in {one.path for one in server.seen}
    asked = [one.path for one in server.seen if one.path.startswith("/web/timemap") or "available" in one.path]
    assert len(asked) == len(set(asked)) == 2
    holdwater(*FETCH)
    assert [one.path for one in server.seen if one.path.startswith("/web/timemap")] == asked[1:]


def test_web_archives_are_not_asked_where_that_is_not_wanted(server: Replica, desk: Path, holdwater: Holdwater) -> None:
    write(server, POE)
    done = holdwater(*FETCH, "--no-archives")
    assert done.code == 1
    assert "    not there (404 Not Found)\n    look for its new address, or fetch it again in 1 day;" in done.out
    assert [one.path for one in server.seen] == ["/status/404"]


def test_archives_that_cannot_be_asked_are_named(server: Replica, desk: Path, holdwater: Holdwater) -> None:
    write(server, 'Al Foe, "The dam", http://mill.example.org/status/410 (2019).')
    map_of = "/timemap/link/http://mill.example.org/status/410"
    server.record(Recorded("archive.org", "/wayback/available", b"", status=403))
    server.record(Recorded("timetravel.mementoweb.org", map_of, b"", status=403))
    told = " ".join(holdwater(*FETCH, "--again").out.split())
    assert "not there (410 Gone); Wayback Machine and Memento aggregator could not be asked" in told
    server.forget()
    server.record(Recorded("timetravel.mementoweb.org", map_of, b"", status=404))
    told = " ".join(holdwater(*FETCH, "--again").out.split())
    assert "not there (410 Gone); Wayback Machine could not be asked" in told


def test_addresses_of_ones_own_network_are_not_asked(server: Replica, desk: Path, holdwater: Holdwater) -> None:
    write(server, LOE)
    done = holdwater("sources", "fetch", "essay.md")
    assert done.code == 1
    assert "\n  1  not asked for\n" in done.out
    assert "127.0.0.1 is not asked for: it is this computer's own address" in done.out
    advice = "ask it with --allow-private, if it is a server of your own; or give a copy: `holdwater sources link 1"
    assert advice in " ".join(done.out.split())
    assert server.seen == []


def test_a_persons_link_is_fetched(server: Replica, desk: Path, holdwater: Holdwater) -> None:
    write(server, ROE)
    url = server.url("/page/roe")
    linked = holdwater("sources", "link", "1", url, "--document", "essay.md")
    assert "`holdwater sources fetch` gets it" in linked.out
    assert holdwater(*FETCH).code == 0
    with open_catalogue(desk, read_only=True) as catalogue:
        [held] = catalogue.snapshots()
        assert held.work == catalogue.ties("essay.md")[0].work


def test_every_work_of_the_catalogue_is_fetched_without_a_document(
    server: Replica, desk: Path, holdwater: Holdwater
) -> None:
    with open_catalogue(desk, create=True) as catalogue:
        catalogue.put_work({"title": "The weir", "URL": server.url("/page/weir")})
        catalogue.put_work({"title": "A book"})
    done = holdwater("sources", "fetch", "--all", *PRIVATE)
    assert (done.code, done.out) == (0, "  1  captured\n")
    both = holdwater("sources", "fetch", "--all", "essay.md")
    assert (both.code, both.err) == (2, "holdwater: --all is in place of a document; give one of them\n")


def test_the_bounds_of_the_command_line_are_kept(server: Replica, desk: Path, holdwater: Holdwater) -> None:
    write(server, 'Ann Loe, "Long", {web}/page/long?bytes=50000&never.', 'Ann Loe, "Slow", {web}/slow-headers?never.')
    told = holdwater(*FETCH, "--max-size", "0.01", "--timeout", "0.5", "--contact", "me@example.org").out
    assert "are more than 10,000" in told
    assert "1  no answer" in told
    assert "me@example.org" in server.seen[0].header("user-agent")


# Without a socket


def test_offline_only_says_what_would_be_fetched(server: Replica, desk: Path, holdwater: Holdwater) -> None:
    write(server, LOE, ROE)
    done = holdwater(*FETCH, "--offline")
    assert done.out == (
        "essay.md: 2 references, 1 address; 1 gives none\n"
        f"1: {server.url('/page/1')}: would be asked for\nnothing was asked for (--offline)\n"
    )
    assert (done.code, server.seen, (desk / ".holdwater").exists()) == (1, [], False)
    holdwater(*FETCH)
    done = holdwater(*FETCH, "--offline")
    assert (done.code, len(server.seen)) == (0, 1)
    assert f"1: {server.url('/page/1')}: captured on 20" in done.out


def test_a_document_that_cites_no_address_is_told(server: Replica, desk: Path, holdwater: Holdwater) -> None:
    write(server, ROE)
    done = holdwater(*FETCH)
    assert (done.code, done.out) == (0, "essay.md: 1 reference, 0 addresses; 1 gives none\n")


def test_a_run_that_cannot_write_says_so_in_one_line(server: Replica, desk: Path, holdwater: Holdwater) -> None:
    write(server, LOE)
    (desk / ".holdwater").write_text("in the way")
    done = holdwater(*FETCH)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith("holdwater: .holdwater")


def test_a_browser_that_is_not_installed_is_told_before_anything_is_asked(
    server: Replica, desk: Path, holdwater: Holdwater, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(server, LOE)
    monkeypatch.setattr(shutil, "which", lambda *_: None)
    done = holdwater(*FETCH, "--browser")
    assert done.err == "holdwater: no Chromium is installed; install one, or fetch without --browser\n"
    assert (done.code, server.seen) == (2, [])


@pytest.mark.skipif(not shutil.which("chromium"), reason="no Chromium is installed")
def test_a_page_is_kept_as_a_browser_shows_it_too(server: Replica, desk: Path, holdwater: Holdwater) -> None:
    write(server, LOE)
    done = holdwater(*FETCH, "--browser", "--timeout", "60")
    assert (done.code, done.out) == (0, "essay.md: 1 reference, 1 address\n  1  captured\n")
    with open_catalogue(desk, read_only=True) as catalogue:
        held = catalogue.snapshots()
    assert sorted((one.how.value, one.media_type) for one in held) == [
        ("fetched", "text/html"), ("through a browser", "image/png"), ("through a browser", "text/html"),
    ]  # fmt: skip
    shown = json.loads(holdwater("sources", "show", held[0].work, "--output-format", "json").out)
    assert len(shown["captures"]) == 3
