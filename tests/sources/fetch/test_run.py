"""A run of capturing: what is had is in the archive and the catalogue, and is not asked for again."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fetching import QUICK, nowhere_else

from holdwater.errors import ArchiveError, CatalogueError
from holdwater.sources.archive.groups import read_group
from holdwater.sources.archive.reading import take_out
from holdwater.sources.catalogue.model import Held, HowHad
from holdwater.sources.catalogue.opening import open_catalogue
from holdwater.sources.fetch.run import Outcome, capture, planned
from holdwater.sources.fetch.seeking import Sought
from holdwater.sources.project import Layout
from holdwater.sources.standing.model import Memento, Standing
from replica import Replica, replica
from replica.faults import bomb
from replica.pages import PDF, article

Capture = Callable[..., Outcome]


@pytest.fixture(scope="module")
def server() -> Iterator[Replica]:
    with replica() as running:
        yield running


@pytest.fixture
def capturing(server: Replica, tmp_path: Path) -> Capture:
    """Captures addresses, each for a work of its own unless it is sought for one."""
    server.forget()

    def run(*urls: str | Sought, again: bool = False, now: datetime | None = None, **changes: Any) -> Outcome:
        sought = []
        with open_catalogue(tmp_path, create=True) as catalogue:
            for url in urls:
                work = (
                    catalogue.put_work({"title": url, "type": "webpage", "URL": url}).id if isinstance(url, str) else ""
                )
                sought.append(Sought(url, work) if isinstance(url, str) else url)
        settings = replace(QUICK, ca_file=server.ca_file, **changes)
        clock = (lambda: now) if now else (lambda: datetime.now(UTC))
        return capture(sought, tmp_path, settings, again=again, now=clock, **nowhere_else(server))

    return run


def snapshots(project: Path) -> tuple[Held, ...]:
    with open_catalogue(project, read_only=True) as catalogue:
        return catalogue.snapshots()


def payload(project: Path, held: Held) -> bytes:
    layout = Layout(project)
    taken = take_out(layout.archive, held.place, layout.payloads)
    assert (taken.sha256, taken.size) == (held.sha256, held.size)
    return taken.path.read_bytes()


def test_a_page_is_captured_with_all_that_is_known_of_it(server: Replica, capturing: Capture, tmp_path: Path) -> None:
    url = server.url("/coded/gzip", host="page.example.org")
    (one,) = capturing(url).addresses
    assert one.tried is not None
    assert (one.tried.standing, one.tried.status, one.tried.detail) == (Standing.CAPTURED, 200, "200 OK")
    (held,) = snapshots(tmp_path)
    assert held == one.held
    assert (held.url, held.final_url, held.how, held.title) == (url, url, HowHad.FETCHED, "Packed")
    assert (held.media_type, held.charset, held.status) == ("text/html", "utf-8", 200)
    assert payload(tmp_path, held) == article("Packed").encode()
    with open_catalogue(tmp_path, read_only=True) as catalogue:
        assert catalogue.tries(url) == (one.tried,)
        assert catalogue.work(held.work) is not None


def test_a_pdf_is_captured_as_it_is(server: Replica, capturing: Capture, tmp_path: Path) -> None:
    capturing(server.url("/paper.pdf"))
    (held,) = snapshots(tmp_path)
    assert (held.media_type, held.title) == ("application/pdf", "")
    assert payload(tmp_path, held) == PDF


def test_redirects_are_kept_with_what_they_led_to(server: Replica, capturing: Capture, tmp_path: Path) -> None:
    moved, hops = server.url("/moved"), server.url("/hops/3")
    by_url = {one.url: one for one in capturing(moved, hops).addresses}
    assert by_url[moved].tried.standing is Standing.MOVED
    assert by_url[moved].tried.permanent
    assert by_url[hops].tried.standing is Standing.CAPTURED
    group = read_group(Layout(tmp_path).archive, by_url[hops].held.place)
    assert [answer.status for answer in group.answers] == [302, 302, 302, 200]
    assert by_url[hops].held.final_url == server.url("/hops/0")


STANDINGS = [
    ("/page/1", Standing.CAPTURED, True),
    ("/cookie-wall", Standing.CAPTURED, True),
    ("/truncated-once", Standing.CAPTURED, True),
    ("/busy?after=0.1", Standing.CAPTURED, True),
    ("/shaky", Standing.CAPTURED, True),
    ("/short-length", Standing.CAPTURED, True),
    ("/odd-headers", Standing.CAPTURED, True),
    ("/meta-refresh", Standing.MOVED, True),
    ("/wrong-encoding/gzip", Standing.CAPTURED, True),
    ("/charset/windows-1252?says=utf-8", Standing.CAPTURED, True),
    ("/bomb/gzip?bytes=20000000", Standing.CAPTURED, True),
    ("/moved", Standing.MOVED, True),
    ("/paywall", Standing.PAYWALLED, True),
    ("/stories/1987/the-weir", Standing.SOFT_404, False),
    ("/old/story", Standing.SOFT_404, False),
    ("/challenge", Standing.BLOCKED, False),
    ("/captcha", Standing.BLOCKED, False),
    ("/status/401", Standing.BLOCKED, False),
    ("/status/403", Standing.BLOCKED, False),
    ("/status/451", Standing.BLOCKED, False),
    ("/busy?times=9&after=86400&key=tomorrow", Standing.BLOCKED, False),
    ("/status/404", Standing.NOT_THERE, False),
    ("/status/410", Standing.NOT_THERE, False),
    ("/to?url=http://gone.example/", Standing.NOT_THERE, False),
    ("/status/500", Standing.NO_ANSWER, False),
    ("/shaky?times=9&key=down", Standing.NO_ANSWER, False),
    ("/empty", Standing.NO_ANSWER, False),
    ("/status/204", Standing.NO_ANSWER, False),
    ("/slow-headers", Standing.NO_ANSWER, False),
    ("/slow-body?every=0.2", Standing.NO_ANSWER, False),
    ("/stalled", Standing.NO_ANSWER, False),
    ("/truncated", Standing.NO_ANSWER, False),
    ("/truncated-chunks", Standing.NO_ANSWER, False),
    ("/truncated-gzip", Standing.NO_ANSWER, False),
    ("/wrong-encoding/br", Standing.NO_ANSWER, False),
    ("/wrong-encoding/nonsense", Standing.NO_ANSWER, False),
    ("/two-lengths", Standing.NO_ANSWER, False),
    ("/silence", Standing.NO_ANSWER, False),
    ("/garbage", Standing.NO_ANSWER, False),
    ("/endless-headers", Standing.NO_ANSWER, False),
    ("/reset", Standing.NO_ANSWER, False),
    ("/reset-now", Standing.NO_ANSWER, False),
    ("/loop", Standing.NO_ANSWER, False),
    ("/endless/0", Standing.NO_ANSWER, False),
    ("/meta-refresh/round", Standing.NO_ANSWER, False),
    ("/bomb/gzip?bytes=300000000", Standing.REFUSED, False),
    ("/bomb/twice?bytes=300000000", Standing.REFUSED, False),
    ("/huge", Standing.REFUSED, False),
    ("/huge?form=chunked", Standing.REFUSED, False),
    ("/to?url=file:///etc/passwd", Standing.REFUSED, False),
    ("/to?url=http://169.254.169.254/latest/", Standing.REFUSED, False),
]


def test_every_fault_of_the_replica_ends_in_the_right_standing_and_loses_nothing(
    server: Replica, capturing: Capture, tmp_path: Path
) -> None:
    for coding in ("gzip", "twice"):
        bomb(coding, 300_000_000)  # made beforehand, which takes longer than a server is waited for
    hosts = {path: server.url(path, host=f"f{number}.example.org") for number, (path, *_) in enumerate(STANDINGS)}
    names = ("expired", "wrong-host", "self-signed", "unknown-ca")
    bad = [server.url("/page/1", host=f"{name}.example", tls=True) for name in names]
    outcome = capturing(*hosts.values(), *bad)
    by_url = {one.url: one for one in outcome.addresses}
    told = [(path, by_url[url].tried.standing, by_url[url].held is not None) for path, url in hosts.items()]
    assert told == STANDINGS
    assert {by_url[url].tried.standing for url in bad} == {Standing.NO_ANSWER}
    assert all(one.tried.detail for one in outcome.addresses)
    assert outcome.damage == ()
    for held in snapshots(tmp_path):
        assert payload(tmp_path, held)
    with open_catalogue(tmp_path, read_only=True) as catalogue:
        assert {one.url for one in catalogue.tries()} == set(by_url)
    assert list(Layout(tmp_path).tmp.iterdir()) == []


def test_what_was_captured_is_not_asked_for_again(server: Replica, capturing: Capture, tmp_path: Path) -> None:
    urls = [server.url(f"/page/{n}") for n in range(5)]
    capturing(*urls)
    second = capturing(*urls, server.url("/page/new"))
    assert [one.passed_over[:11] for one in second.addresses] == ["captured on"] * 5 + [""]
    assert all(one.held is not None for one in second.addresses)
    assert server.counts == {f"/page/{n}": 1 for n in (*range(5), "new")}
    capturing(urls[0], again=True)
    assert server.counts["/page/0"] == 2
    assert len(snapshots(tmp_path)) == 6  # the page is as it was


def test_one_address_of_two_works_and_two_writings_is_asked_for_once(
    server: Replica, capturing: Capture, tmp_path: Path
) -> None:
    with open_catalogue(tmp_path, create=True) as catalogue:
        for name in ("a", "b", "c"):
            catalogue.put_work({"id": name, "title": name, "type": "webpage"})
    url = server.url("/page/shared", host="page.example.org")
    shouted = url.replace("page.example.org", "PAGE.example.org") + "#part"
    outcome = capturing(Sought(url, "a"), Sought(shouted, "b"))
    assert [(one.url, one.works) for one in outcome.addresses] == [(url, ("a", "b"))]
    assert server.counts == {"/page/shared": 1}
    capturing(Sought(shouted, "c"))
    assert server.counts == {"/page/shared": 1}
    assert {one.work for one in snapshots(tmp_path)} == {"a", "b", "c"}
    assert len({one.place for one in snapshots(tmp_path)}) == 1
    with open_catalogue(tmp_path, read_only=True) as catalogue:
        assert catalogue.tries(url) == catalogue.tries(shouted) == (outcome.addresses[0].tried,)


def test_what_was_asked_for_in_vain_is_left_alone_for_a_while(
    server: Replica, capturing: Capture, tmp_path: Path
) -> None:
    gone, broken = server.url("/status/404"), server.url("/silence")
    capturing(gone, broken, retries=0)
    capturing(gone, broken, retries=0)
    assert server.counts == {"/status/404": 1, "/silence": 1}
    in_two_hours = datetime.now(UTC) + timedelta(hours=2)
    outcome = capturing(gone, broken, retries=0, now=in_two_hours)
    assert server.counts == {"/status/404": 1, "/silence": 2}
    tried = outcome.addresses[0].tried
    assert tried is not None
    assert outcome.addresses[0].passed_over.startswith(f"asked for on {tried.at:%Y-%m-%d}: not there")
    assert outcome.standings == {Standing.NO_ANSWER: 1}


def test_an_address_that_was_refused_is_looked_at_again_since_settings_may_be_others(
    server: Replica, capturing: Capture
) -> None:
    url = server.url("/page/1")
    assert capturing(url, allow_private=False).standings == {Standing.REFUSED: 1}
    assert capturing(url).standings == {Standing.CAPTURED: 1}


def test_hosts_without_a_name_are_not_absent_where_nothing_at_all_was_reached(
    server: Replica, capturing: Capture, tmp_path: Path
) -> None:
    gone = ["http://gone.one.example/", "http://gone.two.example/"]
    capturing(*gone)
    with open_catalogue(tmp_path, read_only=True) as catalogue:
        assert {one.standing for one in catalogue.tries()} == {Standing.NO_ANSWER}
    capturing(*gone, server.url("/page/1?latency=0.2"), now=datetime.now(UTC) + timedelta(hours=2))
    with open_catalogue(tmp_path, read_only=True) as catalogue:
        assert [one.standing for one in catalogue.tries(gone[0])] == [Standing.NO_ANSWER, Standing.NOT_THERE]


def test_what_is_not_a_page_is_in_the_archive_all_the_same(server: Replica, capturing: Capture, tmp_path: Path) -> None:
    capturing(server.url("/status/404"))
    assert snapshots(tmp_path) == ()
    (file,) = Layout(tmp_path).archive.iterdir()
    with open_catalogue(tmp_path, read_only=True) as catalogue:
        assert catalogue.ends() == {file.name: file.stat().st_size}


def test_a_work_that_is_not_there_ends_the_run(server: Replica, capturing: Capture) -> None:
    with pytest.raises(CatalogueError, match="nobody"):
        capturing(Sought(server.url("/page/1"), "nobody"))


def test_a_full_disk_ends_the_run_and_leaves_what_was_captured(
    server: Replica, capturing: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from holdwater.sources.archive.writer import ArchiveWriter

    capturing(server.url("/page/1"))
    before = snapshots(tmp_path)

    def full(*_: Any, **__: Any) -> None:
        raise ArchiveError("cannot be written: No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(ArchiveWriter, "write", full)
        with pytest.raises(ArchiveError, match="No space"):
            capturing(server.url("/page/2"), server.url("/page/3"))
    assert snapshots(tmp_path) == before
    assert list(Layout(tmp_path).tmp.iterdir()) == []
    assert capturing(server.url("/page/2")).standings == {Standing.CAPTURED: 1}


def test_an_archive_that_a_newer_version_wrote_is_left_as_it_is(
    server: Replica, capturing: Capture, tmp_path: Path
) -> None:
    import sqlite3

    capturing(server.url("/page/1"))
    with contextlib.closing(sqlite3.connect(Layout(tmp_path).catalogue)) as file:
        file.execute("PRAGMA user_version = 9999")
    before = {path: path.read_bytes() for path in Layout(tmp_path).archive.iterdir()}
    with pytest.raises(ArchiveError, match="newer version"):
        capture([Sought(server.url("/page/2"))], tmp_path, QUICK, **nowhere_else(server))
    assert {path: path.read_bytes() for path in Layout(tmp_path).archive.iterdir()} == before
    assert server.counts == {"/page/1": 1}


# Copies in web archives


def copy_of(server: Replica, url: str, stamp: str = "20180615120000") -> Sought:
    at = datetime.strptime(f"{stamp}+0000", "%Y%m%d%H%M%S%z")
    return Sought(url, memento=Memento(server.url(f"/web/{stamp}/{url}"), at, url))


def test_a_copy_is_a_snapshot_of_the_address_that_it_is_a_copy_of(
    server: Replica, capturing: Capture, tmp_path: Path
) -> None:
    gone = "https://gone.example.org/story"
    (one,) = capturing(copy_of(server, gone)).addresses
    (held,) = snapshots(tmp_path)
    assert (one.url, one.held) == (gone, held)
    assert (held.url, held.how, held.memento) == (gone, HowHad.MEMENTO, datetime(2018, 6, 15, 12, tzinfo=UTC))
    assert held.final_url == server.url(f"/web/20180615120000id_/{gone}")
    with open_catalogue(tmp_path, read_only=True) as catalogue:
        assert catalogue.tries(gone) == ()  # it was not asked for itself


def test_a_copy_is_of_the_day_that_its_archive_leads_to(server: Replica, capturing: Capture, tmp_path: Path) -> None:
    capturing(copy_of(server, "https://gone.example.org/story", "20170101000000"))
    (held,) = snapshots(tmp_path)
    assert held.memento == datetime(2018, 6, 15, 12, tzinfo=UTC)


def test_after_a_kill_a_copy_is_known_for_what_it_is(server: Replica, capturing: Capture, tmp_path: Path) -> None:
    capturing(copy_of(server, "https://gone.example.org/story"))
    before = snapshots(tmp_path)
    for path in Layout(tmp_path).folder.glob("catalogue.sqlite*"):
        path.unlink()
    capturing()
    assert snapshots(tmp_path) == before


def files(project: Path) -> dict[str, bytes]:
    """What is in the project but for the files of SQLite's own that come and go."""
    found = Layout(project).folder.rglob("*")
    return {
        str(path): path.read_bytes()
        for path in found
        if path.is_file() and path.suffix not in (".sqlite-wal", ".sqlite-shm")
    }


