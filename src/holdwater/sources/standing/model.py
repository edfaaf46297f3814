"""How an address answered when it was asked, and what has been seen of it over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from holdwater.document import Span


class Standing(StrEnum):
    """What became of an address that was asked for. Blocked is not dead, and one failure is not death."""

    CAPTURED = "captured"  # the page was had, where it was asked for
    MOVED = "moved"  # the page was had, at another address
    SOFT_404 = "soft 404"  # an answer of 200 whose title or heading says that there is no such page
    PAYWALLED = "paywalled"  # the page was had, without what it sells
    BLOCKED = "blocked"  # 401, 403, 429, 451, or a page that asks for proof of being human
    NOT_THERE = "not there"  # 404, 410, or a host of no name
    DEAD = "dead"  # not there, at three tries days apart
    NO_ANSWER = "no answer"  # time-out, 5xx, broken off, a certificate that is not valid
    REFUSED = "refused"  # not asked for: the address, the scheme or the size is not allowed
    UNASKED = "never asked"

    @property
    def has_page(self) -> bool:
        """Whether the bytes of the page itself were had."""
        return self in (Standing.CAPTURED, Standing.MOVED, Standing.PAYWALLED)


class Failure(StrEnum):
    """Why an address gave no answer, or none that is whole. An answer of whatever status is no failure."""

    REFUSED = "refused"  # the address, or one that it redirects to, is not asked for
    ROBOTS = "robots"  # the host asks that it is not crawled
    TOO_LARGE = "too large"
    NO_SUCH_HOST = "no such host"  # the name does not exist, which is more than that it could not be looked up
    NO_CONNECTION = "no connection"
    CERTIFICATE = "certificate"  # not valid, or not the host's
    TIMED_OUT = "timed out"
    BROKEN_OFF = "broken off"
    NOT_HTTP = "not HTTP"
    ENDLESS = "endless"  # redirects in a circle, or too many


@dataclass(frozen=True, slots=True)
class Try:
    """One time that an address was asked for: when (UTC), how it stood then, and what was seen.

    `status` is the HTTP status of the last answer, 0 where there was none; `final_url` where redirects ended, "" if
    nowhere; `detail` one line for a person: "404 Not Found", "the certificate ended on 3 May 2026".
    `permanent` says that every redirect on the way was a permanent one (301, 308).
    """

    url: str
    at: datetime
    standing: Standing
    status: int = 0
    final_url: str = ""
    detail: str = ""
    permanent: bool = False


@dataclass(frozen=True, slots=True)
class Memento:
    """A capture that a web archive holds of an address: where, and when it was made (UTC)."""

    url: str
    at: datetime
    original: str = ""


@dataclass(frozen=True)
class AddressStanding:
    """What is known of one address that a reference gives.

    `held` is when the latest snapshot of it in the project's archive was captured, None if there is none. `memento` is
    the one nearest the citation's date; None says that none is known, and only where `archives_asked` that the archives
    that were asked have none.
    """

    reference: str
    url: str
    standing: Standing
    tries: tuple[Try, ...] = ()
    held: datetime | None = None
    memento: Memento | None = None
    archives_asked: bool = False

    @property
    def last(self) -> Try | None:
        """The latest try; None where it was never asked for."""
        return self.tries[-1] if self.tries else None


class Fate(StrEnum):
    """What became of a passage."""

    SAME = "the same"
    CHANGED = "changed"
    GONE = "gone"
    UNSURE = "cannot be told"  # too short, or several places are as near


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words as they stood before and as they stand now; `same` where they agree as the normaliser compares words."""

    before: str
    after: str
    same: bool


@dataclass(frozen=True)
class PassageChange:
    """One passage in two captures: `before` and `after` are the spans of the whole sentences that hold it.

    `after` is None where nothing like it stands in the later capture; `stretches` are both passages, in order.
    """

    fate: Fate
    before: Span
    after: Span | None = None
    stretches: tuple[Stretch, ...] = ()

    @property
    def changes(self) -> tuple[Stretch, ...]:
        """The stretches that differ."""
        return tuple(one for one in self.stretches if not one.same)

    def turned(self) -> PassageChange:
        """The same change from the later capture to the earlier one. Raises ValueError for a passage that is gone."""
        if self.after is None:
            raise ValueError("what is gone has no other side")
        stretches = tuple(Stretch(one.after, one.before, one.same) for one in self.stretches)
        return PassageChange(self.fate, self.after, self.before, stretches)
