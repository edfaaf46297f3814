"""The texts that are searched, court opinions and RFCs, read anew at every pass; and those that are held out."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval import data

HELD_OUT = 60
"""Whole texts of each sort that are kept out of every search; sentences that are not there are taken from them."""
MEGABYTE = 1_000_000
_SPLIT_SEED = 1_789
"""The choice of texts is the same for every seed of the quotations, so that runs can be compared."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One text: its sort ("opinion" or "rfc"), the opinion's id or the RFC's file name, its length in bytes."""

    sort: str
    name: str
    size: int


class Texts:
    """A choice of texts that can be iterated over again and again; one is in memory at a time.

    Opinions come first, in the order of their files, then the RFCs by name.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Choose the texts of these entries; the order given does not matter."""
        self.opinions = {entry.name for entry in entries if entry.sort == "opinion"}
        self.rfcs = sorted(entry.name for entry in entries if entry.sort == "rfc")
        self.size = sum(entry.size for entry in entries)

    def __len__(self) -> int:
        return len(self.opinions) + len(self.rfcs)

    def __iter__(self) -> Iterator[str]:
        yield from (text for name, text in _opinions() if name in self.opinions)
        yield from map(_rfc, self.rfcs)


def searched_and_held_out(megabytes: int) -> tuple[Texts, Texts]:
    """Texts of so many megabytes, half of each sort as far as they go, and the texts held out of every size."""
    entries = [Entry("opinion", name, len(text.encode())) for name, text in _opinions()]
    entries += [Entry("rfc", name, len(_rfc(name).encode())) for name in _rfc_names()]
    return chosen(entries, megabytes * MEGABYTE)


def chosen(entries: Sequence[Entry], size: int, held_out: int = HELD_OUT) -> tuple[Texts, Texts]:
    """Split entries: up to `size` bytes to be searched, and `held_out` texts of each sort.

    A larger choice has all of a smaller one. Where one sort is used up, the other makes up for it.
    """
    waiting: dict[str, list[Entry]] = {}
    kept_out: list[Entry] = []
    for sort in ("opinion", "rfc"):
        shuffled = [entry for entry in entries if entry.sort == sort]
        random.Random(_SPLIT_SEED).shuffle(shuffled)
        kept_out += shuffled[:held_out]
        waiting[sort] = shuffled[held_out:]
    taken: list[Entry] = []
    sizes = dict.fromkeys(waiting, 0)
    while any(waiting.values()):
        sort = min((one for one in waiting if waiting[one]), key=sizes.__getitem__)
        entry = waiting[sort].pop(0)
        if sum(sizes.values()) + entry.size > size:
            break
        taken.append(entry)
        sizes[sort] += entry.size
    return Texts(taken), Texts(kept_out)


def _opinions() -> Iterator[tuple[str, str]]:
    return ((row["id"], row["text"]) for row in data.rows("scotus", "opinions"))


def _rfc_names() -> list[str]:
    return sorted(path.name for path in (data.root() / "rfc" / "txt").glob("rfc*.txt.gz"))


def _rfc(name: str) -> str:
    raw = gzip.decompress((data.root() / "rfc" / "txt" / name).read_bytes())
    return raw.decode("utf-8", errors="replace")