def test_what_would_be_asked_for_is_told_without_asking(server: Replica, capturing: Capture, tmp_path: Path) -> None:
    had, missing, new = (Sought(server.url(path)) for path in ("/page/1", "/status/404", "/page/2"))
    capturing(had, missing)
    server.forget()
    before = files(tmp_path)
    with open_catalogue(tmp_path, read_only=True) as catalogue:
        plan = planned([had, missing, new], catalogue, now=datetime.now(UTC))
        every = planned([had, missing, new], catalogue, now=datetime.now(UTC), again=True)
    assert [one.passed_over.partition(" on ")[0] for one in plan] == ["captured", "asked for", ""]
    assert [one.passed_over for one in every] == ["", "", ""]
    assert [one.url for one in planned([new], None, now=datetime.now(UTC))] == [new.url]
    assert server.seen == []
    assert files(tmp_path) == before


def test_what_was_taken_is_known_however_the_run_ends(server: Replica, tmp_path: Path) -> None:
    told: list[str] = []

    def interrupt(done: int, of: int, url: str) -> None:
        told.append(url)
        if done == 3:
            raise KeyboardInterrupt

    urls = [server.url(f"/page/{n}") for n in range(30)]
    settings = replace(QUICK, ca_file=server.ca_file)
    with pytest.raises(KeyboardInterrupt):
        capture([Sought(url) for url in urls], tmp_path, settings, interrupt, **nowhere_else(server))
    assert {one.url for one in snapshots(tmp_path)} == set(told)
    server.forget()
    outcome = capture([Sought(url) for url in urls], tmp_path, settings, **nowhere_else(server))
    assert outcome.standings == {Standing.CAPTURED: 27}
    assert sum(server.counts.values()) == 27
