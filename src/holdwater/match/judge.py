"""Stage 5: say what the differences between a quotation and its passage do.

Steps become edits: equal stretches, and differences classed by what they change. A difference is harmless if the
quotation owns up to it (a bracket, an ellipsis, [sic]) or if it is the source's own apparatus; everything else is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA

from holdwater.document import Span
from holdwater.match import lexicon
from holdwater.match.align import Laid, Step, fits, similar
from holdwater.match.model import Change, Edit, EditKind
from holdwater.match.normalise import WORD, fold, is_symbol
from holdwater.match.quoted import Element, ElementKind, Quoted
from holdwater.match.words import Words

SMALL = 5
"""Words: in a difference of up to this many, a gained or lost "not" is what matters; in a longer one, the length is."""
SWAPPED = 3
"""Words: over no more than this many has a word changed its place; further off, it is lost here and gained there."""
_SEAM = frozenset(" \t\r\n\u00a0-\u00ad\u2010\u2011'’[]")
"""What may stand between the halves of one word: a hyphen, a line's end. One blank makes two words (may be, maybe)."""
_AGAIN = frozenset("id ibid ibidem supra infra op cit".split())
_INFLECTIONS = ("s", "es", "d", "ed", "ing", "ly", "'s", "er", "est", "n")


@dataclass(frozen=True, slots=True)
class _Difference:
    """Elements of the segment against words of the source that are not the same."""

    elements: tuple[Element, ...]
    start: int
    end: int
    at: int  # offset in the quotation where the difference stands if it has no elements


def edits_of(quoted: Quoted, segment: Sequence[Element], laid: Laid, words: Words) -> list[Edit]:
    """The edits of one segment, in order, with spans in the quotation's text and the source's."""
    edits: list[Edit] = []
    for equal, steps in _stretches(quoted, segment, laid.steps, words):
        if equal:
            edits += _equal_edits(segment, steps, words)
        else:
            edits.append(_difference_edit(quoted, segment, steps, words))
    return _with_swaps(edits, quoted.text, words.text)


def _with_swaps(edits: list[Edit], quotation: str, source: str) -> list[Edit]:
    """What was put in on one side of a few words and left out on the other has only changed its place."""
    kept: list[Edit] = []
    for edit in edits:
        kept.append(edit)
        if len(kept) < 3:
            continue
        first, middle, last = kept[-3:]
        if _is_swap(first, middle, last, quotation, source):
            in_quotation = [span for span in (first.quotation, middle.quotation, last.quotation) if len(span)]
            in_source = [span for span in (first.passage, middle.passage, last.passage) if len(span)]
            kept[-3:] = [Edit(EditKind.REPLACE, _over(in_quotation), _over(in_source), Change.ORDER)]
    return kept


def _over(spans: list[Span]) -> Span:
    return Span(spans[0].start, spans[-1].end)


def _is_swap(first: Edit, middle: Edit, last: Edit, quotation: str, source: str) -> bool:
    if middle.change is not Change.NONE or {first.kind, last.kind} != {EditKind.INSERT, EditKind.OMIT}:
        return False
    put_in, left_out = (first, last) if first.kind is EditKind.INSERT else (last, first)
    if len(middle.quotation.of(quotation).split()) > SWAPPED or Change.MARKED in (first.change, last.change):
        return False
    return _keys(put_in.quotation, quotation) == _keys(left_out.passage, source)


def _keys(span: Span, text: str) -> list[str]:
    return [fold(word.group()) for word in WORD.finditer(text, span.start, span.end)]


def _stretches(
    quoted: Quoted, segment: Sequence[Element], steps: Sequence[Step], words: Words
) -> Iterator[tuple[bool, list[Step]]]:
    """Group consecutive steps that agree, and consecutive ones that do not; brackets are told apart as differences."""
    run: list[Step] = []
    kind: object = None
    for step in steps:
        this = _kind(quoted, segment, step, words)
        if run and this != kind and not (this == kind == "different"):
            yield kind == "equal", run
            run = []
        kind = this
        run.append(step)
    if run:
        yield kind == "equal", run


