"""A bibliographic description read into CSL-JSON: who, what, in what, where, when, and its identifiers.

The stretches are told apart by `reference/`; what is written in a fixed way (addresses, identifiers, the day a page was
seen, law reports) is read by rules and has the last word.
"""

from __future__ import annotations

import re
import unicodedata

from holdwater.extract.identifiers import identifiers_in
from holdwater.extract.locators import locator_in
from holdwater.extract.reference.article_places import medical_place_in, review_article_in
from holdwater.extract.reference.dates import date_parts
from holdwater.extract.reference.fields import csl_of, single_page, year_of
from holdwater.extract.reference.kinds import kind_of, law_in
from holdwater.extract.reference.quoted import quoted_in
from holdwater.extract.reference.segments import Segment, segments_of
from holdwater.extract.reference.weights import Weights
from holdwater.patterns import waiting

_LONGEST = 4000  # characters read of one description
_ADDRESS = waiting(r"<?https?://[^\s<>]{1,2000}>?|(?:doi:\s?)?\b10\.\d{4,9}/\S{1,300}", re.IGNORECASE)
_ACCESSED = waiting(
    r"\(?\b(?:accessed|retrieved|available|last (?:visited|accessed|checked))\b[^.;]{0,60}", re.IGNORECASE
)
_ACCESSED_ON = waiting(
    r"\b(?:accessed|retrieved|visited|checked|viewed|consulté le|abgerufen am|consultado el|acesso em|"
    r"visitato il)"
    r"(?:\son)?:?\s([^.;()\[\]]{6,30})",
    re.IGNORECASE,
)
_YEAR = r"(?:1[4-9]\d\d|20\d\d)"
_PAREN_YEAR = waiting(rf"\(\s?(?:[^()]{{0,120}}?[\s,:.])?({_YEAR})([a-z])?(?:[,\s][^()]{{0,30}})?\)")
_YEARS = waiting(rf"(?<![\d/.])({_YEAR})[-–](?:{_YEAR}|\d\d)(?!\d)")
_BARE_YEAR = waiting(rf"(?<![\d/.:–-])({_YEAR})([a-z])?(?![\d/–-])")
_PAGES = waiting(rf"(?:pp?\.\s?|:\s?|,\s)(?!{_YEAR}[-–]{_YEAR})(\d{{1,5}}\s?[-–]\s?\d{{1,5}})(?=[\s.,;)]|$)")
_BROKEN = waiting(r"(?<=[^\W\d_])-\s+(?=[a-zà-ÿ])(?!(?:and|or|und|oder|et|ou|y|e)\b)")
_TAG = waiting(r"</?(?:i|b|em|strong|italic|bold|sup|sub|span)>", re.IGNORECASE)
_HEAD = ("author", "title")
_IN_PRESS = waiting(r",\s(?:in press|forthcoming|im Druck|sous presse|en prensa)(?=\))", re.IGNORECASE)
"""What stands behind the year of a work that is not out yet, and is neither title nor container."""
_SIGNAL = waiting(
    r"^(?:(?:see|see also|cf\.?|compare|but see|e\.g\.,?|quoted in|cited in|as quoted in|as cited in|quoting|citing|"
    r"translated from|from|in|also|and|source:?|voir(?: aussi)?|siehe(?: auch)?|s\.a\.|vgl\.|véase|vedi|cfr\.?|"
    r"confer)[\s,]+){1,3}(?=[A-ZÀ-Þ\"“‘«])",
    re.IGNORECASE,
)


def parse_reference(raw: str, emphasised: str = "", weights: Weights | None = None) -> dict[str, object]:
    """The CSL-JSON of one bibliographic description.

    `emphasised` is the part of it set in italics, if the format says so: a book's title or the journal's name. Of "A,
    quoted in B" this is B, the work to look into; what is said of A stands under `custom`, `quotes`. `weights` are
    those to read by, if not the shipped ones.
    """
    text = _cleaned(raw[:_LONGEST])
    through = quoted_in(text)
    if through is None:
        return _one_work(text, emphasised, weights)
    csl = _one_work(text[through[1] :], emphasised, weights)
    before = text[: through[0]].strip(" ,;.([")
    return {**csl, "custom": {"quotes": _one_work(before, emphasised, weights)}} if before else csl


