"""Who said it: a verb of saying before an ellipsis that takes to itself what another's, hidden verb introduced.

source     I told the clerk that it was late, and he said I was a fool.
quotation  I told the clerk … I was a fool.
"""

from __future__ import annotations

from holdwater.match import lexicon
from holdwater.match.guards.breaks import stands_before
from holdwater.match.guards.clauses import (
    DETERMINERS,
    PREPOSITIONS,
    SAYS,
    STOP,
    clause_start,
    is_full_clause,
    is_subject,
    opens_with_verb,
    sentence_of,
)
from holdwater.match.guards.subjects import are_others, subject
from holdwater.match.words import Words
from holdwater.patterns import waiting

OBJECT = 4
"""Words of "told the whole chamber" behind its verb, and of the subject of what is said."""
PARTY = 5
"""Words of whoever says it."""
SPEECH = 40
"""Words of a speech in which, or behind which, the speaker is named."""
NEAR = 12
"""Words of "the opinion of the oldest members of the town that the captain"."""

_MARK = waiting(STOP.pattern + r"|[,;:—]|\s[-–]{1,2}\s|\(|\)")
_COMMA = waiting(r"[,;]")
_OPENS_SPEECH = waiting(r"[“‘]\s?\Z|(?:^|[\s—(])[\"']\Z")
_NAMING = frozenset(
    "call calls called consider considers considered deem deems deemed termed describe describes described "
    "labelled labeled".split()
)
_OPINIONS = frozenset(
    "opinion view belief conviction judgment judgement idea notion claim contention argument theory impression "
    "suspicion verdict hope fear".split()
)
_LINKS = frozenset(
    "and or but nor so yet that what which who whom when while where whether how why as if because than then".split()
)
_HELPING = frozenset("have has had also now then once later still always even do does did".split())
_GOSSIP = lexicon.DISOWNED - {"they"} | frozenset(
    "everybody everyone folk folks neighbours neighbors papers newspapers".split()
)


def other_sayer(words: Words, start: int, end: int, shown: int) -> bool:
    """Whether the left half seems to say what somebody else, in source words start..end, says.

    Args:
        words: the source.
        start: the word after the left segment's last.
        end: the right segment's first word.
        shown: the left segment's first word, or 0.
    """
    if not 0 < start < end < len(words):
        return False
    if _is_anothers_speech(words, start, end, shown):
        return True
    theirs = _introduced(words, start, end) or _of_the_last(words, start, end)
    if theirs:
        mine = _waiting(words, start, shown)
        return are_others(mine, theirs) if mine else not _GOSSIP.isdisjoint(theirs)
    theirs = _thought(words, start, end)
    mine = _thought_of(words, start, shown) if theirs else []
    return bool(mine) and are_others(mine, theirs)


def _is_anothers_speech(words: Words, start: int, end: int, shown: int) -> bool:
    """Whether a speech follows a hidden sentence of another whom it does not name: `Pell nodded. Voss rose. “No!”`."""
    if not _opens_speech(words, end) or not stands_before(STOP, words, end):
        return False
    begun = sentence_of(words, start, end - 1)
    if begun is None:
        return False
    named = _names(words, begun, begun + len(subject(words, begun, end)))
    low = max(shown, clause_start(words, start))
    others = _names(words, low, low + len(subject(words, low, start)))
    told = set(words.keys[end : end + SPEECH]) | set(words.keys[low:start])
    return bool(named and others) and named.isdisjoint(told)


def _names(words: Words, low: int, high: int) -> set[str]:
    """The names among words low..high: what has a capital and is no word that a sentence begins with."""
    return {
        words.keys[at]
        for at in range(low, high)
        if words.text[words.starts[at]].isupper() and words.keys[at] not in lexicon.OPENERS | lexicon.PRONOUNS
    }


def _opens_speech(words: Words, at: int) -> bool:
    """Whether a quotation mark opens right before word `at`."""
    return _OPENS_SPEECH.search(words.text[words.ends[at - 1] : words.starts[at]]) is not None


def _introduced(words: Words, start: int, end: int) -> list[str]:
    """Who says the right half, by a hidden verb right before it, or before its quotation mark; none if nobody."""
    if _opens_speech(words, end):
        begun = sentence_of(words, start, end - 1)
        low = start if begun is None else begun
        verb = next((at for at in range(end - 1, low - 1, -1) if _says(words, at)), None)
        return _party(words, verb, start) if verb is not None else []
    if stands_before(STOP, words, end) or words.keys[end] in _LINKS - {"that"}:
        return []
    named = _behind_an_aside(words, start, end)
    if named is not None:
        return _party(words, named, start)
    at = end - 1 - (words.keys[end - 1] == "that")
    verb = _verb_before(words, at, start) if words.keys[at] not in DETERMINERS else None
    if verb is None or (verb == end - 1 and opens_with_verb(words, end)):
        return []
    says_it = at < end - 1 or words.keys[verb] in _NAMING or words.keys[end] == "that"
    says_it = says_it or is_full_clause(words, end)
    return _party(words, verb, start) if says_it else []


