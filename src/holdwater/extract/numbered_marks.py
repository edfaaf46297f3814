"""Numbers of a list of references as people and language models write them in running text.

    (Source 2)   [Sources: 1, 3]   (ref. 2, p. 4)   [^2^]   said.^2^   “words” 2.   【2†source】   [2†]

Each leads to entries that the document's numbered list has, all of them, or is no citation. `【4:0†source】` counts a
model's own search results and no list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdwater.document import Span
from holdwater.extract.brackets import labels_in
from holdwater.extract.drafts import Draft
from holdwater.extract.locators import locator_in
from holdwater.extract.model import CitationKind
from holdwater.extract.quotation_marks import OpenMarks
from holdwater.extract.register import Register
from holdwater.patterns import waiting

_LIST = r"\d{1,3}(?:\s?(?:,\s?(?:and\s)?|;\s?|and\s|&\s?|[-–]\s?)\d{1,3}){0,9}"
_WORD = r"(?:[Ss]ee\s)?(?:[Ss]ources?|SOURCES?|[Rr]efs?|[Rr]eferences?|[Cc]itations?)"
_PLACE = r"(?P<place>,\s(?:pp?\.|pages?|§|sections?|paras?\.?|chapters?|ch\.)\s?[\w.–-]{1,12})?"
_NUMBERED = waiting(
    rf"(?P<open>[(\[]){_WORD}(?:\.|:)?\s?(?:nos?\.\s)?(?P<worded>{_LIST}){_PLACE}(?P<close>[)\]])(?![(\[:])"
    rf"|\[\^(?P<raised>\d{{1,3}})\^?\](?!:)"
    # behind punctuation or a word: not the exponent of a figure, a letter or a unit
    rf"|(?:(?<=[.,;!?\"”’'»)\]])|(?<=[^\W\d_]{{5}}))(?<!metre)(?<!meter)(?<!etres)(?<!eters)(?<!miles)(?<!yards)"
    rf"\^(?P<power>\d{{1,3}}(?:,\s?\d{{1,3}}){{0,5}})\^"
    # bare behind a quotation, before a stop: “… nobody owns” 1. The mayor
    r"|(?<=[^\s(\[][\"”»]\s)(?P<bare>\d{1,3}(?:,\s?\d{1,3}){0,5})(?=[.;,](?:\s|$))"
    rf"|【(?P<model>\d{{1,3}})(?:†[^【】\n]{{0,200}})?】|\[(?P<dagger>\d{{1,3}})†[^\[\]\n]{{0,200}}\](?!\()"
)
_PAIRS = ("()", "[]", "")


def find_numbered_marks(text: str, span: Span, register: Register) -> Iterator[Draft]:
    """The citations in `span` by a number of the document's list, but for a bare `[2]`; none within a quotation."""
    if not register.numbered:
        return
    marks = OpenMarks(text, span.start)
    for match in _NUMBERED.finditer(text, span.start, span.end):
        if (match["open"] or "") + (match["close"] or "") not in _PAIRS or marks.at(match.start()):
            continue
        written = next(filter(None, match.group("worded", "raised", "power", "bare", "model", "dagger")), "")
        labels = list(labels_in(re.sub(r"\s?\band\b\s?|\s?&\s?", ",", written)))
        found = [register.labelled(label) for label in labels]
        references = tuple(dict.fromkeys(each for each in found if each))
        if references and all(found):
            locator = locator_in(match["place"]) if match["place"] else None
            yield Draft(Span(*match.span()), CitationKind.BRACKET, match[0], references, locator=locator)
