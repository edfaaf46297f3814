"""Which addresses are asked for: the public web and nothing else, whatever way an address is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import quote, unquote_to_bytes, urljoin

from holdwater.errors import FetchError
from holdwater.patterns import waiting
from holdwater.sources.fetch.ranges import Address, refused_address

MOST_CHARACTERS = 8_000
"""Of an address; servers take less (RFC 9110, section 4.1, recommends that 8,000 octets be taken)."""

PORTS = {"http": 80, "https": 443}

CLOSED_PORTS = frozenset(
    int(port)
    for port in """
    0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123
    135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993
    995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080
    445 873 1433 1521 2375 2376 3306 3389 5432 5900 6379 11211 27017
    """.split()
)
"""Ports that no page is served on: the bad ports of the Fetch standard (WHATWG), and on the last line file shares,
databases and remote control, by IANA's registry of port numbers."""

METADATA_NAMES = frozenset(
    "metadata.google.internal metadata.goog metadata instance-data instance-data.ec2.internal metadata.packet.net "
    "metadata.platformequinix.com metadata.azure.internal metadata.tencentyun.com metadata.nova.internal".split()
)
"""Names that clouds give their metadata services."""

LOCAL_NAMES = tuple(
    ".localhost .localdomain .local .internal .intranet .private .corp .home .lan .home.arpa".split()
)  # RFC 6761, RFC 6762, RFC 8375, RFC 6762 appendix G, and .internal as ICANN has set it aside
OTHER_NAMES = tuple(".onion .alt .i2p .invalid".split())  # RFC 7686, RFC 9476, RFC 6761: never in the DNS

