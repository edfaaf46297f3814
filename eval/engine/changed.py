"""Quotations that were changed without a word about it, as little as one word at a time."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from eval.engine.faithful import ELLIPSES, LEAST, MOST
from eval.engine.items import Made, Part, made_of
from eval.engine.stretches import Stretch, drawn, folded

APART = 4_000
"""Characters between the two halves of a stitched quotation: more than an ellipsis would leave out."""
_NOT = re.compile(r"(?<=\s)not(?=\s)", re.IGNORECASE)
AUXILIARIES = tuple("is are was were may must shall will should would could can does do did has have had".split())
_AUXILIARY = re.compile(rf"(?<=\s)(?:{'|'.join(AUXILIARIES)})(?=\s(?!not\b))")
_NUMBER = re.compile(r"(?<=[^\W_]\s)\d{1,3}(?:,\d{3})*(?:\.\d+)?(?=[\s,;]|\.\s)")
_NAME = re.compile(r"(?<=[a-z]\s)[A-Z][a-z]{2,}(?=[\s,;])")
_WORD = re.compile(r"(?<!\S)[^\W\d_]{3,}(?=[\s,;.])")

Change = Callable[[random.Random, str, Stretch, list[str]], list[str] | None]
"""Changes the words of a stretch of a text; None where they do not lend themselves to it."""


def changing(change: Change, anchor: re.Pattern[str] | None = None) -> Callable[[random.Random, str], Made | None]:
    """A maker of quotations with this change, of stretches that have `anchor` in them."""

    def make(rng: random.Random, text: str) -> Made | None:
        one = drawn(rng, text, LEAST, MOST, anchor, plain=True)
        words = change(rng, text, one, list(one.words)) if one else None
        if one is None or words is None:
            return None
        quotation = " ".join(words)
        return made_of(quotation, one) if _differs(quotation, one) else None

    return make


def _differs(quotation: str, one: Stretch) -> bool:
    """Whether the words are others, not only others in sign or case, and no run of the stretch."""
    return f" {' '.join(folded(quotation))} " not in f" {' '.join(folded(one.raw))} "


def some_words(number: int) -> Change:
    """Put in other words of the same text for so many words."""

    def change(rng: random.Random, text: str, _: Stretch, words: list[str]) -> list[str] | None:
        free = [index for index, word in enumerate(words) if _bare(word).isalpha() and len(_bare(word)) >= 3]
        if len(free) < number:
            return None
        for index in rng.sample(free, number):
            other = _other(rng, text, _WORD, _bare(words[index]))
            if other is None:
                return None
            words[index] = _exchanged(words[index], other)
        return words

    return change


def _bare(word: str) -> str:
    return word.strip("\"'“”‘’(),.;:!?")


def _exchanged(word: str, other: str) -> str:
    """A word put in another's place, with its capital and the signs around it."""
    bare = _bare(word)
    at = word.index(bare)
    other = other.capitalize() if bare[0].isupper() else other.lower()
    return word[:at] + other + word[at + len(bare) :]


def _other(rng: random.Random, text: str, pattern: re.Pattern[str], than: str) -> str | None:
    """Something else of this pattern in the text, from a place at random on; None where there is none."""
    start = rng.randrange(len(text))
    for low, high in ((start, len(text)), (0, start)):
        for match in pattern.finditer(text, low, high):
            if folded(match.group()) != folded(than):
                return match.group()
    return None


def not_dropped(rng: random.Random, _: str, __: Stretch, words: list[str]) -> list[str] | None:
    """Leave out a "not"."""
    at = _inside(rng, words, "not")
    return None if at is None else words[:at] + words[at + 1 :]


def not_hidden(rng: random.Random, _: str, __: Stretch, words: list[str]) -> list[str] | None:
    """Leave out a "not" and own up to nothing but an ellipsis: the sentence says the contrary all the same."""
    at = _inside(rng, words, "not")
    if at is None:
        return None
    return [*words[: at - 1], words[at - 1] + rng.choice(ELLIPSES) + words[at + 1], *words[at + 2 :]]


