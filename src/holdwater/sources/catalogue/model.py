"""What the project's catalogue holds: works, how citations are tied to them, and their snapshots in the archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from holdwater.sources.archive.model import Place


@dataclass(frozen=True)
class Work:
    """A work that somebody cites: its CSL-JSON under a CSL id; `identifiers` in canonical form (sources/identify)."""

    id: str
    csl: Mapping[str, object] = field(default_factory=dict)
    identifiers: tuple[str, ...] = ()


class HowHad(StrEnum):
    """How a snapshot came into the archive."""

    FETCHED = "fetched"
    BROWSER = "through a browser"
    MEMENTO = "from a web archive"
    ADDED = "added by a person"
    PACKED = "read from a WACZ or WARC"


@dataclass(frozen=True)
class Held:
    """One snapshot of a work: what was captured, when (UTC), how, and where its bytes are.

    `url` is the address asked for ("" for a file that was added; `name` is then the file's own), `final_url` where it
    was found. `sha256` and `size` are of the payload as it is read: decoded, as a file of `media_type` and `charset`
    ("" if none was given). `memento` is when a web archive had captured it, where it came from one.
    """

    work: str
    url: str
    at: datetime
    how: HowHad
    place: Place
    sha256: str
    size: int
    media_type: str = ""
    charset: str = ""
    final_url: str = ""
    status: int = 200
    name: str = ""
    title: str = ""
    memento: datetime | None = None
    id: int = 0


class TiedBy(StrEnum):
    """Who or what says that a reference leads to a work."""

    IDENTIFIER = "identifier"
    LIKENESS = "likeness"
    PERSON = "person"


class TieState(StrEnum):
    """Whether a kept tie holds."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"  # a person has said so
    UNTIED = "untied"  # a person has said that the reference does not lead there


@dataclass(frozen=True, slots=True)
class KeptTie:
    """How one reference of one document was tied to a work, and why.

    `document` is its path relative to the project, with "/"; `reference` a digest of the reference's own words, so that
    a tie outlives edits elsewhere; `label` what a person calls it (the note's number, the citation key).
    """

    document: str
    reference: str
    work: str
    by: TiedBy
    why: str
    state: TieState
    at: datetime
    label: str = ""
    who: str = ""
    score: float = 0.0


@dataclass(frozen=True)
class KeptAnswer:
    """What a service answered, kept so that it need not be asked again.

    `key` is what it was asked, in one written form; `status` is the HTTP status; `etag` and `last_modified` are its
    headers' as they came, "" if it gave none. Nothing kept is not the same as an answer that knows of nothing (a
    status of 404, or an empty body).
    """

    service: str
    key: str
    body: bytes
    fetched_at: datetime
    status: int = 200
    etag: str = ""
    last_modified: str = ""
