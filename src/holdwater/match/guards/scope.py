"""What an ellipsis hides that says how far the words beside it hold: "only", "all but one", "might".

    source     All but one of them agreed.      I might have sold it.     It may appeal only with leave.
    quotation  All … of them agreed.            I … have sold it.         It may appeal … with leave.

    source     Half of the women who smoked died early.     The 1987 survey, unlike the one in 2004, missed it.
    quotation  Half of the women … died early.              The 1987 survey … in 2004, missed it.

A few words are looked at, and only where they belong to the clause on both sides; what stands between commas is aside.
"""

from __future__ import annotations

from collections.abc import Sequence

from holdwater.match import lexicon
from holdwater.match.guards.breaks import has, parted, paused
from holdwater.match.guards.clauses import clause_start, is_verb
from holdwater.match.model import Change
from holdwater.match.quoted import PLAIN, Element
from holdwater.match.words import PAUSE, Words
from holdwater.patterns import waiting

FEW = 3
"""Words: more than this leave out a phrase, and whose "some" it was does not show."""
NOUN = 6
"""Words of "half of the elderly women", and of an aside that sets one thing against another."""
SHOWN = 20
"""Words before the ellipsis in which another "may" speaks for the one left out."""

_MEASURING = frozenset("than least most about approximately roughly nearly almost over under".split())
"""Words right before a number that make it a bound or a guess."""
_LINKING = frozenset("in with for on at by of among from after before under over during".split())
_RESTRICTING = frozenset("who whom whose that which with without under over above below aged born".split())
"""Words that open a clause by which only some of what stands before it are meant."""
_WEAK = frozenset("may might could should".split())
_RELATIVES = frozenset("who which that".split())
_INDEFINITE = frozenset("a an any every each no".split())
_KNOWINGLY = frozenset(
    "knowingly intentionally wilfully willfully maliciously recklessly negligently fraudulently dishonestly".split()
)
"""Words of law without which a deed is no offence."""
_OF = frozenset("of to for against".split())
_SAVING = frozenset("save barring excepting".split())
_BUT_ONLY = (["but", "only"], ["and", "only"], ["yet", "only"], ["though", "only"], ["albeit", "only"])
"""What follows holds with a limit, which the author of the source adds behind a comma."""
_AT_TIMES = {
    ("on", "occasion"),
    ("on", "occasions"),
    ("at", "times"),
    ("in", "places"),
    ("in", "parts"),
    ("now", "and", "then"),
    ("for", "a", "time"),
    ("for", "a", "while"),
    ("in", "some", "cases"),
    ("to", "some", "extent"),
}
_UNFINISHED = frozenset("be been being".split())
_CONTRASTING = frozenset("unlike contrary except besides instead".split())
_OPENS_AN_ASIDE = waiting(r"[,(—]|\s[-–]\s")


def narrowed(words: Words, start: int, end: int, left: Sequence[Element], right: Sequence[Element]) -> Change | None:
    """What the hidden source words start..end took from the words beside them; None if nothing.

    Args:
        words: the source.
        start: the word after the left segment's last.
        end: the right segment's first word.
        left: the elements of the left segment.
        right: the elements of the right segment.
    """
    hidden = words.keys[start:end]
    if end < len(words) and _is_repaired(words, start, end):
        return Change.NUMBER
    if end < len(words) and (_is_headless(words, start, end) or _is_unlikened(words, start, end)):
        return Change.OMISSION
    if end < len(words) and not _is_owned(left, right) and _is_unsure(words, start, end):
        return Change.MODAL
    if hidden in _BUT_ONLY and end < len(words) and not paused(words, end):
        return Change.QUANTIFIER
    if paused(words, start):
        return None
    if _is_without(words, start, end) or _is_of_none(words, start, end):
        return Change.NEGATION
    if len(hidden) == 2 and hidden[0] in _RELATIVES and hidden[1] in lexicon.COPULAS:
        return None
    excepted = hidden[0] in lexicon.EXCEPTING and _is_less(words, start, end)
    guilty = not _KNOWINGLY.isdisjoint(hidden) and end < len(words) and lexicon.is_present(words.keys[end])
    if excepted or guilty or (end < len(words) and hidden[0] in _RESTRICTING and _is_of_all(words, start, end)):
        return Change.QUANTIFIER
    if end >= len(words) or len(hidden) > FEW:
        return None
    if has(PAUSE, words, start, end):
        return None
    return Change.QUANTIFIER if _takes_some(hidden, words.keys[end]) else None


def _takes_some(hidden: list[str], behind: str) -> bool:
    """Whether a few hidden words say that the one behind them, or the one before them, holds in part or about."""
    if hidden[-1] in _SAVING or hidden[:2] == ["in", "part"] or tuple(hidden) in _AT_TIMES:
        return True
    # "not only" takes nothing away.
    if not lexicon.NARROWING.isdisjoint(hidden) and not any(map(lexicon.is_negation, hidden)):
        return True
    if hidden[-1] in _MEASURING and lexicon.is_number(behind):
        return True
    return hidden[-1] in ("almost", "nearly") and behind in lexicon.WHOLES


def _is_without(words: Words, start: int, end: int) -> bool:
    """Whether what holds without something is said of any one of its kind: "A search [without a warrant] is"."""
    if words.keys[start] != "without" or end >= len(words) or not lexicon.is_finite(words.keys[end]):
        return False
    if has(PAUSE, words, start, end):
        return False
    for index in range(start - 1, max(-1, start - NOUN), -1):
        key = words.keys[index]
        if key in _INDEFINITE:
            return True
        if key in lexicon.OPENERS or (index and paused(words, index)):
            return False
    return False


