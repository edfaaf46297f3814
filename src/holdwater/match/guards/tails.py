"""What stands right behind a quotation's end and takes back what it says: "alone" behind a denial, "or so he said".

    source     No ward was shut for want of money alone.     The bridge was safe, a claim that the survey refuted.
    quotation  No ward was shut for want of money.           The bridge was safe.

A denial denies all of its clause: without the last word of it, it denies more. A statement is taken to be its source's
own where it is quoted as a sentence; a phrase may stand in a sentence that says whose it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from holdwater.document import Span
from holdwater.match import lexicon
from holdwater.match.align import Laid
from holdwater.match.guards.breaks import COMMA, SENTENCE_END, parted
from holdwater.match.guards.cut import begins_a_sentence, cut_after, presented_as_complete
from holdwater.match.model import Change, Edit, EditKind
from holdwater.match.normalise import keys_of
from holdwater.match.quoted import Element, Quoted
from holdwater.match.words import Words
from holdwater.patterns import waiting

SUBJECT = 4
"""Words before a verb of saying in which its subject stands; a shorter quotation is no statement."""
DENIED = 25
"""Words of a clause before its end in which a denial stands."""
ASIDE = 12
"""Words of what is said aside behind a statement."""
ANSWER = 7
"""Words of "but this was later denied" before what is said of it."""
AFTER = 80
"""Characters behind the quotation in the document in which its author may say the rest."""

_TURN = waiting(r",\s{1,3}|,?\s?[—–]\s?|,?\s--?\s|,?\s\(")
_BLANK = waiting(r"\s+")


def _phrases(listed: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in listed.split("/"))


_ALONE = _phrases(
    "alone/solely/merely/exclusively/entirely/wholly/altogether/completely/totally/necessarily/automatically/always"
    "/primarily/principally/mainly/chiefly/purely/per se/as such/standing alone/by itself/by themselves/by himself"
    "/by herself/of itself/of themselves/in itself/in themselves/on its own/on their own/on his own/on her own"
    "/at all times/in all cases/in every case/in every respect/in all respects/in full/to the full/without more"
)
"""What a "not" before it denies: that it was cost alone, that it was paid in full."""
_MERELY_FOR = _phrases(
    "simply because/only because/just because/merely because/solely because/simply for/simply to/simply on/just for"
    "/just to"
)
"""How a reason begins that a "not" before it may deny, and not the deed; only a whole sentence is called for it."""
_FOR_NOW = _phrases(
    "yet/as yet/until then/till then/until now/till now/until later/for now/for the present/for the moment"
    "/for the time being/at present/so far/thus far/any longer/any more/anymore/again/at first/at once/immediately"
    "/straight away/right away/overnight"
)
"""For how long a denial holds."""
_WITHIN = _phrases(
    "without/before/until/till/beyond/outside/otherwise/within/for more than/for less than/for longer than"
    "/more than once/more than twice/at night/by night/by day"
)
"""What a denial that goes on so is about: nobody is held "without trial", a house not let "for more than a year"."""
_IN_A_RULE = frozenset("after during when while whenever where in on at by with between under upon".split())
"""Words that say so in a rule: what must not be done "on Sundays" may be done."""
_RULING = frozenset("shall must may should ought".split())
_NO_RESTRICTION = frozenset(
    "any all least account view order reason virtue law act ground grounds accordance fact truth short general "
    "circumstances pain penalty".split()
)
"""Nouns and pronouns behind them that take nothing from a denial: "at all", "in any event", "on account of"."""
_NO_CONDITION = frozenset(("but", "in", "at", "or", "to"))
_ALLOWED_FOR = frozenset("not only any anything ever at indeed anyone".split())
_LINKS = frozenset("and but because".split())
_STANDS_APART = _LINKS | frozenset("since when while where who which whose although though if".split())
"""Words that begin a clause which a denial before them does not reach."""
_RELATIVE = frozenset("who whom which whose".split())
_NO_SCOPE = frozenset("without non".split())
_SHORT_OF = frozenset(
    "only insufficient inadequate unable impossible unlawful forbidden prohibited refuse refuses refused fail fails "
    "failed declined rarely seldom".split()
)
"""Words that deny or bound what follows them as a "not" does."""
_ALLEGING = frozenset(
    "claim claims claimed allege alleges alleged pretend pretends pretended lied argue argues argued contend "
    "contends contended assert asserts asserted insist insists insisted thought supposed imagined fancied hoped "
    "maintain maintains maintained boast boasts boasted swore believe believes believed think thinks hope hopes fear "
    "fears feared expect expects expected suspect suspects suspected predict predicts predicted guess guessed".split()
)
"""Verbs behind a statement that make it somebody's claim, or no more than somebody's belief."""
_OUR_ERROR = frozenset("thought supposed imagined fancied hoped believed assumed guessed".split())
_VIEWS = frozenset("view opinion eyes telling imagination fancy".split())
_SUPPOSED = frozenset("thought supposed believed alleged claimed rumoured imagined said".split())
_TOLD = frozenset("am is are was were been".split())
_CALLED = frozenset("claim allegation assertion accusation charge insinuation rumour rumor story boast theory".split())
_FALSEHOOD = frozenset(
    "lie myth falsehood fabrication fiction fallacy delusion slander misconception exaggeration invention".split()
)
_UNDONE = frozenset(
    "false untrue wrong incorrect mistaken unfounded baseless groundless nonsense inaccurate erroneous disproved "
    "disproven refuted refute refutes denied denies deny disputed disputes dispute rejected rejects reject retracted "
    "withdrew withdrawn contradicted contradict contradicts discredited debunked exaggerated fabricated invented "
    "unproven unsupported".split()
)
"""What is said of a claim that is not so."""
_YET = frozenset("but though although yet".split())
_POINTING = frozenset("this that it".split())
_UNTRUE = frozenset("untrue false nonsense baseless unfounded".split())
_TRUE = frozenset("true so correct case".split())
_STATED = frozenset(
    "answer statement claim claims report reports story theory view account rumour rumor charge charges accusation "
    "guess estimate forecast prediction argument assumption opinion figure figures number numbers idea belief "
    "information evidence testimony news name address date reply testified something".split()
)
"""Nouns of which a "which was untrue" may speak, and not of the whole sentence."""


def edits_behind(quoted: Quoted, laid: Laid, words: Words, after: str) -> list[Edit]:
    """The edit for words right behind the passage that take back what the quotation says; none if there are none.

    Args:
        quoted: the quotation.
        laid: its last segment, as it stands in the source.
        words: the source.
        after: what follows the quotation in the document.
    """
    if quoted.code or not 0 < laid.end < len(words):
        return []
    segment = quoted.segments[-1]
    found = _restricted(quoted, words, laid, after) or _claimed(quoted, segment, words, laid)
    if found is None or _is_said_behind(words.keys[laid.end : laid.end + SUBJECT], after):
        return []
    last, change = found
    here = segment[-1].end
    return [Edit(EditKind.OMIT, Span(here, here), words.span(laid.end, last), change)]


def _is_said_behind(behind: Sequence[str], after: str) -> bool:
    """Whether the document goes on with the source's own words: "… of cost" alone."""
    return bool(after) and keys_of(after[:AFTER])[:1] == behind[:1]


