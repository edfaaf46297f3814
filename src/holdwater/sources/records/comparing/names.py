"""Names of people and bodies, and when two of them can be one.

Family names agree with and without diacritics, particles, hyphens and a second surname; given names agree as far as
both give them: an initial with the name it begins, "Bill" with "William", one given name out of several. Another
initial is another person.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from holdwater.patterns import waiting
from holdwater.sources.records.comparing.familiar import FORMS
from holdwater.sources.records.comparing.romanisations import same_chinese, same_sound, slavic_sounds
from holdwater.sources.records.comparing.written import (
    MAX_FIELD,
    plain,
    romanised,
    with_countries,
    without_umlauts,
    words_of,
)

MOST_PEOPLE = 3_000
"""Names of one list that are looked at; the longest known (of particle physics) have some five thousand."""

PARTICLES = frozenset(
    "van von der den dem vom am auf de del della dello dalla dal degli di da dos das do la le lo li los las du des d "
    "el al "
    "as ad bin bint ibn ben abu ould ter ten te zu zur zum und af av of y e i het t op in aan v vd z".split()
)
"""Words before a family name that one list counts to it and another to the given names, or leaves out."""
_SUFFIXES = frozenset("jr sr ii iii iv 2nd 3rd junior senior filho neto phd md dr prof sir lord dame".split())
_BODIES = frozenset(
    "university institute department ministry commission association society council committee organization "
    "organisation agency office bureau foundation board federation alliance union network bank group collaboration "
    "collaborators consortium team company inc ltd corporation centre center government nations parliament court "
    "authority administration service college academy initiative project programme program panel force division trust "
    "fund party press news museum library archive archives church study investigators trial bundesamt ministerium "
    "institut universitat universidad universite ministere "
    "gesellschaft verein verband conseil comite instituto ministerio istituto agencia akademie commissie".split()
)
"""Words that show that a name is not a person's."""
_UMLAUTS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ø": "oe",
        "å": "aa",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "ō": "ou",
        "š": "sh",
        "č": "ch",
        "ž": "zh",
        "ū": "uu",
        "đ": "dj",
    }
)
_ARTICLE = waiting(r"(?:a[ldnrstz]|el|ash|ed|er|es|ez)[\s-]", re.IGNORECASE)
_ABD = waiting(r"^abd[aeu]?[lr]?(?=\w{4})")
_ELIDED = waiting(r"^[dl]['’](?=\w{4})", re.IGNORECASE)
_SAINT = waiting(r"\bst\.?\s+(?=\w)", re.IGNORECASE)
_LONG_VOWEL = waiting(r"(o)[hu](?=[ntkysbhg]\w*[aeiou]$|$)")
"""Japanese names write a long o as "oh", "ou", "ō" or "o"."""
_ROLE = waiting(r"\s*[(\[][^()\[\]]{0,40}[)\]]")
_GLUED = waiting(r"[A-Z]{1,4}")
_SPLIT = waiting(r"[\s.\-‐‑–,]+")


@dataclass(frozen=True)
class Name:
    """One name: its family part and given part as written, or, in `body`, an institution's or group's."""

    family: str
    given: str = ""
    body: str = ""

    @property
    def shown(self) -> str:
        """The name for a person to read."""
        return self.body or f"{self.given} {self.family}".strip()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded words of the family name, particles and suffixes left out unless there is nothing else."""
        all_words = words_of(romanised(self.family).replace("-", " "))
        kept = tuple(word for word in all_words if word not in PARTICLES and word not in _SUFFIXES)
        return kept or all_words

    @cached_property
    def keys(self) -> frozenset[str]:
        """The family name run together, in every way of writing its diacritics, with particles and without."""
        whole = _ELIDED.sub("", _SAINT.sub("saint ", romanised(self.family)))
        spread = plain(whole).lower().translate(_UMLAUTS)
        ways = {"".join(self.words), "".join(words_of(whole)), "".join(words_of(spread))}
        ways.add("".join(word for word in words_of(spread.replace("-", " ")) if word not in PARTICLES | _SUFFIXES))
        ways |= {without_umlauts(way) for way in ways} | {_LONG_VOWEL.sub(r"\1", way) for way in ways}
        if _ARTICLE.match(whole):
            ways |= {f"{article}{''.join(self.words)}" for article in ("al", "el")}
        return frozenset(_ABD.sub("abd", way) for way in ways if way)

    @cached_property
    def givens(self) -> tuple[str, ...]:
        """The given names and initials, folded, in order; "JA" and "J.-A." are two initials."""
        return _givens(self.given, shouted=self.family.isupper())

    @cached_property
    def body_words(self) -> tuple[str, ...]:
        """The folded words of an institution's name."""
        return words_of(with_countries(self.body).replace("-", ""))


