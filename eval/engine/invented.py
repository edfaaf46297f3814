"""Prose that nobody has written: sentences put together by chance from words of our own."""

from __future__ import annotations

import random

_WHO = (
    "the ferryman",
    "an old glazier",
    "the keeper of bees",
    "our neighbour's niece",
    "the second trumpeter",
    "a wandering dentist",
    "the harbour pilot",
    "my aunt from the hills",
    "the baker's apprentice",
    "a shy astronomer",
)
_DID = (
    "counted",
    "hid",
    "painted",
    "forgot",
    "mended",
    "carried",
    "praised",
    "buried",
    "sold",
    "dreamt of",
    "weighed",
    "whistled at",
)
_WHAT = (
    "seven lanterns",
    "the blue kettle",
    "a basket of plums",
    "the broken sundial",
    "three wooden herons",
    "a letter without a stamp",
    "the tallest ladder",
    "an umbrella full of holes",
    "the map of the marshes",
    "a jar of salt",
    "the smallest violin",
    "her winter boots",
)
_WHERE = (
    "behind the mill",
    "under the stairs",
    "beside the frozen canal",
    "on the slate roof",
    "in a rowing boat",
    "near the orchard wall",
    "at the edge of the fair",
    "above the tannery",
)
_WHEN = (
    "before the fog lifted",
    "while the geese were asleep",
    "after the last tram",
    "as soon as the snow melted",
    "long before breakfast",
    "when the organ fell silent",
    "until the candles were gone",
)
_AND = ("and", "but", "so", "yet", "although", "because")


def sentence(rng: random.Random) -> str:
    """One to three clauses of invented prose, some ten to forty words."""
    clauses = [_clause(rng) for _ in range(rng.randint(1, 3))]
    joined = clauses[0]
    for clause in clauses[1:]:
        joined += f", {rng.choice(_AND)} {clause}"
    return f"{joined[0].upper()}{joined[1:]}."


def _clause(rng: random.Random) -> str:
    return " ".join(rng.choice(words) for words in (_WHO, _DID, _WHAT, _WHERE, _WHEN))
