"""What a PDF says of itself: title, authors, date, DOI."""

from __future__ import annotations

import re
from collections.abc import Callable

from holdwater.patterns import waiting

_DATE = waiting(r"D?:?(\d{4})(\d{2})?(\d{2})?")
_DOI = waiting(r"\b(?:doi:?\s*|https?://(?:dx\.)?doi\.org/)(10\.\d{4,9}/[^\s\"<>]{1,120})", re.I)
_NO_TITLE = waiting(
    r"^(?:untitled.*|microsoft word - .*|.*\.(?:docx?|tex|dvi|pdf|indd|qxd|rtf|odt)|\W*|\S*\d{6,}\S*)$", re.I
)


def metadata_of(says: Callable[[str], str], first_page: str) -> dict[str, str]:
    """The document's metadata.

    Args:
        says: gives what the file has under a tag of its information dictionary.
        first_page: the words of the first page, for a DOI printed there.
    """
    found: dict[str, str] = {}
    title = " ".join(says("Title").split())[:500]
    if title and not _NO_TITLE.match(title):
        found["title"] = title
    author = " ".join(says("Author").split())[:1000]
    if author:
        found["author"] = "; ".join(part.strip() for part in re.split(r";|\s&\s|\sand\s", author) if part.strip())
    date = _DATE.match(says("CreationDate"))
    if date:
        found["date"] = "-".join(part for part in date.groups() if part)
    doi = _DOI.search(first_page)
    if doi:
        found["doi"] = doi[1].rstrip(".,;)")
    return found
