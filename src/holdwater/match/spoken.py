"""Words that were spoken: a transcript, or a quotation taken down by ear.

    said      Uh, we- we don't, you know, pay twenty-five percent. [laughter]
    printed   We do not pay 25 %.

Both have one view: fillers, repeated words, restarts and what a transcript notes beside the words are passed over,
contractions are their long forms and numbers in words are digits. A negation, a number's value and a name never are
passed over: "don't" is "do" and "not", and 25 is 25.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from holdwater.match import utterance
from holdwater.match.counted import counted
from holdwater.match.views import Cell, Stretch, View
from holdwater.patterns import waiting

CLIPPED = 5
"""Letters of the shortest word whose -ing may be clipped."""
LONGEST_REPEAT = 4
"""Words that may be said again in one go: "what I what I mean"."""
_STOP = waiting(r"[.?!;:]")
BRACKETED = waiting(r"[\[(<*♪]\s{0,3}([^\[\]()<>*♪\n]{1,60}?)\s{0,3}[\])>*♪]")
"""What may be a stage direction (`is_direction`)."""
STAMP = waiting(
    r"[\[<]\s?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\s?[\]>]|\(\d{1,2}:\d{2}:\d{2}\)"
    r"|\b0\d:\d{2}:\d{2}(?:[.,]\d{1,3})?|^[ \t]{0,8}\d{1,2}:\d{2}:\d{2}\b|^[ \t]{0,8}\d{1,2}:\d{2}[ \t]{0,8}$",
    re.MULTILINE,
)
"""Where a recording stood: a clock time in brackets, one with hours that begin with 0, one alone in its line."""
_LABEL = waiting(
    r"^[ \t]{0,8}(?:>{1,3}[ \t]{0,3})?(?:(?:SPEAKER|Speaker)[ \t]?\w{0,3}|[A-Z][A-Z.'’-]+(?:[ \t]+[A-Z][A-Z.'’-]*){0,3}"
    r"|[QA](?=[.:][ \t]))[ \t]{0,3}[:.](?=\s)|\bSPEAKER[ \t]\d{1,3}:",
    re.MULTILINE,
)
"""Who speaks, as transcripts write it: capitals and a colon at a line's start."""
_WORD = waiting(r"[^\W_]+(?:-[^\W_]+)?")
_MARKS = frozenset("[(<*♪:>.")


def read(stretch: Stretch) -> View:
    """The view of spoken words; its time grows with their number."""
    passed = _beside_words(stretch)
    cells = list(_cells(stretch, passed))
    return View.of_cells(_once(cells, stretch))


def exchange(own: str, source: str) -> float:
    """The price of one unit of a view against another: 0 where an ending may stand for a word, else 1."""
    if own == source or _is_clipped(own, source) or _is_clipped(source, own):
        return 0.0
    if own in utterance.STANDS_FOR.get(source, ()) or source in utterance.STANDS_FOR.get(own, ()):
        return 0.0
    return 1.0


def _is_clipped(short: str, whole: str) -> bool:
    """Whether a word has lost the g of its -ing, as it is often said: goin, going."""
    return len(whole) == len(short) + 1 and len(whole) >= CLIPPED and whole.endswith("ing") and whole[:-1] == short


def _beside_words(stretch: Stretch) -> set[int]:
    """The words of stage directions, time stamps and speakers' labels."""
    if not len(stretch.keys):
        return set()
    low, high = stretch.starts[0], stretch.ends[-1]
    low = max(stretch.text.rfind("\n", 0, low) + 1, low - 80)
    high = min(len(stretch.text), high + 80)
    if _MARKS.isdisjoint(stretch.text[low:high]):
        return set()
    spans = [match.span() for pattern in (STAMP, _LABEL) for match in pattern.finditer(stretch.text, low, high)]
    spans += [match.span() for match in BRACKETED.finditer(stretch.text, low, high) if is_direction(match.group(1))]
    passed: set[int] = set()
    for start, end in spans:
        passed.update(range(bisect_left(stretch.starts, start), bisect_left(stretch.starts, end)))
    return passed


