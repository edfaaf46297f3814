"""The table of weights: what each feature, and each step from one state to the next, says of the states.

A state is a label with whether the token begins a stretch of it: first the states that go on with a label, in the order
of LABELS, then those that begin one. The file is compressed; it holds the names, line by line, and the numbers, in
hundredths of a nat, as `packed` puts them: of a feature one integer with a lane of 16 bits a state, so that the scores
of all states add up in one step.
"""

from __future__ import annotations

import gzip
import struct
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import repeat

from holdwater.extract.reference.labels import LABELS
from holdwater.extract.reference.observe import Group

STATES = 2 * len(LABELS)
_LANE = 16  # bits
_WIDTH = STATES * _LANE // 8 + 1  # bytes of a packed feature, its sign included
_BIAS = 1 << (_LANE - 1)  # added before lanes are read, so that none is negative
_SCORES = struct.Struct(f"<{STATES}H")
_STEP = struct.Struct(f"<{STATES * STATES}h")
ANY = "any"
"""The name of the steps between tokens that are parted as no tokens were in fitting."""

Scores = list[int]
Steps = list[Scores]  # by the state gone to, then by the state come from


def packed(lanes: Sequence[int]) -> int:
    """The lanes, one a state, as one integer; such integers add up lane by lane."""
    return sum(lane << (_LANE * state) for state, lane in enumerate(lanes))


_BIASES = packed([_BIAS] * STATES)


class Weights:
    """A table of weights, and what has been looked up in it."""

    def __init__(self, features: Mapping[str, int], steps: Mapping[str, bytes]) -> None:
        self._features, self._packed_steps = features, steps
        self._steps: dict[str, Steps] = {}

    def scores(self, groups: Sequence[Group]) -> Scores:
        """What the features seen at a token say of each state."""
        total = _BIASES
        for group in groups:
            if group.table is not self:
                group.weight = sum(map(self._features.get, group.names, repeat(0)))
                group.table = self
            total += group.weight
        return [lane - _BIAS for lane in _SCORES.unpack(total.to_bytes(_SCORES.size, "little"))]

    def steps(self, bound: str) -> Steps:
        """What the boundary between two tokens says of each step from state to state."""
        found = self._steps.get(bound)
        if found is None:
            flat = _STEP.unpack(self._packed_steps.get(bound) or self._packed_steps[ANY])
            found = [list(flat[start : start + STATES]) for start in range(0, len(flat), STATES)]
            self._steps[bound] = found
        return found


def written(features: Mapping[str, Sequence[int]], steps: Mapping[str, Sequence[Sequence[int]]]) -> bytes:
    """A table as a file; `steps` are by boundary, then as in `Steps`. The same table is always the same bytes."""
    names = "\n".join([" ".join(LABELS), *features, "", *steps]).encode("utf-8")
    rows = [packed(lanes).to_bytes(_WIDTH, "little", signed=True) for lanes in features.values()]
    flat = [_STEP.pack(*(number for into in step for number in into)) for step in steps.values()]
    return gzip.compress(b"".join([struct.pack("<I", len(names)), names, *rows, *flat]), 9, mtime=0)


def read_weights(data: bytes) -> Weights:
    """The table that a file holds; ValueError if it is for other labels than these."""
    data = gzip.decompress(data)
    start = 4 + struct.unpack_from("<I", data)[0]
    head, _, tail = data[4:start].decode("utf-8").partition("\n\n")
    labels, *names = head.split("\n")
    if labels.split() != LABELS:
        raise ValueError("the weights are for other labels")
    end = start + len(names) * _WIDTH
    rows = [int.from_bytes(data[at : at + _WIDTH], "little", signed=True) for at in range(start, end, _WIDTH)]
    bounds = enumerate(tail.split("\n"))
    steps = {bound: data[end + number * _STEP.size : end + (number + 1) * _STEP.size] for number, bound in bounds}
    return Weights(dict(zip(names, rows, strict=True)), steps)


@cache
def shipped() -> Weights:
    """The table that the product reads by."""
    return read_weights(files(__package__).joinpath("weights.bin").read_bytes())
