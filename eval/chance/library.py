"""The texts searched, as one array of word hashes, and any part of them as a smaller search."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from holdwater.match.words import Words

Numbers = npt.NDArray[np.int64]
_ORDER_SEED = 417


@dataclass(frozen=True)
class Library:
    """Every word's hash, text after text; `starts` where each text begins; `reach` the words of it and all before it.

    "Before" is in an order of chance: the texts of a reach up to n are a sample of n words.
    """

    texts: Iterable[str]
    hashes: npt.NDArray[np.uint32]
    starts: Numbers
    reach: Numbers
    bytes_a_word: float

    @classmethod
    def of(cls, texts: Iterable[str]) -> Library:
        """Read all the texts once; `texts` can be iterated over again."""
        parts, size = [], 0
        for text in texts:
            parts.append(np.array(Words.of(text).hashes))
            size += len(text)
        lengths = np.array([len(part) for part in parts])
        order = np.array(random.Random(_ORDER_SEED).sample(range(len(parts)), len(parts)))
        reach = np.zeros(len(parts), dtype=np.int64)
        reach[order] = np.cumsum(lengths[order])
        starts = np.concatenate([[0], np.cumsum(lengths)])
        return cls(texts, np.concatenate(parts), starts, reach, size / int(starts[-1]))

    @property
    def size(self) -> int:
        """Words."""
        return len(self.hashes)

    def words_in(self, megabytes: int) -> int:
        """How many words such a text has, about."""
        return int(megabytes * 1_000_000 / self.bytes_a_word)

    def text_of(self, places: Numbers) -> Numbers:
        """The text in which each word of the array stands."""
        return np.searchsorted(self.starts, places, "right") - 1

    def read(self, wanted: Iterable[int]) -> Iterator[tuple[int, Words]]:
        """The texts of these numbers as words."""
        numbers = set(wanted)
        for number, text in enumerate(self.texts):
            if number in numbers:
                yield number, Words.of(text)
