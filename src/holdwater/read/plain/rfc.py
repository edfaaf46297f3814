"""The layout of RFCs in plain text: what is front matter, table of contents, code, and which lines are references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from holdwater.document import BlockKind, Part
from holdwater.patterns import waiting
from holdwater.read.plain.draft import Draft
from holdwater.read.plain.kinds import heading_level
from holdwater.read.plain.layout import lay_out, measure
from holdwater.read.plain.lines import Line, runs

_NUMBER = waiting(r"(?:Re[a-z]{5,6}\s+for\s+Comments?|RFC)\s*[:#-]*\s*(?:RFC\s*-?\s*)?(\d{1,5})\b", re.IGNORECASE)
_SAYS_NUMBER = waiting(r"Re[a-z]{5,6}\s+for\s+Comments?\s*:?\s*(?:RFC\s*-?\s*)?\d{1,5}\b", re.IGNORECASE)
_DATE = waiting(
    r"(?:\b\d{1,2}(?:-\d{1,2})?\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s+(?:\d{1,2},?\s+)?(?:19|20)\d\d\b"
)
_AUTHOR = waiting(
    r"(?:[A-Z]\.\s?-?){1,3}\s?(?:(?:van|von|de|der|den|del|la|le|du)\s+){0,3}[^\W\d_][\w'’-]+(?: [A-Z][\w'’-]+)?"
)
_FRONT_END = waiting(
    r"(?:status\s+of\s+th(?:is|e)|abstract|summary|introduction|copyright\s+notice|table\s+of\s+contents|contents|preface"
    r"|overview|purpose|(?:status|ie[st]g\s+note|note).{0,20})\s*[.:]?\Z|status\s+of\s+this|\d{1,2}\.?\s+[A-Z][a-z]+\Z",
    re.IGNORECASE,
)
_CONTENTS = waiting(r"(?:table\s+of\s+contents|contents)\s*:?\Z", re.IGNORECASE)
_CONTENTS_LINE = waiting(r"(?:\.\s?){3,}|\s\d{1,3}\Z|\A(?:\d{1,2}\.)*\d{1,2}\.?\s|\A[A-Z]\.(?:\d{1,2}\.)*\s|\AAppendi")
_REFERENCES = waiting(
    r"(?:(?:appendix\s+)?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Z](?:\.\d{1,2})*|[IVX]{1,5})[.:)]?\s+[-:]*\s*)?"
    r"(?:[\w-]+(?:\s+[\w-]+)?\s+)?(?:references(?:\s+(?:and|to|for)\s+[\w -]{1,40}|\s+cited)?"
    r"|bibliography(?:\s+and\s+references)?|UR[IL]s)[.:]?\Z",
    re.IGNORECASE,
)
_ONE_REFERENCE = waiting(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+(?:normative|informative)\s+reference\Z", re.IGNORECASE)
_ENTRY = waiting(r"\[[^\[\]]{1,60}\](?!\()")
_NUMBERED_ENTRY = waiting(r"\(?\d{1,3}[.)]\s+\S|<\d{1,3}>\s")
_AFTER_REFERENCES = waiting(
    r"(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Z]|[IVX]{1,5})[.:]?\s+)?(?:author|editor|contributor|acknowledg|security\s+cons|full\s+copy"
    r"|intellectual|iana\s+cons|appendix|annex|index\b|glossary|disclaimer|copyright|chairs?\b|contact|notes?\b|footnotes?\b)",
    re.IGNORECASE,
)
_BOILERPLATE = waiting(
    r"(?:\d{1,2}\.?\s+|[A-Z]\.\s+)?(?:status\s+of\s+th|(?:full\s+)?copyright\s+(?:notice|statement)|intellectual\s+property(?:\s+stat|\s*\Z)|ie[st]g\s+note"
    r"|disclaimer|acknowledge?ment\s*\Z)",
    re.IGNORECASE,
)
_CODE_BEGINS = waiting(r"(?:(?:[\w-]+\s+)?(?:\{.{0,80}\}\s*)?DEFINITIONS\b.*::=(?:\s*BEGIN)?\Z|<CODE BEGINS>)")
_CODE_ENDS = waiting(r"(?:END|.*<CODE ENDS>.*)\Z")
_SECTION_NUMBER = waiting(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s")
_SECTION = waiting(r"(?:\d{1,2}\.?(?:\d{1,2}\.?)*\s+[A-Z]|Appendix\s)")
_INTRODUCING = waiting(
    r"(?:\b(?i:from|in|of|per|by|section)\s[^.]{0,60}?(?:RFC\s?\d|\[[\w.-]+\])"
    r"|\b(?:says|states|stated|reads|writes|wrote|quotes?|quoted|text|sentence|paragraph|defines|defined|specifies)\b)"
    r"[^.]*:\Z"
)
_FRONT_LINES = 120
_FRONT_RUNS = 14


def is_rfc(lines: Sequence[Line]) -> bool:
    """Whether a text is laid out as an RFC: it says its number at its head."""
    head = [line.text[:200] for line in lines[:80] if line.text][:14]
    if any(_SAYS_NUMBER.match(text) for text in head):
        return True
    dated = any(_DATE.search(text) for text in head)
    return dated and any(_NUMBER.search(text) for text in head[:4])


def lay_out_rfc(lines: list[Line]) -> tuple[list[Draft], dict[str, str]]:
    """The blocks of an RFC whose pages have been cut out, and what its head says: number, title, date, authors."""
    drafts, rest, metadata = _front(lines)
    shape = replace(measure(lines), wrapped=True)
    for kind, part in _segments(lines[rest:]):
        if kind is BlockKind.REFERENCE:
            drafts.extend(_references(part))
        elif kind is BlockKind.PARAGRAPH:
            drafts.extend(lay_out(part, shape))
        else:
            where = Part.FRONT if kind is BlockKind.FURNITURE else Part.BODY
            drafts.extend(Draft(run, kind, where) for run in runs(part))
    _settle(drafts)
    return drafts, metadata


def _segments(lines: list[Line]) -> Iterator[tuple[BlockKind, list[Line]]]:
    """The text in stretches of one kind: words to lay out, contents (furniture), references, code."""
    start = index = 0
    while index < len(lines):
        kind, first = _turn(lines, index)
        if kind is None:
            index += 1
            continue
        yield BlockKind.PARAGRAPH, lines[start:first]
        end = _ends_of(kind, lines, first)
        yield kind, lines[first:end]
        start = index = max(end, index + 1)
    yield BlockKind.PARAGRAPH, lines[start:]


def _turn(lines: list[Line], index: int) -> tuple[BlockKind | None, int]:
    """The kind of stretch that a line opens, and the line it begins with; None where it opens none."""
    text = lines[index].text
    if not text or len(text) > 100:
        return None, index
    alone = not (index and lines[index - 1].text)
    if alone and _CONTENTS.match(text):
        return BlockKind.FURNITURE, index
    if alone and text[-1] in "sSyY.:eE" and (_REFERENCES.match(text) or _ONE_REFERENCE.match(text)):
        return BlockKind.REFERENCE, index + 1
    if _CODE_BEGINS.match(text):
        return BlockKind.CODE, index
    return None, index


def _ends_of(kind: BlockKind, lines: list[Line], first: int) -> int:
    if kind is BlockKind.FURNITURE:
        return _contents_end(lines, first)
    if kind is BlockKind.REFERENCE:
        return _references_end(lines, first)
    for index in range(first + 1, len(lines)):
        line = lines[index]
        if _CODE_ENDS.match(line.text[:100]):
            return index + 1
        if not line.indent and not lines[index - 1].text and _SECTION.match(line.text):
            return index
    return first + 1


def _contents_end(lines: list[Line], first: int) -> int:
    """Contents run while lines stand further in than the text's headings, or end in page numbers."""
    index = first + 1
    while index < len(lines) and not lines[index].text:
        index += 1
    if index >= len(lines):
        return index
    inset = lines[index].indent
    while index < len(lines):
        line = lines[index]
        after_blank = not lines[index - 1].text
        if line.text and (line.indent < inset or (not inset and after_blank and not _CONTENTS_LINE.search(line.text))):
            break
        if line.text and after_blank and _FRONT_END.match(line.text) and not _CONTENTS_LINE.search(line.text):
            break
        index += 1
    return index


