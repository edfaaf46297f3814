"""Lay a segment over a page's end: without the running head and foot that stand in its midst.

    quotation  the pool must be drained
    source     the pool must ⟨Wray [Page 12] RFC 4711 Rules for Sluices⟩ be drained

The words around are put side by side, the segment is laid on them as on any, and the steps are told in the text's own
words again; the furniture is left out at no cost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np

from holdwater.match.folding import Tokens
from holdwater.match.furniture import NEAR
from holdwater.match.steps import Laid, Step
from holdwater.match.words import Words

ROOM = 60
"""Words on either side of a window in which the segment may go on behind the furniture, and so much furniture."""


def is_at_furniture(laid: Laid, words: Words) -> bool:
    """Whether a segment leaves out words of a running head or foot where it was laid, or puts words in beside one."""
    around = words.span(laid.start, laid.end)
    if words.text.find("\f", max(0, around.start - NEAR), around.end + NEAR) < 0:
        return False
    for step in laid.steps:
        beside = int(step.start == step.end)
        if not step.same and words.has_furniture(max(0, step.start - beside), min(len(words), step.end + beside)):
            return True
    return False


def laid_over_pages(words: Words, start: int, end: int, bounds: tuple[int, int], lay: Callable[[Words], Laid]) -> Laid:
    """A segment laid around source words start..end, and within `bounds`, as if there were no running heads and feet.

    `lay` lays it.
    """
    low, high = max(bounds[0], start - ROOM), min(bounds[1], end + ROOM)
    at = [index for index in range(low, high) if not words.is_furniture(index)]
    keys = words.keys[low:high]
    columns = (words.tokens.starts, words.tokens.ends, words.tokens.hashes)
    kept = Words(words.text, Tokens(*(column[at] for column in columns)), [keys[index - low] for index in at])
    laid = lay(kept)
    steps = list(_told(laid.steps, at))
    begin = at[laid.start] if laid.start < len(at) else high
    return Laid(tuple(steps), laid.cost, begin, at[laid.end - 1] + 1 if laid.end > laid.start else begin)


def _told(steps: tuple[Step, ...], at: list[int]) -> Iterator[Step]:
    """Steps in a text's own words, what was passed over between two of them a step of its own."""
    behind: int | None = None
    for step in steps:
        for one in _apart(step, at):
            if behind is not None and one.start > behind:
                yield Step(one.first, one.first, behind, one.start)
            yield one
            behind = one.end


def _apart(step: Step, at: list[int]) -> Iterator[Step]:
    """A step in a text's own words; where the same words stand on two pages, a step for each."""
    if step.start == step.end:
        here = at[step.start - 1] + 1 if step.start else at[0]
        yield Step(step.first, step.last, here, here)
        return
    places = np.array(at[step.start : step.end])
    cuts = [0, *(np.flatnonzero(np.diff(places) > 1) + 1).tolist(), len(places)] if step.same else [0, len(places)]
    for low, high in pairwise(cuts):
        last = step.first + high if step.same else step.last
        yield Step(step.first + low, last, int(places[low]), int(places[high - 1]) + 1, step.same)
