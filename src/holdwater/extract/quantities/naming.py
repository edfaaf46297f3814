"""Numbers that belong to a name: its last word ("Early Day Motion 1127"), or the age behind it ("Ida Moss (47)")."""

from __future__ import annotations

from holdwater.extract.quantities.numerals import Form, Numeral
from holdwater.patterns import waiting

_NAME = waiting(r"(?:^|[\s(“\"])(?P<before>[a-z]+|[A-Za-z]+['’]s)\s(?:[A-Z][A-Za-z’'-]+\s){1,4}$")
_COUNTS_NOTHING = waiting(
    r"[.,;:)]?(?:\s|$)(?=[^a-z]|$|(?:is|are|was|were|has|have|had|will|would|may|must|shall|can|could|in|on|at|by|for|from"
    r"|with|to|and|or|but|when|which|that|who|as|near|under|over|into|during|after|before)\b)|[.,;:)]"
)
_PLACED = frozenset(
    """in for of by from and to with among across than while as or but on since until between near outside around
    against versus v that because where when whereas if though although gave gives scored the""".split()
)
"""Words behind which a capitalised word is a place, a day or a side of its own, and the number the sentence's."""
_PERSON = waiting(r"(?:[A-Z][\w’'.-]*\s(?:[a-z]{2,3}\s){0,2}){1,3}[A-Z][\w’'-]+\s?$")
_BEHIND_AGE = waiting(r"[,.;]?\s(?:who|of|from|and|an?|the|was|is|has|had|died|said|says|told|won)\b|[,;]\s")


def ends_name(text: str, numeral: Numeral, floor: int) -> bool:
    """Whether a whole number is the last word of a capitalised name, as in "left Pier 4 at noon".

    Only where a small word that is no preposition stands before the name ("in Leeds 40 were hurt" has a number), and
    where nothing that it could count stands behind. Nothing before `floor` is read.
    """
    start = numeral.start
    if not text[start : numeral.end].isdigit() or numeral.end - start > 5 or numeral.form is not Form.DIGITS:
        return False
    if text[start - 1 : start] != " " or not _COUNTS_NOTHING.match(text, numeral.end):
        return False
    match = _NAME.search(text, max(floor, start - 48), start)
    return match is not None and match["before"] not in _PLACED


def is_aged_name(text: str, start: int, end: int) -> bool:
    """Whether the brackets at start..end hold the age of the person named before: "Ida Moss (47), who keeps bees"."""
    inside = text[start + 1 : end - 1]
    if not inside.isdigit() or not 15 <= int(inside) <= 105 or not _BEHIND_AGE.match(text, end):
        return False
    return _PERSON.search(text, max(0, start - 48), start) is not None
