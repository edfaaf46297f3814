"""Identifiers of works in a text, normalised so that two ways of writing one compare equal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from holdwater.document import Span
from holdwater.patterns import waiting

_URL = r"https?://[^\s<>\"“”«»]{1,2000}"
_DOI = r"(?:doi:\s{0,2})?\b10\.\d{4,9}/[^\s<>\"“”«»]{1,300}"
_RFC = r"\bRFCs?[\s_#:-]{0,8}0{0,4}[1-9]\d{0,4}(?!\d)"
_ARXIV = r"\barxiv:\s{0,2}(?:\d{4}\.\d{4,5}|[a-z.-]{2,20}/\d{7})"
_ISBN = r"\bISBN(?:-1[03])?:?\s{0,2}[\dX][\dX –-]{8,20}[\dX]"
_FILE = r"(?<![\w/.-])[\w-][\w.-]{0,120}\.(?:pdf|docx|epub|html?|txt|md)\b"
_RUNNING = rf"(?P<url>{_URL})|(?P<doi>{_DOI})|(?P<rfc>{_RFC})|(?P<arxiv>{_ARXIV})"
_ANY = waiting(rf"{_RUNNING}|(?P<isbn>{_ISBN})|(?P<file>{_FILE})", re.IGNORECASE)
_IN_PROSE = waiting(_RUNNING, re.IGNORECASE)

REPORTERS = (
    r"U\.\s?S\.(?!\s?C\.)|S\.\s?Ct\.|L\.\s?Ed\.?(?:\s?2d)?|F\.\s?Supp\.(?:\s?[23]d)?|F\.(?:\s?(?:2d|3d|4th))|"
    r"Cranch|Wheat\.|Pet\.|How\.|Wall\.|Dall\.|Stat\.|(?:N\.\s?E\.|N\.\s?W\.|S\.\s?E\.|S\.\s?W\.|So\.|A\.|P\.)\s?[23]d"
)
"""Case reporters as the Bluebook abbreviates them: the Supreme Court's three, the federal and the regional ones."""