def _one_work(text: str, emphasised: str, weights: Weights | None) -> dict[str, object]:
    text = _IN_PRESS.sub("", _SIGNAL.sub("", text))
    segments = segments_of(text, " ".join(emphasised.split()), weights)
    csl = csl_of(segments)
    body = _ACCESSED.sub(" ", _ADDRESS.sub(" ", text))
    year, letter = year_of(segments)
    if not year:
        found = _year(body.replace(str(csl.get("title", "")), " ", 1))
        year, letter = found[:4], found[4:]
    if year:
        csl["issued"] = {"date-parts": [[int(year)]]}
    if letter:
        csl["year-suffix"] = letter
    csl.update(_details(text, body, segments, csl))
    csl.update(medical_place_in(body))
    review = review_article_in(text)
    if review:
        named = _only(_HEAD, csl_of(segments_of(review.head, "", weights)))
        return {"type": "article-journal", **named, **review.fields, **_only(("URL", "DOI", "accessed"), csl)}
    law = law_in(text)
    if law:
        return {**law, **_only(("issued", "locator", "URL", "DOI"), csl)}
    return {"type": kind_of(csl, segments), **csl}


def _only(fields: tuple[str, ...], csl: dict[str, object]) -> dict[str, object]:
    return {field: csl[field] for field in fields if field in csl}


def _cleaned(raw: str) -> str:
    """The words in one line, without soft hyphens and hyphens at ends of lines, and without leftover tags."""
    text = _BROKEN.sub("", _TAG.sub("", unicodedata.normalize("NFC", raw).replace("\xad", "").replace("\ufffe", "")))
    return " ".join(text.split())


def accessed_on(text: str) -> list[int]:
    """The year, month and day on which a text says that a page was looked at; empty where it says none."""
    accessed = _ACCESSED_ON.search(text)
    return date_parts(accessed[1]) if accessed else []


def without_signal(raw: str) -> int:
    """How many characters of `raw` are words such as "See also" before the description begins."""
    signal = _SIGNAL.match(raw[:200])
    return signal.end() if signal else 0


def _year(body: str) -> str:
    match = _PAREN_YEAR.search(body) or _YEARS.search(body)
    if match is None:
        bare = list(_BARE_YEAR.finditer(body))
        match = bare[-1] if bare else None
    return "".join(part or "" for part in match.groups()) if match else ""


def _details(text: str, body: str, segments: list[Segment], csl: dict[str, object]) -> dict[str, object]:
    details: dict[str, object] = {}
    if "page" not in csl:
        details.update(_place(body, segments))
    if parts := accessed_on(text):
        details["accessed"] = {"date-parts": [parts]}
    for identifier in identifiers_in(text):
        scheme, _, value = identifier.partition(":")
        field = {"doi": "DOI", "isbn": "ISBN", "url": "URL"}.get(scheme)
        if field:
            details.setdefault(field, value)
        elif scheme in ("rfc", "arxiv"):
            details.setdefault("number", f"RFC {value}" if scheme == "rfc" else f"arXiv:{value}")
    return details


def _place(body: str, segments: list[Segment]) -> dict[str, object]:
    """The pages of an article, or the one page that a note cites."""
    pages = _PAGES.search(body)
    if pages:
        return {"page": re.sub(r"\s", "", pages[1]).replace("–", "-")}
    locator = locator_in(body)
    if locator is not None and locator.label == "page":
        return {"locator": locator.value}
    single = next((single_page(each.text) for each in reversed(segments) if each.label == "pages"), "")
    return {"locator": single} if single else {}
