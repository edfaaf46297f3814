"""Pages and article numbers: "123-30" is 123–130, one page lies within its article, "e12" may be written 12."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from holdwater.patterns import waiting
from holdwater.sources.records.comparing.numbers import figures_of
from holdwater.sources.records.comparing.outcome import LACKING, SAME, Outcome, different, variant
from holdwater.sources.records.comparing.written import plain, text_of

_DASH = waiting(r"\s*(?:[-‐‑‒–—−~]+|\bto\b|\bbis\b)\s*")
_LABEL = waiting(
    r"^\W*(?:pp?|pgs?|pages?|s|seiten?|p[aá]gs?|art(?:icle)?\.?(?:\s?(?:no|number|id))?|paper|id|no|eid|"
    r"e-?location)\b[\s.:#]*(?=\w)",
    re.IGNORECASE,
)
_NO_PAGE = waiting(r"^\W*(?:ch(?:ap(?:ter|\.)?)?|kap|sec(?:t(?:ion)?)?|part|bk|book|vol)\b|^\W*§", re.IGNORECASE)
_COUNT = waiting(r"^\W*\d+\s*(?:pp?|pages?|s|seiten|leaves)\b\.?\s*$", re.IGNORECASE)
_IN_ARTICLE = waiting(r"^(\d{1,5}):\d{1,4}\s*[-–]\s*(?:\d{1,5}:)?(\d{1,4})$")
_EXTRA = waiting(r"\.e\d{1,3}(?:[-–]e?\d{1,3})?$|\.e\d{1,3}\b", re.IGNORECASE)
_PIECE = waiting(r"(?P<before>[a-z]{0,6})\W?(?P<number>\d{1,12})(?P<after>[a-z]\w{0,3})?", re.IGNORECASE)
_ROMAN = waiting(r"[ivxlc]{1,8}", re.IGNORECASE)
_ARTICLE_NUMBER = 5
"""Digits from which a lone number is an article's and not a page's."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page or article number: the letters before its figure, the figure, the letters after it."""

    before: str
    number: int
    after: str = ""


@dataclass(frozen=True, slots=True)
class Pages:
    """From which page to which; `end` is None where one page, or an article's number, stands alone."""

    start: Page
    end: Page | None = None

    @property
    def lone(self) -> bool:
        """Whether it is one page or number."""
        return self.end is None or self.end == self.start


def pages_in(text: str) -> Pages | None:
    """The first pages that `text` gives; None where it gives none, or only how many there are."""
    text = plain(text).strip()
    if not text or _COUNT.match(text) or _NO_PAGE.match(text):
        return None
    text = _LABEL.sub("", text)
    if found := _IN_ARTICLE.match(text):
        return Pages(Page("", int(found[1])))
    first = re.split(r"[,;&]", _EXTRA.sub("", text))[0]
    sides = [side for side in _DASH.split(first, maxsplit=1) if side.strip()]
    start = _page(sides[0]) if sides else None
    if start is None:
        return None
    end = _page(sides[1]) if len(sides) > 1 else None
    return Pages(start, _in_full(start, end) if end else None)


def _page(text: str) -> Page | None:
    text = text.strip(" .+f")
    if found := _PIECE.fullmatch(text.replace(" ", "")) or _PIECE.match(text):
        return Page(found["before"].lower(), int(found["number"]), (found["after"] or "").lower())
    if _ROMAN.fullmatch(text) and (figures := figures_of(text)):
        return Page("roman", int(figures[0]))
    return None


def _in_full(start: Page, end: Page) -> Page:
    """The end with the figures it shares with the start: 130 of "123-30", S18 of "S12-8"."""
    whole, part = str(start.number), str(end.number)
    number = end.number
    if len(part) < len(whole) and end.number < start.number:
        number = int(whole[: -len(part)] + part)
    return Page(end.before or start.before, number, end.after)


def compare_pages(ours: Mapping[str, object], theirs: Mapping[str, object], versions: bool) -> Outcome:
    """How the pages of a reference stand to those, or the article number, of a record."""
    mine = text_of(ours, "page")
    recorded = [
        text for field in ("page", "article-number", "number", "page-first") if (text := text_of(theirs, field))
    ]
    if text_of(theirs, "page") == "" and text_of(theirs, "type") not in (
        "article-journal",
        "paper-conference",
        "article",
        "",
    ):
        return LACKING
    written = pages_in(mine)
    if not mine or not recorded or written is None:
        return LACKING
    if mine.casefold() in (text.casefold() for text in recorded):
        return SAME
    outcomes = [_laid(written, other) for text in recorded if (other := pages_in(text)) is not None]
    agreed = next((one for one in outcomes if one.agrees), None)
    if agreed is not None or not outcomes:
        return agreed or LACKING
    if versions:
        return variant("one is the preprint, the other the publication", 0.5)
    return outcomes[0]


def _laid(ours: Pages, theirs: Pages) -> Outcome:
    if _alike(ours.start, theirs.start):
        return _by_end(ours, theirs)
    if theirs.end is not None and _between(ours.start, theirs) and _between(ours.end or ours.start, theirs):
        return variant("a page within it" if ours.lone else "some pages of it")
    if theirs.lone and not ours.lone and ours.start.number == 1 and _is_article_number(theirs.start):
        return variant("its own pages here, its number there")
    if ours.lone and not theirs.lone and theirs.start.number == 1 and _is_article_number(ours.start):
        return variant("its number here, its own pages there")
    return different("other pages")


def _by_end(ours: Pages, theirs: Pages) -> Outcome:
    if ours.end is None or theirs.end is None or ours.lone or theirs.lone:
        return variant("written another way")
    if ours.end.number == theirs.end.number:
        return variant("written another way")
    return different("another last page", 0.6)


def _alike(one: Page, other: Page) -> bool:
    """The same figure; letters are often left out, but two different ones are two pages."""
    if one.number != other.number:
        return False
    if "roman" in (one.before, other.before):
        return one.before == other.before
    return (
        one.before == other.before
        or not one.before
        or not other.before
        or {one.before, other.before} <= {"e", "art", "article", "id"}
    )


def _between(page: Page, pages: Pages) -> bool:
    end = pages.end or pages.start
    return page.before == pages.start.before and pages.start.number <= page.number <= end.number


def _is_article_number(page: Page) -> bool:
    return page.before in ("e", "article", "art", "id", "l") or len(str(page.number)) >= _ARTICLE_NUMBER