_REPORTER = waiting(rf"(?<![\d.])(?P<volume>\d{{1,4}})\s{{1,3}}(?P<name>{REPORTERS})\s{{0,3}}(?P<page>\d{{1,5}})(?!\d)")
_TRACKING = waiting(r"(?:utm_[a-z]+|fbclid|gclid|mc_[ce]id)=", re.IGNORECASE)
_DOI_HOST = waiting(r"https?://(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)
_ARXIV_HOST = waiting(r"https?://(?:www\.)?arxiv\.org/(?:abs|pdf)/", re.IGNORECASE)
_RFC_PAGE = waiting(
    r"https?://(?:[\w.-]{1,60}\.)?(?:rfc-editor|ietf)\.org/[\w/.-]{0,80}?rfc0{0,4}([1-9]\d{0,4})", re.IGNORECASE
)
_VERSION = waiting(r"v\d+$")


class Found(NamedTuple):
    """An identifier in a text: where it stands and its normal form."""

    span: Span
    identifier: str


def identifiers_in(text: str) -> tuple[str, ...]:
    """The identifiers that `text` holds, normalised, each once, in the text's order.

    Forms: "rfc:2119", "doi:10.1000/abc" (lower case), "url:https://host/path" (no fragment, no tracking parameters,
    no "www.", no trailing slash, http as https), "isbn:" with thirteen digits, "arxiv:1706.03762" (no version),
    "reporter:478 U.S. 30", "file:name.pdf".
    """
    found = sorted([*find_identifiers(text), *_find_reporters(text)])
    return tuple(dict.fromkeys(each.identifier for each in found))


def find_identifiers(text: str, start: int = 0, end: int | None = None, prose: bool = False) -> Iterator[Found]:
    """The identifiers in `text[start:end]` but for case reporters, with their places.

    In `prose`, ISBNs and the names of files do not count: there they cite nothing.
    """
    pattern = _IN_PROSE if prose else _ANY
    for match in pattern.finditer(text, start, len(text) if end is None else end):
        written = _trimmed(match[0]) if match.lastgroup in ("url", "doi") else match[0]
        span = Span(match.start(), match.start() + len(written))
        for identifier in _normal(match.lastgroup or "", written):
            yield Found(span, identifier)


def reporter_identifier(volume: str, name: str, page: str) -> str:
    """The normal form of a case reporter's citation: "reporter:478 U.S. 30"."""
    return f"reporter:{int(volume)} {reporter_name(name)} {int(page)}"


def reporter_name(name: str) -> str:
    """A reporter's abbreviation with the spacing of the Bluebook: "U. S." as "U.S.", "L.Ed.2d" as "L. Ed. 2d"."""
    tight = re.sub(r"\s+", "", name)
    return _SPACED.get(tight.rstrip("."), tight)


_SPACED = {
    "S.Ct": "S. Ct.",
    "L.Ed": "L. Ed.",
    "L.Ed.2d": "L. Ed. 2d",
    "L.Ed2d": "L. Ed. 2d",
    "F.Supp": "F. Supp.",
    "F.Supp.2d": "F. Supp. 2d",
    "F.Supp.3d": "F. Supp. 3d",
}


def _find_reporters(text: str) -> Iterator[Found]:
    for match in _REPORTER.finditer(text):
        identifier = reporter_identifier(match["volume"], match["name"], match["page"])
        yield Found(Span(*match.span()), identifier)


def _trimmed(written: str) -> str:
    """`written` without the punctuation of the sentence it stands in."""
    while written:
        last = written[-1]
        unpaired = (last == ")" and written.count("(") < written.count(")")) or (
            last == "]" and written.count("[") < written.count("]")
        )
        if not (unpaired or last in ".,;:!?'’*>"):
            break
        written = written[:-1]
    return written


def _normal(kind: str, written: str) -> Iterator[str]:
    match kind:
        case "url":
            yield from _of_address(written)
        case "doi":
            yield "doi:" + re.sub(r"^doi:\s*", "", written, flags=re.IGNORECASE).lower()
        case "rfc":
            yield "rfc:" + re.sub(r"\D+0*", "", written)
        case "arxiv":
            yield "arxiv:" + written.split(":", 1)[1].strip().lower()
        case "isbn":
            yield from _of_isbn(written)
        case "file":
            yield "file:" + written
        case _:
            return


def _of_address(url: str) -> Iterator[str]:
    if _DOI_HOST.match(url):
        yield "doi:" + _DOI_HOST.sub("", url).split("#")[0].split("?")[0].lower()
        return
    if _ARXIV_HOST.match(url):
        yield "arxiv:" + _VERSION.sub("", _ARXIV_HOST.sub("", url).removesuffix(".pdf").lower())
        return
    page = _RFC_PAGE.match(url)
    if page:
        yield f"rfc:{page[1]}"
    yield url_identifier(url)


def url_identifier(url: str) -> str:
    """The normal form of an http(s) address: "url:https://host/path?query"."""
    rest = url.split("#", 1)[0].split("://", 1)[-1]
    path, _, query = rest.partition("?")
    host, slash, tail = path.partition("/")
    kept = "&".join(part for part in query.split("&") if part and not _TRACKING.match(part))
    address = (host.lower().removeprefix("www.") + slash + tail).rstrip("/")
    return f"url:https://{address}" + (f"?{kept}" if kept else "")


def _of_isbn(written: str) -> Iterator[str]:
    digits = re.sub(r"[^\dX]", "", re.sub(r"^ISBN(?:-1[03])?:?", "", written, flags=re.IGNORECASE).upper())
    if len(digits) == 10:
        body = "978" + digits[:9]
        check = -sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(body)) % 10
        yield f"isbn:{body}{check}"
    elif len(digits) == 13 and digits.isdigit():
        yield f"isbn:{digits}"
