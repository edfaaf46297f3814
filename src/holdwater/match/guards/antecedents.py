"""A bracket that names another person than the pronoun or the name means for which it stands.

    source     Her rival, Tom Kessel, is unconvinced. He argues that …       The Prime Minister told me …
    quotation  [Cardoza] argues that …                                       [The Minister of Finance] told me …

Whom a pronoun means cannot always be told, and where it cannot, nothing is called. It is plain in three cases: the
person in the bracket is of the other sex; the pronoun opens a sentence, and the one before has another person for its
subject and does not name the bracket's; or the bracket's person is named only afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from holdwater.match import lexicon
from holdwater.match.guards.clauses import STOP
from holdwater.match.guards.genders import AROUND, GIVEN, MEN, WOMEN, gender_in, gender_of
from holdwater.match.names import is_name
from holdwater.match.opposites import are_opposite
from holdwater.match.words import Words
from holdwater.patterns import waiting

SENTENCES = 1_200
"""Characters before a pronoun in which the sentences stand that it may take up."""
CHAIN = 4
"""Sentences that begin with the same pronoun, one behind the other."""
SUBJECT = 14
"""Words of a sentence in which its subject stands."""
ALIAS = 30
"""Characters between two names of one person: "Ulyanov, known as Lenin"."""

_HE, _SHE = frozenset("he him his himself".split()), frozenset("she her hers herself".split())
_PERSONAL = _HE | _SHE
_THIRD = _PERSONAL | frozenset("they them their it its".split())
_TITLES = frozenset(
    "dr prof professor captain capt colonel col major general gen lieutenant lt sergeant admiral judge justice senator "
    "sen president governor gov rev reverend father brother sister count countess alderman councillor driver "
    "constable inspector rabbi dean canon".split()
)
_ALL_TITLES = _TITLES | MEN | WOMEN
_OFFICES = lexicon.OFFICES | frozenset(
    "president governor mayor bishop archbishop king queen premier chancellor ambassador consul treasurer registrar "
    "director dean inspector commander marshal admiral sheriff provost bailiff engineer architect "
    "constable recorder warden steward master rector vicar curate coroner magistrate auditor prefect sultan shah emir "
    "vizier emperor tsar kaiser duke earl count".split()
)
_UNDER = frozenset("deputy vice assistant under former acting".split())
"""What makes of an office another one."""
_BEFORE_A_SUBJECT = frozenset("that and but when because if whether while as so then yet though although".split())
_PREPOSITIONS = frozenset("of in on at by to from for with under about against near beside between".split())
_NAME = waiting(r"[A-Z][\w’'-]*")
_WORD = waiting(r"[^\W\d_][\w’'-]*")
_LABEL = waiting(r"\A[“\"]?(?:[A-Z][\w.'’()-]*\s?){1,6}:")
_OPENING = waiting(r"[\s“\"‘'(—-]*(?:(?:But|And|Yet|So|Then|Now|Again|Here|Still),?\s+)?[“\"‘'(]?\Z")
_SLIGHT = frozenset("the and who was had has with for from that his her then now".split())
_SPOKEN = waiting(r":\s*[“\"]\s?(?=\w)")
_ADDING = frozenset("but and yet so then now".split())
_THINGS = frozenset("it this there that".split())
_OBJECTS = {"he": "him", "him": "he"}
_CALLED = waiting(r"\(|\b(?:alias|known|called|born|named|or|is|was|then|later|now|née|pseudonym)\b")


class Named(NamedTuple):
    """A person's name: its capital words in lower case, without titles; and whether they are a he or a she."""

    names: tuple[str, ...]
    gender: str
    titled: bool = False

    @property
    def surname(self) -> str:
        """The last of the names, with its capital."""
        return self.names[-1]


def misnamed(inside: str, words: Words, start: int, end: int, *, opens: bool) -> bool:
    """Whether a bracket names another person than the source does where it stands.

    Args:
        inside: what is in the bracket.
        words: the source.
        start: the first word that the bracket stands for.
        end: the word behind the last one; the same where it stands for none.
        opens: whether it opens the quotation, so that it may stand for words before `start`.
    """
    at = end - 1
    if at < 0 or end - start > SUBJECT or not inside or inside[0].isdigit():
        return False
    if words.keys[at] in _THIRD and end - start <= 1:
        return _is_other_than_meant(inside, words, at)
    return inside[0].isupper() and (opens or end > start) and _is_other_name(inside, words, start, end, opens=opens)


