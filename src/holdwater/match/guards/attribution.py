"""Whose word or belief the right half of a quotation is, where an ellipsis hides who says it or who doubts it.

    source     We came late and were told that it was shut.     I told people that I had climbed it.
    quotation  We came late … it was shut.                      I … climbed it.

The words that put it into somebody's mouth are called where they stand right before the right half, and the left half
has come to an end or is the subject that the right half now seems to go with. Asides are in `hearsay`.
"""

from __future__ import annotations

from collections.abc import Sequence

from holdwater.match import lexicon
from holdwater.match.guards.breaks import paused, stands_before, stops
from holdwater.match.guards.clauses import STOP, clause_start, is_subject, is_verb, opens_with_verb
from holdwater.match.guards.hearsay import (
    BE,
    CLAIMED,
    HEARD,
    OBJECT,
    OURS,
    SAID,
    TALES,
    is_hearsay_aside,
    is_taken_back,
)
from holdwater.match.model import Change
from holdwater.match.quoted import BRACKET, Element
from holdwater.match.words import Words

SAYING = 8
"""Words between a verb of saying and its "that": "were told at the inn by the carter that"."""
SUBJECT = 5
"""Words before a verb of saying in which its subject stands."""
_JUDGED = frozenset("conclude concludes concluded find finds found hold holds held show shows showed".split())
_INDEFINITE = lexicon.DISOWNED | frozenset(
    "several commentators analysts observers historians scholars writers authors locals villagers neighbours neighbors "
    "newspapers papers sources reports everyone everybody nobody somebody someone another witnesses friends".split()
)
_LIKELY = frozenset("possible probable likely conceivable plausible arguable unlikely".split())
_LINKS = frozenset("and but or where while as so who which when since because though although yet for".split())
_ARTICLES = frozenset("a an the one no old any local".split())
_OPINIONS = frozenset("opinion opinions view conviction impression belief".split())
_TOLD = frozenset("is was were went ran goes had has been".split())
_PLACING = frozenset("in on at to by of from for with under over within into like than as".split())
_VIEWING = frozenset(
    "regard regards regarded interpret interprets interpreted see sees seen view views viewed describe describes "
    "described portray portrays portrayed hailed dismissed denounced depicted construed read reads".split()
)
_CALLED = frozenset("regarded hailed portrayed depicted denounced".split())
_NAMING = frozenset("call calls called calling consider considers considered".split())
_THIRD = frozenset("he she they it".split())
_ADVERBS = frozenset("now then also again once first later still always often ever".split())
_NO_PARTY = _LINKS | lexicon.COPULAS | lexicon.MODALS | BE | frozenset("to".split())
"""Words before a verb of saying that are not who says it."""


def attributed(words: Words, start: int, end: int, right: Sequence[Element]) -> Change | None:
    """What it does to the right half that the hidden source words start..end say whose word it is; None if nothing.

    Args:
        words: the source.
        start: the word after the left segment's last.
        end: the right segment's first word.
        right: the elements of the right segment.
    """
    if not 0 < start < end < len(words):
        return None
    if is_taken_back(words, start, end):
        return Change.NEGATION
    if _is_possible(words, start, end):
        return Change.MODAL
    if _is_claimed(words, start, end) or is_hearsay_aside(words, start, end) or _is_seen_as(words, start, end, right):
        return Change.NAME
    return Change.NAME if _is_anothers_speech(words, start, end) else None


def _is_border(words: Words, start: int) -> bool:
    """Whether the left half has come to an end: before a pause, an "and", a "claiming that"."""
    opening = words.keys[start]
    return paused(words, start) or opening in _LINKS or (opening.endswith("ing") and not is_verb(words, start - 1))


def _is_claimed(words: Words, start: int, end: int) -> bool:
    """Whether the right half is what a hidden verb of saying or believing is of."""
    that = next((at for at in range(end - 1, start, -1) if words.keys[at] == "that"), None)
    if that is not None and any(paused(words, at) for at in range(that + 1, end + 1)):
        that = None
    whole = that == end - 1
    if that is None or not whole:
        subject = _subject_before(words, start, end)
        if subject is None:
            return that is None and (_is_relative(words, start, end) or _is_told(words, start, end))
        verb = _verb_of_saying(words, start, subject if that is None else that, OBJECT if that is None else SAYING)
        return verb is not None and _is_of(words, start, end) and not _is_ours(words, start, verb)
    if is_verb(words, end) and words.keys[end] not in lexicon.PRONOUNS:
        return False
    verb = _verb_of_saying(words, start, that, SAYING)
    if verb is None or not _is_border(words, start):
        return False
    return not _is_said_already(words, start, verb) and _is_disowned(words, start, verb)


