"""What a date's reading needs besides its own words: the text around it and the document's own date."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property

from holdwater.extract.quantities.dates.vocabulary import DAY, MONTH
from holdwater.extract.quantities.dates.written import Found
from holdwater.patterns import waiting

_NUMERIC = waiting(r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:1\d|20)\d\d(?!\d)")
_DAY_FIRST = waiting(rf"\b{DAY}(?:st|nd|rd|th)?(?: of)? {MONTH}\.?,? [12]\d\d\d\b", re.IGNORECASE)
_MONTH_FIRST = waiting(rf"\b{MONTH}\.? {DAY}(?:st|nd|rd|th)?,? [12]\d\d\d\b", re.IGNORECASE)
_LOOKED_AT = 200_000  # characters of a long text that say how it orders its dates


class Setting:
    """One paragraph of a text with the document's date, and how the whole text orders the numbers of a date."""

    def __init__(self, whole: str, today: date | None) -> None:
        self.whole = whole
        self.today = today
        self.text = ""
        # The last date that was read, for what continues it ("in 2008 and 2009").
        self.previous: Found | None = None

    def turn_to(self, paragraph: str) -> None:
        """Read this paragraph from here on."""
        self.text, self.previous = paragraph, None

    @cached_property
    def day_first(self) -> bool:
        """Whether 05/06/2010 is the fifth of June in this text.

        The text's other numeric dates decide, those with a number over 12; where there are none, or as many of one as
        of the other, the order of its dates with a month's name; where these do not tell either, the month comes first.
        """
        pairs = [(int(each[1]), int(each[3])) for each in _NUMERIC.finditer(self.whole, 0, _LOOKED_AT)]
        days = sum(1 for first, second in pairs if first > 12 >= second)
        months = sum(1 for first, second in pairs if second > 12 >= first)
        if days != months:
            return days > months
        return self._count(_DAY_FIRST) > self._count(_MONTH_FIRST)

    def before(self, offset: int, characters: int) -> str:
        """So many characters before `offset`, fewer at the paragraph's start."""
        return self.text[max(0, offset - characters) : offset]

    def _count(self, pattern: re.Pattern[str]) -> int:
        return sum(1 for _ in pattern.finditer(self.whole, 0, _LOOKED_AT))
