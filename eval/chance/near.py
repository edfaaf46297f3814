"""The places that come nearest to quotations: runs of two and three words vote, the likeliest windows are aligned.

A plain search of its own, not the engine's: it also gives the places that the engine would not call found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from eval.chance.library import Library, Numbers
from holdwater.match.align import align
from holdwater.match.chance import Likeness
from holdwater.match.folding import hash_of
from holdwater.match.frequency import information
from holdwater.match.likeness import likeness_of
from holdwater.match.quoted import Element, Quoted
from holdwater.match.words import Words

Keys = npt.NDArray[np.uint64]
RUNS = ((3, 20.0, 1_500), (2, 20.0, 300))
"""Runs of so many words with so many bits, and the places beyond which a run says nothing."""
MOST_WINDOWS = 5
BUCKET = 8
_BLOCK = 1 << 18
_FAR = 1 << 34
_BITMAP = 24


@dataclass(frozen=True)
class Place:
    """A place near to a quotation: both by number, the likeness, the score as the engine has it, the words reached."""

    quotation: int
    text: int
    first: int
    likeness: Likeness
    score: float


@dataclass(frozen=True)
class Hits:
    """Runs that stand: the quotation, the word of the library with which it would begin, the weight."""

    quotations: Numbers
    begins: Numbers
    weights: npt.NDArray[np.float64]

    def where(self, kept: npt.NDArray[np.bool_]) -> Hits:
        """Some of the hits."""
        return Hits(self.quotations[kept], self.begins[kept], self.weights[kept])


def nearest(library: Library, quotations: Sequence[str], sizes: Sequence[int]) -> list[list[Place]]:
    """For each size, in words: the places nearest to each quotation in a sample of the library of that size."""
    elements = [Quoted.of(one).segments[0] for one in quotations]
    hits = _all_hits(library, [[one.key for one in whole] for whole in elements])
    reach = library.reach[library.text_of(np.clip(hits.begins, 0, library.size - 1))]
    chosen = [_windows(hits.where(reach <= size)) for size in sizes]
    placed = _laid(library, elements, sorted({window for windows in chosen for window in windows}))
    return [[placed[window] for window in windows if window in placed] for windows in chosen]


def _all_hits(library: Library, keys: Sequence[Sequence[str]]) -> Hits:
    found = [_hits(library.hashes, keys, *run) for run in RUNS]
    return Hits(
        np.concatenate([one.quotations for one in found]),
        np.concatenate([one.begins for one in found]),
        np.concatenate([one.weights for one in found]),
    )


def _hits(hashes: npt.NDArray[np.uint32], keys: Sequence[Sequence[str]], run: int, least: float, most: int) -> Hits:
    """Where the quotations' runs of `run` words stand, those with less than `least` bits left out."""
    owners = np.repeat(np.arange(len(keys)), [len(one) for one in keys])
    within = np.concatenate([np.arange(len(one)) for one in keys])
    bits = np.convolve([information(key) for one in keys for key in one], np.ones(run), "valid")
    codes = _codes(np.array([hash_of(key) for one in keys for key in one], np.uint32), run)
    at = np.flatnonzero((owners[: len(codes)] == owners[run - 1 :]) & (bits >= least))
    at = at[np.argsort(codes[at], kind="stable")]
    unique, first, count = np.unique(codes[at], return_index=True, return_counts=True)
    places, which = _scan(hashes, unique, run)
    common = np.bincount(which, minlength=len(unique))
    kept = common[which] <= most
    places, which = places[kept], which[kept]
    repeated = np.repeat(np.arange(len(which)), count[which])
    behind = np.arange(len(repeated)) - np.repeat(np.cumsum(count[which]) - count[which], count[which])
    entries = at[first[which[repeated]] + behind]
    return Hits(owners[entries], places[repeated] - within[entries], bits[entries])


def _codes(hashes: npt.NDArray[np.uint32], run: int) -> Keys:
    count = max(0, len(hashes) - run + 1)
    codes = np.zeros(count, np.uint64)
    for offset in range(run):
        codes = codes * np.uint64(0x9E3779B97F4A7C15) + hashes[offset : offset + count]
        codes ^= codes >> np.uint64(29)
    return codes


def _scan(hashes: npt.NDArray[np.uint32], wanted: Keys, run: int) -> tuple[Numbers, Numbers]:
    """Where the wanted codes stand, and which of them."""
    shift = np.uint64(64 - _BITMAP)
    marked = np.zeros(1 << _BITMAP, bool)
    marked[wanted >> shift] = True
    places, which = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for start in range(0, len(hashes), _BLOCK):
        codes = _codes(hashes[start : start + _BLOCK + run - 1], run)
        at = np.flatnonzero(marked[codes >> shift])
        nearest = np.minimum(np.searchsorted(wanted, codes[at]), max(0, len(wanted) - 1))
        same = wanted[nearest] == codes[at]
        places.append(at[same] + start)
        which.append(nearest[same])
    return np.concatenate(places), np.concatenate(which)


def _windows(hits: Hits) -> list[tuple[int, int]]:
    """The likeliest windows of each quotation: (quotation, the word with which it would begin, about)."""
    keys = hits.quotations * _FAR + (hits.begins + 8 * BUCKET) // BUCKET
    order = np.argsort(keys, kind="stable")
    unique, first = np.unique(keys[order], return_index=True)
    votes = np.add.reduceat(hits.weights[order], first) if len(first) else np.zeros(0)
    beside = np.zeros_like(votes)
    adjacent = np.flatnonzero(np.diff(unique) == 1)
    beside[adjacent] = votes[adjacent + 1]
    owners, begins = unique // _FAR, unique % _FAR * BUCKET - 8 * BUCKET
    windows: list[tuple[int, int]] = []
    taken: dict[int, int] = defaultdict(int)
    for at in np.lexsort((-(votes + beside), owners)).tolist():
        owner = int(owners[at])
        if taken[owner] < MOST_WINDOWS:
            taken[owner] += 1
            windows.append((owner, int(begins[at])))
    return windows


def _laid(
    library: Library, elements: Sequence[Sequence[Element]], windows: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], Place]:
    of_text: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for window in windows:
        middle = min(max(0, window[1] + BUCKET), library.size - 1)
        of_text[int(library.text_of(np.array([middle]))[0])].append(window)
    placed = {}
    for number, words in library.read(of_text):
        start = int(library.starts[number])
        for owner, begin in of_text[number]:
            placed[owner, begin] = _place(owner, number, elements[owner], words, begin - start)
    return placed


def _place(quotation: int, text: int, elements: Sequence[Element], words: Words, begin: int) -> Place:
    margin = 6 + len(elements) // 8
    low, high = max(0, begin - margin), min(len(words), begin + 2 * BUCKET + len(elements) + margin)
    laid = align(elements, words, low, high)
    likeness = likeness_of([elements], [laid], words)
    return Place(quotation, text, laid.start, likeness, 1.0 - laid.cost / max(1, likeness.total))
