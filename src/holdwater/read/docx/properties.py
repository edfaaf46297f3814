"""What `w:pPr` and `w:rPr` say, taken out of the tree: of a style, of a paragraph, of a run."""

from __future__ import annotations

from dataclasses import dataclass

from holdwater.read.docx.labels import whole
from holdwater.read.xml import Element

_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Indent:
    """How far a paragraph is set in, in twentieths of a point; None where nothing is said."""

    left: int | None = None
    right: int | None = None
    first: int | None = None  # of the first line, against the others; a hanging one is below 0

    def over(self, under: Indent) -> Indent:
        """This indentation, and what `under` says where this one says nothing."""
        return Indent(
            under.left if self.left is None else self.left,
            under.right if self.right is None else self.right,
            under.first if self.first is None else self.first,
        )


@dataclass(frozen=True, slots=True)
class Numbered:
    """The list that a paragraph belongs to: `number` is a `w:numId` (0 takes it out of all), `level` from 0."""

    number: int | None = None
    level: int | None = None


NOWHERE = Indent()
UNNUMBERED = Numbered()


def is_on(element: Element | None) -> bool | None:
    """Whether a property is switched on; None where it is not there."""
    return None if element is None else element.get("w:val").lower() not in _OFF


def value(parent: Element | None, tag: str) -> str:
    """The `w:val` of the child of this name; "" where there is none."""
    child = parent.first(tag) if parent is not None else None
    return child.get("w:val") if child is not None else ""


def indent_of(properties: Element | None) -> Indent:
    """The indentation that a `w:pPr` sets itself."""
    found = properties.first("w:ind") if properties is not None else None
    if found is None:
        return NOWHERE
    hanging = _length(found.get("w:hanging"))
    return Indent(
        _length(found.get("w:left") or found.get("w:start")),
        _length(found.get("w:right") or found.get("w:end")),
        -hanging if hanging is not None else _length(found.get("w:firstLine")),
    )


def _length(written: str) -> int | None:
    """Twentieths of a point; the strict form also writes "12.5pt"."""
    if not written:
        return None
    if written.endswith("pt"):
        return whole(written[:-2].partition(".")[0]) * 20
    return whole(written.partition(".")[0])


def numbered_of(properties: Element | None) -> Numbered:
    """The list that a `w:pPr` puts a paragraph in itself."""
    found = properties.first("w:numPr") if properties is not None else None
    if found is None:
        return UNNUMBERED
    number, level = value(found, "w:numId"), value(found, "w:ilvl")
    return Numbered(whole(number) if number else None, min(8, max(0, whole(level))) if level else None)


def is_struck(properties: Element | None, *ways: str) -> bool:
    """Whether tracked changes take a paragraph's mark, a row or a cell away."""
    return properties is not None and any(properties.first(*way.split("/")) is not None for way in ways)
