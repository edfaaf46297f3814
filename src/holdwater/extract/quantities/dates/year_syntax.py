"""When a bare number of four digits is a year: what stands before it and behind it says so.

The words before it are looked up, not searched for: years are frequent, and a pattern that has to end at a place is
tried at every letter before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from holdwater.patterns import waiting

# Words behind which a number is a label, a page or an amount.
_LABELS = frozenset(
    "no nos p pp page pages section sections sec secs sect sects art arts article articles rule rules rfc rfcs "
    "chapter chapters ch fig figs figure figures table tables vol vols volume volumes para paras paragraph "
    "paragraphs port ports version versions item items line lines note notes n nn cl clause clauses windows room "
    "route highway box iso iec ieee std bcp fyi type code error model id at u.s.c usc c.f.r cfr f.2d f.3d f.supp "
    "stat top some only all least most over under exactly nearly almost approximately roughly".split()
)
_GLUED = "$€£¥#§¶@/_+=~^|<\\.,:"
# A volume and a reporter: the number behind them is a page ("384 U.S. 1436").
_REPORTER = waiting(r"(?<![\w,.-])\d{1,4}\s+(?:[A-Z][A-Za-z]*\.\s?){1,4}(?:[23]d\s?)?$")
_FIGURES_BEFORE = waiting(r"\d\s?[-\u2010-\u2015]\s?$|\d[.,:]\s?$")
_COUNTED = (
    r"people|persons?|men|women|children|girls|boys|students|pupils|patients|participants|respondents|cases|households|"
    r"countries|words|copies|pages|votes|schools|deaths|samples|subjects|observations|individuals|users|bytes|bits|octets|"
    r"dollars|euros|pounds|years|months|weeks|days|hours|minutes|seconds|times|percent|per|pp|hundred|thousand|million|"
    r"billion|trillion|troops|soldiers|workers|employees|members|residents|inhabitants|acres|hectares|miles|metres|meters|"
    r"feet|tons|tonnes|calories|volts|watts|jobs|homes|houses|customers|items|messages|packets|degrees"
)
_AMOUNT_BEHIND = waiting(
    rf"\s?[%‰°€£$×]|[.,:]\d|[\w/_@=]|\u2060?[-\u2010-\u2015]\u2060?(?:\d|[a-z]+\b)|\s+(?:{_COUNTED})\b"
    r"|\s+of\s+(?:the|these|them|those|us|our|its|his|her|their|which|whom)\b"
    r"|\s?(?:km|kg|cm|mm|ft|kB|MB|GB|ms|Hz|kHz|MHz|GHz|kW|MW|GW|mg|ml|m|g|s)(?:²|³|\b)"
    r"|\s(?:U\.\s?S\.\s?\d|F\.\s?[\dS]|S\.\s?Ct|L\.\s?Ed)"
)
_DESCRIBED_BEHIND = waiting(rf"\s+[a-z]+\s+(?:{_COUNTED})\b")
_PLURAL_BEHIND = waiting(
    r"\s+(?!(?:was|is|as|has|its|his|this|thus|less|does|across|versus|perhaps|always)\b)[a-z]+s\b"
)
_SURE = frozenset(
    "in since until till during throughout circa ca ca. c c. year years dated fiscal calendar annum spring summer "
    "autumn winter fall anno early late mid fy © c)".split()
)
_SURE_OF = frozenset(
    "end beginning start middle close half quarter month months week weeks course days decade spring summer "
    "autumn winter fall events".split()
)
_ABOUT = frozenset(["about", "around"])
_AMOUNT_BEFORE = frozenset("to of by from at than for only just".split())
_MAYBE = frozenset("from between before after through ended beginning starting".split())
_MAYBE_PAIRS = frozenset(
    [(word, "than") for word in ("earlier", "later", "sooner")]
    + [(word, "as") for word in ("early", "late", "recently", "back")]
    + [("prior", "to"), ("up", "to"), ("back", "to"), ("dates", "to")]
)
_AMOUNTS_OF = frozenset(
    "total sum number average mean population cost out some value price maximum minimum speed size length sample "
    "force height depth weight distance area range rate level fine sale".split()
)
_COUNTING = frozenset("first last other additional further next remaining full mere total whole record".split())
_NAMING = frozenset("the a an its their our his her this that my your".split())
_CHANGE = waiting(
    r"\b(?:rose|rises?|risen|rising|increas\w+|gr[eo]w\w*|f[ea]ll\w*|decreas\w+|up|down|dropp?\w*|multipl\w+|divid\w+|cuts?|"
    r"reduc\w+|declin\w+|exceed\w+|expand\w+|widen\w+|ranged?|ranging|varie[sd]|vary)\b[^.;]{0,24}$",
    re.IGNORECASE,
)
_AND_YEAR = waiting(r"\s+and\s+(1[6-9]\d\d|20\d\d)(?!\d|,\d)")
_TITLE_OF = waiting(r"\b[A-Z][a-z]+\s+of\s+$")
_NOUN_BEHIND = waiting(r"\s+[A-Za-z]")
_BRACKET_BEHIND = waiting(r"[a-e]?\s*(?:[)\];]|,\s|:\s?\d|\sed\b)")
_AFTER_NAME = waiting(r"[^\W\d_][\"”’)\].]*,\s+$")
_ENDS_BEHIND = waiting(r"\s*(?:[.,;)\n]|$)")
_STARTS_SENTENCE = waiting(r"(?:^|[.!?;:]['\"”’)]?\s+|\n\s*)$")
_OPEN_BEHIND = waiting(r",?\s(?:or|and)\s(?:later|earlier|before|after|onwards?|thereafter)\b")
_VERB_BEHIND = waiting(r"\s+(?:was|saw|marked|is|will|brought|has|had|began|ended|would|became|opened)\b")
_LOOKED_BACK = 96
_ASIDE = 400


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands before a number: the text, and the last two words of it in lower case, "" for none."""

    text: str
    last: str
    other: str


