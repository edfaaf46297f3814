"""The way from an address that was asked for to the one that answered, and whether it is another place at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urljoin, urlsplit

from holdwater.patterns import waiting
from holdwater.sources.archive.model import Exchange

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
"""RFC 9110, sections 15.4.2 and 15.4.9: the target has a new permanent address."""

RESOLVERS = frozenset(
    {"doi.org", "dx.doi.org", "hdl.handle.net", "purl.org", "w3id.org", "n2t.net", "identifiers.org", "urn.fi"}
    | {"nbn-resolving.org", "nbn-resolving.de", "resolver.kb.nl", "ark.bnf.fr"}
)
"""Hosts whose addresses are kept in order to lead elsewhere (DOI, Handle, PURL, ARK, URN): no such address "moves"."""

CAPTURE_ADDRESS = waiting(
    r"(?P<before>/(?:web|all|wayback)/)(?P<stamp>\d{14})(?P<flag>[a-z]{2}_)?/(?P<original>https?:/.+)", re.I
)
"""The address of a capture in archives with the Wayback Machine's software: fourteen digits and the original."""

_TRACKING = waiting(r"utm_\w+|fbclid|gclid|mc_[ce]id|_ga|cookieset|cookies?(?:enabled|test|check)|sessionid", re.I)
_DRESSING = waiting(r"^(?:www\d?|m|mobile|amp)\.")  # host labels that name another dress of the same site
_INDEX = waiting(r"/(?:index|default|home|start|main)(?:\.\w{2,5})?$", re.I)
_EXTENSION = waiting(r"\.(?:html?|xhtml|php\d?|aspx?|jsp|cfm)$", re.I)
_LANGUAGE = waiting(r"/[a-z]{2}(?:[-_][a-z]{2,4})?(?=/|$)", re.I)
_AMP = waiting(r"/amp$")
_SECOND_LEVEL = frozenset("co com org ac gov net edu or ne go gob gouv nic mil".split())


@dataclass(frozen=True)
class Spot:
    """An http(s) address taken apart so that two ways of writing one place compare equal.

    `host` is without "www." and "m."; `path` decoded, in lower case, without a last slash, an index page's name,
    a page's extension; `query` sorted, without what only follows people about.
    """

    host: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    route: str = ""  # a fragment that a script reads as a path: "/articles/5" of "#/articles/5"

    @classmethod
    def of(cls, url: str) -> Spot:
        """The place that an address names; anything that is no address names an empty one."""
        parts = taken_apart(url)
        host = (parts.hostname or "").rstrip(".").lower()
        try:
            port = parts.port
        except ValueError:
            return cls("", url)
        if port not in (None, 80, 443):
            host = f"{host}:{port}"
        query = sorted((name, value) for name, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(name))
        fragment = parts.fragment.lstrip("!")
        route = fragment if fragment.startswith("/") else ""
        return cls(_DRESSING.sub("", host), _plain_path(parts.path), tuple(query), route.rstrip("/"))

    @property
    def segments(self) -> tuple[str, ...]:
        """The parts of the path, without a leading language ("de", "en-gb")."""
        return tuple(part for part in _LANGUAGE.sub("", self.path, count=1).split("/") if part)

    @property
    def is_front(self) -> bool:
        """Whether this is a site's front page, in whatever language."""
        return not (self.segments or self.query or self.route)

    def same_place(self, other: Spot) -> bool:
        """Whether two addresses name one place, but for its language and its dress."""
        if (self.host, self.query, self.route) != (other.host, other.query, other.route):
            return False
        return self.path == other.path or self.segments == other.segments

    def same_site(self, other: Spot) -> bool:
        """Whether two hosts belong together, as far as their names tell."""
        return registrable(self.host) == registrable(other.host)


