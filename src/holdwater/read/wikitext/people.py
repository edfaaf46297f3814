"""The people that a citation template names, as CSL's names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from holdwater.patterns import waiting

Name = Mapping[str, str]

_SEVERAL = waiting(r"\s*;\s*|\s+&\s+|\s+(?:and|und|et)\s+")
_VANCOUVER = waiting(r"(?P<family>.+?)\s+(?P<given>[A-ZÀ-Þ]{1,4})(?:\s+(?P<suffix>Jr|Sr|II|III))?")
_OTHERS = waiting(r",?\s(?:et al\.?|and others|u\.\s?a\.)\s*\Z")
_ETAL = frozenset({"et al", "et al.", "u. a.", "u.a.", "others"})


def parted(last: str, first: str) -> Name:
    """A name given in two parts; one that has no first part is of a body, or known by one name."""
    return {"family": last, "given": first} if first else _whole(last)


def _whole(words: str) -> Name:
    family, comma, given = words.partition(", ")
    if comma and given and len(family.split()) <= 4:
        return {"family": family, "given": given}
    return {"literal": words}


def several(words: str) -> Sequence[Name]:
    """The names of a parameter that holds one or several: "Doe, Jane; Roe, Ann", "Jane Doe", "World Bank"."""
    return [_one(name) for name in _SEVERAL.split(_OTHERS.sub("", words[:2000])) if name and name.lower() not in _ETAL]


def _one(words: str) -> Name:
    if "," in words:
        return _whole(words)
    parts = words.split()
    if 2 <= len(parts) <= 4 and all(part[0].isupper() for part in (parts[0], parts[-1])) and not _is_body(parts):
        return {"family": parts[-1], "given": " ".join(parts[:-1])}
    return {"literal": words}


_BODIES = frozenset(
    "bank office ministry agency university institute department council commission committee staff reuters press"
    " association society organization organisation union nations center centre museum library bureau service news"
    " party foundation group board court house times post network team company inc ltd the of for".split()
)


def _is_body(parts: Sequence[str]) -> bool:
    return any(part.lower().strip(".") in _BODIES for part in parts)


def vancouver(words: str) -> Sequence[Name]:
    """The names of `vauthors`: "Doe J, Roe AB, ((World Bank))"."""
    names: list[Name] = []
    for part in re.split(r",\s*", words[:2000]):
        name = part.strip()
        if name.startswith("(("):
            names.append({"literal": name.strip("()")})
            continue
        found = _VANCOUVER.fullmatch(name)
        if found:
            names.append({"family": found["family"], "given": found["given"]})
        elif name and name.lower() not in _ETAL:
            names.append({"literal": name})
    return names
