"""Which clause the right half of an ellipsis belongs to, where that clause's beginning is hidden.

    source     The landlord, a Methodist, kept order. His rival, Josiah Penn, later admitted it.
    quotation  The landlord … later admitted it.

A fair cut begins and ends at the borders of clauses and phrases, or the hidden clause has the left half's own subject.
A cut that ends inside another clause takes its subject away, or the words by which somebody else says it; where the
left half waits for just such words, they seem to be its own.
"""

from __future__ import annotations

from bisect import bisect_left

from holdwater.match import lexicon
from holdwater.match.guards.breaks import has, stands_before
from holdwater.match.model import Change
from holdwater.match.words import Words
from holdwater.patterns import waiting

SENTENCE = 60
"""Words before an ellipsis in which the left half's sentence begins."""
OBJECT = 4
"""Words of "told the whole chamber" behind its verb."""

STOP = waiting(
    r"[!?;](?=\s)|\n\s*\n"
    r"|(?<!\b[A-Za-z])(?<!\b(?:Mr|Ms|Dr|St|Jr|Sr|Lt|No|Co|Ct|Ed|vs|al))"
    r"(?<!\b(?:Mrs|Gen|Col|Rev|Hon|Sen|Gov|Inc|Ltd|Cir|App))(?<!\b(?:Prof|Capt|Corp|Supp|Stat))"
    r"\.['\"”’)\]]*\s(?=\s*[\"“'‘(\[]?[A-Z])"
)
"""Where a sentence ends: not behind an initial or a title."""
_BREAK = waiting(r"[;:](?=\s)|,\s+(?:and|but|while|whereas)\b")
_COMMA = waiting(r",|\s[-–]\s|—|\(|\)")
GOES_ON = frozenset("and or nor if unless who which whose that when where as having being".split())
"""How what follows a comma goes on with the condition before it."""
DETERMINERS = frozenset("the a an this these those his her its their our my your every each all some any no".split())
PREPOSITIONS = frozenset(
    "of in on at by to from for with under over into onto upon about against between among through during before "
    "after within without toward towards across along around behind beside above below than as like per via".split()
)
_OPENS_A_CLAUSE = frozenset("who which that where when while because although though as if unless whether".split())
_UNFINISHED = frozenset("be been being having".split())
_LINKS = frozenset("and or but nor".split())
_DEGREES = frozenset("very too so more most less least as quite rather such".split())
_SUBJECTS = frozenset("i he she it they we you who which there this".split())
_OPENS_AN_ADVERBIAL = PREPOSITIONS | frozenset(
    "when while where if although though because since unless until once however moreover meanwhile later then".split()
)
_TITLES = frozenset("mr mrs ms miss dr sir lord lady".split())
_PERIODS = frozenset("year years month months week weeks quarter period half".split())
_ADVERBS = frozenset("later then never now also soon still even often already once again always".split())
SAYS = (
    lexicon.REPORTING
    | lexicon.DOUBTFUL
    | lexicon.SAYING
    | frozenset(
        "complain complains complained swore swear swears testified reported fear feared hoped suspected reports "
        "predicted protested objected conceded acknowledged concluded".split()
    )
)


def joins(words: Words, start: int, end: int) -> bool:
    """Whether the word before source word `start` and word `end` may stand side by side in one sentence.

    Where they may not ("clients may … may be", "for … of"), everybody sees that a piece is missing.
    """
    behind = words.keys[end]
    last = next((at for at in range(start - 1, max(0, start - 3), -1) if not _is_adverb(words.keys[at])), start - 1)
    before = words.keys[last]
    if before in lexicon.MODALS or before == "to":
        other = before == "to" and behind in PREPOSITIONS | _LINKS
        return not (behind in lexicon.MODALS or other or (before != "to" and behind[0] == "§"))
    if before in PREPOSITIONS:
        finite = behind in lexicon.MODALS or (behind in lexicon.COPULAS and behind not in ("being", "having"))
        return not (finite or behind in ("of", "to"))
    if before in _DEGREES and before not in ("so", "as", "less", "more", "most"):
        return not is_verb(words, end)
    if before in lexicon.COPULAS:
        return behind not in lexicon.MODALS
    return not (before.endswith("s") and is_verb(words, last) and is_verb(words, end))


def is_verb(words: Words, at: int) -> bool:
    """Whether word `at` looks like a verb of a statement, and not like a noun behind an article."""
    key, before = words.keys[at], words.keys[at - 1] if at else ""
    if key in _UNFINISHED or (key.endswith("ed") and before in DETERMINERS):
        return False
    if lexicon.is_finite(key):
        return True
    return lexicon.is_present(key) and before not in DETERMINERS and before not in PREPOSITIONS


