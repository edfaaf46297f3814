"""Places that a text names: countries by name, adjective and people, and regions with their members."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from holdwater.patterns import waiting
from holdwater.tables import regions
from holdwater.tables.countries import TABLE
from holdwater.tables.terms import fold

WORLD = "WLD"
_WORLD_NAMES = ("the world", "worldwide", "world-wide", "globally", "World", "the globe")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a text: where, its codes (several for a region), and the name shown. `world` is the earth."""

    start: int
    end: int
    codes: tuple[str, ...]
    name: str
    region: bool = False

    @property
    def world(self) -> bool:
        """Whether all of the world is meant."""
        return self.codes == (WORLD,)


@dataclass(frozen=True, slots=True)
class _Country:
    code: str
    short: str
    names: tuple[str, ...]
    people: tuple[str, ...]


@cache
def _countries() -> tuple[_Country, ...]:
    found = []
    for line in TABLE.strip().splitlines():
        code, short, rest = line.split(" ", 2)
        names, _, people = rest.partition(":")
        found.append(_Country(code, short, tuple(names.split("/")), tuple(filter(None, people.split("/")))))
    return tuple(found)


@cache
def names() -> dict[str, str]:
    """The name shown for each code."""
    return {**{country.code: country.names[0] for country in _countries()}, WORLD: "World"}


@cache
def _by_name() -> dict[str, str]:
    """Codes by folded name or code, as a column of a table may have them."""
    found: dict[str, str] = {fold("world"): WORLD, "wld": WORLD}
    for country in _countries():
        for name in (country.code, country.short, *country.names):
            found.setdefault(_bare(name), country.code)
    return found


def _bare(name: str) -> str:
    folded = " ".join(re.findall(r"[^\W_]+", fold(name)))
    return folded.removeprefix("the ")


def place_code(name: str) -> str:
    """The code of a country given by a name or an ISO code, in any letter case; "" if it is none."""
    return _by_name().get(_bare(name), "")


def place_name(code: str) -> str:
    """The name to show for a code; a place that is no country of the list has its own name for a code."""
    return names().get(code, code)


@cache
def _targets() -> dict[str, tuple[tuple[str, ...], str, bool]]:
    """What each name in a text stands for: codes, the name shown, and whether it is a region."""
    found: dict[str, tuple[tuple[str, ...], str, bool]] = {}
    members = regions.members()
    for key, given in regions.names().items():
        found.update(dict.fromkeys(given, (members[key], given[0], True)))
    for country in _countries():
        for name in (*country.names, *country.people):
            found[name] = ((country.code,), country.names[0], False)
    found.update(dict.fromkeys(_WORLD_NAMES, ((WORLD,), "World", False)))
    return found


_NOT_PLACES = waiting(
    r"\bNative Americans?\b|\b(?:African|Asian|Mexican|Irish|Italian|Japanese|Chinese|Cuban)[- ]Americans?\b"
    r"|\bIndian Ocean\b|\bIndian [Tt]errit\w+|\bGulf of \w+|\bGuinea pigs?\b|\bNew (?:Mexico|Jersey|Caledonia)\b"
    r"|\bWorld (?:War|Bank|Health|Cup|Trade|Development|Population|Food|Values)\b|\b(?:Bank|University) of [A-Z]\w+"
    r"|\bAmerican Samoa\b"
    r"|\b(?:English|French|German|Spanish|Dutch|Portuguese|Chinese|Turkish) (?:language|translation)\b"
)
"""Words in which a name is no name of that place."""

_KEPT = frozenset({"American Samoa", "New Caledonia"})


@cache
def _pattern(extra: tuple[str, ...] = ()) -> re.Pattern[str]:
    listed = sorted({*_targets(), *extra}, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, listed))})(?![\w])(?!-[a-z])")


def mentions(text: str, extra: Iterable[str] = ()) -> tuple[Mention, ...]:
    """The places that a text names, in its order, the longest name first; capitals count.

    `extra` are further names of places, which stand for themselves. Linear in the text's length.
    """
    own = tuple(sorted(set(extra)))
    barred = [match.span() for match in _NOT_PLACES.finditer(text)]
    found = []
    for match in _pattern(own).finditer(text):
        codes, name, region = _targets().get(match[0]) or ((match[0],), match[0], False)
        if name not in _KEPT and any(match.start() < last and first < match.end() for first, last in barred):
            continue
        found.append(Mention(match.start(), match.end(), codes, name, region))
    return tuple(found)


def without_places(text: str) -> str:
    """A text with the names of places blanked out."""
    blanked = list(text)
    for mention in mentions(text):
        blanked[mention.start : mention.end] = " " * (mention.end - mention.start)
    return "".join(blanked)
