"""The index of a WACZ: one line a record, by address and time, in blocks that a reader can fetch one by one.

CDXJ as OpenWayback and pywb have it (https://specs.webrecorder.net/cdxj/0.1.0/), packed and indexed in turn as in
`cdxj-gzip-1.0` (ZipNum).
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from holdwater.errors import ArchiveError
from holdwater.patterns import waiting
from holdwater.sources.archive.members import Lines, Stream
from holdwater.sources.archive.reading import type_of
from holdwater.sources.archive.warc import Record

BLOCK = 1024
"""Lines of one block, as the makers of the format have them."""

MAX_LINE = 256 * 1024
MAX_LINES = 500_000
"""Lines of an index that is read: a crawl of a whole site has a tenth of that."""

_WWW = waiting(r"^(https?://)www\d*\.")
_STAMP = waiting(r"\d{14}", re.A)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: the record of an address at a time (UTC, fourteen digits), and where it is.

    `offset` and `length` are in bytes, in the WARC file `file`. `mime` is "warc/revisit" where the record only says
    that the page was the same as in another one of the same `digest`.
    """

    url: str
    stamp: str
    mime: str
    status: int
    digest: str
    file: str
    offset: int
    length: int


def url_key(url: str) -> str:
    """The key under which ReplayWeb.page looks an address up: the host's names backwards, then path and sorted query.

    >>> url_key("https://www.Mills.example/Weir?b=1&a=2")
    'example,mills)/weir?a=2&b=1'
    """
    lower = _WWW.sub(r"\1", url).lower()
    try:
        split = urlsplit(lower)
        host, port = split.hostname or "", split.port
    except ValueError:
        return url
    if split.scheme not in ("http", "https") or not host:
        return url
    usual = {"http": 80, "https": 443}[split.scheme]
    key = ",".join(reversed(host.split("."))) + (f":{port}" if port and port != usual else "")
    query = "?" + "&".join(sorted(split.query.split("&"))) if split.query else ""
    return f"{key}){split.path or '/'}{query}"


def entry_of(record: Record, file: str, offset: int, length: int) -> Entry:
    """The line for a response or resource record that has been read to its end. Raises ArchiveError."""
    status = record.answer().status if record.head else 200
    mime = "warc/revisit" if record.kind == "revisit" else type_of(record)[0]
    digest = record.header("WARC-Payload-Digest") or f"sha256:{record.payload_sha256}"
    return Entry(record.url, f"{record.at:%Y%m%d%H%M%S}", mime, status, digest, file, offset, length)


def line_of(entry: Entry) -> str:
    """An entry as a line of an index, with its line end."""
    said = {
        "url": entry.url,
        **({"mime": entry.mime} if entry.mime else {}),
        "status": str(entry.status),
        "digest": entry.digest,
        "length": str(entry.length),
        "offset": str(entry.offset),
        "filename": entry.file,
    }
    return f"{url_key(entry.url)} {entry.stamp} {json.dumps(said)}\n"


def packed_index(entries: Iterable[Entry], name: str) -> tuple[bytes, bytes]:
    """The index as packed blocks, and the index of these blocks, which says that they are in the file `name`."""
    lines = sorted(map(line_of, entries))
    blocks: list[bytes] = []
    told = [f"!meta 0 {json.dumps({'format': 'cdxj-gzip-1.0', 'filename': name})}\n"]
    offset = 0
    for start in range(0, len(lines), BLOCK):
        packer = zlib.compressobj(wbits=31)
        block = packer.compress("".join(lines[start : start + BLOCK]).encode()) + packer.flush()
        first = lines[start].partition(" {")[0]
        where = {"offset": offset, "length": len(block), "digest": f"sha256:{hashlib.sha256(block).hexdigest()}"}
        told.append(f"{first} {json.dumps(where)}\n")
        blocks.append(block)
        offset += len(block)
    return b"".join(blocks), "".join(told).encode()


def read_entries(index: Stream, name: str) -> Iterator[Entry]:
    """The lines of an index, unpacked; header lines, and what was sent to a server by a form, are passed over.

    Raises:
        ArchiveError: a line is none, is too long, or there are more than `MAX_LINES`.
    """
    lines = Lines(index)
    for number in range(1, MAX_LINES + 1):
        line = lines.line(MAX_LINE)
        if not line:
            return
        where = f"{name}, line {number}"
        if not line.endswith(b"\n") and len(line) >= MAX_LINE:
            raise ArchiveError("a line that is too long", where=where)
        if line.strip() and not line.startswith((b"!", b" CDX")) and (entry := _entry(line, where)):
            yield entry
    raise ArchiveError(f"an index of more than {MAX_LINES:,} lines", where=name)


def _entry(line: bytes, where: str) -> Entry | None:
    try:
        text = line.decode("utf-8")
        head, brace, rest = text.partition("{")
        stamp = head.split()[-1]
        said = json.loads(brace + rest)
        if not _STAMP.fullmatch(stamp) or not isinstance(said, dict):
            raise ValueError
        if said.get("method", "GET") != "GET":
            return None
        status = str(said.get("status") or 200)
        return Entry(
            url=str(said["url"]),
            stamp=stamp,
            mime=str(said.get("mime") or "").lower(),
            status=int(status) if status.isascii() and status.isdigit() and len(status) == 3 else 0,
            digest=str(said.get("digest") or ""),
            file=str(said["filename"]),
            offset=int(said["offset"]),
            length=int(said["length"]),
        )
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        raise ArchiveError("not a line of an index", where=where) from None
