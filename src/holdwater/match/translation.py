"""Find the passage that a quotation renders: another translation of it, or the original in another language.

Word for word nothing need agree. What agrees is rare: numbers, names, words of one stem. The window of the source with
most of them is the passage, if so much does not come together by chance.

    quotation  In 1812 the Emperor crossed the Neman with 400,000 men.
    source     … it was 1812, and with four hundred thousand soldiers the emperor went over the Niemen …
               1812 · emper · 400000          what is shared; "Neman" is not, and is shown

How sure: a stem that the source has c times in N words stands in a window of W words by chance with
p = 1 - (1 - c/N)^W and weighs w = -log2 p. Were the stems independent, the weight found would reach s in a window with
at most the probability min over t of 2^(-ts) * prod(1 - p + p * 2^(tw)) (Chernoff 1952, Ann. Math. Statist. 23:493);
`chance` is that times the windows of the text. Stems of one subject come together, so the bar is high.

A translation is never the same words: what is found is AMBIGUOUS with the passage shown, or it is NOT_FOUND.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile
from math import log2

from holdwater.document import Span
from holdwater.match.counted import counted
from holdwater.match.model import Alignment, Change, Edit, EditKind, Fit
from holdwater.match.renderings import stem
from holdwater.match.words import Words
from holdwater.patterns import waiting

WIDER = 1.3
"""How many times as many words as the quotation a window has: translations differ in length."""
LEAST_CLUES = 3
MOST_CHANCE = 1e-3
"""Passages as good that chance alone would put into the text."""
LEAST_SCORE = 0.25
"""From this share of the rare words' weight on a window may be the passage; with less it shares a subject with it."""
COMMON = 0.2
"""A stem that more than this share of all windows has says nothing."""
MARKED = 1.5
"""What a number or a name weighs, in other rare words: translators keep both."""
CAPITALISED = 0.25
"""If more than this share of the words have a capital within a sentence, capitals are no sign of a name (German)."""
MOST_WORDS = 2_000
"""Words of a quotation that are looked at: from these the place is known."""
_TILTS = (0.2, 0.4, 0.6, 0.8, 0.9, 1.0)
_STOP = waiting(r"[.!?。]|\n\s*\n")
_GROUP, _POINTED = waiting(r"\d{3}"), waiting(r"\d{1,3}(?:\.\d{3})+")
_TO_SENTENCE = 25
"""Words by which a passage is prolonged to its sentence's ends."""


@dataclass(frozen=True, slots=True)
class Clue:
    """A word of a text that its renderings share: its stem, the words it stands for, whether a number or a name."""

    stem: str
    first: int
    last: int
    change: Change


@dataclass(frozen=True)
class Clues:
    """A text's clues in order, to be made once for all quotations that are laid against it."""

    words: Words
    all: tuple[Clue, ...]

    @classmethod
    def of(cls, words: Words) -> Clues:
        """The clues of a text; time and memory grow with its words."""
        return cls(words, tuple(_clues(words, range(len(words)))))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each stem stands, by the numbers of the clues."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for index, clue in enumerate(self.all):
            places[clue.stem].append(index)
        return dict(places)


@dataclass(frozen=True, slots=True)
class _Window:
    low: int  # clues of the source, first and last found
    high: int
    weight: float
    found: frozenset[int]  # clues of the quotation


def stems_of(quotation: str) -> tuple[str, ...]:
    """The stems to look for in a first pass over much text: a text that has none of them has not the passage."""
    return tuple(dict.fromkeys(clue.stem for clue in _quoted(quotation).all))


def translated(quotation: str, source: Words | Clues, *, start: int = 0, end: int | None = None) -> Alignment:
    """Find the passage that a quotation renders.

    Args:
        quotation: the words quoted.
        source: the text, or its clues where several quotations are laid against it.
        start: the first word of the source that is looked at (a candidate window).
        end: the word after the last.

    Returns:
        AMBIGUOUS with the passage, its score (the share of the rare words' weight that is there) and its edits: the
        numbers and names that differ; NOT_FOUND; or TOO_SHORT for less than three rare words.
    """
    clues = source if isinstance(source, Clues) else Clues.of(source)
    mine = _quoted(quotation)
    if len({clue.stem for clue in mine.all}) < LEAST_CLUES:
        return Alignment(Fit.TOO_SHORT)
    search = _Search(mine, clues, start, len(clues.words) if end is None else end)
    best, second = search.two_best()
    if best is None or not search.is_sure(best):
        return Alignment(Fit.NOT_FOUND)
    found = search.aligned(best)
    if second is None or not search.is_sure(second):
        return replace(found, confidence=1.0)
    lead = (best.weight - second.weight) / best.weight
    return replace(found, confidence=round(min(1.0, 2 * lead), 4), runner_up=search.aligned(second))


