"""Fitting the weights of a linear chain: conditional likelihood with a Gaussian prior, by L-BFGS."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import scipy.sparse as sparse
from scipy.optimize import minimize


class Example(NamedTuple):
    """A labelled string as the chain sees it: features and boundary of every token, and its label's number."""

    features: list[list[str]]
    bounds: list[str]
    labels: list[int]


class Weights(NamedTuple):
    """The fitted weights: of each feature (by label), of each boundary and of any (by label left, by label entered)."""

    features: dict[str, np.ndarray]
    steps: dict[str, np.ndarray]


class Prior(NamedTuple):
    """How the fit is held back: the prior's precision, how often a feature has to occur, and the most iterations."""

    precision: float = 0.5
    least: int = 3
    iterations: int = 90


class _Problem:
    """The examples as arrays, longest first, so that at each position those still running come first."""

    def __init__(self, examples: Sequence[Example], labels: int, least: int) -> None:
        examples = sorted(examples, key=lambda each: -len(each.labels))
        counts = Counter(name for each in examples for token in each.features for name in set(token))
        self.names = sorted(name for name, count in counts.items() if count >= least)
        self.bounds = sorted({bound for each in examples for bound in each.bounds})
        self.size, self.longest, self.labels = len(examples), len(examples[0].labels), labels
        lengths = np.array([len(each.labels) for each in examples])
        self.alive = [int((lengths > position).sum()) for position in range(self.longest)]
        self.last = np.concatenate([[0], np.cumsum(self.alive)])[lengths - 1] + np.arange(self.size)
        self._lay_out(examples)

    def _lay_out(self, examples: Sequence[Example]) -> None:
        """Tokens in the order of their position, then of their example: row `starts[position] + example`."""
        name_at = {name: number for number, name in enumerate(self.names)}
        bound_at = {name: number for number, name in enumerate(self.bounds)}
        columns: list[int] = []
        ends, bounds, wanted, before = [0], [], [], []
        for position, alive in enumerate(self.alive):
            for each in examples[:alive]:
                columns += {name_at[name] for name in each.features[position] if name in name_at}
                ends.append(len(columns))
                bounds.append(bound_at[each.bounds[position]])
                wanted.append(each.labels[position])
                before.append(each.labels[position - 1] if position else -1)
        self.starts = np.concatenate([[0], np.cumsum(self.alive)])
        ones = np.ones(len(columns), dtype=np.float32)
        self.seen = sparse.csr_matrix((ones, columns, ends), shape=(len(wanted), len(self.names)))
        self.seen_by_name = self.seen.T.tocsr()
        self.bound = np.array(bounds)
        self.wanted, self.before = np.array(wanted), np.array(before)
        later = np.arange(self.alive[0], len(wanted))
        self.rows_of = [later[self.bound[later] == number] for number in range(len(self.bounds))]
        ahead = np.concatenate([np.arange(self.starts[p - 1], self.starts[p - 1] + n) for p, n in enumerate(self.alive)
                                if p] or [np.array([], int)])  # fmt: skip
        self.row_before = np.concatenate([np.full(self.alive[0], -1), ahead])

    def counted(self) -> tuple[np.ndarray, np.ndarray]:
        """How often the labels themselves have each feature, and each step at each boundary."""
        marks = np.zeros((len(self.wanted), self.labels), dtype=np.float32)
        marks[np.arange(len(self.wanted)), self.wanted] = 1
        steps = np.zeros((len(self.bounds), self.labels, self.labels))
        later = slice(self.alive[0], None)
        np.add.at(steps, (self.bound[later], self.before[later], self.wanted[later]), 1)
        return self.seen_by_name @ marks, steps

    def expected(self, weights: np.ndarray, steps: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
        """The logarithm of the partition functions' product, and what the chain expects of both counts."""
        scores = (self.seen @ weights.astype(np.float32)).astype(float)
        peak = scores.max(1, keepdims=True)
        own, step = np.exp(scores - peak), np.exp(steps)
        forward, scale = self._forward(own, step)
        backward = self._backward(own, step, scale)
        total = float(np.log(scale).sum() + peak.sum())
        entered = own * backward / scale[:, None]
        found = np.zeros_like(steps)
        for number, rows in enumerate(self.rows_of):
            found[number] = (forward[self.row_before[rows]].T @ entered[rows]) * step[number]
        return total, self.seen_by_name @ (forward * backward).astype(np.float32), found

    def _forward(self, own: np.ndarray, step: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        forward, scale = np.empty_like(own), np.empty(len(own))
        for position, alive in enumerate(self.alive):
            rows = slice(self.starts[position], self.starts[position] + alive)
            here = own[rows]
            if position:
                came = forward[self.starts[position - 1] : self.starts[position - 1] + alive]
                here = here * np.einsum("ni,nij->nj", came, step[self.bound[rows]])
            scale[rows] = here.sum(1)
            forward[rows] = here / scale[rows][:, None]
        return forward, scale

    def _backward(self, own: np.ndarray, step: np.ndarray, scale: np.ndarray) -> np.ndarray:
        backward = np.ones_like(own)
        for position in range(self.longest - 1, 0, -1):
            alive = self.alive[position]
            rows = slice(self.starts[position], self.starts[position] + alive)
            come = own[rows] * backward[rows] / scale[rows][:, None]
            start = self.starts[position - 1]
            backward[start : start + alive] = np.einsum("nij,nj->ni", step[self.bound[rows]], come)
        return backward


def fit(examples: Sequence[Example], labels: int, prior: Prior) -> Weights:
    """The weights that make the labels of `examples` likeliest, held back by the prior."""
    problem = _Problem(examples, labels, prior.least)
    names, bounds = len(problem.names), len(problem.bounds)
    parts = np.cumsum([names * labels, bounds * labels * labels])
    own, steps = problem.counted()

    def loss(vector: np.ndarray) -> tuple[float, np.ndarray]:
        weights, by_bound, by_any = np.split(vector, parts)
        weights, by_any = weights.reshape(names, labels), by_any.reshape(labels, labels)
        step = by_bound.reshape(bounds, labels, labels) + by_any
        total, expected, expected_steps = problem.expected(weights, step)
        likelihood = (own * weights).sum() + (steps * step).sum() - total
        short = steps - expected_steps
        gradient = np.concatenate([(own - expected).ravel(), short.ravel(), short.sum(0).ravel()])
        return 0.5 * prior.precision * (vector @ vector) - likelihood, prior.precision * vector - gradient

    start = np.zeros(parts[-1] + labels * labels)
    options = {"maxiter": prior.iterations, "maxcor": 8}
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x
    weights, by_bound, by_any = np.split(best, parts)
    by_any = by_any.reshape(labels, labels)
    step = by_bound.reshape(bounds, labels, labels) + by_any
    fitted = dict(zip(problem.names, weights.reshape(names, labels), strict=True))
    return Weights(fitted, {**dict(zip(problem.bounds, step, strict=True)), "any": by_any})
