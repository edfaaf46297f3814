"""What the right half of a quotation hung on before an ellipsis hid it, where the left half now seems to hold it.

    source     Infants of 3 kg received 50 mg; smaller ones received 25 mg.    You will never sing, but you may write.
    quotation  Infants of 3 kg received … 25 mg.                               You will … write.

The last word before the ellipsis and the last one hidden are looked at: where both wait for the same kind of word, what
follows belonged to the hidden one.
"""

from __future__ import annotations

from collections.abc import Sequence

from holdwater.match import lexicon
from holdwater.match.guards.breaks import has, paused
from holdwater.match.guards.voices import ANOTHER, is_aside, parallel, turned_about
from holdwater.match.model import Change
from holdwater.match.quoted import Element
from holdwater.match.words import Words
from holdwater.patterns import waiting

CLAUSE = 8
"""Words of a subject whose verb is that of the clause before: "those aged 6 to 12 years"."""
PARTY = 4
"""Words of "whom my mother", and before a number in which its own number stands."""

_STOP = waiting(r"[.!?](?!\d)|\n\s*\n")
_THAT_OF = waiting(r"\b(?:and|while) (?:that|those) (?:of|for|in|on|at|from)\b")
_ALTERNATIVE = waiting(r"[,;]\s*")
_BRACKETED = waiting(r"[()—]|\s[-–]{1,2}\s|--")
_MEASURES = frozenset("above below over under from to by of in within after before than least most exceeding".split())
"""Words that a number completes."""
_LINKING = frozenset("of in with for on at by to from among after before under over during between since until".split())
_QUALIFYING = _LINKING | frozenset("once when if where while without unless provided".split())
_AND = frozenset("and or but".split())
_NO_CONDITION = frozenset("any anything anyone ever at not so only indeed you i we need necessary possible".split())
"""Words behind which an "if" only hedges: "if any", "if not", "if I may"."""
_CONCEDED = frozenset("one so such that".split())
_PLEASED = frozenset("fit please pleases pleased wish wishes like likes choose chooses desires".split())
"""Words by which an "if" leaves it to whoever acts: "if he thinks fit"."""
_SO_FAR = ("so far as", "in so far", "insofar as", "to the extent")
_CLAIMING = frozenset(
    "claim claims claimed allege alleges alleged argue argues argued contend contends contended boast boasts boasted "
    "pretend pretends pretended insist insists insisted maintain maintains maintained assert asserts asserted".split()
)
_ELSE = frozenset("otherwise else".split())
_CONDITIONS = frozenset("if unless where when".split())
_TAKING_SIDES = frozenset(
    "recommend recommends recommended advise advises advised argue argues argued vote votes voted decide decides "
    "decided rule rules ruled counsel counselled speak speaks spoke testify testified".split()
)
"""Verbs that say the opposite with and without an "against"."""
_COMPARING = frozenset("more less fewer rather other better worse".split())
_SHARING = frozenset("than a an the of others rest other only just nearly almost about all most under over".split())
_SLIGHT = frozenset("the a an to of in on at by for from with as is are was were be been also then not it they".split())
_ARTICLES = frozenset("a an the his her its their no".split())
_COUNTING = frozenset("only just but some about nearly almost at least most".split())


def mended(words: Words, start: int, end: int, left: Sequence[Element], right: Sequence[Element]) -> Change | None:
    """What the halves say together that the source says of neither; None if nothing.

    Args:
        words: the source.
        start: the word after the left segment's last.
        end: the right segment's first word.
        left: the elements of the left segment.
        right: the elements of the right segment.
    """
    if not 0 < start < end < len(words):
        return None
    found = _by_a_word(words, start, end) or _by_a_number(words, start, end)
    if found:
        return found
    if is_hearsay(words, start, end) or _is_object(words, start, end) or _is_other_share(words, start, end):
        return Change.NAME
    if _is_adrift(words, start, end) or _is_gapped_object(words, start, end) or _is_theirs(words, start, end):
        return Change.ORDER
    if len(right) <= PARTY and _opens_another(words, end, end + len(right)):
        return Change.ORDER
    return _slid(words, start, end, [element.key for element in left])


