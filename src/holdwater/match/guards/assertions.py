"""A bracket that asserts what its source only reports, judges, attempts or supposes, or that says another thing of it.

    source     are said to be thieves   interpret the figures as a slump   would fall, if …   voted to postpone the sale
    quotation  [are] thieves            the figures [mark] a slump         [will] fall        voted [for] the sale

A bracket may change tense and person and say in short what the source says at length. It may not leave out the words
by which somebody else vouches for a statement, or by which nothing has happened yet.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from holdwater.match import lexicon
from holdwater.match.guards.clauses import STOP
from holdwater.match.model import Change
from holdwater.match.opposites import are_opposite
from holdwater.match.words import Words

LONG = 9
"""Words of "have for years been widely said to be"."""
SHORT = 4
"""Words of a bracket that puts a plain verb."""
BACK = 16
"""Words before a bracket in which the verb stands that it takes the force of: "interpret these figures … as"."""
SENTENCE = 60
"""Words on either side in which a condition may stand."""
WIDEST = 12
"""Words that a bracket with an "all" in it may stand for."""

_HEARSAY = frozenset(
    "said reputed reputation believed thought alleged supposed rumoured rumored reported claim claims claimed claiming "
    "pretend pretends pretended profess professes professed accused suspected seem seems seemed appear appears "
    "appeared regarded reckoned imagined presumed described depicted portrayed called styled dubbed billed touted "
    "hailed expected likely unlikely hoped planned proposed intended".split()
)
_NARROWING = frozenset("nearly almost sometimes occasionally seldom rarely partially".split())
_ENDED = frozenset("once formerly previously originally".split())
_PRESENT = frozenset("is are has have does do".split())
_JUDGING = frozenset(
    "interpret interprets interpreted interpreting regard regards regarded see sees saw seen view views viewed "
    "describe describes described portray portrays portrayed depict depicts depicted denounce denounces denounced "
    "dismiss dismisses dismissed hail hails hailed present presents presented represent represents represented "
    "consider considers considered believe believes believed think thinks thought suppose supposes supposed claim "
    "claims claimed allege alleges alleged report reports reported expect expects expected imagine imagines imagined "
    "suspect suspects suspected accuse accuses accused judge judges judged brand brands branded label labels labelled "
    "paint paints painted take takes took read reads cite cites cited mistake mistakes mistook wants wanted wish "
    "wished treat treats treated characterise characterize characterised characterized construe construed".split()
)
_LINKS = frozenset(
    ("as", "to be", "to have been", "being", "as being", "to have", "as having", "as having been", "as if")
)
_NO_VERB = frozenset("as to for like being be a an the or and may might would could perhaps possibly".split())
_MINE = frozenset("i we me us my our".split())
_REAL = frozenset("will shall is are was were am has have had does do did can must".split())
_HAPPENED = frozenset("is are was were has have had did does".split())
_CONDITIONAL = frozenset("if unless otherwise suppose supposing".split())
_INVERTED = frozenset("had were should".split())
_PARTICLES = frozenset("for against on upon with about over of in favour favor to at".split())
_SLIGHT = frozenset("be have do".split())
_UNIVERSAL = frozenset(
    "all every each always everyone everybody everything entire whole entirely wholly completely totally".split()
)
_AS_WIDE = _UNIVERSAL | frozenset(
    "any anyone anybody anything both never none no nobody nothing ever throughout whatever whoever whichever "
    "universal universally generally full fully total complete invariably only".split()
)
_POINTED = lexicon.PRONOUNS | lexicon.POINTING | frozenset("them their us our whom these all".split())
_NONE = frozenset("no none nothing nobody never nowhere without".split())
_DENYING = lexicon.DENIALS | lexicon.LIMITS | frozenset("only but rather instead lack lacks lacked without".split())


def asserted(
    own: Sequence[str], words: Words, start: int, end: int, shown: Collection[str], *, opens: bool = False
) -> Change | None:
    """What a bracket says more than source words start..end, for which it stands; None if nothing.

    Args:
        own: the bracket's words.
        words: the source.
        start: the first word that it stands for.
        end: the word behind the last.
        shown: the words of the quotation.
        opens: whether it opens the quotation and may stand for the word before `start`.
    """
    if start == end and opens and start and words.keys[start - 1] in lexicon.IMAGINED and len(own) == 1:
        start -= 1
    passage = words.keys[start:end]
    if not passage:
        return None
    if len(own) <= SHORT and len(passage) <= LONG:
        found = _plainer(own, passage) or _made_real(own, words, start, end, shown)
        found = found or _taken_for_so(own, words, start, end, shown) or _denied_instead(own, words, start, end)
        if found:
            return found
        if _PARTICLES.issuperset(own) and _is_infinitive(passage):
            return Change.OMISSION
    return Change.QUANTIFIER if len(passage) <= WIDEST and _is_widened(own, words, start, end) else None


def _plainer(own: Sequence[str], passage: Sequence[str]) -> Change | None:
    """Whether a plain verb stands for hearsay or for an attempt: "[are]" for "are said to be", "[sold]" for "tried to
    sell"."""
    if not _is_plain(own) or not _MINE.isdisjoint(passage) or any(map(lexicon.is_negation, passage)):
        return None
    if not _HEARSAY.isdisjoint(passage) and _HEARSAY.isdisjoint(own):
        return Change.MODAL
    if not _NARROWING.isdisjoint(passage):
        return Change.QUANTIFIER
    ended = not _ENDED.isdisjoint(passage) or passage[:2] == ["used", "to"]
    if ended and not _PRESENT.isdisjoint(own) and _PRESENT.isdisjoint(passage):
        return Change.OPPOSITE
    at = next((i for i, key in enumerate(passage) if key == "to" and i), 0)
    if not at or lexicon.ATTEMPTS.isdisjoint(passage[:at]) or not lexicon.IMPLYING.isdisjoint(passage[:at]):
        return None
    verb = passage[at + 1 : at + 2]
    return Change.MODAL if not verb or own[-1] in lexicon.COPULAS or own[-1][0] == verb[0][0] else None


