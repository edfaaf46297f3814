"""Names of authors in a bibliographic description."""

from __future__ import annotations

import re

_CAP = r"[A-ZÀ-ÖØ-Þ][\w'’-]{0,40}"
_PARTICLES = r"(?:(?:van|von|der|den|de|di|da|del|della|du|la|le|ter|ten|dos|al|bin|ibn)\s){0,3}"
_INITIALS = r"(?:[A-ZÀ-ÖØ-Þ]\.?-?\s?){1,4}"
_INVERTED = re.compile(rf"({_PARTICLES}{_CAP}(?:[ -]{_CAP})?),\s({_INITIALS})(?=[,;.&\s]|$)")
_NATURAL = re.compile(
    rf"^((?:{_CAP}|[A-Z]\.)(?:[\s-]?(?:{_CAP}\.?|[A-Z]\.)){{0,3}})\s({_PARTICLES}{_CAP})(?:,?\s(?:Jr|Sr)\.?|\s[IVX]{{2,4}})?$"
)
_FULL_INVERTED = re.compile(rf"^({_PARTICLES}{_CAP}(?:[ -]{_CAP})?),\s({_CAP}(?:\s(?:{_CAP}|[A-Z]\.)){{0,3}})$")
_ONE = re.compile(rf"^({_PARTICLES}{_CAP})$")
_ROLES = re.compile(r"\(?\b(?:eds?|editors?|trans|translators?)\b\.?\)?|\bet al\b\.?", re.IGNORECASE)
_AND = re.compile(r"\s*(?:;|,?\s+and\s+|,?\s*&)\s*")
_MOST = 40


def people_in(text: str) -> list[dict[str, str]]:
    """The people that `text` lists, in order, as CSL names; empty where it reads like anything but names."""
    text = _ROLES.sub(" ", text[:600]).strip(" ,.:;-–—")
    chunks = [" ".join(chunk.split()).strip(" ,") for chunk in _AND.split(text)]
    people: list[dict[str, str]] = []
    for index, chunk in enumerate(chunk for chunk in chunks if chunk):
        found = _in_chunk(chunk, first=index == 0)
        if not found:
            return people
        people.extend(found)
    return people[:_MOST]


def families(csl: object) -> tuple[str, ...]:
    """The family names of a CSL item's authors, in lower case."""
    if not isinstance(csl, list):
        return ()
    return tuple(str(person["family"]).lower() for person in csl if isinstance(person, dict) and "family" in person)


def _in_chunk(chunk: str, first: bool) -> list[dict[str, str]]:
    inverted = [_person(m[1], m[2]) for m in _INVERTED.finditer(chunk)]
    if inverted:
        return inverted
    full = _FULL_INVERTED.match(chunk) if first else None
    if full and " " not in full[1]:
        return [_person(full[1], full[2])]
    people: list[dict[str, str]] = []
    for part in re.split(r",\s*", chunk):
        person = _natural(part.strip(), alone="," not in chunk)
        if person is None:
            break
        people.append(person)
    return people


def _natural(part: str, alone: bool) -> dict[str, str] | None:
    natural = _NATURAL.match(part)
    if natural:
        return _person(natural[2], natural[1])
    initials = re.match(rf"^({_INITIALS})\s?({_PARTICLES}{_CAP})$", part)
    if initials:
        return _person(initials[2], initials[1])
    one = _ONE.match(part)
    return {"family": one[1]} if one and alone else None


def _person(family: str, given: str) -> dict[str, str]:
    return {"family": " ".join(family.split()), "given": " ".join(given.split())}
