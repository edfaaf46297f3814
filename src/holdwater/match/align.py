"""Stage 4: lay a segment of a quotation word by word against a window of a source.

A semi-global alignment with affine costs for words left out (Gotoh 1982, J. Mol. Biol. 162:705), over words instead of
letters: the whole segment must be used, the window's ends are free. Besides match, exchange, insertion and omission
there are three steps of this trade's own: one word written as two, a bracket that stands for any words, and the
source's own apparatus (note digits) that costs next to nothing to pass over.

    quotation  the board [never] paid
    source     the board did not ever paid 3 the
               =   =     bracket   =

The cheapest alignment is always found: from pair to pair where few words stand and one way is the cheapest
(`islands`), else by a search along the words that agree (`sparse`), and where little agrees by the whole table
(`dense`).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from holdwater.match.dense import Table
from holdwater.match.gaps import settled
from holdwater.match.islands import Islands, by_islands
from holdwater.match.presets import VERBATIM, Preset
from holdwater.match.prices import (
    BRACKET_MORE,
    BRACKET_OPEN,
    BRACKET_OWN,
    BRACKET_SKIP,
    INSERT,
    NOISE,
    OMIT_MORE,
    OMIT_OPEN,
    REPLACE,
    SIMILAR,
    UNIT,
    Prices,
    fits,
    similar,
)
from holdwater.match.quoted import Element
from holdwater.match.sparse import Search
from holdwater.match.steps import Ends, Laid, Step
from holdwater.match.words import Words

__all__ = [
    "BRACKET_MORE",
    "BRACKET_OPEN",
    "BRACKET_OWN",
    "BRACKET_SKIP",
    "INSERT",
    "NOISE",
    "OMIT_MORE",
    "OMIT_OPEN",
    "REPLACE",
    "SIMILAR",
    "Ends",
    "Laid",
    "Step",
    "align",
    "fits",
    "similar",
]

POPS_AN_ELEMENT = 3
POPS = 60
"""How many cells the search may look at before the table is quicker."""
LONG, STRANGE = 12, 0.3
"""For a segment of so many words that must cost so much a word, the table is quicker from the first."""


_FREE = Ends()


def align(
    elements: Sequence[Element],
    words: Words,
    start: int,
    end: int,
    ends: Ends = _FREE,
    *,
    most: float = inf,
    preset: Preset = VERBATIM,
) -> Laid:
    """The cheapest way to lay the whole segment against some stretch of source words start..end.

    Args:
        elements: the segment.
        words: the source.
        start: the window's first word.
        end: the word after its last.
        ends: which of the window's ends are free.
        most: what an alignment may cost, in changed words. Where all cost more, the search is given up early.
        preset: what is forgiven besides.

    Returns:
        The cheapest alignment, of equally cheap ones one that ends first. Given up, one difference over the whole
        window, whose cost is more than `most` and no more than any alignment's.

    Time and memory grow with `len(elements) * (end - start)` at most; the caller bounds both.
    """
    if not elements or start == end:
        return _one_sided(elements, words, start, end, ends, preset)
    prices = Prices(elements, words, start, end, preset)
    limit = _NO_LIMIT if most == inf else int(most * UNIT + 0.5)
    found = by_islands(prices, ends) if limit == _NO_LIMIT else None
    laid = found if found and found.sure else _within(prices, ends, limit, found)
    if isinstance(laid, int):
        return _given_up(len(elements), start, end, laid)
    steps = laid.path(start)
    if len(steps) > len(elements) and preset.view is None:  # a view has no text of its own to read
        steps = settled(steps, elements, words)
    begin = steps[0].start if steps else start + laid.end
    return Laid(tuple(steps), laid.cost / UNIT, begin, start + laid.end)


_NO_LIMIT = 1 << 60


def _within(prices: Prices, ends: Ends, limit: int, islands: Islands | None) -> Islands | Search | Table | int:
    """The cheapest alignment; where it costs more than `limit`, a number above it that is no more than it costs.

    `islands` is the cheapest one from pair to pair, where that is known already, and others are as cheap.
    """
    count, floors = len(prices.own), prices.floors()
    if limit < _NO_LIMIT:
        least = floors[0] + prices.refunds[0]
        if 2 * least > limit >= least:
            least += prices.unordered()
        if least > limit:
            return least
        islands = by_islands(prices, ends)
        if islands and islands.cost > limit:
            return islands.cost
        if islands and islands.sure:
            return islands
    if not (count >= LONG and floors[0] > STRANGE * UNIT * count):
        search = Search(prices, floors, ends, islands.cost if islands else limit)
        found = search.run(POPS + POPS_AN_ELEMENT * count)
        if found:
            return search
        if found is False and not islands:
            return limit + 1
    table = islands or Table(prices, ends)
    return table if table.cost <= limit else table.cost


def _one_sided(elements: Sequence[Element], words: Words, start: int, end: int, ends: Ends, preset: Preset) -> Laid:
    """Elements without words are put in; words without elements are left out, or lie beyond a free end."""
    if ends.start or ends.end:
        start = end = start if ends.end else end
    prices = Prices(elements, words, start, end, preset)
    out = [Step(0, 0, at, at + 1) for at in range(start, end)]
    put_in = [Step(at, at + 1, end, end) for at in range(len(elements))]
    return Laid((*out, *put_in), (prices.left_out(0, end - start) + sum(prices.inserts)) / UNIT, start, end)


def _given_up(count: int, start: int, end: int, cost: int) -> Laid:
    return Laid((Step(0, count, start, end),), cost / UNIT, start, end)
