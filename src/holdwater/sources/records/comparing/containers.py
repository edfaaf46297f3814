"""Journals, proceedings and books that hold a work: one title in full, abbreviated, as an acronym, with its series.

Whole words must all be there: "Nature" is not "Nature Medicine", and the A of "Phys. Rev. A" is no article.
"""

from __future__ import annotations

from collections.abc import Mapping

from holdwater.patterns import waiting
from holdwater.sources.records.comparing.abbreviations import same_word
from holdwater.sources.records.comparing.container_titles import SMALL, TAILS, Title, spells
from holdwater.sources.records.comparing.meetings import as_meetings
from holdwater.sources.records.comparing.outcome import LACKING, SAME, Outcome, better, different, variant
from holdwater.sources.records.comparing.titles import compare_titles
from holdwater.sources.records.comparing.venues import is_server
from holdwater.sources.records.comparing.written import in_other_script, text_of, words_of

_ISSUERS = ("academy", "academie", "akademie", "accademia", "society", "societe", "gesellschaft", "sciences", "royal")
"""Words of the bodies that a title may name at its end: "C. R. Math. Acad. Sci. Paris"."""
_HOLDERS = frozenset("ieee acm aps asme asce iet iee iop aip rsc".split())
"""Bodies whose name stands before the titles of their journals, and is left out as often as not."""
_PROCEEDINGS = frozenset(("proceedings", "proc"))
_SHORT_SMALL = frozenset("f u d v e y".split())
"""Letters that stand for a small word inside a title: "Monatshefte f. Mathematik u. Physik"."""
_LONGEST_ACRONYM = 9
_SECTION = waiting(r"(?:\d+\s*([A-Z])|([A-Z])\s*\d+)")
_IN_BOOKS = ("chapter", "entry", "entry-encyclopedia", "entry-dictionary")
_FIELDS = (
    "container-title",
    "container-title-short",
    "journalAbbreviation",
    "collection-title",
    "event-title",
    "event",
)


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
    if _is_same(ours.contracted(theirs.acronyms), theirs.contracted(ours.acronyms)):
        return variant("by its first letters")
    for one, other in ((ours, theirs), (theirs, ours)):
        if one.head and _is_same(one.head, other.words):
            return variant("without its subtitle")
        if _is_acronym(one, other):
            return variant("by its first letters")
    if ours.is_meeting or theirs.is_meeting:
        return as_meetings(ours, theirs)
    return different("another container")


def _with_section(one: str, another: str, ours: Mapping[str, object], theirs: Mapping[str, object]) -> Outcome | None:
    """ "Phys. Lett. 123B" is volume 123 of "Physics Letters B"."""
    for raw, csl, other in ((one, ours, another), (another, theirs, one)):
        found = _SECTION.fullmatch(text_of(csl, "volume"))
        if found and _laid(Title(f"{raw} {found[1] or found[2]}"), Title(other)).agrees:
            return variant("with the letter of its section")
    return None


def _is_same(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two titles are word for word the same, each word abbreviated or not, but for places at the end."""
    if "".join(ours) == "".join(theirs):
        return True
    ours, theirs = _without_holder(ours, theirs), _without_holder(theirs, ours)
    i = j = 0
    while i < len(ours) and j < len(theirs):
        if same_word(ours[i], theirs[j]):
            i, j = i + 1, j + 1
        elif i + 1 < len(ours) and ours[i] + ours[i + 1] == theirs[j]:
            i, j = i + 2, j + 1
        elif j + 1 < len(theirs) and theirs[j] + theirs[j + 1] == ours[i]:
            i, j = i + 1, j + 2
        elif i and _may_be_skipped(ours, i):
            i += 1
        elif j and _may_be_skipped(theirs, j):
            j += 1
        else:
            return False
    return _may_be_lost(ours, i) and _may_be_lost(theirs, j)


def _without_holder(words: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    if len(words) > 1 and words[0] in _PROCEEDINGS and not _PROCEEDINGS & set(other):
        return words[1:]
    return words[1:] if len(words) > 1 and words[0] in _HOLDERS and words[0] not in other else words


def _may_be_skipped(words: tuple[str, ...], at: int) -> bool:
    return words[at] in TAILS or (words[at] in _SHORT_SMALL and at + 1 < len(words))


def _may_be_lost(words: tuple[str, ...], at: int) -> bool:
    """Whether the words from `at` on may be lacking: places and forms, a section's letter, and what explains that."""
    rest = words[at:]
    if not rest or all(word in TAILS for word in rest) or (len(rest) == 1 and len(rest[0]) == 1):
        return True
    if at > 1 and any(same_word(rest[0], body) for body in _ISSUERS):
        return all(word in TAILS or any(same_word(word, body) for body in _ISSUERS) for word in rest)
    return at > 1 and (len(rest[0]) == 1 or len(words[at - 1]) == 1)


def _is_acronym(short: Title, long: Title) -> bool:
    """ "PNAS", "JACM", "N.Y.T.", "A&A": letters that the other title's words begin with, or its acronym whole.

    Behind the letters a section's own may stand, as in "NIM A".
    """
    words = [word for word in words_of(short.text) if (word not in SMALL or len(word) == 1) and not word[0].isdigit()]
    if all(len(word) == 1 for word in words):
        words = ["".join(words)]
    if not words or not 1 < len(words[0]) < _LONGEST_ACRONYM or sum(char.isupper() for char in short.text) < 2:
        return False
    if len(words) == 2 and len(words[1]) == 1 and len(words[0]) > 2:
        base = next((one for one in (long.words, long.head) if one and one[-1] == words[1]), ())
        return "".join(word[0] for word in base[:-1]).startswith(words[0])
    if len(words) > 1:
        return False
    return any(spells(words[0], all_words, may_skip=long.is_meeting) for all_words in (words_of(long.text), long.words))
