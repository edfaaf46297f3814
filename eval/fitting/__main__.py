"""Fit the weights anew: those shipped, to all strings, and for each fold those that have not seen it.

OMP_NUM_THREADS=1 python -m eval.fitting    writes all six files, a minute each
python -m eval.fitting shipped              only those shipped

On one thread the same data, code and versions give the same bytes; several threads add up in another order.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from eval.fitting.chain import Example, Prior, Weights, fit
from eval.fitting.examples import example_of
from eval.fitting.templates import made_up
from eval.readers.crossfit import FOLDS, folds_of, path_of
from eval.readers.references import strings
from holdwater.extract.reference import weights as table

_SHIPPED = Path(table.__file__).with_name("weights.bin")
_MADE_UP = 700  # strings from templates, beside the labelled ones
_PRIOR = Prior(precision=1.0, least=3, iterations=90)
_MOST = 260  # hundredths; larger weights are cut, so that no sum of them leaves its lane
_FEW = 2  # hundredths; a feature whose weights are all smaller is left out


def main(arguments: Sequence[str]) -> None:
    """Fit and write."""
    labelled = list(strings())
    folds = folds_of([one.raw for one in labelled])
    examples = [example_of(one.stretches) for one in labelled]
    extra = [example_of(stretches) for stretches in made_up(_MADE_UP)]
    _write(_SHIPPED, [*examples, *extra])
    for fold in range(0 if "shipped" in arguments else FOLDS):
        seen = [example for example, its in zip(examples, folds, strict=True) if its != fold]
        _write(path_of(fold), [*seen, *extra])


def _write(path: Path, examples: Sequence[Example]) -> None:
    fitted = fit(examples, table.STATES, _PRIOR)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(_file_of(fitted))
    print(f"{path.name}: {len(fitted.features)} features, {path.stat().st_size:,} bytes")


def _file_of(fitted: Weights) -> bytes:
    whole = {name: np.rint(row * 100).astype(int) for name, row in fitted.features.items()}
    features = {name: row.clip(-_MOST, _MOST).tolist() for name, row in whole.items() if abs(row).max() >= _FEW}
    steps = {bound: np.rint(step.T * 100).astype(int).tolist() for bound, step in fitted.steps.items()}
    return table.written(features, steps)


if __name__ == "__main__":
    main(sys.argv[1:])
