"""How many words of a segment could stand in a window at most: a bound from above, told without aligning.

Most windows of a quotation that is nowhere have a phrase of it and no more. Of all windows of a pass together it is
told from hashes and letters which words could be laid against equal or nearly equal ones, wherever in the window these
stand. What has too few to be taken for the passage need not be laid.

    segment   the old gate keeper wrote it down      window   … the gate kept by the old …
              1   1   1    .7                 = 3.7  of 7
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq

from holdwater.match.chance import NEARLY_STANDS
from holdwater.match.folding import Numbers, Places, hash_of, hashes_joined
from holdwater.match.index import Integers, runs_of
from holdwater.match.letters import BEGINNING, LONGEST, Letters, bits_set
from holdwater.match.paged import ROOM
from holdwater.match.prices import INSERT, OMIT_MORE
from holdwater.match.quoted import PLAIN, Element
from holdwater.match.runs import BLANK, LEAST
from holdwater.match.words import Words

MOST_CELLS = 1 << 16
"""Cells of the tables that are filled at a time; they stay in the processor's cache."""
MOST_WORDS = 1 << 17
"""Words of windows and segments that are made ready at a time; it says how much memory they take."""
MOST_TOGETHER = 1 << 20
"""Words of segments times those of the place in which they are looked for together."""
_NOTHING = 0xA4D1C5E9

Flags = npt.NDArray[np.bool_]


class Hope(NamedTuple):
    """A segment that may stand in words `start`..`end` of a text, the one with this number."""

    segment: int
    words: Words
    start: int
    end: int
    number: int


class Ceiling(NamedTuple):
    """How many words of a segment could stand in a window at most; `besides`: other than as they are, in their order.

    One of nearly the same letters counts as in `chance.Likeness.share`. One that stands elsewhere in the text counts
    too, for a quotation may be a splice.
    """

    most: float
    besides: float


class Elsewhere:
    """The runs of three words that stand in a row of four or more, by the text in which they do.

    A quotation that is a splice has such rows in other places of the same text.
    """

    def __init__(self, sources: Sequence[Integers], runs: Sequence[Numbers]) -> None:
        both = [source.astype(np.uint64) << np.uint64(32) | run for source, run in zip(sources, runs, strict=True)]
        self._known = np.sort(np.concatenate([np.zeros(0, np.uint64), *both]))

    def has(self, sources: Places, runs: Numbers) -> Flags:
        """Which of some runs stand so in their texts; one row of runs for each text."""
        if not len(self._known):
            return np.zeros(runs.shape, np.bool_)
        wanted = sources.astype(np.uint64)[:, None] << np.uint64(32) | runs
        at = np.minimum(np.searchsorted(self._known, wanted), len(self._known) - 1)
        found: Flags = self._known[at] == wanted
        return found


@dataclass(frozen=True)
class _Side:
    """Words one behind the other: segments, or windows; `first` and `count` say where each lies, the last word is none.

    `letters_of` tells the letters of some of the words.
    """

    hashes: Numbers
    lengths: Places
    first: Places
    count: Places
    letters_of: Callable[[Places], Letters]

    @cached_property
    def joined(self) -> Numbers:
        """The hashes of each word and the next one, as one word."""
        lengths = np.minimum(self.lengths[:-2], LONGEST)
        return np.append(hashes_joined(self.hashes[:-2], lengths, self.hashes[1:-1]), self.hashes[[-1, -1]])

    @cached_property
    def runs(self) -> Numbers:
        """The hash of the run of three words that begins at each word; of the last ones, a number that says nothing."""
        runs = runs_of(self.hashes, LEAST)
        return np.append(runs, np.zeros(len(self.hashes) - len(runs), np.uint32))

    @cached_property
    def letters(self) -> Letters:
        """The letters of all words."""
        return self.letters_of(np.arange(len(self.hashes)))

    @cached_property
    def long(self) -> _Side:
        """Only the words that have letters enough to be nearly another."""
        kept = np.flatnonzero(np.append(self.lengths[:-1] >= BEGINNING, True))
        before = np.searchsorted(kept, np.append(self.first, len(self.hashes) - 1))
        return _Side(
            self.hashes[kept],
            self.lengths[kept],
            before[:-1],
            np.diff(before),
            lambda which: self.letters_of(kept[which]),
        )

    def rows(self, which: Places) -> Places:
        """The words of some, a row each, filled up with the one that is none."""
        across = np.arange(max(1, int(self.count[which].max())))
        return np.where(across < self.count[which, None], self.first[which, None] + across, len(self.hashes) - 1)