def _givens(given: str, shouted: bool) -> tuple[str, ...]:
    found: list[str] = []
    for piece in _SPLIT.split(romanised(plain(given)).replace("’", "'")):
        if _GLUED.fullmatch(piece) and not (len(piece) > 2 and (shouted or len(piece) > 3) and _is_name(piece)):
            found += [char.lower() for char in piece]
        else:
            found += words_of(piece)
    return tuple(word for word in found if word not in _SUFFIXES and (len(word) < 2 or word not in PARTICLES))


def _is_name(piece: str) -> bool:
    """Whether capitals are a name that was shouted, and no row of initials: a vowel stands between other letters."""
    return bool(re.fullmatch(r"[^AEIOUY][AEIOUY][^AEIOUY]+", piece))


def names_of(value: object) -> tuple[Name, ...]:
    """The names in a CSL-JSON list of people; what has no name is left out."""
    if not isinstance(value, list):
        return ()
    found = (_name(one) for one in value[:MOST_PEOPLE] if isinstance(one, Mapping))
    return tuple(name for name in found if name is not None)


def _name(written: Mapping[str, object]) -> Name | None:
    family, given = _part(written, "family"), _part(written, "given")
    particles = " ".join(
        part for key in ("non-dropping-particle", "dropping-particle") if (part := _part(written, key))
    )
    literal = _part(written, "literal") or _part(written, "name")
    if family and not given and _is_body(family):
        return Name("", body=family)
    if family and given and {*words_of(family)} <= _SUFFIXES and " " in given:
        given, _, before = given.rpartition(" ")  # "Filho, Oscar Castanheira": the family name went to the given ones
        family = f"{before} {family}"
    if family:
        return Name(f"{particles} {family}".strip(), given)
    if literal:
        return of_literal(literal)
    return Name(given) if given else None


def _part(written: Mapping[str, object], key: str) -> str:
    value = written.get(key)
    if not isinstance(value, str):
        return ""
    text = unicodedata.normalize("NFC", value[:MAX_FIELD])
    return " ".join((_ROLE.sub("", text) if key != "literal" else text).split())


def of_literal(literal: str) -> Name:
    """A name in one piece: "Doe, Jane", "Doe JA", "Jane van der Doe"; else a body's."""
    words = literal.split()
    own = [word for word in words if word.lower() not in PARTICLES]
    if _is_body(literal) or "(" in literal or len(own) > 4 or len(words) < 2:
        return Name("", body=literal)
    if "," in literal:
        family, _, given = literal.partition(",")
        return Name(family.strip(), given.strip())
    if _GLUED.fullmatch(words[-1].replace(".", "")) and not words[0].isupper():
        return Name(" ".join(words[:-1]), words[-1])
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    return Name(" ".join(words[at:]), " ".join(words[:at]))


def _is_body(text: str) -> bool:
    words = set(words_of(text))
    return (
        bool(words & _BODIES) or bool(words & {"for", "the", "of", "and", "on"}) or any(char.isdigit() for char in text)
    )


def same_person(ours: Name, theirs: Name) -> bool:
    """Whether two names can be one person's (or one body's)."""
    if ours.body or theirs.body:
        return _same_body(ours, theirs)
    if ours.keys & theirs.keys:
        return same_given(ours.givens, theirs.givens)
    return _turned(ours, theirs) or _second_surname(ours, theirs) or _other_romanisation(ours, theirs)


def same_family(ours: Name, theirs: Name) -> bool:
    """Whether at least the family names, or the bodies, are the same."""
    if ours.body or theirs.body:
        return _same_body(ours, theirs)
    return bool(ours.keys & theirs.keys)


def _turned(ours: Name, theirs: Name) -> bool:
    """Family and given name in the other order, as lists do with Chinese and Hungarian names."""
    for one, other in ((ours, theirs), (theirs, ours)):
        given = "".join(one.givens)
        if not (given and given in other.keys):
            continue
        family = words_of(one.family)
        if other.givens and same_given(tuple(family), other.givens) and len(family[0:1][0]) > 1:
            return True
    return False


def _second_surname(ours: Name, theirs: Name) -> bool:
    """One surname of two, the other left out or counted to the given names: "García" for "García Márquez"."""
    for one, other in ((ours, theirs), (theirs, ours)):
        if len(one.words) >= len(other.words) and (len(one.words) < 2 or one.words == other.words):
            continue
        if len(other.words) == 1 and other.words[0] in one.words:
            rest = tuple(word for word in one.words if word != other.words[0])
            return _fits(one.givens, other.givens) or _fits((*one.givens, *rest), other.givens)
    return False


def _other_romanisation(ours: Name, theirs: Name) -> bool:
    mine, other = (_spelt_sounds(name) for name in (ours, theirs))
    if not same_sound(mine, other) and not same_sound("".join(ours.words), "".join(theirs.words)):
        return False
    return same_given(ours.givens, theirs.givens)


