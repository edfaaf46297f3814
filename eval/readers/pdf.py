"""PDF: words in their order, and notes, against the same documents in another format.

- `pdf_words`: documents that the data has both as PDF and in another format, told by the same file name without its
  suffix (`paper.pdf` and `paper.docx`, `.html`, `.xml`, `.nxml`, `.md`, `.txt`). The data has none: no PDF of
  docling-tests or pdf-samples shares more than two of a hundred runs of eight words with any other file of the data
  (all were compared). The measure is then left out, and given where there are such pairs.
- `pdf_printed`: chapters of e-books (XHTML), printed to PDF by an installed Chromium in three layouts: one column;
  two justified columns with hyphens under a heading across both, with Chromium's own running head and foot; and the
  small page of a book. Of all runs of ten words within a paragraph or heading of the XHTML, in our reading of it,
  those that stand in our reading of the PDF, furniture left out. Left out where there is no Chromium.
- `pdf_quotes`: block quotations of pages that Chromium prints; see `pdf_quotes.py`.
- `pdf_second`: the real PDFs of the data against what `pdftotext`, another program altogether, reads in them: of the
  runs of eight words within its paragraphs of running text, those that are also ours. It is no truth: it has numbers
  of pages and cells of tables in its paragraphs. Left out where there is no pdftotext.
- `pdf_notes`: chapters with notes, set by ourselves with their notes at the foot of the page, in one column and two,
  with numbers that run on and that begin anew on each page, long notes going on at the foot of the next page. Of all
  notes, those with the right words, letter for letter, whose one mark stands after the right words.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from eval import data
from eval.measure import Measure, Miss
from eval.readers.pdf_quotes import quotes
from eval.readers.pdf_setting import SETTINGS, set_pages
from holdwater.document import BlockKind, Document, MarkKind, Part
from holdwater.errors import ReadError
from holdwater.read import read_bytes, read_file

_WORD = re.compile(r"[^\W_]+")
_RUN, _SHORT_RUN = 10, 8
_OTHER = (".docx", ".html", ".xml", ".nxml", ".md", ".txt", ".xhtml", ".odt", ".tex")
_LAYOUTS = {
    "plain": "body{font:11pt serif}",
    "columns": "@page{size:A4;margin:18mm}body{font:9pt serif;column-count:2;column-gap:6mm;text-align:justify;"
    "hyphens:auto}h1,h2{column-span:all}p{margin:0;text-indent:1em}",
    "book": "@page{size:5in 8in;margin:15mm}body{font:10pt serif;text-align:justify;hyphens:auto}"
    "p{margin:0;text-indent:1.2em}blockquote{margin:1em 2em}",
}
_PRINTED = 6
FONT = "Liberation Serif"
_ASCII = str.maketrans(
    {"\u2060": "", "\u00a0": " ", "\u200a": "", "\u2009": " ", "\u202f": " ", "\ufeff": "", "\u2003": " "}
)


def measures() -> Iterator[Measure]:
    """The measures of this module."""
    pairs = list(_pairs())
    if pairs:
        words = Measure("pdf_words", "runs of ten words of PDFs, against the same document in another format")
        for other, pdf in pairs:
            _count_runs(words, other.name, read_file(other), read_file(pdf))
        yield words
    if shutil.which("chromium") and _prints_in(FONT):
        yield _printed()
        yield quotes(_print)
    if shutil.which("pdftotext"):
        yield _second()
    yield _notes()


def _prints_in(font: str) -> bool:
    """Whether what a page asks to be set in Times comes out in this font: the floors hold for its widths."""
    if not shutil.which("fc-match"):
        return False
    told = subprocess.run(["fc-match", "Times New Roman"], capture_output=True, text=True, check=False).stdout
    return font in told


def _pairs() -> Iterator[tuple[Path, Path]]:
    """Files of one name in another format and in PDF."""
    by_stem: dict[str, list[Path]] = defaultdict(list)
    for path in (data.root() / "formats").rglob("*"):
        if path.suffix in _OTHER:
            by_stem[path.stem].append(path)
    for pdf in sorted((data.root() / "formats").rglob("*.pdf")):
        for other in by_stem[pdf.stem][:1]:
            yield other, pdf


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).lower())


def _runs(words: list[str], length: int) -> Iterator[tuple[str, ...]]:
    for start in range(len(words) - length + 1):
        yield tuple(words[start : start + length])


def _read_runs(document: Document, length: int) -> set[tuple[str, ...]]:
    shown = (block.span.of(document.text) for block in document.blocks if block.kind is not BlockKind.FURNITURE)
    return set(_runs(_words(" ".join(shown)), length))


def _count_runs(measure: Measure, item: str, expected: Document, found: Document) -> None:
    """Count the runs of ten words within the blocks of one reading that the other has."""
    ours = _read_runs(found, _RUN)
    for block in expected.blocks:
        if block.kind in (BlockKind.FURNITURE, BlockKind.CODE, BlockKind.TABLE):
            continue
        for run in _runs(_words(block.span.of(expected.text)), _RUN):
            measure.count(run in ours, Miss(item, "not in the PDF's words", " ".join(run)))


def _chapters() -> Iterator[Path]:
    for path in sorted((data.root() / "formats").rglob("*.xhtml")):
        if path.parent.name == "text" and 15_000 < path.stat().st_size < 90_000 and path.stem != "endnotes":
            yield path


def _printed() -> Measure:
    measure = Measure("pdf_printed", "runs of ten words of printed e-books")
    chapters = list(_chapters())
    with tempfile.TemporaryDirectory() as folder:
        for path in chapters[:: max(1, len(chapters) // _PRINTED)]:
            for layout, style in _LAYOUTS.items():
                page = Path(folder) / f"{path.stem}-{layout}.xhtml"
                page.write_text(_styled(path.read_text(encoding="utf-8"), style), encoding="utf-8")
                pdf = _print(page, headed=layout == "columns")
                if pdf is None:
                    measure.excluded["Chromium printed nothing"] += 1
                    continue
                _count_runs(measure, page.stem, read_file(page), read_file(pdf))
    return measure


def _styled(page: str, style: str) -> str:
    """The page in one layout, its note marks raised; marks without notes in the page are left out on both sides."""
    page = re.sub(r"<link[^>]*stylesheet[^>]*>", "", page)
    page = re.sub(r"<a [^>]*noteref[^>]*>[^<]*</a>", "", page)
    return page.replace("</head>", f"<style>{style}</style></head>")


def _print(page: Path, headed: bool) -> Path | None:
    pdf = page.with_suffix(".pdf")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND"]
    command += [f"--print-to-pdf={pdf}", *([] if headed else ["--no-pdf-header-footer"]), page.as_uri()]
    subprocess.run(command, capture_output=True, timeout=120, check=False)
    return pdf if pdf.is_file() else None


def _second() -> Measure:
    measure = Measure("pdf_second", "runs of eight words of real PDFs, against pdftotext")
    for path in sorted((data.root() / "formats").rglob("*.pdf")):
        try:
            ours = _read_runs(read_file(path), _SHORT_RUN)
        except ReadError as fault:
            measure.excluded[fault.what.partition(":")[0]] += 1
            continue
        theirs = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=False).stdout.decode()
        for paragraph in re.split(r"\n\s*\n|\f", re.sub(r"[-\u00ad]\n(?=[^\W\d_A-Z])", "", theirs)):
            words = _words(paragraph)
            if _is_prose(words):
                for run in _runs(words, _SHORT_RUN):
                    measure.count(run in ours, Miss(path.name, "not in our words", " ".join(run)))
    return measure


def _is_prose(words: list[str]) -> bool:
    """Whether these are words of running text: at least a dozen, most of them longer than three letters, in Latin."""
    long = sum(len(word) > 3 and "a" <= word[0] <= "\u024f" for word in words)
    return len(words) >= 12 and long > 0.4 * len(words)


def _notes() -> Measure:
    measure = Measure("pdf_notes", "notes at the foot of a page with the right words and mark")
    for path in sorted((data.root() / "formats").rglob("*.xhtml")):
        if path.parent.name != "text" or path.stem == "endnotes":
            continue
        source = read_file(path)
        marks = source.marks_of(MarkKind.NOTE)
        if not marks or len({mark.label for mark in marks}) != len(marks):
            continue
        paragraphs, notes = _settable(source)
        for index, setting in enumerate(SETTINGS):
            found = read_bytes(set_pages(paragraphs, notes, setting), path.name + ".pdf")
            _count_notes(measure, f"{path.parents[3].name[:30]} {path.stem} setting {index}", paragraphs, notes, found)
    return measure


def _settable(source: Document) -> tuple[list[str], dict[str, str]]:
    """A document's paragraphs with `^label^` for each mark, and its notes, in letters that the fonts have."""
    texts = {note.id: note for note in source.notes}
    notes: dict[str, str] = {}
    paragraphs = []
    for block in source.blocks:
        if block.part is not Part.BODY or block.kind is BlockKind.FURNITURE:
            continue
        words, at = "", block.span.start
        for mark in source.marks_of(MarkKind.NOTE):
            if block.span.start <= mark.span.start <= block.span.end and mark.target in texts:
                words += f"{source.text[at : mark.span.start]}^{mark.label}^"
                at = mark.span.start
                notes[mark.label] = _western(texts[mark.target].span.of(source.text))
        paragraphs.append(_western(words + source.text[at : block.span.end]))
    return paragraphs, notes


