"""Reports named by the body that made them: "Report of the Tidal Commission", whose text is headed with the body alone.

On the title page the body stands on a line of its own, and what it made on another: TIDAL COMMISSION / REPORT.
"""

from __future__ import annotations

from holdwater.sources.dated import is_whole, volumes_in
from holdwater.sources.heads import Head
from holdwater.sources.titles import REFUSED, Likeness
from holdwater.sources.works import ReferenceWork, telling

_MADE = frozenset("report reports minutes proceedings transactions journal evidence papers".split())
_TELLING = 2  # words of the body's name


def by_body(reference: ReferenceWork, head: Head) -> Likeness:
    """How much of "Report of BODY" stands at a head: the body on its own line, the year, and the report or volume."""
    title = reference.title.words if reference.title else None
    if title is None or len(title) < 1 + _TELLING or title.texts[0] not in _MADE or title.all[1].link[:1] != ("of",):
        return Likeness(0.0, "nothing in common")
    rows = [head.words.texts[start:end] for start, end in head.rows]
    body = title.texts[1:]
    if body not in rows or telling(body) < _TELLING:
        return Likeness(0.0, "nothing in common")
    if reference.year is None or reference.year not in head.years:
        return Likeness(REFUSED, "the body stands at the head of the text without the year")
    made = title.texts[0]
    raw, volumes = reference.reference.raw, volumes_in("\n".join(head.lines))
    volume = volumes and (is_whole(raw) or volumes & volumes_in(raw))
    if not volume and not any(made in row[:1] + row[-1:] for row in rows if row != body):
        return Likeness(REFUSED, f"the body and the year stand at the head of the text, but no {made}")
    return Likeness(0.86, "the body, the year and what it made at the head of the text (0.86)", enough=True)
