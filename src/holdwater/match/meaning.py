"""Whether a small difference turns what is said, by the words that are gained and lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from holdwater.match import guards, lexicon
from holdwater.match.model import Change
from holdwater.match.opposites import are_opposite
from holdwater.match.words import Words

_CLOSED = lexicon.QUANTIFIERS | lexicon.CONJUNCTIONS | lexicon.MODALS | lexicon.COMPARISONS
SMALL = 5
"""Words: in a difference of up to this many, a gained or lost "not" is what matters; in a longer one, the length is."""


def meaning(own: list[str], kept: list[str]) -> Change | None:
    """The change of meaning in a small difference, if there is one."""
    if len(own) > SMALL or len(kept) > SMALL:
        return None
    if own and "".join(own) == "".join(kept) and not _numbers(own):
        return Change.SPELLING
    if not any(map(_tells, own)) and not any(map(_tells, kept)):
        return Change.OPPOSITE if _opposed(own, kept) else None
    return _in_closed_class(own, kept) or (Change.OPPOSITE if _opposed(own, kept) else None)


@lru_cache(maxsize=1 << 14)
def _tells(key: str) -> bool:
    """Whether a word is of one of the closed classes, or a number."""
    return key in _CLOSED or lexicon.is_negation(key) or lexicon.is_number(key)


def _in_closed_class(own: list[str], kept: list[str]) -> Change | None:
    """What a gained, lost or exchanged word of a closed class changes."""
    if sum(map(lexicon.is_negation, own)) != sum(map(lexicon.is_negation, kept)):
        return Change.NEGATION
    if _numbers(own) != _numbers(kept):
        return Change.NUMBER
    for words, change in (
        (lexicon.QUANTIFIERS, Change.QUANTIFIER),
        (lexicon.CONJUNCTIONS, Change.CONJUNCTION),
        (lexicon.MODALS, Change.MODAL),
    ):
        mine, theirs = {key for key in own if key in words}, {key for key in kept if key in words}
        if mine == theirs:
            continue
        # "long and bitter" for "long" adds words; its "and" only ties them on.
        tied_on = change is Change.CONJUNCTION and not (own and kept) and len(own or kept) > 1
        if not tied_on:
            return change
    return None


def _numbers(keys: list[str]) -> Counter[str]:
    return Counter(key for key in keys if lexicon.is_number(key) or key in lexicon.COMPARISONS)


def _opposed(own: Sequence[str], kept: Sequence[str]) -> bool:
    """Whether a word on one side says the opposite of one on the other."""
    return any(are_opposite(mine, theirs) for mine in own for theirs in kept if mine != theirs and mine not in kept)


def turned(own: list[str], passage: list[str], place: tuple[int, int], words: Words) -> Change | None:
    """What a bracket changes that no bracket may: it hides a "not", or puts another number or an opposite in place.

    A "[not]" that the author puts in is no such change: the reader sees it, and mostly it speaks for words before.
    """
    if _denials(passage) and not _denials(own) and (len(passage) <= SMALL or guards.denied(words, *place)):
        return Change.NEGATION
    if not {"unless", "except"}.isdisjoint(passage) and {"unless", "except"}.isdisjoint(own):
        return Change.CONJUNCTION
    if max(len(own), len(passage)) >= SMALL or own == passage:
        return None
    if _counted(own) == _counted(passage) and _numbers(own) and _numbers(passage):
        return Change.NUMBER
    exchanged = len(own) == len(passage) and lexicon.GENDERED.isdisjoint(own)
    return Change.OPPOSITE if exchanged and _opposed(own, passage) else None


def _counted(keys: Sequence[str]) -> list[str]:
    """The words beside the numbers."""
    return [key for key in keys if not lexicon.is_number(key)]


def _denials(keys: Sequence[str]) -> list[int]:
    """Where words that deny stand, other than in "not only"."""
    return [
        index
        for index, key in enumerate(keys)
        if lexicon.is_negation(key) and (index + 1 == len(keys) or keys[index + 1] not in lexicon.MERELY)
    ]
