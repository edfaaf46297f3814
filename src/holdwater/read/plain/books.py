"""Plain text of e-books: licences around the text, `[Footnote 1: …]`, _emphasis_."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from holdwater.document import BlockKind, Part
from holdwater.patterns import waiting
from holdwater.read.plain.draft import Cut, Draft
from holdwater.read.plain.notes import MARKED_KINDS, Notes, note_id

_FRAME = waiting(r"\*{3}\s?(START|END)\s+OF\s+(?:THE|THIS)\b.{3,300}", re.I)
_OLD_FRAME = waiting(r"\*END\*\s?THE SMALL PRINT|End of (?:the |this )?Project Gutenberg", re.I)
_PREPARED = waiting(r"(?:Produced|Prepared|Transcribed|E-?text prepared) by\b|\[?Transcriber[’']s Notes?\b", re.I)
_PICTURE = waiting(r"\[(?:Illustration|Figure|Map|Plate)\b:?\s*")
_FOOTNOTE = waiting(r"\[(?:Foot)?[Nn]ote\s+(\w{1,4}|[*†‡§])\s*[:.]\s*")
_MARK = waiting(r"\[(\w{1,4}|[*†‡§])\]")
_EMPHASIS = waiting(r"(?<![\w_/])_(?=[^\s_])([^_\n]{1,200}(?:\n[^_\n]{1,200}){0,4})(?<!\s)_(?![\w_])")
_LONGEST_NOTE = 12  # blocks
_LEAST_EMPHASIS = 2


def set_apart(drafts: Sequence[Draft]) -> None:
    """Make front matter of what stands before the words of the book, and navigation of the licence after them."""
    heads = [(index, _framing(draft)) for index, draft in enumerate(drafts)]
    start = next((index for index, what in heads if what == "start"), -1)
    end = next((index for index, what in heads if what == "end" and index > start), len(drafts))
    if start < 0 and end == len(drafts):
        return
    for index, draft in enumerate(drafts):
        prepared = start < index < start + 12 and _PREPARED.match(draft.lines[0].text)
        if index <= start or prepared:
            draft.kind, draft.part, draft.level, draft.group = BlockKind.FURNITURE, Part.FRONT, 0, 0
        elif index >= end:
            draft.kind, draft.part, draft.level, draft.group = BlockKind.FURNITURE, Part.NAVIGATION, 0, 0
        elif _PICTURE.match(draft.lines[0].text) and draft.lines[-1].text.endswith("]"):
            draft.kind = BlockKind.CAPTION


def _framing(draft: Draft) -> str:
    text = draft.lines[0].text
    if text[:1] not in "*Ee":
        return ""
    found = _FRAME.match(text)
    if found:
        return found[1].lower()
    return "end" if _OLD_FRAME.match(text) else ""


def find_footnotes(raw: str, drafts: list[Draft]) -> Notes | None:
    """The notes that are written `[Footnote 1: …]` where they fall, and their marks `[1]`; None without any."""
    cuts: list[Cut] = []
    found: list[tuple[str, int, int]] = []  # label, place in the file, number in the document's order
    index = 0
    while index < len(drafts):
        head = _FOOTNOTE.match(drafts[index].lines[0].text) if drafts[index].part is Part.BODY else None
        if not head:
            index += 1
            continue
        last = _footnote_end(drafts, index)
        serial = len(found) + 1
        for draft in drafts[index:last]:
            draft.kind, draft.part, draft.level = BlockKind.NOTE, Part.NOTES, 0
            draft.group = draft.note = serial
        drafts[index].label, drafts[index].skip = head[1], head.end()
        if drafts[last - 1].lines[-1].text.endswith("]"):
            end = drafts[last - 1].end
            cuts.append(Cut(end - 1, end))
        found.append((head[1], drafts[index].start, serial))
        index = last
    return Notes(drafts, cuts + _marks(raw, drafts, found)) if found else None


def _footnote_end(drafts: Sequence[Draft], first: int) -> int:
    """The block after the one that closes the bracket of a footnote; just the first where none nearby does."""
    depth = 0
    for index in range(first, min(first + _LONGEST_NOTE, len(drafts))):
        if index > first and _FOOTNOTE.match(drafts[index].lines[0].text):
            break
        text = drafts[index].text
        depth += text.count("[") - text.count("]")
        if depth <= 0:
            return index + 1
    return first + 1


def _marks(raw: str, drafts: Iterable[Draft], found: Sequence[tuple[str, int, int]]) -> list[Cut]:
    """`[1]` leads to the only footnote 1; where there are several, to the next one after it."""
    by_label: dict[str, list[tuple[int, int]]] = {}
    for label, place, serial in found:
        by_label.setdefault(label, []).append((place, serial))
    cuts = []
    for start, end in _ranges(drafts):
        for mark in _MARK.finditer(raw, start, end):
            notes = by_label.get(mark[1])
            if notes:
                after = bisect_right(notes, (mark.start(), 0))
                cuts.append(Cut(*mark.span(), mark[1], note_id(notes[min(after, len(notes) - 1)][1])))
    return cuts


def _ranges(drafts: Iterable[Draft]) -> list[tuple[int, int]]:
    return [(draft.start, draft.end) for draft in drafts if draft.part is Part.BODY and draft.kind in MARKED_KINDS]


def emphasis_cuts(raw: str, drafts: Iterable[Draft]) -> list[Cut]:
    """The underscores around emphasised words, in a text that emphasises in this way."""
    if raw.count("_") < 2 * _LEAST_EMPHASIS:
        return []
    cuts: list[Cut] = []
    for draft in drafts:
        if draft.kind in (BlockKind.CODE, BlockKind.TABLE) or draft.lines[0].depth:
            continue
        for found in _EMPHASIS.finditer(raw, draft.start, draft.end):
            cuts.append(Cut(found.start(), found.start() + 1, emphasis="open"))
            cuts.append(Cut(found.end() - 1, found.end(), emphasis="close"))
    return cuts if len(cuts) >= 2 * _LEAST_EMPHASIS else []
