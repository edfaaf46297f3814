"""Suppressions: findings that the document's author has answered, each with a reason.

A comment of the document's own format answers for the block it stands in or, standing alone, for the next block:

    <!-- holdwater: ignore[QUO101, altered-words] -- the first edition has these words -->

`ignore-file` in place of `ignore` answers for the whole document. Rules are named as everywhere (see `selectors`).
The reason is obligatory: without one, a comment answers for nothing. Rules SUP101 to SUP103 watch over the comments,
and cannot be suppressed by one.

A document that cannot carry comments has decisions beside it (see `decisions`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from holdwater.document import BlockKind, Document, Mark, MarkKind, Span
from holdwater.findings.decisions import Decision
from holdwater.findings.model import Finding
from holdwater.findings.report import Suppressed
from holdwater.findings.selectors import exactness
from holdwater.patterns import waiting

WATCHERS = "SUP"
"""The family that watches over suppressions."""

MAX_COMMENT = 2_000
"""Code points of a comment that are read; what is longer was not written as a suppression."""

_ADDRESSED = waiting(r"\s*holdwater\s*:", re.IGNORECASE)
_FORM = waiting(r"\s*holdwater\s*:\s*ignore(?P<file>-file)?\s*\[(?P<rules>[^\[\]]*)\](?P<rest>[^\0]*)", re.IGNORECASE)
_DASHES = waiting(r"\s*(?:--+|[–—])")


@dataclass(frozen=True, slots=True)
class Suppression:
    """One comment addressed to Holdwater.

    `place` is where the comment stands (zero width), `covers` the text it answers for, `selectors` the rules it names
    (none where the comment could not be understood), `reason` what follows the dashes ("" where nothing does).
    """

    place: Span
    covers: Span
    selectors: tuple[str, ...]
    reason: str
    whole_file: bool = False

    def names(self, selector: str, finding: Finding) -> bool:
        """Whether `selector`, one of this comment's, reaches `finding` where it stands."""
        if finding.code.startswith(WATCHERS):
            return False
        stands_in = self.covers.start <= finding.span.start <= self.covers.end
        return stands_in and exactness(selector, finding.code, finding.name) > 0

    def answers(self, finding: Finding) -> bool:
        """Whether this comment answers for `finding`: it names its rule, covers its place and gives a reason."""
        return bool(self.reason) and any(self.names(selector, finding) for selector in self.selectors)


def suppress(
    findings: Iterable[Finding], document: Document, decisions: Iterable[Decision] = ()
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """Part the findings that nobody has answered from those that a comment or a decision answers for.

    Both come in the order given. A suppressed finding carries the reason and the line of the comment (0 for a
    decision, which stands in a file of its own).
    """
    comments = suppressions_in(document)
    decided = {decision.fingerprint: decision for decision in decisions if decision.dismisses}
    kept: list[Finding] = []
    suppressed: list[Suppressed] = []
    for finding in findings:
        comment = next((one for one in comments if one.answers(finding)), None)
        decision = decided.get(finding.fingerprint)
        if comment is not None:
            suppressed.append(Suppressed(finding, comment.reason, document.origin(comment.place).line))
        elif decision is not None:
            suppressed.append(Suppressed(finding, decision.reason, 0))
        else:
            kept.append(finding)
    return tuple(kept), tuple(suppressed)


def suppressions_in(document: Document) -> tuple[Suppression, ...]:
    """The comments of the document that are addressed to Holdwater, in the text's order."""
    comments = document.marks_of(MarkKind.COMMENT)
    return tuple(_read(mark, document) for mark in comments if _ADDRESSED.match(mark.label[:MAX_COMMENT]))


def _read(mark: Mark, document: Document) -> Suppression:
    form = _FORM.fullmatch(mark.label[:MAX_COMMENT])
    if form is None:
        return Suppression(mark.span, mark.span, (), "")
    selectors = tuple(filter(None, (name.strip() for name in form["rules"].split(","))))
    whole_file = bool(form["file"])
    covers = Span(0, len(document.text)) if whole_file else _covered(mark.span.start, document)
    return Suppression(mark.span, covers, selectors, _reason(form["rest"]), whole_file)


def _reason(rest: str) -> str:
    dashes = _DASHES.match(rest)
    return " ".join(rest[dashes.end() :].split()) if dashes else ""


def _covered(offset: int, document: Document) -> Span:
    """The block that `offset` stands in, or else the next one; the whole of a block quotation, however many blocks."""
    index = document.block_index(offset)
    if index < 0 or offset > document.blocks[index].span.end:
        index += 1
    if index >= len(document.blocks):
        return Span(offset, offset)
    block = document.blocks[index]
    if block.kind is not BlockKind.QUOTE or not block.group:
        return block.span
    together = [one.span for one in document.blocks if one.group == block.group and one.kind is block.kind]
    return Span(together[0].start, together[-1].end)
