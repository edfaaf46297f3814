"""Pandoc's tree as JSON: what may be anything is looked at with care."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Node = Mapping[str, Any]
"""A block or an inline: `t` is its kind, `c` what it holds."""

_SIGNS = {"DoubleQuote": "“”", "SingleQuote": "‘’"}


def kind(node: object) -> str:
    """What a node is, by pandoc's own name; "" where it is none."""
    found = node.get("t") if isinstance(node, Mapping) else None
    return found if isinstance(found, str) else ""


def as_list(value: object) -> list[Any]:
    """A list as it is; of anything else, an empty one."""
    return value if isinstance(value, list) else []


def part(value: object, index: int) -> Any:
    """One of the values in a list; None where it has none there."""
    parts = as_list(value)
    return parts[index] if -len(parts) <= index < len(parts) else None


def nodes(value: object) -> list[Node]:
    """The nodes in a list."""
    return [one for one in as_list(value) if isinstance(one, dict)]


def as_text(value: Sequence[object]) -> str:
    """The first of some values, if it is a text."""
    return value[0] if value and isinstance(value[0], str) else ""


def attributes(value: object) -> tuple[str, Sequence[str], Sequence[object]]:
    """A node's id, classes, and other attributes."""
    parts = as_list(value)
    if len(parts) != 3:
        return "", (), ()
    return as_text(parts[:1]), [one for one in as_list(parts[1]) if isinstance(one, str)], as_list(parts[2])


def target(value: object) -> str:
    """Where a link leads."""
    return as_text(as_list(part(value, -1)))


def plain(inlines: Sequence[Node]) -> str:
    """The words of inlines, without notes, white space collapsed."""
    words: list[str] = []
    waiting: list[object] = list(reversed(inlines))
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            words.append(one)
            continue
        name = kind(one)
        content = one.get("c") if isinstance(one, Mapping) else None
        if name in ("Space", "SoftBreak", "LineBreak"):
            words.append(" ")
        elif name == "Str":
            words.append(as_text([content]))
        elif name in ("Code", "Math"):
            words.append(as_text(as_list(content)[-1:]))
        elif name == "Quoted":
            signs = _SIGNS.get(kind(part(content, 0)), "“”")
            waiting.extend([signs[1], *reversed(nodes(part(content, 1))), signs[0]])
        elif name in ("Link", "Span", "Cite", "Image"):
            waiting.extend(reversed(nodes(part(content, 1))))
        elif name not in ("Note", "RawInline"):
            waiting.extend(reversed(nodes(content)))
    return " ".join("".join(words).split())
