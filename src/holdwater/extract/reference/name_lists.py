"""Lists of people in a description: where one that begins at a token ends, if all its names are set alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from holdwater.extract.reference.words import Word

_FORBIDDEN = frozenset("genre volume issue page month online book in".split())
_MOST_GIVEN = 4  # words or initials of given names in a row


_Person = Callable[[Sequence[Word], int, int], int | None]
_SURE = frozenset(["inverted", "natural"])


class NameList(NamedTuple):
    """A list of people: the token after it, how its names are set, and how many there are."""

    end: int
    style: str
    people: int


def name_list(words: Sequence[Word], start: int) -> NameList:
    """The longest list of people that begins at token `start`; its end is `start` where there is none."""
    best = NameList(start, "none", 0)
    for style, person in _STYLES.items():
        found = _alike(words, start, style, person)
        if (found.end, found.people) > (best.end, best.people):
            best = found
    return best


def _alike(words: Sequence[Word], start: int, style: str, person: _Person) -> NameList:
    """The people from `start` on whose names are all set in one way, as far as the last that is surely one."""
    end, count, sure, sure_count = start, 0, start, 0
    while end < len(words):
        begin = _past_joins(words, end) if count else end
        after = person(words, begin, count)
        if after is None:
            break
        end, count = after, count + 1
        if count == 1 or style in _SURE or _surely_named(words, begin, end):
            sure, sure_count = end, count
        if not _goes_on(words, end):
            break
    return NameList(_others(words, sure) if sure_count else start, style, sure_count)


def _goes_on(words: Sequence[Word], end: int) -> bool:
    """Whether another person can follow: after a comma, a semicolon or "and"."""
    return (
        words[end - 1].stop in (",", ";") or (words[end - 1].stop == "." and words[end - 1].shape in ("I", "II"))
    ) or (end < len(words) and "and" in words[end].classes)


def _past_joins(words: Sequence[Word], index: int) -> int:
    while index < len(words) and "and" in words[index].classes and not words[index].stop.strip(","):
        index += 1
    return index


def _others(words: Sequence[Word], index: int) -> int:
    """Past "et al." and "and others"."""
    after = index
    for step in range(index, min(index + 3, len(words))):
        if "etal" in words[step].classes and words[step].plain.lower() in ("al", "alii", "others"):
            after = step + 1
    return after


def _family(words: Sequence[Word], index: int, most: int = 2) -> int | None:
    """Past particles and a family name; None without one."""
    begin = index
    while index < len(words) and index - begin < 3 and "particle" in words[index].classes and not words[index].trail:
        index += 1
    found = 0
    while index < len(words) and found < most and _is_name(words[index]) and not (found and words[index].shape == "II"):
        index, found = index + 1, found + 1
        if words[index - 1].trail:
            break
    return index if found else None


def _is_name(word: Word) -> bool:
    return (
        word.shape in ("Cap", "Mix", "UP", "II")
        and not word.lead
        and not (_FORBIDDEN & set(word.classes) or ("small" in word.classes and "particle" not in word.classes))
    )


def _initials(words: Sequence[Word], index: int) -> int | None:
    begin = index
    while (
        index < len(words)
        and index - begin < _MOST_GIVEN
        and words[index].shape in ("I", "II")
        and not words[index].lead
    ):
        index += 1
        if words[index - 1].stop in (",", ";", ":") or words[index - 1].trail[:1] in ("p", "q"):
            break
    return index if index > begin else None


def _suffix(words: Sequence[Word], index: int) -> int:
    return index + 1 if index < len(words) and "suffix" in words[index].classes else index


def _inverted(words: Sequence[Word], index: int, _count: int) -> int | None:
    """Doe, J. R."""
    family = _family(words, index)
    if family is None or words[family - 1].trail not in (",", ""):
        return None
    given = _initials(words, _suffix(words, family))
    return _suffix(words, given) if given is not None else None


def _natural(words: Sequence[Word], index: int, _count: int) -> int | None:
    """J. R. Doe"""
    given = _initials(words, index)
    if given is None or words[given - 1].stop not in (".", ""):
        return None
    family = _family(words, given)
    return _suffix(words, family) if family is not None else None


def _full(words: Sequence[Word], index: int, _count: int) -> int | None:
    """Jane R. Doe"""
    begin = index
    while index < len(words) and index - begin < 5 and _part_of_full(words, index, begin):
        index += 1
        if (words[index - 1].trail and words[index - 1].shape not in ("I", "II")) or words[index - 1].stop in (
            ",",
            ";",
        ):
            break
    if index - begin < 2 or words[index - 1].shape == "I":
        return None
    return _suffix(words, index)


def _surely_named(words: Sequence[Word], begin: int, end: int) -> bool:
    """Whether words that follow a first name can be no title: "and" stands before them, or a given name begins them."""
    joined = "and" in words[begin - 1].classes and (words[end - 1].trail != "" or end == len(words))
    return joined or any("given" in words[each].classes or words[each].shape == "I" for each in range(begin, end))


def _part_of_full(words: Sequence[Word], index: int, begin: int) -> bool:
    word = words[index]
    particle = index > begin and "particle" in word.classes
    return not word.lead and (_is_name(word) or word.shape in ("I", "II") or particle)


def _first_inverted(words: Sequence[Word], index: int, count: int) -> int | None:
    """Doe, Jane, and John R. Roe"""
    return _full(words, index, count) if count else _all_inverted(words, index, 0)


def _all_inverted(words: Sequence[Word], index: int, _count: int) -> int | None:
    """Doe, Jane; Roe, John R."""
    family = _family(words, index, 1 if "given" in words[index].classes else 2) if index < len(words) else None
    if family is None or words[family - 1].trail != ",":
        return None
    return _given(words, family)


def _given(words: Sequence[Word], index: int) -> int | None:
    """Past "Jane R." or "Jane"; after an initial no whole name follows."""
    begin = index
    while index < len(words) and index - begin < _MOST_GIVEN and _part_of_full(words, index, begin):
        initial = words[index].shape in ("I", "II")
        if index > begin and words[index - 1].shape == "I" and not initial:
            break
        index += 1
        if words[index - 1].trail and (not initial or words[index - 1].stop != "."):
            break
    return _suffix(words, index) if index > begin else None


_STYLES = {
    "inverted": _inverted,
    "natural": _natural,
    "full": _full,
    "first": _first_inverted,
    "all": _all_inverted,
}