def _references_end(lines: list[Line], first: int) -> int:
    """References run to the next heading: a line that stands out as far as theirs does, or is a known back matter's."""
    heading = lines[first - 1].indent
    numbered = _numbered(lines, first)
    number = _SECTION_NUMBER.match(lines[first - 1].text)
    for index in range(first, len(lines)):
        line = lines[index]
        if not line.text or lines[index - 1].text:
            continue
        if _REFERENCES.match(line.text[:100]) or (len(line.text) < 60 and _AFTER_REFERENCES.match(line.text)):
            return index
        inner = number is not None and line.text.startswith(number[1].removesuffix(".0") + ".")
        if line.indent <= heading and not inner and not _ENTRY.match(line.text) and _is_section(line, numbered):
            return index
    return len(lines)


def _numbered(lines: list[Line], first: int) -> bool:
    """Whether the entries from here on are numbered "1." rather than bracketed."""
    for line in lines[first : first + 30]:
        if _ENTRY.match(line.text):
            return False
        if _NUMBERED_ENTRY.match(line.text):
            return True
    return False


def _is_section(line: Line, numbered: bool) -> bool:
    text = line.text
    if numbered and _NUMBERED_ENTRY.match(text):
        return False
    return heading_level(text) > 0


def _references(lines: list[Line]) -> Iterator[Draft]:
    """The entries of a list of references, a block each, and the headings and words between as what they are."""
    starts = _entry_starts(lines)
    if not starts:
        for run in runs(lines):
            sub = len(run) == 1 and heading_level(run[0].text)
            yield Draft(run, BlockKind.HEADING if sub else BlockKind.REFERENCE, Part.REFERENCES)
        return
    for run in runs(lines[: starts[0]]):
        yield Draft(run, BlockKind.PARAGRAPH, Part.REFERENCES)
    outer = min(lines[start].indent for start in starts)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        last = _entry_end(lines, start, end, outer)
        yield Draft([line for line in lines[start:last] if line.text], BlockKind.REFERENCE, Part.REFERENCES)
        for run in runs(lines[last:end]):
            heading = len(run) == 1 and heading_level(run[0].text)
            yield Draft(run, BlockKind.HEADING if heading else BlockKind.PARAGRAPH, Part.REFERENCES)


