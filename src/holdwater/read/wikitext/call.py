"""A template's call: its name, and what it is given by place and by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from holdwater.patterns import waiting
from holdwater.read.wikitext.pieces import Piece, PieceKind
from holdwater.read.wikitext.writing import Writing

Stretch = tuple[int, int]
"""Where something stands in the file: from, to."""

_EQUALS = waiting(r"=|\[\[|\{\{|<!--|<[A-Za-z]")
_COMMENT = waiting(r"<!--(?:[^-]|-(?!->)){0,4000}-->")
_MAX_PARTS = 2000


@dataclass(frozen=True)
class Call:
    """One use of a template; the stretches have no white space at their ends."""

    name: str
    piece: Piece
    by_place: Sequence[Stretch]
    by_name: Mapping[str, Stretch]

    def get(self, *names: str) -> Stretch | None:
        """The first of these that is given and not empty; a number is a place, from 1."""
        for name in names:
            found = self.by_name.get(name)
            if found is None and name.isdecimal() and int(name) <= len(self.by_place):
                found = self.by_place[int(name) - 1]
            if found is not None and found[0] < found[1]:
                return found
        return None


def called(writer: Writing, piece: Piece) -> Call:
    """The call that stands in double braces."""
    raw = writer.raw
    name = _COMMENT.sub("", raw[piece.parts[0][0] : min(piece.parts[0][1], piece.parts[0][0] + 8000)])
    name = " ".join(name.replace("_", " ").split())
    for prefix in ("template:", "vorlage:", "modèle:", "plantilla:", "subst:", "safesubst:"):
        if name.lower().startswith(prefix):
            name = name[len(prefix) :].strip()
    by_place: list[Stretch] = []
    by_name: dict[str, Stretch] = {}
    for start, end in piece.parts[1 : _MAX_PARTS + 1]:
        equals = _equals(writer, start, end)
        if equals < 0:
            by_place.append(trimmed(raw, start, end))
        else:
            key = raw[start : min(equals, start + 400)].strip().lower()
            if "<!--" in key or "  " in key or "\n" in key:
                key = " ".join(_COMMENT.sub("", key).split())
            by_name[key] = trimmed(raw, equals + 1, end)
    return Call(name, piece, by_place, by_name)


def _equals(writer: Writing, start: int, end: int) -> int:
    """Where the sign stands that ends an argument's name; -1 where it has none."""
    at = start
    while (token := _EQUALS.search(writer.raw, at, end)) is not None:
        if token[0] == "=":
            return token.start()
        piece = writer.pieces.get(token.start())
        if piece is None and token[0][0] == "<" and token[0] != "<!--":
            return -1
        if piece is not None and piece.kind is not PieceKind.COMMENT:
            return -1
        at = writer.past(token)
    return -1


def trimmed(raw: str, start: int, end: int) -> Stretch:
    """A stretch without the white space at its ends."""
    words = raw[start:end].rstrip()
    end = start + len(words)
    return (end - len(words.lstrip()), end) if words else (start, start)
