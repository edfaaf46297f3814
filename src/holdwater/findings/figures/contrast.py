"""Two figures of one sentence of a source: which of them a claim's words are of, by what only one of them has."""

from __future__ import annotations

import re

from holdwater.document import Span
from holdwater.extract.quantities.model import Dimension, Quantity
from holdwater.findings.figures.attribution import ACROSS, NOT_ITS_OWN, WHOLE, shares
from holdwater.findings.figures.bind import NOUN, ROLE, YEAR, Binder, Bound
from holdwater.findings.figures.claim import Claim, noun_of
from holdwater.findings.figures.stems import akin, stems_in
from holdwater.patterns import waiting

OWN = 0.1
"""Of the claim's words, so much must stand with one figure alone for a sentence's other one to be of other things."""
_YEARS_WORDS = 0.75
"""A figure of the claimed year must have so much of the words that the one with the claimed value has."""
_ELLIPTIC = 0.1
"""The same for one that stands behind it in few words: "killed 3,470 people in 1929 and 122 in 1931"."""
_MARK = waiting(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|former(?:ly)?|latter|january|february|"
    r"march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|"
    r"[^\W\d_]{3,} (?:[a-d]|[ivx]{1,4}|\d{1,2})(?=\s|[.,;]))\b",
    re.IGNORECASE,
)
_COMPARED = waiting(
    r"\b(?:than|instead of|rather than|compared (?:with|to)|against|after|(?:down|up) from|"
    r"(?:below|above) the \w+ of)\s(?:the\s|only\s|about\s)?$"
)
_EARLIER = waiting(
    r"\b(?:before|former(?:ly)?|earlier|previous(?:ly)?|once|originally|until|had|used to|plan\w*|forecast\w*|"
    r"expect\w*|standard|target|than|instead|compared|against|from|after|prior|preceding|last|ago)\b",
    re.IGNORECASE,
)
"""A claim with one of these may be of the other side of a comparison."""
_THOSE = waiting(r"\s(?:of|for|in|among) (?:those|that|them)\b", re.IGNORECASE)
"""Takes up the noun of the figure before: "71 percent of pupils in primary schools and 34 percent of those in …"."""


def speaks_of_earlier(wording: str) -> bool:
    """Whether the words of a claim may be of an earlier time, or of the other side of a comparison."""
    return bool(_EARLIER.search(wording))


def is_of_other(claim: Claim, value: Bound, best: Bound, binder: Binder, wording: str) -> bool | None:
    """Whether `best` is what a claim speaks of, and not `value`, which stands in the same sentence with its number.

    Returns:
        None where the words do not tell, or the two stand in two sentences.
    """
    if best.sentence != value.sentence or best.conflicts or value.conflicts - {YEAR, NOUN, ROLE} or not best.fits:
        return None
    if NOUN in value.agrees - best.agrees and best.quantity.span.start < value.quantity.span.start:
        return False  # what is left out has been said before: "a party of eleven with 64 dogs"
    if ROLE in value.conflicts and ROLE in best.agrees:
        return True
    marked = _marked(wording, claim, value, best, binder)
    if marked is not None:
        return marked
    return _by_year_and_words(claim, value, best, binder, wording)


def _by_year_and_words(claim: Claim, value: Bound, best: Bound, binder: Binder, wording: str) -> bool | None:
    """Which of the two the year and the words of a claim stand with."""
    own, foreign = _own(claim, best, value, binder), _own(claim, value, best, binder)
    if YEAR in best.agrees and YEAR in value.conflicts:
        return best.affinity >= _ELLIPTIC
    compared = _is_compared(best, value, binder) and not speaks_of_earlier(wording)
    if YEAR in best.agrees - value.agrees and best.affinity >= max(value.affinity, _YEARS_WORDS):
        return True
    if foreign:
        return None if own >= OWN else False
    if YEAR in best.agrees - value.agrees and best.affinity >= _YEARS_WORDS * value.affinity:
        return True
    if own >= OWN or (compared and YEAR not in value.agrees and best.affinity >= value.affinity):
        return True
    if own or best.affinity < value.affinity:
        return None
    return True if _is_strange(claim, value, best, binder) else None


def _is_compared(best: Bound, value: Bound, binder: Binder) -> bool:
    """Whether `value` is only what `best` is held against: "8,100 vehicles, fewer than the 11,800 of the forecast"."""
    low, high = best.quantity.span.end, value.quantity.span.start
    return low < high and bool(_COMPARED.search(binder.searched.text, low, high))


