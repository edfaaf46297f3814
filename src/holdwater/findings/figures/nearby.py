"""Figures of sentences that cite nothing, before a mark of their paragraph that may be for them as well.

They are checked where the paragraph cites one work and no other, and counted as not checked elsewhere: "In 2010 it laid
33 miles. That was the year of the flood.¹"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from holdwater.document import BlockKind, Document, Span
from holdwater.extract.model import Citation, CitationKind, Extraction
from holdwater.extract.quantities.model import Dimension, Period, Quantity, QuantityKind
from holdwater.findings.figures.cited import Cited, Citing, Reach
from holdwater.findings.figures.missing import is_small

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_RANKS = frozenset({QuantityKind.RANK, QuantityKind.SUPERLATIVE})
_OWN_WORDS = frozenset({CitationKind.LINK, CitationKind.NAMED})
"""Citations that are for the words they stand on."""


def before_marks(document: Document, extraction: Extraction, citing: Citing) -> Iterator[Cited]:
    """The quantities, then the periods, of sentences that cite nothing before a mark in the same paragraph."""
    measured = extraction.measured
    listed: tuple[Sequence[Quantity | Period], ...] = (measured.quantities, measured.periods)
    for figures in listed:
        for index, figure in enumerate(figures):
            block = document.block_at(figure.span.start)
            if block is None or block.kind not in _PROSE or citing.around(figure.sentence) or _says_little(figure):
                continue
            found = _mark_behind(citing, block.span, figure.sentence) if citing.is_said(figure) else None
            if found:
                yield Cited(index, figure, (found,), (), _reach(citing.within(block.span), figure.sentence))


def _says_little(figure: Quantity | Period) -> bool:
    """Whether a figure is one that prose has everywhere without owing it to a source: "the largest", "two readings"."""
    if isinstance(figure, Period):
        return False
    few = is_small(figure) and float(figure.value).is_integer() and not figure.is_range
    return few or figure.kind in _RANKS or figure.unit.dimension is Dimension.ORDINAL


def _mark_behind(citing: Citing, paragraph: Span, sentence: Span) -> Citation | None:
    """The first citation of a paragraph behind a sentence that may be for more than the words it stands on."""
    behind = citing.within(Span(sentence.end, max(sentence.end, paragraph.end)))
    return next((one for one in behind if one.kind not in _OWN_WORDS and not citing.tells(one)), None)


def _reach(cited: Sequence[Citation], sentence: Span) -> Reach:
    """How sure it is that the mark behind a sentence is for it, by all citations of their paragraph."""
    works = {one.references for one in cited}
    if len(works) != 1 or len(next(iter(works))) != 1:
        return Reach.OPEN
    return Reach.BETWEEN if cited[0].span.start < sentence.start else Reach.BEFORE
