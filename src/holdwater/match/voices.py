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
SUBJECT = 7
"""Words of a subject with what stands before it: "in 1645 Sir Hugh Tarrant"."""
LEFT = 40
"""Words before an ellipsis in which the subject may have been named."""
STEM = 4
"""Letters that forms of one verb share."""

_LABEL = re.compile(r"^[ \t]{0,8}([A-Z][A-Za-z.'’ -]{1,40}?)[ \t]?:(?=\s)", re.MULTILINE)
_INLINE = re.compile(
    r"(?:^|[.!?)\]\"”’] )((?:The )?[A-Z][\w.'’-]*(?: (?:of|for|the|and|[A-Z][\w.'’-]*)){0,7}):(?= )", re.MULTILINE
)
"""The label of a speaker in running text: `… closed. The Minister of Health: I will not.`"""
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Judge|Justice|Senator|Professor)\b")
_NOTES = frozenset("NOTE NOTES WARNING EXAMPLE IMPORTANT TODO".split())
_ANOTHER = re.compile(
    r"[;!?]\s+|(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})\.['\"”’)\]]*\s+(?=[\"“'‘(\[]?[A-Z])|,?\s(?:while|whereas)\s|,\s(?:and|but)\s(?=the\b|[A-Z])"
)
"""Where another statement begins."""
_STOP = re.compile(r"[.!?]['\"”’)\]]*\s+(?=[\"“'‘(\[]?[A-Z])")
_OPENING = re.compile(r"[:,]\s{0,3}[“\"]\s{0,1}(?=\w)")
_WORDS = re.compile(r"[^\W\d_]+")


def other_voice(words: Words, start: int, end: int) -> bool:
    """Whether source words start..end, left out, hold a change of speaker or subject that the halves do not show."""
    hidden = words.text[words.ends[start - 1] : words.starts[end]]
    if ":" in hidden and _other_label(words.text, words.starts[start], hidden):
        return True
    if _dangles(words, start, end, hidden):
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
    for pattern in (_LABEL, _INLINE):
        labels = [label for label in pattern.findall(hidden) if _is_speaker(label)]
        before = [label for label in pattern.findall(text, max(0, start - BEFORE), start) if _is_speaker(label)]
        if labels and before and before[-1] != labels[-1]:
            return True
    return False


def _is_speaker(label: str) -> bool:
    """Whether a label is a speaker's, in capitals, with a title or an office, and no field's (`Length:`, `NOTE:`)."""
    if label.isupper():
        return label not in _NOTES
    return _TITLE.match(label) is not None or not lexicon.OFFICES.isdisjoint(label.lower().split())


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


def _dangles(words: Words, start: int, end: int, hidden: str) -> bool:
    """Whether the hidden words end with another's name whose predicate the right half is.

    source     Pell held the fort; in May Voss lost it.      Prices fell in the north, while wages in the south rose.
    quotation  Pell … lost it.                               Prices … in the south rose.
    """
    if not words.text[words.starts[end]].islower() or hidden[:1] in ".!?":
        return False
    breaks = list(_ANOTHER.finditer(hidden))
    if not breaks:
        return False
    tail = hidden[breaks[-1].end() :]
    keys = [word.lower() for word in _WORDS.findall(tail)]
    if not 0 < len(keys) <= SUBJECT or any(map(_is_predicate, keys)) or keys[-1] in lexicon.OPENERS:
        return False
    # "those who fell" are others than "those" alone.
    pointing = keys[0] in lexicon.POINTING and (keys[0] != "those" or len(keys) == 1)
    if pointing or not lexicon.PRONOUNS.isdisjoint(keys) or ")" in tail:
        return False
    if keys[-1] in words.keys[max(0, start - LEFT) : start]:
        return False
    if breaks[-1][0].strip(" ,;\n") in ("while", "whereas"):
        return "," not in tail and not words.keys[end].endswith("ing")
    # The left half is a subject too: its own predicate is hidden.
    if not lexicon.is_finite(words.keys[start]):
        return False
    return lexicon.is_finite(next((key for key in words.keys[end : end + 2] if key not in lexicon.PLAIN_DENIALS), ""))


def _is_predicate(key: str) -> bool:
    """Whether a word is no part of a mere subject: a verb, an adverb, a denial, a number."""
    other = lexicon.is_negation(key) or key in lexicon.QUANTIFIERS or key.endswith(("ly", "ing"))
    return other or lexicon.is_finite(key)


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
