"""Which descriptions are of one work, what they make together, and what a work is called."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import TypeGuard
from urllib.parse import urlsplit

from rapidfuzz import fuzz

from holdwater.patterns import waiting
from holdwater.sources.catalogue.model import Work
from holdwater.sources.words import Words
from holdwater.sources.works import people_of, telling, year_of

ONE_OF_A_KIND = ("doi", "arxiv", "rfc", "reporter")
"""Schemes of identifiers that one work has and no other."""

_WITHIN = frozenset({"chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"})
"""Types of works that stand in a book, under its ISBN (CSL 1.0.2, appendix III)."""

_ALIKE = 85.0
"""Per cent of the letters of two titles from which on they differ by a slip: "waterworks" and "water works"."""

_LONGEST_ID = 500
_NOT_LETTERS = waiting(r"[^a-z0-9]+")


def same_work(known: Work, csl: Mapping[str, object], identifiers: Iterable[str]) -> bool:
    """Whether a description is of the work `known`.

    It is if they share a DOI, an arXiv or RFC number or a place in the law reports; it is not if both have one of a
    kind and none is shared. Else they must share an address; or an ISBN, or the id, and nothing else may part them.
    """
    theirs = frozenset(identifiers)
    ours = frozenset(known.identifiers)
    shared = {one.partition(":")[0] for one in ours & theirs}
    if shared.intersection(ONE_OF_A_KIND):
        return True
    if _clash(ours, theirs) or _stands_within(known.csl) != _stands_within(csl):
        return False
    if "url" in shared:
        return True
    return ("isbn" in shared or known.id == csl.get("id")) and _could_be_one(known.csl, csl)


def nothing_parts(
    first: Mapping[str, object], ids: Iterable[str], second: Mapping[str, object], other_ids: Iterable[str]
) -> bool:
    """Whether two descriptions with these identifiers, in canonical form, could be of one work for all they say."""
    return not _clash(frozenset(ids), frozenset(other_ids)) and _could_be_one(first, second)


def _clash(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both have an identifier of one of the kinds that a work has once, and none of it is shared."""
    return any(_of(scheme, ours) and _of(scheme, theirs) and not _of(scheme, ours & theirs) for scheme in ONE_OF_A_KIND)


def _of(scheme: str, identifiers: Iterable[str]) -> bool:
    return any(one.startswith(f"{scheme}:") for one in identifiers)


def _stands_within(csl: Mapping[str, object]) -> bool:
    return csl.get("type") in _WITHIN


def _could_be_one(first: Mapping[str, object], second: Mapping[str, object]) -> bool:
    """Whether title and year, where both give them, are the same but for a subtitle and a slip of the pen."""
    years = {year_of(first), year_of(second)} - {None}
    titles = [Words.of(title[:500]).texts for title in (first.get("title"), second.get("title")) if _is_text(title)]
    if len(years) > 1 or len(titles) < 2:
        return len(years) < 2
    short, long = sorted(titles, key=len)
    return long[: len(short)] == short or fuzz.ratio(" ".join(short), " ".join(long)) >= _ALIKE


def _is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str)


def merged(kept: Mapping[str, object], given: Mapping[str, object], *, given_wins: bool) -> dict[str, object]:
    """One description out of two: the fields of both; where both have one, `given_wins` says whose is taken."""
    ours = {name: value for name, value in kept.items() if value not in (None, "", [], {})}
    theirs = {name: value for name, value in given.items() if value not in (None, "", [], {})}
    return {**ours, **theirs} if given_wins else {**theirs, **ours}


def free_id(csl: Mapping[str, object], is_taken: Callable[[str], bool]) -> str:
    """What a new work is called: its own id, or else author, year and the first telling word of its title.

    A number is added where another work has that name.
    """
    own = csl.get("id")
    own = str(own).strip() if isinstance(own, str | int) and not isinstance(own, bool) else ""
    name = own if own and len(own) <= _LONGEST_ID and own.isprintable() else _described(csl)
    return f"{name}-{_free_number(lambda number: is_taken(f'{name}-{number}'))}" if is_taken(name) else name


def _free_number(is_taken: Callable[[int], bool]) -> int:
    """A number from 2 on that is free though the one before it is taken; ten thousand taken ones cost few questions."""
    taken, free = 1, 2
    while is_taken(free):
        taken, free = free, free * 2
    while free - taken > 1:
        middle = (taken + free) // 2
        taken, free = (middle, free) if is_taken(middle) else (taken, middle)
    return free


def _described(csl: Mapping[str, object]) -> str:
    people = people_of(csl, "author") or people_of(csl, "editor")
    family = _plain("".join(people[0].words[:2])) if people else ""
    title = csl.get("title")
    words = Words.of(title[:500]).texts if isinstance(title, str) else ()
    word = next((word for word in words if telling((word,)) and len(word) > 3), words[0] if words else "")
    name = f"{family}{year_of(csl) or ''}{_plain(word)}"[:60]
    return name or _of_address(csl.get("URL")) or "work"


def _of_address(url: object) -> str:
    try:
        return _plain((urlsplit(url).hostname or "").removeprefix("www.")) if isinstance(url, str) else ""
    except ValueError:
        return ""


def _plain(text: str) -> str:
    """The letters and digits of the basic Latin alphabet in `text`, without accents."""
    folded = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss"))
    return _NOT_LETTERS.sub("", folded)
