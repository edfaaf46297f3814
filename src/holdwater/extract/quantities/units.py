"""The unit beside a numeral: percent and points, money, time, physical units and what a rate is per."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from holdwater.extract.quantities import currencies
from holdwater.extract.quantities.model import Dimension, Unit
from holdwater.extract.quantities.number_words import SCALES
from holdwater.extract.quantities.numerals import Form, Numeral
from holdwater.extract.quantities.unit_table import MEASURES, POWERS, WORDLIKE
from holdwater.patterns import waiting

PERCENT = Unit(Dimension.PERCENT, "percent")
POINT = Unit(Dimension.POINT, "percentage point")
BASIS_POINT = Unit(Dimension.POINT, "basis point", "percentage point", 0.01)


@dataclass(frozen=True, slots=True)
class UnitRead:
    """A unit with where it ends."""

    unit: Unit
    end: int
    scale: float = 1.0  # what the unit's own letters multiply the number by: "30 MUSD"


_NEXT = waiting(
    r"(?P<gap>[ \u00a0\u2009\u202f]?[-‐‑][ ]?|\s{0,3})(?P<open>[(\[{<](?=[A-Za-zµμ]{1,3}[)\]}>]))?"
    rf"(?:(?P<sign>[%‰℃℉{currencies.MARKS}]|°\s?[CF]\b|°|″|\")|(?P<word>[A-Za-zµμΩ]+(?:-[a-z]{4, 6}(?![a-z]))?\.?))"
)
_POINTS = waiting(r"[\s-]?(?:age\s)?[Pp]oints?(?![A-Za-z])")
_MORE = waiting(r"\s{1,3}([A-Za-z][A-Za-z.]*)")
_CENT = waiting(r"\s{1,3}cent(?:age)?s?(?![A-Za-z])")
_POWER = waiting(r"\^?([23²³])(?!\d|[.,]\d)|\s(squared|cubed)\b")
_PER = waiting(
    r"(?:\s?/\s?|\s{1,3}(?:per|an?|each|every|for\severy)\s{1,3}|\sp\.?(?=a\.))(?P<many>\d{1,3}(?:,\d{3})+|1000+"
    r"|\d{2,3}(?=\s[a-z])|(?:one |a )?(?:hundred thousand|million|thousand|hundred))?"
    r"(?:\s{0,2}(?P<square>square|sq\.?|cubic|cu\.?)\s)?\s{0,2}(?P<word>[A-Za-zµ]+)?(?P<power>[23²³](?!\d))?"
)
_SPELLED_MANY = {"hundred": "100", "thousand": "1000", "hundred thousand": "100000", "million": "1000000"}
_PERSONS = frozenset("capita person head inhabitant citizen resident".split())
_WHEN = waiting(r"\s(?:earlier|ago|before|later|previously|afterwards|on\b(?=[.,;)])|older|younger|prior)")
_RATED = waiting(r"\b(?:margins?|yields?|rates?|spreads?|bonds?|interest|inflation|coupon|gilts?|profit|costs?)\b")
_SOLD_BY = {word: word for word in "barrel bushel bottle ticket share seat copy night piece pair bag".split()} | {
    "kilo": "kilogram",
    "head": "person",
    "person": "person",
}
"""What goods are sold by, behind "a" and "each"; "$5 a friend" is no price."""
_COSTS = waiting(
    r"(?:cost|paid|pay|price|spen[dt]|worth|fee|fine|wage|earn|salar|charge|fund|grant|£|money|bill|tax|sold|sell"
    r"|bought|buy)",
    re.IGNORECASE,
)
_ACCOUNTS = waiting(
    r"\b(?:revenues?|incomes?|dividends?|debts?|loans?|lent|borrow(?:ed|ing)?|profits?|surplus|deficits?|receipts|tolls?|"
    r"rents?|interest(?!ing)|tenders?|insur\w{0,8}|owed|owing|mortgages?|pensions?|expen(?:ses?|diture)|subscri\w{0,10}|"
    r"shares|sale|legacy|bequest|bequeathed|turnover|assets|capital of|share capital)\b",
    re.IGNORECASE,
)
"""Words of accounts, beside which pounds are money."""
_OF_GOODS = waiting(r"\sof\s(?!the\b|its\b|his\b|her\b|their\b|this\b|that\b)[a-z]")
_OLD_SIGN = waiting(r"\s[a-z\d(]|[,;:)\]]")
"""Behind the stop of "64,000l." where that is no sentence's end."""
_INCH_NEXT = waiting(r"[.,;:)\]]|\s*$|\s(?:thick|long|wide|high|tall|deep|in diameter|by|x|×|of (?:rain|snow))\b")
_HEAT = waiting(r"\b(?:temperatures?|weather|cold|hot|warm|heat|freez|boil|melt|thermostat|outside)|°", re.IGNORECASE)
_CODE_SCALE = waiting(r"\s(million|billion|trillion)(?![A-Za-z])")
_SHOUTED = frozenset("KM KG Km Kg MPH ML CM MM LBS Lbs FT Ft OZ KPH Ml Mph".split())
_RARE_NAMES = frozenset("mark marks won real rand rands lira dong penny sterling".split())


