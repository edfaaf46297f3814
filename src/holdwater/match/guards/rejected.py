"""Whether an author rejects, right behind it, the claim that was quoted.

    source     The almanac tells us that frost follows a ring about the moon. The almanac is mistaken.
    quotation                         [F]rost follows a ring about the moon.

Looked for in the rest of the claim's sentence and the two sentences behind it. It says nothing by itself: an author
rejects one thing beside another. It is asked of claims that are already known to be somebody else's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from holdwater.match import lexicon
from holdwater.match.guards.clauses import STOP
from holdwater.match.words import Words
from holdwater.patterns import waiting

BEHIND = 45
"""Words behind a claim in which it is rejected."""
CHARACTERS = 600
"""Characters in which the sentences behind a claim end."""
OWN, NEXT, SECOND = 1, 2, 3
"""How far behind a claim: to the end of its own sentence, of the next, of the one behind that."""
BRIEF = 6
"""Words of "You did not, of course"."""
SUBJECT = 12
"""Words before a claim that name who makes it."""
CONTENT = 4
"""Letters of a word that may be spoken of again."""
DOUBLED = 3
"""Words before a rejection in which a "not" takes it back: "cannot be denied"."""

_NOT = r"(?:not|never|cannot|\w+n't|nobody|none|neither|nor|no one|hardly|scarcely|little|without)"
_WORDS = (
    r"wrong|wrongly|untrue|untruth|false|falsely|falsehood|mistaken|mistakenly|mistake|erroneous|error|errors|nonsense|"
    r"absurd|absurdity|ridiculous|preposterous|myth|myths|baseless|unfounded|groundless|fallacy|fallacious|fiction|"
    r"fable|fabrication|fabricated|lie|lies|lied|lying|slander|slanders|calumny|libel|superstition|delusion|illusion|"
    r"unsupported|unsupportable|unproven|unsubstantiated|untenable|implausible|improbable|incredible|discredited|"
    r"debunked|disproved|disproven|disproves|refute|refutes|refuted|refutation|contradict|contradicts|contradicted|"
    r"deny|denies|denied|denying|reject|rejects|rejected|rejecting|dispute|disputes|disputed|disagree|disagrees|"
    r"disagreed|dissent|dissents|exploded|invented|invention|rubbish|bunk|humbug|hoax|heresy|blasphemy|unpersuasive|"
    r"unconvincing|unpersuaded|unconvinced|unavailing|doubtful|dubious|questionable|misleading|misreads|misread|"
    r"misunderstands|misunderstanding|misconception|overstates|overstated|exaggerated|exaggeration|inaccurate|"
    r"incorrect|abandoned|absent from|overturned|repudiated|repudiate|repudiates|condemn|condemns|condemned|otherwise"
)
_PHRASES = (
    r"doctrine of|far from|on the contrary|quite the contrary|the reverse|the opposite|the contrary|contrary to|"
    r"in (?:fact|truth|reality)|the truth is|proves? too much|begs the question|god forbid|"
    r"(?:was|were|been) dismissed (?:by|as)|"
    r"nothing (?:of the (?:kind|sort)|could be further|in the (?:record|sources|text|evidence))|"
    r"(?:found|find|finds|saw|see|observed|detected|seen) (?:none|nothing|neither|no (?!(?:\w+ )?(?:reason|grounds?)))|"
    r"no (?!(?:\w+ )?(?:reason|grounds?|evidence|way) to (?:doubt|differ|disagree|question|dissent|the contrary))"
    r"(?:\w+ ){0,2}(?:evidence|foundation|truth|basis|support|proof|grounds?|warrant|reason|sign|signs|trace|such|"
    r"merit|authority|substance|way)|without (?:\w+ )?(?:foundation|merit|basis|evidence|support|substance)|"
    r"(?:hard|difficult|impossible) to (?:believe|credit|accept|sustain|defend|reconcile)|"
    r"evidence (?:for (?:it|this|that) )?(?:is|was) (?:\w+ )?(?:weak|thin|slight|scanty|lacking|poor|against)|"
    r"open to (?:\w+ )?(?:doubt|question|objection)|(?:i|we) (?:\w+ )?doubt|prefers? the (?:evidence|account|version)|"
    r"(?:no longer|nobody now|few now) (?:\w+ )?(?:held|believed|accepted|believes?|accepts?|holds?)|"
    r"(?:only|merely|just) an? (?:story|tale|rumou?r|legend)|turned out (?:to be )?(?:not|quite)|"
    rf"{_NOT} (?:\w+ ){{0,3}}?(?:so|true|share|shares|agree|agrees|believe|believed|accept|accepted|support|supports|"
    r"supported|endorse|endorses|convinced|persuaded|correct|right|case|bear|borne|justified|warranted|recogni[sz]e|"
    r"credit|credited|subscribe|rely|tenable|evidence|scrap|follow|think|hold|shown|proved|proven|established|sustain|"
    r"sustained|stand|exist|exists|existed|happen|happened|shred|word|"
    r"replicate|reproduce|confirm|verify)"
)
_REJECTING = waiting(rf"(?<![\w'])(?:{_PHRASES}|{_WORDS})(?![\w'])")
_LIED = waiting(
    r"(?<![\w'])(?:lie|lies|lied|lying|untrue|falsehood|fib|invented|made it (?:all )?up|(?:not|never) true)(?![\w'])"
)
_REFERRING = frozenset(
    "this that it these those such so him her them they both which kind sort claim claims charge charges story tale "
    "view views idea notion theory argument objection assertion opinion belief evidence saying advice reading "
    "interpretation assessment position account rumour rumor report allegation suggestion proposition".split()
)
"""Words by which a later sentence speaks of a claim: what is wrong there is otherwise something else."""
_SMALL = (
    lexicon.COPULAS
    | lexicon.MODALS
    | lexicon.PRONOUNS
    | frozenset("that this so of course at all had have did one any there none neither them simply".split())
)
"""Words of a sentence that only denies: "You do not", "It was not so"."""


def rejected_behind(
    quotation: str, words: Words, at: int, end: int, sentences: int = SECOND, *, own: bool = False
) -> bool:
    """Whether a claim, source words at..end, is rejected in the rest of its sentence or in those behind it.

    What the quotation has itself is not behind it: a quotation that goes on to the rejection keeps the sense.

    Args:
        quotation: the text of the quotation.
        words: the source.
        at: the claim's first word.
        end: the word after the last that is quoted of it.
        sentences: in how many sentences, the claim's own among them.
        own: whether the claim was the author's own, who must then call it a lie.
    """
    stops = list(_sentence_ends(words, at))[:sentences] or [len(words)]
    quoted = quotation.casefold()
    mark = _LIED if own else _REJECTING
    if _is_said(mark, words.keys[end : min(stops[0], end + BEHIND)], quoted):
        return True
    spoken_of = {key for key in words.keys[max(0, at - SUBJECT) : end] if len(key) >= CONTENT} | _REFERRING
    for first, after in pairwise(stops):
        sentence = words.keys[max(first, end) : min(after, end + BEHIND)]
        if _only_denies(sentence) and (not own or "i" in sentence):
            return True
        if not spoken_of.isdisjoint(sentence) and _is_said(mark, sentence, quoted):
            return True
    return False


def _is_said(mark: re.Pattern[str], keys: Sequence[str], quoted: str) -> bool:
    """Whether some words have a rejection that nothing before it takes back, and that is not quoted itself."""
    text = " ".join(keys)
    for found in mark.finditer(text):
        before = text[: found.start()].split()[-DOUBLED:]
        if not any(map(lexicon.is_negation, before)) and found.group() not in quoted:
            return True
    return False


def _sentence_ends(words: Words, at: int) -> Iterator[int]:
    """The words with which the sentences behind word `at` begin."""
    start = words.starts[at]
    for stop in STOP.finditer(words.text, start, start + CHARACTERS):
        if not stop.group().startswith(";"):
            yield bisect_left(words.starts, stop.end() - 1, at)
    if start + CHARACTERS >= len(words.text):
        yield len(words)


def _only_denies(sentence: list[str]) -> bool:
    """Whether a sentence says nothing but that something is not so: "You don't."."""
    denied = any(map(lexicon.is_negation, sentence))
    return denied and len(sentence) <= BRIEF and all(lexicon.is_negation(key) or key in _SMALL for key in sentence)
