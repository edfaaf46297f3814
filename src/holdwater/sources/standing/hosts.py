"""Which hosts a browser may be connected to: those that the fetching itself would ask, by the same tables."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import ip_address

from holdwater.errors import FetchError
from holdwater.sources.fetch.addresses import refusal
from holdwater.sources.fetch.ranges import is_translated, refused_address
from holdwater.sources.standing.gateway import Checked

Resolve = Callable[[str, int], Sequence[str]]
"""Gives the IP addresses of a host's name, best first; raises OSError where there are none."""


def resolve(host: str, port: int) -> Sequence[str]:
    """The IP addresses of a host's name as this computer's own resolver gives them."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def public_hosts(*, allow_private: bool = False, resolve: Resolve = resolve) -> Checked:
    """What a `Gateway` asks of every host.

    Args:
        allow_private: opens loopback, private and link-local addresses.
        resolve: called once for a connection; what it gives is what is connected to.

    Returns:
        A function that gives the addresses of a host, and raises FetchError where its name or one of its addresses is
        not asked for, or where it has none.
    """

    def checked(host: str, port: int) -> Sequence[str]:
        written = f"[{host}]" if ":" in host else host
        if why := refusal(f"http://{written}:{port}/", allow_private=allow_private):
            raise FetchError(why)
        found = [ip_address(one) for one in _addresses(host, port, resolve)]
        plain = [one for one in found if not is_translated(one)] or found
        for one in plain:
            if why := refused_address(one, allow_private=allow_private):
                raise FetchError(f"{host} leads to {one}, which is not asked for: {why}")
        if not plain:
            raise FetchError(f"{host} has no address")
        return [str(one) for one in plain]

    return checked


def _addresses(host: str, port: int, resolve: Resolve) -> Sequence[str]:
    try:
        return [str(ip_address(host))]
    except ValueError:
        pass
    try:
        return resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"the address of {host} could not be had") from error
