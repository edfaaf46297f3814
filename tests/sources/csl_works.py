"""Works in CSL-JSON, as Hypothesis draws them: what a list can hold, in the form that readers give."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from holdwater.read.csl_schema import NAMES, TYPES, WORDS

LETTERS = "abcdeghmnorstuxyzABDKMÀÉÖÜßøłçñžČŁа東"
SIGNS = "&%$#_{}~^\\<>\"'`|@=*+/()[]!?.:,;–—’“”-§°"

AWKWARD = "-- --- a–-b '' `` {} {a} }{ \\'e \\textit{x} $x_1$ a\\ <b> </i> @book{a, \" a#b x=y and others".split()

word = st.text(alphabet=LETTERS + SIGNS + "0123456789", min_size=1, max_size=12) | st.sampled_from(AWKWARD)
letters = st.text(alphabet=LETTERS, min_size=1, max_size=10)


def phrases(words: st.SearchStrategy[str] = word, longest: int = 5) -> st.SearchStrategy[str]:
    """One line of words, as formats keep it: no white space at its ends, and one blank between words."""
    return st.lists(words, min_size=1, max_size=longest).map(" ".join)


def capital(text: str) -> str:
    return "D" + text.lower()


family = letters.map(capital)
given = st.lists(letters.map(capital) | st.sampled_from(["J.", "Jean-Luc", "M. A.", "Ø."]), min_size=1, max_size=2)


@st.composite
def people(draw: st.DrawFn, suffixes: bool = True, literals: str = ", &and.") -> dict[str, str]:
    """A person with what particles and suffix he has, or an institution."""
    kind = draw(st.sampled_from(["person", "person", "person", "alone", "literal"]))
    if kind == "literal":
        signs = st.text(alphabet=LETTERS + literals, min_size=1, max_size=14)
        return {"literal": draw(phrases(signs).map(lambda text: " ".join(f"M{text} of Water".split())))}
    if kind == "alone":
        return {"family": draw(family)}
    name = {"family": draw(family | st.tuples(family, family).map("-".join)), "given": " ".join(draw(given))}
    if draw(st.booleans()):
        name["non-dropping-particle"] = draw(st.sampled_from(["van", "van der", "de la", "d'", "al-", "von"]))
    if draw(st.booleans()):
        name["dropping-particle"] = draw(st.sampled_from(["von", "de", "van den"]))
    if suffixes and draw(st.booleans()):
        name["suffix"] = draw(st.sampled_from(["Jr.", "III", "Sr."]))
    return name


@st.composite
def dates(draw: st.DrawFn, literals: bool = True) -> dict[str, Any]:
    """A day, a month, a year, a season, a range, perhaps about; or words instead."""
    if literals and draw(st.integers(0, 9)) == 0:
        return {"literal": draw(st.sampled_from(["n.d.", "forthcoming", "in press"]))}
    year = draw(st.integers(1000, 2100) | st.integers(-900, 999).filter(lambda number: number != 0))
    shape = draw(st.sampled_from(["year", "month", "day", "season", "range"]))
    first = [year, *([draw(st.integers(1, 12))] if shape in ("month", "day", "range") else [])]
    first += [draw(st.integers(1, 28))] if shape == "day" else []
    date: dict[str, Any] = {"date-parts": [first]}
    if shape == "range":
        date["date-parts"].append([year + 1, draw(st.integers(1, 12)), draw(st.integers(1, 28))])
    if shape == "season":
        date["season"] = draw(st.integers(1, 4))
    if draw(st.booleans()):
        date["circa"] = True
    return date


pages = st.sampled_from(["4-9", "123-130", "e1234", "S1-S8", "4, 7-9", "xii", "12"])
addresses = st.sampled_from(
    ["https://example.org/a_b?c=d%20e&f=1#g~h", "https://example.org/", "http://example.net:8080/x;y=(1)"]
)
dois = st.sampled_from(
    ["10.1000/xyz_1", "10.1002/(SICI)1097-0258(1998)17:1<1::AID-SIM1>3.0.CO;2-#", "10.17487/RFC2119"]
)
isbns = st.sampled_from(["9780306406157", "978-0-306-40615-7", "0306406152"])
issns = st.sampled_from(["1234-5679", "2049-363X"])
_SPECIAL = {"page": pages, "URL": addresses, "DOI": dois, "ISBN": isbns, "ISSN": issns}

tagged = st.sampled_from(
    ["<i>Homo sapiens</i>", "H<sub>2</sub>O", "x<sup>2</sup>", "<b>All</b>", "<i>a <b>B</b> c</i>"]
)
titles = phrases(word | tagged)


def values_of(variable: str, text: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Values that a text variable may have."""
    return _SPECIAL.get(variable, text)


@st.composite
def works(
    draw: st.DrawFn,
    types: st.SearchStrategy[str],
    words: Mapping[str, st.SearchStrategy[str]],
    roles: Mapping[str, st.SearchStrategy[dict[str, str]]],
    days: Mapping[str, st.SearchStrategy[dict[str, Any]]],
) -> dict[str, Any]:
    """A work of one of these types, with a handful of these variables."""
    lists = {role: st.lists(name, min_size=1, max_size=3) for role, name in roles.items()}
    work: dict[str, Any] = {"type": draw(types), "title": draw(titles)}
    for some in (words, lists, days):
        for variable in draw(st.lists(st.sampled_from(sorted(some)), max_size=4, unique=True)):
            work[variable] = draw(some[variable])
    return work


ALL_TYPES = st.sampled_from(sorted(TYPES))
ALL_WORDS = [variable for variable in WORDS if variable != "title"]
ALL_ROLES = list(NAMES)
