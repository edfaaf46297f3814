"""Stage 5: say what the differences between a quotation and its passage do.

Steps become edits: equal stretches, and differences classed by what they change. A difference is harmless if the
quotation owns up to it (a bracket, an ellipsis, [sic]) or if it is the source's own apparatus; everything else is not.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from holdwater.document import Span
from holdwater.match import noise
from holdwater.match.align import Laid, Step, similar
from holdwater.match.guards.around import cut_off_before, cut_off_behind, replaced_at_the_end
from holdwater.match.guards.bracketed import bracket_change, partial_change
from holdwater.match.guards.edges import questions_told
from holdwater.match.guards.meaning import meaning
from holdwater.match.kinds import kinds
from holdwater.match.misread import is_misread
from holdwater.match.model import Change, Edit, EditKind
from holdwater.match.names import is_name, is_other_name
from holdwater.match.normalise import is_symbol, keys_of
from holdwater.match.presets import VERBATIM, Preset
from holdwater.match.quoted import BRACKET, PARTIAL, Element, Quoted
from holdwater.match.reading import is_manner
from holdwater.match.swaps import with_swaps
from holdwater.match.words import Words

MOST_CLEANED = 4_000
"""Characters of the source, a page and its heads: a longer difference is not cleaned and compared again."""
_ALIKE = ["alike"]
_AGAIN = frozenset("id ibid ibidem supra infra op cit".split())
_INFLECTIONS = ("s", "es", "d", "ed", "ing", "ly", "'s", "er", "est", "n")


@dataclass(frozen=True, slots=True)
class _Difference:
    """Elements of the segment against words of the source that are not the same."""

    elements: tuple[Element, ...]
    start: int
    end: int
    at: int  # offset in the quotation where the difference stands if it has no elements
    beside: tuple[Element, ...] = ()  # the words of the quotation before and behind it, if it has both


def edits_of(
    quoted: Quoted, segment: Sequence[Element], laid: Laid, words: Words, preset: Preset = VERBATIM
) -> list[Edit]:
    """The edits of one segment, in order, with spans in the quotation's text and the source's."""
    edits: list[Edit] = []
    for equal, steps in _stretches(quoted, segment, laid.steps, words, preset):
        if equal:
            edits += _equal_edits(segment, steps, words)
        else:
            edits.append(_difference_edit(quoted, segment, steps, words, preset))
    edits = with_swaps(edits, quoted.text, words.text)
    if quoted.code:
        return [*edits, *questions_told(edits, quoted.text, words), *replaced_at_the_end(quoted, segment, laid, words)]
    return [
        *cut_off_before(quoted, segment, laid, words, preset),
        *edits,
        *cut_off_behind(quoted, segment, laid, words),
        *questions_told(edits, quoted.text, words),
        *replaced_at_the_end(quoted, segment, laid, words),
    ]


def _stretches(
    quoted: Quoted, segment: Sequence[Element], steps: Sequence[Step], words: Words, preset: Preset
) -> Iterator[tuple[bool, list[Step]]]:
    """Group consecutive steps that agree, and consecutive ones that do not; brackets are told apart as differences."""
    run: list[Step] = []
    kind: object = None
    for step, this in zip(steps, kinds(quoted, segment, steps, words), strict=True):
        if this == "different" and preset is not VERBATIM and _is_manner(quoted, segment, [step], words, preset):
            this = "manner"
        if run and this != kind and not (this == kind == "different"):
            yield kind == "equal", run
            run = []
        kind = this
        run.append(step)
    if run:
        yield kind == "equal", run


def _equal_edits(segment: Sequence[Element], steps: Sequence[Step], words: Words) -> Iterator[Edit]:
    """Equal stretches, cut where a partly bracketed word owns up to a change."""
    first = 0
    for index, step in enumerate(steps):
        element = segment[step.first]
        if element.kind is PARTIAL:
            if index > first:
                yield _equal(segment, steps[first:index], words, Change.NONE)
            yield _equal(segment, [step], words, partial_change(element, words, step.start))
            first = index + 1
    if first < len(steps):
        yield _equal(segment, steps[first:], words, Change.NONE)


def _equal(segment: Sequence[Element], steps: Sequence[Step], words: Words, change: Change) -> Edit:
    first, last = steps[0], steps[-1]
    written = Span(segment[first.first].start, segment[last.last - 1].end)
    return Edit(EditKind.EQUAL, written, Span(words.starts[first.start], words.ends[last.end - 1]), change)


def _is_manner(quoted: Quoted, segment: Sequence[Element], steps: Sequence[Step], words: Words, preset: Preset) -> bool:
    first, last = steps[0].first, steps[-1].last
    return is_manner(quoted.text, segment, first, last, words, steps[0].start, steps[-1].end, preset)


def _difference_edit(
    quoted: Quoted, segment: Sequence[Element], steps: Sequence[Step], words: Words, preset: Preset
) -> Edit:
    first, last = steps[0].first, steps[-1].last
    start, end = steps[0].start, steps[-1].end
    if last > first:
        span = Span(segment[first].start, segment[last - 1].end)
    else:
        at = segment[first - 1].end if first else segment[0].start
        span = Span(at, at)
    inside = 0 < first <= last < len(segment)
    beside = (segment[first - 1], segment[last]) if inside else ()
    difference = _Difference(tuple(segment[first:last]), start, end, span.start, beside)
    kind = EditKind.OMIT if last == first else EditKind.INSERT if end == start else EditKind.REPLACE
    at_ellipsis = bool(quoted.gaps) and (first == 0 or last == len(segment))
    if preset is not VERBATIM and _is_manner(quoted, segment, steps, words, preset):
        return Edit(kind, span, words.span(start, end), Change.MANNER)
    change = _classify(difference, quoted, words)
    if at_ellipsis and change is Change.WORD and _is_clipped(difference, words):
        change = Change.MARKED
    return Edit(kind, span, words.span(start, end), change)


def _is_clipped(difference: _Difference, words: Words) -> bool:
    """Whether a word beside an ellipsis only loses its ending to it ("Board . . ." for "Board's")."""
    if len(difference.elements) != 1 or difference.end - difference.start != 1:
        return False
    own, kept = difference.elements[0].key, words.keys[difference.start]
    return kept in {own + ending for ending in ("'s", "s'", "s")}


def _classify(difference: _Difference, quoted: Quoted, words: Words) -> Change:
    elements = difference.elements
    if any(element.kind is BRACKET for element in elements):
        return bracket_change(elements, difference.start, difference.end, quoted, words)
    own = [element.key for element in elements]
    numbered = quoted.code or any(key[0] == "[" for key in own)
    theirs = list(enumerate(words.keys[difference.start : difference.end], difference.start))
    if words.has_furniture(difference.start, difference.end):
        theirs = [(i, key) for i, key in theirs if not words.is_furniture(i)]
    kept = [key for i, key in theirs if numbered or not (_may_be_noise(key) and words.is_noise(i))]
    if not own and (kept in ([], ["sic"]) or _is_lettered_mark(difference, words)):
        return Change.NOISE
    if not own and difference.beside and _is_speech_tag(difference, words):
        return Change.NOISE
    if own == kept:
        return Change.NUMBER
    if own and not quoted.code and len(kept) == len(theirs) and is_misread(own, kept, words, difference.start):
        return Change.MANNER
    cleaned = None if quoted.code and own else _cleaned(difference, quoted, words)
    if cleaned == _ALIKE:
        return Change.NOISE
    if cleaned and "&" in words.span(difference.start, difference.end).of(words.text):
        kept = cleaned
    if quoted.citations_omitted and not own and _is_citation(difference, words):
        return Change.MARKED
    return meaning(own, kept) or _wording(own, kept, difference, quoted, words)


def _is_lettered_mark(difference: _Difference, words: Words) -> bool:
    at = difference.start
    return difference.end == at + 1 and noise.is_lettered_mark(words.text, words.starts[at], words.ends[at])


def _is_speech_tag(difference: _Difference, words: Words) -> bool:
    low, high = words.ends[difference.start - 1], words.starts[difference.end]
    return noise.is_speech_tag(words.text, low, high)


def _may_be_noise(key: str) -> bool:
    return key[0] == "[" or key.isdigit()


def _cleaned(difference: _Difference, quoted: Quoted, words: Words) -> list[str]:
    """The source's words without page heads, marks and typed signs; `_ALIKE` where the quotation reads like them.

    Of code only page heads are taken out, for any other sign may be its own. Empty where nothing is to be cleaned, or
    where it changes the words beside the difference.
    """
    first, last = max(0, difference.start - 1), min(len(words), difference.end + 1)
    low, high = words.starts[first], words.ends[last - 1]
    if high - low > MOST_CLEANED or not noise.CLEANABLE.search(words.text, low, high):
        return []
    cleaned = noise.over_a_page(words.text, low, high) if quoted.code else noise.clean(words.text, low, high)
    as_it_is = cleaned == words.text[low:high]
    theirs = words.keys[first:last] if as_it_is else keys_of(cleaned)
    if difference.beside:
        before, behind = difference.beside
        if theirs == _unified((before, *difference.elements, behind), quoted.text):
            return _ALIKE
    for beside, at in ((first < difference.start, first), (last > difference.end, last - 1)):
        if beside and (not theirs or theirs.pop(0 if at == first else -1) != words.keys[at]):
            return []
    return _ALIKE if theirs == _unified(difference.elements, quoted.text) else theirs


def _unified(elements: Sequence[Element], text: str) -> list[str]:
    """The folded words of some elements with typed signs and numbers in one form."""
    if not elements:
        return []
    start, end = elements[0].start, elements[-1].end
    while start and text[start - 1] in ".–−-":
        start -= 1
    raw = text[start:end]
    entities = "&" in raw and text[end : end + 1] == ";"
    unified = noise.unified(html.unescape(raw) if entities else raw)
    return [element.key for element in elements] if unified == raw else keys_of(unified)


def _is_citation(difference: _Difference, words: Words) -> bool:
    """Whether the words left out are a citation of the source's: in parentheses, or with a number or "ibid." in it."""
    if difference.start == 0:
        return False
    gap = words.text[words.ends[difference.start - 1] : words.starts[difference.start]]
    keys = words.keys[difference.start : difference.end]
    return any(mark in gap for mark in "([") or any(key[:1].isdigit() or key in _AGAIN for key in keys)


def _wording(own: list[str], kept: list[str], difference: _Difference, quoted: Quoted, words: Words) -> Change:
    if not own:
        return Change.OMISSION
    if not kept:
        return Change.ADDITION
    if sorted(own) == sorted(kept):
        return Change.ORDER
    if len(own) == len(kept) == difference.end - difference.start:
        if _is_clipped(difference, words):
            return Change.WORD
        written = [element.span.of(quoted.text) for element in difference.elements]
        if is_other_name(written, words, difference.start):
            return Change.NAME
    if len(own) == len(kept) == 1:
        if _is_slip(own[0], kept[0], words):
            return Change.SPELLING
        if is_name(words, difference.start) and not similar(own[0], kept[0]):
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
