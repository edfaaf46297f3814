"""NUM101 to NUM104 and DAT103: quantities and dates against the words of the sources that they cite."""

from __future__ import annotations

from collections.abc import Iterator

from holdwater.document import Document, Span
from holdwater.extract.model import Extraction
from holdwater.findings.figures.model import FigureVerdict, Relation
from holdwater.findings.model import Level
from holdwater.rules.registry import Remark, rule
from holdwater.rules.saying import quoted


def _with(
    figures: tuple[FigureVerdict, ...], *relations: Relation, dates: bool = False
) -> Iterator[tuple[FigureVerdict, str]]:
    """The verdicts with one of these relations, and the title of the source that they rest on."""
    for one in figures:
        if one.relation in relations and one.is_period is dates and one.evidence:
            yield one, quoted(one.evidence[0].title)


def _span(extraction: Extraction, verdict: FigureVerdict) -> Span:
    measured = extraction.measured
    return (measured.periods if verdict.is_period else measured.quantities)[verdict.index].span


def _remark(document: Document, extraction: Extraction, verdict: FigureVerdict, said: str, advice: str) -> Remark:
    span = _span(extraction, verdict)
    return Remark(span, f"{quoted(span.of(document.text))} {said}", verdict.status, advice, verdict.evidence)


def _there(verdict: FigureVerdict, title: str) -> str:
    return f"{quoted(verdict.found)} in {title}"


@rule("NUM101", "number-not-in-source", level=Level.WARNING)
def number_not_in_source(
    document: Document, extraction: Extraction, figures: tuple[FigureVerdict, ...]
) -> Iterator[Remark]:
    """A number stands nowhere in the source that it cites.

    ## What it checks
    The source that a number cites is in hand and can be read, and speaks of the same matter, or is so short that all of
    it is about one; but it has the number in no way of writing it, and none that it could be rounded or worked out
    from. Small counts are not asked for.

    ## Why it matters
    The number may come from another edition, or be worked out from several places of the source. But nobody can
    confirm it from what is in hand.

    ## Example
    ```markdown draft.md
    The council of the upper town carried 412 carts over the old bridge after the great flood.[^1]

    [^1]: Mary Doe, Bridges of the North (2019).
    ```
    ```text sources/Doe - 2019 - Bridges of the North.txt
    The council of the upper town carried carts over the old bridge after the great flood. Nobody was told how many.
    ```
    ```findings
    draft.md:1:39: NUM101 “412 carts” is not in “Bridges of the North” in any form
    ```

    ## How to settle it
    Look for the number in the work itself, or cite the work that it is from.
    """
    for verdict, title in _with(figures, Relation.NOT_IN_SOURCE):
        yield _remark(
            document,
            extraction,
            verdict,
            f"is not in {title} in any form",
            "Look for the number in the work itself, or cite the work that it is from.",
        )


@rule("NUM102", "different-number")
def different_number(
    document: Document, extraction: Extraction, figures: tuple[FigureVerdict, ...]
) -> Iterator[Remark]:
    """The source of a number gives another number for the same thing.

    ## What it checks
    The source that a number cites has one figure for the same thing: the same noun, unit, year and place. Both are
    compared as they are written, each with its own precision and hedges. A number that is the source's rounded, or in
    another unit, or follows from two figures in one of its sentences, is no finding.

    ## Why it matters
    A number that has changed on the way from its source is the commonest fault of cited statistics, and the one that
    readers cannot see.

    ## Example
    ```markdown draft.md
    In 1901 the ferry carried 5,300 passengers across the northern river.[^1]

    [^1]: Mary Doe, Bridges of the North (2019).
    ```
    ```text sources/Doe - 2019 - Bridges of the North.txt
    The northern river had one ferry. In 1901 the ferry carried 3,500 passengers across the river. It was sold later.
    ```
    ```findings
    draft.md:1:27: NUM102 “5,300 passengers” here, “3,500 passengers” in “Bridges of the North”
    ```

    ## How to settle it
    Put the source's number, or cite the work that has this one.
    """
    for verdict, title in _with(figures, Relation.CONTRADICTED, Relation.NEAR):
        said = f"by the figures in {title} it is {verdict.formula}" if verdict.formula else _there(verdict, title)
        advice = "Put the source's number, or cite the work that has this one."
        yield _remark(document, extraction, verdict, f"here, {said}", advice)


