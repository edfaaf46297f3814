"""A question of the source that a quotation makes a statement of, by leaving out the words that ask it.

    source     Do I trust his word? Not at all.     He sends a bill. Why should we pay it?
    quotation  I trust his word.                    He sends a bill … we pay it.

A question whose own words are cut away in their midst is still seen to be one; asked for is a subject with its verb
whose "do", "why should" or "is it true that" was left out, and the question mark with it.
"""

from __future__ import annotations

from holdwater.match import lexicon
from holdwater.match.guards.breaks import paused
from holdwater.match.guards.clauses import clause_start, is_verb
from holdwater.match.words import Words
from holdwater.patterns import waiting

OPENING = 7
"""Words of "why on earth should" and of "does anybody believe that"."""
REACH = 600
"""Characters in which the question's mark stands."""

_ASKING = frozenset("who whom whose what why how when where which".split())
_LINKS = frozenset("and but or then so yet for now".split())
_INVERTED = (lexicon.COPULAS | lexicon.MODALS) - {"being", "been", "be"}
_ENDS = waiting(r"[.!?](?=[\s\"'”’)\]]|$)")
_STATED = waiting(r"[.!]['\"”’)\]\s]*$")


def asked_before(quotation: str, opening: int, words: Words, at: int, shown: int | None) -> int | None:
    """The first word of what makes a question of the words from word `at` on, and is left out; None if nothing does.

    Args:
        quotation: the text of the quotation.
        opening: where in it the segment begins that is laid at word `at`.
        words: the source.
        at: the source's word at which the segment begins.
        shown: the word after the last one quoted before it; None where the segment opens the quotation.
    """
    if at < 1 or "?" in quotation[opening:]:
        return None
    inverted = words.keys[at - 1] in _INVERTED
    if not inverted and (shown is None or words.keys[at - 1] != "that"):
        return None
    if is_verb(words, at) or not _is_question(words, at):
        return None
    if shown is None and not (_STATED.search(quotation) and words.text[words.starts[at]].isupper()):
        return None
    # "You ask, do I trust it?"
    aside = at > 1 and inverted and paused(words, at - 1)
    first = at - 1 if aside else clause_start(words, at + 1)
    while first < at - 1 and words.keys[first] in _LINKS:
        first += 1
    if at - first > OPENING or first < (shown or 0):
        return None
    return first if words.keys[first] in _INVERTED or (words.keys[first] in _ASKING and first < at - 1) else None


def _is_question(words: Words, at: int) -> bool:
    """Whether the sentence that word `at` stands in ends with a question mark."""
    mark = _ENDS.search(words.text, words.ends[at], min(len(words.text), words.ends[at] + REACH))
    return mark is not None and mark[0] == "?"
