"""Answers and pages made by hand, for what is said of addresses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from holdwater.sources.archive.model import Exchange
from holdwater.sources.standing.model import Standing, Try

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
PROSE = "The council of the upper town met in the spring and spoke of the bridge, the ferry and the flood. " * 40


def answer(url: str, status: int = 200, location: str = "", headers: Mapping[str, str] | None = None) -> Exchange:
    """One answer: an HTML page unless its headers say otherwise, or a redirect to `location`."""
    given = {"Content-Type": "text/html; charset=utf-8", **(headers or {})}
    if location:
        given["Location"] = location
    return Exchange(url, "GET", (), status, "", tuple(given.items()), None, NOON)


def way(
    start: str, *steps: tuple[int, str], status: int = 200, headers: Mapping[str, str] | None = None
) -> list[Exchange]:
    """The answers on a way of redirects: from `start`, by (status, address) steps, to a last one with `status`."""
    chain, at = [], start
    for code, following in steps:
        chain.append(answer(at, code, following))
        at = following
    return [*chain, answer(at.partition("#")[0], status, headers=headers)]


def page(title: str = "", *headings: str, head: str = "", body: str = PROSE, lang: str = "en") -> str:
    """An HTML page with a title, first-level headings, more in its head, and a body."""
    shown = "".join(f"<h1>{heading}</h1>" for heading in headings)
    titled = f"<title>{title}</title>" if title else ""
    return f'<!doctype html><html lang="{lang}"><head>{titled}{head}</head><body>{shown}<p>{body}</p></body></html>'


def meta(**values: str) -> str:
    """Meta elements: `og__site_name="The Gazette"` is og:site_name."""
    pairs = ((name.replace("__", ":"), value) for name, value in values.items())
    return "".join(f'<meta property="{name}" content="{value}">' for name, value in pairs)


def linked(json: str) -> str:
    """A block of JSON-LD."""
    return f'<script type="application/ld+json">{json}</script>'


def tries(*seen: tuple[float, Standing], url: str = "https://example.org/a") -> Sequence[Try]:
    """Tries of one address: (days after the first noon, how it stood)."""
    return [Try(url, NOON + timedelta(days=day), standing) for day, standing in seen]
