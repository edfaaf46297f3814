"""What a quotation leaves behind at its two edges: a condition or question before it, a "not" behind its end.

    source     If the fee is paid, the gate is opened.    Was the fee paid?     I shall not, said he.
    quotation  [T]he gate is opened.                      [T]he fee [was] paid  I shall

A clause is called only where the quotation makes a sentence of it by a capital: as a phrase, it may stand in a sentence
that reports it again, and mostly does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from holdwater.match import lexicon
from holdwater.match.align import Laid
from holdwater.match.guards.breaks import COMMA, SENTENCE_END, parted
from holdwater.match.guards.clauses import GOES_ON, is_verb
from holdwater.match.guards.frames import framed, owns_up
from holdwater.match.guards.hidden import is_recast
from holdwater.match.guards.operators import is_bound
from holdwater.match.model import Change, Edit, EditKind
from holdwater.match.quoted import BRACKET, ELLIPSIS, PLAIN, Element
from holdwater.match.words import Words
from holdwater.patterns import waiting

SUBJECT = 4
"""Words before a verb of saying in which its subject stands."""
TAG = 5
"""Words of ", the team writes,"."""
CONDITION = 30
"""Words of a condition that opens a sentence."""
MOST_PLACES = 12
"""How many places with the same words are compared."""

_FULL_STOP = waiting(r"[.!?]['\"”’)\]]{0,3}\s*$")
_STOPS = waiting(r"['\"”’)\]]{0,3}[.!?]")
_QUESTION = waiting(r"(?<=\w)\?['\"”’)\]]*\s+(?=[\"“‘(]?[A-Z])")
_CONDITIONAL = frozenset(
    "if unless without until except absent provided providing assuming supposing barring failing".split()
)
_EXCEPTIONS = frozenset(("exception", "exceptions"))
_IF = frozenset("if unless should were provided assuming".split())
_THEN = frozenset("then surely certainly clearly naturally".split())
"""How the rest of a sentence begins behind its condition."""
_TURNING_TO = frozenset("but and yet so or for now".split())
"""Words before the "if" of a sentence."""
_TURNING_ABOUT = frozenset("only never rarely seldom hardly scarcely nowhere neither nor not".split())
"""Words that open a sentence and turn its subject and verb about: "Only when ten ask is the vote secret"."""
_INVERTED = frozenset("were had should where".split())
"""How a condition begins without an "if": "Were it so, …", "Where it is so, …"."""
_NAMING = frozenset(
    "call calls called calling consider considers considered deem deems deemed brand branded label labelled".split()
)
"""Verbs by which somebody says that something is something."""
_SUPPOSED = frozenset("provided providing assuming supposing suppose imagine".split())
_IN_THEORY = frozenset(
    {
        ("according", "to"),
        ("in", "theory"),
        ("on", "paper"),
        ("in", "principle"),
        ("in", "legend"),
        ("in", "case"),
        ("subject", "to"),
        ("so", "long"),
        ("as", "long"),
        ("but", "for"),
        ("on", "condition"),
        ("only", "if"),
        ("only", "when"),
    }
)
"""How a sentence begins that is another's, or true on paper alone."""
_HELD = frozenset("opinion view eyes judgment judgement telling imagination".split())
"""In the opinion of: whose it is, is cut off."""
_OWN = lexicon.OURSELVES - {"my", "our"}
_TAKING = frozenset("only few some most several half fewer".split())
_HARDLY = frozenset("not hardly scarcely almost nearly barely".split())
_ANY = frozenset("anyone anybody anything anywhere ever".split())
_DETERMINERS = frozenset("the these those his her its our their my your".split())
_ASKED = waiting(r"['\"”’)\]]{0,3}\?")
_SUPPOSING = lexicon.LIMITS - {"except", "excepting"}
_WAITING = (lexicon.COPULAS | lexicon.MODALS) - {"being"}


def taken_as_said(
    quotation: str, segment: Sequence[Element], words: Words, at: int, end: int
) -> tuple[int, Change] | None:
    """The first word of what makes the quoted clause a supposition, a claim or a question, and the change.

    Args:
        quotation: the text of the quotation.
        segment: its first segment.
        words: the source.
        at: the source's word at which the segment begins.
        end: the word after its last.
    """
    pronoun = segment[0].kind is BRACKET and words.keys[at - 1] in lexicon.PRONOUNS
    at = at - 1 if pronoun else at
    if at <= 0:
        return None
    if ELLIPSIS.match(quotation.lstrip()):
        return _bound_before(words, at)
    anew = _begins_anew(quotation, segment, words, at, end)
    if "?" not in quotation and (anew or is_recast(segment)) and _ASKED.match(words.text, words.ends[end - 1]):
        return at - 1, Change.CONJUNCTION
    if not anew:
        return framed(quotation, segment, words, at, end, anew=False)
    comma = _behind_a_condition(words, at)
    if COMMA.fullmatch(words.text, words.ends[comma - 1], words.starts[comma]) or words.keys[at - 1] == "and":
        opening = _opening_before(segment, words, comma)
        if opening is not None:
            return opening
    governing = None if parted(words, at - 1) else _governing(quotation, segment, words, at, end)
    return governing or framed(quotation, segment, words, at, end, anew=True)


