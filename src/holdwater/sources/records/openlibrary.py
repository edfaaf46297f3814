"""Open Library: a catalogue of books and their printings, kept by the Internet Archive and its readers.

Documentation: https://openlibrary.org/dev/docs/api/books (`/api/books` by ISBN) and
https://openlibrary.org/dev/docs/api/search (`/search.json`, which has every printing's year and ISBN).
"""

from __future__ import annotations

from collections.abc import Mapping

from holdwater.sources.records.answers import (
    MOST_RECORDS,
    Get,
    address,
    date_of,
    fields,
    first_family,
    issued,
    items,
    json_of,
    searched_title,
    text,
    texts,
    without_empty,
)
from holdwater.sources.records.comparing.books import PARTS
from holdwater.sources.records.comparing.identities import identifiers_of
from holdwater.sources.records.comparing.written import text_of
from holdwater.sources.records.model import Record

NAME = "Open Library"
API = "https://openlibrary.org"
_JSON = {"accept": "application/json"}
_FIELDS = "key,title,subtitle,author_name,first_publish_year,publish_year,publisher,isbn,language"


def ask(reference_csl: Mapping[str, object], get: Get) -> tuple[Record, ...]:
    """The records of a reference: that of its ISBN, or the first that a search for the book's title finds.

    For a chapter the book that holds it is asked for. Raises FetchError where the service did not answer, or not with
    what can be read.
    """
    isbn = next((one[5:] for one in identifiers_of(reference_csl) if one.startswith("isbn:")), "")
    if isbn:
        asked = {"bibkeys": f"ISBN:{isbn}", "jscmd": "data", "format": "json"}
        found = fields(json_of(get(address(f"{API}/api/books", asked), _JSON), NAME), f"ISBN:{isbn}")
        return (record_of_printing(found),) if found else ()
    book, family = _book(reference_csl)
    title = searched_title(book)
    if not title:
        return ()
    asked = {"title": title, "author": family, "limit": str(MOST_RECORDS), "fields": _FIELDS}
    answer = json_of(
        get(address(f"{API}/search.json", {name: value for name, value in asked.items() if value}), _JSON), NAME
    )
    return tuple(record_of_work(work) for work in items(answer, "docs", most=MOST_RECORDS))


def _book(csl: Mapping[str, object]) -> tuple[Mapping[str, object], str]:
    """The book to look for, and whose it is: of a chapter, the one that holds it, with its editor."""
    if text_of(csl, "type") in PARTS and text_of(csl, "container-title"):
        return {"title": text_of(csl, "container-title")}, first_family({"author": csl.get("editor")})
    return csl, first_family(csl)


def record_of_printing(book: Mapping[str, object]) -> Record:
    """One printing of a book as a record."""
    day = date_of(text(book, "publish_date"))
    isbns = [isbn for scheme in ("isbn_13", "isbn_10") for isbn in texts(fields(book, "identifiers"), scheme)]
    key = text(book, "key")
    csl = without_empty(
        {
            **_titles(book),
            "author": [{"literal": name} for one in items(book, "authors") if (name := text(one, "name"))],
            "publisher": text(next(iter(items(book, "publishers", most=1)), {}), "name"),
            "ISBN": isbns[0] if isbns else "",
            "issued": issued(day),
        }
    )
    return Record(
        NAME, key, f"{API}{key}" if key else "", csl, tuple(f"isbn:{isbn}" for isbn in isbns), (), tuple(day[:1])
    )


def record_of_work(work: Mapping[str, object]) -> Record:
    """A book with all its printings as a record: it bears all their years, and its first one's is its own."""
    first = date_of(text(work, "first_publish_year"))
    years = [parts[0] for year in texts(work, "publish_year", most=500) if (parts := date_of(year))]
    key = text(work, "key")
    csl = without_empty(
        {
            **_titles(work),
            "author": [{"literal": name} for name in texts(work, "author_name")],
            "publisher": text(work, "publisher"),
            "issued": issued(first),
        }
    )
    identifiers = tuple(f"isbn:{isbn}" for isbn in texts(work, "isbn", most=500))
    return Record(NAME, key, f"{API}{key}" if key else "", csl, identifiers, (), tuple(dict.fromkeys((*first, *years))))


def _titles(book: Mapping[str, object]) -> dict[str, object]:
    title, subtitle = text(book, "title"), text(book, "subtitle")
    return {"type": "book", "title": f"{title}: {subtitle}" if subtitle else title}
