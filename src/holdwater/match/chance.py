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

SECOND = 0.6
"""The share of its bits that the second word of a run keeps: many pairs of words are set phrases."""
FOLLOWS = 0.4
"""The share of its bits that each later word of a run keeps."""
BREAK = 11.0
"""Bits that each run but the first loses: near the right place any word of the matter might stand, here or there."""
START = 3.0
"""Bits that every place has besides: of all alignments of its words, the cheapest is seldom the one with most bits."""
NEARLY = 0.15
"""The share of its bits that a word keeps that was laid against one of nearly the same letters."""
MOST_BITS = 1_000.0
MOST_CHANCE = 0.3
"""Places by chance that are allowed where any text in hand may be the source."""
MOST_CITED = 0.5
"""Places by chance that are allowed in the text that the document cites."""
LEAST_SHARE = 0.62
SHARE_GROWTH = 0.02
SHARE_AT = 21.8
FEWEST = 0.6
"""The least share of a quotation that must stand in texts of 2^21.8 words (25 MB), and what each doubling adds to it:
the more texts of one kind there are, the more of any sentence of that kind has been written before. `FEWEST` is the
least of however little text."""
ALONE_MORE = 0.1
"""What it adds to the least share that one run stands alone: that is a phrase, and phrases recur ("this document does
not define any"). Changes leave several runs in their places."""
LACKING = 3
LACKING_SHARE = 0.25
"""The longest stretch that may be lacking, in words or as a share of the quotation: changes are strewn, a sentence of
another text has a formula or a citation in common and nothing else."""
NEARLY_STANDS = 0.7
"""What a word of nearly the same letters counts in the share."""
SHORT = 5
"""Words: of quotations as short as this every word must stand there."""
RARE = 0.05
"""Places by chance in the texts searched, for a short quotation."""
CLEAR_LEAD = 0.25
"""The lead in score over the runner-up from which nothing else comes near."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What of a quotation stands in a passage.

    `matched` are the runs of folded words that stand there one behind the other, in order; a word that is partly in
    brackets gives the part outside, brackets give nothing. `total` is how many words the quotation has outside
    brackets. `gaps` is how many words of either side were passed over between the runs, beyond those laid against one
    another. `nearly` are quoted words laid against one of nearly the same letters. `lacking` is the longest stretch of
    the quotation, in words, of which at most common words stand there. `elsewhere` are runs of words that the
    place lacks and another place of the same text has: the quotation is a splice. `between` is what it counts, in
    changed words, that the passage has more words between two runs than the quotation.
    """

    matched: Sequence[Sequence[str]]
    total: int
    gaps: int = 0
    nearly: Sequence[str] = ()
    lacking: int = 0
    elsewhere: Sequence[Sequence[str]] = ()
    between: float = 0.0

    @property
    def share(self) -> float:
        """The share of the quotation that stands in the text, less what the text has in between; 1 at most."""
        standing = sum(map(len, self.matched)) + sum(map(len, self.elsewhere)) + NEARLY_STANDS * len(self.nearly)
        return min(1.0, (standing - self.between) / max(1, self.total))

    @property
    def alone(self) -> bool:
        """Whether what stands in the text is one run of words and nothing besides."""
        return len(self.matched) + len(self.elsewhere) + len(self.nearly) <= 1


def bits(likeness: Likeness) -> float:
    """The information of what matches, after all discounts, 0 or more; one place in 2^bits is as near by chance."""
    runs = likeness.matched
    if not runs:
        return 0.0
    cost = BREAK
    if len(runs) > 1:
        cost += log2(1 + likeness.gaps / (len(runs) - 1))
    each = [run_bits(run, cost) for run in runs]
    found = sum([one for one in each if one > 0]) or max(each)
    near = NEARLY * sum(map(information, likeness.nearly))
    return min(MOST_BITS, max(0.0, found + near + BREAK + START))


def run_bits(run: Sequence[str], cost: float = BREAK) -> float:
    """The bits of one run of words; below 0 where they pay less than the `cost` of a run by itself.

    Any word within the run may count as one that begins a run, if that gives more: so a word that joins two runs
    never makes less of them.
    """
    first = later = -cost
    for own in map(information, run):
        before = first if first > later else later
        second = first + SECOND * own
        later += FOLLOWS * own
        if second > later:
            later = second
        first = own - cost + (before if before > 0 else 0.0)
    return first if first > later else later


def expected(likeness: Likeness, searched: int) -> float:
    """How many places as near as this `searched` words of other text would have by chance."""
    return float(searched * 2.0 ** -bits(likeness))


def least_bits(searched: int, *, cited: bool) -> float:
    """The bits that a match needs to be found in `searched` words, of the cited source or of any text in hand."""
    return log2(max(1, searched) / (MOST_CITED if cited else MOST_CHANCE))


def is_found(chance: float, *, cited: bool) -> bool:
    """Whether chance alone, with so many places as near as this one, leaves a place standing.

    `cited`: only the source that the document cites was searched. In any text in hand, `stands_enough` is asked too.
    """
    return chance <= (MOST_CITED if cited else MOST_CHANCE)


def least_share(searched: int, *, alone: bool = False) -> float:
    """The share of a quotation that must stand in one of the texts in hand, of `searched` words together.

    `alone`: what stands is one run of words.
    """
    least = LEAST_SHARE + ALONE_MORE * alone
    return max(FEWEST, least + SHARE_GROWTH * (log2(max(1, searched)) - SHARE_AT))


def stands_enough(likeness: Likeness, searched: int) -> bool:
    """Whether so much of a quotation stands in one of the texts in hand that it is from there, and not only akin.

    What a statute, a formula and a citation give to many texts is no chance, and no number of bits tells it from a
    quotation. The text that the document cites needs no such proof: there the score decides.
    """
    lacking = likeness.lacking - sum(map(len, likeness.elsewhere))
    least = least_share(searched, alone=likeness.alone)
    return likeness.share >= least and lacking <= max(LACKING, LACKING_SHARE * likeness.total)


def tells(likeness: Likeness, searched: int, *, cited: bool, places: int, preferred: bool = False) -> bool:
    """Whether a short quotation, all of whose words stand in a row, says where it is from.

    Args:
        likeness: one run of all the words.
        searched: words of all texts in which it was looked for.
        cited: whether these are the source that the document cites.
        places: in how many places all the words stand.
        preferred: whether one of them is the place that the citation gives.
    """
    rare = expected(likeness, searched) <= RARE
    if cited:
        return rare or (likeness.total > 1 and (places == 1 or preferred))
    return rare and places == 1


def confidence(chance: float, runner_up: float | None = None, lead: float = 1.0) -> float:
    """How sure it is that this is the place, 0 to 1, whatever the score.

        (1 / (1 + chance)) * (1 - rival * (1 - min(1, lead / 0.25))),    rival = 1 / (1 + runner_up)

    A runner-up that chance alone would give is no rival; one that was surely not found by chance is, as far as its
    score comes near.

    Args:
        chance: places as near as this one expected by chance, of all words searched.
        runner_up: the same of the next best place; None where there is none.
        lead: by how much the score leads the runner-up's, 0 or more.
    """
    alone = 1.0 / (1.0 + chance)
    if runner_up is None:
        return alone
    rival = 1.0 / (1.0 + runner_up)
    return alone * (1.0 - rival * (1.0 - min(1.0, max(0.0, lead) / CLEAR_LEAD)))