def _restricted(quoted: Quoted, words: Words, laid: Laid, after: str) -> tuple[int, Change] | None:
    """The word behind the phrase that a denial of the quotation's last clause is about, "alone"; and the change."""
    end = laid.end
    if end - laid.start < SUBJECT:
        return None
    last = _condition(quoted, words, laid, after)
    if last is not None:
        # A condition is of the whole sentence, whatever clause stands before it.
        denied = _is_denied(words, laid.start, end, _LINKS)
    elif _BLANK.fullmatch(words.text, words.ends[end - 1], words.starts[end]):
        last = _restriction(quoted, words, laid, after)
        denied = last is not None and _is_denied(words, laid.start, end, _STANDS_APART)
    else:
        return None
    return (last, Change.QUANTIFIER) if last is not None and denied else None


def _condition(quoted: Quoted, words: Words, laid: Laid, after: str) -> int | None:
    """The word behind the condition with which a whole sentence goes on, but for a "but": "…, unless it is paid"."""
    end = laid.end
    if words.keys[end] in _NO_CONDITION or not _is_whole(quoted, words, laid):
        return None
    cut = cut_after(words, laid.start, end, quoted.text, after) if presented_as_complete(quoted.text, after) else None
    # "if not", "if any": a thing allowed for.
    if cut is None or (cut.word == "if" and words.keys[end + 1] in _ALLOWED_FOR):
        return None
    return end + len(cut.word.split())