def _inside(rng: random.Random, words: list[str], wanted: str) -> int | None:
    """Where a word stands, two words at least from either end."""
    at = [index for index in range(2, len(words) - 2) if words[index].lower() == wanted]
    return rng.choice(at) if at else None


def not_put_in(rng: random.Random, _: str, __: Stretch, words: list[str]) -> list[str] | None:
    """Put in a "not" behind an auxiliary."""
    inside = range(2, len(words) - 2)
    at = [index for index in inside if words[index] in AUXILIARIES and words[index + 1].lower() != "not"]
    if not at:
        return None
    index = rng.choice(at)
    return [*words[: index + 1], "not", *words[index + 1 :]]


def number_changed(rng: random.Random, _: str, __: Stretch, words: list[str]) -> list[str] | None:
    """Change one digit of a number."""
    numbers = [
        index
        for index in range(1, len(words))
        if re.fullmatch(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?[.,;]?", words[index]) and words[index - 1][-1].isalnum()
    ]
    if not numbers:
        return None
    index = rng.choice(numbers)
    at = rng.choice([place for place, character in enumerate(words[index]) if character.isdigit()])
    digit = rng.choice([one for one in "123456789" if one != words[index][at]])
    words[index] = words[index][:at] + digit + words[index][at + 1 :]
    return words


def name_changed(rng: random.Random, text: str, _: Stretch, words: list[str]) -> list[str] | None:
    """Put in another name of the same text for a name."""
    names = [
        index
        for index in range(1, len(words))
        if re.fullmatch(r"[A-Z][a-z]{2,}[,;]?", words[index]) and words[index - 1].islower()
    ]
    if not names:
        return None
    index = rng.choice(names)
    other = _other(rng, text, _NAME, _bare(words[index]))
    if other is None:
        return None
    words[index] = _exchanged(words[index], other)
    return words


def words_dropped(rng: random.Random, _: str, __: Stretch, words: list[str]) -> list[str] | None:
    """Leave out two to six words without a mark, three words at least from either end."""
    count = rng.randint(2, min(6, max(2, len(words) - 6)))
    if len(words) < count + 6:
        return None
    at = rng.randint(3, len(words) - count - 3)
    lost = words[at : at + count]
    return words[:at] + words[at + count :] if any(_bare(word).isalpha() for word in lost) else None


def order_changed(rng: random.Random, _: str, __: Stretch, words: list[str]) -> list[str] | None:
    """Let two runs of one to three words that stand side by side change their places."""
    left, right = rng.randint(1, 3), rng.randint(1, 3)
    if len(words) < left + right + 2:
        return None
    at = rng.randint(1, len(words) - left - right - 1)
    middle, end = at + left, at + left + right
    return [*words[:at], *words[middle:end], *words[at:middle], *words[end:]]


one_word = changing(some_words(1))
three_words = changing(some_words(3))
dropped_not = changing(not_dropped, _NOT)
hidden_not = changing(not_hidden, _NOT)
added_not = changing(not_put_in, _AUXILIARY)
other_number = changing(number_changed, _NUMBER)
other_name = changing(name_changed, _NAME)
fewer_words = changing(words_dropped)
other_order = changing(order_changed)


def stitched(rng: random.Random, text: str) -> Made | None:
    """Two halves from places of one text that lie far apart, in either order, without a mark."""
    halves = [drawn(rng, text, LEAST, MOST // 2, plain=True) for _ in range(2)]
    first, second = halves
    if first is None or second is None:
        return None
    if max(first.span.start, second.span.start) - min(first.span.end, second.span.end) < APART:
        return None
    parts = tuple(Part(tuple(folded(half.raw)), (half.span,), tuple(folded(half.raw))) for half in (first, second))
    return Made(" ".join((*first.words, *second.words)), parts)
