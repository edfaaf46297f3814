"""Page numbers that stand in the words of a text: `[Pg 12]`, `[p. 12]`, `<p. 12>`, `{12}`, `*12`, `[*12]`, `[12]`.

They are pages because they count up. What else counts up in a text (paragraphs of a judgment, notes, references,
points of a list) begins at one, or stands at every paragraph, or close together; there `*12` and `[12]` say no page.

In an excerpt the numbers leap. The words behind `*1209` then stand on that page or on one before the next number,
`*1215`, and the page is called "1209–1214"; behind the last number "1231 ff.".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from holdwater.document import BlockKind, Part
from holdwater.patterns import waiting
from holdwater.read.plain.draft import Cut, Draft
from holdwater.read.roman import number_of

_LABEL = r"(\d{1,4}|[ivxlc]{1,8})"
_NAMED = (
    waiting(rf"[\[{{](?:Pg|Page|PAGE)\.? ?{_LABEL}[\]}}] ?"),
    waiting(rf"\[pp?\. ?{_LABEL}\](?![.,;:)]) ?"),
    waiting(rf"<(?:pp?\. ?|pg\.? |[Pp]age ){_LABEL}> ?"),
    waiting(rf"\{{{_LABEL}\}} ?"),
)
"""Marks that are a page's wherever they count up."""
_BARE = (
    waiting(r"(?<!\S)\*(\d{1,5})(?!\S) ?"),
    waiting(r"(?<!\S)\*\*(\d{1,5})(?!\S) ?"),
    waiting(r"\[\*(\d{1,5})\] ?"),
    waiting(r"\[\*\*(\d{1,5})\] ?"),
)
"""Marks that may be other things as well; where two kinds count, two editions are meant, and which is not said."""
_BRACKETED = waiting(r"(?<!\S)\[(\d{1,4})\](?!\S) ?")
_BRACKETS = waiting(r"\[\d[^\[\]]{0,40}\]")
_LEAST = 3
_LEAST_APART = 20
"""Characters from one mark to the next, on the average, of whatever kind."""
_APART = 100
"""Characters from one bare mark to the next, on the average: a list's points stand closer."""
_IN_WORDS = 600
"""Characters before a number in brackets that stands within a paragraph: citations by number stand closer."""
_FIRST_LEAPING = 100
"""A page from which on numbers with a star may leap: lower ones may count notes, dates or amounts."""
_LEAP = 200  # pages that an excerpt leaves out at most
_PROSE = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.HEADING)


def page_cuts(raw: str, drafts: Sequence[Draft]) -> list[Cut]:
    """The marks of pages in the text, which are no words of it; none where they do not count up."""
    if not any(sign in raw for sign in ("[", "{", "<p", "<P", "*")):
        return []
    spans = [(draft.start, draft.end) for draft in drafts if draft.part is not Part.FRONT]
    marks = max((_found(raw, spans, pattern) for pattern in _NAMED), key=len)
    if _counts_up(marks):
        return _cuts(marks)
    printed = _found(raw, spans, _NAMED[0])
    if _leaps(printed) and {draft.start for draft in drafts}.issuperset(found.start() for found in printed):
        return _leaping_cuts(printed)
    marks = _bare(raw, spans, drafts)
    if marks:
        return _cuts(marks)
    stars = [found for found in (_found(raw, spans, pattern) for pattern in _BARE) if found]
    if len(stars) == 1 and int(stars[0][0][1]) >= _FIRST_LEAPING and _leaps(stars[0]) and _are_apart(stars[0]):
        return _leaping_cuts(stars[0])
    return []


def _cuts(marks: Sequence[re.Match[str]]) -> list[Cut]:
    return [Cut(*found.span(), page=found[1]) for found in marks]


def _leaping_cuts(marks: Sequence[re.Match[str]]) -> list[Cut]:
    """The marks, each with the pages on which the words up to the next one may stand."""
    numbers = [int(found[1]) for found in marks]
    pages = [str(one) if other == one + 1 else f"{one}–{other - 1}" for one, other in pairwise(numbers)]
    pages.append(f"{numbers[-1]} ff.")
    return [Cut(*found.span(), page=page) for found, page in zip(marks, pages, strict=True)]


def _leaps(marks: Sequence[re.Match[str]]) -> bool:
    """Whether the numbers of marks rise throughout, as the pages of an excerpt do."""
    if len(marks) < _LEAST or not all(found[1].isdecimal() for found in marks):
        return False
    return all(0 < int(other[1]) - int(one[1]) <= _LEAP for one, other in pairwise(marks))


def _are_apart(marks: Sequence[re.Match[str]]) -> bool:
    return marks[-1].start() - marks[0].end() >= _APART * (len(marks) - 1)


def _bare(raw: str, spans: Sequence[tuple[int, int]], drafts: Sequence[Draft]) -> list[re.Match[str]]:
    """The marks of the one bare kind that comes again in the text, if they are pages."""
    kinds = [marks for marks in (_found(raw, spans, pattern) for pattern in _BARE) if len(marks) > 1]
    if len(kinds) > 1:
        return []
    marks = kinds[0] if kinds else _found(raw, spans, _BRACKETED)
    return marks if _counts_apart(marks) and (kinds or _are_pages(raw, drafts, marks)) else []


def _found(raw: str, spans: Sequence[tuple[int, int]], pattern: re.Pattern[str]) -> list[re.Match[str]]:
    return [found for start, end in spans for found in pattern.finditer(raw, start, end)]


def _counts_up(marks: Sequence[re.Match[str]]) -> bool:
    """Whether marks rise through the text, most of them by one or by two; `{0}` and `{1}` side by side are code."""
    if len(marks) < _LEAST or marks[0][1] == "0":
        return False
    numbers = [number_of(found[1].lower()) for found in marks]
    rising = sum(one[1] == other[1] and 0 < other[0] - one[0] <= 2 for one, other in pairwise(numbers))
    room = marks[-1].start() - marks[0].end()
    return 4 * rising >= 3 * (len(numbers) - 1) and room >= _LEAST_APART * (len(marks) - 1)


def _counts_apart(marks: Sequence[re.Match[str]]) -> bool:
    """Whether marks go on counting without a fault, from more than one, and with room for a page between them."""
    if len(marks) < _LEAST or marks[0][1] in ("0", "1"):
        return False
    steps = [int(after[1]) - int(before[1]) for before, after in pairwise(marks)]
    return set(steps) <= {1, 2} and 4 * steps.count(1) >= 3 * len(steps) and _are_apart(marks)


def _are_pages(raw: str, drafts: Sequence[Draft], marks: Sequence[re.Match[str]]) -> bool:
    """Whether numbers in brackets are pages and no notes, references or numbers of paragraphs.

    They are if nothing else stands in brackets as a number, no notes were found, each opens a paragraph or stands far
    from the one before it, and not much more than half of the paragraphs are opened by one.
    """
    if any(draft.note or draft.kind is BlockKind.REFERENCE for draft in drafts):
        return False
    every = sum(len(_BRACKETS.findall(raw, draft.start, draft.end)) for draft in drafts)
    opened = {draft.start for draft in drafts}
    gaps = zip(marks[1:], (after.start() - before.end() for before, after in pairwise(marks)), strict=True)
    if every > len(marks) or any(mark.start() not in opened and gap < _IN_WORDS for mark, gap in gaps):
        return False
    prose = [draft.start for draft in drafts if draft.kind in _PROSE and draft.start >= marks[0].start()]
    opening = opened.intersection(mark.start() for mark in marks)
    return 5 * len(opening) <= 3 * len(prose)
