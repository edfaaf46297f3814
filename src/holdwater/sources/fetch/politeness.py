"""Manners towards a host: few requests at once, a while between them, and rest when it asks for it."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC
from email.utils import parsedate_to_datetime


class Host:
    """One host's gate. At most `at_once` are inside, and they begin `delay` seconds apart at least."""

    def __init__(self, at_once: int, delay: float) -> None:
        self._delay = delay
        self._gate = asyncio.Semaphore(at_once)
        self._next = 0.0

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for a turn, and keep it for the length of the block."""
        async with self._gate:
            while (wait := self._next - time.monotonic()) > 0:
                await asyncio.sleep(wait)
            self._next = time.monotonic() + self._delay
            yield

    def slow_down(self, delay: float) -> None:
        """Let requests begin farther apart, if that is farther."""
        self._delay = max(self._delay, delay)

    def rest(self, seconds: float) -> None:
        """Let nobody begin for a while."""
        self._next = max(self._next, time.monotonic() + seconds)


def retry_after(value: str, now: Callable[[], float] = time.time) -> float | None:
    """The seconds that a Retry-After header asks to wait (RFC 9110, section 10.2.3): a number or a date; else None."""
    written = value.strip()
    if written.isascii() and written.replace(".", "", 1).isdigit() and len(written) < 12:
        return float(written)
    try:
        when = parsedate_to_datetime(written)
    except (ValueError, OverflowError, TypeError):
        return None
    return max(0.0, when.replace(tzinfo=when.tzinfo or UTC).timestamp() - now())


def back_off(first: float, failures: int) -> float:
    """How long to wait after so many failures: doubled each time, and from half of that to all of it by chance.

    Chance keeps requests that failed together from coming back together.
    """
    return first * 2.0 ** (failures - 1) * random.uniform(0.5, 1.0)
