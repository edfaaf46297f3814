"""The signs in Markdown's running text that are no brackets: escapes, code, emphasis, HTML, mathematics, raised words.

Each function is given the scanner and the place of its sign, and returns where to go on; None where the sign is text.
"""

from __future__ import annotations

from bisect import bisect_left
from html import unescape

from holdwater.document import MarkKind
from holdwater.patterns import waiting
from holdwater.read.markdown.brackets import caret as note_caret
from holdwater.read.markdown.brackets import inner_note
from holdwater.read.markdown.emphasis import delimiter_run
from holdwater.read.markdown.html import BEFORE_NOTE
from holdwater.read.markdown.links import ATTRIBUTES, AUTOLINK, BARE_LINK, ENTITY, TAG, bare_link_end
from holdwater.read.markdown.scanner import Piece, Scanner
from holdwater.read.plain.glue import raised_weight

_BACKTICKS = waiting(r"`+")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_RAISED = waiting(r"\^([^\s^\[\]]{1,40})\^")
_LOWERED = waiting(r"~([^\s~]{1,40})~(?!~)")
_LIT = waiting(r"==(?=[^\s=])([^=\n]{1,300}[^\s=]|[^\s=])==(?![\w=])")
_MATHS = waiting(r"\$(?=[^\s$])([^$\n]{0,300}[^\s$\\])\$(?!\d)")
_FORMULA = waiting(r"[\\^_=<>{}|+]|\A[A-Za-z]'?\Z")
_RAISED_DIGITS = waiting("[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_TEMPLATES = {"{%": "%}", "{{": "}}"}
_LONGEST_TEMPLATE = 400


def escape(scan: Scanner, at: int) -> int | None:
    """A backslash before punctuation, or at a line's end."""
    after = scan.text[at + 1 : at + 2]
    if after == "\n":
        return _break(scan, at + 1, "\n")
    if after in _PUNCTUATION and after:
        scan.keep(at + 1, at + 2)
        scan.escaped = at + 1
        return at + 2
    return None


def newline(scan: Scanner, at: int) -> int:
    """A line's end: a blank, or a new line after two blanks."""
    begin = at
    last = scan.pieces[-1] if scan.pieces else None
    if last is not None and last.text is None and last.run is None and last.end == at:
        kept = scan.text[last.start : at].rstrip(" ")
        begin = last.end = last.start + len(kept)
    after = _break(scan, at, "\n" if at - begin >= 2 or scan.context.lines else " ")
    if scan.context.lines and scan.text.startswith("|", after):
        return after + (2 if scan.text.startswith(" ", after + 1) else 1)
    return after


def _break(scan: Scanner, at: int, text: str) -> int:
    after = at + 1
    while after < scan.end and scan.text[after] in " \t":
        after += 1
    scan.pieces.append(Piece(at, after, text))
    return after


def code(scan: Scanner, at: int) -> int | None:
    """Backticks, and as many of them where the code ends."""
    ticks = _BACKTICKS.match(scan.text, at)
    size = ticks.end() - at if ticks else 1
    places = _tick_runs(scan).get(size, [])
    index = bisect_left(places, at + size)
    if index == len(places):
        scan.keep(at, at + size)
        return at + size
    start, end = at + size, places[index]
    inner = scan.text[start:end]
    if inner[0] in " \n" and inner[-1] in " \n" and inner.strip(" \n"):
        start, end = start + 1, end - 1
    scan.mark(MarkKind.CODE, start, end)
    scan.pieces.append(Piece(start, end, alone=True))
    after = places[index] + size
    attributes = ATTRIBUTES.match(scan.text, after) if scan.text.startswith("{", after) else None
    return attributes.end() if attributes else after


def _tick_runs(scan: Scanner) -> dict[int, list[int]]:
    if scan.ticks is None:
        scan.ticks = {}
        for run in _BACKTICKS.finditer(scan.text):
            scan.ticks.setdefault(run.end() - run.start(), []).append(run.start())
    return scan.ticks


def delimiter(scan: Scanner, at: int) -> int:
    """A run of `*`, `_` or `~`."""
    char = scan.text[at]
    end = at + 1
    while end < scan.end and scan.text[end] == char:
        end += 1
    run = delimiter_run(scan.text, at, end)
    scan.runs.append(run)
    scan.pieces.append(Piece(at, end, run=run))
    return end


def tilde(scan: Scanner, at: int) -> int | None:
    """`~~struck~~` and `H~2~O`."""
    end = at + 1
    while end < scan.end and scan.text[end] == "~":
        end += 1
    if end - at == 2:
        return delimiter(scan, at)
    found = _LOWERED.match(scan.text, at) if end - at == 1 else None
    if found:
        scan.keep(*found.span(1))
        return found.end()
    scan.keep(at, end)
    return end


def caret(scan: Scanner, at: int) -> int | None:
    """`^[a note]`, and `2^10^`; what is raised after a sentence and is a number is a note mark."""
    note = note_caret(scan, at)
    found = None if note is not None else _RAISED.match(scan.text, at)
    if not found:
        return note
    before = scan.text[at - 1 : at] if at > scan.start else ""
    if found[1].isdecimal() and len(found[1]) < 4 and before in BEFORE_NOTE:
        scan.note(at, found[1])
    else:
        scan.keep(*found.span(1))
    return found.end()


def raised_digits(scan: Scanner, at: int) -> int | None:
    """`¹` after a word or a sentence, in a file whose notes are numbered."""
    found = _RAISED_DIGITS.match(scan.text, at)
    if not found or not scan.context.raised or at == scan.start:
        return None
    words = scan.text[max(scan.start, at - 40) : at].rsplit(None, 1)
    if not words or scan.text[at - 1].isspace() or not raised_weight(words[-1].rstrip("*_~")):
        return None
    scan.note(at, found[0].translate(_DIGITS))
    return found.end()


def glued_digits(scan: Scanner, at: int) -> int | None:
    """Digits that are a note mark by their running order in the file."""
    end = scan.context.glued.get(at) if scan.context.glued else None
    if end is None:
        return None
    scan.note(at, scan.text[at:end])
    return end


def highlight(scan: Scanner, at: int) -> int | None:
    """`==marked==`."""
    found = _LIT.match(scan.text, at) if at == scan.start or not scan.text[at - 1].isalnum() else None
    if not found:
        end = at + 1
        while end < scan.end and scan.text[end] == "=":
            end += 1
        scan.keep(at, end)
        return end
    scan.keep(*found.span(1))
    return found.end()


def mathematics(scan: Scanner, at: int) -> int | None:
    """`$x_1 + y$` and `$$…$$`; sums of money are none."""
    if scan.text.startswith("$$", at):
        end = scan.close_of("$$", at + 2)
        if end < 0:
            return None
        return _formula(scan, at + 2, end, end + 2)
    found = _MATHS.match(scan.text, at)
    if not found or not _FORMULA.search(found[1]):
        return None
    return _formula(scan, found.start(1), found.end(1), found.end())


def _formula(scan: Scanner, start: int, end: int, after: int) -> int:
    scan.mark(MarkKind.CODE, start, end)
    if start < end:
        scan.pieces.append(Piece(start, end, alone=True))
    return after


def template(scan: Scanner, at: int) -> int | None:
    """`{% … %}` and `{{ … }}`, which a site's generator puts other words for."""
    closing = _TEMPLATES.get(scan.text[at : at + 2])
    end = scan.close_of(closing, at + 2) if closing else -1
    return end + 2 if 0 <= end - at <= _LONGEST_TEMPLATE else None


def entity(scan: Scanner, at: int) -> int | None:
    """`&amp;`."""
    found = ENTITY.match(scan.text, at)
    if not found or unescape(found[0]) == found[0]:
        return None
    scan.pieces.append(Piece(at, found.end(), unescape(found[0])))
    return found.end()


def address(scan: Scanner, at: int) -> int | None:
    """An address in running text."""
    found = BARE_LINK.match(scan.text, at)
    if not found or (at and scan.text[at - 1].isalnum()):
        return None
    end = bare_link_end(scan.text, at, found.end())
    scan.keep(at, end)
    scan.mark(MarkKind.LINK, at, end, target=scan.text[at:end])
    return end


def markup(scan: Scanner, at: int) -> int | None:
    """`<`: an address, a comment, or a tag of HTML."""
    after = scan.text[at + 1 : at + 2]
    if not (after.isalnum() or after in "!?/" or after in ".#$%&'*+=^_`{|}~-"):
        return None
    link = AUTOLINK.match(scan.text, at)
    if link:
        scan.keep(at + 1, link.end() - 1)
        scan.mark(MarkKind.LINK, at + 1, link.end() - 1, target=link[1])
        return link.end()
    comment = scan.tags.comment(at)
    if comment is not None:
        if comment[0]:
            scan.mark(MarkKind.COMMENT, at, at, comment[0])
        return comment[1]
    tag = TAG.match(scan.text, at)
    return close_tag(scan, at, tag.end(), tag[1].lower()) if tag else None


def close_tag(scan: Scanner, at: int, end: int, name: str) -> int:
    """Go past a tag; one that closes another may have become a mark or a note."""
    if name == "br":
        scan.pieces.append(Piece(at, end, "\n"))
        return end
    opened = scan.tags.tag(at, end, name, len(scan.pieces))
    if opened is None:
        return end
    note = scan.tags.note_mark(opened, at, numbered=scan.context.raised) if name == "sup" else None
    if note is not None:
        scan.cut(opened.start, opened.pieces)
        scan.note(opened.start, note)
    elif name == "ref":
        scan.cut(opened.start, opened.pieces)
        inner_note(scan, opened.start, opened.end, at)
    elif opened.kind is not None:
        scan.mark(opened.kind, opened.end, at)
    return end
