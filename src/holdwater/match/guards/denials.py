"""Which word of a source denies what stands behind it: a "not" right before it, or "no one believes that".

    source     The board has never, in our view, paid.      Nobody on the board believes that it paid.
                             never denies "paid"             nobody … believes denies "it paid"

Two denials affirm, and what a comma or a verb of its own parts from the "not" is not denied by it.
"""

from __future__ import annotations

from holdwater.match import lexicon
from holdwater.match.guards.breaks import ends
from holdwater.match.words import PAUSE, Words
from holdwater.patterns import waiting

CLAUSE = 10
"""Words between "that" and what denies it: "no one of them has ever believed that"."""
TAG = 4
"""Words of "said the old man"."""
PHRASE = 5
"""Words of a phrase between a verb and its "that": "for the Crown"."""
_TAG = waiting(r"[,.]?['\"”’][^'\"”’“‘]{3,60},\s['\"“‘]\Z")
_ASIDE = waiting(r",\s")
DETERMINERS = frozenset("no neither none".split())
NOBODY = frozenset("nobody no none neither nothing few hardly".split())
NO_TIME = frozenset("time times way ways means circumstance circumstances account case cases point event sense".split())
_OCCASION = frozenset("for on in at to before by from after during".split())
_LINKS = frozenset("and or but".split())
SUBORDINATE = frozenset("that if when because unless whether as must and or but".split())
SLIGHT = lexicon.COPULAS | frozenset("a an the any to yet at all in way longer much quite so very too be".split())
"""Words between "not" and what it denies that do not take the denial to themselves."""
WHOLE = frozenset({"all", "every"})
"""What "not" takes some from: "not all" denies that it was all."""
_PARTLY = lexicon.MERELY | WHOLE
REFUSING = frozenset(
    "fail fails failed failing refuse refuses refused refusing decline declines declined neglects neglected omits "
    "omitted unable cease ceases ceased unwilling reluctant unlikely forbidden forbade impossible powerless".split()
)
KEPT_FROM = frozenset(
    "far refrain refrains refrained abstain abstains abstained prevent prevents prevented prohibit prohibits "
    "prohibited bar bars barred kept way".split()
)
_TOO_MUCH = frozenset("too exaggeration overstatement hyperbole stretch unfair unreasonable unjust wrong amiss".split())
"""What it is not to say something, where one says it."""
_TWO_WORDS = frozenset(
    {
        *(("anything", "but"), ("rather", "than"), ("instead", "of"), ("short", "of"), ("other", "than")),
        *(("apart", "from"), ("aside", "from"), ("except", "for"), ("save", "for"), ("but", "for")),
    }
)
"""Two words that deny what follows them."""
SUBJECT = 6
"""Words of a subject and its verb: "the new surgeon was"."""
_THINKING = frozenset(
    "say says said saying think thinks thought thinking believe believes believed believing suppose supposes supposed "
    "claim claims claimed claiming pretend pretends pretended pretending imagine imagines imagined guess".split()
)
"""Verbs of saying that need no "that"."""
_CONTRACTED = waiting(r"(?:i|he|she|it|we|you|they|there|this|that|who)'(?:s|re|m|ll|ve|d)")
_SOME_LITTLE = frozenset(
    "a an the first last next past another one two dear poor nice his her its their our my".split()
)
"""Words before "little" and "few" that make something of them."""
_SMALL_ONES = frozenset(
    "boy girl child children man men woman women people girl brother sister town house ones".split()
)
_IMPERSONAL = frozenset("it there this you".split())
_SUBJECTS = frozenset("the a an this these those his her its our their my your".split())
_NO_SUBJECT = frozenset("that who which whom whose what of in on at by to from for with and or".split())
BESIDE = 3
"""Words: how far from the quoted words a "not" that governs them stands."""


def _is_subject(words: Words, index: int, at: int) -> bool:
    """Whether word `index` is the "member" of "no member shall …", with the verb at word `at`."""
    if index == 0 or at >= len(words):
        return False
    return words.keys[index - 1] in DETERMINERS and lexicon.is_finite(words.keys[at])


def governor(words: Words, at: int, low: int = 0) -> int | None:
    """The word from `low` on that denies what begins at word `at`, a few words before it in its clause; else None."""
    if 0 < at < len(words) and words.keys[at] == "to" and at > low and words.keys[at - 1] in REFUSING:
        return at - 1
    for index in range(at - 1, max(low, at - BESIDE) - 1, -1):
        key, before = words.keys[index], words.keys[index - 1] if index > low else ""
        if ends(PAUSE, words, index):
            return None
        if key == "of" and before in NOBODY:
            return index - 1
        if before in ("no", "not") and (key == "one" or key in NO_TIME):
            return index - 1
        if (before, key) in _TWO_WORDS or before in {"to": REFUSING, "from": KEPT_FROM}.get(key, ()):
            return index - 1
        if key in _LINKS:
            return None
        if index == at - 1 and _is_hardly_any(key, before, words.keys[at]):
            return index
        if lexicon.is_negation(key):
            # Of "not only" the "not" alone is hidden, or the whole.
            return None if words.keys[index + 1] in _PARTLY and index + 1 < at else index
        if not (_is_subject(words, index, at) or key in SLIGHT or key.endswith("ly")):
            return None
    return None


