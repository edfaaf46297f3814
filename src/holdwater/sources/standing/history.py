"""What becomes of an address over several tries. One failure is not death."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from holdwater.sources.standing.model import Standing, Try

APART = timedelta(days=1)
TIMES = 3
"""An address is dead when it was not there at so many tries, each at least so long after the one before.

A day apart, because outages, moves to another host and changes in the DNS (whose answers are commonly kept for a day)
pass within one; three, because two of them may fall into one week-end of maintenance.
"""

RETRY = {Standing.NO_ANSWER: timedelta(hours=1), Standing.BLOCKED: APART, Standing.NOT_THERE: APART}
"""How long after a try that had no page it is worth asking again."""

_SAYS_NOTHING = frozenset({Standing.NO_ANSWER, Standing.BLOCKED, Standing.REFUSED})


def standing_of(tries: Iterable[Try]) -> Standing:
    """How an address stands by all tries of it.

    The latest try decides, but that one which says nothing of the page (blocked, no answer) does not raise the dead;
    and dead is what was not there three times, each a day or more apart, with no page had in between.

    Args:
        tries: of one address, in any order.

    Returns:
        UNASKED if there are none.
    """
    ordered = sorted(tries, key=lambda one: one.at)
    if not ordered:
        return Standing.UNASKED
    telling = [one for one in ordered if one.standing not in _SAYS_NOTHING]
    if telling and telling[-1].standing is Standing.NOT_THERE and len(absences(telling)) >= TIMES:
        return Standing.DEAD
    return ordered[-1].standing


def absences(tries: Sequence[Try]) -> tuple[Try, ...]:
    """The tries at which an address was not there since a page was last had, a day or more apart from one another.

    `tries` are in the order of time. The first of each day is counted.
    """
    counted: list[Try] = []
    for one in tries:
        if one.standing is Standing.NOT_THERE:
            if not counted or one.at - counted[-1].at >= APART:
                counted.append(one)
        elif one.standing not in _SAYS_NOTHING:
            counted.clear()
    return tuple(counted)


def due(tries: Sequence[Try]) -> datetime | None:
    """When an address that no page was had of is worth asking for again; None where it is not, or was had.

    `tries` are in the order of time. A dead address is not asked for again unless a person wants it.
    """
    if not tries or standing_of(tries) is Standing.DEAD:
        return None
    wait = RETRY.get(tries[-1].standing)
    return tries[-1].at + wait if wait else None


def settled(run: Sequence[Try], *, reached: bool = False) -> tuple[Try, ...]:
    """The tries of one run, with what only seems absence taken for no answer.

    Where not one host of a whole run answered, it is this side's own connection that is gone, and a name that "does not
    exist" was merely not looked up: three such runs would make every address dead.

    Args:
        run: the tries of all addresses that were asked for in one run.
        reached: whether something is known to have answered besides.
    """
    if reached or any(one.status for one in run):
        return tuple(run)
    return tuple(_unanswered(one) if one.standing is Standing.NOT_THERE else one for one in run)


def _unanswered(one: Try) -> Try:
    return replace(one, standing=Standing.NO_ANSWER, detail=f"{one.detail}, as no host at all answered in this run")
