"""Lists of people: who is missing, who is another, and what is only shortened.

A list may be cut behind its first names, and CSL-JSON does not say whether "et al." stood there. Somebody whom the
record does not have, another first author, another order, or somebody left out of the middle is a difference.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from holdwater.sources.records.comparing.names import Name, names_of, same_family, same_person
from holdwater.sources.records.comparing.outcome import LACKING, SAME, Outcome, better, different, variant
from holdwater.sources.records.comparing.written import in_other_script, romanised, text_of, words_of

AND_OTHERS = frozenset(
    (
        "et al",
        "etal",
        "et alii",
        "others",
        "and others",
        "u a",
        "ua",
        "y otros",
        "et coll",
        "and colleagues",
        "…",
        "...",
    )
)
"""How a list of people says that it goes on (BibTeX's "and others" becomes the family name "others")."""
CUT_BY_SERVICES = frozenset((1, 10, 25, 100))
"""How many names services keep of longer lists: old Crossref deposits the first, PubMed 10 until 1995 and 25 until 1999
(the National Library of Medicine's author policy), OpenAlex 100 in lists of works."""


@dataclass(frozen=True)
class People:
    """A list of names, and whether it says that it goes on."""

    names: tuple[Name, ...]
    and_others: bool = False

    @property
    def shown(self) -> str:
        """The list for a person to read, the first four names of it."""
        shown = "; ".join(name.shown for name in self.names[:4])
        return f"{shown}; …" if len(self.names) > 4 or self.and_others else shown


def people_of(csl: Mapping[str, object], role: str) -> People:
    """The people of one role in a CSL-JSON item."""
    names = names_of(csl.get(role))
    kept = tuple(name for name in names if not _goes_on(name))
    return People(kept, len(kept) < len(names))


def _goes_on(name: Name) -> bool:
    shown = name.shown.lower().strip(" .,")
    return shown in AND_OTHERS or " ".join(words_of(shown)) in AND_OTHERS


@dataclass(frozen=True)
class Compared:
    """What comes out of two items' people: the outcome, and both lists as they were compared."""

    outcome: Outcome
    ours: People
    theirs: People


_ROLES = ("author", "editor", "container-author", "collection-editor", "director", "translator")


def compare_people(ours: Mapping[str, object], theirs: Mapping[str, object], of_book: bool = False) -> Compared:
    """How the people of a reference stand to those of a record.

    `of_book` says that the record is of the book that holds the reference's chapter: then the book's people are asked.
    """
    mine = _first(ours, ("editor", "container-author") if of_book else _ROLES)
    candidates = [people_of(theirs, role) for role in _ROLES[:4]]
    best: Compared | None = None
    for other in candidates:
        if not mine.names or not other.names:
            continue
        outcome = compare_lists(mine, other)
        if best is None or better(best.outcome, outcome) is outcome is not best.outcome:
            best = Compared(outcome, mine, other)
    if best is None:
        return Compared(LACKING, mine, next((one for one in candidates if one.names), People(())))
    if best.outcome.agreement is different("").agreement and _is_publisher(mine, theirs):
        return Compared(variant("the body that publishes it"), mine, best.theirs)
    return best


def _first(csl: Mapping[str, object], roles: Sequence[str]) -> People:
    return next((people for role in roles if (people := people_of(csl, role)).names), People(()))


def _is_publisher(ours: People, theirs: Mapping[str, object]) -> bool:
    publisher = text_of(theirs, "publisher")
    return bool(publisher) and all(name.body and same_family(name, Name("", body=publisher)) for name in ours.names)


def compare_lists(ours: People, theirs: People) -> Outcome:
    """How one list of names stands to another."""
    mine, other = ours.names, theirs.names
    if all(
        in_other_script(romanised(one.shown), romanised(another.shown))
        for one, another in zip(mine, other, strict=False)
    ):
        return Outcome(LACKING.agreement, "in another script", 0.0)
    if _is_group_of(ours, theirs) or _is_group_of(theirs, ours):
        return variant("a group here, its people there", 0.7)
    places = _places(mine, other)
    strangers = [name for name, place in zip(mine, places, strict=True) if place is None and not name.body]
    if strangers:
        return _with_strangers(ours, theirs, places, strangers)
    known = [place for place in places if place is not None]
    if not known:
        return different("other people")
    if known != sorted(known):
        return different("in another order", 0.8)
    return _with_missing(ours, theirs, known)


def _is_group_of(group: People, people: People) -> bool:
    """One side names a collaboration or an institution alone, the other the people in it."""
    return all(name.body for name in group.names) and not any(name.body for name in people.names)


def _places(ours: Sequence[Name], theirs: Sequence[Name]) -> list[int | None]:
    """Where each of our names stands in their list: at its own place if it can, else the first free one."""
    taken: set[int] = set()
    places: list[int | None] = []
    by_key: dict[str, list[int]] = {}
    for index, name in enumerate(theirs):
        for key in name.keys:
            by_key.setdefault(key, []).append(index)
    for index, name in enumerate(ours):
        near = [index] if index < len(theirs) else []
        keyed = [place for key in name.keys for place in by_key.get(key, ())]
        rest = range(len(theirs)) if len(theirs) <= 200 else ()
        found = next((at for at in (*near, *keyed, *rest) if at not in taken and same_person(name, theirs[at])), None)
        places.append(found)
        if found is not None:
            taken.add(found)
    return places


def _with_strangers(ours: People, theirs: People, places: Sequence[int | None], strangers: Sequence[Name]) -> Outcome:
    share = 1 - len(strangers) / len(ours.names)
    cut = len(theirs.names) in CUT_BY_SERVICES and len(ours.names) > max(2, len(theirs.names))
    if (cut or theirs.and_others) and places[: len(theirs.names)] == list(range(len(theirs.names))):
        return variant(f"the record stops after {len(theirs.names)}", 0.9)
    relative = next((name for one in strangers for name in theirs.names if same_family(one, name)), None)
    first = strangers[0].shown
    if relative is not None:
        return different(f"“{first}” here, “{relative.shown}” there", max(share, 0.5))
    if share and len(ours.names) > len(theirs.names):
        return different(f"“{first}” is not there", share)
    return different("other people" if not share else f"“{first}” is not there", share)


def _with_missing(ours: People, theirs: People, known: Sequence[int]) -> Outcome:
    """Everybody here is there, in order; who of them is left out here?"""
    left_out = [index for index in range(len(theirs.names)) if index not in set(known) and not theirs.names[index].body]
    if not left_out:
        same = len(ours.names) == len(theirs.names) and all(
            one.shown == other.shown for one, other in zip(ours.names, theirs.names, strict=True)
        )
        return SAME if same else variant("the same people, written another way")
    if known[0] != 0 and 0 in left_out and any(not name.body for name in ours.names):
        return different(f"“{theirs.names[0].shown}” is left out", 0.7)
    if ours.and_others or all(name.body for name in ours.names) or _is_cut(known, len(theirs.names)):
        return variant("cut short", 0.95)
    return different(f"“{theirs.names[left_out[0]].shown}” is left out", 0.8)


def _is_cut(known: Sequence[int], total: int) -> bool:
    """Whether the first names are kept, or the first and the last behind dots that CSL-JSON has no place for."""
    first = list(range(len(known)))
    return list(known) == first or (
        list(known[:-1]) == first[:-1] and known[-1] == total - 1 and total > len(known) + 1
    )
