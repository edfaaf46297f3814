"""What an ellipsis hides that governs the words behind it: a hedge, an attempt, hearsay, a share, a bound.

    source     She almost won the seat.     He tried to open it.     It found part of the records.    up to 340 houses
    quotation  She … won the seat.          He … open[ed] it.        It found … the records.          … 340 houses

Only words are asked for that stand in one clause with what follows them and right before it; whatever stands between
commas is an aside and governs nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from holdwater.match import lexicon
from holdwater.match.guards.breaks import paused
from holdwater.match.model import Change
from holdwater.match.quoted import PARTIAL, Element
from holdwater.match.words import Words
from holdwater.patterns import waiting

NEAR = 6
"""Words that hold a verb with its "to": "was wrongly said to have"."""
SUBJECT = 4
"""Words of a subject with nothing behind it."""
LONG = 9
"""Words of "voted against the late member's proposal to"."""
SHORT = 5
"""Words: in a longer gap more than the word that governs was left out, and the reader expects as much."""

_ASIDE = waiting(r",[^,.;]{1,40},\s*")
_SELDOM = frozenset("seldom rarely hardly scarcely barely nearly almost allegedly supposedly".split())
_ALMOST = frozenset("almost nearly virtually practically".split())
_BOUNDS = frozenset(
    (
        *("up to", "as many as", "as few as", "as much as", "as little as", "an estimated", "a maximum of"),
        *("a minimum of", "in excess of", "close to", "not quite", "just under", "just over", "well over"),
        *("more than", "less than", "fewer than", "at least", "at most"),
    )
)
_GUESSES = frozenset(
    "around perhaps some maybe possibly estimated barely only circa about approximately roughly nearly "
    "almost over under".split()
)
_STOPPING = frozenset("stopped stops stop ceased ceases quit avoided avoids avoid denied denies deny".split())
_ACCUSED = frozenset("accused suspected capable incapable prevented kept barred afraid dreamed thought short".split())
_TAKING = frozenset("most few some half only hardly not nearly almost fewer".split())
_SOME = _TAKING | frozenset("a any all every the very of many".split())
"""Words that say of how many of its kind something is said."""
_LACKING = frozenset("lack absence want denial refusal failure prevented kept deprived stripped robbed without".split())
_ONLY_THOUGHT = frozenset(
    "danger risk threat fear hope attempt proposal plan promise possibility prospect suspicion accusation "
    "allegation rumour rumor idea talk dream".split()
)
"""Nouns of what may not have come about."""
_BE = frozenset("is are was were be been being am".split())
_FORESEEN = frozenset("would will shall".split())
_DETERMINERS = frozenset("the these those his her its our their my your them us it".split())


def governed(words: Words, start: int, end: int, left: Sequence[Element], right: Element) -> Change | None:
    """What the hidden source words start..end make of the words behind them; None if nothing.

    Args:
        words: the source.
        start: the word after the left segment's last.
        end: the right segment's first word.
        left: the elements of the left segment.
        right: the right segment's first element.
    """
    if end >= len(words):
        return None
    low = _clause(words, start, end)
    hidden = words.keys[low:end]
    joined = hidden and low == start and not paused(words, start)
    opening = words.keys[start]
    if _is_some(hidden, words.keys[end]):
        return Change.QUANTIFIER
    if opening in _SELDOM and _ASIDE.fullmatch(words.text, words.ends[start], words.starts[end]):
        return Change.QUANTIFIER
    if joined and len(hidden) <= LONG:
        withheld = _is_withheld(hidden, words.keys[end])
        if withheld:
            return withheld
    if joined and len(hidden) <= SHORT:
        if is_bound(hidden, words.keys[end]):
            return Change.QUANTIFIER
        if _is_reported(hidden, words.keys[end]):
            return Change.NAME
        if _is_hedged(hidden, words.keys[end]):
            return Change.MODAL
        if _is_share(hidden, words.keys[end]):
            return Change.QUANTIFIER
    # "avoid[s] … and provide[s]": the author has recast the whole sentence.
    recast = any(element.kind is PARTIAL and element.tail == "" and element.head for element in left)
    finite = hidden and not recast and right.kind is PARTIAL and _is_made_finite(right, words.keys[end])
    if (finite and _is_bare(hidden, right, subject=len(left) <= SUBJECT)) or (
        joined and _is_hearsay(hidden, words.keys[start - 1], words.keys[end])
    ):
        return Change.MODAL
    return None


def _clause(words: Words, start: int, end: int) -> int:
    """The first of the hidden words that stand in one clause with word `end`, without a pause."""
    low = end
    while low > start and not paused(words, low):
        low -= 1
    return low


def _is_withheld(hidden: list[str], behind: str) -> Change | None:
    """Whether the hidden words speak of what there was none of, or only a plan: "a lack of", "the proposal to"."""
    last = len(hidden) - 1
    if hidden[last] in _DETERMINERS and last:
        last -= 1
    if behind in ("to", "that"):
        if "against" not in hidden:
            return _of_none(hidden, behind)
        last += 1
    elif hidden[last] not in ("of", "to", "from", "for", "that"):
        return None
    heads = hidden[max(0, last - SUBJECT) : last]
    if not _LACKING.isdisjoint(heads) or "against" in hidden:
        return Change.NEGATION
    return None if _ONLY_THOUGHT.isdisjoint(heads) else Change.MODAL


def _of_none(hidden: list[str], behind: str) -> Change | None:
    """What the last hidden word makes of the "to …" behind it: "[no right] to sell", "[the attempt] to sell"."""
    if hidden[-1] in _LACKING or hidden[-2:-1] == ["no"]:
        return Change.NEGATION
    # "the risk that undergirds it" is no mere thought.
    return Change.MODAL if behind == "to" and hidden[-1] in _ONLY_THOUGHT and len(hidden) > 1 else None


def is_bound(hidden: list[str], behind: str) -> bool:
    """Whether the last of some words make a bound or a guess of the number behind them: "up to", "an estimated"."""
    if not lexicon.is_number(behind) or behind.startswith("["):
        return False
    return " ".join(hidden[-2:]) in _BOUNDS or " ".join(hidden[-3:]) in _BOUNDS or hidden[-1] in _GUESSES


def _is_some(hidden: list[str], behind: str) -> bool:
    """Whether all that is hidden behind a pause says how many of the things behind it: ", [most] packs hunt"."""
    return bool(hidden) and behind.endswith("s") and _SOME.issuperset(hidden) and not _TAKING.isdisjoint(hidden)


def _is_hedged(hidden: list[str], behind: str) -> bool:
    """Whether all that is hidden says how sure, or how nearly, something is so."""
    if hidden[-2:] in (["all", "but"], ["less", "than"]):
        return len(hidden) == 2 or hidden[-3] in lexicon.COPULAS
    if hidden in (["to", "be"], ["about", "to", "be"]) or hidden[-2:] in (["little", "to"], ["nothing", "to"]):
        return True
    if hidden[-2:] in (["nowhere", "near"], ["hardly", "ever"], ["scarcely", "ever"]):
        return True
    doubted = hidden[-1] in _ALMOST or hidden[-1] in lexicon.UNSURE
    return doubted and (len(hidden) <= 2 or lexicon.is_finite(behind))


def _is_reported(hidden: list[str], behind: str) -> bool:
    """Whether all that is hidden says that the subject said so of itself: "swore that he" had seen it."""
    told = hidden[-1] in lexicon.SPEAKERS and lexicon.is_finite(behind)
    if told and hidden[-2:-1] and hidden[-2] in ("if", "whether"):
        return True
    verb = hidden[-3:-2] if hidden[-2:-1] == ["that"] else hidden[-2:-1]
    return told and any(one in lexicon.REPORTING | lexicon.DOUBTFUL | lexicon.UNREAL for one in verb)


def _is_share(hidden: list[str], behind: str) -> bool:
    """Whether the hidden words take a part of what follows: "part of", "less than half of", "nearly all"."""
    if behind not in _DETERMINERS and hidden != ["most"]:
        return False
    if hidden[-1] == "of":
        return not lexicon.SHARES.isdisjoint(hidden)
    if hidden[-1] in ("half", "most"):
        return True
    return hidden[-1] in ("all", "every") and len(hidden) > 1 and hidden[-2] in (*_ALMOST, "not")


def _is_hearsay(hidden: list[str], before: str, behind: str) -> bool:
    """Whether what follows is only said, believed, attempted or denied: "is said to have", "denied having"."""
    if hidden[-1] in _STOPPING and behind.endswith("ing"):
        return True
    if hidden[-1] in ("of", "from") and behind.endswith("ing"):
        return len(hidden) > 1 and hidden[-2] in _ACCUSED
    count = next((n for n in (3, 2, 1) if " ".join(hidden[-n:]) in lexicon.LINKS_TO_A_VERB and len(hidden) > n), 0)
    if not count:
        called = hidden[-1] in ("called", "thought", "considered", "believed", "deemed") and len(hidden) <= 3
        return called and (not lexicon.is_finite(behind) and len(hidden) > 1)
    heads = hidden[:-count][-NEAR:]
    if hidden[-count - 1 :][:1] == ["order"] and _before_order(hidden, before, count) == "in":
        return False
    if " ".join(hidden[-count:]) == "to":
        if before in _BE:
            # "The court is … decide whether" reads as no statement: what is missing shows.
            return False
        # "was likely to be paid": a longer gap before a bare verb is read as one.
        return len(hidden) <= SHORT and heads[-1] in lexicon.ATTEMPTS and not lexicon.is_finite(behind)
    return any(head in lexicon.ATTEMPTS or head in lexicon.DOUBTFUL or head in lexicon.RUMOURED for head in heads)


def _before_order(hidden: list[str], before: str, count: int) -> str:
    """The word before the "order" of "in order to", hidden or the last one shown."""
    return hidden[-count - 2] if len(hidden) > count + 1 else before


def _is_made_finite(right: Element, key: str) -> bool:
    """Whether a bracket gives the source's bare verb an ending of its own: open[ed], reduce[s], identif[ied]."""
    ended = right.key.endswith(("ed", "d", "s", "t")) or right.key in lexicon.PASTS
    return right.key != key and ended and not key.endswith(("ed", "s", "ing"))


def _is_bare(hidden: list[str], right: Element, *, subject: bool) -> bool:
    """Whether the verb behind the hidden words was only wanted, ordered or possible: "tried to", "may".

    Behind a mere `subject` the "may" need not stand right before its verb: "might one day".
    """
    last = next((i for i in range(len(hidden) - 1, -1, -1) if not hidden[i].endswith("ly")), 0)
    modal = next((key for key in reversed(hidden[-3 if subject else last :]) if key in lexicon.MODALS), "")
    if modal:
        # Of what would undercut it, it is often said that it undercut[s] it.
        return modal not in _FORESEEN or not right.key.endswith("s")
    return hidden[last] == "to" and lexicon.IMPLYING.isdisjoint(hidden[max(0, last - 3) : last])
