"""PDF: block quotations, against the HTML that was printed.

Chapters of e-books (XHTML) and pages (HTML) with block quotations, printed by an installed Chromium in the layouts of
`LAYOUTS`; to have more of them than the data has, every sixth paragraph of four more chapters is made one, cut to one,
two or three of its sentences in turn. Each block that the HTML reader calls quoted is one item, right if all its
letters stand in blocks that are quoted in the PDF (verse, items, code and what is of fewer than five words are left
out); and so is each quoted block of the PDF, right if its letters stand in the quoted blocks of the HTML. Left out
where there is no Chromium, or another font than `pdf.FONT`: set in DejaVu Serif, 86.9 % are right in place of 93.0.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from eval import data
from eval.measure import Measure, Miss
from holdwater.document import BlockKind, Document
from holdwater.read import read_file

LAYOUTS = {
    "browser": "",
    "pandoc": "body{max-width:36em;margin:auto;padding:50px;hyphens:auto;font:12pt/1.5 serif}p{margin:1em 0}"
    "blockquote{margin:1em 0 1em 2em;padding-left:.8em}",
    "article": "@page{size:A4;margin:25mm}body{font:11pt serif;text-align:justify;hyphens:auto}"
    "p{margin:0;text-indent:1.2em}blockquote{font-size:10pt;margin:.7em 2em}blockquote p{text-indent:0}",
    "columns": "@page{size:A4;margin:18mm}body{font:9pt serif;column-count:2;column-gap:6mm;text-align:justify;"
    "hyphens:auto}h1,h2{column-span:all}p{margin:0;text-indent:1em}blockquote{margin:.6em 1.5em}"
    "blockquote p{text-indent:0}",
}
_EVERY = 6
_QUOTED = re.compile(r"<blockquote\b")
_PARAGRAPH = re.compile(r"<p>(.{80,}?)</p>", re.S)
_SENTENCE = re.compile(r"(?<=[a-z]{3}[.?!])\s+(?=[A-Z“])")
_LETTER = re.compile(r"[^\W_]")
_STRUCK = re.compile(
    r"<link[^>]*stylesheet[^>]*>|<style.*?</style>|<script.*?</script>|<a [^>]*noteref[^>]*>[^<]*</a>"
    r"|\bclass=\"[^\"]*\"",
    re.S,
)
Print = Callable[[Path, bool], Path | None]


def quotes(print_page: Print) -> Measure:
    """The measure `pdf_quotes`; `print_page` prints a page, with Chromium's heads and feet or without."""
    measure = Measure("pdf_quotes", "block quotations of printed pages, found and not invented")
    with tempfile.TemporaryDirectory() as folder:
        for name, suffix, page in _pages():
            for layout, style in LAYOUTS.items():
                path = Path(folder) / f"{name}-{layout}{suffix}"
                path.write_text(page.replace("</head>", f"<style>{style}</style></head>"), encoding="utf-8")
                pdf = print_page(path, layout == "browser")
                if pdf is None:
                    measure.excluded["Chromium printed nothing"] += 1
                    continue
                _count(measure, path.stem, read_file(path), read_file(pdf))
    return measure


def _pages() -> Iterator[tuple[str, str, str]]:
    """Pages with block quotations, their names and suffixes: those of the data's own, and chapters with some made."""
    made = 0
    for path in sorted((data.root() / "formats").rglob("*.*html")):
        size = path.stat().st_size
        if (
            path.suffix not in (".html", ".xhtml")
            or size > 160_000
            or path.stem in ("endnotes", "uncopyright", "epigraph")
        ):
            continue
        page = _STRUCK.sub("", path.read_text(encoding="utf-8", errors="replace"))
        book = path.parents[3].name[:12] if path.suffix == ".xhtml" else path.parent.name
        if _QUOTED.search(page):
            yield f"{book}-{path.stem}"[:60], path.suffix, page
        elif path.suffix == ".xhtml" and 20_000 < size < 60_000 and made < 4:
            made += 1
            yield f"{book}-{path.stem}-made", path.suffix, _with_quotations(page)


def _with_quotations(page: str) -> str:
    """The page with a quotation of one, two or three sentences after every sixth paragraph."""
    count = 0

    def quoted(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        sentences = _SENTENCE.split(re.sub(r"<[^>]*>", "", match[1]).strip())
        if count % _EVERY or not 40 < len(sentences[0]) < 400:
            return match[0]
        words = " ".join(sentences[: 1 + count // _EVERY % 3])
        return f"{match[0]}<blockquote><p>{words}</p></blockquote>"

    return _PARAGRAPH.sub(quoted, page)


def _letters(text: str) -> str:
    return "".join(_LETTER.findall(text.lower()))


def _count(measure: Measure, item: str, expected: Document, found: Document) -> None:
    theirs, ours = ([block for block in one.blocks if block.quoted] for one in (expected, found))
    in_theirs = "".join(_letters(block.span.of(expected.text)) for block in theirs)
    in_ours = "".join(_letters(block.span.of(found.text)) for block in ours)
    for block in theirs:
        words = block.span.of(expected.text)
        left_out = _left_out(block.kind, words)
        if left_out:
            measure.excluded[left_out] += 1
            continue
        measure.count(_letters(words) in in_ours, Miss(item, "a quotation that is not told as one", words[:100]))
    for block in ours:
        words = block.span.of(found.text)
        measure.count(_letters(words) in in_theirs, Miss(item, "told as a quotation, and is none", words[:100]))


def _left_out(kind: BlockKind, words: str) -> str:
    """Why a quoted block of the HTML is not looked for in the PDF; "" if it is."""
    if kind not in (BlockKind.QUOTE, BlockKind.PARAGRAPH):
        return f"{kind.value} in a quotation"
    if "\n" in words:
        return "verse"
    return "fewer than five words" if words.count(" ") < 4 else ""