def is_direction(inside: str) -> bool:
    """Whether words in brackets tell what was heard beside the words: laughter, applause, a cough."""
    words = [word.casefold() for word in _WORD.findall(inside)]
    heard = any(word in utterance.STAGE for word in words)
    return heard and all(
        word in utterance.STAGE or word in utterance.STAGE_TOO or word.isdigit() for word in words
    )  # fmt: skip


def _cells(stretch: Stretch, passed: set[int]) -> Iterator[Cell]:
    """The units word by word, without what is passed over; numbers and amounts of money are one cell."""
    kept = _unbroken(_kept(stretch, passed), stretch)
    keys = [stretch.keys[index] for index in kept]
    at = 0
    while at < len(keys):
        percent = (("%",), 2) if keys[at : at + 2] == ["per", "cent"] else None
        units, used = percent or _amount(keys, at) or (_long_form(stretch, kept[at]), 1)
        yield units, kept[at], kept[at + used - 1] + 1
        at += used


def _kept(stretch: Stretch, passed: set[int]) -> Iterator[int]:
    """The words that are neither fillers nor passed over."""
    spoken = set(stretch.keys)
    at = 0
    while at < len(stretch.keys):
        skipped = 1 if at in passed else _filler(stretch, at, spoken)
        if not skipped:
            yield at
        at += skipped or 1


def _amount(keys: Sequence[str], at: int) -> tuple[tuple[str, ...], int] | None:
    """A number in digits, with its currency behind it wherever it stood."""
    sign = keys[at] in utterance.CURRENCY
    number = counted(keys, at + sign) if at + sign < len(keys) else None
    if number is None:
        return None
    units = (number[0], *utterance.LONG_FORMS[keys[at]]) if sign else (number[0],)
    return units, sign + number[1]


def _long_form(stretch: Stretch, at: int) -> tuple[str, ...]:
    """The words that one word is said for."""
    key = stretch.keys[at]
    if key in utterance.LONG_FORMS:
        return utterance.LONG_FORMS[key]
    for ending, word in utterance.ENDINGS.items() if "'" in key else ():
        if len(key) > len(ending) and key.endswith(ending):
            return (key,) if key == "ain't" else (key[: -len(ending)], word)
    if stretch.text[stretch.starts[at] - 1 : stretch.starts[at]] in ("'", "’") and key in ("em", "cause"):
        return ("them",) if key == "em" else ("because",)
    return (key,)


def _filler(stretch: Stretch, at: int, spoken: set[str]) -> int:
    """How many words of filler begin with word `at`."""
    key = stretch.keys[at]
    if key in utterance.FILLERS:
        return 0 if key in utterance.NOT_OF and spoken & utterance.NOT_OF[key] else 1
    if key in utterance.FILLERS_OF:
        return 1 if spoken & utterance.FILLERS_OF[key] else 0
    pair = f"{key} {_key(stretch, at + 1)}"
    if pair in _ASIDES:
        return 2 if _ASIDES[pair](stretch, at) else 0
    if key == "like":
        return 1 if _is_filling_like(stretch, at) else 0
    return 1 if key == "well" and _opens(stretch, at) and "," in stretch.gap(at + 1) else 0


def _key(stretch: Stretch, at: int) -> str:
    return stretch.keys[at] if 0 <= at < len(stretch.keys) else ""


def _opens(stretch: Stretch, at: int) -> bool:
    """Whether a word opens a sentence."""
    return bool(_STOP.search(stretch.gap(at))) or (at == 0 and stretch.starts[0] == 0)


def _is_set_off(stretch: Stretch, at: int, count: int) -> bool:
    """Whether words stand between commas or dashes, or between one and a sentence's edge."""
    before, behind = stretch.gap(at), stretch.gap(at + count)
    return _parts(behind) and (_parts(before) or _opens(stretch, at))


