"""CIT201 to CIT205: citations and the sources in hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from holdwater.document import Document
from holdwater.extract.model import Extraction, Reference
from holdwater.extract.pages import pages_apart
from holdwater.findings.figures.model import FigureVerdict
from holdwater.findings.model import Level, Status, Verdict
from holdwater.rules.faults import IN_PLACE
from holdwater.rules.registry import Remark, rule
from holdwater.rules.reliance import best_citation, borne_by_figures, place_of, relied_on
from holdwater.rules.saying import opening, quoted, several, shortened
from holdwater.sources.model import Source, Tie, TieStatus

NEAR = 0.3
"""The likeness from which on the nearest source is worth a look; below it, two works share a word or a year."""


def _rest_on(quotations: Sequence[int], figures: int = 0) -> str:
    count = len(quotations) or figures
    what = several(count, "quotation") if quotations else several(count, "number or date", "numbers and dates")
    return f"{what} {'rests' if count == 1 else 'rest'} on it"


def _described(document: Document, reference: Reference) -> str:
    """A work as the document describes it, or the address behind a link, whose words are not the work's name."""
    words = quoted(reference.raw or reference.span.of(document.text))
    address = reference.only_address
    return f"{shortened(address)} (the link on {words})" if address else words


def _title(sources: Mapping[str, Source], source_id: str) -> str:
    return quoted(sources[source_id].title if source_id in sources else source_id)


@rule("CIT201", "source-missing", level=Level.UNCHECKED)
def source_missing(
    document: Document,
    extraction: Extraction,
    verdicts: tuple[Verdict, ...],
    ties: Mapping[str, Tie],
    sources: Mapping[str, Source],
    unbacked: tuple[FigureVerdict, ...],
) -> Iterator[Remark]:
    """A work that a quotation, or a number, rests on is not among the sources in hand.

    ## What it checks
    Each work that a quotation of the document cites leads to one of the sources in hand, by an identifier or by the
    likeness of its description. Each missing work is named once, with the source that comes nearest and what is
    missing to be sure of it. Where the very words stand in a source in hand, that one is named too: it may be the
    work itself, one that quotes it, or the one that should be cited. A work that only numbers and dates rest on is
    named where at least half of the references lead to a source in hand. Works that nothing to be checked rests on
    are not asked for. Without any sources in hand the rule is silent: the report's counts say how much could not be
    checked.

    ## Why it matters
    Unchecked is not the same as right. What stands here is the list of works to fetch.

    ## Example
    ```markdown draft.md
    Doe writes: “The bridge was closed in the spring of that year.”[^1] Roe is of another mind: “The river took
    the northern pier in a single night.”[^2]

    [^1]: Mary Doe, Bridges of the North (2019), p. 12.

    [^2]: Richard Roe, Rivers and Floods (2004), p. 88.
    ```
    ```text sources/Doe - 2019 - Bridges of the North.txt
    The town waited. The bridge was closed in the spring of that year. Nobody was told why.
    ```
    ```findings
    draft.md:6:7: CIT201 no source in hand for “Richard Roe, Rivers and Floods (2004), p. 88.”: 1 quotation rests on it
    ```

    ## How to settle it
    Put the work into the folder of sources, or name its file in `sources.json`.
    """
    if not sources:
        return
    missing = {reference for reference, tie in ties.items() if tie.status is TieStatus.MISSING}
    relied = relied_on(extraction, verdicts, {Status.SOURCE_MISSING}, missing)
    if 2 * sum(tie.status is TieStatus.TIED for tie in ties.values()) >= len(ties):
        relied += borne_by_figures(extraction, unbacked, relied)
    for reliance in relied:
        reference = reliance.reference
        rest_on = _rest_on(reliance.quotations, reliance.figures)
        stand_in = _stand_in(reliance.quotations, verdicts)
        yield Remark(
            opening(document.text, reference.span),
            f"no source in hand for {_described(document, reference)}: {rest_on}"
            + stand_in
            + _nearest(ties[reference.id], sources, stand_in),
            status=Status.SOURCE_MISSING,
            advice="Put the work into the folder of sources, or name its file in sources.json.",
            quotation=reliance.quotations[0] if reliance.quotations else None,
        )


