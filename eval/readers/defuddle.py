"""Notes of HTML pages against the Markdown that people wrote down for them (Defuddle's fixtures).

How it is counted. The Markdown beside a page ends in its definitions: `[^3]: words`, each up to the next definition or
the end of the file. What stands before the first is the body, and `[^3]` in it, or in a definition, is a mark. The
Markdown is rendered to plain words by markdown-it; our `Document` is read from the page. On both sides white space and
the arrows that lead back are removed, and the words of a note, letter for letter and stop for stop, are compared.

- `defuddle_whole`: of all pages, those where the notes' words are the same and in the same order, where there are as
  many marks, in the same order and each after the same words (the last twenty letters and digits before it in its
  paragraph), and where each leads to the note of the same words. A page that should have no notes is whole if it has
  neither notes nor marks.
- `defuddle_false`: of all notes that we read, those whose words are no note's of the Markdown (a note that ends early
  or late is one), and as many again as are read twice.
- `defuddle_notes`: of all notes of the Markdown, those that we have with the right words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt

from eval import data
from eval.measure import Measure, Miss
from holdwater.document import Document, MarkKind
from holdwater.read import read_file

FOLDER = "formats/defuddle-footnotes"

_FRONT = re.compile(r"```json\n.*?\n```\n", re.S)
_DEFINITION = re.compile(r"^\[\^([^\]]+)\]:[ \t]*", re.M)
_MARK = re.compile(r"\[\^([^\]]+)\]")
_HELD = re.compile("\ue000([^\ue001]*)\ue001")
_IGNORED = re.compile(r"[\s↩↑⤴↵\ufe0e\ufe0f\u00ad\u200b\ufeff]+")
_NEAR = 20  # how many letters and digits before a mark have to be the same


@dataclass(frozen=True)
class Read:
    """The notes of one page, and of each mark the words before it and the note it leads to."""

    notes: tuple[str, ...]
    marks: tuple[tuple[str, str], ...]


def measures() -> Iterator[Measure]:
    """The measures of this module, over every fixture."""
    whole = Measure("defuddle_whole", "HTML pages of which every note and mark is right")
    right = Measure("defuddle_notes", "notes of HTML pages with the right words")
    false = Measure("defuddle_false", "notes of HTML pages that are none", ceiling=True)
    for page in sorted((data.root() / FOLDER / "fixtures").glob("*.html")):
        expected = of_markdown((data.root() / FOLDER / "expected" / f"{page.stem}.md").read_text(encoding="utf-8"))
        ours = of_document(read_file(page))
        reason = difference(expected, ours)
        whole.count(not reason, Miss(page.stem, reason))
        wanted, found = Counter(expected.notes), Counter(ours.notes)
        for words in expected.notes:
            right.count(wanted[words] <= found[words], Miss(page.stem, "not among the notes", words[:100]))
        surplus = found - wanted
        for words in ours.notes:
            false.count(not surplus[words], Miss(page.stem, "no such note", words[:100]))
            surplus[words] = max(0, surplus[words] - 1)
    yield from (whole, right, false)


def of_markdown(text: str) -> Read:
    """What the Markdown of a fixture says."""
    text = _FRONT.sub("", text, count=1)
    starts = [*_DEFINITION.finditer(text)]
    ends = [*(one.start() for one in starts[1:]), len(text)][: len(starts)]
    pieces = [("", _plain(text[: starts[0].start() if starts else len(text)]))]
    pieces += [(one[1], _plain(text[one.end() : end])) for one, end in zip(starts, ends, strict=True)]
    notes = {name: bare(_HELD.sub("", words)) for name, words in pieces[1:]}
    marks = []
    for _, words in pieces:
        for mark in _HELD.finditer(words):
            before = words[words.rfind("\n", 0, mark.start()) + 1 : mark.start()]
            marks.append((near(_HELD.sub("", before)), notes.get(mark[1], "")))
    return Read(tuple(notes.values()), tuple(marks))


def of_document(document: Document) -> Read:
    """What our reading of a page says."""
    notes = {note.id: bare(note.span.of(document.text)) for note in document.notes}
    marks = []
    for mark in document.marks_of(MarkKind.NOTE):
        block = document.block_at(mark.span.start)
        start = block.span.start if block is not None else mark.span.start
        marks.append((near(document.text[start : mark.span.start]), notes.get(mark.target, "")))
    return Read(tuple(notes.values()), tuple(marks))


def difference(expected: Read, ours: Read) -> str:
    """The first thing that is not the same; "" where everything is."""
    if len(expected.notes) != len(ours.notes):
        return f"{len(ours.notes)} notes, not {len(expected.notes)}"
    for wanted, found in zip(expected.notes, ours.notes, strict=True):
        if wanted != found:
            return f"a note reads {found[:60]!r} … {found[-40:]!r}, not {wanted[:60]!r} … {wanted[-40:]!r}"
    if len(expected.marks) != len(ours.marks):
        return f"{len(ours.marks)} marks, not {len(expected.marks)}"
    for number, (wanted, found) in enumerate(zip(expected.marks, ours.marks, strict=True), 1):
        if wanted != found:
            return f"mark {number}: after {found[0]!r}, to {found[1][:40]!r}, not {wanted[0]!r}, {wanted[1][:40]!r}"
    return ""


def bare(words: str) -> str:
    """Words without white space and without the arrows that lead back."""
    return _IGNORED.sub("", words)


def near(words: str) -> str:
    """The last letters and digits of some words."""
    return "".join(char for char in words[-200:] if char.isalnum())[-_NEAR:]


def _plain(text: str) -> str:
    """Markdown as plain words, each mark held as its name between two private characters."""
    held = _MARK.sub("\ue000\\1\ue001", text)
    words = []
    for token in MarkdownIt("commonmark").enable("table").parse(held):
        if token.type in ("fence", "code_block"):
            words.append(token.content)
        for child in token.children or ():
            if child.type in ("text", "code_inline"):
                words.append(child.content)
            elif child.type in ("softbreak", "hardbreak"):
                words.append(" ")
        words.append("\n")
    return "".join(words)
