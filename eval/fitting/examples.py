"""Labelled strings as the chain sees them: tokens, features, and the state of each token."""

from __future__ import annotations

from collections.abc import Sequence

from eval.fitting.chain import Example
from holdwater.extract.reference.labels import LABELS
from holdwater.extract.reference.observe import observe
from holdwater.extract.reference.tokens import tokens_of
from holdwater.extract.reference.words import look_at

_OURS = {
    "citation-number": "label",
    "container-title": "container",
    "collection-title": "collection",
    "director": "editor",
    "producer": "editor",
    "medium": "note",
    "source": "note",
    "doi": "url",
    "isbn": "url",
}
"""Labels of the data that go by another name here."""


def example_of(stretches: Sequence[tuple[str, str]]) -> Example:
    """The example that labelled stretches make when they are joined by blanks."""
    ends, text = [], ""
    for label, words in stretches:
        text = f"{text} {words}" if text else words
        ends.append((len(text), LABELS.index(_OURS.get(label, label))))
    tokens = tokens_of(text)
    labels = [next(label for end, label in ends if token.start < end) for token in tokens]
    seen = observe([look_at(token.text) for token in tokens])
    features = [[name for group in groups for name in group.names] for groups in seen.groups]
    return Example(features, seen.bounds, _states(labels))


def _states(labels: Sequence[int]) -> list[int]:
    """Of each token its label, or, where a stretch begins, the state that begins it."""
    before = [-1, *labels[:-1]]
    return [label if label == last else label + len(LABELS) for label, last in zip(labels, before, strict=True)]
