"""The specification cases of number-date-specs, one measure for numbers and one for dates."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from eval.measure import Measure, Miss

PARTS = {
    "specs_numbers": ("measure_number_specs", "specified cases of numbers and units resolved rightly"),
    "specs_dates": ("measure_date_specs", "specified cases of dates and periods resolved rightly"),
}
"""Which function of which module of this folder measures the cases."""


def measures() -> tuple[Measure, ...]:
    """All numbers together and all dates together; what each part came to stands in `parts`."""
    return tuple(gathered(name, says, getattr(_module(name), function)()) for name, (function, says) in PARTS.items())


def parts() -> list[Measure]:
    """The measures by kind of case, as they are before they are put together."""
    return [one for name, (function, _) in PARTS.items() for one in getattr(_module(name), function)()]


def _module(name: str) -> object:
    return import_module(f"eval.numbers.{name}")


def gathered(name: str, says: str, measures: Iterable[Measure]) -> Measure:
    """One measure of the items of several."""
    whole = Measure(name, says)
    for one in measures:
        whole.total += one.total
        whole.misses += [Miss(f"{one.name}: {miss.item}", miss.reason, miss.detail) for miss in one.misses]
        whole.excluded += one.excluded
    return whole
