"""Words that are one word in two spellings: British and American, numerals, a slip of the pen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from holdwater.patterns import waiting

_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()
_COUNTED = "one two three four five six seven eight nine ten eleven twelve".split()
_ORDERED = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
NUMERALS = (
    {roman: str(number) for number, roman in enumerate(_ROMAN, 1) if roman not in ("i", "v", "x")}
    | {word: str(number) for number, word in enumerate(_COUNTED, 1)}
    | {word: f"{number}th" for number, word in enumerate(_ORDERED, 1)}
    | {"1st": "1th", "2nd": "2th", "3rd": "3th"}
)
"""Numerals in the one form they are compared in; a lone i, v or x is a letter as often as not."""

_LONE = ({"i", "1"}, {"v", "5"}, {"x", "10"})
"""Letters that are a numeral where the other side has the figure."""
_TENS = {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}

_RULES = (
    (waiting(r"(?<=\w{2})is(?=(?:e|ed|es|er|ers|ing|ation|ations|ational|able)$)"), "iz"),
    (waiting(r"(?<=\w{2})ys(?=(?:e|ed|es|er|ers|ing)$)"), "yz"),
    (
        waiting(r"^(col|hon|fav|lab|neighb|behavi|hum|rum|vap|tum|flav|harb|vig|arm|rig|endeav|od|od|splend)our"),
        r"\1or",
    ),
    (waiting(r"(?<=\w{3})our(?=s?$|al|ed|ing|ist|able|ite|hood|less|ful)"), "or"),
    (waiting(r"(cent|theat|fib|lit|met|spect|calib|sab|lust|meag|somb|sepulch)re(?=s?$|d$)"), r"\1er"),
    (waiting(r"ogue(?=s?$)"), "og"),
    (waiting(r"(?<=[a-z])ae(?=[cdgmnopstv])|^ae(?=[st])"), "e"),
    (waiting(r"oe(?=a$|d|st|ta|ti|tu|li|ba|op)"), "e"),
    (waiting(r"ll(?=(?:ed|ing|er|ers|or|ors|ation|ous)$)"), "l"),
    (waiting(r"(?<=\w{2})mme(?=s?$)"), "m"),
    (waiting(r"^(def|off|lic|pret)ence"), r"\1ense"),
    (waiting(r"(?<=[ef]le|nne)xion(?=s?$)"), "ction"),
    (waiting(r"^sulph"), "sulf"),
    (waiting(r"^alumini"), "alumin"),
    (waiting(r"^grey$"), "gray"),
    (waiting(r"plough"), "plow"),
    (waiting(r"^mould"), "mold"),
    (waiting(r"^(judg|acknowledg)ement"), r"\1ment"),
    (waiting(r"^ageing$"), "aging"),
)
_AMERICAN = (
    "tyre tire, kerb curb, cheque check, gaol jail, draught draft, storey story, sceptic skeptic, sceptical skeptical, "
    "scepticism skepticism, whisky whiskey, cosy cozy, artefact artifact, artefacts artifacts, aeroplane airplane, "
    "enrol enroll, "
    "enrolment enrollment, fulfil fulfill, fulfilment fulfillment, skilful skillful, practise practice, yoghurt "
    "yogurt, "
    "vol volume, vols volumes, pt part, bk book, chap chapter, enquiry inquiry, enquiries inquiries, manoeuvre "
    "maneuver, moustache mustache, pyjamas pajamas, tyres tires, "
    "cheques checks"
)
_FIXED = NUMERALS | {pair.split()[0]: pair.split()[1] for pair in _AMERICAN.split(", ")}
_SHORTEST = 5
"""Letters: in shorter words one letter more or less makes another word."""


@lru_cache(maxsize=8192)
def spelt(word: str) -> str:
    """A folded word in the one spelling that is compared: American, numerals in figures."""
    if word in _FIXED:
        return _FIXED[word]
    if len(word) > 3:
        for pattern, put in _RULES:
            word = pattern.sub(put, word)
    return word


def counted(words: Sequence[str]) -> list[str]:
    """`words` in one spelling each, "twenty first" and "thirty two" as the one numeral they are: 21th, 32."""
    found: list[str] = []
    for word in (spelt(word) for word in words):
        last = found[-1] if found else ""
        unit = word.removesuffix("th")
        if last in _TENS and len(unit) == 1 and unit.isdecimal():
            found[-1] = f"{_TENS[last] + int(unit)}{word[1:]}"
        elif re.fullmatch(r"\d+(?:st|nd|rd|th)", word):
            found.append(f"{word[:-2]}th")
        else:
            found.append(word)
    return found


def is_slip(one: str, other: str) -> bool:
    """Whether two folded words are one letter apart and long enough for that to be a slip, not another word.

    The first letters agree: "micro" and "macro", "affect" and "effect" are other words. So are a number and another.
    """
    if min(len(one), len(other)) < _SHORTEST or not (one.isalpha() and other.isalpha()):
        return False
    alike = 3 if min(len(one), len(other)) == _SHORTEST else 2
    return one[:alike] == other[:alike] and Levenshtein.distance(one, other, score_cutoff=1) <= 1


def slips_between(ours: Sequence[str], theirs: Sequence[str]) -> int | None:
    """How many words of two titles are a slip apart; None where they differ in anything but slips and joined words."""
    mine, other = counted(ours), counted(theirs)
    i = j = slips = 0
    while i < len(mine) and j < len(other):
        if mine[i] == other[j] or {mine[i], other[j]} in _LONE:
            i, j = i + 1, j + 1
        elif i + 1 < len(mine) and mine[i] + mine[i + 1] == other[j]:
            i, j = i + 2, j + 1
        elif j + 1 < len(other) and mine[i] == other[j] + other[j + 1]:
            i, j = i + 1, j + 2
        elif is_slip(mine[i], other[j]):
            i, j, slips = i + 1, j + 1, slips + 1
        else:
            return None
    return slips if i == len(mine) and j == len(other) else None
