"""Link reference definitions: `[label]: address "title"` at the head of a paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from holdwater.patterns import waiting
from holdwater.read.markdown.links import bare_end, plain_address

_LABEL = waiting(r"\[([^\[\]\\]*(?:\\.[^\[\]\\]*)*)\]:[ \t]*\n?[ \t]*", re.S)
_ANGLED = waiting(r"<([^<>\n\\]*(?:\\.[^<>\n\\]*)*)>")
_GAP = waiting(r"[ \t]*\n?[ \t]*")
_TITLE = waiting(r'"([^"\\]*(?:\\.[^"\\]*)*)"' + r"|'([^'\\]*(?:\\.[^'\\]*)*)'|\(([^()\\]*(?:\\.[^()\\]*)*)\)", re.S)
_LINE_END = waiting(r"[ \t]*(?:\n|\Z)")


class Definition(NamedTuple):
    """A link reference: its label as written, where it leads, its title, and where the address and it all end."""

    label: str
    address: str
    title: str
    begin: int
    end: int


def definition_at(text: str, at: int) -> Definition | None:
    """The definition that begins at `at` of a paragraph's text; None where there is none."""
    label = _LABEL.match(text, at)
    if not label or not label[1].strip() or len(label[1]) > 999:
        return None
    begin = label.end()
    angled = _ANGLED.match(text, begin)
    if angled:
        address, after = angled[1], angled.end()
    else:
        after = bare_end(text, begin)
        address = text[begin:after]
        if not address or address[0] == "<":
            return None
    title, end = _title(text, after)
    if end < 0:
        return None
    return Definition(label[1], plain_address(address).replace(" ", "%20"), title, begin, end)


def _title(text: str, after: int) -> tuple[str, int]:
    """The title that may follow the address, and where the definition ends; -1 where it is none."""
    gap = _GAP.match(text, after)
    start = gap.end() if gap else after
    title = _TITLE.match(text, start) if start > after else None
    if title and "\n\n" not in title[0]:
        line_end = _LINE_END.match(text, title.end())
        if line_end:
            return title[1] or title[2] or title[3] or "", line_end.end()
    line_end = _LINE_END.match(text, after)
    return "", line_end.end() if line_end else -1


def normal_label(label: str) -> str:
    """A label without what does not tell it from another: letter case and the amount of white space."""
    return " ".join(label.split()).lower().upper()
