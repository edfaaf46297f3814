"""Why a source's other number for the claimed thing does not deny the claim all the same."""

from __future__ import annotations

import re
from math import isclose

from holdwater.extract.quantities.model import Dimension, Hedge
from holdwater.findings.figures.bind import Binder, Bound
from holdwater.findings.figures.claim import Claim
from holdwater.findings.figures.compare import related, scale
from holdwater.findings.figures.derive import worked_out
from holdwater.findings.figures.missing import CHANGING
from holdwater.findings.figures.model import PASSING
from holdwater.findings.figures.remainders import could_be_left
from holdwater.findings.figures.repeated import could_be_each
from holdwater.findings.figures.written import digit_count, forms_of
from holdwater.patterns import waiting

_RATIO_UNITS = {Dimension.PERCENT, Dimension.TIMES}
_BOUNDS = {Hedge.OVER, Hedge.AT_LEAST, Hedge.UNDER, Hedge.AT_MOST}
_BARE = {Dimension.NUMBER, Dimension.COUNT}
_TELLING_DIGITS = 3
"""A number of so many digits hardly stands in its source by accident."""
_IN_ALL = waiting(r"\s(?:in all|in total|altogether|all told)\b", re.IGNORECASE)
_TOTAL_OF = waiting(r"\b(?:total of|in all,|altogether)\s$", re.IGNORECASE)
_BEFORE = 24
"""Characters before a figure in which "a total of" stands."""
_WORD = waiting(r"[^\W\d_]{3}")


def reserve(claim: Claim, best: Bound, binder: Binder, wording: str) -> str:
    """Why a figure with another value than the claimed one may be of another thing; "" where nothing says so.

    Args:
        claim: the claim.
        best: the figure of the source that its words speak for.
        binder: the source.
        wording: the claim's sentence.
    """
    if _is_of_two(claim, wording, best.sentence.of(binder.searched.text)):
        return "it may be worked out from several figures of its source"
    if _is_multiple(claim, best, binder):
        return "it may be had from a ratio in its source"
    if _is_rest(claim, best):
        return "it may be the rest of a figure of its source"
    if could_be_each(claim, binder, wording):
        return "it may be an amount for each of what its source counts"
    if could_be_left(claim, binder):
        return "it may be what figures of its source leave of another"
    if _stands_unread(claim, binder):
        return "its source has the number where it could not be read as one"
    if _stands_in_row(claim, best, binder):
        return "its source has the number in a table, perhaps in another unit"
    if _stands_in_other_unit(claim, binder):
        return "its source has the number in another unit, or without one"
    return ""


def _is_rest(claim: Claim, best: Bound) -> bool:
    """Whether a share is what another leaves of the whole: "one in four was late" of "75.9 percent were on time"."""
    is_share = claim.quantity.unit.dimension is best.quantity.unit.dimension is Dimension.PERCENT
    if claim.quantity.hedge in _BOUNDS:
        return False
    return is_share and related(claim.quantity, 100 - best.quantity.value) in PASSING


def _is_multiple(claim: Claim, best: Bound, binder: Binder) -> bool:
    """Whether a number is the source's times, or by, a ratio of its sentence: "2.5 cents, half that of gas"."""
    factor = scale(claim.quantity.unit, best.quantity.unit) or 1.0
    for one in binder.of_sentence(best.sentence):
        ratio = one.value / 100 if one.unit.dimension is Dimension.PERCENT else one.value
        if one is best.quantity or one.unit.dimension not in _RATIO_UNITS or ratio <= 0:
            continue
        made = best.quantity.value * factor
        if any(isclose(claim.quantity.value, each, rel_tol=0.02) for each in (made * ratio, made / ratio)):
            return True
    return False


def _stands_unread(claim: Claim, binder: Binder) -> bool:
    """Whether the claimed number stands in a way that nothing was made of by the claim's words ("bears (31)"), or
    without any: in a cell of a table that was not told as one."""
    measured = binder.searched.measured
    read = [*(one.span for one in measured.quantities), *(one.span for one in measured.periods)]
    for at in binder.searched.written(forms_of(claim.quantity)):
        sentence = binder.searched.sentence(at)
        if any(span.start <= at < span.end for span in read):
            continue
        if binder.coverage(claim, sentence) > 0 or not _WORD.search(sentence.of(binder.searched.text)):
            return True
    return False


def _stands_in_row(claim: Claim, best: Bound, binder: Binder) -> bool:
    """Whether the claimed digits stand in the row that a figure of a table stands in, whatever their unit."""
    placed = binder.searched.in_grid(best.quantity.span.start)
    row = placed[0].row(placed[1]) if placed else ()
    return any(at in cell for at in binder.searched.tabled(forms_of(claim.quantity)) for cell in row)


def _is_of_two(claim: Claim, wording: str, given: str) -> bool:
    """Whether a claim is of two figures together ("longer by", "combined"), or of the rest of one ("not", "others").

    One figure alone does not deny it, but where the source's sentence (`given`) says the same words with its figure.
    """
    words = worked_out(_without_totals_before(claim, wording))
    return bool(words - worked_out(given)) and claim.quantity.kind not in CHANGING


def _without_totals_before(claim: Claim, wording: str) -> str:
    """A claim's sentence without what calls a figure before its own a total: "31 in all, who owned 56 per cent"."""
    start, own = claim.quantity.sentence.start, claim.quantity.span.start
    for one in claim.beside:
        low, high = one.span.start - start, one.span.end - start
        if one.span.end > own:
            continue
        behind, before = _IN_ALL.match(wording, high), _TOTAL_OF.search(wording, max(0, low - _BEFORE), low)
        for match in filter(None, (behind, before)):
            wording = f"{wording[: match.start()]}{' ' * len(match[0])}{wording[match.end() :]}"
    return wording


def _stands_in_other_unit(claim: Claim, binder: Binder) -> bool:
    """Whether a bare number of the claim's stands in the source with a unit, or the other way about: "a rate of 316" of
    316 per million, "96,000 tons" of "the tonnage was 96,000"."""
    claimed = claim.quantity
    if digit_count(claimed) < _TELLING_DIGITS:
        return False
    bare = claimed.unit.dimension is Dimension.NUMBER
    if not bare and claimed.unit.dimension in _BARE:
        return False
    return any(
        isclose(one.value, claimed.value)
        and (one.unit.dimension not in _BARE if bare else one.unit.dimension is Dimension.NUMBER)
        for one in binder.quantities()
    )