def _kind(quoted: Quoted, segment: Sequence[Element], step: Step, words: Words) -> str:
    """equal, noise, bracket (a bracket or the words it stands for) or different."""
    elements = segment[step.first : step.last]
    if not elements:
        if step.first and segment[step.first - 1].kind is ElementKind.BRACKET:
            return "bracket"
        noise = not quoted.code and all(map(words.is_noise, range(step.start, step.end)))
        return "noise" if noise else "different"
    if elements[0].kind is ElementKind.BRACKET:
        return "bracket"
    keys = words.keys[step.start : step.end]
    if len(elements) == 1 and len(keys) == 1:
        glued = elements[0].kind is ElementKind.WORD and elements[0].key != keys[0]
        fitting = fits(elements[0], keys[0]) and (not glued or words.has_glued_mark(step.start))
        return "equal" if fitting else "different"
    joined = "".join(element.key for element in elements)
    if not keys or joined != "".join(keys):
        return "different"
    if any(first[-1:].isdigit() and second[:1].isdigit() for first, second in pairwise(_halves(elements, keys))):
        return "different"
    gap = _between(words, step.start, step.end) or quoted.text[elements[0].span.end : elements[-1].span.start]
    return "equal" if gap != " " and set(gap) <= _SEAM else "different"


def _halves(elements: Sequence[Element], keys: list[str]) -> list[str]:
    """The two words that one word is written as, on either side."""
    return keys if len(keys) > 1 else [element.key for element in elements]


def _between(words: Words, start: int, end: int) -> str:
    """What stands between the first and the last of some words of the source."""
    return words.text[words.ends[start] : words.starts[end - 1]] if end - start > 1 else ""


def _equal_edits(segment: Sequence[Element], steps: Sequence[Step], words: Words) -> Iterator[Edit]:
    """Equal stretches, cut where a partly bracketed word owns up to a change."""
    first = 0
    for index, step in enumerate(steps):
        element = segment[step.first]
        if element.kind is ElementKind.PARTIAL:
            if index > first:
                yield _equal(segment, steps[first:index], words, Change.NONE)
            yield _equal(segment, [step], words, Change.MARKED)
            first = index + 1
    if first < len(steps):
        yield _equal(segment, steps[first:], words, Change.NONE)


def _equal(segment: Sequence[Element], steps: Sequence[Step], words: Words, change: Change) -> Edit:
    spans = [segment[steps[0].first].span, segment[steps[-1].last - 1].span]
    passage = words.span(steps[0].start, steps[-1].end)
    return Edit(EditKind.EQUAL, Span(spans[0].start, spans[1].end), passage, change)


def _difference_edit(quoted: Quoted, segment: Sequence[Element], steps: Sequence[Step], words: Words) -> Edit:
    first, last = steps[0].first, steps[-1].last
    start, end = steps[0].start, steps[-1].end
    if last > first:
        span = Span(segment[first].span.start, segment[last - 1].span.end)
    else:
        at = segment[first - 1].span.end if first else segment[0].span.start
        span = Span(at, at)
    difference = _Difference(tuple(segment[first:last]), start, end, span.start)
    kind = EditKind.OMIT if last == first else EditKind.INSERT if end == start else EditKind.REPLACE
    at_ellipsis = bool(quoted.gaps) and (first == 0 or last == len(segment))
    change = _classify(difference, quoted, words)
    if at_ellipsis and change is Change.WORD and _is_clipped(difference, words):
        change = Change.MARKED
    return Edit(kind, span, words.span(start, end), change)


def _is_clipped(difference: _Difference, words: Words) -> bool:
    """Whether a word beside an ellipsis only loses its ending to it ("Board . . ." for "Board's")."""
    if len(difference.elements) != 1 or difference.end - difference.start != 1:
        return False
    return words.keys[difference.start] in {difference.elements[0].key + ending for ending in ("'s", "s'", "s")}


def _classify(difference: _Difference, quoted: Quoted, words: Words) -> Change:
    elements = difference.elements
    if any(element.kind is ElementKind.BRACKET for element in elements):
        return _bracket_change(elements, difference, words)
    own = [element.key for element in elements]
    numbered = quoted.code or any(key[0] == "[" for key in own)
    kept = [words.keys[i] for i in range(difference.start, difference.end) if numbered or not words.is_noise(i)]
    if not kept and not own:
        return Change.NOISE
    if quoted.citations_omitted and not own and _is_citation(difference, words):
        return Change.MARKED
    return _meaning(own, kept) or _wording(own, kept, difference, words)


