"""Who a quantity is of: the sex and the age group that its words name."""

from __future__ import annotations

from holdwater.extract.quantities.drafts import Draft, Words
from holdwater.patterns import waiting

_FEMALE = frozenset(
    """women woman girls girl female females mothers mother wives wife daughters daughter schoolgirls widows sisters
    ladies her she""".split()
)
_MALE = frozenset(
    "men man boys boy male males fathers father husbands husband sons son schoolboys brothers his he".split()
)
_SEXED = frozenset(word + owner for word in _FEMALE | _MALE for owner in ("", "'s", "’s"))
_AGED = waiting(
    r"\b(?:aged|ages?)\s(?:between\s|from\s)?(?P<low>\d{1,3})(?:\s?(?:[-–—]|to|and)\s?(?P<high>\d{1,3})|(?P<up>\+"
    r"|\s(?:and|or)\s(?:over|older|above|more|up)))?(?!\d)"
    r"|\b(?P<under>under|over)(?:\sthe\sage\sof)?[- ](?P<limit>\d{1,3}|five|ten|fifteen|eighteen)s?\b(?!\s?(?:%|per"
    r"|million|thousand|billion|[a-z]+s\b(?<!\ss)))"
    r"|\b(?P<a>\d{1,3})(?:-\s|\s)?(?:[-–]|to)\s?(?P<b>\d{1,3})[- ]year[- ]olds?"
    r"|\b(?P<one>\d{1,3})[- ]year[- ]olds?|\b(?P<from>\d{1,3})(?:\syears)?\s(?:and|or)\s(?P<way>over|older|under"
    r"|younger)\b",
)
_SPELLED = {"five": 5, "ten": 10, "fifteen": 15, "eighteen": 18}


def sex_of(words: Words, draft: Draft, first: int, last: int, noun: str) -> str:
    """ "female" or "male" where the clause names one of the two alone, the noun first."""
    lower = words.lower
    if _SEXED.isdisjoint(words.every):
        return ""
    for at in range(first, last - 2):
        if (
            lower[at + 1] in ("and", "or")
            and {lower[at], lower[at + 2]} & _FEMALE
            and {lower[at], lower[at + 2]} & _MALE
        ):
            return ""
    for group in (set(noun.split()), set(words.lower[draft.behind : last]), set(words.lower[first : draft.before])):
        group = {word.removesuffix("'s").removesuffix("’s") for word in group}
        female, male = bool(group & _FEMALE), bool(group & _MALE)
        if female != male:
            return "female" if female else "male"
    return ""


def ages_in(text: str, words: Words) -> list[tuple[int, int, int]]:
    """The age groups of a sentence: where each stands, its first and its last year, -1 for an open end."""
    found = []
    for match in _AGED.finditer(text, words.span.start, words.span.end):
        group = {name: value for name, value in match.groupdict().items() if value}
        if "low" in group:
            low = int(group["low"])
            high = int(group["high"]) if "high" in group else -1 if "up" in group else low
        elif "under" in group:
            limit = int(_SPELLED.get(group["limit"], 0) or group["limit"])
            low, high = (-1, limit - 1) if group["under"] == "under" else (limit, -1)
        elif "a" in group:
            low, high = int(group["a"]), int(group["b"])
        elif "one" in group:
            low = high = int(group["one"])
        else:
            year = int(group["from"])
            low, high = (year, -1) if group["way"] in ("over", "older") else (-1, year)
        if max(low, high) <= 120:
            found.append((match.start(), low, high))
    return found
