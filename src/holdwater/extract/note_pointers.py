"""Short notes that give the number of the note they mean: "Roe (note 1), p. 4", "See note 1 above", "supra note 3"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from holdwater.extract.locators import bare_page, locator_in
from holdwater.extract.model import Locator
from holdwater.extract.shapes import YEAR
from holdwater.patterns import waiting

_NOTE = r"(?:foot|end)?(?:[Nn]otes?|nn?\.?|fns?\.?)"
_NUMBERS = r"(?P<{}>\d{{1,4}}(?:(?:,\s?|\s?(?:and|&|[-–])\s?)\d{{1,4}}){{0,4}})(?!\d)"
_LED = r"(?:as|see|cf\.|compare|above|supra|op\.?\s?cit\.?|loc\.?\s?cit\.?|cited|given|quoted)"
_WORD = rf"(?:{_LED}|in|at|from|also)"
_BEHIND = r"(?:,?\s?(?:above|supra|(?P<{}>below|infra))\b)?"
_POINTER = waiting(
    rf"[(\[]\s?(?:{_WORD}[\s,]+){{0,4}}{_NOTE}\s?{_NUMBERS.format('enclosed')}{_BEHIND.format('below1')}(?=\.?\s?[,;)\]])"
    rf"|(?<!\w){_LED}[\s,]+(?:{_WORD}[\s,]+){{0,3}}{_NOTE}\s?{_NUMBERS.format('led')}{_BEHIND.format('below2')}"
    rf"|(?<!\w){_NOTE}\s?{_NUMBERS.format('followed')},?\s?(?:above|supra|(?P<below3>below|infra))\b"
    rf"|^{_NOTE}\s?{_NUMBERS.format('alone')}(?=[.,;:]|\s?$)",
    re.IGNORECASE,
)
_PAGE_BEFORE = waiting(r"\d[\s,]*$")
_FULL = waiting(rf"\([^()]*{YEAR}[a-z]?\)")
_LONGEST_LEAD = 120  # characters before the number; what is longer describes its work itself
_OWN_WORDS = waiting(r"[:;\"“‘]|\s'|(?<=[a-z\d)])\.\s+(?=[A-ZÀ-Þ])")
_NEXT_PAGE = waiting(r"[\s,)\]]*(?:at\s)?(\d{1,5}(?:[-–]\d{1,5})?)(?=\s?(?:[,;.)]|$))")
_WORDS = waiting(r"[^\W\d_][\w’'-]*")
_PLACE = waiting(r"\s*(?:pp?\.|at\s|chs?\.|secs?\.|§|vol\.|para|art\.|\d)")
_PLAIN = frozenset(
    "see also compare contrast note notes the and for but this that with from above below supra infra cit loc cited "
    "quoted his her their its our more now again".split()
)


@dataclass(frozen=True, slots=True)
class Pointer:
    """What a short note says: the words before the number, the numbers (none: notes still to come), and the place."""

    lead: str
    numbers: tuple[int, ...]
    locator: Locator | None
    rest: str

    @property
    def without_number(self) -> str:
        """The note as it would stand without the number: "Roe, p. 4" for "Roe (note 1), p. 4"."""
        return f"{self.lead.rstrip()}{self.rest.lstrip(')]')}"


def pointer_in(text: str) -> Pointer | None:
    """The numbers of the notes that a piece of a note points to; None where it points to none.

    "p. 45, n. 12" and "45 (n. 12)" give a note of the work cited, and a work that is described in full needs no number.
    """
    match = _POINTER.search(text[: 2 * _LONGEST_LEAD])
    if match is None or match.start() > _LONGEST_LEAD:
        return None
    lead = text[: match.start()]
    if _FULL.search(lead) or (match["enclosed"] and _PAGE_BEFORE.search(lead)):
        return None
    rest = text[match.end() :]
    own = _OWN_WORDS.search(rest)
    place = rest[: own.start()] if own else rest
    page = _NEXT_PAGE.match(place)
    locator = locator_in(place) or (Locator("page", page[1]) if page else None) or locator_in(lead) or bare_page(lead)
    written = match["enclosed"] or match["led"] or match["followed"] or match["alone"]
    below = match["below1"] or match["below2"] or match["below3"]
    # "notes 3–7": which of them is not said
    numbers = () if below or "-" in written or "–" in written else tuple(map(int, re.findall(r"\d+", written)))
    return Pointer(lead, numbers, locator, rest)


def agrees(lead: str, described: str) -> bool:
    """Whether the names before a number ("Reeve, 'Rusting'") are among the words of the note it points to.

    Every part between commas that has a capital has to share a word with it. Words without a capital name nothing.
    """
    known = telling_words(described)
    for part in lead.split(","):
        words = telling_words(part)
        capital = any(word[0].isupper() and telling_words(word) for word in _WORDS.findall(part))
        if capital and not _PLACE.match(part) and not words & known:
            return False
    return True


def telling_words(text: str) -> frozenset[str]:
    """The words of a name or a title by which it can be known again, in lower case."""
    words = (word.lower().removesuffix("'s").removesuffix("’s") for word in _WORDS.findall(text))
    words = (word[:-1] if len(word) > 4 and word.endswith("s") else word for word in words)
    return frozenset(word for word in words if len(word) > 2 and word not in _PLAIN)
