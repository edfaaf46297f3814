"""NUM201 to NUM205, DAT101, DAT102, DAT104 and DAT105: what the document says against itself in numbers and dates."""

from __future__ import annotations

from collections.abc import Iterator

from holdwater.findings.accounts.model import Discrepancy, DiscrepancyKind
from holdwater.findings.model import Level
from holdwater.rules.registry import Remark, rule
from holdwater.rules.saying import quoted

_SETTLE = "Look up which of the numbers is right, and mend the other."
_SETTLE_DATE = "Look up which of the dates is right, and mend the other."


@rule("NUM201", "parts-and-total", level=Level.WARNING)
def parts_and_total(discrepancies: tuple[Discrepancy, ...]) -> Iterator[Remark]:
    """Parts do not add up to the total that is stated with them.

    ## What it checks
    Where a sentence says that parts make up a whole (“of the 300 …, 120 … and the rest, 170, …”, “45 members: 20 …,
    15 … and 10 …”, “30, 20 and 10, sixty in all”, three shares of one vote), the parts add up to it. Rounding is
    allowed for, and so are hedges. Numbers that merely stand in one sentence are not added.

    ## Why it matters
    One of the numbers is wrong, or a part is missing.

    ## Example
    ```markdown draft.md
    Of the 300 houses, 120 were rebuilt, 50 were left standing and the remaining 170 were sold.
    ```
    ```findings
    draft.md:1:8: NUM201 states “300 houses”, but 120 + 50 + 170 = 340
    ```

    ## How to settle it
    Look up which of the numbers is right, and mend the other. Where a part is left out on purpose, say so.
    """
    for one in _of(discrepancies, DiscrepancyKind.SUM):
        yield Remark(one.span, f"states {quoted(one.stated)}, but {one.formula}{_note(one)}", advice=_SETTLE)


@rule("NUM202", "percent-for-points", level=Level.WARNING)
def percent_for_points(discrepancies: tuple[Discrepancy, ...]) -> Iterator[Remark]:
    """A change between two percentages is called percent for points, or the reverse.

    ## What it checks
    Where a share goes from one percentage to another and the change is stated beside it, a difference of the two is
    called percentage points, and a change relative to the first is called percent.

    ## Why it matters
    From 36% to 96% is an increase of 60 percentage points, but of 167 percent. Readers take the one for the other.

    ## Example
    ```markdown draft.md
    The share of houses with a well rose from 36% to 96%, an increase of 60%.
    ```
    ```findings
    draft.md:1:70: NUM202 states “60%”, but 96% − 36% = 60 percentage points (as a relative change it is 166.7%)
    ```

    ## How to settle it
    Write “percentage points”, or state the relative change.
    """
    for one in _of(discrepancies, DiscrepancyKind.POINTS):
        yield Remark(
            one.span,
            f"states {quoted(one.stated)}, but {one.formula}{_note(one)}",
            advice="Say percentage points for a difference, and percent for a relative change.",
        )


@rule("NUM203", "change-and-endpoints", level=Level.WARNING)
def change_and_endpoints(discrepancies: tuple[Discrepancy, ...]) -> Iterator[Remark]:
    """A stated change is not the one between the two values stated with it.

    ## What it checks
    Where a value goes from one number to another and the change is stated beside it, in percent, in points or as a
    number, the two numbers give that change; and what is said to rise does not fall. Rounding and hedges are allowed
    for.

    ## Why it matters
    One of the three numbers is wrong.

    ## Example
    ```markdown draft.md
    The number of boats grew from 200 to 250, an increase of 30 percent.
    ```
    ```findings
    draft.md:1:58: NUM203 states “30 percent”, but (250 − 200) / 200 = 25%
    ```

    ## How to settle it
    Look up which of the numbers is right, and mend the other.
    """
    for one in _of(discrepancies, DiscrepancyKind.CHANGE):
        yield Remark(one.span, f"states {quoted(one.stated)}, but {one.formula}{_note(one)}", advice=_SETTLE)


@rule("NUM204", "ratio-and-values", level=Level.WARNING)
def ratio_and_values(discrepancies: tuple[Discrepancy, ...]) -> Iterator[Remark]:
    """A stated ratio or share is not that of the two values stated with it.

    ## What it checks
    “Three times as many”, “twice the”, “doubled” and “halved” beside the two values that they compare, and shares
    beside the part and the whole (“300 of its 1,200, or one in four”, “six for each place”). “Three times more” may
    mean three times or four times as many; only a ratio that is neither is a finding. A tenth of the ratio is allowed
    for rounding, more with a hedge.

    ## Why it matters
    One of the three numbers is wrong.

    ## Example
    ```markdown draft.md
    The town has 300 wells, three times as many as its neighbour, which has 150.
    ```
    ```findings
    draft.md:1:25: NUM204 states “three times”, but 300 / 150 = 2
    ```

    ## How to settle it
    Look up which of the numbers is right, and mend the other.
    """
    for one in _of(discrepancies, DiscrepancyKind.RATIO):
        yield Remark(one.span, f"states {quoted(one.stated)}, but {one.formula}{_note(one)}", advice=_SETTLE)


