"""The words of an HTML file in the order they are written, for finding where the tree's text nodes stood.

The parser's tree knows no offsets. The markup is therefore scanned once more for the text between its tags; that text
and the tree's text nodes come in the same order but for what the parser moves (text put wrongly into a table) or drops.
"""

from __future__ import annotations

import re
from html import unescape

from holdwater.errors import ReadError
from holdwater.read.source import Source

SPACE = " \t\n\f\r"

_MARKUP = re.compile(r"<(?:!--|/?[A-Za-z]|[!?/])")
_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")
_TAG_END = re.compile(r"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+>")
_COMMENT_END = re.compile(r"--!?>")
_WRITTEN = re.compile(r"&(?:#[0-9]{1,9}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?|\r\n?")
_BLANKS = re.compile(r"[ \t\n\f\r]*")

_UNPARSED = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
_ONLY_TEXT = frozenset({"title", "textarea"})
_NOT_NESTED = frozenset(
    "area base br col embed hr img input link meta param source track wbr"
    " p li dt dd td th tr tbody thead tfoot option optgroup rt rp html head body colgroup".split()
)

MAX_DEPTH = 10_000
"""How deep tags may be nested; the parser's time grows with the square of it (0.2 s at this depth)."""

MAX_ATTRIBUTES = 5_000
"""How many attributes one tag may have; here too the parser's time grows with the square (0.1 s for as many)."""

_LONG_TAG = 2 * MAX_ATTRIBUTES
_ATTRIBUTE = re.compile(r"[^\s/>=\"']++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]++))?")
_WINDOW = 1 << 14
_MAX_GAPS = 16
_SHORTEST = 4


class Stream:
    """The file's text, entities undone, and a cursor in it that follows the tree."""

    def __init__(self, raw: str, name: str) -> None:
        """Raises ReadError if tags are nested too deep."""
        self.source = _scan(raw, name)
        self._cursor = 0
        self._gaps: list[int] = []

    def place(self, text: str) -> int:
        """The offset in the stream at which the next text node, `text`, begins (its first word); -1 if not found.

        Tried in turn: right here, where something was passed over, and a little further on. What is found further on
        moves the cursor and leaves a gap, so that text that the parser has moved up is still found later.
        """
        core = text.strip(SPACE)
        if not core:
            return -1
        stream = self.source.text
        at = self._past_blanks(self._cursor)
        if stream.startswith(core, at):
            self._cursor = at + len(core)
            return at
        for index, gap in enumerate(self._gaps):
            at = self._past_blanks(gap)
            if stream.startswith(core, at):
                self._gaps[index] = at + len(core)
                return at
        return self._further_on(core)

    def _further_on(self, core: str) -> int:
        if len(core) < _SHORTEST:
            return -1
        at = self.source.text.find(core, self._cursor, self._cursor + _WINDOW + len(core))
        if at >= 0:
            self._gaps = [*self._gaps[1 - _MAX_GAPS :], self._cursor]
            self._cursor = at + len(core)
        return at

    def _past_blanks(self, at: int) -> int:
        found = _BLANKS.match(self.source.text, at)
        return found.end() if found else at


class _Scan:
    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.words: list[str] = []
        self.starts: list[int] = []
        self.places: list[int] = []
        self.length = 0

    def text(self, start: int, end: int) -> None:
        while start < end:
            written = _WRITTEN.search(self.raw, start, end)
            stop = written.start() if written else end
            self._put(self.raw[start:stop], start)
            if written:
                read = "\n" if written[0][0] == "\r" else unescape(written[0])
                self._put(read, stop)
                stop = written.end()
            start = stop

    def _put(self, words: str, place: int) -> None:
        if words:
            self.starts.append(self.length)
            self.places.append(place)
            self.words.append(words)
            self.length += len(words)


def _scan(raw: str, name: str) -> Source:
    scan = _Scan(raw)
    depth = 0
    at = 0
    while at < len(raw):
        found = _MARKUP.search(raw, at)
        start = found.start() if found else len(raw)
        scan.text(at, start)
        if not found:
            break
        at, tag = _past_markup(raw, start)
        if at - start > _LONG_TAG and tag:
            _refuse_many_attributes(raw[start:at], name)
        closes = raw.startswith("</", start)
        if not closes and (tag in _UNPARSED or tag in _ONLY_TEXT):
            stop = _closing(raw, tag, at)
            if tag in _ONLY_TEXT:
                scan.text(at, stop)
            at = stop
        elif tag and tag not in _NOT_NESTED:
            depth = max(0, depth + (-1 if closes else 1))
            if depth > MAX_DEPTH:
                raise ReadError(f"tags nested more than {MAX_DEPTH} deep", where=name, mend="mend the HTML")
    return Source("".join(scan.words), scan.starts, scan.places)


def _past_markup(raw: str, start: int) -> tuple[int, str]:
    """The offset after the tag or comment at `start`, and the tag's name ("" for anything but a tag)."""
    if raw.startswith("<!--", start):
        if raw.startswith((">", "->"), start + 4):
            return raw.index(">", start) + 1, ""
        close = _COMMENT_END.search(raw, start + 4)
        return (close.end() if close else len(raw)), ""
    name = _NAME.match(raw, start)
    if not name:
        end = raw.find(">", start)
        return (len(raw) if end < 0 else end + 1), ""
    close = _TAG_END.match(raw, name.end())
    end = close.end() if close else len(raw)
    tag = name[1].lower()
    return end, tag


def _refuse_many_attributes(tag: str, name: str) -> None:
    if sum(1 for _ in _ATTRIBUTE.finditer(tag)) > MAX_ATTRIBUTES:
        raise ReadError(f"a tag with more than {MAX_ATTRIBUTES} attributes", where=name, mend="mend the HTML")


def _closing(raw: str, tag: str, at: int) -> int:
    close = re.compile(rf"</{tag}(?=[\s/>])", re.I).search(raw, at)
    return close.start() if close else len(raw)
