"""Numbers in words as numbers in digits: "twenty-five" is 25, "nineteen eighty-four" is 1984, "a hundred and five" 105.

English in full; of German, French and Spanish the single words that are no word of another language.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from holdwater.patterns import waiting

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen "
        "eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}  # fmt: skip
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {f"{word[:-1]}ieth": value for word, value in _TENS.items()}
_DECADES = {f"{word[:-1]}ies": value for word, value in _TENS.items()}
_ELSEWHERE = {
    word: str(value)
    for words in (
        "zwei:2 drei:3 vier:4 fünf:5 sechs:6 sieben:7 acht:8 neun:9 zehn:10 zwölf:12 zwanzig:20 dreißig:30 dreissig:30 "
        "vierzig:40 fünfzig:50 sechzig:60 siebzig:70 achtzig:80 neunzig:90 hundert:100 tausend:1000 "
        "deux:2 trois:3 quatre:4 cinq:5 huit:8 douze:12 treize:13 quatorze:14 quinze:15 vingt:20 trente:30 quarante:40 "
        "cinquante:50 soixante:60 dos:2 tres:3 cuatro:4 cinco:5 siete:7 ocho:8 nueve:9 diez:10 doce:12 "
        "trece:13 veinte:20 "
        "treinta:30 cuarenta:40 cincuenta:50 sesenta:60 setenta:70 ochenta:80 noventa:90".split(),
    )
    for word, _, value in (entry.partition(":") for entry in words)
}
_DIGITS = waiting(r"\d{1,15}(?:\.\d{1,9})?")
_ORDINAL = waiting(r"(\d{1,9})(?:st|nd|rd|th|d)")
_DECADE = waiting(r"(\d{2,4})'?s")
_BEGINNINGS = frozenset({"a", *_UNITS, *_TENS, *_ORDINALS, *_DECADES})
_LONGEST = 24
"""Words that one number may have."""

Counted = tuple[str, int]
"""A number in digits, and how many words it took."""


def counted(keys: Sequence[str], at: int) -> Counted | None:
    """The number that begins with word `at`, in digits ("105", "1.5", "3th", "1980s"); None where none does."""
    key = keys[at]
    if key[:1].isdigit():
        return _in_digits(keys, at)
    if key in _ELSEWHERE:
        return _ELSEWHERE[key], 1
    return _in_words(keys[at : at + _LONGEST]) if key in _BEGINNINGS else None


def _in_digits(keys: Sequence[str], at: int) -> Counted | None:
    """A number in digits, with the thousands or millions behind it."""
    for pattern, ending in ((_ORDINAL, "th"), (_DECADE, "s")):
        found = pattern.fullmatch(keys[at])
        if found:
            return found.group(1) + ending, 1
    if not _DIGITS.fullmatch(keys[at]):
        return None
    value, used = Decimal(keys[at]), 1
    while at + used < len(keys) and used < 4 and (scale := _scale(keys[at + used])):
        value, used = value * scale, used + 1
    return (_written(value), used) if used > 1 else (keys[at], 1)


def _at(keys: Sequence[str], index: int) -> str:
    return keys[index] if index < len(keys) else ""


def _scale(key: str) -> int:
    return 100 if key == "hundred" else _SCALES.get(key, 0)


def _written(value: Decimal) -> str:
    """As plain digits; 1.50 million is 1500000."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _in_words(keys: Sequence[str]) -> Counted | None:
    group = _group(keys, 0)
    if group is None:
        return _ending(keys, 0, 0)
    value, used = group
    year = _year(keys, value, used)
    if year:
        return year
    total, least = 0, max(_SCALES.values()) + 1
    while used < len(keys) and 0 < (scale := _SCALES.get(keys[used], 0)) < least:
        total, value, used, least = total + value * scale, 0, used + 1, scale
        tied = used + (list(keys[used : used + 1]) == ["and"])
        after = _group(keys, tied)
        # "one thousand and two thousand" are two numbers.
        if after is None or keys[tied] == "a" or _SCALES.get(_at(keys, tied + after[1]), 0) >= least:
            break
        value, used = after[0], tied + after[1]
    return _ending(keys, total + value, used) or _pointed(keys, total + value, used) or (str(total + value), used)


def _ending(keys: Sequence[str], value: int, used: int) -> Counted | None:
    """An ordinal or a decade that ends a number: twenty-third, the eighties."""
    at = used + (used > 0 and list(keys[used : used + 1]) == ["and"])
    key = _at(keys, at)
    room = value % 100 == 0 or (value % 10 == 0 and _ORDINALS.get(key, 10) < 10)
    if key in _ORDINALS and room and (used == 0 or value >= 20):
        return f"{value + _ORDINALS[key]}th", at + 1
    return (f"{_DECADES[key]}s", 1) if key in _DECADES and used == 0 else None


def _group(keys: Sequence[str], at: int) -> tuple[int, int] | None:
    """A number below ten thousand without thousands: its value and how many words of `keys` from `at` it took."""
    if at + 1 < len(keys) and keys[at] == "a" and _scale(keys[at + 1]):
        value, used = 1, 1
    else:
        below = _below_hundred(keys, at)
        if below is None:
            return None
        value, used = below
    if at + used < len(keys) and keys[at + used] == "hundred":
        value, used = value * 100, used + 1
        tied = used + (list(keys[at + used : at + used + 1]) == ["and"])
        rest = _below_hundred(keys, at + tied)
        if rest and _at(keys, at + tied + rest[1]) != "hundred":
            value, used = value + rest[0], tied + rest[1]
    return value, used


def _below_hundred(keys: Sequence[str], at: int) -> tuple[int, int] | None:
    key = _at(keys, at)
    if key in _UNITS:
        return _UNITS[key], 1
    if key not in _TENS:
        return None
    unit = _UNITS.get(_at(keys, at + 1), 0)
    return (_TENS[key] + unit, 2) if 0 < unit < 10 else (_TENS[key], 1)


def _year(keys: Sequence[str], century: int, used: int) -> Counted | None:
    """A year as it is spoken: nineteen eighty-four, nineteen oh four, nineteen eighties."""
    if not 13 <= century <= 20 or used != 1 or used >= len(keys):
        return None
    if keys[used] in _DECADES:
        return f"{century}{_DECADES[keys[used]]}s", used + 1
    if keys[used] in ("oh", "o") and 0 < _UNITS.get(_at(keys, used + 1), 0) < 10:
        return f"{century}0{_UNITS[keys[used + 1]]}", used + 2
    rest = _below_hundred(keys, used)
    if rest is None or rest[0] < 10 or _scale(_at(keys, used + rest[1])):
        return None
    return f"{century}{rest[0]}", used + rest[1]


def _pointed(keys: Sequence[str], value: int, used: int) -> Counted | None:
    """A decimal number as it is spoken, and what it is a multiple of: one point five million."""
    if used >= len(keys) or keys[used] != "point":
        return None
    digits = ""
    at = used + 1
    while at < len(keys) and _UNITS.get(keys[at], 10) < 10:
        digits, at = digits + str(_UNITS[keys[at]]), at + 1
    if not digits:
        return None
    whole = Decimal(f"{value}.{digits}")
    if at < len(keys) and keys[at] in _SCALES:
        whole, at = whole * _SCALES[keys[at]], at + 1
    return _written(whole), at
