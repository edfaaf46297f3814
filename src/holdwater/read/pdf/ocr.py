"""Pages without a text layer, drawn and read by an installed tesseract."""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections import defaultdict
from dataclasses import dataclass
from statistics import median

from holdwater.errors import ReadError
from holdwater.read.pdf.page import Page, Unit
from holdwater.read.pdf.pdfium import opened

DOTS_PER_INCH = 300
MAX_DOTS = 60_000_000
SECONDS_A_PAGE = 120
_POINTS = 72 / DOTS_PER_INCH


@dataclass(frozen=True, slots=True)
class _Word:
    line: tuple[str, str, str]
    left: int
    top: int
    right: int
    bottom: int
    text: str


def tesseract(name: str) -> str:
    """Where tesseract is installed.

    Raises:
        ReadError: it is not.
    """
    program = shutil.which("tesseract")
    if program is None:
        mend = "install it (Debian: apt install tesseract-ocr), or leave --ocr out"
        raise ReadError("pages without a text layer, and no tesseract to read them", where=name, mend=mend)
    return program


def read_drawn(data: bytes, name: str, page: Page, start: int) -> Page:
    """The page as tesseract reads it; its `fault` says why where it could not. `start` is its text's place."""
    program = tesseract(name)
    with opened(data, name) as file:
        drawn = file.grey(page.number - 1, DOTS_PER_INCH, MAX_DOTS)
    found = Page(page.number, start, page.label, "", page.width, page.height, [], [])
    if drawn is None:
        found.fault = "no text layer, and too large to draw"
        return found
    width, height, rows = drawn
    words = _words(program, b"P5 %d %d 255\n" % (width, height) + rows)
    if words is None:
        found.fault = "no text layer, and tesseract could not read it"
    elif words:
        _place(words, found)
    return found


def _words(program: str, picture: bytes) -> list[_Word] | None:
    """The words that tesseract reads in a picture; None where it fails or takes too long."""
    command = [program, "-", "-", "--dpi", str(DOTS_PER_INCH), "tsv"]
    try:
        done = subprocess.run(command, input=picture, capture_output=True, timeout=SECONDS_A_PAGE, check=True)
    except (subprocess.SubprocessError, OSError):
        return None
    rows = csv.DictReader(done.stdout.decode("utf-8", "replace").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [_word(row) for row in rows if row.get("level") == "5" and (row.get("text") or "").strip()]


def _word(row: dict[str, str]) -> _Word:
    left, top = int(row["left"]), int(row["top"])
    line = (row["block_num"], row["par_num"], row["line_num"])
    return _Word(line, left, top, left + int(row["width"]), top + int(row["height"]), row["text"].strip())


def _place(words: list[_Word], page: Page) -> None:
    """Put the words into the page, a line of theirs on one base line, in one size a block."""
    lines: dict[tuple[str, str, str], list[_Word]] = defaultdict(list)
    for word in words:
        lines[word.line].append(word)
    heights: dict[str, list[int]] = defaultdict(list)
    for (block, _, _), line in lines.items():
        heights[block].append(max(word.bottom for word in line) - min(word.top for word in line))
    text: list[str] = []
    length = 0
    for (block, _, _), line in lines.items():
        size = median(heights[block]) * _POINTS
        foot = page.height - median(word.bottom for word in line) * _POINTS
        for word in line:
            box = (word.left * _POINTS, foot, word.right * _POINTS, foot + size)
            page.units.append(Unit(length, length + len(word.text), *box, spaced=True))
            text.append(word.text)
            length += len(word.text) + 1
        text[-1] += "\n"
        length += 1
    page.text = " ".join(text)
