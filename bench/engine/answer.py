"""Whether an answer is the right place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from bench.engine.sample import Pieces, Quotation

HALF = 0.5
"""Share of what was kept of a place that an answer has to cover."""
WIDEST = 3
"""Times as long as the place that an answer may be: who answers with a chapter has not located a sentence."""
TWIN = 90.0
"""Likeness, 0 to 100, of another place that has the same words: opinions quote one another, RFCs repeat one another."""


@dataclass(frozen=True)
class Answer:
    """A text's number and the stretches of it; a tool that says only which text gives no stretch."""

    source: int
    spans: Pieces = ()


def is_right(answer: Answer | None, quotation: Quotation, texts: Sequence[str]) -> bool:
    """Whether an answer covers half of a place that the quotation was taken from, or is a twin of it."""
    if answer is None:
        return False
    text = texts[answer.source]
    if not answer.spans:
        return answer.source == quotation.source or _plain(quotation.unchanged) in _plain(text)
    if answer.source == quotation.source and any(_covers(answer, place) for place in quotation.places):
        return True
    said = _plain(_joined(text, answer.spans))
    origin = texts[quotation.source]
    return any(fuzz.ratio(said, _plain(_joined(origin, place))) >= TWIN for place in quotation.places)


def _covers(answer: Answer, place: Pieces) -> bool:
    shared = sum(max(0, min(last, end) - max(first, start)) for first, last in answer.spans for start, end in place)
    kept = sum(end - start for start, end in place)
    answered = sum(last - first for first, last in answer.spans)
    return shared >= HALF * kept and answered <= WIDEST * (place[-1][1] - place[0][0])


def _joined(text: str, spans: Pieces) -> str:
    return " ".join(text[start:end] for start, end in spans)


def _plain(text: str) -> str:
    return " ".join(text.split()).lower()
