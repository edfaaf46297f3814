"""Whose claim a quoted clause is: the words before it by which somebody says, believes or supposes it.

    source     Some old hands believe, rightly or not, that the bell rings itself.     It is said that the mill burnt.
    quotation                                          [T]he bell rings itself                         [T]he mill burnt

A clause that its author reports for another is the author's own statement once the frame is cut off. Not every frame is
called: a report may be believed, and mostly is. It is called where the author does not vouch for the one who says it
("critics", "they"), or for the verb ("alleged"), or says soon after that it is not so (`rejected.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from holdwater.match import lexicon
from holdwater.match.guards.breaks import parted
from holdwater.match.guards.clauses import is_verb
from holdwater.match.guards.denials import sayer
from holdwater.match.guards.rejected import NEXT, OWN, SECOND, rejected_behind
from holdwater.match.model import Change
from holdwater.match.quoted import BRACKET, Element
from holdwater.match.words import Words

ASIDES = 3
"""Commas between a verb of saying and its "that": "assured us, as he assured everyone, that"."""
NEAR = 6
"""Words of "told the House last week"."""
SUBJECT = 8
"""Words before a verb of saying in which its subject stands: "everybody on the forums will"."""
ENDORSED = 3
"""Words of "as he has assured everyone" before its verb."""
SENTENCE = 40
"""Words before a clause in which the frame of its sentence stands."""
THOUGHT = 12
"""Words of a clause in which somebody hopes or fears "that"."""
CLAUSE = 4
"""Words: what is shorter is a phrase, and no clause."""

_VERBS = (
    lexicon.REPORTING
    | lexicon.DOUBTFUL
    | lexicon.SAYING
    | frozenset(
        "tell teach teaches taught assure assures assured testify testifies testified reported announce announces "
        "announced conclude concludes concluded promise promises promised swear swears swore sworn inform informs "
        "informed preach preaches preached repeat repeats repeated whisper whispers whispered estimate estimates "
        "estimated speculate speculates speculated assume assumes assumed presume presumes presumed reckon reckons "
        "reckoned predict predicts predicted object objects objected judge judges judged complain complains "
        "complained reports written urge urges urged submit submits submitted plead pleads pleaded deposed hint hints "
        "hinted imply implies implied remark remarks remarked explain explains explained proclaim proclaims "
        "proclaimed profess professes professed surmise surmises surmised conjecture conjectures conjectured infer "
        "infers inferred declare suppose persuaded convinced reason reasons reasoned hear hears heard charge charged "
        "charges protest protests protested".split()
    )
) - lexicon.DENIALS
_OPINIONS = frozenset(
    "tradition legend story tale myth rumour rumor notion idea belief theory hypothesis view opinion claim claims "
    "charge allegation accusation assertion contention superstition doctrine dogma saying maxim objection complaint "
    "assumption suggestion impression conviction report reports gossip fancy suspicion argument proposition "
    "traditions legends stories tales myths rumours rumors notions ideas beliefs theories charges allegations "
    "accusations assertions objections complaints suggestions suspicions".split()
)
"""Nouns behind which "that" begins what is told or held."""
_STANDS = frozenset("position case answer defence defense line point complaint excuse".split())
"""Nouns that say what somebody holds: "their position is that"."""
_TALES = frozenset("tradition legend story tale myth rumour rumor saying superstition".split())
"""What goes about and is told by nobody: "a rumour spread that"."""
_SPREAD = frozenset("arose spread grew sprang got began persisted circulated survived lingered".split())
_IS = frozenset("is was".split())
_EITHER = frozenset("claim claims report reports charge object objects reason reasons".split())
"""Verbs of saying that are nouns too."""
_PARTIES = lexicon.DISOWNED | frozenset(
    "somebody someone forums forum world crowd mob vulgar fool fools cynic cynics opponent adversary adversaries rival "
    "enemy critic detractor objector objection sceptic skeptic dissenter heretics pundits commenters commenter "
    "internet commonly popularly superstition folklore".split()
)
"""Whose words an author mostly reports to hold them at arm's length."""
_MANY = frozenset(
    "few everybody everyone several certain most textbooks textbook handbooks guidebooks commentators commentator "
    "bloggers blogs newspapers papers tabloids biographers chroniclers historians analysts observers traditionally "
    "generally widely".split()
)
"""Who may be right, for all that no one is named."""
_OWN_WORK = frozenset(
    "view views opinion opinions case cases precedent precedents result results data finding findings analysis study "
    "decision decisions submission belief judgment judgement conclusion conclusions evidence research experience "
    "calculations measurements model estimates".split()
)
"""What says in an author's own name what "our" stands before."""
_HEARSAY = frozenset(
    "said believed thought claimed argued alleged supposed reported objected told rumoured held".split()
)
_PASSIVE = frozenset("is was been be am are were being".split())
_HAS = frozenset("has had have".split())
_FIRM = frozenset("must should can cannot may might fairly safely rightly justly truly well".split())
"""How an author says in his own name what "is said"."""
_WRONGLY = frozenset("falsely wrongly mistakenly erroneously absurdly foolishly ignorantly untruthfully".split())
_LINKS = frozenset("and or but".split())
_FANCIED = frozenset(
    "thought believed imagined fancied hoped feared suspected supposed pretended thinks believe believes".split()
)
_BELIEVED = frozenset("thought say believe believed supposed assumed held think said tell told".split())
_DETERMINERS = frozenset("the a an this these those his her its their our my your every each all some any no".split())
_BORDERS = _LINKS | frozenset("that because while whereas although though since when where if who which".split())
_PREDICATES = (lexicon.COPULAS | lexicon.MODALS | {"proved", "turned", "rests", "lacks"}) - {"be", "been", "being"}
_SEEING = frozenset(
    "interpret interprets interpreted regard regards regarded see sees saw view views viewed read reads treat treats "
    "treated describe describes described portray portrays portrayed depict depicts depicted".split()
)


