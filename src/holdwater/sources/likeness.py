"""How alike a reference and a source are, 0 to 1, with the reason in words.

A wrong tie sends a quotation to the wrong text and raises a false alarm; a missing one only says so. Every way of
finding two works alike is therefore strict, and identifiers that differ forbid a tie whatever else agrees.
"""

from __future__ import annotations

from collections.abc import Iterator

from holdwater.sources.headed import by_head, by_name_of_address, by_title_page, clash_with_head
from holdwater.sources.sparse import by_author_and_year, by_dated_name, by_file_name, by_opening, by_short_title
from holdwater.sources.titles import REFUSED, Likeness, by_title
from holdwater.sources.works import ReferenceWork, SourceWork

_ONE_OF_A_KIND = (
    ("doi", "DOI"),
    ("rfc", "RFC number"),
    ("arxiv", "arXiv number"),
    ("congress", "report of Congress"),
    ("code", "section of a code"),
)


def likeness(reference: ReferenceWork, source: SourceWork) -> Likeness:
    """How alike a reference and a source are by what describes them."""
    titled = by_title(reference, source)
    clash = _identifier_clash(reference, source)
    if clash:
        return Likeness(min(REFUSED, titled.score), clash)
    found = titled if titled.enough else max((titled, *_sparse(reference, source)), key=_rank)
    clash = clash_with_head(reference, source.head) if found.enough and source.head.lines else ""
    return Likeness(min(REFUSED, found.score), clash) if clash else found


def _sparse(reference: ReferenceWork, source: SourceWork) -> Iterator[Likeness]:
    """How alike they are where one side says little."""
    for way in (by_author_and_year, by_short_title, by_file_name, by_dated_name, by_name_of_address):
        yield way(reference, source)
    yield by_title_page(reference, source)
    headed = by_head(reference, source)
    yield headed
    if not headed.score:  # what the lines of a head say is surer than where words stand near the top
        yield by_opening(reference, source)


def _rank(found: Likeness) -> tuple[bool, float]:
    return found.enough, found.score


def _identifier_clash(reference: ReferenceWork, source: SourceWork) -> str:
    for scheme, name in _ONE_OF_A_KIND:
        ours, theirs = _of_scheme(scheme, reference), _of_scheme(scheme, source)
        if ours and theirs and not ours & theirs:
            return f"another {name}: {min(theirs).partition(':')[2]}"
    return ""


def _of_scheme(scheme: str, work: ReferenceWork | SourceWork) -> set[str]:
    return {identifier for identifier in work.identifiers if identifier.startswith(f"{scheme}:")}
