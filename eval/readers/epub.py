"""Books as EPUB: all their words, their notes tied to the right marks, true places.

- `epub_words`: pandoc, the named peer, reads each book too, where it is installed. Of the runs of ten words of its
  plain text, those that our text holds, with the labels of note marks put in at their places as it prints them.
- `epub_notes`: the unpacked books of Standard Ebooks are zipped in memory. `xml.etree`, which knows nothing of our
  reader, finds their `epub:type="noteref"` links in the order of the spine: the words before each, its label, and the
  words of the endnote that it leads to. A mark counts as right if all three are ours.
- `epub_places`: of all characters that come from the file, those that stand at their origin in it.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from xml.etree import ElementTree

from eval import data
from eval.measure import Measure, Miss
from holdwater.document import Document, FileOrigins, MarkKind
from holdwater.read import read_bytes

_OPF = "{http://www.idpf.org/2007/opf}"
_TYPE = "{http://www.idpf.org/2007/ops}type"
_CONTAINER = (
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="epub/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_RUN = 10
_BEFORE = 25
_BLANK = re.compile(r"[\s\u00ad\u200b\u2060\ufeff]+")
_WORD = re.compile(r"[^\W_]+")


def measures() -> Iterator[Measure]:
    """The measures of this module, over every book there is."""
    words = Measure("epub_words", "runs of ten words of pandoc's text of a book that are in ours")
    notes = Measure("epub_notes", "marks of whole books at their place and tied to their endnote")
    places = Measure("epub_places", "books of which every character has its true place")
    for folder in sorted((data.root() / "formats/standardebooks").glob("*/src")):
        content = zipped(folder)
        name = f"{folder.parent.name}.epub"
        document = read_bytes(content, name)
        _count_notes(notes, name, folder / "epub", document)
        _count_words(words, name, content, document)
        _count_places(places, name, document)
    for path in sorted(data.root().glob("formats/**/*.epub")):
        document = read_bytes(path.read_bytes(), path.name)
        _count_words(words, path.name, path.read_bytes(), document)
        _count_places(places, path.name, document)
    yield from (words, notes, places)


def zipped(folder: Path) -> bytes:
    """A book's unpacked files as an EPUB."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", _CONTAINER)
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(folder).as_posix())
    return content.getvalue()


def _count_words(measure: Measure, name: str, content: bytes, document: Document) -> None:
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        measure.excluded["pandoc is not installed"] += 1
        return
    command = [pandoc, "-f", "epub", "-t", "plain", "--wrap=none"]
    text = subprocess.run(command, input=content, capture_output=True, check=True, timeout=300).stdout.decode()
    ours = f" {' '.join(_words(_labelled(document)))} "
    theirs = _words(text)
    for at in range(0, len(theirs) - _RUN + 1, _RUN):
        run = " ".join(theirs[at : at + _RUN])
        measure.count(f" {run} " in ours, Miss(name, "a run of pandoc's is not in our text", run))


def _labelled(document: Document) -> str:
    """Our text with the labels of note marks and of notes in it, as pandoc prints them."""
    labels = [(mark.span.start, mark.label) for mark in document.marks_of(MarkKind.NOTE)]
    labels += [(note.span.start, f"{note.label} ") for note in document.notes]
    pieces, at = [], 0
    for place, label in sorted(labels):
        pieces += [document.text[at:place], label]
        at = place
    return "".join([*pieces, document.text[at:]])


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _count_notes(measure: Measure, name: str, folder: Path, document: Document) -> None:
    nowhere = ("", "", "")
    for number, (wanted, found) in enumerate(zip_longest(links(folder), marks(document), fillvalue=nowhere), 1):
        detail = f"wanted {wanted}, found {found}"[:300]
        measure.count(wanted == found, Miss(name, f"mark {number} is not as the file has it", detail))


def links(folder: Path) -> list[tuple[str, str, str]]:
    """The words before each note link of a book, its label, and the words of the endnote that it leads to."""
    found: list[tuple[str, str, str]] = []
    notes: dict[str, str] = {}
    before: list[str] = []
    for path in _spine(folder):
        body = next(one for one in ElementTree.parse(path).iter() if one.tag.endswith("}body"))
        for kind, words, target in _events(body):
            if kind == "link":
                found.append((_joined(before), words, target.rpartition("#")[2]))
            else:
                before.append(words)
        if body.find(".//*[@id='note-1']") is not None:
            notes |= {one.get("id", ""): _text(one) for one in body.iter() if one.get("id", "").startswith("note-")}
    return [(before, label, notes.get(target, "no such endnote")) for before, label, target in found]


def _spine(folder: Path) -> list[Path]:
    package = ElementTree.parse(folder / "content.opf")
    items = {one.get("id"): one.get("href", "") for one in package.iter(f"{_OPF}item")}
    paths = [folder / items[one.get("idref")] for one in package.iter(f"{_OPF}itemref")]
    return [path for path in paths if path.exists()]


def _events(element: ElementTree.Element) -> Iterator[tuple[str, str, str]]:
    """The words of an element in order, and between them its note links with label and target."""
    if "noteref" in element.get(_TYPE, "").split():
        yield "link", "".join(element.itertext()), element.get("href", "")
    elif "backlink" not in element.get(_TYPE, "").split():
        yield "words", element.text or "", ""
        for child in element:
            yield from _events(child)
            yield "words", child.tail or "", ""


def _text(element: ElementTree.Element) -> str:
    return _BLANK.sub("", "".join(words for kind, words, _ in _events(element) if kind == "words"))


def _joined(before: list[str]) -> str:
    words = ""
    for piece in reversed(before):
        words = _BLANK.sub("", piece) + words
        if len(words) > _BEFORE:
            break
    return words[-_BEFORE:]


def marks(document: Document) -> list[tuple[str, str, str]]:
    """The same of our document: the words before each mark, its label, the words of its note."""
    notes = {note.id: _BLANK.sub("", note.span.of(document.text)) for note in document.notes}
    found = []
    for mark in document.marks_of(MarkKind.NOTE):
        before = _BLANK.sub("", document.text[max(0, mark.span.start - 4 * _BEFORE) : mark.span.start])
        found.append((before[-_BEFORE:], mark.label, notes.get(mark.target, "")))
    return found


def _count_places(measure: Measure, name: str, document: Document) -> None:
    wrong = misplaced(document)
    measure.count(not wrong, Miss(name, f"{len(wrong)} characters stand elsewhere", str(wrong[:5])))


def misplaced(document: Document) -> list[tuple[int, str, str]]:
    """Characters taken from the file that do not stand where their origin says, but for entities and white space."""
    origins = document.origins
    assert isinstance(origins, FileOrigins)
    found = []
    for run in origins.runs:
        for at in range(run.length):
            ours, there = document.text[run.text_start + at], origins.raw[run.raw_start + at]
            blank = ours.isspace() and (there.isspace() or there == "<")
            if ours != there and not blank and there != "&":
                found.append((run.text_start + at, ours, there))
    return found
