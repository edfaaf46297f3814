"""A bibliographic description read into CSL-JSON: authors, title, container, year, page, identifiers.

Good enough to tie a reference to a source in hand; it knows three shapes: a quoted title (standards, articles in
notes), author-date (APA), and author, title, place and publisher (notes and bibliographies of the humanities).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from holdwater.extract.identifiers import identifiers_in
from holdwater.extract.locators import locator_in
from holdwater.extract.people import people_in

_LONGEST = 4000  # characters read of one description
_ADDRESS = re.compile(r"<?https?://[^\s<>]{1,2000}>?|(?:doi:\s?)?\b10\.\d{4,9}/\S{1,300}", re.IGNORECASE)
_ACCESSED = re.compile(
    r"\(?\b(?:accessed|retrieved|available|last (?:visited|accessed|checked))\b[^.;]{0,60}", re.IGNORECASE
)
_YEAR = r"(?:1[4-9]\d\d|20\d\d)"
_PAREN_YEAR = re.compile(rf"\(\s?(?:[^()]{{0,120}}?[\s,:.])?({_YEAR})([a-z])?(?:[,\s][^()]{{0,30}})?\)")
_YEARS = re.compile(rf"(?<![\d/.])({_YEAR})[-–](?:{_YEAR}|\d\d)(?!\d)")
_BARE_YEAR = re.compile(rf"(?<![\d/.:–-])({_YEAR})([a-z])?(?![\d/–-])")
_QUOTED = re.compile(
    r"[\"“«„]\s?([^\"“”«»]{2,400}?)[,.]?\s?[\"”»“]|(?:^|[\s,])[‘']([^‘’']{4,400}?)[,.]?[’'](?=[\s,.)])"
)
_APA = re.compile(rf"^([^()]{{2,300}}?)\s?\(({_YEAR})([a-z])?(?:,[^()]{{0,30}})?\)[.,:]?\s")
_PUBLISHER = re.compile(r"\(([^():]{2,60}):\s?([^(),]{2,80}),?\s")
_SENTENCE = re.compile(r"(?<=[\w)”\"’?!]{2})[.?!]\s+(?=[\"“‘A-ZÀ-Þ\d])")
_PAGES = re.compile(rf"(?:pp?\.\s?|:\s?|,\s)(?!{_YEAR}[-–]{_YEAR})(\d{{1,5}}\s?[-–]\s?\d{{1,5}})(?=[\s.,;)]|$)")
_CONTAINER_END = re.compile(r",?\s(?:vol\.|no\.|[Pp]p?\.|\d|\()|[,.;]\s|[.,;]?$|\(")
_SIGNAL = re.compile(
    r"^(?:(?:see|see also|cf\.?|compare|but see|e\.g\.,?|quoted in|cited in|as quoted in|as cited in|quoting|citing|"
    r"translated from|from|in|also|and|source:?)[\s,]+){1,3}(?=[A-ZÀ-Þ\"“‘«])",
    re.IGNORECASE,
)


class Described(NamedTuple):
    """A description taken apart: who, what, in what, and the rest."""

    authors: str
    title: str
    container: str = ""


def parse_reference(raw: str, emphasised: str = "") -> dict[str, object]:
    """The CSL-JSON of one bibliographic description.

    `emphasised` is the part of it set in italics, if the format says so: a book's title or the journal's name.
    """
    text = _SIGNAL.sub("", " ".join(raw[:_LONGEST].split()))
    body = _ACCESSED.sub(" ", _ADDRESS.sub(" ", text))
    described = _describe(body, " ".join(emphasised.split()))
    year = _year(body.replace(described.title, " ", 1)) if described.title else _year(body)
    csl: dict[str, object] = {"type": "article-journal" if described.container else "book"}
    people = people_in(described.authors)
    if people:
        csl["author"] = people
    if described.title:
        csl["title"] = described.title
    if described.container:
        csl["container-title"] = described.container
    if year:
        csl["issued"] = {"date-parts": [[int(year[:4])]]}
        if len(year) > 4:
            csl["year-suffix"] = year[4:]
    csl.update(_details(text, body))
    return csl


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


def _describe(body: str, emphasised: str) -> Described:
    quoted = _QUOTED.search(body)
    dated_before = _PAREN_YEAR.search(body, 0, quoted.start()) if quoted else None
    if quoted and (dated_before is None or not body[dated_before.end() : quoted.start()].strip(" .,:")):
        title = (quoted[1] or quoted[2]).strip(" ,.")
        authors = re.sub(rf"\(?{_YEAR}[a-z]?\)?[.,:]?\s?$", "", body[: quoted.start()])
        return Described(authors, title, emphasised or _container(body[quoted.end() :]))
    dated = _APA.match(body)
    if dated and (people_in(dated[1]) or dated[0].rstrip().endswith(".")):
        title, _, rest = _split_sentence(body[dated.end() :])
        return Described(dated[1], _tidy(title), _container(rest) if not _PUBLISHER.search(body) else "")
    if emphasised and emphasised in body:
        return Described(body[: body.index(emphasised)], _tidy(emphasised))
    return _monograph(body)


def _monograph(body: str) -> Described:
    """Jane Doe, The Water Works (London: Acme, 1999), p. 12 — or Doe, Jane. The Water Works. London: Acme, 1999."""
    head, sentence, rest = _split_sentence(body)
    paren = head.find("(")
    if paren > 0:
        author, _, title = head[:paren].partition(", ")
        if title and people_in(author):
            return Described(author, _tidy(title))
        return Described("", _tidy(head[:paren]))
    if sentence and len(head) < 200 and people_in(head):
        title = _split_sentence(rest)[0]
        return Described(head, _tidy(title.split(" (")[0]))
    author, _, tail = head.partition(", ")
    if tail and people_in(author) and len(author.split()) > 1:
        return Described(author, _tidy(_before_details(tail)))
    return Described("", _tidy(_before_details(head)))


def _before_details(text: str) -> str:
    return re.split(rf",\s(?=(?:pp?\.|chap|vol|no\.|n\.|§|ed\.|trans|{_YEAR}|[A-Z][\w ]+:))", text)[0]


def _split_sentence(text: str) -> tuple[str, bool, str]:
    for stop in _SENTENCE.finditer(text):
        if not re.search(r"\b(?:[A-Z]|al|ed|eds|vol|no|pp|Jr|St|trans)$", text[: stop.start()][-8:]):
            return text[: stop.start() + 1].rstrip("."), True, text[stop.end() :]
    return text, False, ""


def _container(rest: str) -> str:
    rest = re.sub(r"^[\s,.:;]+(?:in\s+|In\s+|in:\s+)?", "", rest)
    end = _CONTAINER_END.search(rest)
    name = rest[: end.start()] if end else rest
    return _tidy(name) if re.match(r"[A-ZÀ-Þ]", name) else ""


def _details(text: str, body: str) -> dict[str, object]:
    details: dict[str, object] = {}
    pages = _PAGES.search(body)
    if pages:
        details["page"] = re.sub(r"\s", "", pages[1]).replace("–", "-")
    else:
        locator = locator_in(body)
        if locator is not None and locator.label == "page":
            details["locator"] = locator.value
    for identifier in identifiers_in(text):
        scheme, _, value = identifier.partition(":")
        field = {"doi": "DOI", "isbn": "ISBN", "url": "URL"}.get(scheme)
        if field:
            details.setdefault(field, value)
        elif scheme in ("rfc", "arxiv"):
            details.setdefault("number", f"RFC {value}" if scheme == "rfc" else f"arXiv:{value}")
    return details


def _tidy(words: str) -> str:
    return words.strip(" ,.;:*_").strip("\"“”‘’'«»").strip(" ,.")
