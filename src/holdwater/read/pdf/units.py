"""A page's characters cut into units, each with its box: words, and apart from them what may be a note mark."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import groupby
from math import pi

from holdwater.patterns import waiting
from holdwater.read.pdf.page import Link, Page, Unit
from holdwater.read.pdf.pdfium import TextPage

MAX_CHARACTERS = 400_000
"""How many characters of one page are read."""

_MARKS = r"*†‡§¶‖⁎∗¹²³⁰⁴-⁹"
_HYPHENS = "\x02\ufffe"
_WORD = rf"[^\s\d\[\]{_MARKS}{_HYPHENS}]"
_UNIT = waiting(rf"{_WORD}*[{_HYPHENS}]|{_WORD}+|\d+|[{_MARKS}]+|[\[\]]")
_LEFTWARD = waiting(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+")
_WORDS = waiting(r"[^\W\d_]+")
_NOTHING = waiting(r"[\x00\x01\x03-\x1f\x7f-\x9f\u200b\u2060\ufeff\uffff]+")
_SAME_SIZE = 0.2
_MOST_IN_LINK = 1000
_FAR = 1e6
"""Text further off than so many points is on no page."""
_QUARTER = pi / 2


def read_page(text: TextPage, start: int, label: str) -> Page:
    """The units of a page that is open.

    Args:
        text: PDFium's page.
        start: how many characters the pages before it have.
        label: its label in the file.
    """
    words = text.text(MAX_CHARACTERS)
    page = Page(text.number, start, label, words, text.width, text.height, [], [])
    if text.count > MAX_CHARACTERS:
        page.fault = f"more than {MAX_CHARACTERS} characters; the rest is not read"
    units = _boxed(text, words)
    upright = [unit for unit in units if unit.y1 - unit.y0 > 0]
    if 2 * len(upright) < len(units):
        units, page.aside = _turned(text, units, page)
    elif len(upright) < len(units):
        page.aside = [unit for unit in units if unit.y1 - unit.y0 <= 0]
        units = upright
    page.units = units
    page.links = text.links()
    page.linked = _linked(page)
    if 2 * len(_LEFTWARD.findall(words)) > len(_WORDS.findall(words)):
        _mirror(page, text)
    return page


def _mirror(page: Page, text: TextPage) -> None:
    """Turn the boxes of a page that is read from the right about, so that its lines begin on the left as others do.

    The first and the last letter of a word need not be its outermost ones there.
    """
    page.leftward = True
    for unit in page.units:
        boxes = text.loose_boxes(list(range(unit.start, unit.end)))
        left, right = min(boxes[0::4]), max(boxes[2::4])
        if -_FAR < left <= right < _FAR:
            unit.x0, unit.x1 = page.width - right, page.width - left


def _linked(page: Page) -> dict[int, Link]:
    """The link that each unit stands in, by the unit's identity."""
    found: dict[int, Link] = {}
    if not page.links:
        return found
    by_height = sorted(page.units, key=lambda unit: unit.y0)
    heights = [unit.y0 for unit in by_height]
    for link in page.links:
        left, bottom, right, top = link.box
        for unit in by_height[bisect_left(heights, bottom - 4) : bisect_left(heights, top)][:_MOST_IN_LINK]:
            if left - 1 < (unit.x0 + unit.x1) / 2 < right + 1 and unit.y0 + 0.3 * (unit.y1 - unit.y0) > bottom:
                found[id(unit)] = link
    return found


