"""The place in a source that a citation gives: a page, a section, a note, a chapter."""

from __future__ import annotations

import re

from holdwater.extract.model import Locator
from holdwater.patterns import waiting

_RANGE = r"[ivxlc\d]{1,7}(?:\s?[-–—]\s?[ivxlc\d]{1,7})?(?:\s?ff?\.)?"
_NUMBER = r"[A-Z]?\d{1,4}(?:\.\d{1,4}){0,6}(?:\.[a-z]\b)?"
_PATTERNS = (
    ("page", rf"(?:pages?|pp?\.)\s{{0,3}}({_RANGE}(?:,\s?{_RANGE}){{0,5}})"),
    ("section", rf"(?:[Ss]ections?|[Ss]ecs?\.|§{{1,2}})\s{{0,8}}({_NUMBER}|[A-Z]\b)"),
    ("appendix", r"[Aa]ppendix\s{1,8}([A-Z](?:\.\d{1,3}){0,4}|\d{1,3})"),
    ("chapter", r"(?:[Cc]hapters?|[Cc]hap\.|[Cc]h\.)\s{0,3}(\d{1,3}|[ivxlcIVXLC]{1,7})\b"),
    ("note", r"(?:notes?|nn?\.|fn\.)\s{0,3}(\d{1,4})\b"),
    ("paragraph", r"(?:paras?\.?|paragraphs?|¶{1,2})\s{0,3}(\d{1,4}(?:\s?[-–]\s?\d{1,4})?)"),
    ("volume", r"(?:vol\.|[Vv]olume)\s{0,3}(\d{1,3}|[ivxlcIVXLC]{1,7})\b"),
    ("page", rf"at\s{{1,3}}({_RANGE})(?![\w])"),
)
_COMPILED = tuple((label, waiting(pattern)) for label, pattern in _PATTERNS)
_GAP = waiting(r"[\s,;(]{0,8}(?:in\s|see\s)?\s{0,4}")
# Not the end of a number with its thousands apart: in "2:188 (q. 3,904)" the page is 188.
_BARE = waiting(
    r",(?!(?<=\d,)\d{3}(?!\d))[”\"’']?\s?(?:(?:\d{1,2}|[IVX]{1,5}):)?(\d{1,5}(?:\s?[-–]\s?\d{1,5})?)"
    r"(?!,\d{3}(?!\d))(?=\s?(?:[,;.)\]]|$|\((?:qq?|nn?|notes?|emphasis|italics|my|trans)\b))"
)
_BEFORE = waiting(
    rf"(?P<kind>[Ss]ections?|[Ss]ec\.|§{{1,2}}|[Aa]ppendix|[Cc]hapter|[Cc]h\.|[Pp]ages?|pp?\.)\s{{0,8}}"
    rf"(?P<value>{_NUMBER}|[A-Z]|{_RANGE})"
    r"(?:\s{0,8}(?:and|to|,)\s{0,8}[\w.]{1,12}){0,3}"
    r"(?:\s{0,8}\([\"“'‘]?[^()\"”]{1,150}[\"”'’]?\)|,?\s{0,8}[\"“][^\"”]{1,150}[\"”],?)?"
    r",?\s{1,8}(?:of|in|from|to)\s{1,8}(?:the\s)?$"
)
_LEADS_UP = waiting(r"\b(?:of|in|from|to)\s{1,8}(?:the\s)?$")
_BEGINNINGS = frozenset("pPsS§aAcCnf¶vV")
_ANY_DIGIT = waiting(r"[ .§¶][\divxlcA-Z]")
_LABELS = {"s": "section", "§": "section", "a": "appendix", "c": "chapter", "p": "page"}


def locator_in(text: str) -> Locator | None:
    """The first locator that `text` writes out ("p. 4", "§ 3.2", "at 843"); None without one."""
    if not _ANY_DIGIT.search(text):
        return None
    best: tuple[int, int, Locator] | None = None
    for rank, (label, pattern) in enumerate(_COMPILED):
        match = _free(pattern, text)
        if match and (best is None or (match.start(), rank) < best[:2]):
            best = (match.start(), rank, Locator(label, _tidy(match[1])))
    return best[2] if best else None


def bare_page(text: str) -> Locator | None:
    """The page that "Doe, op. cit., 12" or "(Doe 2019, 12)" gives without saying that it is one."""
    match = _BARE.search(text)
    return Locator("page", _tidy(match[1])) if match else None


def locator_behind_year(rest: str | None) -> Locator | None:
    """The locator in what stands behind a citation's year: ", p. 4", ": 4", ", 4"."""
    return locator_in(rest) or bare_page("," + rest[1:]) if rest else None


def locator_after(text: str, offset: int) -> tuple[Locator, int] | None:
    """The locator that follows a citation ending at `offset`, with the offset of its own end."""
    start = _GAP.match(text, offset)
    begin = start.end() if start else offset
    if text[begin : begin + 1] not in _BEGINNINGS:
        return None
    for label, pattern in _COMPILED:
        match = pattern.match(text, begin)
        if match:
            return Locator(label, _tidy(match[1])), match.end()
    return None


def locator_before(text: str, offset: int) -> tuple[Locator, int] | None:
    """The locator of "Section 4.1 of [RFC9172]" whose citation starts at `offset`, with the offset of its start."""
    if not _LEADS_UP.search(text[max(0, offset - 16) : offset]):
        return None
    window = max(0, offset - 260)
    match = _BEFORE.search(text[window:offset])
    if match is None:
        return None
    label = _LABELS[match["kind"][0].lower()]
    return Locator(label, _tidy(match["value"])), window + match.start()


def _free(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first match that does not start inside a word."""
    for match in pattern.finditer(text):
        if match.start() == 0 or not text[match.start() - 1].isalnum():
            return match
    return None


def _tidy(value: str) -> str:
    return re.sub(r"\s+", " ", value).strip().rstrip(".")
