"""Which series of the packaged statistics a worded claim speaks of.

`claims.tsv` has a claim, worded as newspapers word them, and the series that would be right for it: all editions and
definitions that the words do not tell apart. Series that are not packaged are left out, and so is a claim none of whose
series is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from eval.measure import Measure, Miss

FILE = Path(__file__).with_name("claims.tsv")
Find = Callable[[str], list[str]]


def claims() -> Iterator[tuple[str, frozenset[str]]]:
    """Each claim with the series that are right for it."""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            words, series = line.split("\t")
            yield words, frozenset(series.split())


def measures() -> tuple[Measure, ...]:
    """How often a right series stands first, and among the first five."""
    from holdwater.sources.statistics import open_store

    store = open_store()

    def find(words: str) -> list[str]:
        return [match.series.id for match in store.catalogue.find(words, most=5)]

    return recalled(find, frozenset(store.series))


def recalled(find: Find, packaged: frozenset[str]) -> tuple[Measure, ...]:
    """Recall at one and at five of what `find` returns, the best first."""
    first = Measure("recall_1", "worded claims whose series is found first (recall@1)")
    fifth = Measure("recall_5", "worded claims whose series is among the first five (recall@5)")
    for words, series in claims():
        right = series & packaged
        if not right:
            first.excluded["no right series is packaged"] += 1
            continue
        found = find(words)
        miss = Miss(words, "wanted " + ", ".join(sorted(right)), "found " + ", ".join(found))
        first.count(bool(right & set(found[:1])), miss)
        fifth.count(bool(right & set(found[:5])), miss)
    return first, fifth
