"""What an ellipsis hides that limits the words on its two sides: an exception, a condition, a leave to be asked for.

    source     All fees other than tolls must be paid.    If it rains, we stay in.    She may, with his leave, sell it.
    quotation  All fees … must be paid.                   … we stay in.               She may … sell it.

An exception is called where it is taken from a whole or from a subject whose verb follows, a condition where it stands
right beside what is quoted: whatever else the hidden words say holds or does not hold by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from holdwater.match import lexicon
from holdwater.match.guards.breaks import COMMA, paused, stops
from holdwater.match.guards.clauses import GOES_ON, is_subject, is_verb, opens_with_verb
from holdwater.match.model import Change
from holdwater.match.quoted import Element
from holdwater.match.words import Words

NOUN = 8
"""Words of "any of the premises of a licensee", in which the whole stands that something is excepted from."""
SUBJECT = 4
"""Words of "if the old man"."""
OWNED = 8
"""Words of a right half in which its "would" stands."""
CONDITION = 40
"""Words of a condition before the clause that hangs on it."""

_EXCEPTING = (
    ("other", "than"),
    ("apart", "from"),
    ("aside", "from"),
    ("excluding",),
    ("except",),
    ("excepting",),
    ("save",),
    ("barring",),
    ("bar",),
    ("exclusive", "of"),
    ("not", "including"),
    ("not", "counting"),
    ("with", "the", "exception"),
    ("with", "one", "exception"),
    ("with", "the", "single", "exception"),
    ("with", "the", "sole", "exception"),
)
"""How something is taken from what was named before."""
_LESS = ("but", "not")
"""What takes something from a whole alone: "all fruit but not figs"; "dogs but not cats" leaves the dogs alone."""
_OPENINGS = frozenset((*(words[0] for words in _EXCEPTING), "but"))
_NO_NOUN = frozenset("to the a an this that his her its their and or not who no any".split())
_RELATIVES = frozenset("who which that whose".split())
_BESIDE = frozenset(("apart", "aside"))
"""Words that may add as well as take away: "apart from being dear, it is ugly"."""
_WHOLES = lexicon.WHOLES | frozenset("no anything anyone anybody anywhere whatever whoever whichever".split())
_LEAVE = frozenset("leave consent permission approval licence license authority sanction authorisation".split())
_GRANTED = frozenset("with by on upon".split())
_ENACTED = frozenset("section sections subsection subsections paragraph paragraphs article part rule this §".split())
"""What a law's "subject to" only points to."""
_CONDITIONS = (
    ("provided", "that"),
    ("provided", "always"),
    ("so", "long", "as"),
    ("as", "long", "as"),
    ("on", "condition"),
    ("on", "the", "condition"),
    ("upon", "condition"),
    ("only", "if"),
    ("only", "when"),
)
"""How a condition begins without an "if"."""
_SUBJECTS = lexicon.SPEAKERS | frozenset("the a an this that these those there his her its their our no".split())
_IF = frozenset("if unless had were should provided providing supposing assuming without failing absent".split())
"""How a sentence begins that says first on what it hangs."""
_AND = frozenset("and but or so then for yet".split())
_IMAGINED = lexicon.IMAGINED - {"should"}
"""Verbs by which a statement says itself that it hangs on something."""


def limited(words: Words, start: int, end: int, right: Sequence[Element]) -> Change | None:
    """How the hidden source words start..end limit what is quoted beside them; None if they do not.

    Args:
        words: the source.
        start: the word after the left segment's last.
        end: the right segment's first word.
        right: the elements of the right segment.
    """
    if not 0 < start < end < len(words):
        return None
    if _is_excepted(words, start, end):
        return Change.QUANTIFIER
    if _is_allowed(words, start, end) or _is_half_of_an_if(words, start, end):
        return Change.CONJUNCTION
    return Change.CONJUNCTION if _hangs_on_a_condition(words, start, end, right) else None


def _is_excepted(words: Words, start: int, end: int) -> bool:
    """Whether an exception is hidden right behind the noun it is taken from: "All fees [other than tolls] … must"."""
    at = _exception(words, start, end)
    if at is None:
        return False
    whole = False
    for index in range(start - 1, max(-1, start - 1 - NOUN), -1):
        if words.keys[index] in _WHOLES:
            whole = True
        if index == 0 or paused(words, index):
            break
    verb = opens_with_verb(words, end)
    closed = paused(words, end)
    if whole and (verb or closed or words.keys[end] in _AND | _RELATIVES):
        return True
    if words.keys[at] == "but" or not verb:
        return False
    plural = words.keys[start - 1].endswith("s")
    return is_subject(words, start) and (plural or words.keys[at] not in _BESIDE)


