"""Dates with a day or a month: 12 May 2010, the 3rd of June, May 2010, 5-8 March 2012, 2010-05-12, 12/05/2010."""

from __future__ import annotations

import re
from dataclasses import replace

from holdwater.extract.quantities.dates.setting import Setting
from holdwater.extract.quantities.dates.vocabulary import (
    DASH,
    DAY,
    MONTH,
    MONTHS,
    ORDINAL_DAY,
    YEAR_WORDS,
    day_number,
    year_in_words,
)
from holdwater.extract.quantities.dates.written import Found, Written
from holdwater.extract.quantities.model import Grain
from holdwater.patterns import waiting

_TO = rf"(?:\s*{DASH}\s*|\s+(?:to|through|thru|until|till|and)\s+)"
_YEAR = (
    rf"(?P<year>[12]\d\d\d)(?![\w:]|[.,]\d|/\d|{DASH}(?!{DAY}(?:st|nd|rd|th)?\s+{MONTH})\d)"
    rf"|(?P<words>{YEAR_WORDS})\b|['’‘](?P<short>\d\d)\b"
)
DAYS_BEFORE = waiting(
    rf"(?<![\w./$€£#§-])(?<!\d[:,])(?:the\s+)?(?:(?P<from>{ORDINAL_DAY}){_TO}(?:the\s+)?)?(?P<day>{ORDINAL_DAY})"
    r"(?P<stop>\.)?(?:\s+day)?(?:(?P<of>\s+of)(?:\s+the\s+month\s+of)?)?[\s,/-]\s*$",
    re.IGNORECASE,
)
_GLUED_DAY_BEFORE = waiting(r"(?<![\w.,/:$€£#§-])(?P<day>\d{1,2})$")
_YEAR_BEFORE = waiting(r"(?<![\w.,/:$€£#§-])(?P<year>[12]\d\d\d)\s?[,/-]?\s*$")
_DAYS_BEHIND = waiting(
    rf"\.?,?(?:[\s-]*|/)(?:the\s+)?(?P<day>{ORDINAL_DAY})(?!(?:[.,:/]|{DASH})\d(?!\d{{3}})|\s?%)"
    rf"(?:{_TO}(?:the\s+)?(?P<to>{ORDINAL_DAY})(?![.,:/]?\d|\s?%|\s+[A-Z][a-z]{{2}}))?",
    re.IGNORECASE,
)
_DAY_RANGE_BEHIND = waiting(
    rf"\.?[\s-]*(?P<day>{ORDINAL_DAY}){_TO}(?:the\s+)?(?P<to>{ORDINAL_DAY})(?![.,:/]?\d|\s?%)", re.IGNORECASE
)
_YEAR_BEHIND = waiting(
    rf"(?:\.?\s{{0,30}}(?:,\s{{0,30}})?(?:{DASH}\s?)?(?:(?:of|in)\s)?(?:the\syear\s)?|/)(?:{_YEAR})", re.IGNORECASE
)
_COUNTED_BEHIND = waiting(r"\s+(?:people|men|women|children|troops)\b|\s?%")
_FIGURE_DASH = waiting(r"\d[-,]|./")
_GOES_ON = waiting(r"[\w%:]|/(?!\d{4}-)|[.,]\d|-\d(?!\d?[-/.]\d\d?[-/.]\d|\d{3}[-/.]\d)")
_DAY_ENDS = waiting(r"\s*(?:,\s*[12]\d{3}\b|[.;,)]|\n|$)")
_IN = waiting(r"\b(?:in|since|until)\s+$", re.IGNORECASE)
_ALWAYS_MONTHS = {"January", "February", "July", "September", "October", "November", "December"}
_MODAL = {"may", "march", "mar", "august"}


def month_date(setting: Setting, match: re.Match[str]) -> Found | None:
    """The date around a month's name, None where the word is no month ("may", "March" the verb)."""
    month = MONTHS[match[0].lower()]
    found = _after_days(setting, match, month) or _before_days(setting, match, month)
    if found is not None:
        return found
    found = _with_year(setting, match.start(), match.end(), Written(Grain.MONTH, month=month))
    if found.low.year or found.high:
        return None if _is_verb(match[0]) and not match[0][0].isupper() else found
    if match[0] == "MAY" or (
        match[0].islower() and _is_verb(match[0]) and not _IN.search(setting.before(match.start(), 8))
    ):
        return None
    return replace(found, lone=match[0] not in _ALWAYS_MONTHS)


