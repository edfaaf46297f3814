"""Quotations of two to five words: how often their place is right where they are said to tell."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from eval.chance.library import Library
from eval.engine.stretches import drawn
from eval.engine.texts import Texts
from holdwater.match.chance import Likeness, tells
from holdwater.match.folding import hash_of
from holdwater.match.words import Words


@dataclass(frozen=True)
class Few:
    """A few words: how often they stand in their own source (or a text at random) and in all texts."""

    likeness: Likeness
    source_size: int
    in_source: int
    in_all: int


def few_words(library: Library, texts: Texts, count: int, rng: random.Random) -> list[Few]:
    """Few words that stand in the library, each with a text that has them."""
    found = []
    for number, text in enumerate(texts):
        for one in (drawn(rng, text, 2, 5, plain=True) for _ in range(-(-count // len(texts)))):
            keys = list(Words.of(" ".join(one.words)).keys) if one else []
            if 2 <= len(keys) <= 5:
                found.append(_counted(library, keys, number))
    return [one for one in found if one.in_source]


def absent_words(library: Library, held_out: Texts, count: int, rng: random.Random) -> list[Few]:
    """Few words of held-out texts, each against a text of the library at random."""
    found = []
    for text in held_out:
        for one in (drawn(rng, text, 2, 5, plain=True) for _ in range(-(-count // len(held_out)))):
            keys = list(Words.of(" ".join(one.words)).keys) if one else []
            if 2 <= len(keys) <= 5:
                found.append(_counted(library, keys, rng.randrange(len(library.reach))))
    return found


def _counted(library: Library, keys: Sequence[str], number: int) -> Few:
    hashes = [np.uint32(hash_of(key)) for key in keys]
    at = np.flatnonzero(library.hashes[: library.size - len(keys) + 1] == hashes[0])
    for offset, one in enumerate(hashes[1:], 1):
        at = at[library.hashes[at + offset] == one]
    start, end = library.starts[number], library.starts[number + 1]
    inside = int(((at >= start) & (at < end)).sum())
    return Few(Likeness([keys], len(keys)), int(end - start), inside, len(at))


def table(library: Library, present: Sequence[Few], absent: Sequence[Few]) -> list[str]:
    """Lines: by length, how many tell, in their source and in all texts, and how many that are not there would."""
    lines = ["words | stand once in source | tell there | once in all | tell there | absent that tell"]
    by_length: dict[int, tuple[list[Few], list[Few]]] = defaultdict(lambda: ([], []))
    for which, some in enumerate((present, absent)):
        for one in some:
            by_length[one.likeness.total][which].append(one)
    for length, (own, others) in sorted(by_length.items()):
        figures = [
            _share(one.in_source == 1 for one in own),
            _share(tells(one.likeness, one.source_size, cited=True, places=one.in_source) for one in own),
            _share(one.in_all == 1 for one in own),
            _share(_tells(one, library.size) for one in own),
            _share(one.in_all > 0 and _tells(one, library.size) for one in others),
        ]
        lines.append(f"{length:5} | " + " | ".join(f"{figure:.3f}" for figure in figures))
    return lines


def _tells(one: Few, searched: int) -> bool:
    return tells(one.likeness, searched, cited=False, places=one.in_all)


def _share(held: Iterable[bool]) -> float:
    some = list(held)
    return sum(some) / max(1, len(some))