def framed(
    quotation: str, segment: Sequence[Element], words: Words, at: int, end: int, *, anew: bool
) -> tuple[int, Change] | None:
    """The verb or noun by which a quoted clause is another's claim, and the change that comes of its loss.

    Args:
        quotation: the text of the quotation.
        segment: the segment that begins with the clause.
        words: the source.
        at: the clause's first word.
        end: the word after the segment's last.
        anew: whether the quotation makes a sentence of the clause by a capital.
    """
    if anew and _is_read_so(segment, words, at, end):
        return at - 1, Change.NAME
    fancied = _fancied(segment, words, at) if anew else None
    if fancied is not None:
        return fancied, Change.MODAL
    verb = saying_before(words, at)
    if verb is None:
        return None
    subject = _subject(words, verb)
    if any(map(lexicon.is_negation, subject)):
        return None
    if not anew and not _is_clause(words, at, end):
        return None
    if subject[:2] == ["to", "used"] and words.keys[verb] in _BELIEVED:
        return verb, Change.MODAL
    distant = _is_at_arms_length(words, verb, subject)
    own = not distant and _is_own(subject, strictly=not anew)
    if not own and _is_wrongly_said(words, verb):
        return verb, Change.NAME
    if own:
        return (verb, Change.NAME) if rejected_behind(quotation, words, at, end, own=True) else None
    # "The idea is that" may be the author's own.
    whose = (
        words.keys[verb + 1] not in _IS or subject[:1] in (["his"], ["her"], ["their"]) or "'s" in "".join(subject[:1])
    )
    if anew and (distant or (words.keys[verb] in lexicon.DOUBTFUL and whose)):
        return verb, Change.NAME
    # A clause in small letters may stand in a sentence that reports it again.
    unnamed = distant or not _MANY.isdisjoint(subject)
    if not (anew or unnamed or words.keys[verb] in _OPINIONS):
        return None
    sentences = SECOND if anew else NEXT if unnamed else OWN
    return (verb, Change.NAME) if rejected_behind(quotation, words, at, end, sentences) else None


def _is_read_so(segment: Sequence[Element], words: Words, at: int, end: int) -> bool:
    """Whether brackets make a statement of what somebody else sees: "some see | [T]he dip [is] the end of the boom"."""
    if words.keys[at - 1] not in _SEEING or parted(words, at - 1) or _is_own(_subject(words, at - 1), strictly=True):
        return False
    own = [key for element in segment if element.kind is BRACKET for key in element.key.split()]
    loses_as = own and "as" in words.keys[at:end] and all(element.key != "as" for element in segment)
    return bool(loses_as) or not lexicon.COPULAS.isdisjoint(own)


