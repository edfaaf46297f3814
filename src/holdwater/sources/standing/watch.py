"""What changed between two captures of a page in the passages that a document relies on, word by word.

Only these passages: a page's date line, its menus and its comments change with every visit.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby

from holdwater.document import Span
from holdwater.extract.sentences import Sentences
from holdwater.match import Words, locate
from holdwater.match.model import Fit
from holdwater.sources.standing.model import Fate, PassageChange, Stretch

AROUND = 600
"""Characters to either side of the words relied on in which their sentence is looked for."""

MAX_WORDS = 1_500
"""Words of one passage that are compared; the time grows with their square."""


MAX_PLACES = 8
"""Places where the very words stand that are looked at: a page may show them in a box as well."""

FEW = 3
"""Words: of so short a passage it cannot be said that it is gone."""


def compare(before: str, after: str, relied: Sequence[Span]) -> tuple[PassageChange, ...]:
    """Lay the passages that are relied on in one capture's text against the text of a later one.

    Args:
        before: the text of the earlier capture.
        after: the text of the later one.
        relied: spans of `before`.

    Returns:
        What became of each, in the same order. Words are compared as quotations are: capitals, marks of punctuation,
        line ends and the page's own note marks do not count.
    """
    later = Words.of(after)
    return tuple(_fate(before, later, span) for span in relied)


def sentences_around(text: str, span: Span) -> Span:
    """The sentences that hold a span, within its paragraph."""
    start = max(span.start - AROUND, text.rfind("\n", 0, span.start) + 1)
    end = text.find("\n", span.end)
    end = min(span.end + AROUND, len(text) if end < 0 else end)
    sentences = Sentences(text, Span(start, end))
    last = sentences.around(max(span.end - 1, span.start))
    return Span(sentences.around(span.start).start, max(last.end, span.end))


def _fate(text: str, later: Words, relied: Span) -> PassageChange:
    passage = sentences_around(text, relied)
    earlier = Words.of(passage.of(text))
    if not 0 < len(earlier) <= MAX_WORDS:
        return PassageChange(Fate.UNSURE, passage)
    places = [later.span(at, at + len(earlier)) for at in later.find_all(" ".join(earlier.keys), MAX_PLACES)]
    found: Span | Fate = places[0] if places else _found(text, later, relied, passage)
    if isinstance(found, Fate):
        return PassageChange(found if len(earlier) > FEW else Fate.UNSURE, passage)
    made = [_against(earlier, later.text, place, passage) for place in places or [found]]
    return next((one for one in made if one.fate is Fate.SAME), made[0])


def _against(earlier: Words, text: str, place: Span, passage: Span) -> PassageChange:
    """The passage against the whole sentences that it is found in: what was added to its end counts as well."""
    there = sentences_around(text, place)
    stretches = _stretches(earlier, Words.of(there.of(text)))
    same = all(one.same for one in stretches)
    return PassageChange(Fate.SAME if same else Fate.CHANGED, passage, there, stretches)


def _found(text: str, later: Words, relied: Span, passage: Span) -> Span | Fate:
    """Where the passage stands now, by its sentences or else by the words relied on; or why that is not known."""
    fits = set()
    for span in dict.fromkeys((passage, relied)):
        alignment = locate(span.of(text), later)
        if alignment.fit in (Fit.VERBATIM, Fit.EDITED, Fit.ALTERED) and alignment.span is not None:
            return alignment.span
        fits.add(alignment.fit)
    return Fate.UNSURE if fits & {Fit.AMBIGUOUS, Fit.TOO_SHORT} else Fate.GONE


def _stretches(before: Words, after: Words) -> tuple[Stretch, ...]:
    """Two passages side by side, in stretches that agree and stretches that do not."""
    if len(after) > MAX_WORDS:
        return (Stretch(before.text, after.text, same=False),)
    matcher = SequenceMatcher(None, list(before.keys), list(after.keys), autojunk=False)
    made: list[Stretch] = []
    opcodes = matcher.get_opcodes()
    agree = [code[0] == "equal" or (_noise(before, *code[1:3]) and _noise(after, *code[3:5])) for code in opcodes]
    for same, group in groupby(zip(agree, opcodes, strict=True), key=lambda pair: pair[0]):
        run = [code for _, code in group]
        left, right = before.span(run[0][1], run[-1][2]), after.span(run[0][3], run[-1][4])
        made.append(Stretch(left.of(before.text), right.of(after.text), same))
    return tuple(made)


def _noise(words: Words, first: int, last: int) -> bool:
    """Whether words are all the page's own apparatus, note marks and the like."""
    return all(words.is_noise(index) for index in range(first, last))
