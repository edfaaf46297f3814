"""How well numbers and dates are read and checked.

scripts/eval numbers                   every measure, its floor, and each miss with its reason
scripts/eval numbers --quiet           without the misses
scripts/eval numbers --untimed         without the speeds, which other work on the machine would lower
scripts/eval numbers --preview         pairs and accounts also with the rules in preview on, beside the pinned measures
scripts/eval numbers quantities pairs  only these parts:

    specs        the specified cases of number-date-specs, numbers and dates
    quantities   value, unit, kind and hedge in annotated texts; note digits misread
    pairs        sentences with one number against the passage that they cite
    accounts     seeded inconsistencies and consistent documents
    alarms       findings on court opinions, RFCs and Standard Ebooks
    series       the series that a worded claim speaks of
    speed        extraction, and a superlative over a series
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from eval import data
from eval.measure import Measure, conclude, table

PARTS: dict[str, tuple[str, ...]] = {
    "specs": ("specs_numbers", "specs_dates"),
    "quantities": (
        "quantities",
        "hedges",
        "note_digits",
        "second_quantities",
        "second_hedges",
        "second_note_digits",
    ),
    "pairs": (
        "pairs_passed",
        "pairs_flagged",
        "pairs_contradicted",
        "second_passed",
        "second_flagged",
        "second_contradicted",
    ),
    "accounts": ("seeded", "twins", "seeded_second", "twins_second"),
    "alarms": ("alarms_opinions", "alarms_rfcs", "alarms_books", "alarms_sourced"),
    "series": ("recall_1", "recall_5"),
}
"""Which module of this folder measures what: `measures()` of each yields measures of these names."""
PREVIEWED = ("pairs", "accounts")
READ = ("number-date-specs/**/*.json", "scotus/opinions*.jsonl.gz", "rfc/txt/*.txt.gz", "indicators/*.parquet")


def measured(wanted: set[str]) -> Iterator[Measure]:
    """The measures of these parts, or of all."""
    for part in PARTS:
        if not wanted or part in wanted:
            measures: Callable[[], Iterable[Measure]] = import_module(f"eval.numbers.{part}").measures
            yield from measures()


def previewed(wanted: set[str]) -> list[Measure]:
    """The measures that rules in preview may change, with all of those on."""
    parts = [part for part in PREVIEWED if not wanted or part in wanted]
    return [one for part in parts for one in import_module(f"eval.numbers.{part}").measures(preview=True)]


def main(arguments: list[str]) -> int:
    """Print the measures and their misses; 1 if one is below its floor, 2 for a part that there is not."""
    wanted = {argument for argument in arguments if not argument.startswith("-")}
    if unknown := wanted - PARTS.keys() - {"speed"}:
        print(f"eval numbers: no part is called {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}, speed")
        return 2
    began = time.monotonic()
    found = list(measured(wanted)) if wanted != {"speed"} else []
    about = f"data: {data.digest(*READ)}; {time.monotonic() - began:.0f} s"
    kept = conclude(found, "numbers", about, quiet="--quiet" in arguments)
    if "--preview" in arguments:
        print("\nWith the rules in preview (nothing is pinned):")
        print(table(beside := previewed(wanted), {one.name: float(one.ceiling) for one in beside}))
    timed = "speed" in wanted or not (wanted or "--untimed" in arguments)
    rates = list(import_module("eval.numbers.speeds").speeds()) if timed else []
    print("\n".join(rate.line() for rate in rates))
    return 0 if kept and all(rate.holds for rate in rates) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
