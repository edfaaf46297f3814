"""Lay the predicted chance of a match against what is found, and measure the thresholds: python -m eval.chance.

    python -m eval.chance [--size MB] [--each N] [--seed S]

Three tables: predicted and observed chance over texts of 1 MB up to all; what is located by the thresholds, of words
that are not there and of quotations that are; short quotations.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Sequence

from eval.chance import samples, short
from eval.chance.library import Library
from eval.chance.near import Place, nearest
from eval.engine.texts import searched_and_held_out
from holdwater.match.chance import Likeness, expected, is_found, stands_enough

CHANCES = (1.0, 0.3, 0.1, 0.03, 0.01)
MEGABYTES = (1, 5, 25, 100)
QUOTED_MEGABYTES = 25
MOSTLY, FULL_RUN = 0.75, 8


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(prog="python -m eval.chance")
    asked.add_argument("--size", type=int, default=200, help="megabytes to search")
    asked.add_argument("--each", type=int, default=500, help="quotations and controls of each kind")
    asked.add_argument("--seed", default="chance")
    options = asked.parse_args()
    began = time.process_time()
    texts, held_out = searched_and_held_out(options.size)
    library = Library.of(texts)
    rng = random.Random(options.seed)
    sizes = [library.words_in(size) for size in MEGABYTES if size < options.size] + [library.size]
    groups = {
        "foreign": samples.foreign(rng, 2 * options.each),
        "akin": samples.akin(rng, held_out, 2 * options.each),
    }
    sources = [text for text, reach in zip(texts, library.reach, strict=True) if reach <= _quoted(library)]
    quoted = samples.quotations(rng, sources, options.each)
    found = {name: nearest(library, some, sizes) for name, some in (groups | quoted).items()}
    there = _there(found["akin"][-1])
    print(f"{library.size:,} words; predicted and observed share of foreign words with such a place")
    _print_calibration(found["foreign"], sizes, len(groups["foreign"]))
    print("\nlocated: by chance alone, and with the share that must stand")
    for name, some in (groups | quoted).items():
        first = 0 if name in groups else min(len(sizes) - 1, MEGABYTES.index(QUOTED_MEGABYTES))
        left = there if name == "akin" else frozenset[int]()
        _print_located(name, found[name][first:], sizes[first:], len(some), left)
    print(f"\nshort quotations, {options.each * 2} present and absent")
    present = short.few_words(library, texts, 2 * options.each, rng)
    print("\n".join(short.table(library, present, short.absent_words(library, held_out, 2 * options.each, rng))))
    print(f"{time.process_time() - began:.0f} s of CPU")


def _quoted(library: Library) -> int:
    """The words of the sample that quotations are taken from: all larger ones have them."""
    return min(library.size, library.words_in(QUOTED_MEGABYTES))


def _print_calibration(found: Sequence[Sequence[Place]], sizes: Sequence[int], count: int) -> None:
    print("words searched | " + " | ".join(f"{chance:g}" for chance in CHANCES))
    for places, size in zip(found, sizes, strict=True):
        shares = [len(_located(places, lambda one: expected(one, size) <= most)) / count for most in CHANCES]  # noqa: B023
        print(f"{size:14,} | " + " | ".join(f"{share:.4f}" for share in shares))


def _print_located(
    name: str, found: Sequence[Sequence[Place]], sizes: Sequence[int], count: int, left: frozenset[int]
) -> None:
    for places, size in zip(found, sizes, strict=True):
        alone = _located(places, lambda one: is_found(expected(one, size), cited=False))  # noqa: B023
        both = _located(
            places,
            lambda one: is_found(expected(one, size), cited=False) and stands_enough(one, size),  # noqa: B023
        )
        shares = [len(some - left) / (count - len(left)) for some in (alone, both)]
        print(f"{name:20} | {size:12,} | {count - len(left):5} | " + " | ".join(f"{share:.4f}" for share in shares))


def _located(places: Sequence[Place], rule: Callable[[Likeness], bool]) -> frozenset[int]:
    return frozenset(place.quotation for place in places if rule(place.likeness))


def _there(places: Sequence[Place]) -> frozenset[int]:
    """Sentences that do stand in the texts: three quarters of their words, or a run of eight that is half of them."""
    return _located(
        places,
        lambda one: (
            sum(map(len, one.matched)) >= MOSTLY * one.total
            or max(map(len, one.matched), default=0) >= max(FULL_RUN, one.total / 2)
        ),
    )


if __name__ == "__main__":
    main()
