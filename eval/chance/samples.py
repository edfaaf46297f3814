"""Words that are not in the texts searched, from texts foreign and akin to them, and quotations that are."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from eval import data
from eval.engine import changed, faithful, scanned
from eval.engine.controls import sentences_of
from eval.engine.items import Made
from eval.engine.stretches import drawn
from eval.engine.texts import Texts

LEAST, MOST = 4, 40
"""Words of the stretches that are laid against the prediction."""
LONG_PAGE = 5_000

KINDS: dict[str, Callable[[random.Random, str], Made | None]] = {
    "exact": faithful.exact,
    "one word changed": changed.one_word,
    "three words changed": changed.three_words,
    "OCR, 5 to 10 %": scanned.scanned,
}


def foreign(rng: random.Random, count: int) -> list[str]:
    """Stretches of web pages that Wikipedia cites: no opinion and no RFC has their words but by chance."""
    pages = ["\n".join(row["evidence"]) for row in data.rows("wice", "claim")]
    return stretches([page for page in pages if len(page) > LONG_PAGE], rng, count)


def akin(rng: random.Random, held_out: Texts, count: int) -> list[str]:
    """Whole sentences of opinions and RFCs that are not searched, half of each."""
    texts = list(held_out)
    half = len(texts) // 2
    found = sentences_of(rng, texts[:half], count // 2) + sentences_of(rng, texts[half:], count - count // 2)
    return list(dict.fromkeys(found))


def stretches(texts: Sequence[str], rng: random.Random, count: int) -> list[str]:
    """So many different stretches, cut anywhere."""
    found: dict[str, None] = {}
    while len(found) < count:
        one = drawn(rng, rng.choice(texts), LEAST, MOST, plain=True)
        if one:
            found[" ".join(one.words)] = None
    return list(found)


def quotations(rng: random.Random, texts: Sequence[str], each: int) -> dict[str, list[str]]:
    """Quotations of every kind, from texts that are searched."""
    made: dict[str, list[str]] = {}
    for kind, make in KINDS.items():
        found = made[kind] = []
        while len(found) < each:
            one = make(rng, rng.choice(texts))
            if one:
                found.append(one.quotation)
    return made
