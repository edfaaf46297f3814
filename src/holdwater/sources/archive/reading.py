"""Takes the payload of a place out of the archive, as a file.

That is done once: the file lies in `payloads/` under the payload's own digest, and whoever deletes the folder loses
nothing. Every byte of the record is checked against its digests on the way.
"""

from __future__ import annotations

import codecs
import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from holdwater.errors import ArchiveError
from holdwater.patterns import waiting
from holdwater.sources.archive.decoding import codings_of, decoded
from holdwater.sources.archive.groups import open_file
from holdwater.sources.archive.members import TornError
from holdwater.sources.archive.model import Payload, Place
from holdwater.sources.archive.warc import Record, open_record, value_of

MAX_PAYLOAD = 2**28
"""Bytes of a payload: as many as the largest file that is read as a source (`read.decoding.MAX_FILE`)."""

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/x-tex": ".tex",
    "application/x-latex": ".tex",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/xml": ".xml",
    "text/xml": ".xml",
}
"""Media types as IANA registers them (the two of TeX as they are in use) and the suffixes that the readers know."""

_SUFFIX = waiting(r"\.[a-z0-9]{1,10}")
_TEXTUAL = waiting(r"text/|application/(?:xml|xhtml\+xml|[\w.+-]+\+xml)$")
_CHARSET = waiting(r"""charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I | re.A)

_LABELS = {
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "x-gbk": "gb18030",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "big5": "big5hkscs", "euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp",
    "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874", "windows-874": "cp874",
    "koi8-r": "koi8_r", "koi8-u": "koi8_u", "ibm866": "cp866", "cp866": "cp866", "macintosh": "mac_roman",
    "utf-16": "utf_16_le", "utf-16le": "utf_16_le", "utf-16be": "utf_16_be",
    **{f"windows-{code}": f"cp{code}" for code in (1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258)},
    **{f"iso-8859-{part}": f"iso8859_{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
}  # fmt: skip
"""What browsers take the labels of character sets for (WHATWG Encoding Standard, 4.2). Those that `read.decoding` tries
by itself (UTF-8, and Windows-1252 with all that it stands for) are left out."""

_IN_ASCII = ("utf_16_le", "utf_16_be", "iso2022_jp")
"""Codecs whose bytes may look like UTF-8 though they are not."""

_STEP = 2**20
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def take_out(archive: Path, place: Place, payloads: Path, *, name: str = "", most: int = MAX_PAYLOAD) -> Payload:
    """The payload of a place as a file in `payloads`, decoded and checked.

    Args:
        archive: the folder of the WARC files.
        place: the record's.
        payloads: where the file is put, as `ab/abcd….html`; the folder is made.
        name: the file's own name or its address, for its suffix where the media type tells nothing.
        most: bytes of the decoded payload.

    Raises:
        ArchiveError: the record is not there, is damaged, is not the one that was put there, or unpacks to more than
            `most`; or the file cannot be written.
    """
    part = payloads / f".part-{secrets.token_hex(8)}"
    try:
        payloads.mkdir(parents=True, exist_ok=True)
        with open_file(archive, place.file) as file:
            record = open_record(file, place.offset, place.file)
            taken = _write(payload_of(record, most), part)
            _check(record, place)
        media_type, charset = type_of(record)
        suffix = _suffix(media_type, name or record.url)
        return _settled(part, payloads, taken, suffix, (media_type, charset))
    except OSError as error:
        raise ArchiveError(f"cannot be written: {error.strerror}", where=str(payloads)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def find_payload(payloads: Path, sha256: str) -> Path | None:
    """The file of a payload that was taken out before, by the payload's digest; None if there is none."""
    if not re.fullmatch(r"[0-9a-f]{64}", sha256):
        return None
    folder = payloads / sha256[:2]
    try:
        found = min((name for name in os.listdir(folder) if name.startswith(sha256)), default="")
    except OSError:
        return None
    return folder / found if found else None


def payload_of(record: Record, most: int) -> Iterator[bytes]:
    """The decoded payload of a record at its block, in pieces. Raises ArchiveError.

    Where the record says that it was cut short, the payload ends where its packing breaks off.
    """
    headers = record.head[1] if record.head else ()
    if record.kind not in ("response", "resource") or record.header("WARC-Segment-Number"):
        raise ArchiveError("a record that holds no whole payload", where=f"{record.name} at {record.offset}")
    where = f"{record.name} at {record.offset}"
    try:
        yield from decoded(record, codings_of(headers), chunked=record.is_chunked, most=most, where=where)
    except TornError:
        if not record.header("WARC-Truncated"):
            raise


def type_of(record: Record) -> tuple[str, str]:
    """The media type and the character set that a record or the answer in it gives, lower case, "" if none."""
    given = value_of(record.head[1], "Content-Type") if record.head else record.header("Content-Type")
    media_type, _, parameters = given.partition(";")
    charset = _CHARSET.search(parameters)
    return media_type.strip().lower(), charset[1].lower() if charset else ""


@dataclass(frozen=True, slots=True)
class _Written:
    sha256: str
    size: int


def _write(pieces: Iterator[bytes], part: Path) -> _Written:
    digest, size = hashlib.sha256(), 0
    with part.open("xb") as file:
        for piece in pieces:
            digest.update(piece)
            size += len(piece)
            file.write(piece)
    return _Written(digest.hexdigest(), size)


def _check(record: Record, place: Place) -> None:
    """Whether this is the very record that the place names; what is left of it is read for that."""
    end = record.finish()
    same = (record.payload_sha256, end - place.offset) == (place.payload_sha256, place.length)
    if not same or (place.record_id and place.record_id != record.id):
        raise ArchiveError("another record than the catalogue says", where=f"{place.file} at {place.offset}")


def _settled(part: Path, payloads: Path, taken: _Written, suffix: str, kind: tuple[str, str]) -> Payload:
    """Give the file its name, in UTF-8 where nothing but the headers told of its character set."""
    media_type, charset = kind
    folder = payloads / taken.sha256[:2]
    folder.mkdir(exist_ok=True)
    codec = _LABELS.get(charset, "") if _TEXTUAL.match(media_type) else ""
    if codec and _in_utf8(part, codec, again := part.with_name(f"{part.name}-utf8")):
        again.replace(part)
        suffix = f".{codec}{suffix}"
    path = folder / f"{taken.sha256}{suffix}"
    part.replace(path)
    return Payload(path, taken.sha256, taken.size, media_type, charset)


def _in_utf8(path: Path, codec: str, into: Path) -> bool:
    """Write a text in UTF-8; False where it has a byte-order mark, is UTF-8 already, or is not what the headers say."""
    if codec not in _IN_ASCII and all(text is not None for text in _texts(path, "utf-8")):
        return False
    with into.open("xb") as out:
        out.write(codecs.BOM_UTF8)
        for text in _texts(path, codec):
            if text is None:
                break
            out.write(text.encode("utf-8", "replace"))
        else:
            return True
    into.unlink()
    return False


def _texts(path: Path, codec: str) -> Iterator[str | None]:
    """A file's text in pieces; None where a byte-order mark says otherwise or the bytes are not of this codec."""
    decoder = codecs.getincrementaldecoder(codec)()
    try:
        with path.open("rb") as file:
            piece = file.read(_STEP)
            if piece.startswith(_BOMS):
                raise UnicodeError
            while piece:
                yield decoder.decode(piece)
                piece = file.read(_STEP)
        yield decoder.decode(b"", final=True)
    except UnicodeError:
        yield None


def _suffix(media_type: str, name: str) -> str:
    if media_type in _SUFFIXES:
        return _SUFFIXES[media_type]
    found = PurePosixPath(urlsplit(name).path if "://" in name else name).suffix.lower()
    return found if _SUFFIX.fullmatch(found) else ""
