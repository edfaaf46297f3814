"""Whose predicate the right half of an ellipsis is, and under which condition, where another subject's is hidden.

source     The Liberals would close it. We shall keep it.    If he pays, you may stay; if he does not, you must go.
quotation  The Liberals … shall keep it.                     If he pays, you … must go.

What the reader takes for the subject is what the left half shows; what it was, stands before the right half's verb.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from holdwater.match import lexicon
from holdwater.match.guards.clauses import (
    DETERMINERS,
    SAYS,
    SENTENCE,
    STOP,
    is_subject,
    is_verb,
    opens_with_verb,
    sentence_of,
)
from holdwater.match.model import Change
from holdwater.match.words import Words
from holdwater.patterns import waiting

FRAME = 25
"""Words of a condition with what stands before the right half."""
PHRASE = 5
"""Words of a subject that are looked at: "the old keeper of the light"."""

_BREAK = waiting(STOP.pattern + r"|[;:]\s|,\s+(?:and|but|while|whereas|so|yet|or|for)\s|\s(?:--|[—–])\s|—")
"""Where a clause begins."""
_COMMA = waiting(r",\s")
_YOU = frozenset(("you",))
_SPEAKING = frozenset("i we you".split())
_MALE = frozenset(
    "he mr sir lord king prince duke count man father husband son brother uncle nephew boy gentleman monk".split()
)
_FEMALE = frozenset(
    "she mrs ms miss lady queen princess duchess countess woman mother wife daughter sister aunt niece girl widow "
    "nun".split()
)
_TITLES = frozenset("of mr mrs ms miss dr sir lord lady".split())
_OURS = frozenset(
    "court courts company group firm corporation board commission committee department council bank society union "
    "association panel majority dissent authors partnership trust registrant management team family staff crew".split()
)
"""Who may say "we" of themselves a line further on."""
_CLAUSE_OPENERS = frozenset("and but or so yet then that which who".split())
_IF = frozenset("if unless should supposing".split())
_WITHOUT = frozenset("excluding without except excepting barring".split())
_WHEN = frozenset("when where while once until after before whenever wherever".split())
_FRAMES = _IF | _WHEN | frozenset("in for on at under with by during among".split())
"""Words by which a clause first says when, where or for whom it holds."""
_HEDGED = frozenset("any anything anyone ever not so only indeed i we necessary possible you".split())
"""Words behind which an "if" only hedges: "if any", "if I may"."""
_CAUSES = frozenset("because lest unless".split())
_WAITING = frozenset("because although though unless lest whereas".split())
"""Words that wait for a clause which says why, or in spite of what."""


def other_party(words: Words, start: int, end: int, low: int) -> Change | None:
    """What is changed by a subject, a cause or a condition that source words start..end hide; None if nothing is.

    Args:
        words: the source.
        start: the word after the left segment's last.
        end: the right segment's first word.
        low: the first word of the left segment.
    """
    if not 0 < start < end < len(words):
        return None
    if not words.text[words.starts[end]].islower():
        return None
    if _is_relative(words, start, end, low):
        return Change.NAME
    clause = _clause(words, start, end)
    if clause is None:
        return None
    if _is_conditional(words, start, clause, end, low):
        return Change.CONJUNCTION
    if _is_of_another_cause(words, start, clause, end, low):
        return Change.ORDER
    if _is_other_person(words, start, clause, end, low) or _is_done_by_another(words, start, clause, end, low):
        return Change.NAME
    return None


def _clause(words: Words, start: int, end: int) -> int | None:
    """The word with which the last clause begins that the hidden words begin; None if they begin none."""
    breaks = list(_BREAK.finditer(words.text, words.ends[start - 1], words.starts[end] + 1))
    if not breaks:
        return None
    at = bisect_left(words.starts, breaks[-1].end() - 1, start, end)
    while at < end and words.keys[at] in _CLAUSE_OPENERS:
        at += 1
    return at


def _is_conditional(words: Words, start: int, clause: int, end: int, low: int) -> bool:
    """Whether the right half's clause opens with a condition that is hidden: "; but if he should offer gold, you …"."""
    if not 1 < end - clause <= FRAME:
        return False
    opening, second = words.keys[clause], words.keys[clause + 1]
    closed = _COMMA.search(words.text, words.ends[clause], words.starts[end]) is not None
    if not closed and words.keys[end - 1] not in lexicon.PRONOUNS:
        return False
    if words.keys[clause - 1] == "or":
        return False  # one of several conditions
    if opening in _IF:
        asked = opening != "should" or second in DETERMINERS | lexicon.PRONOUNS
        return asked and second not in _HEDGED and _is_main(words, clause, end)
    if opening in _WITHOUT:
        return opens_with_verb(words, end)
    if opening not in _FRAMES:
        return False
    first = _clause_start(words, low, start)
    if words.keys[first] != opening or words.keys[first:start] == words.keys[clause:end]:
        return False
    commas = list(_COMMA.finditer(words.text, words.ends[first], words.starts[start - 1]))
    if not commas:
        framed = all(_COMMA.search(words.text, words.ends[at - 1], words.starts[at]) for at in (start, end))
        return framed and opening in _WHEN
    waits = is_subject(words, start, bisect_left(words.starts, commas[-1].end() - 1, first, start))
    return waits and opens_with_verb(words, end)