def _by_a_word(words: Words, start: int, end: int) -> Change | None:
    """What the words that meet at the ellipsis tell by themselves."""
    before, last, opening = words.keys[start - 1], words.keys[end - 1], words.keys[end]
    if before != last and before in lexicon.MODALS and last in lexicon.MODALS:
        return Change.MODAL
    if last == "against" and before in _TAKING_SIDES:
        return Change.OPPOSITE
    if "than" in words.keys[end + 1 : end + 2 * PARTY] and _is_compared(words, end):
        return Change.OMISSION
    if opening in _ELSE and not _CONDITIONS.isdisjoint(words.keys[start:end]):
        return Change.CONJUNCTION
    if opening == "that" and words.text[words.starts[end]] == "t" and _is_taken_up(words, start, end):
        return Change.OMISSION
    return None


def _by_a_number(words: Words, start: int, end: int) -> Change | None:
    """A number where another one is hidden, or what is said of one that is hidden."""
    if lexicon.is_number(words.keys[end]):
        return Change.NUMBER if _is_other_number(words, start, end) else None
    other = _is_alternative(words, start, end) or _is_of_the_other(words, start, end)
    return Change.NUMBER if other else None


def conditional(words: Words, start: int, end: int) -> bool:
    """Whether source words start..end are an aside with the condition of what is quoted: "The link[, if real,] is"."""
    if end - start < 2 or end >= len(words) or not (is_aside(words, start, end) or _is_bracketed(words, start, end)):
        return False
    if words.keys[start] != "if":
        opening = " ".join(words.keys[start : start + 3])
        return opening.startswith(_SO_FAR) and lexicon.OURSELVES.isdisjoint(words.keys[start:end])
    hedged = words.keys[start + 1] in _NO_CONDITION or not _PLEASED.isdisjoint(words.keys[start:end])
    return not hedged and not has(_STOP, words, start + 1, end)


def _is_bracketed(words: Words, start: int, end: int) -> bool:
    """Whether source words start..end are all that stands between two brackets or dashes: "(if it is real)"."""
    conceded = words.keys[start + 1] == "one" or words.keys[end - 1] in _CONCEDED  # "(if it was one)"
    if conceded or words.keys[start - 1] in lexicon.MODALS:
        return False
    opened, closed = _BRACKETED.search(_between(words, start)), _BRACKETED.search(_between(words, end))
    return opened is not None and closed is not None


def is_hearsay(words: Words, start: int, end: int) -> bool:
    """Whether source words start..end are an aside that puts the sentence in another's mouth: ", it is alleged,"."""
    if end >= len(words) or end - start > CLAUSE or not is_aside(words, start, end):
        return False
    hidden = words.keys[start:end]
    if hidden[0] == "as" or not lexicon.OURSELVES.isdisjoint(hidden):
        return False
    rumoured = hidden[0] == "it" and hidden[-1] in lexicon.RUMOURED
    return rumoured or hidden[-1] in _CLAIMING


def _slid(words: Words, start: int, end: int, left: list[str]) -> Change | None:
    """What the halves do if the word that stands before the ellipsis and at the end of what is hidden is the latter."""
    if start < 2 or len(left) < 2 or words.keys[start - 1] != words.keys[end - 1] or left[-1] != words.keys[start - 1]:
        return None
    if words.text[words.starts[end - 1]].isupper() and has(_STOP, words, end - 1, end - 1):
        # A sentence begins with it.
        return None
    if turned_about(words, start - 1, end - 1, left[:-1]):
        return Change.OPPOSITE
    if _is_of_the_other(words, start - 1, end - 1):
        return Change.NUMBER
    if _is_of_another(words, start, end):
        return Change.ORDER
    return Change.ORDER if parallel(words, start - 1, end - 1, left[:-1]) else None


def _is_taken_up(words: Words, start: int, end: int) -> bool:
    """Whether a verb of saying takes up a "that …" which in the source hangs on a verb of another sentence."""
    says = lexicon.CLAIMS | lexicon.REPORTING | lexicon.SAYING
    return words.keys[start - 1] in says and has(_STOP, words, start, end)


