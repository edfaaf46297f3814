"""Which candidates are note marks: those that run 1, 2, 3 … through the text, weighed together.

The best chain of candidates (see `plain_chains`) is taken only if it holds: if enough of the notes have a mark in it,
and enough of the marks are glued as little else is. Where another reading is nearly as good, neither is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from holdwater.read.plain.chains import Chains
from holdwater.read.plain.glue import DOUBTFUL, GOOD
from holdwater.read.plain.marks import Candidate

_LEAST_SHARE = 0.5  # of the notes listed that must have a mark for the order to count
_LEAST_SHARE_UNHEADED = 0.6  # where nothing but their numbers says that they are notes
_MOST_MISSING = 0.2  # of the numbers, in a text without notes


@dataclass(frozen=True, slots=True)
class Order:
    """The marks that the running order settles, and those that it leaves in doubt."""

    marks: tuple[Candidate, ...] = ()
    doubts: tuple[Candidate, ...] = ()


def settle(found: Sequence[Candidate], labels: Sequence[int] | None, *, headed: bool = True) -> Order:
    """Choose the note marks among the candidates.

    Args:
        found: candidates in order of their ends.
        labels: the numbers of the notes in hand, in their order; None where the text has no list of notes.
        headed: whether the notes stand under a heading that says what they are.

    Returns:
        The settled marks and the doubtful ones; both empty where no order holds.
    """
    chains = Chains(found, labels)
    best = chains.best()
    if not best:
        return Order()
    strong = [link for link in best if chains.weight(link) >= GOOD]
    sure = [link for link in best if chains.weight(link) > DOUBTFUL]
    if labels is None:
        holds = _holds_unlisted(sure, strong, chains)
    else:
        holds = _holds_listed(sure, strong, len(set(labels)), headed)
    if not holds:
        return Order(doubts=_single_doubt(best, strong, chains, labels))
    rivals = chains.rivals(best)
    doubtful = {link for link in best if chains.weight(link) <= DOUBTFUL} | rivals
    marks = tuple(chains.candidate(link) for link in best if link not in doubtful)
    doubts = {chains.candidate(link) for link in doubtful}
    return Order(marks, tuple(sorted(doubts)))


def _holds_listed(sure: Sequence[int], strong: Sequence[int], notes: int, headed: bool) -> bool:
    if headed:
        return len(sure) >= _LEAST_SHARE * notes and 4 * len(strong) >= len(sure) > 0
    return len(sure) >= _LEAST_SHARE_UNHEADED * notes and 2 * len(strong) >= len(sure) > 0


def _holds_unlisted(sure: Sequence[int], strong: Sequence[int], chains: Chains) -> bool:
    if len(strong) < 2 or 5 * len(strong) < 3 * len(sure):
        return False
    last = chains.candidate(sure[-1]).value
    return chains.candidate(sure[0]).value == 1 and len(sure) >= (1 - _MOST_MISSING) * last


def _single_doubt(
    best: Sequence[int], strong: Sequence[int], chains: Chains, labels: Sequence[int] | None
) -> tuple[Candidate, ...]:
    """One mark alone, without notes, has no order to be told by: it is a doubt."""
    if labels is None and len(best) == 1 and strong:
        return (chains.candidate(best[0]),)
    return ()
