"""One WARC record, read with bounds: its headers, the HTTP head where it has one, and the rest as a stream.

After WARC 1.1 (ISO 28500:2017, and 1.0, which differs in nothing that is read here). The records may be anybody's.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO

from holdwater.errors import ArchiveError
from holdwater.patterns import waiting
from holdwater.sources.archive.members import Lines, Member, TornError
from holdwater.sources.archive.model import Answer

MAX_HEADERS = 256 * 1024
"""Bytes of a record's headers; the longest address that browsers take is an eighth of that."""

MAX_HEAD = 2**20
"""Bytes of an HTTP head that is kept; servers and clients bound theirs at a tenth of that."""

STEP = 2**20
VERSIONS = ("WARC/1.1", "WARC/1.0")

ORIGINAL = "X-Archive-Orig-"
"""Set before the name of a header that no longer holds for the body as it is kept: the transfer's own coding."""

_HTTP = waiting(r"HTTP/\d(?:\.\d)? +(\d{3})(?: +(.*))?$", re.A)
_DATE = waiting(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?Z$", re.A)

Headers = tuple[tuple[str, str], ...]


@dataclass
class Record:
    """A record at its block: `headers` are read, and for HTTP its head; what comes now is the payload."""

    name: str
    offset: int
    headers: Headers
    head: tuple[str, Headers] | None
    _member: Member
    _lines: Lines
    _left: int
    _block: hashlib._Hash
    _payload: dict[str, hashlib._Hash]

    def header(self, name: str) -> str:
        """The first value of a WARC header, "" if there is none."""
        return value_of(self.headers, name)

    @property
    def kind(self) -> str:
        """The record's WARC-Type."""
        return self.header("WARC-Type").lower()

    @property
    def url(self) -> str:
        """The address that the record is of; some writers put it in angle brackets."""
        return self.header("WARC-Target-URI").removeprefix("<").removesuffix(">")

    @property
    def id(self) -> str:
        """The record's own name."""
        return self.header("WARC-Record-ID")

    @property
    def is_packed(self) -> bool:
        """Whether the record is a gzip member of its own."""
        return self._member.is_gzip

    @property
    def is_chunked(self) -> bool:
        """Whether the payload still has the chunks of its transfer; what its digest is of then differs by writer."""
        return "chunked" in value_of(self.head[1] if self.head else (), "Transfer-Encoding").lower()

    @property
    def at(self) -> datetime:
        """When the record was made, UTC. Raises ArchiveError where it gives no such time."""
        return time_of(self.header("WARC-Date"), f"{self.name} at {self.offset}")

    def read(self, most: int) -> bytes:
        """The next bytes of the payload, `most` of them or fewer; b"" only at its end.

        Raises:
            TornError: the file ends within the record.
            ArchiveError: it is damaged.
        """
        if not self._left:
            return b""
        piece = self._lines.read(min(most, self._left))
        if not piece:
            raise TornError("a record that breaks off", where=f"{self.name} at {self.offset}")
        self._left -= len(piece)
        self._block.update(piece)
        for digest in self._payload.values():
            digest.update(piece)
        return piece

    def finish(self) -> int:
        """Read what is left, check the digests that the record gives, and go to its end, whose offset it returns.

        Raises:
            TornError: the file ends within the record.
            ArchiveError: it is damaged, or its bytes are not those of its digests.
        """
        while self.read(STEP):
            pass
        where = f"{self.name} at {self.offset}"
        for _ in range(2):
            line = self._lines.line(2)
            if line not in (b"\r\n", b"\n"):
                raise (ArchiveError if line else TornError)("a record without an end", where=where)
        if self._member.is_gzip and self._lines.read(1):
            raise ArchiveError("more than one record in one gzip member", where=where, mend="run `warcio recompress`")
        _check(self.header("WARC-Block-Digest"), self._block, "block", where)
        if self.kind != "revisit" and not self.is_chunked:
            given = self.header("WARC-Payload-Digest")
            _check(given, self._payload[_algorithm(given)], "payload", where)
        return self._member.position - self._lines.ahead

    def answer(self) -> Answer:
        """What a response record tells of the server's answer. Raises ArchiveError where that is no HTTP."""
        line, headers = self.head or ("", ())
        found = _HTTP.match(line)
        if not found:
            raise ArchiveError("a response that is no HTTP", where=f"{self.name} at {self.offset}")
        kept = tuple((name.removeprefix(ORIGINAL), value) for name, value in headers)
        truncated = self.header("WARC-Truncated")
        return Answer(self.url, self.at, int(found[1]), (found[2] or "").strip(), kept, truncated)

    @property
    def payload_sha256(self) -> str:
        """The SHA-256 of the payload as far as it was read, hexadecimal."""
        return self._payload["sha256"].hexdigest()


def open_record(file: BinaryIO, offset: int, name: str) -> Record:
    """The record at an offset of an open WARC file, which is called `name` in what is said of faults.

    Raises:
        TornError: the file ends there, or within the record's headers.
        ArchiveError: what stands there is no WARC record, or one of another version.
    """
    member = Member(file, offset, name)
    where = f"{name} at {offset}"
    lines = Lines(member)
    version, headers = _block_of(lines, MAX_HEADERS, where)
    if version not in VERSIONS:
        newer = version.startswith("WARC/")
        what = f"a record of a version that is not known ({version[:20]})" if newer else "no WARC record"
        raise ArchiveError(what, where=where)
    length = value_of(headers, "Content-Length")
    if not (length.isascii() and length.isdigit() and len(length) < 16):
        raise ArchiveError("a record without a length", where=where)
    block = hashlib.new(_algorithm(value_of(headers, "WARC-Block-Digest")))
    payload = {name: hashlib.new(name) for name in {"sha256", _algorithm(value_of(headers, "WARC-Payload-Digest"))}}
    record = Record(name, offset, headers, None, member, lines, int(length), block, payload)
    if _is_http(record):
        _take_head(record, where)
    return record


def value_of(headers: Headers, name: str) -> str:
    """The first value of a header, whatever its name's letter case; "" if there is none."""
    return next((value for known, value in headers if known.lower() == name.lower()), "")


def time_of(written: str, where: str) -> datetime:
    """A WARC-Date as UTC. Raises ArchiveError where it is none."""
    found = _DATE.match(written)
    try:
        if not found:
            raise ValueError
        year, month, day, hour, minute, second = map(int, found.groups()[:6])
        return datetime(year, month, day, hour, minute, second, int((found[7] or "")[:6].ljust(6, "0")), UTC)
    except ValueError:
        raise ArchiveError("a record without a time", where=where) from None


def _is_http(record: Record) -> bool:
    kind = record.header("Content-Type").partition(";")[0].strip().lower()
    return record.kind in ("response", "request", "revisit") and kind == "application/http"


def _take_head(record: Record, where: str) -> None:
    """Read the HTTP head, which belongs to the record's block and not to its payload."""
    before = record._left
    taken = _Counted(record._lines, before, record._block)
    record.head = _block_of(taken, MAX_HEAD, where)
    record._left = taken.left


@dataclass
class _Counted:
    """The lines of a record's block, no further than the block goes."""

    lines: Lines
    left: int
    digest: hashlib._Hash

    def line(self, most: int) -> bytes:
        line = self.lines.line(min(most, self.left)) if self.left else b""
        self.left -= len(line)
        self.digest.update(line)
        return line


def _block_of(lines: Lines | _Counted, most: int, where: str) -> tuple[str, Headers]:
    """A first line and the headers after it, to the empty line; folded ones put together."""
    first = lines.line(1000)
    headers: list[tuple[str, str]] = []
    room = most
    while line := lines.line(room):
        room -= len(line)
        if room <= 0:
            raise ArchiveError("headers that are too long", where=where)
        text = _text(line).rstrip("\r\n")
        if not text:
            return _text(first).strip(), tuple(headers)
        name, colon, value = text.partition(":")
        if text[0] in " \t" and headers:
            headers[-1] = (headers[-1][0], f"{headers[-1][1]} {text.strip()}")
        elif colon:
            headers.append((name.strip(), value.strip()))
    if isinstance(lines, _Counted):
        return _text(first).strip(), tuple(headers)  # an answer without a body may lack the empty line
    raise TornError("a record that breaks off", where=where)


def _text(line: bytes) -> str:
    """WARC headers are UTF-8, HTTP headers are what servers send."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")


def _algorithm(digest: str) -> str:
    """The algorithm of a labelled digest; SHA-256 where none is given or it is one that is not known here."""
    name = digest.partition(":")[0].lower().replace("-", "")
    return name if name in ("sha1", "sha256", "sha512", "md5") else "sha256"


def _check(digest: str, found: hashlib._Hash, what: str, where: str) -> None:
    label, _, value = digest.partition(":")
    if not value or label.lower().replace("-", "") != found.name:
        return
    if found.digest() not in _values(value.strip(), found.digest_size):
        raise ArchiveError(f"a record whose {what} is not that of its digest", where=where)


def _values(value: str, size: int) -> tuple[bytes, ...]:
    """What a digest's value may stand for: base 32 (the usage of WARC), base 16, or base 64."""
    found = []
    for decode, text in (
        (base64.b32decode, value.upper() + "=" * (-len(value) % 8)),
        (base64.b16decode, value.upper()),
        (base64.b64decode, value.replace("-", "+").replace("_", "/") + "=" * (-len(value) % 4)),
    ):
        try:
            found.append(decode(text))
        except (binascii.Error, ValueError):
            continue
    return tuple(one for one in found if len(one) == size)