def _quoted(quotation: str) -> Clues:
    words = Words.of(quotation)
    return Clues(words, tuple(_clues(words, range(min(len(words), MOST_WORDS)))))


def _clues(words: Words, indices: range) -> Iterator[Clue]:
    """The words that say something, numbers read as one however they are written."""
    keys = list(words.keys[indices.start : indices.stop])
    named = _has_names(words, indices)
    at = 0
    while at < len(keys):
        number = _grouped(keys, at) or counted(keys, at)
        if number and any(map(str.isdigit, number[0])) and number[0] != "1":
            yield Clue(number[0], at, at + number[1], Change.NUMBER)
        elif not number and (common := stem(keys[at])):
            yield Clue(common, at, at + 1, Change.NAME if named and _is_name(words, at) else Change.WORD)
        at += number[1] if number else 1


def _grouped(keys: Sequence[str], at: int) -> tuple[str, int] | None:
    """A number whose groups of three digits are parted by blanks or points, as outside English."""
    if _POINTED.fullmatch(keys[at]):
        return keys[at].replace(".", ""), 1
    run = takewhile(_GROUP.fullmatch, keys[at + 1 : at + 5])
    groups = list(run) if keys[at].isdigit() and len(keys[at]) <= 3 else []
    return (keys[at] + "".join(groups), 1 + len(groups)) if groups else None


def _has_names(words: Words, indices: range) -> bool:
    """Whether a capital within a sentence is the sign of a name in this text; its first words tell."""
    some = indices[:MOST_WORDS]
    return sum(_is_name(words, at) for at in some) <= CAPITALISED * len(some) or len(some) < 2 * LEAST_CLUES


def _is_name(words: Words, at: int) -> bool:
    start = words.starts[at]
    if not at or not words.text[start].isupper():
        return False
    gap = words.text[words.ends[at - 1] : start]
    return not any(mark in gap for mark in '.!?:“”"„«\n')


