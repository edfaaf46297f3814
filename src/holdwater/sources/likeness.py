"""How alike a reference and a source are, 0 to 1, with the reason in words.

A wrong tie sends a quotation to the wrong text and raises a false alarm; a missing one only says so. Every way of
finding two works alike is therefore strict, and identifiers that differ forbid a tie whatever else agrees.
"""

from __future__ import annotations

from holdwater.sources.sparse import by_author_and_year, by_dated_name, by_file_name, by_opening, by_short_title
from holdwater.sources.titles import REFUSED, Likeness, by_title
from holdwater.sources.works import ReferenceWork, SourceWork

_ONE_OF_A_KIND = (("doi", "DOI"), ("rfc", "RFC number"), ("arxiv", "arXiv number"))


def likeness(reference: ReferenceWork, source: SourceWork) -> Likeness:
    """How alike a reference and a source are by what describes them."""
    titled = by_title(reference, source)
    clash = _identifier_clash(reference, source)
    if clash:
        return Likeness(min(REFUSED, titled.score), clash)
    if titled.enough:
        return titled
    ways = (by_author_and_year, by_short_title, by_file_name, by_dated_name, by_opening)
    sparse = (way(reference, source) for way in ways)
    return max((titled, *sparse), key=lambda way: (way.enough, way.score))


def _identifier_clash(reference: ReferenceWork, source: SourceWork) -> str:
    for scheme, name in _ONE_OF_A_KIND:
        ours, theirs = _of_scheme(scheme, reference), _of_scheme(scheme, source)
        if ours and theirs and not ours & theirs:
            return f"another {name}: {min(theirs).partition(':')[2]}"
    return ""


def _of_scheme(scheme: str, work: ReferenceWork | SourceWork) -> set[str]:
    return {identifier for identifier in work.identifiers if identifier.startswith(f"{scheme}:")}