def _is_of_none(words: Words, start: int, end: int) -> bool:
    """Whether the right half says what a hidden "no" is of: "The firm gives [no warranty as to] its use"."""
    if words.keys[end - 1] not in _OF or end >= len(words) or end - start < FEW:
        return False
    noun = end - 3 if words.keys[end - 2] == "as" else end - 2
    if words.keys[start - 1] in _LINKING or words.keys[start - 1] in lexicon.OPENERS:
        return False
    return words.keys[noun - 1] == "no" and not has(PAUSE, words, noun + 1, end)


def _is_less(words: Words, start: int, end: int) -> bool:
    """Whether an exception is taken from a whole: "all [but one]", "all the letters [but two]"."""
    if words.keys[start - 1] in lexicon.WHOLES or words.keys[start - 2] in ("no", "every", "any"):
        return True
    low = clause_start(words, start)
    if not lexicon.WHOLES.isdisjoint(words.keys[low:start]) and _is_phrase(words, start + 1, end):
        return True
    counted = end - start > 1 and (lexicon.is_number(words.keys[start + 1]) or words.keys[start + 1] == "a")
    return counted and not lexicon.WHOLES.isdisjoint(words.keys[max(0, start - 1 - FEW) : start])


def _is_phrase(words: Words, start: int, end: int) -> bool:
    """Whether the words from `start` on name somebody or something, and no clause follows: "[but] the cook, who …"."""
    if start >= end or words.keys[start] not in ("the", "a", "an", "those", "for", "his", "her", "its", "their"):
        return False
    for at in range(start, end):
        if at > start and paused(words, at):
            return True
        if is_verb(words, at):
            return False
    return True


def _is_of_all(words: Words, start: int, end: int) -> bool:
    """Whether a share or a whole is left without the clause that says what it is of, and then goes on with its verb."""
    verb = words.keys[end]
    if not lexicon.is_finite(verb) or verb in _UNFINISHED or paused(words, end):
        return False
    for index in range(start - 1, max(0, start - NOUN) - 1, -1):
        key = words.keys[index]
        if key in lexicon.WHOLES or key in lexicon.SHARES or lexicon.is_number(key):
            return True
        if index == 0 or paused(words, index):
            return False
    return False


def _is_unlikened(words: Words, start: int, end: int) -> bool:
    """Whether the right half is the rest of an aside that begins with "unlike" or "instead of", which is hidden."""
    for index in range(end - 1, max(start, end - NOUN) - 1, -1):
        if words.keys[index] in _CONTRASTING:
            return index > 0 and bool(_OPENS_AN_ASIDE.search(words.text, words.ends[index - 1], words.starts[index]))
        if parted(words, index):
            return False
    return False


def _is_unsure(words: Words, start: int, end: int) -> bool:
    """Whether the hidden words are a "might", or end with the "might have" of the past that the right half begins with.

    Without its "might", "they have sold" and "it sold" still read as a statement; "it have sold" and "be sold" do not.
    """
    first = max(start, end - FEW)
    for index in range(end - 1, first - 1, -1):
        if parted(words, index):
            return False
        if words.keys[index] in lexicon.MODALS:
            several = words.keys[start - 1] in ("i", "you") or words.keys[start - 1].endswith(("s", "we", "they"))
            bare = words.keys[end] in ("have", "do") or (
                words.keys[index] in _WEAK and lexicon.is_present(words.keys[end])
            )
            whole = index == start and several and bare
            past = words.keys[end] in lexicon.PASTS or words.keys[end].endswith("ed")
            return whole or (past and "have" in words.keys[index:end])
        if not _is_slight(words.keys[index]):
            return False
    return False


def _is_headless(words: Words, start: int, end: int) -> bool:
    """Whether the right half is the rest of an aside whose "having risen" is hidden."""
    for index in range(end - 1, max(start, end - FEW) - 1, -1):
        if parted(words, index):
            return False
        if words.keys[index] in ("having", "being"):
            return _OPENS_AN_ASIDE.search(words.text, words.ends[index - 1], words.starts[index]) is not None
    return False


def _is_repaired(words: Words, start: int, end: int) -> bool:
    """Whether the right half says of the left half's number what the source says of another one, which is hidden.

    source     It was 6% with early and 9% with late surgery.
    quotation  It was 6% … with late surgery.
    """
    link, hidden = words.keys[end], words.keys[start:end]
    # "in 18 of 90 patients"
    counted = words.keys[start - 1 : start] if words.keys[start - 2] not in ("of", *lexicon.NUMBERS) else ["0"]
    counted = words.keys[start - 2 : start] if words.keys[start - 3 : start - 2] == ["of"] else counted
    if link not in _LINKING or link not in hidden or not any(map(lexicon.is_number, counted)):
        return False
    return any(map(lexicon.is_number, hidden[len(hidden) - hidden[::-1].index(link) :]))


def _is_owned(left: Sequence[Element], right: Sequence[Element]) -> bool:
    """Whether the left half says already how sure it is, or the right half's verb owns up to another form."""
    shown = {element.key for element in left[-SHOWN:]}
    return right[0].kind is not PLAIN or not shown.isdisjoint(lexicon.MODALS | lexicon.HEDGES)


def _is_slight(key: str) -> bool:
    return key in lexicon.COPULAS or key in ("well", "to", "yet", "still", "also") or key.endswith("ly")
