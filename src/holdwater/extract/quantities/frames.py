"""The frame of a quantity: what it is of, who, how old, where, when, from and to, compared with what."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from holdwater.extract.quantities.changes import CHANGE, NOUNS
from holdwater.extract.quantities.drafts import Draft, Words
from holdwater.extract.quantities.groups import ages_in, sex_of
from holdwater.extract.quantities.model import Dimension, Direction, Frame, Period, QuantityKind
from holdwater.extract.quantities.nouns import is_plural
from holdwater.extract.quantities.places import places_in

_STOP = frozenset(
    """the worth a an this that these those his her its their our my your some any all both each every no of in on at
    by for to
    from with without within into onto over under above below between among against during since until before after
    about around through and or but nor than then as so if when while where whereas because although though which
    who whom whose what is are was were be been being has have had do does did will would can could may might must
    shall should not only also just even still already per via out off up down it he she they we you i there here
    them him me us more most less least fewer very too such same other one two three four five six seven eight nine
    ten nearly almost roughly approximately least percent per cent times million billion thousand half third
    quarter""".split()
)
_PREPOSITIONS = frozenset(
    """of in on at by for to from with among across between during since under over against per into within
    throughout""".split()
)
_COPULAS = frozenset(
    """is are was were be been being has have had stood reached hit remained remains remain became averaged totalled
    totaled amounted amounts exceeded exceeds came comes will would can could may might must should did does do made
    make makes accounted accounts represented represents cost costs costing earned spent received paid employs
    employed employing contains contained covers covered held holds said says show shows showed found attended
    weighed weighs measures measured lasted runs ran produced produces sold sells fell grew""".split()
)
_DETERMINERS = frozenset("the all its their a an these those our his her of total".split())
_EMPTY = _STOP | _COPULAS | frozenset(CHANGE)
_CLAUSE = frozenset(
    [",", ";", ":", "(", ")", "—", "–", "while", "whereas", "but", "and", "although", "though", "because"]
)
_HARD = frozenset([";", ":", "while", "whereas", "but", "although", "though"])
_NEAR = 6  # quantities and periods on each side that a frame looks at
_WINDOW = 30  # words on each side that a frame looks at


class Framer:
    """Gives each draft of a text its frame."""

    def __init__(self, text: str, drafts: Sequence[Draft], periods: Sequence[Period]) -> None:
        self._text, self._drafts, self._periods = text, drafts, periods
        self._index = {id(draft): index for index, draft in enumerate(drafts)}
        self._by_sentence: dict[int, list[int]] = {}
        self._position: dict[int, int] = {}
        for index, draft in enumerate(drafts):
            listed = self._by_sentence.setdefault(draft.words.span.start, [])
            self._position[id(draft)] = len(listed)
            listed.append(index)
        self._periods_of: dict[int, list[int]] = {}
        self._places: dict[int, list[tuple[int, str]]] = {}
        self._ages: dict[int, list[tuple[int, int, int]]] = {}
        self._content: dict[int, list[tuple[int, str]]] = {}
        self._next_period = 0

    def frame(self, draft: Draft) -> Frame:
        """The frame of one draft; drafts are to be asked in the text's order."""
        words = draft.words
        first, last = self._clause(draft)
        noun = draft.noun or self._noun(draft, first)
        start, end = self._ends(draft)
        return Frame(
            noun=noun,
            subject=self._subject(draft, first, last, noun),
            sex=sex_of(words, draft, first, last, noun),
            ages=self._age(draft, first, last),
            places=self._place(draft, first, last),
            periods=self._when(draft),
            start=start,
            end=end,
            direction=self._way(draft),
            compared=_compared(words, draft, last),
        )

    def _neighbours(self, draft: Draft) -> tuple[int, int]:
        """The first word behind the quantity before and the first word of the quantity behind, in the sentence."""
        listed = self._by_sentence[draft.words.span.start]
        at = self._position[id(draft)]
        before = self._drafts[listed[at - 1]].behind if at else 0
        behind = self._drafts[listed[at + 1]].before if at + 1 < len(listed) else len(draft.words.lower)
        return before, behind

    def _clause(self, draft: Draft) -> tuple[int, int]:
        """The words of the quantity's clause: first and last index. Commas end it only where another quantity stands
        beyond them."""
        lower = draft.words.lower
        before, _ = self._neighbours(draft)
        first = draft.before
        while first > 0 and draft.before - first < _WINDOW:
            first = _before_brackets(lower, first)
            word = lower[first - 1] if first else ";"
            if word in _HARD or (word in _CLAUSE and first - 1 < before + 1 and before):
                break
            first -= 1
        last = draft.behind
        while last < len(lower) and last - draft.behind < _WINDOW:
            word = lower[last]
            if word in _HARD or (word in _CLAUSE and self._quantity_near(draft, last)):
                break
            last += 1
        return first, last

    def _quantity_near(self, draft: Draft, at: int) -> bool:
        """Whether another quantity stands behind word `at`, before the next comma."""
        _, behind = self._neighbours(draft)
        return behind < len(draft.words.lower) and behind - at < 14

    def _noun(self, draft: Draft, first: int) -> str:
        """What a measure without a counted noun is of: "18% rise in exports", "30% of girls", "the literacy rate "
        "was 80%"."""
        lower = draft.words.lower
        behind = draft.behind
        follow = lower[behind] if behind < len(lower) else ""
        if follow == "of" and draft.kind in (QuantityKind.SHARE, QuantityKind.LEVEL, QuantityKind.TOTAL):
            return _head(lower, behind + 1)
        if follow in NOUNS or (behind + 1 < len(lower) and lower[behind + 1] in NOUNS):
            at = behind + (1 if follow in NOUNS else 2)
            if at < len(lower) and lower[at] in ("in", "of", "for", "to"):
                return _head(lower, at + 1)
        if self._text[draft.end : draft.end + 1] == "-" or (
            draft.unit.dimension is Dimension.MONEY and follow.isalpha() and follow not in _STOP | _COPULAS
        ):
            return _head(lower, behind)
        return _head_before(lower, first, draft.before)

    def _subject(self, draft: Draft, first: int, last: int, noun: str) -> tuple[str, ...]:
        content = self._content_of(draft.words)
        named = _between(content, first, min(last, draft.before)) + _between(content, max(first, draft.behind), last)
        found = dict.fromkeys(word for _, word in named)
        for word in noun.split():
            found.pop(word, None)
        return tuple(found)

    def _content_of(self, words: Words) -> list[tuple[int, str]]:
        """The content words of a sentence, each with its index."""
        if words.span.start not in self._content:
            self._content[words.span.start] = [
                (at, word)
                for at, word in enumerate(words.lower)
                if word not in _EMPTY and len(word) > 1 and word[0].isalpha()
            ]
        return self._content[words.span.start]

    def _age(self, draft: Draft, first: int, last: int) -> tuple[int, int] | tuple[()]:
        words = draft.words
        if words.span.start not in self._ages:
            self._ages[words.span.start] = ages_in(self._text, words)
        begin = words.starts[first] if first < len(words.starts) else words.span.start
        until = words.end(last - 1) if last else words.span.end
        for at, low, high in self._ages[words.span.start]:
            if begin <= at < until:
                return (low, high)
        return ()

    def _place(self, draft: Draft, first: int, last: int) -> tuple[str, ...]:
        words = draft.words
        if words.span.start not in self._places:
            listed = [self._drafts[at] for at in self._by_sentence[words.span.start]]
            inside = {at for other in listed for at in range(other.before, other.behind)}
            named = places_in(words.lower, words.written, 0, len(words.lower))
            self._places[words.span.start] = [(at, name) for at, name in named if at not in inside]
        found = self._places[words.span.start]
        near = _between(found, first, last)
        _, behind = self._neighbours(draft)
        kept = [name for index, name in near if index < behind] or [name for _, name in near]
        if not kept and found and found[0][0] <= 2:
            kept = [found[0][1]]
        return tuple(dict.fromkeys(kept))

    def _in_sentence(self, draft: Draft) -> list[int]:
        """The periods of the draft's sentence."""
        span = draft.words.span
        if span.start not in self._periods_of:
            at = self._next_period
            while at < len(self._periods) and self._periods[at].span.end <= span.start:
                at += 1
            self._next_period = at
            found = []
            while at < len(self._periods) and self._periods[at].span.start < span.end:
                found.append(at)
                at += 1
            self._periods_of[span.start] = found
        return self._periods_of[span.start]

    def _when(self, draft: Draft) -> tuple[int, ...]:
        """The periods that the quantity is bound to: one right behind it first, then the nearest with no other quantity
        between, then one that opens the sentence."""
        found = self._in_sentence(draft)
        if not found:
            return ()
        if len(found) > _NEAR:
            at = bisect_left(found, draft.start, key=lambda index: self._periods[index].span.start)
            found = found[max(0, at - _NEAR) : at + _NEAR]
        words = draft.words
        before, behind = self._neighbours(draft)
        floor = words.starts[before] if before < len(words.starts) else words.span.start
        ceiling = words.starts[behind] if behind < len(words.starts) else words.span.end
        after = [at for at in found if draft.end <= self._periods[at].span.start < ceiling]
        prior = [at for at in found if floor <= self._periods[at].span.start < draft.start]
        bound = after[:1] if self._is_bound(draft, after) else []
        bound += [at for at in reversed(prior) if at not in bound and not self._belongs_before(draft, at)]
        bound += [at for at in after if at not in bound and not self._belongs_behind(draft, at)]
        opening = [at for at in found[:1] if self._periods[at].span.start - words.span.start < 16 and at not in bound]
        if not bound:
            return tuple(opening or (found if len(found) == 1 else ()))
        return (*bound, *opening) if not self._is_bound(draft, after) else tuple(bound)

    def _is_bound(self, draft: Draft, after: list[int]) -> bool:
        """Whether the next period stands right behind: "36% in 1976", "36% (1976)", "300 girls by 2012"."""
        if not after:
            return False
        gap = self._text[draft.end : self._periods[after[0]].span.start]
        return len(gap) < 40 and "," not in gap and ";" not in gap

    def _belongs_before(self, draft: Draft, at: int) -> bool:
        """Whether a period before this quantity stands right behind another: "36% in 1976 to 96% in 2012"."""
        start = self._periods[at].span.start
        return any(
            other.end <= start and start - other.end < 14 and "," not in self._text[other.end : start]
            for other in self._others(draft)
        )

    def _belongs_behind(self, draft: Draft, at: int) -> bool:
        """Whether a period behind this quantity opens another one's clause: ", and in 2015 400"."""
        end = self._periods[at].span.end
        gap = self._text[draft.end : self._periods[at].span.start]
        return ("," in gap or " and " in gap) and any(0 <= other.start - end < 24 for other in self._others(draft))

    def _others(self, draft: Draft) -> list[Draft]:
        """The other quantities of its sentence, as far as a few to each side."""
        at = self._position[id(draft)]
        near = self._by_sentence[draft.words.span.start][max(0, at - _NEAR) : at + _NEAR + 1]
        return [self._drafts[index] for index in near if self._drafts[index] is not draft]

    def _ends(self, draft: Draft) -> tuple[int, int]:
        """What a change goes from and to: its own ends, or the one pair of its sentence."""
        if draft.starts_at is not None and draft.ends_at is not None:
            return self._index[id(draft.starts_at)], self._index[id(draft.ends_at)]
        if draft.kind not in (QuantityKind.CHANGE, QuantityKind.RELATIVE_CHANGE, QuantityKind.POINT_CHANGE):
            return -1, -1
        pairs = {self._pair(other) for other in self._others(draft)} - {(-1, -1)}
        return pairs.pop() if len(pairs) == 1 else (-1, -1)

    def _pair(self, draft: Draft) -> tuple[int, int]:
        if draft.starts_at is None or draft.ends_at is None:
            return -1, -1
        return self._index[id(draft.starts_at)], self._index[id(draft.ends_at)]

    def _way_of_ends(self, draft: Draft) -> Direction:
        """Which way a change goes whose words do not say it, by the numbers that it goes from and to."""
        start, end = self._ends(draft)
        if start < 0 or self._drafts[start].value == self._drafts[end].value:
            return Direction.NONE
        return Direction.UP if self._drafts[start].value < self._drafts[end].value else Direction.DOWN

    def _way(self, draft: Draft) -> Direction:
        if draft.direction is not Direction.NONE:
            return draft.direction
        if draft.starts_at is None or draft.ends_at is None:
            return self._way_of_ends(draft)
        lower = draft.words.lower
        for word in reversed(lower[max(0, draft.starts_at.before - 12) : draft.starts_at.before]):
            if CHANGE.get(word, Direction.NONE) is not Direction.NONE:
                return CHANGE[word]
        return Direction.NONE