def money_before(text: str, start: int, floor: int) -> tuple[str, int] | None:
    """The currency that stands before `start` (not before `floor`) and where it begins; None if none does."""
    end = start - 1 if start > floor and text[start - 1] in " \u00a0" else start
    if end <= floor:
        return None
    last = text[end - 1]
    if last == "$":
        return _dollars(text, end - 1, floor)
    if last in currencies.SYMBOLS:
        return currencies.SYMBOLS[last], end - 1
    if not (last.isalpha() or last == "."):
        return None
    begin = end - 1
    while begin > floor and end - begin < 5 and text[begin - 1].isalpha():
        begin -= 1
    word = text[begin:end]
    code = currencies.SHORT.get(word) or currencies.LOWER.get(word)
    if code is None and word in currencies.CODES and word != "ALL":
        code = word
    return (code, begin) if code else None


def _dollars(text: str, sign: int, floor: int) -> tuple[str, int]:
    """The currency of a dollar sign, by the letters before it: "US$", "A$", "c $"."""
    end = sign - 1 if sign > floor and text[sign - 1] == " " else sign
    begin = end
    while begin > floor and end - begin < 5 and (text[begin - 1].isalpha() or text[begin - 1] == "."):
        begin -= 1
    lead = text[begin:end].rstrip(".").lower()
    code = currencies.DOLLARS.get(lead)
    if code is None or (end < sign and len(lead) == 1 and lead != "c"):  # "a $5 note"
        return "$", sign
    return code, begin


def unit_behind(text: str, numeral: Numeral, limit: int) -> UnitRead | None:
    """The unit that follows a numeral in text[:limit], with a "per" of its own; None if there is none."""
    match = _NEXT.match(text, numeral.end, limit)
    if match is None:
        return None
    if sign := match["sign"]:
        return _of_sign(text, numeral, match, sign, limit)
    word = match["word"]
    read = (
        _percent(text, match, word, limit)
        or _money(text, numeral, match, word, limit)
        or _measure(text, numeral, match, word, limit)
    )
    if read is None:
        return None
    if match["open"]:
        return UnitRead(read.unit, read.end + 1)
    return read


def _of_sign(text: str, numeral: Numeral, match: re.Match[str], sign: str, limit: int) -> UnitRead | None:
    end = match.end()
    if "\n" in match["gap"]:
        return None
    if sign == "%":
        points = _POINTS.match(text, end, limit)
        return UnitRead(POINT, points.end()) if points else UnitRead(PERCENT, end)
    if sign == "‰":
        return UnitRead(Unit(Dimension.RATE, "", per="1000"), end)
    if sign in currencies.SYMBOLS:
        if text[end : end + 1].isdigit() or (match["gap"] and text[end : end + 2].strip().isdigit()):
            return None
        return with_per(text, UnitRead(Unit(Dimension.MONEY, currencies.SYMBOLS[sign]), end), limit)
    if sign in '"″':
        closes = numeral.form is Form.DIGITS and numeral.value <= 400 and not _quoted(text, numeral.start, end)
        return UnitRead(MEASURES["inch"], end) if closes else None
    if sign == "°" and (named := re.compile(r"\s([Cc]elsius|[Ff]ahrenheit)").match(text, end)):
        return UnitRead(MEASURES[named.group(1).lower()], named.end())
    return UnitRead(MEASURES[sign.replace(" ", "")], end)