def _governing(
    quotation: str, segment: Sequence[Element], words: Words, at: int, end: int
) -> tuple[int, Change] | None:
    """What stands right before the quoted clause and makes it a condition, a claim, a fancy or a question."""
    limit = _limit_before(quotation, words, at, end)
    if limit is not None:
        return limit
    before = words.keys[at - 1]
    if before == "that" and lexicon.is_finite(words.keys[at]):
        # "a claim that had been raised"
        return None
    if before in _NAMING and is_recast(segment):
        return at - 1, Change.NAME
    asking = _turning_about(words, at - 1) if before in _WAITING else None
    if asking is not None:
        return asking, Change.CONJUNCTION
    return None


def _limit_before(quotation: str, words: Words, at: int, end: int) -> tuple[int, Change] | None:
    """The word right before the quotation that limits it, "unless", "assuming that", "perhaps", "about"."""
    before = words.keys[at - 1]
    if before == "that" and words.keys[at - 2] in _SUPPOSED:
        return at - 2, Change.CONJUNCTION
    if before in _SUPPOSING or before in _SUPPOSED:
        return at - 1, Change.CONJUNCTION
    if not _is_whole(quotation, words, end):
        return None
    if before in lexicon.UNSURE:
        return at - 1, Change.MODAL
    return _bound_before(words, at)


def _is_whole(quotation: str, words: Words, end: int) -> bool:
    """Whether the quotation ends where a sentence or clause does: what is broken off in mid-clause passes for none."""
    return end == len(words) or _FULL_STOP.search(quotation) is not None or parted(words, end - 1)


def _bound_before(words: Words, at: int) -> tuple[int, Change] | None:
    """What an ellipsis hides right before the first words: "[Nearly] … 4,000 came", "[Hardly any of] … the members"."""
    if parted(words, at - 1):
        return None
    measured = is_bound(words.keys[max(0, at - 3) : at], words.keys[at])
    first = at - 1 if measured else share_before(words, at)
    return None if first is None else (first, Change.QUANTIFIER)


def share_before(words: Words, at: int) -> int | None:
    """The first word of what takes only a share of the noun at word `at`: "only", "few", "not all", "half of the"."""
    behind = at - 1
    if (words.keys[at] in lexicon.WHOLES or words.keys[at] in _ANY) and words.keys[behind] in _HARDLY:
        return behind
    if words.keys[behind] in _DETERMINERS and behind > 1:
        behind -= 1
    if words.keys[behind] == "of" and behind:
        share = words.keys[behind - 1] in lexicon.SHARES or words.keys[behind - 1] == "any"
        return behind - 1 if share else None
    behind = at - 1
    last, before = words.keys[behind], words.keys[behind - 1] if behind else ""
    # "some additional research" is no share of it.
    if last in _TAKING and (last in ("only", "few") or words.keys[at].endswith("s")):
        return behind
    return behind - 1 if last in lexicon.WHOLES and before in _HARDLY else None


def _opening_before(segment: Sequence[Element], words: Words, at: int) -> tuple[int, Change] | None:
    """What opens the sentence before a comma and limits what is quoted, and the change."""
    condition = _condition_before(segment, words, at)
    if condition is None:
        return None
    return condition, Change.CONJUNCTION if words.keys[condition] in _CONDITIONAL else Change.MODAL


def _behind_a_condition(words: Words, at: int) -> int:
    """Where the rest of a sentence begins whose condition ended before word `at`: at its "then" or "of course"."""
    if words.keys[max(0, at - 2) : at] == ["of", "course"] and at > 2:
        return at - 2
    return at - 1 if words.keys[at - 1] in _THEN and at > 1 else at


def _condition_before(segment: Sequence[Element], words: Words, at: int) -> int | None:
    """The word that opens the sentence with a condition on what is quoted: "Without a permit, entry is prohibited"."""
    if owns_up(segment):
        return None
    first = next((i for i in range(at - 1, max(0, at - CONDITION) - 1, -1) if _opens_sentence(words, i)), None)
    if first is None:
        return None
    # What follows an "and" is as conditional as what stands before it.
    if words.keys[at - 1] == "and":
        comma = next((i for i in range(first + 1, at) if parted(words, i - 1)), None)
        sure = words.keys[first] in _IF and comma is not None and words.keys[comma] not in GOES_ON
        return first if sure else None
    if _has_main_clause(words, first, at):
        return None
    if words.keys[first] in _TURNING_TO and _is_condition(words, first + 1):
        first += 1
    if _is_condition(words, first):
        return first
    if not _EXCEPTIONS.isdisjoint(words.keys[first:at]):
        return first
    held = words.keys[first : first + 4]
    if held[0] == "in" and held[-1] == "of" and not _HELD.isdisjoint(held) and _OWN.isdisjoint(words.keys[first:at]):
        return first
    if held[0] == "in" and words.keys[at - 1] in _HELD and words.keys[at - 2].endswith("'s"):
        return None if "court's" in held else first
    if words.keys[first + 1 : first + 3] in (["the", "absence"], ["the", "event"]):
        return first
    return None