def _is_other_than_meant(inside: str, words: Words, at: int) -> bool:
    """Whether the pronoun at word `at` cannot mean the person in the bracket."""
    pronoun = words.keys[at]
    person = _named(inside)
    gender = _gender(inside, person, words, at)
    if pronoun in _PERSONAL and gender and (gender == "he") != (pronoun in _HE):
        return True
    opening = _sentence(words.text, words.starts[at])
    lead = words.text[opening : words.starts[at]]
    if person is None:
        opens = _OPENING.fullmatch(lead) is not None
        return opens and " " in inside and inside[0] != "[" and _is_opposite_party(inside, words.text, opening)
    if pronoun not in _PERSONAL:
        return False
    if not _OPENING.fullmatch(lead):
        opener = _WORD.search(lead)
        again = opener is not None and opener.group().lower() == pronoun
        subject = (
            _last_subject(words.text, opening, pronoun)
            if again
            else _subject(lead, words.text, pronoun, words.starts[at])
        )
        return subject is not None and _is_named_later(person, subject, words, at)
    return _is_of_another(person, words, at, opening)


def _gender(inside: str, person: Named | None, words: Words, at: int) -> str:
    """Whether a bracket's person is a he or a she, as it says or the source does elsewhere."""
    if person is not None:
        return person.gender or gender_in(words.text, person.surname, words.starts[at])
    keys = [word.lower().replace("’", "'") for word in _WORD.findall(inside)]
    if len(keys) < 2 or keys[0] not in ("the", "my", "his", "her", "our", "their", "your", "a", "an"):
        return ""
    head = next((i for i, key in enumerate(keys) if key in ("of", "who", "whom", "in", "from", "at", "to")), len(keys))
    return gender_of(keys[head - 1 : head])


def _named(inside: str) -> Named | None:
    """The name that a bracket is; None if it is anything else."""
    found = [word.replace("’", "'").removesuffix("'s").removesuffix("'") for word in _WORD.findall(inside)]
    if not 0 < len(found) <= 5 or any(mark in inside for mark in ",;:/()"):
        return None
    if not all(word[0].isupper() or word in ("de", "van", "von", "der", "la", "du") for word in found):
        return None
    keys = [word.lower() for word in found]
    names = tuple(word for word, key in zip(found, keys, strict=True) if key not in _ALL_TITLES and len(word) > 1)
    if not names or keys[0] in lexicon.OPENERS | lexicon.PRONOUNS or not _OFFICES.isdisjoint(keys[len(keys) - 1 :]):
        return None
    if names[-1].isupper() or keys[0] in ("what", "who"):
        return None
    return Named(names, gender_of(keys), keys[0] in _ALL_TITLES)


def _is_of_another(person: Named, words: Words, at: int, opening: int) -> bool:
    """Whether the pronoun at word `at`, which opens the sentence at character `opening`, takes up another person."""
    # Behind "His teacher, Anton Bruckner, was kind", a "he" may be either; but a "he says" is the one just named.
    says = any(map(lexicon.is_saying, words.keys[at + 1 : at + 3]))
    unless = set(person.names) if says else {*person.names, *(("His",) if words.keys[at] in _HE else ("Her",))}
    subject = _last_subject(words.text, opening, words.keys[at], unless)
    return subject is not None and _are_others(person, subject, words.text, opening)


def _last_subject(text: str, opening: int, pronoun: str, unless: Collection[str] = ()) -> Named | None:
    """Whom a pronoun takes up that opens the sentence at character `opening`; None where that is not plain.

    Args:
        text: the source.
        opening: where the sentence begins.
        pronoun: he or she, or a form of them.
        unless: words; a sentence on the way that has one of them may speak of somebody else.
    """
    for _ in range(CHAIN):
        if _begins_a_paragraph(text, opening):
            return None
        behind, opening = opening, _sentence(text, opening - 1)
        said = text[opening:behind]
        if _LABEL.match(said) or not _bare(said).isdisjoint(unless):
            return None
        spoken = [mark.end() for mark in _SPOKEN.finditer(said)]
        said = said[spoken[-1] :] if spoken else said
        keys = [word.lower() for word in _WORD.findall(said)]
        first = next((key for key in keys if key not in _ADDING), "")
        # "She nursed him. He …": the sentence speaks of one more man than it names.
        if first not in (pronoun, *_THINGS):
            return None if {pronoun, _OBJECTS.get(pronoun)} & {*keys} else _subject(said, text, pronoun, opening)
        if first in _THINGS and any(one.group()[0].isupper() for one in list(_WORD.finditer(said))[1:]):
            return None
    return None


