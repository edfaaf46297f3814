"""The words of dates, and the pieces of regular expression that read them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MONTH_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}

_DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS = {name: number for number, name in enumerate(_DAY_NAMES)}
WEEKDAYS |= {name[:3]: number for name, number in WEEKDAYS.items()} | {"tues": 1, "thur": 3, "thurs": 3}

UNITS = {
    name: number
    for number, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    name: 10 * number for number, name in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_FIRST_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS = {name: number for number, name in enumerate(_FIRST_ORDINALS, 1)} | {"thirtieth": 30}
ORDINALS |= {f"twenty-{name}": 20 + number for number, name in enumerate(_FIRST_ORDINALS[:9], 1)} | {"thirty-first": 31}

# The months of the northern half of the earth, as meteorologists count them; a winter ends in the year after.
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}

DECADE_WORDS = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
    "noughties": 0,
    "tens": 10,
}


def alternatives(words: Iterable[str]) -> str:
    """The words as alternatives of a regular expression, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


MONTH = rf"(?:{alternatives(MONTHS)})"
WEEKDAY = rf"(?:{alternatives(WEEKDAYS)})"
SEASON = rf"(?:{alternatives(SEASONS)})"
ORDINAL_WORD = rf"(?:{alternatives([name.replace('-', '[- ]') for name in ORDINALS])})"
DAY = r"(?:[12]\d|3[01]|0?[1-9])"
# Numbers in words from ten on: "one March" is no date.
_TEEN_WORDS = alternatives(list(UNITS)[10:])
_YEAR_GOES_ON = (
    rf"[- ](?:hundred|thousand|oh|{alternatives(TENS)})\b|[- ](?:{_TEEN_WORDS})\b(?![- ](?:{alternatives(TENS)}))"
)
_COUNTED_DAY = (
    rf"(?:(?:twenty|thirty)[- ](?:{alternatives(list(UNITS)[1:10])})"
    rf"|(?:{_TEEN_WORDS})(?!{_YEAR_GOES_ON})|twenty(?![- ]\w))"
)
ORDINAL_DAY = rf"(?:{DAY}(?:st|nd|rd|th)?(?![\w%])|{ORDINAL_WORD}\b|{_COUNTED_DAY}\b)"
# Characters between two dates that may be one: patterns for what links them are not tried on more.
LONGEST_LINK = 40
# Book typography ties a dash to its numbers with word joiners (U+2060).
DASH = r"(?:\u2060?[-\u2010-\u2015\u2212]\u2060?)"
_DIGIT_WORDS = alternatives(list(UNITS)[1:10])
_SMALL = rf"(?:(?:{alternatives(TENS)})(?:[- ](?:{_DIGIT_WORDS}))?|{alternatives(UNITS)})"
COUNT = rf"(?:\d{{1,4}}(?:st|nd|rd|th)?\b|a couple(?: of)?|couple(?: of)?|an?|{_SMALL})"
# Years in words: "nineteen eighty-four", "nineteen hundred and five", "eighteen oh six", "two thousand and eight".
YEAR_WORDS = (
    rf"(?:(?:(?:one|two) thousand)(?:,? (?:{_SMALL}) hundred)?(?:,? (?:and )?{_SMALL})?"
    rf"|(?:{'|'.join(list(UNITS)[11:])}|twenty)"
    rf"(?: hundred(?:,? (?:and )?{_SMALL})?|[- ](?:oh|o|zero)[- ](?:{alternatives(UNITS)})|"
    rf"[- ](?:(?:{alternatives(TENS)})(?:[- ](?:{_DIGIT_WORDS}))?|{alternatives(list(UNITS)[10:])})))"
)


def day_number(written: str) -> int:
    """The day that "3rd", "03" or "twenty-third" says."""
    digits = re.match(r"\d+", written)
    if digits:
        return int(digits[0])
    return ORDINALS.get(re.sub(r"[\s-]+", "-", written.lower())) or small_number(written)


def small_number(written: str) -> int:
    """The number under a hundred that digits or words say; "a" and "an" are one, "a couple" two."""
    digits = re.match(r"\d+", written)
    if digits:
        return int(digits[0])
    words = re.split(r"[\s-]+", written.lower())
    if "couple" in words:
        return 2
    return sum(TENS.get(word, 0) + UNITS.get(word, 0) for word in words if word not in ("a", "an")) or 1


def year_in_words(written: str) -> int:
    """The year that words say."""
    words = [word for word in re.split(r"[\s,-]+", written.lower()) if word and word != "and"]
    if "thousand" in words:
        return small_number(words[0]) * 1000 + _hundreds(words[2:])
    if "hundred" in words:
        return _hundreds(words)
    return small_number(words[0]) * 100 + _below_hundred(
        [word for word in words[1:] if word not in ("oh", "o", "zero")]
    )


def _hundreds(words: list[str]) -> int:
    if "hundred" not in words:
        return _below_hundred(words)
    at = words.index("hundred")
    return _below_hundred(words[:at]) * 100 + _below_hundred(words[at + 1 :])


def _below_hundred(words: list[str]) -> int:
    return sum(TENS.get(word, 0) + UNITS.get(word, 0) for word in words)