def _fancied(segment: Sequence[Element], words: Words, at: int) -> int | None:
    """The verb by which the clause is only hoped, feared, guessed or was once believed."""
    if owns_up(segment):
        return None
    behind = at - 2 if words.keys[at - 1] == "that" else at - 1
    if behind < 0 or parted(words, at - 1):
        return None
    if words.keys[behind] in _FANCIED and lexicon.OURSELVES.isdisjoint(words.keys[max(0, at - 3) : at]):
        return behind
    if behind == at - 1 or lexicon.is_finite(words.keys[at]):
        return None
    verb = saying_before(words, at)
    verb = sayer(words, at - 2) if verb is None else verb
    return verb if _is_unreal(words, verb) else None


def _is_unreal(words: Words, verb: int) -> bool:
    """Whether a clause with "that" is only hoped, feared or guessed: "he dreamed that", "it may be that"."""
    for index in range(verb, max(-1, verb - THOUGHT), -1):
        if index < 0 or (index < verb and parted(words, index)):
            return False
        key = words.keys[index]
        if lexicon.is_negation(key):
            return False
        if key in lexicon.UNREAL or key in lexicon.UNSURE:
            return True
        if key in ("used", "once", "formerly") and words.keys[verb] in _BELIEVED:
            return True
    return False


def owns_up(segment: Sequence[Element]) -> bool:
    """Whether the quotation says itself that it depends on something."""
    return any(element.key in lexicon.IMAGINED for element in segment)


def saying_before(words: Words, at: int) -> int | None:
    """The verb or noun of saying that governs the clause which begins at word `at`: "says | …", "the tale that | …"."""
    if at < 2:
        return None
    if words.keys[at - 1] != "that":
        return at - 1 if _says_at_once(words, at) else None
    if lexicon.is_finite(words.keys[at]):
        # "a claim that had been raised"
        return None
    if words.keys[at - 2] in _LINKS:
        earlier = next((i for i in range(at - 3, max(0, at - SENTENCE), -1) if words.keys[i] == "that"), None)
        return None if earlier is None else _before_that(words, earlier)
    return _before_that(words, at - 1)


def _says_at_once(words: Words, at: int) -> bool:
    """Whether a verb of saying stands right before the clause, a comma at most between: "the team writes, |"."""
    verb = at - 1
    if words.keys[verb] not in _VERBS - _OPINIONS and words.keys[verb] not in _EITHER:
        return False
    if words.keys[verb - 1] in _DETERMINERS or is_verb(words, at):
        return False
    key, gap = words.keys[at], words.text[words.ends[verb] : words.starts[at]].strip()
    # "the rights asserted impose obligations"
    subject = key in _DETERMINERS or key.partition("'")[0] in lexicon.PRONOUNS or words.text[words.starts[at]].isupper()
    # "it was added, and there were …"
    return (gap == "," and key not in _LINKS) or (gap == "" and subject)


def _before_that(words: Words, that: int) -> int | None:
    """The verb or noun of saying before a "that", whatever asides stand between."""
    last = that - 1
    # "Rumour has it that", "they would have me believe that"
    if words.keys[last] == "it" and words.keys[last - 1] in _HAS:
        return last
    if words.keys[last] in _IS and words.keys[last - 1] in _OPINIONS | _STANDS:
        return last - 1
    borders = [last]
    while len(borders) <= ASIDES and borders[-1] >= 0:
        border = _before_comma(words, borders[-1])
        if _is_main(words, border + 1, borders[-1]):
            break
        borders.append(border)
    noun = next((index for index in borders if index >= 0 and words.keys[index] in _OPINIONS - _EITHER), None)
    if noun is not None:
        return noun
    return next((verb for index in borders if (verb := _saying_near(words, index)) is not None), None)


def _is_main(words: Words, first: int, last: int) -> bool:
    """Whether words between two commas are a clause of their own, and no aside: "it remains true"."""
    subject = words.keys[first] in lexicon.PRONOUNS or words.keys[first] in _DETERMINERS
    return subject and any(is_verb(words, index) for index in range(first + 1, last + 1))


