"""Names of authors in a bibliographic description."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from holdwater.extract.reference.lexicon import CLASSES
from holdwater.patterns import waiting

_LONGEST = 2400  # characters of one list of people
_MOST = 100  # people of one list
_MOST_WORDS = 6  # of one name, particles and initials counted
_ROLES = waiting(
    r"[\[(]?\b(?:eds?|éds?|editors?|hrsg|dirs?|coords?|orgs?|trans|translators?|a cura di)\b\.?[\])]?|"
    r"[\[(]?\bet\s+(?:al\b|alii\b|coll\b)\.?[\])]?|\b(?:and|&|und|y) others\b|\bPh\.?\s?D\b\.?",
    re.IGNORECASE,
)
_AND = waiting(r"\s*(?:[;,]?\s+(?:and|und|et|e|y|i|en|og|och)\s+|;|,?\s*&)\s*", re.IGNORECASE)
_PARTICLES = frozenset(
    "van von der den de di da del della dello du la le ter ten dos das do al el bin ibn zu zur vom af st".split()
)
_SUFFIX = waiting(r"(?:Jr|Sr|II|III|IV)\.?$")
_INITIAL = waiting(r"(?:[A-ZÀ-ÖØ-Þ]\.?[-‐]?){1,4}$")
_WORD = waiting(r"(?:[dlDLO]['’])?[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:['’`´‐-][^\W\d_]+)*$")
_NO_NAMES = frozenset(
    "The A An In On Of For And To From With Le La Les Der Die Das Il Lo Los Las El Un Une Ein Eine Vol No Proc Press "
    "University Journal Review Institute Department Ministry Commission Association Society Council Committee "
    "Organization Organisation Office Bureau Agency Center Centre Group Foundation Company Board Report Minutes".split()
)
_BODIES = frozenset(
    "University Institute Department Ministry Commission Association Society Council Committee Organization Agency "
    "Organisation Office Bureau Foundation Board Federation Alliance Union News Bank Ltd Inc Trust Network".split()
)
_ENDS_IN_INITIAL = waiting(r"(?:^|[\s.-])[A-ZÀ-Þ]\.$")
_INITIALS_SOMEWHERE = waiting(r"\b[A-Z]\.")


class _Part(NamedTuple):
    """What stands between two commas: words that can be a name, and initials before or after them."""

    before: tuple[str, ...]  # initials
    words: tuple[str, ...]
    after: tuple[str, ...]  # initials
    suffix: str

    @property
    def initials_only(self) -> bool:
        return not self.words

    @property
    def single(self) -> bool:
        """A family name by itself, with its particles, or a given name."""
        return not self.before and not self.after and len(_plain(self.words)) == 1


def people_in(text: str) -> list[dict[str, str]]:
    """The people that `text` lists, in order, as CSL names; empty where it reads like anything but names."""
    text = unicodedata.normalize("NFC", text[:_LONGEST])
    text = _ROLES.sub(" ", re.sub(r"\s\.", ".", text)).strip(" ,:;-–—*")
    text = text if _ENDS_IN_INITIAL.search(text) else text.rstrip(" ,.:;-–—*")
    if _BODIES & set(re.findall(r"[^\W\d_]+", text)) and not _INITIALS_SOMEWHERE.search(text):
        return []
    people: list[dict[str, str]] = []
    groups = [group for group in _AND.split(text) if group.strip(" ,.")]
    for number, group in enumerate(groups):
        written = [chunk for chunk in group.split(",") if chunk.strip(" .*")]
        parts = [_part(chunk) for chunk in written]
        known = next((index for index, part in enumerate(parts) if part is None), len(parts))
        lone = len(groups) > 1 and _only_families(groups[-1])
        people.extend(_in_group([part for part in parts[:known] if part], first=not number, families=lone))
        if known < len(parts) or len(people) >= _MOST:
            break
    return people[:_MOST]


def authors_in(text: str) -> list[dict[str, str]]:
    """The people that `text` lists; where it lists none, the body that it names, as one literal name."""
    people = people_in(text)
    if people:
        return people
    body = _ROLES.sub(" ", text[:_LONGEST]).strip(" ,.:;-–—_*[](){}")
    return [{"literal": " ".join(body.split())}] if sum(char.isalpha() for char in body) > 1 else []


def families(csl: object) -> tuple[str, ...]:
    """The family names of a CSL item's authors, and the names of bodies, in lower case."""
    if not isinstance(csl, list):
        return ()
    names = (person.get("family") or person.get("literal") for person in csl if isinstance(person, dict))
    return tuple(str(name).lower() for name in names if name)


def _only_families(group: str) -> bool:
    part = _part(group.strip(" ,."))
    return part is not None and part.single and "," not in group


