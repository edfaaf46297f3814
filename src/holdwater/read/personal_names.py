"""Personal names in one line, as lists of references write them: family, given, particles, suffix."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate, islice

from holdwater.patterns import waiting
from holdwater.read.bibtex_text import plain

_JOINED = waiting(r"((?:[a-zà-ÿ]{1,4}['’]|(?:al|el|ad|an|ar|as|at|az)-))(\w.*)", re.DOTALL)
"""Particles that are written together with the name: "d'Artagnan", "al-Farabi"."""
_TOKEN = waiting(r"\\.|[{}]|[\s~]+", re.DOTALL)
_NAMED_PART = waiting(r"\s*\"?\s*(family|given|prefix|suffix|useprefix)(?:-i)?\s*=", re.IGNORECASE)
_MOST_NAMES = 5_000


def particles_apart(family: str, given: str = "") -> dict[str, object]:
    """A CSL name whose particles stand apart from it.

    Small-letter words before the family name are a particle that stays with it ("van der Roe"), small-letter words at
    the end of the given name one that does not ("Beethoven, Ludwig van"), as citeproc takes them apart (CSL 1.0.2,
    "Name particles").
    """
    words = family.split(" ")
    count = next((at for at, word in enumerate(words[:-1]) if not _is_small(word)), len(words) - 1)
    particle, name = " ".join(words[:count]), " ".join(words[count:])
    if joined := _JOINED.fullmatch(name):
        particle, name = f"{particle} {joined[1]}".strip(), joined[2]
    first = given.split(" ")
    kept = len(first)
    while kept > 1 and _is_small(first[kept - 1]):
        kept -= 1
    return person(name, " ".join(first[:kept]), particle, " ".join(first[kept:]))


def person(family: str, given: str = "", particle: str = "", dropping: str = "", suffix: str = "") -> dict[str, object]:
    """A CSL name of these parts, without those that are empty."""
    parts = {
        "family": family,
        "given": given,
        "non-dropping-particle": particle,
        "dropping-particle": dropping,
        "suffix": suffix,
    }
    return {part: words for part, words in parts.items() if words}


def _is_small(word: str) -> bool:
    return word[:1].islower() and word[-1:] != "."


def bibtex_people(value: str, *, apart: bool = False) -> list[dict[str, object]]:
    """A BibTeX list of names ("Doe, Jane and {Ministry of Water} and others") as CSL names.

    Particles are part of the family name, or stand `apart` from it.
    """
    names = (name.strip() for name in islice(_split_outside_braces(value), _MOST_NAMES))
    found = [_name(name, apart) for name in names if name and name != "others"]
    return [name for name in found if name]


def _split_outside_braces(value: str) -> Iterable[str]:
    depth, start = 0, 0
    for found in re.finditer(r"[{}]|(?<=\s)and(?=\s)", value):
        if found[0] == "and":
            if depth == 0:
                yield value[start : found.start()]
                start = found.end()
        else:
            depth += 1 if found[0] == "{" else -1
    yield value[start:]


def _pieces(value: str, signs: str) -> list[str]:
    """The pieces between one of `signs` (white space by the run) that stand outside braces."""
    pieces, depth, start = [], 0, 0
    for found in _TOKEN.finditer(value) if signs == " " else re.finditer(r"\\.|[{},]", value, re.DOTALL):
        if found[0] in "{}":
            depth += 1 if found[0] == "{" else -1
        elif found[0][0] != "\\" and depth <= 0:
            pieces.append(value[start : found.start()])
            start = found.end()
    return [*pieces, value[start:]]


def _name(name: str, apart: bool) -> dict[str, object]:
    if _in_one_brace(name):
        return {"literal": plain(name)} if plain(name) else {}
    parts = [part.strip() for part in _pieces(name, ",")]
    if _NAMED_PART.match(name):
        return _of_named_parts(parts, apart)
    if len(parts) == 1:
        words = [word for word in _pieces(name, " ") if word]
        start = _family_at(words)
        parts = [" ".join(words[start:]), " ".join(words[:start])]
    family, given, suffix = parts[0], parts[-1] if len(parts) > 1 else "", parts[1] if len(parts) > 2 else ""
    if not apart:
        return person(plain(family), plain(given), suffix=plain(suffix))
    found = particles_apart("" if _is_held(family) else plain(family), "" if _is_held(given) else plain(given))
    found |= person(plain(family) if _is_held(family) else "", plain(given) if _is_held(given) else "")
    return found | person("", suffix=plain(suffix))


def _family_at(words: list[str]) -> int:
    """At which word of "Ludwig van Beethoven" the family name begins, with its particle.

    From the second word on, as BibTeX has it; from the first too where a name in capitals follows ("van Gogh").
    """
    small = [not _is_held(word) and plain(word)[:1].islower() for word in words]
    if len(words) > 1 and small[0] and not small[-1]:
        return 0
    return next((at for at in range(1, len(words) - 1) if small[at]), max(len(words) - 1, 0))


def _of_named_parts(parts: list[str], apart: bool) -> dict[str, object]:
    """biber's own form (its manual, "extended name format"): "family=Roe, given=Richard, prefix=van der"."""
    named = {
        key.strip(' "').lower(): plain(value).strip('"') for key, _, value in (one.partition("=") for one in parts)
    }
    family, particle = named.get("family", ""), named.get("prefix", "")
    if not apart:
        family, particle = f"{particle} {family}".strip(), ""
    return person(family, named.get("given", ""), particle, suffix=named.get("suffix", ""))


def _is_held(words: str) -> bool:
    r"""Whether braces keep these words as they are: "{van der Roe}", but not the letter "{\'e}lan"."""
    return words.startswith("{") and not words.startswith("{\\")


def _in_one_brace(name: str) -> bool:
    """Whether the brace that opens the name is closed at its very end: "{Ministry of {W}ater}", an institution."""
    if not name.startswith("{"):
        return False
    depths = accumulate({"{": 1, "}": -1}.get(char, 0) for char in name)
    return 0 not in list(depths)[:-1]
