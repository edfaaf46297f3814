"""Lists: whether a paragraph of a list has a bullet or a number, and which number it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from holdwater.patterns import waiting
from holdwater.read.docx.labels import label, whole
from holdwater.read.docx.properties import NOWHERE, Indent, indent_of, value
from holdwater.read.xml import Element

_PLACE = waiting(r"%([1-9])")
_MAX_LINKS = 10


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: the form of its numbers, the text around them (`%2` is the second level's), the first."""

    form: str = "bullet"
    text: str = ""
    start: int = 1
    restart: int = -1  # the level whose numbers set it back: -1 any above it, 0 none
    indent: Indent = NOWHERE


class Numbering:
    """The lists of a file, and how far each is counted."""

    def __init__(self, root: Element | None) -> None:
        """`root` is the tree of the numbering part, None where the file has none."""
        elements = list(root.elements()) if root is not None else []
        self._abstract = {one.get("w:abstractNumId"): one for one in elements if one.tag == "w:abstractNum"}
        self._styled = {value(one, "w:styleLink"): one for one in self._abstract.values()}
        self._numbers = {whole(one.get("w:numId")): one for one in elements if one.tag == "w:num"}
        self._levels: dict[tuple[int, int], Level | None] = {}
        self._counts: dict[str, list[int]] = {}
        self._begun: set[tuple[int, int]] = set()

    def level(self, number: int, depth: int) -> Level | None:
        """Level `depth` (from 0) of the list `number`; None where there is no such list or level."""
        if (number, depth) not in self._levels:
            self._levels[number, depth] = self._read_level(number, depth)
        return self._levels[number, depth]

    def step(self, number: int, depth: int) -> str:
        """Count one item of a list, and say what is printed before it: "3.", "[12]", "b)"; "" for a bullet."""
        level = self.level(number, depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(value(self._numbers[number], "w:abstractNumId"), [0] * 9)
        if (number, depth) not in self._begun:
            self._begun.add((number, depth))
            if self._override(number, depth, "w:startOverride") is not None:
                counts[depth] = 0
        counts[depth] = counts[depth] + 1 if counts[depth] else max(1, level.start)
        for deeper in range(depth + 1, 9):
            below = self.level(number, deeper)
            if below is None or below.restart < 0 or 0 < depth + 1 <= below.restart:
                counts[deeper] = 0
        return self._printed(level, number, counts)

    def _printed(self, level: Level, number: int, counts: list[int]) -> str:
        if level.form in ("bullet", "none"):
            return ""

        def one(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            of = self.level(number, at)
            return label(max(1, counts[at]), of.form if of is not None else "decimal")

        return _PLACE.sub(one, level.text[:100]).strip()

    def _read_level(self, number: int, depth: int) -> Level | None:
        override = self._override(number, depth, "w:lvl")
        element = override if override is not None else self._abstract_level(number, depth)
        if element is None:
            return None
        restart, first = value(element, "w:lvlRestart"), self._override(number, depth, "w:startOverride")
        start = first.get("w:val") if first is not None else value(element, "w:start")
        return Level(
            value(element, "w:numFmt") or "decimal",
            value(element, "w:lvlText"),
            whole(start, 1),
            whole(restart, -1) if restart else -1,
            indent_of(element.first("w:pPr")),
        )

    def _override(self, number: int, depth: int, tag: str) -> Element | None:
        one = self._numbers.get(number)
        for override in one.elements("w:lvlOverride") if one is not None else ():
            if whole(override.get("w:ilvl")) == depth:
                return override.first(tag)
        return None

    def _abstract_level(self, number: int, depth: int) -> Element | None:
        one = self._numbers.get(number)
        abstract = self._abstract.get(value(one, "w:abstractNumId")) if one is not None else None
        for _ in range(_MAX_LINKS):  # a list that leaves its levels to a style's list; links may run in a circle
            link = value(abstract, "w:numStyleLink")
            if not link or abstract is None:
                break
            abstract = self._styled.get(link)
        if abstract is None:
            return None
        return next((one for one in abstract.elements("w:lvl") if whole(one.get("w:ilvl")) == depth), None)
