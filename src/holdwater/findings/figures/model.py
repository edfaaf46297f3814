"""What the sources say of one quantity or date of the document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from holdwater.document import Span
from holdwater.findings.model import Evidence, Status


class Relation(StrEnum):
    """How a claimed number or date stands to what its source says."""

    ENTAILED = "entailed"
    ROUNDED = "rounded"  # less exact than the source, and consistent with it
    DERIVED = "derived"  # follows from two figures of one sentence or one row of a table
    HEDGE = "hedge the wrong way"  # "over 300" for 290
    NEAR = "near"  # about the same, and not as if it were rounded
    OTHER_YEAR = "other year"  # the source has the number for another year, and another number for this one
    OTHER_SUBJECT = "other subject"
    CONTRADICTED = "contradicted"
    NOT_IN_SOURCE = "not in source"
    UNSURE = "unsure"  # nothing follows


PASSING = frozenset({Relation.ENTAILED, Relation.ROUNDED, Relation.DERIVED})
"""The source bears the figure out."""

DENYING = frozenset({Relation.CONTRADICTED, Relation.NEAR, Relation.HEDGE})
"""The source's figure is another one, if it is of the same thing."""

STATUS = {
    Relation.ENTAILED: Status.SUPPORTED,
    Relation.ROUNDED: Status.SUPPORTED,
    Relation.DERIVED: Status.SUPPORTED,
    Relation.HEDGE: Status.PARTLY_SUPPORTED,
    Relation.NEAR: Status.NOT_SUPPORTED,
    Relation.OTHER_YEAR: Status.CONTRADICTED,
    Relation.OTHER_SUBJECT: Status.CONTRADICTED,
    Relation.CONTRADICTED: Status.CONTRADICTED,
    Relation.NOT_IN_SOURCE: Status.NOT_FOUND,
    Relation.UNSURE: Status.AMBIGUOUS,
}


@dataclass(frozen=True)
class Judged:
    """What one source says of a claim: the relation, the sentences it rests on, the first shown first, and the words
    found there, which stand `at`.
    """

    relation: Relation
    sentences: tuple[Span, ...] = ()
    found: str = ""
    at: Span | None = None
    formula: str = ""
    reason: str = ""


@dataclass(frozen=True)
class FigureVerdict:
    """What became of one quantity or period that cites something.

    `index` counts the document's quantities, or its periods where `is_period`. `found` is what the source says of the
    same thing, as written there; `formula` shows how a derived number follows ("96 / 36 = 2.67"). `reason` says why
    nothing could be concluded, "" where something was. `tied` are the ids of the sources that it cites, `looked_in`
    those that were read; `missing` are the references that lead to nothing in hand, where that is the reason.
    """

    index: int
    relation: Relation
    status: Status
    is_period: bool = False
    evidence: tuple[Evidence, ...] = ()
    found: str = ""
    formula: str = ""
    reason: str = ""
    tied: tuple[str, ...] = ()
    looked_in: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
