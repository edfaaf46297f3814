"""Measure the engine's speed and memory on court opinions and RFCs, against its peers.

    scripts/bench engine                 everything but --huge
    scripts/bench engine speed --quick   one part, on 5 MB

Parts: speed (the engine, rapidfuzz, edlib, krokai, and the limits), limits (the engine and the limits alone), scaling,
streaming, essay (the whole command). CPU time is measured, that of child processes included, so that other work on the
machine counts little. Exit 1 where a bound is missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.engine import command, corpus, sample, scaling, speed
from bench.engine.table import MB, Report, load, say
from eval import data

PARTS = ("speed", "scaling", "streaming", "essay")
_HUGE = 6
"""Copies of the largest corpus, each with other words."""


def main() -> int:
    """Measure what the arguments name; print; 1 where a bound is missed."""
    options = _options()
    if not (data.root() / "scotus").is_dir():
        print(f"scripts/bench engine: there is no evaluation data in {data.root()}; nothing was measured")
        return 0
    print(f"load before: {load()}")
    missed = []
    for report in _reports(options):
        report.show()
        missed += [bound for bound in report.bounds if not bound.holds]
    print(f"\nload after: {load()}")
    print(f"{len(missed)} bounds missed" if missed else "every bound holds")
    return 1 if missed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench engine", description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, "limits", []], help="which parts; all if none is named")
    parser.add_argument("--quick", action="store_true", help="5 MB instead of 25")
    parser.add_argument("--huge", action="store_true", help="stream more than 1 GB too")
    parser.add_argument("--megabytes", type=float, help="the smallest corpus; 25 if not told")
    parser.add_argument("--each", type=int, default=50, help="quotations of each of the ten kinds")
    parser.add_argument("--asked", type=int, default=6, help="of each kind, how many the slow peers are asked")
    parser.add_argument("--processes", type=int, default=1, help="of the engine, in speed and limits")
    parser.add_argument("--seed", type=int, default=7, help="of the quotations")
    options = parser.parse_args()
    options.parts = options.parts or list(PARTS)
    options.megabytes = options.megabytes or (5.0 if options.quick else 25.0)
    options.asked = min(options.asked, options.each)
    return options


def _reports(options: argparse.Namespace) -> Iterator[Report]:
    wide = {"scaling", "streaming"} & set(options.parts)
    size = options.megabytes * MB
    with tempfile.TemporaryDirectory(prefix="holdwater-bench-") as name:
        folder = Path(name)
        if set(options.parts) - {"essay"}:
            say("writing the texts")
            small = folder / "small"
            small.mkdir()
            held = corpus.write(small, size)
            quotations = sample.sample(held.texts(), options.each, options.seed)
            sample.save(quotations, folder / "quotations.json")
        for part in ("limits", "speed"):
            if part in options.parts:
                asked = options.asked * len(sample.KINDS)
                field = speed.Field(held, small, quotations, asked, options.processes)
                yield speed.measure(field, slow=part == "speed")
        if wide:
            yield from _wide(options, folder)
        if "essay" in options.parts:
            yield command.measure()


def _wide(options: argparse.Namespace, folder: Path) -> Iterator[Report]:
    """The parts that need the larger corpus."""
    size = options.megabytes * MB
    large, quotations = folder / "large", folder / "quotations.json"
    large.mkdir()
    corpus.write(large, size * scaling.STEPS[-1])
    if "scaling" in options.parts:
        yield scaling.scaling(large, quotations, size)
    if "streaming" in options.parts:
        most = size * scaling.STEPS[-1]
        sizes = [(size, 1), (most, 1)] + ([(most, _HUGE)] if options.huge else [])
        yield scaling.streaming(large, quotations, sizes)


if __name__ == "__main__":
    sys.exit(main())