def _subject(said: str, text: str, pronoun: str, at: int) -> Named | None:
    """The one person named in a sentence before its verb, if a "he" or "she" may mean them."""
    sex = "he" if pronoun in _HE else "she"
    found = list(_WORD.finditer(said))[:SUBJECT]
    index = 0
    while index < len(found):
        word = found[index].group()
        if word[0].islower() and (lexicon.is_finite(word) or (lexicon.is_present(word) and word.endswith("s"))):
            return None
        run = index
        while run < len(found) and _is_part_of_a_name(said, found, index, run):
            run += 1
        if run > index:
            before = found[index - 1].group().lower() if index else ""
            person = _named(" ".join(one.group() for one in found[index:run]))
            possessive = found[run - 1].group().endswith(("'s", "’s"))
            if person and before not in _PREPOSITIONS and not possessive and _is_person(person, text, at):
                gender = person.gender or gender_in(text, person.surname, at)
                return person if gender in ("", sex) else None
        index = max(run, index + 1)
    return None


def _is_part_of_a_name(said: str, found: list[re.Match[str]], first: int, index: int) -> bool:
    """Whether a word goes on with the capital words from `first` on: Mr. Aldous J. Wray."""
    word = found[index].group()
    if not word[0].isupper() or word.lower() in lexicon.OPENERS | lexicon.PRONOUNS | _PREPOSITIONS:
        return False
    if index == first:
        return True
    gap = said[found[index - 1].end() : found[index].start()]
    return gap.strip(" \n\u00a0") in ("", ".")


def _is_person(person: Named, text: str, at: int) -> bool:
    """Whether a name is a person's: it has a title or a given name, here or elsewhere in the source."""
    if person.titled or person.names[0].lower() in GIVEN:
        return True
    return len(person.names) == 1 and bool(gender_in(text, person.surname, at) or _has_title(person.surname, text, at))


def _has_title(surname: str, text: str, at: int) -> bool:
    low, high = max(0, at - AROUND), at + AROUND
    before = re.compile(rf"\b([A-Z][a-z]+)\.?\s+(?:[A-Z]\.\s+)?{re.escape(surname)}\b")
    return any(match[1].lower() in _TITLES for match in before.finditer(text, low, high))


def _is_named_later(person: Named, subject: Named, words: Words, at: int) -> bool:
    """Whether the bracket's person is named only behind word `at`, and so is not the one meant there."""
    here, text = words.starts[at], words.text
    first = re.search(rf"\b{re.escape(person.surname)}\b", text)
    stop = STOP.search(text, here)
    return (
        first is not None and stop is not None and first.start() > stop.end() and _are_others(person, subject, text, at)
    )


def _are_others(one: Named, other: Named, text: str, at: int) -> bool:
    """Whether two names are those of two persons, both of whom the source knows."""
    mine, theirs = {name.lower() for name in one.names}, {name.lower() for name in other.names}
    if mine & theirs:
        return False
    # "Jane" may be "Miss Austen".
    if mine <= GIVEN and not theirs & GIVEN:
        return False
    low, high = max(0, at - AROUND), at + AROUND
    known = re.search(rf"\b{re.escape(one.surname)}\b", text[low:high])
    if known is None:
        return bool(theirs & GIVEN) and len(theirs) > 1
    return not (_are_one(one.surname, other.surname, text[low:high]) or _is_described(one.surname, text, at))


def _is_described(surname: str, text: str, at: int) -> bool:
    """Whether somebody named only behind `at` is spoken of before by what he is: the clerk … Rowe, the clerk."""
    if re.search(rf"\b{re.escape(surname)}\b", text[:at]):
        return False
    said = text[max(0, at - SENTENCES) : at]
    beside = re.compile(
        rf"\b{re.escape(surname)}\b,\s+(?:the|an?|his|her)\s+((?:[a-z-]+\s?){{1,4}})|"
        rf"\bthe\s+([a-z-]+),?\s+(?:[A-Z][\w.'’-]*\s+){{0,3}}{re.escape(surname)}\b"
    )
    nouns = {word for match in beside.finditer(text) for word in (match[1] or match[2]).split()}
    return any(len(noun) > 2 and re.search(rf"\b{re.escape(noun)}\b", said) for noun in nouns - _SLIGHT)


def _are_one(one: str, other: str, text: str) -> bool:
    """Whether a source says of two names that they are one person's: "Ulyanov, known as Lenin", "Ulyanov (Lenin)"."""
    for first, second in ((one, other), (other, one)):
        beside = re.compile(rf"\b{re.escape(first)}\b([^.;]{{1,{ALIAS}}}?)\b{re.escape(second)}\b")
        if any(_CALLED.search(match[1]) for match in beside.finditer(text)):
            return True
    return False


