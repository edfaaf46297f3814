"""How fast each format is read: real HTML and PDF from the evaluation data, an article of our own in the others.

    scripts/bench readers      a line a format: what it reads in a second of one core's time, and its floor

CPU time of one process is measured, so that other work on the machine does not count; two cores read twice as much.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import drafts
from eval import data
from holdwater.errors import ReadError
from holdwater.read import read_bytes

CHARACTERS = 1_500_000
"""How long the article is."""


@dataclass(frozen=True)
class Speed:
    """What was read in a second of CPU time, and what it has to be."""

    name: str
    rate: float
    floor: float
    unit: str

    @property
    def holds(self) -> bool:
        """Whether the rate reaches its floor."""
        return self.rate >= self.floor

    def line(self) -> str:
        """One line of the table."""
        verdict = "ok" if self.holds else "BELOW ITS FLOOR"
        return f"{self.name:<40} {self.rate:12,.1f} {self.unit:<14} ≥ {self.floor:9,.0f}  {verdict}"


def speeds() -> Iterator[Speed]:
    """The speed of every format that has a floor; HTML and PDF only where the evaluation data is at hand."""
    article = drafts.article(CHARACTERS)
    formats = data.root() / "formats"
    pages = [path for pattern in ("*.html", "*.xhtml") for path in sorted(formats.rglob(pattern))]
    if pages:
        yield Speed("HTML", len(pages) / _read_all("html", map(Path.read_bytes, pages)), 200, "pages/s")
    papers = list(_papers(formats))
    if papers:
        count = sum(number for _, number in papers)
        yield Speed("PDF", count / _read_all("pdf", (content for content, _ in papers)), 80, "pages/s")
    word = drafts.docx(article)
    text = len(read_bytes(word, "article.docx").text)
    yield Speed("DOCX, an article", text / _read_all("docx", [word]), 300_000, "characters/s")
    for name, floor in (("latex", 2.0), ("markdown", 2.0), ("plain", 2.0)):
        content = getattr(drafts, name)(article)
        yield Speed(f"{name}, an article", len(content) / 1e6 / _read_all(name, [content]), floor, "MB/s")
    dense = drafts.dense_latex(4_000)
    yield Speed("latex, dense markup", len(dense) / 1e6 / _read_all("latex", [dense]), 2.0, "MB/s")
    rfcs = sorted((data.root() / "rfc" / "txt").glob("rfc[1-4]??.txt.gz"))[:80]
    if rfcs:
        import gzip

        texts = [gzip.decompress(path.read_bytes()) for path in rfcs]
        yield Speed("plain, RFCs", sum(map(len, texts)) / 1e6 / _read_all("plain", texts), 2, "MB/s")


def _papers(folder: Path) -> Iterator[tuple[bytes, int]]:
    """The PDFs that have a text layer, each with its number of pages."""
    import pypdfium2

    for path in sorted(folder.rglob("*.pdf")):
        content = path.read_bytes()
        try:
            read_bytes(content, path.name)
        except ReadError:
            continue
        with pypdfium2.PdfDocument(content) as paper:
            yield content, len(paper)


def _read_all(form: str, contents: Iterable[bytes]) -> float:
    """Seconds of CPU time that reading all of them takes, the reader being loaded already."""
    waiting = list(contents)
    read_bytes(waiting[0], "first", format=form)
    began = time.process_time()
    for content in waiting:
        read_bytes(content, "timed", format=form)
    return time.process_time() - began


def main() -> int:
    """Print the table; 1 if a format is below its floor."""
    found = []
    for speed in speeds():
        print(speed.line(), flush=True)
        found.append(speed)
    return 0 if all(speed.holds for speed in found) else 1


if __name__ == "__main__":
    sys.exit(main())
