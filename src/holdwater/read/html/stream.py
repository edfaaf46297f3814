"""The words of an HTML file with their places, held for the parser by signs that it carries to where the words belong.

The parser's tree knows no offsets, and it moves, joins and drops text where the markup is broken. Before it parses,
each stretch of text between two tags is therefore replaced by a sign with its number; wherever the parser puts the
sign, there the stretch stands, and its place in the file is known.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from html import unescape

from holdwater.errors import ReadError
from holdwater.patterns import waiting
from holdwater.read.html.markup import (
    MARKUP,
    RAW,
    RAW_BUT_ENTITIES,
    SPACE,
    attributes_in,
    comment_end,
    raw_end,
    tag_end,
)
from holdwater.read.source import Source

_WRITTEN = waiting(r"&(?:#[0-9]{1,9}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?|\r\n?|\x00")
_CODED = waiting(r"[&\r\x00]")
_SIGN = waiting("\ue000([0-9]{1,9})\ue001")

_QUOTED = waiting(r"[\w-]\s?=\s?(?:\"([^\"]{12,20000})\"|'([^']{12,20000})')")
_RAISED = waiting("[⁰¹²³⁴-⁹]")
_BLANKS = waiting(r"[ \t\n\f\r]*")
_XHTML = waiting(r"^\ufeff?\s*<\?xml|<html[^>]{0,500}\sxmlns\s*=", re.I)

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_NOT_NESTED = frozenset(
    "area base br col embed hr img input link meta param source track wbr"
    " p li dt dd td th tr tbody thead tfoot option optgroup rt rp html head body colgroup".split()
)

MAX_DEPTH = 10_000
"""How deep tags may be nested; the parser's time grows with the square of it (0.2 s at this depth)."""

MAX_ATTRIBUTES = 5_000
"""How many attributes one tag may have; here too the parser's time grows with the square (0.1 s for as many)."""

_LONG_TAG = 2 * MAX_ATTRIBUTES


class Stream:
    """The file's text, entities undone, and the file as the parser is to see it: a sign for each stretch of text."""

    def __init__(self, raw: str, name: str, *, xml: bool | None = None) -> None:
        """Read the file `name`; in `xml` (told from the name and the head if None) `<a/>` is a whole element.

        Raises ReadError if tags are nested too deep, or one has too many attributes.
        """
        self._scan = scan = _Scan(raw)
        _read(scan, name, is_xhtml(raw, name) if xml is None else xml)
        self._text = "".join(scan.words)
        self.signed = scan.signed()
        self._stretches: list[tuple[int, int] | None] = list(scan.stretches)
        self._attributes: defaultdict[str, deque[tuple[int, int]]] | None = None

    @property
    def source(self) -> Source:
        """The words with their places, those of attributes that were asked for after those of the text."""
        return Source("".join(self._scan.words), self._scan.starts, self._scan.places)

    @property
    def has_raised_digits(self) -> bool:
        """Whether digits such as ¹ stand in the text, which may be note marks."""
        return bool(_RAISED.search(self._text))

    def attribute(self, value: str) -> int:
        """The place in `source` at which the next attribute of this value begins; -1 if there is none."""
        if self._attributes is None:
            self._attributes = defaultdict(deque)
            for found in _QUOTED.finditer(self._scan.raw):
                start, end = found.span(1) if found[1] else found.span(2)
                self._attributes[unescape(self._scan.raw[start:end])].append((start, end))
        places = self._attributes.get(value)
        return self._scan.outside(*places.popleft()) if places else -1

    def read(self, value: str) -> Iterator[tuple[str, int]]:
        """The words of one of the parser's text nodes, each piece with the place in `source` of its first word.

        The place is -1 where it is not known. A sign speaks once: what repeats it does not repeat its words.
        """
        at = 0
        for sign in _SIGN.finditer(value):
            stretch = self._stretch(int(sign[1]))
            if stretch is None:
                continue
            before = value[at : sign.start()]
            if before.strip(SPACE):
                yield before, -1
                before = ""
            start, end = stretch
            blanks = _BLANKS.match(value, sign.end())
            at = blanks.end() if blanks else sign.end()
            yield before + self._text[start:end] + value[sign.end() : at], start
        if at < len(value):
            yield value[at:], -1

    def _stretch(self, number: int) -> tuple[int, int] | None:
        if number >= len(self._stretches):
            return None
        stretch, self._stretches[number] = self._stretches[number], None
        return stretch


