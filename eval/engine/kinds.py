"""The kinds of quotation that are put to the engine, and how many of each are drawn from which texts."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from eval.engine import changed, faithful, scanned
from eval.engine.items import Item, Made
from eval.engine.texts import Texts

PASSES = 5
"""Where a text has nothing for a kind (no "not", no page's end), another one is tried, so many times."""

Maker = Callable[[random.Random, str], Made | None]


class Expected(Enum):
    """What the engine should call a quotation of a kind."""

    FAITHFUL = "verbatim or edited"
    CHANGED = "neither verbatim nor edited"
    SHORT = "see `short`"


@dataclass(frozen=True)
class Kind:
    """One kind of quotation: what is done to the words, and what they should be called."""

    name: str
    says: str
    make: Maker
    expected: Expected
    rfc_only: bool = False


KINDS = (
    Kind("exact", "exact", faithful.exact, Expected.FAITHFUL),
    Kind("typography", "typographic noise", faithful.typography, Expected.FAITHFUL),
    Kind("ellipsis", "ellipsis", faithful.ellipsis, Expected.FAITHFUL),
    Kind("brackets", "brackets", faithful.brackets, Expected.FAITHFUL),
    Kind("pages", "over a page's end", faithful.across_pages, Expected.FAITHFUL, rfc_only=True),
    Kind("one_word", "one word changed", changed.one_word, Expected.CHANGED),
    Kind("not_dropped", '"not" dropped', changed.dropped_not, Expected.CHANGED),
    Kind("not_put_in", '"not" put in', changed.added_not, Expected.CHANGED),
    Kind("not_hidden", '"not" behind an ellipsis', changed.hidden_not, Expected.CHANGED),
    Kind("number", "a number changed", changed.other_number, Expected.CHANGED),
    Kind("name", "a name changed", changed.other_name, Expected.CHANGED),
    Kind("dropped", "two to six words left out", changed.fewer_words, Expected.CHANGED),
    Kind("order", "words in another order", changed.other_order, Expected.CHANGED),
    Kind("three_words", "three words changed", changed.three_words, Expected.CHANGED),
    Kind("scanned", "OCR noise, 5 to 10 %", scanned.scanned, Expected.CHANGED),
    Kind("stitched", "stitched halves", changed.stitched, Expected.CHANGED),
    Kind("short", "two to five words", faithful.few_words, Expected.SHORT),
)


def draw(kinds: Sequence[Kind], texts: Texts, each: int, seed: str) -> list[Item]:
    """`each` items of every kind, in turn from an opinion and an RFC; the same for the same seed and texts.

    A kind comes out short where the texts have no more of it.
    """
    wanted = [(kind, number) for kind in kinds for number in range(each)]
    found: list[Item] = []
    for again in range(PASSES):
        places: dict[int, list[tuple[Kind, int]]] = defaultdict(list)
        for kind, number in wanted:
            rng = random.Random(f"{seed} {kind.name} {number} {again}")
            places[_text_for(rng, texts, rfc=kind.rfc_only or number % 2 == 1)].append((kind, number))
        made = list(_made(texts, places, f"{seed} {again}"))
        found += [item for _, item in made if item]
        wanted = [one for one, item in made if item is None]
        if not wanted:
            break
    order = {kind.name: place for place, kind in enumerate(kinds)}
    return sorted(found, key=lambda item: (order[item.kind], item.number))


def _text_for(rng: random.Random, texts: Texts, *, rfc: bool) -> int:
    """The place of a text of the wanted sort, or of the other where there is none."""
    split = len(texts.opinions)
    low, high = (split, len(texts)) if rfc else (0, split)
    return rng.randrange(low, high) if low < high else rng.randrange(len(texts))


def _made(
    texts: Iterable[str], places: dict[int, list[tuple[Kind, int]]], seed: str
) -> Iterable[tuple[tuple[Kind, int], Item | None]]:
    for index, text in enumerate(texts):
        for kind, number in places.get(index, ()):
            made = kind.make(random.Random(f"{seed} {kind.name} {number} {index}"), text)
            yield (kind, number), Item(kind.name, number, index, made) if made else None
