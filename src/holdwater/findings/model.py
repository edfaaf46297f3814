"""What a check says: statuses, evidence, verdicts on quotations, and findings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from holdwater.document import Span
from holdwater.match.model import Alignment, Edit


class Status(StrEnum):
    """What the sources in hand say of one checked thing. Kept apart, and never "true" or "false"."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    ALTERED = "altered"
    FOUND_ELSEWHERE = "found elsewhere"
    NOT_FOUND = "not found in source"
    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly supported"
    NOT_SUPPORTED = "not supported"
    CONTRADICTED = "contradicted"
    SOURCE_MISSING = "source missing"
    SOURCE_UNREADABLE = "source unreadable"
    SOURCE_UNAVAILABLE = "source unavailable"
    NO_CITATION = "no citation"
    AMBIGUOUS = "ambiguous"
    STRUCTURE = "structure"  # marks, notes and references that do not fit together; no source is asked


UNCHECKED = frozenset(
    {
        Status.SOURCE_MISSING,
        Status.SOURCE_UNREADABLE,
        Status.SOURCE_UNAVAILABLE,
        Status.NO_CITATION,
        Status.AMBIGUOUS,
    }
)
"""Statuses of things that could not be checked. Unchecked is never clean."""

CLEAN = frozenset({Status.VERBATIM, Status.EDITED, Status.SUPPORTED})


class Level(StrEnum):
    """How loud a finding is."""

    ERROR = "error"  # the source in hand says something else
    WARNING = "warning"  # worth a look
    UNCHECKED = "unchecked"  # could not be checked; fails only under --strict


@dataclass(frozen=True)
class Evidence:
    """A passage that a finding rests on.

    `span` and the alignment's passage spans are offsets in the source's text. `text` is the passage, `before` and
    `after` its neighbours (`text_start` is the source offset of `text`); `place` says where in the source it sits
    ("page 12", "comments", ""). `runner_up` marks the second-best passage. Where no quotation was aligned, `instead` is
    what the passage has in place of the document's words.
    """

    source: str
    title: str
    file: str
    span: Span
    text: str
    before: str = ""
    after: str = ""
    place: str = ""
    line: int = 0
    alignment: Alignment | None = None
    runner_up: bool = False
    instead: Edit | None = None

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What differs between the document's words and the passage's, with what is alike where it was aligned."""
        if self.alignment:
            return self.alignment.edits
        return (self.instead,) if self.instead else ()


@dataclass(frozen=True)
class TableRow:
    """One figure of a table: the place's name, the year, the value in the series' unit, its rank (0 if none)."""

    place: str
    year: int
    value: float
    rank: int = 0


@dataclass(frozen=True)
class TableEvidence:
    """The rows of a table that a finding rests on, and how the document's words were read to come to them.

    `definition` is the reading ("relative change 1990-2015"), `says` what the table has in it ("66.9 percent less",
    "rank 30 of 196"), `holds` whether that bears the document out. `query` is the SQL that gave the rows. `line` is
    the place's whole series for a plot, and `claimed` what the document says, by year and in the series' unit.
    """

    series: str
    title: str
    unit: str
    source: str
    licence: str
    edition: str
    definition: str
    says: str
    holds: bool
    rows: tuple[TableRow, ...] = ()
    query: str = ""
    line: tuple[TableRow, ...] = ()
    claimed: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True)
class Verdict:
    """What became of one quotation: its status, the evidence, and why it could not be checked if it could not.

    `tied` are the ids of the sources that its citations lead to, `looked_in` those that were read and searched.
    `page_given` and `page_found` are set where both the citation and the source have pages.
    """

    quotation: int
    status: Status
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""
    tied: tuple[str, ...] = ()
    looked_in: tuple[str, ...] = ()
    page_given: str = ""
    page_found: str = ""

    @property
    def alignment(self) -> Alignment | None:
        """The alignment behind the verdict, if a passage was found."""
        return self.evidence[0].alignment if self.evidence else None


@dataclass(frozen=True)
class Finding:
    """One line of the report."""

    code: str
    name: str
    level: Level
    status: Status
    span: Span
    message: str
    advice: str = ""
    evidence: tuple[Evidence, ...] = ()
    quotation: int | None = None
    fingerprint: str = ""
    tables: tuple[TableEvidence, ...] = ()
