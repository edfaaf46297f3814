"""What was said between us and a server, and where in the archive it is kept."""

from __future__ import annotations

from dataclasses import dataclass
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

    `offset` is that of the response (or resource) record's own gzip member and `length` that member's; `end` is where
    the whole group (request, response, metadata) ends. `payload_sha256` is of the body as it came, hexadecimal.
    """

    file: str
    offset: int
    length: int
    end: int
    payload_sha256: str
    record_id: str = ""