def _saying_near(words: Words, last: int) -> int | None:
    """The verb of saying at word `last` or a few words before it: "told the House last week"."""
    for index in range(last, max(-1, last - NEAR), -1):
        key = words.keys[index]
        if index < last and parted(words, index):
            return None
        if key in _VERBS or key in _TALES:
            # "as he has assured everyone"
            return None if "as" in words.keys[max(0, index - ENDORSED) : index] else index
        other = lexicon.is_finite(key) and key not in _SPREAD
        if other or (lexicon.is_present(key) and words.keys[index - 1] in lexicon.PRONOUNS):
            return None
    return None


def _before_comma(words: Words, last: int) -> int:
    """The last word before the comma, or dash, that stands before word `last` in its sentence; -1 if none does."""
    for index in range(last - 1, max(-1, last - SENTENCE), -1):
        if parted(words, index):
            return -1 if _ends_a_sentence(words, index) else index
    return -1


def _subject(words: Words, verb: int) -> list[str]:
    """The words of a verb's subject, its asides left out, the nearest first."""
    last = verb - 1
    if last >= 0 and parted(words, last) and not _ends_a_sentence(words, last):
        last = _before_comma(words, last)
    subject: list[str] = []
    for index in range(last, max(-1, last - SUBJECT), -1):
        key = words.keys[index]
        if (index < last and parted(words, index)) or (index < verb - 1 and key in _BORDERS):
            break
        subject.append(key)
    return subject


def _is_own(subject: Sequence[str], *, strictly: bool) -> bool:
    """Whether an author speaks in his own name: "I", "the Court", "our results"; not "my opponent"."""
    if "as" in subject or not {"i", "we", "court", "courts"}.isdisjoint(subject):
        return True
    if "it" in subject and not _FIRM.isdisjoint(subject):
        return True
    if {"my", "our"}.isdisjoint(subject):
        return False
    return not _OWN_WORK.isdisjoint(subject) or (strictly and _PARTIES.isdisjoint(subject))


def _is_at_arms_length(words: Words, verb: int, subject: Sequence[str]) -> bool:
    """Whether whoever says it is nobody whom the author vouches for: "critics", "the world", "it is said"."""
    if "as" in subject:
        return False
    said = words.keys[verb]
    passive = said in _HEARSAY and not _PASSIVE.isdisjoint(subject[:3])
    if passive and not {"it", "we", "i", "one", "you"}.isdisjoint(subject) and _FIRM.isdisjoint(subject):
        return True
    if said == "it" or said in _TALES:
        return True
    if said in _HEARSAY and subject[:1] == ["it"] and not {"hear", "heard", "hears"}.isdisjoint(subject):
        return True
    return not _is_own(subject, strictly=True) and not _PARTIES.isdisjoint(subject)


def _is_wrongly_said(words: Words, verb: int) -> bool:
    """Whether the frame itself says that it is not so: "wrongly claimed that", "contrary to reports that"."""
    if not _WRONGLY.isdisjoint(words.keys[max(0, verb - ENDORSED) : verb + ENDORSED]):
        return True
    comma = _before_comma(words, verb)
    # Contrary to Lunn, Marsh says so; contrary to Lunn, who says so.
    low = comma if words.keys[verb - 1] in ("which", "who") else verb
    first = next((i for i in range(low, max(-1, low - SUBJECT), -1) if words.keys[i] == "contrary"), None)
    return first is not None and not any(parted(words, index) for index in range(first, low))


def _is_clause(words: Words, at: int, end: int) -> bool:
    """Whether words at..end are a whole clause: they end where the source's does, or where a noun's predicate begins.

    source     The tale that | the mill burnt | is false.
    """
    if end < len(words) and words.keys[end] in _PREDICATES:
        return end - at > 1
    linked = words.keys[at - 1] == "that"
    if end - at < CLAUSE or not (linked or any(is_verb(words, index) for index in range(at, end))):
        return False
    return parted(words, end - 1) or words.keys[end] in _LINKS


def _ends_a_sentence(words: Words, index: int) -> bool:
    gap = words.text[words.ends[index] : words.starts[index + 1]]
    return any(mark in gap for mark in ".!?;") or "\n\n" in gap
