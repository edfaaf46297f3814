"""Words that a scanner has read: which two spellings may be the same word on paper.

    modern   modem      rn read as m                 0.1
    clearly  dearlv     cl read as d, y as v         0.2
    1984     l984       a digit read as a letter     0.1
    1984     1934       two real digits              1.0, never the same

A word is compared letter by letter over the pairs of shapes in `confusions.py`; whatever is no such pair is a
difference. That a passage was scanned badly never makes it the better one: a clean word costs nothing, a scanned one a
little.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from holdwater.match import lexicon
from holdwater.match.confusions import CLOSED, CONFUSED, DOUBTFUL, NARROW, SHORT, TWINS

DIFFERENT = 1.0
"""The price of two words that no scanner takes for one another; as `align.REPLACE`."""
SLIP = 0.1
"""The price of one shape taken for another, or lost."""
RUN_TOGETHER = 0.05
"""What it costs that a blank was lost or seen where there is none."""
LETTERS_A_SLIP = 3
"""One slip in so many letters is forgiven, one at least: twice the noise of a page at ten letters in a hundred."""
MOST_SLIPS = 4
DOUBT = 2
"""Slips that a lost letter or a doubtful shape counts for."""
LONGEST = 30
"""Letters: what differs over a longer stretch is no slip."""
SURE = 7
"""Letters: from here on, and in the words of the closed classes, a letter may be lost or a doubtful shape stand."""
BRIEF = 3
"""Letters: up to here one of the two must be a word that everybody knows; others are as likely two abbreviations."""

STRAY = frozenset("l")
"""What a scanner reads from a rule or a speck: a lone l. Other lone letters may be labels (plan B, section c)."""

_REACH = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2))
_HEADS = frozenset((one[0], other[0]) for one, other in CONFUSED | DOUBTFUL)
_TAILS = frozenset((one[-1], other[-1]) for one, other in CONFUSED | DOUBTFUL) - {("f", "s"), ("s", "f")}
"""How two words may begin and end; a long s never ends a word."""


def exchange(own: str, source: str) -> float:
    """The price of taking one folded word for another: 0 for the same, up to 0.4 for slips of a scanner, else 1.

    The same either way round.
    """
    if own == source:
        return 0.0
    if not own or not source or abs(len(own) - len(source)) > MOST_SLIPS:
        return DIFFERENT
    if own[-1] != source[-1] and (own[-1], source[-1]) not in _TAILS:
        return DIFFERENT
    if own[0] != source[0] and (own[0], source[0]) not in _HEADS:
        return DIFFERENT
    return _compared(own, source) if own < source else _compared(source, own)


def joined(one: str, first: str, second: str) -> float:
    """The price of taking one folded word for two that a scanner has parted, or two for one that it has run together.

    A negation is only run together with a word of the closed classes ("notthe"): "notable" and "not able" stay two.
    Digits are never run together.
    """
    if not first or not second or (first[-1].isdigit() and second[0].isdigit()):
        return DIFFERENT
    if _denies(first, second) or _denies(second, first) or one in CLOSED:
        return DIFFERENT
    return min(DIFFERENT, exchange(one, first + second) + RUN_TOGETHER)


def _denies(one: str, other: str) -> bool:
    return lexicon.is_negation(one) and other not in CLOSED


@lru_cache(maxsize=1 << 15)
def _compared(one: str, other: str) -> float:
    if not _comparable(one, other):
        return DIFFERENT
    low = _shared(one, other)
    high = min(_shared(one[:low:-1], other[:low:-1]), min(len(one), len(other)) - low)
    rests = one[low : len(one) - high], other[low : len(other) - high]
    if max(map(len, rests)) > LONGEST:
        return DIFFERENT
    shorter = min(len(one), len(other))
    most = min(MOST_SLIPS, max(1, shorter // LETTERS_A_SLIP))
    doubt = min(DOUBT, most) if shorter >= SURE or one in CLOSED or other in CLOSED else 0
    # A letter lost at either end is another word (claim, claims; legal, illegal).
    losing = doubt and low and high and shorter > BRIEF and (one + other).replace("'", "").isalpha()
    slips = _slips(*rests, one[low - 1 : low], most, doubt, losing=bool(losing))
    return DIFFERENT if slips > most else SLIP * slips


def _comparable(one: str, other: str) -> bool:
    """Whether two spellings may be one word at all: numbers by their digits, other words unless both are known."""
    if (one in CLOSED and other in CLOSED) or frozenset((one, other)) in TWINS:
        return False
    if min(len(one), len(other)) <= BRIEF and _is_familiar(one) == _is_familiar(other):
        return False
    if _differ_in_ending(one, other) or _differ_in_ending(other, one):
        return False
    return _is_read_number(one, other) and _is_read_number(other, one)


def _is_familiar(key: str) -> bool:
    return key in CLOSED or key in SHORT or key.isdigit()


def _differ_in_ending(one: str, other: str) -> bool:
    return one.endswith("ly") and other.endswith("ty")


def _is_read_number(number: str, other: str) -> bool:
    """Whether `number` is none, or `other` still has a digit of it and is none itself."""
    if not number.replace(".", "").replace(",", "").isdigit():
        return True
    return any(map(str.isdigit, other)) and any(map(str.isalpha, other))


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    for index, (mine, theirs) in enumerate(zip(one, other, strict=False)):
        if mine != theirs:
            return index
    return min(len(one), len(other))


def _slips(one: str, other: str, before: str, most: int, doubt: int, *, losing: bool) -> int:
    """The fewest slips that turn one stretch into the other; more than `most` where there are none.

    A dynamic programme over both stretches whose steps are equal letters, confused shapes, and with `doubt` (what each
    of them counts for) doubtful shapes and lost thin or doubled letters, kept to the diagonals that `most` slips reach.
    """
    rows, columns = len(one), len(other)
    if abs(rows - columns) > 2 * most:
        return most + 1
    best = {(0, 0): 0}
    for i in range(rows + 1):
        for j in range(max(0, i - 2 * most), min(columns, i + 2 * most) + 1):
            slips = best.get((i, j), most + 1)
            if slips > most:
                continue
            for high, wide, price in _steps(one[i : i + 3], other[j : j + 3], doubt):
                _keep(best, (i + high, j + wide), slips + price)
            if losing and i < rows and _may_be_lost(one[i], one[i - 1] if i else before):
                _keep(best, (i + 1, j), slips + doubt)
            if losing and j < columns and _may_be_lost(other[j], other[j - 1] if j else before):
                _keep(best, (i, j + 1), slips + doubt)
    return best.get((rows, columns), most + 1)


def _steps(one: str, other: str, doubt: int) -> Iterator[tuple[int, int, int]]:
    """How the next letters may stand against each other: letters of one, of the other, and the slips it takes."""
    if not one or not other:
        return
    if one[0] == other[0]:
        yield 1, 1, 0
    elif doubt and (one[0], other[0]) in DOUBTFUL:
        yield 1, 1, doubt
    for high, wide in _REACH:
        if (one[:high], other[:wide]) in CONFUSED:
            yield high, wide, 1


def _keep(best: dict[tuple[int, int], int], cell: tuple[int, int], slips: int) -> None:
    if slips < best.get(cell, MOST_SLIPS + 1):
        best[cell] = slips


def _may_be_lost(letter: str, before: str) -> bool:
    return letter in NARROW or letter == before
