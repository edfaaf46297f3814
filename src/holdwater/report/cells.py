"""How wide text stands in a terminal, and how to wrap it there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from holdwater.report.visible import visible

TAB = "    "
Styled = tuple[str, str]
"""A stretch of text and the name of its style."""


@lru_cache(maxsize=4096)
def shown(character: str) -> str:
    """What stands in the terminal for one character of a file."""
    return TAB if character == "\t" else visible(character).replace("\n", " ")


@lru_cache(maxsize=4096)
def character_width(character: str) -> int:
    """How many cells a character takes: 2 for wide East Asian ones, 0 for combining ones (Unicode Annex 11)."""
    if character < "\u0300":
        return 1
    if unicodedata.category(character) in {"Mn", "Me", "Cf"} or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width(text: str) -> int:
    """How many cells `text` takes, without tabs and control characters."""
    return len(text) if text.isascii() else sum(map(character_width, text))


def wrap(pieces: Iterable[Styled], room: int) -> list[list[Styled]]:
    """Break styled text into lines of at most `room` cells, at blanks where there are any."""
    lines: list[list[Styled]] = [[]]
    used = 0
    for word in _words(pieces):
        size = sum(width(text) for text, _ in word)
        if used and used + 1 + size > room:
            lines.append([])
            used = 0
        if used:
            lines[-1].append((" ", word[0][1] if lines[-1][-1][1] == word[0][1] else ""))
            used += 1
        for piece in _broken(word, room) if size > room else [word]:
            if used + sum(width(text) for text, _ in piece) > room and used:
                lines.append([])
                used = 0
            lines[-1].extend(piece)
            used += sum(width(text) for text, _ in piece)
    return [line for line in lines if line]


def wrap_text(text: str, room: int) -> list[str]:
    """Break plain text into lines of at most `room` cells."""
    return ["".join(part for part, _ in line) for line in wrap([(text, "")], room)]


def _words(pieces: Iterable[Styled]) -> Iterable[list[Styled]]:
    """The words of styled text; a word may change its style on the way."""
    word: list[Styled] = []
    for text, style in pieces:
        for index, part in enumerate(_split(text)):
            if index and word:
                yield word
                word = []
            if part:
                word.append((part, style))
    if word:
        yield word


def _split(text: str) -> list[str]:
    """`text` at its white space, with "" at an end where it begins or ends with some."""
    parts = text.split()
    if not parts:
        return ["", ""] if text else [""]
    return ([""] if text[0].isspace() else []) + parts + ([""] if text[-1].isspace() else [])


def _broken(word: list[Styled], room: int) -> Iterable[list[Styled]]:
    """A word too long for a line, in stretches that fit."""
    piece: list[Styled] = []
    used = 0
    for text, style in word:
        start = 0
        for index, character in enumerate(text):
            size = character_width(character)
            if used + size > room:
                yield [*piece, (text[start:index], style)]
                piece, start, used = [], index, 0
            used += size
        piece.append((text[start:], style))
    yield piece
