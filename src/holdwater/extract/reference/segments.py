"""A description cut into its stretches: who, what, in what, where, when."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from holdwater.extract.reference.labels import LABELS
from holdwater.extract.reference.tagger import labels_of
from holdwater.extract.reference.tokens import Token, tokens_of
from holdwater.extract.reference.weights import Weights


class Segment(NamedTuple):
    """Neighbouring tokens with one label, as they stand in the description."""

    label: str
    text: str


def segments_of(text: str, emphasised: str = "", weights: Weights | None = None) -> list[Segment]:
    """The stretches of a description in their order; `emphasised` is the part of it that is set in italics."""
    tokens = tokens_of(text)
    numbers = labels_of([token.text for token in tokens], _italic(text, tokens, emphasised), weights)
    segments = []
    for number, group in itertools.groupby(zip(numbers, tokens, strict=True), key=lambda pair: pair[0]):
        members = [token for _, token in group]
        segments.append(Segment(LABELS[number], text[members[0].start : members[-1].end]))
    return segments


def _italic(text: str, tokens: list[Token], emphasised: str) -> tuple[int, int]:
    """The range of tokens that hold the emphasised words; an empty one without them."""
    start = text.find(emphasised) if emphasised else -1
    if start < 0:
        return 0, 0
    end = start + len(emphasised)
    inside = [index for index, token in enumerate(tokens) if token.start < end and token.end > start]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
