"""Proper names: one put for another, another initial, another first name."""

from __future__ import annotations

import re

from holdwater.match import lexicon
from holdwater.match.words import Words
from holdwater.patterns import waiting

AROUND = 50_000
"""Characters on either side in which a name that opens a sentence is looked for inside one."""
MOST_NAMES = 3
"""Words that a name exchanged as a whole may have."""

_TITLED = waiting(r"\b[A-Z][a-z]{0,2}\.[ \u00a0\n]\Z")
"""A title or an initial before a name: Mr. Wray, J. Wray."""
_NAMED_ON = waiting(r"[ \u00a0](?:[A-Z]\.[ \u00a0])?[A-Z][a-z]")
"""How a name goes on behind its first word: Aldous Wray, Aldous J. Wray."""


def is_other_name(written: list[str], words: Words, start: int) -> bool:
    """Whether capitalised words stand against capitalised words of the source, and these are names.

    Args:
        written: the quotation's words as it writes them.
        words: the source.
        start: the first of as many words of the source.
    """
    stands = [words.text[words.starts[start + i] : words.ends[start + i]] for i in range(len(written))]
    if len(written) > MOST_NAMES or not all(word[:1].isupper() for word in (*written, *stands)):
        return False
    if any(_is_another_form(mine, theirs) for mine, theirs in zip(written, stands, strict=True)):
        return False
    if all(len(word) == 1 for word in (*written, *stands)):
        return True
    return any(is_name(words, start + i) for i in range(len(written)))


def _is_another_form(one: str, other: str) -> bool:
    """Whether two names differ by the ending of a possessive or a plural alone: Wray's, Wrays."""
    shorter, longer = sorted((_letters(one), _letters(other)), key=len)
    return one != other and longer in (shorter, f"{shorter}s")


def _letters(word: str) -> str:
    return word.replace("’", "").replace("'", "").lower()


def is_name(words: Words, index: int) -> bool:
    """Whether source word `index` is capitalised inside a sentence, or opens one here and is so nearby."""
    at = words.starts[index]
    if not words.text[at].isupper():
        return False
    before = words.text[max(0, at - 3) : at].rstrip()
    if before and before[-1] not in ".!?:“\"'":
        return True
    if words.text[at : words.ends[index]].lower() in lexicon.OPENERS:
        return False
    if _TITLED.search(words.text, max(0, at - 8), at):
        return True
    if _NAMED_ON.match(words.text, words.ends[index]):
        return True
    return _stands_inside(words.text, words.text[at : words.ends[index]], max(0, at - AROUND), at + AROUND)


def _stands_inside(text: str, word: str, low: int, high: int) -> bool:
    """Whether a word stands inside a sentence of `text[low:high]`."""
    inside = re.compile(rf"[a-z,;][ \n]{re.escape(word)}\b")
    at = text.find(word, low + 2, high)
    while at >= 0:
        if text[at - 1] in " \n" and inside.match(text, at - 2, high):
            return True
        at = text.find(word, at + 1, high)
    return False
