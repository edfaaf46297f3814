"""What web archives hold of an address: asking them, reading what they say, and choosing the nearest to a day.

Two ways of asking, each with its own answer: a TimeMap in link format (RFC 7089, section 5; the format is that of
RFC 6690), which lists every capture, and the Wayback Machine's availability answer in JSON, which names the closest.
Besides them the negotiation with a TimeGate (RFC 7089, section 4).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from itertools import islice
from typing import Protocol
from urllib.parse import quote, urljoin

from holdwater.errors import FetchError
from holdwater.patterns import waiting
from holdwater.sources.standing.model import Memento
from holdwater.sources.standing.route import CAPTURE_ADDRESS, archived_address, taken_apart

MAX_ANSWER = 20_000_000
"""Bytes of one answer that are read: a TimeMap of a front page with a hundred thousand captures."""

MAX_MEMENTOS = 200_000
MAX_PAGES = 20
"""How many further pages of one TimeMap are asked for; each has thousands of captures."""

_LINK = waiting(
    r"""<(?P<url>[^<>]{1,8000})>"""
    r"""(?P<parameters>(?:\s{0,9};\s{0,9}[\w*-]{1,40}\s{0,9}=\s{0,9}(?:"[^"]{0,2000}"|[^\s",;]{1,500}))*)"""
)
_RELATIONS = frozenset({"memento", "original", "timegate", "timemap"})
_PARAMETER = waiting(r"""([\w*-]{1,40})\s*=\s*(?:"([^"]{0,2000})"|([^\s",;]{1,500}))""")


class Answer(Protocol):
    """What a service answered. `headers` are by their names in lower case; `body` is decoded of any compression."""

    @property
    def status(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def body(self) -> bytes: ...


Get = Callable[[str, Mapping[str, str]], Answer]
"""Asks an address with these headers. Follows redirects unless it is arranged otherwise; raises FetchError."""


@dataclass(frozen=True, slots=True)
class WebArchive:
    """A web archive and its addresses: `{url}` and `{quoted}` stand for the one asked about, `{stamp}` for the day."""

    name: str
    timemap: str = ""
    availability: str = ""
    timegate: str = ""


ARCHIVES = (
    # archive.org/help/wayback_api.php; the TimeMap is that of the Memento protocol's registry.
    WebArchive(
        "Wayback Machine",
        timemap="https://web.archive.org/web/timemap/link/{url}",
        availability="https://archive.org/wayback/available?url={quoted}&timestamp={stamp}",
        timegate="https://web.archive.org/web/{url}",
    ),
    # timetravel.mementoweb.org/guide/api: the aggregator of the protocol's authors, over many archives.
    WebArchive("Memento aggregator", timemap="https://timetravel.mementoweb.org/timemap/link/{url}"),
)


@dataclass(frozen=True)
class LookedUp:
    """What the archives said: their mementos nearest first, who was asked, and who failed and why."""

    mementos: tuple[Memento, ...] = ()
    asked: tuple[str, ...] = ()
    failed: Mapping[str, str] = field(default_factory=dict)

    @property
    def nearest(self) -> Memento | None:
        """The nearest one; None where none is known."""
        return self.mementos[0] if self.mementos else None


@dataclass(frozen=True)
class TimeMap:
    """A TimeMap, or one page of one: its mementos, and where its other pages are."""

    mementos: tuple[Memento, ...] = ()
    pages: tuple[str, ...] = ()
    original: str = ""
    timegate: str = ""


def find_mementos(
    url: str, when: date | datetime | None, get: Get, archives: Sequence[WebArchive] = ARCHIVES
) -> LookedUp:
    """Ask web archives what they hold of an address.

    Args:
        url: the address as it was cited.
        when: the citation's date; the latest captures come first if there is none.
        get: asks an address (see `Get`).
        archives: asked in turn, until one has something.

    Returns:
        The mementos, nearest first. A service that fails is told of and does not count as having none.
    """
    asked: list[str] = []
    failed: dict[str, str] = {}
    for archive in archives:
        asked.append(archive.name)
        try:
            found = tuple(_ask(archive, url, when, get))
        except (FetchError, ValueError) as fault:
            failed[archive.name] = str(fault)
            continue
        if found:
            return LookedUp(by_nearness(found, when), tuple(asked), failed)
    return LookedUp((), tuple(asked), failed)


def _ask(archive: WebArchive, url: str, when: date | datetime | None, get: Get) -> Iterator[Memento]:
    """The mementos of one archive: the closest one by its availability answer, or else its TimeMap's."""
    if archive.availability:
        stamp = _moment(when).strftime("%Y%m%d%H%M%S") if when else ""
        asked = archive.availability.format(quoted=quote(_plain(url), safe=""), stamp=stamp)
        closest = availability_in(_body(get(asked, {"Accept": "application/json"}), archive.name))
        if closest is not None:
            yield closest
            return
    if archive.timemap:
        yield from _of_timemap(archive.timemap.format(url=_plain(url)), archive.name, get)


