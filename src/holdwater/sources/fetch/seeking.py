"""Which addresses a work is to be had at: those that it is cited by, and those that its identifiers lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from holdwater.sources.catalogue.model import Work
from holdwater.sources.identify import canonical, comparable, of_csl
from holdwater.sources.standing.mementos import raw_address
from holdwater.sources.standing.model import Memento

_RESOLVED: dict[str, Callable[[str], str]] = {
    "doi": lambda doi: f"https://doi.org/{quote(doi, safe='/:;()')}",  # DOI Handbook, section 3.8
    "arxiv": lambda number: f"https://arxiv.org/pdf/{quote(number, safe='/')}",  # "Understanding the arXiv identifier"
    "rfc": lambda number: f"https://www.rfc-editor.org/rfc/rfc{number}.html",
}
"""Where the services that keep identifiers have what they name. Of arXiv the paper itself, not the page about it."""


@dataclass(frozen=True, slots=True)
class Sought:
    """An address to capture, and the id of the work that is to be had there ("" for none).

    `memento` is the copy in a web archive that is asked for in the address's place.
    """

    url: str
    work: str = ""
    memento: Memento | None = None

    @property
    def asked(self) -> str:
        """The address that is asked for: of a copy the one without the archive's own banner."""
        return raw_address(self.memento) if self.memento else self.url


def sought_of(works: Iterable[Work]) -> tuple[Sought, ...]:
    """The addresses of works, as they are cited first, each work's own once."""
    return tuple(Sought(url, work.id) for work in works for url in addresses_of((*of_csl(work.csl), *work.identifiers)))


def addresses_of(identifiers: Iterable[str]) -> tuple[str, ...]:
    """The addresses that identifiers ("url:https://…", "doi:10.…") lead to, each place once; ISBNs lead to none."""
    given = tuple(identifiers)
    found: dict[str, str] = {}
    for url in _cited(given):
        found.setdefault(canonical(f"url:{url}") or url, url)
    for identifier in comparable(given):
        scheme, _, value = identifier.partition(":")
        if scheme in _RESOLVED and (scheme == "arxiv" or identifier not in found):
            url = _RESOLVED[scheme](value)
            found.setdefault(url if scheme == "arxiv" else identifier, url)
    return tuple(dict.fromkeys(found.values()))


def _cited(identifiers: Iterable[str]) -> Iterator[str]:
    for identifier in identifiers:
        scheme, _, value = identifier.partition(":")
        if scheme == "url" and value:
            yield value if "://" in value[:12] else f"https://{value}"
