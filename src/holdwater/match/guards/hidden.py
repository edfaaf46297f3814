"""What a quotation leaves unsaid beside its words: a denial before its start or behind an ellipsis, another speaker.

    source     It is not the case that larger doses work faster.      The drug does not, so far, cure it.
    quotation                          Larger doses work faster.      The drug does … cure it.

A word left out is called only where it governs what is quoted: right beside it, in the same clause. Measured on 424
ellipses in quotations of court opinions: three hide such a "not", all three from sentences that deny it again.
"""

from __future__ import annotations

from collections.abc import Sequence

from holdwater.match import lexicon
from holdwater.match.guards.attribution import attributed
from holdwater.match.guards.breaks import SENTENCE_END, ends
from holdwater.match.guards.clauses import detached, joins
from holdwater.match.guards.denials import (
    BESIDE,
    CLAUSE,
    DETERMINERS,
    KEPT_FROM,
    NO_TIME,
    NOBODY,
    REFUSING,
    SLIGHT,
    SUBORDINATE,
    WHOLE,
    denial,
    governor,
)
from holdwater.match.guards.operators import governed
from holdwater.match.guards.provisos import limited
from holdwater.match.guards.sayings import other_sayer
from holdwater.match.guards.scope import narrowed
from holdwater.match.guards.seams import conditional, mended
from holdwater.match.guards.subjects import other_party
from holdwater.match.guards.voices import other_voice, parallel, turned_about
from holdwater.match.model import Change
from holdwater.match.quoted import BRACKET, ELLIPSIS, PARTIAL, PLAIN, Element
from holdwater.match.words import PAUSE, Words
from holdwater.patterns import waiting

SPOKEN = 25
"""Words around a bracket's "not" in which the source may deny it in words of its own."""
AGAIN = 12
"""Words of "I told people that I"."""
APART = 600
"""Words, about two printed pages: halves of a quotation further apart are two passages. Of the 424 ellipses one is."""

SHORT = 3
"""Words of "not very often", between a verb and its auxiliary."""

_AUXILIARIES = lexicon.COPULAS | lexicon.MODALS | frozenset("do does did have has had".split())
_RELATIVE = waiting(r",\s+(?:(?:for|in|of|on|by|to|from|with)\s+)?(?:which|who|whom|whose)\b")
_NOTHING = frozenset("nothing none nobody neither no-one".split())
_PLACING = frozenset("in of about on under among within".split())
_AT_NO = frozenset("at in by under on".split())
_CONTRAST = frozenset("but rather".split())
_ASKING = frozenset("how why what who which where".split())
_ASIDES = frozenset("in by for at on under as so since until".split())
_DENYING = REFUSING | KEPT_FROM | lexicon.LIMITS | frozenset("only but rather instead lack lacks lacked".split())


def hidden_change(words: Words, start: int, end: int, left: Sequence[Element], right: Sequence[Element]) -> Change:
    """What an ellipsis that hides source words start..end does to the segments on its two sides; MARKED if nothing.

    Args:
        words: the source.
        start: the word after the left segment's last.
        end: the right segment's first word.
        left: the elements of the left segment.
        right: the elements of the right segment.
    """
    earlier = _behind_an_earlier(words, start, end, left, right)
    if earlier or end <= start or start == 0:
        return earlier or Change.MARKED
    if end - start > APART:
        return Change.OMISSION
    owned = lexicon.is_negation(left[-1].key) or any(_denies_itself(element) for element in (left[-1], right[0]))
    if not owned:
        if denied(words, start, end) or _is_other_half(words, start, end, left):
            return Change.NEGATION
        found = _limit(words, start, end)
        if found:
            return found
    if end < len(words) and not joins(words, start, end):
        return Change.MARKED
    if not owned:
        found = _governed(words, start, end, left, right)
        if found:
            return found
    if not owned and turned_about(words, start, end, [element.key for element in left]):
        return Change.OPPOSITE
    if end < len(words) and parallel(words, start, end, [element.key for element in left]):
        return Change.ORDER
    return _of_another(words, start, end, left) or mended(words, start, end, left, right) or Change.MARKED


