"""Stage 1, the one normaliser: a text becomes words that can be compared, each with the span it came from.

What is forgiven: white space, line-end hyphens, ligatures, the shape of quotation marks and dashes, letter case, light
punctuation, the source's own brackets inside a word. What is never forgiven: a letter, a digit, a decimal point, a
sign, the order of words.

    "The Board’s  liti-\\ngation cost $10.0 million."
     the board's litigation cost $ 10.0 million

Text without spaces between words (Chinese, Japanese, Thai …) is taken character by character.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from holdwater.document import Span

# Scripts written without spaces: Thai, Lao, Myanmar, Khmer, Kana, Han.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
)
# Marks that belong to the letter before them and that Python does not count as letters: accents, Hebrew points, Arabic
# vowels, the vowel signs of the scripts of India (all of these but their full stops).
_COMBINING = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8"
    "\u0900-\u0963\u0966-\u0dff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff\ufffe"
_LETTER = rf"[^\W_{_UNSPACED}]"
# What may stand inside one word: an apostrophe, an editor's bracket, an invisible character, a hyphen at a line's end,
# a point or comma between digits.
_JOINER = (
    rf"(?:['\u2019\u02bc]|(?<![\d])[\[\]](?!\d)|(?!(?<=\d)\u00ad\d)[{_INVISIBLE}]{{1,3}}"
    r"|(?<!\d)[-\u2010\u00ad\ufffe][ \t]{0,20}\r?\n[ \t]{0,60}(?!\d)|(?<=\d)[.,](?=\d))"
)
_MARKED_NUMBER = r"\[\*?\d{1,4}[A-Za-z]?(?:[,;–-]\s?\d{1,4}){0,8}\]"  # [12], [*53], [3, 5], [7–9]
_CURRENCIES = "$¢£¥" + "".join(map(chr, range(0x20A0, 0x20C1)))
_SYMBOL = rf"!=|[%‰{_CURRENCIES}<>≤≥≠=±+&]|(?<![\w)\]])[-−](?=[\d.])"

WORD = re.compile(
    rf"{_MARKED_NUMBER}|{_LETTER}+(?:{_JOINER}{_LETTER}+|[{_COMBINING}]+{_LETTER}*)*|[{_UNSPACED}]|{_SYMBOL}"
)
"""One word, number or symbol of a text."""

_DROPPED = re.compile(rf"[\[\]{_INVISIBLE}]|[-\u2010][ \t]*\r?\n[ \t]*")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_GLUED = re.compile(r"[^\W\d_]?[^\W\d_A-Z]{2,}\d{1,3}")
MARKED_WORD = 3
"""Letters or digits: raised digits behind a shorter word are an exponent."""
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_ALIKE = str.maketrans({"\u2019": "'", "\u02bc": "'", "−": "-"})
_SYMBOLS = frozenset("%‰<>≤≥≠=±+-" + _CURRENCIES) | {"!="}
_CLOSING = ".,;:!?\"'”’)]»"


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """One word as it is compared: composed, without letter case, ligatures, invisible characters and digit grouping."""
    if word.isascii() and word.isalpha():
        return word.lower()
    if len(word) > 1 and word[-1] in _SUPERSCRIPTS:
        return _raised(word)
    if word[0] == "[":
        return "".join(word.lower().split())
    word = _DROPPED.sub("", word.translate(_ALIKE))
    word = unicodedata.normalize("NFKC", word).casefold()
    if _GROUPED.fullmatch(word):
        return word.replace(",", "")
    return "and" if word == "&" else word


def _raised(word: str) -> str:
    """A word with raised digits: behind a word or a year they are a note mark; 10⁶ and km² are more than 10 and km."""
    base = word.rstrip(_SUPERSCRIPTS)
    raised = unicodedata.normalize("NFKC", word[len(base) :])
    if not base:
        return raised
    return f"{fold(base)}^{raised}" if len(base) < MARKED_WORD else fold(base)


def is_symbol(key: str) -> bool:
    """Whether a folded word is a sign (%, $, <, a minus) and not a word or number."""
    return key in _SYMBOLS


@dataclass(frozen=True)
class Words:
    """A text as folded words: `keys[i]` is what stood at `text[starts[i]:ends[i]]`."""

    text: str
    keys: list[str]
    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, text: str) -> Words:
        """The words of `text`, in order, with the way back to it."""
        keys, starts, ends = [], [], []
        for match in WORD.finditer(text):
            keys.append(fold(match.group()))
            starts.append(match.start())
            ends.append(match.end())
        return cls(text, keys, starts, ends)

    def __len__(self) -> int:
        return len(self.keys)

    def span(self, first: int, last: int) -> Span:
        """The text's span from word `first` up to, not including, word `last`; zero-width where they are equal."""
        if first >= last:
            at = self.ends[first - 1] if first else 0
            return Span(at, at)
        return Span(self.starts[first], self.ends[last - 1])

    @cached_property
    def joined(self) -> str:
        """The folded words, one blank before, between and after."""
        return f" {' '.join(self.keys)} "

    @cached_property
    def _offsets(self) -> list[int]:
        return list(accumulate((len(key) + 1 for key in self.keys), initial=0))

    def find(self, keys: str, start: int = 0, end: int | None = None) -> int:
        """The first word index from `start` at which the blank-separated `keys` stand, before `end`; -1 if nowhere."""
        low = self._offsets[min(start, len(self.keys))]
        high = len(self.joined) if end is None else self._offsets[min(end, len(self.keys))] + 1
        at = self.joined.find(f" {keys} ", low, high)
        return -1 if at < 0 else bisect_right(self._offsets, at) - 1

    def find_all(self, keys: str, most: int, start: int = 0, end: int | None = None) -> list[int]:
        """The first `most` word indices in start..end at which `keys` stand."""
        found: list[int] = []
        at = self.find(keys, start, end)
        while at >= 0 and len(found) < most:
            found.append(at)
            at = self.find(keys, at + 1, end)
        return found

    def find_last(self, keys: str, start: int, end: int) -> int:
        """The last word index in start..end at which the blank-separated `keys` stand; -1 if nowhere."""
        low = self._offsets[min(start, len(self.keys))]
        high = self._offsets[min(end, len(self.keys))] + 1
        at = self.joined.rfind(f" {keys} ", low, high)
        return -1 if at < 0 else bisect_right(self._offsets, at) - 1

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every folded word of the text, once."""
        return frozenset(self.keys)

    def is_noise(self, index: int) -> bool:
        """Whether word `index` is the text's own apparatus: a note mark's digits, [53], a page mark *123."""
        key = self.keys[index]
        if key[0] == "[":
            return True
        if not key.isdigit() or len(key) > 4:
            return False
        start = self.starts[index]
        before = self.text[max(0, start - 2) : start]
        if before == " *":
            return True
        if len(before) < 2 or before[0].isdigit() or len(key) > 3:
            return False
        # " .5" is a number and " '99" a year, whatever stood before the blank.
        return before[1] in _CLOSING and not (before[0].isspace() and before[1] in ".,'’\"")

    def has_glued_mark(self, index: int) -> bool:
        """Whether word `index` is a plain word with a note mark's digits glued to it ("alleged1"), no name (MP3)."""
        return bool(_GLUED.fullmatch(self.text, self.starts[index], self.ends[index]))