class _Scan:
    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.words: list[str] = []
        self.starts: list[int] = []
        self.places: list[int] = []
        self.stretches: list[tuple[int, int]] = []
        self._length = 0
        self._kept = 0
        self._signed: list[str] = []

    def text(self, start: int, end: int, *, coded: bool = True) -> None:
        """Take a stretch of text: blanks, words and blanks, the words behind a sign."""
        words = self.raw[start:end]
        core = words.strip(SPACE)
        if not core:
            return
        first = start + len(words) - len(words.lstrip(SPACE))
        last = first + len(core)
        if coded and _CODED.search(words):
            self._decode(start, first)
            at = self._length
            self._decode(first, last)
            until = self._length
            self._decode(last, end)
        else:
            at = self._length + first - start
            until = at + len(core)
            self._put(words, start)
        self._signed.append(self.raw[self._kept : first])
        self._signed.append(f"\ue000{len(self.stretches)}\ue001")
        self.stretches.append((at, until))
        self._kept = last

    def outside(self, start: int, end: int) -> int:
        """Take words that stand in a tag, and return their place."""
        at = self._length
        self._decode(start, end)
        return at

    def close(self, end: int, tag: str) -> None:
        """Have the parser see `<a></a>` where `<a/>` ends at `end`."""
        self._signed.append(f"{self.raw[self._kept : end - 2]}></{tag}>")
        self._kept = end

    def signed(self) -> str:
        """The file with a sign for each stretch."""
        self._signed.append(self.raw[self._kept :])
        return "".join(self._signed)

    def _decode(self, start: int, end: int) -> None:
        while start < end:
            written = _WRITTEN.search(self.raw, start, end)
            stop = written.start() if written else end
            self._put(self.raw[start:stop], start)
            start = stop
            if written:
                start = written.end()
                self._put_decoded(written[0], stop)

    def _put_decoded(self, written: str, place: int) -> None:
        """What an entity stands for, each character at its `&`; of `&notin` only "¬" does, the rest is written so."""
        if written[0] != "&":
            self._put("\n" if written[0] == "\r" else "", place)
            return
        read = unescape(written)
        rest = next((at for at in range(len(written)) if read.endswith(written[at:])), len(written))
        for char in read[: len(read) - len(written) + rest]:
            self._put(char, place)
        self._put(written[rest:], place + rest)

    def _put(self, words: str, place: int) -> None:
        if words:
            self.starts.append(self._length)
            self.places.append(place)
            self.words.append(words)
            self._length += len(words)


def is_xhtml(raw: str, name: str) -> bool:
    """Whether a file is XHTML by its name, or says so at its head."""
    return name.lower().endswith((".xhtml", ".xht")) or bool(_XHTML.search(raw, 0, 2000))


def _read(scan: _Scan, name: str, xml: bool) -> None:
    raw = scan.raw
    depth = at = 0
    drawings = 0  # how many <svg> and <math> are open: in them, there is <title/> and <![CDATA[…]]>
    while at < len(raw):
        found = MARKUP.search(raw, at)
        start = found.start() if found else len(raw)
        scan.text(at, start)
        if not found:
            break
        if not found[2]:
            at = comment_end(raw, start, drawings > 0)
            continue
        at = tag_end(raw, found.end())
        if at - start > _LONG_TAG and attributes_in(raw[start:at]) > MAX_ATTRIBUTES:
            raise ReadError(f"a tag with more than {MAX_ATTRIBUTES} attributes", where=name, mend="mend the HTML")
        tag = found[2].lower()
        if xml and raw[at - 2] == "/" and tag not in _VOID:
            scan.close(at, found[2])
            continue
        if tag in _NOT_NESTED:
            continue
        empty = drawings > 0 and raw[at - 2] == "/"
        if tag in ("svg", "math"):
            drawings = max(0, drawings + (-1 if found[1] else raw[at - 2] != "/"))
        if not found[1] and (tag in RAW or tag in RAW_BUT_ENTITIES) and not empty:
            at = _raw_text(scan, tag, at)
            continue
        depth = max(0, depth + (-1 if found[1] else 1))
        if depth > MAX_DEPTH:
            raise ReadError(f"tags nested more than {MAX_DEPTH} deep", where=name, mend="mend the HTML")


def _raw_text(scan: _Scan, tag: str, at: int) -> int:
    stop = raw_end(scan.raw, tag, at)
    if tag in RAW_BUT_ENTITIES or tag in ("xmp", "plaintext"):
        scan.text(at, stop, coded=tag in RAW_BUT_ENTITIES)
    return stop
