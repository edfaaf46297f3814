"""Numbers as Word prints them before list items and at notes: 4, iv, D, ‡."""

from __future__ import annotations

from holdwater.read.roman import roman

_CHICAGO = "*†‡§"
_MAX_NUMBER = 32_767
"""The largest number that Word counts to."""


def label(number: int, form: str) -> str:
    """`number` written in a `w:numFmt`; as digits where the form is not one that is known here."""
    if not 0 < number <= _MAX_NUMBER:
        return str(number)
    if form in ("lowerRoman", "upperRoman"):
        return _cased(roman(number), form)
    if form in ("lowerLetter", "upperLetter"):
        return _cased(chr(ord("a") + (number - 1) % 26) * min(9, 1 + (number - 1) // 26), form)
    if form == "chicago":
        return _CHICAGO[(number - 1) % 4] * min(9, 1 + (number - 1) // 4)
    if form == "decimalZero":
        return f"{number:02}"
    return "" if form in ("none", "bullet") else str(number)


def _cased(written: str, form: str) -> str:
    return written.upper() if form.startswith("upper") else written


def whole(value: str, default: int = 0) -> int:
    """An attribute that should be a whole number; `default` where it is none, or absurdly long."""
    digits = value.removeprefix("-")
    if not digits.isdecimal() or not digits.isascii() or len(digits) > 9:
        return default
    return int(value)