def _is_told(words: Words, start: int, end: int) -> bool:
    """Whether a "people say" without a "that" is hidden before a clause, or all that is hidden only hopes or claims."""
    opening = words.keys[start]
    if opening.endswith("ing") and opening in CLAIMED:
        return not any(paused(words, at) for at in range(start + 1, end + 1))
    verb = end - 1
    if verb <= start or not (words.keys[verb] in SAID or words.keys[verb] in CLAIMED) or paused(words, end):
        return False
    clause = words.keys[end] in lexicon.SPEAKERS or words.keys[end] in lexicon.OPENERS
    if not clause or not _is_border(words, start) or _is_said_already(words, start, verb):
        return False
    return not lexicon.DISOWNED.isdisjoint(_before(words, start, verb)) and _is_disowned(words, start, verb)


def _subject_before(words: Words, start: int, end: int) -> int | None:
    """The pronoun or "that" clause's subject before the verb that the right half is: "told them that [he] had …"."""
    at = end - 1
    while at > start and (words.keys[at] in lexicon.COPULAS or words.keys[at] in ("never", "often", "also", "ever")):
        at -= 1
    return at if words.keys[at] in lexicon.SPEAKERS and at > start else None


def _is_of(words: Words, start: int, end: int) -> bool:
    """Whether the right half opens with a verb for which the left half seems to be the subject."""
    return opens_with_verb(words, end) and _waits(words, start) and not paused(words, end)


def _waits(words: Words, start: int) -> bool:
    """Whether the left half ends with a subject without its verb, be it behind a "that": "it is said that he"."""
    if is_subject(words, start):
        return True
    for at in range(start - 1, max(0, start - SUBJECT), -1):
        if words.keys[at] == "that":
            return at < start - 1
        if is_verb(words, at) or paused(words, at):
            return False
    return False


def _verb_of_saying(words: Words, start: int, that: int, reach: int) -> int | None:
    """The hidden verb or noun by which a "that" at word `that` is a claim; None if there is none."""
    if paused(words, that) or words.keys[that - 1] in _PLACING:
        return None
    for at in range(that - 1, max(start, that - reach) - 1, -1):
        key = words.keys[at]
        if key in HEARD or key in CLAIMED or key in SAID or key in _JUDGED:
            return at
        if (key in TALES and words.keys[at - 1] in _ARTICLES) or key in _OPINIONS:
            return None if any(paused(words, i) for i in range(at + 1, that)) else at
        if key in _TOLD and words.keys[at - 1] not in lexicon.PRONOUNS:
            # "a rumour went about that", "the story was that"
            continue
        if lexicon.is_finite(key) or stands_before(STOP, words, at):
            return None
    return None


def _before(words: Words, start: int, verb: int) -> list[str]:
    """The words of a hidden clause before its verb: its subject."""
    found: list[str] = []
    for at in range(verb - 1, max(start - 1, verb - 1 - SUBJECT), -1):
        if paused(words, at + 1):
            break
        found.append(words.keys[at])
    return found


def _is_ours(words: Words, start: int, verb: int) -> bool:
    """Whether the author, or a court of the author's, says it: "I am sure that he", not "we were told"."""
    before = _before(words, start, verb)
    return not lexicon.OURSELVES.isdisjoint(before) and words.keys[verb] in _JUDGED


def _is_disowned(words: Words, start: int, verb: int) -> bool:
    """Whether a hidden verb leaves what is said to whoever says it."""
    key, before = words.keys[verb], _before(words, start, verb)
    if any(map(lexicon.is_negation, before)):
        return False
    passive = not BE.isdisjoint(before[:OBJECT])
    if all(one in _LINKS or _is_adverb(one) for one in before):
        # "and believed that": the subject is that of the clause before
        before = words.keys[clause_start(words, verb) : verb]
    ours = not lexicon.OURSELVES.isdisjoint(before)
    if key in HEARD:
        return passive or ours or key in ("assured", "assures", "told")
    if ours and key not in lexicon.UNREAL:
        return False
    if key in CLAIMED or key in TALES or key in _OPINIONS:
        return True
    if not _INDEFINITE.isdisjoint(before):
        return True
    return key in SAID and (("it" in before and passive) or not {"he", "she"}.isdisjoint(before))


