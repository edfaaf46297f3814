"""Takes the pages of somebody's WACZ or WARC file into the archive, byte for byte, with the redirects that led to them.

Every record that is taken is looked at before anything is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urldefrag, urljoin

from holdwater.errors import ArchiveError
from holdwater.sources.archive.cdxj import Entry, url_key
from holdwater.sources.archive.drafts import Subject
from holdwater.sources.archive.groups import group_at
from holdwater.sources.archive.model import Answer, Group, Place
from holdwater.sources.archive.packing import Stretch
from holdwater.sources.archive.reading import type_of
from holdwater.sources.archive.wacz_opening import Contents, Listed, open_packed
from holdwater.sources.archive.warc import Record, open_record
from holdwater.sources.archive.writer import ArchiveWriter
from holdwater.sources.catalogue.model import Held

MAX_HOPS = 20
"""Redirects that are followed, as many as browsers do (WHATWG Fetch, 4.4)."""

_REVISIT = "warc/revisit"


@dataclass(frozen=True)
class Taken:
    """A page that was taken in: its group, now in our archive, the address that the list of pages had, and its title.

    `held` and `work` (CSL-JSON) are what we had noted of it, where the file was written by us; the place of `held` is
    already the one in this archive.
    """

    group: Group
    asked: str
    title: str = ""
    held: Held | None = None
    work: Mapping[str, object] | None = None


@dataclass(frozen=True)
class TakenIn:
    """The pages that were taken in, and those that were not, by address, and why; `known` counts those there before."""

    taken: tuple[Taken, ...]
    passed_over: Mapping[str, str]
    known: int = 0


def take_in(
    path: Path, writer: ArchiveWriter, tmp: Path, is_known: Callable[[Subject], bool] = lambda _: False
) -> TakenIn:
    """Take the pages of a WACZ, or those of a WARC file, into the archive.

    Args:
        path: the file; what it is, its bytes tell.
        writer: of the archive.
        tmp: a folder for what is unpacked on the way.
        is_known: whether a record is in the archive already; it is not put there twice.

    Raises:
        ArchiveError: the file cannot be read, is damaged, of a newer version, or does not agree with its own digests
            (then nothing was taken); or the archive cannot be written to (then what was written before that stays, as
            whole groups).
    """
    with open_packed(path, tmp) as contents:
        plans, passed_over = _noted(contents) if contents.held else _listed(contents)
        new = [plan for plan in plans if not is_known(plan.subject)]
        taken = tuple(_written(plan, contents, writer) for plan in new)
        return TakenIn(taken, passed_over, len(plans) - len(new))


def _noted(contents: Contents) -> tuple[list[_Plan], dict[str, str]]:
    """The snapshots that we had noted in a file of our own, by their records' names."""
    found: dict[str, Entry] = {}
    for entry in contents.entries:
        if entry.mime != _REVISIT:
            with _file(contents, entry) as file:
                found[_record(file, entry).id] = entry
    plans: list[_Plan] = []
    passed_over: dict[str, str] = {}
    for name, held in contents.held.items():
        if name in found:
            plans.append(_plan(contents, Listed(held.url or held.name, held.at, held.title), [found[name]]))
        else:
            passed_over[held.url or held.name] = "its record is not there"
    return plans, passed_over


def _listed(contents: Contents) -> tuple[list[_Plan], dict[str, str]]:
    """The pages of the list, each with the redirects from its address to where it was had."""
    index = _Index(contents)
    plans: dict[tuple[str, int], _Plan] = {}
    passed_over: dict[str, str] = {}
    for page in contents.pages:
        chain, reason = index.chain(page)
        if reason:
            passed_over[page.url] = reason
        else:
            plans.setdefault((chain[-1].file, chain[-1].offset), _plan(contents, page, chain))
    return list(plans.values()), passed_over


@dataclass
class _Index:
    """Which records there are of an address, and of a digest."""

    contents: Contents
    by_url: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    by_digest: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for entry in self.contents.entries:
            self.by_url[url_key(entry.url)].append(entry)
            if entry.mime != _REVISIT:
                self.by_digest[entry.digest].append(entry)

    def chain(self, page: Listed) -> tuple[list[Entry], str]:
        """The records from the page's address to where its redirects end; or why there are none."""
        url, at = urldefrag(page.url).url, page.at
        chain: list[Entry] = []
        while len(chain) <= MAX_HOPS:
            found = self._found(url, at)
            if isinstance(found, str):
                return [], found
            if found in chain:
                return [], "redirects in a circle"
            chain.append(found)
            to = _location(self.contents, found)
            if not to:
                return chain, ""
            url, at = urldefrag(urljoin(found.url, to)).url, _at(found.stamp)
        return [], f"more than {MAX_HOPS} redirects"

    def _found(self, url: str, at: datetime | None) -> Entry | str:
        entry = _nearest(self.by_url.get(url_key(url), ()), url, at)
        if entry is None:
            return "there is no record of " + ("it" if at is None else f"{url[:200]}")
        if entry.mime != _REVISIT:
            return entry
        whole = _nearest(self.by_digest.get(entry.digest, ()), url, _at(entry.stamp))
        return whole or "only said to be as it was in a capture that is not here"