def _boxed(text: TextPage, words: str) -> list[Unit]:
    matches = [match.span() for match in _UNIT.finditer(words) if not _NOTHING.fullmatch(match[0])]
    boxes = text.loose_boxes([index for start, end in matches for index in (start, end - 1)])
    sizes = text.font_sizes([start for start, _ in matches])
    types = _Types(text)
    units: list[Unit] = []
    at, before = 0, 0
    for (start, end), font_size in zip(matches, sizes, strict=True):
        left, top, right, bottom, last_left, last_top, last_right, last_bottom = boxes[at : at + 8]
        at += 8
        if not (abs(left) < _FAR and abs(bottom) < _FAR and abs(last_right) < _FAR):  # nor if it is no number
            continue
        if end - start > 1 and abs((top - bottom) - (last_top - last_bottom)) > _SAME_SIZE:
            units += _split(text, types, start, end, start > before)
        else:
            rise, size = types.of(start, font_size, top - bottom, bottom)
            foot = bottom + rise
            units.append(
                Unit(start, end, min(left, last_left), foot, max(right, last_right), foot + size, start > before)
            )
        before = end
    return units


class _Types:
    """How large type is and where its base line lies in the boxes that PDFium gives, which are as high as its font.

    That is asked once for each height of the boxes of a font size.
    """

    def __init__(self, text: TextPage) -> None:
        self._text = text
        self._known: dict[tuple[float, float], tuple[float, float]] = {}

    def of(self, index: int, font_size: float, height: float, bottom: float) -> tuple[float, float]:
        """How far the base line lies above the box's foot, and the size; a size of 0 for type that is turned."""
        key = (font_size, round(height, 2))
        known = self._known.get(key)
        if known is None:
            size, upright = self._text.type_size(index, font_size)
            rise = self._text.origin(index)[1] - bottom
            known = (rise, size if size > 0.1 else max(height, 0.1)) if upright else (0.0, 0.0)
            self._known[key] = known
        return known


def _split(text: TextPage, types: _Types, start: int, end: int, spaced: bool) -> list[Unit]:
    """A unit whose first and last letters differ in size, cut where the size changes."""
    boxes = text.loose_boxes(list(range(start, end)))
    sizes = text.font_sizes(list(range(start, end)))
    letters: list[tuple[int, float, float, float, float]] = []
    for index, font_size in enumerate(sizes):
        left, top, right, bottom = boxes[4 * index : 4 * index + 4]
        rise, size = types.of(start + index, font_size, top - bottom, bottom)
        letters.append((start + index, left, bottom + rise, right, size))
    units = []
    for size, group in groupby(letters, lambda letter: round(letter[4], 1)):
        run = list(group)
        (first, left, foot, right, _), last = run[0], run[-1]
        units.append(Unit(first, last[0] + 1, left, foot, max(right, last[3]), foot + size, spaced and first == start))
    return units


def _turned(text: TextPage, units: list[Unit], page: Page) -> tuple[list[Unit], list[Unit]]:
    """The units of a page whose text is turned, with their boxes as when it is held upright, and the rest."""
    quarters = [round(text.angle(unit.start) / _QUARTER) % 4 for unit in units]
    most = Counter(quarters).most_common(1)[0][0]
    kept, aside = [], []
    for unit, quarter in zip(units, quarters, strict=True):
        if quarter != most:
            aside.append(unit)
            continue
        first, last = text.tight_box(unit.start), text.tight_box(unit.end - 1)
        box = (min(first[0], last[0]), min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3]))
        unit.x0, _, unit.x1, _ = _upright(box, most, page)
        origin = text.origin(unit.start)
        unit.y0 = _upright((*origin, *origin), most, page)[1]
        unit.y1 = unit.y0 + (text.type_size(unit.start, text.font_sizes([unit.start])[0])[0] or 1.0)
        kept.append(unit)
    if most % 2:
        page.width, page.height = page.height, page.width
    return kept, aside


def _upright(box: tuple[float, float, float, float], quarter: int, page: Page) -> tuple[float, float, float, float]:
    """A box as it stands when a page whose text is turned by so many quarters clockwise is held upright."""
    left, bottom, right, top = box
    if quarter == 1:
        return page.height - top, left, page.height - bottom, right
    if quarter == 2:
        return page.width - right, page.height - top, page.width - left, page.height - bottom
    if quarter == 3:
        return bottom, page.width - right, top, page.width - left
    return box
