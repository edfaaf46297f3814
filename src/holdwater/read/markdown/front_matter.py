"""What stands at the head of a Markdown file: fields in YAML between two `---`, or pandoc's `%` lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from holdwater.patterns import waiting
from holdwater.read.markdown.yaml import Value, read_yaml

_FENCE = waiting(r"\ufeff?---[ \t]*(?:\r\n|\n|\r)")
_END = waiting(r"^(?:---|\.\.\.)[ \t]*$", re.M)
_FIELD = waiting(r"[\"']?[A-Za-z_][\w .-]{0,60}?[\"']?[ \t]*:(?:[ \t].*)?")
_INNER = waiting(r"[ \t]|-|#|[\]}]|$")
_TITLE_BLOCK = waiting(r"\ufeff?%[ \t]?([^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*)(?:\r?\n|\Z)")
_NEXT = waiting(r"%[ \t]?([^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*)(?:\r?\n|\Z)")

_MAX_LENGTH = 1_000_000
"""How far the closing line is looked for; a longer list of fields is not one."""

_MOST_RECORDS = 10_000
_NAMES = frozenset({"author", "editor", "translator", "container-author", "director", "interviewer", "recipient"})
_DATES = frozenset({"issued", "accessed", "original-date", "event-date", "submitted"})
_DATE = waiting(r"(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True)
class FrontMatter:
    """The fields as text, the works that `references` describes (CSL-JSON), the bibliographies named, and where the
    text after it begins."""

    fields: Mapping[str, str] = field(default_factory=dict)
    records: tuple[Mapping[str, object], ...] = ()
    bibliographies: tuple[str, ...] = ()
    end: int = 0


def front_matter(raw: str) -> FrontMatter:
    """What stands at the head of `raw`; nothing where it begins with its text."""
    fence = _FENCE.match(raw)
    if not fence:
        return _title_block(raw) if raw.lstrip("\ufeff").startswith("%") else FrontMatter(end=_mark(raw))
    head = raw[: fence.end() + _MAX_LENGTH].replace("\r\n", " \n").replace("\r", "\n")
    end = _END.search(head, fence.end())
    lines = head[fence.end() : end.start()].split("\n") if end else []
    fields = any(map(_FIELD.fullmatch, map(str.rstrip, lines)))
    if end is None or not fields or not all(_FIELD.fullmatch(line.rstrip()) or _INNER.match(line) for line in lines):
        return FrontMatter(end=_mark(raw))
    found = read_yaml("\n".join(lines))
    return FrontMatter(
        {key.lower(): words for key, value in found.items() if (words := _words(key.lower(), value))},
        tuple(csl_records(found.get("references", ""))),
        tuple(_strings(found.get("bibliography", ""))),
        end.start() + len("---"),
    )


def _mark(raw: str) -> int:
    return 1 if raw.startswith("\ufeff") else 0


def _title_block(raw: str) -> FrontMatter:
    """Pandoc's title block: `% title`, `% authors`, `% date`."""
    fields: dict[str, str] = {}
    at = 0
    found = _TITLE_BLOCK.match(raw)
    for key in ("title", "author", "date"):
        if not found:
            break
        words = [" ".join(line.split()) for line in re.split(r"[\r\n]+|;", found[1]) if line.strip()]
        if words:
            fields[key] = ("; " if key == "author" else " ").join(words)
        at = found.end()
        found = _NEXT.match(raw, at)
    return FrontMatter(fields, end=at)


def _words(key: str, value: Value) -> str:
    """A field as text: an author's names joined by "; ", a list's entries by ", "."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _name(value) if key in _NAMES else ""
    parts = [_name(one) if isinstance(one, dict) else one for one in value if isinstance(one, str | dict)]
    return ("; " if key in _NAMES else ", ").join(part for part in parts if part)


def _name(value: Mapping[str, Value]) -> str:
    given, family = value.get("given", ""), value.get("family", "")
    whole = value.get("name", value.get("literal", ""))
    if isinstance(whole, dict):
        return _name(whole)
    parts = [part for part in (given, family) if isinstance(part, str) and part]
    return " ".join(parts) if parts or not isinstance(whole, str) else whole


def _strings(value: Value) -> Iterator[str]:
    values = [value] if isinstance(value, str) else value
    yield from (one for one in values if isinstance(one, str) and one)


def csl_records(value: Value) -> Iterator[Mapping[str, object]]:
    """The works that a list such as `references:` describes, as CSL-JSON; those without an id are left out."""
    for one in value[:_MOST_RECORDS] if isinstance(value, list) else ():
        if isinstance(one, dict) and isinstance(one.get("id"), str) and one["id"]:
            yield {key: _csl(key, inner) for key, inner in one.items() if inner}


def _csl(key: str, value: Value) -> object:
    """A field as CSL-JSON has it: names are lists of mappings, dates have `date-parts`."""
    if key in _NAMES:
        names = value if isinstance(value, list) else [value]
        return [_csl_name(one) for one in names if isinstance(one, str | dict)]
    if key in _DATES:
        return _csl_date(value)
    if key in ("title", "container-title") and isinstance(value, str):
        return value.replace("*", "")
    return value


def _csl_name(value: str | Mapping[str, Value]) -> Mapping[str, object]:
    if isinstance(value, str):
        return {"literal": value}
    given = value.get("given")
    return {**value, "given": " ".join(map(str, given))} if isinstance(given, list) else dict(value)


def _csl_date(value: Value) -> Mapping[str, object]:
    if isinstance(value, str):
        found = _DATE.match(value)
        return {"date-parts": [[int(part) for part in found.groups() if part]]} if found else {"literal": value}
    if isinstance(value, dict) and "date-parts" in value:
        return {"date-parts": _whole_numbers(value["date-parts"])}
    one = value[0] if isinstance(value, list) and value else value
    if not isinstance(one, dict):
        return _csl_date(one) if isinstance(one, str) else {}
    parts = [one.get(key) for key in ("year", "month", "day")]
    return {"date-parts": [[int(part) for part in parts if isinstance(part, str) and part.isdecimal()]]}


def _whole_numbers(value: Value) -> list[list[int]]:
    rows = value if isinstance(value, list) and value and isinstance(value[0], list) else [value]
    return [
        [int(one) for one in row if isinstance(one, str) and one.isdecimal()] for row in rows if isinstance(row, list)
    ]
