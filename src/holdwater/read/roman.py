"""Roman numerals, read and written: xii is 12."""

from __future__ import annotations

import re

from holdwater.patterns import waiting

_ROMAN = waiting(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.I)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_WRITTEN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def number_of(label: str) -> tuple[int, bool]:
    """The value of a number in digits or Roman letters, and whether it is Roman; 0 where it is neither."""
    if label.isdecimal():
        return int(label[:9]), False
    if not label or len(label) > 15 or not _ROMAN.fullmatch(label):
        return 0, True
    values = [_VALUES[letter] for letter in label.lower()]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True)), True


def roman(number: int) -> str:
    """A number above 0 in small Roman numerals."""
    written = []
    for value, sign in _WRITTEN:
        count, number = divmod(number, value)
        written.append(sign * count)
    return "".join(written)
