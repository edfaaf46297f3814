"""What was said between us and a server, and where in the archive it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True)
class Exchange:
    """One request and the answer to it, as they went over the wire.

    `headers` keep their order and letter case; `body` is a file with the answer's bytes as they came, compression and
    all (the chunks of a transfer already put together), and None where there was none. `started` is UTC.
    `http_version` is "HTTP/1.1" or "HTTP/2". `truncated` says why the body is not whole ("length", "time",
    "disconnect"; the words of WARC-Truncated), "" if it is.
    """

    url: str
    method: str
    request_headers: tuple[tuple[str, str], ...]
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: Path | None
    started: datetime
    http_version: str = "HTTP/1.1"
    ip: str = ""
    truncated: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record's group stands in the archive: the WARC file's name, and the bytes it takes there.

    `offset` is that of the response (or resource) record's own gzip member and `length` that member's. That record is
    the first of its group, so that the whole group (response, request, those of the redirects that led there, and the
    metadata that close it) are the bytes from `offset` to `end`. `payload_sha256` is of the body as it came,
    hexadecimal.
    """

    file: str
    offset: int
    length: int
    end: int
    payload_sha256: str
    record_id: str = ""


@dataclass(frozen=True)
class Answer:
    """One answer of a server as the archive tells it: what was asked for, when (UTC), and what came back but the body.

    `headers` are in their order and letter case; `truncated` is as in an Exchange.
    """

    url: str
    at: datetime
    status: int
    reason: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    truncated: str = ""

    def header(self, name: str) -> str:
        """The value of the first header of a name, whatever its letter case; "" if there is none."""
        return next((value for known, value in self.headers if known.lower() == name.lower()), "")


@dataclass(frozen=True)
class Group:
    """One group of records, read back: the answers on the way to a page, or a file that was put in.

    `answers` are in the order in which they came, redirects first: the last one is the record at `place`. A file has
    none, but `media_type` and `name`. `url` is the last answer's (or the file's) own. `fields` are what the writer was
    given to note down: for the catalogue, which has to make its own rows of them after a kill. `same_as` is the name of
    the record that has the page, where this one only says that it was the same; "" where the page is here.
    """

    place: Place
    url: str
    at: datetime
    answers: tuple[Answer, ...] = ()
    media_type: str = ""
    name: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class Payload:
    """What was taken out of a record: a file, with the digest and size in bytes of the decoded payload.

    `media_type` is lower case and without parameters, `charset` what the answer's headers gave, each "" if unknown.
    `path` holds the payload itself, or the same text in UTF-8 where only the headers told of another character set.
    """

    path: Path
    sha256: str
    size: int
    media_type: str = ""
    charset: str = ""
