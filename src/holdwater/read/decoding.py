"""From bytes to text: compression, byte-order marks, declared character sets, and what is no text at all."""

from __future__ import annotations

import codecs
import re
import zlib

from holdwater.errors import ReadError, UnreadableError
from holdwater.patterns import waiting

MAX_BYTES = 64 * 1024 * 1024
"""The largest text that is read: about 400 times a long book, and what a laptop still holds with all its spans."""

MAX_FILE = 4 * MAX_BYTES
"""The largest file that is opened: a PDF of scanned pages, an e-book with its pictures."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_DECLARED = waiting(
    rb"""<\?xml[^>]{0,200}?encoding=["']([\w.:-]{1,40})|<meta[^>]{0,400}?charset=["']?\s*([\w.:-]{1,40})""", re.I
)
_CHARSET = waiting(r"(?:iso-?8859-|windows-125|cp125|cp866|koi8-|shift_?jis|euc-|gb|big5|macintosh|iso-2022-jp)", re.I)
_CONTROL = waiting(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BAD_BYTE = waiting(r"[\udc80-\udcff]")
_BEYOND_ASCII = waiting(r"[^\x00-\x7f]")
_SURROGATE = waiting(r"[\ud800-\udfff]")

_MAX_CONTROL = 0.01
"""The share of control characters from which bytes are no text (terminal recordings and form feeds stay below it)."""


def unpack(data: bytes, name: str) -> bytes:
    """The bytes themselves, or what gzip packed in them. Raises ReadError if they are damaged or grow too large."""
    if not data.startswith(b"\x1f\x8b"):
        return bounded(data, name, most=MAX_FILE)
    pieces: list[bytes] = []
    room = MAX_BYTES + 1
    while data and room > 0:
        piece, data = _unpack_member(data, name, room)
        pieces.append(piece)
        room -= len(piece)
    return bounded(b"".join(pieces), name)


def _unpack_member(data: bytes, name: str, room: int) -> tuple[bytes, bytes]:
    packed = zlib.decompressobj(wbits=31)
    try:
        piece = packed.decompress(data, room)
    except zlib.error as fault:
        raise ReadError("damaged gzip data", where=name, mend="fetch or pack it again") from fault
    if not packed.eof and len(piece) < room:
        raise ReadError("truncated gzip data", where=name, mend="fetch or pack it again")
    rest = packed.unused_data
    return piece, rest if rest.startswith(b"\x1f\x8b") else b""


def bounded(data: bytes, name: str, *, most: int | None = None) -> bytes:
    """The same bytes. Raises ReadError if there are more than `most` of them: than a text may have, if not told."""
    if len(data) > (most or MAX_BYTES):
        size, what = (most, "in one file") if most else (MAX_BYTES, "of text")
        raise ReadError(f"larger than {size // 2**20} MB {what}", where=name, mend="split it into parts")
    return data


def decode(data: bytes, name: str) -> str:
    """The text of the bytes: by byte-order mark, as UTF-8, as declared, or as Windows-1252 where that is plausible.

    Raises UnreadableError where the bytes are no text, ReadError with the byte's offset where UTF-8 is damaged or where
    there are more than `MAX_BYTES`.
    """
    bounded(data, name)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_decode_as(data[len(mark) :], encoding, name, len(mark)), name)
    _refuse_nul(data, name)
    declared = _declared(data)
    if declared and declared.startswith("iso2022"):
        return _checked(_decode_as(data, declared, name), name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        text = _decode_otherwise(data, name, declared, fault)
    return _checked(text, name)


def _refuse_nul(data: bytes, name: str) -> None:
    place = data.find(b"\x00")
    if place < 0:
        return
    half = data[:4096]
    if half[1::2].count(0) > len(half) // 4 or half[0::2].count(0) > len(half) // 4:
        raise UnreadableError("UTF-16 text without a byte-order mark", where=name, mend="save it as UTF-8")
    raise UnreadableError(f"binary data (a NUL byte at offset {place})", where=name, mend="give a text file")


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    if not found:
        return None
    label = (found[1] or found[2]).decode("ascii", "replace")
    if not _CHARSET.match(label):
        return None
    try:
        return codecs.lookup(label).name
    except LookupError:
        return None


def _decode_as(data: bytes, encoding: str, name: str, skipped: int = 0) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        at = fault.start + skipped
        raise ReadError(f"not valid {encoding} at byte {at}", where=name, mend="save it as UTF-8") from fault


def _decode_otherwise(data: bytes, name: str, declared: str | None, fault: UnicodeDecodeError) -> str:
    if declared and declared != "utf-8":
        # A page that says Latin-1 means Windows-1252, as every browser reads it.
        return _decode_as(data, "cp1252" if declared == "iso8859-1" else declared, name)
    if _is_windows_1252(data, fault):
        return data.decode("cp1252", "replace")
    raise ReadError(f"not valid UTF-8 at byte {fault.start}", where=name, mend="save it as UTF-8")


def _is_windows_1252(data: bytes, fault: UnicodeDecodeError) -> bool:
    """Whether bytes that are not UTF-8 look like Western text of one byte a character.

    Where most of what lies beyond ASCII is sound UTF-8, the text is UTF-8 with damage; where bytes that
    Windows-1252 does not know or control characters occur, or two in five are beyond ASCII, it is no Western text.
    """
    if fault.reason == "unexpected end of data" and fault.end == len(data):
        return False
    kept = data.decode("utf-8", "surrogateescape")
    bad = len(_BAD_BYTE.findall(kept))
    sound = len(_BEYOND_ASCII.findall(kept)) - bad
    if sound * 4 > bad or bad * 5 > len(data) * 2:
        return False
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return not _CONTROL.search(text)


def _checked(text: str, name: str) -> str:
    if "\x00" in text:
        raise UnreadableError("binary data (NUL characters)", where=name, mend="give a text file")
    if len(_CONTROL.findall(text)) > len(text) * _MAX_CONTROL:
        raise UnreadableError("binary data (control characters)", where=name, mend="give a text file")
    return _SURROGATE.sub("\ufffd", text)
