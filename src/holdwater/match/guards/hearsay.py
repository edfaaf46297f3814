"""Hidden asides that leave what is quoted to hearsay, or take it back: ", so they say," "(but I do not believe it)".

    source     He, so his rivals say, owns it.    I hear, but doubt it, that it is his.
    quotation  He … owns it.                      I hear … that it is his.

An aside is looked at between its two pauses, where nothing else that is hidden has a verb: within a hidden clause it
says nothing of what is quoted.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from holdwater.match import lexicon
from holdwater.match.guards.breaks import paused, stops
from holdwater.match.guards.clauses import STOP, clause_start, is_verb
from holdwater.match.words import Words

OBJECT = 4
"""Words of "told the old manager"."""
ASIDE = 8
"""Words of "according to the oldest of the carters"."""
TAKEN_BACK = 16
"""Words of an aside that takes back what stands before it."""
TAIL = 12
"""Words of a left half in which it says itself that it is only told."""
HEARD = frozenset(
    "understand told hear heard hears gather gathered gathers assured assures informed rumoured rumored understood "
    "reputed".split()
)
_BELIEVED = frozenset(
    "believe believes believed believing think thinks thought thinking assume assumes assumed presume presumes "
    "presumed guess guesses guessed imagining supposing fearing hoping wishing".split()
)
CLAIMED = (lexicon.DOUBTFUL | lexicon.UNREAL | _BELIEVED) - frozenset("may might could error wrong".split())
"""Words behind which a clause with "that" is somebody's claim, belief or fancy, whoever's it is."""
SAID = frozenset(
    "say says said saying stated write writes wrote report reports reported declare declares declared "
    "reply replies replied answer answers answered add adds added tell tells testify testifies testified complain "
    "complains complained protest protests protested".split()
)
"""Verbs of saying that vouch for nothing and deny nothing."""
BE = frozenset("is are was were be been being am".split())
_DISOWNING = frozenset("allegedly reportedly supposedly purportedly falsely wrongly mistakenly erroneously".split())
_RUMOURED = lexicon.RUMOURED | frozenset("whispered feared suspected hoped told".split())
_GOSSIP = frozenset("rumour rumours rumor rumors gossip hearsay legend".split())
_DOCUMENTS = frozenset(
    "section sections act law laws rule rules contract agreement lease will minute minutes statute chart map plan "
    "custom dictionary dictionaries schedule figures census book books record records register table article "
    "paragraph § usual terms".split()
)
"""What somebody goes by, and nobody says."""
_HEADING = frozenset("according in to by on so".split()) | _DISOWNING
TALES = frozenset("rumour rumor legend tradition story gossip report hearsay".split())
_GOES = frozenset("it goes runs says ran went".split())
_VIEWS = frozenset("view opinion eyes account telling words judgment judgement estimation mind belief".split())
_THEIR = frozenset("his her their its some many".split())
_TURNS = frozenset("but though although yet while albeit and which nor however".split())
_VOUCHING = frozenset(
    "believe believed credit credited vouch assure guarantee promise confirm confirmed verify verified prove proved "
    "proven warrant substantiate substantiated corroborate corroborated established evidence proof certain sure accept "
    "accepted think true assurance assurances certainty guaranteed charge charged".split()
)
"""What somebody does not do who has not made sure of a thing."""
_TAKEN_BACK = frozenset(
    "doubt doubts doubted deny denies denied dispute disputes disputed disbelieve disbelieved question questioned "
    "contradicted refuted retracted withdrawn disproved disowned false untrue falsely wrongly mistaken wrong "
    "unfounded unproved unproven unverified unconfirmed lies lied acquitted cleared baseless".split()
)
OURS = frozenset("i we".split())


def _pieces(words: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between two pauses in the hidden words, where nothing else there has a verb of its own."""
    if not paused(words, end) or end - start > TAKEN_BACK:
        return
    if STOP.search(words.text, words.ends[start - 1], words.starts[end] + 1):
        return
    for low, high in pairwise(at for at in range(start, end + 1) if paused(words, at)):
        beside = (*range(start, low), *range(high, end))
        apart = low == start and words.keys[low] in _DISOWNING
        verbs = any(is_verb(words, at) and words.keys[at] not in BE for at in beside)
        if high - low <= ASIDE and (apart or not verbs):
            yield low, high