def _of_another(words: Words, start: int, end: int, left: Sequence[Element]) -> Change | None:
    """What the ellipsis changes by giving the right half to another speaker, sayer or subject; None if nothing."""
    shown = _shown(words, start, left)
    if other_voice(words, start, end) or other_sayer(words, start, end, shown):
        return Change.NAME
    return other_party(words, start, end, shown) or detached(words, start, end, shown)


def _shown(words: Words, start: int, left: Sequence[Element]) -> int:
    """The left segment's first word where it begins like a sentence, by a capital or a bracket; 0 elsewhere."""
    first = max(0, start - len(left))
    begins = left[0].kind is not PLAIN or words.text[words.starts[first]].isupper()
    return first if begins else 0


def _governed(words: Words, start: int, end: int, left: Sequence[Element], right: Sequence[Element]) -> Change | None:
    """What the hidden words say of how far, how surely and by whose word the halves hold; None if nothing."""
    found = narrowed(words, start, end, left, right) or governed(words, start, end, left, right[0])
    return found or limited(words, start, end, right) or attributed(words, start, end, right)


def _behind_an_earlier(
    words: Words, start: int, end: int, left: Sequence[Element], right: Sequence[Element]
) -> Change | None:
    """What is hidden if a lone "I" before the ellipsis is an earlier one: "[I] told people that I had … left"."""
    if len(left) > 1 or left[0].key not in lexicon.SPEAKERS:
        return None
    for at in range(start - 2, max(0, start - 2 - AGAIN) - 1, -1):
        if ends(SENTENCE_END, words, at):
            return None
        if words.keys[at] == left[0].key:
            return limited(words, at + 1, end, right) or attributed(words, at + 1, end, right)
    return None


def _is_other_half(words: Words, start: int, end: int, left: Sequence[Element]) -> bool:
    """Whether a "nor" is hidden whose "neither" was cut off: "[Neither] the mayor [nor the council] had agreed"."""
    if "nor" not in words.keys[start:end] or SENTENCE_END.search(words.text, words.ends[start - 1], words.starts[end]):
        return False
    return not any(lexicon.is_negation(element.key) for element in left)


def _denies_itself(element: Element) -> bool:
    """Whether a bracket beside the ellipsis says what was left out: "… [cannot] award"."""
    return element.kind is BRACKET and any(map(lexicon.is_negation, element.key.split()))


def _limit(words: Words, start: int, end: int) -> Change | None:
    """An "unless" whose clause the ellipsis opens or leaves headless: "refused to say [whether he] would agree"."""
    first = words.keys[start]
    for index in range(end - 1, max(start, end - 1 - BESIDE) - 1, -1):
        if ends(PAUSE, words, index):
            break
        limit = words.keys[index]
        if limit in lexicon.LIMITS and (index == end - 1 or (limit != "if" and _is_predicate(words, end))):
            return Change.CONJUNCTION
    opens = first in ("unless", "except", "excepting") and not ends(SENTENCE_END, words, start - 1)
    return Change.CONJUNCTION if opens or conditional(words, start, end) else None


def _is_predicate(words: Words, at: int) -> bool:
    """Whether a verb stands at word `at`, whatever its "never"."""
    return any(map(lexicon.is_finite, [key for key in words.keys[at : at + 2] if not lexicon.is_negation(key)][:1]))


def denied(words: Words, start: int, end: int) -> bool:
    """Whether source words start..end, which stand between quoted ones, deny what is quoted on either side."""
    if end - start == 1 and lexicon.is_negation(words.keys[start]):
        return True
    if _denies_the_verb(words, start, end):
        return True
    at = end - 1 if end - start > 1 and words.keys[end - 1] in ("those", "that") else end
    behind = governor(words, at, start) is not None or _claim_denied(words, start, end)
    behind = behind or _not_all(words, start, end)
    return behind or _opens_with_denial(words, start, end) or _has_negative_subject(words, start, end)


