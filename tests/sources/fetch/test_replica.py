"""The replica itself: it counts, it answers what it was given, and it ends."""

from __future__ import annotations

import asyncio
import json
import threading

import httpx
import pytest

from replica import Recorded, replica


def test_it_counts_what_it_was_asked_by_path_and_host() -> None:
    with replica() as server:
        for path in ("/page/1", "/page/1", "/page/2?latency=0"):
            httpx.get(server.url(path))
        assert server.counts == {"/page/1": 2, "/page/2": 1}
        assert server.counts_by_url["127.0.0.1/page/2?latency=0"] == 1
        assert server.seen[0].header("user-agent").startswith("python-httpx")
        server.forget()
        assert server.counts == {}


def test_it_answers_recorded_answers_by_host_and_path_and_knows_their_tags() -> None:
    answer = Recorded("api.example.org", "/one", b'{"a": 1}', headers=(("ETag", '"x"'),))
    with replica([answer]) as server:
        headers = {"Host": "api.example.org"}
        assert httpx.get(server.url("/one?q=2"), headers=headers).json() == {"a": 1}
        assert httpx.get(server.url("/one"), headers={**headers, "If-None-Match": '"x"'}).status_code == 304
        assert httpx.get(server.url("/one")).status_code == 404
        found = httpx.get(server.url("/works"), headers={"Host": "api.crossref.org"}).json()
        assert found["message-type"] == "work-list"


def test_every_name_has_a_certificate_and_some_have_bad_ones() -> None:
    with replica() as server:
        assert httpx.get(server.url(tls=True), verify=_trust(server.ca_file)).status_code == 200
        with httpx.Client(verify=_trust(server.ca_file), http2=True) as client:
            assert client.get(server.url(http2=True)).http_version == "HTTP/2"


def _trust(ca_file) -> object:
    import ssl

    return ssl.create_default_context(cafile=ca_file)


def test_addresses_of_the_real_web_lead_to_it_through_its_backend() -> None:
    async def ask(backend) -> bytes:
        stream = await backend.connect_tcp("93.184.216.34", 80, timeout=5)
        await stream.write(b"GET /page/1 HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n\r\n")
        return await stream.read(1000, timeout=5)

    with replica() as server:
        backend = server.backend()
        assert b"200 OK" in asyncio.run(ask(backend))
        assert backend.connected == [("93.184.216.34", 80)]
        assert server.counts_by_url == {"example.com/page/1?": 1}


def test_in_a_process_of_its_own_it_counts_as_well() -> None:
    with replica(process=True) as server:
        assert httpx.get(server.url("/page/1")).status_code == 200
        assert server.counts == {"/page/1": 1}
    with pytest.raises(httpx.ConnectError):
        httpx.get(server.url("/page/1"))


def test_it_leaves_no_thread_behind() -> None:
    with replica() as server:
        httpx.get(server.url("/"))
    assert not [one for one in threading.enumerate() if one.name == "replica"]


def test_a_web_archive_says_what_it_has_in_both_forms() -> None:
    with replica() as server:
        links = httpx.get(server.url("/web/timemap/link/http://a.example/b?c=d"))
        assert links.headers["content-type"] == "application/link-format"
        assert links.text.count('memento"; datetime=') == 4
        asked = {"url": "http://a.example/b", "timestamp": "2019"}
        told = json.loads(httpx.get(server.url("/wayback/available"), params=asked).content)
        assert told["archived_snapshots"]["closest"]["timestamp"] == "20180615120000"
        capture = httpx.get(server.url("/web/20190101/http://a.example/b"), follow_redirects=True)
        assert capture.headers["memento-datetime"] == "Fri, 15 Jun 2018 12:00:00 GMT"


def test_nothing_but_loopback_can_be_connected_to_through_it() -> None:
    async def ask(backend) -> None:
        await backend.connect_tcp("10.0.0.1", 80, timeout=5)

    with replica() as server, pytest.raises(AssertionError, match="would have connected"):
        asyncio.run(ask(server.loopback()))