def _quoted(text: str, start: int, end: int) -> bool:
    line = text.rfind("\n", 0, start) + 1
    return text.count('"', line, end - 1) % 2 == 1


def _percent(text: str, match: re.Match[str], word: str, limit: int) -> UnitRead | None:
    lowered = word.rstrip(".").lower()
    end = match.start("word") + len(word.rstrip("."))
    if lowered in ("percent", "percents", "pct", "pc", "percentage", "percentages"):
        points = _POINTS.match(text, end, limit)
        return UnitRead(POINT, points.end()) if points else UnitRead(PERCENT, end)
    if lowered.startswith("percentage-point"):
        return UnitRead(POINT, end)
    if lowered == "per" and (cent := _CENT.match(text, end, limit)):
        points = _POINTS.match(text, cent.end(), limit)
        return UnitRead(POINT, points.end()) if points else UnitRead(PERCENT, cent.end())
    if word.rstrip(".") in ("pp", "ppt", "ppts", "pps"):
        return UnitRead(POINT, end)
    if lowered == "basis" and (points := _POINTS.match(text, end, limit)):
        return UnitRead(BASIS_POINT, points.end())
    return None


def _words(text: str, match: re.Match[str], limit: int) -> list[tuple[str, int]]:
    """The first word and the two that may follow it, each with where it ends."""
    end = match.end("word")
    found = [(match["word"], end)]
    for _ in range(2):
        more = _MORE.match(text, end, limit)
        if more is None:
            break
        end = more.end()
        found.append((more.group(1), end))
    return found


def _money(text: str, numeral: Numeral, match: re.Match[str], word: str, limit: int) -> UnitRead | None:
    bare = word.rstrip(".")
    end = match.start("word") + len(bare)
    if bare in currencies.CODES or (bare[:1] == "M" and bare[1:] in currencies.CODES):
        if bare == "ALL" or text[end : end + 1].isdigit():
            return None
        read = with_per(text, UnitRead(Unit(Dimension.MONEY, bare[-3:]), end), limit)
        if len(bare) > 3:
            return replace(read, scale=1e6)
        large = _CODE_SCALE.match(text, end, limit)
        return UnitRead(read.unit, large.end(), SCALES[large.group(1)]) if large else read
    lowered = bare.lower()
    if lowered in _MONEY_STARTS:
        for name, until in _joined(_words(text, match, limit)):
            code = currencies.NAMES.get(name)
            if code and not (name in _RARE_NAMES and numeral.value < 100):
                return with_per(text, UnitRead(Unit(Dimension.MONEY, code), until), limit)
        if lowered in ("us", "u.s", "australian", "canadian") and text.startswith("$", end + 1):
            return with_per(text, UnitRead(Unit(Dimension.MONEY, currencies.DOLLARS.get(lowered, "$")), end + 2), limit)
    if bare == "p" and not match["gap"] and numeral.form is not Form.WORDS:
        return with_per(text, UnitRead(Unit(Dimension.MONEY, "penny"), end), limit)
    if word == "l." and not match["gap"] and _is_old_pound(text, numeral, match.end(), limit):
        return with_per(text, UnitRead(Unit(Dimension.MONEY, "GBP"), match.end()), limit)
    if lowered in ("pound", "pounds") and _is_sterling(text, numeral, end):
        return with_per(text, UnitRead(Unit(Dimension.MONEY, "GBP"), end), limit)
    return None


