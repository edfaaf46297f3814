"""Short views of a reading, for tests."""

from __future__ import annotations

from holdwater.extract.quantities.model import Quantity
from holdwater.extract.quantities.reading import read_measured


def quantities(text: str) -> tuple[Quantity, ...]:
    return read_measured(text).quantities


def only(text: str) -> Quantity:
    found = quantities(text)
    assert len(found) == 1, [text[each.span.start : each.span.end] for each in found]
    return found[0]


def words(text: str) -> list[str]:
    return [text[each.span.start : each.span.end] for each in quantities(text)]
