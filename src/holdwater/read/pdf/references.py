"""The list of references: one block an entry."""

from __future__ import annotations

import re

from holdwater.document import BlockKind, Part
from holdwater.patterns import waiting
from holdwater.read.headings import part_named
from holdwater.read.pdf.page import Line
from holdwater.read.pdf.paragraphs import Paragraph

_AFTER_IT = (BlockKind.FURNITURE, BlockKind.LIST_ITEM, BlockKind.TABLE, BlockKind.CAPTION)
_MOST_LINES, _MOST_HANGING, _FEWEST = 15, 6.0, 3
_YEAR = waiting(r"\b(?:1[4-9]\d\d|20\d\d)[a-z]?\b|\bn\.\s?d\.|\bforthcoming\b|\bin press\b", re.I)
_BEGINS = waiting(r"[^\W\d_a-z]|[“‘\"'«„—–_-]|(?:van|von|de|d[’']|al-)")
_AUTHOR = waiting(r"\W*[^\W\d_][\w’'-]*(?: [\w’'-]+){0,3}, |.{1,60}?[.,(] ?\(?(?:1[4-9]|20)\d\d\b|[—–_]{2}")
_LABELLED = waiting(r"^(?:\[[^\]\s]{1,12}\]|\(?\d{1,3}[.)])\s*\S")


def name_parts(paragraphs: list[Paragraph]) -> None:
    """Give what follows a heading such as "Notes" or "References" its part, as far as the next heading."""
    part, size = Part.BODY, 0.0
    for one in paragraphs:
        named = part_named(one.text.strip()) if len(one.text) < 80 and len(one.lines) == 1 else None
        if named is not None and one.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            part, size = named, one.size
            one.kind, one.level, one.skip = BlockKind.HEADING, one.level or 2, 0
        elif one.kind is BlockKind.HEADING and one.size >= size - 0.2:
            part = Part.BODY
        if part is not Part.BODY and one.part is Part.BODY:
            one.part = part


def name_unheaded(paragraphs: list[Paragraph]) -> None:
    """Give the list of references at the end that has no heading its part.

    It is told by its entries: their lines but the first hang in, and they have years. Notes may follow it.
    """
    end = len(paragraphs)
    while end and (paragraphs[end - 1].kind in _AFTER_IT or paragraphs[end - 1].part is Part.NOTES):
        end -= 1
    start = end
    while start and paragraphs[start - 1].kind is BlockKind.PARAGRAPH and paragraphs[start - 1].part is Part.BODY:
        start -= 1
    listed: list[Paragraph] = []
    sure, hanging = 0, 0
    entry: list[tuple[Line, Paragraph]] = []
    for one in reversed(paragraphs[start:end]):
        for at, line in reversed(list(enumerate(one.lines))):
            entry.insert(0, (line, one))
            inward = line.x0 - one.left
            if 0.7 * line.size < inward < _MOST_HANGING * line.size and len(entry) < _MOST_LINES:
                continue
            after_hanging = at > 0 and one.lines[at - 1].x0 - one.left > 0.7 * line.size
            if not _is_entry(entry) or (at and not after_hanging):
                entry = []
                break
            sure, hanging = sure + 1, hanging + (len(entry) > 1)
            listed += [paragraph for _, paragraph in entry]
            entry = []
        else:
            continue
        break
    if sure >= _FEWEST and 2 * hanging >= sure:
        for one in listed:
            one.part = Part.REFERENCES


def _is_entry(entry: list[tuple[Line, Paragraph]]) -> bool:
    """Whether lines are an entry: one that begins at the margin, the others at one place further in; with a year."""
    words = " ".join(line.text for line, _ in entry)
    first, one = entry[0]
    hung = {round(line.x0 - paragraph.left) for line, paragraph in entry[1:]}
    even = not hung or max(hung) - min(hung) <= 1
    if len(entry) == 1 and not _AUTHOR.match(words):
        return False
    return even and first.x0 - one.left < 0.4 * first.size and bool(_BEGINS.match(words) and _YEAR.search(words))


def entries(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs with the references' own parted into entries."""
    found: list[Paragraph] = []
    listed: list[Paragraph] = []
    for one in paragraphs:
        if one.part is Part.REFERENCES and one.kind not in (BlockKind.HEADING, BlockKind.FURNITURE, BlockKind.CAPTION):
            listed.append(one)
            continue
        found += _parted(listed)
        listed = []
        found.append(one)
    return found + _parted(listed)


def _parted(listed: list[Paragraph]) -> list[Paragraph]:
    lines = [(line, one, not index) for one in listed for index, line in enumerate(one.lines)]
    if not lines:
        return []
    starts = _starts(lines)
    found: list[Paragraph] = []
    for (line, one, _), begins in zip(lines, starts, strict=True):
        if begins or not found:
            found.append(Paragraph([], BlockKind.REFERENCE, Part.REFERENCES, left=one.left, right=one.right))
        found[-1].lines.append(line)
    return found


def _starts(lines: list[tuple[Line, Paragraph, bool]]) -> list[bool]:
    """Which lines begin an entry: those with a label, else those that hang out to the left, else paragraphs' own."""
    labelled = [bool(_LABELLED.match(line.text)) for line, _, _ in lines]
    if labelled[0] and sum(labelled) > 1:
        return labelled
    outward = [line.x0 < one.left + 0.4 * line.size for line, one, _ in lines]
    if outward[0] and 0.15 < sum(outward) / len(outward) < 0.9:
        return outward
    return [first for _, _, first in lines]
