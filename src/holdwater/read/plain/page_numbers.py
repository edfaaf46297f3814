"""The numbers that pages bear at their head and foot, and the lines there that are no words of the text.

A number is a page's because the next pages go on counting, and for no other reason: a title page ends in a year, a
table's page in a sum. Of an excerpt, whose pages leap, nearly every page bears a number alone, and all of them rise.

    92      WATER OVER STONE          THE EMBANKMENT      93          94      WATER OVER STONE
    The sluice was opened …           at dusk, and the …              It was never …
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from holdwater.match.furniture import rows_of
from holdwater.patterns import waiting
from holdwater.read.plain.lines import Line
from holdwater.read.plain.loose_heads import loose_heads
from holdwater.read.roman import number_of

_FEED = waiting(r"\f")
_NUMBER = r"(\d{1,4}|[ivxlc]{1,7})"
_ALONE = waiting(
    rf"[-–—\[(|{{ ]{{0,4}}(?:(?i:page|pg\.|p\.|seite|s\.)\s?)?{_NUMBER}"
    r"(?:\s?(?:of|/|von|de|sur)\s?(\d{1,4}))?[-–—\])|} ]{0,4}"
)
_NAMED = waiting(r"(\S.*?)[\s\[(|]+(?i:page)\s?:?\s?(\d{1,4})(?:\s?(?:of|/)\s?(\d{1,4}))?\s?[\])|]?")
_FIRST = waiting(rf"{_NUMBER}(\s*\|\s*|\s+)(\S.*)")
_LAST = waiting(rf"(\S.*?)(\s*\|\s*|\s+){_NUMBER}")
_SERIES_HEAD = waiting(r"(?:RFC|IEN|Internet[- ]Draft)\b[^.]{0,40} {3,}\S.{0,60} {3,}\S")
_LONGEST = 120  # characters
_DEPTH = 3  # lines of a running head or foot
LEAST_FEEDS = 2
"""Form feeds that part pages; a single one may part anything."""
_FAR = 4  # pages from one that bears its number to the next
_SHORT = 4  # pages: in so short a text two numbers make a row
_YEARS = range(1500, 2101)
_HEAD_WORDS = 7
_LEAP = 100  # pages that an excerpt leaves out at most
_STOPS = (".", ",", ";", ":", "?", "!")


@dataclass(slots=True)
class Numbering:
    """The labels of pages, counted from 0, and the places of the lines that are running heads and feet."""

    labels: dict[int, str] = field(default_factory=dict)
    cut: set[int] = field(default_factory=set)


class _Bearing(NamedTuple):
    """A line at a page's edge that may bear its number: `sure` where nothing else is like it, `apart` where it is set
    apart from the words `form`; `of` is how many pages it says that there are.

    `step`, how far the number is from the page's, is the same on all pages that go on counting.
    """

    page: int
    at: int
    head: bool
    label: str
    step: int
    form: str = ""
    sure: bool = False
    apart: bool = False
    of: int = 0


def pages_of(raw: str, lines: Sequence[Line]) -> list[int]:
    """On which page, counted from 0, each line stands: a form feed ends a page, or else a running head begins one."""
    breaks = [found.start() for found in _FEED.finditer(raw)]
    if len(breaks) < LEAST_FEEDS:
        breaks = [lines[at].start for at in loose_heads(lines)]
    return [bisect_right(breaks, line.start) for line in lines]


def number_pages(lines: Sequence[Line], page_of: Sequence[int]) -> Numbering:
    """The numbers that count up at the pages' edges, and the lines at which running heads and feet stand."""
    pages = _written(lines, page_of)
    edges = {(page, head): 0 for page in pages for head in (True, False)}  # lines that are peeled off
    bearings: list[_Bearing] = []
    rows: list[list[_Bearing]] = []
    cut: set[int] = set()
    todo = list(edges)
    for _ in range(_DEPTH):
        outer = [(page, head, _at(pages[page], edges[page, head], head)) for page, head in todo]
        there = [(page, head, at) for page, head, at in outer if at is not None and at not in cut]
        for page, head, at in there:
            bearings += _bearings(lines[at].text, page, at, head)
        rows = _rows(bearings, len(pages))
        found = {one.at for row in rows for one in row} | _repeated(
            lines, [edge for edge in there if len(pages[edge[0]]) > 1], inner=bool(cut)
        )
        cut |= found
        todo = [(page, head) for page, head, at in there if at in found]
        for edge in todo:
            edges[edge] += 1
        if not todo:
            break
    return Numbering(_labels(rows, len(pages)), cut)


