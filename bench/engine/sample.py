"""Quotations of texts, changed in ten ways by a seed: those of `eval.engine`, so that speed and quality go together."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from eval.engine.items import Made
from eval.engine.kinds import KINDS as MEASURED

KINDS = (
    "exact",
    "typography",
    "ellipsis",
    "brackets",
    "one_word",
    "not_dropped",
    "three_words",
    "scanned",
    "stitched",
    "dropped",
)
"""The kinds that are asked for, of those whose quality is measured: `scanned` has 5 to 10 % of its letters misread,
`stitched` two halves from far places, `dropped` two to six words left out without a mark."""
_TRIES = 2_000
"""Texts that are tried for one quotation before the kind is given up."""


Pieces = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Quotation:
    """Words quoted, what was done to them, and where they stand: `source` is the text's number.

    `places` are what may be answered (two for a stitched one), each the spans that were kept of it (several where an
    ellipsis leaves words out); `unchanged` is the first place from end to end, as it stands in the source.
    """

    text: str
    kind: str
    source: int
    places: tuple[Pieces, ...]
    unchanged: str


def sample(texts: Sequence[str], each: int, seed: int) -> list[Quotation]:
    """So many quotations of each kind, kinds in turn, from texts by chance, a long one the likelier.

    Raises ValueError where the texts have nothing to quote.
    """
    sizes = [len(text) for text in texts]
    makers = {kind.name: kind.make for kind in MEASURED}
    found = []
    for turn in range(each):
        for kind in KINDS:
            chance = random.Random(f"{seed} {kind} {turn}")
            for source in chance.choices(range(len(texts)), sizes, k=_TRIES):
                made = makers[kind](chance, texts[source])
                if made:
                    found.append(_quotation(made, kind, source, texts[source]))
                    break
            else:
                raise ValueError(f"the texts have nothing to quote for {kind}")
    return found


def save(quotations: Sequence[Quotation], path: Path) -> None:
    """Write quotations for another process."""
    path.write_text(json.dumps([asdict(one) for one in quotations]), encoding="utf-8")


def load(path: Path) -> list[Quotation]:
    """Read what `save` wrote."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [Quotation(**{**row, "places": tuple(map(_pieces, row["places"]))}) for row in rows]


def _pieces(spans: list[list[int]]) -> Pieces:
    return tuple((start, end) for start, end in spans)


def _quotation(made: Made, kind: str, source: int, text: str) -> Quotation:
    places = tuple(tuple((piece.start, piece.end) for piece in part.pieces) for part in made.parts)
    return Quotation(made.quotation, kind, source, places, text[places[0][0][0] : places[0][-1][1]])
