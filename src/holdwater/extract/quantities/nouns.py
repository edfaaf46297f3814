"""What a number counts: the head noun behind it, adjectives skipped, and its singular."""

from __future__ import annotations

import re
from dataclasses import dataclass

from holdwater.patterns import waiting

_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "mice": "mouse", "geese": "goose", "lives": "life", "wives": "wife", "knives": "knife", "leaves": "leaf",
    "halves": "half", "wolves": "wolf", "shelves": "shelf", "thieves": "thief", "loaves": "loaf", "calves": "calf",
    "selves": "self", "oxen": "ox", "dice": "die", "criteria": "criterion", "phenomena": "phenomenon",
    "analyses": "analysis", "crises": "crisis", "hypotheses": "hypothesis", "theses": "thesis", "bases": "base",
    "axes": "axis", "diagnoses": "diagnosis", "indices": "index", "matrices": "matrix", "appendices": "appendix",
    "vertices": "vertex", "alumni": "alumnus", "fungi": "fungus", "nuclei": "nucleus", "data": "datum",
    "strata": "stratum", "bacteria": "bacterium", "curricula": "curriculum", "movies": "movie", "cookies": "cookie",
    "buses": "bus", "viruses": "virus", "bonuses": "bonus", "censuses": "census", "campuses": "campus",
    "statuses": "status", "gases": "gas", "policemen": "policeman", "policewomen": "policewoman",
    "firemen": "fireman", "firefighters": "firefighter", "fishermen": "fisherman", "businessmen": "businessman",
    "businesswomen": "businesswoman", "servicemen": "serviceman", "congressmen": "congressman", "ties": "tie",
    "lies": "lie", "pies": "pie", "zombies": "zombie", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato",
    "vetoes": "veto", "echoes": "echo", "shoes": "shoe", "toes": "toe", "horses": "horse", "houses": "house",
    "nurses": "nurse", "cases": "case", "courses": "course", "causes": "cause", "purchases": "purchase",
    "responses": "response", "offenses": "offense", "licenses": "license", "expenses": "expense", "phrases": "phrase",
    "clauses": "clause", "databases": "database", "pulses": "pulse", "increases": "increase", "decreases": "decrease",
    "releases": "release", "diseases": "disease", "vases": "vase", "axles": "axle", "sizes": "size",
    "prizes": "prize", "caches": "cache", "niches": "niche", "aches": "ache", "headaches": "headache",
    "leases": "lease", "exercises": "exercise", "franchises": "franchise", "enterprises": "enterprise",
    "noses": "nose", "roses": "rose", "doses": "dose", "senses": "sense", "universes": "universe",
    "corpses": "corpse", "eclipses": "eclipse", "premises": "premise", "promises": "promise", "quizzes": "quiz",
    "grandchildren": "grandchild", "schoolchildren": "schoolchild", "passersby": "passerby", "genera": "genus",
}  # fmt: skip
_SAME = frozenset(
    "staff police cattle sheep fish deer salmon trout aircraft spacecraft species series personnel youth dead "
    "wounded injured missing "
    "homeless unemployed poor offspring headquarters barracks crossroads means infantry cavalry troops clergy folk "
    "bison "
    "livestock poultry swine refugees kilowatts percent crew".split()
)
_NOT_PLURAL = frozenset(
    "was is has does this its his hers theirs us thus plus as yes alas perhaps always sometimes besides afterwards "
    "towards "
    "backwards forwards across previous various numerous famous religious serious less unless ours yours whereas "
    "news mathematics physics economics politics statistics linguistics ethics lens gas bus census virus status "
    "basis analysis "
    "crisis consensus bonus focus genus corpus campus chaos canvas christmas tennis "
    "indigenous autonomous anonymous dangerous continuous precious obvious nervous gross cross across glass class "
    "mass loss pass "
    "illness business process access success progress congress address stress press dress boss grass excess witness "
    "homeless says goes "
    "makes takes gives shows becomes remains includes means needs seems gets comes".split()
)
_STOP = frozenset(
    """plus minus equals the a an this that these those his her its their our my your some any all both each every no
    of in on at by for to
    from with without within into onto over under above below between among against during since until before after
    about around through and or but nor than then as so if when while where whereas because although though which
    who whom whose what is are was were be been being has have had do does did will would can could may might must
    shall should not only also just even still already per via out off up down it he she they we you i there here
    them him me us more most less least fewer very too such same other's et said say says told made make took take
    went go came come gave give got get found find showed show according compared including ago later earlier old
    ever never yet again once versus vs like near across along behind beyond despite except inside outside toward
    towards upon""".split()
)
_VERBS = frozenset(
    """rose fell grew attended lived died worked voted remained became began moved received reported used left lost won
    increased decreased declined dropped reached stood killed took held paid born took part agreed felt thought
    believed wanted enrolled attending living working dying signed responded answered completed participated
    migrated fled arrived visited passed failed dead waiting""".split()
)
_ADJECTIVE_ENDS = ("ous", "ful", "ible", "able", "ish", "ive", "al", "ic", "less", "ary")
_WORD = waiting(
    r"(?P<gap>\s{0,3}|-|\s?[-‐‑]\s?)(?P<word>[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ]*(?:[-‐'’][A-Za-zÀ-ÿ]+)*)(?P<digits>\d{1,3}(?!\d))?"
)
_OF_WHAT = frozenset(
    """sport sports arms sale goods saving savings system operation communication electronic car customs works news
    service human right jobs job game benefit claim record parts needs bu busines material resource asset account
    school hospital""".split()
)
"""Plurals that stand before another plural as what it is of: "40 sports clubs", "12 arms dealers"."""
_FURTHEST = 6  # words between a number and its noun's end
_ITEMS = waiting(r",\s(?=[a-z]+(?:,|\s[a-z]+s\b))")


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun as written in lower case, its singular, and where it ends."""

    word: str
    singular: str
    end: int
    hyphened: bool = False


def noun_behind(text: str, end: int, limit: int, *, one: bool = False) -> Noun | None:
    """The head noun of what the number before `end` counts, in text[:limit]; None if there is none.

    "300 young women" gives women; "a 300-page report" page; "300 of the girls" girls. `one` says that the number is 1:
    the noun is then a singular.
    """
    first = _WORD.match(text, end, limit)
    if first is None:
        return None
    if first["gap"].strip():
        return _hyphened(first)
    if first["word"].lower() == "of":
        return _behind_of(text, first.end(), limit)
    run = _run(text, end, limit)
    if not run:
        return None
    return _singular_head(run) if one else _plural_head(run)


def _hyphened(match: re.Match[str]) -> Noun | None:
    word = match["word"].lower().split("-")[0]
    if (
        len(word) < 3
        or word in _STOP
        or word.endswith(("ed", "ish"))
        or word in ("fold", "odd", "plus", "strong", "something")
    ):
        return None
    return Noun(word, word, match.start("word") + len(word), hyphened=True)


_PARTITIVE = waiting(
    r"\s(?:\d[\d,.]*|(?:the|these|those|its|their|our|his|her|all|such)"
    r"(?:\s(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve))?)(?!\w)"
)


def _behind_of(text: str, end: int, limit: int) -> Noun | None:
    partitive = _PARTITIVE.match(text, end, limit)
    run = _run(text, partitive.end() if partitive else end, limit)
    return _plural_head(run) if run else None


def _run(text: str, end: int, limit: int) -> list[re.Match[str]]:
    """The words behind a number up to the first that cannot stand before or be its noun."""
    found: list[re.Match[str]] = []
    while len(found) < _FURTHEST:
        match = _WORD.match(text, end, limit)
        if match is None or (found and match["gap"] == "") or match["gap"].strip():
            if found and text.startswith((", ", " and "), end) and _is_adjective(found[-1]["word"].lower()):
                end += 2 if text[end] == "," else 5
                match = _WORD.match(text, end - 1, limit)
                if match is None or match["word"].lower() in _STOP:
                    break
            else:
                break
        word = match["word"].lower()
        if word in _STOP:
            if word in ("other", "more", "fewer", "less", "such") and not found:
                end = match.end()
                continue
            break
        if found and word in _VERBS:
            break
        found.append(match)
        end = match.end()
    return found


def names_something(text: str, end: int, limit: int) -> bool:
    """Whether a word that may be a noun follows."""
    return bool(_run(text, end, limit))


def _is_adjective(word: str) -> bool:
    return word.endswith(_ADJECTIVE_ENDS) or word in ("young", "old", "small", "large", "new", "big", "long")


def _plural_head(run: list[re.Match[str]]) -> Noun | None:
    for index, match in enumerate(run):
        word = match["word"].lower().removesuffix("'s").removesuffix("’s")
        possessive = match["word"].lower().endswith(("'s", "’s"))
        if possessive or not is_plural(word):
            continue
        follows = run[index + 1]["word"].lower() if index + 1 < len(run) else ""
        if (
            follows
            and is_plural(follows)
            and follows not in _VERBS
            and (word in _OF_WHAT or word.rstrip("s") in _OF_WHAT)
        ):
            continue
        return Noun(word, singular(word), match.end("word"))
    return None


def _singular_head(run: list[re.Match[str]]) -> Noun | None:
    """Behind "one": the first word that is no adjective."""
    for match in run:
        word = match["word"].lower()
        if not (_is_adjective(word) or word.endswith(("ed", "ing"))):
            return Noun(word, word, match.end("word"))
    return None


def is_plural(word: str) -> bool:
    """Whether a lower-case word is likely a plural noun."""
    last = word.rsplit("-", 1)[-1]
    if last in _IRREGULAR or last in _SAME or _is_of_men(last):
        return True
    return (
        len(last) > 2
        and last.endswith("s")
        and not last.endswith(("ss", "ous", "'s", "’s"))
        and last not in _NOT_PLURAL
        and last not in _STOP
    )


def _is_of_men(word: str) -> bool:
    """ "chairmen", "townswomen", but not "specimen"."""
    return len(word) > 5 and word.endswith("men") and word not in _NOT_OF_MEN


_NOT_OF_MEN = frozenset("specimen abdomen regimen acumen bitumen cyclamen albumen semen women stamen".split())


def singular(word: str) -> str:
    """The singular of a plural noun in lower case; any other word as it is."""
    head, dash, last = word.rpartition("-")
    if last not in _IRREGULAR and _is_of_men(last):
        return f"{head}{dash}{last[:-2]}an"
    if last in _IRREGULAR:
        return head + dash + _IRREGULAR[last]
    if not is_plural(last) or (last in _SAME and not last.endswith("ees")):
        return word.rstrip("s") if last in ("troops", "refugees") else word
    if last.endswith("ies") and len(last) > 4:
        return f"{head}{dash}{last[:-3]}y"
    if last.endswith(("ches", "shes", "xes", "sses", "zes")):
        return f"{head}{dash}{last[:-2]}"
    return f"{head}{dash}{last[:-1]}"
