"""The stretches of a description put together as CSL-JSON."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from holdwater.extract.people import authors_in, people_in
from holdwater.extract.reference.segments import Segment
from holdwater.patterns import waiting

_YEAR = waiting(r"(?<!\d)((?:1[4-9]|20)\d\d)([a-z]\b)?(?!\d)")
_IN = waiting(r"^[\s(]*(?:in|dans|im|en|nel|nella|em|chez)\s*:?\s+(?=\S)", re.IGNORECASE)
_ROLE = waiting(
    r"\b(?:edited|hrsg|herausgegeben|hg|eds?|éds?|editors?|dir|coord|orgs?|compilador|a cura|translated|"
    r"transl|trans|trad|traduit|übers|übersetzt|von|by|par|di|de l[’']\w+)\b\.?",
    re.IGNORECASE,
)
_RANGE = waiting(r"([A-Za-z]?\d{1,6}|[ivxlc]{1,7})\s?[-–—−_]{1,2}\s?([A-Za-z]?\d{1,6}|[ivxlc]{1,7})(?![\w])")
_NUMBER = waiting(r"(?<![\w.])([A-Za-z]?\d{1,6}|[ivxlc]{1,7})(?![\w]|\.\d)")
_VOLUME = waiting(
    r"(?:vol(?:ume|s)?\.?|bd\.?|band|t\.|tome|tomo|jg\.?|v\.)\s{0,2}([A-Z]?\d{1,4}|[IVXLC]{1,7})\b", re.IGNORECASE
)
_ISSUE = waiting(
    r"(?:n[or°º]\.?s?|num(?:ber|éro)?\.?|nr\.?|issue|heft|fasc\.?)\s{0,2}([\dA-Z]{1,5}(?:[-–/]\d{1,4})?)", re.IGNORECASE
)
_IN_PARENTHESES = waiting(r"\(\s?(?:no\.?\s?)?([\w–/-]{1,9})\s?\)")
_EDITION = waiting(r"(\d{1,3})")
_ROLE_OF_EDITORS = r"\b(?:eds?|éds?|dirs?|hrsg|hg|editors?|a cura di|coords?|orgs?)\b\.?[)\]]?"
_EDITORS = waiting(rf"[(\[]?{_ROLE_OF_EDITORS}[\s.,:;]*$", re.IGNORECASE)
_EDITORS_AFTER = waiting(rf"[(\[]{_ROLE_OF_EDITORS}", re.IGNORECASE)
_OUTER = " \t,;:.*_|"
_OPENERS = "\"“„«‹‘'`"
_CLOSERS = "\"”“»›’'"
_DOUBLE = '"“”„«»'


def csl_of(segments: Sequence[Segment]) -> dict[str, object]:
    """What the stretches say, as CSL-JSON without its type; fields that none of them gives are left out."""
    csl: dict[str, object] = {}
    for field, labels, read in _READERS:
        found = next((value for segment in segments if segment.label in labels and (value := read(segment.text))), None)
        if found:
            csl[field] = found
    _number(csl, [segment for segment in segments if segment.label == "volume"])
    if "editor" not in csl and _edited(segments):
        csl["editor"] = csl.pop("author", [])
    if "title" not in csl and "author" not in csl and any(segment.label == "container" for segment in segments):
        csl["title"] = csl.pop("container-title", "")
    return {field: value for field, value in csl.items() if value}


def _edited(segments: Sequence[Segment]) -> bool:
    """Whether the people that the description begins with are its editors: "Doe, J. (ed.)"."""
    at = next((index for index, segment in enumerate(segments) if segment.label == "author"), -1)
    if at < 0:
        return False
    if _EDITORS.search(segments[at].text):
        return True
    after = segments[at + 1] if at + 1 < len(segments) else None
    return after is not None and bool(_EDITORS_AFTER.match(after.text)) and not _people(after.text)


def year_of(segments: Iterable[Segment]) -> tuple[str, str]:
    """The year of publication and its letter ("2019", "a"), from the stretches that give a date; else empty."""
    for segment in segments:
        match = _YEAR.search(segment.text) if segment.label == "date" else None
        if match:
            return match[1], match[2] or ""
    return "", ""


def tidy(words: str) -> str:
    """Words without the punctuation and quotation marks around them, where these belong to no pair inside."""
    words = words.strip(_OUTER)
    while words and words[0] in "([" and words.count(words[0]) > words.count(_closing(words[0])):
        words = words[1:].strip(_OUTER)
    while words and words[-1] in ")]" and words.count(words[-1]) > words.count(_opening(words[-1])):
        words = words[:-1].strip(_OUTER)
    if words.find("(", 1) > words.rfind(")"):  # what opens here goes on in the next stretch, and is not of this one
        words = words[: words.find("(", max(1, words.rfind(")")))].strip(_OUTER)
    if words[:1] in "([" and words[-1:] == _closing(words[:1] or "("):
        words = words[1:-1].strip(_OUTER)
    return _unquoted(words)


def _unquoted(words: str) -> str:
    """Words without the quotation marks around the whole of them, or one that has lost its partner."""
    if words[:1] not in _OPENERS and words[-1:] not in _CLOSERS:
        return words
    bare = words.lstrip(_OPENERS).rstrip(_CLOSERS).strip(_OUTER)
    return words if any(mark in bare for mark in _DOUBLE) else bare


def _opening(mark: str) -> str:
    return "(" if mark == ")" else "["


def _closing(mark: str) -> str:
    return ")" if mark == "(" else "]"


def _contained(text: str) -> str:
    return tidy(_IN.sub("", text))


def _people(text: str) -> list[dict[str, str]]:
    return people_in(_ROLE.sub(" ", _IN.sub("", text)).strip(" ,.;:()"))


def _published(text: str) -> str:
    return tidy(re.sub(r"\(?(?:[^()]*,\s)?(?:1[4-9]|20)\d\d[a-z]?\)?[.,;]*$", "", text))


def _edition(text: str) -> str:
    match = _EDITION.search(text)
    return match[1] if match else tidy(text)


def _pages(text: str) -> str:
    match = _RANGE.search(text)
    return f"{match[1]}-{match[2]}" if match else ""


def single_page(text: str) -> str:
    """The only page that a stretch gives; "" where it gives none or a range."""
    match = None if _RANGE.search(text) else _NUMBER.search(re.sub(r"\bp(?:p|ages?)?\b\.?", " ", text))
    return match[1] if match else ""


_READERS: tuple[tuple[str, tuple[str, ...], Callable[[str], object]], ...] = (
    ("author", ("author",), authors_in),
    ("title", ("title",), tidy),
    ("container-title", ("container", "journal"), _contained),
    ("editor", ("editor",), _people),
    ("translator", ("translator",), _people),
    ("collection-title", ("collection",), tidy),
    ("publisher", ("publisher",), _published),
    ("publisher-place", ("location",), tidy),
    ("edition", ("edition",), _edition),
    ("genre", ("genre",), tidy),
    ("page", ("pages",), _pages),
)


def _number(csl: dict[str, object], segments: Sequence[Segment]) -> None:
    """Volume and issue: "20, no. 4", "3(2)", "vol. 7", "12.3"."""
    text = " ".join(segment.text for segment in segments)
    if not text:
        return
    issue = _ISSUE.search(text) or _IN_PARENTHESES.search(text)
    volume = _VOLUME.search(text)
    rest = text[: issue.start()] if issue else text
    plain = volume or re.search(r"(?<!\w)([A-Z]?\d{1,4}|[IVXLC]{1,7})(?!\w)", rest)
    if plain:
        csl["volume"] = plain[1]
    if issue:
        csl["issue"] = issue[1]
    elif plain and not volume:
        further = re.match(r"[./:,]\s?(?:part\s)?(\d{1,4})\b", text[plain.end() :], re.IGNORECASE)
        if further:
            csl["issue"] = further[1]
