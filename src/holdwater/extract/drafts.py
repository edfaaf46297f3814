"""A citation before it has its number and its references."""

from __future__ import annotations

from dataclasses import dataclass

from holdwater.document import Span
from holdwater.extract.model import CitationKind, Locator


@dataclass(frozen=True, slots=True)
class Draft:
    """A citation found in the text: as `Citation`, but that `lead` is where the words that belong to it begin.

    "See Doe v. Roe, 12 U.S. 3" leads in with "See"; "(Section 4.1 of [RFC9172])" with "Section".
    """

    span: Span
    kind: CitationKind
    label: str
    references: tuple[str, ...] = ()
    note: str = ""
    locator: Locator | None = None
    ambiguous: bool = False
    lead: int = -1

    @property
    def start(self) -> int:
        """Where its words begin, the ones that lead in included."""
        return self.lead if 0 <= self.lead < self.span.start else self.span.start