def _of_timemap(address: str, name: str, get: Get) -> Iterator[Memento]:
    """Every memento of a TimeMap and of the further pages that it names."""
    waiting, seen = [address], {address}
    for _ in range(MAX_PAGES + 1):
        if not waiting:
            return
        answer = get(waiting[0], {"Accept": "application/link-format"})
        # RFC 7089 names no status for "there are none"; archives answer with 404.
        body = "" if answer.status == 404 else _body(answer, name)
        found = timemap_in(body, waiting.pop(0))
        yield from found.mementos
        pages = [page for page in found.pages if page not in seen and _host(page) == _host(address)]
        waiting += pages
        seen.update(pages)


def negotiate(timegate: str, when: date | datetime, get: Get) -> Memento | None:
    """Ask a TimeGate for what it holds nearest a day (RFC 7089, section 4.1).

    Args:
        timegate: its address, with the one asked about.
        when: sent as `Accept-Datetime`.
        get: must not follow redirects here.

    Returns:
        The memento that the gate leads to or is, None where it knows none. `at` is what the gate says of itself
        (`Memento-Datetime`), or the day of the address that it leads to.

    Raises:
        FetchError: the gate failed.
    """
    answer = get(timegate, {"Accept-Datetime": format_datetime(_moment(when), usegmt=True)})
    if answer.status == 404:
        return None
    if answer.status >= 400:
        raise FetchError(f"answered with status {answer.status}", where=timegate)
    target = urljoin(timegate, answer.headers.get("location", "")) if answer.headers.get("location") else timegate
    at = _parsed(answer.headers.get("memento-datetime", ""))
    if at is None:
        linked = timemap_in(answer.headers.get("link", ""), timegate)
        at = next((one.at for one in linked.mementos if one.url == target), _stamped(target))
    return Memento(target, at, archived_address(target)) if at else None


def timemap_in(text: str, base: str) -> TimeMap:
    """What a TimeMap in link format says, or a `Link` header, which has the same form.

    Args:
        text: the list. What of it cannot be read is passed over; nothing of it is trusted but its addresses and dates.
        base: its own address, against which the others are resolved.
    """
    mementos: list[Memento] = []
    pages: list[str] = []
    original = timegate = ""
    for address, parameters in _links(text):
        relations = _RELATIONS.intersection(parameters.get("rel", "").lower().split())
        url = _resolved(base, address) if relations else ""
        if not url:
            continue
        at = _parsed(parameters.get("datetime", ""))
        if "memento" in relations and at:
            mementos.append(Memento(url, at))
        elif "original" in relations:
            original = url
        elif "timegate" in relations:
            timegate = url
        elif "timemap" in relations and url != base:
            pages.append(url)
    named = tuple(Memento(one.url, one.at, original or archived_address(one.url)) for one in mementos[:MAX_MEMENTOS])
    return TimeMap(named, tuple(dict.fromkeys(pages)), original, timegate)


def availability_in(text: str) -> Memento | None:
    """The closest capture that the Wayback Machine's availability answer names; None where it has none.

    Raises ValueError where the answer is no such JSON.
    """
    try:
        found = json.loads(text)
    except RecursionError:
        raise ValueError("the answer is nested too deep") from None
    if not isinstance(found, dict):
        raise ValueError("the answer is no JSON object")
    snapshots = found.get("archived_snapshots")
    closest = snapshots.get("closest") if isinstance(snapshots, dict) else None
    if not isinstance(closest, dict) or closest.get("available") is not True:
        return None
    if str(closest.get("status", "200")) != "200":
        return None
    url, at = closest.get("url"), _of_stamp(str(closest.get("timestamp", "")))
    if not isinstance(url, str) or at is None or not _resolved(url, ""):
        return None
    return Memento(url, at, archived_address(url))


