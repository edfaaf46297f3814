"""What a text says of how much and of when: quantities with their units and frames, and periods of time.

    nearly 1 in 3 girls left school by 2012     value 1/3, hedge "nearly", unit percent, kind share
    rose from 36% to 96%                        two levels, and which is the start and which the end of a change
    at least 10-15 km                           an interval of lengths

A number is an interval, never a point: what the hedge and the range say (`Quantity.interval`), and besides that how
exactly it was written (`Quantity.half_steps`): 300 may stand for 299.5 to 300.5, 295 to 305, or 250 to 350.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import inf

from holdwater.document import Span


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`; an end that is not `closed` does not belong to it."""

    low: float = -inf
    high: float = inf
    low_closed: bool = True
    high_closed: bool = True


class Hedge(StrEnum):
    """What the words before (or behind) a number say of how it is meant."""

    NONE = ""
    ABOUT = "about"  # about, around, some, roughly, approximately, -ish, or so
    OVER = "over"  # over, more than, above, exceeding: the number itself does not belong to it
    AT_LEAST = "at least"  # at least, no fewer than, minimum, or more, 50+
    UNDER = "under"  # under, fewer than, less than, below
    AT_MOST = "at most"  # at most, up to, as many as, no more than, maximum, or less
    NEARLY = "nearly"  # nearly, almost, just under, close to: a little less
    JUST_OVER = "just over"  # just over, slightly more than, a little above


class Dimension(StrEnum):
    """What kind of thing a unit measures."""

    NUMBER = "number"  # a bare number, nothing named that it counts
    COUNT = "count"  # of things named by a noun: 300 girls
    PERCENT = "percent"  # also "a third of", "1 in 3", "half the": as percent, 33.33…
    POINT = "percentage point"
    MONEY = "money"
    RATE = "rate"  # per 1,000, per 100,000, per capita
    TIMES = "times"  # three times, doubled, tenfold
    ORDINAL = "ordinal"  # third, 21st
    TIME = "time"  # hours, days, years, as durations and ages
    PHYSICAL = "physical"  # length, mass, temperature, energy, area, speed, information …


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in its canonical form.

    `name`: "percent", "percentage point", a currency's ISO 4217 code ("USD"; "$" alone is "$"), a counted noun in the
    singular ("girl"), "kilometre", "year". `factor` times the value gives it in `base`, the SI unit of that dimension
    (for time "second"; a month is a twelfth of a mean year of 365.2425 days); "" and 1 where there is none. `per` is
    what a rate or a price is per: "1000", "100000", "person", "hour", "square kilometre". `year` is the one that money
    is expressed in ("in 2015 dollars"), 0 if none is.
    """

    dimension: Dimension = Dimension.NUMBER
    name: str = ""
    base: str = ""
    factor: float = 1.0
    per: str = ""
    year: int = 0


class QuantityKind(StrEnum):
    """What a quantity says."""

    LEVEL = "level"  # how much or how many there is
    SHARE = "share"  # how much of a whole
    CHANGE = "absolute change"  # rose by 300
    RELATIVE_CHANGE = "relative change"  # rose by 18 %, an 18% rise, doubled (value 100, unit percent)
    POINT_CHANGE = "change in points"  # rose by 3 percentage points
    RATIO = "ratio"  # twice as many as, 3:1, half as large as
    TIMES_MORE = "times more"  # three times more than: which of two readings is meant is open
    RANK = "rank"  # third-largest, ranked 5th
    SUPERLATIVE = "superlative"  # the highest, no country raised it more (value 1)
    DURATION = "duration"  # for three years
    AGE = "age"  # aged 34, a 12-year-old
    TOTAL = "total"  # a total of 300, 300 in all, altogether


class Direction(StrEnum):
    """Which way a change goes."""

    NONE = ""
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Frame:
    """What a quantity is of: who or what, where, when, from and to, compared with what.

    All words are as they stand in the text, in lower case. `noun` is the head of what is counted or measured ("girls",
    "literacy rate", "budget"); `subject` are the content words of its clause besides, in order. `ages` are the first
    and last year of an age group, -1 for an open end, () if none is named. `places` are names of countries, regions and
    towns as written. `periods` are indices into the periods that the same reading returned, those that this quantity is
    bound to, the nearest first. `start` and `end` are indices into the quantities of the same reading: of a change,
    what it goes from and to. `compared` are the words after "than", "as", "compared with".
    """

    noun: str = ""
    subject: tuple[str, ...] = ()
    sex: str = ""  # "female", "male" or ""
    ages: tuple[int, int] | tuple[()] = ()
    places: tuple[str, ...] = ()
    periods: tuple[int, ...] = ()
    start: int = -1
    end: int = -1
    direction: Direction = Direction.NONE
    compared: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number of a text with what it says.

    `span` covers hedge, number and unit; `number` the number alone (of a range, both numbers). `value` is the number as
    written with its magnitude ("1.2 million" is 1200000.0), of a range its middle. `interval` is what hedge and range
    say, [value, value] where there is neither; for hedges that give no number (about, nearly) it is [value, value] too,
    and what they allow is the comparison's business. `half_steps` is half of each unit of the last digit that the
    writing may mean, the finest first: 300 -> (0.5, 5, 50), 3.10 -> (0.005,), 1.2 million -> (50000.0,). `sentence` is
    its sentence's span.
    """

    span: Span
    number: Span
    value: float
    interval: Interval
    half_steps: tuple[float, ...]
    hedge: Hedge
    unit: Unit
    kind: QuantityKind
    frame: Frame
    sentence: Span
    is_range: bool = False


class Grain(StrEnum):
    """How exactly a period is given."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True)
class Period:
    """A date or a period that a text names, from the first day to the last.

    `first` and `last` are None where the words do not say them ("Monday", without a date of the document to count from;
    an end that is open: "since 2005"; years before 1 or after 9999). `grain` is how exactly it is given, of a range its
    ends' grain: of the last one's, and `opening` is the first one's where that is another ("from 1920 to May 1924").
    `is_range` says that two ends were named ("2008-12", "from May to July 2010"). `weekday` is the one
    written beside a date (Monday is 0), -1 if none is. `relative` says that it was counted from the document's own date
    ("last year").
    `impossible` says that there is no such day (30 February): `first` and `last` are then None. `yearless` are the
    month and the day of a day that is written without its year ("5 July"), of a range those of both its ends.
    """

    span: Span
    first: date | None
    last: date | None
    grain: Grain
    sentence: Span
    hedge: Hedge = Hedge.NONE
    is_range: bool = False
    weekday: int = -1
    relative: bool = False
    impossible: bool = False
    opening: Grain | None = None
    yearless: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Measured:
    """All quantities and periods of a text, each in the text's order; frames point into both by index."""

    quantities: tuple[Quantity, ...] = ()
    periods: tuple[Period, ...] = ()
