"""The sources' words, kept from one quotation to the next."""

from __future__ import annotations

from dataclasses import dataclass, field

from holdwater.errors import UnreadableError
from holdwater.match import Words
from holdwater.match.model import Alignment, Fit
from holdwater.sources.shelf import Shelf

KEPT = 64
"""How many sources' words are kept."""

_RANK = [Fit.VERBATIM, Fit.EDITED, Fit.AMBIGUOUS, Fit.ALTERED, Fit.TOO_SHORT, Fit.NOT_FOUND]


def nearness(alignment: Alignment) -> tuple[int, float]:
    """A sort key: alignments that come nearest to a faithful quotation first."""
    return _RANK.index(alignment.fit), -alignment.score


@dataclass
class Reading:
    """A shelf whose sources' words are kept for the next question."""

    shelf: Shelf
    _kept: dict[str, Words] = field(default_factory=dict)

    def words(self, source_id: str) -> Words | None:
        """The words of a source; None where it cannot be read."""
        if source_id not in self._kept:
            try:
                text = self.shelf.document(source_id).text
            except UnreadableError:
                return None
            if len(self._kept) >= KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[source_id] = Words.of(text)
        return self._kept[source_id]
