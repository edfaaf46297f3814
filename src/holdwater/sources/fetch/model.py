"""What is to be fetched, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from holdwater.sources.archive.model import Exchange
from holdwater.sources.standing.model import Failure


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address to ask for. `crawled` says that no person named it: robots.txt is then asked and obeyed.

    `headers` are sent besides the usual ones, or in their place.
    """

    url: str
    crawled: bool = False
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Fetched:
    """One address and what came of it.

    `chain` has every redirect and, last, the answer: of its bodies the files are there until `take` returns. A failure
    may leave a part of an answer at the end of the chain: its `truncated` is set then, or its body is None. `detail` is
    one line for a person, "" where there is no failure; `requests` counts what was sent, tries that failed included.
    """

    wanted: Wanted
    chain: tuple[Exchange, ...]
    failure: Failure | None = None
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
