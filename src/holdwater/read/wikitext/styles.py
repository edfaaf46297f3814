"""Bold and italics: which apostrophes of a line open or close what, as MediaWiki pairs them."""

from __future__ import annotations

from collections.abc import Sequence

from holdwater.document import MarkKind

Toggle = tuple[int, tuple[MarkKind, ...]]
"""How many of the apostrophes are printed, and which marks the rest open or close."""

_BY_LENGTH = {
    2: (MarkKind.EMPHASIS,),
    3: (MarkKind.STRONG,),
    5: (MarkKind.STRONG, MarkKind.EMPHASIS),
}


def toggles(raw: str, runs: Sequence[tuple[int, int]]) -> dict[int, Toggle]:
    """What each run of apostrophes in one line does, by its offset; `runs` are their spans in the line's order."""
    sizes = {start: _size(end - start) for start, end in runs}
    bold = sum(size != 2 for size in sizes.values())
    italic = sum(size != 3 for size in sizes.values())
    if bold % 2 and italic % 2:
        torn = _torn(raw, [start for start, size in sizes.items() if size == 3])
        if torn is not None:
            sizes[torn] = 2
    return {start: (end - start - sizes[start], _BY_LENGTH[sizes[start]]) for start, end in runs}


def _size(length: int) -> int:
    if length >= 5:
        return 5
    return min(length, 3)


def _torn(raw: str, bold: Sequence[int]) -> int | None:
    """The bold mark that is an apostrophe and italics (L'''Iliade''): after one letter, else a word, else a blank."""
    ranked = sorted(bold, key=lambda start: _rank(raw[max(0, start - 2) : start]))
    return ranked[0] if ranked else None


def _rank(before: str) -> int:
    if before.endswith(" "):
        return 2
    return 0 if before[:-1] in ("", " ") else 1
