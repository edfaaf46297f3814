"""The grammar of spelled-out numbers: cardinals, ordinals, and parts ("two thirds", "five and a quarter million")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from holdwater.extract.quantities import number_words as words
from holdwater.patterns import waiting

_ALL = sorted(
    {
        *words.UNITS, *words.TENS, *words.HUNDRED, *words.SCALES, *words.ORDINALS, *words.ORDINAL_SCALES,
        *words.PARTS, *words.DOZENS,
    },
    key=lambda word: (-len(word), word),
)  # fmt: skip
_WORD = waiting(rf"(?P<word>{'|'.join(_ALL)}|an?|point)(?![A-Za-z])", re.IGNORECASE)
_GAP = waiting(r"\s?[-‐‑]\s?|\s{1,3}(?P<and>and\s{1,2}|&\s)?(?P<of>of\s(?=an?\s))?")
_LONGEST = 24  # words: no number name in prose is longer


@dataclass(frozen=True, slots=True)
class WordNumber:
    """A spelled-out number: `value`, and the magnitude `scale` its last word gives (1 where there is none); `part`
    says that it is a fraction of one, `ordinal` that it counts in order."""

    start: int
    end: int
    value: float
    scale: float = 1.0
    part: bool = False
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int
    joined: str  # "and", "of", "-" or "": how it is tied to the word before


def read_words(text: str, start: int, *, between: bool = False) -> WordNumber | None:
    """The number that the words from `start` spell, as long as they spell one; None if they spell none.

    With `between`, "and" does not join two words: "between two hundred and three hundred".
    """
    tokens = _tokens(text, start, between)
    return _Grammar(tokens).read() if tokens else None


def _tokens(text: str, start: int, between: bool) -> list[_Token]:
    found: list[_Token] = []
    match = _WORD.match(text, start)
    joined = ""
    while match is not None and len(found) < _LONGEST:
        found.append(_Token(match["word"].lower(), match.start(), match.end(), joined))
        gap = _GAP.match(text, match.end())
        if gap is None or (between and gap["and"]):
            break
        joined = "and" if gap["and"] else "of" if gap["of"] else "-" if gap.group().strip() else ""
        match = _WORD.match(text, gap.end())
    return found


class _Grammar:
    """Reads one number from the front of a list of words."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0

    def read(self) -> WordNumber | None:
        start = self._tokens[0].start
        article = self._peek() in ("a", "an")
        if article:
            self._at = 1
            if self._peek() not in _AFTER_ARTICLE or self._joined():
                return None
        if article and self._peek() in words.DOZENS:
            self._at += 1
            return WordNumber(start, self._end(), 12.0, 12.0)
        return self._half(start) or self._number(start, article)

    def _peek(self, ahead: int = 0) -> str:
        index = self._at + ahead
        return self._tokens[index].word if index < len(self._tokens) else ""

    def _joined(self, ahead: int = 0) -> str:
        index = self._at + ahead
        return self._tokens[index].joined if index < len(self._tokens) else ""

    def _end(self) -> int:
        return self._tokens[self._at - 1].end

    def _half(self, start: int) -> WordNumber | None:
        """ "half a million", "half a dozen", "a quarter of a million", "half", "a half"."""
        if self._peek() not in ("half", "quarter"):
            return None
        value = 1 / words.HALVES[self._peek()]
        self._at += 1
        return self._of_scale(start, value) or WordNumber(start, self._end(), value, part=True)

    def _of_scale(self, start: int, value: float) -> WordNumber | None:
        """A part of a magnitude that follows: "of a million", "a dozen", "million"."""
        ahead = 1 if self._peek() in ("a", "an") else 0
        word = self._peek(ahead)
        scale = words.SCALES.get(word) or words.DOZENS.get(word)
        if scale is None or self._joined() == "and":
            return None
        self._at += ahead + 1
        return WordNumber(start, self._end(), value * scale, scale)

    def _number(self, start: int, article: bool) -> WordNumber | None:
        if article and self._peek() in words.PARTS:
            return self._one_part(start)
        mark = self._at
        whole = self._cardinal(article)
        if whole is None:
            self._at = mark
            return self._ordinal(start, 0.0)
        value, scale = whole
        if (decimals := self._decimals()) is not None:
            return self._scaled(start, value + decimals)
        return (
            self._and_part(start, value, scale)
            or self._part(start, value, article)
            or self._ordinal(start, value)
            or self._dozens(start, value)
            or WordNumber(start, self._end(), value, scale)
        )

    def _one_part(self, start: int) -> WordNumber:
        """ "a third", "a twentieth"."""
        value = 1 / words.PARTS[self._peek()]
        self._at += 1
        return self._of_scale(start, value) or WordNumber(start, self._end(), value, part=True)

    def _cardinal(self, article: bool) -> tuple[float, float] | None:
        """The largest cardinal from here: its value and its last magnitude."""
        total, ceiling, last = 0.0, float("inf"), 1.0
        seen = False
        while True:
            mark = self._at
            if seen and not self._may_go_on(last):
                break
            chunk = self._below_thousand(article and not seen)
            scale = words.SCALES.get(self._peek(), 0.0) if self._joined() in ("", "-") or chunk is None else 0.0
            if chunk is None and not (scale and not seen):
                self._at = mark
                break
            if scale and scale < ceiling:
                self._at += 1
                while self._peek() in words.SCALES and not self._joined():  # "lakh crore"
                    scale *= words.SCALES[self._peek()]
                    self._at += 1
            elif scale or (seen and (chunk or 0) >= last):
                self._at = mark
                break
            total += (1.0 if chunk is None else chunk) * (scale or 1.0)
            seen, ceiling, last = True, scale or 1.0, scale or 1.0
            if not scale:
                break
        return (total, last) if seen else None

    def _may_go_on(self, last: float) -> bool:
        """Whether a smaller chunk may follow: not before a part ("million and three quarters")."""
        small = self._joined() == "and" and self._peek() in words.UNITS
        return (
            last > 1 and self._peek() not in ("a", "an", "point", "") and not (small and self._peek(1) in words.PARTS)
        )

    def _below_thousand(self, article: bool) -> float | None:
        """A chunk below a thousand: "three hundred and five", "twenty-one", "a hundred"; or None."""
        tens = self._below_hundred()
        if self._peek() != "hundred" or (tens is not None and self._joined() not in ("", "-")):
            return tens
        self._at += 1
        value = 100.0 * (1.0 if tens is None else tens)
        mark = self._at
        if self._joined() in ("", "and", "-"):
            rest = self._below_hundred()
            ends_in_part = self._peek() in words.PARTS or self._peek() == "hundred"
            if rest is not None and self._peek() != "hundred" and not (ends_in_part and self._is_part_of(rest)):
                return value + rest
            self._at = mark
        return value

    def _is_part_of(self, rest: float) -> bool:
        """Whether the words after "hundred" are a part of their own: "hundred and three quarters"."""
        return self._tokens[self._at - 1].joined == "and" and rest < 20 and self._peek() in words.HALVES

    def _below_hundred(self) -> float | None:
        word = self._peek()
        if word in words.TENS:
            self._at += 1
            unit = words.UNITS.get(self._peek(), 0.0)
            if 1 <= unit <= 9 and self._joined() in ("", "-"):
                self._at += 1
                return words.TENS[word] + unit
            return words.TENS[word]
        if word in words.UNITS:
            self._at += 1
            return words.UNITS[word]
        return None

    def _decimals(self) -> float | None:
        """ "point zero three", "point seventy-one"."""
        if self._peek() != "point" or self._peek(1) not in words.UNITS.keys() | words.TENS.keys():
            return None
        self._at += 1
        digits = ""
        while self._peek() in words.UNITS or self._peek() in words.TENS:
            chunk = self._below_hundred()
            digits += f"{chunk:.0f}"
        return float(f"0.{digits}")

    def _scaled(self, start: int, value: float) -> WordNumber:
        scale = words.SCALES.get(self._peek(), 1.0)
        if scale > 1:
            self._at += 1
        return WordNumber(start, self._end(), float(f"{value * scale:.15g}"), scale)

    def _and_part(self, start: int, value: float, scale: float) -> WordNumber | None:
        """ "two and a half", "one hundred and three quarters", "one million and a half", "five and a half million"."""
        mark = self._at
        if self._joined() != "and":
            return None
        above = 1.0
        if self._peek() in ("a", "an", "one"):
            self._at += 1
        else:
            above = self._below_hundred() or 0.0
        below = words.PARTS.get(self._peek(), 0.0)
        if not below or not 0 < above < below or (self._joined() not in ("", "-")):
            self._at = mark
            return None
        self._at += 1
        part = above / below
        if self._peek() in words.SCALES and scale == 1.0 and not self._joined():
            return self._scaled(start, value + part)
        if scale > 1.0 and self._peek() in words.SCALES:  # "one billion and a half million"
            smaller = words.SCALES[self._peek()]
            self._at += 1
            return WordNumber(start, self._end(), value + part * smaller, smaller)
        return WordNumber(start, self._end(), value + part * scale, scale)

    def _part(self, start: int, value: float, article: bool) -> WordNumber | None:
        """ "two thirds", "one fifth", "three quarters of a million"; the singular only behind "one"."""
        word = self._peek()
        below = words.PARTS.get(word)
        compound = 0.0
        if word in words.TENS and self._joined(1) in ("", "-"):
            compound = words.PARTS.get(self._peek(1), 0.0)
            word = self._peek(1)
            below = words.TENS[self._peek()] + compound if 3 <= compound < 10 or word in ("firsts", "seconds") else None
        if below is None or self._joined() not in ("", "-"):
            return None
        plural = word.endswith("s") and word not in words.ORDINALS
        if not plural and (value != 1 or article):
            return None
        self._at += 2 if compound else 1
        part = value / below
        return self._of_scale(start, part) or WordNumber(start, self._end(), part, part=True)

    def _ordinal(self, start: int, value: float) -> WordNumber | None:
        """ "twenty-first", "hundred and fifth", "two hundredth"."""
        word = self._peek()
        joined = self._joined() in ("", "-") or (value >= 100 and self._joined() == "and")
        if not word or (value and not joined):
            return None
        if word in words.ORDINAL_SCALES:
            self._at += 1
            return WordNumber(start, self._end(), max(value, 1.0) * words.ORDINAL_SCALES[word], ordinal=True)
        below = words.ORDINALS.get(word, 0.0)
        if not below or (value and not self._ends_round(value, below)):
            return None
        self._at += 1
        return WordNumber(start, self._end(), value + below, ordinal=True)

    @staticmethod
    def _ends_round(value: float, below: float) -> bool:
        return value % 100 == 0 or (value >= 20 and value % 10 == 0 and below < 10)

    def _dozens(self, start: int, value: float) -> WordNumber | None:
        dozen = words.DOZENS.get(self._peek())
        if dozen is None or self._joined() not in ("", "-"):
            return None
        self._at += 1
        return WordNumber(start, self._end(), value * dozen, dozen)


_AFTER_ARTICLE = (
    {"hundred", *words.SCALES, *words.PARTS, *words.DOZENS}
    - {"quarters", "halves", "dozens"}
    - {word for word in words.PARTS if word.endswith("s")}
)
