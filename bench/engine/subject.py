"""Holdwater's engine as the benchmark calls it: all quotations, all texts, one answer each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bench.engine.answer import Answer
from bench.engine.sample import Quotation
from holdwater.match import Words, locate
from holdwater.match.model import Alignment

Text = str | Words


def find_all(quotations: Sequence[Quotation], texts: Iterable[Text], processes: int = 1) -> list[Answer | None]:
    """Where the engine says that each quotation stands."""
    return [_answer(found) for found in locate([one.text for one in quotations], texts, processes=processes)]


def fold(texts: Iterable[str]) -> list[Words]:
    """Texts as the engine keeps them."""
    return [Words.of(text) for text in texts]


def _answer(found: Alignment) -> Answer | None:
    spans = tuple((span.start, span.end) for span in found.spans)
    return Answer(found.passage, spans) if spans else None
