"""Says of each token of a description what it is part of: the best labelling as a whole, by weights and Viterbi.

A linear chain: each label is scored by what is seen at its token, and each pair of neighbours by what parts them. The
weights are numbers for the features of `observe`; where they come from stands in docs/decisions/0014.
"""

from __future__ import annotations

import itertools
import json
import struct
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from holdwater.extract.reference.labels import LABELS
from holdwater.extract.reference.observe import Features, observe
from holdwater.extract.reference.words import look_at

_BEHIND = 500  # a label this far behind the best at its token is not followed up: one in e**5, by the weights
_UNSEEN = 700  # nor one this far behind by what is seen at the token itself
_OUT = -(10**9)  # the score of a label that is not followed up
_ITALIC, _TORN = 400, 600  # what italics speak for a title or a container, and against parting them
_LANE = 32  # bits; a vector of scores is one integer with a lane a label, so that vectors add up in one step
_BIAS = 1 << 30  # added before lanes are read, so that none is negative
_FORMAT = struct.Struct(f"<{len(LABELS)}I")
_TITLES = frozenset(index for index, label in enumerate(LABELS) if label in ("title", "container", "journal"))
Scores = Sequence[int]
Steps = Sequence[Scores]  # by the label gone to, then by the label come from


def labels_of(texts: Sequence[str], italic: tuple[int, int] = (0, 0)) -> list[int]:
    """For each token the number of its label in LABELS; `italic` is the range of tokens that are set in italics."""
    if not texts:
        return []
    seen = observe([look_at(text) for text in texts])
    emissions = [_added(groups) for groups in seen.groups]
    steps = [_step(bound) for bound in seen.bounds]
    if italic[0] < italic[1]:
        _weigh_italics(emissions, steps, italic)
    return _best_path(emissions, steps)


def _best_path(emissions: Sequence[Scores], steps: Sequence[Steps]) -> list[int]:
    scores = list(emissions[0])
    back: list[list[int]] = []
    for emission, step in zip(emissions[1:], steps[1:], strict=True):
        floor = max(scores) - _BEHIND
        kept = [(label, score) for label, score in enumerate(scores) if score > floor]
        needed = max(emission) - _UNSEEN
        scores, best = [_OUT] * len(LABELS), [0] * len(LABELS)
        for label, own in enumerate(emission):
            if own > needed:
                into = step[label]
                score, best[label] = max([(score + into[before], before) for before, score in kept])
                scores[label] = score + own
        back.append(best)
    label = max(range(len(LABELS)), key=scores.__getitem__)
    path = [label]
    for best in reversed(back):
        label = best[label]
        path.append(label)
    return path[::-1]


def _weigh_italics(emissions: list[Scores], steps: list[Steps], italic: tuple[int, int]) -> None:
    """What is set in italics is a title or a container, and one of them alone."""
    first, last = italic
    for index in range(first, min(last, len(emissions))):
        emissions[index] = [
            score + (_ITALIC if label in _TITLES else 0) for label, score in enumerate(emissions[index])
        ]
    for index in range(max(first, 1), min(last + 1, len(steps))):
        inside = first < index < last
        steps[index] = [
            [score - (_TORN if (own == before) != inside else 0) for before, score in enumerate(into)]
            for own, into in enumerate(steps[index])
        ]


def _added(groups: Sequence[Features]) -> Scores:
    total = sum(map(_weight, groups)) + _BIASES
    return [lane - _BIAS for lane in _FORMAT.unpack(total.to_bytes(_FORMAT.size, "little"))]


@lru_cache(maxsize=16384)
def _weight(features: Features) -> int:
    """The scores that some features give each label, in one integer."""
    return sum(map(_table()[0].get, features, itertools.repeat(0)))


def _step(bound: str) -> Steps:
    table = _table()[1]
    return table.get(bound) or table["any"]


@cache
def _table() -> tuple[dict[str, int], dict[str, Steps]]:
    """The weights, in hundredths: of features, and of what parts two tokens."""
    table = json.loads(files(__package__).joinpath("weights.json").read_text("utf-8"))
    if table["labels"] != LABELS:
        raise ValueError("the weights are for other labels")
    return {name: _packed(lanes) for name, lanes in table["features"].items()}, table["steps"]


def _packed(lanes: Sequence[int]) -> int:
    return sum(lane << (_LANE * label) for label, lane in enumerate(lanes))


_BIASES = _packed([_BIAS] * len(LABELS))