def _written(lines: Sequence[Line], page_of: Sequence[int]) -> dict[int, list[int]]:
    """The outermost lines of each page that has any."""
    pages: dict[int, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.text:
            pages[page_of[at]].append(at)
    return dict(pages)


def _at(written: Sequence[int], peeled: int, head: bool) -> int | None:
    if peeled >= len(written):
        return None
    return written[peeled] if head else written[-1 - peeled]


def _bearings(text: str, page: int, at: int, head: bool) -> Iterator[_Bearing]:
    """What a line may say of its page's number; it may end in one number and begin with another."""
    if len(text) > _LONGEST:
        return
    if alone := _ALONE.fullmatch(text):
        found = [(alone[1], "", False, int(alone[2] or 0))]
    elif named := _NAMED.fullmatch(text):
        found = [(named[2], named[1], False, int(named[3] or 0))]
    else:
        ends = ((_FIRST.fullmatch(text), 1, 3), (_LAST.fullmatch(text), 3, 1))
        found = [(end[number], end[words], len(end[2]) > 1 or end[2] == "\t", -1) for end, number, words in ends if end]
    for label, words, apart, of in found:
        value = number_of(label)[0]
        if value:
            yield _Bearing(page, at, head, label, value - page, _form(words), sure=of >= 0, apart=apart, of=of)


def _form(words: str) -> str:
    return " ".join(words.lower().split())


def _rows(bearings: Sequence[_Bearing], pages: int) -> list[list[_Bearing]]:
    """The bearings that count up page by page, row by row."""
    series: dict[tuple[int, bool], list[_Bearing]] = defaultdict(list)
    for one in bearings:
        series[one.step, one.label.isdigit()].append(one)
    needed = 2 if pages <= _SHORT else 3
    rows: list[list[_Bearing]] = []
    for ones in series.values():
        if len(ones) >= needed:
            rows += (row for row in _near(_likely(ones)) if _is_row(row, needed))
    leaping = _leaping(bearings, pages)
    return [leaping] if len(leaping) > len({one.page for row in rows for one in row}) else rows


def _leaping(bearings: Sequence[_Bearing], pages: int) -> list[_Bearing]:
    """The numbers that stand alone at one edge of nearly every page and rise from page to page, but leap.

    Numbers that count in fives or tens are those of lines.
    """
    for head in (True, False):
        row = [one for one in bearings if one.sure and one.head is head and not one.form and one.label.isdigit()]
        row = list({one.page: one for one in row}.values())
        numbers = [int(one.label) for one in sorted(row)]
        leaps = {after - before for before, after in pairwise(numbers)}
        if len(row) < 3 or 4 * len(row) < 3 * pages or min(leaps) < 1 or max(leaps) > _LEAP or numbers[0] in _YEARS:
            continue
        if len(leaps) > 1 or numbers[0] % max(leaps):
            return sorted(row)
    return []


def _likely(ones: Sequence[_Bearing]) -> list[_Bearing]:
    """Of bearings that count up, those that are nothing but a number, or have the same words as others have, and the
    short heads among them."""
    often = Counter(form for _, form in {(one.page, one.form) for one in ones if not one.sure})
    if not often:
        return list(ones)
    again = [one.sure or often[one.form] >= (2 if one.apart else 3) for one in ones]
    if not any(again):
        return []
    return [one for one, sure in zip(ones, again, strict=True) if sure or (one.apart and _is_head(one.form))]


def _is_head(words: str) -> bool:
    return words.count(" ") < _HEAD_WORDS and not words.endswith(_STOPS)


def _near(ones: Sequence[_Bearing]) -> Iterator[list[_Bearing]]:
    """Bearings in stretches that stand near one another."""
    row: list[_Bearing] = []
    for one in sorted(ones):
        if row and one.page - row[-1].page > _FAR:
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def _is_row(row: Sequence[_Bearing], needed: int) -> bool:
    numbered = {one.page for one in row}
    if len(numbered) < needed or 2 * len(numbered) < row[-1].page - row[0].page + 1:
        return False
    often = Counter(one.form for one in row)
    plain = {one.page for one in row if one.sure or often[one.form] > 1}
    if 2 * len(plain) <= len(numbered):
        return False
    # A chronicle has each year on a page of its own, and the year at its head.
    return any(one.page + one.step not in _YEARS or one.form or not one.head for one in row)


def _repeated(lines: Sequence[Line], there: Sequence[tuple[int, bool, int]], *, inner: bool) -> set[int]:
    """The lines at the pages' edges that come again; the text's first is its title.

    `inner` ones, with another behind them, are heads and feet only if a blank line parts them from the text.
    """
    found: set[int] = set()
    for edge in (True, False):
        ones = [(page, at) for page, head, at in there if head == edge and not _ALONE.fullmatch(lines[at].text)]
        if inner:
            ones = [(page, at) for page, at in ones if not _text_at(lines, at + (1 if edge else -1))]
        again = rows_of((page, at, lines[at].text) for page, at in ones)
        found.update(at for page, at, _ in again if page or not edge)
    found.update(at for page, head, at in there if head and page and _SERIES_HEAD.match(lines[at].text))
    return found


def _text_at(lines: Sequence[Line], at: int) -> str:
    return lines[at].text if 0 <= at < len(lines) else ""


def _labels(rows: Sequence[Sequence[_Bearing]], pages: int) -> dict[int, str]:
    """The pages' labels; where rows disagree, the longer one has it, and one that counts the file's pages the last."""
    labels: dict[int, str] = {}
    steps: dict[int, int] = {}
    for row in sorted(rows, key=lambda row: -len({one.page for one in row}) / (2 if row[0].step in (0, 1) else 1)):
        if all(one.of == pages for one in row):  # a browser's count of what it prints
            continue
        for one in row:
            labels.setdefault(one.page, one.label)
            steps.setdefault(one.page, one.step)
    for before, after in pairwise(sorted(labels)):
        if steps[before] == steps[after] and labels[before].isdigit() and labels[after].isdigit():
            labels.update((page, str(page + steps[before])) for page in range(before + 1, after))
    return labels