def _restriction(quoted: Quoted, words: Words, laid: Laid, after: str) -> int | None:
    """The word behind the phrase at the passage's end that says to what alone a denial reaches, or how long."""
    last = _phrase_at(words, laid.end, _MERELY_FOR)
    if last is not None:
        return last if _is_whole(quoted, words, laid) else None
    last = _phrase_at(words, laid.end, _ALONE)
    if last is not None:
        return last
    last = _phrase_at(words, laid.end, _FOR_NOW)
    if not presented_as_complete(quoted.text, after):
        return None
    if last is not None and _ends_clause(words, last):
        return last
    return _adjunct(words, laid) if _is_whole(quoted, words, laid) else None


def _is_whole(quoted: Quoted, words: Words, laid: Laid) -> bool:
    """Whether a sentence of the source is begun as one: what begins "[t]he …" stands in a sentence of the author's."""
    first = quoted.segments[-1][0]
    return quoted.text[first.start : first.end].lstrip("[")[:1].isupper() and begins_a_sentence(words, laid.start)


def _adjunct(words: Words, laid: Laid) -> int | None:
    """The word behind what says when, where or how something is not so, with which a whole sentence goes on."""
    end = laid.end
    last = _phrase_at(words, end, _WITHIN)
    if last is not None:
        return last
    ruled = words.keys[end] in _IN_A_RULE and not _RULING.isdisjoint(words.keys[max(laid.start, end - DENIED) : end])
    return end + 1 if ruled and _NO_RESTRICTION.isdisjoint(words.keys[end + 1 : end + SUBJECT]) else None


def _phrase_at(words: Words, at: int, phrases: frozenset[tuple[str, ...]]) -> int | None:
    """The word behind the one of some phrases that stands at word `at`."""
    keys = words.keys[at : at + SUBJECT]
    return next((at + count for count in range(len(keys), 0, -1) if tuple(keys[:count]) in phrases), None)


def _is_denied(words: Words, start: int, end: int, parting: frozenset[str]) -> bool:
    """Whether a "not" or "no" stands before word `end`, with no pause and none of the parting words behind it."""
    for index in range(end - 1, max(start, end - DENIED) - 1, -1):
        key = words.keys[index]
        if index < end - 1 and parted(words, index):
            return False
        if (lexicon.is_negation(key) and key not in _NO_SCOPE) or key in _SHORT_OF:
            # "The man who did not vote lived alone": the denial is another clause's.
            described = not _RELATIVE.isdisjoint(words.keys[max(start, index - 2) : index])
            return not described and words.keys[index + 1] not in lexicon.MERELY
        if key in parting:
            return False
    return False


def _claimed(quoted: Quoted, segment: Sequence[Element], words: Words, laid: Laid) -> tuple[int, Change] | None:
    """The word behind what makes a whole sentence a claim: "…, critics alleged"; and the change."""
    start, end = laid.start, laid.end
    if end - start < SUBJECT or any(element.key in lexicon.IMAGINED for element in segment):
        return None
    written = quoted.text[segment[0].start : segment[0].end].lstrip("[")[:1]
    if not written.isupper() or not words.text[words.starts[start]].isupper():
        return None
    gap = _TURN.fullmatch(words.text, words.ends[end - 1], words.starts[end])
    if gap is None:
        return None
    keys = _aside(words, end)
    if keys[:2] == ["or", "so"] and (len(keys) > 2 or COMMA.fullmatch(gap[0])):
        return end + 1, Change.NAME
    if _is_alleged(words, end) or _is_hearsay(words, end):
        return end + 1, Change.NAME
    if _is_called_false(keys) or (keys[0] == "which" and _is_undone(keys) and not _names_a_claim(words, start, end)):
        return end + len(keys), Change.NEGATION
    if _is_answered(keys):
        return end + len(keys), Change.NEGATION
    if keys[0] in lexicon.UNSURE and begins_a_sentence(words, start) and _ends_clause(words, end + 1):
        return end + 1, Change.MODAL
    return None


def _aside(words: Words, at: int) -> list[str]:
    """The words from `at` to the end of their sentence, the first few."""
    most = min(len(words), at + ASIDE)
    last = next(
        (i for i in range(at, most - 1) if SENTENCE_END.search(words.text, words.ends[i], words.starts[i + 1])),
        most - 1,
    )
    return words.keys[at : last + 1]


