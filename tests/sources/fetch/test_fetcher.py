"""Every fault of the replica is survived: the right word for it, what was had is kept, and nothing hangs."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from fetching import QUICK, fetch, fetch_one, nowhere_else
from refused import NO_ADDRESS, REFUSED

from holdwater.errors import ArchiveError, FetchError
from holdwater.sources.fetch.fetcher import fetch_all
from holdwater.sources.fetch.handing import MOST_WAITING
from holdwater.sources.fetch.model import Fetched, Wanted
from holdwater.sources.standing.model import Failure
from replica import Replica, replica
from replica.pages import PDF, article


@pytest.fixture(scope="module")
def server() -> Iterator[Replica]:
    with replica() as running:
        yield running


FAULTS = [
    # path, statuses of the chain, fault, truncated, requests sent
    ("/page/1", [200], None, "", 1),
    ("/paper.pdf", [200], None, "", 1),
    ("/empty", [200], None, "", 1),
    ("/status/204", [204], None, "", 1),
    ("/status/404", [404], None, "", 1),
    ("/status/410", [410], None, "", 1),
    ("/status/401", [401], None, "", 1),
    ("/status/403", [403], None, "", 1),
    ("/status/451", [451], None, "", 1),
    ("/status/500", [500], None, "", 3),
    ("/status/503", [503], None, "", 3),
    ("/status/429", [429], None, "", 3),
    ("/challenge", [403], None, "", 1),
    ("/captcha", [200], None, "", 1),
    ("/paywall", [200], None, "", 1),
    ("/meta-refresh", [200, 200], None, "", 2),
    ("/meta-refresh?after=30", [200], None, "", 1),
    ("/meta-refresh/round", [200] * 2, Failure.ENDLESS, "", 2),
    ("/meta-refresh?url=http://224.0.0.1/", [200], Failure.REFUSED, "", 1),
    ("/meta-refresh?url=javascript:alert(1)", [200], None, "", 1),
    ("/stories/1987/the-weir", [200], None, "", 1),
    ("/old/story", [302, 200], None, "", 2),
    ("/moved", [301, 200], None, "", 2),
    ("/hops/5", [302] * 5 + [200], None, "", 6),
    ("/cookie-wall", [302, 200], None, "", 2),
    ("/slow-headers", [], Failure.TIMED_OUT, "", 3),
    ("/slow-body?every=0.2", [200], Failure.TIMED_OUT, "time", 1),
    ("/stalled", [200], Failure.TIMED_OUT, "time", 3),
    ("/truncated", [200], Failure.BROKEN_OFF, "disconnect", 3),
    ("/truncated-once", [200], None, "", 2),
    ("/truncated-chunks", [200], Failure.BROKEN_OFF, "disconnect", 3),
    ("/truncated-gzip", [200], None, "", 1),
    ("/short-length", [200], None, "", 1),
    ("/two-lengths", [], Failure.NOT_HTTP, "", 1),
    ("/silence", [], Failure.BROKEN_OFF, "", 3),
    ("/garbage", [], Failure.NOT_HTTP, "", 1),
    ("/endless-headers", [], Failure.NOT_HTTP, "", 1),
    ("/odd-headers", [200], None, "", 1),
    ("/reset", [200], Failure.BROKEN_OFF, "disconnect", 3),
    ("/reset-now", [], Failure.BROKEN_OFF, "", 3),
    ("/reset-once", [200], None, "", 2),
    ("/loop", [302, 302], Failure.ENDLESS, "", 2),
    ("/endless/0", [302] * 21, Failure.ENDLESS, "", 21),
    ("/busy?times=1&after=0.2", [200], None, "", 2),
    ("/busy?times=1&after=1&form=date&key=date", [200], None, "", 2),
    ("/busy?times=1&form=none&key=none", [200], None, "", 2),
    ("/busy?times=9&after=0.1&key=always", [429], None, "", 3),
    ("/busy?times=9&after=86400&key=tomorrow", [429], None, "", 1),
    ("/shaky?times=1", [200], None, "", 2),
    ("/shaky?times=2&status=502&key=502", [200], None, "", 3),
    ("/shaky?times=9&key=down", [503], None, "", 3),
    ("/bomb/gzip?bytes=20000000", [200], None, "", 1),
    ("/bomb/twice?bytes=20000000", [200], None, "", 1),
    ("/wrong-encoding/gzip", [200], None, "", 1),
    ("/wrong-encoding/br", [200], None, "", 1),
    ("/wrong-encoding/nonsense", [200], None, "", 1),
    ("/charset/windows-1252?says=utf-8", [200], None, "", 1),
    ("/huge", [200], Failure.TOO_LARGE, "length", 1),
    ("/huge?form=chunked", [200], Failure.TOO_LARGE, "length", 1),
    ("/to?url=file:///etc/passwd", [302], Failure.REFUSED, "", 1),
    ("/to?url=javascript:alert(1)", [302], Failure.REFUSED, "", 1),
    ("/to?url=http://169.254.169.254/latest/", [302], Failure.REFUSED, "", 1),
    ("/to?url=http://[64:ff9b::7f00:1]/", [302], Failure.REFUSED, "", 1),
    ("/to?url=http://u:p@example.com/", [302], Failure.REFUSED, "", 1),
    ("/to?url=http://example.com:25/", [302], Failure.REFUSED, "", 1),
    ("/to?url=http://gone.example/", [302], Failure.NO_SUCH_HOST, "", 2),
    ("/to?url=", [302], None, "", 1),
]


def test_every_fault_has_its_word_and_none_of_them_hangs(server: Replica) -> None:
    began = time.monotonic()
    # A host of its own for each, since one that asks for rest would have the others wait.
    urls = {
        server.url(path, host=f"f{number}.example.org"): one for number, one in enumerate(FAULTS) for path in one[:1]
    }
    found = fetch(server, urls)
    assert time.monotonic() - began < 25
    told = {
        path: (taken.statuses, taken.fetched.failure, taken.fetched.chain[-1].truncated if taken.fetched.chain else "")
        for (path, *_), taken in ((urls[url], taken) for url, taken in found.items())
    }
    assert told == {path: (statuses, fault, truncated) for path, statuses, fault, truncated, _ in FAULTS}
    sent = {urls[url][0]: taken.fetched.requests for url, taken in found.items()}
    assert sent == {path: requests for path, _, _, _, requests in FAULTS}
    assert all(taken.fetched.detail for taken in found.values() if taken.fetched.failure)


@pytest.mark.parametrize(
    ("path", "detail"),
    [
        ("/slow-headers", "f.example.org was silent for too long"),
        ("/slow-body?every=0.2", "f.example.org took more than 3 seconds"),
        ("/loop", "the redirects go round in a circle"),
        ("/endless/0", "more than 20 redirects"),
        ("/huge", "500,000,000 bytes are more than 5,000,000"),
        ("/huge?form=chunked", "more than 5,000,000 bytes"),
        ("/garbage", "the answer of f.example.org is not HTTP: illegal status line"),
        ("/to?url=ftp://example.com/", "a redirect leads off the web: "),
        ("/to?url=http://0x7f.1:22/", "a redirect leads to what is not asked for: port 22"),
    ],
)
def test_the_detail_says_what_was_seen(server: Replica, path: str, detail: str) -> None:
    taken = fetch_one(server, server.url(path, host="f.example.org"), retries=0)
    assert taken.fetched.detail.startswith(detail)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("expired.example", "the certificate of expired.example has expired"),
        ("wrong-host.example", "the certificate of wrong-host.example is not the host's"),
        ("self-signed.example", "the certificate of self-signed.example is signed by itself"),
        ("unknown-ca.example", "the certificate of unknown-ca.example is signed by an authority that is not known"),
    ],
)
def test_a_bad_certificate_ends_the_matter_and_is_named(server: Replica, name: str, says: str) -> None:
    taken = fetch_one(server, server.url("/page/1", host=name, tls=True))
    assert (taken.fetched.failure, taken.fetched.detail) == (Failure.CERTIFICATE, says)
    assert (taken.fetched.chain, taken.fetched.requests) == ((), 1)


def test_an_authority_that_cannot_be_read_ends_the_run(server: Replica, tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("no certificate")
    for file in ("ca.pem", "none.pem"):
        settings = replace(QUICK, ca_file=tmp_path / file)
        with pytest.raises(FetchError, match=f"{file}: no certificates"):
            fetch_all([server.url(tls=True)], settings, lambda _: None, folder=tmp_path, **nowhere_else(server))


def test_http_on_the_port_of_https_is_no_connection(server: Replica) -> None:
    taken = fetch_one(server, server.url("/page/1").replace("http:", "https:"))
    assert taken.fetched.failure is Failure.NO_CONNECTION
    assert "agree on no encryption" in taken.fetched.detail


def test_a_host_that_is_not_there_is_told_from_one_that_does_not_listen(server: Replica) -> None:
    assert fetch_one(server, "http://gone.example/").fetched.failure is Failure.NO_SUCH_HOST
    closed = fetch_one(server, "http://127.0.0.1:9/", allow_private=True)
    assert closed.fetched.failure is Failure.REFUSED  # a port that no page is on
    import socket

    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        taken = fetch_one(server, f"http://127.0.0.1:{unused.getsockname()[1]}/")
    assert (taken.fetched.failure, taken.fetched.requests) == (Failure.NO_CONNECTION, 3)


def test_nothing_of_one_s_own_network_is_asked_for_unless_it_is_opened(server: Replica) -> None:
    before = len(server.seen)
    urls = [server.url("/page/1"), server.url("/page/1", host="a.example.org"), server.url("/page/1", host="localhost")]
    for taken in fetch(server, urls, allow_private=False).values():
        assert taken.fetched.failure is Failure.REFUSED
        assert taken.fetched.chain == ()
    assert len(server.seen) == before


def test_no_redirect_and_no_answer_of_the_dns_leads_to_what_is_refused(server: Replica, tmp_path: Path) -> None:
    """The replica plays a public host here: its backend leads every connection to loopback, and notes what it was."""
    backend, public = server.backend(), "93.184.216.34"
    private = {
        "inner.example.com": ["10.0.0.1"],
        "mixed.example.com": [public, "::1"],
        "mapped.example.com": ["::ffff:7f00:1"],
    }

    async def resolve(host: str, port: int) -> Sequence[str]:
        return private.get(host, [public])

    leads = [*(one for one in REFUSED if one not in NO_ADDRESS), *(f"https://{name}/" for name in private)]
    urls = {f"http://outer.example.com/to?url={quote(lead, errors='replace')}": lead for lead in leads}
    failures: dict[str, Failure | None] = {}
    settings = replace(QUICK, allow_private=False, per_host=16)

    def take(fetched: Fetched) -> None:
        failures[urls[fetched.wanted.url]] = fetched.failure

    fetch_all(urls, settings, take, folder=tmp_path, resolve=resolve, under=backend)
    assert set(backend.connected) == {(public, 80)}
    assert {lead for lead, failure in failures.items() if failure is not Failure.REFUSED} == set()
    assert len(failures) == len(leads) > 100


def test_an_exchange_says_what_went_over_the_wire(server: Replica) -> None:
    url = server.url("/coded/gzip", host="page.example.org")
    taken = fetch_one(server, url, contact="someone@example.org")
    (exchange,) = taken.fetched.chain
    assert (exchange.url, exchange.method, exchange.status, exchange.reason) == (url, "GET", 200, "OK")
    assert (exchange.http_version, exchange.ip) == ("HTTP/1.1", "127.0.0.1")
    assert datetime.now(UTC) - exchange.started < timedelta(seconds=20)
    assert dict(exchange.headers)["content-encoding"] == "gzip"
    assert gzip.decompress(taken.body) == article("Packed").encode()  # as it came, and not as it is read
    sent = dict(exchange.request_headers)
    assert sent["Host"] == url.split("/")[2]
    assert sent["User-Agent"].startswith("Holdwater/")
    assert "someone@example.org" in sent["User-Agent"]
    seen = server.seen[-1]
    assert {key: seen.header(key) for key in sent} == sent


def test_a_body_is_handed_over_byte_by_byte(server: Replica) -> None:
    assert fetch_one(server, server.url("/paper.pdf")).body == PDF
    partial = fetch_one(server, server.url("/truncated"))
    assert partial.body == article("Cut off", 10_000).encode()[:5000]
    assert fetch_one(server, server.url("/huge")).bodies == (None,)
    assert len(fetch_one(server, server.url("/huge?form=chunked")).body) <= 5_000_000
    assert fetch_one(server, server.url("/empty")).bodies == (None,)


def test_http_2_is_spoken_where_the_server_speaks_it(server: Replica) -> None:
    urls = [server.url(f"/page/{n}?bytes=200000", host="second.example.org", http2=True) for n in range(5)]
    for url, taken in fetch(server, urls).items():
        (exchange,) = taken.fetched.chain
        assert (exchange.http_version, exchange.status, exchange.reason) == ("HTTP/2", 200, "")
        assert f"Article {url.split('/')[-1].split('?')[0]}".encode() in taken.body


@pytest.mark.parametrize(
    ("path", "statuses"), [("/goaway", []), ("/garbage-frames", [200]), ("/reset-stream", [200]), ("/loop", [302, 302])]
)
def test_http_2_that_breaks_off_is_survived(server: Replica, path: str, statuses: list[int]) -> None:
    taken = fetch_one(server, server.url(path, host="third.example.org", http2=True))
    assert taken.fetched.failure is (Failure.ENDLESS if path == "/loop" else Failure.BROKEN_OFF)
    assert taken.statuses == statuses


def test_an_address_written_twice_is_asked_for_once(server: Replica) -> None:
    server.forget()
    url = server.url("/page/twice", host="Page.Example.org")
    found = fetch(server, [url, url.lower(), f"{url}#there", f"  {url}"])
    assert list(found) == [url]
    assert server.counts == {"/page/twice": 1}


def test_what_is_no_address_is_refused_and_the_others_are_fetched(server: Replica) -> None:
    urls = ["javascript:alert(1)", "file:///etc/passwd", "", "http://[::1", server.url("/page/1")]
    found = fetch(server, urls)
    assert [found[url].fetched.failure for url in urls] == [*[Failure.REFUSED] * 4, None]


def test_a_host_is_asked_for_no_more_at_once_than_it_is_polite_to(server: Replica) -> None:
    server.forget()
    many = [server.url(f"/page/{n}?latency=0.05", host="busy.example.org") for n in range(12)]
    others = [server.url(f"/page/{n}?latency=0.05", host=f"h{n}.example.org") for n in range(12)]
    fetch(server, [*many, *others], per_host=2, concurrency=8)
    assert server.busiest["busy.example.org"] == 2
    assert 2 < server.busiest[""] <= 8


def test_requests_to_a_host_begin_a_while_apart(server: Replica) -> None:
    began = time.monotonic()
    fetch(server, [server.url(f"/page/{n}", host="calm.example.org") for n in range(5)], host_delay=0.1)
    assert time.monotonic() - began >= 0.4


def test_a_host_that_asks_for_rest_gets_it_from_every_request(server: Replica) -> None:
    server.forget()
    urls = [server.url(f"/busy?times=1&after=0.5&key=rest&n={n}", host="tired.example.org") for n in range(3)]
    began = time.monotonic()
    found = fetch(server, urls, per_host=1)
    assert all(taken.statuses == [200] for taken in found.values())
    assert time.monotonic() - began >= 0.5
    assert sum(server.counts.values()) == 4  # one is told to wait, and the others wait with it


def test_a_page_that_is_cited_is_asked_for_whatever_robots_say_and_one_that_is_crawled_is_not(server: Replica) -> None:
    server.forget()
    cited = server.url("/private/1", host="a.example.org")
    crawled = Wanted(server.url("/private/1", host="b.example.org"), crawled=True)
    free = Wanted(server.url("/page/1", host="b.example.org"), crawled=True)
    none = Wanted(server.url("/private/1", host="norobots.example.org"), crawled=True)
    sick = Wanted(server.url("/page/1", host="sickrobots.example.org"), crawled=True)
    found = fetch(server, [cited, crawled, free, none, sick])
    faults = {one.url if isinstance(one, Wanted) else one: None for one in (cited, free, none)}
    faults |= {crawled.url: Failure.ROBOTS, sick.url: Failure.ROBOTS}
    assert {url: taken.fetched.failure for url, taken in found.items()} == faults
    asked = [(one.host, one.path) for one in server.seen]
    assert asked.count(("b.example.org", "/robots.txt")) == 1
    assert ("a.example.org", "/robots.txt") not in asked
    assert ("b.example.org", "/private/1") not in asked


def test_progress_is_told_after_each_address(server: Replica, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []

    def note(done: int, of: int, url: str) -> None:
        told.append((done, of, url))

    urls = [server.url(f"/page/{n}") for n in range(4)]
    fetch_all(urls, QUICK, lambda _: None, folder=tmp_path, **nowhere_else(server), progress=note)
    assert [(done, of) for done, of, _ in told] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert {url for _, _, url in told} == set(urls)


def test_what_the_taker_raises_ends_the_run(server: Replica, tmp_path: Path) -> None:
    def full(_: object) -> None:
        raise ArchiveError("no room")

    server.forget()
    urls = [server.url(f"/page/{n}?latency=0.1") for n in range(200)]
    with pytest.raises(ArchiveError):
        fetch_all(urls, QUICK, full, folder=tmp_path, **nowhere_else(server))
    # However late the taker comes to raise it, no more than these may wait for it.
    assert sum(server.counts.values()) <= MOST_WAITING + QUICK.concurrency
    assert list(tmp_path.iterdir()) == []


def test_a_disk_without_room_ends_the_run_with_a_plain_word(
    server: Replica, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    large = server.url("/page/1?bytes=1000000")
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(FetchError, match="cannot be written: File too large"):
            fetch_all([large], QUICK, lambda _: None, folder=tmp_path, **nowhere_else(server))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []


def test_answers_wait_to_be_taken_and_nothing_more_is_asked_for_meanwhile(server: Replica, tmp_path: Path) -> None:
    server.forget()
    asked: list[int] = []

    def slowly(_: object) -> None:
        if not asked:
            end = time.monotonic() + 20
            while sum(server.counts.values()) < MOST_WAITING and time.monotonic() < end:
                time.sleep(0.02)
            time.sleep(0.5)  # in which more would be asked for, if it were
            asked.append(sum(server.counts.values()))

    urls = [server.url(f"/page/{n}", host=f"h{n % 50}.example.org") for n in range(150)]
    fetch_all(urls, QUICK, slowly, folder=tmp_path, **nowhere_else(server))
    assert MOST_WAITING <= asked[0] <= MOST_WAITING + QUICK.concurrency
    assert sum(server.counts.values()) == 150


def test_hosts_are_asked_side_by_side(server: Replica) -> None:
    server.forget()
    fetch(server, [server.url("/page/1?latency=0.2", host=f"side{n}.example.org") for n in range(16)])
    assert server.busiest[""] >= 4
