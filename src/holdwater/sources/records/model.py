"""What the catalogues of the world say of a reference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Notice(StrEnum):
    """A notice that a record carries."""

    RETRACTED = "retracted"
    CONCERN = "expression of concern"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Noticed:
    """A notice on a work: what it is, the notice's own DOI or address, and its day if known."""

    notice: Notice
    where: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Record:
    """What one service says of one work, as CSL-JSON in our own form, whatever the service's is.

    `service` is the service's name ("Crossref"), `key` what it calls the work (a DOI, an OpenAlex id), `url` where a
    person can look at the record. `versions` are identifiers of other versions of the same work (preprint, published).
    `years` are all the years that the record gives it (online first, print, posted), `issued` of `csl` among them.
    """

    service: str
    key: str
    url: str
    csl: Mapping[str, object]
    identifiers: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    notices: tuple[Noticed, ...] = ()


class Agreement(StrEnum):
    """How one field of a reference stands to that of the record."""

    SAME = "same"
    VARIANT = "variant"  # the same thing, written another way
    LACKING = "lacking"  # one of the two does not give it
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class FieldComparison:
    """One field laid against the record: what the reference has, what the record has, and how they stand."""

    field: str  # "author", "title", "container", "year", "volume", "issue", "page", "identifier"
    written: str
    recorded: str
    agreement: Agreement
    why: str = ""


@dataclass(frozen=True)
class Comparison:
    """A reference laid against one record, field by field. `same_work` is whether the record is of that work at all."""

    record: Record
    fields: tuple[FieldComparison, ...]
    same_work: bool
    likeness: float

    @property
    def different(self) -> tuple[FieldComparison, ...]:
        """The fields that differ and should not."""
        return tuple(one for one in self.fields if one.agreement is Agreement.DIFFERENT)


@dataclass(frozen=True)
class LookUp:
    """What was found out of one reference: which services were asked and when, which of them failed, and the records.

    `expected` says whether the services would know such a work at all (a web page or a report they need not).
    `comparisons` are best first. An empty one with `asked` is "not found in A, B", never more than that.
    """

    reference: str
    asked: tuple[str, ...] = ()
    failed: Mapping[str, str] = field(default_factory=dict)  # service -> why
    comparisons: tuple[Comparison, ...] = ()
    expected: bool = True
    at: datetime | None = None
