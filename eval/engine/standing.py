"""Whether words really stand in the texts, found by another way than the engine's: a slow, plain search.

A sentence *stands there within a few words* if, in one of the texts,

- a run of it, at least eight words and at least half of all its words, stands word for word; or
- at least three quarters of its words stand, in order, in a stretch that is a quarter longer than it.

This was laid down before the engine was asked. Candidates are stretches that have as many three-word runs of the
sentence as are left when a quarter of the words is changed (Ukkonen 1992, Theor. Comput. Sci. 92:191: each change
breaks at most three of them), two at least; each is then compared in full. Runs that more than a hundred of the
sentences have are left out of the count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from eval.engine.items import in_order
from eval.engine.stretches import folded

Numbers = npt.NDArray[np.int64]

RUN = 3
FULL_RUN = 8
IN_ORDER = 0.75
ROOM = 0.25
COMMON = 100
LONGEST_RUN = 6
"""Words: by so many of its first words a sequence is looked for word for word."""
_BUCKET = 8
_PRIME = 1_000_003
_FAR = 1 << 32


class Standing:
    """Word sequences that are looked for in one text after another."""

    def __init__(self, wanted: Sequence[Sequence[str]], run: int = RUN, *, first_only: bool = False) -> None:
        """Look for `wanted`, folded words, by their runs of `run` words (or by the first); shorter ones never stand."""
        self._numbers: dict[str, int] = {}
        self.run = run
        self.wanted = [[self._numbers.setdefault(word, len(self._numbers) + 1) for word in words] for words in wanted]
        heads = [words[:run] if first_only else words for words in self.wanted]
        codes = [_codes(np.array(words, dtype=np.int64), run) for words in heads]
        gathered = np.concatenate([np.zeros(0, dtype=np.int64), *codes])
        order = np.argsort(gathered, kind="stable")
        self._owners = np.repeat(np.arange(len(codes)), [len(one) for one in codes])[order]
        self._elements = np.array([at for one in codes for at in range(len(one))], dtype=np.int64)[order]
        self._unique, self._first, self._count = np.unique(gathered[order], return_index=True, return_counts=True)

    def numbered(self, words: Sequence[str]) -> Numbers:
        """The words of a text by number; 0 for one that is in none of the sequences."""
        return np.fromiter((self._numbers.get(word, 0) for word in words), dtype=np.int64, count=len(words))

    def hits(self, text: Numbers, common: int = COMMON) -> tuple[Numbers, Numbers]:
        """Where runs stand: the sequence, and the word of the text with which it would begin."""
        if not len(self._unique) or len(text) < self.run:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        codes = _codes(text, self.run)
        which = np.minimum(np.searchsorted(self._unique, codes), len(self._unique) - 1)
        at = np.flatnonzero((self._unique[which] == codes) & (self._count[which] <= common))
        counts = self._count[which[at]]
        places = np.repeat(at, counts)
        behind = np.arange(len(places)) - np.repeat(np.cumsum(counts) - counts, counts)
        entries = np.repeat(self._first[which[at]], counts) + behind
        return self._owners[entries], places - self._elements[entries]


def _codes(numbers: Numbers, run: int) -> Numbers:
    """One number for every run of words; other runs may share it, so that a hit has to be looked at."""
    count = max(0, len(numbers) - run + 1)
    codes = np.zeros(count, dtype=np.int64)
    for offset in range(run):
        codes = codes * _PRIME + numbers[offset : offset + count] + 1
    return codes


def word_for_word(wanted: Sequence[Sequence[str]], texts: Iterable[str]) -> set[int]:
    """Which of these word sequences stand, word for word, in one of the texts."""
    found: set[int] = set()
    lengths = [min(len(words), LONGEST_RUN) for words in wanted]
    searches = []
    for length in sorted(set(lengths) - {0}):
        indices = [index for index, one in enumerate(lengths) if one == length]
        searches.append((indices, Standing([wanted[index] for index in indices], length, first_only=True)))
    for text in texts:
        words = folded(text)
        for indices, search in searches:
            found.update(indices[owner] for owner in _exact(search, search.numbered(words)))
    return found


def _exact(search: Standing, numbers: Numbers) -> Iterator[int]:
    owners, begins = search.hits(numbers, common=len(search.wanted))
    for owner, begin in zip(owners.tolist(), begins.tolist(), strict=True):
        words = search.wanted[owner]
        if numbers[begin : begin + len(words)].tolist() == words:
            yield owner


def within_a_few_words(wanted: Sequence[Sequence[str]], texts: Iterable[str]) -> set[int]:
    """Which of these sentences stand within a few words in one of the texts; see the head of this module."""
    search = Standing(wanted)
    found: set[int] = set()
    for text in texts:
        numbers = search.numbered(folded(text))
        for owner, begin in _candidates(search, numbers):
            if owner not in found and _is_near(search.wanted[owner], numbers, begin):
                found.add(owner)
    return found


def _candidates(search: Standing, numbers: Numbers) -> Iterator[tuple[int, int]]:
    """Sequences, and where they would begin, with enough runs that agree on it."""
    owners, begins = search.hits(numbers)
    for shift in (0, _BUCKET):
        keys = owners * _FAR + (begins + shift + _FAR // 4) // (2 * _BUCKET)
        _, first, counts = np.unique(keys, return_index=True, return_counts=True)
        for at, count in zip(first.tolist(), counts.tolist(), strict=True):
            owner = int(owners[at])
            if count >= max(2, len(search.wanted[owner]) // 4 - 2):
                yield owner, int(begins[at])


def _is_near(words: list[int], numbers: Numbers, begin: int) -> bool:
    room = max(1, int(ROOM * len(words)))
    for start in (begin - room, begin - room // 2, begin):
        window = numbers[max(0, start) : max(0, start) + len(words) + room].tolist()
        if in_order(words, window) >= IN_ORDER * len(words):
            return True
    near = numbers[max(0, begin - 2 * _BUCKET) : begin + len(words) + 2 * _BUCKET].tolist()
    length = max(FULL_RUN, -(-len(words) // 2))
    return not _runs(words, length).isdisjoint(_runs(near, length))


def _runs(words: Sequence[int], length: int) -> set[tuple[int, ...]]:
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}