def _after_days(setting: Setting, match: re.Match[str], month: int) -> Found | None:
    """12 May, the 3rd of June, 5-8 March; "5 and 8 March" are taken for the days from the one to the other."""
    left = setting.before(match.start(), 64)
    days = DAYS_BEFORE.search(left) or _GLUED_DAY_BEFORE.search(left)
    if not days:
        return None
    start = match.start() - len(left) + days.start()
    if setting.previous is not None and setting.previous.end > start:
        return None
    day = Written(Grain.DAY, month=month, day=day_number(days["day"]))
    first = days.groupdict().get("from")
    found = _with_year(setting, start, match.end(), day)
    plain = match[0][0].isupper() or found.low.year or not _is_verb(match[0]) or days.groupdict().get("of")
    if (
        not plain
        or (days.groupdict().get("stop") and not found.low.year)
        or day.day > 31
        or (match[0] == "MAY" and not found.low.year)
    ):
        return None
    if not first or (day_number(first) >= day.day and " and " in days[0]):
        return found
    return replace(found, low=replace(found.low, day=day_number(first)), high=found.low)


def _before_days(setting: Setting, match: re.Match[str], month: int) -> Found | None:
    """May 12th, May 12-14."""
    days = _DAYS_BEHIND.match(setting.text, match.end())
    wider = _DAY_RANGE_BEHIND.match(setting.text, match.end())
    days = wider or days
    if not days or (_is_verb(match[0]) and not match[0][0].isupper() and "t" not in days["day"][-2:]):
        return None
    end, to = days.end(), days["to"]
    if to and (day_number(to) <= day_number(days["day"]) or not _ends_days(setting.text, days)):
        end, to = days.end("day"), None
    found = _with_year(setting, match.start(), end, Written(Grain.DAY, month=month, day=day_number(days["day"])))
    if match[0] == "MAY" and not found.low.year:
        return None
    return replace(found, high=replace(found.low, day=day_number(to))) if to else found


def _ends_days(text: str, days: re.Match[str]) -> bool:
    """Whether "and 12" behind "May 5" is a day too, and not a number of something."""
    if not re.search(r"\sand\s", days[0]) or not days["to"].isdigit():
        return True
    return _DAY_ENDS.match(text, days.end()) is not None


def _with_year(setting: Setting, start: int, end: int, written: Written) -> Found:
    """The same with the year behind it, or before it."""
    behind = _YEAR_BEHIND.match(setting.text, end)
    if behind and not _counts(setting.text, behind.end(), written):
        return Found(start, behind.end(), replace(written, year=_year(setting, behind)))
    left = setting.before(start, 12)
    before = _YEAR_BEFORE.search(left)
    if before:
        return Found(start - len(left) + before.start(), end, replace(written, year=int(before["year"])))
    return Found(start, end, written)


def _counts(text: str, end: int, written: Written) -> bool:
    return not written.day and _COUNTED_BEHIND.match(text, end) is not None


def _year(setting: Setting, behind: re.Match[str]) -> int:
    if behind["year"]:
        return int(behind["year"])
    return year_in_words(behind["words"]) if behind["words"] else full_year(setting, int(behind["short"]))


def _is_verb(word: str) -> bool:
    return word.lower() in _MODAL


def full_year(setting: Setting, short: int) -> int:
    """The year that two digits say: none more than twenty years after the document's own, without that POSIX's rule
    (69 to 99 are of the twentieth century)."""
    if setting.today is None:
        return short + (1900 if short >= 69 else 2000)
    latest = setting.today.year + 20
    return latest - (latest - short) % 100


def numeric_date(setting: Setting, match: re.Match[str]) -> Found | None:
    """12/05/2010, 13.5.2015, 5-12-2010: which number is the month is said by what is possible, else by the text."""
    first, second, year = int(match["one"]), int(match["two"]), match["tail"]
    if (len(year) == 2 and match["mark"] != "/") or not _stands_alone(setting, match):
        return None
    if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12):
        return None
    day_first = first > 12 or (second <= 12 and (match["mark"] == "." or setting.day_first))
    month, day = (second, first) if day_first else (first, second)
    whole = int(year) if len(year) == 4 else full_year(setting, int(year))
    return Found(match.start(), match.end(), Written(Grain.DAY, whole, month, day))


def iso_date(setting: Setting, match: re.Match[str]) -> Found | None:
    """2010-05-12, 2010/5/12."""
    if not _stands_alone(setting, match):
        return None
    year, month, day = int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Found(match.start(), match.end(), Written(Grain.DAY, year, month, day))


def _stands_alone(setting: Setting, match: re.Match[str]) -> bool:
    """Whether the figures are not the middle of something longer; another date may be tied to them with a dash or a
    slash."""
    before = setting.before(match.start(), 2)
    tied = setting.previous is not None and setting.previous.end == match.start() - 1
    if before and (before[-1].isalnum() or before[-1] in "_.:$€£#§" or _FIGURE_DASH.fullmatch(before)) and not tied:
        return False
    return not _GOES_ON.match(setting.text, match.end()) or setting.text[match.end()] == "T"