def _is_condition(words: Words, first: int) -> bool:
    """Whether a condition or a doubt begins at word `first`: "unless", "perhaps", "so long"."""
    opening = words.keys[first]
    if opening in _CONDITIONAL or opening in _INVERTED or opening in lexicon.UNSURE:
        return True
    return tuple(words.keys[first : first + 2]) in _IN_THEORY


def _turning_about(words: Words, at: int) -> int | None:
    """What opens a sentence and has put its verb, word `at`, before its subject: "only when …", the verb itself."""
    if _opens_sentence(words, at):
        return at
    first = next((i for i in range(at - 1, max(0, at - CONDITION) - 1, -1) if _opens_sentence(words, i)), None)
    return first if first is not None and words.keys[first] in _TURNING_ABOUT else None


def _has_main_clause(words: Words, first: int, at: int) -> bool:
    """Whether a sentence has said something between the comma that ends its opening and word `at`."""
    borders = [i for i in range(first + 1, at) if parted(words, i - 1)]
    for low, high in pairwise((*borders, at)):
        goes_on = words.keys[low] in GOES_ON
        if not (goes_on or _is_tag(words, low, high)) and any(is_verb(words, i) for i in range(low, high)):
            return True
    return False


def _is_tag(words: Words, low: int, high: int) -> bool:
    """Whether words between two commas only say who says it: ", the team writes,"."""
    return high - low <= TAG and (lexicon.is_saying(words.keys[high - 1]) or lexicon.is_saying(words.keys[low]))


def _opens_sentence(words: Words, at: int) -> bool:
    """Whether word `at` is the first of its sentence."""
    return at == 0 or SENTENCE_END.search(words.text, words.ends[at - 1], words.starts[at]) is not None


def begins_a_sentence(quotation: str, segment: Sequence[Element], words: Words, laid: Laid) -> bool:
    """Whether a segment begins with a capital where its source goes on in small letters: "… [T]he fee is due"."""
    written = quotation[segment[0].start : segment[0].end].lstrip("[")[:1]
    return written.isupper() and laid.start < len(words) and words.text[words.starts[laid.start]].islower()


def _begins_anew(quotation: str, segment: Sequence[Element], words: Words, at: int, end: int) -> bool:
    """Whether the quotation begins with a capital where its source goes on in small letters."""
    first = segment[0]
    written = quotation[first.start : first.end].lstrip("[")[:1]
    if words.text[words.starts[at]].islower():
        return written.isupper()
    # A name or a number begins a phrase too; a full stop that the source has not there makes a sentence of it.
    stopped = _FULL_STOP.match(quotation, segment[-1].end) is not None
    return stopped and not written.islower() and not _STOPS.match(words.text, words.ends[end - 1])


def denied_behind(segment: Sequence[Element], words: Words, end: int) -> bool:
    """Whether the quotation stops between a verb and its "not": "I will" of "I will not".

    Args:
        segment: its last segment.
        words: the source.
        end: the word after the passage's last.
    """
    if segment[-1].kind is not PLAIN or not _is_denied(words, end):
        return False
    keys = words.keys[max(0, end - len(segment)) : end]
    places = words.find_all(" ".join(keys), MOST_PLACES)
    return all(_is_denied(words, place + len(keys)) for place in places)


def _is_denied(words: Words, end: int) -> bool:
    if not 0 < end < len(words) or parted(words, end - 1):
        return False
    if words.keys[end - 1].endswith("ly"):
        return words.keys[end] == "not" and (end + 1 == len(words) or parted(words, end))
    if words.keys[end - 1] not in _WAITING:
        return False
    merely = end + 1 < len(words) and words.keys[end + 1] in lexicon.MERELY
    return words.keys[end] in lexicon.PLAIN_DENIALS and not merely


def questions_told(edits: Sequence[Edit], quotation: str, words: Words) -> Iterator[Edit]:
    """Questions of the source, in the midst of what is quoted, that the quotation makes statements of."""
    for edit in edits:
        if edit.kind is EditKind.EQUAL and "?" in words.text[edit.passage.start : edit.passage.end]:
            asked = len(_QUESTION.findall(words.text, edit.passage.start, edit.passage.end))
            if asked > quotation.count("?", edit.quotation.start, edit.quotation.end):
                yield Edit(EditKind.REPLACE, edit.quotation, edit.passage, Change.CONJUNCTION)
