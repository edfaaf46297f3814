"""Asks the tables in hand about the document's own figures: which readings of each bear it out, which do not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from holdwater.document import Document, Span
from holdwater.extract.model import Extraction
from holdwater.extract.quantities.model import Measured
from holdwater.findings.model import Status, TableEvidence, TableRow
from holdwater.findings.statistic_claims import ClaimReader
from holdwater.tables.model import Claim, ClaimKind, Decision, Figure, Outcome, Reading, Ruling
from holdwater.tables.places import place_name
from holdwater.tables.ruling import rule_on
from holdwater.tables.store import Store
from holdwater.tables.traits import measure_of, ratio_of_units

MOST_SHOWN = 4
"""Readings that a finding shows; how many there are stands in its words."""

_STATUS: Mapping[Decision, Status] = {
    Decision.SUPPORTED: Status.SUPPORTED,
    Decision.PARTLY: Status.PARTLY_SUPPORTED,
    Decision.DIFFERS: Status.NOT_SUPPORTED,
    Decision.CONTRADICTED: Status.CONTRADICTED,
    Decision.UNSURE: Status.AMBIGUOUS,
}


@dataclass(frozen=True)
class StatisticVerdict:
    """What the tables in hand say of one quantity of the document.

    `quantity` is its number in what was measured. `held` of `tried` readings bear it out; `tables` are the best of
    them with their rows and queries, those that hold first, then the nearest. `ranked` says that the claim is
    a rank or a superlative.
    """

    quantity: int
    span: Span
    status: Status
    tables: tuple[TableEvidence, ...]
    held: int
    tried: int
    ranked: bool
    claimed: str
    place: str


def ask_tables(
    document: Document, extraction: Extraction, measured: Measured, store: Store
) -> tuple[StatisticVerdict, ...]:
    """Ask the tables about each quantity that names what is measured, a place and its years.

    Args:
        document: the document under check.
        extraction: what it cites and quotes; figures within quotations are the quoted writer's and are not asked.
        measured: its quantities and periods.
        store: the tables in hand.

    Returns:
        A verdict on each claim that some table has figures for, in the text's order. Time is a few milliseconds a
        reading; quantities that are no such claim cost next to nothing.
    """
    reader = ClaimReader(document.text, measured, store.own_places)
    quoted = [quotation.span for quotation in extraction.quotations]
    verdicts = []
    for number, quantity in enumerate(measured.quantities):
        if any(span.start <= quantity.span.start < span.end for span in quoted):
            continue
        claim = reader.claim(number)
        ruling = rule_on(claim, store) if claim else None
        if ruling and ruling.readings:
            verdicts.append(_verdict(number, quantity.span, ruling, document.text))
    return tuple(verdicts)


def _verdict(number: int, span: Span, ruling: Ruling, text: str) -> StatisticVerdict:
    claim = ruling.claim
    shown = sorted(ruling.readings, key=lambda reading: (reading.outcome is not Outcome.HOLDS, reading.distance))[
        :MOST_SHOWN
    ]
    return StatisticVerdict(
        quantity=number,
        span=span,
        status=_STATUS[ruling.outcome],
        tables=tuple(evidence(claim, reading) for reading in shown),
        held=len(ruling.held),
        tried=len(ruling.readings),
        ranked=claim.kind is ClaimKind.RANK,
        claimed=span.of(text),
        place=place_name(claim.places[0]),
    )


def evidence(claim: Claim, reading: Reading) -> TableEvidence:
    """A reading as evidence that a report can show."""
    series = reading.series
    return TableEvidence(
        series=series.id,
        title=series.title,
        unit=series.unit,
        source=series.source,
        licence=series.licence,
        edition=series.edition,
        definition=reading.definition,
        says=_says(claim, reading),
        holds=reading.outcome is Outcome.HOLDS,
        rows=tuple(map(_row, reading.rows)),
        query=reading.query,
        line=tuple(map(_row, reading.line)),
        claimed=_claimed(claim, reading),
    )


def _row(figure: Figure) -> TableRow:
    return TableRow(place_name(figure.place), figure.year, figure.value, figure.rank)


def shown(value: float) -> str:
    """A figure with as many digits as say something: four of them, in groups of three from 10,000 on."""
    if abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{float(f'{value:.4g}'):g}"


def _says(claim: Claim, reading: Reading) -> str:
    value, unit = reading.value, reading.series.unit
    match claim.kind:
        case ClaimKind.RANK:
            return f"rank {value:.0f} of {reading.of}"
        case ClaimKind.LEVEL:
            year = reading.rows[0].year
            return f"{_with_unit(reading.rows[0].value, unit)} in {year}"
        case ClaimKind.RATIO | ClaimKind.TIMES_MORE:
            return f"{shown(value)} times"
    points = reading.definition.startswith("change in points")
    of = "percentage points" if points else "percent" if claim.kind is ClaimKind.RELATIVE_CHANGE else unit
    return f"{_with_unit(abs(value), of)} {'less' if value < 0 else 'more'}"


def _with_unit(value: float, unit: str) -> str:
    return f"{shown(value)}{'' if unit == '%' else ' '}{unit}".strip()


def _claimed(claim: Claim, reading: Reading) -> tuple[tuple[int, float], ...]:
    """What the document says, as points to lay into a plot of the series; () where it is no figure of the series'."""
    middle = _middle(claim)
    first = reading.rows[0] if reading.rows else None
    if middle is None or first is None or claim.kind in (ClaimKind.RANK, ClaimKind.TIMES_MORE):
        return ()
    factor = ratio_of_units(claim.measure, measure_of(reading.series.unit)) or 1.0
    match claim.kind:
        case ClaimKind.LEVEL:
            return ((claim.years[0], middle / factor),)
        case ClaimKind.RATIO:
            return () if len(claim.places) > 1 else ((reading.rows[-1].year, first.value * middle),)
    relative = reading.definition.startswith("relative change")
    end = first.value * (1 + middle / 100) if relative else first.value + middle / factor
    return ((first.year, first.value), (reading.rows[-1].year, end))


def _middle(claim: Claim) -> float | None:
    """The number that a claim stands for in a plot: of an open interval, its one end."""
    ends = [end for end in (claim.low, claim.high) if abs(end) != float("inf")]
    return sum(ends) / len(ends) if ends else None
