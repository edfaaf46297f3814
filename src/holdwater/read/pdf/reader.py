"""PDF: the words of its text layer in reading order, with the notes cut out of them and the furniture set aside."""

from __future__ import annotations

from dataclasses import replace

from holdwater.document import BlockKind, Document, Part
from holdwater.errors import ReadError, UnreadableError
from holdwater.patterns import waiting
from holdwater.read.pdf.columns import in_reading_order
from holdwater.read.pdf.foot import FootNote, RaisedMark, raised_marks, take_foot
from holdwater.read.pdf.furniture import set_aside
from holdwater.read.pdf.hyphens import Hyphens
from holdwater.read.pdf.labels import labels_of
from holdwater.read.pdf.lines import lines_of, pieces_of, turned_line
from holdwater.read.pdf.metadata import metadata_of
from holdwater.read.pdf.notes import tie, tie_endnotes
from holdwater.read.pdf.ocr import read_drawn
from holdwater.read.pdf.order import drop_lone_items, set_groups, set_levels
from holdwater.read.pdf.origins import PdfOrigins
from holdwater.read.pdf.page import Line, Page
from holdwater.read.pdf.paragraphs import Paragraph, Typography, continued, paragraphs_of, typography_of
from holdwater.read.pdf.pdfium import OpenFile, opened
from holdwater.read.pdf.quotations import name_quotations
from holdwater.read.pdf.references import entries, name_parts, name_unheaded
from holdwater.read.pdf.units import read_page
from holdwater.read.pdf.writer import Writer

MAX_PAGES = 10_000
"""How many pages of one file are read."""
_HEAD_PAGES = 3
_NO_TEXT = "no text layer"
_NO_LETTERS = "its fonts do not say which letters they show"
_UNKNOWN = waiting(r"[\ufffd\ue000-\uf8ff\x00-\x01\x03-\x08\x0e-\x1f]")
_LINE_END = waiting(r"[\x02\ufffe](?:\r\n)?|\r\n|\n|\r|\f")


def read(data: bytes, name: str, head: bool = False, ocr: bool = False) -> Document:
    """Read a PDF.

    Args:
        data: the file's bytes.
        name: what reports call it.
        head: read the first three pages only.
        ocr: read pages without a text layer with an installed tesseract.

    Returns:
        The document: the text in reading order, then the notes. Running heads, page numbers and text across the page
        are blocks of furniture. Pages that could not be read are named in `unread`.

    Raises:
        UnreadableError: it is encrypted or damaged, or no page has a text layer.
        ReadError: it has no pages.
    """
    with opened(data, name) as file:
        pages = _pages(file, name, head)
        metadata = metadata_of(file.says, pages[0].text if pages else "")
        unread = [] if head or file.pages <= MAX_PAGES else [f"pages {MAX_PAGES + 1}–{file.pages}: not read, too many"]
    if ocr:
        pages = _read_by_ocr(data, name, pages)
    unread = [f"page {page.number}: {page.fault}" for page in pages if page.fault] + unread
    if not any(page.units for page in pages):
        what = f"scanned: {_named(pages)} no text layer"
        raise UnreadableError(what, where=name, mend="read it with --ocr (needs tesseract), or give its text")
    return _document(data, name, pages, unread, metadata)


def _named(pages: list[Page]) -> str:
    return f"pages 1–{len(pages)} have" if len(pages) > 1 else "page 1 has"


def _pages(file: OpenFile, name: str, head: bool) -> list[Page]:
    if file.pages < 1:
        raise ReadError("a PDF without pages", where=name, mend="fetch or save it again")
    pages: list[Page] = []
    start = 0
    for index in range(min(file.pages, _HEAD_PAGES if head else MAX_PAGES)):
        with file.page(index) as text:
            if text is None:
                page = Page(index + 1, start, "", "", 0, 0, [], [], fault="damaged")
            else:
                page = read_page(text, start, file.label(index))
                page.fault = page.fault or ("" if text.blank else _fault(page))
                page.lines = lines_of(page, text)
        start += len(page.text) + 1
        pages.append(page)
    return pages