def _is_said_already(words: Words, start: int, verb: int) -> bool:
    """Whether the left half says already that somebody says it, and the hidden verb goes on with the same."""
    before = _before(words, start, verb)
    same = not [key for key in before if key not in _LINKS and key not in lexicon.PRONOUNS and not key.endswith("ly")]
    low = clause_start(words, start)
    return same and any(lexicon.is_saying(words.keys[at]) or words.keys[at] in CLAIMED for at in range(low, start))


def _is_relative(words: Words, start: int, end: int) -> bool:
    """Whether the right half is what "which the locals say" is of: "The bridge[, which they say] … was built"."""
    verb = words.keys[end - 1]
    if verb not in SAID and verb not in CLAIMED:
        return False
    hidden = words.keys[start:end]
    opened = hidden[0] in ("which", "who", "whom", "that") or (len(hidden) <= 2 and hidden[0] not in lexicon.OPENERS)
    ours = not lexicon.OURSELVES.isdisjoint(hidden)
    return opened and not ours and 1 < len(hidden) <= SUBJECT and not paused(words, end) and _is_of(words, start, end)


def _is_possible(words: Words, start: int, end: int) -> bool:
    """Whether the right half is only possible: "It rained[, and it is possible that] … the gate was open"."""
    if words.keys[end - 1] in lexicon.UNSURE and end - 1 >= start and stops(words, end - 1):
        return True
    if words.keys[end - 1] != "that" or not _is_border(words, start) or is_verb(words, end):
        return False
    near = words.keys[max(start, end - SUBJECT) : end - 1]
    return not _LIKELY.isdisjoint(near) and not any(map(lexicon.is_negation, near))


def _is_seen_as(words: Words, start: int, end: int, right: Sequence[Element]) -> bool:
    """Whether something is only seen as what the right half calls it: "It is [widely regarded as] … a failure"."""
    if words.keys[end - 1] != "as" or end - start < 2 or words.keys[end - 2] not in _VIEWING or paused(words, end):
        return False
    named = words.keys[end - 2] in _CALLED or end - start > 2
    whole = named and words.keys[start - 1] in BE and end - start <= OBJECT and words.keys[end] in lexicon.OPENERS
    return whole or (right[0].kind is BRACKET and is_subject(words, start))


def _is_anothers_speech(words: Words, start: int, end: int) -> bool:
    """Whether the left half's verb of saying gets what another, who is hidden, says: "I told him [… and he said] …"."""
    own = next((at for at in range(start - 1, max(0, start - 1 - OBJECT), -1) if _says(words, at)), None)
    if own is None or own == 0:
        return False
    if own == start - 1 and _says(words, end - 1):
        party = words.keys[end - 2]
        return end - start > 2 and party not in _NO_PARTY and party != words.keys[own - 1] and not _is_adverb(party)
    mine = words.keys[own - 1]
    opened = words.text[words.ends[end - 1] : words.starts[end]].rstrip()[-1:] in ("“", '"')
    if opened and mine not in lexicon.PRONOUNS and words.keys[own].endswith("s"):
        # "the state law claims"
        return False
    if not opened and not (_says(words, end - 1) and words.keys[end] in lexicon.SPEAKERS):
        return False
    verb = next((at for at in range(end - 1, max(start, end - 2 * SAYING), -1) if _says(words, at)), None)
    if verb is None:
        return False
    theirs = words.keys[verb - 1]
    same = theirs == mine or (theirs in _THIRD and mine not in OURS) or theirs in _NO_PARTY
    return not same and not _is_adverb(theirs)


def _is_adverb(key: str) -> bool:
    return key.endswith("ly") or lexicon.is_negation(key) or key in _ADVERBS


def _says(words: Words, at: int) -> bool:
    key = words.keys[at]
    said = key in lexicon.REPORTING or key in SAID or key in _NAMING
    return said and words.text[words.starts[at]].islower()
