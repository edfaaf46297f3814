"""Formats read through pandoc: notes against pandoc's own trees, and words at their origins."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from eval import data
from eval.measure import Measure, Miss
from eval.readers.wikitext import count_places
from holdwater.document import Document
from holdwater.errors import UnreadableError
from holdwater.read import read_file

_FILES = {
    "writer.rst": "rst", "writer.org": "org", "writer.textile": "textile", "writer.docbook5": "docbook",
    "writer.fb2": "fb2", "writer.muse": "muse", "writer.dokuwiki": "dokuwiki", "writer.rtf": "rtf",
    "writer.typst": "typst", "rtf/footnote.rtf": "rtf", "odt/odt/footnote.odt": "odt",
}  # fmt: skip
_TREES = {"rtf/footnote.rtf": "rtf/footnote.native"}
_DEFAULT = "writer.native"
_ESCAPE = re.compile(r"\\(\d+)")
_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|[\[\]]|\bNote\b|\bStr\b|\bSpace\b|\bSoftBreak\b|\bCode\b')


def measures() -> Iterator[Measure]:
    """Notes and places of pandoc's own test files; nothing where pandoc is not installed."""
    notes = Measure("pandoc_notes", "through pandoc: notes of pandoc's trees found with their words")
    places = Measure("pandoc_places", "through pandoc: words that stand where their origin says")
    folder = data.root() / "formats" / "pandoc-tests"
    for name, format in _FILES.items():  # noqa: A001 - the word of the readers
        if shutil.which("pandoc") is None:
            notes.excluded["pandoc is not installed"] += 1
            continue
        try:
            document = read_file(folder / name, format=format)
        except UnreadableError as fault:
            notes.excluded[fault.what] += 1
            continue
        count_places(document, places)
        if name.startswith("odt"):
            continue
        _count_notes(document, folder / _TREES.get(name, _DEFAULT), name, notes)
    yield from (notes, places)


def _count_notes(document: Document, tree: Path, name: str, measure: Measure) -> None:
    found = [_bare(note.span.of(document.text)) for note in document.notes]
    for wanted in _notes_of(tree.read_text(encoding="utf-8")):
        start = _bare(wanted)[:40]
        measure.count(any(words.startswith(start) for words in found), Miss(name, "no such note", wanted[:80]))


def _bare(words: str) -> str:
    return "".join(re.findall(r"\w+", words)).lower()


def _notes_of(native: str) -> list[str]:
    """The words of the notes in a tree as pandoc prints it."""
    notes: list[str] = []
    depth, inside, string = 0, -1, False
    for token in _TOKEN.finditer(native):
        word = token[0]
        if word == "Note":
            inside, string = depth, False
            notes.append("")
        elif word in ("[", "]"):
            depth += 1 if word == "[" else -1
            if inside >= 0 and word == "]" and depth <= inside:
                inside = -1
        elif word in ("Space", "SoftBreak") and inside >= 0:
            notes[-1] += " "
        elif word == "Str":
            string = True
        elif token[1] is not None and inside >= 0 and string:
            notes[-1] += _ESCAPE.sub(lambda escape: chr(int(escape[1])), token[1])
            string = False
    return notes
