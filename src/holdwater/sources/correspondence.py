"""Letters, which have no title: who wrote to whom, and on which day, in a reference and at the head of a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from holdwater.patterns import waiting
from holdwater.sources.dated import Date, dates_in
from holdwater.sources.heads import Head
from holdwater.sources.titles import Likeness
from holdwater.sources.words import Words

_PART = r"[A-ZÀ-Þ][\w.'’-]{0,30}"
_NAMED = rf"{_PART}(?:\s(?:(?i:of|the|de|du|des|da|di|la|le|von|van|der|den|zu)\s){{0,2}}{_PART}){{0,4}}"
_LETTER = waiting(
    rf"\W{{0,3}}(?:(?i:see(?: also)?|cf\.|quoted in)\s)?(?:(?:[Aa]\s)?[Ll]etter,?\s(?:from\s|of\s)?|[Ff]rom\s)?"
    rf"(?P<sender>{_NAMED})\s(?:to|TO)\s(?P<receiver>{_NAMED})(?P<rest>\W.{{0,60}}?(?<!\d)\d{{4}}(?!\d))?"
)
TITLES_OF_PEOPLE = frozenset(
    "mr mrs miss ms dr rev revd reverend sir lord lady dame prof professor hon honourable right capt captain col "
    "colonel general".split()
)
"""Words before a name that are none of it."""
_NO = Likeness(0.0, "nothing in common")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter: the words of its writer's name and of its receiver's, and the days that are given with them."""

    sender: tuple[str, ...]
    receiver: tuple[str, ...]
    days: frozenset[Date]


def letter_in(line: str) -> Letter | None:
    """The letter that a line begins with, "Edda Voss to Jon Poe, 4 June 1815"; None where it begins with none."""
    found = _LETTER.match(line)
    if found is None:
        return None
    sender, receiver = _name(found["sender"]), _name(found["receiver"])
    days = frozenset(date for date in dates_in(Words.of(found["rest"] or "").texts) if date[2])
    return Letter(sender, receiver, days) if sender and receiver else None


def by_letter(raw: str, head: Head) -> Likeness:
    """Whether a line of the head names the letter that the reference `raw` begins with: the same two people, the one
    writing to the other, and the same day."""
    cited = letter_in(" ".join(raw.split()))
    if cited is None or not cited.days:
        return _NO
    for letter in letters_of(head):
        if _same(cited.sender, letter.sender) and _same(cited.receiver, letter.receiver) and cited.days & letter.days:
            return Likeness(0.9, "writer, receiver and day of the letter at the head of the text (0.9)", enough=True)
    return _NO


def letters_of(head: Head) -> Iterator[Letter]:
    """The letters that the lines of a head name, with the days on the line, or else on the other lines."""
    on_others = frozenset(date for date in dates_in(head.words.texts) if date[2])
    for line in head.lines:
        letter = letter_in(line)
        if letter is not None:
            yield letter if letter.days else Letter(letter.sender, letter.receiver, on_others)


def _name(text: str) -> tuple[str, ...]:
    words = Words.of(text).texts
    return tuple(word for word in words if word not in TITLES_OF_PEOPLE)


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: one family name, and given names of which each is the other's, its
    first letter, or not given."""
    if one[-1] != other[-1]:
        return False
    pairs = zip(one[:-1], other[:-1], strict=False)
    return all(mine == theirs or (1 in (len(mine), len(theirs)) and mine[0] == theirs[0]) for mine, theirs in pairs)
