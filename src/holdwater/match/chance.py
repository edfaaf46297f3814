"""The chance of a match: how many places as near as this one any text of that length would have.

What of a quotation stands in a passage carries information: rare words much, common ones little, a word that follows
its neighbour less than one that stands alone, for phrases recur. From the bits that are left after these discounts
follows the expected number of places by chance, in proportion to the words searched (the E-value of sequence search:
Karlin & Altschul 1990, PNAS 87:2264; in bits, Altschul 1991, J. Mol. Biol. 219:555).

    quotation  the [old] harbour office burnt    the rope walk
    passage    the       harbour office burnt down, and the rope walk
               run 1: the · run 2: harbour office burnt · run 3: the rope walk · passed over: "down, and"
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from holdwater.match.frequency import information

SECOND = 0.7
"""The share of its bits that the second word of a run keeps: many pairs of words are set phrases."""
FOLLOWS = 0.4
"""The share of its bits that each later word of a run keeps."""
BREAK = 9.0
"""Bits that each run but the first loses: near the right place any word of the matter might stand, here or there."""
START = 2.5
"""Bits that every place has besides: of all alignments of its words, the cheapest is seldom the one with most bits."""
NEARLY = 0.15
"""The share of its bits that a word keeps that was laid against one of nearly the same letters."""
MOST_BITS = 1_000.0
LEAST_CHANCE = 0.3
"""Places by chance that are allowed where any text in hand may be the source."""
LEAST_CITED = 0.5
"""Places by chance that are allowed in the text that the document cites."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What of a quotation stands in a passage.

    `matched` are the runs of folded words that stand there one behind the other, in order; a word that is partly in
    brackets gives the part outside, brackets give nothing. `total` is how many words the quotation has outside
    brackets. `gaps` is how many words of either side were passed over between the runs, beyond those laid against one
    another. `nearly` are quoted words laid against one of nearly the same letters. `lacking` is the longest stretch of
    the quotation, in words, of which nothing stands there that carries a bit.
    """

    matched: Sequence[Sequence[str]]
    total: int
    gaps: int = 0
    nearly: Sequence[str] = ()
    lacking: int = 0


def bits(likeness: Likeness) -> float:
    """The information of what matches, after all discounts, 0 or more; one place in 2^bits is as near by chance."""
    runs = likeness.matched
    cost = BREAK
    if len(runs) > 1:
        cost += log2(1 + likeness.gaps / (len(runs) - 1))
    found = sum([max(0.0, run_bits(run, cost)) for run in runs])
    near = NEARLY * sum(map(information, likeness.nearly))
    return min(MOST_BITS, found + near + BREAK + START) if runs else 0.0


def run_bits(run: Sequence[str], cost: float = BREAK) -> float:
    """The bits of one run of words; below 0 where they pay less than the `cost` of a run by itself.

    A word within the run may count as one that begins a run, if that gives more: so a word more never makes less.
    """
    if not run:
        return 0.0
    found, kept = information(run[0]) - cost, SECOND
    for own in map(information, run[1:]):
        alone, following = own - cost, kept * own
        found += following if following > alone else alone
        kept = FOLLOWS
    return found


def expected(likeness: Likeness, searched: int) -> float:
    """How many places as near as this `searched` words of other text would have by chance."""
    return float(searched * 2.0 ** -bits(likeness))


def least_bits(searched: int, *, cited: bool) -> float:
    """The bits that a match needs to be found in `searched` words, of the cited source or of any text in hand."""
    return log2(max(1, searched) / (LEAST_CITED if cited else LEAST_CHANCE))


def is_found(chance: float, *, cited: bool) -> bool:
    """Whether a place is one, with so many as near as it expected by chance."""
    return chance <= (LEAST_CITED if cited else LEAST_CHANCE)


def confidence(chance: float, runner_up: float | None = None, lead: float = 1.0) -> float:
    """How sure it is that this is the place, 0 to 1, whatever the score.

    Args:
        chance: places as near as this one expected by chance.
        runner_up: the same of the next best place; None where there is none.
        lead: by how much the score leads the runner-up's.
    """
    alone = 1.0 / (1.0 + chance)
    if runner_up is None:
        return alone
    return alone * min(1.0, max(0.0, lead) / 0.25)
