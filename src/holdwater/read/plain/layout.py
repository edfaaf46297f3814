"""The paragraphs of a plain text: hard-wrapped, or one to a line."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from holdwater.document import BlockKind
from holdwater.patterns import waiting
from holdwater.read.plain.draft import Draft
from holdwater.read.plain.kinds import (
    all_drawn,
    begins_sentence,
    ends_sentence,
    heading_level,
    is_caption,
    is_drawn,
    is_item,
    is_numbered_item,
    is_rule,
    is_sure_heading,
    is_table,
    is_turn,
)
from holdwater.read.plain.lines import Line, runs

_WIDEST_WRAP = 130  # columns; nobody wraps by hand wider, and one-line paragraphs soon pass it
_NARROWEST_WRAP = 38
_LONGEST_STEP = 12  # columns that a first line or a hanging one may differ by
_SHORT = 0.75  # of the width: a line that ends a sentence and stops before here ends its paragraph


_BYLINE = waiting(r"(?:by|von|par|por|di|door)\s+[A-ZÀ-Þ]")
_NARROWEST_LINE = 24
"""Characters: shorter lines that begin with small letters are more likely a list or a verse than a paragraph."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a text is laid out: whether lines are wrapped, how wide, and the indent that most of its words stand at."""

    wrapped: bool
    width: int
    indent: int


