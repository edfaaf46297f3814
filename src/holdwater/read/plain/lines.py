"""The lines of a plain text, each with its place in the file, its indent and its e-mail quotation depth."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from holdwater.patterns import waiting

_LINE_END = waiting(r"\r\n|\n|\r")
_QUOTE_MARKERS = waiting(r"(?:>[ \t]?)+")
_TAB_WIDTH = 8
_LEAST_DOUBLED = 8  # lines
_BYTE_ORDER_MARK = "\ufeff"


class Line(NamedTuple):
    """One line of the file, as `raw[left:start] + text` and white space to its end.

    `left` is where it begins (after e-mail quotation markers), `start` and `end` bound its words, `indent` is the
    number of columns before them and `depth` the number of e-mail quotation markers. A blank line's text is "".
    """

    text: str
    left: int
    start: int
    end: int
    indent: int
    depth: int


def split_lines(raw: str) -> list[Line]:
    """The lines of `raw`, with one blank line for several on end; a line ends at LF, CRLF or a lone CR."""
    first = len(_BYTE_ORDER_MARK) if raw.startswith(_BYTE_ORDER_MARK) else 0
    quoted = _is_mail(raw)
    lines: list[Line] = []
    blank = False
    for content, left in _pieces(raw, first):
        if content:
            lines.append(_line(content, left, quoted))
        elif not blank:
            lines.append(Line("", left, left, left, 0, 0))
        blank = not content
    return lines


def _pieces(raw: str, first: int) -> Iterator[tuple[str, int]]:
    if "\r" not in raw:
        left = first
        for content in raw[first:].split("\n"):
            yield content, left
            left += len(content) + 1
        return
    left = first
    for end in _LINE_END.finditer(raw, first):
        yield raw[left : end.start()], left
        left = end.end()
    yield raw[left:], left


def _line(content: str, left: int, quoted: bool) -> Line:
    depth = 0
    if quoted and content.startswith(">"):
        markers = _QUOTE_MARKERS.match(content)
        if markers is not None:
            depth = markers[0].count(">")
            left += markers.end()
            content = content[markers.end() :]
    words = content.lstrip()
    lead = len(content) - len(words)
    words = words.rstrip()
    start = left + lead
    indent = lead if "\t" not in content[:lead] else len(content[:lead].expandtabs(_TAB_WIDTH))
    return Line(words, left, start, start + len(words), indent, depth)


def _is_mail(raw: str) -> bool:
    """Whether lines that begin with ">" quote a message: they do not where ">>>" is a prompt or ">" is drawn."""
    return (raw.startswith(">") or "\n>" in raw or "\r>" in raw) and "\n>>> " not in raw


def runs(lines: list[Line]) -> Iterator[list[Line]]:
    """The stretches of lines without a blank line or a change of quotation depth between them."""
    current: list[Line] = []
    for line in lines:
        if not line.text:
            if current:
                yield current
                current = []
            continue
        if current and current[-1].depth != line.depth:
            yield current
            current = []
        current.append(line)
    if current:
        yield current


def is_parted(raw: str, before: Line, line: Line) -> bool:
    """Whether a blank line stands between two lines of the file."""
    return max(raw.count("\n", before.end, line.left), raw.count("\r", before.end, line.left)) > 1


def undouble(lines: list[Line]) -> list[Line]:
    """The lines of a double-spaced text without the blank ones between lines that run on; other texts' as they are."""
    written = [line for line in lines if line.text]
    if len(written) < _LEAST_DOUBLED or len(lines) < 1.9 * len(written):
        return lines
    pairs = [(before, after) for before, after in pairwise(written) if before.depth == after.depth]
    on = sum(_goes_on(before, after) for before, after in pairs)
    if 2 * on < len(pairs):
        return lines
    width = max(line.indent + len(line.text) for line in written)
    kept: list[Line] = []
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        before = kept[-1] if kept else None
        blank = not line.text and before is not None and following is not None and before.text and following.text
        if blank and before is not None and following is not None:
            full = before.indent + len(before.text) + len(following.text.split(None, 1)[0]) + 4 > width
            if (_goes_on(before, following) or full) and following.indent <= before.indent:
                continue
        kept.append(line)
    return kept


def _goes_on(before: Line, after: Line) -> bool:
    """Whether a sentence plainly runs from one line to the next."""
    return after.text[0].islower() or before.text[-1] in ",;-–" or before.text[-1].islower()
