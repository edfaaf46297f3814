"""The order in which a page's lines are read.

The order in which the file draws them is nearly always the right one, so it is kept wherever the page does not speak
against it: a line drawn after one that stands below it, or columns drawn row by row. Only then is the page cut up by
its white space, into columns and into the lines across them.
"""

from __future__ import annotations

from collections import Counter
from statistics import median

from holdwater.read.pdf.lines import joined
from holdwater.read.pdf.page import Line, Page

_DEPTH = 4
_FEWEST = 4
"""A column has at least so many lines."""
_MOST_COMPARED = 400


def in_reading_order(lines: list[Line], page: Page) -> list[Line]:
    """The lines of a page in reading order, the pieces of each row joined."""
    gutter = _gutter(lines, drawn_across=True) if any(line.beside for line in lines) else None
    if gutter is None:
        rows = _rows(lines, page)
        if _in_order(rows, page.width):
            return rows
        return [row for group in _cut(_groups(rows, page.width), 0) for row in group]
    pieces = _rows(lines, page, gutter)
    return [row for group in _cut([[piece] for piece in pieces], 0, gutter) for row in group]


def _rows(lines: list[Line], page: Page, gutter: float | None = None) -> list[Line]:
    """Pieces beside each other joined, except over the gutter."""
    rows: list[list[Line]] = []
    for line in lines:
        parted = gutter is not None and rows and rows[-1][-1].x1 <= gutter + 1 and line.x0 >= gutter - 1
        if line.beside and rows and not parted:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [joined(row, page) for row in rows]


def _in_order(rows: list[Line], width: float) -> bool:
    """Whether no line of some width is drawn before one that is to be read earlier."""
    wide = [row for row in rows if row.x1 - row.x0 > (0.06 if " " in row.text else 0.12) * width][:_MOST_COMPARED]
    for index, row in enumerate(wide):
        middle, left, right = row.base, row.x0, row.x1
        for earlier in wide[:index]:
            if earlier.base > middle - 1:
                continue
            shared = min(earlier.x1, right) - max(earlier.x0, left)
            if shared > 0.2 * min(earlier.x1 - earlier.x0, right - left):
                return False
            if earlier.x0 >= right - 1:
                return False
    return True


def _groups(rows: list[Line], width: float) -> list[list[Line]]:
    """Lines that are moved together: one of some width and the scraps (limits of a sum, a mark) drawn after it."""
    groups: list[list[Line]] = []
    for row in rows:
        scrap = row.x1 - row.x0 < 0.05 * width and len(row.text) < 6
        near = bool(groups) and abs(groups[-1][0].base - row.base) < 2 * row.size
        if scrap and near:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _gutter(lines: list[Line], drawn_across: bool = False) -> float | None:
    """Where a column begins to the right of another: the left edge of its lines. None where there is one column."""
    edges = Counter(round(line.x0) for line in lines if line.beside or not drawn_across)
    best, most = None, 0.0
    for edge, number in edges.most_common(8):
        if number < 2:
            break
        score = _columns_at(lines, edge, drawn_across)
        if score > most:
            best, most = float(edge), score
    return best


def _columns_at(lines: list[Line], edge: float, drawn_across: bool) -> float:
    """How well a column begins at `edge`: the lines on either side less those that cross it; 0 if it does not."""
    left = [line for line in lines if line.x1 <= edge]
    right = [line for line in lines if line.x0 >= edge - 1.5]
    if len(left) < _FEWEST or len(right) < _FEWEST:
        return 0.0
    top = min(max(line.y1 for line in left), max(line.y1 for line in right))
    foot = max(min(line.y0 for line in left), min(line.y0 for line in right))
    among = [line for line in lines if foot <= line.base <= top]
    across = sum(line.x0 < edge - 1.5 and line.x1 > edge for line in among)
    left = [line for line in left if foot - 1 <= line.base <= top]
    right = [line for line in right if foot - 1 <= line.base <= top]
    if min(len(left), len(right)) < _FEWEST or 2 * across > min(len(left), len(right)):
        return 0.0
    if drawn_across and not (_filled(left, edge) and _filled(right, None)):
        return 0.0
    return min(len(left), len(right)) - 1.5 * across


def _filled(lines: list[Line], edge: float | None) -> bool:
    """Whether the lines fill their column as running text does; the cells of a table do not."""
    begin = min(line.x0 for line in lines)
    end = max(line.x1 for line in lines) if edge is None else min(edge, max(line.x1 for line in lines))
    wide = median(line.x1 - line.x0 for line in lines) > 0.7 * (end - begin)
    return wide and median(line.text.count(" ") for line in lines) >= 3


def _cut(groups: list[list[Line]], depth: int, gutter: float | None = None) -> list[list[Line]]:
    """Groups of lines in reading order, by the white space between columns and the lines across them."""
    groups = sorted(groups, key=lambda group: -group[0].base)
    if gutter is None:
        gutter = _gutter([group[0] for group in groups]) if depth < _DEPTH else None
    if gutter is None:
        return _downward(groups)
    ordered: list[list[Line]] = []
    left: list[list[Line]] = []
    right: list[list[Line]] = []
    for group in groups:
        if group[0].x0 >= gutter - 1.5:
            right.append(group)
        elif group[0].x1 <= gutter:
            left.append(group)
        else:
            ordered += _cut(left, depth + 1) + _cut(right, depth + 1)
            left, right = [], []
            ordered.append(group)
    return ordered + _cut(left, depth + 1) + _cut(right, depth + 1)


def _downward(groups: list[list[Line]]) -> list[list[Line]]:
    """Groups from the top down, those of one row from left to right."""
    rows: list[list[list[Line]]] = []
    for group in groups:
        if rows and abs(rows[-1][0][0].base - group[0].base) < 0.4 * group[0].size:
            rows[-1].append(group)
        else:
            rows.append([group])
    return [group for row in rows for group in sorted(row, key=lambda one: one[0].x0)]