def _read_by_ocr(data: bytes, name: str, pages: list[Page]) -> list[Page]:
    """The pages, those without words read by tesseract."""
    found: list[Page] = []
    start = 0
    for page in pages:
        if page.fault in (_NO_TEXT, _NO_LETTERS):
            page = read_drawn(data, name, page, start)
            page.lines = pieces_of(page)
        page.start = start
        start += len(page.text) + 1
        found.append(page)
    return found


def _fault(page: Page) -> str:
    """Why a page cannot be read; its units are then taken from it."""
    if not page.units and not page.aside:
        return _NO_TEXT
    unknown = len(_UNKNOWN.findall(page.text))
    if unknown > 0.3 * len("".join(page.text.split())):
        page.units, page.aside = [], []
        return _NO_LETTERS
    return ""


def _document(data: bytes, name: str, pages: list[Page], unread: list[str], metadata: dict[str, str]) -> Document:
    printed = set_aside(pages)
    for page in pages:
        page.lines = in_reading_order(page.lines, page)
    type_of = typography_of([page.lines for page in pages])
    paragraphs, notes, marks = _structure(pages, type_of)
    tied = tie(notes, marks)
    drop_lone_items(paragraphs)
    name_parts(paragraphs)
    name_unheaded(paragraphs)
    name_quotations(paragraphs, type_of)
    paragraphs = continued(paragraphs)
    paragraphs = tie_endnotes(entries(paragraphs), marks, pages, tied)
    set_levels(paragraphs)
    set_groups(paragraphs)
    raw = "\f".join(page.text for page in pages)
    writer = Writer(
        pages, tied, labels_of(pages, printed), Hyphens(raw, (line.text for page in pages for line in page.lines))
    )
    for one in _with_furniture(paragraphs, pages):
        writer.write(one)
    writer.write_notes()
    writer.assembly.unread += unread
    document = writer.assembly.document(raw, name, "pdf", metadata)
    line_starts = (0, *(end.end() for end in _LINE_END.finditer(raw)))
    page_starts = tuple(page.start for page in pages)
    origins = PdfOrigins(raw, tuple(writer.assembly.builder.runs()), page_starts, line_starts, data)
    return replace(document, origins=origins)


def _structure(pages: list[Page], type_of: Typography) -> tuple[list[Paragraph], list[FootNote], list[RaisedMark]]:
    """The paragraphs of all pages, the notes at their feet, and the marks in their bodies."""
    paragraphs: list[Paragraph] = []
    notes: list[FootNote] = []
    marks: list[RaisedMark] = []
    awaited: set[str] = set()
    for page in pages:
        body, foot = take_foot(page.lines, page, type_of, awaited)
        if foot.rest and notes and notes[-1].page == page.number - 2:
            notes[-1].lines += foot.rest
        elif foot.rest:
            body += foot.rest
        notes += foot.notes
        here = raised_marks(body, page)
        open_still = awaited if foot.rest else set()
        answered = {note.label for note in foot.notes}
        awaited = (open_still | {mark.label for mark in here}) - answered if foot.notes or foot.rest else set()
        marks += here
        paragraphs += paragraphs_of(body, type_of)
    return paragraphs, notes, marks


def _with_furniture(paragraphs: list[Paragraph], pages: list[Page]) -> list[Paragraph]:
    """The paragraphs with each page's furniture before the first of them that begins on the page."""
    found: list[Paragraph] = []
    shown = 0
    for one in paragraphs:
        first = one.lines[0].page
        while shown <= first:
            found += _furniture(pages[shown])
            shown += 1
        found.append(one)
    for page in pages[shown:]:
        found += _furniture(page)
    return found


def _furniture(page: Page) -> list[Paragraph]:
    turned = turned_line(page)
    lines: list[Line] = [*page.furniture, *([turned] if turned else [])]
    return [Paragraph([line], BlockKind.FURNITURE, Part.NAVIGATION) for line in lines]
