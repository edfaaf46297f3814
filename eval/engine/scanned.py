"""Quotations as a bad scan has them: letters taken for others, blanks lost and won."""

from __future__ import annotations

import random

from eval.engine.faithful import LEAST, MOST
from eval.engine.items import Made, made_of
from eval.engine.stretches import drawn, folded

LIGHTEST, HEAVIEST = 0.05, 0.10
"""Faults a character."""
TAKEN_FOR = {
    "rn": ("m",),
    "m": ("rn", "nn", "in"),
    "l": ("1", "i", "I", "|"),
    "i": ("l", "1", "j", "t"),
    "e": ("c", "o", "a"),
    "c": ("e", "o", "("),
    "o": ("0", "e", "c", "a"),
    "a": ("o", "n", "u"),
    "h": ("b", "li", "n"),
    "b": ("h", "6"),
    "u": ("n", "ii", "v"),
    "n": ("u", "ri", "r"),
    "t": ("f", "l", "r"),
    "f": ("t", "r"),
    "s": ("5", "8", "a"),
    "g": ("q", "9", "y"),
    "d": ("cl", "a", "o"),
    "v": ("y", "r"),
    "w": ("vv", "iv"),
    "y": ("v", "g"),
    "r": ("n", "t", "i"),
    "p": ("o", "n"),
    "k": ("h", "lc"),
    "0": ("O", "6"),
    "1": ("l", "I", "7"),
    "5": ("S", "6"),
    "8": ("B", "3"),
    "I": ("l", "1", "|"),
    "S": ("5", "8"),
    "B": ("8", "E"),
    "T": ("I", "7"),
    "E": ("F", "B"),
}
"""What scanners read for what; a character that is not here gets lost."""
BLANK_LOST = 0.15
"""Of the faults that fall on a blank, so many lose it; the others are put into the word behind it."""


def scanned(rng: random.Random, text: str) -> Made | None:
    """A stretch with faults in five to ten of a hundred characters."""
    one = drawn(rng, text, LEAST, MOST)
    if one is None:
        return None
    clean = " ".join(one.words)
    noisy = with_faults(rng, clean, rng.uniform(LIGHTEST, HEAVIEST))
    return made_of(noisy, one) if folded(noisy) != folded(clean) else None


def with_faults(rng: random.Random, clean: str, share: float) -> str:
    """`clean` with that share of its characters (rounded, one at least) read wrongly."""
    places = set(rng.sample(range(len(clean)), max(1, round(share * len(clean)))))
    noisy = []
    at = 0
    while at < len(clean):
        pair = clean[at : at + 2]
        if at in places and pair in TAKEN_FOR:
            noisy.append(rng.choice(TAKEN_FOR[pair]))
            at += 2
            continue
        noisy.append(_fault(rng, clean[at]) if at in places else clean[at])
        at += 1
    return "".join(noisy)


def _fault(rng: random.Random, character: str) -> str:
    if character == " ":
        return "" if rng.random() < BLANK_LOST else rng.choice((" .", " '", "  ", ", "))
    return rng.choice(TAKEN_FOR.get(character, ("",)))