def _spelt_sounds(name: Name) -> str:
    return "".join(words_of(romanised(name.family).lower().translate(_UMLAUTS)))


def _same_syllables(mine: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two Chinese given names are one, syllable by syllable: Tse-tung, and Zedong cut in two."""
    if len(mine) == 1 and len(other) == 2:
        mine, other = other, mine
    if len(mine) == 2 and len(other) == 1:
        cuts = ((other[0][:at], other[0][at:]) for at in range(1, len(other[0])))
        return any(same_chinese(mine[0], first) and same_chinese(mine[1], second) for first, second in cuts)
    return len(mine) == len(other) and all(same_chinese(one, another) for one, another in zip(mine, other, strict=True))


def same_given(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether given names agree as far as both sides give them."""
    if sorted(ours) == sorted(theirs) and all(len(one) > 1 for one in ours):
        return True  # Quoc Bao and Bao Quoc
    if not ours or not theirs or _fits(ours, theirs) or _same_syllables(ours, theirs):
        return True
    return _run_together(ours, theirs) or _run_together(theirs, ours)


def _fits(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the shorter list of given names stands in the longer one, in order."""
    if not ours or not theirs:
        return True
    short, long = sorted((ours, theirs), key=len)
    if len(short[0]) == 1 and not _one_given(short[0], long[0]):
        return False  # R. Scott Doe may sign Scott Doe, but not S. Doe
    at = 0
    for one in short:
        while at < len(long) and not _one_given(one, long[at]):
            at += 1
        if at == len(long):
            return False
        at += 1
    return True


def _run_together(initials: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Names in one word: "X. M." is Xiaoming, "J. P." is Jeanpierre, and "Xiao Ming" is Xiaoming too."""
    if "".join(initials) == "".join(names):
        return True
    if len(names) != 1 or any(len(one) > 1 for one in initials) or len(initials) > 3 or len(names[0]) < 4:
        return False
    name, at = names[0], 0
    for number, letter in enumerate(initials):
        at = name.find(letter, at) + 1
        if not at or (number == 0 and at != 1):
            return False
    return True


_ALIKE_INITIALS = {
    "y": ("iu", "ju", "ia", "ja", "ev"),
    "i": ("yu", "ya", "ju"),
    "j": ("yu", "iu"),
    "e": ("ye",),
    "c": ("ka",),
    "k": ("ca",),
}
"""How a name begins that another romanisation or language begins with this letter: Y. is Iurii, C. Karl."""


def _one_given(one: str, other: str) -> bool:
    if one == other or without_umlauts(one) == without_umlauts(other):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) <= 2:
        if long.startswith(short) or (len(short) == 2 and slavic_sounds(long).startswith(slavic_sounds(short))):
            return True
        known = any(name.startswith(short) for name in FORMS.get(long, ()))
        return known or long.startswith(_ALIKE_INITIALS.get(short, ("\0",)))
    if long.startswith(short) or other in FORMS.get(one, ()):
        return True
    return _sounds_alike(one, other)


def _sounds_alike(one: str, other: str) -> bool:
    """Two romanisations of one given name: Sergey and Sergei, Aleksandr and Alexander."""
    mine, theirs = slavic_sounds(one).replace("ei", "e"), slavic_sounds(other).replace("ei", "e")
    if mine == theirs:
        return True
    return (
        min(len(mine), len(theirs)) > 5
        and Levenshtein.distance(mine, theirs, score_cutoff=2) <= 2
        and mine[:3] == theirs[:3]
    )


def _same_body(ours: Name, theirs: Name) -> bool:
    mine, other = _body_words(ours), _body_words(theirs)
    if not mine or not other:
        return ours.shown == theirs.shown  # "The And": no word of it tells anything
    if "".join(mine) == "".join(other) or set(mine) <= set(other) or set(other) <= set(mine):
        return True
    return _is_acronym(mine, other) or _is_acronym(other, mine) or bool(_parts(ours) & _parts(theirs))


def _body_words(name: Name) -> tuple[str, ...]:
    words = name.body_words if name.body else words_of(f"{name.given} {name.family}")
    return tuple(word for word in words if word not in ("the", "of", "and", "for", "on", "de", "la", "du", "des", "in"))


def _parts(name: Name) -> set[tuple[str, ...]]:
    """The bodies that a name lists, the one in the other: "Ministry of Works, Bridges Division", "Marden. Bridges"."""
    parts = (Name("", body=part) for part in re.split(r"[,;]\s+|\.\s+(?=[A-Z])", name.body))
    return {words for part in parts if len(words := _body_words(part)) > 1}


def _is_acronym(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one word is made of the other name's first letters."""
    if len(short) != 1 or len(long) < 2 or len(short[0]) < 2:
        return False
    initials = "".join(word[0] for word in long)
    return initials.startswith(short[0]) or short[0] == initials
