"""What is seen at each token of a description, as the names of the features that the weights are for."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from holdwater.extract.reference.features import Stretch, boundary, nameish, stretches
from holdwater.extract.reference.name_lists import NameList, name_list
from holdwater.extract.reference.words import Word

Features = tuple[str, ...]
_NOTHING = Word("", "edge", "", "", ())
_STYLES = ("year", "date")


class Seen(NamedTuple):
    """The features of every token, in groups that repeat from token to token, and what parts the tokens."""

    groups: Sequence[tuple[Features, ...]]
    bounds: list[str]


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
    padded = [_NOTHING, _NOTHING, *words, _NOTHING, _NOTHING]
    groups = [
        (
            own(word),
            _beside("l", padded[index + 1]),
            _beside("r", padded[index + 3]),
            _far("ll", padded[index]),
            _far("rr", padded[index + 4]),
            _pair(padded[index + 1], word, padded[index + 3]),
            *shared[index],
        )
        for index, word in enumerate(words)
    ]
    return Seen(groups, bounds)


@lru_cache(maxsize=8192)
def own(word: Word) -> Features:
    """What a token says by itself."""
    shape = f"{word.shape}{word.lead}{word.trail}"
    classes = [f"c:{name}" for name in word.classes]
    stopped = [f"c:{name}{word.lead}{word.trail}" for name in word.classes]
    both = [f"c2:{'+'.join(word.classes)}:{word.shape}"] if len(word.classes) > 1 else []
    bare = [] if word.classes else [f"no class:{word.shape}"]
    ending = [f"e:{word.plain[-2:].lower()}"] if word.shape in ("low", "Cap") and len(word.plain) > 4 else []
    return (
        f"s:{word.shape}",
        f"t:{word.trail}",
        f"o:{word.lead}",
        f"st:{shape}",
        *classes,
        *stopped,
        *both,
        *bare,
        *ending,
    )


@lru_cache(maxsize=16384)
def _beside(side: str, word: Word) -> Features:
    return (
        f"{side}s:{word.shape}",
        f"{side}t:{word.lead}{word.trail}",
        f"{side}st:{word.shape}{word.trail}",
        *(f"{side}c:{name}" for name in word.classes),
        *(f"{side}c:{name}{word.trail}" for name in word.classes),
    )


@lru_cache(maxsize=16384)
def _far(side: str, word: Word) -> Features:
    return (f"{side}st:{word.shape}{word.trail}", *(f"{side}c:{name}" for name in word.classes))


@lru_cache(maxsize=16384)
def _pair(left: Word, word: Word, right: Word) -> Features:
    left_sign, sign, right_sign = _sign(left), _sign(word), _sign(right)
    return (f"ls:{left_sign}|{sign}", f"rs:{sign}|{right_sign}", f"lr:{left_sign}|{sign}|{right_sign}")


@lru_cache(maxsize=8192)
def _sign(word: Word) -> str:
    telling = word.classes[0] if word.classes else word.shape
    return f"{telling}{word.trail}"


def _spread(level: str, stretches_: Sequence[Stretch], layout: _Layout) -> list[Features]:
    """The features of each stretch and its neighbours, once for every token in it."""
    spread: list[Features] = []
    for index, stretch in enumerate(stretches_):
        left = stretches_[index - 1] if index else None
        right = stretches_[index + 1] if index + 1 < len(stretches_) else None
        size = min(stretch.end - stretch.start, 12) // 2
        after = "run" if stretch.start < layout.names_end else "first" if stretch.start == layout.names_end else "later"
        kinds = [each.kind if each else "edge" for each in (left, stretch, right)]
        features = (
            f"{level}k:{kinds[1]}",
            f"{level}n:{size}",
            f"{level}i:{min(index, 6)}",
            f"{level}e:{min(len(stretches_) - index, 4)}",
            f"{level}r:{after}",
            f"{level}rk:{after}|{kinds[1]}",
            f"{level}lk:{kinds[0]}|{kinds[1]}",
            f"{level}kr:{kinds[1]}|{kinds[2]}",
            f"{level}g:{layout.style}|{after}|{min(index, 4)}",
            *(f"{level}c:{name}" for name in sorted(stretch.classes)),
            *(f"{level}cr:{name}|{after}" for name in sorted(stretch.classes)),
            *(f"{level}lc:{name}" for name in sorted(left.classes if left else ())),
            *(f"{level}rc:{name}" for name in sorted(right.classes if right else ())),
        )
        spread.extend([features] * (stretch.end - stretch.start))
    return spread


def _states(words: Sequence[Word], layout: _Layout) -> list[Features]:
    """What has been passed at each token: quotation marks, parentheses, years."""
    years = [index for index, word in enumerate(words) if word.shape in ("year", "years")]
    last_year = years[-1] if years else -1
    states: list[Features] = []
    quoted, closed, inside, passed, sentence = False, 0, False, 0, 0
    ends = {stretch.end for stretch in layout.sentences}
    first = layout.names_end
    for index, word in enumerate(words):
        quoted = quoted or word.lead == "q"
        inside = inside or word.lead == "p"
        sentence += index in ends
        where = f"{'q' if quoted else ''}{'(' if inside else ''}"
        ahead = "y" if index < last_year else "n"
        states.append(
            (
                f"w:{where}",
                f"wc:{where}|{min(closed, 2)}",
                f"y:{min(passed, 2)}{ahead}",
                f"yg:{layout.style}|{min(passed, 2)}{ahead}|{min(closed, 1)}{where}",
                f"i:{min(index, 3)}",
                f"b:{min(len(words) - index, 4)}",
                f"f:{max(-3, min(index - first, 5))}",
                f"fs:{max(-2, min(index - first, 2))}|{layout.people.style}|{min(layout.people.people, 3)}",
                f"sy:{min(sentence, 5)}|{min(passed, 2)}|{layout.style}",
            )
        )
        if word.trail[:1] == "q":
            quoted, closed = False, closed + (1 if quoted else 0)
        if word.trail[:1] in ("p", "q") and inside:
            inside = False
        passed += word.shape in ("year", "years")
    return states


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


def _roles(words: Sequence[Word], pieces: Sequence[Stretch], layout: _Layout) -> list[Features]:
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
    return [tuple(each) for each in roles]


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