def _parts(gap: str) -> bool:
    return any(mark in gap for mark in ",–—") or " - " in gap or "..." in gap or "…" in gap


def _is_filling_like(stretch: Stretch, at: int) -> bool:
    before, behind = _said_before(stretch, at), _key(stretch, at + 1)
    if _is_set_off(stretch, at, 1):
        return True
    return before in utterance.BEFORE_LIKE and bool(behind) and behind not in utterance.NOT_AFTER_LIKE


def _said_before(stretch: Stretch, at: int) -> str:
    """The word before, or the end of a contraction."""
    key = _key(stretch, at - 1)
    return next((ending for ending in utterance.ENDINGS if key.endswith(ending)), key)


def _you_know(stretch: Stretch, at: int) -> bool:
    if _is_set_off(stretch, at, 2):
        return True
    beside = _said_before(stretch, at) in utterance.NOT_BEFORE_KNOW
    return not beside and _key(stretch, at + 2) not in utterance.NOT_AFTER_KNOW and _is_inside(stretch, at)


def _i_mean(stretch: Stretch, at: int) -> bool:
    if _is_set_off(stretch, at, 2):
        return True
    beside = _said_before(stretch, at) in utterance.NOT_BEFORE_MEAN
    return not beside and _key(stretch, at + 2) not in utterance.NOT_AFTER_MEAN and _is_inside(stretch, at)


def _softens(stretch: Stretch, at: int) -> bool:
    return _said_before(stretch, at) in utterance.BEFORE_ASIDE and bool(_key(stretch, at + 2))


def _is_inside(stretch: Stretch, at: int) -> bool:
    """Whether words stand on both sides, so that the neighbours can be asked."""
    return at > 0 and at + 2 < len(stretch.keys)


_ASIDES = {"you know": _you_know, "i mean": _i_mean, "sort of": _softens, "kind of": _softens, "o sea": lambda *_: True}


def _once(cells: list[Cell], stretch: Stretch) -> list[Cell]:
    """The cells without what is said again at once."""
    kept: list[Cell] = []
    for cell in cells:
        kept.append(cell)
        for count in range(1, LONGEST_REPEAT + 1):
            if _is_said_again(kept, count, stretch):
                del kept[-2 * count : -count]
                break
    return kept


def _unbroken(indices: Iterable[int], stretch: Stretch) -> list[int]:
    """Without the beginnings of words that were broken off."""
    kept: list[int] = []
    for index in indices:
        while kept and _is_broken_off(kept[-1], index, stretch):
            kept.pop()
        kept.append(index)
    return kept


def _is_broken_off(before: int, at: int, stretch: Stretch) -> bool:
    """Whether a word is the beginning of another, with a dash behind it: w- we, th—the."""
    part, whole = stretch.keys[before], stretch.keys[at]
    if len(part) >= len(whole) or not whole.startswith(part) or part.isdigit():
        return False
    gap = stretch.text[stretch.ends[before] : stretch.starts[at]]
    return gap[:1] in ("-", "–", "—") and not _STOP.search(gap)


def _is_said_again(cells: Sequence[Cell], count: int, stretch: Stretch) -> bool:
    """Whether the last `count` cells say what those before them have said, in the same sentence."""
    if len(cells) < 2 * count or cells[-1][0] != cells[-1 - count][0]:
        return False
    again, said = cells[-count:], cells[-2 * count : -count]
    if any(one[0] != other[0] for one, other in zip(again, said, strict=True)):
        return False
    if count == 1 and (said[0][0][0] in utterance.MAY_BE_SAID_TWICE or not said[0][0][0].isascii()):
        return False
    if all(key.replace(".", "").isdigit() for units, _, _ in said for key in units):
        return False
    return not _STOP.search(stretch.text[stretch.ends[said[-1][2] - 1] : stretch.starts[again[0][1]]])
