"""Statistics and what is claimed of them: series, claims, readings, rulings.

series    one indicator in one edition: figures by place and year
claim     what a sentence says that a table could bear out: measured words, places, years, a number
reading   one way to take a claim: this series, this definition, these years, compared with these places
ruling    which of all readings held
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from math import inf


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator in one edition. `first` and `last` are years, `places` and `figures` counts.

    `edition` is its maker's own name of the edition, "" if none is known. `own` says that the user added it.
    """

    id: str
    title: str
    unit: str
    source: str = ""
    licence: str = ""
    edition: str = ""
    origin: str = ""
    nature: str = ""
    first: int = 0
    last: int = 0
    places: int = 0
    figures: int = 0
    keywords: str = ""
    own: bool = False


class Dimension(StrEnum):
    """What kind of thing a figure counts or measures."""

    ANY = ""  # a rank or a ratio: no unit of its own
    NUMBER = "number"  # nothing named: "life expectancy was 72"
    COUNT = "count"
    PERCENT = "percent"
    RATE = "rate"  # so many per so many
    MONEY = "money"
    TIME = "time"
    PHYSICAL = "physical"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit, as far as it must be known to compare two figures.

    `per` is the number that a rate is per (1000, 100000), 0 where it is per something else ("woman", in `of`).
    `factor` times a figure gives it in `base`, the SI unit ("kilogram", "second"); a plain number's is 1.
    """

    dimension: Dimension = Dimension.ANY
    per: float = 0.0
    of: str = ""
    base: str = ""
    factor: float = 1.0


class ClaimKind(StrEnum):
    """What a claim says of its figures."""

    LEVEL = "level"
    CHANGE = "absolute change"
    RELATIVE_CHANGE = "relative change"
    POINT_CHANGE = "change in points"
    RATIO = "ratio"  # of a place to another one, or of a later year to an earlier one
    TIMES_MORE = "times more"  # a ratio of n, or one of n + 1
    RANK = "rank"  # a superlative is rank 1


class Order(StrEnum):
    """Which end a rank counts from."""

    HIGHEST = "highest"
    LOWEST = "lowest"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence says that a table could bear out.

    `words` are the words for what is measured. `places` are codes (ISO 3166-1 alpha-3, "WLD", or a user's own name of
    a place), the one spoken of first; of a ratio between places the second is what it is compared with. `years` are
    one year for a level, the first and the last for a change. `low` to `high` is the number as an interval, with
    `half_steps` as written (see `extract.quantities`); of a fall it is negative. For a rank `low` is the place in the
    order. `changing` says that a rank is of changes between two years. `among` are the places compared, () for all;
    `group` is what they are called. `sex` is "female", "male" or ""; `ages` first and last year, -1 for an open end.
    """

    words: str
    kind: ClaimKind
    places: tuple[str, ...]
    years: tuple[int, ...]
    low: float = -inf
    high: float = inf
    half_steps: tuple[float, ...] = ()
    measure: Measure = field(default_factory=Measure)
    sex: str = ""
    ages: tuple[int, int] | tuple[()] = ()
    order: Order = Order.HIGHEST
    changing: bool = False
    among: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of a table. `rank` is set in a ranking."""

    place: str
    year: int
    value: float
    rank: int = 0


class Outcome(StrEnum):
    """What a reading makes of a claim."""

    HOLDS = "holds"
    NEAR = "near"  # as far from it as editions of such figures are from one another, or true a year before or after
    DIFFERS = "differs"
    UNSURE = "unsure"  # it does not hold, and the reading is not one that could deny it (another year, other prices)


@dataclass(frozen=True)
class Reading:
    """One way to take a claim, with what its table says.

    `definition` is in words ("relative change 1970-2010", "with over a million people"). `value` is the table's figure
    in the claim's unit, or the rank; `of` is how many were ranked. `tolerance` is in the claim's unit. `query` is the
    SQL that was run and `rows` what it rests on; `line` is the place's whole series, for a plot. `distance` is how far
    the claim is off, in tolerances (of a rank: in places).
    """

    series: Series
    definition: str
    outcome: Outcome
    value: float
    of: int = 0
    tolerance: float = 0.0
    rows: tuple[Figure, ...] = ()
    query: str = ""
    line: tuple[Figure, ...] = ()
    distance: float = 0.0


class Decision(StrEnum):
    """What all readings together say of a claim."""

    SUPPORTED = "supported"  # at least half of the readings hold
    PARTLY = "partly supported"  # a reading holds or comes near
    DIFFERS = "differs"  # none comes near; some are not far off
    CONTRADICTED = "contradicted"  # outside every definition and edition, tolerance and all
    UNSURE = "unsure"  # nothing that could deny it
    NO_DATA = "no data"


@dataclass(frozen=True)
class Ruling:
    """A claim with all its readings, the best series first, and what they say together."""

    claim: Claim
    outcome: Decision
    readings: tuple[Reading, ...] = ()

    @property
    def held(self) -> tuple[Reading, ...]:
        """The readings that bear the claim out."""
        return tuple(one for one in self.readings if one.outcome is Outcome.HOLDS)