@rule("NUM205", "one-quantity-two-values", level=Level.WARNING)
def one_quantity_two_values(discrepancies: tuple[Discrepancy, ...]) -> Iterator[Remark]:
    """One quantity is given twice, with different values.

    ## What it checks
    Two places of the document that count or measure the same thing, of the same subject, in the same place and year,
    give the same number. It speaks only where all that is said of the two agrees, and neither is rounded or hedged.

    ## Why it matters
    At most one of the two numbers is right.

    ## Example
    ```markdown draft.md
    The bridge at Norham is 320 metres long. It was closed in the spring.

    The bridge at Norham is 230 metres long, and it has five arches.
    ```
    ```findings
    draft.md:3:25: NUM205 gives “230 metres” where the document gives “320 metres” elsewhere for the same
    ```

    ## How to settle it
    Look up which of the numbers is right, and mend the other. Where they are two things, name the difference.
    """
    for one in _of(discrepancies, DiscrepancyKind.REPEATED):
        said = f"gives {quoted(one.stated)} where the document gives {quoted(one.computed)} elsewhere for the same"
        yield Remark(one.span, said, advice=_SETTLE)


@rule("DAT101", "weekday-and-date", level=Level.WARNING)
def weekday_and_date(discrepancies: tuple[Discrepancy, ...]) -> Iterator[Remark]:
    """A weekday does not go with its date.

    ## What it checks
    A date with its year and a weekday beside it fell on that weekday. Until 1752 the weekday by the Julian calendar is
    as good, and until 1923 where the paragraph names a country that kept to it.

    ## Why it matters
    The weekday or the date is wrong.

    ## Example
    ```markdown draft.md
    The bridge was closed on Monday, 5 March 2019.
    ```
    ```findings
    draft.md:1:26: DAT101 states “Monday, 5 March 2019”, but 5 March 2019 was a Tuesday
    ```

    ## How to settle it
    Look up the date.
    """
    for one in _of(discrepancies, DiscrepancyKind.WEEKDAY):
        yield Remark(one.span, f"states {quoted(one.stated)}, but {one.formula}", advice="Look up the date.")


@rule("DAT102", "impossible-date", level=Level.WARNING)
def impossible_date(discrepancies: tuple[Discrepancy, ...]) -> Iterator[Remark]:
    """A date that does not exist.

    ## What it checks
    The day is one that its month has, and 29 February stands only in leap years.

    ## Why it matters
    The date is wrong.

    ## Example
    ```markdown draft.md
    The bridge was closed on 31 June 2019.
    ```
    ```findings
    draft.md:1:26: DAT102 there is no such day as “31 June 2019”
    ```

    ## How to settle it
    Look up the date.
    """
    for one in _of(discrepancies, DiscrepancyKind.IMPOSSIBLE):
        yield Remark(one.span, f"there is no such day as {quoted(one.stated)}", advice="Look up the date.")


@rule("DAT104", "duration-and-dates", level=Level.WARNING)
def duration_and_dates(discrepancies: tuple[Discrepancy, ...]) -> Iterator[Remark]:
    """A length of time or an age does not go with the dates stated with it.

    ## What it checks
    Where two dates and the time between them are stated together (“from 1990 to 2000, for ten years”, “two years later,
    in 1993”, “born in 1950 … at the age of 34 in 1984”), they go together. Counting both ends is allowed for, and so is
    a year more or less where only years are given. Clock times go the same way (“from 9:15 to 10:45, ninety minutes”).

    ## Why it matters
    One of the three is wrong.

    ## Example
    ```markdown draft.md
    From 1990 to 2000, for twelve years, she led the school.
    ```
    ```findings
    draft.md:1:24: DAT104 states “twelve years”, but “From 1990 to 2000” is 10 years
    ```

    ## How to settle it
    Look up which of the three is right, and mend the other.
    """
    for one in _of(discrepancies, DiscrepancyKind.DURATION):
        yield Remark(one.span, f"states {quoted(one.stated)}, but {one.formula}", advice=_SETTLE_DATE)


@rule("DAT105", "order-of-dates", level=Level.WARNING)
def order_of_dates(discrepancies: tuple[Discrepancy, ...]) -> Iterator[Remark]:
    """A date comes before another that it should follow.

    ## What it checks
    An end does not come before its start (“from 2005 to 2010”, born and died, opened and closed), and what is said to
    come after something else, or so many years later, has the later date.

    ## Why it matters
    One of the dates is wrong, or the two are in the wrong order.

    ## Example
    ```markdown draft.md
    The mill was founded in 1885 and closed in 1858.
    ```
    ```findings
    draft.md:1:44: DAT105 “1858” comes before “1885”, and is said to follow it
    ```

    ## How to settle it
    Look up which of the dates is right, and mend the other.
    """
    for one in _of(discrepancies, DiscrepancyKind.ORDER):
        said = f"{quoted(one.stated)} comes before {quoted(one.computed)}, and is said to follow it"
        yield Remark(one.span, said, advice=_SETTLE_DATE)


def _of(discrepancies: tuple[Discrepancy, ...], kind: DiscrepancyKind) -> Iterator[Discrepancy]:
    return (one for one in discrepancies if one.kind is kind)


def _note(one: Discrepancy) -> str:
    return f" ({one.note})" if one.note else ""
