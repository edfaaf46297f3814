"""Whose words they are: an ellipsis that hides a change of the speaker or of what a predicate is said of.

source     Voss said the dam was safe. Krall called the plan a fraud.
quotation  Voss said the dam was … a fraud.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from holdwater.match import lexicon
from holdwater.match.opposites import are_opposite
from holdwater.match.words import Words

BEFORE = 5_000
"""Characters before an ellipsis in which the label of its left half's speaker is looked for."""
LEADING = 160
"""Characters before a nested quotation in which the words that introduce it stand."""

ANEW = 8
"""Words of a statement's beginning that are compared with those that begin it anew."""
STEM = 4
"""Letters that forms of one verb share."""

_LABEL = re.compile(r"^[ \t]{0,8}([A-Z][A-Za-z.'’ -]{1,40}?)[ \t]?:(?=\s)", re.MULTILINE)
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Judge|Justice|Senator|Professor)\b")
_NOTES = frozenset("NOTE NOTES WARNING EXAMPLE IMPORTANT TODO".split())
_STOP = re.compile(r"[.!?]['\"”’)\]]*\s+(?=[\"“'‘(\[]?[A-Z])")
_OPENING = re.compile(r"[:,]\s{0,3}[“\"]\s{0,1}(?=\w)")
_WORDS = re.compile(r"[^\W\d_]+")


def other_voice(words: Words, start: int, end: int) -> bool:
    """Whether source words start..end, left out, hold a change of speaker or subject that the halves do not show."""
    hidden = words.text[words.ends[start - 1] : words.starts[end]]
    if ":" in hidden and _other_label(words.text, words.starts[start], hidden):
        return True
    if "“" in hidden or '"' in hidden:
        return _other_quoted(words.text, words.starts[start], hidden)
    return _other_subject(words, start, end, hidden)


def turned_about(words: Words, start: int, end: int, left: Sequence[str]) -> bool:
    """Whether the hidden words begin the left half's statement anew, the other way round, and the right half ends it.

    source     The price rose in May but fell in June.      It covers ships, but does not cover rafts.
    quotation  The price rose … in June.                    It covers ships … rafts.
    """
    hidden = words.keys[start:end]
    said = left[-ANEW:]
    link = next((index for index, key in enumerate(hidden) if key in ("but", "and", "while", "whereas")), None)
    if link is None or _STOP.search(words.text, words.ends[start - 1], words.starts[end]):
        return False
    anew = hidden[link + 1 :][:ANEW]
    turned = any(are_opposite(mine, theirs) for theirs in anew for mine in said if mine not in hidden)
    denied = any(lexicon.is_negation(key) for key in anew[:-1])
    again = denied and any(_same_stem(anew[-1], mine) for mine in said)
    return len(hidden) - link <= ANEW and (turned or again)


def _same_stem(one: str, other: str) -> bool:
    return len(one) >= STEM and one[:STEM] == other[:STEM]


def _other_label(text: str, start: int, hidden: str) -> bool:
    """Whether a line begins with the name of a speaker who is not the left half's: `MR FENN: …`."""
    labels = [label for label in _LABEL.findall(hidden) if _is_speaker(label)]
    before = [label for label in _LABEL.findall(text, max(0, start - BEFORE), start) if _is_speaker(label)]
    return bool(labels and before) and before[-1] != labels[-1]


def _is_speaker(label: str) -> bool:
    """Whether a line's label is a speaker's, in capitals or with a title, and no field's (`Length:`, `NOTE:`)."""
    return (label.isupper() and label not in _NOTES) or _TITLE.match(label) is not None


def _other_quoted(text: str, start: int, hidden: str) -> bool:
    """Whether the right half is quoted from somebody else: `” said Voss. … Pell replied: “`."""
    openings = list(_OPENING.finditer(hidden))
    if not openings:
        return False
    introduced = _speaker(hidden[max(0, openings[-1].start() - LEADING) : openings[-1].start()], last=True)
    said = _speaker(hidden[: openings[-1].start()], last=False)
    said = said or _speaker(text[max(0, start - LEADING) : start], last=True)
    return bool(introduced and said and introduced != said)


def _speaker(text: str, *, last: bool) -> str:
    """The name beside a verb of saying; of several the last or the first; "" where there is none."""
    found: list[str] = _WORDS.findall(text)
    order = range(len(found) - 1, -1, -1) if last else range(len(found))
    for index in order:
        if found[index].lower() in lexicon.REPORTING:
            beside = [found[i] for i in (index - 1, index + 1, index + 2) if 0 <= i < len(found)]
            names = [
                one for one in beside if one[0].isupper() and one.lower() not in lexicon.PRONOUNS | lexicon.OPENERS
            ]
            if names:
                return names[0]
    return ""


def _other_subject(words: Words, start: int, end: int, hidden: str) -> bool:
    """Whether the right half is the rest of a clause whose subject is hidden, behind a left half broken off before."""
    if not words.text[words.starts[end]].islower() or hidden[:1] in ".!?":
        return False
    last = words.keys[start - 1]
    if last in lexicon.COPULAS and words.keys[end - 1] in lexicon.COPULAS:
        return words.keys[end - 1] == last and ("," in hidden or ";" in hidden or "and" in words.keys[start:end])
    clauses = _STOP.split(hidden)
    if len(clauses) < 2:
        return False
    opening = [word.lower() for word in _WORDS.findall(clauses[-1])]
    if not opening or opening[0] in lexicon.PRONOUNS:
        return False
    cited = opening[0] == "what" or any(map(str.isdigit, clauses[-1]))
    return not cited and not lexicon.REPORTING.isdisjoint(opening)
