"""An alignment's edits in words: what the document writes, and what its source has instead."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from holdwater.document import Document, Span
from holdwater.findings.model import Evidence, Verdict
from holdwater.match.model import Change, Edit, EditKind
from holdwater.rules.saying import quoted

NEIGHBOUR = 40
"""Characters searched on either side of a gap for the words that it stands between."""


def edits_of(verdict: Verdict, kinds: Collection[Change]) -> list[Edit]:
    """The edits of a verdict's alignment whose change is one of `kinds`, in the quotation's order."""
    alignment = verdict.alignment
    return [edit for edit in alignment.edits if edit.change in kinds] if alignment else []


def source_words(evidence: Evidence, span: Span) -> str:
    """The words of the source at `span` (offsets in its text); "" where the passage and what stands around it end."""
    known = evidence.before + evidence.text + evidence.after
    first = evidence.span.start - len(evidence.before)
    start, end = span.start - first, span.end - first
    return known[start:end] if 0 <= start <= end <= len(known) else ""


def differences(edits: Sequence[Edit], document: Document, evidence: Evidence) -> str:
    """The first of `edits` in words, and how many more there are."""
    said = difference(edits[0], document, evidence)
    more = len(edits) - 1
    return f"{said}, and {more} more {'change' if more == 1 else 'changes'}" if more else said


def is_at_ellipsis(edit: Edit) -> bool:
    """Whether an edit stands at an ellipsis of the quotation: it leaves words out, and a mark is written for them."""
    return edit.kind is EditKind.OMIT and len(edit.quotation) > 0


def difference(edit: Edit, document: Document, evidence: Evidence) -> str:
    """One edit in words: quotes … where the source has …, adds …, leaves out …, or hides … behind an ellipsis."""
    written = edit.quotation.of(document.text).strip()
    stands = source_words(evidence, edit.passage).strip()
    if is_at_ellipsis(edit):
        return f"an ellipsis hides {quoted(stands)}" if stands else "an ellipsis hides words of the source"
    if written and (stands or len(edit.passage)):
        return f"quotes {quoted(written)} where the source has {quoted(stands) if stands else 'other words'}"
    if written:
        return f"has {quoted(written)}, which the source does not have"
    return f"leaves out {quoted(stands)}, which the source has" if stands else "leaves out words of the source"


def place(edit: Edit, document: Document) -> Span:
    """Where an edit stands in the document: its words or, where it only leaves words out, the words around the gap."""
    if len(edit.quotation):
        return edit.quotation
    text, at = document.text, edit.quotation.start
    before = text[max(0, at - NEIGHBOUR) : at].rstrip()
    after = text[at : at + NEIGHBOUR]
    start = at - len(text[max(0, at - NEIGHBOUR) : at]) + _last_word(before)
    end = at + _first_word_end(after)
    return Span(start, end)


def _last_word(before: str) -> int:
    return len(before) - len(before.split()[-1]) if before else 0


def _first_word_end(after: str) -> int:
    stripped = after.lstrip()
    return len(after) - len(stripped) + len(stripped.split(None, 1)[0]) if stripped else 0
