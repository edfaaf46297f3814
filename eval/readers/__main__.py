"""How well every format is read: notes, citations, words, places, reference strings, speed.

scripts/eval readers                every measure, its floor, and each miss with its reason
scripts/eval readers --quiet        without the misses
scripts/eval readers --untimed      without the speeds, which another work on the machine would lower
scripts/eval readers defuddle       only the measures named, or those of a module; "speed" for the speeds
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from bench.readers import speeds

from eval import data
from eval.measure import Measure, conclude

MODULES: dict[str, tuple[str, ...]] = {
    "defuddle": ("defuddle_whole", "defuddle_notes", "defuddle_false"),
    "ebooks": ("ebooks_tied",),
    "pages": ("pages_origins",),
    "trees": ("trees", "trees_pandoc"),
    "origins": ("origins",),
    "docx": ("docx_words", "docx_blocks", "docx_docling", "docx_cites"),
    "epub": ("epub_words", "epub_notes", "epub_places"),
    "jats": ("jats_words", "jats_cites", "jats_notes", "jats_fields", "jats_places"),
    "references": tuple(f"reference_{field}" for field in ("author", "title", "date", "container")),
    "latex": ("latex_words",),
    "pdf": ("pdf_words", "pdf_printed", "pdf_quotes", "pdf_second", "pdf_notes"),
    "wikitext": ("wikitext_words", "wikitext_places"),
    "pandoc": ("pandoc_notes", "pandoc_places"),
}
"""Which module of this folder measures what: `measures()` of each yields measures of these names."""


def measured(wanted: set[str]) -> Iterator[Measure]:
    """The measures with these names, or all of them."""
    for module, names in MODULES.items():
        if not wanted or wanted & {module, *names}:
            measures: Callable[[], Iterable[Measure]] = import_module(f"eval.readers.{module}").measures
            yield from measures()


def main(arguments: list[str]) -> int:
    """Print the measures and their misses; 1 if one is below its floor."""
    wanted = {argument for argument in arguments if not argument.startswith("-")}
    began = time.monotonic()
    found = list(measured(wanted))
    about = f"data: formats {data.digest('formats/**/*.*')}; {time.monotonic() - began:.0f} s"
    kept = conclude(found, "readers", about, quiet="--quiet" in arguments)
    timed = "speed" in wanted or not (wanted or "--untimed" in arguments)
    rates = list(speeds()) if timed else []
    print("\n".join(rate.line() for rate in rates))
    return 0 if kept and all(rate.holds for rate in rates) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
