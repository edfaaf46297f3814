"""What a word's letters say, without the word being made, about whether it may be nearly another.

Words that differ by few letters have nearly the same set of letters, and nearly as many. The sets of all words of many
windows are made in a few steps on arrays, and are compared by counting bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from holdwater.match.codes import APOSTROPHE, LETTER, Points, codes_of
from holdwater.match.folding import Numbers, Places
from holdwater.match.normalise import fold

BEGINNING = 4
"""Letters: two words that begin with the same ones may be nearly the same however they end (`prices.similar`)."""
STEM = 3
"""Letters: a word of so many may have a note mark's digits glued to it."""
LONGEST = 200
"""Letters: longer words count as if they had so many."""
_LAST = 0xFFFF
_BYTE = 0xFF
_STRANGE = np.uint32(1)
"""The bit of what is no folded letter: a word that has such a character is folded by itself."""
_BITS = 31
"""Letters go to so many bits, those behind `_STRANGE`."""


def _bits() -> Numbers:
    """The bit of each code: `codes.Codes` say what they are."""
    bits = np.uint32(2) << (np.arange(_LAST + 1, dtype=np.uint32) % _BITS)
    bits[: LETTER + 1] = _STRANGE
    bits[APOSTROPHE] = bits[ord("'")]
    return bits


_BIT = _bits()


@dataclass(frozen=True)
class Letters:
    """Of some words how many letters they have, the set of these as bits, and the first four of them as one number.

    `beginnings` and `stems` (of three letters) are 0 where a word is shorter. `glued` are words of letters with digits
    behind them.
    """

    lengths: npt.NDArray[np.uint8]
    sets: Numbers
    beginnings: Numbers
    stems: Numbers
    glued: npt.NDArray[np.bool_]

    @classmethod
    def of_keys(cls, keys: Sequence[str]) -> Letters:
        """The letters of folded words."""
        points = np.frombuffer("".join(keys).encode("utf-32-le", "surrogatepass"), np.uint32)
        ends = np.cumsum(np.fromiter(map(len, keys), np.intp, len(keys)))
        starts = np.append(0, ends)[: len(ends)]
        return cls._of_codes(np.minimum(points, _LAST).astype(np.uint16), starts, ends)

    @classmethod
    def of_text(cls, text: str, starts: Places, ends: Places) -> Letters:
        """The letters of the words that stand at `starts[i]:ends[i]` of a text, when they are folded."""
        found = cls._of_codes(codes_of(text).folded, starts, ends)
        strange = np.flatnonzero(found.sets & _STRANGE)
        if len(strange):
            spans = zip(starts[strange].tolist(), ends[strange].tolist(), strict=True)
            own = cls.of_keys([fold(text[start:end]) for start, end in spans])
            for column, theirs in zip(found._columns(), own._columns(), strict=True):
                column[strange] = theirs
        return found

    def _columns(self) -> tuple[npt.NDArray[np.generic], ...]:
        return self.lengths, self.sets, self.beginnings, self.stems, self.glued

    @classmethod
    def _of_codes(cls, codes: Points, starts: Places, ends: Places) -> Letters:
        lengths = ends - starts
        padded = np.append(codes, np.zeros(BEGINNING, codes.dtype))
        bounds = np.stack([starts, ends], axis=1).ravel()
        sets = np.where(lengths > 0, np.bitwise_or.reduceat(_BIT.take(padded), bounds)[::2], 0).astype(np.uint32)
        first, *others = (_as_byte(padded.take(starts + at)) for at in range(BEGINNING))
        stems = first | others[0] << 8 | others[1] << 16
        last = padded.take(ends - 1)
        glued = (last >= ord("0")) & (last <= ord("9")) & (padded.take(starts) > ord("9"))
        return cls(
            np.minimum(lengths, LONGEST).astype(np.uint8),
            sets,
            np.where(lengths >= BEGINNING, stems | others[2] << 24, 0).astype(np.uint32),
            np.where(lengths >= STEM, stems, 0).astype(np.uint32),
            glued,
        )


def _as_byte(codes: Points) -> Numbers:
    """A letter's code, as far as it goes into a byte; the kind of mark that an apostrophe is, as a folded one's."""
    return np.where(codes == APOSTROPHE, ord("'"), codes & _BYTE).astype(np.uint32)


def bits_set(numbers: Numbers) -> npt.NDArray[np.uint8]:
    """How many bits of each number are 1."""
    found: npt.NDArray[np.uint8] = _counted(numbers)
    return found


def _by_table(numbers: Numbers) -> npt.NDArray[np.uint8]:
    counts = np.array([number.bit_count() for number in range(_LAST + 1)], np.uint8)
    return counts.take(numbers & _LAST) + counts.take(numbers >> 16)


_counted = getattr(np, "bitwise_count", _by_table)  # new in numpy 2
