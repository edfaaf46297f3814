"""What is put to the engine: a quotation, where its words were taken from, and what was done to them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import LCSseq

from eval.engine.stretches import Stretch, folded
from holdwater.document import Span


@dataclass(frozen=True)
class Part:
    """Words of a quotation that were taken from one passage.

    `quoted` are they, folded, as the quotation has them; `pieces` the stretches of the text that were kept of it
    (several where an ellipsis leaves words out); `source` the folded words of the pieces.
    """

    quoted: tuple[str, ...]
    pieces: tuple[Span, ...]
    source: tuple[str, ...]

    @property
    def shared(self) -> int:
        """How many words of the quotation stand in the pieces, in order."""
        return in_order(self.quoted, self.source)


@dataclass(frozen=True)
class Made:
    """A quotation made from a text: its words, what follows it in the document, and its parts."""

    quotation: str
    parts: tuple[Part, ...]
    after: str = ""


@dataclass(frozen=True)
class Item:
    """One quotation to be looked for: of which kind, which number, from which text (by its place in the search)."""

    kind: str
    number: int
    text: int
    made: Made

    @property
    def name(self) -> str:
        """What a list of misses calls it."""
        return f"{self.kind}-{self.number} (text {self.text})"

    def alone(self) -> Item:
        """The same item where its text is the only one searched."""
        return replace(self, text=0)


def in_order(one: Sequence[Hashable], other: Sequence[Hashable]) -> int:
    """How many words two texts have in common, in order: the length of their longest common subsequence."""
    return int(LCSseq.similarity(one, other))


def made_of(quotation: str, stretch: Stretch, pieces: Sequence[Span] = (), *, after: str = "") -> Made:
    """A quotation made from one stretch, of which `pieces` were kept: all of it unless they are given."""
    kept = tuple(pieces) or (stretch.span,)
    source = tuple(word for piece in kept for word in folded(_of(stretch, piece)))
    return Made(quotation, (Part(tuple(folded(quotation)), kept, source),), after)


def _of(stretch: Stretch, piece: Span) -> str:
    start = stretch.span.start
    return stretch.raw[piece.start - start : piece.end - start]
