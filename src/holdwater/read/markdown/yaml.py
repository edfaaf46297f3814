"""As much of YAML as heads of Markdown files are written in: mappings, sequences, scalars, blocks of text.

No anchors, tags or complex keys. What cannot be read is left out; nothing here calls itself deeper than `_DEEPEST`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from holdwater.patterns import waiting

Value = str | list["Value"] | dict[str, "Value"]

_KEY = waiting(
    r"""(?:"([^"]{1,200})"|'([^']{1,200})'|([^\s#\-\[\]{},"'&*!|>%@`:][^:\n]{0,200}?|-[^\s:]{1,60}))"""
    r"[ \t]*:(?=\s|\Z)[ \t]*"
)
_COMMENT = waiting(r"(?:\A|\s)#.*\Z")
_BLOCK = waiting(r"[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?\Z")
_FLOW_TOKEN = waiting(
    r"""\s*(?:([\[\]{},])|"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\[\]{},"'\s][^\[\]{},\n]*?)(?=\s*[\[\]{},]|\s*\Z))\s*:?"""
)
_DEEPEST = 12


class _Line(NamedTuple):
    indent: int
    text: str


def read_yaml(text: str) -> dict[str, Value]:
    """The mapping that a text is; empty where it is none."""
    lines = [_Line(len(line) - len(line.lstrip(" ")), line.strip()) for line in text.split("\n")]
    value, _ = _block(lines, 0, 0, _DEEPEST)
    return value if isinstance(value, dict) else {}


def _skip(lines: Sequence[_Line], at: int) -> int:
    while at < len(lines) and (not lines[at].text or lines[at].text[0] == "#"):
        at += 1
    return at


def _block(lines: list[_Line], at: int, indent: int, room: int) -> tuple[Value, int]:
    """The value whose lines stand at least as far in as `indent`, and the line after it."""
    at = _skip(lines, at)
    if at >= len(lines) or lines[at].indent < indent or not room:
        return "", at
    inset = lines[at].indent
    if _is_item(lines[at].text):
        return _sequence(lines, at, inset, room)
    if _KEY.match(lines[at].text):
        return _mapping(lines, at, inset, room)
    return _scalar(lines, at, inset)


def _is_item(text: str) -> bool:
    return text == "-" or text.startswith("- ")


def _sequence(lines: list[_Line], at: int, inset: int, room: int) -> tuple[Value, int]:
    found: list[Value] = []
    at = _skip(lines, at)
    while at < len(lines) and lines[at].indent == inset and _is_item(lines[at].text):
        rest = lines[at].text[1:].lstrip()
        if rest:
            lines[at] = _Line(inset + len(lines[at].text) - len(rest), rest)
            value, at = _block(lines, at, inset + 1, room - 1)
        else:
            value, at = _block(lines, at + 1, inset + 1, room - 1)
        found.append(value)
        at = _skip(lines, at)
    return found, at


def _mapping(lines: list[_Line], at: int, inset: int, room: int) -> tuple[Value, int]:
    found: dict[str, Value] = {}
    at = _skip(lines, at)
    while at < len(lines) and lines[at].indent == inset:
        key = _KEY.match(lines[at].text)
        if not key:
            break
        rest = lines[at].text[key.end() :]
        found[key[1] or key[2] or key[3]], at = _value(lines, at, inset, rest, room)
        at = _skip(lines, at)
    return found, max(at, 1)


def _value(lines: list[_Line], at: int, inset: int, rest: str, room: int) -> tuple[Value, int]:
    """The value of a key whose own line goes on with `rest`."""
    if _BLOCK.match(rest):
        return _literal(lines, at + 1, inset, folded=rest[0] == ">")
    if _COMMENT.sub("", rest):
        lines[at] = _Line(inset, rest)
        return _scalar(lines, at, inset + 1)
    following = _skip(lines, at + 1)
    if following < len(lines) and lines[following].indent == inset and _is_item(lines[following].text):
        return _sequence(lines, following, inset, room - 1)
    return _block(lines, at + 1, inset + 1, room - 1)


def _literal(lines: Sequence[_Line], at: int, inset: int, *, folded: bool) -> tuple[Value, int]:
    words = []
    while at < len(lines) and (not lines[at].text or lines[at].indent > inset):
        words.append(lines[at].text)
        at += 1
    return (" " if folded else "\n").join(words).strip(), at


def _scalar(lines: Sequence[_Line], at: int, inset: int) -> tuple[Value, int]:
    """A scalar or a flow collection, with the lines further in that it goes on in."""
    words = [lines[at].text]
    at += 1
    while at < len(lines) and lines[at].text and lines[at].indent >= inset and not _KEY.match(lines[at].text):
        if _is_item(lines[at].text):
            break
        words.append(lines[at].text)
        at += 1
    text = " ".join(words)
    if text[0] in "[{":
        return _flow(text), at
    return plain_scalar(text), at


def plain_scalar(text: str) -> str:
    """A scalar's words: without quotation marks, or without a comment after it."""
    if len(text) > 1 and text[0] in "\"'":
        end = text.rfind(text[0])
        if end > 0 and not _COMMENT.sub("", text[end + 1 :]).strip():
            inner = text[1:end]
            return inner.replace("''", "'") if text[0] == "'" else re.sub(r"\\([\"\\/])", r"\1", inner)
    words = _COMMENT.sub("", text).strip()
    return "" if words in ("~", "null") else words


def _flow(text: str) -> Value:
    """`[a, b]` or `{a: b}`."""
    stack: list[list[Value]] = [[]]
    signs: list[str] = []
    for token in _FLOW_TOKEN.finditer(text):
        sign = token[1] or ""
        if sign and sign in "[{" and len(stack) < _DEEPEST:
            stack.append([])
            signs.append(sign)
        elif sign and sign in "]}" and len(stack) > 1:
            inner = stack.pop()
            stack[-1].append(_paired(inner) if signs.pop() == "{" else inner)
        elif not sign:
            stack[-1].append(_flow_scalar(token))
    return stack[0][0] if stack[0] else ""


def _flow_scalar(token: re.Match[str]) -> Value:
    if token[4] is None:
        return token[2] if token[2] is not None else (token[3] or "").replace("''", "'")
    return token[4].strip()


def _paired(inner: Sequence[Value]) -> Value:
    found: dict[str, Value] = {}
    waiting = ""
    for one in inner:
        key, colon, value = one.partition(": ") if isinstance(one, str) and not waiting else ("", "", "")
        if colon:
            found[key.strip("\"' ")] = value.strip("\"' ")
        elif waiting:
            found[waiting], waiting = one, ""
        elif isinstance(one, str):
            waiting = one.rstrip(":").strip("\"' ")
    return found