def _before(text: str, start: int) -> _Before:
    left = text[max(0, start - _LOOKED_BACK) : start]
    words = left[-40:].split()
    last = words[-1].lower().strip("([-\u2013\u2014") if words else ""
    return _Before(left, last, words[-2].lower() if len(words) > 1 else "")


def before_year(text: str, start: int) -> bool:
    """Whether what stands before the number makes it a label, an amount or a page."""
    if not start:
        return False
    if text[start - 1].isalnum() or text[start - 1] in _GLUED:
        return True
    before = _before(text, start)
    if before.last.rstrip(".") in _LABELS or before.last in ("§", "§§", "¶", "$"):
        return True
    if before.last.endswith((".", "2d", "3d")) and _REPORTER.search(before.text[-32:]):
        return True
    return before.last[-1:].isdigit() and _FIGURES_BEFORE.search(before.text[-4:]) is not None


def after_year(text: str, end: int) -> bool:
    """Whether what stands behind the number makes it an amount or a part of something longer."""
    return _AMOUNT_BEHIND.match(text, end) is not None


def may_be_year(text: str, year: int, end: int) -> bool:
    """Whether nothing behind the number speaks against a year."""
    if after_year(text, end):
        return False
    if 1700 <= year <= 2050 and year % 100:
        return True
    return 1000 <= year <= 2199 and not (_PLURAL_BEHIND.match(text, end) or _DESCRIBED_BEHIND.match(text, end))


def is_year(text: str, start: int, end: int, year: int) -> bool:
    """Whether the number's neighbours say that it is a year."""
    if not may_be_year(text, year, end):
        return False
    before = _before(text, start)
    if before.last in _SURE or (before.last == "of" and before.other in _SURE_OF):
        return True
    usual = 1600 <= year <= 2100
    if before.last in _ABOUT:
        return before.other in ("in", "or") or (usual and year % 10 != 0 and before.other not in _AMOUNT_BEFORE)
    if before.last == "for":
        return usual and year % 100 != 0 and _ENDS_BEHIND.match(text, end) is not None
    if before.last == "by":
        return usual and not _CHANGE.search(before.text[: before.text.rstrip().lower().rfind("by")])
    if before.last == "between" and usual and _is_stretch(text, year, end):
        return True
    if before.last in _MAYBE or (before.other, before.last) in _MAYBE_PAIRS:
        return usual and bool(year >= 1800 or not _CHANGE.search(before.text))
    return usual and (_is_named(before, text, end, year) or _is_set_off(before, text, end, year))


def _is_stretch(text: str, year: int, end: int) -> bool:
    """Whether a later year follows behind "and", and no noun that both numbers might count: "between 1785 and 1812"."""
    match = _AND_YEAR.match(text, end)
    if match is None or not year < int(match[1]) or year % 100 == int(match[1]) % 100 == 0:
        return False
    return not (after_year(text, match.end()) or _PLURAL_BEHIND.match(text, match.end()))


def _is_named(before: _Before, text: str, end: int, year: int) -> bool:
    """The Act of 1964, the 2008 crisis, a disastrous 1978 tour."""
    if before.last == "of":
        titled = year >= 1800 and _TITLE_OF.search(before.text[-32:]) is not None
        return before.other not in _AMOUNTS_OF and (year % 100 != 0 or titled)
    if not _NOUN_BEHIND.match(text, end):
        return False
    if _names(before.last):
        return True
    described = _names(before.other) and before.last.replace("-", "").isalpha() and before.last not in _COUNTING
    return described and year % 100 != 0 and not _PLURAL_BEHIND.match(text, end)


def _names(word: str) -> bool:
    return word in _NAMING or word.endswith(("'s", "’s", "s'"))


def _is_set_off(before: _Before, text: str, end: int, year: int) -> bool:
    """(9th Cir. 1993); Paris, 1968; 2008 was; 2012 or later."""
    if _in_brackets(before.text) and _BRACKET_BEHIND.match(text, end):
        return True
    if _AFTER_NAME.search(before.text[-24:]) and year % 100 and _ENDS_BEHIND.match(text, end):
        return True
    if _OPEN_BEHIND.match(text, end) or text.startswith(("'s ", "’s "), end):
        return True
    return _VERB_BEHIND.match(text, end) is not None and _STARTS_SENTENCE.search(before.text[-8:]) is not None


def _in_brackets(left: str) -> bool:
    if not left or left[-1] not in "([ ,;.\n":
        return False
    left = left[-_ASIDE:]
    opened = max(left.rfind("("), left.rfind("["))
    return opened >= 0 and ")" not in left[opened:] and "]" not in left[opened:]
