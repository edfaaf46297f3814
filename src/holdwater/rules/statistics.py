"""NUM301 and NUM302: the document's own figures against tables of open statistics."""

from __future__ import annotations

from collections.abc import Iterator

from holdwater.findings.model import Level, Status
from holdwater.findings.statistics import StatisticVerdict
from holdwater.rules.registry import Remark, rule
from holdwater.rules.saying import listed, quoted

AT_ODDS = frozenset({Status.CONTRADICTED, Status.NOT_SUPPORTED})
"""Statuses of claims that no reading of any table bears out or comes near."""


@rule("NUM301", "statistic-differs", level=Level.WARNING, preview=True)
def statistic_differs(statistics: tuple[StatisticVerdict, ...]) -> Iterator[Remark]:
    """A figure of a country and year is another one in the tables of statistics in hand.

    ## What it checks
    Where a sentence gives a figure with words for what is measured, one country, and its year (of a change, its
    years), every series in hand that these words may mean is asked, in every edition: as a level, an absolute or
    relative change, a change in points, a ratio. The figure passes where one reading bears it out as it was rounded,
    and where it is no further off than editions of such figures are from one another. It is contradicted only where
    it is outside all of them; where one is not far off, it differs. Sums of money in prices of another year, parts of
    a country, forecasts and years without figures are let be.

    ## Why it matters
    Open statistics are the one source that anybody can look up. A figure that no edition has was misread, belongs to
    another year or country, or has a definition of its own that the sentence does not name.

    ## Example
    ```markdown draft.md
    In Kenya, life expectancy at birth was 81 years in 2015.
    ```
    ```findings
    draft.md:1:40: NUM301 “81 years” for Kenya is outside the one reading in hand: 67 years in 2015
    ```

    ## How to settle it
    Look at the rows, and at the series' definition. Mend the figure, name the year or the definition that it has, or
    cite the source that has it.
    """
    for verdict in statistics:
        if not verdict.ranked and verdict.status in AT_ODDS:
            yield _remark(verdict, f"{_opening(verdict)} {_lies(verdict)}: {_says(verdict)}")


@rule("NUM302", "superlative-not-borne-out", level=Level.WARNING, preview=True)
def superlative_not_borne_out(statistics: tuple[StatisticVerdict, ...]) -> Iterator[Remark]:
    """A country is said to be first, last or so many-th, and no table in hand ranks it so.

    ## What it checks
    Where a sentence ranks a country ("the highest", "second-lowest", "no country raised it more"), for a year or over
    two years, the place is worked out in every series that the words may mean: of changes, the absolute, the relative
    and the yearly one; among all countries and among those with over a million people, within the region if one is
    named. The finding says how many of these readings there are and what place each gives.

    ## Why it matters
    Superlatives are remembered and repeated, and often rest on one definition, one edition or one small set of
    countries. Where none of the usual readings has it, the sentence owes its reader the one that does.

    ## Example
    ```markdown draft.md
    No country raised life expectancy more than Kenya between 1970 and 2010.
    ```
    ```findings
    draft.md:1:1: NUM302 “No country raised life expectancy more” for Kenya: the nearest of 6 readings is rank 84 of 158
    ```

    ## How to settle it
    Say what is compared: which figure, which years, which countries. Or say "among the" where that is what is meant.
    """
    for verdict in statistics:
        if verdict.ranked and verdict.status in AT_ODDS:
            yield _remark(verdict, f"{_opening(verdict)}: {_nearest(verdict)}")


def _remark(verdict: StatisticVerdict, message: str) -> Remark:
    return Remark(
        verdict.span,
        message,
        status=verdict.status,
        advice="Look at the rows: mend it, or name the definition, the year or the source that has it.",
        tables=verdict.tables,
    )


def _lies(verdict: StatisticVerdict) -> str:
    many = f"all {verdict.tried} readings" if verdict.tried > 1 else "the one reading"
    if verdict.status is Status.CONTRADICTED:
        return f"is outside {many} in hand"
    return f"differs from {many} in hand"


def _opening(verdict: StatisticVerdict) -> str:
    return f"{quoted(verdict.claimed)} for {verdict.place}"


def _says(verdict: StatisticVerdict) -> str:
    return listed(list(dict.fromkeys(one.says for one in verdict.tables)))


def _nearest(verdict: StatisticVerdict) -> str:
    rank = verdict.tables[0].says
    return f"the nearest of {verdict.tried} readings is {rank}" if verdict.tried > 1 else f"the one reading is {rank}"
