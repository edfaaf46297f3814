"""How well the engine finds quotations in much text, and whether it says rightly what was done to them.

scripts/eval engine                    500 quotations of each kind in 25 MB: every measure, its floor, and each miss
scripts/eval engine --size 200         in 200 MB
scripts/eval engine --small            100 of each kind in 10 MB, as CI runs it
scripts/eval engine --seed last        other quotations; this seed is for the last run before a release
scripts/eval engine --quiet            without the misses
scripts/eval engine --misses FILE      the misses into a file
scripts/eval engine --kinds exact,name only these kinds, and no controls; "controls" for them

What is the right place: `eval.engine.places`; what is right for a few words: `eval.engine.short`; what is not there:
`eval.engine.standing`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from eval import data
from eval.engine.kinds import KINDS
from eval.engine.run import Run, measured
from eval.measure import conclude, misses

READ = ("scotus/opinions*.jsonl.gz", "rfc/txt/*.txt.gz")


def main(arguments: list[str]) -> int:
    """Print the measures and their misses; 1 if one is below its floor."""
    parser = argparse.ArgumentParser(prog="eval engine", description="How well quotations are found in much text.")
    parser.add_argument("--quiet", action="store_true", help="leave the misses out")
    parser.add_argument("--misses", type=Path, help="write the misses into this file")
    parser.add_argument("--seed", default="first", help="which quotations are drawn")
    parser.add_argument("--size", type=int, default=25, help="megabytes that are searched")
    parser.add_argument("--each", type=int, default=500, help="quotations of each kind")
    parser.add_argument("--small", action="store_true", help="100 of each kind in 10 MB")
    parser.add_argument("--kinds", default="", help='only these kinds, and "controls"')
    given = parser.parse_args(arguments)
    size, each = (10, 100) if given.small else (given.size, given.each)
    named = [name for name in given.kinds.split(",") if name]
    kinds = [kind for kind in KINDS if not named or kind.name in named]
    measures, about = measured(Run(size, each, given.seed, tuple(kinds), controls="controls" in named or not named))
    if given.misses:
        given.misses.write_text(misses(measures), encoding="utf-8")
    head = f"data: {data.digest(*READ)}; seed {given.seed}; {about}"
    section = "engine_small" if given.small else "engine"
    return 0 if conclude(measures, section, head, quiet=given.quiet or bool(given.misses)) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
