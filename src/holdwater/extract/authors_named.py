"""Authors as running words name them: "Ministry of Support", "Jane Doe", "van der Berg's", looked up with a year."""

from __future__ import annotations

from collections.abc import Iterator

from holdwater.extract.lexicon import NOT_NAMES
from holdwater.extract.register import Register
from holdwater.patterns import waiting

PARTICLES = r"(?:(?:van|von|der|den|de|di|da|del|du|la|le|al|bin|ibn)\s){0,3}"
"""What may stand before a family name."""
_CAPITALISED = r"[A-ZÀ-ÖØ-Þ](?:[^\W\d_]|[-&.](?=\w)|['’](?!s\b)(?=\w)){0,30}\.?"
BODY = (
    rf"{PARTICLES}{_CAPITALISED}(?:(?:\s|,\s)(?:(?:of|for|on|and|the|in|to|de|des|du|der|für)\s|&\s){{0,2}}{_CAPITALISED}){{0,11}}"
    r"(?:\s[(\[][A-Z][\w&-]{1,11}[)\]])?"
)
"""The name of a body, or of a person in full: capitalised words, what joins them, and an abbreviation behind."""

_RUN = waiting(rf"(?<![\w.-]){BODY}")
_ABBREVIATED = waiting(r"\s[(\[][A-Z][\w&-]{1,11}[)\]]$")
_EDGES = " ,.;:()[]'’"


def works_of(register: Register, words: str, year: str) -> list[str]:
    """The works in `register` of the year whose author `words` end with: all of them, or what follows a first part.

    "The Ministry of Support" ends with that body's name, "Jane Doe" with Doe's.
    """
    parts = _ABBREVIATED.sub("", words).strip(_EDGES).split()
    for first in range(len(parts)):
        head = parts[first].strip(_EDGES)
        if head[:1].islower() and first and head not in ("van", "von", "de", "der", "den", "du", "la", "le"):
            continue
        name = " ".join(parts[first:])
        if name.lower() not in NOT_NAMES:
            known = register.by_author(name, year)
            if known:
                return known
    return register.abbreviated(parts[-1], year) if parts else []


def named_in(register: Register, words: str, year: str) -> Iterator[list[str]]:
    """The works of the year of each author whom a stretch of running words names: "As Doe and Roe of Wend saw"."""
    for run in _RUN.finditer(words):
        parts = run[0].split()
        for last in range(1, len(parts) + 1):
            known = works_of(register, " ".join(parts[:last]), year)
            if known:
                yield known