def _behind_an_aside(words: Words, start: int, end: int) -> int | None:
    """The verb of naming that the right half follows behind an aside: "called, not without reason, | a barn"."""
    if not stands_before(_COMMA, words, end):
        return None
    at = next((at for at in range(end - 1, max(start, end - NEAR), -1) if stands_before(_COMMA, words, at)), None)
    return at - 1 if at is not None and words.keys[at - 1] in _NAMING else None


def _of_the_last(words: Words, start: int, end: int) -> list[str]:
    """Who says what the last hidden sentence says, where the left half waits for it: "They say that … it fell"."""
    if words.keys[start - 1] != "that" or not is_full_clause(words, end):
        return []
    begun = sentence_of(words, start, end)
    low = end if begun is None else begun
    verb = next((at for at in range(low + 1, min(end, low + PARTY)) if _says(words, at)), None)
    return _party(words, verb, low) if verb is not None else []


def _verb_before(words: Words, last: int, low: int) -> int | None:
    """The verb of saying at word `last`, or before it with only its object between: "told the whole chamber"."""
    for at in range(last, max(low, last - OBJECT) - 1, -1):
        if _says(words, at):
            return at
        key = words.keys[at]
        if (
            stands_before(_MARK, words, at)
            or key in _LINKS
            or key in lexicon.COPULAS
            or key in PREPOSITIONS - {"to", "of"}
        ):
            return None
        if at == last and key in PREPOSITIONS:
            return None
    return None


def _says(words: Words, at: int) -> bool:
    """Whether word `at` is a verb of saying or of naming, and no noun: "the claim"."""
    if words.keys[at] not in SAYS and words.keys[at] not in _NAMING:
        return False
    return at > 0 and words.keys[at - 1] not in DETERMINERS and words.keys[at - 1] not in PREPOSITIONS


def _party(words: Words, verb: int, low: int) -> list[str]:
    """The subject before a verb of saying, from word `low` on; none if it has none there."""
    at = verb - 1
    while at >= low and (words.keys[at] in _HELPING or words.keys[at].endswith("ly")):
        at -= 1
    party: list[str] = []
    while at >= low and len(party) < PARTY:
        key = words.keys[at]
        if key in _LINKS or (key in PREPOSITIONS and key != "of") or stands_before(_MARK, words, at + 1):
            break
        party.insert(0, key)
        if key in lexicon.PRONOUNS or (key in DETERMINERS and words.keys[at - 1] != "of"):
            break
        at -= 1
    return party


def _waiting(words: Words, start: int, shown: int) -> list[str]:
    """Whose verb of saying the left half ends with, that still waits for what is said; none if there is none."""
    verb = _verb_before(words, start - 1 - (words.keys[start - 1] == "that"), max(shown, start - NEAR))
    return _party(words, verb, max(shown, start - NEAR)) if verb is not None else []


def _thought(words: Words, start: int, end: int) -> list[str]:
    """Whose thought or opinion it is, in the hidden words, of whom the right half tells: "she thought he | was"."""
    if not opens_with_verb(words, end) or stands_before(_COMMA, words, end):
        return []
    for at in range(end - 1, max(start, end - 1 - OBJECT), -1):
        if words.keys[at] == "that" or _says(words, at):
            return _holder(words, at, start) if at < end - 1 else []
        if stands_before(_MARK, words, at):
            return []
    return []


def _thought_of(words: Words, start: int, shown: int) -> list[str]:
    """Whose thought or opinion the left half gives of a subject with which it ends: "the town thought the captain"."""
    low = max(shown, start - NEAR, 0)
    for at in range(start - 2, low, -1):
        if words.keys[at] == "that" or _says(words, at):
            return _holder(words, at, low) if is_subject(words, start, at + 1) else []
        if stands_before(_MARK, words, at):
            return []
    return []


def _holder(words: Words, at: int, low: int) -> list[str]:
    """Who holds what a "that", or a verb of saying, at word `at` introduces: "the opinion of Miss Pym that"."""
    if words.keys[at] != "that":
        return _party(words, at, low)
    for noun in range(at - 2, max(low, at - NEAR) - 1, -1):
        if words.keys[noun] in _OPINIONS:
            return words.keys[noun + 2 : at] if words.keys[noun + 1] == "of" else []
    verb = _verb_before(words, at - 1, low)
    return _party(words, verb, low) if verb is not None else []