def around(words: Words, start: int, end: int) -> tuple[int, int]:
    """The words in which a segment may stand that is laid in a window: where a page ends there, also some around it."""
    low, high = max(0, start - ROOM), min(len(words), end + ROOM)
    return (low, high) if _is_over_pages(words, low, high) else (start, end)


def _is_over_pages(words: Words, start: int, end: int) -> bool:
    return start < end and words.text.find("\f", words.starts[start], words.ends[end - 1]) >= 0


def ceilings(segments: Sequence[Sequence[Element]], hopes: Sequence[Hope], elsewhere: Elsewhere) -> list[Ceiling]:
    """For each hope how many words of its segment could stand there at most; hopes are in order of their segments."""
    found: list[Ceiling] = []
    low = size = 0
    for at, hope in enumerate(hopes):
        size += hope.end - hope.start + len(segments[hope.segment])
        if size >= MOST_WORDS or at + 1 == len(hopes):
            first = hopes[low].segment
            some = [one._replace(segment=one.segment - first) for one in hopes[low : at + 1]]
            found += _ceilings(segments[first : hope.segment + 1], some, elsewhere)
            low, size = at + 1, 0
    return found


def _ceilings(segments: Sequence[Sequence[Element]], hopes: Sequence[Hope], elsewhere: Elsewhere) -> list[Ceiling]:
    own, theirs = _of_segments(segments), _of_windows(hopes)
    which = np.array([hope.segment for hope in hopes], np.intp)
    sources = np.array([hope.number for hope in hopes], np.intp)
    found = np.zeros((2, len(hopes)))
    for some in _tables(own.count[which], theirs.count):
        mine = own.rows(which[some])
        whole = _whole(own, mine, theirs, some)
        besides = _joined(own, mine, theirs, some) | _rows(own, mine, elsewhere, sources[some])
        counts = np.where(besides, 1.0, _near(own, mine, theirs.long, some))
        counts[own.hashes[mine] == BLANK] = 0.0
        found[:, some] = np.where(whole, 1.0, counts).sum(axis=1), counts.sum(axis=1)
    return [Ceiling(most, besides) for most, besides in found.T.tolist()]


def in_order(segment: Sequence[Element], hope: Hope) -> int:
    """How many whole words of a segment stand in its window one behind the other, at most."""
    own = [hash_of(one.key) for one in segment if one.kind is PLAIN]
    return int(LCSseq.similarity(own, hope.words.hashes[hope.start : hope.end].tolist()))


def could_stand(segments: Sequence[Sequence[Element]], place: Hope, elsewhere: Elsewhere, need: float) -> bool:
    """Whether `need` words of some segments could stand somewhere in a place, each in a stretch of its own.

    So it is where one may stand word for word anywhere in the text, or the place is too large to say.
    """
    longest = max(map(len, segments))
    if sum(map(len, segments)) * (place.end - place.start) > MOST_TOGETHER:
        return True
    own = _of_segments(segments)
    mine = np.arange(len(own.hashes) - 1)[None]
    rows = _rows(own, mine, elsewhere, np.array([place.number]))
    for first, count in zip(own.first.tolist(), own.count.tolist(), strict=True):
        if count > LEAST and rows[0, first : first + count].all():
            return True
    width = longest + int(longest * INSERT / OMIT_MORE) + ROOM * _is_over_pages(place.words, place.start, place.end)
    starts = range(place.start, place.end, width)
    theirs = _of_windows([Hope(0, place.words, at, min(at + width, place.end), place.number) for at in starts])
    blocks = np.arange(len(theirs.count))
    mine = np.repeat(mine, len(blocks), axis=0)
    stands = _whole(own, mine, theirs, blocks) | _joined(own, mine, theirs, blocks) | rows
    stands &= own.hashes[mine] != BLANK
    if _together(own, stands) >= need:
        return True
    return _together(own, np.where(stands, 1.0, _near(own, mine, theirs.long, blocks))) >= need


def _together(own: _Side, counts: npt.NDArray[np.float64] | Flags) -> float:
    """What segments count together, each in its best stretch: one as wide as a block lies in two blocks at most."""
    both = np.maximum(counts, np.append(counts[1:], counts[-1:], axis=0))
    best = np.add.reduceat(both.astype(np.float64), own.first, axis=1).max(axis=0)
    return float(np.where(own.count <= LEAST, own.count, best).sum())