@rule("NUM103", "other-year-or-subject")
def other_year_or_subject(
    document: Document, extraction: Extraction, figures: tuple[FigureVerdict, ...]
) -> Iterator[Remark]:
    """The source has the number for another year or subject, and another one for this.

    ## What it checks
    The number stands in the source that it cites, but there it belongs to another year, place, sex or thing, while the
    source has another number for what the sentence names.

    ## Why it matters
    A line too high in a table, or the boys' share for the girls': whoever looks for the number in the source finds it,
    and is none the wiser.

    ## Example
    ```markdown draft.md
    In 1901 the northern ferry carried 4,100 passengers.[^1]

    [^1]: Mary Doe, Ferries (2019).
    ```
    ```text sources/Doe - 2019 - Ferries.txt
    In 1901 the northern ferry carried 3,500 passengers. In 1911 the northern ferry carried 4,100 passengers.
    ```
    ```findings
    draft.md:1:36: NUM103 “4,100 passengers” is for another year in “Ferries”; for this one it has “3,500 passengers”
    ```

    ## How to settle it
    Put the number that the source has for this year or subject, or name the one that the number is of.
    """
    for verdict, title in _with(figures, Relation.OTHER_YEAR, Relation.OTHER_SUBJECT):
        other = "for another year" if verdict.relation is Relation.OTHER_YEAR else "of something else"
        yield _remark(
            document,
            extraction,
            verdict,
            f"is {other} in {title}; for this one it has {quoted(verdict.found)}",
            "Put the number that the source has for this year or subject, or name the one that the number is of.",
        )


@rule("NUM104", "hedge-wrong-way", level=Level.WARNING)
def hedge_wrong_way(document: Document, extraction: Extraction, figures: tuple[FigureVerdict, ...]) -> Iterator[Remark]:
    """The number is hedged to the wrong side of what its source says.

    ## What it checks
    Words such as "over", "at least", "nearly" and "up to" put a number on one side of another. The source's number for
    the same thing is on that side.

    ## Why it matters
    "Over half" of 48 % does not simplify: it makes a minority a majority.

    ## Example
    ```markdown draft.md
    In 1901 the northern ferry carried over 3,600 passengers.[^1]

    [^1]: Mary Doe, Bridges of the North (2019).
    ```
    ```text sources/Doe - 2019 - Bridges of the North.txt
    In 1901 the northern ferry carried 3,500 passengers. It was sold in the year of the great flood.
    ```
    ```findings
    draft.md:1:36: NUM104 “over 3,600 passengers” here, “3,500 passengers” in “Bridges of the North”
    ```

    ## How to settle it
    Hedge to the side of the source's number, or give that number.
    """
    for verdict, title in _with(figures, Relation.HEDGE):
        advice = "Hedge to the side of the source's number, or give that number."
        yield _remark(document, extraction, verdict, f"here, {_there(verdict, title)}", advice)


@rule("DAT103", "different-date")
def different_date(document: Document, extraction: Extraction, figures: tuple[FigureVerdict, ...]) -> Iterator[Remark]:
    """The source of a date gives another date for the same event.

    ## What it checks
    The source that a date cites tells of the same event in one sentence, and dates it otherwise. A year is borne out
    by any day of it.

    ## Why it matters
    Dates are copied from memory more often than numbers are, and orders of events rest on them.

    ## Example
    ```markdown draft.md
    The old bridge was opened for carts on 7 July 1902.[^1]

    [^1]: Mary Doe, Bridges of the North (2019).
    ```
    ```text sources/Doe - 2019 - Bridges of the North.txt
    The county never answered. The old bridge was opened for carts on 7 June 1902, and the council was pleased.
    ```
    ```findings
    draft.md:1:40: DAT103 “7 July 1902” here, “7 June 1902” in “Bridges of the North”
    ```

    ## How to settle it
    Put the source's date, or cite the work that has this one.
    """
    for verdict, title in _with(figures, Relation.CONTRADICTED, Relation.OTHER_SUBJECT, dates=True):
        advice = "Put the source's date, or cite the work that has this one."
        yield _remark(document, extraction, verdict, f"here, {_there(verdict, title)}", advice)
