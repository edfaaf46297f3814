"""What a single token of a bibliographic description looks like, by itself."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from holdwater.extract.reference.lexicon import CLASSES
from holdwater.patterns import waiting

_INITIALS = waiting(r"(?:[^\W\d_]\.?[-‐]?){1,4}$")
_SHAPES = (
    ("url", waiting(r"(?:https?:|www\.|doi:|ftp:)|10\.\d{4,9}/", re.IGNORECASE)),
    ("year", waiting(r"(?:1[4-9]|20)\d\d[a-z]?$")),
    ("years", waiting(r"(?:1[4-9]|20)\d\d[-–/—](?:\d\d){1,2}$")),
    ("range", waiting(r"[A-Za-z]?\d{1,6}[-–—−_/]{1,2}[A-Za-z]?\d{1,6}[a-z]?$")),
    ("part", waiting(r"[A-Za-z]?\d{1,4}\s?\([\d\w/–-]{1,12}$")),
    ("num", waiting(r"\d{1,6}$")),
    ("ord", waiting(r"\d{1,3}(?:st|nd|rd|th|e|er|ème|º|ª)$", re.IGNORECASE)),
    ("roman", waiting(r"(?=[IVXLC]{2})[IVXLC]{1,7}$|(?=[ivxlc]{2})[ivxlc]{1,7}$")),
)
_OPENING = frozenset("\"“„«‹‘'`")
_CLOSING = frozenset("\"”»›’'")
_STOPS = ".,:;?!"
_WIDE = str.maketrans("，。：；？！、《》「」（）", ",.:;?!,«»«»()")


class Word(NamedTuple):
    """A token looked at by itself."""

    plain: str
    shape: str
    lead: str  # "q", "p" or "": a quotation mark or a parenthesis opens
    trail: str  # what closes ("q", "p" or "") and the stop after it
    classes: tuple[str, ...]

    @property
    def stop(self) -> str:
        """The stop that the token ends with; "" without one."""
        return self.trail[-1:] if self.trail[-1:] in _STOPS and self.trail else ""

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital."""
        return self.shape in ("Cap", "UP", "Mix")


@lru_cache(maxsize=8192)
def look_at(text: str) -> Word:
    """The shape, classes and punctuation of a token."""
    text = unicodedata.normalize("NFC", text).translate(_WIDE)
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    plain, before, after = text[start:end], text[:start], text[end:]
    if text in ("&", "&,"):
        return Word("&", "low", "", text[1:], CLASSES["&"])
    if not plain:
        return Word("", "dash" if text[:1] in "-–—_" else "mark", _lead(text), _trail(text), ())
    lower = plain.lower()
    classes = CLASSES.get(lower) or CLASSES.get(lower.replace("'", "’")) or ()
    return Word(plain, _shape(plain, after), _lead(before), _trail(after), classes)


def _lead(before: str) -> str:
    if any(char in _OPENING for char in before):
        return "q"
    return "p" if any(char in "([{" for char in before) else ""


def _trail(after: str) -> str:
    closed = "q" if any(char in _CLOSING for char in after) and after not in ("'", "’") else ""
    closed = closed or ("p" if any(char in ")]}" for char in after) else "")
    stop = next((char for char in reversed(after) if char in _STOPS), "")
    return closed + ("?" if stop == "!" else stop)


def _shape(plain: str, after: str) -> str:
    for name, pattern in _SHAPES:
        if pattern.match(plain):
            return name
    if any(char.isdigit() for char in plain):
        return "digits"
    if len(plain) == 1:
        return "I" if plain.isupper() else "i"
    if _INITIALS.match(plain) and "." in plain and plain[0].isupper():
        return "I"
    if plain.isupper():
        return "II" if len(plain) <= 3 else "UP"
    if plain[0].isupper():
        return "Cap" if plain[1:].islower() else "Mix"
    return "low" if plain[0].islower() else "other"