def _denies_the_verb(words: Words, start: int, end: int) -> bool:
    """Whether a "not" and a word or two are all that is hidden between a verb's parts: "They do [not often] pay"."""
    if end >= len(words) or end - start > SHORT or words.keys[start - 1] not in _AUXILIARIES:
        return False
    hidden = words.keys[start:end]
    if hidden[0] != "not" or hidden[1] in lexicon.MERELY or not _CONTRAST.isdisjoint(hidden):
        return False
    return not any(ends(PAUSE, words, index) for index in range(start - 1, end))


def _not_all(words: Words, start: int, end: int) -> bool:
    """Whether "not" is hidden before "all", or just "not all": "[Not] all members agreed", "[Not all] members sat"."""
    if words.keys[end - 1] == "not":
        return words.keys[end] in WHOLE
    return end - start == 2 and words.keys[start] == "not" and words.keys[end - 1] in WHOLE


def _claim_denied(words: Words, start: int, end: int) -> bool:
    """Whether a hidden "no one believes" governs a "that" with which the right half begins, or just before it."""
    said = words.keys[max(0, start - CLAUSE) : start]
    if said[-1] in lexicon.CLAIMS and any(map(lexicon.is_negation, said)):
        return False
    if end - 2 >= start and words.keys[end - 1] in lexicon.SPEAKERS and denial(words, end - 1, start) is not None:
        return True
    for index in range(min(end, len(words) - 1), max(start, end - 1 - BESIDE), -1):
        if words.keys[index] == "that":
            return denial(words, index + 1, start) is not None
        if index < end and ends(PAUSE, words, index):
            return False
    return False


def _opens_with_denial(words: Words, start: int, end: int) -> bool:
    """Whether the hidden words deny the left segment's predicate: "The drug is [not, we say,] … safe"."""
    if SENTENCE_END.search(words.text, words.ends[start], words.starts[min(end, len(words) - 1)]):
        return False
    hidden = words.keys[start:end]
    if any(
        one == "no" and hidden[i - 1] in _AT_NO and _next(hidden, i) in NO_TIME for i, one in enumerate(hidden) if i
    ):
        return True
    at = next((i for i, key in enumerate(hidden[:BESIDE]) if _is_plain_denial(key)), None)
    if at is None or _next(hidden, at) in lexicon.MERELY or not _CONTRAST.isdisjoint(hidden[at:]):
        return False
    if any(ends(PAUSE, words, index) for index in range(start - 1, start + at)):
        return False
    if not all(key in lexicon.COPULAS or key.endswith("ly") or key in _AT_NO for key in hidden[:at]):
        return False
    commas = sum(ends(PAUSE, words, index) for index in range(start + at, end))
    return commas % 2 == 0 and _goes_aside(words, start + at, end)


def _goes_aside(words: Words, at: int, end: int) -> bool:
    """Whether behind the "not" at word `at` comes an aside ("not, we say," "not in our view"), no verb of its own."""
    for index in range(at, end - 1):
        if ends(PAUSE, words, index) or words.keys[index + 1] in _ASIDES:
            return True
        if words.keys[index + 1] not in SLIGHT and not words.keys[index + 1].endswith("ly"):
            return False
    return True


def _has_negative_subject(words: Words, start: int, end: int) -> bool:
    """Whether the right half is the rest of a hidden "nobody …" or "no such rising …"."""
    if end >= len(words) or not words.text[words.starts[end]].islower():
        return False
    last = next((i for i in range(end - 1, start - 1, -1) if ends(SENTENCE_END, words, i - 1)), None)
    return last is not None and words.keys[last] in NOBODY and not ends(SENTENCE_END, words, end - 1)


def _is_plain_denial(key: str) -> bool:
    return lexicon.is_negation(key) and key not in ("without", "nor", "neither", "non")


def _next(keys: Sequence[str], index: int) -> str:
    return keys[index + 1] if index + 1 < len(keys) else ""