def _is_hardly_any(key: str, before: str, behind: str) -> bool:
    """Whether a word says that there is next to nothing of what follows: "little evidence", and no "little houses"."""
    if before in _SOME_LITTLE or before in DETERMINERS:
        return False
    if key == "little":
        return not behind.endswith("s") and behind not in _SMALL_ONES and not lexicon.is_finite(behind)
    return key == "scant" or (key == "few" and behind.endswith("s"))


def denial(words: Words, at: int, low: int = 0) -> int | None:
    """The first word of what denies the clause at word `at`: "no one believes that"; None if nothing does.

    Two denials affirm: "nobody doubts that", "it should not be forgotten that".
    """
    behind = _claiming(words, at, low)
    if behind is None:
        return None
    first, count = None, 0
    for index in range(behind, max(low, behind - CLAUSE) - 1, -1):
        key = words.keys[index]
        if (index < behind and ends(PAUSE, words, index)) or key in SUBORDINATE:
            break
        if _affirms(words, index, behind):
            return None
        few = key in ("few", "little") and index > 0 and words.keys[index - 1] == "a"
        if (lexicon.is_negation(key) or key in lexicon.DENIALS) and not few:
            first, count = index, count + 1
    return first if count % 2 else None


def _claiming(words: Words, at: int, low: int) -> int | None:
    """The verb of claiming or denying that governs the clause at word `at`, from word `low` on; None if none does."""
    if at - 2 < low or at >= len(words) or ends(PAUSE, words, at - 1):
        return None
    if words.keys[at - 1] == "that" and words.keys[at] not in lexicon.MODALS:
        behind = _before_tag(words, at - 2)
        if behind == at - 2 and ends(PAUSE, words, behind):
            if not _is_set_off(words, at):
                return None
            behind = next((i for i in range(behind - 1, max(-1, at - 2 - TAG), -1) if ends(_ASIDE, words, i)), behind)
        behind = sayer(words, behind)
    elif words.keys[at] in lexicon.SPEAKERS or (words.keys[at - 1] in _THINKING and _is_clause(words, at)):
        behind = at - 1
    else:
        return None
    head = words.keys[behind]
    return behind if head in lexicon.CLAIMS or head in lexicon.DENIALS or head in _THINKING else None


def _affirms(words: Words, index: int, verb: int) -> bool:
    """Whether word `index` before a verb of claiming denies nothing of what is claimed.

    "They said not only that", "no one more firmly believes that", "it is not too much to say that".
    """
    key, behind = words.keys[index], words.keys[index + 1]
    if key in ("not", "cannot") and behind in lexicon.MERELY:
        return True
    if key == "more" and behind.endswith("ly") and words.keys[index - 1] not in ("no", "any"):
        return True
    return key in ("not", "no") and words.keys[verb - 1] == "to" and not _TOO_MUCH.isdisjoint(words.keys[index:verb])


def _is_clause(words: Words, at: int) -> bool:
    """Whether a clause with a subject of its own begins at word `at`: "it's the best", "the court erred"."""
    key = words.keys[at]
    if _CONTRACTED.fullmatch(key):
        return True
    if key in _IMPERSONAL:
        return at + 1 < len(words) and lexicon.is_finite(words.keys[at + 1])
    if key not in _SUBJECTS:
        return False
    for index in range(at + 1, min(len(words), at + SUBJECT)):
        if ends(PAUSE, words, index - 1) or words.keys[index] in _NO_SUBJECT:
            return False
        if words.keys[index] in lexicon.COPULAS or words.keys[index] in lexicon.MODALS:
            return True
    return False


def _is_set_off(words: Words, at: int) -> bool:
    """Whether the "that" before word `at` begins a clause for all the comma before it: "I do not say, that they …"."""
    comma = words.text[words.ends[at - 2] : words.starts[at - 1]].strip() == ","
    return comma and words.keys[at] not in lexicon.COPULAS


def sayer(words: Words, at: int) -> int:
    """The verb of saying with which a "that" behind word `at` goes: before a phrase, "denied on Tuesday"; else `at`."""
    head = words.keys[at]
    # "barred from deciding that question" has no clause behind it.
    if head in lexicon.CLAIMS or head in lexicon.DENIALS or head.endswith("ing") or lexicon.is_finite(head):
        return at
    for index in range(at - 1, max(0, at - PHRASE), -1):
        if ends(PAUSE, words, index):
            break
        if words.keys[index] in _OCCASION and lexicon.is_saying(words.keys[index - 1]):
            return index - 1
    return at


def _before_tag(words: Words, at: int) -> int:
    """The word before "he said" where speech is broken off by it: `I am not sure,” he said, “that …`; else `at`."""
    tag = _TAG.search(words.text, words.starts[max(0, at - TAG)], words.starts[at + 1])
    if tag is None or lexicon.REPORTING.isdisjoint(words.keys[max(0, at - TAG) : at + 1]):
        return at
    return next((i for i in range(at, max(-1, at - TAG - 1), -1) if words.ends[i] <= tag.start()), at)
