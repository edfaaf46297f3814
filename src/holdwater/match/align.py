"""Stage 4: lay a segment of a quotation word by word against a window of a source.

A semi-global alignment with affine costs for words left out (Gotoh 1982, J. Mol. Biol. 162:705), over words instead of
letters: the whole segment must be used, the window's ends are free. Besides match, exchange, insertion and omission
there are three steps of this trade's own: one word written as two, a bracket that stands for any words, and the
source's own apparatus (note digits) that costs next to nothing to pass over.

    quotation  the board [never] paid
    source     the board did not ever paid 3 the
               =   =     bracket   =
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from holdwater.match.quoted import Element, ElementKind
from holdwater.match.words import Words

REPLACE = 1.0
SIMILAR = 0.6
"""Exchange for a word of nearly the same letters: cheaper, so that a slip of spelling is laid against its own word."""
INSERT = 0.8
OMIT_OPEN = 0.65
OMIT_MORE = 0.15
"""Words left out come in runs; one long omission is likelier than many short ones."""
NOISE = 0.05
BRACKET_OPEN = 0.2
BRACKET_MORE = 0.06
"""What a bracket costs for each word of the source that it stands for: little, but never nothing."""
BRACKET_SKIP = 0.1
BRACKET_OWN = -0.02
"""What every bracket costs, and what it gets back for each word of its own that stands there: a bracket copied from the
source is laid against its own words."""
_INFINITE = 1e9

# Steps of the traceback; one a cell.
_START, _PAIR, _INSERT, _OMIT, _JOIN_SOURCE, _JOIN_QUOTED, _ABSORB = range(7)


@dataclass(frozen=True, slots=True)
class Step:
    """Elements `first`..`last` of the segment against source words `start`..`end`; half-open, either may be empty."""

    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True)
class Laid:
    """A segment laid against a window: its steps in order, their cost, and the source words they run over."""

    steps: tuple[Step, ...]
    cost: float
    start: int
    end: int


@lru_cache(maxsize=1 << 15)
def similar(one: str, other: str) -> bool:
    """Whether two different words have nearly the same letters: at most one edit in four letters."""
    shorter, longer = sorted((len(one), len(other)))
    if longer - shorter > longer // 4 or shorter < 3:
        return one[:4] == other[:4] and shorter >= 4 and longer - shorter <= 4
    if OSA.distance(one, other, score_cutoff=longer // 4) <= longer // 4:
        return True
    return shorter >= 5 and one[:4] == other[:4]


def fits(element: Element, key: str) -> bool:
    """Whether an element is this word of the source, its brackets and a glued note digit allowed for."""
    if element.key == key:
        return True
    if element.kind is ElementKind.PARTIAL:
        rest = len(key) >= len(element.head) + len(element.tail)
        return rest and key.startswith(element.head) and key.endswith(element.tail)
    return len(key) > len(element.key) >= 3 and _is_glued(element.key, key)


def _is_glued(word: str, key: str) -> bool:
    """Whether `key` is `word` with a note mark's digits behind it, as text extractors glue them."""
    return key.startswith(word) and word.isalpha() and key[len(word) :].isdigit() and len(key) - len(word) <= 3


@dataclass(frozen=True, slots=True)
class Ends:
    """Which ends of the window are free: source words before or after the segment then cost nothing."""

    start: bool = True
    end: bool = True


def align(elements: Sequence[Element], words: Words, start: int, end: int, ends: Ends = Ends()) -> Laid:
    """The cheapest way to lay the whole segment against some stretch of source words start..end.

    Time and memory grow with `len(elements) * (end - start)`; the caller bounds both.
    """
    table = _fill(elements, words, start, end, ends)
    last = min(range(len(table.last)), key=table.last.__getitem__) if ends.end else end - start
    return _trace(table, len(elements), last, start)


@dataclass(frozen=True)
class _Table:
    """The last row's costs; for every cell the step that reached it, and whether it prolongs a run of such steps.

    Runs are words left out, and words that a bracket stands for.
    """

    last: list[float]
    reached: list[bytearray]
    runs: list[bytearray]


def _fill(elements: Sequence[Element], words: Words, start: int, end: int, ends: Ends) -> _Table:
    keys = words.keys[start:end]
    width = len(keys)
    noise = [words.is_noise(start + index) for index in range(width)]
    rows = [_first_row(noise, free=ends.start)]
    reached = [bytearray([_START] + [_START if ends.start else _OMIT] * width)]
    runs = [bytearray([0, 0] + [0 if ends.start else 1] * (width - 1))[: width + 1]]
    for row, element in enumerate(elements, 1):
        joinable = row > 1 and elements[row - 2].kind is not ElementKind.BRACKET
        before = elements[row - 2] if joinable else None
        two_up = rows[row - 2] if joinable else None
        if element.kind is ElementKind.BRACKET:
            costs, how, run = _bracket_row(element, keys, rows[row - 1])
        else:
            costs, how, run = _word_row(element, before, keys, noise, rows[row - 1], two_up)
        rows.append(costs)
        reached.append(how)
        runs.append(run)
    return _Table(rows[-1], reached, runs)


