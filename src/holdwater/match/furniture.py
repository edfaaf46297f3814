"""The running heads and feet of a text set in pages: lines that come again where one page ends or the next begins.

They stand in the midst of sentences that go on over the page. Who quotes these copies them or not, and either is right
(`paged`). A page ends at a form feed, as in RFCs and in what is taken out of PDF files.

    … and the pool must
    Wray                    Rules for Sluices                  [Page 12]
    \\f
    RFC 4711                Rules for Sluices                   May 1871
    be drained …                                              and the pool must be drained
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from holdwater.document import Span

AGAIN = 4
"""Pages of a row that have a line at their edge in the same words before it is a head: a table's title comes twice."""
NEXT = 2
"""How far the next of these pages is at most: left and right pages may have heads of their own."""
LONGEST = 120
"""Characters: a longer line is a paragraph's."""
PAGES = 6
"""Pages before and behind one by which its own head and foot are known."""
LONGEST_PAGE = 1 << 16
"""Characters: what is longer between two form feeds is no page."""
SHORTEST = 80
"""Characters to a page; where form feeds come more often, they end no pages."""
_FRAME = "[](){}|-–—. \t\r"
"""What stands around a page's number."""
NEAR = LONGEST + 40
"""Characters at a page's end, and at its beginning, where its foot and its head stand, blank lines and all."""

Line = tuple[int, int, int]
"""The page that a line is at the edge of, and where it stands."""


def furniture_at(text: str, at: int) -> list[Span]:
    """The running foot and head on either side of the form feed at `at`, by some pages before it and behind it."""
    low = high = at
    for _ in range(PAGES):
        low = text.rfind("\f", max(0, low - LONGEST_PAGE), low) if low > 0 else low
        high = text.find("\f", high + 1, high + LONGEST_PAGE) if high >= 0 else high
    found = furniture(text, max(low, 0), high + 1 if high >= 0 else len(text))
    return [span for span in found if at - NEAR <= span.start <= at + NEAR]


def furniture(text: str, low: int = 0, high: int | None = None) -> list[Span]:
    """Where the running heads and feet in text[low:high] stand, in order; none where few pages end or too many."""
    high = len(text) if high is None else high
    if not AGAIN <= text.count("\f", low, high) <= (high - low) // SHORTEST:
        return []
    heads: list[tuple[int, int, str]] = []
    feet: list[tuple[int, int, str]] = []
    page, last, at = 1, low, text.find("\f", low, high)
    while at >= 0:
        bottom = text[max(last, at - NEAR) : at].rstrip()
        feet.append((page, max(last, at - NEAR) + bottom.rfind("\n") + 1, bottom[bottom.rfind("\n") + 1 :]))
        page, last = page + 1, at + 1
        top = text[last : last + NEAR]
        opened = top.lstrip(" \t\r\n")
        head = opened.partition("\n")[0] if opened[:1] != "\f" else ""
        heads.append((page, last + len(top) - len(opened), head))
        at = text.find("\f", last, high)
    return [Span(start, end) for _, start, end in sorted(rows_of(heads) + rows_of(feet))]


def rows_of(edges: Iterable[tuple[int, int, str]]) -> list[Line]:
    """Those of the lines at one edge of pages that come again page after page; each as page, start and words."""
    known: dict[tuple[str, int], list[Line]] = {}
    for page, start, line in edges:
        _note(known, line, page, start)
    return [line for lines in known.values() if len(lines) >= AGAIN for line in _in_rows(lines)]


def _note(known: dict[tuple[str, int], list[Line]], line: str, page: int, start: int) -> None:
    """Put a line that begins at `start` to those of the same form."""
    if 0 < len(line) <= LONGEST:
        form, number = _form(line)
        # How far a page's number is from how many pages there were is the same on the next one.
        key = form, 0 if number is None else number - page
        known.setdefault(key, []).append((page, start, start + len(line)))


@lru_cache(maxsize=16)
def _form(line: str) -> tuple[str, int | None]:
    """A line without its page's number, and that number, if it has one.

    It is "Page 12", or set apart at either end. A date that opens every page of a diary is none.
    """
    line = line.strip(_FRAME)
    words = line.split()
    last = -3 if words[-2:-1] == ["of"] and words[-1].strip(_FRAME).isdecimal() else -1  # "12 of 60"
    for at in (last, 0) if len(words) >= -last else ():
        number = words[at].strip(_FRAME)
        if len(number) <= 4 and number.isdecimal() and _is_set_apart(line, words, at):
            words[at] = "#"
            return " ".join(words), int(number)
    return " ".join(words), None


def _is_set_apart(line: str, words: Sequence[str], at: int) -> bool:
    """Whether a word of a line stands alone, behind "Page", or at one end with more than a blank beside it."""
    alone = len(words) == (-at or 1)
    if alone or (at and words[at - 1][-4:].lower() == "page"):
        return True
    if at < -1:
        return False
    beside = line[: -len(words[at])] if at else line[len(words[at]) :]
    return len(beside) - len(beside.strip()) > 1


def _in_rows(lines: Sequence[Line]) -> Iterator[Line]:
    """Those of some lines of the same form that stand on enough pages near one another."""
    row: list[Line] = []
    for line in (*lines, None):
        if row and (line is None or line[0] - row[-1][0] > NEXT):
            if len(row) >= AGAIN:
                yield from row
            row = []
        if line:
            row.append(line)
