"""The parting of the labelled strings into five folds, and the weights that have not seen a fold.

Strings that are alike (the same work cited twice, or nearly) are always in one fold.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz

from holdwater.extract.reference.weights import Weights, read_weights

FOLDS = 5
_FOLDER = Path(__file__).with_name("folds")
_ALIKE = 70  # of a hundred: strings that share more are of one fold


def folds_of(texts: Sequence[str]) -> list[int]:
    """The fold of each string: groups of strings that are alike are dealt out in turn, in the order of their first."""
    leader = list(range(len(texts)))
    lower = [text.lower() for text in texts]
    for later, text in enumerate(lower):
        for earlier in range(later):
            if leader[earlier] != leader[later] and fuzz.ratio(text, lower[earlier], score_cutoff=_ALIKE):
                kept, lost = sorted((leader[earlier], leader[later]))
                leader = [kept if each == lost else each for each in leader]
    turn = {first: number for number, first in enumerate(sorted(set(leader)))}
    return [turn[first] % FOLDS for first in leader]


def path_of(fold: int) -> Path:
    """Where the weights that have not seen a fold are kept."""
    return _FOLDER / f"{fold}.bin"


@cache
def weights_without(fold: int) -> Weights:
    """The weights fitted to all strings but those of a fold."""
    return read_weights(path_of(fold).read_bytes())
