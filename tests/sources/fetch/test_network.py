"""Connections are made to addresses that were checked, and to no others; whatever the DNS says, and whenever."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Sequence

import httpcore
import pytest

from holdwater.sources.fetch.network import CheckedBackend, NoSuchHostError, RefusedAddressError, resolve

PUBLIC, OTHER, PUBLIC6 = "93.184.216.34", "151.101.1.67", "2606:2800:220:1::1"


class Recording(httpcore.AsyncNetworkBackend):
    """Connects to nothing, and notes what it was asked to connect to."""

    def __init__(self, *failing: str) -> None:
        self.connected: list[tuple[str, int]] = []
        self.timeouts: list[float | None] = []
        self._failing = failing

    async def connect_tcp(self, host, port, timeout=None, **_):
        self.connected.append((host, port))
        self.timeouts.append(timeout)
        if host in self._failing:
            raise httpcore.ConnectError("refused")
        return httpcore.AsyncMockStream([])


def connect(host: str, *answers: Sequence[str], under: Recording, allow_private: bool = False, port: int = 443) -> None:
    """Connect once a DNS answer, in turn."""
    left = list(answers)

    async def given(name: str, _: int) -> Sequence[str]:
        return left.pop(0)

    backend = CheckedBackend(allow_private, given, under)

    async def run() -> None:
        for _ in answers or [()]:
            await backend.connect_tcp(host, port, timeout=4.0)

    asyncio.run(run())


@pytest.mark.parametrize(
    "answer",
    [
        ["127.0.0.1"],
        ["127.0.0.53"],
        ["0.0.0.0"],
        ["10.1.2.3"],
        ["172.16.5.4"],
        ["192.168.0.10"],
        ["169.254.169.254"],
        ["100.64.1.1"],
        ["100.100.100.200"],
        ["224.0.0.251"],
        ["255.255.255.255"],
        ["198.18.0.7"],
        ["192.0.2.1"],
        ["::1"],
        ["::"],
        ["fe80::1"],
        ["fe80::1%eth0"],
        ["fd00::1"],
        ["fec0::1"],
        ["ff02::fb"],
        ["::ffff:127.0.0.1"],
        ["::ffff:93.184.216.34"],
        ["::127.0.0.1"],
        ["64:ff9b::7f00:1"],
        ["64:ff9b::a9fe:a9fe"],
        ["64:ff9b:1::1"],
        ["64:ff9b::5db8:d822"],
        ["2002:7f00:1::1"],
        ["2002:5db8:d822::1"],
        ["2001:0:4136:e378:8000:63bf:3fff:fdd2"],
        ["2001:db8::1"],
        [PUBLIC, "127.0.0.1"],
        ["10.0.0.1", PUBLIC],
        [PUBLIC, OTHER, PUBLIC6, "::1"],
        [PUBLIC, "169.254.169.254", OTHER],
        [PUBLIC6, "fd12::1"],
        [PUBLIC, "64:ff9b::a00:1"],
        [PUBLIC, "2002:a00:1::1"],
    ],
)
def test_a_name_with_any_address_that_is_not_public_is_not_connected_to_at_all(answer: list[str]) -> None:
    under = Recording()
    with pytest.raises(RefusedAddressError, match="not asked for"):
        connect("page.example.com", answer, under=under)
    assert under.connected == []


def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    under = Recording()
    connect("page.example.com", [PUBLIC], under=under)
    assert under.connected == [(PUBLIC, 443)]


def test_an_answer_that_turns_private_later_is_of_no_use() -> None:
    under, asked = Recording(), []

    async def turning(name: str, _: int) -> Sequence[str]:
        asked.append(name)
        return [PUBLIC] if len(asked) == 1 else ["127.0.0.1"]

    async def run() -> None:
        backend = CheckedBackend(False, turning, under)
        await backend.connect_tcp("page.example.com", 80, timeout=1.0)
        assert len(asked) == 1
        with pytest.raises(RefusedAddressError):
            await backend.connect_tcp("page.example.com", 80, timeout=1.0)

    asyncio.run(run())
    assert under.connected == [(PUBLIC, 80)]


def test_an_ip_address_is_checked_without_asking_the_dns() -> None:
    under = Recording()
    with pytest.raises(RefusedAddressError):
        connect("127.0.0.1", under=under)
    with pytest.raises(RefusedAddressError):
        connect("::1", under=under)
    connect(PUBLIC, under=under)
    assert under.connected == [(PUBLIC, 443)]


def test_one_s_own_network_may_be_opened_and_nothing_else() -> None:
    under = Recording()
    connect("page.example.com", ["127.0.0.1"], under=under, allow_private=True)
    for address in ("169.254.169.254", "224.0.0.1", "64:ff9b::7f00:1", "0.0.0.0"):
        with pytest.raises(RefusedAddressError):
            connect("page.example.com", [address], under=under, allow_private=True)
    assert under.connected == [("127.0.0.1", 443)]


def test_what_a_translator_stands_for_is_left_aside_where_the_true_address_is_there() -> None:
    under = Recording()
    connect("page.example.com", ["64:ff9b::5db8:d822", PUBLIC], under=under)
    assert under.connected == [(PUBLIC, 443)]


def test_addresses_are_tried_in_turn_both_kinds_alternating() -> None:
    under = Recording(PUBLIC6, PUBLIC)
    connect("page.example.com", [PUBLIC6, "2606:2800:220:1::2", PUBLIC, OTHER, PUBLIC], under=under)
    assert [host for host, _ in under.connected] == [PUBLIC6, PUBLIC, "2606:2800:220:1::2"]
    assert under.timeouts == [1.0, 1.0, 1.0]


def test_a_host_none_of_whose_addresses_answers_is_not_connected_to() -> None:
    under = Recording(PUBLIC, OTHER)
    with pytest.raises(httpcore.ConnectError):
        connect("page.example.com", [PUBLIC, OTHER], under=under)
    assert len(under.connected) == 2


def test_a_host_with_many_addresses_gets_no_more_tries_than_others() -> None:
    many = [f"93.184.216.{number}" for number in range(1, 40)]
    under = Recording(*many)
    with pytest.raises(httpcore.ConnectError):
        connect("page.example.com", many, under=under)
    assert len(under.connected) == 4


def fail_with(error: Exception, expected: type[Exception]) -> None:
    async def failing(name: str, _: int) -> Sequence[str]:
        raise error

    async def run() -> None:
        await CheckedBackend(False, failing, Recording()).connect_tcp("page.example.com", 80, timeout=0.1)

    with pytest.raises(expected):
        asyncio.run(run())


def test_a_name_that_is_not_there_is_told_from_a_dns_that_does_not_answer() -> None:
    fail_with(socket.gaierror(socket.EAI_NONAME, "Name or service not known"), NoSuchHostError)
    fail_with(socket.gaierror(socket.EAI_AGAIN, "Temporary failure"), httpcore.ConnectError)
    fail_with(OSError("no route"), httpcore.ConnectError)
    fail_with(UnicodeError("label too long"), httpcore.ConnectError)
    with pytest.raises(NoSuchHostError):
        connect("page.example.com", [], under=Recording())


def test_a_dns_that_is_silent_is_not_waited_for() -> None:
    async def silent(name: str, _: int) -> Sequence[str]:
        await asyncio.sleep(30)
        return []

    async def run() -> None:
        await CheckedBackend(False, silent, Recording()).connect_tcp("page.example.com", 80, timeout=0.05)

    with pytest.raises(httpcore.ConnectTimeout):
        asyncio.run(run())


def test_sockets_of_this_computer_are_never_connected_to() -> None:
    with pytest.raises(RefusedAddressError):
        asyncio.run(CheckedBackend(True).connect_unix_socket("/run/docker.sock"))


def test_the_system_s_own_resolver_gives_addresses() -> None:
    assert "127.0.0.1" in asyncio.run(resolve("127.0.0.1", 80))
