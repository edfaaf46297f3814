"""Overlapping spans over one block of text, as properly nested HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from holdwater.document import Span
from holdwater.report.html_text import attributes, text

DEEPEST = 24
"""Elements open at once; further ones are left out, so that hostile nesting stays cheap."""


@dataclass(frozen=True)
class Overlay:
    """An element to set around a span; `id` is written once, on the first piece. The lower `rank` is the outer one."""

    span: Span
    name: str
    rank: int = 0
    id: str = ""
    given: dict[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Point:
    """HTML to set at an offset: after the elements that end there (or before them, if `inside`)."""

    offset: int
    html: str
    rank: int = 0
    inside: bool = False


class Weaver:
    """Writes blocks with their overlays; remembers which ids it has written."""

    def __init__(self, document_text: str) -> None:
        self._text = document_text
        self._written: set[str] = set()

    def weave(self, span: Span, overlays: Iterable[Overlay], points: Sequence[Point]) -> str:
        """The text of `span` as HTML."""
        clipped = [(_clip(one.span, span), one) for one in overlays if one.span.overlaps(span)]
        starts = sorted(clipped, key=lambda pair: (pair[0].start, pair[1].rank, -pair[0].end))
        places = {span.start, span.end, *(offset for cut, _ in clipped for offset in (cut.start, cut.end))}
        places.update(min(max(point.offset, span.start), span.end) for point in points)
        pending = sorted(points, key=lambda point: (point.offset, not point.inside, point.rank))
        return "".join(self._stretches(sorted(places), starts, pending))

    def _stretches(
        self, places: Sequence[int], starts: Sequence[tuple[Span, Overlay]], points: Sequence[Point]
    ) -> Iterator[str]:
        stack: list[tuple[Span, Overlay]] = []
        next_start = next_point = 0
        for index, place in enumerate(places):
            while next_point < len(points) and points[next_point].offset <= place and points[next_point].inside:
                yield self._point(stack, points[next_point])
                next_point += 1
            yield self._close(stack, place)
            while next_point < len(points) and (points[next_point].offset <= place or index == len(places) - 1):
                yield self._point(stack, points[next_point])
                next_point += 1
            while next_start < len(starts) and starts[next_start][0].start == place:
                if _fits(stack, starts[next_start][1]):
                    stack.append(starts[next_start])
                    yield self._open(starts[next_start][1])
                next_start += 1
            if index + 1 < len(places):
                yield text(self._text[place : places[index + 1]])

    def _point(self, stack: list[tuple[Span, Overlay]], point: Point) -> str:
        """A point's HTML; a link that is open is closed around it, for links may not stand in links."""
        first = next((index for index, (_, overlay) in enumerate(stack) if overlay.name == "a"), len(stack))
        around = [overlay for _, overlay in stack[first:]]
        closing = "".join(f"</{overlay.name}>" for overlay in reversed(around))
        return closing + point.html + "".join(map(self._open, around))

    def _close(self, stack: list[tuple[Span, Overlay]], place: int) -> str:
        """Close what ends here; what stands above it in the stack and goes on is closed and opened again."""
        lowest = next((index for index, (cut, _) in enumerate(stack) if cut.end <= place), len(stack))
        above = stack[lowest:]
        del stack[lowest:]
        kept = [pair for pair in above if pair[0].end > place]
        stack.extend(kept)
        closing = "".join(f"</{overlay.name}>" for _, overlay in reversed(above))
        return closing + "".join(self._open(overlay) for _, overlay in kept)

    def _open(self, overlay: Overlay) -> str:
        given = dict(overlay.given)
        if overlay.id and overlay.id not in self._written:
            self._written.add(overlay.id)
            given["id"] = overlay.id
        return f"<{overlay.name}{attributes(**given)}>"


def _fits(stack: Sequence[tuple[Span, Overlay]], overlay: Overlay) -> bool:
    """Whether another element may be opened: not too deep, and no link in a link."""
    return len(stack) < DEEPEST and not (overlay.name == "a" and any(one.name == "a" for _, one in stack))


def _clip(span: Span, to: Span) -> Span:
    return Span(max(span.start, to.start), min(span.end, to.end))