def _is_opposite_party(inside: str, text: str, opening: int) -> bool:
    """Whether a pronoun's last subject is the other one of a pair: "the landlord … He" for "[the tenant]"."""
    if _begins_a_paragraph(text, opening):
        return False
    party = _WORD.findall(inside.lower())[-1]
    said = [word.lower() for word in _WORD.findall(text[_sentence(text, opening - 1) : opening])]
    verb = next((i for i, key in enumerate(said) if lexicon.is_finite(key)), 0)
    subject = said[:verb][:4]
    return party not in said and party in _bare(text) and any(are_opposite(party, key) for key in subject)


def _is_other_name(inside: str, words: Words, start: int, end: int, *, opens: bool) -> bool:
    """Whether a bracket puts a name for another's, or an office for another one."""
    low = _phrase(words, start, end) if opens else start
    if low >= end or (start == end and not _begins(words, low)):
        return False
    theirs = words.text[words.starts[low] : words.ends[end - 1]]
    person, other = _named(inside), _named(theirs)
    if person is None or other is None:
        return person is other and _is_other_office(inside, theirs, words.text)
    if person.gender and other.gender and person.gender != other.gender:
        return True
    at = words.starts[low]
    known = person.surname in words.text and _is_person(other, words.text, at)
    known = known or (_is_proper(person.surname, words.text, at) and is_name(words, low))
    return known and _are_others(person, other, words.text, at)


def _is_proper(name: str, text: str, at: int) -> bool:
    """Whether a word stands in the source as a name: with a capital amid a sentence, and never without."""
    near = text[max(0, at - AROUND) : at + AROUND]
    inside = re.search(rf"[a-z,;][ \n]{re.escape(name)}\b", near)
    return inside is not None and re.search(rf"\b{re.escape(name.lower())}\b", near) is None


def _is_other_office(inside: str, theirs: str, text: str) -> bool:
    """Whether two offices have each what the other has not: the Prime Minister, the Minister of Finance."""
    mine, kept = (
        {word.lower() for word in _WORD.findall(one) if word[0].isupper()} - {"the"} for one in (inside, theirs)
    )
    if _OFFICES.isdisjoint(mine) or _OFFICES.isdisjoint(kept):
        return False
    core = re.sub(r"\A[Tt]he\s+", "", inside)
    if core not in text:
        return False
    if (mine - kept) & _UNDER:
        return True
    # The Minister may be the Chancellor of the Exchequer, and a Foreign Secretary is a Secretary of State.
    qualified = len(mine) > 1 and len(kept) > 1 and "state" not in mine | kept
    return qualified and bool(mine - kept) and bool(kept - mine)


def _phrase(words: Words, start: int, end: int) -> int:
    """The first of the capital words that lead up to `end`: "The Prime Minister"."""
    low = start
    while low > max(0, end - SUBJECT):
        raw = words.text[words.starts[low - 1] : words.ends[low - 1]]
        gap = words.text[words.ends[low - 1] : words.starts[low]].strip() if low < len(words) else ""
        if gap and not (gap == "." and low < end and raw.lower() in _ALL_TITLES):
            break
        if not raw[0].isupper() and raw.lower() not in ("of", "the"):
            break
        low -= 1
    return low


def _begins(words: Words, low: int) -> bool:
    """Whether word `low` begins a clause, so that its phrase is a subject."""
    if low == 0 or _OPENING.fullmatch(words.text[_sentence(words.text, words.starts[low]) : words.starts[low]]):
        return True
    return words.keys[low - 1] in _BEFORE_A_SUBJECT


def _sentence(text: str, at: int) -> int:
    """Where the sentence around character `at` begins."""
    low = max(0, at - SENTENCES)
    last = low
    for match in STOP.finditer(text, low, at + 2):
        if match.end() > at:
            break
        last = match.end()
    while last < at and text[last].isspace():
        last += 1
    return last


def _begins_a_paragraph(text: str, at: int) -> bool:
    """Whether a paragraph, or the text, begins at character `at`."""
    before = text[max(0, at - 20) : at]
    return at == 0 or before[len(before.rstrip()) :].count("\n") > 1


def _bare(text: str) -> frozenset[str]:
    """The words of a stretch as they stand, without their possessive."""
    return frozenset(word.replace("’", "'").removesuffix("'s") for word in _WORD.findall(text))
