"""The sources that are fetched: articles of mixed size, on many hosts, at a distance."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice

SIZES = (3_000, 12_000, 25_000, 40_000, 90_000)
"""Bytes of most pages, without what a browser would load besides: the median of HTML on the web is about 30 kB (HTTP
Archive, Web Almanac 2022)."""

PAPERS = {10: 400_000, 50: 2_000_000}
"""Every so manieth source is a PDF of that size."""

HOSTS = 50
"""A document of 200 notes cites so many hosts, more or less: each of them is asked for four pages."""


def urls(count: int, port: int, latency: float, tag: str = "s") -> Iterator[str]:
    """The addresses of `count` sources on the replica at `port`, each answered after `latency` seconds."""
    for number, usual in enumerate(islice(cycle(SIZES), count)):
        paper = max((large for every, large in PAPERS.items() if number % every == every - 1), default=0)
        host, kind = f"{tag}{number % HOSTS}.example.org", "paper" if paper else "page"
        yield f"http://{host}:{port}/{kind}/{number}?bytes={paper or usual}&latency={latency:g}"