def _is_other_number(words: Words, start: int, end: int) -> bool:
    """Whether the right half's number is another's than the one that the left half waits for, which is hidden."""
    if not any(map(lexicon.is_number, words.keys[start:end])):
        return False
    before, last = words.keys[start - 1], words.keys[end - 1]
    if not words.text[words.starts[start - 1]].islower():
        return False
    if _is_range(words.keys[start - 1 : end]):
        return True
    if last == "others" or (_takes_a_number(before) and _THAT_OF.search(" ".join(words.keys[start:end]))):
        return True
    if _takes_a_number(before) and _is_gapped(words, start, end):
        return True
    if not (_takes_a_number(before) and _takes_a_number(last)) or paused(words, end):
        return False
    another = ANOTHER.search(words.text, words.ends[start - 1], words.starts[end - 1]) is not None
    return another if before == last else True


def _is_range(hidden: list[str]) -> bool:
    """Whether the hidden words are the lower end of a range: "sway by [between 120 and] 300 mm"."""
    if hidden[-1] not in ("and", "to") or not any(map(lexicon.is_number, hidden[-1 - PARTY : -1])):
        return False
    return not {"between", "from"}.isdisjoint(hidden)


def _takes_a_number(key: str) -> bool:
    finite = lexicon.is_finite(key) and key not in lexicon.MODALS
    return key in _MEASURES or finite or lexicon.is_present(key)


def _is_gapped(words: Words, start: int, end: int) -> bool:
    """Whether a subject without a verb is hidden right before a number: "…; those aged 6 to 12 years, 300 mg"."""
    if "," not in _between(words, end) or lexicon.is_number(words.keys[end - 1]):
        return False
    for index in range(end - 1, max(start, end - CLAUSE) - 1, -1):
        if index > start and ";" in _between(words, index):
            return True
        if words.keys[index] in lexicon.COPULAS or words.keys[index] in lexicon.MODALS:
            return False
    return False


def _is_alternative(words: Words, start: int, end: int) -> bool:
    """Whether the right half qualifies a number given as another way to put the left half's, and hidden.

    source     It grew by 3%, or by 1% once prices are counted.
    quotation  It grew by 3% … once prices are counted.
    """
    hidden = words.keys[start:end]
    if hidden[0] not in _AND or words.keys[end] not in _QUALIFYING or len(hidden) < 3:
        return False
    numbers = lexicon.is_number(words.keys[start - 1]) and lexicon.is_number(hidden[-1])
    repeated = hidden[1] in _LINKING and hidden[1] in words.keys[max(0, start - PARTY) : start]
    return numbers and repeated and _ALTERNATIVE.fullmatch(_between(words, start)) is not None


def _is_of_the_other(words: Words, start: int, end: int) -> bool:
    """Whether the right half says of the left half's number what is said of a second one, which is hidden.

    source     Fifteen died of the flux, and only three of their wounds.
    quotation  Fifteen died … of their wounds.
    """
    hidden = words.keys[start:end]
    if words.keys[end] not in _LINKING or hidden[:1] != [words.keys[end]]:
        return False
    if not any(map(lexicon.is_number, words.keys[max(0, start - PARTY) : start])):
        return False
    for index in range(len(hidden) - 1, 0, -1):
        if hidden[index] in _AND:
            party = hidden[index + 1 :]
            return bool(party) and lexicon.is_number(party[-1]) and set(party[:-1]) <= _COUNTING
    return False


def _is_object(words: Words, start: int, end: int) -> bool:
    """Whether the right half's subject is hidden behind a "whom": "a baker [whom my mother] detested"."""
    party = words.keys[max(start, end - PARTY) : end]
    if "whom" not in party[:-1] or paused(words, end):
        return False
    named = party[party.index("whom") + 1 :]
    return lexicon.is_finite(words.keys[end]) and not any(map(lexicon.is_finite, named))


def _between(words: Words, at: int) -> str:
    return words.text[words.ends[at - 1] : words.starts[at]]