_MONEY_STARTS = frozenset(name.split()[0] for name in currencies.NAMES) | {"us", "u.s", "u"}


def _joined(found: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Names of one to three words, the longest first, each with where it ends, in lower case without a last stop."""
    spelled = [word.lower() for word, _ in found]
    return [
        (" ".join(spelled[:many]).rstrip("."), found[many - 1][1] - (found[many - 1][0][-1] == "."))
        for many in range(len(found), 0, -1)
    ]


def _is_sterling(text: str, numeral: Numeral, end: int) -> bool:
    """Whether pounds, which end there, are money: of a price or an account, not of goods."""
    if numeral.scaled and numeral.value >= 1e5:
        return True
    start = max(0, numeral.start - 50)
    if _COSTS.search(text, start, numeral.start):
        return True
    return bool(_ACCOUNTS.search(text, start, numeral.start)) and not _OF_GOODS.match(text, end)


def _is_old_pound(text: str, numeral: Numeral, end: int, limit: int) -> bool:
    """Whether "64,000l." of an old book, whose stop ends there, is pounds: litres have no stop of their own."""
    if numeral.form is not Form.DIGITS or _OF_GOODS.match(text, end):
        return False
    return bool(_OLD_SIGN.match(text, end, limit)) or _is_sterling(text, numeral, end)


def _measure(text: str, numeral: Numeral, match: re.Match[str], word: str, limit: int) -> UnitRead | None:
    bare = word.rstrip(".")
    lowered = bare.lower()
    start = match.start("word")
    if lowered in POWERS:
        more = _MORE.match(text, start + len(word), limit)
        unit = more and _simple(more.group(1).rstrip("."))
        if more and unit:
            raised = _to_power(unit, POWERS[lowered])
            return with_per(text, UnitRead(raised, more.start(1) + len(more.group(1).rstrip("."))), limit)
        return None
    if lowered in _LONG_STARTS:
        for name, until in _joined(_words(text, match, limit))[:-1]:
            if name in MEASURES:
                return UnitRead(MEASURES[name], until)
    if bare == "bps" and _RATED.search(text, max(0, numeral.start - 80), numeral.start):
        return UnitRead(BASIS_POINT, start + 3)
    unit = _simple(bare)
    end = start + len(bare)
    if unit is None or not _is_unit_here(text, numeral, match, bare, end, limit):
        return None
    power = _POWER.match(text, end, limit)
    if power and unit.base == "metre":
        unit = _to_power(unit, 2 if power.group().strip(" ^") in ("2", "²", "squared") else 3)
        end = power.end()
    return with_per(text, UnitRead(unit, end), limit)


_LONG_STARTS = frozenset(name.split()[0] for name in MEASURES if " " in name)


def _simple(word: str) -> Unit | None:
    unit = MEASURES.get(word)
    if unit is None and (len(word) > 2 or word in _SHOUTED):
        lowered = word.lower()
        unit = MEASURES.get(lowered) if len(word) > 3 or word in _SHOUTED or word.istitle() else None
    return unit


def _is_unit_here(text: str, numeral: Numeral, match: re.Match[str], word: str, end: int, limit: int) -> bool:
    """Whether a symbol that may also be a word or a letter stands here as a unit."""
    follow = text[end : end + 1]
    if follow.isdigit() and not _POWER.match(text, end, limit):
        return len(word) > 1
    if word not in WORDLIKE:
        return len(word) > 2 or follow not in "-'’" or not follow
    gap = match["gap"]
    if len(word) == 1 and word == "L" and follow == "." and text[end + 1 : end + 3].strip()[:1].isupper() and gap:
        return False
    if numeral.form in (Form.WORDS, Form.ORDINAL) or follow in ("'", "’", "-"):
        return False
    if word == "in":
        return "-" in gap or (gap != "\n" and _INCH_NEXT.match(text, end, limit) is not None and gap != "")
    if word in ("C", "F"):
        return _is_temperature(text, numeral, end)
    if word == "A":
        return not follow or follow in ".,;)"
    if word == "s" and not gap and numeral.value % 10 == 0:
        return False
    return gap in ("", " ", "\u00a0", "\u202f", "\u2009", "-")


def _is_temperature(text: str, numeral: Numeral, end: int) -> bool:
    """Whether a bare C or F is a temperature: the sentence speaks of heat, or the number is below zero."""
    if text[end : end + 1].isalnum() or numeral.value > 5000 or text[end + 1 : end + 2].isupper():
        return False
    return numeral.value < 0 or _HEAT.search(text, max(0, numeral.start - 80), end + 40) is not None


def _to_power(unit: Unit, power: int) -> Unit:
    prefix = "square" if power == 2 else "cubic"
    factor = float(f"{unit.factor**power:.12g}")
    return Unit(unit.dimension, f"{prefix} {unit.name}", f"{prefix} {unit.base}", factor)


def with_per(text: str, read: UnitRead, limit: int) -> UnitRead:
    """The unit with what it is per: "$15 per hour", "80 km/h", "$3 a year", "12 deaths per 1,000 births"."""
    end = read.end
    if end >= limit or text[end] not in " /\n\u00a0":
        return read
    match = _PER.match(text, end, limit)
    if match is None or not (match["many"] or match["word"]):
        return read
    return _of_per(text, read, match) or read


def _of_per(text: str, read: UnitRead, match: re.Match[str]) -> UnitRead | None:
    said = match.group().strip().split()[0].lower()
    if match["many"]:
        many = match["many"].replace(",", "").removeprefix("a ").removeprefix("one ")
        per = _SPELLED_MANY.get(many, many)
        if said in ("a", "an", "each") or not per.isdigit():
            return None
        return UnitRead(_rate(read.unit, per), match.end("many"))
    word = match["word"]
    end = match.end("power") if match["power"] else match.end("word")
    if said in ("a", "an") and _WHEN.match(text, end):  # "$1,900 a year earlier"
        return None
    if word.lower() in ("annum", "a"):
        return UnitRead(replace(read.unit, per="year"), end) if said in ("per", "p", "p.") else None
    if (said == "per" or said.startswith("/")) and word.lower() in _PERSONS:
        return UnitRead(replace(read.unit, per="person"), end)
    unit = _simple(word)
    if unit is None or (len(word) == 1 and not said.startswith("/")):
        return _per_noun(read, word, said, end)
    if match["square"] or match["power"]:
        power = POWERS.get((match["square"] or "").lower(), 2 if (match["power"] or "") in ("2", "²") else 3)
        unit = _to_power(unit, power)
    if (
        said in ("a", "an", "each", "every")
        and unit.dimension is not Dimension.TIME
        and read.unit.dimension is not Dimension.MONEY
    ):
        return None
    return UnitRead(_divided(read.unit, unit), end)


def _per_noun(read: UnitRead, word: str, said: str, end: int) -> UnitRead | None:
    if said in ("a", "an", "each") and read.unit.dimension is Dimension.MONEY and word in _SOLD_BY:
        return UnitRead(replace(read.unit, per=_SOLD_BY[word]), end)
    if said != "per" or word.lower() in ("cent", "cents", "centage") or not word.islower() or len(word) < 3:
        return None
    return UnitRead(replace(read.unit, per=word), end)


def _rate(unit: Unit, per: str) -> Unit:
    if unit.dimension is Dimension.MONEY:
        return replace(unit, per=per)
    return replace(unit, dimension=Dimension.RATE, per=per)


def _divided(unit: Unit, by: Unit) -> Unit:
    """A physical unit divided by another is one unit ("kilometre per hour"); money and counts keep theirs, with a "
    "`per`."""
    if unit.dimension is not Dimension.PHYSICAL or not unit.base:
        return replace(unit, per=by.name)
    factor = float(f"{unit.factor / by.factor:.12g}")
    return Unit(Dimension.PHYSICAL, f"{unit.name} per {by.name}", f"{unit.base} per {by.base}", factor)
