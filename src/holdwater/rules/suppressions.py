"""SUP1xx: the comments that answer for findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from holdwater.document import Document
from holdwater.findings.model import Finding, Level
from holdwater.findings.selectors import exactness
from holdwater.findings.suppression import Suppression, suppressions_in
from holdwater.rules.registry import Remark, Rule, load, rule
from holdwater.rules.selection import nearest

FORM = "write: holdwater: ignore[QUO101] -- reason"


@rule("SUP101", "unused-suppression", level=Level.WARNING)
def unused_suppression(document: Document, findings: Sequence[Finding], ran: frozenset[str]) -> Iterator[Remark]:
    """A suppression answers for nothing.

    ## What it checks
    A comment `holdwater: ignore[…]` names a rule that finds nothing in the text the comment covers: the block that it
    stands in or, where it stands alone, the next block. Rules that are not part of this run are passed over.

    ## Why it matters
    The quotation was mended, or the comment was moved away from it. Left standing, it would hide the next mistake in
    the same place.

    ## Example
    ```markdown draft.md
    <!-- holdwater: ignore[CIT101] -- the note is printed in the second volume -->

    This paragraph has no note mark at all.
    ```
    ```findings
    draft.md:3:1: SUP101 the suppression of CIT101 answers for no finding
    ```

    ## How to settle it
    Take the rule out of the comment, or the comment out of the document. If it moved, put it back before the block
    that it answers for.
    """
    for comment in suppressions_in(document):
        for selector in _unused(comment, findings, ran):
            advice = "take it out, or put it into the block that it answers for, or just before"
            yield Remark(comment.place, f"the suppression of {selector} answers for no finding", advice=advice)


def _unused(comment: Suppression, findings: Sequence[Finding], ran: frozenset[str]) -> Iterator[str]:
    if not comment.reason:
        return  # it answers for nothing, which SUP102 says
    for selector in comment.selectors:
        known = [one for one in load().values() if exactness(selector, one.code, one.name)]
        could = any(one.code in ran for one in known)
        if could and not any(comment.names(selector, finding) for finding in findings):
            yield selector


@rule("SUP102", "suppression-without-reason", level=Level.WARNING)
def suppression_without_reason(document: Document) -> Iterator[Remark]:
    """A suppression gives no reason.

    ## What it checks
    A comment `holdwater: ignore[…]` with nothing after it. The reason follows two hyphens: `-- reason`. A suppression
    without one answers for nothing: what it names is reported as if it were not there.

    ## Why it matters
    Who reads the document later, or edits it, has to know what was looked up and why the finding does not hold.

    ## Example
    ```markdown draft.md
    <!-- holdwater: ignore[CIT101] -->

    A paragraph.
    ```
    ```findings
    draft.md:3:1: SUP102 the suppression gives no reason, and so answers for nothing
    ```

    ## How to settle it
    Say what was checked: `holdwater: ignore[CIT101] -- the note is printed in the second volume`.
    """
    for comment in suppressions_in(document):
        if comment.selectors and not comment.reason:
            yield Remark(comment.place, "the suppression gives no reason, and so answers for nothing", advice=FORM)


@rule("SUP103", "unknown-rule-in-suppression", level=Level.WARNING)
def unknown_rule_in_suppression(document: Document) -> Iterator[Remark]:
    """A suppression names a rule that does not exist.

    ## What it checks
    A comment addressed to Holdwater that names no rule, or a code or name that no rule has. Rules that the comment
    names rightly are suppressed all the same.

    ## Why it matters
    A slip in a code leaves the finding standing, and the writer believes that it is answered for.

    ## Example
    ```markdown draft.md
    <!-- holdwater: ignore[QUO999] -- the first edition has these words -->

    A paragraph.
    ```
    ```findings
    draft.md:3:1: SUP103 no rule is called 'QUO999'
    ```

    ## How to settle it
    `holdwater rules` lists every code and name. Mend the comment, or take it out.
    """
    rules = list(load().values())
    for comment in suppressions_in(document):
        if not comment.selectors:
            yield Remark(comment.place, "the comment is addressed to Holdwater but names no rule", advice=FORM)
        for selector in comment.selectors:
            if not any(exactness(selector, one.code, one.name) for one in rules):
                yield _unknown(comment, selector, rules)


def _unknown(comment: Suppression, selector: str, rules: Sequence[Rule]) -> Remark:
    near = nearest(selector, rules)
    advice = f"did you mean {' or '.join(near)}?" if near else "`holdwater rules` lists them"
    return Remark(comment.place, f"no rule is called {selector[:80]!r}", advice=advice)
