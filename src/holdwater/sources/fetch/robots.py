"""What hosts ask of crawlers (RFC 9309). A page that a person cites is not crawled, and is asked for all the same."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cached_property

from protego import Protego

from holdwater.sources.fetch.addresses import PORTS, Target, read_target
from holdwater.sources.fetch.model import Fetched
from holdwater.sources.fetch.settings import AGENT

MOST_BYTES = 500 * 1024
"""Of a robots.txt that are read; RFC 9309, section 2.5, asks for no less."""

LONGEST_DELAY = 30.0
"""Seconds of a Crawl-delay that are kept."""


@dataclass(frozen=True)
class Rules:
    """What one host asks: its rules, or nothing at all (`open`), or that nothing is crawled for now."""

    text: str = ""
    open: bool = True

    def allow(self, target: Target) -> bool:
        """Whether `target` may be crawled."""
        return self.open and (not self.text or bool(self._parsed.can_fetch(target.url, AGENT)))

    @property
    def delay(self) -> float:
        """Seconds between requests, 0 if nothing is asked."""
        asked = self._parsed.crawl_delay(AGENT) if self.text else None
        return max(0.0, min(float(asked), LONGEST_DELAY)) if asked else 0.0

    @cached_property
    def _parsed(self) -> Protego:
        return Protego.parse(self.text)


class Robots:
    """The rules of every host that is crawled, each asked for once in a run."""

    def __init__(self, fetch: Callable[[Target], Awaitable[Fetched]]) -> None:
        self._fetch = fetch
        self._rules: dict[str, asyncio.Task[Rules]] = {}

    async def rules(self, target: Target) -> Rules:
        """What the host of `target` asks."""
        shown = f"[{target.host}]" if ":" in target.host else target.host
        port = "" if target.port == PORTS[target.scheme] else f":{target.port}"
        place = f"{target.scheme}://{shown}{port}/robots.txt"
        if place not in self._rules:
            self._rules[place] = asyncio.ensure_future(self._ask(read_target(place)))
        return await asyncio.shield(self._rules[place])

    async def _ask(self, target: Target) -> Rules:
        """RFC 9309, section 2.3.1: no file is no rule; a server that cannot be asked is to be left alone."""
        fetched = await self._fetch(target)
        answer = fetched.answer
        try:
            if answer is None or fetched.failure is not None or answer.status >= 500:
                return Rules(open=False)
            if answer.status >= 400 or answer.body is None:
                return Rules()
            with answer.body.open("rb") as file:
                return Rules(file.read(MOST_BYTES).decode("utf-8", "replace"))
        finally:
            fetched.drop()
