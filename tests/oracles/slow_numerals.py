"""Numbers spelled out and grouped by the schoolbook: slow, obvious, and the other way round from the reader."""

from __future__ import annotations

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = [(10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand")]


def spelled(number: int, *, joined: bool = True) -> str:
    """A whole number in words; `joined` puts "and" behind hundreds and before a last part below a hundred."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        return _TENS[number // 10 - 2] + (f"-{_SMALL[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = number % 100
        tie = " and " if joined else " "
        return f"{_SMALL[number // 100]} hundred" + (tie + spelled(rest, joined=joined) if rest else "")
    for scale, name in _SCALES:
        if number >= scale:
            rest = number % scale
            tie = " and " if joined and rest < 100 else " "
            head = f"{spelled(number // scale, joined=joined)} {name}"
            return head + (tie + spelled(rest, joined=joined) if rest else "")
    raise AssertionError(number)


def grouped(number: int, mark: str) -> str:
    """Digits in groups of three, `mark` between them."""
    digits, groups = str(number), []
    while digits:
        groups.append(digits[-3:])
        digits = digits[:-3]
    return mark.join(reversed(groups))


def indian(number: int) -> str:
    """Digits as India groups them: the last three, then pairs."""
    digits = str(number)
    head, groups = digits[:-3], [digits[-3:]]
    while head:
        groups.append(head[-2:])
        head = head[:-2]
    return ",".join(reversed(groups))
