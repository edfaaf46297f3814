"""Pandoc's citation syntax: `[see @doe, p. 4; @roe]`, `@doe [p. 4]`, `@doe`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from holdwater.patterns import waiting

KEY = waiting(r"@(?:\{([^{}\s]{1,200})\}|(\w+(?:[:.#$%&+?<>~/-]\w+)*))")
"""A citation key: letters, digits and `_`, with single punctuation characters between them (pandoc's manual)."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A key in the content, from its `@` at `start` up to `end`."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CitedPart:
    """What one key's citation covers, with the locator's words; `bare` if it stood in no brackets."""

    key: str
    locator: str
    start: int
    end: int
    bare: bool = False


def cited_at(text: str, at: int) -> Cited | None:
    """The citation key whose `@` stands at `at`; None in an address such as `doe@example.org`."""
    if at and (text[at - 1].isalnum() or text[at - 1] in "_./@"):
        return None
    found = KEY.match(text, at)
    if not found:
        return None
    return Cited(found[1] or found[2], at, found.end())


def bracketed(text: str, start: int, end: int, keys: Sequence[Cited]) -> list[CitedPart]:
    """The citations between brackets at `start` and `end` (both outside the words), one for each of its keys."""
    parts: list[CitedPart] = []
    for index, one in enumerate(keys):
        left = text.rfind(";", keys[index - 1].end if index else start, one.start) + 1 or start
        limit = keys[index + 1].start if index + 1 < len(keys) else end
        right = text.find(";", one.end, limit)
        right = limit if right < 0 else right
        left, right = _trimmed(text, left, right)
        parts.append(CitedPart(one.key, locator(text[one.end : right]), min(left, one.start), max(right, one.end)))
    return parts


def locator(words: str) -> str:
    """The words after a key, without the comma or the markup around them."""
    return " ".join(words.replace("*", "").replace("\\", "").split()).lstrip(",; ").strip("{}")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
