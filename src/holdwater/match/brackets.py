"""Tell the author's brackets from the source's own.

A bracket in a quotation owns up to a change of the author's, unless the source has a bracket in the same place: then it
was copied (a grammar, a program, a citation mark, an earlier editor's insertion), and its words count like all others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from holdwater.match.align import Step
from holdwater.match.normalise import WORD
from holdwater.match.place import Placement
from holdwater.match.quoted import BRACKET, EDITORIAL, ELLIPSIS, PLAIN, Element, Quoted, may_leave_out
from holdwater.match.words import Words
from holdwater.patterns import waiting

MOSTLY = 0.5
"""If more than this share of a quotation's brackets are the source's, the source is written in brackets: all are."""
COPIED = 0.5
"""A bracket is copied if more than this share of its words stand in the source's bracket in the same place."""
BESIDE = 2
"""Words on either side of an ellipsis that stand side by side where it was copied."""
MOST_PLACES = 12
"""How many places that have all the words are compared."""
_BRACKETS = waiting(r"[\[\]…]")
_CONTENT = 240
"""Characters of a source's bracket that are compared."""
_Literal = tuple[str, Sequence[tuple[int, int]]]


def stands_literally(quoted: Quoted, words: Words) -> bool:
    """Whether a quotation stands in the source with the same brackets and ellipses, so that none is the author's.

    One without brackets, inner ellipses and notes was taken apart into nothing but its words, and is not asked about.
    """
    quotation = quoted.text
    if _is_bare(quoted):
        return False
    if "[" in quotation and "[" not in words.text and not ELLIPSIS.search(quotation):
        return False
    for beside in (_beside_a_gap(quoted), _around_a_bracket(quoted)):
        if beside and words.find(beside) < 0:
            return False
    keys, spans = _literal(quotation)
    places = words.find_all(keys, MOST_PLACES) if keys else []
    if not places:
        return False
    mine = _marks(quotation, spans)
    return any(_has_marks(mine, words, at, at + len(spans)) for at in places)


def _beside_a_gap(quoted: Quoted) -> str:
    """The words right before and right behind the first ellipsis, where no others stand between; "" if there is none.

    Where the ellipsis is the source's own, they stand side by side in it.
    """
    if not quoted.gaps:
        return ""
    both = (*quoted.segments[0][-BESIDE:], *quoted.segments[1][:BESIDE])
    between = WORD.search(quoted.text, quoted.segments[0][-1].end, quoted.segments[1][0].start)
    plain = all(element.kind is PLAIN for element in both)
    return " ".join([element.key for element in both]) if plain and not between else ""


def _around_a_bracket(quoted: Quoted) -> str:
    """The words of the first bracket between two others, with these; "" if there is none of letters alone.

    Where the bracket is the source's own, they stand side by side in it.
    """
    for segment in quoted.segments:
        for before, one, behind in zip(segment, segment[1:], segment[2:], strict=False):
            if one[0] is not BRACKET or not before[0] is behind[0] is PLAIN:
                continue
            raw = quoted.text[before.end : behind.start]
            if raw.startswith(" [") and raw.endswith("] ") and raw[2:-2].replace(" ", "").isalpha():
                return f"{before.key} {one.key} {behind.key}"
    return ""


def _is_bare(quoted: Quoted) -> bool:
    """Whether a quotation has no mark that could be the author's; a bracket is one even in code."""
    quotation = quoted.text
    return not quoted.gaps and "[" not in quotation and ("(" not in quotation or not EDITORIAL.search(quotation))


@lru_cache(maxsize=16)
def _literal(quotation: str) -> _Literal:
    """All words of a quotation, and where they stand in it; it is looked for in one text after another."""
    elements = Quoted.literally(quotation).segments[0]
    return " ".join([element.key for element in elements]), [(element.start, element.end) for element in elements]


def _has_marks(mine: list[str], words: Words, first: int, last: int) -> bool:
    """Whether source words first..last have these marks between them, and at either end at least these."""
    low = words.ends[first - 1] if first else 0
    high = words.starts[last] if last < len(words) else len(words.text)
    if not _may_have_marks(words.text[low:high]):
        return not any(mine)
    spans = [(words.starts[i] - low, words.ends[i] - low) for i in range(first, last)]
    theirs = _marks(words.text[low:high], spans)
    return mine[1:-1] == theirs[1:-1] and theirs[0].endswith(mine[0]) and theirs[-1].startswith(mine[-1])


def _marks(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """The brackets and ellipses before each of the words at `spans`, in it, and behind the last."""
    if not _may_have_marks(text):
        return [""] * (2 * len(spans) + 1)
    marks: list[str] = []
    at = 0
    for start, end in spans:
        word = text[start:end]
        marks += [_marks_of(text[at:start]), "" if word.isalpha() else "".join(_BRACKETS.findall(word))]
        at = end
    return [*marks, _marks_of(text[at:])]


def _may_have_marks(text: str) -> bool:
    return "[" in text or "]" in text or may_leave_out(text)


def _marks_of(gap: str) -> str:
    if gap == " ":
        return ""
    return "".join(_BRACKETS.findall(ELLIPSIS.sub("…", gap)))


def owned_brackets(quoted: Quoted, placement: Placement, words: Words) -> set[int]:
    """The offsets in the quotation of the brackets that are the source's own."""
    whole = [element for segment in quoted.segments for element in segment if element.kind is BRACKET]
    owned = {element.span.start for element in _owned(quoted, placement, words)}
    if len(owned) > MOSTLY * len(whole):
        return {element.span.start for element in whole}
    return owned


def _owned(quoted: Quoted, placement: Placement, words: Words) -> Iterator[Element]:
    for segment, laid in zip(quoted.segments, placement.laid, strict=True):
        steps = laid.steps if laid else ()
        for index, step in enumerate(steps):
            bracket = step.last > step.first and segment[step.first].kind is BRACKET
            if bracket and _is_copied(segment[step.first], steps, index, words):
                yield segment[step.first]


def _is_copied(element: Element, steps: Sequence[Step], index: int, words: Words) -> bool:
    """Whether the source has a bracket with the same words, or another number or label in brackets, in this place."""
    start, end = steps[index].start, steps[index].end
    while index + 1 < len(steps) and steps[index + 1].first == steps[index + 1].last:
        index += 1
        end = steps[index].end
    low = words.ends[start - 2] if start > 1 else 0
    high = words.starts[end] if end < len(words) else len(words.text)
    place = words.text[low : high + 1]
    if "[" not in place:
        return False
    source = Words.of(words.text[low + place.index("[") :][:_CONTENT].split("]")[0])
    own = element.key.split()
    labels = _has_digit(own) and _has_digit(source.keys)
    return labels or sum(key in source.keys for key in own) > COPIED * len(own)


def _has_digit(keys: Sequence[str]) -> bool:
    """Whether a short bracket is a number or a label with one: [12], [RFC2119]."""
    return len(keys) <= 2 and any(character.isdigit() for key in keys for character in key)
