"""The one main thing that is wrong with a quotation, so that it raises one finding and not five."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from holdwater.findings.model import Status, Verdict
from holdwater.match.model import HARMLESS, MEANING, Change, Edit

DISTANT = 300
"""Characters of the source, about fifty words or two sentences, left out between two pieces of a quotation without a
mark, from which on it reads as a splice of two passages and not as a passage with words left out."""


IN_PLACE = frozenset({Status.VERBATIM, Status.EDITED, Status.ALTERED})
"""Statuses of a quotation whose place in the source that it cites is known."""


class Fault(StrEnum):
    """What is wrong with a quotation. A quotation has the first of these that fits it."""

    NOT_FOUND = "not found"
    ELSEWHERE = "found elsewhere"
    MEANING = "changed meaning"
    SPLICE = "splice"
    OMISSION = "unmarked omission"
    WORDS = "altered words"
    SPELLING = "spelling"


def fault(verdict: Verdict) -> Fault | None:
    """The main fault of a quotation; None where it stands as its source has it, or could not be checked."""
    if verdict.status is Status.NOT_FOUND:
        return Fault.NOT_FOUND
    if verdict.status is Status.FOUND_ELSEWHERE:
        return Fault.ELSEWHERE
    if verdict.status is not Status.ALTERED:
        return None
    return _alteration(verdict)


def _alteration(verdict: Verdict) -> Fault:
    alignment = verdict.alignment
    edits = alignment.edits if alignment else ()
    changes = {edit.change for edit in edits}
    if meaning_edits(verdict):
        return Fault.MEANING
    if alignment and (alignment.order or alignment.elsewhere or any(map(is_distant, edits))):
        return Fault.SPLICE
    if Change.OMISSION in changes:
        return Fault.OMISSION
    if changes - HARMLESS == {Change.SPELLING}:
        return Fault.SPELLING
    return Fault.WORDS


def meaning_edits(verdict: Verdict) -> list[Edit]:
    """The edits that turn what a quotation says; words that stand elsewhere in the source are spliced, not changed."""
    alignment = verdict.alignment
    if alignment is None:
        return []
    spliced = [stretch for stretch, _ in alignment.elsewhere]
    return [
        edit
        for edit in alignment.edits
        if edit.change in MEANING and not any(edit.quotation.overlaps(stretch) for stretch in spliced)
    ]


def is_distant(edit: Edit) -> bool:
    """Whether the quotation jumps a long way of its source here without a mark."""
    return edit.change is Change.OMISSION and len(edit.passage) >= DISTANT


def with_fault(verdicts: Sequence[Verdict], wanted: Fault) -> Iterator[Verdict]:
    """The verdicts whose main fault is `wanted`."""
    return (verdict for verdict in verdicts if fault(verdict) is wanted)
