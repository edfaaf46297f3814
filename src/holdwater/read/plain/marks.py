"""Where a plain text may have a note mark: digits glued to a word, to a year or to punctuation, raised digits, [3].

Nothing here decides: each candidate has a weight (see `plain_glue`), and `plain_order` weighs them together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from holdwater.patterns import waiting
from holdwater.read.plain.glue import STRONG, Glue, after_year, raised_weight, weigh

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = str.maketrans(RAISED, "0123456789")
# One class of characters at the head lets the search skip at the speed of the string library.
_DIGITS = waiting(
    rf"[0-9{RAISED}](?:"
    r"(?<=[^\s\d(\[{/@_=\\#&~^<>|+*$£€§×-][1-9])\d{0,2}(?![\d\w%°/@_=\\#&~^<>|+$£€-]|\*(?!\d{2,5}\b))"
    r"|(?<=\d)(?<![\d.]\d)\d{4,6}(?![\d\w%°/@_=-])|(?<=\d,\d)\d{3}(?![\d\w%°/@_=-])"
    rf"|(?<=[{RAISED}])(?<![{RAISED}][{RAISED}])[{RAISED}]{{0,2}}(?![{RAISED}]))"
)
_BRACKETED = waiting(r"\[(\d{1,3}(?: ?[,;] ?\d{1,3}){0,9})\]")
_STAR_PAGE = waiting(r"\A\*\d{2,5}\s?")
_NUMBER = waiting(r"\d+")
_AFTER = frozenset(" \t\r\n\f\v\u00a0\u2009\u202f.,;:!?…)]”’\"'»—–" + RAISED + "↩")
_LOOK_BACK = 48


class Candidate(NamedTuple):
    """Characters `start` to `end` of the file that may be the note mark `value`, and how like one they look.

    `plain` says that the mark needs no order to be seen as one: raised digits, or a number in brackets.
    """

    start: int
    end: int
    value: int
    weight: float
    plain: bool = False


def candidates(raw: str, ranges: Iterable[tuple[int, int]], *, brackets: bool, limit: int) -> list[Candidate]:
    """All candidates within these ranges of the file, in order of their ends; none at all if more than `limit`."""
    found: list[Candidate] = []
    for start, end in ranges:
        found.extend(islice(_glued(raw, start, end), limit + 1))
        if brackets and "[" in raw[start:end]:
            found.extend(islice(_bracketed(raw, start, end), limit + 1))
        if len(found) > limit:
            return []
    return _once(raw, sorted(found, key=lambda each: (each.end, each.start)))


def _once(raw: str, found: list[Candidate]) -> list[Candidate]:
    """Leave out a word with its digits that comes more than once: it is a name ("utf8"), a note has one mark."""
    names: dict[str, int] = {}
    keys: list[str] = []
    for each in found:
        word = "" if each.plain else _words_before(raw, 0, each.end)[0]
        key = word.strip("\"“”‘’'()[].,;:").lower() if word else ""
        keys.append(key)
        if key:
            names[key] = names.get(key, 0) + 1
    return [each for each, key in zip(found, keys, strict=True) if not key or names[key] == 1]


def _glued(raw: str, start: int, end: int) -> Iterator[Candidate]:
    for match in _DIGITS.finditer(raw, start, end):
        first, last = match.span()
        after = raw[last : last + 1] if last < end else ""
        if after == "*":  # a mark before a star page, "him.10*747 He": the page is none of the words
            after = ""
        if after and (after not in _AFTER or (after in ".,:;'’–" and raw[last + 1 : last + 2].isdigit())):
            continue
        if match[0][0] in RAISED:
            yield from _raised(raw, start, first, last)
        elif last - first > 3:
            yield from _after_year(raw, start, first, last)
        else:
            token, word = _words_before(raw, start, first)
            heads = first - len(token) <= start
            weight = weigh(Glue(token, word, match[0], _STAR_PAGE.sub(" ", raw[last : last + 18])[:12], heads))
            if weight:
                yield Candidate(first, last, int(match[0]), weight)


def _bracketed(raw: str, start: int, end: int) -> Iterator[Candidate]:
    for match in _BRACKETED.finditer(raw, start, end):
        if match.start() == start:
            continue
        yield Candidate(*match.span(), int(_NUMBER.findall(match[0])[0]), STRONG, True)


def numbers(mark: str) -> list[str]:
    """The numbers that a mark shows: one, or several in one pair of brackets ("[3, 4]")."""
    return _NUMBER.findall(mark.translate(_LOWERED))


def _words_before(raw: str, start: int, end: int) -> tuple[str, str]:
    """The characters before `end` back to white space, and the word before them on the line."""
    words = raw[max(start, end - _LOOK_BACK) : end].rsplit(None, 2)
    if end > start and not raw[end - 1].isspace():
        return words[-1], words[-2] if len(words) > 1 else ""
    return "", words[-1] if words else ""


def _after_year(raw: str, start: int, first: int, last: int) -> Iterator[Candidate]:
    token, word = _words_before(raw, start, first)
    kept, weight = after_year(raw[first:last], token, word)
    cut = first + kept
    if weight and 0 < last - cut <= 3 and raw[cut] != "0":
        yield Candidate(cut, last, int(raw[cut:last]), weight)


def _raised(raw: str, start: int, first: int, last: int) -> Iterator[Candidate]:
    value = int(raw[first:last].translate(_LOWERED))
    weight = raised_weight(_words_before(raw, start, first)[0]) if value and first > start else 0.0
    if weight:
        yield Candidate(first, last, value, weight, True)
