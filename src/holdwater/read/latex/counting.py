"""The numbers of the notes, counted as LaTeX counts them."""

from __future__ import annotations

from holdwater.read.latex.preamble import Options
from holdwater.read.roman import roman

_SYMBOLS = ("*", "†", "‡", "§", "¶", "‖", "**", "††", "‡‡")
_MAX_NUMBER = 1_000_000


class Counting:
    """The counters of footnotes, endnotes and the like."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._counters: dict[str, int] = {}

    def step(self, counter: str) -> str:
        """Count one on, and give the number as it is printed."""
        self.set(counter, self.value(counter) + 1)
        return self.printed(counter)

    def value(self, counter: str) -> int:
        return self._counters.get(counter, 0)

    def set(self, counter: str, value: int) -> None:
        self._counters[counter] = max(-_MAX_NUMBER, min(value, _MAX_NUMBER))

    def printed(self, counter: str) -> str:
        style = {"footnote": self._options.numbering, "thanks": "fnsymbol"}.get(counter, "arabic")
        return numeral(self.value(counter), style)

    def chapter(self) -> None:
        """A numbered chapter: its footnotes are counted from one."""
        if self._options.chapters:
            self.set("footnote", 0)


def numeral(number: int, style: str) -> str:
    """A number as LaTeX's `\\arabic`, `\\roman`, `\\alph` or `\\fnsymbol` print it; in digits where they cannot."""
    if style in ("alph", "Alph") and 1 <= number <= 26:
        return chr(ord("a" if style == "alph" else "A") + number - 1)
    if style == "fnsymbol" and 1 <= number <= len(_SYMBOLS):
        return _SYMBOLS[number - 1]
    if style in ("roman", "Roman") and 1 <= number <= 4000:
        return roman(number).upper() if style == "Roman" else roman(number)
    return str(number)
