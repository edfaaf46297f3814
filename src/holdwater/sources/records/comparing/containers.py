"""Journals, proceedings and books that hold a work: one title in full, abbreviated, as an acronym, with its series.

Whole words must all be there: "Nature" is not "Nature Medicine", and the A of "Phys. Rev. A" is no article. Proceedings
are called by everybody in another way; there the words that tell must agree, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from holdwater.sources.records.comparing.abbreviations import same_word
from holdwater.sources.records.comparing.outcome import LACKING, SAME, Outcome, better, different, variant
from holdwater.sources.records.comparing.titles import compare_titles
from holdwater.sources.records.comparing.venues import is_server, spelt_out
from holdwater.sources.records.comparing.written import in_other_script, plain, text_of, words_of

_SMALL = frozenset(
    "the of and in on for to a an der die das des den dem und fur von zur zum im le la les l du de et aux au en dans e "
    "della delle del dei di il gli y los las el i och og for voor van het".split()
)
_MARKERS = frozenset("section sect series ser part reihe abteilung abt".split())
_TAILS = frozenset(
    "united states america usa us london online print electronic international edition english paris berlin england "
    "uk new york ny "
    "edinburgh dublin oxford cambridge washington dc philadelphia chicago boston engl ed basel amsterdam tokyo "
    "society journal "
    "magazine official organ".split()
)
"""Words that a title may have at its end and lose: places, countries, forms."""
_PARENTHESES = re.compile(r"\s*[(\[][^()\[\]]{0,100}[)\]]")
_ELISION = re.compile(r"\b[dl]['’](?=\w)", re.IGNORECASE)
_SUBTITLE = re.compile(r"\s*[:;=]\s+|\s+[–—-]\s+|\s*/\s+|:(?=[A-Z])")
_INITIALISM = re.compile(r"\bU\.\s?(?:S\.(?:\s?A\b\.?)?|K\.)|^(?:[A-Z]\.\s?){2,}$")
_MEETING = re.compile(
    r"\b(?:proc(?:eedings?)?|conf(?:erence)?|symp(?:osium)?|workshop|congress|meeting|colloqu\w+|advances in|"
    r"lecture notes|trans\w* of the \d|"
    r"annual convention|kongress|tagung|actes|atti|session)\b",
    re.IGNORECASE,
)
_MEETING_WORDS = frozenset(
    "proceedings proc conference conf symposium symp annual international intl int workshop meeting congress acm "
    "ieee usenix ifip "
    "cvf aps joint st nd rd th eth first second third fourth fifth sixth seventh eighth ninth tenth edition volume "
    "vol part papers long short "
    "oral extended abstracts companion main track advances lecture notes revised selected held january february "
    "march april may june july "
    "august september october november december twenty thirty forty fifty sixty seventy eighty ninety eleventh "
    "twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth".split()
)
"""Words of proceedings' titles that tell nothing of which proceedings they are."""
_REGIONS = frozenset("european asian pacific african american nordic latin mediterranean australasian british".split())
"""Words that tell two meetings of one field apart."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ORDINAL = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\b", re.IGNORECASE)
_ACRONYM = re.compile(r"\b[A-Z][A-Za-z]{0,6}[A-Z]{1,8}[a-z]?\b")
_SHARED = 0.7
"""Of the telling words of the shorter of two proceedings' titles, how many must stand in the longer."""
_IN_BOOKS = ("chapter", "entry", "entry-encyclopedia", "entry-dictionary")
_FIELDS = (
    "container-title",
    "container-title-short",
    "journalAbbreviation",
    "collection-title",
    "event-title",
    "event",
)


@dataclass(frozen=True)
class Title:
    """The title of a container as one side gives it."""

    raw: str

    @cached_property
    def text(self) -> str:
        """Without markup and what stands in parentheses, initials of countries put together."""
        text = plain(self.raw)
        without = _ELISION.sub("", _PARENTHESES.sub("", text))
        text = without if len(without) > 2 else text
        return _INITIALISM.sub(lambda found: found[0].replace(".", "").replace(" ", "") + " ", text)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its folded words, small ones and "section" left out, but not the letter of a section at its end."""
        return _telling(self.text)

    @cached_property
    def head(self) -> tuple[str, ...]:
        """The words before its subtitle; () if it has none."""
        found = _SUBTITLE.search(self.text)
        return _telling(self.text[: found.start()]) if found and found.start() else ()

    @cached_property
    def is_meeting(self) -> bool:
        """Whether it reads like the title of proceedings."""
        return bool(_MEETING.search(plain(self.raw)))

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The acronyms in it, folded, except those of the bodies that hold many meetings."""
        found = (word.lower() for word in _ACRONYM.findall(plain(self.raw)))
        return frozenset(
            word for word in found if word not in _MEETING_WORDS and word not in ("usa", "uk", "iii", "ii", "iv", "vi")
        )


def _telling(text: str) -> tuple[str, ...]:
    words = spelt_out(words_of(text))
    words = tuple(one for word in words for one in (("united", "states", "america") if word == "usa" else (word,)))
    last = len(words) - 1
    kept = tuple(
        word
        for index, word in enumerate(words)
        if word not in _MARKERS and (word not in _SMALL or (len(word) == 1 and index == last and index > 0))
    )
    return kept or words


def containers_of(csl: Mapping[str, object]) -> tuple[str, ...]:
    """All titles that a CSL-JSON item gives of what holds it."""
    return tuple(dict.fromkeys(text for field in _FIELDS if (text := text_of(csl, field))))


