"""Which of a sentence's figures a word of it speaks for: "the garrison had 1,200 men; the besiegers some 7,000"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from holdwater.document import Span
from holdwater.patterns import waiting

WHOLE, SHARED, ACROSS, NOT_ITS_OWN = 1.0, 0.8, 0.5, 0.2
"""What a word counts for the figure that it belongs to, for one that it leads in as well, for one that it leads in
from another clause, and for the others."""

_STRONG = waiting(r"[;—:]|\s(?:while|whereas|but|although|though)\s")
_OF = waiting(r"\s+of\s(?:[^\W\d]+\s){0,3}?(?<!\bin\s)(?<!\bat\s)(?<!\bfor\s)")
_LITTLE = 24
"""Characters behind a figure in which "it" takes up the words of the clause before."""
_GOES_ON = waiting(r"\b(?:it|they|its|their|this|only|that)\b")
_TOGETHER = waiting(r"\s*(?:[–-]|and|or|to)\s*")
_PREDICATE = waiting(r"\b(?:were|was|are|is|had|have|did|can|could|will|would)\b")
_LISTED = waiting(r"\s(?:of|in|among|for)\s[^.;:()]{1,60}?(?:,|,? and)\s")
_WEAK = waiting(r",|\s(?:and|or)\s")
_WEAKEST = waiting(r"[()]|\s(?:to|with)\s")


def shares(text: str, figures: Sequence[Span], place: int) -> list[float]:
    """What a word counts for each figure of its sentence, 0 to 1.

    Args:
        text: the text.
        figures: the sentence's figures, in the text's order.
        place: where the word begins, in the same sentence.
    """
    right = bisect_right([one.start for one in figures], place)
    left = right - 1
    if left >= 0 and place < figures[left].end:
        return _only(len(figures), left)
    if left < 0:
        return _led_in(text, figures, 0)
    if right == len(figures):
        return _trailed(text, figures, place)
    if _is_behind_boundary(text, figures[left], figures[right], place):
        return [NOT_ITS_OWN] * right + _led_in(text, figures, right)[right:]
    found = _only(len(figures), left)
    of_both = _OF.fullmatch(text, figures[left].end, place) and not _OF.match(text, figures[right].end)
    if of_both or _GOES_ON.search(text, figures[right].end, figures[right].end + _LITTLE):
        found[right] = SHARED
    return found


def _only(count: int, owner: int) -> list[float]:
    return [WHOLE if index == owner else NOT_ITS_OWN for index in range(count)]


def _led_in(text: str, figures: Sequence[Span], first: int) -> list[float]:
    """A word that leads in one figure leads in the ones behind it too, less so behind the next clause's beginning."""
    found, share = [0.0] * first + [WHOLE], SHARED if not first else ACROSS
    for before, one in zip(figures[first:], figures[first + 1 :], strict=False):
        parted = _STRONG.search(text, before.end, one.start)
        if share == SHARED and parted and not _GOES_ON.search(text, parted.end() - 1, one.start):
            share = ACROSS
        found.append(share)
    return found


def _trailed(text: str, figures: Sequence[Span], place: int) -> list[float]:
    """A word behind all figures is the last one's, and that of the ones told together with it.

    The predicate of several ("76 percent of the old and 94 percent of the new trains were late") is that of all.
    """
    found, share = [WHOLE], SHARED
    predicate = _PREDICATE.search(text, figures[-1].end, place)
    for index in range(len(figures) - 1, 0, -1):
        between = figures[index - 1].end, figures[index].start
        listed = predicate and _LISTED.fullmatch(text, *between) and not _PREDICATE.search(text, *between)
        if not listed and not _TOGETHER.fullmatch(text, *between):
            share = NOT_ITS_OWN
        found.append(share)
    return found[::-1]


def _is_behind_boundary(text: str, left: Span, right: Span, place: int) -> bool:
    """Whether a word between two figures belongs to the second: what parts their clauses stands before it.

    Figures in brackets follow what they are of: "in the hills (22%) than in the plain (13%)".
    """
    if text[left.end : left.end + 1] == ")" and all(
        text[max(0, one.start - 1) : one.start] == "(" for one in (left, right)
    ):
        return True
    for boundary in (_STRONG, _WEAK, _WEAKEST):
        found = list(boundary.finditer(text, left.end, right.start))
        if found:
            return found[-1].end() <= place + 1
    return right.start - place < place - left.end