def measure(lines: list[Line]) -> Shape:
    """The layout of a text, told by where its lines break.

    A line was wrapped if the next line's first word would not have fitted on it. In wrapped text nearly every break
    inside a paragraph is of that kind; where each paragraph is a line, lines end with their sentences.
    """
    written = [line for line in lines if line.text]
    widths = sorted(line.indent + len(line.text) for line in written)
    if not widths:
        return Shape(False, 0, 0)
    width = widths[min(len(widths) - 1, len(widths) * 49 // 50)]
    indent = _usual_indent(written)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return Shape(False, width, indent)
    breaks = full = ended = 0
    for line, following in itertools.pairwise(lines):
        if line.text and following.text and not is_turn(following.text):
            breaks += 1
            full += not _fits(line, following, width - 8)
            ended += ends_sentence(line.text) and begins_sentence(following.text)
    return Shape(bool(breaks) and 2 * full > breaks and 2 * ended < breaks, width, indent)


def _usual_indent(lines: list[Line]) -> int:
    totals: dict[int, int] = {}
    for line in lines:
        totals[line.indent] = totals.get(line.indent, 0) + len(line.text)
    return max(totals, key=lambda indent: (totals[indent], -indent))


def _fits(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the following line would have fitted on this one."""
    blank = following.text.find(" ", 0, width)
    word = blank if blank >= 0 else min(len(following.text), width)
    return line.indent + len(line.text) + 1 + word <= width


def lay_out(lines: list[Line], shape: Shape) -> list[Draft]:
    """The blocks of these lines, in their order: paragraphs, headings, items, quotations, tables and code."""
    drafts: list[Draft] = []
    for run in runs(lines):
        if len(run) == 1 and not shape.wrapped and run[0].text[0] != "|":
            drafts.append(Draft(run, _kind_of_line(run[0], True)))
        else:
            run = _unbarred(run)
            drafts.extend(_wrapped(run, shape) if shape.wrapped else _flowing(run))
    _settle_headings(drafts)
    _settle_quotations(drafts, shape)
    _number_groups(drafts)
    return drafts


def _unbarred(run: list[Line]) -> list[Line]:
    """Take away a bar that is drawn down the left of every line, as beside an aside or a quotation."""
    if any(not line.text.startswith("| ") or line.text[-1] == "|" for line in run):
        return run
    return [_without_bar(line) for line in run]


def _without_bar(line: Line) -> Line:
    words = line.text[1:].lstrip()
    step = len(line.text) - len(words)
    return Line(words, line.start + step, line.start + step, line.end, line.indent + step, line.depth)


def _flowing(run: list[Line]) -> list[Draft]:
    if len(run) > 2 and all_drawn(run):
        return [_drawn(run)]
    if _is_wrapped_run(run):
        return [Draft(run)]
    return [Draft([line], _kind_of_line(line, len(run) == 1)) for line in run]


def _is_wrapped_run(run: list[Line]) -> bool:
    """Whether a text with a paragraph to a line has a hard-wrapped one here, as a pasted message is."""
    if len(run) > 1 and all(map(_runs_on, run, run[1:])):
        return True
    width = max(line.indent + len(line.text) for line in run)
    if len(run) < 3 or not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    pairs = list(itertools.pairwise(run))
    ended = sum(ends_sentence(line.text) and begins_sentence(after.text) for line, after in pairs)
    return not any(_fits(line, after, width - 8) for line, after in pairs) and 3 * ended <= len(pairs)


def _runs_on(line: Line, following: Line) -> bool:
    """Whether a sentence plainly goes on in the next line: it has not ended, and that line begins small."""
    goes_on = following.text[:1].islower() and not _BYLINE.match(following.text)
    return len(line.text) >= _NARROWEST_LINE and not ends_sentence(line.text) and goes_on


def _kind_of_line(line: Line, alone: bool) -> BlockKind:
    if alone and is_rule(line.text):
        return BlockKind.FURNITURE
    if alone and is_drawn(line.text):
        return BlockKind.TABLE if is_table([line]) else BlockKind.CODE
    if is_caption(line.text):
        return BlockKind.CAPTION
    if heading_level(line.text) and not is_numbered_item(line.text):
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if is_item(line.text) else BlockKind.PARAGRAPH


def _drawn(lines: list[Line]) -> Draft:
    return Draft(lines, BlockKind.TABLE if is_table(lines) else BlockKind.CODE)


def _wrapped(run: list[Line], shape: Shape) -> list[Draft]:
    if len(run) == 1 and is_rule(run[0].text):
        return [Draft(run, BlockKind.FURNITURE)]
    if all_drawn(run):
        return [_drawn(run)]
    width = max(line.indent + len(line.text) for line in run)
    groups = [[run[0]]]
    for line in run[1:]:
        if _begins_block(groups[-1], line, width):
            groups.append([line])
        else:
            groups[-1].append(line)
    return [Draft(group, _kind_of_group(group, len(groups) == 1, shape)) for group in groups]


def _begins_block(group: list[Line], line: Line, width: int) -> bool:
    """Whether a line of a hard-wrapped text begins a block of its own, after the lines of `group`."""
    last = group[-1]
    fits = _fits(last, line, width - 4)
    if is_item(line.text) and (fits or line.indent != last.indent or is_item(group[0].text)):
        return True
    if is_turn(line.text) and is_turn(group[0].text):
        return True
    if len(group) == 1:
        return _first_step(last, line, fits)
    if abs(line.indent - last.indent) > 1:
        return not (is_item(group[0].text) and line.indent > group[0].indent)
    short = last.indent + len(last.text) < _SHORT * width
    return short and fits and ends_sentence(last.text) and begins_sentence(line.text)


def _first_step(first: Line, line: Line, fits: bool) -> bool:
    """Whether the line after a block's first one begins another: it may hang, or stand further out."""
    step = line.indent - first.indent
    if fits and first.text.endswith(":") and step >= 0:
        return True
    if step > _LONGEST_STEP * 2 or step < -_LONGEST_STEP:
        return True
    return fits and step == 0 and ends_sentence(first.text) and begins_sentence(line.text)


def _kind_of_group(group: list[Line], alone: bool, shape: Shape) -> BlockKind:
    first = group[0].text
    if is_item(first) and not (alone and len(group) == 1 and group[0].indent < shape.indent):
        return BlockKind.LIST_ITEM
    if alone and len(group) <= 2:
        text = " ".join(line.text for line in group)
        if is_caption(text):
            return BlockKind.CAPTION
        if heading_level(text) and ((len(group) == 1 and group[0].indent <= shape.indent) or is_sure_heading(text)):
            return BlockKind.HEADING
    if len(group) > 1 and all_drawn(group):
        return BlockKind.CODE
    return BlockKind.PARAGRAPH


def _settle_headings(drafts: list[Draft]) -> None:
    """A short line after "… writes:" is no heading, and a numbered line that leads no list is one."""
    for index, draft in enumerate(drafts):
        before = drafts[index - 1] if index else None
        after = drafts[index + 1] if index + 1 < len(drafts) else None
        if draft.kind is BlockKind.HEADING:
            text = " ".join(line.text for line in draft.lines)
            introduced = before is not None and before.lines[-1].text.endswith(":")
            if introduced and not is_sure_heading(text):
                draft.kind = BlockKind.PARAGRAPH
            else:
                draft.level = heading_level(text)
        elif draft.kind is BlockKind.LIST_ITEM and _leads(draft, before, after):
            draft.kind, draft.level = BlockKind.HEADING, heading_level(draft.lines[0].text)


def _leads(draft: Draft, before: Draft | None, after: Draft | None) -> bool:
    if len(draft.lines) > 1 or not is_sure_heading(draft.lines[0].text):
        return False
    if before is not None and (before.kind is BlockKind.LIST_ITEM or before.lines[-1].text.endswith(":")):
        return False
    return after is not None and after.kind is BlockKind.PARAGRAPH


def _settle_quotations(drafts: list[Draft], shape: Shape) -> None:
    """E-mail quotation, and paragraphs set in from their neighbours in wrapped text, are block quotations."""
    set_in = [draft for draft in drafts if shape.wrapped and _is_set_in(draft, shape)]
    if 3 * len(set_in) > len(drafts):  # a manual page, or verse throughout: indents do not quote here
        set_in = []
    for draft in set_in:
        draft.kind = BlockKind.QUOTE
    for before, draft in itertools.pairwise(drafts):
        if draft.kind is BlockKind.QUOTE and before.kind is BlockKind.LIST_ITEM and before.indent == draft.indent:
            draft.kind = BlockKind.PARAGRAPH
    for draft in drafts:
        if draft.lines[0].depth and draft.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            draft.kind, draft.level = BlockKind.QUOTE, 0


def _is_set_in(draft: Draft, shape: Shape) -> bool:
    if draft.kind is not BlockKind.PARAGRAPH or draft.indent < shape.indent + 2:
        return False
    return min(line.indent for line in draft.lines) >= shape.indent + 2


def _number_groups(drafts: list[Draft]) -> None:
    """Neighbouring quotations of one depth, and neighbouring items, belong to one container."""
    number = 0
    before: Draft | None = None
    for draft in drafts:
        if draft.kind in (BlockKind.QUOTE, BlockKind.LIST_ITEM):
            together = before is not None and before.kind is draft.kind
            if not (together and before is not None and before.lines[0].depth == draft.lines[0].depth):
                number += 1
            draft.group = number
        before = draft