def _nearest(entries: Sequence[Entry], url: str, at: datetime | None) -> Entry | None:
    """The entry of this very address before those of one with the same key, and the nearest in time; else the last."""
    if not entries:
        return None
    if at is None:
        return max(entries, key=lambda entry: (entry.url == url, entry.stamp))
    return min(entries, key=lambda entry: (entry.url != url, abs(_at(entry.stamp) - at)))


def _at(stamp: str) -> datetime:
    try:
        return datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


def _location(contents: Contents, entry: Entry) -> str:
    if not 300 <= entry.status < 400:
        return ""
    with _file(contents, entry) as file:
        record = _record(file, entry)
        return record.answer().header("Location") if record.head else ""


@dataclass(frozen=True)
class _Plan:
    """What is to be written: the records' bytes, what they are of, and the group that they make (not placed yet)."""

    page: Listed
    subject: Subject
    stretches: tuple[Stretch, ...]
    fields: Mapping[str, str] | None
    group: Group


def _plan(contents: Contents, page: Listed, chain: Sequence[Entry]) -> _Plan:
    entry = chain[-1]
    path = contents.files[entry.file]
    if contents.own:
        with _file(contents, entry) as file:
            group = group_at(file, entry.offset, entry.file)
        place = group.place
        middle = place.offset + place.length
        whole = (Stretch(path, place.offset, middle), Stretch(path, middle, place.end))
        return _Plan(page, Subject(place.record_id, group.url, group.at, place.payload_sha256), whole, None, group)
    looked = [_look(contents, one) for one in chain]
    last = looked[-1]
    fields = {"asked": page.url, **({"title": page.title} if page.title else {})}
    place = Place(entry.file, entry.offset, entry.length, entry.offset, last.subject.payload_sha256, last.subject.id)
    answers = tuple(one.answer for one in looked if one.answer)
    group = Group(place, last.subject.url, last.subject.at, answers, last.media_type, "", fields)
    stretches = (*last.stretches, *(stretch for one in looked[:-1] for stretch in one.stretches))
    return _Plan(page, last.subject, stretches, fields, group)


@dataclass(frozen=True)
class _Looked:
    """A record of somebody's, read to its end: what it is of, its bytes and those of the request beside it."""

    subject: Subject
    stretches: tuple[Stretch, ...]
    answer: Answer | None
    media_type: str


def _look(contents: Contents, entry: Entry) -> _Looked:
    with _file(contents, entry) as file:
        record = _record(file, entry)
        answer = record.answer() if record.head else None
        end = record.finish()
        path, packed = contents.files[entry.file], record.is_packed
        stretches = [Stretch(path, entry.offset, end, packed)]
        if beside := _request_end(file, end, entry.file, record.id):
            stretches.append(Stretch(path, end, beside, packed))
        subject = Subject(record.id, record.url, record.at, record.payload_sha256)
        return _Looked(subject, tuple(stretches), answer, "" if answer else type_of(record)[0])


def _record(file: BinaryIO, entry: Entry) -> Record:
    """The record that a line of the index is of. Raises ArchiveError where it is another."""
    record = open_record(file, entry.offset, entry.file)
    if record.kind not in ("response", "resource") or not record.id or url_key(record.url) != url_key(entry.url):
        raise ArchiveError("an index that does not fit its records", where=f"{entry.file} at {entry.offset}")
    return record


def _request_end(file: BinaryIO, offset: int, name: str, answer: str) -> int:
    """The end of the request that was answered by a record, where it stands behind it; 0 where it does not."""
    try:
        record = open_record(file, offset, name)
        beside = record.kind == "request" and record.header("WARC-Concurrent-To") == answer
        return record.finish() if beside else 0
    except ArchiveError:
        return 0


def _file(contents: Contents, entry: Entry) -> BinaryIO:
    try:
        return contents.files[entry.file].open("rb")
    except OSError as error:
        raise ArchiveError(f"cannot be read: {error.strerror}", where=entry.file) from error


def _written(plan: _Plan, contents: Contents, writer: ArchiveWriter) -> Taken:
    place = writer.copy(plan.subject, plan.stretches, plan.fields)
    held = contents.held.get(place.record_id)
    return Taken(
        replace(plan.group, place=place),
        plan.page.url,
        plan.page.title,
        replace(held, place=place) if held else None,
        contents.works.get(held.work) if held else None,
    )
