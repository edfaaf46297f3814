"""Holdwater's engine as the benchmark calls it: all quotations, all texts, one answer each."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bench.engine.answer import Answer
from bench.engine.sample import Quotation
from holdwater.match.locate import locate
from holdwater.match.model import Alignment
from holdwater.match.words import Words

Text = str | Words

BATCH = "processes" in inspect.signature(locate).parameters
"""Whether the engine takes all quotations in one call."""


def find_all(quotations: Sequence[Quotation], texts: Iterable[Text], processes: int = 1) -> list[Answer | None]:
    """Where the engine says that each quotation stands."""
    said = [one.text for one in quotations]
    if not BATCH:
        return [_answer(_best(one, texts)) for one in said]
    return [_answer(one) for one in locate(said, texts, processes=processes)]  # type: ignore


def fold(texts: Iterable[str]) -> list[Words]:
    """Texts as the engine keeps them."""
    return [Words.of(text) for text in texts]


def _answer(found: Alignment) -> Answer | None:
    spans = tuple((span.start, span.end) for span in found.spans)
    return Answer(found.passage, spans) if spans else None


def _best(said: str, texts: Iterable[Text]) -> Alignment:
    found = [replace(locate(said, text), passage=number) for number, text in enumerate(texts)]
    return max(found, key=lambda one: one.score)