def compare_containers(ours: Mapping[str, object], theirs: Mapping[str, object], versions: bool) -> Outcome:
    """How the container of a reference stands to that of a record, the series and the meeting among them.

    `versions` says that one of the two is a preprint of the other.
    """
    mine, other = containers_of(ours), containers_of(theirs)
    if not mine or not other:
        return LACKING
    in_book = any(text_of(csl, "type") in _IN_BOOKS for csl in (ours, theirs))
    best: Outcome | None = None
    for one in mine:
        for another in other:
            outcome = _laid(Title(one), Title(another))
            if not outcome.agrees and in_book:
                outcome = better(outcome, compare_titles({"title": one}, {"title": another}))
            outcome = outcome if outcome.agrees else _with_section(one, another, ours, theirs) or outcome
            best = outcome if best is None else better(best, outcome)
    if best is not None and not best.agrees and versions:
        return variant("one is the preprint, the other the publication", 0.6)
    return best or LACKING


def _laid(ours: Title, theirs: Title) -> Outcome:
    if ours.raw.casefold() == theirs.raw.casefold():
        return SAME
    if in_other_script(ours.raw, theirs.raw):
        return Outcome(LACKING.agreement, "in another script", 0.0)
    if is_server(ours.raw) and is_server(theirs.raw):
        return variant("both are series of preprints")
    if _is_same(ours.words, theirs.words):
        return variant("written another way")
    for one, other in ((ours, theirs), (theirs, ours)):
        if one.head and _is_same(one.head, other.words):
            return variant("without its subtitle")
        if _is_acronym(one, other):
            return variant("by its first letters")
    if ours.is_meeting or theirs.is_meeting:
        return _as_meetings(ours, theirs)
    return different("another container")


def _with_section(one: str, another: str, ours: Mapping[str, object], theirs: Mapping[str, object]) -> Outcome | None:
    """ "Phys. Lett. 123B" is volume 123 of "Physics Letters B"."""
    for raw, csl, other in ((one, ours, another), (another, theirs, one)):
        found = re.fullmatch(r"(?:\d+\s*([A-Z])|([A-Z])\s*\d+)", text_of(csl, "volume"))
        if found and _laid(Title(f"{raw} {found[1] or found[2]}"), Title(other)).agrees:
            return variant("with the letter of its section")
    return None


def _is_same(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two titles are word for word the same, each word abbreviated or not, but for places at the end."""
    if "".join(ours) == "".join(theirs):
        return True
    i = j = 0
    while i < len(ours) and j < len(theirs):
        if same_word(ours[i], theirs[j]):
            i, j = i + 1, j + 1
        elif i + 1 < len(ours) and ours[i] + ours[i + 1] == theirs[j]:
            i, j = i + 2, j + 1
        elif j + 1 < len(theirs) and theirs[j] + theirs[j + 1] == ours[i]:
            i, j = i + 1, j + 2
        elif i and ours[i] in _TAILS:
            i += 1
        elif j and theirs[j] in _TAILS:
            j += 1
        else:
            return False
    return _may_be_lost(ours, i) and _may_be_lost(theirs, j)


def _may_be_lost(words: tuple[str, ...], at: int) -> bool:
    """Whether the words from `at` on may be lacking: places and forms, a section's letter, and what explains that."""
    rest = words[at:]
    if not rest or all(word in _TAILS for word in rest):
        return True
    if len(rest[0]) == 1 and at > 1:
        return True
    return at > 1 and len(words[at - 1]) == 1


def _is_acronym(short: Title, long: Title) -> bool:
    """ "PNAS", "J ACM", "N.Y.T.": a word made of the other title's first letters, or holding its acronym whole."""
    words = short.words if len(short.words) > 1 else words_of(short.text)
    if len(words) != 1 or not 1 < len(words[0]) < 9 or not any(char.isupper() for char in short.text[1:] or short.text):
        return False
    if sum(char.isupper() for char in short.text) < 2:
        return False
    meeting = long.is_meeting
    return _spells(words[0], words_of(long.text), meeting) or _spells(words[0], long.words, meeting)


def _spells(letters: str, words: tuple[str, ...], may_skip: bool) -> bool:
    """Whether `letters` are the first letters of `words`, or whole words of them, in order; all but places at the end.

    Small words may always be left out, others only where `may_skip`.
    """
    if not letters:
        return may_skip or all(word in _TAILS or word in _SMALL for word in words)
    if not words:
        return False
    word, rest = words[0], words[1:]
    if len(word) > 1 and letters.startswith(word) and _spells(letters[len(word) :], rest, may_skip):
        return True
    if letters[0] == word[0] and _spells(letters[1:], rest, may_skip):
        return True
    skips = word in _SMALL or word in _MARKERS or (may_skip and (word in _MEETING_WORDS or word[0].isdigit()))
    return skips and _spells(letters, rest, may_skip)


def _as_meetings(ours: Title, theirs: Title) -> Outcome:
    numbers = [set(_ORDINAL.findall(plain(title.raw))) for title in (ours, theirs)]
    if all(numbers) and not numbers[0] & numbers[1]:
        return different("another meeting")
    years = [set(_YEAR.findall(plain(title.raw))) for title in (ours, theirs)]
    if all(years) and not years[0] & years[1]:
        return different("the meeting of another year")
    if ours.acronyms & theirs.acronyms:
        return variant("the same meeting")
    if (ours.acronyms and theirs.acronyms) or (set(ours.words) ^ set(theirs.words)) & _REGIONS:
        return different("another meeting")
    short, long = sorted((_meeting_words(ours), _meeting_words(theirs)), key=len)
    if not short:
        return LACKING
    found = sum(any(same_word(word, other) for other in long) for word in short)
    if found / len(short) >= _SHARED:
        return variant("the same meeting")
    return different("another meeting" if ours.is_meeting and theirs.is_meeting else "another container")


def _meeting_words(title: Title) -> list[str]:
    return [word for word in title.words if word not in _MEETING_WORDS and not word[0].isdigit()]
