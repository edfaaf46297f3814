"""Whether the file has, at the origin of a word, that word: on a sample of words of every document in the data.

The file is opened anew for this, by nothing that the readers are made of: text formats by line and column (in the part
that the origin names, if it names one), Word documents by part, run and offset in an ElementTree, PDF by the characters
that PDFium has inside the origin's boxes. A word is right if the file's characters there are the word's; where the file
writes it otherwise (an entity, an escape, an accent's command, a ligature) they must hold the word's letters in order.
"""

from __future__ import annotations

import html
import random
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from eval import data
from eval.measure import Measure, Miss
from holdwater.document import Document, Span
from holdwater.errors import ReadError
from holdwater.read import read_file
from holdwater.read.formats import FORMATS, suffix_format

SAMPLE = 10_000
SEED = 1789
_WORD_TEXT = re.compile(r"\{[^}]*wordprocessingml[^}]*\}t")
_WORD = re.compile(r"\S+")
_TAG = re.compile(r"<[^<>]*>")  # a note mark's own markup may stand within a word
_LINE_END = re.compile(r"\r\n|\n|\r")
_SKIPPED = ("LICENSE", "groundtruth", "expected")
Look = Callable[[Document, Span], str]


def measures() -> Iterator[Measure]:
    """Words at their origins, and how many documents they come from."""
    right = Measure("origins", f"origins: the file's own characters are the word's, {SAMPLE:,} words")
    documents = list(_documents())
    chance = random.Random(SEED)
    share = -(-SAMPLE // max(len(documents), 1))
    spans = [(document, path, span) for document, path in documents for span in _sampled(document, share * 3, chance)]
    for document, path, span in chance.sample(spans, min(SAMPLE, len(spans))):
        if _composed(document, span):
            right.excluded["words of an equation, which the reader composes"] += 1
            continue
        word, there = span.of(document.text), _there(document, path, span)
        right.count(same(word, there), Miss(path.name, f"{word!r} stands as {there[:60]!r}", document.format))
    yield right


def _composed(document: Document, span: Span) -> bool:
    """Whether no text element of a Word file has the span: Holdwater writes equations out in a line."""
    return document.format == "docx" and not document.origins.word_runs(span)  # type: ignore[union-attr]


def same(word: str, there: str) -> bool:
    """Whether the file's characters `there` write the word."""
    if word == there:
        return True
    plain = unicodedata.normalize("NFC", html.unescape(_TAG.sub("", there))).replace("\u00ad", "")
    if unicodedata.normalize("NFC", word) == plain:
        return True
    letters = iter(unicodedata.normalize("NFKD", plain).casefold())
    wanted = [one for one in unicodedata.normalize("NFKD", word).casefold() if one.isalnum() and one.isascii()]
    return len(plain) <= 4 * len(word) + 60 and all(one in letters for one in wanted)


def _documents() -> Iterator[tuple[Document, Path]]:
    """Every document of the formats folder that some reader reads by itself, and a few RFCs."""
    root = data.root()
    files = sorted((root / "formats").rglob("*.*")) + sorted((root / "rfc" / "txt").glob("rfc1[0-4]*.txt.gz"))[:60]
    for path in files:
        form = suffix_format(path.name.removesuffix(".gz"))
        if form not in FORMATS or any(part in str(path) for part in _SKIPPED):
            continue
        try:
            document = read_file(path)
        except ReadError:
            continue
        if document.format in FORMATS:
            yield document, path


def _sampled(document: Document, number: int, chance: random.Random) -> Iterator[Span]:
    words = [
        Span(block.span.start + match.start(), block.span.start + match.end())
        for block in document.blocks
        for match in _WORD.finditer(block.span.of(document.text))
    ]
    yield from chance.sample(words, min(number, len(words)))


def _there(document: Document, path: Path, span: Span) -> str:
    """The file's own characters at the origin of a span."""
    looks: dict[str, Callable[[Document, Path, Span], str]] = {"docx": _in_word, "pdf": _in_pdf}
    return looks.get(document.format, _in_text)(document, path, span)


def _in_text(document: Document, path: Path, span: Span) -> str:
    origin = document.origin(span)
    lines = _lines(path, origin.part.removeprefix(f"{document.name}/") if origin.part else "")
    rows = lines[origin.line - 1 : origin.end_line]
    if not rows:
        return ""
    rows = [*rows[:-1], rows[-1][: origin.end_column - 1]]
    return "\n".join([rows[0][origin.column - 1 :], *rows[1:]])


@lru_cache(maxsize=400)
def _lines(path: Path, part: str) -> list[str]:
    """The lines of a file, or of a part of it: a member of the archive, or a file beside it."""
    if part and zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            content = archive.read(part)
    else:
        content = (Path(part) if part else path).read_bytes()
    if path.suffix == ".gz":
        import gzip

        content = gzip.decompress(content)
    return _LINE_END.split(content.decode("utf-8-sig", "replace"))


def _in_word(document: Document, path: Path, span: Span) -> str:
    runs = document.origins.word_runs(span)  # type: ignore[union-attr]
    return "".join(_texts(path, run.part)[run.text][run.start : run.end] for run in runs)


@lru_cache(maxsize=400)
def _texts(path: Path, part: str) -> list[str]:
    """The texts of a Word part's text elements, in the file's order."""
    with zipfile.ZipFile(path) as archive:
        tree = ElementTree.parse(BytesIO(archive.read(part)))
    return [element.text or "" for element in tree.iter() if _WORD_TEXT.fullmatch(element.tag)]


def _in_pdf(document: Document, path: Path, span: Span) -> str:
    boxes = document.origins.boxes(span)  # type: ignore[union-attr]
    return "".join(_page(path, box.page).get_text_bounded(box.left, box.bottom, box.right, box.top) for box in boxes)


@lru_cache(maxsize=64)
def _page(path: Path, number: int):  # type: ignore[no-untyped-def]
    import pypdfium2

    return pypdfium2.PdfDocument(path)[number - 1].get_textpage()
