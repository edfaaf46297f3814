"""Volumes and issues: the same number in figures or Roman numerals, with its part, supplement or section's letter."""

from __future__ import annotations

import re
from collections.abc import Mapping

from holdwater.patterns import waiting
from holdwater.sources.records.comparing.outcome import LACKING, SAME, Outcome, different, variant
from holdwater.sources.records.comparing.written import plain, text_of

_LABEL = waiting(
    r"\b(?:vol(?:ume|s)?|bd|band|tome?|tomo|jg|jahrgang|année|issue|no|nos|nr|num|number|num[eé]ro|heft|fasc(?:icule|"
    r"icolo)?|n)\b\.?[°º]?|[#№]|n[°º]\.?",
    re.IGNORECASE,
)
_BOTH = waiting(r"^\s*(\w{1,8})\s*\(\s*([\w/–-]{1,12})\s*\)\s*$")
_ROMAN = waiting(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec spring summer autumn fall winter".split()
_SERIES = waiting(r"\b(?:n\.?\s?[sf]\b|new ser|neue folge|ser|s(?=\d+-))", re.IGNORECASE)
_SPECIAL = waiting(r"\b(?:suppl?(?:ement|\.)?|special|spec|pt|part|s(?=\d)|spl|theme|conference)\b", re.IGNORECASE)


def volume_of(csl: Mapping[str, object]) -> str:
    """The volume, or the number in the series where there is none."""
    return text_of(csl, "volume")


def issue_of(csl: Mapping[str, object]) -> str:
    """The issue; of an article also its `number`, which BibTeX's lists call it."""
    issue = text_of(csl, "issue")
    if issue or text_of(csl, "type") not in ("article-journal", "article-magazine", "article"):
        return issue
    number = text_of(csl, "number")
    return number if re.fullmatch(r"\d{1,4}(?:\s?[-–/]\s?\d{1,4})?", number) else ""


def figures_of(text: str) -> tuple[str, ...]:
    """The numbers in a volume or issue, in order: "Vol. XII", "12", "012" give 12; "45–46" and "45/6" give 45, 46."""
    text = _LABEL.sub(" ", plain(text))
    found = re.findall(r"\d+|[^\W\d_]+", text.replace("_", " "))
    numbers = [str(int(one)) for one in found if one.isdecimal()]
    if not numbers:
        return tuple(value for one in found if (value := _roman(one)))
    if len(numbers) == 2 and len(numbers[1]) < len(numbers[0]) and re.search(r"\d\s?[-–/]\s?\d", text):
        numbers[1] = numbers[0][: -len(numbers[1])] + numbers[1]
    return tuple(numbers)


def _roman(text: str) -> str:
    if not text or len(text) > 12 or not _ROMAN.fullmatch(text):
        return ""
    values = [_VALUES[char] for char in text.lower()]
    return str(sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)))


def compare_volumes(ours: Mapping[str, object], theirs: Mapping[str, object], versions: bool) -> Outcome:
    """How the volume of a reference stands to that of a record."""
    mine, other = volume_of(ours), volume_of(theirs)
    if mine and (both := _BOTH.match(mine)):
        mine = both[1]
    if not mine or not other:
        return _by_other_number(mine, other, theirs)
    found = _same_number(mine, other)
    if found is not None:
        return found
    if figures_of(mine) and figures_of(mine) in (
        figures_of(text_of(theirs, "collection-number")),
        figures_of(text_of(theirs, "number")),
    ):
        return variant("the number in the series")
    if _counts_by_year(ours, theirs) or _counts_by_year(theirs, ours):
        return variant("counted by years here or there")
    if versions:
        return variant("one is the preprint, the other the publication", 0.5)
    return different("another volume")


def _by_other_number(mine: str, other: str, theirs: Mapping[str, object]) -> Outcome:
    """A number in a series is called a volume by some lists."""
    series = text_of(theirs, "collection-number")
    if mine and not other and series and figures_of(mine) == figures_of(series):
        return variant("the number in the series")
    return LACKING


def _counts_by_year(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """One side's volume is the year, and the issue's number is the other's volume: JHEP 07 (2012) is volume 2012, 7."""
    volume, issue = figures_of(volume_of(one)), figures_of(issue_of(one))
    return (
        len(volume) == 1
        and re.fullmatch(r"(?:19|20)\d\d", volume[0]) is not None
        and issue == figures_of(volume_of(other))
    )


def _same_number(mine: str, other: str) -> Outcome | None:
    if mine.casefold() == other.casefold():
        return SAME
    ours, theirs = figures_of(mine), figures_of(other)
    if ours and ours == theirs:
        return variant("written another way")
    if ours and theirs and ours[0] == theirs[0] and (len(ours) == 1 or len(theirs) == 1):
        return variant("with its part or supplement on one side only")
    if any(_SERIES.search(text) for text in (mine, other)) and ours[-1:] == theirs[-1:]:
        return variant("with its series on one side only")
    if not ours or not theirs:
        return _in_letters(mine, other)
    return None


def _in_letters(mine: str, other: str) -> Outcome | None:
    """Two volumes or issues of which one at least has no figure: "B" and "b", "in press" and 12."""
    if plain(mine).casefold().strip(" .") == plain(other).casefold().strip(" ."):
        return variant("written another way")
    return None if _is_named(mine) or _is_named(other) else LACKING


def compare_issues(ours: Mapping[str, object], theirs: Mapping[str, object], versions: bool) -> Outcome:
    """How the issue of a reference stands to that of a record."""
    mine, other = issue_of(ours), issue_of(theirs)
    if not mine and (both := _BOTH.match(volume_of(ours))):
        mine = both[2]
    if not mine or not other:
        return LACKING
    found = _same_number(mine, other)
    if found is not None:
        return found
    if _is_named(mine) or _is_named(other):
        return variant("called by its month, season or supplement")
    if figures_of(mine) == figures_of(volume_of(theirs)) and _counts_by_year(theirs, ours):
        return variant("counted by years here or there")
    if versions:
        return variant("one is the preprint, the other the publication", 0.5)
    ours_all, theirs_all = figures_of(mine), figures_of(other)
    if len(theirs_all) == 2 and len(ours_all) == 1 and ours_all[0] == theirs_all[1]:
        return variant("one number of a double issue")
    return different("another issue")


def _is_named(issue: str) -> bool:
    words = issue.lower()
    return bool(_SPECIAL.search(words)) or any(month in words for month in _MONTHS)