def taken_apart(url: str) -> SplitResult:
    """`urlsplit` that never raises: what is no address is a mere path."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", url, "", "")


def _plain_path(path: str) -> str:
    plain = re.sub(r"/{2,}", "/", unquote(path)).lower().rstrip("/")
    plain = _AMP.sub("", _INDEX.sub("", plain))
    return _EXTENSION.sub("", plain)


def registrable(host: str) -> str:
    """The part of a host's name that is bought: "example.co.uk" of "news.example.co.uk".

    Told by the usual second levels (co, com, ac …), not by the Public Suffix List: it only serves to see whether two
    hosts belong together.
    """
    labels = host.split(":")[0].split(".")
    if len(labels) <= 2 or labels[-1].isdigit():
        return host
    count = 3 if labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2 else 2
    return ".".join(labels[-count:])


def archived_address(url: str) -> str:
    """The address of which this one is a capture in a web archive, by its form; "" where it is none."""
    found = CAPTURE_ADDRESS.search(url)
    return found["original"] if found else ""


class Hop(NamedTuple):
    """One step of the way: from where to where, and whether it was said to be for good."""

    start: str
    end: str
    permanent: bool


@dataclass(frozen=True)
class Route:
    """The way from the address asked for to the last one: `chain` has every answer on it, the first one first."""

    asked: str
    chain: tuple[Exchange, ...]

    @classmethod
    def of(cls, asked: str, chain: Sequence[Exchange]) -> Route:
        """The way that these answers were had on."""
        return cls(asked, tuple(chain))

    @cached_property
    def final(self) -> str:
        """The last address, with the fragment that the redirect to it gave."""
        if not self.chain:
            return self.asked
        last = self.chain[-1].url
        if len(self.chain) > 1:
            target = _target(self.chain[-2])
            last = target if target.partition("#")[0] == last.partition("#")[0] else last
        return last

    @cached_property
    def start(self) -> Spot:
        """The place asked for."""
        return Spot.of(self.asked)

    @cached_property
    def end(self) -> Spot:
        """The place that answered."""
        return Spot.of(self.final)

    @cached_property
    def hops(self) -> tuple[Hop, ...]:
        """Every redirect on the way."""
        return tuple(self._hops())

    def _hops(self) -> Iterator[Hop]:
        for one, following in zip(self.chain, self.chain[1:], strict=False):
            # A page that sends on at once (a refresh of no seconds) is what a host without redirects can do for good.
            yield Hop(one.url, following.url, one.status in PERMANENT or one.status not in REDIRECTS)

    @property
    def permanent(self) -> bool:
        """Whether there were redirects, and each of them for good."""
        return bool(self.hops) and all(hop.permanent for hop in self.hops)

    @property
    def strayed(self) -> bool:
        """Whether the way ended at another place than it began."""
        return not self.start.same_place(self.end)

    @property
    def moved(self) -> bool:
        """Whether what was asked for is now elsewhere for good: every redirect to another place was permanent."""
        if not self.strayed or self.start.host in RESOLVERS:
            return False
        if self.start.is_front and self.start.same_site(self.end):
            return False
        turns = [hop for hop in self.hops if not Spot.of(hop.start).same_place(Spot.of(hop.end))]
        return bool(turns) and all(hop.permanent for hop in turns)

    def handed_on(self) -> frozenset[str]:
        """The values that the last address carries in its query and fragment, decoded: where to go back to, often."""
        parts = taken_apart(self.final)
        pairs = [*parse_qsl(parts.query), *parse_qsl(parts.fragment)]
        return frozenset(unquote(value) for _, value in pairs)

    def carries_asked(self) -> bool:
        """Whether the last address carries the one asked for with it, as gates do that let one back afterwards."""
        asked = taken_apart(self.asked)
        path = unquote(asked.path)
        wanted = path if len(path) > 1 else f"//{asked.netloc}"
        return self.strayed and any(wanted in value for value in self.handed_on())


def _target(answer: Exchange) -> str:
    location = next((value for name, value in answer.headers if name.lower() == "location"), "")
    try:
        return urljoin(answer.url, location.strip()) if location else ""
    except ValueError:
        return ""
