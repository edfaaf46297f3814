"""Sets a document's paragraphs and notes as a PDF with notes at the foot of its pages, for the evaluation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tests.formats.make_pdf import Sheet, pdf, width, wrapped

SIZE, LEADING, SMALL, SMALL_LEADING = 10.5, 13.0, 8.5, 10.5
TOP, FOOT = 700.0, 80.0
HEAD = "A SPECIMEN OF SETTING"


@dataclass(frozen=True)
class Setting:
    """Where the columns of a page begin and how wide they are; how its notes are labelled."""

    columns: tuple[float, ...]
    wide: float
    anew: bool = False  # numbers begin anew on each page
    plain: bool = False  # the number stands on the note's line, with a stop


SETTINGS = (
    Setting((90.0,), 430.0),
    Setting((60.0, 318.0), 234.0),
    Setting((90.0,), 430.0, anew=True),
    Setting((120.0,), 370.0, plain=True),
)


@dataclass
class _Column:
    lines: list[tuple[float, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def height(self, more: Iterable[str] = ()) -> float:
        notes = [*self.notes, *more]
        return len(self.lines) * LEADING + len(notes) * SMALL_LEADING + (12.0 if notes else 0.0)


def set_pages(paragraphs: Iterable[str], notes: dict[str, str], setting: Setting) -> bytes:
    """The PDF of paragraphs in which `^67^` is the mark of note "67"."""
    columns: list[_Column] = [_Column()]
    labels: dict[int, int] = {}
    left_over: list[str] = []
    for indent, line in _lines(paragraphs, setting.wide):
        set_line, words = line, []
        page = (len(columns) - 1) // len(setting.columns)
        for mark in line.split("^")[1::2]:
            labels[page] = labels.get(page, 0) + 1
            label = str(labels[page]) if setting.anew else mark
            set_line = set_line.replace(f"^{mark}^", f"^{label}^", 1)
            words += wrapped(
                f"{label}. {notes[mark]}" if setting.plain else f"^{label}^ {notes[mark]}", setting.wide - 14, SMALL
            )
        if columns[-1].lines and columns[-1].height(words[:2]) + LEADING > TOP - FOOT:
            columns.append(_Column(notes=left_over))
            left_over = []
            if words and setting.anew and len(columns) % len(setting.columns) == 1 % len(setting.columns):
                labels[page] -= len(line.split("^")[1::2])
                page += 1
                set_line, words = _relabelled(line, notes, labels, page, setting)
        columns[-1].lines.append((indent, set_line))
        for index, word in enumerate(words):
            if left_over or (index > 1 and columns[-1].height([word]) > TOP - FOOT):
                left_over.append(word)
            else:
                columns[-1].notes.append(word)
    if left_over:
        columns.append(_Column(notes=left_over))
    return pdf(list(_sheets(columns, setting)))


def _relabelled(
    line: str, notes: dict[str, str], labels: dict[int, int], page: int, setting: Setting
) -> tuple[str, list[str]]:
    words: list[str] = []
    for mark in line.split("^")[1::2]:
        labels[page] = labels.get(page, 0) + 1
        line = line.replace(f"^{mark}^", f"^{labels[page]}^", 1)
        words += wrapped(f"^{labels[page]}^ {notes[mark]}", setting.wide - 14, SMALL)
    return line, words


def _lines(paragraphs: Iterable[str], wide: float) -> Iterator[tuple[float, str]]:
    """Each line and how far it is set in; a paragraph's first line is, by an em and a half."""
    for paragraph in paragraphs:
        first = True
        line = ""
        for word in paragraph.split():
            more = f"{line} {word}" if line else word
            if line and width(more.replace("^", ""), SIZE) > wide - (15 if first else 0):
                yield (15.0 if first else 0.0), line
                line, first = word, False
            else:
                line = more
        if line:
            yield (15.0 if first else 0.0), line


def _sheets(columns: list[_Column], setting: Setting) -> Iterator[Sheet]:
    number = len(setting.columns)
    for page, start in enumerate(range(0, len(columns), number), start=1):
        sheet = Sheet()
        sheet.put(90, 745, HEAD, 9)
        sheet.put(500, 745, str(page + 40), 9)
        for x, column in zip(setting.columns, columns[start : start + number], strict=False):
            y = TOP
            for indent, line in column.lines:
                sheet.line(x + indent, y, line, SIZE)
                y -= LEADING
            y = FOOT + (len(column.notes) - 1) * SMALL_LEADING
            for words in column.notes:
                sheet.line(x, y, words, SMALL)
                y -= SMALL_LEADING
        yield sheet
