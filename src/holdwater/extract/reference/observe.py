"""What is seen at each token of a description, as the names of the features that the weights are for."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from holdwater.extract.reference.features import Stretch, boundary, nameish, stretches
from holdwater.extract.reference.name_lists import NameList, name_list
from holdwater.extract.reference.words import Word

_NOTHING = Word("", "edge", "", "", ())
_STYLES = ("year", "date")


class Group:
    """Features that come together at many tokens, and what they weigh by the table that they were last looked up in."""

    __slots__ = ("names", "table", "weight")

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        self.table: object = None
        self.weight = 0


class Seen(NamedTuple):
    """The features of every token, in groups that repeat from token to token, and what parts the tokens."""

    groups: Sequence[tuple[Group, ...]]
    bounds: list[str]


class _Look(NamedTuple):
    """What a word shows to itself and to its neighbours."""

    own: Group
    as_left: Group
    as_right: Group
    as_far_left: Group
    as_far_right: Group
    sign: str


class _Layout(NamedTuple):
    """The pieces and sentences of a description, and where its parts begin."""

    pieces: list[Stretch]
    sentences: list[Stretch]
    names_end: int  # the token after the list of people that it begins with
    style: str
    people: NameList


def observe(words: Sequence[Word]) -> Seen:
    """The features of a description's tokens."""
    bounds = ["^", *(boundary(left, right) for left, right in itertools.pairwise(words))]
    pieces = stretches(words, bounds, sentences=False)
    sentences = stretches(words, bounds, sentences=True)
    people = name_list(words, 1 if words and pieces[0].kind == "num" else 0)
    ends = people.end if people.people else _names_end(pieces)
    layout = _Layout(pieces, sentences, ends, _style(words, pieces), people)
    shared = list(
        zip(
            _spread("p", pieces, layout),
            _spread("s", sentences, layout),
            _states(words, layout),
            _roles(words, pieces, layout),
            strict=True,
        )
    )
    looks = [_look(word) for word in (_NOTHING, _NOTHING, *words, _NOTHING, _NOTHING)]
    groups = [
        (
            looks[index + 2].own,
            looks[index + 1].as_left,
            looks[index + 3].as_right,
            looks[index].as_far_left,
            looks[index + 4].as_far_right,
            _pair(looks[index + 1].sign, looks[index + 2].sign, looks[index + 3].sign),
            *shared[index],
        )
        for index in range(len(words))
    ]
    return Seen(groups, bounds)


@lru_cache(maxsize=16384)
def _look(word: Word) -> _Look:
    telling = word.classes[0] if word.classes else word.shape
    return _Look(
        Group(_own(word)),
        Group(_beside("l", word)),
        Group(_beside("r", word)),
        Group(_far("ll", word)),
        Group(_far("rr", word)),
        f"{telling}{word.trail}",
    )


@lru_cache(maxsize=16384)
def _grouped(names: tuple[str, ...]) -> Group:
    return Group(names)


def _own(word: Word) -> tuple[str, ...]:
    """What a token says by itself."""
    shape = f"{word.shape}{word.lead}{word.trail}"
    lower = word.plain.lower()
    known = _is_telling(word)
    return (
        f"s:{word.shape}",
        f"t:{word.trail}",
        f"o:{word.lead}",
        f"st:{shape}",
        *(f"c:{name}" for name in word.classes),
        *(f"c:{name}{word.lead}{word.trail}" for name in word.classes),
        *([f"c2:{'+'.join(word.classes)}:{word.shape}"] if len(word.classes) > 1 else []),
        *([] if word.classes else [f"no class:{word.shape}"]),
        *([f"e:{lower[-2:]}"] if word.shape in ("low", "Cap") and len(lower) > 4 else []),
        *([f"w:{lower}", f"wt:{lower}{word.trail}"] if known else []),
        *([f"e3:{lower[-3:]}", f"b2:{lower[:2]}", f"b3:{lower[:3]}"] if _is_long(lower) else []),
    )


