"""The tokens of a bibliographic description: words with their punctuation, and where they stand."""

from __future__ import annotations

import re
from typing import NamedTuple

from holdwater.patterns import waiting

MOST = 240  # tokens read of one description; what follows is prose

_WORD = waiting(r"\S+")
_WHOLE = waiting(r"<?(?:https?://|www\.|doi:|10\.\d{4})", re.IGNORECASE)
_PARTS = waiting(
    r"(?<=\d\))[:,;](?=[\w(])"  # 38(2):382
    r"|(?<=\d)[;:](?=\d)"  # 2013;122
    r"|(?<=[^\W\d_]{2})[.,;:](?=[^\W\d_]{2})"  # Paris:Seuil
    r"|(?<=[^\W\d_]{2}),(?=[\dA-Z])"  # Seuil,1999, Doe,J.
    r"|(?<=[,.?!])[”»\"](?=[^\W\d_])"  # “Title,”Journal
    r"|[，。；：、]"
)


class Token(NamedTuple):
    """A word with the punctuation that touches it, and its place in the description."""

    text: str
    start: int
    end: int


def tokens_of(text: str) -> list[Token]:
    """The first tokens of `text`, parted at white space and where digits or words are set without any."""
    found: list[Token] = []
    for match in _WORD.finditer(text):
        if len(found) >= MOST:
            break
        start = match.start()
        if not _WHOLE.match(match[0]):
            for cut in _PARTS.finditer(match[0]):
                end = match.start() + cut.end()
                if end < match.end():
                    found.append(Token(text[start:end], start, end))
                    start = end
        found.append(Token(text[start : match.end()], start, match.end()))
    return found[:MOST]