def _marked(wording: str, claim: Claim, value: Bound, best: Bound, binder: Binder) -> bool | None:
    """Which of the two an ordinal, a month or a label ("Line 3") of the claim stands with."""
    own = claim.quantity.span.start - claim.quantity.sentence.start
    rest = f"{wording[:own]} | {wording[own + len(claim.quantity.span) :]}"
    marks = {match.group().lower() for match in _MARK.finditer(rest)}
    with_value, with_best = _marks_of(value, best, binder), _marks_of(best, value, binder)
    found = bool(marks & with_value), bool(marks & with_best)
    return None if found[0] is found[1] else found[1]


def _marks_of(one: Bound, other: Bound, binder: Binder) -> set[str]:
    """The marks that stand with one of two figures, and with the other not, or less than another mark of their sort."""
    spans = _spans(one, binder)
    mine, its = spans.index(one.quantity.span), spans.index(other.quantity.span)
    found: list[tuple[str, float, float]] = []
    for match in _MARK.finditer(binder.searched.lower, one.sentence.start, one.sentence.end):
        if not any(span.start <= match.start() < span.end for span in spans):
            given = shares(binder.searched.text, spans, match.start())
            found.append((match.group(), given[mine], given[its]))
    theirs = {_sort(mark) for mark, share, rest in found if " " in mark and rest == WHOLE and share < WHOLE}
    return {mark for mark, share, rest in found if share == WHOLE and (rest <= ACROSS or _sort(mark) in theirs)}


def _spans(one: Bound, binder: Binder) -> list[Span]:
    """The figures of a sentence, where an ordinal is a word as any other."""
    figures = binder.of_sentence(one.sentence)
    return [each.span for each in figures if each.unit.dimension is not Dimension.ORDINAL]


def _sort(mark: str) -> str:
    """What marks of one sort share: the word of a label; "" for ordinals, months and seasons."""
    return mark.partition(" ")[0] if " " in mark else ""


def _own(claim: Claim, one: Bound, other: Bound, binder: Binder) -> float:
    """How much of the claim's words stands with one of two figures alone, 0 to 1; their common noun counts not."""
    spans = _spans(one, binder)
    mine, its = spans.index(one.quantity.span), spans.index(other.quantity.span)
    text = binder.searched.text
    shared = _shared_nouns(text, one.quantity, other.quantity)
    found = whole = 0.0
    for word, counts in claim.stems.items():
        weight = counts * binder.searched.weight(word)
        whole += weight
        if any(akin(word, noun) for noun in shared):
            continue
        given = [shares(text, spans, at) for at in binder.places_in(one.sentence, word)]
        best, rest = max((each[mine] for each in given), default=0.0), max((each[its] for each in given), default=0.0)
        found += weight * (best == WHOLE and rest <= ACROSS)
    return found / (whole or 1.0)


def _shared_nouns(text: str, one: Quantity, other: Quantity) -> tuple[str, ...]:
    """The nouns that one figure says for both: "10,000 whales, down from 350,000", "34 percent of those"."""
    first, last = sorted((one, other), key=lambda each: each.span.start)
    noun = noun_of(first)
    bare = not noun_of(last) or akin(noun_of(last), noun)
    return tuple(each for each in (noun,) if each and (bare or _THOSE.match(text, last.span.end)))


def _is_strange(claim: Claim, value: Bound, best: Bound, binder: Binder) -> bool:
    """Whether `value` is given of what the claim does not name, and `best` in the claim's words alone.

    "Built for 380 men and now holds 612", claimed as built for 612.
    """
    if best.quantity.span.start > value.quantity.span.start or value.affinity == best.affinity:
        return False
    return bool(_strangers(claim, value, best, binder)) and not _strangers(claim, best, value, binder)


def _strangers(claim: Claim, one: Bound, other: Bound, binder: Binder) -> list[str]:
    """The telling words before a figure, from the one before it, that stand with it alone and not in the claim."""
    text, spans = binder.searched.text, _spans(one, binder)
    at, its = spans.index(one.quantity.span), spans.index(other.quantity.span)
    low = spans[at - 1].end if at else one.sentence.start
    stretch = Span(low, one.quantity.span.start)
    words: list[str] = []
    for match in re.finditer(r"[^\W\d_]{3,}", stretch.of(text)):
        given = shares(text, spans, low + match.start())
        if given[at] > NOT_ITS_OWN and given[its] <= ACROSS:
            words.extend(stems_in(match.group()))
    return [word for word in words if not any(akin(word, mine) for mine in claim.stems)]
