"""What each step of an alignment costs: a quoted word against a word of the source, a word left out, a word put in.

`Prices` holds the prices of one segment against one window. It looks a word's counterparts up when they are asked for,
for most of them never are. Costs inside are whole numbers of 1/10,000 of a changed word, so that sums are exact and
equal costs are equal.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import add

from rapidfuzz.distance import OSA, LCSseq

from holdwater.match.presets import Preset
from holdwater.match.quoted import BRACKET, PARTIAL, PLAIN, Element
from holdwater.match.words import Words

REPLACE = 1.0
SIMILAR = 0.6
"""Exchange for a word of nearly the same letters: cheaper, so that a slip of spelling is laid against its own word."""
INSERT = 0.8
OMIT_OPEN = 0.65
OMIT_MORE = 0.15
"""Words left out come in runs; one long omission is likelier than many short ones."""
NOISE = 0.05
"""A word that either side may have alone: the source's own note marks, what a preset passes over."""
BRACKET_OPEN = 0.2
BRACKET_MORE = 0.06
"""What a bracket costs for each word of the source that it stands for: little, but never nothing."""
BRACKET_SKIP = 0.1
BRACKET_OWN = -0.02
"""What every bracket costs, and what it gets back for each word of its own that stands there: a bracket copied from the
source is laid against its own words."""

UNIT = 10_000
"""Whole numbers to a changed word; a preset's prices are rounded to this."""
_REPLACE, _SIMILAR, _INSERT, _NOISE, _SKIP = (round(UNIT * p) for p in (REPLACE, SIMILAR, INSERT, NOISE, BRACKET_SKIP))
_OPEN, _MORE, _OWN = (round(UNIT * price) for price in (OMIT_OPEN, OMIT_MORE, BRACKET_OWN))

Hit = tuple[int, int, int, int]
"""A window word's index, what it costs there, and how many elements and words stand against each other from there."""


@lru_cache(maxsize=1 << 15)
def similar(one: str, other: str) -> bool:
    """Whether two different words have nearly the same letters: at most one edit in four letters."""
    return _alike(one, other)


def _alike(one: str, other: str) -> bool:
    shorter, longer = len(one), len(other)
    if shorter > longer:
        shorter, longer = longer, shorter
    most = longer >> 2
    if longer - shorter > most:
        return 4 <= shorter >= longer - 4 and one[:4] == other[:4]
    if most and OSA.distance(one, other, score_cutoff=most) <= most:
        return True
    return shorter >= 5 and one[:4] == other[:4]


def fits(element: Element, key: str) -> bool:
    """Whether an element is this word of the source, its brackets and a glued note digit allowed for."""
    if element.key == key:
        return True
    if element.kind is PARTIAL:
        rest = len(key) >= len(element.head) + len(element.tail)
        return rest and key.startswith(element.head) and key.endswith(element.tail)
    return len(key) > len(element.key) >= 3 and _is_glued(element.key, key)


def _partial(element: Element, key: str) -> int:
    """The price of a word partly in brackets against a word of the source."""
    if fits(element, key):
        return 0
    return _SIMILAR if element.key[:1] == key[:1] and _alike(element.key, key) else _REPLACE


def _is_glued(word: str, key: str) -> bool:
    """Whether `key` is `word` with a note mark's digits behind it, as text extractors glue them."""
    glued = key[-1:].isdigit() and len(key) - len(word) <= 3
    return glued and key.startswith(word) and word.isalpha() and key[len(word) :].isdigit()


