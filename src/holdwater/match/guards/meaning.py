"""Whether a small difference turns what is said, by the words that are gained and lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from holdwater.match import lexicon
from holdwater.match.guards.hidden import denied
from holdwater.match.model import Change
from holdwater.match.opposites import are_opposite
from holdwater.match.words import Words

_CLOSED = lexicon.QUANTIFIERS | lexicon.CONJUNCTIONS | lexicon.MODALS | lexicon.COMPARISONS
_POSSIBLE = frozenset("may might could".split())
_NECESSARY = frozenset("will shall must".split())
_SURE = frozenset("definitely certainly surely clearly".split())
_LARGE = frozenset(
    "all every each always most many whole entire wholly entirely fully everyone everybody often".split()
)
_SMALL = frozenset(
    "some few several rarely seldom sometimes half partly partially someone somebody only none "
    "hardly occasionally".split()
)
_SHARES = (
    (_LARGE, _SMALL),
    (frozenset("all every each always none never".split()), frozenset("most many often usually".split())),
    (frozenset({"least", "over"}), frozenset({"most", "only", "under"})),
)
_HAPPENED = frozenset("was were is are had has did".split())
_UNREAL_PASTS = (["would", "have"], ["could", "have"], ["might", "have"], ["should", "have"], ["may", "have"])
_PROVING = frozenset(
    "prove proves proved show shows showed establish establishes established demonstrates confirms".split()
)
_HINTING = frozenset("hint hints hinted suggest suggests suggested indicate indicates imply implies implied".split())
_DENYING = frozenset("deny denies denied doubt doubts doubted dispute disputes disputed".split())
_ASKING = frozenset("asked asks".split())
_LIKEWISE = frozenset("so also likewise equally similarly too neither".split())
_TAKING = frozenset("only few hardly scarcely partly".split())
_EXCHANGED = frozenset({("when", "if"), ("because", "if"), ("if", "when"), ("although", "if")})
_CAUSES = frozenset(
    "because due owing caused thanks result account reason revenge retaliation protest despite although".split()
)
_MOTIVES = frozenset(
    {
        *(("out", "of"), ("in", "order"), ("so", "as"), ("so", "that"), ("for", "fear")),
        *(("in", "return"), ("in", "exchange"), ("under", "pressure"), ("on", "orders")),
    }
)
_STRENGTHENING = frozenset(
    "only solely all every each always never none entirely wholly completely totally certainly definitely surely "
    "undoubtedly clearly proven deliberately knowingly intentionally wilfully illegally unlawfully falsely wrongly "
    "dishonestly corruptly secretly".split()
)
"""Words that make a statement wider, surer or graver than it was."""
_GRAVE = frozenset(
    "admitted admits confessed confesses lied lies murdered stole robbed forced ordered refused caused causes "
    "guaranteed guarantees ensured ensures forbade forbids banned bans destroyed destroys".split()
)
"""Verbs that say more than a plainer one for which a bracket may put them."""
SHARE = 3
"""Words of a share that a bracket may stand for: "few", "only the", "some of the"."""
SMALL = 5
"""Words: in a difference of up to this many, a gained or lost "not" is what matters; in a longer one, the length is."""


def meaning(own: list[str], kept: list[str]) -> Change | None:
    """The change of meaning in a small difference, if there is one."""
    if len(own) > SMALL or len(kept) > SMALL:
        return None
    if own and "".join(own) == "".join(kept) and not any(map(str.isdigit, "".join(own))):
        # "percent" is "per cent", "can not" is "cannot"; but "notable" is not "not able".
        return Change.SPELLING if len(_denials(own)) == len(_denials(kept)) else Change.NEGATION
    if not any(map(_tells, own)) and not any(map(_tells, kept)):
        return Change.OPPOSITE if _opposed(own, kept) else None
    return _in_closed_class(own, kept) or (Change.OPPOSITE if _opposed(own, kept) else None)


@lru_cache(maxsize=1 << 14)
def _tells(key: str) -> bool:
    """Whether a word is of one of the closed classes, or a number."""
    return key in _CLOSED or lexicon.is_negation(key) or lexicon.is_number(key)


def _in_closed_class(own: list[str], kept: list[str]) -> Change | None:
    """What a gained, lost or exchanged word of a closed class changes."""
    if sum(map(lexicon.is_negation, own)) != sum(map(lexicon.is_negation, kept)):
        return Change.NEGATION
    if _numbers(own) != _numbers(kept):
        return Change.NUMBER
    for words, change in (
        (lexicon.QUANTIFIERS, Change.QUANTIFIER),
        (lexicon.CONJUNCTIONS, Change.CONJUNCTION),
        (lexicon.MODALS, Change.MODAL),
    ):
        mine, theirs = {key for key in own if key in words}, {key for key in kept if key in words}
        if mine == theirs:
            continue
        # "long and bitter" for "long" adds words; its "and" only ties them on.
        tied_on = change is Change.CONJUNCTION and not (own and kept) and len(own or kept) > 1
        if not tied_on:
            return change
    return None


def _numbers(keys: list[str]) -> Counter[str]:
    return Counter(key for key in keys if lexicon.is_number(key) or key in lexicon.COMPARISONS)


def _opposed(own: Sequence[str], kept: Sequence[str]) -> bool:
    """Whether a word on one side says the opposite of one on the other."""
    return any(are_opposite(mine, theirs) for mine in own for theirs in kept if mine != theirs and mine not in kept)


def turned(own: list[str], passage: list[str], place: tuple[int, int], words: Words) -> Change | None:
    """What a bracket changes that no bracket may: it hides a "not", or puts another number or an opposite in place.

    A "[not]" that the author puts in is no such change: the reader sees it, and mostly it speaks for words before.
    """
    if _denials(passage) and not _denials(own) and (len(passage) <= SMALL or denied(words, *place)):
        return Change.NEGATION
    if len(own) == 1 and len(passage) <= SMALL and own[0] in lexicon.REPORTING - lexicon.DENIALS:
        if not _DENYING.isdisjoint(passage):
            return Change.NEGATION
        asked = "whether" in passage or ("if" in passage and not _ASKING.isdisjoint(passage))
        if asked and own[0] not in _ASKING:
            return Change.MODAL
    if own == ["no"] and len(passage) == 1 and passage[0] in lexicon.WHOLES and not _denials(passage):
        return Change.NEGATION
    if own == ["and"] and passage[:1] == ["but"] and len(passage) > 1 and passage[1] not in ("also", "rather"):
        return Change.CONJUNCTION
    if passage == ["but"] and not _LIKEWISE.isdisjoint(own):
        return Change.CONJUNCTION
    if not {"unless", "except"}.isdisjoint(passage) and {"unless", "except"}.isdisjoint(own):
        return Change.CONJUNCTION
    if max(len(own), len(passage)) >= SMALL or own == passage:
        return None
    if _numbers(own) and _numbers(passage) and _is_another_number(own, passage):
        return Change.NUMBER
    sure = _surer(own, passage)
    if sure:
        return sure
    exchanged = len(own) == len(passage) and lexicon.GENDERED.isdisjoint(own)
    return Change.OPPOSITE if exchanged and _opposed(own, passage) else None


def explained(own: Sequence[str], around: Sequence[str]) -> Change | None:
    """What a bracket that stands for no words adds to the source's: a reason it does not give, an "always", a blame.

    Args:
        own: the bracket's words.
        around: the words of the source around it.
    """
    if not _STRENGTHENING.isdisjoint(own) and _STRENGTHENING.isdisjoint(around):
        return Change.QUANTIFIER
    if len(own) < SHARE or not _CAUSES.isdisjoint(around):
        return None
    moved = tuple(own[:2]) in _MOTIVES or (own[0] == "to" and lexicon.is_present(own[1]))
    return Change.ADDITION if moved or not _CAUSES.isdisjoint(own) else None


def replaced_behind(own: list[str], words: Words, end: int) -> Change | None:
    """What a bracket that closes a quotation changes of as many words of the source from word `end` on."""
    last = end + len(own)
    if last > len(words):
        return None
    change = turned(own, words.keys[end:last], (end, last), words)
    return None if change in (Change.NEGATION, Change.MODAL) else change


def replaced_in_a_gap(own: list[str], words: Words, start: int, end: int) -> Change | None:
    """What a bracket beside an ellipsis changes of the few source words start..end that both stand for."""
    hidden = words.keys[start:end]
    if len(hidden) > SMALL:
        return None
    change = turned(own, hidden, (start, end), words)
    imagined = not lexicon.MODALS.isdisjoint(hidden) and len(own) == 1 and own[0] in _HAPPENED
    imagined = imagined or (hidden[:2] in _UNREAL_PASTS and len(own) == 1 and _is_past(own[0]))
    return Change.MODAL if imagined and not change else change


def _is_past(key: str) -> bool:
    return key in lexicon.PASTS or key.endswith("ed")


def _is_another_number(own: Sequence[str], passage: Sequence[str]) -> bool:
    """Whether two stretches with numbers differ in nothing else, or in a mere "almost"."""
    guessed = _counted(own) and all(key in lexicon.QUANTIFIERS for key in _counted(own)) and not _counted(passage)
    return _counted(own) == _counted(passage) or bool(guessed)


def _surer(own: Sequence[str], passage: Sequence[str]) -> Change | None:
    """What a bracket says with more certainty or of another share: "[will]" for "may", "[all]" for "some"."""
    mine, theirs = frozenset(own), frozenset(passage)
    if mine & _POSSIBLE or any(map(lexicon.is_negation, own)):
        sure = False
    else:
        sure = bool(theirs & _POSSIBLE and mine & (_NECESSARY | _SURE | lexicon.COPULAS))
        sure = sure or bool(theirs & {"should", "ought"} and mine & {"must", "shall"})
        sure = sure or bool(theirs & lexicon.UNSURE and not mine & (lexicon.UNSURE | lexicon.DOUBTFUL))
    plainer = len(passage) <= SHARE and any(map(lexicon.is_finite, passage)) and not theirs & (_PROVING | _GRAVE)
    if sure or (mine & _PROVING and theirs & (_HINTING | lexicon.DOUBTFUL)) or (mine & (_PROVING | _GRAVE) and plainer):
        return Change.MODAL
    if mine & _LARGE and len(passage) == 1 and lexicon.is_number(passage[0]):
        return Change.NUMBER
    if any((mine & one and theirs & other) or (mine & other and theirs & one) for one, other in _SHARES):
        return Change.QUANTIFIER
    if len(passage) <= SHARE and theirs & _TAKING and not mine & lexicon.QUANTIFIERS:
        return Change.QUANTIFIER
    if len(own) == len(passage) == 1 and (own[0], passage[0]) in _EXCHANGED:
        return Change.CONJUNCTION
    return None


def replaced_before(own: list[str], words: Words, at: int) -> Change | None:
    """What a bracket that opens a quotation changes of the one or two words of the source that stand before word `at`.

    source     Few members voted.     At least forty came.
    quotation  [Many] members voted.  [At most] forty came.
    """
    for count in (2, 1):
        if count <= at and len(own) <= count:
            change = turned(own, words.keys[at - count : at], (at - count, at), words)
            if change not in (None, Change.NEGATION, Change.MODAL):
                return change
    return None


def _counted(keys: Sequence[str]) -> list[str]:
    """The words beside the numbers."""
    return [key for key in keys if not lexicon.is_number(key)]


def _denials(keys: Sequence[str]) -> list[int]:
    """Where words that deny stand, other than in "not only"."""
    return [
        index
        for index, key in enumerate(keys)
        if lexicon.is_negation(key) and (index + 1 == len(keys) or keys[index + 1] not in lexicon.MERELY)
    ]