def cut_before(quotation: str, segment: Sequence[Element], words: Words, at: int) -> int | None:
    """The source word from which on words that deny the quotation were cut off before its start; None if none were.

    A clause behind "no one believes that" is called wherever it begins; words right behind a "not" only where the
    quotation makes a sentence of them by a capital or a bracket: as a phrase they may stand in a sentence that denies
    them again, and mostly do (in 42 of 3,679 quotations of court opinions).

    Args:
        quotation: the text of the quotation.
        segment: its first segment.
        words: the source.
        at: the source's word at which the segment begins.
    """
    if at == 0 or ends(SENTENCE_END, words, at - 1) or _denies_itself(segment[0]):
        return None
    found = denial(words, at)
    recast = words.keys[at - 1] in lexicon.COPULAS and is_recast(segment)
    if found is None and (recast or _is_made_a_sentence(quotation, segment[0], words, at)):
        found = governor(words, at)
    if found is None:
        found = _nothing_in(quotation, segment, words, at)
    if found is None or _stands_free(segment, words, at):
        return None
    return found


def _nothing_in(quotation: str, segment: Sequence[Element], words: Words, at: int) -> int | None:
    """The "nothing" of which a quotation has the last noun and the verb: "[Nothing in] this lease shall be read"."""
    if at < 2 or words.keys[at - 1] not in _PLACING or words.keys[at - 2] not in _NOTHING:
        return None
    written = quotation[segment[0].start : segment[0].end].lstrip("[")
    if not written[:1].isupper() and not ELLIPSIS.match(quotation.lstrip()):
        return None
    opening = [element.key for element in segment[1:CLAUSE]]
    return at - 2 if any(key in lexicon.MODALS or key in ("is", "was", "are", "were") for key in opening) else None


def denied_in_a_bracket(own: Sequence[str], passage: Sequence[str], words: Words, at: int) -> bool:
    """Whether a bracket puts in a "not" for which nothing in the sentence before word `at` speaks."""
    if not any(map(lexicon.is_negation, own)) or any(map(lexicon.is_negation, passage)):
        return False
    if len(passage) >= len(own):
        return False
    low = max(0, at - SPOKEN)
    # ", for which they …" is outside what a "never" before it denies.
    outside = (i for i in range(low, at) if _RELATIVE.search(words.text, words.ends[max(0, i - 2)], words.ends[i]))
    low = max(outside, default=low)
    around = words.keys[low : min(len(words), at + SPOKEN)]
    return not any(lexicon.is_negation(key) or key in lexicon.DENIALS or key in _DENYING for key in around)


def _is_made_a_sentence(quotation: str, first: Element, words: Words, at: int) -> bool:
    """Whether the quotation begins with a capital or a bracket where the source goes on in small letters."""
    if words.text[words.starts[at]].isupper():
        return False
    if ELLIPSIS.match(quotation.lstrip()):
        return True
    written = quotation[first.span.start : first.span.end].lstrip("[")
    if first.kind is BRACKET:
        return lexicon.is_negation(words.keys[at - 1])
    if first.kind is PARTIAL:
        sentence = first.key not in SUBORDINATE and first.key not in _ASKING
        return (sentence and written[:1].isupper()) or words.keys[at - 1] in DETERMINERS
    return written[:1].isupper()


def is_recast(segment: Sequence[Element]) -> bool:
    """Whether a bracket puts a verb where a statement has it: "the board [will] pay" for "Will the board pay?"."""
    brackets = [element.key for element in segment if element.kind is BRACKET]
    return any(key in lexicon.COPULAS or key in lexicon.MODALS for key in brackets)


def _stands_free(segment: Sequence[Element], words: Words, at: int) -> bool:
    """Whether the same words stand somewhere else with nothing before them that denies them."""
    if any(element.kind is not PLAIN for element in segment):
        return False
    places = words.find_all(" ".join(element.key for element in segment), 12)
    return any(place != at and denial(words, place) is None and governor(words, place) is None for place in places)
