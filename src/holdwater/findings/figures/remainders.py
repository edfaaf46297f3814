"""What a source names without its number: "the rest of it came from our own appeal", "the difference was borrowed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from holdwater.document import Span
from holdwater.extract.quantities.model import Dimension, Quantity, QuantityKind
from holdwater.findings.figures.bind import Binder
from holdwater.findings.figures.claim import Claim
from holdwater.findings.figures.compare import related, scale
from holdwater.findings.figures.formulas import Worked, in_unit, shown, written
from holdwater.findings.figures.model import PASSING
from holdwater.patterns import waiting

MOST = 6
"""Of more figures than this one or another leaves what is claimed."""
_LEFT = waiting(
    r"\b(?:the|its|their) (?:rest|remainder|remaining|balance|others?)\b|\ball (?:the )?others\b|"
    r"\b(?:everyone|everybody) else\b|\bthe others\b",
)
_APART = waiting(r"\b(?:the|this|that|a) (?:difference|shortfall|gap|deficit|surplus|excess|margin)\b")
_ONE = waiting(r"\bone\b(?! of\b)")
_LEVELS = {QuantityKind.LEVEL, QuantityKind.TOTAL, QuantityKind.SHARE, QuantityKind.CHANGE}


def remainders(claim: Claim, binder: Binder) -> Iterator[tuple[Span, Worked]]:
    """What figures of a sentence leave where it, or the next one, says that there is something left, or a difference.

    Args:
        claim: the claim, whose unit the figures have.
        binder: the source.

    Returns:
        Each with the sentence that says so: the largest figure less all others; of a difference any two neighbours'.
    """
    text = binder.searched.text
    for sentence, told, figures in _telling(claim, binder):
        terms = _terms(claim, figures)
        if len(terms) < 2 or len(terms) > MOST:
            continue
        if _LEFT.search(told):
            yield from ((sentence, one) for one in _less_all(claim, terms, text))
        if _APART.search(told):
            yield from ((sentence, _less(claim, *pair, text)) for pair in pairwise(terms))


def could_be_left(claim: Claim, binder: Binder) -> bool:
    """Whether the largest figure of a sentence less some of the others is what is claimed, where something is left.

    A number that was not read as one ("and one had had two") is taken off as well.
    """
    for _, told, figures in _telling(claim, binder):
        terms = _terms(claim, figures)
        if not 2 <= len(terms) <= MOST or not _LEFT.search(told):
            continue
        values = sorted((in_unit(claim.quantity, one) for one in terms), reverse=True)
        parts = [*values[1:], *([1.0] if _ONE.search(told) else [])]
        taken = (part for many in range(1, len(parts) + 1) for part in combinations(parts, many))
        if any(related(claim.quantity, values[0] - sum(part)) in PASSING for part in taken):
            return True
    return False


def _telling(claim: Claim, binder: Binder) -> Iterator[tuple[Span, str, Sequence[Quantity]]]:
    """The sentences of prose that share a word with the claim, with the words of each and of a next one without
    figures, and with their figures; once more with the figures of the sentence before in the same paragraph."""
    searched = binder.searched
    previous: tuple[Span, Sequence[Quantity]] | None = None
    for sentence, figures in binder.sentences():
        if searched.in_grid(sentence.start) is not None:
            previous = None
            continue
        paragraph = searched.paragraph(sentence.start)
        told = sentence.of(searched.lower)
        following = min(sentence.end + 1, paragraph.end - 1)
        behind = searched.sentence(following) if following > sentence.end else sentence
        if behind != sentence and not binder.of_sentence(behind):
            told = f"{told} {behind.of(searched.lower)}"
        if binder.coverage(claim, Span(sentence.start, max(sentence.end, behind.end))) > 0:
            yield sentence, told, figures
            if previous is not None and previous[0].start >= paragraph.start:
                yield sentence, told, [*previous[1], *figures]
        previous = sentence, figures


def _terms(claim: Claim, figures: Sequence[Quantity]) -> list[Quantity]:
    if claim.quantity.kind not in _LEVELS or claim.quantity.unit.dimension is Dimension.ORDINAL:
        return []
    return [one for one in figures if one.kind in _LEVELS and scale(claim.quantity.unit, one.unit) is not None]


def _less_all(claim: Claim, terms: Sequence[Quantity], text: str) -> Iterator[Worked]:
    whole = max(terms, key=lambda one: in_unit(claim.quantity, one))
    parts = [one for one in terms if one is not whole]
    value = in_unit(claim.quantity, whole) - sum(in_unit(claim.quantity, one) for one in parts)
    if value > 0:
        yield Worked(
            value, f"{written(text, whole)} − {' − '.join(written(text, one) for one in parts)} = {shown(value)}"
        )


def _less(claim: Claim, one: Quantity, other: Quantity, text: str) -> Worked:
    low, high = sorted((one, other), key=lambda each: in_unit(claim.quantity, each))
    value = in_unit(claim.quantity, high) - in_unit(claim.quantity, low)
    return Worked(value, f"{written(text, high)} − {written(text, low)} = {shown(value)}")
