"""A raw look at numbers: what stands before one without being a word of its own can make it another number.

–6.2 and 6.2     .5 and 5     3/4 and 3–4     10^6 and 10 6     ~40 and 40
"""

from __future__ import annotations

_MINUS = "-−–"
_ABOUT = "~∼≈"
_CLOSERS = ")]"


def same_figure(one: str, start: int, other: str, begin: int) -> bool:
    """Whether the equal numbers at `one[start:]` and `other[begin:]` are the same with what stands before them."""
    mine, theirs = _sign(one, start), _sign(other, begin)
    return mine == theirs


def _sign(text: str, start: int) -> str:
    """What makes the number at `start` another: a point, a minus, "about", and what ties it to a number before it."""
    sign, at = "", start
    if _is(text, at - 1, ".") and not _is_word(text, at - 2):
        sign, at = ".", at - 1
    if _is(text, at - 1, _MINUS) and not _is_word(text, at - 2):
        sign, at = f"-{sign}", at - 1
    while _is(text, at - 1, " \u00a0\t\r\n"):
        at -= 1
    if _is(text, at - 1, _ABOUT):
        return f"~{sign}"
    tied = text[at - 1] if at and not sign else ""
    if tied in ("/", "⁄", ":", "^", "×", "·") and text[at - 2 : at - 1].isdigit():
        year = tied == "/" and text[max(0, at - 5) : at - 1].isdigit() and at >= 5
        return sign if year else f"{'/' if tied == '⁄' else tied}{sign}"
    return sign


def _is(text: str, at: int, characters: str) -> bool:
    return at >= 0 and text[at] in characters


def _is_word(text: str, at: int) -> bool:
    """Whether a letter, digit, closing bracket or dash stands there, so that what follows is no sign of a number."""
    return at >= 0 and (text[at].isalnum() or text[at] in _CLOSERS or text[at] in '.”’"-–—')
