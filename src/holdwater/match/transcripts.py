"""Whether a text is a transcript: speech that was taken down word for word, with what a quotation of it may clean up.

A play and an interview that was edited for print have speakers too; their words stand as their authors wanted them. So
the speakers' turns are not enough: something must show that a recording or somebody's ear was followed.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain, islice

from holdwater.match.spoken import BRACKETED, STAMP, is_direction
from holdwater.patterns import waiting

LOOKED_AT = 200_000
"""Characters of a text in which the marks of speech are looked for."""
TURNS = 2
"""Turns of speakers of whom each speaks at least twice; where nobody does, it is a list with colons."""
HEARD = 2
"""Hesitations, directions and time stamps: a novel has one now and then."""
_TURN = waiting(
    r"^[ \t]{0,8}(?:>{1,3}[ \t]{0,3})?(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?[ \t]{1,3})?"
    r"(?P<label>[QA]\.?|[A-Z][\w.'’-]{0,30}(?:[ \t]+[A-Z\d(][\w.'’)-]{0,30}){0,4})[ \t]?[:.][ \t]",
    re.MULTILINE,
)
_SOUND = waiting(r"\b(?:uh|erm|hmm+|mm-?hmm?)\b|\bum[,.…–—-]|[,.…–—-][ \t]?um\b", re.IGNORECASE)
"""Sounds of hesitation. "um" is a word in German, so a comma or dash has to stand beside it."""


def is_transcript(text: str) -> bool:
    """Whether `text` has speakers' turns, and what is only there where speech was taken down."""
    text = text[:LOOKED_AT]
    turns = Counter(found["label"] for found in _TURN.finditer(text))
    if sum(count for count in turns.values() if count > 1) < TURNS:
        return False
    return _heard(text) >= HEARD


def _heard(text: str) -> int:
    """How many hesitations, directions and time stamps there are, up to `HEARD`."""
    directions = (found for found in BRACKETED.finditer(text) if is_direction(found.group(1)))
    return sum(1 for _ in islice(chain(_SOUND.finditer(text), STAMP.finditer(text), directions), HEARD))