def is_hearsay_aside(words: Words, start: int, end: int) -> bool:
    """Whether an aside says that it is only said: ", according to his rivals," "(so they say)"."""
    marks = words.text[words.ends[start - 1] : words.starts[start]]
    # “The mill,” they say, “is sold”: the quotation marks tell that somebody says it.
    spoken = '"' in marks or "”" in marks or "’" in marks
    if spoken:
        return False
    return _is_headed(words, start, end) or any(
        _is_said_aside(words, low, high) for low, high in _pieces(words, start, end)
    )


def _is_headed(words: Words, start: int, end: int) -> bool:
    """Whether the hidden words end with the opening of a sentence that is another's: "[According to Pell,] … it"."""
    if not paused(words, end) or stops(words, end):
        return False
    first = next((at for at in range(end - 1, max(start, end - ASIDE) - 1, -1) if stops(words, at)), None)
    if first is None or any(paused(words, at) for at in range(first + 1, end)):
        return False
    return words.keys[first] in _HEADING and _is_said_aside(words, first, end)


def _is_said_aside(words: Words, low: int, high: int) -> bool:
    """Whether the words low..high put the sentence that they stand in into another's mouth."""
    piece = words.keys[low:high]
    said = piece[-1] in SAID or piece[-1] in CLAIMED or piece[-1] in _RUMOURED or piece[-1] in HEARD
    if piece[0] in _DISOWNING or (len(piece) <= OBJECT and not _DISOWNING.isdisjoint(piece)):
        return True
    if len(piece) < 2 or not lexicon.OURSELVES.isdisjoint(piece[1:]):
        return False
    if not _GOSSIP.isdisjoint(piece):
        return True
    if piece[:2] == ["according", "to"]:
        return _DOCUMENTS.isdisjoint(piece) and not any(key[0].isdigit() for key in piece)
    if piece[0] in ("in", "to", "by", "on") and not _VIEWS.isdisjoint(piece):
        return piece[1] in _THEIR or (piece[1] == "the" and "of" in piece)
    if piece[0] in ("so", "or") and said:
        return True
    if piece[-1] in _GOES and not TALES.isdisjoint(piece):
        return True
    if not said:
        return False
    if "it" in piece[:2]:
        between = piece[piece.index("it") + 1 : -1]
        return piece[-1] in _RUMOURED and all(key in lexicon.COPULAS or key.endswith(("ly", "en")) for key in between)
    passive = not BE.isdisjoint(piece) and piece[-1] in HEARD
    heard = piece[-1] in ("hear", "understand", "gather") and piece[0] in OURS
    return heard or passive or not lexicon.DISOWNED.isdisjoint(piece[:-1])


def is_taken_back(words: Words, start: int, end: int) -> bool:
    """Whether what the left half tells is taken back by a hidden aside: "I am told[, but do not believe,] … that"."""
    hidden = words.keys[start:end]
    if hidden[0] not in _TURNS | OURS or not 2 < len(hidden) <= TAKEN_BACK or not paused(words, end):
        return False
    if STOP.search(words.text, words.ends[start - 1], words.starts[end] + 1):
        return False
    denied = sum(map(lexicon.is_negation, hidden)) + sum(key in _TAKEN_BACK for key in hidden)
    if not denied % 2 or (_VOUCHING.isdisjoint(hidden) and _TAKEN_BACK.isdisjoint(hidden)):
        return False
    tail = words.keys[max(clause_start(words, start), start - TAIL) : start]
    told = any(key in HEARD or key in CLAIMED or key in SAID or key in lexicon.RUMOURED for key in tail)
    return told or not OURS.isdisjoint(hidden)
