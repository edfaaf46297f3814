"""The `key: value` lines between two `---` at the head of a Markdown file."""

from __future__ import annotations

import re

_FENCE = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.M)
_FIELD = re.compile(r"([A-Za-z_][\w .-]{0,60}?)[ \t]*:(?:[ \t]+(.*))?")
_INNER = re.compile(r"[ \t]|-|#|[\]}]|$")

_MAX_LENGTH = 100_000
"""How far the closing line is looked for; a longer list of fields is not one."""


def front_matter(raw: str) -> tuple[dict[str, str], int]:
    """The fields of the front matter, and the offset at which the text after it begins (0 where there is none).

    Only what one line says is taken: a list's or a block's inner lines are passed over, quotation marks around a
    value are taken off.
    """
    fence = _FENCE.match(raw)
    if not fence:
        return {}, 0
    head = raw[: fence.end() + _MAX_LENGTH].replace("\r\n", " \n").replace("\r", "\n")
    end = _END.search(head, fence.end())
    if not end:
        return {}, 0
    fields: dict[str, str] = {}
    for line in head[fence.end() : end.start()].split("\n"):
        found = _FIELD.fullmatch(line.rstrip())
        if found:
            fields[found[1].strip().lower()] = _unquoted((found[2] or "").strip())
        elif not _INNER.match(line):
            return {}, 0
    if not fields:
        return {}, 0
    return {key: value for key, value in fields.items() if value}, end.start() + len("---")


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return "" if value in ("|", ">", "|-", ">-") else value
