"""Stage 1, the one normaliser: a text becomes words that can be compared, each with the span it came from.

What is forgiven: white space, line-end hyphens, ligatures, the shape of quotation marks and dashes, letter case, light
punctuation, the source's own brackets inside a word. What is never forgiven: a letter, a digit, a decimal point, a
sign, the order of words.

    "The Board’s  liti-\\ngation cost $10.0 million."
     the board's litigation cost $ 10.0 million

Text without spaces between words (Chinese, Japanese, Thai …) is taken character by character.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from holdwater.patterns import waiting

# Scripts written without spaces: Thai, Lao, Myanmar, Khmer, Kana, Han.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
)
# Marks that belong to the letter before them and that Python does not count as letters: accents, Hebrew points, Arabic
# vowels, the vowel signs of the scripts of India (all of these but their full stops).
COMBINING = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8"
    "\u0900-\u0963\u0966-\u0dff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff\ufffe"
APOSTROPHES = "'\u2019\u02bc"
_LETTER = rf"[^\W_{UNSPACED}]"
_LINE_END = r"[-\u2010\u00ad\ufffe][ \t]{0,20}\r?\n[ \t]{0,60}(?!\d)"
# What may stand inside one word: an apostrophe, an editor's bracket, an invisible character, a hyphen at a line's end,
# a point or comma between digits.
_JOINER = (
    rf"(?:[{APOSTROPHES}]|(?<![\d])[\[\]](?!\d)|(?!(?<=\d)\u00ad\d)[{INVISIBLE}]{{1,3}}"
    rf"|(?<!\d){_LINE_END}|(?<=\d)[.,](?=\d))"
)
_MARKED_NUMBER = r"\[\*?\d{1,4}[A-Za-z]?(?:[,;–-]\s?\d{1,4}){0,8}\]"  # [12], [*53], [3, 5], [7–9]
_CURRENCIES = "$¢£¥" + "".join(map(chr, range(0x20A0, 0x20C1)))
SYMBOLS = f"%‰{_CURRENCIES}<>≤≥≠=±+&"
"""Signs that are words by themselves, wherever they stand."""
_SYMBOL = rf"!=|[{SYMBOLS}]|(?<![\w)\]–—-])[-−](?=[\d.])"

# Most words are letters of ASCII before a blank or a stop, where nothing can join on. They are tried first, and found
# in two thirds of the time.
_USUAL = r"[A-Za-z]+(?=[ \n,.])"

WORD = waiting(
    rf"{_USUAL}|{_MARKED_NUMBER}|{_LETTER}+(?:{_JOINER}{_LETTER}+|[{COMBINING}]+{_LETTER}*)*|[{UNSPACED}]|{_SYMBOL}"
)
"""One word, number or symbol of a text."""
LINE_END = waiting(_LINE_END)
"""The hyphen and the line's end that part a word."""
MARKED_NUMBER = waiting(_MARKED_NUMBER)
"""A mark such as [12], a word by itself."""

_DROPPED = waiting(rf"[-\u2010\u00ad\ufffe][ \t]*\r?\n[ \t]*|[\[\]{INVISIBLE}]")
MOST_KEPT = 64
"""Letters: what longer words of a source fold to is not kept for the next time."""
_GROUPED = waiting(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?[a-z]{0,3}")
GLUED = waiting(r"[^\W\d_]?[^\W\d_A-Z]{2,}\d{1,3}")
"""A plain word with a note mark's digits behind it; no name such as MP3."""
MARKED_WORD = 3
"""Letters or digits: raised digits behind a shorter word are an exponent."""
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_ALIKE = str.maketrans({"\u2019": "'", "\u02bc": "'", "−": "-"})
_SIGNS = frozenset("%‰<>≤≥≠=±+-" + _CURRENCIES) | {"!="}
_CLOSING = ".,;:!?\"'”’)]»"


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """One word as it is compared: composed, without letter case, ligatures, invisible characters and digit grouping."""
    return fold_afresh(word)


def fold_afresh(word: str) -> str:
    """The same, of a word that is too long to be kept for the next time (`MOST_KEPT`)."""
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


def keys_of(text: str) -> list[str]:
    """The folded words of a short text, without where they stand."""
    return [fold(word) for word in WORD.findall(text)]


def is_symbol(key: str) -> bool:
    """Whether a folded word is a sign (%, $, <, a minus) and not a word or number."""
    return key in _SIGNS


def is_note_mark(key: str, text: str, start: int) -> bool:
    """Whether a word that begins at `start` is its text's own apparatus: a note mark's digits, [53], a page mark *1."""
    if key[0] == "[":
        return True
    if not key.isdigit() or len(key) > 4:
        return False
    before = text[max(0, start - 2) : start]
    if before == " *":
        return True
    if len(before) < 2 or before[0].isdigit() or len(key) > 3:
        return False
    if before[1] == ".":
        return before[0].isalpha() or before[0] in _CLOSING
    # " .5" and "<.5" are numbers and " '99" a year, whatever stood before the blank.
    return before[1] in _CLOSING and not (before[0].isspace() and before[1] in ",'’\"")
