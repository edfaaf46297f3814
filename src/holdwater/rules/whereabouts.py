"""QUO103, QUO104 and QUO110: whether a quotation stands in the source that it cites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from holdwater.document import Document
from holdwater.extract.model import Extraction
from holdwater.findings.model import Level, Status, Verdict
from holdwater.match.model import Fit
from holdwater.rules.faults import Fault, with_fault
from holdwater.rules.registry import Remark, rule
from holdwater.rules.saying import listed, quoted
from holdwater.sources.model import Source


def _cited(verdict: Verdict, sources: Mapping[str, Source]) -> str:
    """The titles of the sources that a quotation cites and that were searched."""
    searched = [source for source in verdict.tied if source in verdict.looked_in] or list(verdict.tied)
    titles = [quoted(sources[source].title if source in sources else source) for source in searched]
    return listed(titles) if titles else "the source that it cites"


@rule("QUO103", "not-found")
def not_found(
    document: Document, extraction: Extraction, verdicts: tuple[Verdict, ...], sources: Mapping[str, Source]
) -> Iterator[Remark]:
    """The words of a quotation stand in none of the sources in hand.

    ## What it checks
    The source that a quotation cites is in hand and can be read, and its words, or words near enough to be the same
    passage, stand in it. All visible text of the source is searched, and then the other sources in hand.

    ## Why it matters
    Not found is not a denial: the words may stand in another edition, in a translation, or in a part of the work that
    the copy in hand lacks. But nobody can confirm them from what is in hand.

    ## Example
    ```markdown draft.md
    Doe writes: “No engineer ever set foot upon the southern arch after the great fire.”[^1]

    [^1]: Mary Doe, Bridges of the North (2019).
    ```
    ```text sources/Doe - 2019 - Bridges of the North.txt
    The bridge was closed in the spring of that year by order of the town. It was opened again in June.
    ```
    ```findings
    draft.md:1:14: QUO103 “No engineer ever set foot upon …” is not found in “Bridges of the North”
    ```

    ## How to settle it
    Look for the words in the work itself. If the copy in hand is not the edition quoted, add the right one.
    """
    for verdict in with_fault(verdicts, Fault.NOT_FOUND):
        quotation = extraction.quotations[verdict.quotation]
        yield Remark(
            quotation.span,
            f"{quoted(quotation.span.of(document.text), most=6)} is not found in {_cited(verdict, sources)}",
            verdict.status,
            "Look for the words in the work itself, or add the edition quoted.",
            verdict.evidence,
            quotation.id,
        )


@rule("QUO104", "found-elsewhere")
def found_elsewhere(
    document: Document, extraction: Extraction, verdicts: tuple[Verdict, ...], sources: Mapping[str, Source]
) -> Iterator[Remark]:
    """The words of a quotation stand in another source than the one it cites.

    ## What it checks
    Words that are not in the source cited are looked for in the other sources in hand. If they stand there, the
    finding says where.

    ## Why it matters
    The words are real, but the citation sends the reader to the wrong work, or gives one author's words to another.

    ## Example
    ```markdown draft.md
    Doe writes: “The river took the northern pier in a single night, and the mill went with it.”[^1]

    [^1]: Mary Doe, Bridges of the North (2019).
    ```
    ```text sources/Doe - 2019 - Bridges of the North.txt
    The bridge was closed in the spring of that year by order of the town. It was opened again in June.
    ```
    ```text sources/Roe - 2004 - Great Floods.txt
    The river took the northern pier in a single night, and the mill went with it. Nobody was hurt.
    ```
    ```findings
    draft.md:1:14: QUO104 “The river took the northern pier …” stands in “Great Floods”, not in “Bridges of the North”
    ```

    ## How to settle it
    Cite the work in which the words stand.
    """
    for verdict in with_fault(verdicts, Fault.ELSEWHERE):
        quotation = extraction.quotations[verdict.quotation]
        where = quoted(verdict.evidence[0].title) if verdict.evidence else "another source"
        yield Remark(
            quotation.span,
            f"{quoted(quotation.span.of(document.text), most=6)} stands in {where}, not in {_cited(verdict, sources)}",
            verdict.status,
            "Cite the work in which the words stand.",
            verdict.evidence,
            quotation.id,
        )


@rule("QUO110", "ambiguous-passage", level=Level.UNCHECKED)
def ambiguous_passage(document: Document, extraction: Extraction, verdicts: tuple[Verdict, ...]) -> Iterator[Remark]:
    """Two passages of the source fit a quotation equally well.

    ## What it checks
    A quotation that is some way off its source was made from one passage of it. Where two passages are as near, each
    in its own way, neither is chosen: both are shown.

    ## Why it matters
    The difference that would be reported depends on the passage. A wrong one would be worse than none.

    ## Example
    ```markdown draft.md
    Doe writes: “The old keeper closed the heavy gate at dawn and opened the narrow door at noon each day.”[^1]

    [^1]: Mary Doe, Bridges of the North (2019).
    ```
    ```text sources/Doe - 2019 - Bridges of the North.txt
    The young keeper closed the heavy gate at dawn and opened the iron door at noon each day. So it was for years.

    Later it was otherwise. The old keeper closed the wooden gate at dawn and opened the narrow door at dusk each day.
    ```
    ```findings
    draft.md:1:14: QUO110 “The old keeper closed the heavy …” fits two passages of “Bridges of the North” equally well
    ```

    ## How to settle it
    Quote a few words more, or give the page.
    """
    for verdict in verdicts:
        # A quotation too short to tell is ambiguous too, but no two passages vie for it.
        tied = verdict.alignment is not None and verdict.alignment.fit is Fit.AMBIGUOUS
        if verdict.status is not Status.AMBIGUOUS or not tied:
            continue
        quotation = extraction.quotations[verdict.quotation]
        yield Remark(
            quotation.span,
            f"{quoted(quotation.span.of(document.text), most=6)} fits two passages of "
            f"{quoted(verdict.evidence[0].title)} equally well",
            verdict.status,
            "Quote a few words more, or give the page.",
            verdict.evidence,
            quotation.id,
        )
