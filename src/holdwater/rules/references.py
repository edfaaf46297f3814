"""CIT106 and CIT107: citations and the reference list that do not fit together."""

from __future__ import annotations

from collections.abc import Iterator

from holdwater.document import BlockKind, Document, Part, Span
from holdwater.extract.model import Citation, CitationKind, Extraction, Reference
from holdwater.findings.model import Level
from holdwater.rules.registry import Remark, rule
from holdwater.rules.saying import opening, quoted

TO_THE_LIST = frozenset({CitationKind.BRACKET, CitationKind.AUTHOR_DATE, CitationKind.KEY})
"""The kinds of citation that lead to a reference list, and nowhere else."""


def listed_references(document: Document, extraction: Extraction) -> list[Reference]:
    """The references that stand in the document's reference list, not in a note or in running text."""
    return [reference for reference in extraction.references if _in_list(document, reference.span)]


def _in_list(document: Document, span: Span) -> bool:
    block = document.block_at(span.start)
    return block is not None and (block.kind is BlockKind.REFERENCE or block.part is Part.REFERENCES)


def _shown(document: Document, citation: Citation) -> str:
    return quoted(citation.span.of(document.text) or citation.label)


@rule("CIT106", "citation-without-reference", level=Level.WARNING)
def citation_without_reference(document: Document, extraction: Extraction) -> Iterator[Remark]:
    """A citation leads to no entry of the reference list.

    ## What it checks
    Where the document has a reference list, each `[12]`, `[@doe]` or `(Doe 2019)` of its text leads to an entry of
    it. A document without a list is let be: its references stand elsewhere.

    ## Why it matters
    The reader cannot find the work, and what the sentence takes from it cannot be checked.

    ## Example
    ```markdown draft.md
    The bridge was closed in the spring (Doe 2019, p. 12). A flood had taken one pier (Roe 2004, p. 88).

    # References

    Doe, Mary (2019). Bridges of the North. Northern Press.
    ```
    ```findings
    draft.md:1:83: CIT106 “(Roe 2004, p. 88)” leads to no entry of the reference list
    ```

    ## How to settle it
    Add the entry, or put right the name, the year or the number of the citation.
    """
    if not listed_references(document, extraction):
        return
    for citation in extraction.citations:
        if citation.kind in TO_THE_LIST and not citation.references and not citation.ambiguous:
            yield Remark(
                citation.span,
                f"{_shown(document, citation)} leads to no entry of the reference list",
                advice="Add the entry, or put the citation right.",
            )


@rule("CIT107", "reference-never-cited", level=Level.WARNING, preview=True)
def reference_never_cited(document: Document, extraction: Extraction) -> Iterator[Remark]:
    """An entry of the reference list is cited nowhere.

    ## What it checks
    Each entry of the reference list is led to by a citation. Many houses print lists of further reading in the same
    form, so this rule runs only when it is selected.

    ## Why it matters
    An entry that nothing leads to is often what is left of a sentence that was cut, or a citation that was lost.

    ## Example
    ```markdown draft.md
    The bridge was closed in the spring (Doe 2019, p. 12).

    # References

    Doe, Mary (2019). Bridges of the North. Northern Press.

    Roe, Richard (2004). Rivers and Floods. Delta Books.
    ```
    ```findings
    draft.md:7:1: CIT107 nothing cites “Roe, Richard (2004). Rivers and Floods. Delta Books.”
    ```

    ## How to settle it
    Cite the work where it was used, or move it to a list of further reading.
    """
    cited = {reference for citation in extraction.citations for reference in citation.references}
    if not cited:
        return
    for reference in listed_references(document, extraction):
        if reference.id not in cited:
            yield Remark(
                opening(document.text, reference.span),
                f"nothing cites {quoted(reference.raw or reference.span.of(document.text))}",
                advice="Cite it, or list it as further reading.",
            )
