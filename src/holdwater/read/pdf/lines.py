"""Units put together to lines, in the order in which the file draws them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from holdwater.patterns import waiting
from holdwater.read.pdf.page import Line, Page, Unit
from holdwater.read.pdf.pdfium import Box, TextPage

_CLOSE = 0.13
_MOST_DOTS = 200
_FIRST_LEFTWARD, _WIDEST_RUN = "\u0590", 20
_FEWEST_LETTERS = 4
_SIGNS = ".,;:!?’”)("
_LETTERS = waiting(r"(?:(?<!\w)[^\W\d_] ){3}[^\W\d_](?!\w)")
CELL_GAP = 1.5
"""A gap of so many type sizes within a row parts it into pieces."""


_OPENING = "“‘\"'«„"
_BOLD = waiting(r"bold|black|heavy|semib|demi|(?:^|\+)(?:cmbx|sfbx|ecbx|lmbx)|-bd\b|\.b\b", re.I)
_MONO = waiting(r"mono(?!type)|courier|typewriter|consol|menlo|(?:^|\+)(?:cmtt|sftt|ectt|lmtt)", re.I)


def lines_of(page: Page, text: TextPage) -> list[Line]:
    """The lines of a page that is open, those in bold type, and in type of one width, marked."""
    lines = pieces_of(page)
    _set_slanted(page.units, text)
    for line in lines:
        first, last = (text.font(unit.start) for unit in (line.units[0], line.units[-1]))
        line.bold = bool(_BOLD.search(first) and _BOLD.search(last))
        line.mono = bool(_MONO.search(first) and _MONO.search(last))
    if any(line.x0 > lines[0].x0 + line.size for line in lines):
        _set_dotted(lines, text.dots())
    return lines


def _set_slanted(units: list[Unit], text: TextPage) -> None:
    """Mark the units in italics; one that no blank goes before is as the one before it."""
    found = iter(text.slanted([unit.start for unit in units if unit.spaced]))
    slanted = False
    for unit in units:
        slanted = next(found) if unit.spaced else slanted
        unit.slanted = slanted


def _set_dotted(lines: list[Line], dots: list[Box]) -> None:
    """Mark the lines that a bullet is drawn before."""
    for left, bottom, right, top in dots[:_MOST_DOTS]:
        middle = (bottom + top) / 2
        for line in lines:
            beside = 0.2 * line.size < line.x0 - right and line.x0 - left < 2.2 * line.size
            if beside and line.base < middle < line.base + 0.8 * line.size:
                line.dotted = True


def pieces_of(page: Page) -> list[Line]:
    """The pieces of lines of a page in the file's order; what is drawn twice (false bold) is there once."""
    lines: list[Line] = []
    units: list[Unit] = []
    initials = _take_initials(page)
    goes_on = _goes_on_leftward if page.leftward else _goes_on
    for unit in page.units:
        if units and goes_on(units[-1], unit, page.text):
            units.append(unit)
        elif units and _again(units[-1], unit, page.text):
            continue
        else:
            _close(lines, units, page)
            units = [unit]
    _close(lines, units, page)
    for line in lines:
        line.initial = id(line.units[0]) in initials
    return lines


def _take_initials(page: Page) -> set[int]:
    """Put letters several lines high that begin a paragraph to the words that they belong to."""
    found = set()
    for unit, after in pairwise(page.units):
        size = after.y1 - after.y0
        letter = page.text[unit.start : unit.end].strip(_OPENING)
        if unit.y1 - unit.y0 < 1.7 * size or len(letter) != 1 or not letter.isupper():
            continue
        beside = -0.3 * size < after.x0 - unit.x1 < 1.2 * size and unit.y0 - 0.5 * size < after.y0 < unit.y1
        if beside and unit.y0 < after.y0 - 0.5 * size:
            word = page.text[after.start : after.end]
            after.spaced = letter in "AIO" and after.spaced and f"{letter}{word}".lower() not in page.text.lower()
            unit.x0, unit.x1, unit.y0, unit.y1 = after.x0, after.x0, after.y0, after.y1
            found.add(id(unit))
    return found


def _goes_on(last: Unit, unit: Unit, text: str) -> bool:
    """Whether a unit follows another one in the same piece of a line."""
    height = min(last.y1 - last.y0, unit.y1 - unit.y0)
    size = max(last.y1 - last.y0, unit.y1 - unit.y0)
    if min(last.y1, unit.y1) - max(last.y0, unit.y0) < 0.3 * height:
        return False
    gap = unit.x0 - last.x1
    if not unit.spaced and unit.start == last.end and text[last.end - 1] not in "\x02\ufffe":
        return -size < gap < 3 * size
    return -0.4 * size < gap < CELL_GAP * size


def _goes_on_leftward(last: Unit, unit: Unit, text: str) -> bool:
    """Whether a unit follows another one in a line that is read from the right; Latin words in it run against it."""
    if _goes_on(last, unit, text):
        return True
    height = min(last.y1 - last.y0, unit.y1 - unit.y0)
    against = text[last.start] < _FIRST_LEFTWARD or text[unit.start] < _FIRST_LEFTWARD
    near = abs(unit.x0 - last.x1) < _WIDEST_RUN * (unit.y1 - unit.y0)
    return against and near and min(last.y1, unit.y1) - max(last.y0, unit.y0) > 0.6 * height