def _is_telling(word: Word) -> bool:
    """Whether a word of the lexicon counts by itself too; given names count as names alone."""
    return bool(word.classes) and "given" not in word.classes


def _is_long(lower: str) -> bool:
    return len(lower) > 3 and lower.isalpha()


def _beside(side: str, word: Word) -> tuple[str, ...]:
    lower = word.plain.lower()
    return (
        f"{side}s:{word.shape}",
        f"{side}t:{word.lead}{word.trail}",
        f"{side}st:{word.shape}{word.trail}",
        *(f"{side}c:{name}" for name in word.classes),
        *(f"{side}c:{name}{word.trail}" for name in word.classes),
        *([f"{side}w:{lower}"] if _is_telling(word) else []),
        *([f"{side}e:{lower[-3:]}"] if _is_long(lower) else []),
    )


def _far(side: str, word: Word) -> tuple[str, ...]:
    return (f"{side}st:{word.shape}{word.trail}", *(f"{side}c:{name}" for name in word.classes))


@lru_cache(maxsize=16384)
def _pair(left: str, own: str, right: str) -> Group:
    return Group((f"ls:{left}|{own}", f"rs:{own}|{right}", f"lr:{left}|{own}|{right}"))


def _spread(level: str, stretches_: Sequence[Stretch], layout: _Layout) -> list[Group]:
    """The features of each stretch and its neighbours, once for every token in it."""
    spread: list[Group] = []
    for index, stretch in enumerate(stretches_):
        after = "run" if stretch.start < layout.names_end else "first" if stretch.start == layout.names_end else "later"
        size = min(stretch.end - stretch.start, 12) // 2
        place = (size, min(index, 6), min(len(stretches_) - index, 4), after, layout.style)
        group = _of_stretch(
            level,
            place,
            _kind_and_classes(stretches_[index - 1]) if index else _EDGE,
            _kind_and_classes(stretch),
            _kind_and_classes(stretches_[index + 1]) if index + 1 < len(stretches_) else _EDGE,
        )
        spread.extend([group] * (stretch.end - stretch.start))
    return spread


_Side = tuple[str, tuple[str, ...]]
_EDGE: _Side = ("edge", ())


def _kind_and_classes(stretch: Stretch) -> _Side:
    return stretch.kind, tuple(sorted(stretch.classes))


@lru_cache(maxsize=16384)
def _of_stretch(level: str, place: tuple[int, int, int, str, str], left: _Side, own: _Side, right: _Side) -> Group:
    size, index, rest, after, style = place
    return Group(
        (
            f"{level}k:{own[0]}",
            f"{level}n:{size}",
            f"{level}i:{index}",
            f"{level}e:{rest}",
            f"{level}r:{after}",
            f"{level}rk:{after}|{own[0]}",
            f"{level}lk:{left[0]}|{own[0]}",
            f"{level}kr:{own[0]}|{right[0]}",
            f"{level}g:{style}|{after}|{min(index, 4)}",
            *(f"{level}c:{name}" for name in own[1]),
            *(f"{level}cr:{name}|{after}" for name in own[1]),
            *(f"{level}lc:{name}" for name in left[1]),
            *(f"{level}rc:{name}" for name in right[1]),
        )
    )


def _states(words: Sequence[Word], layout: _Layout) -> list[Group]:
    """What has been passed at each token: quotation marks, parentheses, years."""
    years = [index for index, word in enumerate(words) if word.shape in ("year", "years")]
    last_year = years[-1] if years else -1
    states: list[Group] = []
    quoted, closed, inside, passed, sentence = False, 0, False, 0, 0
    ends = {stretch.end for stretch in layout.sentences}
    whole = (layout.style, layout.people.style, min(layout.people.people, 3))
    size = len(words)
    for index, word in enumerate(words):
        quoted = quoted or word.lead == "q"
        inside = inside or word.lead == "p"
        sentence += index in ends
        where = f"{'q' if quoted else ''}{'(' if inside else ''}"
        years_of = f"{min(passed, 2)}{'y' if index < last_year else 'n'}"
        place = (min(index, 3), min(size - index, 4), max(-3, min(index - layout.names_end, 5)), min(sentence, 5))
        states.append(_state(where, min(closed, 2), years_of, place, whole))
        if word.trail[:1] == "q":
            quoted, closed = False, closed + (1 if quoted else 0)
        if word.trail[:1] in ("p", "q") and inside:
            inside = False
        passed += word.shape in ("year", "years")
    return states


