"""A quotation run into its author's sentence that leaves the "not" of its source outside, and has none instead.

    source     The council did not support a ban on boilers.
    document   The council did "support a ban on boilers".        leaves the "not" out
               The council did not "support a ban on boilers".    says it in the author's own words

Only what stands before the quotation tells the two apart. It is called where the author's sentence runs into the
quotation by an auxiliary or a copula of its own, as these ask for the very words that the "not" denies; a phrase that
is only mentioned ("the duty to “support a ban”") claims nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from holdwater.match import lexicon
from holdwater.match.guards.denials import KEPT_FROM, REFUSING, governor
from holdwater.match.normalise import keys_of
from holdwater.match.quoted import PLAIN, Element
from holdwater.match.words import Words
from holdwater.patterns import waiting

LEAST = 3
"""Words: a shorter quotation is a term."""
BEFORE, BEHIND = 300, 120
"""Characters of the author's sentence before and behind the quotation that are looked through for a denial."""

_SENTENCE = waiting(r"[.!?]['\"”’)\]]*\s+|\n\s*\n")
_ENDS = waiting(r"[.!?;]|\n\s*\n")
_LEADS_ON = waiting(r"[a-z]+\s*[\"“‘'«]?\s*\Z")
_AUXILIARIES = (lexicon.COPULAS | lexicon.MODALS) - {"been", "being"}
_OPEN = frozenset("if whether unless without how why than or only rarely seldom".split())
"""Words that leave it open whether what follows is so, or say that it is not."""
_DENYING = lexicon.DENIALS | REFUSING | KEPT_FROM | _OPEN


def denial_left_out(segment: Sequence[Element], words: Words, start: int, before: str, after: str) -> int | None:
    """The word of the source that denies the passage and that the author's sentence leaves out; None if none does.

    Args:
        segment: the quotation's first segment.
        words: the source.
        start: the passage's first word.
        before: what stands before the quotation in the document.
        after: what follows it there.
    """
    opening = segment[0]
    if not start or len(segment) < LEAST or opening.kind is not PLAIN or not _LEADS_ON.search(before):
        return None
    lead = keys_of(_SENTENCE.split(before[-BEFORE:])[-1])
    if not lead or lead[-1] not in _AUXILIARIES:
        return None
    denied = governor(words, start)
    if denied is None or not lexicon.is_negation(words.keys[denied]) or words.keys[denied - 1 : denied] == ["or"]:
        return None
    own = [*lead, *keys_of(_ENDS.split(after[:BEHIND])[0])]
    return None if any(lexicon.is_negation(key) or key in _DENYING for key in own) else denied
