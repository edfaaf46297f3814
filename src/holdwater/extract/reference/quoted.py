"""Works that a description only knows through another: "Roe, Letters, quoted in Doe, The Water Works, p. 12"."""

from __future__ import annotations

import re

from holdwater.patterns import waiting

_THROUGH = waiting(
    r"(?:^|(?<=[\s.,;:)\]”\"»’]))[(\[]?(?:as\s)?(?:quoted|cited|qtd\.|zitiert|zit\.|cité(?:e|s|es)?|"
    r"citado|citada|citato|citata|cit\.)\s(?:(?:in|after|from|by|nach|dans|par|d’après|en|por|da)\b:?\s(?=[^\W\d_]|[\"“«„‘])|"
    r"(?=ibid(?:em)?\b|id\.))",
    re.IGNORECASE,
)
_LONGEST = 4000  # characters looked at
_MOST_BLANKS = 8


def quoted_in(text: str) -> tuple[int, int] | None:
    """Where the work that is quoted ends and where the one that quotes it begins; None without such words.

    Of several ("quoted in Doe, cited in Roe") the last is the work in hand. Words at the very beginning count too: then
    nothing is said of the work that is quoted.
    """
    spans = [match.span() for match in _THROUGH.finditer(text, 0, _LONGEST)]
    return spans[-1] if spans else None


def goes_on(text: str, offset: int) -> bool:
    """Whether "quoted in" or the like comes next, white space aside: what follows then belongs to what went before."""
    begin = offset
    while begin < min(len(text), offset + _MOST_BLANKS) and text[begin].isspace():
        begin += 1
    return _THROUGH.match(text, begin) is not None