def _western(text: str) -> str:
    return " ".join(text.translate(_ASCII).split()).encode("cp1252", "ignore").decode("cp1252")


def _count_notes(
    measure: Measure, item: str, paragraphs: Iterable[str], notes: dict[str, str], found: Document
) -> None:
    ours = {note.id: _letters(note.span.of(found.text)) for note in found.notes}
    marks = defaultdict(list)
    for mark in found.marks_of(MarkKind.NOTE):
        block = found.block_at(mark.span.start)
        begin = max(block.span.start if block else 0, mark.span.start - 200)
        marks[ours.get(mark.target, "")].append(_letters(found.text[begin : mark.span.start])[-20:])
    whole = "\n".join(paragraphs)
    for label, words in notes.items():
        line = whole.partition(f"^{label}^")[0].rpartition("\n")[2]
        before = _letters(re.sub(r"\^\d+\^", "", line[-300:]))[-20:]
        there = marks.get(_letters(words), [])
        reason = "not among the notes" if _letters(words) not in ours.values() else ""
        reason = reason or (
            "" if any(_ends_alike(before, one) for one in there) else f"its mark stands after {there}, not {before}"
        )
        measure.count(not reason, Miss(f"{item}: note {label}", reason, words[:100]))


def _ends_alike(one: str, other: str) -> bool:
    """Whether two stretches before a mark end in the same letters, as far as the shorter goes."""
    length = min(len(one), len(other))
    return length > 0 and one[-length:] == other[-length:]


def _letters(text: str) -> str:
    return "".join(_words(text))