def _of_segments(segments: Sequence[Sequence[Element]]) -> _Side:
    every = [one for segment in segments for one in segment]
    keys = [one[1] if one[0] is PLAIN else "" for one in every]
    hashes = np.fromiter(map(hash_of, keys), np.uint32, len(keys))
    lengths = np.fromiter(map(len, keys), np.intp, len(keys))
    hashes[lengths == 0] = BLANK
    counts = np.fromiter(map(len, segments), np.intp, len(segments))
    return _side(hashes, lengths, counts, BLANK, lambda _: Letters.of_keys([*keys, ""]))


def _of_windows(hopes: Sequence[Hope]) -> _Side:
    starts = np.concatenate([words.tokens.starts[start:end] for _, words, start, end, _ in hopes]).astype(np.intp)
    ends = np.concatenate([words.tokens.ends[start:end] for _, words, start, end, _ in hopes]).astype(np.intp)
    counts = np.array([hope.end - hope.start for hope in hopes], np.intp)

    def letters(which: Places) -> Letters:
        texts = [words.text[words.starts[start] : words.ends[end - 1]] for _, words, start, end, _ in hopes]
        sizes = np.array([len(text) for text in texts], np.intp)
        shift = np.repeat(np.cumsum(sizes) - sizes - starts[np.cumsum(counts) - counts], counts)
        last = sizes.sum()
        low, high = np.append(starts + shift, last), np.append(ends + shift, last)
        return Letters.of_text("".join(texts), low[which], high[which])

    hashes = np.concatenate([words.hashes[start:end] for _, words, start, end, _ in hopes])
    return _side(hashes, ends - starts, counts, _NOTHING, letters)


def _side(
    hashes: Numbers, lengths: Places, counts: Places, none: int, letters_of: Callable[[Places], Letters]
) -> _Side:
    first = np.cumsum(counts) - counts
    return _Side(np.append(hashes, np.uint32(none)), np.append(lengths, 0), first, counts, letters_of)


def _tables(own: Places, theirs: Places) -> Iterator[Places]:
    """The numbers of what is compared together: of about the same size."""
    order = np.lexsort((theirs, own))
    low = 0
    while low < len(order):
        high, width = low, 0
        while high < len(order):
            width = max(width, int(theirs[order[high]]))
            if high > low and (high + 1 - low) * width * int(own[order[high]]) > MOST_CELLS:
                break
            high += 1
        yield order[low:high]
        low = high


# What follows says of each word of some segments, a row each, what it is in one of the windows.


def _whole(own: _Side, mine: Places, theirs: _Side, some: Places) -> Flags:
    """Which words stand there as they are."""
    found: Flags = (own.hashes[mine][:, :, None] == theirs.hashes[theirs.rows(some)][:, None, :]).any(axis=2)
    return found


def _joined(own: _Side, mine: Places, theirs: _Side, some: Places) -> Flags:
    """Which words stand there with one word written as two, on either side."""
    words = theirs.rows(some)
    both = (own.joined[mine][:, :, None] == theirs.hashes[words][:, None, :]).any(axis=2)
    stands: Flags = both | (own.hashes[mine][:, :, None] == theirs.joined[words][:, None, :]).any(axis=2)
    stands[:, 1:] |= both[:, :-1]
    return stands


def _rows(own: _Side, mine: Places, elsewhere: Elsewhere, sources: Places) -> Flags:
    """Which words stand in a row of four or more anywhere in their text."""
    rows = elsewhere.has(sources, own.runs[mine])
    stands = rows.copy()
    for step in range(1, LEAST):
        stands[:, step:] |= rows[:, :-step]
    return stands


def _near(own: _Side, mine: Places, theirs: _Side, some: Places) -> npt.NDArray[np.float64]:
    """What each word counts if it is laid against another of nearly the same letters."""
    words = theirs.rows(some)
    ours, others = own.letters, theirs.letters
    lengths, widths = ours.lengths[mine][:, :, None], others.lengths[words][:, None, :]
    longer = np.maximum(lengths, widths)
    off = bits_set(ours.sets[mine][:, :, None] ^ others.sets[words][:, None, :])
    off += longer
    off -= np.minimum(lengths, widths)
    # A letter in four may be another; to exchange one changes the set by two, to put one in by one.
    near = off <= 2 * (longer >> 2)
    beginnings = ours.beginnings[mine][:, :, None]
    near |= (beginnings == others.beginnings[words][:, None, :]) & (beginnings > 0)
    near &= own.hashes[mine][:, :, None] != theirs.hashes[words][:, None, :]
    counts = np.where(near.any(axis=2), NEARLY_STANDS, 0.0)
    glued = others.glued[words]
    if glued.any():
        stems = np.where(glued, others.stems[words], 0)[:, None, :]
        counts[((ours.stems[mine][:, :, None] == stems) & (stems > 0)).any(axis=2)] = 1.0
    return counts
