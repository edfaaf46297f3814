"""Says of each token of a description what it is part of: the best labelling as a whole, by weights and Viterbi.

A linear chain: each state (a label, begun or gone on with) is scored by what is seen at its token, and each pair of
neighbours by what parts them. The weights are numbers for the features of `observe`; where they come from stands in
docs/decisions/0014.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import add, sub

from holdwater.extract.reference.labels import LABELS
from holdwater.extract.reference.observe import observe
from holdwater.extract.reference.weights import STATES, Scores, Steps, Weights, shipped
from holdwater.extract.reference.words import look_at

_SIZE = len(LABELS)
_BEHIND = 500  # a state this far behind the best at its token is not followed up: one in e**5, by the weights
_UNSEEN = 600  # nor one this far behind by what is seen at the token itself
_ITALIC, _TORN = 400, 600  # what italics speak for a title or a container, and against parting them
_TITLES = frozenset(index for index, label in enumerate(LABELS) if label in ("title", "container", "journal"))
# What italics give each state, and what they take from each pair of states (as `Steps`): within them where the labels
# differ, at their ends where they do not.
_AS_TITLE = [_ITALIC if state % _SIZE in _TITLES else 0 for state in range(STATES)]
_TORN_OFF, _RUN_TOGETHER = (
    [[_TORN if (own % _SIZE == before % _SIZE) != inside else 0 for before in range(STATES)] for own in range(STATES)]
    for inside in (True, False)
)


def labels_of(texts: Sequence[str], italic: tuple[int, int] = (0, 0), weights: Weights | None = None) -> list[int]:
    """For each token the number of its label in LABELS; `italic` is the range of tokens that are set in italics.

    `weights` are the shipped ones if none are given.
    """
    if not texts:
        return []
    table = weights or shipped()
    seen = observe([look_at(text) for text in texts])
    emissions = [table.scores(groups) for groups in seen.groups]
    steps = [table.steps(bound) for bound in seen.bounds]
    if italic[0] < italic[1]:
        _weigh_italics(emissions, steps, italic)
    return [state % _SIZE for state in _best_path(emissions, steps)]


def _best_path(emissions: Sequence[Scores], steps: Sequence[Steps]) -> list[int]:
    kept = [(state, emissions[0][state]) for state in range(_SIZE, STATES)]
    back: list[dict[int, int]] = []
    for emission, step in zip(emissions[1:], steps[1:], strict=True):
        kept, came = _onward(kept, emission, step)
        back.append(came)
    state = max(kept, key=lambda pair: pair[1])[0]
    path = [state]
    for came in reversed(back):
        state = came[state]
        path.append(state)
    return path[::-1]


def _onward(kept: list[tuple[int, int]], emission: Scores, step: Steps) -> tuple[list[tuple[int, int]], dict[int, int]]:
    """The states worth following up at the next token with their scores, and the state that each comes from."""
    floor = max(score for _, score in kept) - _BEHIND
    kept = [pair for pair in kept if pair[1] > floor]
    needed = max(emission) - _UNSEEN
    after: list[tuple[int, int]] = []
    came: dict[int, int] = {}
    for state, score in kept:  # going on with the label
        label = state % _SIZE
        total = score + step[label][state] + emission[label]
        if label not in came:
            came[label] = state
            after.append((label, total))
        elif (other := next(pair for pair in after if pair[0] == label))[1] < total:
            came[label] = state
            after[after.index(other)] = (label, total)
    for begun in range(_SIZE, STATES):
        own = emission[begun]
        if own > needed:
            into = step[begun]
            best, came[begun] = max([(score + into[state], state) for state, score in kept])
            after.append((begun, best + own))
    return after, came


def _weigh_italics(emissions: list[Scores], steps: list[Steps], italic: tuple[int, int]) -> None:
    """What is set in italics is a title or a container, and one of them alone."""
    first, last = italic
    for index in range(first, min(last, len(emissions))):
        emissions[index] = list(map(add, emissions[index], _AS_TITLE))
    for index in range(max(first, 1), min(last + 1, len(steps))):
        torn = _TORN_OFF if first < index < last else _RUN_TOGETHER
        steps[index] = [list(map(sub, into, lost)) for into, lost in zip(steps[index], torn, strict=True)]
