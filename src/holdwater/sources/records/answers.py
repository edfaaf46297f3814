"""What services answer, read with care: bounded, of any shape, and never believed to be of the right one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import quote, urlencode

from holdwater.errors import FetchError
from holdwater.sources.records.comparing.written import plain, text_of

MAX_ANSWER = 5_000_000
"""Bytes of one answer that are read; five records of the longest kind, a thousand authors each, have two million."""
MOST_RECORDS = 5
"""Records of one search that are looked at. What is not among the first five is found by nobody."""
MOST_ITEMS = 3_000
_LONGEST = 2_000  # characters of one value
_QUERY = 300  # characters of a title that are searched for

_GONE = (404, 410)


class Answer(Protocol):
    """What a service answered. `headers` are by their names in lower case; `body` is decoded of any compression."""

    @property
    def status(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def body(self) -> bytes: ...


Get = Callable[[str, Mapping[str, str]], Answer]
"""Asks an address with these headers, and follows redirects. Raises FetchError."""


@dataclass(frozen=True)
class Answered:
    """An answer in hand: one that was kept, or that a test gives."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


class NeverAskedError(FetchError):
    """A question that was never put to the service, and may not be put to it now."""


def address(base: str, parameters: Mapping[str, str] | None = None) -> str:
    """An address with its query, percent-encoded."""
    return f"{base}?{urlencode(parameters, quote_via=quote)}" if parameters else base


def in_path(value: str) -> str:
    """A DOI or other identifier as a part of an address's path."""
    return quote(value, safe="")


def json_of(answer: Answer, service: str) -> object:
    """The JSON of an answer; None where the service says that it has no such record.

    Raises FetchError where it answered anything else, or what cannot be read.
    """
    if answer.status in _GONE:
        return None
    body = body_of(answer, service)
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise FetchError(f"{service} answered something that is not JSON") from error


def body_of(answer: Answer, service: str) -> bytes:
    """The body of an answer of status 200. Raises FetchError for any other, and for one too large to be of a record."""
    if answer.status != 200:
        raise FetchError(f"{service} answered {answer.status}")
    if len(answer.body) > MAX_ANSWER:
        raise FetchError(f"{service} answered {len(answer.body):,} bytes, which no record has")
    return answer.body


def fields(value: object, *path: str) -> Mapping[str, object]:
    """The object at `path` inside `value`; {} where there is none."""
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value if isinstance(value, Mapping) else {}


def items(value: object, name: str = "", most: int = MOST_ITEMS) -> list[Mapping[str, object]]:
    """The objects in the list `value`, or in its member `name`, the first `most` of them."""
    if name:
        value = value.get(name) if isinstance(value, Mapping) else None
    return [one for one in value[:most] if isinstance(one, Mapping)] if isinstance(value, list) else []


def text(value: object, name: str = "") -> str:
    """`value` (or its member `name`) as one line of text; the first of a list; "" for anything else."""
    found = fields(value).get(name) if name else value
    if isinstance(found, list):
        found = found[0] if found else ""
    if isinstance(found, bool) or not isinstance(found, str | int | float):
        return ""
    return " ".join(str(found)[:_LONGEST].split())


def texts(value: object, name: str, most: int = 50) -> list[str]:
    """The texts in the list that is `value`'s member `name`."""
    found = fields(value).get(name)
    listed = found if isinstance(found, list) else [found]
    return [one for one in (text(each) for each in listed[:most]) if one]


def without_empty(csl: Mapping[str, object]) -> dict[str, object]:
    """`csl` without the fields that have nothing in them."""
    return {name: value for name, value in csl.items() if value not in ("", [], None, {})}


def date_of(written: str) -> list[int]:
    """Year, month and day of "2014-06-03", "2014 Jun 3", "June 2014"; [] without a year."""
    year = re.search(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)", written)
    if year is None:
        return []
    if iso := re.match(r"\d{4}-(\d\d)(?:-(\d\d))?", written[year.start() :]):
        return [int(part) for part in (year[0], *iso.groups()) if part]
    month = next((number for number, name in enumerate(_MONTHS, 1) if re.search(rf"\b{name}", written, re.I)), 0)
    return [int(year[0]), month] if month else [int(year[0])]


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def issued(parts: Sequence[int]) -> dict[str, object]:
    """CSL's form of a date."""
    return {"date-parts": [list(parts)]} if parts else {}


def searched_title(csl: Mapping[str, object]) -> str:
    """The words of a reference's title to search for, without markup and what search engines take for operators."""
    words = re.sub(r"[^\w\s'’.-]", " ", plain(text_of(csl, "title")))
    return " ".join(words.split())[:_QUERY]


def first_family(csl: Mapping[str, object]) -> str:
    """The family name of the first author or editor; "" for a body, or if nobody is named."""
    for role in ("author", "editor"):
        for person in items(csl, role, most=1):
            return text(person, "family")
    return ""
