"""Links in Markdown: their tails, labels and addresses. Every pattern here runs in linear time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from holdwater.patterns import waiting

_SPACE = waiting(r"[ \t\n]*")
_ANGLED = waiting(r"<([^<>\n\\]*(?:\\.[^<>\n\\]*)*)>")
_BARE_RUN = waiting(r"[^\s\x00-\x1f()\\]+|\\\S|\\")
_TITLE = waiting(r'"[^"\\]*(?:\\.[^"\\]*)*"|' + r"'[^'\\]*(?:\\.[^'\\]*)*'|\([^()\\]*(?:\\.[^()\\]*)*\)", re.S)
_LABEL = waiting(r"\[([^\[\]\\]*(?:\\.[^\[\]\\]*)*)\]", re.S)
_ESCAPE = waiting(r"\\([!-/:-@\[-`{-~])")
_MAX_DEPTH = 32  # CommonMark's least depth of parentheses in a bare destination; also what keeps scanning linear

AUTOLINK = waiting(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+|[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,255})>")
BARE_LINK = waiting(r"https?://[^\s<>\[\]\"“”‘’`|]+")
TAG = waiting(
    r"</?([A-Za-z][A-Za-z0-9-]*+)(?:\s++[A-Za-z_:][\w.:-]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++))?)*\s*+/?>"
)
NOTE_LABEL = waiting(r"\[\^([^\s\[\]]{1,200})\]")
ATTRIBUTES = waiting(r"\{(?:[#.:=-][^{}\n]{0,300}|[A-Za-z][\w-]{0,60}=[^{}\n]{0,300})\}")
ENTITY = waiting(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def inline_tail(text: str, at: int) -> tuple[str, int] | None:
    """The destination of a link whose `(` stands at `at`, and the offset after its `)`; None if it is none."""
    at = _SPACE.match(text, at + 1).end()  # type: ignore[union-attr]  # a pattern that may be empty always matches
    angled = _ANGLED.match(text, at)
    if angled:
        target, at = angled[1], angled.end()
    elif text.startswith("<", at):
        return None
    else:
        begin = at
        at = bare_end(text, at)
        target = text[begin:at]
    after = _SPACE.match(text, at).end()  # type: ignore[union-attr]
    if after > at:
        title = _TITLE.match(text, after)
        if title:
            after = _SPACE.match(text, title.end()).end()  # type: ignore[union-attr]
    if not text.startswith(")", after):
        return None
    return plain_address(target), after + 1


def bare_end(text: str, at: int) -> int:
    """Where an address without angle brackets ends that begins at `at`."""
    depth = 0
    while at < len(text):
        run = _BARE_RUN.match(text, at)
        if run:
            at = run.end()
        elif text[at] == "(" and depth < _MAX_DEPTH:
            depth, at = depth + 1, at + 1
        elif text[at] == ")" and depth:
            depth, at = depth - 1, at + 1
        else:
            break
    return at


def label_after(text: str, at: int) -> tuple[str, int] | None:
    """The label in brackets that begins at `at`, and the offset after it."""
    found = _LABEL.match(text, at)
    return (found[1], found.end()) if found and len(found[1]) <= 999 else None


def address_of(label: str, references: Mapping[str, str]) -> str | None:
    """Where a link reference of this label leads; None where the file does not define it."""
    if not label or len(label) > 999:
        return None
    return references.get(" ".join(label.split()).lower().upper())


def plain_address(written: str) -> str:
    """An address with its backslashes and entities undone."""
    return unescape(_ESCAPE.sub(r"\1", written)) if "\\" in written or "&" in written else written


def bare_link_end(text: str, start: int, end: int) -> int:
    """Where an address in running text stops: before trailing punctuation and before a `)` that it did not open."""
    link = text[start:end]
    opened, closed = link.count("("), link.count(")")
    while link:
        if link[-1] in "?!.,:;*_~'":
            link = link[:-1]
        elif link[-1] == ")" and closed > opened:
            link, closed = link[:-1], closed - 1
        else:
            break
    return start + len(link)