def _is_main(words: Words, clause: int, end: int) -> bool:
    """Whether the right half is what holds under the condition that a hidden clause opens with, or its predicate."""
    if words.keys[end] in _CLAUSE_OPENERS:
        return False
    commas = list(_COMMA.finditer(words.text, words.ends[clause], words.starts[end]))
    behind = bisect_left(words.starts, commas[-1].end() - 1, clause, end) if commas else end - 1
    return not any(is_verb(words, at) for at in range(behind, end))


def _clause_start(words: Words, low: int, start: int) -> int:
    """The first word of the clause that the left half ends with, of those that it shows."""
    low = max(low, start - SENTENCE)
    breaks = list(_BREAK.finditer(words.text, words.starts[low], words.starts[start - 1] + 1))
    at = bisect_left(words.starts, breaks[-1].end() - 1, low, start - 1) if breaks else low
    while at < start - 1 and words.keys[at] in _CLAUSE_OPENERS:
        at += 1
    return at


def _is_of_another_cause(words: Words, start: int, clause: int, end: int, low: int) -> bool:
    """Whether a cause is given of what another clause tells: "It fell because … their guns broke it"."""
    last = words.keys[start - 1]
    stops = STOP.finditer(words.text, words.ends[start - 1], words.starts[end] + 1) if last in _WAITING else ()
    # "because (1) it is old; (2) it is dear" gives two causes of one thing.
    waits = any(match[0][0] != ";" for match in stops) and not lexicon.is_number(words.keys[end - 1])
    if waits:
        return any(is_verb(words, at) for at in range(end + 1, min(end + PHRASE, len(words))))
    if words.keys[end] not in _CAUSES or not any(is_verb(words, at) for at in range(clause + 1, end)):
        return False
    named = subject(words, clause, end)
    if not named or named[-1] in lexicon.PRONOUNS:
        return False
    said = not SAYS.isdisjoint(words.keys[clause + len(named) : end]) and lexicon.OURSELVES.isdisjoint(named)
    return said or are_others(words.keys[_clause_start(words, low, start) : start], named)


def _is_other_person(words: Words, start: int, clause: int, end: int, low: int) -> bool:
    """Whether the right half's hidden subject is a pronoun that the left half's subject cannot be."""
    at = end - 1
    while at > clause and (words.keys[at].endswith("ly") or words.keys[at] in lexicon.PLAIN_DENIALS):
        at -= 1
    if at != clause or words.keys[at] not in lexicon.PRONOUNS or not opens_with_verb(words, end):
        return False
    if not is_subject(words, start, low):
        return False
    shown = words.keys[_clause_start(words, low, start) : start]
    return are_others(shown, [words.keys[at]]) or _is_nearer(words, start, clause, low)


