"""Bibliographic text as folded words, with the punctuation between them: what likeness is measured on."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from holdwater.patterns import waiting

MAX_TEXT = 4_000
"""Characters of a reference or title that are looked at; a note longer than that is prose with a reference in front."""

_GLOSS = waiting(r"\s?\(([A-Z][A-Za-z]{1,8})s?\)")
_WORD = waiting(r"[^\W_]+(?:['’][^\W_]+)*")
_YEAR = waiting(r"(1[4-9]\d\d|20\d\d)([a-z]?)")
_FOLDS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})

SMALL = frozenset(
    "a an the of and or in on for to with by at from as its "
    "der die das den dem des ein eine und oder im in zu zur zum von vom für fur mit auf "
    "le la les l un une de du des d et ou au aux en dans sur pour par "
    "el los las una y o del al con il lo gli i e di da dei della nel het een van voor os as da do".split()
)
"""Words that titles gain and lose from one style to another: articles, prepositions, "and", in six languages."""

ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12"}
"""Roman numerals that are no letter or word of their own; a lone one after a title counts its parts."""

ARTICLES = frozenset(
    "a an the der die das den dem des ein eine le la les l un une el los las una il lo gli i het een".split()
)
"""Small words that a title may gain or lose at its front."""

_NUMERALS = ROMAN | {
    word: str(number) for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)
}


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word, what stands before and after it (space, punctuation; "" is the text's edge), and the small words
    before it ("of the", "in"), all of them in `link`, in `lead` those after the last punctuation.
    """

    text: str
    before: str
    after: str
    link: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()


def fold(word: str) -> str:
    """`word` in small letters, without diacritics and apostrophes, ligatures spelt out."""
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.casefold().translate(_FOLDS))
        word = "".join(char for char in word if char.isalnum())
    return word.lower().replace("'", "")


@dataclass(frozen=True)
class Words:
    """A text's words that carry meaning, in order; the small ones are left out, their punctuation handed on."""

    all: tuple[Word, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        """The words of `text`, up to `MAX_TEXT` characters of it, without the acronyms that it glosses in brackets."""
        return cls(tuple(_bridged(list(_cut(_unglossed(text[:MAX_TEXT]))))))

    def __len__(self) -> int:
        return len(self.all)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The folded words."""
        return tuple(word.text for word in self.all)

    @cached_property
    def bag(self) -> frozenset[str]:
        """The folded words as a set."""
        return frozenset(self.texts)

    @cached_property
    def years(self) -> tuple[tuple[int, str], ...]:
        """The years in the text, each with its suffix ("2019b" gives (2019, "b"))."""
        found = (_YEAR.fullmatch(text) for text in self.texts)
        return tuple((int(year[1]), year[2]) for year in found if year)

    def opens(self, index: int) -> bool:
        """Whether a title may begin at word `index`: punctuation, a year or nothing stands before it."""
        return is_break(self.all[index].before) or (index > 0 and is_year(self.texts[index - 1]))

    def closes(self, index: int) -> bool:
        """Whether a title may end with word `index`: punctuation, a year or nothing stands after it."""
        return is_break(self.all[index].after) or (index + 1 < len(self.all) and is_year(self.texts[index + 1]))

    def segments(self) -> Iterator[tuple[int, int]]:
        """The stretches between breaks, as index ranges."""
        start = 0
        for index in range(len(self.all)):
            if self.closes(index):
                yield start, index + 1
                start = index + 1


def _unglossed(text: str) -> str:
    """`text` without "(DNS)" after "Domain Name System": a title has it in one list and not in another."""
    return _GLOSS.sub(lambda found: "" if _is_gloss(found[1], text[: found.start()]) else found[0], text)


def _is_gloss(acronym: str, before: str) -> bool:
    """Whether the capitals of an acronym begin, in order, the last words before it."""
    capitals = [char.lower() for char in acronym if char.isupper()]
    initials = iter([word[0].lower() for word in _WORD.findall(before[-120:])[-len(capitals) - 3 :]])
    return len(capitals) > 1 and all(capital in initials for capital in capitals)


def _cut(text: str) -> Iterator[Word]:
    matches = list(_WORD.finditer(text))
    for index, match in enumerate(matches):
        before = text[matches[index - 1].end() : match.start()] if index else ""
        after = text[match.end() : matches[index + 1].start()] if index + 1 < len(matches) else ""
        folded = fold(match[0].replace("’", "'"))
        if folded:
            yield Word(folded, before, after)


def _bridged(words: Sequence[Word]) -> list[Word]:
    """Leave the small words out; the gap beside the kept word then holds the punctuation of both sides."""
    kept: list[Word] = []
    gap: str = ""
    link: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    for word in words:
        gap += word.before
        if is_break(word.before):
            lead = ()
        if word.text in SMALL:
            link, lead = (*link, word.text), (*lead, word.text)
            if kept:
                kept[-1] = replace(kept[-1], after=kept[-1].after + word.after if word.after else "")
        else:
            kept.append(Word(word.text, gap if kept else "", word.after, link, lead))
            gap, link, lead = "", (), ()
    return kept


def is_break(gap: str) -> bool:
    """Whether the characters between two words part them: anything but blanks, a lone hyphen, an apostrophe."""
    if not gap:
        return True
    marks = gap.strip()
    return bool(marks) and not (marks in "-‐‑'’/&+*_" and (len(gap) == len(marks) or marks in "&+_"))


def is_year(word: str) -> bool:
    """Whether a folded word is a year, perhaps with a letter after it."""
    return _YEAR.fullmatch(word) is not None


def alike(one: str, other: str) -> bool:
    """Whether two folded words are one word with a slip of the pen: one letter off, late in a word of five or more.

    The first three letters must agree: "micro-" and "macro-", "north" and "south" differ. Of numbers, only "II", "two"
    and "2" are alike.
    """
    if one == other or _NUMERALS.get(one, one) == _NUMERALS.get(other, other):
        return True
    if min(len(one), len(other)) < 5 or one[:3] != other[:3] or not (one.isalpha() and other.isalpha()):
        return False
    return Levenshtein.distance(one, other, score_cutoff=1) <= 1


@dataclass(frozen=True, slots=True)
class Place:
    """Words `start` up to `end` of a text hold a title, with `slips` words a letter off."""

    start: int
    end: int
    slips: int


def places_of(title: Sequence[str], words: Words) -> Iterator[Place]:
    """Where the words of `title` stand in `words`, all of them, in order and without others in between."""
    if not title:
        return
    for start, first in enumerate(words.texts):
        if first[:3] == title[0][:3] or first in _NUMERALS or title[0] in _NUMERALS:
            end, slips = _followed(title, words.texts, start)
            if end and slips <= 1 + len(title) // 8:
                yield Place(start, end, slips)


def _followed(title: Sequence[str], texts: Sequence[str], at: int) -> tuple[int, int]:
    """Where the title ends if it begins at `at` (0 if it does not stand there), and how many slips it has there."""
    index, slips = 0, 0
    while index < len(title):
        if at >= len(texts):
            return 0, 0
        if title[index] == texts[at] or _NUMERALS.get(title[index], "") == texts[at]:
            index, at = index + 1, at + 1
        elif "".join(title[index : index + 2]) == texts[at]:
            index, at = index + 2, at + 1
        elif title[index] == "".join(texts[at : at + 2]):
            index, at = index + 1, at + 2
        elif alike(title[index], texts[at]):
            index, at, slips = index + 1, at + 1, slips + 1
        else:
            return 0, 0
    return at, slips
