"""What is counted of a comparison: a sound reference must not be flagged, a wrong one must be.

A reference is flagged where some field of it differs from the record's, or the record is not of its work at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from eval.measure import Measure, Miss
from eval.references.pairs import Pair
from holdwater.extract.csl import parse_reference
from holdwater.sources.records.model import Comparison, Record

Compare = Callable[[Mapping[str, object], Record], Comparison]
Read = Callable[[Pair], Mapping[str, object]]


def as_parsed(pair: Pair) -> Mapping[str, object]:
    """The reference as a careful reader takes it apart."""
    return pair.csl


def as_read(pair: Pair) -> Mapping[str, object]:
    """The reference as our own reader of reference strings takes it apart."""
    return parse_reference(pair.raw)


def flagged(comparison: Comparison) -> bool:
    """Whether anything is said against the reference."""
    return bool(comparison.different) or not comparison.same_work


@dataclass
class Judged:
    """The two measures of a set, and by kind how many are right of how many."""

    sound: Measure
    wrong: Measure
    kinds: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)

    @property
    def measures(self) -> list[Measure]:
        """Both."""
        return [self.sound, self.wrong]

    def by_kind(self) -> str:
        """A line a kind, in the set's order."""
        shown = (
            f"    {label:<6} {kind:<24} {right:>3} of {total}" for (label, kind), (right, total) in self.kinds.items()
        )
        return "\n".join(shown)


def judged(pairs: Iterable[Pair], compare: Compare, read: Read = as_parsed, *, prefix: str = "") -> Judged:
    """All pairs compared and counted; the measures are called "sound" and "wrong" with `prefix` before."""
    as_what = "references" if read is as_parsed else "references as our own reader reads them"
    made = Judged(
        Measure(f"{prefix}sound", f"sound {as_what}, passed"), Measure(f"{prefix}wrong", f"wrong {as_what}, flagged")
    )
    for pair in pairs:
        comparison = compare(read(pair), pair.record)
        right = flagged(comparison) == (pair.label == "wrong")
        measure = made.wrong if pair.label == "wrong" else made.sound
        measure.count(right, Miss(f"{pair.kind}/{pair.id}", pair.why, _detail(pair, comparison)))
        before = made.kinds.get((pair.label, pair.kind), (0, 0))
        made.kinds[pair.label, pair.kind] = (before[0] + right, before[1] + 1)
    return made


def _detail(pair: Pair, comparison: Comparison) -> str:
    said = [f"{one.field}: {one.written!r} / {one.recorded!r} {one.why}".rstrip() for one in comparison.different]
    if not comparison.same_work:
        said.insert(0, f"another work ({comparison.likeness:.2f})")
    return "\n    ".join([pair.raw, *said])