def by_nearness(mementos: Iterable[Memento], when: date | datetime | None) -> tuple[Memento, ...]:
    """Mementos, the nearest to a day first, of two as near the earlier; the latest first where there is no day.

    Times within the day itself are all equally near, so the first of that day leads.
    """
    ordered = sorted(set(mementos), key=lambda one: (one.at, one.url))
    if when is None:
        return tuple(reversed(ordered))
    if isinstance(when, datetime):
        moment = _moment(when)
        return tuple(sorted(ordered, key=lambda one: abs(one.at - moment)))
    first = _moment(when)
    last = first + timedelta(days=1)
    return tuple(sorted(ordered, key=lambda one: max(first - one.at, one.at - last, timedelta(0))))


def cited_on(csl: Mapping[str, object]) -> date | None:
    """The day on which a reference says that its page was looked at, or else the one that it was published on.

    Args:
        csl: the reference as CSL-JSON. `accessed` comes before `issued`; a bare year or month is taken to its end, as a
            page of that year had been written by then.
    """
    return next((day for name in ("accessed", "issued") if (day := _day(csl.get(name)))), None)


def raw_address(memento: Memento) -> str:
    """Where the bytes of a memento are as they were captured, without the archive's own banner and links.

    In the addresses of the Wayback Machine and archives with its software, "id_" after the fourteen digits asks for
    these. Other archives' addresses come back as they are.
    """
    return CAPTURE_ADDRESS.sub(
        lambda found: f"{found['before']}{found['stamp']}id_/{found['original']}", memento.url, count=1
    )


def captured_at(url: str, headers: Iterable[tuple[str, str]]) -> datetime | None:
    """When an archive says that it captured what it has answered: `Memento-Datetime`, or else the address's digits."""
    told = next((value for name, value in headers if name.lower() == "memento-datetime"), "")
    return _parsed(told) or _stamped(url)


def _plain(url: str) -> str:
    """The address without its fragment, which no archive keeps, and with nothing that ends a line or a word."""
    return quote(url.partition("#")[0], safe="!$%&'()*+,/:;=?@[]~")


def _host(url: str) -> str:
    return taken_apart(url).netloc.lower()


def _links(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    for found in islice(_LINK.finditer(text), 2 * MAX_MEMENTOS):
        pairs = _PARAMETER.findall(found["parameters"])
        yield found["url"], {name.lower(): quoted or bare for name, quoted, bare in reversed(pairs)}


def _resolved(base: str, address: str) -> str:
    try:
        url = urljoin(base, address.strip())
    except ValueError:
        return ""
    return url if url.lower().startswith(("http://", "https://")) else ""


def _parsed(stamp: str) -> datetime | None:
    """A date as HTTP writes it (RFC 9110, section 5.6.7), in UTC."""
    try:
        found = parsedate_to_datetime(stamp)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def _of_stamp(digits: str) -> datetime | None:
    try:
        return datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _stamped(url: str) -> datetime | None:
    found = CAPTURE_ADDRESS.search(url)
    return _of_stamp(found["stamp"]) if found else None


def _moment(when: date | datetime) -> datetime:
    if isinstance(when, datetime):
        return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
    return datetime.combine(when, time(), UTC)


def _body(answer: Answer, name: str) -> str:
    if answer.status != 200:
        raise FetchError(f"answered with status {answer.status}", where=name)
    if len(answer.body) > MAX_ANSWER:
        raise FetchError(f"its answer is larger than {MAX_ANSWER // 1_000_000} MB", where=name)
    return answer.body.decode("utf-8", "replace")


def _day(value: object) -> date | None:
    """A CSL date's last day: of a year its 31 December, of a month its last."""
    parts = value.get("date-parts") if isinstance(value, dict) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    if not isinstance(first, list):
        return None
    try:
        year, month, day = ([int(part) for part in first[:3]] + [0, 0, 0])[:3]
        if not month:
            return date(year, 12, 31)
        return date(year, month, day) if day else date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    except (ValueError, TypeError):
        return None
