"""Running heads, running feet and page numbers: told by coming back page after page at the same height."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import partial

from holdwater.patterns import waiting
from holdwater.read.pdf.page import Line, Page
from holdwater.read.roman import number_of

_EDGE_ROWS = 3
_MANY_WORDS, _FEW_WORDS = 8, 7
_HEIGHT = 3.0
"""Furniture stands at the same height if it differs by less than so many points."""
_COUNTED = waiting(r"\d+|\b[ivxlc]+\b")
_NUMBER = waiting(r"(?:(?:page|p\.|seite|s\.)\s*)?[-–—\[(]?\s*(\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7})\s*[-–—\])]?", re.I)
_OF = waiting(r"(?:(?:page|seite)\s+)?(\d{1,4})\s?(?:of|/|von|de|sur)\s?\d{1,4}", re.I)
_OUT_OF = waiting(r"\b\d{1,4}\s?(?:of|/|von|de|sur)\s?(\d{1,4})$", re.I)
_AT_END = waiting(r"^(\d{1,4}|[ivxlc]{1,7})\b(?![.)\]])|\b(?<![\d/])(\d{1,4}|[ivxlc]{1,7})(?:/\d{1,4})?$")


def set_aside(pages: list[Page]) -> dict[int, str]:
    """Move the furniture of every page out of its lines.

    Returns:
        The page numbers that were printed there, by the page's own number, where they go up by one from page to page;
        numbers such as "3/12" in a file of twelve pages, which count the file's pages, are not among them.
    """
    edges = [_edges(page) for page in pages]
    every = [[line for edge in both for row in edge for line in row] for both in edges]
    printed = _numbers(pages, every)
    counting = {number for number, (line, _) in printed.items() if _counts_pages(line, len(pages))}
    steps = {number_of(label)[0] - page for page, (_, label) in printed.items()}
    furniture = {id(line) for line, _ in printed.values()} | _repeated(every, steps)
    furniture |= _beside_it(every, furniture)
    for page, both in zip(pages, edges, strict=True):
        outer = {id(line) for edge in both for line in _outermost(edge, furniture)}
        page.furniture = [line for line in page.lines if id(line) in outer]
        if outer:
            page.lines = [line for line in page.lines if id(line) not in outer]
    return {number: label for number, (_, label) in printed.items() if number not in counting}


def _counts_pages(line: Line, pages: int) -> bool:
    """Whether a line says which of the file's pages this is, as what a browser prints does."""
    out_of = _OUT_OF.search(line.text.strip())
    return out_of is not None and int(out_of[1]) == pages


def _edges(page: Page) -> tuple[list[list[Line]], list[list[Line]]]:
    """The outermost rows at the top and at the foot of a page, from the edge inward."""
    rows: list[list[Line]] = []
    for line in sorted(page.lines, key=lambda line: -line.base):
        if rows and rows[-1][0].base - line.base < 0.5 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    top = [row for row in rows[: _EDGE_ROWS + 1] if row[0].base > 0.8 * page.height]
    foot = [row for row in rows[::-1][: _EDGE_ROWS + 1] if row[0].base < 0.2 * page.height]
    return top, foot


def _outermost(edge: list[list[Line]], furniture: set[int]) -> Iterator[Line]:
    """The furniture of an edge: rows from the edge inward as far as each has some of it.

    A row of many words with the next one close to it is running text, though it come back on other pages.
    """
    for row, inner in zip(edge[:_EDGE_ROWS], [*edge[1:], None], strict=False):
        found = [line for line in row if id(line) in furniture]
        words = sum(line.text.count(" ") + 1 for line in found)
        close = inner is not None and abs(row[0].base - inner[0].base) < 1.5 * row[0].size
        if not found or (words >= _MANY_WORDS and close):
            return
        yield from found


def _repeated(edges: list[list[Line]], steps: set[int]) -> set[int]:
    """Edge lines whose words come back at the same height on other pages.

    Numbers have to be the same as well, but for those that are by one of `steps` from the page's own number.
    """
    places: dict[tuple[str, int], list[tuple[int, Line]]] = defaultdict(list)
    for number, lines in enumerate(edges, start=1):
        for line in lines:
            words = _COUNTED.sub(partial(_uncounted, number, steps), line.text.lower()).strip()
            height = round(line.base / _HEIGHT)
            for near in (height, height + 1):
                places[words, near].append((number, line))
    enough = 2 if len(edges) < 5 else 3
    return {
        id(line)
        for (words, _), where in places.items()
        if len({number for number, _ in where}) >= enough and (len(words) > 2 or words == "#")
        for _, line in where
    }


def _uncounted(page: int, steps: set[int], number: re.Match[str]) -> str:
    return "#" if number_of(number[0])[0] - page in steps else number[0]


def _beside_it(edges: list[list[Line]], furniture: set[int]) -> set[int]:
    """Edge lines at the height, and in the size, of furniture of at least three pages: heads of short chapters.

    Most of the lines there have to be furniture already.
    """
    heights: Counter[tuple[int, int]] = Counter()
    others: Counter[tuple[int, int]] = Counter()
    for lines in edges:
        heights.update({_height(line) for line in lines if id(line) in furniture})
        others.update({_height(line) for line in lines if id(line) not in furniture})
    there = {height for height, number in heights.items() if number >= 3 and number >= others[height]}
    return {id(line) for lines in edges for line in lines if _height(line) in there}


def _height(line: Line) -> tuple[int, int]:
    return round(line.base), round(2 * line.size)


def _numbers(pages: list[Page], edges: list[list[Line]]) -> dict[int, tuple[Line, str]]:
    """The edge line of each page that has its printed number, where the numbers go with the pages."""
    found: dict[tuple[int, bool], dict[int, tuple[Line, str]]] = defaultdict(dict)
    alone: Counter[tuple[int, bool]] = Counter()
    for page, lines in zip(pages, edges, strict=True):
        for line in lines:
            for label, is_alone in _labels_in(line):
                value, roman = number_of(label)
                if value:
                    series = (value - page.number, roman)
                    found[series].setdefault(page.number, (line, label))
                    alone[series] += is_alone
    best: dict[int, tuple[Line, str]] = {}
    for series in sorted(found, key=lambda key: -len(found[key])):
        numbered = found[series]
        needed = 2 if alone[series] >= len(numbered) else 3
        if needed == 3 and not _are_heads(numbered.values()):
            continue
        if len(numbered) >= min(needed, len(pages)) and (len(numbered) >= 2 or alone[series]):
            for number, printed in numbered.items():
                best.setdefault(number, printed)
    return best


def _are_heads(numbered: Iterable[tuple[Line, str]]) -> bool:
    """Whether most of these lines with numbers read as running heads do: of few words, or of words that come back."""
    words = [_COUNTED.sub("#", line.text.lower()).strip() for line, _ in numbered]
    often = Counter(words)
    heads = (often[one] > 1 or (one.count(" ") < _FEW_WORDS and not one.endswith((".", ",", ";"))) for one in words)
    return 2 * sum(heads) > len(words)


def _labels_in(line: Line) -> list[tuple[str, bool]]:
    """What may be a page's number in an edge line, and whether it stands there alone; the mark of a note is none."""
    text = line.text.strip()
    if len(text) > 120 or (len(line.units) > 1 and line.raised(line.units[0])):
        return []
    whole = _NUMBER.fullmatch(text) or _OF.fullmatch(text)
    if whole:
        return [(whole[1], True)]
    return [(one[1] or one[2], False) for one in _AT_END.finditer(text)]
