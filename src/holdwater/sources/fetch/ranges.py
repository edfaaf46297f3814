"""IP addresses that no cited page is found at: this computer, its network, and what is set aside for other uses."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class Range:
    """A range of addresses that is not asked: what it is, and whether a person may open it (`allow_private`)."""

    network: Network
    what: str
    private: bool = False


def _table(lines: str) -> tuple[Range, ...]:
    """Lines of "network, what it is"; a + before the network marks those that a person may open."""
    pairs = (line.split(maxsplit=1) for line in lines.strip().splitlines())
    return tuple(Range(ip_network(net.removeprefix("+")), what, private=net.startswith("+")) for net, what in pairs)


RANGES = _table("""
169.254.169.254/32  the metadata service of a cloud
169.254.169.253/32  the name service of a cloud
169.254.170.2/32    the metadata service of a cloud's containers
169.254.170.23/32   the metadata service of a cloud's containers
100.100.100.200/32  the metadata service of a cloud
192.0.0.192/32      the metadata service of a cloud
168.63.129.16/32    the platform service of a cloud
fd00:ec2::254/128   the metadata service of a cloud
fd00:ec2::253/128   the name service of a cloud
fd00:ec2::23/128    the metadata service of a cloud's containers
fd20:ce::254/128    the metadata service of a cloud
+127.0.0.0/8        this computer's own address (loopback)
+10.0.0.0/8         an address of a private network
+172.16.0.0/12      an address of a private network
+192.168.0.0/16     an address of a private network
+100.64.0.0/10      an address inside a provider's network (shared address space)
+169.254.0.0/16     a link-local address
+198.18.0.0/15      an address for benchmarks
0.0.0.0/8           an address of "this network"
192.0.0.0/24        an address set aside for protocols
192.0.2.0/24        an address for documentation
198.51.100.0/24     an address for documentation
203.0.113.0/24      an address for documentation
192.88.99.0/24      a relay of 6to4
224.0.0.0/4         a multicast address
255.255.255.255/32  the broadcast address
240.0.0.0/4         a reserved address
+::1/128            this computer's own address (loopback)
::/128              the unspecified address
::ffff:0:0/96       an IPv4 address written as IPv6 (IPv4-mapped)
::ffff:0:0:0/96     an IPv4 address written as IPv6 (IPv4-translated)
::/96               an IPv4 address written as IPv6 (IPv4-compatible)
64:ff9b::/96        an IPv4 address behind a translator (NAT64)
64:ff9b:1::/48      an IPv4 address behind a local translator (NAT64)
100::/64            an address whose packets are discarded
+fc00::/7           an address of a private network (unique local)
+fe80::/10          a link-local address
+fec0::/10          an address of a private network (site-local)
ff00::/8            a multicast address
2001::/32           an address in a tunnel (Teredo)
2001:2::/48         an address for benchmarks
2001:db8::/32       an address for documentation
2001::/23           an address set aside for protocols
2002::/16           an IPv4 address in a tunnel (6to4)
3fff::/20           an address for documentation
2620:4f:8000::/48   an address set aside for name servers
""")
"""First match wins. From the IANA registries of special-purpose IPv4 and IPv6 addresses (RFC 6890 and the RFCs that
they name) and multicast (RFC 5771, RFC 4291); those of clouds are from the providers' own documentation. What a person
may open are networks of one's own, and the range for benchmarks, which local proxies hand out as answers of DNS."""

GLOBAL_UNICAST = IPv6Network("2000::/3")
"""The only part of IPv6 that public addresses are given out of (RFC 4291, IANA's registry of IPv6 address space)."""

_NAT64 = IPv6Network("64:ff9b::/96")
_ISATAP = (0x00005EFE, 0x02005EFE)  # the upper half of the interface's part, RFC 5214


def refused_address(address: Address, *, allow_private: bool = False) -> str:
    """Why no connection is made to `address`, as a clause ("it is a link-local address"); "" if one may be made.

    `ipaddress.is_global` is not asked: it is true for multicast, NAT64 and 6to4.
    """
    if isinstance(address, IPv6Address) and address.scope_id:
        return "it names an interface of this computer"
    for one in RANGES:
        if address.version == one.network.version and address in one.network:
            return "" if one.private and allow_private else f"it is {one.what}"
    if isinstance(address, IPv6Address):
        return _refused_ipv6(address)
    return ""


def _refused_ipv6(address: IPv6Address) -> str:
    if address not in GLOBAL_UNICAST:
        return "it is not a public address"
    inside = int(address) & 0xFFFFFFFFFFFFFFFF
    if inside >> 32 in _ISATAP and (why := refused_address(IPv4Address(inside & 0xFFFFFFFF))):
        return f"of the IPv4 address in it (ISATAP), {why}"
    return ""


def is_translated(address: Address) -> bool:
    """Whether `address` is a public IPv4 address that a network's DNS has put behind its NAT64 translator (RFC 6147).

    Such answers come beside the true ones, and say nothing against the host.
    """
    return address in _NAT64 and not refused_address(IPv4Address(int(address) & 0xFFFFFFFF))