def sentence_of(words: Words, start: int, end: int) -> int | None:
    """The last of the words start..end, both included, with which a new sentence begins; None if none does."""
    ends = [match.end() for match in STOP.finditer(words.text, words.ends[start - 1], words.starts[end] + 1)]
    return bisect_left(words.starts, ends[-1] - 1, start, end) if ends else None


def detached(words: Words, start: int, end: int, shown: int = 0) -> Change | None:
    """What the halves say together if the right one is the rest of a hidden clause that is another's; None if nothing.

    Args:
        words: the source.
        start: the word after the left segment's last.
        end: the right segment's first word.
        shown: the left segment's first word.
    """
    if not 0 < start < end < len(words) or not _goes_on(words, end):
        return None
    begun = sentence_of(words, start, end)
    if begun == end:
        return None
    clause = start if begun is None else begun
    if _is_anothers_word(words, start, clause, end):
        return Change.NAME
    if begun is None:
        return None
    if _is_anothers_deed(words, start, clause, end, shown):
        return Change.NAME
    if words.keys[start - 1] in lexicon.COPULAS | lexicon.MODALS:
        return Change.NAME if _is_in_anothers_mouth(words, clause, end) else None
    return Change.ORDER if _is_of_another_verb(words, start, end) else None


def _goes_on(words: Words, at: int) -> bool:
    """Whether word `at` is written as within a sentence."""
    written = words.text[words.starts[at] : words.ends[at]]
    return written[0].islower() or (written.isupper() and words.keys[at] in lexicon.MODALS)


def _is_anothers_word(words: Words, start: int, clause: int, end: int) -> bool:
    """Whether somebody's "said that" is hidden, and the left half seems to do, or to say, what was said there."""
    that = next((at for at in range(end - 1, clause, -1) if words.keys[at] in ("that", "whether")), None)
    if that is None or has(_COMMA, words, that + 1, end):
        return False
    verb = _verb_of_saying(words, that, clause)
    if verb is None or not (lexicon.OURSELVES | {"us"}).isdisjoint(words.keys[clause:verb]):
        return False
    if that + 1 < end:
        verb_opens = opens_with_verb(words, end) or _agrees(words.keys[end - 1], words.keys[end])
        return verb_opens and is_subject(words, start) and not _is_inside_a_phrase(words, end)
    if sentence_of(words, start, end) is None:
        return False
    if words.keys[start - 1] == words.keys[that]:
        return True
    told = has(_COMMA, words, start, start) or stands_before(STOP, words, start)
    if told and words.keys[verb] in lexicon.DOUBTFUL and is_full_clause(words, end):
        return True
    said = range(start - 1, max(0, start - 1 - OBJECT), -1)
    return any(words.keys[at] in lexicon.REPORTING for at in said) and is_full_clause(words, end)


def _agrees(subject: str, verb: str) -> bool:
    """Whether a plural stands before what can be its verb, whatever word that is: "that otters ruin"."""
    plural = subject.endswith("s") and not subject.endswith(("ss", "us", "is", "'s"))
    known = verb in DETERMINERS | PREPOSITIONS | _LINKS | _SUBJECTS | _OPENS_A_CLAUSE
    return plural and verb.isalpha() and not known and not verb.endswith(("s", "ing", "ly"))


def _verb_of_saying(words: Words, that: int, clause: int) -> int | None:
    """The verb of saying, from word `clause` on, that a "that" goes with; None if there is none."""
    for at in range(that - 1, max(clause, that - 1 - 2 * OBJECT) - 1, -1):
        if words.keys[at] in SAYS or (lexicon.is_saying(words.keys[at]) and at > clause):
            return at
        if lexicon.is_finite(words.keys[at]) or has(STOP, words, at + 1, at + 1):
            return None
    return None


def is_full_clause(words: Words, at: int) -> bool:
    """Whether a subject of its own begins at word `at`."""
    return words.keys[at] in _SUBJECTS or words.keys[at] in DETERMINERS


def _is_anothers_deed(words: Words, start: int, clause: int, end: int, shown: int) -> bool:
    """Whether the right half is a predicate whose subject, another than the left half's, is hidden in its sentence."""
    if not opens_with_verb(words, end) or _is_inside_a_phrase(words, end) or not is_subject(words, start, shown):
        return False
    if _is_participle(words, clause, end):
        return False
    named = _subject(words, clause, end)
    if not named or named[0] in _SUBJECTS or named[-1] in _SUBJECTS or words.keys[end - 1] in _SUBJECTS:
        return False
    own = set(words.keys[clause_start(words, start) : start])
    content = [key for key in named if key not in DETERMINERS and key not in lexicon.OPENERS | _TITLES]
    return not any(key in own for key in content)


