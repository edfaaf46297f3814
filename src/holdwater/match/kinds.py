"""What each step of an alignment is: equal, the source's own apparatus, an editor's bracket, or different.

    quotation  the board [never]     paid      in twenty-one
    source     the board  did not    paid  3   in twenty- one
               equal      bracket   equal noise equal

A bracket with the words it stands for is a step of its own kind; whether it is faithful is asked later (`judge`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from holdwater.match import lexicon, noise
from holdwater.match.align import Step, fits
from holdwater.match.figures import same_figure
from holdwater.match.opposites import are_opposite
from holdwater.match.quoted import BRACKET, PLAIN, Element, Quoted
from holdwater.match.words import Words

_SEAM = frozenset(" \t\r\n\u00a0-\u00ad\u2010\u2011'’[]()")
"""What may stand between the halves of one word: a hyphen, a line's end. One blank makes two words (may be, maybe)."""


def kinds(quoted: Quoted, segment: Sequence[Element], steps: Sequence[Step], words: Words) -> list[str]:
    """The kind of each step. What looks like a note mark amid words left out is left out with them (ASN.1, X.509)."""
    found = [_kind(quoted, segment, step, words) for step in steps]
    left_out: int | None = None  # the last step that leaves words out, with nothing but noise since
    for index, (kind, step) in enumerate(zip(found, steps, strict=True)):
        if kind == "different" and step.first == step.last:
            if left_out is not None:
                found[left_out:index] = ["different"] * (index - left_out)
            left_out = index
        elif kind != "noise":
            left_out = None
    return found


def _kind(quoted: Quoted, segment: Sequence[Element], step: Step, words: Words) -> str:
    """equal, noise, bracket (a bracket or the words it stands for) or different."""
    if step.same:
        return "equal"
    if step.last - step.first == step.end - step.start == 1:
        return _kind_of_one(quoted, segment[step.first], step.start, words)
    elements = segment[step.first : step.last]
    if not elements:
        if step.first and segment[step.first - 1].kind is BRACKET:
            return "bracket"
        return "noise" if not quoted.code and words.all_noise(step.start, step.end) else "different"
    if elements[0].kind is BRACKET:
        return "bracket"
    if step.start == step.end:
        return "different"
    keys = words.keys[step.start : step.end]
    if "".join([element.key for element in elements]) != "".join(keys):
        return "different"
    if any(first[-1:].isdigit() and second[:1].isdigit() for first, second in pairwise(_halves(elements, keys))):
        return "different"
    gap = _between(words, step.start, step.end) or quoted.text[elements[0].end : elements[-1].start]
    return "equal" if gap == "–" or (gap != " " and set(gap) <= _SEAM) else "different"


def _kind_of_one(quoted: Quoted, element: Element, index: int, words: Words) -> str:
    """The kind of a step of one element against source word `index`."""
    if element.kind is BRACKET:
        return "bracket"
    return "equal" if _is_same(quoted, element, words.keys[index], index, words) else "different"


def _is_same(quoted: Quoted, element: Element, key: str, index: int, words: Words) -> bool:
    """Whether an element is source word `index`, with what stands around its number, and says nothing else."""
    if element.key == key:
        return not key[0].isdigit() or same_figure(quoted.text, element.start, words.text, words.starts[index])
    if not fits(element, key):
        return False
    if element.kind is PLAIN:
        noted = words.has_glued_mark(index)
        return noted and not noise.is_numbered_name(words.text, words.starts[index], words.ends[index])
    return lexicon.is_negation(element.key) == lexicon.is_negation(key) and not are_opposite(element.key, key)


def _halves(elements: Sequence[Element], keys: list[str]) -> list[str]:
    """The two words that one word is written as, on either side."""
    return keys if len(keys) > 1 else [element.key for element in elements]


def _between(words: Words, start: int, end: int) -> str:
    """What stands between the first and the last of some words of the source."""
    return words.text[words.ends[start] : words.starts[end - 1]] if end - start > 1 else ""
