"""Wikitext against pandoc's own plain text of the same page: runs of ten words, and words at their origins."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from eval import data
from eval.measure import Measure, Miss
from eval.readers.origins import same
from holdwater.document import Document, Span
from holdwater.read import read_file

_WORD = re.compile(r"\w+")
_RUN = 10
_NOTE_MARK = re.compile(r"\[\d+\]")
_NUMBER = re.compile(r"\d{1,2}|[ivx]{1,5}|.")  # of a list, which wikitext does not write
_RAISED = re.compile(r"[\^_]\(([^()]*)\)")  # how plain text writes what is raised or lowered
_RTF = re.compile(r"\\u(-?\d{1,6}) ?\??")
_URL = re.compile(r"https?://\S+|/url\S*")


def measures() -> Iterator[Measure]:
    """Words and places of pandoc's test page in wikitext."""
    folder = data.root() / "formats" / "pandoc-tests"
    document = read_file(folder / "writer.mediawiki", format="wikitext")
    plain = (folder / "writer.plain").read_text(encoding="utf-8")
    words = Measure("wikitext_words", "wikitext: ten-word runs of pandoc's plain text found")
    ours = " ".join(_words(document.text))
    theirs = _words(_RAISED.sub(r"\1", _NOTE_MARK.sub("", plain.partition("\n\n")[2])))  # without the title
    for start in range(0, len(theirs) - _RUN, _RUN):
        run = " ".join(theirs[start : start + _RUN])
        words.count(run in ours, Miss(str(start), "not in our text", run))
    yield words
    places = Measure("wikitext_places", "wikitext: words that stand where their origin says")
    count_places(document, places)
    yield places


def _words(text: str) -> list[str]:
    words = _WORD.findall(unicodedata.normalize("NFKC", _URL.sub(" ", text)).lower())
    return [word for word in words if not _NUMBER.fullmatch(word)]


def count_places(document: Document, measure: Measure) -> None:
    """Count each word of a document: whether its letters stand in the file where its origin says."""
    for word in _WORD.finditer(document.text):
        origin = document.origin(Span(*word.span()))
        there = document.line_text(origin.line, origin.part)[origin.column - 1 : origin.end_column - 1]
        there = _RTF.sub(lambda escape: chr(int(escape[1]) % 65536), there)
        measure.count(
            same(word[0], there), Miss(f"{document.name}:{word.start()}", f"there stands {there[:40]!r}", word[0])
        )
