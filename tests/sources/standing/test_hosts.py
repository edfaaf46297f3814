"""Which hosts a browser may be connected to."""

from __future__ import annotations

import socket
from collections.abc import Sequence

import pytest

from holdwater.errors import FetchError
from holdwater.sources.standing.hosts import public_hosts

PUBLIC, OTHER = "93.184.216.34", "2606:2800:220:1::1"


def leading_to(*addresses: str, allow_private: bool = False) -> Sequence[str]:
    """What is allowed of a name that leads to these addresses."""
    return public_hosts(allow_private=allow_private, resolve=lambda host, port: addresses)("ferry.example", 443)


def test_a_name_gives_the_addresses_that_it_leads_to() -> None:
    assert leading_to(PUBLIC, OTHER) == [PUBLIC, OTHER]


WITHIN = (
    "127.0.0.1 10.1.2.3 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 ::1 fe80::1 fd00::1 ::ffff:10.0.0.1 "
    "64:ff9b::a00:1 2002:a00:1::"
).split()


@pytest.mark.parametrize("address", WITHIN)
def test_a_name_that_leads_to_an_address_within_is_refused_whatever_else_it_leads_to(address: str) -> None:
    for addresses in ([address], [PUBLIC, address]):
        with pytest.raises(FetchError, match=r"ferry\.example leads to"):
            leading_to(*addresses)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "::1", "10.0.0.1", "localhost", "printer.local", "metadata.google.internal", "2130706433"]
)
def test_a_host_within_is_refused_by_its_writing_and_not_even_resolved(host: str) -> None:
    def never(host: str, port: int) -> Sequence[str]:
        raise AssertionError(f"{host} was resolved")

    with pytest.raises(FetchError):
        public_hosts(resolve=never)(host, 80)


def test_ports_of_other_services_are_refused() -> None:
    with pytest.raises(FetchError, match="port 25"):
        public_hosts(resolve=lambda host, port: [PUBLIC])("ferry.example", 25)


def test_a_private_host_is_allowed_where_that_is_asked_for() -> None:
    assert leading_to("127.0.0.1", allow_private=True) == ["127.0.0.1"]
    with pytest.raises(FetchError):
        leading_to("169.254.169.254", allow_private=True)


@pytest.mark.parametrize(
    "error", [socket.gaierror(socket.EAI_NONAME, "unknown"), OSError("down"), UnicodeError("label")]
)
def test_a_name_without_an_address_is_told_of(error: Exception) -> None:
    def failing(host: str, port: int) -> Sequence[str]:
        raise error

    with pytest.raises(FetchError, match="could not be had"):
        public_hosts(resolve=failing)("ferry.example", 80)
    with pytest.raises(FetchError, match="has no address"):
        leading_to()
