"""Which candidates are note marks: those that run 1, 2, 3 … through the text, weighed together.

The best chain of candidates (see `plain_chains`) is taken only if it holds: if enough of the notes have a mark in it,
and enough of the marks are glued as little else is. Where another reading is nearly as good, neither is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from holdwater.read.plain.chains import Chains
from holdwater.read.plain.glue import DOUBTFUL, GOOD, STRONG
from holdwater.read.plain.marks import Candidate

_LEAST_SHARE = 0.5  # of the notes listed that must have a mark for the order to count
_LEAST_SHARE_UNHEADED = 0.6  # where nothing but their numbers says that they are notes
_MOST_MISSING = 0.2  # of the numbers, in a text without notes


_MOST_DOUBTS = 2  # for a note: more of them are the text's own numbers


@dataclass(frozen=True, slots=True)
class Order:
    """The marks that the running order settles, and those that it leaves in doubt."""

    marks: tuple[Candidate, ...] = ()
    doubts: tuple[Candidate, ...] = ()


def settle(
    found: Sequence[Candidate], labels: Sequence[int] | None, *, headed: bool = True, again: bool = False
) -> Order:
    """Choose the note marks among the candidates.

    Args:
        found: candidates in order of their ends.
        labels: the numbers of the notes in hand, in their order; None where the text has no list of notes.
        headed: whether the notes stand under a heading that says what they are.
        again: whether one number may be shown several times, as those of a list of works are.

    Returns:
        The settled marks and the doubtful ones; both empty where no order holds.
    """
    chains = Chains(found, labels)
    best = chains.best()
    if not best:
        return Order(doubts=_doubts_alone(found, labels if headed else []) if labels else ())
    strong = [link for link in best if chains.weight(link) >= GOOD]
    sure = [link for link in best if chains.weight(link) > DOUBTFUL]
    if labels is None:
        holds = _holds_unlisted(sure, strong, chains)
    else:
        holds = _holds_listed(sure, strong, len(set(labels)), headed)
    if not holds:
        lone = [chains.candidate(link) for link in strong if len(best) == 1]
        return Order(doubts=_doubts_alone(lone if labels is None else found, labels if headed else []))
    rivals = chains.rivals(best, again=again)
    doubtful = {link for link in best if chains.weight(link) <= DOUBTFUL} | rivals
    marks = tuple(chains.candidate(link) for link in best if link not in doubtful)
    doubts = {chains.candidate(link) for link in doubtful}
    if again and labels:
        taken, known = {each.end for each in (*marks, *doubts)}, set(labels)
        more = [each for each in found if each.weight >= STRONG and each.value in known and each.end not in taken]
        marks = tuple(sorted((*marks, *more), key=lambda each: each.end))
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


def _doubts_alone(found: Sequence[Candidate], labels: Sequence[int] | None) -> tuple[Candidate, ...]:
    """What no order tells: one mark alone in a text without notes, and weak marks that would be those of the notes."""
    if labels is None:
        return tuple(found) if len(found) == 1 else ()
    known = set(labels)
    weak = [each for each in found if each.weight > DOUBTFUL and each.value in known]
    enough = len({each.value for each in weak}) >= _LEAST_SHARE * len(known)
    return tuple(weak) if weak and enough and len(weak) <= _MOST_DOUBTS * len(labels) else ()
