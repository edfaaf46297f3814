"""Headings that say what follows: notes, or a list of references."""

from __future__ import annotations

import re

from holdwater.document import Part
from holdwater.patterns import waiting

_NUMBER = r"(?:(?:\d{1,3}|[ivxlc]{1,6}|[a-z](?=[.:)]))(?:\.\d{1,3})*[.:)]?\s+)?"
_NOTES = waiting(
    _NUMBER + r"(?:foot-?notes?|end-?notes?|notes?|side-?notes|notes and (?:references|citations|sources)"
    r"|references and notes|anmerkungen|fu(?:ß|ss)noten|notas|notes de bas de page)\s*[.:]?",
    re.I,
)
_REFERENCES = waiting(
    _NUMBER + r"(?:(?:list of |selected |select |normative |informative |cited |primary |secondary )?"
    r"(?:references|bibliography|sources|works cited|literature)(?: cited| list| consulted)?"
    r"|works cited|works consulted|further reading|citations|bibliographie|literatur(?:verzeichnis)?|quellen"
    r"|références|referencias|bibliografía|bibliografia)\s*[.:]?",
    re.I,
)


def part_named(heading: str) -> Part | None:
    """The part that a heading of these words opens: NOTES, REFERENCES, or None for any other heading."""
    words = " ".join(heading[:80].split())
    if _NOTES.fullmatch(words):
        return Part.NOTES
    if _REFERENCES.fullmatch(words):
        return Part.REFERENCES
    return None