class Prices:
    """The prices of one segment against source words start..end; words are counted from the window's first.

    Attributes:
        own: the segment's words, folded.
        keys: the window's.
        last: where each of the window's words stands last.
        passed: which of the window's words cost next to nothing to leave out; None where none do.
        inserts: what each element costs where nothing stands against it.
        brackets: the elements that are brackets, each with its words.
        refunds: what brackets may still get back from each word of the window on.
        joins: the elements that may be one word written as two, or half of one; the hits of such pairs.
        joined: the window's words of such pairs.
    """

    __slots__ = (
        "_alike", "_hits", "_near", "brackets", "elements", "inserts", "joined", "joins", "keys", "last", "own",
        "passed", "preset", "real", "refunds",
    )  # fmt: skip

    def __init__(self, elements: Sequence[Element], words: Words, start: int, end: int, preset: Preset) -> None:
        self.elements, self.preset = elements, preset
        self.keys = keys = list(words.keys[start:end])
        self.own = own = [element.key for element in elements]
        self.last = dict(zip(keys, range(len(keys)), strict=True))
        self.passed = _passed(words, keys, start, preset)
        self.real = list(accumulate((not passed for passed in self.passed), initial=0)) if self.passed else None
        marked = [index for index, element in enumerate(elements) if element.kind is not PLAIN]
        self.brackets = {index: set(own[index].split()) for index in marked if elements[index].kind is BRACKET}
        self.refunds = self._possible_refunds()
        self.inserts = self._inserts()
        self.joins: dict[int, list[Hit]] = {}
        self.joined: set[int] = set()
        self._find_joins()
        self._hits: dict[int, list[Hit]] = {}
        self._alike: dict[str, list[str]] = {}
        self._near: dict[str, list[tuple[str, int]]] = {}

    def _inserts(self) -> list[int]:
        passable = self.preset.passable
        inserts = [_INSERT] * len(self.own)
        if passable:
            inserts = [_NOISE if key in passable else _INSERT for key in self.own]
        for index in self.brackets:
            inserts[index] = _SKIP
        return inserts

    def _possible_refunds(self) -> list[int]:
        own = set().union(*self.brackets.values()) if self.brackets else set()
        if not own:
            return [0] * (len(self.keys) + 1)
        back = [_OWN if key.strip("[]") in own else 0 for key in reversed(self.keys)]
        return list(accumulate(back, initial=0))[::-1]

    def _find_joins(self) -> None:
        """Note where one word is written as two, on either side."""
        own, keys = self.own, self.keys
        if not self.last.keys().isdisjoint(map(add, own, own[1:])):
            for at, (one, other) in enumerate(pairwise(own)):
                if one + other in self.last and at not in self.brackets and at + 1 not in self.brackets:
                    places = self.places(one + other)
                    self.joins.setdefault(at, []).extend((word, 0, 2, 1) for word in places)
                    self.joins.setdefault(at + 1, [])
                    self.joined.update(places)
        if set(own).isdisjoint(map(add, keys, keys[1:])):
            return
        wanted: dict[str, list[int]] = {}
        for index, key in enumerate(own):
            wanted.setdefault(key, []).extend([] if index in self.brackets else [index])
        for at, (one, other) in enumerate(pairwise(keys)):
            for index in wanted.get(one + other, ()):
                self.joins.setdefault(index, []).append((at, 0, 1, 2))
                self.joined.update((at, at + 1))

    def places(self, key: str) -> list[int]:
        """Where a word of the window stands in it."""
        keys, last = self.keys, self.last[key]
        at = keys.index(key)
        found = [at]
        while at < last:
            at = keys.index(key, at + 1)
            found.append(at)
        return found

    def runs(self) -> tuple[list[object], list[object]]:
        """The segment's and the window's words, blotted out where a pair of equal ones is not sure to be cheapest.

        That is where one of the two may be joined with its neighbour, or be passed over for next to nothing. Both end
        with a blot; one side's is not the other's.
        """
        mine: list[object] = [*self.own, None]
        theirs: list[object] = [*self.keys, False]
        for index in (*self.brackets, *self.joins):
            mine[index] = None
        for index in self.joined:
            theirs[index] = False
        if self.passed:
            theirs = [False if passed else key for key, passed in zip(theirs, (*self.passed, False), strict=True)]
        if self.preset.passable:
            mine = [None if price == _NOISE else key for key, price in zip(mine, (*self.inserts, 0), strict=True)]
        return mine, theirs

    def hits(self, index: int) -> list[Hit]:
        """Where an element stands for less than an exchange, in the window's order."""
        found = self._hits.get(index)
        if found is None:
            found = self._hits[index] = [] if index in self.brackets else self._look_up(index)
        return found

    def _look_up(self, index: int) -> list[Hit]:
        element = self.elements[index]
        own = element.key
        found = [(at, 0, 1, 1) for at in self.places(own)] if own in self.last else []
        joins, others = self.joins.get(index), self._others(element)
        if joins or others:
            found += joins or []
            for key, price in others:
                found += [(at, price, 1, 1) for at in self.places(key)]
            found.sort()
        return found

    def _others(self, element: Element) -> list[tuple[str, int]]:
        """The other words of the window that cost less than an exchange, each with its price."""
        own, exchange = element.key, self.preset.exchange
        if exchange is not None:
            manners = ((key, self._manner(element, key)) for key in self.last if key != own)
            return [(key, price) for key, price in manners if price < _REPLACE]
        if element.kind is not PLAIN:
            return [(key, price) for key in self.last if key != own and (price := _partial(element, key)) < _REPLACE]
        return self._like(own) if len(own) > 2 else []

    def _like(self, own: str) -> list[tuple[str, int]]:
        """The window's words of nearly the same letters as another, or with a note mark glued to it, with prices."""
        found = self._near.get(own)
        if found is None:
            found = self._near[own] = []
            for key in self._beginning(own[0]):
                if key == own:
                    continue
                if len(key) > len(own) and key[-1].isdigit() and _is_glued(own, key):
                    found.append((key, 0))
                elif _alike(own, key):
                    found.append((key, _SIMILAR))
        return found

    def _manner(self, element: Element, key: str) -> int:
        """The preset's price of an element against another word of the source."""
        alike = element.kind is not PLAIN or element.key[:1] == key[:1]
        if (alike and fits(element, key)) or self.preset.exchange is None:
            return 0
        return min(_REPLACE, max(0, round(UNIT * self.preset.exchange(element.key, key))))

    def _beginning(self, letter: str) -> Sequence[str]:
        """The window's words of three letters and more that begin with a letter."""
        alike = self._alike
        if not alike:
            for key in self.last:
                if len(key) > 2:
                    alike.setdefault(key[0], []).append(key)
        return alike.get(letter, ())

    def left_out(self, first: int, last: int) -> int:
        """What it costs to leave out window words first..last; note marks do not count as words."""
        real = last - first if self.real is None else self.real[last] - self.real[first]
        return _NOISE * (last - first - real) + (_OPEN + _MORE * (real - 1) if real else 0)

    def floors(self) -> list[int]:
        """For every element, what it and all behind it cost at least in this window, whatever the alignment."""
        joins, last = self.joins, self.last
        floors = [0] * len(self.own)
        for index in [index for index, key in enumerate(self.own) if key not in last or index in self.brackets]:
            if index not in joins:
                floors[index] = self._floor(index)
        floors.reverse()
        return list(accumulate(floors, initial=0))[::-1]

    def _floor(self, index: int) -> int:
        """What an element costs at least, whose word does not stand in the window."""
        own, least = self.own[index], self.inserts[index]
        if self.elements[index].kind is not PLAIN or self.preset.exchange is not None:
            return min([least, *(hit[1] for hit in self.hits(index))])
        return min([least, *(price for _, price in self._like(own))]) if len(own) > 2 else least

    def unordered(self) -> int:
        """What must be added to the floors because the words that stand in the window stand in another order.

        At most the longest common subsequence stands at no cost; every other element costs a similar word at least.
        """
        glued = any(key[-1:].isdigit() and not key.isdigit() for key in self.last)
        if glued or self.preset.exchange is not None:
            return 0
        there = [
            key
            for index, key in enumerate(self.own)
            if key in self.last and index not in self.joins and self._is_dear(index)
        ]
        return _SIMILAR * (len(there) - int(LCSseq.similarity(there, self.keys)))

    def _is_dear(self, index: int) -> bool:
        return self.inserts[index] == _INSERT and self.elements[index].kind is PLAIN


def _passed(words: Words, keys: list[str], start: int, preset: Preset) -> list[bool] | None:
    """Which words of the window may be passed over for next to nothing; None where there are none."""
    passable = preset.passable
    if not passable:
        run = "".join(keys)
        if run.isalpha() and run.isascii():
            return None
    found = [
        key in passable or ((key[:1] == "[" or key.isdigit()) and words.is_noise(start + index))
        for index, key in enumerate(keys)
    ]
    return found if any(found) else None
