"""Notes and citations of pandoc's own test documents, against the trees that pandoc's authors keep of them.

A note is right if the reader has one with the same words whose mark stands after the same three words. A citation is
right if the reader has a mark for its key. A note's own number is no part of its words, in the tree or with us. The
writers' files all show one document (`writer.native`). Documents without a tree of their own (most Word files, e-books,
ODT) are laid against the tree that an installed pandoc makes of them.

Formats that Holdwater reads through pandoc are a measure of their own: there pandoc's reading of a format is measured
as much as ours of its tree, and a file that pandoc itself refuses counts as wrong.
"""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from eval import data
from eval.measure import Measure, Miss
from eval.readers.native import Told, parse, told, words_of
from holdwater.document import Document, MarkKind
from holdwater.errors import ReadError
from holdwater.read import read_bytes
from holdwater.read.formats import PANDOC_FORMATS, suffix_format

WRITTEN = {
    "markdown": ("testsuite.txt", "writer.markdown"),
    "html": ("writer.html4", "writer.html5"),
    "latex": ("writer.latex",),
    "wikitext": ("writer.mediawiki",),
    "jats": ("writer.jats_archiving", "writer.jats_publishing", "writer.jats_articleauthoring"),
    "rst": ("writer.rst",),
    "org": ("writer.org",),
    "textile": ("writer.textile",),
    "docbook": ("writer.docbook4", "writer.docbook5"),
    "rtf": ("writer.rtf",),
    "fb2": ("writer.fb2",),
}
PAIRS = {
    "jats-reader.xml": ("jats-reader.native", "jats"),
    "docx/notes.docx": ("docx/notes.native", "docx"),
    "docx/golden/notes.docx": ("docx/notes.native", "docx"),
    "docx/link_in_notes.docx": ("docx/link_in_notes.native", "docx"),
    "docx/golden/link_in_notes.docx": ("docx/link_in_notes.native", "docx"),
    "docx/sdt_in_footnote.docx": ("docx/sdt_in_footnote.native", "docx"),
    "rtf/footnote.rtf": ("rtf/footnote.native", "rtf"),
}
PEERS = ("docx/*.docx", "epub/*.epub", "odt/odt/*.odt", "html-reader.html", "latex-reader.latex")
BEFORE = 3


def measures() -> Iterator[Measure]:
    """Notes and citations over all documents that have a tree."""
    trees = Measure("trees", "pandoc's test documents, our readers and ODT: notes and citations right")
    through = Measure("trees_pandoc", "… in formats that pandoc reads for us")
    for file, native, form in _documents():
        path = _root() / file
        measure = through if form in PANDOC_FORMATS else trees
        if not path.exists():
            continue
        if form in PANDOC_FORMATS and not shutil.which("pandoc"):
            measure.excluded[f"no pandoc is installed for {form}"] += 1
            continue
        _compare(measure, path, told(parse((_root() / native).read_text(encoding="utf-8"))), form)
    for name, draft, tree in _commands():
        document = read_bytes(draft.encode(), name, format="markdown")
        _count(trees, document, told(parse(tree)), name)
    _peers(trees)
    yield trees
    if through.total:
        yield through


def _root() -> Path:
    return data.root() / "formats" / "pandoc-tests"


def _peers(measure: Measure) -> None:
    """Documents without a tree of their own against the one that an installed pandoc makes of them."""
    if not shutil.which("pandoc"):
        measure.excluded["no pandoc is installed to make their trees"] += 1
        return
    known = {str(_root() / file) for file in PAIRS}
    for pattern in PEERS:
        for path in sorted(_root().glob(pattern)):
            form = suffix_format(path.name)
            if str(path) in known or form is None:
                continue
            made = subprocess.run(
                ["pandoc", "-f", form, "-t", "native", path], capture_output=True, text=True, check=False
            )
            if made.returncode:
                measure.excluded["pandoc cannot read it"] += 1
            else:
                _compare(measure, path, told(parse(made.stdout)), form)


def _documents() -> Iterator[tuple[str, str, str]]:
    for form, files in WRITTEN.items():
        yield from ((file, "writer.native", form) for file in files)
    for file, (native, form) in PAIRS.items():
        yield file, native, form


def _commands() -> Iterator[tuple[str, str, str]]:
    """The tests that hold a Markdown document and its tree in one file: name, document, tree."""
    for path in sorted((_root() / "command").glob("*.md")):
        lines = path.read_text(encoding="utf-8").split("\n")
        if "% pandoc -t native" in lines:
            start, middle = lines.index("% pandoc -t native") + 1, lines.index("^D")
            end = lines.index("```", middle)
            yield path.name, "\n".join(lines[start:middle]), "\n".join(lines[middle + 1 : end])


def _compare(measure: Measure, path: Path, expected: Told, form: str) -> None:
    try:
        document = read_bytes(path.read_bytes(), path.name, format=form)
    except ReadError as fault:
        for _ in (*expected.notes, *expected.cites):
            measure.count(False, Miss(path.name, str(fault)))
        return
    _count(measure, document, expected, path.name)


def _count(measure: Measure, document: Document, expected: Told, name: str) -> None:
    found = list(_notes(document))
    for at, words in expected.notes:
        before = expected.words[max(0, at - BEFORE) : at]
        right = next((one for one in found if one[0] == before and words in (one[1], one[2] + one[1])), None)
        if right:
            found.remove(right)
        same = next((place for place, text, _ in found if text == words), None)
        reason = f"its mark stands after {same}" if same is not None else "no note has these words"
        measure.count(right is not None, Miss(name, reason, f"{' '.join(before)} [{' '.join(words)[:80]}]"))
    for place, words, _ in found:
        measure.count(False, Miss(name, "a note that is none", f"{' '.join(place)} [{' '.join(words)[:80]}]"))
    keys = Counter(mark.target for mark in document.marks_of(MarkKind.CITATION))
    for key in expected.cites:
        measure.count(keys[key] > 0, Miss(name, f"no citation of {key}"))
        keys[key] -= 1


def _notes(document: Document) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Each note as its marks show it: the three words before the mark, the note's words without its number, that."""
    notes = {note.id: note for note in document.notes}
    for mark in document.marks_of(MarkKind.NOTE):
        if mark.target in notes:
            note = notes[mark.target]
            words = words_of(note.span.of(document.text))
            label = words_of(note.label)
            lead = words[: len(label)] == label and len(words) > len(label)
            text = document.text[: mark.span.start]
            yield words_of(text[-400:])[-BEFORE:], words[len(label) :] if label and lead else words, label
