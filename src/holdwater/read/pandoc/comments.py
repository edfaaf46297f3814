"""Comments addressed to Holdwater in formats whose comments pandoc leaves out: found in the file, and given a place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from holdwater.document import Mark, MarkKind, Run, Span
from holdwater.patterns import waiting

_LINE = r"^[ \t]{0,80}%s[ \t]*(holdwater[ \t]*:.*)$"
_XML = r"<!--\s{0,80}(holdwater\s{0,9}:(?:[^-<]|-(?!->)|<(?!!--)){0,4000})-->"
_FORMS = {
    "rst": r"^[ \t]{0,80}\.\.(?:[ \t]|[ \t]{0,9}\n[ \t]{1,80})[ \t]{0,80}(holdwater[ \t]*:.*(?:\n[ \t]+\S.*){0,20})$",
    "org": _LINE % "#(?=[ \t])",
    "typst": _LINE % "//+",
    "textile": _LINE % r"###\.+",
    "muse": _LINE % ";(?=[ \t])",
    "t2t": _LINE % "%+",
    "man": _LINE % r"(?:['.]\\\"|\\\")",
    "docbook": _XML,
    "fb2": _XML,
    "opml": _XML,
}
"""How a format writes a comment."""

_CLOSES = waiting(r"\s{0,80}</")
_MAX = 2000
"""How many characters of a comment are kept; what is longer was not written as one to Holdwater."""


class Comment(NamedTuple):
    """A comment to Holdwater: where it ends in the file, its words, and whether it belongs to what stands before it."""

    end: int
    words: str
    beside: bool


def comments(raw: str, format: str) -> Iterator[Comment]:  # noqa: A002 - Document's own word
    """The comments of a file that are addressed to Holdwater; in XML, one that ends its element belongs to it."""
    form = _FORMS.get(format)
    if form is not None and "holdwater" in raw.lower():
        for found in re.finditer(form, raw, re.M | re.I):
            beside = form == _XML and _CLOSES.match(raw, found.end()) is not None
            yield Comment(found.end(), " ".join(found[1][:_MAX].split()), beside)


def marks(found: Sequence[Comment], runs: Sequence[Run], length: int) -> Iterator[Mark]:
    """A mark of no width for each comment: after the word before it, or before the next one; `length` is the text's."""
    by_place = sorted((run.raw_start, run.text_start, run.length) for run in runs if run.length)
    for comment in found:
        index = bisect_left(by_place, (comment.end,))
        if comment.beside and index:
            _, start, size = by_place[index - 1]
            at = start + size
        else:
            at = by_place[index][1] if index < len(by_place) else length
        yield Mark(Span(at, at), MarkKind.COMMENT, comment.words)
