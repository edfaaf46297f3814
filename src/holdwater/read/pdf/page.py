"""What a page is made of here: units of text with their boxes, and lines of units."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Unit:
    """A word or a part of one: characters `start` to `end` of the page's text, and the box they stand in.

    Coordinates are points from the lower left corner of the page as it is read. The box stands on the base line and is
    as high as the type is large, whatever letters stand in it. `spaced` says that white space stands before it,
    `slanted` that it is set in italics.
    """

    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float
    spaced: bool
    slanted: bool = False


@dataclass(slots=True, eq=False)
class Line:
    """A printed line, or the piece of one that stands apart from the rest of its row (a cell, a column's line).

    `base` is the base line of most of its letters, `size` the size of most of its type. `initial` says that it begins
    with a letter that is several lines high, `beside` that it stands in one row with the line before it, `mono` that
    its letters are all of one width, `dotted` that a bullet is drawn before it; `cells` are the pieces that it was put
    together from, if from several.
    """

    page: int
    units: list[Unit]
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    base: float
    text: str
    bold: bool = False
    mono: bool = False
    dotted: bool = False
    initial: bool = False
    beside: bool = False
    cells: list[Line] = field(default_factory=list)

    def raised(self, unit: Unit) -> bool:
        """Whether a unit stands above the line's foot, as note marks and exponents do."""
        return unit.y0 > self.base + 0.15 * self.size


@dataclass(frozen=True, slots=True)
class Link:
    """An area (left, bottom, right, top) that leads to an address, or to a height on a page (from 0) of the file."""

    box: tuple[float, float, float, float]
    address: str = ""
    page: int = -1
    height: float = 0.0


@dataclass(slots=True, eq=False)
class Page:
    """One page as PDFium gives it: `number` counts from 1, `start` is where its text begins in the whole file's.

    `leftward` says that it is read from right to left, and that its units' boxes are mirrored for that. `aside` are the
    units that are turned against the rest; `linked` gives the link that a unit, by its identity, is in.
    """

    number: int
    start: int
    label: str
    text: str
    width: float
    height: float
    units: list[Unit]
    aside: list[Unit]
    links: list[Link] = field(default_factory=list)
    linked: dict[int, Link] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    furniture: list[Line] = field(default_factory=list)
    fault: str = ""
    leftward: bool = False
