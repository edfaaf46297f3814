"""Questions to services: checked as pages are, at each host's pace, unpacked, and told when they fail."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from fetching import QUICK, nowhere_else

from holdwater.errors import FetchError
from holdwater.sources.fetch.conversing import MAX_ANSWER, Conversation, conversing
from holdwater.sources.fetch.settings import FetchSettings
from replica import Recorded, Replica, replica
from replica.pages import article

ECHO = Recorded("service.example.org", "/echo", b"{}", headers=(("ETag", '"1"'),))


@pytest.fixture(scope="module")
def server() -> Iterator[Replica]:
    with replica([ECHO]) as running:
        yield running


def settings(server: Replica, **changes: object) -> FetchSettings:
    return replace(QUICK, ca_file=server.ca_file, **changes)  # type: ignore[arg-type]


@pytest.fixture
def asking(server: Replica, tmp_path: Path) -> Iterator[Conversation]:
    server.forget()
    with conversing(settings(server), tmp_path, **nowhere_else(server)) as conversation:
        yield conversation
    assert list(tmp_path.iterdir()) == []


def test_an_answer_comes_unpacked_with_its_headers_in_lower_case(server: Replica, asking: Conversation) -> None:
    reply = asking.get(server.url("/coded/gzip"))
    assert (reply.status, reply.body) == (200, article("Packed").encode())
    assert reply.headers["content-encoding"] == "gzip"


def test_headers_are_sent_in_the_place_of_the_usual_ones(server: Replica, asking: Conversation) -> None:
    url = server.url("/echo", host="service.example.org")
    asking.get(url, {"Accept": "application/json"})
    assert asking.get(url, {"If-None-Match": '"1"'}).status == 304
    assert server.seen[0].header("accept") == "application/json"
    assert server.seen[0].header("user-agent").startswith("Holdwater/")


def test_redirects_are_followed(server: Replica, asking: Conversation) -> None:
    assert asking.get(server.url("/hops/3")).body == article("After the redirects").encode()


def test_a_status_is_an_answer_and_a_silence_is_none(server: Replica, asking: Conversation) -> None:
    assert asking.get(server.url("/status/404")).status == 404
    with pytest.raises(FetchError, match=r"gone\.example\.org"):
        asking.get("http://gone.example.org/")


def test_what_is_not_asked_of_pages_is_not_asked_of_services(server: Replica, tmp_path: Path) -> None:
    with conversing(settings(server, allow_private=False), tmp_path, **nowhere_else(server)) as conversation:
        server.forget()
        for ask in (conversation.get, lambda url: conversation.post(url, b"?", "text/plain")):
            with pytest.raises(FetchError, match="not asked for"):
                ask(server.url("/"))
            with pytest.raises(FetchError, match="is not an address of the web"):
                ask("file:///etc/passwd")
        assert server.seen == []


def test_an_answer_that_is_too_large_is_refused(server: Replica, asking: Conversation) -> None:
    with pytest.raises(FetchError, match="more than"):
        asking.get(server.url("/huge"))
    with pytest.raises(FetchError, match="cannot be read"):
        asking.get(server.url(f"/bomb/gzip?bytes={2 * MAX_ANSWER}"))


def test_what_is_sent_is_sent_once_with_its_kind(server: Replica, asking: Conversation) -> None:
    assert asking.post(server.url("/echo", host="service.example.org"), b"question", "text/query").status == 200
    [seen] = server.seen
    assert (seen.method, seen.header("content-type"), seen.header("content-length")) == ("POST", "text/query", "8")


def test_threads_that_ask_at_once_keep_to_a_hosts_pace(server: Replica, asking: Conversation) -> None:
    urls = [server.url(f"/page/{number}?latency=0.05") for number in range(6)]
    with ThreadPoolExecutor(6) as threads:
        assert [reply.status for reply in threads.map(asking.get, urls)] == [200] * 6
    assert server.busiest["127.0.0.1"] <= QUICK.per_host
    assert server.counts["/page/3"] == 1
