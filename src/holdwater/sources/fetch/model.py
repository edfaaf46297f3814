"""What is to be fetched, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from holdwater.sources.archive.model import Exchange


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address to ask for. `crawled` says that no person named it: robots.txt is then asked and obeyed."""

    url: str
    crawled: bool = False


class Fault(StrEnum):
    """Why an address gave no answer, or none that is whole. An answer of whatever status is no fault."""

    REFUSED = "refused"  # the address, or one that it redirects to, is not asked for
    ROBOTS = "robots"  # the host's robots.txt asks that it is not crawled
    TOO_LARGE = "too large"  # more than `FetchSettings.max_bytes`
    NO_SUCH_HOST = "no such host"
    NO_CONNECTION = "no connection"
    CERTIFICATE = "certificate"  # not valid, or not the host's
    TIMED_OUT = "timed out"
    BROKEN_OFF = "broken off"
    NOT_HTTP = "not HTTP"
    ENDLESS = "endless"  # redirects in a circle, or too many


@dataclass(frozen=True)
class Fetched:
    """One address and what came of it.

    `chain` has every redirect and, last, the answer: of its bodies the files are there until `take` returns. A fault
    may leave a part of an answer at the end of the chain: its `truncated` is set then, or its body is None. `detail` is
    one line for a person, "" where there is no fault; `requests` counts what was sent, tries that failed included.
    """

    wanted: Wanted
    chain: tuple[Exchange, ...]
    fault: Fault | None = None
    detail: str = ""
    requests: int = 0

    @property
    def answer(self) -> Exchange | None:
        """The last answer, if there was any."""
        return self.chain[-1] if self.chain else None

    @property
    def received(self) -> int:
        """Bytes of all bodies, as they came."""
        return sum(one.body.stat().st_size for one in self.chain if one.body is not None)

    def drop(self) -> None:
        """Take away the bodies' files."""
        for one in self.chain:
            if one.body is not None:
                one.body.unlink(missing_ok=True)