def _is_plain(own: Sequence[str]) -> bool:
    """Whether a bracket puts a verb that says of something that it is so."""
    if not own or not (lexicon.is_finite(own[-1]) or lexicon.is_present(own[-1]) or own[0] in lexicon.COPULAS):
        return False
    unsure = lexicon.IMAGINED | lexicon.UNSURE | lexicon.DOUBTFUL | {"may", "to"}
    return unsure.isdisjoint(own) and not any(map(lexicon.is_negation, own))


def _made_real(own: Sequence[str], words: Words, start: int, end: int, shown: Collection[str]) -> Change | None:
    """Whether a "will" or "is" stands for a "would" that hangs on a condition which the quotation does not show."""
    passage = words.keys[start:end]
    if (
        lexicon.IMAGINED.isdisjoint(passage)
        or not lexicon.IMAGINED.isdisjoint(own)
        or any(map(lexicon.is_negation, own))
    ):
        return None
    if passage[0] in lexicon.IMAGINED and passage[1:2] == ["have"] and (own[-1] in _HAPPENED or _is_past(own[-1])):
        return Change.MODAL
    if _REAL.isdisjoint(own) or not _CONDITIONAL.isdisjoint(shown):
        return None
    low, high = _sentence(words, start, end)
    said = words.keys[low:high]
    inverted = (
        said[:1] and said[0] in _INVERTED and "?" not in words.text[words.ends[end - 1] : words.ends[high - 1] + 2]
    )
    but_for = any(pair == ("but", "for") for pair in pairwise(said))
    return Change.MODAL if inverted or but_for or not _CONDITIONAL.isdisjoint(said) else None


def _is_past(key: str) -> bool:
    return key in lexicon.PASTS or key.endswith("ed")


def _taken_for_so(own: Sequence[str], words: Words, start: int, end: int, shown: Collection[str]) -> Change | None:
    """Whether a verb stands for the "as" or "to be" that hangs on another's judgement, which was cut off."""
    if " ".join(words.keys[start:end]) not in _LINKS or not _NO_VERB.isdisjoint(own) or len(own) > 2:
        return None
    low = max(_sentence(words, start, end)[0], start - BACK)
    for index in range(start - 1, low - 1, -1):
        key = words.keys[index]
        if key in _JUDGING and key not in shown:
            return None if index and words.keys[index - 1] in lexicon.OURSELVES else Change.MODAL
    return None


def _denied_instead(own: Sequence[str], words: Words, start: int, end: int) -> Change | None:
    """Whether a "no" stands for as many words that deny nothing, in a clause that has no denial of its own."""
    passage = words.keys[start:end]
    if any(map(lexicon.is_negation, passage)) or len(passage) < len(own) or own[0] not in _NONE:
        return None
    if any(are_opposite(mine, theirs) for mine in own for theirs in passage):
        return None
    return Change.NEGATION if denied_anew(own, words, start, end) else None


def denied_anew(own: Sequence[str], words: Words, start: int, end: int) -> bool:
    """Whether a bracket denies where the sentence around source words start..end has no denial."""
    if not any(map(lexicon.is_negation, own)):
        return False
    low, high = _sentence(words, start, end)
    return not any(lexicon.is_negation(key) or key in _DENYING for key in words.keys[low:high])


def _is_infinitive(passage: Sequence[str]) -> bool:
    """Whether some words are "to" with a verb: "to postpone", "to put off"."""
    if passage[0] != "to" or not 1 < len(passage) <= SHORT:
        return False
    verb = next((key for key in passage[1:] if not key.endswith("ly")), "")
    return bool(verb) and verb not in _SLIGHT and verb not in lexicon.OPENERS


def _is_widened(own: Sequence[str], words: Words, start: int, end: int) -> bool:
    """Whether an "all" stands for words that have none, in a clause that has none."""
    passage = words.keys[start:end]
    # "A member may" may be said of "[every] member".
    generic = len(own) == len(passage) == 1 and passage[0] in ("a", "an")
    return not (generic or _POINTED.issuperset(passage)) and widened(own, words, start, end)


def widened(own: Sequence[str], words: Words, start: int, end: int) -> bool:
    """Whether an "all" is put in where the source has nothing as wide in the sentence of its words start..end."""
    if _UNIVERSAL.isdisjoint(own):
        return False
    low, high = _sentence(words, start, end)
    return _AS_WIDE.isdisjoint(words.keys[low:high])


def _sentence(words: Words, start: int, end: int) -> tuple[int, int]:
    """The words of the sentence, or of its part between two semicolons, around source words start..end."""
    low = start
    while low > max(0, start - SENTENCE) and not _stops(words, low):
        low -= 1
    high = min(end, len(words))
    while high < min(len(words), end + SENTENCE) and not (high and _stops(words, high)):
        high += 1
    return low, high


def _stops(words: Words, at: int) -> bool:
    """Whether a sentence ends before word `at`."""
    if at >= len(words):
        return True
    between = words.text[words.ends[at - 1] : words.starts[at]]
    if between == " ":
        return False
    low = max(0, words.ends[at - 1] - 8)
    found = STOP.search(words.text, low, words.starts[at] + 1)
    while found and found.start() < words.ends[at - 1]:
        found = STOP.search(words.text, found.end(), words.starts[at] + 1)
    return found is not None