_AUTHORITY = waiting(
    r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?P<slashes>[/\\]*)(?P<authority>[^/\\?#]*)(?P<rest>.*)", re.S
)
_PLAIN_HOST = waiting(r"[a-z0-9_.-]+", re.ASCII)
_NUMBER = waiting(r"[0-9]+|0[xX][0-9A-Fa-f]*", re.ASCII)
_EDGES = "".join(map(chr, range(0x21)))
_HERE, _UP = ("", ".", "%2e"), ("..", ".%2e", "%2e.", "%2e%2e")


@dataclass(frozen=True, slots=True)
class Target:
    """An address that can be asked for, in normal form.

    `url` is what goes over the wire: ASCII, without a fragment; `host` a name in lower case (punycode where it needs
    it) or an IP address as `ipaddress` writes it, without brackets.
    """

    url: str
    scheme: str
    host: str
    port: int

    @property
    def address(self) -> Address | None:
        """The IP address that the host is, None if it is a name."""
        return _ip(self.host)


def read_target(url: str) -> Target:
    """The address that `url` writes, read as browsers read it (the URL standard of WHATWG).

    127.1, 0x7f.1, 2130706433, %31, full-width digits and dots are brought to what they mean. Raises FetchError for
    whatever is no address of the web: other schemes, no host, a user name or password in it, a host that is none.
    Does not say whether it may be asked for; `refusal` does.
    """
    if len(url) > MOST_CHARACTERS:
        raise FetchError(f"an address of more than {MOST_CHARACTERS:,} characters")
    parts = _AUTHORITY.fullmatch(_cleaned(url))
    if parts is None:
        raise _not_one(url, "it names no scheme (http or https)")
    scheme = parts["scheme"].lower()
    if scheme not in PORTS:
        raise _not_one(url, f"its scheme is {scheme}, not http or https")
    if parts["slashes"] != "//":
        raise _not_one(url, "the scheme is not followed by //")
    host, port = _host_and_port(url, parts["authority"], PORTS[scheme])
    shown = f"[{host}]" if ":" in host else host
    where = shown if port == PORTS[scheme] else f"{shown}:{port}"
    return Target(f"{scheme}://{where}{_path(parts['rest'])}", scheme, host, port)


def refusal(url: str | Target, *, allow_private: bool = False) -> str:
    """Why `url` is not asked for, in one line; "" if it may be, as far as its writing shows.

    A name may still lead to an address that is refused: see `network`. `allow_private` opens loopback, private and
    link-local addresses and names of the local network; never metadata services, multicast or ports of other services.
    """
    try:
        target = read_target(url) if isinstance(url, str) else url
    except FetchError as error:
        return str(error)
    if target.port in CLOSED_PORTS:
        return f"port {target.port} is not one that pages are served on"
    if (address := target.address) is not None:
        why = refused_address(address, allow_private=allow_private)
        return f"{target.host} is not asked for: {why}" if why else ""
    return _refused_name(target.host, allow_private=allow_private)


def next_target(target: Target, location: str) -> Target:
    """Where a redirect from `target` to `location` leads. Raises FetchError as `read_target` does."""
    try:
        return read_target(urljoin(target.url, _cleaned(location).replace("\\", "/")))
    except ValueError as error:
        raise _not_one(location, "it cannot be read") from error


def _cleaned(url: str) -> str:
    """Without blanks around and line ends inside, as browsers read an address; half a character becomes a "?"."""
    return re.sub(r"[\t\r\n]", "", url.encode("utf-8", "replace").decode().strip(_EDGES))


def _not_one(url: str, why: str) -> FetchError:
    return FetchError(f"{url[:100]!r} is not an address of the web: {why}")


def _refused_name(host: str, *, allow_private: bool) -> str:
    dotted = f".{host}"
    if host in METADATA_NAMES:
        return f"{host} is the metadata service of a cloud"
    if dotted.endswith(OTHER_NAMES):
        return f"{host} is not a name of the public web"
    if dotted.endswith(LOCAL_NAMES) or "." not in host:
        return "" if allow_private else f"{host} is a name of this computer or its network"
    return ""


def _host_and_port(url: str, authority: str, default: int) -> tuple[str, int]:
    if "@" in authority or "@" in _decoded(authority):
        raise _not_one(url, "it holds a user name or a password")
    written, port = _split_port(authority)
    if port and not (port.isascii() and port.isdigit() and int(port[:6]) <= 65535 and len(port) <= 5):
        raise _not_one(url, "its port is not a number from 0 to 65535")
    host = _host(written)
    if not host:
        raise _not_one(url, "its host is not a name or an IP address")
    return host, int(port) if port else default


def _split_port(authority: str) -> tuple[str, str]:
    if authority.startswith("["):
        host, end, port = authority.partition("]")
        return (host + end, port[1:]) if end and port[:1] in ("", ":") else ("", "")
    host, _, port = authority.partition(":")
    return host, port


def _host(written: str) -> str:
    """A host in normal form, "" if it is none."""
    if written.startswith("["):
        address = _ip(written[1:-1])
        return str(address) if isinstance(address, IPv6Address) and "%" not in written else ""
    name = _ascii(_decoded(written)).removesuffix(".")
    labels = name.split(".")
    if not _PLAIN_HOST.fullmatch(name) or len(name) > 253 or any(not 0 < len(label) <= 63 for label in labels):
        return ""
    if _NUMBER.fullmatch(labels[-1]):
        address = _ipv4(labels)
        return str(address) if address else ""
    return name


def _decoded(host: str) -> str:
    return unquote_to_bytes(host).decode("utf-8", "replace") if "%" in host else host


def _ascii(host: str) -> str:
    """A host's name in ASCII by UTS #46 (not transitional), as browsers write it; "" if it cannot be."""
    plain = host.lower()
    if plain.isascii() and "xn--" not in plain:
        return plain
    import idna  # tables of 0.5 MB, for few addresses

    try:
        return ".".join(_ascii_label(label) for label in idna.uts46_remap(host, std3_rules=False).split("."))
    except (idna.IDNAError, UnicodeError):
        return ""


def _ascii_label(label: str) -> str:
    if label.startswith("xn--"):
        import idna

        # Reads back to what it was, or it is a name in disguise: xn--localhost- is localhost to some readers.
        inner = label[4:].encode().decode("punycode")
        if inner.isascii() or idna.uts46_remap(inner, std3_rules=False) != inner or _ascii_label(inner) != label:
            raise UnicodeError(label)
        return label
    return label if label.isascii() else f"xn--{label.encode('punycode').decode()}"


def _ipv4(labels: list[str]) -> IPv4Address | None:
    """One to four numbers, decimal, octal (0…) or hexadecimal (0x…), the last of which fills all that is left."""
    if len(labels) > 4 or not all(_NUMBER.fullmatch(label) for label in labels):
        return None
    try:
        *first, last = (_number(label) for label in labels)
    except ValueError:
        return None
    if any(one > 255 for one in first) or last >= 256 ** (4 - len(first)):
        return None
    return IPv4Address(sum(one << 8 * (3 - place) for place, one in enumerate(first)) + last)


def _number(label: str) -> int:
    if label[:2].lower() == "0x":
        return int(label[2:] or "0", 16)
    return int(label, 8) if len(label) > 1 and label.startswith("0") else int(label)


def _ip(host: str) -> Address | None:
    try:
        return IPv6Address(host) if ":" in host else IPv4Address(host)
    except ValueError:
        return None


def _path(rest: str) -> str:
    """Path and query with what may not go over the wire in percent signs; the fragment stays here."""
    path, mark, query = rest.partition("#")[0].partition("?")
    safe_path = quote(_straight(path.replace("\\", "/")), safe="/%:@!$&'()*+,;=~-._|[]")
    return f"{safe_path}{mark}{quote(query, safe='/%:@!$&()*+,;=~-._?|[]{}`^')}"


def _straight(path: str) -> str:
    """A path without its steps to here and up (RFC 3986, section 5.2.4). Empty steps stay: /a//b is not /a/b."""
    kept: list[str] = []
    steps = path.split("/")[1:]
    for step in steps:
        if step.lower() in _UP:
            del kept[-1:]
        elif step.lower() not in _HERE[1:]:
            kept.append(step)
    ends_in_folder = bool(steps) and steps[-1].lower() in (*_HERE, *_UP)
    return "/" + "/".join(kept) + ("/" if ends_in_folder and kept and kept[-1] else "")
