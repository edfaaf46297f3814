"""CIT301 to CIT304: references against the records of the catalogues that were asked, and against one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from holdwater.document import Document
from holdwater.extract.model import Extraction, Reference
from holdwater.findings.model import Level
from holdwater.patterns import waiting
from holdwater.rules.references import listed_references
from holdwater.rules.registry import Remark, rule
from holdwater.rules.saying import listed, opening, quoted

if TYPE_CHECKING:
    from holdwater.sources.records.model import Comparison, LookUp, Noticed

NEAR = 240
"""Characters about a citation in which the document may say itself that the work was retracted."""

_KNOWS = waiting(r"retract|withdr[ae]w|expression of concern|corrigend|errat|correct(?:ed|ion)", re.IGNORECASE)
_FIELDS = {"identifier": "number", "page": "pages", "container": "published in"}


def _with_references(extraction: Extraction, look_ups: Sequence[LookUp]) -> Iterator[tuple[LookUp, Reference]]:
    by_id = {reference.id: reference for reference in extraction.references}
    for look_up in look_ups:
        if look_up.reference in by_id:
            yield look_up, by_id[look_up.reference]


def _named(document: Document, reference: Reference) -> str:
    return quoted(reference.raw or reference.span.of(document.text))


def _of_the_work(look_up: LookUp) -> list[Comparison]:
    return [one for one in look_up.comparisons if one.same_work]


@rule("CIT301", "reference-not-found", level=Level.WARNING)
def reference_not_found(document: Document, extraction: Extraction, look_ups: tuple[LookUp, ...]) -> Iterator[Remark]:
    """No catalogue that was asked knows the work of a reference.

    ## What it checks
    The work was looked up by its number and by its title in the catalogues that ought to know it: articles of journals,
    and whatever gives a DOI, an arXiv or a PubMed number. Web pages, books, reports and newspapers need not be in any,
    and are let be. Where a catalogue did not answer, the reference counts as unchecked.

    ## Why it matters
    The reader cannot find the work by what the reference says of it. Its title, number or year may have been put down
    wrongly, or it may stand where these catalogues do not look. Not found is no more than that.

    ## Example
    ```markdown draft.md
    The bridge was closed in the spring.[^1]

    [^1]: Jane Doe, “Stone bridges of the north”, Journal of Masonry 12 (2014), 123-130.
    ```
    ```known records
    Stone bridges | Crossref | nothing
    Stone bridges | OpenAlex | nothing
    ```
    ```findings
    draft.md:3:7: CIT301 “Jane Doe, “Stone bridges of the north”, Journal …” was not found in Crossref and OpenAlex
    ```

    ## How to settle it
    Look for the work by its title alone, and put the reference right; or add the work itself to the sources.
    """
    for look_up, reference in _with_references(extraction, look_ups):
        if look_up.comparisons or not look_up.expected:
            continue
        span, named = opening(document.text, reference.span), _named(document, reference)
        if look_up.failed:
            why = "; ".join(look_up.failed.values())
            yield Remark(
                span, f"{named} could not be looked up ({why})", advice="Try again later.", level=Level.UNCHECKED
            )
        elif look_up.asked:
            where = listed(look_up.asked, most=len(look_up.asked))
            yield Remark(
                span,
                f"{named} was not found in {where}",
                advice="Look for the work by its title alone, or add the work itself to the sources.",
            )


@rule("CIT302", "details-differ", level=Level.WARNING, preview=True)
def details_differ(document: Document, extraction: Extraction, look_ups: tuple[LookUp, ...]) -> Iterator[Remark]:
    """A reference differs from a catalogue's record of its work.

    ## What it checks
    Authors, title, journal, year, volume, issue, pages and number of a reference are laid against the record, field by
    field. Usual ways of writing are no difference: initials, "et al.", particles and diacritics, abbreviated journals,
    shortened pages, a preprint for the publication, the year of the first day online. What either side does not give is
    no difference. Records have faults of their own, so this rule runs only when it is selected.

    ## Why it matters
    A wrong volume, year or DOI leads the reader nowhere, or to another work.

    ## Example
    ```markdown draft.md
    The bridge was closed in the spring.[^1]

    [^1]: Jane Doe, “Stone bridges of the north”, Journal of Masonry 21 (2014), 123-130.
    ```
    ```known records
    Stone bridges | Crossref | author: Doe, Jane; title: Stone bridges of the north; year: 2014; volume: 12
    ```
    ```findings
    draft.md:3:7: CIT302 volume “21” here, “12” in Crossref's record
    ```

    ## How to settle it
    Look at the work itself, and put right whichever is wrong. A record can be wrong too.
    """
    for look_up, reference in _with_references(extraction, look_ups):
        said = _differences(look_up)
        if said:
            yield Remark(
                opening(document.text, reference.span),
                said,
                advice="Look at the work itself, and put right what is wrong. A record can be wrong too.",
            )


def _differences(look_up: LookUp) -> str:
    """What differs from the record that is nearest; "" where one record bears all of the reference out."""
    of_work = _of_the_work(look_up)
    if of_work:
        best = min(of_work, key=lambda one: len(one.different))
        return _listed(best)
    other = next(iter(look_up.comparisons), None)
    if other is None:
        return ""
    number = next((one.written for one in other.fields if one.field == "identifier"), other.record.key)
    title = str(other.record.csl.get("title") or other.record.key)
    return f"{number} leads to another work in {other.record.service}: {quoted(title)}"


def _listed(comparison: Comparison) -> str:
    differing = [
        f"{_FIELDS.get(one.field, one.field)} {quoted(one.written)} here, {quoted(one.recorded)}"
        for one in comparison.different
    ]
    return f"{'; '.join(differing)} in {comparison.record.service}'s record" if differing else ""


@rule("CIT303", "retraction")
def retracted_work(document: Document, extraction: Extraction, look_ups: tuple[LookUp, ...]) -> Iterator[Remark]:
    """A cited work has been retracted, or bears another notice.

    ## What it checks
    The record of a work, in one of the catalogues that were asked, says that it was retracted or withdrawn, that its
    editors have expressed concern, or that it was corrected. A reference that says so itself, or is cited in words that
    do, is let be.

    ## Why it matters
    Whoever relies on a retracted work should say that it is one; a correction may change the very number that is cited.

    ## Example
    ```markdown draft.md
    The bridge was closed in the spring.[^1]

    [^1]: Jane Doe, “Stone bridges of the north”, Journal of Masonry 12 (2014), 123-130.
    ```
    ```known records
    Stone bridges | Crossref | author: Doe, Jane; title: Stone bridges of the north; year: 2014
    Stone bridges | Crossref | notice: retracted 2020-05-01 10.5555/notice
    ```
    ```findings
    draft.md:3:7: CIT303 the work is retracted (2020-05-01, 10.5555/notice), as Crossref has it
    ```

    ## How to settle it
    Read the notice. Cite another work, or say in the text that this one was retracted and why it is cited.
    """
    for look_up, reference in _with_references(extraction, look_ups):
        record = next((one.record for one in _of_the_work(look_up) if one.record.notices), None)
        if record is None or _is_owned_up(document, extraction, reference):
            continue
        notice = record.notices[0]
        yield Remark(
            opening(document.text, reference.span),
            f"the work {_said_of(notice)}, as {record.service} has it",
            advice="Read the notice; cite another work, or say in the text what has become of this one.",
            level=Level.ERROR if notice.notice in ("retracted", "withdrawn") else Level.WARNING,
        )


def _said_of(notice: Noticed) -> str:
    details = ", ".join(part for part in (notice.day.isoformat() if notice.day else "", notice.where) if part)
    kind = "bears an expression of concern" if notice.notice == "expression of concern" else f"is {notice.notice.value}"
    return f"{kind} ({details})" if details else kind


def _is_owned_up(document: Document, extraction: Extraction, reference: Reference) -> bool:
    """Whether the reference, or the words about a citation of it, speak of the notice."""
    if _KNOWS.search(reference.raw):
        return True
    near = (one.span for one in extraction.citations if reference.id in one.references)
    return any(_KNOWS.search(document.text[max(0, span.start - NEAR) : span.end + NEAR]) for span in near)


@rule("CIT304", "work-listed-twice", level=Level.WARNING)
def work_listed_twice(document: Document, extraction: Extraction, look_ups: tuple[LookUp, ...]) -> Iterator[Remark]:
    """The reference list has the same work twice.

    ## What it checks
    Two entries of the reference list give the same DOI, arXiv or PubMed number, or lead to the same record of a
    catalogue. Notes repeat works by their nature and are let be.

    ## Why it matters
    The reader takes one work for two, and where the entries differ, one of them is wrong.

    ## Example
    ```markdown draft.md
    The bridge was closed in the spring (Doe 2014a). It was opened again in the autumn (Doe 2014b).

    # References

    Doe, J. (2014a). Stone bridges of the north. J. Masonry, 12(3), 123-130. doi:10.5555/jam.12

    Doe, Jane (2014b). Stone bridges. J. Mason. 12, 123. https://doi.org/10.5555/jam.12
    ```
    ```findings
    draft.md:7:1: CIT304 10.5555/jam.12 is listed already: “Doe, J. (2014a). Stone bridges of the north. …”
    ```

    ## How to settle it
    Keep one of the entries and let all citations lead to it.
    """
    by_reference = {look_up.reference: look_up for look_up in look_ups}
    seen: dict[str, Reference] = {}
    for reference in listed_references(document, extraction):
        numbers = _numbers(reference, by_reference)
        earlier = next(((number, seen[number]) for number in numbers if number in seen), None)
        if earlier is not None and earlier[1].span != reference.span:
            number = earlier[0].partition(":")[2]
            yield Remark(
                opening(document.text, reference.span),
                f"{number} is listed already: {_named(document, earlier[1])}",
                advice="Keep one of the entries and let all citations lead to it.",
            )
        for number in numbers:
            seen.setdefault(number, reference)


def _numbers(reference: Reference, look_ups: Mapping[str, LookUp]) -> list[str]:
    """What the work is known by: its own numbers, and those of the record that has it in every detail."""
    own = [one for one in reference.identifiers if one.partition(":")[0] in ("doi", "arxiv", "pmid")]
    look_up = look_ups.get(reference.id)
    for one in _of_the_work(look_up) if look_up else ():
        if not one.different:
            own += [number for number in one.record.identifiers if number.partition(":")[0] in ("doi", "arxiv", "pmid")]
    return own