def _is_participle(words: Words, clause: int, end: int) -> bool:
    """Whether word `end` tells more of a noun, as its clause has a verb before: "reflect the care | attached to it"."""
    if not words.keys[end].endswith("ed") or has(_COMMA, words, end, end):
        return False
    verbs = [at for at in range(clause, end) if is_verb(words, at)]
    return bool(verbs) and (_LINKS | _OPENS_A_CLAUSE).isdisjoint(words.keys[verbs[-1] : end])


def _subject(words: Words, clause: int, end: int) -> list[str]:
    """The first words of a sentence up to its verb or its first comma, without an adverbial that opens it."""
    at = clause
    while at < end and words.keys[at] in _OPENS_AN_ADVERBIAL:
        behind = next((i for i in range(at + 1, end) if has(_COMMA, words, i, i)), None)
        if behind is None:
            return words.keys[at:end]
        at = behind
    named: list[str] = []
    for index in range(at, end):
        if index > at and (is_verb(words, index) or has(_COMMA, words, index, index)):
            break
        named.append(words.keys[index])
    return named


def opens_with_verb(words: Words, at: int) -> bool:
    """Whether a predicate begins at word `at`: "died", "later admitted", "never came"."""
    for index in range(at, min(at + 3, len(words))):
        if is_verb(words, index):
            return True
        if not _is_adverb(words.keys[index]):
            return False
    return False


def _is_adverb(key: str) -> bool:
    return key.endswith("ly") or lexicon.is_negation(key) or key in _ADVERBS


def _is_inside_a_phrase(words: Words, end: int) -> bool:
    """Whether word `end` goes on with a phrase that the word before it has begun: "the | claim", "to | claim"."""
    before = words.keys[end - 1]
    return before in DETERMINERS or before in PREPOSITIONS or before in lexicon.MODALS | lexicon.COPULAS


def is_subject(words: Words, start: int, shown: int = 0) -> bool:
    """Whether the words before word `start`, of those shown from word `shown` on, are a subject without its verb."""
    low = max(clause_start(words, start), shown)
    last = words.keys[start - 1]
    if not last.isalpha() or last in DETERMINERS - {"this", "these", "those", "all", "each", "some"}:
        return False
    if last in PREPOSITIONS or last in _LINKS:
        return False
    aside, closed = False, has(_COMMA, words, start, start)
    for at in range(low, start):
        if at > low and has(_COMMA, words, at, at):
            aside = not aside and (closed or any(has(_COMMA, words, i, i) for i in range(at + 1, start)))
        if not aside and is_verb(words, at) and not _is_reduced(words, at):
            return False
    return True


def _is_reduced(words: Words, at: int) -> bool:
    """Whether a participle tells more of the noun before it: "the year ended 31 March", "a bridge designed by Voss"."""
    before, behind = words.keys[at - 1], words.keys[at + 1]
    if words.keys[at] in ("ended", "ending"):
        return before in _PERIODS
    return words.keys[at].endswith("ed") and behind == "by" and before not in lexicon.COPULAS


def clause_start(words: Words, start: int) -> int:
    """The first word of the clause that word `start` - 1 stands in."""
    low = max(0, start - SENTENCE)
    last = words.starts[start - 1]
    ends = [match.end() for match in STOP.finditer(words.text, words.starts[low], last + 1)]
    begun = bisect_left(words.starts, ends[-1] - 1, low, start - 1) if ends else low
    breaks = [match.end() for match in _BREAK.finditer(words.text, words.starts[begun], last)]
    return bisect_left(words.starts, breaks[-1], begun, start - 1) if breaks else begun


def _is_of_another_verb(words: Words, start: int, end: int) -> bool:
    """Whether the right half is what a hidden verb is of, and the left half ends with another: "I loved … the mud"."""
    left, hidden = words.keys[start - 1], words.keys[end - 1]
    if left == hidden or words.keys[end] not in DETERMINERS or has(_COMMA, words, end, end):
        return False
    if hidden in lexicon.COPULAS or hidden in lexicon.MODALS:
        return False
    return is_verb(words, start - 1) and is_verb(words, end - 1)


def _is_in_anothers_mouth(words: Words, clause: int, end: int) -> bool:
    """Whether the hidden sentence that the right half ends is somebody else's: "Krall called it | a fraud"."""
    said = words.keys[clause:end]
    # What the court held, or we said, the author says in the author's own name.
    cited = said[0] == "what" or not lexicon.OURSELVES.isdisjoint(said) or any(key[0].isdigit() for key in said)
    return said[0] not in lexicon.PRONOUNS | lexicon.REPORTING and not cited and not lexicon.REPORTING.isdisjoint(said)