def _exception(words: Words, start: int, end: int) -> int | None:
    """The hidden word with which an exception begins, before any verb or stop; None if there is none."""
    for at in range(start, end):
        if stops(words, at):
            return None
        if words.keys[at] in _OPENINGS:
            opening = _opening(words, at, end)
            if opening:
                behind = words.keys[at + opening] if at + opening < len(words) else ""
                adds = words.keys[at - 1] == "quite" or (behind.endswith("ing") and words.keys[at] in _BESIDE)
                return None if adds or at + opening >= end else at
        if is_verb(words, at) and words.keys[start] not in _RELATIVES:
            return None
    return None


def _opening(words: Words, at: int, end: int) -> int:
    """How many words an exception begins with at word `at`; 0 if none does."""
    for opening in (*_EXCEPTING, _LESS):
        if tuple(words.keys[at : min(end, at + len(opening))]) == opening:
            # "to save", "the bar"
            other = words.keys[at] in ("save", "bar") and words.keys[at - 1] in lexicon.MODALS | _NO_NOUN
            return 0 if other else len(opening)
    return 0


def _is_allowed(words: Words, start: int, end: int) -> bool:
    """Whether a condition is hidden on which the left half hangs: "She may sell it [with his leave] … to them".

    An ellipsis between "may" and its verb says itself that something of the permission was left out.
    """
    first = tuple(words.keys[start : min(end, start + 3)])
    if stops(words, start) or not paused(words, end):
        return False
    if any(first[: len(condition)] == condition for condition in _CONDITIONS):
        return True
    apart = paused(words, start)
    if first[0] in ("provided", "providing") and apart and first[1:2]:
        return first[1] in _SUBJECTS
    if words.keys[start - 1] in lexicon.MODALS:
        return False
    behind = words.keys[start + 1 : min(end, start + 2 + SUBJECT)]
    if first[:2] == ("subject", "to"):
        return apart and not stops(words, end) and _ENACTED.isdisjoint(behind)
    modal = not lexicon.MODALS.isdisjoint(words.keys[max(0, start - NOUN) : start])
    return modal and first[0] in _GRANTED and not _LEAVE.isdisjoint(behind)


def _is_half_of_an_if(words: Words, start: int, end: int) -> bool:
    """Whether the right half is what a hidden "if we" is of, and the left half a subject: "We [stay if we] … lose"."""
    if paused(words, end) or not opens_with_verb(words, end):
        return False
    for at in range(end - 1, max(start - 1, end - 1 - SUBJECT), -1):
        if words.keys[at] == "if":
            again = words.keys[start - 1] in lexicon.SPEAKERS and words.keys[start - 1] == words.keys[end - 1]
            return at < end - 1 and (again or is_subject(words, start))
        if is_verb(words, at) or paused(words, at):
            return False
    return False


def _hangs_on_a_condition(words: Words, start: int, end: int, right: Sequence[Element]) -> bool:
    """Whether the right half is what a hidden condition, closed by a comma, is said of: "[If it rains,] … we go".

    The subject may be hidden too: "The match [is on; but if it rains, it] … is off".
    """
    behind = end
    if not COMMA.fullmatch(words.text, words.ends[end - 1], words.starts[end]):
        comma = _before_a_subject(words, start, end)
        if comma is None:
            return False
        end = comma
    if any(element.key in _IMAGINED for element in right[:OWNED]) or words.keys[behind] in GOES_ON:
        return False
    first = next((at for at in range(end - 1, max(start, end - CONDITION) - 1, -1) if stops(words, at)), None)
    if first is None:
        # "and [if it rains,] … we go"
        first = start if words.keys[start - 1] in _AND | {"that"} else None
    if first is None:
        return False
    while first < end - 1 and words.keys[first] in _AND:
        first += 1
    if words.keys[first] not in _IF or end - first < 2:
        return False
    return not _has_main_clause(words, first, end)


def _before_a_subject(words: Words, start: int, end: int) -> int | None:
    """The first word of a hidden subject behind a comma that the left half has too, before the right half's verb."""
    if not opens_with_verb(words, end) or paused(words, end):
        return None
    again = words.keys[start - 1] == words.keys[end - 1] and words.keys[end - 1] in lexicon.PRONOUNS
    if not again and not is_subject(words, start):
        return None
    for at in range(end - 1, max(start, end - 1 - SUBJECT), -1):
        if is_verb(words, at):
            return None
        if paused(words, at):
            return at if COMMA.fullmatch(words.text, words.ends[at - 1], words.starts[at]) else None
    return None


def _has_main_clause(words: Words, first: int, end: int) -> bool:
    """Whether something has been said between the comma that ends the condition and word `end`."""
    borders = [at for at in range(first + 1, end) if paused(words, at)]
    for low, high in pairwise((*borders, end)):
        if words.keys[low] not in GOES_ON and any(is_verb(words, at) for at in range(low, high)):
            return True
    return False
