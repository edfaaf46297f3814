"""A small plot of one series with what the document says laid into it, as an inline SVG: no script, no outer file.

Colours come from the page's own style sheet, so that it reads in light and dark; its title says in words what it shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from holdwater.findings.model import TableEvidence
from holdwater.findings.statistics import shown
from holdwater.report.html_text import element, joined, text

WIDTH, HEIGHT = 340, 150
LEFT, RIGHT, TOP, BOTTOM = 46, 14, 18, 22
"""Margins for the figures beside the axes."""

ROOM = 0.06
"""What is left free above and below, as a share of the range."""

MARK = 4.5
"""Half the width of a claimed value's mark."""

LABEL = 46
"""How wide the words beside a claimed value are."""

Point = tuple[float, float]


def plot(evidence: TableEvidence) -> str:
    """The plot as HTML; "" where there are fewer than two figures, or nothing claimed to lay into them."""
    line = [(float(row.year), row.value) for row in evidence.line]
    if len(line) < 2 or not evidence.claimed:
        return ""
    claimed = [(float(year), value) for year, value in evidence.claimed]
    scale = _Scale.over([*line, *claimed])
    used = {(row.year, row.value) for row in evidence.rows}
    parts = [
        element("title", _words(evidence)),
        _axes(scale),
        element("polyline", "", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in map(scale.at, line)), class_="series"),
        *(_dot(scale.at(point)) for point in line if point in used),
        _claim([scale.at(point) for point in claimed]),
    ]
    return element(
        "svg",
        joined(parts),
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        class_="plot",
        width=str(WIDTH),
        height=str(HEIGHT),
        preserveAspectRatio="xMinYMid meet",
    )


@dataclass(frozen=True)
class _Scale:
    """Where years and values lie in the picture."""

    first: float
    last: float
    low: float
    high: float

    @classmethod
    def over(cls, points: Sequence[Point]) -> _Scale:
        years, values = zip(*points, strict=True)
        low, high = min(values), max(values)
        room = (high - low) * ROOM or abs(high) * ROOM or 1.0
        return cls(min(years), max(years), low - room if low - room > 0 or low < 0 else 0.0, high + room)

    def at(self, point: Point) -> Point:
        across = (point[0] - self.first) / ((self.last - self.first) or 1.0)
        up = (point[1] - self.low) / ((self.high - self.low) or 1.0)
        return LEFT + across * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM)


def _axes(scale: _Scale) -> str:
    ground, ceiling, end = HEIGHT - BOTTOM, TOP, WIDTH - RIGHT
    frame = element("path", "", d=f"M{LEFT} {ceiling}V{ground}H{end}", class_="axis")
    labels = (
        _label(LEFT - 5, ground, _short(scale.low), "end"),
        _label(LEFT - 5, ceiling + 8, _short(scale.high), "end"),
        _label(LEFT, HEIGHT - 6, f"{scale.first:.0f}", "start"),
        _label(end, HEIGHT - 6, f"{scale.last:.0f}", "end"),
    )
    return frame + "".join(labels)


def _short(value: float) -> str:
    """A figure beside an axis, with three digits that count."""
    for size, name in ((1e12, " trn"), (1e9, " bn"), (1e6, " m"), (1e3, " k")):
        if abs(value) >= size * 10:
            return f"{float(f'{value / size:.3g}'):g}{name}"
    return f"{float(f'{value:.3g}'):g}"


def _label(x: float, y: float, words: str, anchor: str) -> str:
    return element("text", words, x=f"{x:g}", y=f"{y:g}", text_anchor=anchor)


def _dot(at: Point) -> str:
    return element("circle", "", cx=f"{at[0]:.1f}", cy=f"{at[1]:.1f}", r="3", class_="row")


def _claim(points: Sequence[Point]) -> str:
    """What the document says: a cross, and of a change a broken line to it."""
    x, y = points[-1]
    cross = "".join(f"M{x - MARK:.1f} {y + end:.1f}L{x + MARK:.1f} {y - end:.1f}" for end in (MARK, -MARK))
    way = " ".join(f"{a:.1f},{b:.1f}" for a, b in points)
    broken = element("polyline", "", points=way, class_="claimed way") if len(points) > 1 else ""
    late = x > WIDTH / 2
    label = _label(x + (MARK if late else -MARK), _above(points), "as written", "end" if late else "start")
    return broken + element("path", "", d=cross, class_="claimed") + label.replace("<text", '<text class="claimed"', 1)


def _above(points: Sequence[Point]) -> float:
    """Where words stand clear above the cross and the broken line that comes to it from the left."""
    (x, y), (left, start) = points[-1], points[0]
    steep = (start - y) / (x - left) if x > left else 0.0
    return max(min(y, y + steep * LABEL) - 7, TOP - 8)


def _words(evidence: TableEvidence) -> str:
    first, last = evidence.line[0], evidence.line[-1]
    year, value = evidence.claimed[-1]
    return text(
        f"{evidence.title}, {first.place}, {first.year} to {last.year}: the table has {evidence.says}; "
        f"what is written would be {shown(value)} in {year}"
    )
