"""Read this first: the answers that an address gave, and the head of the page that came, make a standing.

The order is that of certainty: no answer at all, then who stands before the page, then the status, then where the way
led, and last what the page says in its title and heading. What none of these can tell is captured.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from http import HTTPStatus

from holdwater.sources.archive.model import Exchange
from holdwater.sources.standing import gates, stand_ins
from holdwater.sources.standing.head import Head, head_of, refresh_target
from holdwater.sources.standing.model import Failure, Standing, Try
from holdwater.sources.standing.route import REDIRECTS, Route, Spot

_FAILED = {
    Failure.NO_SUCH_HOST: Standing.NOT_THERE,
    Failure.REFUSED: Standing.REFUSED,
    Failure.ROBOTS: Standing.REFUSED,
    Failure.TOO_LARGE: Standing.REFUSED,
}
_TRUNCATED = {"length": Failure.TOO_LARGE, "time": Failure.TIMED_OUT, "disconnect": Failure.BROKEN_OFF}
"""The reasons of WARC-Truncated (WARC 1.1, section 5.13), of which "unspecified" says nothing."""

_NOT_THERE = frozenset({404, 410})
_BLOCKED = frozenset({401, 403, 429, 451, 999})  # 999 is no registered status; some hosts say by it that they refuse
_PAYMENT = 402
_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Judgement:
    """How an address stood when it was asked for, and one line for a person that says what was seen."""

    standing: Standing
    detail: str = ""


@dataclass(frozen=True)
class _Seen:
    """What there is to judge: the way, the last answer, and the page."""

    route: Route
    page: str

    @property
    def answer(self) -> Exchange:
        return self.route.chain[-1]

    @cached_property
    def headers(self) -> Mapping[str, str]:
        return {name.lower(): value for name, value in reversed(self.answer.headers)}

    @cached_property
    def head(self) -> Head:
        kind = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        return head_of(self.page) if not kind or kind in _HTML else Head()


def classify(
    asked: str, chain: Sequence[Exchange], page: str = "", *, failure: Failure | None = None, why: str = ""
) -> Judgement:
    """How an address stands, by what it answered this once.

    Args:
        asked: the address that was asked for.
        chain: every answer on the way, redirects first; empty where nothing answered.
        page: the decoded beginning of the last answer's body if that is HTML (`head.MAX_HEAD` characters are enough).
        failure: what went wrong, if something did; the answers before it are still in `chain`.
        why: more about the failure, for a person.

    Returns:
        The standing, never DEAD (that takes three tries, see `history`) nor UNASKED.
    """
    if failure is None and chain:
        failure = _TRUNCATED.get(chain[-1].truncated)
    if failure is not None:
        return Judgement(_FAILED.get(failure, Standing.NO_ANSWER), why or failure.value)
    if not chain:
        return Judgement(Standing.NO_ANSWER, why or "nothing answered")
    seen = _Seen(Route.of(asked, chain), page)
    return next(judgement for judgement in _judgements(seen) if judgement is not None)


def try_of(
    asked: str,
    chain: Sequence[Exchange],
    page: str = "",
    *,
    at: datetime | None = None,
    failure: Failure | None = None,
    why: str = "",
) -> Try:
    """The same as a try to be kept. `at` is when it was asked for; when the first answer began, if not told."""
    judged = classify(asked, chain, page, failure=failure, why=why)
    route = Route.of(asked, chain)
    return Try(
        url=asked,
        at=at or (chain[0].started if chain else datetime.now(UTC)),
        standing=judged.standing,
        status=chain[-1].status if chain else 0,
        final_url=route.final if chain else "",
        detail=judged.detail,
        permanent=route.permanent,
    )


def _judgements(seen: _Seen) -> Iterator[Judgement | None]:
    yield _by_challenge(seen)
    yield _by_status(seen)
    yield _by_gate(seen)
    yield _by_way(seen)
    yield _by_page(seen)
    yield _had(seen)


def _by_challenge(seen: _Seen) -> Judgement | None:
    service = gates.challenge(seen.headers, seen.head)
    if not service:
        return None
    return Judgement(Standing.BLOCKED, f"asks for proof of being human ({service}), {_named(seen.answer.status)}")


def _by_status(seen: _Seen) -> Judgement | None:
    status = seen.answer.status
    standing = _standing_of_status(status)
    if standing is None:
        return None
    if status in REDIRECTS:
        return Judgement(standing, f"{_named(status)}, and no address to go on to")
    return Judgement(standing, _named(status))


def _standing_of_status(status: int) -> Standing | None:
    """What a status alone says; None where there may be a page."""
    if status in _NOT_THERE:
        return Standing.NOT_THERE
    if status in _BLOCKED:
        return Standing.BLOCKED
    if status == _PAYMENT:
        return Standing.PAYWALLED
    without_content = status in (HTTPStatus.NO_CONTENT, HTTPStatus.RESET_CONTENT)
    return None if 200 <= status < 300 and not without_content else Standing.NO_ANSWER


def _by_gate(seen: _Seen) -> Judgement | None:
    if gates.asks_to_log_in(seen.route, seen.head):
        return Judgement(Standing.BLOCKED, f"asks to log in at {seen.route.final}")
    if gates.asks_for_consent(seen.route, seen.head):
        return Judgement(Standing.BLOCKED, f"asks for consent first, at {seen.route.final}")
    return None


def _by_way(seen: _Seen) -> Judgement | None:
    route = seen.route
    if stand_ins.error_page(route):
        return Judgement(Standing.SOFT_404, f"leads to an error page, {route.final}")
    parked = stand_ins.parked(route, seen.head)
    if parked:
        return Judgement(Standing.SOFT_404, parked)
    if stand_ins.front_page(route):
        return Judgement(Standing.SOFT_404, f"leads to the front page, {route.final}")
    return None


def _by_page(seen: _Seen) -> Judgement | None:
    said = stand_ins.no_such_page(seen.route, seen.head)
    if said:
        return Judgement(Standing.SOFT_404, f"answered with {seen.answer.status}, but the page says “{said}”")
    status = stand_ins.status_page(seen.route, seen.head)
    standing = _standing_of_status(status) if status else None
    if standing is not None:
        standing = Standing.SOFT_404 if standing is Standing.NOT_THERE else standing
        return Judgement(standing, f"answered with {seen.answer.status}, but the page says {_named(status)}")
    return _sent_on(seen)


def _sent_on(seen: _Seen) -> Judgement | None:
    """A page that only sends on to another, which was not followed."""
    target = refresh_target(seen.head, seen.answer.url)
    if not target or not seen.head.is_bare:
        return None
    here, there = Spot.of(seen.answer.url), Spot.of(target)
    if there.is_front and not here.is_front and here.same_site(there):
        return Judgement(Standing.SOFT_404, f"leads to the front page, {target}")
    return Judgement(Standing.NO_ANSWER, f"only sends on to {target}")


def _had(seen: _Seen) -> Judgement:
    """The page was had; what is left is where, and how much of it."""
    wall = gates.paywall(seen.head, seen.route.final)
    if wall:
        return Judgement(Standing.PAYWALLED, wall)
    if seen.route.moved:
        return Judgement(Standing.MOVED, f"moved to {seen.route.final}")
    if seen.page and seen.head.needs_a_browser:
        return Judgement(Standing.CAPTURED, "has no words of its own before its scripts run")
    return Judgement(Standing.CAPTURED, _named(seen.answer.status))


def _named(status: int) -> str:
    """A status with its registered reason phrase; the server's own words may be anything."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"status {status}"
