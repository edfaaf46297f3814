"""How well references are laid against the records of catalogues.

scripts/eval references                how many sound ones pass and wrong ones are flagged, by kind, with the floors
scripts/eval references --misses       each miss too, with its reason
scripts/eval references --set second   the set that is kept apart; "all" for both

Each set is compared twice: with its references as a careful reader takes them apart (this has the floors), and as our
own reader of reference strings does, whose errors are then in the figure too (this has none).
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

from eval.measure import bounds, misses, table
from eval.references.judging import Compare, as_read, judged
from eval.references.pairs import FILES, pairs

COMPARE = "holdwater.sources.records.comparing.compare"


def main(arguments: list[str], compare: Compare | None = None) -> int:
    """Print the measures; 1 if one is below its floor, 2 for arguments that there are not."""
    parser = argparse.ArgumentParser(prog="eval references")
    parser.add_argument("--set", choices=(*FILES, "all"), default="first", dest="name")
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args(arguments)
    laid: Compare = compare or import_module(COMPARE).compare
    parsed = judged(pairs(asked.name), laid)
    read = judged(pairs(asked.name), laid, as_read, prefix="read_")
    floors = bounds("references")
    if asked.misses:
        print(misses(parsed.measures + read.measures), end="\n\n")
    print(f"{asked.name} set{'s' if asked.name == 'all' else ''}: {sum(one.total for one in parsed.measures)} pairs")
    print(table(parsed.measures, floors))
    print(parsed.by_kind())
    print("Read by our own reader of reference strings (nothing is pinned):")
    print(table(read.measures, {one.name: 0.0 for one in read.measures}))
    return 0 if all(one.holds(floors[one.name]) for one in parsed.measures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
