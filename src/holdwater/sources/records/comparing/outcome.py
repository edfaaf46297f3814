"""What comes out of laying one field of a reference against the record's."""

from __future__ import annotations

from dataclasses import dataclass

from holdwater.sources.records.model import Agreement, FieldComparison


@dataclass(frozen=True, slots=True)
class Outcome:
    """How two values stand, why, and how alike they are (0 to 1; 1 for the same, whatever the writing)."""

    agreement: Agreement
    why: str = ""
    likeness: float = 1.0

    def of(self, field: str, written: str, recorded: str) -> FieldComparison:
        """The outcome with the field's name and what stands on both sides."""
        return FieldComparison(field, written, recorded, self.agreement, self.why)

    @property
    def agrees(self) -> bool:
        """Whether both sides say the same, in whatever writing."""
        return self.agreement in (Agreement.SAME, Agreement.VARIANT)


SAME = Outcome(Agreement.SAME)
LACKING = Outcome(Agreement.LACKING, "", 0.0)


def variant(why: str, likeness: float = 1.0) -> Outcome:
    """The same thing, written another way."""
    return Outcome(Agreement.VARIANT, why, likeness)


def different(why: str, likeness: float = 0.0) -> Outcome:
    """Another thing."""
    return Outcome(Agreement.DIFFERENT, why, likeness)


_ORDER = (Agreement.SAME, Agreement.VARIANT, Agreement.LACKING, Agreement.DIFFERENT)


def better(one: Outcome, other: Outcome) -> Outcome:
    """The one of two outcomes that speaks more for the reference; the first where they are as good."""
    return min((one, other), key=lambda outcome: (_ORDER.index(outcome.agreement), -outcome.likeness))