def _is_alleged(words: Words, end: int) -> bool:
    """Whether word `end` begins a "critics alleged", an "others say" or an "I thought"."""
    for index in range(end, min(len(words), end + SUBJECT)):
        key, subject = words.keys[index], words.keys[end:index]
        if index > end and not _is_claimed_by(subject, key):
            if key in _ALLEGING:
                return False
        elif index > end or key in _ALLEGING:
            return _ends_clause(words, index + 1)
        if index + 1 < len(words) and parted(words, index):
            return False
    return False


def _is_claimed_by(subject: Sequence[str], verb: str) -> bool:
    """Whether a verb of saying makes what is said before it doubtful, its subject being this one."""
    if not lexicon.OURSELVES.isdisjoint(subject):
        # "as we thought" bears it out.
        return verb in _OUR_ERROR and subject[-1] in ("i", "we") and subject[0] != "as"
    # "as the survey predicted" bears it out; "as critics claim" does not.
    if verb in _ALLEGING and (subject[0] != "as" or not lexicon.DISOWNED.isdisjoint(subject)):
        return True
    return lexicon.is_saying(verb) and not lexicon.DISOWNED.isdisjoint(subject)


def _is_hearsay(words: Words, end: int) -> bool:
    """Whether word `end` begins an "it was said", an "according to critics", a "so they say", a "we were told"."""
    keys = [key for key in words.keys[end : end + SUBJECT + 2] if key not in ("so", "as", "or")]
    if keys[:2] == ["according", "to"]:
        return not lexicon.DISOWNED.isdisjoint(keys[2:4])
    if keys[:1] == ["in"] and not _VIEWS.isdisjoint(keys[1:4]):
        return lexicon.OURSELVES.isdisjoint(keys[1:4]) and not any(key.startswith("court") for key in keys)
    if words.keys[end] == "as" and not _TOLD.isdisjoint(keys[:2]) and not _SUPPOSED.isdisjoint(keys[1:4]):
        return True
    said = len(keys) > 2 and keys[1] in _TOLD
    if said and ((keys[0] == "it" and keys[2] in lexicon.RUMOURED) or (keys[0] in ("i", "we") and keys[2] == "told")):
        return _ends_clause(words, end + words.keys[end : end + SUBJECT + 2].index(keys[2]) + 1)
    return keys[:3] == ["the", "story", "goes"] or (keys[1:3] == ["has", "it"] and keys[0] in lexicon.DISOWNED)


def _is_called_false(keys: Sequence[str]) -> bool:
    """Whether an aside names what was said before it a lie, or a claim that is not so."""
    if keys[0] not in ("a", "an", "the") or len(keys) < 2:
        return False
    named = next((i for i in (1, 2) if i < len(keys) and keys[i] in _CALLED | _FALSEHOOD), None)
    if named is None:
        return False
    if keys[named] in _FALSEHOOD:
        return True
    return any(key in _UNDONE or lexicon.is_negation(key) for key in keys[named + 1 :])


def _is_answered(keys: Sequence[str]) -> bool:
    """Whether a clause denies the statement before it: "but this was denied", "though he denies it"."""
    if keys[0] not in _YET or len(keys) < 3:
        return False
    if keys[1] in _POINTING and keys[2] in _TOLD | {"has", "had"}:
        return _is_undone(keys[:ANSWER]) or not _UNDONE.isdisjoint(keys[3:ANSWER])
    return any(key in _UNDONE and keys[i + 1] in _POINTING for i, key in enumerate(keys[:-1][:ANSWER]))


def _is_undone(keys: Sequence[str]) -> bool:
    """Whether an aside that begins with "which" says that it was untrue, or not so."""
    denied = any(map(lexicon.is_negation, keys))
    return not _UNTRUE.isdisjoint(keys) if not denied else not _TRUE.isdisjoint(keys)


def _names_a_claim(words: Words, start: int, end: int) -> bool:
    return not _STATED.isdisjoint(words.keys[max(start, end - DENIED) : end])


def _ends_clause(words: Words, end: int) -> bool:
    """Whether a clause ends before word `end`."""
    return end >= len(words) or parted(words, end - 1)