@lru_cache(maxsize=16384)
def _state(where: str, closed: int, years: str, place: tuple[int, int, int, int], whole: tuple[str, str, int]) -> Group:
    index, rest, since, sentence = place
    style, people_style, people = whole
    return Group(
        (
            f"in:{where}",
            f"wc:{where}|{closed}",
            f"y:{years}",
            f"yg:{style}|{years}|{min(closed, 1)}{where}",
            f"i:{index}",
            f"b:{rest}",
            f"f:{since}",
            f"fs:{max(-2, min(since, 2))}|{people_style}|{people}",
            f"sy:{sentence}|{years[:-1]}|{style}",
        )
    )


def _names_end(pieces: Sequence[Stretch]) -> int:
    """The token after the run of pieces that can be people, from the beginning."""
    index = 1 if pieces and pieces[0].kind == "num" else 0
    while index < len(pieces) and nameish(pieces[index]):
        index += 1
    return pieces[index].start if index < len(pieces) else pieces[-1].end if pieces else 0


def _style(words: Sequence[Word], pieces: Sequence[Stretch]) -> str:
    """The look of the whole: the year after the names or at the end, a title between quotation marks or none."""
    quoted = "q" if any(word.lead == "q" for word in words) else "-"
    for number, piece in enumerate(pieces):
        if piece.kind in _STYLES:
            return (
                "early" if all(nameish(each) or each.kind == "num" for each in pieces[:number]) else "late"
            ) + quoted
    return "none" + quoted


def _roles(words: Sequence[Word], pieces: Sequence[Stretch], layout: _Layout) -> list[Group]:
    """Where names stand beside words that say what the people did: "(eds.)" after them, "edited by" before."""
    roles: list[list[str]] = [[] for _ in words]
    piece_of = [number for number, piece in enumerate(pieces) for _ in range(piece.start, piece.end)]
    for index, word in enumerate(words):
        for role in ("editor", "translator", "director"):
            if role in word.classes:
                _mark_before(roles, words, pieces, piece_of[index], index, role)
                _mark_after(roles, words, index, role)
        if "in" in word.classes and index + 1 < len(words):
            _mark_after(roles, words, index, "in")
    last = max((index for index, word in enumerate(words) if "editor" in word.classes), default=-1)
    for index, each in enumerate(roles):
        each.append("editor ahead" if index < last else "no editor ahead")
    return [_grouped(tuple(each)) for each in roles]


def _mark_before(
    roles: list[list[str]], words: Sequence[Word], pieces: Sequence[Stretch], number: int, index: int, role: str
) -> None:
    """The names before a word such as "(eds.)"."""
    start = pieces[number].start
    if start < index and not all(
        words[each].capital or words[each].shape in ("I", "II") or words[each].classes for each in range(start, index)
    ):
        return
    while number > 0 and (nameish(pieces[number - 1]) or pieces[number - 1].kind == "initials"):
        number -= 1
    for each in range(pieces[number].start, index):
        roles[each].append(f"{role}<")
    roles[index].append(f"{role}<.")


def _mark_after(roles: list[list[str]], words: Sequence[Word], index: int, role: str) -> None:
    """The names after a word such as "edited by"."""
    start = index + 1
    while start < len(words) and start < index + 3 and words[start].shape == "low" and "by" in words[start].classes:
        start += 1
    found = name_list(words, start)
    if not found.people:
        return
    for each in range(start, found.end):
        roles[each].append(f"{role}>")
    if found.end < len(words):
        roles[found.end].append(f"{role}>.")
        roles[index].append(f"{role}>^{'e' if 'editor' in words[found.end].classes else ''}")