def _stand_in(quotations: Sequence[int], verdicts: Sequence[Verdict]) -> str:
    """In which source in hand the words stand of quotations whose own source is missing; "" where in none."""
    found = [one.evidence[0].title for one in verdicts if one.quotation in quotations and one.evidence]
    if not found:
        return ""
    where = " and ".join(quoted(title) for title in dict.fromkeys(found))
    if len(quotations) == 1:
        return f", whose words stand in {where}"
    return f"; the words of {len(found)} of them stand in {where}"


def _nearest(tie: Tie, sources: Mapping[str, Source], said: str = "") -> str:
    """The source that comes nearest, and what is missing to be sure of it; `said` is what was told of others before."""
    source = sources.get(tie.nearest)
    if source is None or tie.nearest_score < NEAR:
        return ""
    if not source.file:
        return "; the list of sources has it, and names no file for it"
    lacking = f": {tie.lacking}" if tie.lacking else ""
    title = _title(sources, source.id)
    named = "that is also the nearest" if said.endswith(title) else f"the nearest is {title}"
    return f"; {named} (likeness {tie.nearest_score:.2f}){lacking}"


@rule("CIT202", "missing-locator", level=Level.WARNING, preview=True)
def missing_locator(extraction: Extraction, verdicts: tuple[Verdict, ...]) -> Iterator[Remark]:
    """The citation of a quotation gives no page, though its source has pages.

    ## What it checks
    Where the words of a quotation stand on a known page of their source, its citation gives a page, a section or
    another place. Not every house asks for that, so this rule runs only when it is selected.

    ## Why it matters
    A reader who wants to look the words up should not have to read the book.

    ## Example
    ```markdown draft.md
    Doe writes: “The bridge was closed in the spring of that year.”[^1]

    [^1]: Mary Doe, Bridges of the North (2019).
    ```
    ```html sources/Doe - 2019 - Bridges of the North.html
    <title>Bridges of the North</title>
    <p><span epub:type="pagebreak" role="doc-pagebreak" title="12"></span>The town waited. The bridge was closed in
    the spring of that year. Nobody was told why.</p>
    ```
    ```findings
    draft.md:1:14: CIT202 gives no page; the words stand on page 12 of “Bridges of the North”
    ```

    ## How to settle it
    Add the page that the finding names.
    """
    for verdict in verdicts:
        quotation = extraction.quotations[verdict.quotation]
        citation = best_citation(extraction, quotation)
        place = verdict.evidence[0].place if verdict.evidence else ""
        if citation is None or citation.locator or verdict.status not in IN_PLACE or not place.startswith("page "):
            continue
        yield Remark(
            place_of(citation, quotation),
            f"gives no page; the words stand on {place} of {quoted(verdict.evidence[0].title)}",
            status=verdict.status,
            advice="Add the page.",
            evidence=verdict.evidence,
            quotation=quotation.id,
        )


@rule("CIT203", "wrong-locator")
def wrong_locator(extraction: Extraction, verdicts: tuple[Verdict, ...]) -> Iterator[Remark]:
    """A quotation stands on another page than its citation gives.

    ## What it checks
    Where both the citation and the source have printed pages, the words stand on a page that the citation gives. A
    range that holds the page is right; a locator without a number ("xii", "passim") is let be.

    ## Why it matters
    The reader looks where the citation points and does not find the words. A wrong page is often a quotation taken
    from another edition, or from somebody else's note.

    ## Example
    ```markdown draft.md
    Doe writes: “The bridge was closed in the spring of that year.”[^1]

    [^1]: Mary Doe, Bridges of the North (2019), p. 21.
    ```
    ```html sources/Doe - 2019 - Bridges of the North.html
    <title>Bridges of the North</title>
    <p><span epub:type="pagebreak" role="doc-pagebreak" title="12"></span>The town waited. The bridge was closed in
    the spring of that year. Nobody was told why.</p>
    <p><span epub:type="pagebreak" role="doc-pagebreak" title="13"></span>It was opened again in June.</p>
    ```
    ```findings
    draft.md:1:14: CIT203 gives page 21; the words stand on page 12 of “Bridges of the North”
    ```

    ## How to settle it
    Give the page on which the words stand, or name the edition whose pages the citation gives.
    """
    for verdict in verdicts:
        if verdict.status not in IN_PLACE or not pages_apart(verdict.page_given, verdict.page_found):
            continue
        quotation = extraction.quotations[verdict.quotation]
        title = quoted(verdict.evidence[0].title) if verdict.evidence else "the source"
        yield Remark(
            place_of(best_citation(extraction, quotation), quotation),
            f"gives page {verdict.page_given}; the words stand on page {verdict.page_found} of {title}",
            status=verdict.status,
            advice="Give the page on which the words stand, or name the edition.",
            evidence=verdict.evidence,
            quotation=quotation.id,
        )