def _is_compared(words: Words, end: int) -> bool:
    """Whether the "longer" of a "than" behind word `end` is the last that is hidden."""
    last = words.keys[end - 1]
    if paused(words, end):
        return False
    return last in _COMPARING or (last.endswith("er") and len(last) > PARTY)


def _is_other_share(words: Words, start: int, end: int) -> bool:
    """Whether a share of others is the hidden subject of what follows: "…, and fewer than a tenth own two"."""
    if not (lexicon.is_finite(words.keys[end]) or lexicon.is_present(words.keys[end])):
        return False
    if paused(words, end):
        return False
    for index in range(end - 1, max(start, end - CLAUSE), -1):
        key = words.keys[index]
        if key in _AND:
            return index < end - 1 and _between(words, index).strip() in (",", ";")
        if not (key in lexicon.SHARES or key in _SHARING):
            return False
    return False


def _is_of_another(words: Words, start: int, end: int) -> bool:
    """Whether the word before the ellipsis stands again at the end of what is hidden, behind another head.

    source     He failed to open the door and decided to leave.     It found none in May and several in June.
    quotation  He failed to … leave.                                 It found none in … June.
    """
    last = words.keys[end - 1]
    if last in lexicon.COPULAS or not (last in _MEASURES or last in _LINKING or lexicon.is_finite(last)):
        return False
    if _between(words, end - 1).strip() == ";":
        return True
    shown = set(words.keys[max(0, start - CLAUSE) : start])
    for index in range(end - 2, start, -1):
        if words.keys[index] in _AND or _between(words, index).strip() == ";":
            party = words.keys[index + (words.keys[index] in _AND) : end - 1]
            return bool([key for key in party if key not in shown and key not in _SLIGHT])
        if _between(words, index).strip():
            return False
    return False


def _is_adrift(words: Words, start: int, end: int) -> bool:
    """Whether the right half goes with a second verb, hidden behind a first one that has its own words.

    source     Prices doubled between 1970 and 1980 and halved thereafter.
    quotation  Prices doubled … thereafter.
    """
    verb = words.keys[end - 1]
    if end - start < 3 or words.keys[end - 2] not in _AND or not verb.endswith("ed"):
        return False
    if not words.keys[start - 1].endswith("ed") and words.keys[start - 1] not in lexicon.PASTS:
        return False
    verbs = any(lexicon.is_finite(key) for key in words.keys[start : end - 2])
    return not verbs and not paused(words, end)


def _is_gapped_object(words: Words, start: int, end: int) -> bool:
    """Whether the right half is what a subject without a verb has: "…; those who paid late, a fine"."""
    if not lexicon.is_finite(words.keys[start - 1]) or words.keys[end] not in _ARTICLES:
        return False
    return _is_gapped(words, start, end)


def _is_theirs(words: Words, start: int, end: int) -> bool:
    """Whether the right half completes the last word of a hidden clause that goes on from the left half's.

    source     The dose must never exceed 2 g a day, nor be given for more than a week.
    quotation  The dose must never exceed … a week.
    """
    last = words.keys[end - 1]
    if last == words.keys[start - 1] or paused(words, end):
        return False
    if words.keys[end] == "of" and last.isalpha() and last not in words.keys[max(0, start - CLAUSE) : start]:
        at = next((i for i in range(end - 1, max(start, end - CLAUSE), -1) if ";" in _between(words, i)), None)
        return at is not None
    if last not in _MEASURES or not lexicon.is_finite(words.keys[start - 1]) | lexicon.is_present(
        words.keys[start - 1]
    ):
        return False
    for index in range(end - 2, max(start, end - CLAUSE), -1):
        if words.keys[index] in _AND | {"nor"}:
            return "," in _between(words, index) and any(map(lexicon.is_finite, words.keys[index + 1 : end]))
    return False


def _opens_another(words: Words, end: int, last: int) -> bool:
    """Whether a short right half only begins a clause behind a semicolon, "…; in infants it has not been tested"."""
    if last >= len(words) or words.keys[end] not in _LINKING or _between(words, end).strip() != ";":
        return False
    return not paused(words, last) and not any(map(lexicon.is_finite, words.keys[end:last]))
