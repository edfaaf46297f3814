"""Which brackets of a wikitext belong together: templates, links, tags, comments, tables; in one pass, by offset.

The rules are those of MediaWiki's own preprocessor: a tag such as <ref> reaches to the first tag that closes it,
whatever stands between; of brackets, a closing one ends what was opened last. What is never closed is text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from holdwater.patterns import waiting


class PieceKind(Enum):
    """What a stretch of wikitext is."""

    TEMPLATE = auto()
    PARAMETER = auto()
    LINK = auto()
    TAG = auto()
    COMMENT = auto()
    TABLE = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of wikitext that is one thing: from `start` to `end`, what it holds from `inner` to `inner_end`.

    `parts` are the stretches between the bars of a template or link; `name` is a tag's, in lower case.
    """

    kind: PieceKind
    start: int
    end: int
    inner: int
    inner_end: int
    parts: tuple[tuple[int, int], ...] = ()
    name: str = ""


READ_INSIDE = frozenset("ref references poem gallery".split())
"""Tags that hold wikitext again, with brackets of its own."""

OPAQUE = READ_INSIDE | frozenset(
    "nowiki pre math chem ce syntaxhighlight source score timeline templatedata imagemap hiero graph mapframe maplink"
    " inputbox indicator charinsert categorytree includeonly templatestyles section".split()
)
"""Tags that reach to the first tag that closes them; what stands between is theirs alone."""

_TOKEN = waiting(
    r"<!--|<(?P<tag>[A-Za-z][A-Za-z0-9]{0,20})(?=[\s/>])|\{\{+|\}\}+|\[\[|\]\]"
    r"|^[ \t:]{0,40}\{\|(?!\})|^[ \t]{0,40}\|\}(?!\})|\|",
    re.M,
)
_TAG_END = waiting(r"[^<>]{0,4000}>")
_CLOSING = waiting(r"</([A-Za-z][A-Za-z0-9]{0,20})\s{0,40}>")


@dataclass(slots=True)
class _Open:
    """A bracket that waits for its end: how many braces it has left, and the bars seen in it."""

    kind: PieceKind
    start: int
    after: int
    count: int = 2
    bars: list[int] = field(default_factory=list)


def find_pieces(raw: str) -> Mapping[int, Piece]:
    """The pieces of a wikitext by the offset at which each begins."""
    return _Finding(raw).run()


class _Finding:
    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._pieces: dict[int, Piece] = {}
        self._closing: dict[str, list[tuple[int, int]]] = {}
        for close in _CLOSING.finditer(raw):
            self._closing.setdefault(close[1].lower(), []).append(close.span())
        self._inside: list[tuple[int, int]] = []
        self._open: list[_Open] = []
        self._tables: list[tuple[int, int, int]] = []  # where it stands, where its first line goes on, how deep it is

    def run(self) -> Mapping[int, Piece]:
        self._inside.append((0, len(self._raw)))
        while self._inside:
            start, end = self._inside.pop()
            self._scan(start, end)
        return self._pieces

    def _scan(self, start: int, end: int) -> None:
        self._open, self._tables = [], []
        at = start
        while (token := _TOKEN.search(self._raw, at, end)) is not None:
            at = self._token(token, end)
        if self._tables:
            first = self._tables[0]
            self._pieces[first[0]] = Piece(PieceKind.TABLE, first[0], end, first[1], end)

    def _token(self, token: re.Match[str], end: int) -> int:
        """Take one bracket in, and say where to go on."""
        words, start = token[0], token.start()
        if words == "<!--":
            return self._comment(start, end)
        if token["tag"]:
            return self._tag(token["tag"].lower(), start, token.end(), end)
        if words == "|":
            if self._open:
                self._open[-1].bars.append(start)
        elif words[0] == "{" and words[-1] == "{":
            self._open.append(_Open(PieceKind.TEMPLATE, start, token.end(), len(words)))
        elif words[0] == "}":
            return self._close_braces(start, token.end())
        elif words == "[[":
            self._open.append(_Open(PieceKind.LINK, start, token.end()))
        elif words == "]]":
            self._close_link(start, token.end())
        elif words.endswith("{|"):
            self._tables.append((start, token.end(), len(self._open)))
        else:
            self._close_table(start, token.end())
        return token.end()

    def _comment(self, start: int, end: int) -> int:
        close = self._raw.find("-->", start + 4, end)
        inner_end, after = (close, close + 3) if close >= 0 else (end, end)
        self._pieces[start] = Piece(PieceKind.COMMENT, start, after, min(start + 4, end), inner_end)
        return after

    def _tag(self, name: str, start: int, after: int, end: int) -> int:
        if name not in OPAQUE:
            return after
        head = _TAG_END.match(self._raw, after, end)
        if head is None:
            return after
        if self._raw[head.end() - 2] == "/":
            self._pieces[start] = Piece(PieceKind.TAG, start, head.end(), head.end(), head.end(), name=name)
            return head.end()
        closing = self._closing.get(name, [])
        index = bisect_left(closing, (head.end(), 0))
        if index >= len(closing) or closing[index][1] > end:
            return head.end()
        inner_end, last = closing[index]
        self._pieces[start] = Piece(PieceKind.TAG, start, last, head.end(), inner_end, name=name)
        if name in READ_INSIDE:
            self._inside.append((head.end(), inner_end))
        return last

    def _close_braces(self, start: int, after: int) -> int:
        """Closing braces end the templates opened last; a link that is still open in them is none."""
        depth = len(self._open) - 1
        while depth >= 0 and self._open[depth].kind is PieceKind.LINK:
            depth -= 1
        if depth < 0:
            return after
        del self._open[depth + 1 :]
        one = self._open[-1]
        size = 3 if min(one.count, after - start) >= 3 else 2
        kind = PieceKind.PARAMETER if size == 3 else PieceKind.TEMPLATE
        begin = one.after - size
        self._pieces[begin] = Piece(kind, begin, start + size, one.after, start, self._parts(one, start))
        one.count -= size
        one.after, one.bars = begin, []
        if one.count < 2:
            self._open.pop()
            self._drop_tables()
        return start + size

    def _close_link(self, start: int, after: int) -> None:
        if self._open and self._open[-1].kind is PieceKind.LINK:
            one = self._open.pop()
            self._pieces[one.start] = Piece(PieceKind.LINK, one.start, after, one.after, start, self._parts(one, start))

    @staticmethod
    def _parts(one: _Open, end: int) -> tuple[tuple[int, int], ...]:
        starts = [one.after, *(bar + 1 for bar in one.bars)]
        return tuple(zip(starts, [*one.bars, end], strict=True))

    def _drop_tables(self) -> None:
        while self._tables and self._tables[-1][2] > len(self._open):
            self._tables.pop()

    def _close_table(self, start: int, after: int) -> None:
        self._drop_tables()
        if self._tables and self._tables[-1][2] == len(self._open):
            begin, inner, _ = self._tables.pop()
            self._pieces[begin] = Piece(PieceKind.TABLE, begin, after, inner, start)
