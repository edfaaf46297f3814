"""The ways in which a number may be written, and where it stands in a text in any of them."""

from __future__ import annotations

from collections.abc import Iterator
from math import isclose

from holdwater.extract.quantities.model import Dimension, Quantity

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_MAGNITUDES = ((1e12, ("trillion",)), (1e9, ("billion", "bn", "b")), (1e6, ("million", "m")), (1e3, ("thousand", "k")))
_FRACTIONS = {
    50.0: ("half",),
    25.0: ("quarter",),
    75.0: ("quarter",),
    20.0: ("fifth", "in five"),
    10.0: ("tenth", "in ten"),
}
_THIRDS = ("third", "in three", "in 3")
_GROUPS = (",", "", " ", ".", "\u00a0", "\u202f", "'", "’")
_POINT = ".,"


def spelled(value: int) -> str:
    """A number below 100 in words; "" for others."""
    if 0 <= value < len(_WORDS):
        return _WORDS[value]
    if not 20 <= value < 100:
        return ""
    tens, ones = divmod(value, 10)
    return _TENS[tens - 2] + (f"-{_WORDS[ones]}" if ones else "")


def digit_count(quantity: Quantity) -> int:
    """How many digits a quantity's number has, zeros at its end included."""
    return len(f"{abs(quantity.value):.10g}".replace(".", ""))


def forms_of(quantity: Quantity) -> tuple[str, ...]:
    """The ways to write a quantity's number, in lower case."""
    value = abs(quantity.value)
    found = [*_plain(value), *_with_magnitude(value)]
    if quantity.unit.dimension is Dimension.PERCENT:
        found.extend(_FRACTIONS.get(value, ()))
        if isclose(value, 100 / 3, abs_tol=0.5) or isclose(value, 200 / 3, abs_tol=0.5):
            found.extend(_THIRDS)
    return tuple(dict.fromkeys(found))


def bare_forms_of(quantity: Quantity) -> tuple[str, ...]:
    """The ways to write a large number in a table that counts in thousands, millions or billions: "19.8" of 19.8
    million."""
    sizes = (size for size, _ in _MAGNITUDES if abs(quantity.value) >= size)
    return tuple(dict.fromkeys(form for size in sizes for form in _plain(round(abs(quantity.value) / size, 9))))


def _plain(value: float) -> Iterator[str]:
    if value == int(value):
        whole = int(value)
        for group in _GROUPS if whole >= 1000 else ("",):
            yield f"{whole:,}".replace(",", group)
        if spelled(whole):
            yield spelled(whole)
        return
    short = f"{value:.10g}"
    yield short
    yield short.replace(".", ",")


def _with_magnitude(value: float) -> Iterator[str]:
    for size, names in _MAGNITUDES:
        if value >= size:
            many = f"{value / size:.10g}"
            for name in names:
                yield f"{many} {name}"
                yield f"{many}{name}"
                if "." in many:
                    yield f"{many.replace('.', ',')} {name}"
            if many.isdigit() and spelled(int(many)):
                yield f"{spelled(int(many))} {names[0]}"


def places_written(lower: str, forms: tuple[str, ...], most: int = 40) -> list[int]:
    """Where a number stands in a folded text in one of these forms, and not as a part of another number or word."""
    found: set[int] = set()
    for form in forms:
        at, seen = lower.find(form), 0
        while at >= 0 and seen < most:
            if _stands_alone(lower, at, at + len(form)):
                found.add(at)
            seen += 1
            at = lower.find(form, at + 1)
    return sorted(found)


def _stands_alone(lower: str, start: int, end: int) -> bool:
    if lower[start].isalpha():
        return not lower[max(0, start - 1) : start].isalpha() and not lower[end : end + 1].isalpha()
    before, after = lower[max(0, start - 2) : start], lower[end : end + 2]
    if before[-1:].isalnum() or (before[-1:] in _POINT and before[:1].isdigit() and len(before) == 2):
        return False
    if lower[end - 1].isalpha():
        return not after[:1].isalnum()
    return not after[:1].isdigit() and not (after[:1] in _POINT and after[1:].isdigit() and len(after) == 2)
