"""The numbers that are printed on the pages, or that the file gives them: what a citation of a page means."""

from __future__ import annotations

from itertools import pairwise

from holdwater.read.pdf.page import Page
from holdwater.read.roman import number_of

_LONGEST_GAP = 20


def labels_of(pages: list[Page], printed: dict[int, str]) -> dict[int, str]:
    """The label of each page that has one, by the page's own number.

    They are the file's own labels, but where these merely count its pages from 1 while numbers are printed on them:
    then it is those. Pages without a number between two that count on have theirs.

    Args:
        pages: the file's pages.
        printed: the numbers printed on them, by the page's own number.
    """
    counted = all(page.label in ("", str(page.number)) for page in pages)
    filled = _filled(printed)
    if counted and filled:
        return filled
    return {page.number: page.label or filled.get(page.number, "") for page in pages}


def _filled(printed: dict[int, str]) -> dict[int, str]:
    """The printed numbers, with those of the pages between that bear none (a chapter's first, a plate)."""
    found = dict(printed)
    for before, after in pairwise(sorted(printed)):
        (first, roman), (last, _) = number_of(printed[before]), number_of(printed[after])
        if not roman and last - first == after - before <= _LONGEST_GAP:
            found.update({number: str(first + number - before) for number in range(before + 1, after)})
    return found
