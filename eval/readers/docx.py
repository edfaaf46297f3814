"""Word files: their words, headings and quotations against a named peer, their citations against the fields themselves.

The words are those of pandoc's HTML (where a pandoc is installed) and of docling's own expected HTML, in runs of ten.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from eval import data
from eval.measure import Measure, Miss
from holdwater.document import BlockKind, Document, MarkKind
from holdwater.read import read_file

RUN = 10
_WORD = re.compile(r"[^\W_]+")
_CHUNKS = frozenset("p li td th h1 h2 h3 h4 h5 h6 blockquote div table tr ul ol dt dd pre section figcaption".split())
_QUIET = frozenset({"style", "script", "title", "figcaption"})
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")


class _Chunks(HTMLParser):
    """The paragraphs of an HTML page: the innermost block's name, whether it is quoted, and the words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, bool, list[str]]] = []
        self._words: list[str] = []
        self._open: list[str] = []
        self._quiet = 0
        self._math = False
        self.left_out = 0
        self.feed(html)
        self._close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = dict(attrs).get("class") or ""
        note = kind in ("footnote-ref", "footnote-back")
        self._math |= tag == "span" and kind.startswith("math")
        if tag in _QUIET or (tag == "a" and (note or self._quiet)):
            self._quiet += 1
        if tag in _CHUNKS:
            self._close()
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._quiet and (tag in _QUIET or tag == "a"):
            self._quiet -= 1
        if tag in _CHUNKS:
            self._close()
            if tag in self._open:
                while self._open.pop() != tag:
                    pass

    def handle_data(self, data: str) -> None:
        if not self._quiet:
            self._words.append(data)

    def _close(self) -> None:
        words = _words("".join(self._words))
        if self._math:
            self.left_out += 1
        elif words:
            self.found.append((self._open[-1] if self._open else "", "blockquote" in self._open, words))
        self._words, self._math = [], False


def _words(text: str) -> list[str]:
    return _WORD.findall(text.translate(_RAISED).replace("\u00ad", "").lower())


def _files() -> list[Path]:
    folder = data.root() / "formats"
    return sorted((folder / "pandoc-tests" / "docx").glob("*.docx")) + sorted(
        folder.glob("docling-tests/docx/*/*.docx")
    )


def _peer(path: Path) -> str | None:
    """Pandoc's HTML of a file; None where it cannot read it."""
    command = ["pandoc", "-f", "docx", "-t", "html", "--wrap=none", str(path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=120)
    return done.stdout if not done.returncode else None


def measures() -> Iterator[Measure]:
    """Words and blocks against pandoc, words against docling, citations against their fields."""
    documents = {path: read_file(path) for path in _files()}
    yield from _against_pandoc(documents)
    yield _against_docling(documents)
    yield _citations(documents)


def _against_pandoc(documents: dict[Path, Document]) -> tuple[Measure, Measure]:
    words = Measure("docx_words", "Word files: runs of ten words of pandoc's text found in ours")
    blocks = Measure("docx_blocks", "Word files: pandoc's headings and quotations are ours")
    for path, document in documents.items():
        html = _peer(path) if shutil.which("pandoc") else None
        if html is None:
            why = "pandoc cannot read it" if shutil.which("pandoc") else "no pandoc is installed"
            words.excluded[why] += 1
            blocks.excluded[why] += 1
            continue
        page = _Chunks(html)
        chunks = page.found
        words.excluded["paragraphs with an equation, which pandoc writes in TeX"] += page.left_out
        _count_runs(words, path.name, chunks, document)
        _count_blocks(blocks, path.name, chunks, document)
    return words, blocks


def _count_runs(measure: Measure, name: str, chunks: list[tuple[str, bool, list[str]]], document: Document) -> None:
    ours = " ".join([" ", *_words(document.text), " "])
    for _, _, words in chunks:
        for start in range(0, max(1, len(words) - RUN + 1), RUN):
            run = " ".join(words[start : start + RUN])
            measure.count(f" {run} " in ours, Miss(name, "not in our text", run))


def _count_blocks(measure: Measure, name: str, chunks: list[tuple[str, bool, list[str]]], document: Document) -> None:
    ours = {
        (block.kind is BlockKind.HEADING, bool(block.quoted), " ".join(_words(block.span.of(document.text))))
        for block in document.blocks
    }
    for tag, quoted, words in chunks:
        heading = len(tag) == 2 and tag[0] == "h"
        if heading or quoted:
            said = (heading, quoted, " ".join(words))
            measure.count(said in ours, Miss(name, f"no {'heading' if heading else 'quotation'}", said[2]))


def _against_docling(documents: dict[Path, Document]) -> Measure:
    words = Measure("docx_docling", "Word files: runs of ten words of docling's expected text found in ours")
    for path, document in documents.items():
        expected = path.parents[1] / "groundtruth" / f"{path.name}.html"
        if expected.exists():
            _count_runs(words, path.name, _Chunks(expected.read_text(encoding="utf-8")).found, document)
    return words


def _citations(documents: dict[Path, Document]) -> Measure:
    cites = Measure("docx_cites", "Word files: works cited in fields of Zotero and Mendeley, with words and locator")
    for path, document in documents.items():
        titles = {record.id: record.csl.get("title") for record in document.records}
        ours = [
            (mark.span.of(document.text), titles.get(mark.target), mark.label.split(" ")[-1])
            for mark in document.marks_of(MarkKind.CITATION)
        ]
        for said in _told(path):
            cites.count(said in ours, Miss(path.name, "no such citation", str(said)))
            if said in ours:
                ours.remove(said)
    return cites


def _told(path: Path) -> Iterator[tuple[str, str, str]]:
    """The printed words, the title and the locator of each work in a file's citation fields."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"word/(?:document|footnotes|endnotes)\d*\.xml", name):
                for instruction in ElementTree.fromstring(archive.read(name)).iter():
                    if instruction.tag.endswith("}instrText") and "CSL_CITATION" in (instruction.text or ""):
                        yield from _items(instruction.text or "")


def _items(instruction: str) -> Iterator[tuple[str, str, str]]:
    told: dict[str, Any] = json.JSONDecoder().raw_decode(instruction[instruction.index("{") :])[0]
    kept = {**told.get("properties", {}), **told.get("mendeley", {})}
    printed = kept.get("plainCitation") or kept.get("plainTextFormattedCitation") or ""
    for item in told["citationItems"]:
        yield printed, item["itemData"]["title"], item.get("locator", "")