class _Search:
    """One quotation against one text."""

    def __init__(self, mine: Clues, theirs: Clues, start: int, end: int) -> None:
        self.mine, self.theirs = mine, theirs
        self._bounds = start, end
        self._width = max(12, int(WIDER * min(len(mine.words), MOST_WORDS)))
        self._count = max(len(theirs.words), self._width)
        self._stems = {clue.stem: index for index, clue in reversed(list(enumerate(mine.all)))}
        self._odds = {index: self._odds_of(key) for key, index in self._stems.items()}
        self._weights = {index: self._weight_of(index, odds) for index, odds in self._odds.items()}

    def _odds_of(self, key: str) -> float:
        """The probability that a window has a stem; one more is counted, so that a stem found is never a wonder."""
        times = len(self.theirs.places.get(key, ())) + 1
        return 1.0 - (1.0 - min(1.0, times / self._count)) ** self._width

    def _weight_of(self, index: int, odds: float) -> float:
        marked = self.mine.all[index].change is not Change.WORD
        return 0.0 if odds > COMMON else -log2(odds) * (MARKED if marked else 1.0)

    def two_best(self) -> tuple[_Window | None, _Window | None]:
        """The heaviest window, and the heaviest that does not touch it."""
        hits = sorted(
            (place, index)
            for key, index in self._stems.items()
            if self._weights[index]
            for place in self.theirs.places.get(key, ())
            if self._bounds[0] <= self.theirs.all[place].first < self._bounds[1]
        )
        best = _heaviest(hits, self.theirs.all, self._weights, self._width)
        if best is None:
            return None, None
        rest = [hit for hit in hits if not best.low <= hit[0] <= best.high]
        second = _heaviest(rest, self.theirs.all, self._weights, self._width, apart=best)
        return best, second

    def is_sure(self, window: _Window) -> bool:
        """Whether so much does not come together by chance."""
        enough = len(window.found) >= LEAST_CLUES and self.score(window) >= LEAST_SCORE
        return enough and self.chance(window) <= MOST_CHANCE

    def score(self, window: _Window) -> float:
        """The share of the quotation's weight that is in the window."""
        return window.weight / (sum(self._weights.values()) or 1.0)

    def chance(self, window: _Window) -> float:
        """How many windows of the text would have so much by chance."""
        bits = min(log2(self._count / self._width) + self._tail(tilt, window.weight) for tilt in _TILTS)
        return float(2.0 ** min(bits, 60.0))

    def _tail(self, tilt: float, weight: float) -> float:
        """Chernoff's bound for one window, in bits."""
        moments = (log2(1.0 - odds + odds * 2.0 ** (tilt * self._weights[index])) for index, odds in self._odds.items())
        return sum(moments) - tilt * weight

    def aligned(self, window: _Window) -> Alignment:
        """The window as a passage of whole sentences, with the numbers and names that differ."""
        first, last = self.theirs.all[window.low].first, self.theirs.all[window.high].last
        low, high = _to_sentence(self.theirs.words, first, last)
        return Alignment(
            Fit.AMBIGUOUS,
            score=round(self.score(window), 4),
            spans=(self.theirs.words.span(low, high),),
            edits=tuple(self._edits(low, high)),
            chance=self.chance(window),
        )

    def _edits(self, low: int, high: int) -> Iterator[Edit]:
        """Numbers and names that only one of the two has, each against its like where both have one."""
        begin = bisect_left(self.theirs.all, low, key=lambda clue: clue.first)
        theirs = [clue for clue in self.theirs.all[begin : begin + high - low] if clue.last <= high]
        for change in (Change.NUMBER, Change.NAME):
            lacking = _without(self.mine.all, theirs, change)
            left_out = _without(theirs, self.mine.all, change)
            at = self.theirs.words.span(low, high).end
            for index, clue in enumerate(lacking):
                passage = _span(self.theirs.words, left_out[index]) if index < len(left_out) else Span(at, at)
                kind = EditKind.REPLACE if len(passage) else EditKind.INSERT
                yield Edit(kind, _span(self.mine.words, clue), passage, change)
            behind = len(self.mine.words.text)
            for clue in left_out[len(lacking) :] if change is Change.NUMBER else ():
                yield Edit(EditKind.OMIT, Span(behind, behind), _span(self.theirs.words, clue), change)


def _without(clues: Iterable[Clue], others: Iterable[Clue], change: Change) -> list[Clue]:
    stems = {clue.stem for clue in others}
    return [clue for clue in clues if clue.change is change and clue.stem not in stems]


def _span(words: Words, clue: Clue) -> Span:
    return words.span(clue.first, clue.last)


def _heaviest(
    hits: Sequence[tuple[int, int]],
    clues: Sequence[Clue],
    weights: dict[int, float],
    width: int,
    apart: _Window | None = None,
) -> _Window | None:
    """The window of up to `width` words with the heaviest set of different stems, of equal ones the shortest."""
    best: _Window | None = None
    inside: defaultdict[int, int] = defaultdict(int)
    weight, left = 0.0, 0
    for right, (place, index) in enumerate(hits):
        inside[index] += 1
        weight += weights[index] if inside[index] == 1 else 0.0
        while clues[place].last - clues[hits[left][0]].first > width or inside[hits[left][1]] > 1:
            out = hits[left][1]
            inside[out] -= 1
            weight -= 0.0 if inside[out] else weights[out]
            left += 1
        low = hits[left][0]
        if apart and low < apart.low and place > apart.high:
            continue
        if best is None or weight > best.weight + 1e-9:
            best = _Window(low, place, weight, frozenset(hit[1] for hit in hits[left : right + 1]))
    return best


def _to_sentence(words: Words, first: int, last: int) -> tuple[int, int]:
    """The words of whole sentences around some words, within bounds."""
    low, high = first, last
    while low > max(0, first - _TO_SENTENCE) and not _STOP.search(words.text, words.ends[low - 1], words.starts[low]):
        low -= 1
    most = min(len(words), last + _TO_SENTENCE)
    while high < most and not _STOP.search(words.text, words.ends[high - 1], words.starts[high]):
        high += 1
    return low, high
