"""What a page says at its beginning, taken out of the answer that brought it; an answer may be anything."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from holdwater.errors import ArchiveError
from holdwater.patterns import waiting
from holdwater.sources.archive.decoding import codings_of, decoded
from holdwater.sources.archive.model import Exchange
from holdwater.sources.standing.head import MAX_HEAD, head_of, refresh_target

MOST_OF_REFRESH = 64 * 1024
"""Bytes of a page that does nothing but send on to another; those in use have a few hundred."""

HTML = ("text/html", "application/xhtml+xml")

_CHARSET = waiting(r"""charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE | re.ASCII)
_META = waiting(rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_TEXT = waiting(
    r"(?:utf-?8|utf-?16|iso-?8859-|latin|windows-|cp\d|koi8-|shift_?jis|sjis|euc|gb|big5|mac|iso-2022)", re.I
)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def header_of(exchange: Exchange, name: str) -> str:
    """The first value of a header of the answer, "" if there is none."""
    return next((value for key, value in exchange.headers if key.lower() == name), "")


def type_of(exchange: Exchange) -> tuple[str, str]:
    """The media type and the charset that an answer gives, in lower case, each "" if it gives none."""
    media_type, _, parameters = header_of(exchange, "content-type").partition(";")
    charset = _CHARSET.search(parameters)
    return media_type.strip().lower(), charset[1].lower() if charset else ""


def beginning_of(exchange: Exchange, most: int = MAX_HEAD) -> str:
    """The first characters of a page, "" where the answer is no HTML, or none that can be unpacked."""
    media_type, charset = type_of(exchange)
    if exchange.body is None or (media_type and media_type not in HTML):
        return ""
    data = _unpacked(exchange, most)
    if not media_type and data.lstrip()[:1] != b"<":
        return ""
    return _text(data, charset)


def refresh_of(exchange: Exchange) -> str:
    """Where a page that was had sends its reader on at once, as an absolute address; "" if it has words of its own."""
    size = exchange.body.stat().st_size if exchange.body else 0
    if exchange.status != 200 or not 0 < size <= MOST_OF_REFRESH:
        return ""
    page = beginning_of(exchange, MOST_OF_REFRESH)
    if "refresh" not in page.lower():
        return ""
    head = head_of(page)
    return refresh_target(head, exchange.url) if head.is_bare else ""


def _unpacked(exchange: Exchange, most: int) -> bytes:
    """The first bytes of a body, as far as it can be unpacked."""
    assert exchange.body is not None
    data = b""
    try:
        with exchange.body.open("rb") as file:
            for piece in decoded(file, codings_of(exchange.headers), most=2**40, where=exchange.url):
                data += piece
                if len(data) >= most:
                    break
    except ArchiveError:
        pass  # what came before the damage is what there is
    return data[:most]


def _text(data: bytes, charset: str) -> str:
    for name in _charsets(data, charset):
        try:
            return codecs.getincrementaldecoder(name)().decode(data)  # which lets the last character be cut
        except (LookupError, UnicodeError):
            continue
    return data.decode("cp1252", "replace")


def _charsets(data: bytes, given: str) -> Iterator[str]:
    """The charsets that a page may be in, likeliest first: by its mark, its header, its own word, and the web's."""
    yield from (name for mark, name in _MARKS if data.startswith(mark))
    own = _META.search(data[:4096])
    for name in (given, own[1].decode("ascii") if own else "", "utf-8"):
        if _TEXT.match(name):  # Python has codecs that are no charsets, and that unpack
            yield "cp1252" if name in ("iso-8859-1", "latin1", "latin-1") else name
