"""Words as the search for a series compares them: folded, stemmed, without the words that say nothing."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from holdwater.patterns import waiting

_WORD = waiting(r"[^\W_]+")
_THOUSANDS = waiting(r"(?<=\d)[,   ](?=\d{3}\b)")
_MARKS = {"%": " percent ", "$": " dollar ", "€": " euro ", "£": " pound ", "’": "'", "per cent": "percent"}
_POSSESSIVE = waiting(r"['’]s\b")

_IRREGULAR = {
    "women": "woman",
    "woman": "woman",
    "men": "man",
    "people": "person",
    "persons": "person",
    "children": "child",
    "babies": "baby",
    "infants": "baby",
    "infant": "baby",
    "mothers": "mother",
    "lives": "life",
    "lived": "live",
    "living": "live",
    "died": "death",
    "die": "death",
    "dies": "death",
    "dying": "death",
    "dead": "death",
    "deaths": "death",
    "born": "birth",
    "births": "birth",
    "spent": "spend",
    "grew": "grow",
    "growth": "grow",
    "labor": "labour",
    "enrollment": "enrol",
    "enrolment": "enrol",
    "enrolled": "enrol",
    "enrollments": "enrol",
    "program": "programme",
    "programs": "programme",
    "liters": "litre",
    "tons": "tonne",
    "tonnes": "tonne",
    "ton": "tonne",
    "physicians": "doctor",
    "physician": "doctor",
    "murders": "homicide",
    "murder": "homicide",
    "expenditure": "spend",
    "expenditures": "spend",
    "spending": "spend",
    "outlays": "spend",
    "govt": "government",
    "defence": "military",
    "defense": "military",
    "tb": "tuberculosis",
    "aids": "hiv",
    "happiest": "happy",
    "happier": "happy",
    "poorer": "poor",
    "richer": "rich",
    "emits": "emit",
    "emitted": "emit",
    "emissions": "emission",
    "pc": "computer",
    "pcs": "computer",
    "five": "5",
    "fifteen": "15",
    "ten": "10",
    "twenty": "20",
    "businesses": "business",
    "taxes": "tax",
    "gases": "gas",
}

STOP = frozenset(
    "a an the of in on at to for from by with within into over under per and or nor but as than that this these those "
    "which who whom whose what when where while it its it's they them their there he she his her we our you your is "
    "are was were be been being has have had having do does did not no any all every each some more most less least "
    "much many very so such only just about around nearly almost roughly approximately between during after before "
    "since until till up down out off if then also still even now ever yet both either neither one two three four "
    "would could should can may might will shall must s t according said says say data figure figures reported "
    "compared country countries nation nations national year years decade century percent percentage rate ratio "
    "number total share level average mean fell fall fallen rose rise risen raise raised increase increased decrease "
    "decreased drop dropped decline declined grown reach reached stood stand went go gone reduce reduced "
    "cut double doubled halve halved triple tripled high higher highest low lower lowest large larger largest small "
    "smaller smallest other another both sex sexes overall woman women man men girl girls boy boys female females male "
    "males person people individuals individual half third quarter million billion thousand hundred today had among "
    "amongst".split()
)
"""Words that say nothing of what is measured: "rate" and "percent" are the unit's business, "women" the sex's."""


def fold(text: str) -> str:
    """Lower case, without accents, digits ungrouped, and with marks such as "%" as words."""
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", text))
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark)).casefold()
    for mark, word in _MARKS.items():
        plain = plain.replace(mark, word)
    return _THOUSANDS.sub("", plain)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The part of a folded word that its forms share: a plural's s, -ing, -ed and a final e go; 3 letters stay.

    A light stemmer in the manner of Harman's S-stemmer (1991): too little is better than too much, as the concepts
    know the words that matter.
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= 3 or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("ches", "shes", "sses", "xes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def stems(text: str) -> list[str]:
    """The stems of all words of a text, in order; nothing is left out."""
    return [_IRREGULAR.get(word) or stem(word) for word in _WORD.findall(fold(text))]


_STOP_STEMS = STOP | {stem(word) for word in STOP}


def content(found: list[str]) -> list[str]:
    """The stems that say something of what is measured: no words of grammar, no bare numbers, no single letters."""
    return [one for one in found if one not in _STOP_STEMS and not one.isdigit() and len(one) > 1]
