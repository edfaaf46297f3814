"""The edits that stand at no word of the quotation: what was cut off before its start or behind its end.

source     It is not true that the dam held.       I shall not, said he.       The board may fail.
quotation                  [T]he dam held          I shall                     [Surely] fail
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from holdwater.document import Span
from holdwater.match.guards.asked import asked_before
from holdwater.match.guards.bracketed import renames
from holdwater.match.guards.edges import begins_a_sentence, denied_behind, taken_as_said
from holdwater.match.guards.hidden import cut_before
from holdwater.match.guards.meaning import replaced_before, replaced_behind
from holdwater.match.model import Change, Edit, EditKind
from holdwater.match.presets import VERBATIM, Preset
from holdwater.match.quoted import BRACKET, Element, Quoted
from holdwater.match.steps import Laid
from holdwater.match.views import Stretch
from holdwater.match.words import Words

BESIDE = 8
"""Words on either side in which something may be said again (twice `spoken.LONGEST_REPEAT`)."""


def cut_off_before(
    quoted: Quoted, segment: Sequence[Element], laid: Laid, words: Words, preset: Preset = VERBATIM
) -> Iterator[Edit]:
    """The words that deny a segment, or say that it is only claimed, and were cut off before its start.

    Asked of the first segment, and of one that begins a sentence of its own behind an ellipsis. What the preset passes
    over there ("we don't -- we don't have it") was not cut off.
    """
    if not (segment is quoted.segments[0] or begins_a_sentence(quoted.text, segment, words, laid)):
        return
    opening = segment[0]
    if opening.kind is BRACKET and laid.steps[0].start == laid.steps[0].end and laid.start:
        exchanged = replaced_before(opening.key.split(), words, laid.start)
        if exchanged:
            yield Edit(EditKind.REPLACE, opening.span, words.span(laid.start - 1, laid.start), exchanged)
    found = _before(quoted, segment, laid, words)
    if found is not None and not _is_passed_over(found[0], laid, words, preset):
        at, change = found
        yield Edit(EditKind.OMIT, Span(opening.start, opening.start), words.span(at, laid.start), change)


def _is_passed_over(at: int, laid: Laid, words: Words, preset: Preset) -> bool:
    """Whether word `at`, before a segment, is nothing to the preset: a filler, or said again by the segment itself."""
    if preset.view is None:
        return False
    low = max(0, at - BESIDE)
    read = preset.view(Stretch.of(words, low, min(laid.end, laid.start + BESIDE)))
    return all(not first <= at - low < last for first, last in zip(read.firsts, read.lasts, strict=True))


def _before(quoted: Quoted, segment: Sequence[Element], laid: Laid, words: Words) -> tuple[int, Change] | None:
    """The first word of what was cut off before a segment and turns it, and how."""
    denied = cut_before(quoted.text, segment, words, laid.start)
    if denied is not None:
        return denied, Change.NEGATION
    claimed = taken_as_said(quoted.text, segment, words, laid.start, laid.end)
    if claimed is not None:
        return claimed
    asked = asked_before(quoted.text, segment[0].start, words, laid.start, None)
    return None if asked is None else (asked, Change.CONJUNCTION)


def cut_off_behind(quoted: Quoted, segment: Sequence[Element], laid: Laid, words: Words) -> Iterator[Edit]:
    """The "not" that was cut off right behind the quotation's last verb."""
    if segment is quoted.segments[-1] and denied_behind(segment, words, laid.end):
        here = segment[-1].end
        yield Edit(EditKind.OMIT, Span(here, here), words.span(laid.end, laid.end + 1), Change.NEGATION)


def replaced_at_the_end(quoted: Quoted, segment: Sequence[Element], laid: Laid, words: Words) -> Iterator[Edit]:
    """What a bracket that closes the quotation puts for the words of the source that come next."""
    closing = segment[-1]
    free = laid.steps[-1].start == laid.steps[-1].end and laid.end < len(words)
    if segment is not quoted.segments[-1] or closing.kind is not BRACKET or not free:
        return
    changed = replaced_behind(closing.key.split(), words, laid.end)
    if changed is None and " " not in closing.key and renames(closing, laid.end, quoted, words):
        changed = Change.NAME
    if changed:
        yield Edit(EditKind.REPLACE, closing.span, words.span(laid.end, laid.end + 1), changed)
