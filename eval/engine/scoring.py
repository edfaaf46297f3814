"""From the engine's answers to measures: located at the right place, and called what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eval.engine.controls import told
from eval.engine.items import Item
from eval.engine.kinds import Expected, Kind
from eval.measure import Measure, Miss
from holdwater.match.model import Alignment, Fit

ACCEPTED = (Fit.VERBATIM, Fit.EDITED)


@dataclass(frozen=True)
class Answer:
    """What the engine said of one item.

    `parts` says which of the item's parts were found; `unchanged` that the changed words stand word for word in some
    text after all, so that nothing can be wrong with them.
    """

    item: Item
    alignment: Alignment
    parts: tuple[bool, ...]
    unchanged: bool = False

    @property
    def miss(self) -> Miss:
        """How a list of misses shows it: what was said, what was quoted, where it stands."""
        made = self.item.made
        places = [(piece.start, piece.end) for part in made.parts for piece in part.pieces]
        source = " / ".join(" ".join(part.source) for part in made.parts)
        return Miss(self.item.name, told(self.alignment), f"{made.quotation!r}\n    was {places}: {source}")


def of_kind(kind: Kind, answers: Sequence[Answer]) -> list[Measure]:
    """Two measures of one kind: parts located, and items called what they are."""
    place = Measure(f"{kind.name}_located", f"{kind.says}: located")
    faithful = kind.expected is Expected.FAITHFUL
    says = "called verbatim or edited"
    call = Measure(f"{kind.name}_called", f"{kind.says}: {says}", ceiling=not faithful)
    for answer in answers:
        if answer.unchanged:
            place.excluded["the changed words stand in a text"] += 1
            continue
        for found in answer.parts:
            place.count(found, answer.miss)
        accepted = answer.alignment.fit in ACCEPTED
        call.count(accepted if faithful else not accepted, answer.miss)
    return [place, call]
