"""What only books have: a publisher and an edition; and a record of the book that holds a chapter."""

from __future__ import annotations

import re
from collections.abc import Mapping

from holdwater.patterns import waiting
from holdwater.sources.records.comparing.outcome import LACKING, SAME, Outcome, different, variant
from holdwater.sources.records.comparing.titles import compare_titles
from holdwater.sources.records.comparing.written import text_of, words_of
from holdwater.sources.works import edition_of

BOOKS = frozenset(("book", "monograph", "report", "thesis", "edited-book", "reference-book", "classic", "pamphlet"))
PARTS = frozenset(("chapter", "entry", "entry-encyclopedia", "entry-dictionary", "paper-conference"))
ARTICLES = frozenset(("article-journal", "article-magazine", "article-newspaper", "review", "review-book"))
"""CSL types by what they can be records of."""

_UNIVERSITY = waiting(
    r"\b(?:university|universit\w+|univ|u)\b\.?(?:\s+of)?|\bpress(?:es)?\b|\bp\b\.?|\bverlag\b", re.IGNORECASE
)
_SHORT = {"oup": "oxford", "cup": "cambridge", "mup": "manchester", "pup": "princeton", "hup": "harvard", "yup": "yale"}
_IS_UNIVERSITY_PRESS = waiting(
    r"\b(?:university|univ\.?)\b.{0,40}\b(?:press(?:es)?|pr)\b|\bU\.?\s?P\b\.?|\bpress of the university\b",
    re.IGNORECASE,
)


def compare_publishers(ours: Mapping[str, object], theirs: Mapping[str, object]) -> Outcome:
    """How the publisher of a reference stands to that of a record.

    Houses publish under imprints, are bought, and share books with one another, so that another name is no fault. Two
    presses of two universities are two houses.
    """
    mine, other = text_of(ours, "publisher"), text_of(theirs, "publisher")
    if not mine or not other:
        return LACKING
    if mine.casefold() == other.casefold():
        return SAME
    one, another = _house(mine), _house(other)
    if one & another or not one or not another:
        return variant("written another way")
    if _is_press(mine) and _is_press(other):
        return different("another university's press")
    return variant("another name or imprint", 0.5)


def _is_press(publisher: str) -> bool:
    return bool(_IS_UNIVERSITY_PRESS.search(publisher)) or publisher.lower() in _SHORT


def _house(publisher: str) -> set[str]:
    words = {_SHORT.get(word, word) for word in words_of(_UNIVERSITY.sub(" ", publisher))}
    return {
        word
        for word in words
        if len(word) > 1 and word not in ("the", "of", "and", "co", "ltd", "inc", "publishers", "publishing", "sons")
    }


def compare_editions(ours: Mapping[str, object], theirs: Mapping[str, object]) -> Outcome:
    """How the edition of a reference stands to that of a record; no number is the first edition, or any."""
    mine, other = _edition(ours), _edition(theirs)
    if not mine or not other:
        return LACKING
    return SAME if mine == other else different("another edition")


def _edition(csl: Mapping[str, object]) -> int:
    edition = text_of(csl, "edition")
    if edition.isdecimal() and len(edition) < 3:
        return int(edition)
    found = edition_of(f"{edition} ed") if edition else edition_of(text_of(csl, "title"))
    return found or 0


def is_holding_book(ours: Mapping[str, object], theirs: Mapping[str, object]) -> bool:
    """Whether the record is of the book that holds what the reference names, and not of that part itself."""
    container = text_of(ours, "container-title")
    if text_of(ours, "type") not in PARTS or not container or text_of(theirs, "type") not in BOOKS:
        return False
    return compare_titles({"title": container}, theirs).agrees and not compare_titles(ours, theirs).agrees


def is_other_kind(ours: Mapping[str, object], theirs: Mapping[str, object]) -> bool:
    """Whether an article with its journal and volume met the record of a book, a thesis or a data set of that title."""
    article = (
        text_of(ours, "container-title") and text_of(ours, "volume") and text_of(ours, "type") == "article-journal"
    )
    return (
        bool(article)
        and text_of(theirs, "type") in ("book", "thesis", "dataset")
        and not text_of(theirs, "container-title")
    )


def is_review_of(ours: Mapping[str, object], theirs: Mapping[str, object]) -> bool:
    """Whether a reference to a book met the record of an article that has its title: a review of it, as a rule."""
    book = text_of(ours, "type") in BOOKS and bool(text_of(ours, "publisher") or text_of(ours, "ISBN"))
    article = text_of(theirs, "type") in ARTICLES and bool(text_of(theirs, "container-title"))
    return book and article and not text_of(ours, "container-title")
