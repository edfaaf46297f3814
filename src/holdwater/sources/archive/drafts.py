"""What the records of a group say, before they are written: WARC 1.1 (ISO 28500:2017), the headers by hand."""

from __future__ import annotations

import hashlib
import ipaddress
import uuid
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from urllib.parse import quote, urlsplit

from holdwater.errors import ArchiveError
from holdwater.patterns import waiting
from holdwater.sources.archive.model import Exchange, Group
from holdwater.sources.archive.warc import MAX_HEAD, MAX_HEADERS, ORIGINAL, Headers

ADDED = "https://added.invalid/"
"""Before the digest and name of a file that came from no address: a name that is no host's, ever (RFC 6761, 6.4)."""

FIELDS = "application/warc-fields"
MAX_FIELD = 64 * 1024
"""Characters of one noted field."""

_STEP = 2**20
_RESPONSE = "application/http; msgtype=response"
_SAME = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_MOMENT = "%Y-%m-%dT%H:%M:%S.%fZ"
_FIELD = waiting(r"[A-Za-z][A-Za-z0-9-]{0,60}")
_CONTROL = waiting(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_NO_TOKEN = waiting(r"[^!#$%&'*+.^_`|~0-9A-Za-z-]")  # what no header's name has (RFC 9110, 5.6.2)
_MEDIA_TYPE = waiting(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}")  # RFC 6838, 4.2
_PACKED_TYPES = waiting(r"(?:image|audio|video|font)/(?!svg)|application/(?:zip|gzip|epub|vnd\.openxml)")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a group is of: its first record's name, address and time (UTC), and its payload's digest."""

    id: str
    url: str
    at: datetime
    payload_sha256: str


@dataclass(frozen=True)
class Draft:
    """One record: its headers, the bytes of its block up to the payload that is a file, and that file.

    `length` is of the whole block in bytes; `packed` says that the payload is compressed already.
    """

    subject: Subject
    headers: Headers
    head: bytes
    body: Path | None
    length: int
    packed: bool = False


def response(exchange: Exchange, answered: str = "") -> Draft:
    """The response record of an exchange; `answered` names the record whose group it belongs to, if another's."""
    extra = [*_concurrent(answered), *_wire(exchange)]
    if exchange.truncated:
        extra.append(("WARC-Truncated", _line(exchange.truncated)))
    given = {name.lower(): value for name, value in exchange.headers}
    packed = "content-encoding" in given or bool(_PACKED_TYPES.match(given.get("content-type", "").lower()))
    head = _answer_head(exchange)
    return _draft("response", exchange.url, exchange.started, _RESPONSE, head, exchange.body, extra, packed=packed)


def revisit(exchange: Exchange, before: Group) -> Draft:
    """The record of an exchange whose body is, byte for byte, that of the record of `before` (WARC 1.1, 6.7.2)."""
    extra = [
        ("WARC-Profile", _SAME),
        ("WARC-Refers-To", before.place.record_id),
        ("WARC-Refers-To-Target-URI", before.url),
        ("WARC-Refers-To-Date", f"{before.at:{_MOMENT}}"),
        *_wire(exchange),
    ]
    head, payload = _answer_head(exchange), before.place.payload_sha256
    return _draft("revisit", exchange.url, exchange.started, _RESPONSE, head, None, extra, same=payload)


def _answer_head(exchange: Exchange) -> bytes:
    """The head of an answer; what no longer holds for the body as it is kept is called by another name."""
    kept = (
        (f"{ORIGINAL}{name}" if name.lower() == "transfer-encoding" else name, value)
        for name, value in exchange.headers
    )
    line = f"HTTP/1.{int(exchange.http_version.endswith('1.0')) ^ 1} {exchange.status:03d} {exchange.reason}"
    return _head(line, kept)


def request(exchange: Exchange, answer: str) -> Draft:
    """The request record of an exchange, beside the response record of the name `answer`."""
    split = urlsplit(exchange.url)
    target = address(split.path or "/") + (f"?{address(split.query)}" if split.query else "")
    head = _head(f"{exchange.method} {target} HTTP/1.1", exchange.request_headers)
    kind = "application/http; msgtype=request"
    return _draft("request", exchange.url, exchange.started, kind, head, None, _concurrent(answer))


def resource(path: Path, name: str, media_type: str, url: str, at: datetime) -> Draft:
    """The record of a file: at `url`, or where there is none under its digest and its own name."""
    given = media_type.partition(";")[0].strip().lower()
    kind = given if _MEDIA_TYPE.fullmatch(given) else "application/octet-stream"
    target = url or f"{ADDED}{_digests(b'', path)[1][:16]}/{quote(_line(name) or 'file', safe='')}"
    return _draft("resource", target, at, kind, b"", path, [], packed=bool(_PACKED_TYPES.match(kind)))


def metadata(of: Subject, fields: Mapping[str, str]) -> Draft:
    """The record that closes the group of `of`; `fields` are noted in it. Raises ArchiveError."""
    lines = []
    for name, value in fields.items():
        if not _FIELD.fullmatch(name) or len(value) > MAX_FIELD:
            raise ArchiveError(f"a field that cannot be noted: {name[:60]}")
        lines.append(f"{name}: {_line(value)}\r\n")
    block = "".join(lines).encode("utf-8", "replace")
    extra = (("WARC-Refers-To", of.id), *_concurrent(of.id))
    return _draft("metadata", of.url, of.at, FIELDS, block, None, extra, whole=True)


def info(name: str, software: str, at: datetime, own: uuid.UUID | None = None) -> Draft:
    """The record at a file's beginning; its own name is `own` if given."""
    said = {
        "software": software,
        "format": "WARC File Format 1.1",
        "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    }
    block = "".join(f"{key}: {value}\r\n" for key, value in said.items()).encode()
    return _draft("warcinfo", "", at, FIELDS, block, None, (("WARC-Filename", name),), whole=True, own=own)


def software() -> str:
    """What a file says that it was made with."""
    return f"holdwater/{version('holdwater')}"


def address(written: str) -> str:
    """An address in the characters that a header may have; others are percent-encoded (RFC 3987, 3.1)."""
    return quote(written, safe="!#$%&'()*+,/:;=?@[]~", encoding="utf-8", errors="replace")


def _draft(
    kind: str,
    url: str,
    at: datetime,
    content_type: str,
    head: bytes,
    body: Path | None,
    extra: Iterable[tuple[str, str]],
    *,
    packed: bool = False,
    whole: bool = False,
    own: uuid.UUID | None = None,
    same: str = "",
) -> Draft:
    """`whole` says that the head is the payload, and not HTTP's; `same` is the digest of a payload kept elsewhere."""
    block, payload, size = _digests(head, body)
    if whole:
        payload = block
    subject = Subject(f"<urn:uuid:{own or uuid.uuid4()}>", address(url), at.astimezone(UTC), payload)
    headers = [
        ("WARC-Type", kind),
        ("WARC-Record-ID", subject.id),
        ("WARC-Date", f"{subject.at:{_MOMENT}}"),
        *([("WARC-Target-URI", subject.url)] if url else []),
        *extra,
        ("WARC-Block-Digest", f"sha256:{block}"),
        *([("WARC-Payload-Digest", f"sha256:{same or payload}")] if kind != "warcinfo" else []),
        ("Content-Type", content_type),
    ]
    if sum(len(name) + len(value) * 4 for name, value in headers) > MAX_HEADERS or len(head) > MAX_HEAD:
        raise ArchiveError("headers that are too long to be kept", where=url[:200])
    return Draft(subject, tuple(headers), head, body, len(head) + size, packed)


def _head(first: str, headers: Iterable[tuple[str, str]]) -> bytes:
    """An HTTP head as bytes; a line end within a header would be another header, so it is none."""
    lines = [_line(first)]
    for name, value in headers:
        if name and not name.startswith(":"):  # HTTP/2's own, which say what the first line says
            lines.append(f"{_NO_TOKEN.sub('', name)}: {_line(value)}")
    return b"\r\n".join(map(_encoded, [*lines, "", ""]))


def _line(text: str) -> str:
    return _CONTROL.sub(" ", text).strip()


def _encoded(line: str) -> bytes:
    """Headers are given as they were decoded from the wire, byte for byte; what cannot have been is UTF-8."""
    try:
        return line.encode("latin-1")
    except UnicodeEncodeError:
        return line.encode("utf-8", "replace")


def _concurrent(answered: str) -> list[tuple[str, str]]:
    return [("WARC-Concurrent-To", answered)] if answered else []


def _wire(exchange: Exchange) -> list[tuple[str, str]]:
    """The address that answered, and the protocol (an extension that the IIPC describes, for what is not HTTP/1)."""
    told = []
    with suppress(ValueError):
        told.append(("WARC-IP-Address", str(ipaddress.ip_address(exchange.ip.partition("%")[0]))))
    if exchange.http_version.startswith("HTTP/2"):
        told.append(("WARC-Protocol", "h2"))
    return told


def _digests(head: bytes, body: Path | None) -> tuple[str, str, int]:
    """The digests of head and file together, and of the file, and its size in bytes. Raises ArchiveError."""
    block, payload, size = hashlib.sha256(head), hashlib.sha256(), 0
    try:
        if body is not None:
            with body.open("rb") as file:
                while piece := file.read(_STEP):
                    block.update(piece)
                    payload.update(piece)
                    size += len(piece)
    except OSError as error:
        raise ArchiveError(f"cannot be read: {error.strerror}", where=str(body)) from error
    return block.hexdigest(), payload.hexdigest(), size