def _part(chunk: str) -> _Part | None:
    """A chunk between commas taken apart; None where it holds anything that no name has."""
    words = re.sub(r"[()*†‡§]", " ", chunk).split()
    if len(words) == 1 and _SUFFIX.match(words[0]):
        return _Part((), (), (), words[0])
    suffix = words.pop() if len(words) > 1 and _SUFFIX.match(words[-1]) and len(words[-1].strip(".")) > 1 else ""
    if not words or len(words) > _MOST_WORDS:
        return None
    start = _initials(words, 2)
    end = len(words) - _initials(words[::-1], 2 if all(map(_given, words[:-1])) else 3)
    if start == len(words) and len(words) > 1 and len(words[-1]) > 1 and "." not in words[-1]:
        start, end = len(words) - 1, len(words)  # H LI
    if start >= end:
        return _Part(tuple(words), (), (), suffix) if max(start, len(words) - end) == len(words) else None
    middle = [word.rstrip(".") if len(word) > 3 else word for word in words[start:end]]
    if not _plain(tuple(middle)) or not all(_nameable(word) for word in middle) or middle[0] in _NO_NAMES:
        return None
    return _Part(tuple(words[:start]), tuple(middle), tuple(words[end:]), suffix)


def _initials(words: list[str], most: int) -> int:
    """How many words from the first on are initials; without full stops of `most` letters at most."""
    count = 0
    while count < len(words) and _is_initial(words[count], most):
        count += 1
    return count


def _is_initial(word: str, most: int = 3) -> bool:
    return bool(_INITIAL.match(word)) and ("." in word or sum(char.isalpha() for char in word) <= most)


def _nameable(word: str) -> bool:
    return (bool(_WORD.match(word) or _is_initial(word)) and word not in _NO_NAMES) or word.lower() in _PARTICLES


def _plain(words: tuple[str, ...]) -> list[str]:
    return [word for word in words if word.lower() not in _PARTICLES or (word[0].isupper() and len(words) == 1)]


def _in_group(parts: list[_Part], first: bool, families: bool) -> list[dict[str, str]]:
    """The people of the parts between two joints: "Doe, J., Roe, R.", "Doe, Jane, John Roe", "J. Doe, R. Roe"."""
    people: list[dict[str, str]] = []
    index = 0
    while index < len(parts):
        part = parts[index]
        following = parts[index + 1] if index + 1 < len(parts) else None
        if part.initials_only:
            if not people and not part.suffix:
                break
        elif following and following.initials_only and following.before and not part.before and not part.after:
            people.append(_person(part.words, following.before, part.suffix or following.suffix))
            index += 1
        elif following and _inverts(part, following, first and not people, families):
            people.append(_person(part.words, following.before + following.words + following.after, following.suffix))
            index += 1
        else:
            people.append(_alone(part))
        index += 1
    return people


def _inverts(part: _Part, following: _Part, first: bool, families: bool) -> bool:
    """Whether "Doe, Jane" or "Doe, Jane R." is one person."""
    if first and following.single and len(_plain(part.words)) == 2 and not part.before and not part.after:
        return _given(following.words[0]) and not _given(part.words[0])  # García Márquez, Gabriel
    if not part.single or part.suffix or following.before:
        return False
    if following.after:
        return len(_plain(following.words)) == 1 or first
    if following.single:
        return not families
    return first


def _given(word: str) -> bool:
    return "given" in CLASSES.get(word.lower(), ())


def _alone(part: _Part) -> dict[str, str]:
    """A person that one part names: "J. Doe", "Doe JR", "Jane van der Doe", "DOE Jane", "Doe"."""
    if part.before:
        split = _family_start(part.words)
        return _person(part.words[split:], part.before + part.words[:split] + part.after, part.suffix)
    if part.after:
        split = _family_start(part.words) if len(_plain(part.words)) > 2 else 0
        return _person(part.words[split:], part.words[:split] + part.after, part.suffix)
    if part.single:
        return {"family": " ".join(part.words), **({"suffix": part.suffix} if part.suffix else {})}
    shouted = [word for word in part.words if len(word) > 2 and word.isupper()]
    if shouted and len(shouted) < len(part.words):
        family = tuple(word for word in part.words if word in shouted or word.lower() in _PARTICLES)
        return _person(family, tuple(word for word in part.words if word not in family), part.suffix)
    split = _family_start(part.words)
    return _person(part.words[split:], part.words[:split], part.suffix)


def _family_start(words: tuple[str, ...]) -> int:
    """Where the family name of a name in its natural order begins: the last word, with the particles before it."""
    start = len(words) - 1
    while start > 0 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return start


def _person(family: tuple[str, ...], given: tuple[str, ...], suffix: str) -> dict[str, str]:
    person = {"family": " ".join(family), "given": " ".join(given)}
    if suffix:
        person["suffix"] = suffix
    return person if given else {key: value for key, value in person.items() if value}