def _is_nearer(words: Words, start: int, clause: int, low: int) -> bool:
    """Whether a "he" is whom the sentence before, hidden too, is about: "Her husband sold it. He …"."""
    pronoun = words.keys[clause]
    begun = sentence_of(words, start, clause - 1)
    if begun is None or pronoun not in ("he", "she", "it", "they"):
        return False
    named = subject(words, begun, clause)
    first = _clause_start(words, low, start)
    shown = words.keys[first:start]
    if STOP.search(words.text, words.ends[clause - 2], words.starts[clause] + 1) is None:
        # "The surgeon said that …, and he": of one sentence, both are one.
        return not set(named) & lexicon.PRONOUNS and are_others(shown, named)
    if pronoun not in ("he", "she"):
        return False
    same, opposed = (_MALE, _FEMALE) if pronoun == "he" else (_FEMALE, _MALE)
    if not set(shown).isdisjoint(_MALE | _FEMALE | lexicon.PRONOUNS) or not set(named).isdisjoint(set(shown) | opposed):
        return False
    if not same.isdisjoint(named):
        return True
    # "The cat … She": a person with a name is rather "she" than what has none.
    nameless = not any(words.text[words.starts[at]].isupper() for at in range(first + 1, start))
    return nameless and shown[0] in DETERMINERS and is_named(words, begun, begun + len(named))


def is_named(words: Words, begun: int, end: int) -> bool:
    """Whether a name stands in words begun..end, the beginning of a sentence: a capital behind its first word."""
    return any(words.text[words.starts[at]].isupper() and words.keys[at] != "i" for at in range(begun + 1, end))


def _is_done_by_another(words: Words, start: int, clause: int, end: int, low: int) -> bool:
    """Whether the left half's last verb is said again of another: "Copper was found … [Gold was found] by a child"."""
    verb = words.keys[start - 1]
    if not is_verb(words, start - 1) or verb not in words.keys[clause:end]:
        return False
    if STOP.search(words.text, words.ends[start - 1], words.starts[clause] + 1) is None:
        return False
    named = subject(words, clause, end)
    first = _clause_start(words, low, start)
    shown = subject(words, first, start)
    plain = shown and named and set(shown + named).isdisjoint(lexicon.PRONOUNS)
    return bool(plain) and len(named) <= PHRASE and are_others(shown, named)


def _is_relative(words: Words, start: int, end: int, low: int) -> bool:
    """Whether the right half tells of whom a hidden "who" follows: "She thanks the clerks, who | found the letters"."""
    if words.keys[end - 1] not in ("who", "which") or not opens_with_verb(words, end):
        return False
    stopped = STOP.search(words.text, words.ends[start - 1], words.starts[end] + 1) is not None
    others = stopped or any(is_verb(words, at) for at in range(start, end - 1))
    return others and is_subject(words, start, low)


def subject(words: Words, clause: int, end: int) -> list[str]:
    """The first words of a clause up to its verb or a comma."""
    named: list[str] = []
    for at in range(clause, end):
        parted = at > clause and _COMMA.search(words.text, words.ends[at - 1], words.starts[at]) is not None
        if at > clause and (parted or is_verb(words, at)):
            break
        named.append(words.keys[at])
    return named


def are_others(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two subjects cannot be the same: "we" and "the Liberals", "Mrs Hale" and "he", "Voss" and "Krall"."""
    mine, theirs = set(one), set(other)
    if mine & _SPEAKING and theirs & _SPEAKING:
        return bool(mine & _YOU) != bool(theirs & _YOU)
    if (mine | theirs) & _SPEAKING:
        return bool((mine | theirs) & _YOU) or (mine | theirs).isdisjoint(_OURS)
    for sex, opposed in ((_MALE, _FEMALE), (_FEMALE, _MALE)):
        if mine & sex and theirs & opposed and not (mine & opposed or theirs & sex):
            return True
    if (mine | theirs) & lexicon.PRONOUNS:
        return _is_of_other_number(one, theirs) or _is_of_other_number(other, mine)
    content = [keys - lexicon.OPENERS - _TITLES for keys in (mine, theirs)]
    return bool(content[0] and content[1]) and content[0].isdisjoint(content[1])


def _is_of_other_number(named: Sequence[str], pronouns: set[str]) -> bool:
    """Whether a noun is of many, or of a person with a title, and the pronoun of one, or of a thing."""
    if not set(named).isdisjoint(lexicon.PRONOUNS):
        return False
    head = next((key for at, key in enumerate(named) if at + 1 == len(named) or named[at + 1] in ("of", "in")), "")
    many = head.endswith("s") and not head.endswith(("ss", "us", "is", "'s")) and named[:1] == ["the"]
    titled = bool((_MALE | _FEMALE) & set(named))
    return bool((many and pronouns & {"he", "she"}) or (titled and pronouns & {"it"}))
