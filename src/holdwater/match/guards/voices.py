"""Whose words they are: an ellipsis that hides a change of the speaker or of what a predicate is said of.

source     Voss said the dam was safe. Krall called the plan a fraud.
quotation  Voss said the dam was … a fraud.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from holdwater.match import lexicon
from holdwater.match.guards.clauses import clause_start
from holdwater.match.guards.speakers import other_label, other_turn
from holdwater.match.opposites import are_opposite
from holdwater.match.words import Words
from holdwater.patterns import waiting

LEADING = 160
"""Characters before a nested quotation in which the words that introduce it stand."""

ANEW = 8
"""Words of a statement's beginning that are compared with those that begin it anew."""
SUBJECT = 7
"""Words of a subject with what stands before it: "in 1645 Sir Hugh Tarrant"."""
OPENING = 4
"""Words of a clause's beginning in which it says when it holds: "by the end of 1840"."""
YEAR = 4
"""Digits."""
PAIRED = 8
"""Words of "to Marsh and the farm"."""
GAPPED = 3
"""Words of a subject whose verb is that of the clause before."""
STEM = 4
"""Letters that forms of one verb share."""

_TURNS = frozenset("but and while whereas".split())
_TOKENS = waiting(r"[^\W_]+")
_ASIDE = waiting(r",[^,.;]{2,60},\s*\Z")
_ORDINALS = frozenset("first second third fourth fifth sixth last other another".split())
_CONTRASTING = frozenset(
    "other another older newer elder younger earlier larger smaller bigger lesser greater latter rival western eastern "
    "northern southern upper lower inner outer remaining next".split()
)
"""Words that tell a thing from the one of the same kind."""
_MONTHS = frozenset(
    "january february march april june july august september october november december spring summer autumn winter "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
_PAIRING = frozenset("to on in at by from for with under".split())
_ARTICLES = frozenset("the a an his her its their".split())
ANOTHER = waiting(
    r"[;!?]\s+|(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})\.['\"”’)\]]*\s+(?=[\"“'‘(\[]?[A-Z])|,?\s(?:while|whereas)\s|,\s(?:and|but)\s(?=(?:the|an?|his|her|its|our|their|my)\b|[A-Z])"
)
"""Where another statement begins."""
_PAUSES = waiting(r"[.!?;:,()—]")
_NO_SUBJECT = frozenset(
    "now then also still yet again later soon there here since when if as in on at by for to thence "
    "thereafter back down up out only even then again not".split()
)
_STOP = waiting(r"[.!?]['\"”’)\]]*\s+(?=[\"“'‘(\[]?[A-Z])")
_OPENING = waiting(r"[:,]\s{0,3}[“\"]\s{0,1}(?=\w)")
_WORDS = waiting(r"[^\W\d_]+")


def other_voice(words: Words, start: int, end: int) -> bool:
    """Whether source words start..end, left out, hold a change of speaker or subject that the halves do not show."""
    hidden = words.text[words.ends[start - 1] : words.starts[end]]
    if other_label(words.text, words.ends[start - 1], words.starts[end]):
        return True
    if _dangles(words, start, end, hidden):
        return True
    if other_turn(words.text, words.ends[start - 1], words.starts[end]):
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
    behind = words.keys[end : end + OPENING]
    link = next((index for index, key in enumerate(hidden) if key in _TURNS), None)
    if _STOP.search(words.text, words.ends[start - 1], words.starts[end] + 1) or is_aside(words, start, end):
        return False
    if link is None:
        ends = said[-1:] and said[-1] in _TURNS and not _is_verb(words.keys[end])
        return bool(ends) and _is_counterpart(said, hidden)
    anew = hidden[link + 1 :][:ANEW]
    turned = any(
        are_opposite(mine, theirs) and (mine, theirs) != ("from", "to")
        for theirs in anew
        for mine in said
        if mine not in hidden and theirs not in behind
    )
    denied = any(lexicon.is_negation(key) for key in anew[:-1])
    again = denied and any(_same_stem(anew[-1], mine) for mine in said)
    return len(hidden) - link <= ANEW + 1 and (turned or again)


def is_aside(words: Words, start: int, end: int) -> bool:
    """Whether source words start..end stand between two commas."""
    marks = (words.text[words.ends[at - 1] : words.starts[at]].strip() for at in (start, end))
    return all(mark == "," for mark in marks)


def _is_counterpart(said: Sequence[str], hidden: Sequence[str]) -> bool:
    """Whether the hidden words begin as a half of the left half did, but for an opposite: wrong about … right about."""
    mine = list(pairwise(said))
    return any(
        are_opposite(one, other) and behind == after
        for other, behind in pairwise(hidden[:GAPPED])
        for one, after in mine
    )


def _same_stem(one: str, other: str) -> bool:
    return len(one) >= STEM and one[:STEM] == other[:STEM]


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
    if not _goes_on(words, end) or hidden[:1] in ".!?":
        return False
    breaks = list(ANOTHER.finditer(hidden))
    if not breaks:
        return _is_contrasted(words, start, end)
    if _is_gapped(words, hidden[breaks[-1].start() :], end):
        return True
    # What stands between two commas behind a subject says more of it.
    tail = _ASIDE.sub(" ", hidden[breaks[-1].end() :])
    found = _WORDS.findall(tail)
    keys = [word.lower() for word in found]
    if (
        not 0 < len(keys) <= SUBJECT
        or any(_is_predicate(one) for at, one in enumerate(found) if not (one.istitle() or _is_noun(keys, at)))
        or keys[-1] in lexicon.OPENERS
    ):
        return False
    # "those who fell" are others than "those" alone.
    pointing = keys[0] in lexicon.POINTING and (keys[0] != "those" or len(keys) == 1)
    if pointing or not lexicon.PRONOUNS.isdisjoint(keys) or ")" in tail:
        return False
    if keys[-1] in words.keys[clause_start(words, start) : start] and not _is_set_against(keys, words, start):
        return False
    if breaks[-1][0].strip(" ,;\n") in ("while", "whereas"):
        return "," not in tail and not words.keys[end].endswith("ing") and words.keys[end] != "of"
    # The left half is a subject too: its own predicate is hidden.
    bare = start < 2 or _STOP.search(words.text, words.ends[start - 2], words.starts[start - 1] + 1) is not None
    verb = words.keys[_behind_an_aside(words, start, end)]
    if not _is_verb(verb) and not (bare and words.keys[start].endswith("s")):
        return False
    return _is_verb(next((key for key in words.keys[end : end + 2] if key not in lexicon.PLAIN_DENIALS), ""))


def _goes_on(words: Words, at: int) -> bool:
    """Whether word `at` goes on with a sentence: in small letters, or a MUST or SHOULD in capitals."""
    written = words.text[words.starts[at] : words.ends[at]]
    return written[0].islower() or (written.isupper() and words.keys[at] in lexicon.MODALS)


def _behind_an_aside(words: Words, start: int, end: int) -> int:
    """The first hidden word of the left half's clause: behind ", Ana Reuter," if such an aside comes first."""
    if words.text[words.ends[start - 1] : words.starts[start]].strip() != ",":
        return start
    for index in range(start + 1, min(start + SUBJECT, end)):
        if words.text[words.ends[index - 1] : words.starts[index]].strip() == ",":
            return index
    return start


def _is_contrasted(words: Words, start: int, end: int) -> bool:
    """Whether a subject's predicate and a "but" with another subject are hidden: "Rye [is dear but oats] are not"."""
    if not _is_verb(words.keys[start]) or not lexicon.is_finite(words.keys[end]):
        return False
    if start > 1 and not _STOP.search(words.text, words.ends[max(0, start - 1 - GAPPED)], words.starts[start - 1] + 1):
        return False
    party = words.keys[max(start + 1, end - GAPPED) : end]
    if "but" not in party[:-1] or _PAUSES.search(words.text, words.ends[end - 2], words.starts[end]):
        return False
    named = party[party.index("but") + 1 :]
    return not any(_is_predicate(key) or key in _NO_SUBJECT for key in named)


def _is_verb(key: str) -> bool:
    return lexicon.is_finite(key) or lexicon.is_present(key)


def _is_gapped(words: Words, tail: str, end: int) -> bool:
    """Whether the right half lacks its verb behind another's name: "The elder was a priest; the younger, a …"."""
    subject = _WORDS.findall(tail)
    named = 0 < len(subject) <= GAPPED and not any(_is_predicate(one.lower()) for one in subject)
    return named and tail[:1] == ";" and tail.rstrip().endswith(",") and words.keys[end] in _ARTICLES


def _is_set_against(keys: Sequence[str], words: Words, start: int) -> bool:
    """Whether a subject is told from the one before word `start` by its attribute: the second ship."""
    before = [key for key in words.keys[max(0, start - SUBJECT) : start] if key not in keys]
    counted = [key for key in keys if key in _ORDINALS]
    if not _CONTRASTING.isdisjoint(set(keys) - set(before)):
        return True
    return any(are_opposite(mine, theirs) for mine in keys for theirs in before) or (
        bool(counted) and not _ORDINALS.isdisjoint(before)
    )


def parallel(words: Words, start: int, end: int, left: Sequence[str]) -> bool:
    """Whether the right half is of another time or party than the left one, in a clause that begins like its clause.

    source     In 1820 it had ten pupils. By 1840 it had ninety.   He gave the mill to Marsh and the farm to Lunn.
    quotation  In 1820 it had … ninety.                             He gave the mill … to Lunn.
    """
    hidden = words.text[words.ends[start - 1] : words.starts[end]]
    if not words.text[words.starts[end]].islower() and not words.keys[end][0].isdigit():
        return False
    breaks = list(ANOTHER.finditer(hidden)) if hidden[:1] not in ".!?" else []
    if breaks:
        opening = [word.lower() for word in _TOKENS.findall(hidden[breaks[-1].end() :])[:OPENING]]
        mine = left[:OPENING]
        dated = _dates(opening), _dates(mine)
        if dated[0] and dated[1] and dated[0] != dated[1]:
            return True
        if opening and mine and are_opposite(opening[0], mine[0]):
            return True
    return _is_paired(words, start, end)


def _dates(keys: Sequence[str]) -> set[str]:
    return {key for key in keys if (key.isdigit() and len(key) == YEAR) or key in _MONTHS}


def _is_paired(words: Words, start: int, end: int) -> bool:
    """Whether a hidden "to Marsh and the farm" leaves a "to Lunn" with what was not his."""
    hidden = words.keys[start:end]
    link = words.keys[end]
    if link not in _PAIRING or hidden[0] != link or len(hidden) > PAIRED:
        return False
    for index in range(start + 1, end):
        comma = words.text[words.ends[index - 1] : words.starts[index]].strip() in (",", ";")
        if words.keys[index] == "but" and end - index <= GAPPED + 1:
            return True
        if not comma and words.keys[index] != "and":
            continue
        party = words.keys[index if comma else index + 1 : end]
        # "to the clerk, and report to the judge" goes on with the same party.
        named = len(party) > 1 and party[0] in _ARTICLES
        named = named or (len(party) == 1 and party[0] not in _NO_SUBJECT)
        return named and not any(map(_is_verb, party)) and "and" not in party
    return False


def _is_noun(keys: Sequence[str], at: int) -> bool:
    """Whether a word that may be a verb is a noun, right behind an article: "the claim"."""
    return at > 0 and keys[at - 1] in _ARTICLES and keys[at] in lexicon.SAYING


def _is_predicate(key: str) -> bool:
    """Whether a word is no part of a mere subject: a verb, an adverb, a denial, a number."""
    other = lexicon.is_negation(key) or key in lexicon.QUANTIFIERS or key.endswith(("ly", "ing"))
    return other or lexicon.is_finite(key)


def _other_subject(words: Words, start: int, end: int, hidden: str) -> bool:
    """Whether the right half is the rest of a clause whose subject is hidden, behind a left half broken off before."""
    if not _goes_on(words, end) or hidden[:1] in ".!?":
        return False
    last = words.keys[start - 1]
    again = last == words.keys[end - 1] and last not in lexicon.COPULAS and _is_verb(last)
    # Of "services hosted by others. The hosted services", the second is no verb.
    if again and words.keys[end - 2] not in _ARTICLES and ANOTHER.search(hidden):
        return True
    if last in lexicon.COPULAS and words.keys[end - 1] in lexicon.COPULAS:
        return words.keys[end - 1] == last and ("," in hidden or ";" in hidden or "and" in words.keys[start:end])
    return False