def _between(found: list[tuple[int, str]], first: int, last: int) -> list[tuple[int, str]]:
    """Those whose index lies from `first` up to `last`."""
    return found[bisect_left(found, (first,)) : bisect_left(found, (last,))] if found else []


def _head(lower: list[str], at: int) -> str:
    """The noun phrase that begins at a word: "the young women in" gives "young women"."""
    while at < len(lower) and lower[at] in _DETERMINERS:
        at += 1
    found: list[str] = []
    while at < len(lower) and len(found) < 4 and not _ends_phrase(lower[at], found):
        found.append(lower[at])
        at += 1
    return " ".join(found)


def _ends_phrase(word: str, found: list[str]) -> bool:
    """Whether a noun phrase ends before a word: at a verb, at a small word, behind a plural."""
    if word in _EMPTY or not word[0].isalpha():
        return True
    return bool(found) and (word.endswith("ed") or (is_plural(found[-1]) and not is_plural(word)))


def _before_brackets(lower: list[str], at: int) -> int:
    """Where the brackets open that close right before a word; the word itself where none do."""
    if not at or lower[at - 1] != ")":
        return at
    return next((index for index in range(at - 1, max(-1, at - 12), -1) if lower[index] == "("), at)


def _head_before(lower: list[str], first: int, before: int) -> str:
    """The noun phrase that the clause is of: its first one before a preposition or a verb."""
    at = before
    verb = next(
        (
            index
            for index in range(before - 1, first - 1, -1)
            if lower[index] in _COPULAS or (lower[index] in CHANGE and lower[index] not in NOUNS)
        ),
        -1,
    )
    if verb < 0:
        verb = next((index for index in range(before - 1, first - 1, -1) if lower[index] in CHANGE), at)
    start = verb
    while start > first and verb - start < 20:
        start = max(first, _before_brackets(lower, start))
        if start == first or lower[start - 1] in _CLAUSE:
            break
        start -= 1
    for index in range(start, verb):
        if (
            lower[index][0].isalpha()
            and lower[index] not in _STOP
            and (index == start or lower[index - 1] not in _PREPOSITIONS)
        ):
            return _head(lower[:before], index)
    for index in range(start, verb):
        if lower[index][0].isalpha() and lower[index] not in _STOP:
            return _head(lower[:before], index)
    return ""


def _compared(words: Words, draft: Draft, last: int) -> str:
    """The words after "than", "as … as", "compared with" behind the quantity, to the end of the clause."""
    lower = words.lower
    for index in range(draft.behind, min(last, draft.behind + 10)):
        if lower[index] == "than" or (
            lower[index] == "compared" and index + 1 < last and lower[index + 1] in ("with", "to")
        ):
            at = index + (1 if lower[index] == "than" else 2)
            return _phrase(lower, at, last)
        if (
            lower[index] == "as"
            and draft.kind in (QuantityKind.RATIO, QuantityKind.TIMES_MORE)
            and index > draft.behind + 1
        ):
            return _phrase(lower, index + 1, last)
    return ""


def _phrase(lower: list[str], at: int, last: int) -> str:
    found: list[str] = []
    for word in lower[at:last]:
        if word in _CLAUSE:
            break
        found.append(word)
    return " ".join(found)