def _entry_end(lines: Sequence[Line], start: int, end: int, outer: int) -> int:
    """An entry ends before a line that follows a blank one and stands as far out as the labels do."""
    for index in range(start + 1, end):
        if lines[index].text and not lines[index - 1].text and lines[index].indent <= outer:
            return index
    return end


def _entry_starts(lines: Sequence[Line]) -> list[int]:
    """The lines that begin an entry: a label at the labels' own indent."""
    for shape in (_ENTRY, _NUMBERED_ENTRY):
        labelled = [index for index, line in enumerate(lines) if line.text and shape.match(line.text)]
        if not labelled:
            continue
        outer = min(lines[index].indent for index in labelled)
        return [index for index in labelled if lines[index].indent <= outer + 3]
    return []


def _front(lines: list[Line]) -> tuple[list[Draft], int, dict[str, str]]:
    """The header's columns and the title as front matter, the line after them, and what they say."""
    metadata: dict[str, str] = {}
    drafts: list[Draft] = []
    header: list[Line] = []
    rest = 0
    for run in islice(runs(lines[:_FRONT_LINES]), _FRONT_RUNS):
        if drafts and (_FRONT_END.match(run[0].text) or len(run) > 5 or heading_level(run[0].text) > 1):
            break
        titled = "title" not in metadata and any(_DATE.search(line.text) for line in header)
        drafts.append(Draft(run, BlockKind.HEADING if titled else BlockKind.FURNITURE, Part.FRONT, int(titled)))
        rest = lines.index(run[-1], rest) + 1
        if titled:
            metadata["title"] = " ".join(" ".join(line.text for line in run).split())
        else:
            header.extend(run)
    _read_header(header, metadata)
    return drafts, rest, metadata


def _read_header(header: list[Line], metadata: dict[str, str]) -> None:
    authors: list[str] = []
    for line in header:
        number = _NUMBER.search(line.text)
        date = _DATE.search(line.text)
        if number and "rfc" not in metadata:
            metadata["rfc"] = number[1].lstrip("0")
        if date:
            metadata.setdefault("date", " ".join(date[0].split()))
        right = re.split(r"\s{3,}", line.text)[-1]
        name = _AUTHOR.match(right)
        if name and (line.indent > 20 or right != line.text):
            authors.append(name[0])
    if authors:
        metadata["author"] = "; ".join(authors)


def _settle(drafts: list[Draft]) -> None:
    """Indents in an RFC seldom quote: only after words that introduce another text. Boilerplate is front matter."""
    boilerplate = False
    before: Draft | None = None
    for draft in drafts:
        if draft.kind is BlockKind.HEADING:
            boilerplate = bool(_BOILERPLATE.match(draft.lines[0].text))
        if boilerplate and draft.part is Part.BODY:
            draft.part = Part.FRONT
        if draft.kind is BlockKind.QUOTE and not _introduced(before):
            draft.kind, draft.group = BlockKind.PARAGRAPH, 0
        before = draft


def _introduced(before: Draft | None) -> bool:
    if before is None:
        return False
    if before.kind is BlockKind.QUOTE:
        return True
    return before.kind is BlockKind.PARAGRAPH and bool(_INTRODUCING.search(before.text[-200:].replace("\n", " ")))
