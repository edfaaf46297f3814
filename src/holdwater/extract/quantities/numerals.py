"""Numerals: digits with their grouping, fractions, number words and magnitudes, each with its value and its precision.

1,234,567.8   12,34,567   1.234.567,8   1'234'567   1 234 567   0,5        groups of every kind
2½   3/4   2 1/2   a third   two and a half   three quarters of a million
three hundred and five thousand   1.2 million   13 lakh   10k   a dozen   1.3 × 10^6   −4   minus five
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from math import isfinite

from holdwater.extract.quantities import number_words as words
from holdwater.extract.quantities.word_grammar import WordNumber, read_words
from holdwater.patterns import waiting


class Form(Enum):
    """How a numeral is written."""

    DIGITS = "digits"
    WORDS = "words"
    PART = "part"  # a fraction of one: a third, 3/4, ½
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Numeral:
    """One numeral of a text: where it stands, its value, half of each last place its writing may mean (the finest
    first), its form, and the `scale` that a magnitude word or letter gives it (1 where there is none)."""

    start: int
    end: int
    value: float
    half_steps: tuple[float, ...]
    form: Form
    scale: float = 1.0

    @property
    def scaled(self) -> bool:
        """Whether a magnitude belongs to it."""
        return self.scale != 1.0


_EUROPEAN = waiting(r"\d\.\d{3}(?:\.\d{3})*,\d|\d\.\d{3}\.\d{3}(?![.\d])|\d,\d{1,2}\s?[€%](?!\d)")
_ENGLISH = waiting(r"\d,\d{3}(?![\d,])")
_SPACES = "\u00a0\u2009\u202f "
_DIGITS = waiting(
    rf"""(?:
      (?P<comma>\d{{1,3}}(?:,\d{{2,3}})*,\d{{3}}(?!\d)(?:\.\d+)?)
    | (?P<point>\d{{1,3}}(?:\.\d{{3}})+,\d+|\d{{1,3}}(?:\.\d{{3}}){{2,}})
    | (?P<tick>\d{{1,3}}(?:['’]\d{{3}})+(?!\d)(?:\.\d+)?)
    | (?P<space>[1-9]\d{{0,2}}(?:[{_SPACES}]\d{{3}})+(?![\d{_SPACES[:3]}]|[ ,]\d{{3}})(?:[.,]\d+)?)
    | (?P<decimal>\d+,\d{{1,2}}(?![\d,])|0,\d+)
    | (?P<plain>\d+(?:[.·]\d+)?)
    )""",
    re.VERBOSE,
)
_EXPONENT = waiting(
    r"\s?[×xX*]\s?(?P<base>10|2)(?:(?:\^|\*\*)\s?)?(?P<power>[-−–+]?\d{1,3}|[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)(?!\d)"
    r"|[eE](?P<exp>[-−+]?\d{1,3})(?!\w)"
    r"|\s?\^(?P<raised>[-−+]?\d{1,2})(?!\d)"
)
_SPREAD = waiting(r"\s?(?:±|\+/-)\s?(\d+(?:\.\d+)?(?:[eE][-+]?\d{1,2})?)(?!\d)")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻−–", "0123456789+---")
_FRACTION = waiting(r"\s?/\s?(\d{1,4})(?![\d/.,]{0,12}\d|[A-Za-z])")
_MIXED = waiting(r"[ \u00a0]{1,2}(\d{1,2})/(\d{1,3})(?![\d/])|[ \u00a0-]?(?P<vulgar>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])")
_ORDINAL = waiting(r"(?:st|nd|rd|th)(?![A-Za-z])")
_SCALE = waiting(
    r"[\s\u00a0-]{0,2}(?P<word>[Tt]housand|[Mm]illion|[Bb]illion|[Tt]rillion|[Qq]uadrillion|[Ll]akh|[Ll]ac|[Cc]rore|"
    r"[Hh]undred|[Dd]ozens?|dozs?|dzs)(?P<plural>s?)(?![A-Za-z])"
    r"|[ \u00a0]{0,2}(?P<short>k|K|mn|mln|mil|mio|Mio|MM|bn|Bn|BN|bln|tn|trn|tln|cr|M|m|b|B|t|T)(?![\w/²³°])"
)
_COUNTED = waiting(
    r"\s(?:[a-z]+\s)?(?:people|persons|children|women|men|girls|boys|households|homes|families|users|customers|visitors"
    r"|passengers|pupils|students|voters|workers|jobs|refugees|migrants|viewers|subscribers|members|adults|patients"
    r"|cases|deaths|births|doses|tests|copies|units|shares|vehicles|cars|barrels|tonnes|tons|litres|acres|hectares"
    r"|tourists|farmers|workers|residents|inhabitants|citizens|consumers|readers|followers|votes|trees|documents)\b"
)
"""Behind "m" glued to a number, what is counted in millions and not measured in metres: "1.2m children"."""
_THEN_SCALE = waiting(r"\s+(?P<word>thousand|lakh|million|crore|billion|trillion)(?![A-Za-z])")
_AND_PART = waiting(r"\s+and\s+(?:a|one)\s+(half|quarter|third)(?![a-z])")
_TAIL = waiting(r"\s+(?:and\s+)?(?=\d{1,3}(?![\d,./])|[A-Za-z]{3,9})")
_GLUED = waiting(r"[A-Z]{2,3}")
_LONGEST = 24  # digits: a longer string is an identifier


def read_numeral(
    text: str, start: int, *, money: bool = False, between: bool = False, european: bool = False
) -> Numeral | None:
    """The numeral that begins at `start`, or None.

    Args:
        text: any text.
        start: where a digit, a vulgar fraction or a number word begins.
        money: whether a currency stands before it: "m", "b" and "t" are then magnitudes.
        european: whether the text groups its digits by full stops: "1.340" is then 1340.
        between: whether "between" stands before it: "and" then joins two numbers, not the parts of one.

    Returns:
        The numeral, with its sign: "-", "−" or "+" before digits where no word or number stands before the sign, and
        "minus", "negative".
    """
    first = text[start]
    if first.isdigit() and first.isascii():
        return _signed(text, _read_digits(text, start, money, european))
    if first in words.VULGAR:
        value = words.VULGAR[first]
        return _with_scale(text, Numeral(start, start + 1, value, _part_steps(value), Form.PART), money)
    found = read_words(text, start, between=between)
    return None if found is None else _signed(text, _of_words(found))


def groups_by_stops(text: str) -> bool:
    """Whether a text writes 1.340,50 for 1340.5: it does so somewhere and groups nowhere by commas."""
    return _EUROPEAN.search(text) is not None and _ENGLISH.search(text) is None


def _of_words(found: WordNumber) -> Numeral:
    if found.part:
        return Numeral(found.start, found.end, found.value, _part_steps(found.value), Form.PART, found.scale)
    form = Form.ORDINAL if found.ordinal else Form.WORDS
    steps = _place_steps(found.value / found.scale, found.scale)
    return Numeral(found.start, found.end, found.value, steps, form, found.scale)


def _read_digits(text: str, start: int, money: bool, european: bool) -> Numeral | None:
    match = _DIGITS.match(text, start)
    if match is None or match.end() - start > _LONGEST:
        return None
    end = match.end()
    whole, decimals = _parts(match)
    if european and len(decimals) == 3 and len(whole) < 4 and match.lastgroup == "plain":
        whole, decimals = whole + decimals, ""
    if decimals and _ends_in_note(text, match, whole, decimals):
        return Numeral(start, end - len(decimals) - 1, float(whole), _digit_steps(whole, ""), Form.DIGITS)
    begin = start
    if match.lastgroup == "plain" and not decimals and start and text[start - 1] == "." and _opens(text, start - 2):
        begin, whole, decimals = start - 1, "0", whole
    value = float(f"{whole}.{decimals}" if decimals else whole)
    steps = _digit_steps(whole, decimals)
    numeral = Numeral(begin, end, value, steps, Form.DIGITS)
    follow = text[end : end + 1]
    if not follow or follow in ",;:)%" or follow == "." or follow == "\n":
        return numeral
    return _with_tail(text, numeral, plain=not decimals and match.lastgroup == "plain", money=money)


_SENTENCE = waiting(
    r"[\"”’)]?\s+(?:The|In|It|This|A|An|But|And|He|She|They|We|Since|All|On|At|For|Of|If|When|While|As|Its|Their"
    r"|These|Those|That|"
    r"There|Then|After|Before|By|With|Yet|So|No|Not|However|Some|Most|Many|Few|Both|Each|One|Two|Nor|Or|To|From|His"
    r"|Her|Our|My|I|"
    r"You|What|Who|Why|How|Here|Now|Another|Only|Even|Such|Until|During|Between|Among)\b"
)
_CAPITAL = waiting(r"\s+[“\"]?[A-Z][a-z]")


def _ends_in_note(text: str, match: re.Match[str], whole: str, decimals: str) -> bool:
    """Whether the digits behind the stop are a note mark at the end of a sentence: "in 2012.31 The", "$12,500.33 "
    "All"."""
    if len(decimals) > 3 or text[match.end() - len(decimals) - 1] != "." or decimals[0] == "0":
        return False
    if _SENTENCE.match(text, match.end()):
        return True
    year = len(whole) == 4 and whole[:2] in ("15", "16", "17", "18", "19", "20") and match.lastgroup == "plain"
    closes = match.lastgroup == "comma" or year
    return closes and (_CAPITAL.match(text, match.end()) is not None or (year and match.end() >= len(text.rstrip())))


def _parts(match: re.Match[str]) -> tuple[str, str]:
    """The digits before and behind the decimal mark."""
    group, written = match.lastgroup, match.group()
    if group == "plain" and written.isdigit():
        return written, ""
    if group in ("point", "decimal"):
        whole, _, decimals = written.replace(".", "").partition(",")
    elif group == "space":
        whole, _, decimals = re.sub(f"[{_SPACES}]", "", written).replace(",", ".").partition(".")
    else:
        whole, _, decimals = written.replace(",", "").replace("·", ".").replace("'", "").replace("’", "").partition(".")
    return whole, decimals


def _with_tail(text: str, numeral: Numeral, *, plain: bool, money: bool) -> Numeral | None:
    """The numeral with its fraction, exponent, ordinal ending or magnitude."""
    end, value = numeral.end, numeral.value
    if plain:
        if text[end] == "/" or text[end : end + 2] == " /":
            return _fraction(text, numeral)
        if mixed := _MIXED.match(text, end):
            return _with_scale(text, _mixed(numeral, mixed), money)
        if ordinal := _ORDINAL.match(text, end):
            return Numeral(numeral.start, ordinal.end(), value, (0.5,), Form.ORDINAL)
    exponent = _EXPONENT.match(text, end)
    found = _raised(numeral, exponent) if exponent else _with_scale(text, numeral, money)
    spread = _SPREAD.match(text, found.end) if found else None
    return replace(found, end=spread.end(), half_steps=(float(spread.group(1)),)) if found and spread else found


def _fraction(text: str, numeral: Numeral) -> Numeral | None:
    match = _FRACTION.match(text, numeral.end)
    if match is None:
        return numeral if text[numeral.end] == " " or not text[numeral.end + 1 : numeral.end + 2].isdigit() else None
    below = float(match.group(1))
    if not 2 <= below <= 1000 or numeral.value >= below * 4:
        return None
    value = numeral.value / below
    return Numeral(numeral.start, match.end(), value, _part_steps(value), Form.PART)


def _mixed(numeral: Numeral, match: re.Match[str]) -> Numeral:
    if vulgar := match.group("vulgar"):
        part = words.VULGAR[vulgar]
    else:
        below = float(match.group(2))
        part = float(match.group(1)) / below if below > 1 else 0.0
    if not 0 < part < 1:
        return numeral
    return Numeral(numeral.start, match.end(), numeral.value + part, (part / 4,), Form.DIGITS)


def _raised(numeral: Numeral, match: re.Match[str]) -> Numeral | None:
    if match.group("raised") is not None:
        try:
            value = numeral.value ** int(match.group("raised").translate(_SUPERSCRIPT))
        except (OverflowError, ZeroDivisionError):
            return None
        return Numeral(numeral.start, match.end(), value, (value / 100,), Form.DIGITS) if isfinite(value) else None
    base = float(match.group("base") or 10)
    power = int((match.group("power") or match.group("exp")).translate(_SUPERSCRIPT))
    try:
        factor = base**power
    except OverflowError:
        return None
    value = numeral.value * factor if power >= 0 else float(f"{numeral.value}") / base**-power
    if not isfinite(value):
        return None
    return Numeral(numeral.start, match.end(), value, (numeral.half_steps[0] * factor,), numeral.form, factor)


def _with_scale(text: str, numeral: Numeral, money: bool) -> Numeral:
    """The numeral with the magnitude behind it: "1.2 million", "10k", "3 hundred and 21", "3 million and a half"."""
    match = _SCALE.match(text, numeral.end)
    if match is None:
        return numeral
    if short := match.group("short"):
        spaced = match.group().startswith((" ", "\u00a0"))
        many = money or (short == "m" and not spaced and _COUNTED.match(text, match.end()) is not None)
        factor = words.SHORT_SCALES.get(short) or (words.MONEYED[short] if many else 0.0)
        if not factor or (short == "M" and not money and spaced) or (short == "K" and numeral.half_steps[0] < 0.05):
            return numeral
        return _scaled(numeral, factor, match.end())
    word = match.group("word").lower()
    factor = (words.SCALES | words.HUNDRED | words.DOZENS)[word]
    scaled = _scaled(numeral, factor, match.end())
    if more := _THEN_SCALE.match(text, scaled.end):  # "three lakh crore", "3 hundred million"
        scaled = _scaled(scaled, words.SCALES[more.group("word")], more.end())
    if half := _AND_PART.match(text, scaled.end):
        return _scaled_half(scaled, factor, half)
    return _with_smaller(text, scaled, factor)


def _scaled(numeral: Numeral, factor: float, end: int) -> Numeral:
    value = float(f"{numeral.value * factor:.15g}")
    steps = tuple(step * factor for step in numeral.half_steps)
    return Numeral(numeral.start, end, value, steps, _whole(numeral.form), numeral.scale * factor)


def _whole(form: Form) -> Form:
    return Form.DIGITS if form is Form.PART else form


def _scaled_half(numeral: Numeral, factor: float, match: re.Match[str]) -> Numeral:
    part = factor / words.PARTS[match.group(1)]
    return Numeral(numeral.start, match.end(), numeral.value + part, (part / 4,), numeral.form, numeral.scale)


def _with_smaller(text: str, numeral: Numeral, factor: float) -> Numeral:
    """ "4 thousand 3 hundred and 21": a smaller numeral that goes on with this one."""
    gap = _TAIL.match(text, numeral.end)
    if gap is None or not numeral.value.is_integer():
        return numeral
    smaller = read_numeral(text, gap.end()) if text[gap.end()].isdigit() else _smaller_words(text, gap.end())
    if smaller is None or not (0 < smaller.value < factor and smaller.value.is_integer()):
        return numeral
    if smaller.form not in (Form.DIGITS, Form.WORDS) or not ("and" in gap.group() or smaller.scaled):
        return numeral
    value = numeral.value + smaller.value
    return Numeral(numeral.start, smaller.end, value, smaller.half_steps[:1], numeral.form, factor)


def _smaller_words(text: str, start: int) -> Numeral | None:
    found = read_words(text, start)
    return None if found is None or found.part or found.ordinal else _of_words(found)


def _signed(text: str, numeral: Numeral | None) -> Numeral | None:
    """The numeral with the sign that stands before it."""
    if numeral is None or numeral.start == 0:
        return numeral
    start = numeral.start
    before = text[start - 1]
    if before == "+" and numeral.form is Form.DIGITS and _opens(text, start - 2):
        return Numeral(start - 1, *_tail_of(numeral, numeral.value))
    if before in "-−–":
        begin = start - 1
    elif before == " " and start > 1 and text[start - 2] in "-−":
        begin = start - 2
    elif before == " " and (said := _said_minus(text, start - 1)):
        return Numeral(start - 1 - said, *_tail_of(numeral, -numeral.value))
    else:
        return numeral
    if numeral.form is Form.WORDS or not _is_sign(text, begin, start - begin == 2):
        return numeral
    return Numeral(begin, *_tail_of(numeral, -numeral.value))


def _said_minus(text: str, end: int) -> int:
    """How long "minus" or "negative" before `end` is; 0 where neither stands."""
    if text[end - 1] not in "se":
        return 0
    if text[max(0, end - 8) : end].lower() == "or minus":
        return 0
    return next((len(word) for word in ("minus", "negative") if text[max(0, end - len(word)) : end].lower() == word), 0)


def _tail_of(numeral: Numeral, value: float) -> tuple[int, float, tuple[float, ...], Form, float]:
    return numeral.end, value, numeral.half_steps, numeral.form, numeral.scale


def _is_sign(text: str, begin: int, spaced: bool) -> bool:
    """Whether the dash at `begin` is a minus: not behind a word or a number, nor a dash between words, nor a bullet."""
    behind = text[begin - 1] if begin else ""
    if not spaced:
        return not behind or not (behind.isalnum() or behind in ")].,%°_")
    return text[:begin].rstrip(" ")[-1:] in ("", "(", "=")


def _opens(text: str, index: int) -> bool:
    """Whether the character at `index` is white space, an opening bracket, a currency or the text's edge."""
    return index < 0 or text[index] in " \n\t\u00a0\u2009\u202f([{“\"‘'$£€¥=<>~≈"


def _digit_steps(whole: str, decimals: str) -> tuple[float, ...]:
    """Half of each last place that digits may mean: of decimals the last one, of a round number each zero's place."""
    if decimals:
        return (0.5 * 10.0 ** -len(decimals),)
    stripped = whole.rstrip("0")
    zeros = len(whole) - len(stripped) if stripped else 0
    return _STEPS[zeros] if zeros < len(_STEPS) else tuple(0.5 * 10.0**place for place in range(zeros + 1))


_STEPS = [tuple(0.5 * 10.0**place for place in range(zeros + 1)) for zeros in range(16)]


def _place_steps(mantissa: float, scale: float) -> tuple[float, ...]:
    if not mantissa.is_integer():
        return (0.25 * scale,)
    return tuple(step * scale for step in _digit_steps(str(int(abs(mantissa))), ""))


def _part_steps(value: float) -> tuple[float, ...]:
    """A part in words or as a fraction is written as loosely as one in a hundred or one in twenty of itself."""
    size = abs(value)
    return (size / 100, size / 20)
