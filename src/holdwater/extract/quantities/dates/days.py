"""Dates with a day or a month: 12 May 2010, the 3rd of June, May 2010, 5-8 March 2012, 2010-05-12, 12/05/2010."""

from __future__ import annotations

import re
from dataclasses import replace

from holdwater.extract.quantities.dates.setting import Setting
from holdwater.extract.quantities.dates.vocabulary import (
    DASH,
    MONTHS,
    ORDINAL_DAY,
    YEAR_WORDS,
    day_number,
    year_in_words,
)
from holdwater.extract.quantities.dates.written import Found, Written
from holdwater.extract.quantities.model import Grain

_TO = rf"(?:\s*{DASH}\s*|\s+(?:to|through|thru|until|till|and)\s+)"
_YEAR = rf"(?P<year>[12]\d\d\d)(?![\w:/]|[.,]\d|{DASH}\d)|(?P<words>{YEAR_WORDS})\b|['’‘](?P<short>\d\d)\b"
_DAYS_BEFORE = re.compile(
    rf"(?<![\w.,/:$€£#§-])(?:the\s+)?(?:(?P<from>{ORDINAL_DAY}){_TO}(?:the\s+)?)?(?P<day>{ORDINAL_DAY})"
    r"(?:\s+day)?(?:(?P<of>\s+of)(?:\s+the\s+month\s+of)?)?[\s,-]\s*$",
    re.IGNORECASE,
)
_GLUED_DAY_BEFORE = re.compile(r"(?<![\w.,/:$€£#§-])(?P<day>\d{1,2})$")
_YEAR_BEFORE = re.compile(r"(?<![\w.,/:$€£#§-])(?P<year>[12]\d\d\d),?\s*$")
_DAYS_BEHIND = re.compile(
    rf"\.?,?[\s-]*(?:the\s+)?(?P<day>{ORDINAL_DAY})(?!(?:[.,:/]|{DASH})\d|\s?%)"
    rf"(?:{_TO}(?:the\s+)?(?P<to>{ORDINAL_DAY})(?![.,:/]?\d|\s?%|\s+[A-Z][a-z]{{2}}))?",
    re.IGNORECASE,
)
_DAY_RANGE_BEHIND = re.compile(
    rf"\.?[\s-]*(?P<day>{ORDINAL_DAY}){_TO}(?:the\s+)?(?P<to>{ORDINAL_DAY})(?![.,:/]?\d|\s?%)", re.IGNORECASE
)
_YEAR_BEHIND = re.compile(rf"(?:\.?,?\s*{DASH}?\s*(?:(?:of|in)\s+)?(?:the\s+year\s+)?|/)(?:{_YEAR})", re.IGNORECASE)
_MODAL = {"may", "march", "mar"}


def month_date(setting: Setting, match: re.Match[str]) -> Found | None:
    """The date around a month's name, None where the word is no month ("may", "March" the verb)."""
    month = MONTHS[match[0].lower()]
    found = _after_days(setting, match, month) or _before_days(setting, match, month)
    if found is not None:
        return found
    found = _with_year(setting, match.start(), match.end(), Written(Grain.MONTH, month=month))
    if found.low.year or found.high:
        return None if _is_verb(match[0]) and not match[0][0].isupper() else found
    if not match[0][0].isupper() or match[0] == "MAY":
        return None
    return replace(found, lone=True)


def _after_days(setting: Setting, match: re.Match[str], month: int) -> Found | None:
    """12 May, the 3rd of June, 5-8 March."""
    left = setting.before(match.start(), 64)
    days = _DAYS_BEFORE.search(left) or _GLUED_DAY_BEFORE.search(left)
    if not days:
        return None
    start = match.start() - len(left) + days.start()
    day = Written(Grain.DAY, month=month, day=day_number(days["day"]))
    first = days.groupdict().get("from")
    if first and " and " in days[0].lower() and not re.search(r"\bbetween\s+$", left[: days.start()], re.IGNORECASE):
        start, first = match.start() - len(left) + days.start("day"), None
    found = _with_year(setting, start, match.end(), day)
    plain = match[0][0].isupper() or found.low.year or not _is_verb(match[0]) or days.groupdict().get("of")
    if not plain or day.day > 31 or (match[0] == "MAY" and not found.low.year):
        return None
    if not first:
        return found
    return replace(found, low=replace(found.low, day=day_number(first)), high=found.low)


def _before_days(setting: Setting, match: re.Match[str], month: int) -> Found | None:
    """May 12th, May 12-14."""
    days = _DAYS_BEHIND.match(setting.text, match.end())
    wider = _DAY_RANGE_BEHIND.match(setting.text, match.end())
    days = wider or days
    if not days or (_is_verb(match[0]) and not match[0][0].isupper() and "t" not in days["day"][-2:]):
        return None
    between = re.search(r"\bbetween\s+$", setting.before(match.start(), 12), re.IGNORECASE)
    end, to = days.end(), days["to"]
    if to and not between and re.search(r"\sand\s", days[0]):
        end, to = days.end("day"), None
    found = _with_year(setting, match.start(), end, Written(Grain.DAY, month=month, day=day_number(days["day"])))
    if match[0] == "MAY" and not found.low.year:
        return None
    return replace(found, high=replace(found.low, day=day_number(to))) if to else found


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
    return bool(not written.day and re.compile(r"\s+(?:people|men|women|children|troops)\b|\s?%").match(text, end))


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
    if (len(year) == 2 and match["mark"] != "/") or not _stands_alone(setting.text, match):
        return None
    if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12):
        return None
    day_first = first > 12 or (second <= 12 and (match["mark"] == "." or setting.day_first))
    month, day = (second, first) if day_first else (first, second)
    whole = int(year) if len(year) == 4 else full_year(setting, int(year))
    return Found(match.start(), match.end(), Written(Grain.DAY, whole, month, day))


def iso_date(setting: Setting, match: re.Match[str]) -> Found | None:
    """2010-05-12, 2010/5/12; where only the second number can be a day, it is."""
    if not _stands_alone(setting.text, match):
        return None
    year, month, day = int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"])
    if month > 12 >= day:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Found(match.start(), match.end(), Written(Grain.DAY, year, month, day))


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 2) : match.start()]
    if before and (before[-1].isalnum() or before[-1] in "_/.:$€£#§" or re.fullmatch(r"\d[-,]", before)):
        return False
    return not re.compile(r"[\w%/:]|[.,]\d|-\d").match(text, match.end()) or text[match.end()] == "T"