@rule("CIT204", "source-unreadable", level=Level.UNCHECKED)
def source_unreadable(
    extraction: Extraction,
    verdicts: tuple[Verdict, ...],
    sources: Mapping[str, Source],
    unreadable: Mapping[str, str],
) -> Iterator[Remark]:
    """A source in hand could not be read.

    ## What it checks
    Each source that a quotation rests on has text that can be read. A scan without text, an encrypted file or a file
    of an unknown format has none. Each such source is named once, with the reason.

    ## Why it matters
    That the words were not found in a file without text says nothing about them. What rests on it is unchecked.

    ## Example
    ```markdown draft.md
    Doe writes: “The bridge was closed in the spring of that year.”[^1]

    [^1]: Mary Doe, Bridges of the North (2019), p. 12.
    ```
    ```text sources/Doe - 2019 - Bridges of the North.pdf
    %PDF-1.4 a scan without any text
    ```
    ```findings
    draft.md:1:14: CIT204 “Bridges of the North” could not be read: 1 quotation rests on it
    ```

    ## How to settle it
    Put a copy with text in its place: run a scan through character recognition, or save the page as HTML or text.
    """
    resting: dict[str, list[int]] = {}
    for verdict in verdicts:
        if verdict.status is Status.SOURCE_UNREADABLE:
            for source in verdict.tied:
                if source in unreadable:
                    resting.setdefault(source, []).append(verdict.quotation)
    for source, quotations in resting.items():
        yield Remark(
            extraction.quotations[quotations[0]].span,
            f"{_title(sources, source)} could not be read: {_rest_on(quotations)}",
            status=Status.SOURCE_UNREADABLE,
            advice=f"Put a copy with text in its place ({unreadable[source]}).",
            quotation=quotations[0],
        )


@rule("CIT205", "ambiguous-reference", level=Level.UNCHECKED)
def ambiguous_reference(
    document: Document, extraction: Extraction, verdicts: tuple[Verdict, ...], ties: Mapping[str, Tie]
) -> Iterator[Remark]:
    """A reference may mean either of two sources in hand.

    ## What it checks
    Each work that a quotation cites leads to one source in hand and not to two that its description fits equally
    well. Each such work is named once; the advice names the sources that it may mean.

    ## Why it matters
    To choose one of them would be a guess, and a quotation that is not in the wrong one would be reported as not
    found.

    ## Example
    ```markdown draft.md
    Doe writes: “The bridge was closed in the spring of that year.”[^1]

    [^1]: Mary Doe, Bridges of the North, p. 12.
    ```
    ```text sources/Doe - 2019 - Bridges of the North.txt
    The town waited. The bridge was closed in the spring of that year. Nobody was told why.
    ```
    ```text sources/Doe - 2021 - Bridges of the North.txt
    The town waited. The old bridge was shut in the spring of that year. Nobody was told why.
    ```
    ```findings
    draft.md:3:7: CIT205 “Mary Doe, Bridges of the North, p. 12.” may mean several sources: 1 quotation rests on it
    ```

    ## How to settle it
    Add what tells the two apart, such as the year, to the reference; or name the file in `sources.json`.
    """
    ambiguous = {reference for reference, tie in ties.items() if tie.status is TieStatus.AMBIGUOUS}
    for reliance in relied_on(extraction, verdicts, {Status.AMBIGUOUS}, ambiguous):
        reason = ties[reliance.reference.id].reason
        yield Remark(
            opening(document.text, reliance.reference.span),
            f"{_described(document, reliance.reference)} may mean several sources: " + _rest_on(reliance.quotations),
            status=Status.AMBIGUOUS,
            advice=f"Add what tells them apart, such as the year{f' ({reason})' if reason else ''}.",
            quotation=reliance.quotations[0],
        )
