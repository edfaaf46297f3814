"""Page locators: which pages they name, and whether two of them can mean the same place."""

from __future__ import annotations

from holdwater.patterns import waiting

_RANGE = waiting(r"(\d{1,7})(?:\s{0,3}[-‐‑–—]\s{0,3}(\d{1,7}))?(?:\s?(ff?)\b)?")
_PARTS = waiting(r"[,;&]|\band\b")
_LONGEST = 200
"""Characters of a locator that are read; nobody writes a longer one."""
_LAST = 10**7


def page_ranges(locator: str) -> list[range]:
    """The page ranges that a locator names: "523-24, 530" names 523 to 524 and 530; "xii" none.

    A second number shorter than the first completes it ("523-24"); "12 f." goes on to the next page, "12 ff." to one
    that cannot be told. What follows the page in one part ("23 n. 4") is not a page.
    """
    found = (_RANGE.search(part) for part in _PARTS.split(locator[:_LONGEST]))
    return [_range(match[1], match[2], match[3]) for match in found if match]


def _range(first: str, last: str | None, following: str | None) -> range:
    if last is None:
        last = first
    elif len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    low, high = int(first), int(last)
    high += 1 if following == "f" else 0
    return range(low, _LAST if following == "ff" else max(low, high) + 1)


def pages_apart(given: str, found: str) -> bool:
    """Whether two locators surely name different pages.

    False where they share a page, and where one of them gives no number ("xii", "passim"), which nothing follows from.
    """
    left, right = page_ranges(given), page_ranges(found)
    if not left or not right:
        return False
    return not any(a.start < b.stop and b.start < a.stop for a in left for b in right)
