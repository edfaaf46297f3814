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
_COMBINING = "\u0300-\u036f\u20d0-\u20ff"
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff\ufffe"
_LETTER = rf"[^\W_{_UNSPACED}]"
# What may stand inside one word: an apostrophe, an editor's bracket, an invisible character, a hyphen at a line's end,
# a point or comma between digits.
_JOINER = (
    rf"(?:['\u2019\u02bc]|(?<![\d])[\[\]](?!\d)|[{_INVISIBLE}]{{1,3}}"
    r"|[-\u2010\u00ad\ufffe][ \t]{0,20}\r?\n[ \t]{0,60}|(?<=\d)[.,](?=\d))"
)
_MARKED_NUMBER = r"\[\*?\d{1,4}[A-Za-z]?(?:[,;–-]\s?\d{1,4}){0,8}\]"  # [12], [*53], [3, 5], [7–9]
_SYMBOL = r"[%$€£¥<>≤≥≠=±+&]|(?<![\w)\]])[-−](?=[\d.])"

WORD = re.compile(
    rf"{_MARKED_NUMBER}|{_LETTER}+(?:{_JOINER}{_LETTER}+|[{_COMBINING}]+{_LETTER}*)*|[{_UNSPACED}]|{_SYMBOL}"
)
"""One word, number or symbol of a text."""

_DROPPED = re.compile(rf"[\[\]{_INVISIBLE}]|[-\u2010][ \t]*\r?\n[ \t]*")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_GLUED = re.compile(r"[^\W\d_]?[^\W\d_A-Z]{2,}\d{1,3}")
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_ALIKE = str.maketrans({"\u2019": "'", "\u02bc": "'", "−": "-"})
_SYMBOLS = frozenset("%$€£¥<>≤≥≠=±+-")
_CLOSING = ".,;:!?\"'”’)]»"


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """One word as it is compared: composed, without letter case, ligatures, invisible characters and digit grouping."""
    if word.isascii() and word.isalpha():
        return word.lower()
    if len(word) > 1 and word[-1] in _SUPERSCRIPTS:
        word = word.rstrip(_SUPERSCRIPTS) or word
    if word[0] == "[":
        return "".join(word.lower().split())
    word = _DROPPED.sub("", word.translate(_ALIKE))
    word = unicodedata.normalize("NFKC", word).casefold()
    if _GROUPED.fullmatch(word):
        return word.replace(",", "")
    return "and" if word == "&" else word


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
        glued = before[-1:] in _CLOSING and not before[:1].isdigit()
        return bool(before) and glued and len(key) <= 3

    def has_glued_mark(self, index: int) -> bool:
        """Whether word `index` is a plain word with a note mark's digits glued to it ("alleged1"), no name (MP3)."""
        return bool(_GLUED.fullmatch(self.text, self.starts[index], self.ends[index]))
