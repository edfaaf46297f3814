"""What a quotation leaves behind at its two edges: what the source only supposes or reports, a "not" behind the end.

    source     Critics claim that the board ignored it.   If the fee is paid, …     I shall not, said he.
    quotation  [T]he board ignored it                     [T]he fee is paid         I shall

A clause is called only where the quotation makes a sentence of it by a capital: as a phrase, it may stand in a sentence
that reports it again, and mostly does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from holdwater.match import lexicon
from holdwater.match.guards import is_recast
from holdwater.match.model import Change
from holdwater.match.quoted import Element, ElementKind
from holdwater.match.words import Words

SUBJECT = 4
"""Words before a verb of saying in which its subject stands."""
CONDITION = 12
"""Words of a condition that opens a sentence."""
MOST_PLACES = 12
"""How many places with the same words are compared."""

_STOP = re.compile(r"[.!?;:,()—]|\n\s*\n|\s[-–]\s")
_SENTENCE_END = re.compile(r"[.!?;](?!\d)|\n\s*\n")
_COMMA = re.compile(r",\s{1,3}")
_CONDITIONAL = frozenset("if unless without until except absent".split())
_IMAGINED = frozenset("would could might should".split())
"""Verbs by which a statement says itself that it depends on something."""
_IS = frozenset("is was been".split())
_RUMOURED = frozenset("said believed thought claimed argued alleged supposed reported".split())
"""It is said that, it has often been thought that."""
_ASKED = re.compile(r"['\"”’)\]]{0,3}\?")
_SUPPOSING = lexicon.LIMITS - {"except", "excepting"}
_WAITING = (lexicon.COPULAS | lexicon.MODALS) - {"being"}


def taken_as_said(
    quotation: str, segment: Sequence[Element], words: Words, at: int, end: int
) -> tuple[int, Change] | None:
    """The first word of what makes the quoted clause a supposition, a claim or a question, and the change.

    Args:
        quotation: the text of the quotation.
        segment: its first segment.
        words: the source.
        at: the source's word at which the segment begins.
        end: the word after its last.
    """
    if at == 0:
        return None
    anew = _begins_anew(quotation, segment[0], words, at)
    if "?" not in quotation and (anew or is_recast(segment)) and _ASKED.match(words.text, words.ends[end - 1]):
        return at - 1, Change.CONJUNCTION
    if not anew:
        return None
    if _parted(words, at - 1):
        opening = _condition_before(segment, words, at)
        return None if opening is None else (opening, Change.CONJUNCTION)
    before = words.keys[at - 1]
    if before in _SUPPOSING:
        return at - 1, Change.CONJUNCTION
    verb = at - 2 if before == "that" else at - 1
    return (verb, Change.NAME) if _is_only_claimed(words, verb, doubtful=before == "that") else None


def _condition_before(segment: Sequence[Element], words: Words, at: int) -> int | None:
    """The word that opens the sentence with a condition on what is quoted: "Without a permit, entry is prohibited"."""
    if not _COMMA.fullmatch(words.text, words.ends[at - 1], words.starts[at]):
        return None
    if any(element.key in _IMAGINED for element in segment):
        return None
    for index in range(at - 1, max(0, at - CONDITION) - 1, -1):
        if index == 0 or _SENTENCE_END.search(words.text, words.ends[index - 1], words.starts[index]):
            return index if words.keys[index] in _CONDITIONAL else None
        if index < at - 1 and _parted(words, index):
            return None
    return None


def _begins_anew(quotation: str, first: Element, words: Words, at: int) -> bool:
    """Whether the quotation begins with a capital where its source goes on in small letters."""
    if first.kind is ElementKind.BRACKET or not words.text[words.starts[at]].islower():
        return False
    return quotation[first.start : first.end].lstrip("[")[:1].isupper()


def _is_only_claimed(words: Words, verb: int, *, doubtful: bool) -> bool:
    """Whether somebody whom the author does not believe says it, or, if `doubtful`, anybody else claims it."""
    if verb < 1 or _parted(words, verb):
        return False
    said = words.keys[verb]
    subject = []
    for index in range(verb - 1, max(0, verb - SUBJECT) - 1, -1):
        if _parted(words, index):
            break
        subject.append(words.keys[index])
    if not lexicon.OURSELVES.isdisjoint(subject) or any(map(lexicon.is_negation, subject)):
        return False
    if doubtful and said in lexicon.DOUBTFUL:
        return True
    says = said in lexicon.REPORTING or said in lexicon.DOUBTFUL
    hearsay = "it" in subject and said in _RUMOURED and not _IS.isdisjoint(subject)
    return says and (hearsay or not lexicon.DISOWNED.isdisjoint(subject))


def denied_behind(segment: Sequence[Element], words: Words, end: int) -> bool:
    """Whether the quotation stops between a verb and its "not": "I will" of "I will not".

    Args:
        segment: its last segment.
        words: the source.
        end: the word after the passage's last.
    """
    if segment[-1].kind is not ElementKind.WORD or not _is_denied(words, end):
        return False
    keys = words.keys[max(0, end - len(segment)) : end]
    places = words.find_all(" ".join(keys), MOST_PLACES)
    return all(_is_denied(words, place + len(keys)) for place in places)


def _is_denied(words: Words, end: int) -> bool:
    if not 0 < end < len(words) or _parted(words, end - 1):
        return False
    if words.keys[end - 1].endswith("ly"):
        return words.keys[end] == "not" and (end + 1 == len(words) or _parted(words, end))
    if words.keys[end - 1] not in _WAITING:
        return False
    merely = end + 1 < len(words) and words.keys[end + 1] in lexicon.MERELY
    return words.keys[end] in lexicon.PLAIN_DENIALS and not merely


def _parted(words: Words, index: int) -> bool:
    """Whether a stop or a pause stands between word `index` and the next."""
    return _STOP.search(words.text, words.ends[index], words.starts[index + 1]) is not None