def _bracket_change(elements: Sequence[Element], difference: _Difference, words: Words) -> Change:
    """A bracket owns up to its change, unless it is the source's own bracket and more was dropped beside it."""
    passage = [key.strip("[]") for key in words.keys[difference.start : difference.end]]
    own = [key for element in elements for key in element.key.split()]
    if own == passage:
        return Change.NONE if _in_brackets(difference, words) else Change.MARKED
    if passage and all(key.isdigit() for key in own + passage):
        return Change.NUMBER
    source = words.span(difference.start, difference.end).of(words.text)
    literal = "[" in source and len(passage) > len(own) and own in (passage[: len(own)], passage[-len(own) :])
    return Change.OMISSION if literal else Change.MARKED


def _in_brackets(difference: _Difference, words: Words) -> bool:
    """Whether the source has a bracket around its words too."""
    start = words.starts[difference.start]
    return words.text[start] == "[" or words.text[max(0, start - 3) : start].rstrip().endswith("[")


def _is_citation(difference: _Difference, words: Words) -> bool:
    """Whether the words left out are a citation of the source's: in parentheses, or with a number or "ibid." in it."""
    if difference.start == 0:
        return False
    gap = words.text[words.ends[difference.start - 1] : words.starts[difference.start]]
    keys = words.keys[difference.start : difference.end]
    return any(mark in gap for mark in "([") or any(key[:1].isdigit() or key in _AGAIN for key in keys)


def _meaning(own: list[str], kept: list[str]) -> Change | None:
    """The change of meaning in a small difference, if there is one."""
    if len(own) > SMALL or len(kept) > SMALL:
        return None
    if sum(map(lexicon.is_negation, own)) != sum(map(lexicon.is_negation, kept)):
        return Change.NEGATION
    if _numbers(own) != _numbers(kept):
        return Change.NUMBER
    for words, change in (
        (lexicon.QUANTIFIERS, Change.QUANTIFIER),
        (lexicon.CONJUNCTIONS, Change.CONJUNCTION),
        (lexicon.MODALS, Change.MODAL),
    ):
        mine, theirs = {key for key in own if key in words}, {key for key in kept if key in words}
        if mine == theirs:
            continue
        # "long and bitter" for "long" adds words; its "and" only ties them on.
        tied_on = change is Change.CONJUNCTION and not (own and kept) and len(own or kept) > 1
        if not tied_on:
            return change
    return None


def _numbers(keys: list[str]) -> Counter[str]:
    return Counter(key for key in keys if lexicon.is_number(key) or key in lexicon.COMPARISONS)


def _wording(own: list[str], kept: list[str], difference: _Difference, words: Words) -> Change:
    if not own:
        return Change.OMISSION
    if not kept:
        return Change.ADDITION
    if "".join(own) == "".join(kept):
        return Change.SPELLING
    if sorted(own) == sorted(kept):
        return Change.ORDER
    if len(own) == len(kept) == 1:
        if _is_slip(own[0], kept[0], words):
            return Change.SPELLING
        if _is_name(difference, words) and not similar(own[0], kept[0]):
            return Change.NAME
    return Change.WORD


def _is_slip(own: str, kept: str, words: Words) -> bool:
    """Whether a word is most likely the other one misspelt: a letter or two apart, and no word that the source knows.

    Another form of the same word (guarantee, guarantees) is a change of wording, not a slip.
    """
    if min(len(own), len(kept)) < 5 or is_symbol(own):
        return False
    if OSA.distance(own, kept) > (2 if min(len(own), len(kept)) >= 8 else 1):
        return False
    longer, shorter = (own, kept) if len(own) > len(kept) else (kept, own)
    inflected = longer.startswith(shorter[:-1]) and any(
        longer == shorter + ending or longer == shorter[:-1] + ending for ending in _INFLECTIONS
    )
    return not inflected and not words.knows(own)


def _is_name(difference: _Difference, words: Words) -> bool:
    """Whether the source's word is capitalised inside a sentence."""
    at = words.starts[difference.start]
    before = words.text[max(0, at - 3) : at].rstrip()
    return words.text[at].isupper() and bool(before) and before[-1] not in ".!?:“\"'"