def _first_row(noise: list[bool], *, free: bool) -> list[float]:
    """The cost of beginning after so many words of the window."""
    if free:
        return [0.0] * (len(noise) + 1)
    costs = [0.0]
    for index, passed_over in enumerate(noise):
        costs.append(costs[-1] + (NOISE if passed_over else OMIT_MORE if index else OMIT_OPEN))
    return costs


def _bracket_row(element: Element, keys: list[str], above: list[float]) -> tuple[list[float], bytearray, bytearray]:
    """A bracket may stand for nothing or for any words; best of all it stands for its own.

    `standing` is the cost where it stands for the last word: the next one then need not be opened again.
    """
    own = set(element.key.split())
    costs, how, run = [above[0] + BRACKET_SKIP], bytearray([_INSERT]), bytearray([0])
    standing = _INFINITE
    for word, reached in zip(keys, above[1:], strict=True):
        theirs = word.strip("[]") in own
        begun = costs[-1] + (BRACKET_OWN if theirs else BRACKET_MORE + BRACKET_OPEN)
        onward = standing + (BRACKET_OWN if theirs else BRACKET_MORE)
        run.append(onward < begun)
        standing = min(onward, begun)
        skipped = reached + BRACKET_SKIP
        costs.append(min(standing, skipped))
        how.append(_ABSORB if standing < skipped else _INSERT)
    return costs, how, run


def _word_row(
    element: Element,
    before: Element | None,
    keys: list[str],
    noise: list[bool],
    above: list[float],
    two_up: list[float] | None,
) -> tuple[list[float], bytearray, bytearray]:
    """One row of the dynamic programme: `above[j]` is the cost of all elements before against words up to j."""
    width = len(keys)
    key = element.key
    first, tail = key[:1], key[-1:]
    partial = element.kind is ElementKind.PARTIAL
    costs = [above[0] + INSERT]
    how, run = bytearray(width + 1), bytearray(width + 1)
    how[0] = _INSERT
    omitting = _INFINITE
    for j in range(1, width + 1):
        word = keys[j - 1]
        if word == key:
            best, step = above[j - 1], _PAIR
        else:
            best, step = above[j - 1] + _exchange(element, word, first, partial), _PAIR
            if j > 1 and word and word[-1] == tail and len(key) > len(word) and keys[j - 2] + word == key:
                joined = _at(above, j - 2)
                if joined < best:
                    best, step = joined, _JOIN_SOURCE
            if two_up is not None and before is not None and before.key + key == word and two_up[j - 1] < best:
                best, step = two_up[j - 1], _JOIN_QUOTED
        if above[j] + INSERT < best:
            best, step = above[j] + INSERT, _INSERT
        opened = costs[j - 1] + (NOISE if noise[j - 1] else OMIT_OPEN)
        prolonged = omitting + (NOISE if noise[j - 1] else OMIT_MORE)
        if prolonged < opened:
            omitting, run[j] = prolonged, 1
        else:
            omitting = opened
        if omitting < best:
            best, step = omitting, _OMIT
        costs.append(best)
        how[j] = step
    return costs, how, run


def _at(row: list[float], index: int) -> float:
    """The cost in a row, with everything before its first cell out of reach."""
    return row[index] if index >= 0 else _INFINITE


def _exchange(element: Element, word: str, first: str, partial: bool) -> float:
    if (partial or word[:1] == first) and fits(element, word):
        return 0.0
    return SIMILAR if word[:1] == first and similar(element.key, word) else REPLACE


def _trace(table: _Table, i: int, j: int, offset: int) -> Laid:
    """Walk back from word `j` of the window; the caller has chosen the cheapest end, of equal ones the first."""
    cost, end = table.last[j], j
    steps = []
    prolonged: int | None = None
    while i > 0 or (j > 0 and table.reached[0][j] == _OMIT):
        step = table.reached[i][j] if prolonged is None else prolonged
        rows, columns = _REACH[step]
        prolonged = step if step in _RUNS and table.runs[i][j] else None
        steps.append(Step(i - rows, i, offset + j - columns, offset + j))
        i, j = i - rows, j - columns
    steps.reverse()
    return Laid(tuple(steps), cost, offset + j, offset + end)


_RUNS = (_OMIT, _ABSORB)
_REACH = {_PAIR: (1, 1), _INSERT: (1, 0), _OMIT: (0, 1), _JOIN_SOURCE: (1, 2), _JOIN_QUOTED: (2, 1), _ABSORB: (0, 1)}