def _again(last: Unit, unit: Unit, text: str) -> bool:
    """Whether a unit is the last one once more, drawn over it."""
    shared = min(last.x1, unit.x1) - max(last.x0, unit.x0)
    same = text[last.start : last.end] == text[unit.start : unit.end]
    return same and abs(last.y0 - unit.y0) < 1 and shared > 0.7 * (unit.x1 - unit.x0)


def _close(lines: list[Line], units: list[Unit], page: Page) -> None:
    if not units:
        return
    line = line_from(units, page)
    if lines and _covers(lines[-1], line):
        return
    if lines:
        last = lines[-1]
        shared = min(last.y1, line.y1) - max(last.y0, line.y0)
        line.beside = shared > 0.5 * min(last.size, line.size) and line.x0 >= last.x1 - 0.5 * line.size
    lines.append(line)


def _covers(last: Line, line: Line) -> bool:
    """Whether a line is the one before it once more."""
    return (
        last.text == line.text
        and abs(last.x0 - line.x0) + abs(last.y0 - line.y0) + abs(last.x1 - line.x1) < 0.3 * line.size
    )


def line_from(units: list[Unit], page: Page) -> Line:
    """The line that these units make."""
    size, base = _type_of(units)
    _close_up(units)
    text = _words_of(units, page)
    if _LETTERS.search(text):
        _close_letters(units, page)
        text = _words_of(units, page)
    return Line(
        page.number - 1,
        units,
        min([unit.x0 for unit in units]) if page.leftward else units[0].x0,
        min([unit.y0 for unit in units]),
        max([unit.x1 for unit in units]),
        max([unit.y1 for unit in units]),
        size,
        base,
        text,
    )


def _words_of(units: list[Unit], page: Page) -> str:
    return "".join(
        (" " if unit.spaced and index else "") + page.text[unit.start : unit.end] for index, unit in enumerate(units)
    )


def _close_letters(units: list[Unit], page: Page) -> None:
    """Take out the blanks within words that are set with room between their letters: s p a c e d."""
    run: list[Unit] = []
    for unit in units:
        piece = page.text[unit.start : unit.end].strip(_SIGNS)
        letter = len(piece) <= 1 and not piece.isdecimal()
        if run and not (letter and unit.spaced):
            _close_run(run, page)
            run = []
        if letter:
            run.append(unit)
    _close_run(run, page)


def _close_run(run: list[Unit], page: Page) -> None:
    """Close up letters that stand apart; where they do by two measures, the wider one parts words."""
    if len(run) < _FEWEST_LETTERS or _listed(run, page):
        return
    gaps = [max(0.0, unit.x0 - last.x1) for last, unit in pairwise(run)]
    within = 1.5 * sorted(gaps)[len(gaps) // 4] + 0.02 * (run[0].y1 - run[0].y0)
    near = sum(gap <= within for gap in gaps)
    if 2 * near >= len(gaps) and (near < len(gaps) or len(run) > _FEWEST_LETTERS):
        for unit, gap in zip(run[1:], gaps, strict=True):
            unit.spaced = gap > within


def _listed(run: list[Unit], page: Page) -> bool:
    """Whether letters follow each other as in the alphabet."""
    return all(ord(page.text[after.start]) - ord(page.text[before.start]) in (0, 1) for before, after in pairwise(run))


def _close_up(units: list[Unit]) -> None:
    """Take out the blanks that PDFium finds between letters and the exponents and indices close to them."""
    for last, unit in pairwise(units):
        if (
            unit.spaced
            and abs(unit.y1 - unit.y0 - last.y1 + last.y0) > 0.1
            and unit.x0 - last.x1 < _CLOSE * (last.y1 - last.y0)
        ):
            unit.spaced = abs(unit.y0 - last.y0) < 0.05 * (last.y1 - last.y0)


def _type_of(units: list[Unit]) -> tuple[float, float]:
    """The size and the foot of most of the letters."""
    first = units[0]
    size, base = first.y1 - first.y0, first.y0
    if all(abs(unit.y0 - base) < 0.1 and abs(unit.y1 - unit.y0 - size) < 0.1 for unit in units):
        return size, base
    weights: Counter[tuple[float, float]] = Counter()
    for unit in units:
        weights[round(unit.y1 - unit.y0, 1), round(unit.y0, 1)] += unit.end - unit.start
    return max(weights, key=lambda key: (weights[key], key[0]))


def joined(lines: Iterable[Line], page: Page) -> Line:
    """Pieces of one row put together to one line, left to right."""
    pieces = list(lines)
    if len(pieces) == 1:
        return pieces[0]
    for piece in pieces[1:]:
        piece.units[0].spaced = True
    line = line_from([unit for piece in pieces for unit in piece.units], page)
    line.cells = pieces
    line.initial, line.dotted = pieces[0].initial, pieces[0].dotted
    line.bold = all(piece.bold for piece in pieces)
    line.mono = all(piece.mono for piece in pieces)
    return line


def turned_line(page: Page) -> Line | None:
    """The text that stands across a page, as one line."""
    return line_from(page.aside, page) if page.aside else None
