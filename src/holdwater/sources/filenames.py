"""What a file's name says of the work in it: an id, identifiers, and words of its title."""

from __future__ import annotations

import re
from urllib.parse import unquote

from holdwater.patterns import waiting
from holdwater.sources.identify import canonical

_SUFFIX = waiting(
    r"\.(?:txt|text|md|markdown|mkd|qmd|rmd|html?|xhtml|xml|nxml|jats|pdf|doc[xm]?|odt|fodt|rtf|epub|fb2|tex|ltx|latex|rst"
    r"|org|typ|wiki|wikitext|mediawiki|dbk|textile|ipynb|json|csv)",
    re.ASCII | re.IGNORECASE,
)
_FILE_NAME = waiting(
    r"microsoft (?:word|powerpoint|excel) - .{1,200}|\S{1,120}\.(?:x?html?|txt|md|ps|pptx?|xlsx?)"
    r"|.{0,120}\S\.(?:pdf|docx?|odt|rtf|tex|dvi|indd|qxd|wpd)",
    re.ASCII | re.IGNORECASE,
)
_CODE = waiting(r"(?=[^_\d\s]{0,60}[_\d])(?=[\W\d_]{0,60}[^\W\d_])\S{1,120}")  # of one piece: letters, and figures or _
_RFC = waiting(r"rfc[ _-]?0*(\d{1,5})", re.ASCII | re.IGNORECASE)
_DOI = waiting(r"(?:doi[ _:-]?)?(10\.\d{4,9})[_/](\S+)", re.ASCII | re.IGNORECASE)
_ARXIV = waiting(
    r"(?:arxiv[ _:-]?)?(\d\d(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z]+(?:-[a-z]+)?_\d{7})(?:v\d+)?", re.ASCII | re.IGNORECASE
)
_ISBN = waiting(r"(?:isbn[ _:-]?)?((?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx])", re.ASCII | re.IGNORECASE)
_REPORTER = waiting(r"(\d{1,4})[ _-]([A-Za-z.0-9 _]{1,14}?)[ _-](\d{1,5})", re.ASCII)
_ZOTERO = waiting(r"(\S.{0,120}?) - (\d{4}[a-z]?) - (\S.*)", re.DOTALL)

REPORTERS = {
    "us": "U.S.",
    "sct": "S. Ct.",
    "led": "L. Ed.",
    "led2d": "L. Ed. 2d",
    "f": "F.",
    "f2d": "F.2d",
    "f3d": "F.3d",
    "f4th": "F.4th",
    "fsupp": "F. Supp.",
    "fsupp2d": "F. Supp. 2d",
    "fsupp3d": "F. Supp. 3d",
}
"""Law reports whose abbreviation can be read out of a file's name, letters and digits only (The Bluebook, table T1)."""


FILE_NAME = "the file's name"
"""What `custom["title-from"]` of a source's CSL-JSON says where no list and no text gave its title."""
FILE_MADE = "the file's making"
"""What `custom["issued-from"]` says where nothing but the date of the file gave its year."""


def bare(name: str) -> str:
    """A file's name or relative path without `.gz` and without one suffix of a known kind of text."""
    name = re.sub(r"\.gz$", "", name, flags=re.IGNORECASE)
    stem, dot, suffix = name.rpartition(".")
    if stem and not stem.endswith("/") and _SUFFIX.fullmatch(dot + suffix):
        return stem
    return name


def is_file_name(title: str, file: str = "") -> bool:
    """Whether what stands for a title is the name of a file: "mills_v2.html", "Microsoft Word - mills.doc".

    A word with figures or underlines that is just what the file at hand is called ("lwr-12-4") is one too.
    """
    if _FILE_NAME.fullmatch(title):
        return True
    called = title.casefold() == bare(file).rpartition("/")[2].casefold()
    return _CODE.fullmatch(title) is not None and (called or "_" in title)


def printable(name: str) -> str:
    """`name` with what cannot be printed (bytes that are no UTF-8, control characters) as U+FFFD."""
    decoded = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\ufffd" for char in decoded)


def identifiers_of(path: str) -> tuple[str, ...]:
    """The identifiers that the name of the file at `path` consists of, whole; a name that only holds one has none.

    "rfc2119.txt.gz", "10.1000_xyz.pdf" (or a folder "10.1000"), "2101.00001v2.pdf", "9780306406157.txt",
    "478_US_30.txt" are read; "notes on rfc2119.txt" is somebody's notes, not the RFC.
    """
    stem = unquote(bare(path))
    name = stem.rpartition("/")[2].strip()
    readings = (_rfc(name), _doi(stem) or _doi(name), _arxiv(name), _isbn(name), _reporter(name))
    return tuple(filter(None, readings))


def described_by(path: str) -> dict[str, object]:
    """What the name of the file at `path` says of the work, as CSL-JSON.

    Zotero's "Doe - 2019 - Water works" gives author, year and title; any other name gives its words as a title, and
    says so in `custom`.
    """
    name = unquote(bare(path)).rpartition("/")[2]
    if rfc := _RFC.fullmatch(name):
        return {"title": f"RFC {int(rfc[1])}", "custom": {"title-from": FILE_NAME}}
    if zotero := _ZOTERO.fullmatch(name):
        return _zotero(zotero[1], zotero[2], zotero[3])
    words = re.sub(r"[\W_]+", " ", name)
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[^\W\d])(?=\d{4})", " ", words).strip()
    return {"title": words or name, "custom": {"title-from": FILE_NAME}}


def _zotero(people: str, year: str, title: str) -> dict[str, object]:
    names = re.split(r",? and | & |, ", re.sub(r",? et al\.?$", "", people))
    return {
        "title": title,
        "author": [{"family": name.strip()} for name in names if name.strip()],
        "issued": {"date-parts": [[int(year[:4])]]},
        "custom": {"title-from": FILE_NAME},
    }


def _rfc(name: str) -> str:
    found = _RFC.fullmatch(name)
    return canonical(f"rfc:{found[1]}") if found else ""


def _doi(name: str) -> str:
    found = _DOI.fullmatch(name)
    return canonical(f"doi:{found[1]}/{found[2]}") if found else ""


def _arxiv(name: str) -> str:
    found = _ARXIV.fullmatch(name)
    return canonical(f"arxiv:{found[1].replace('_', '/')}") if found else ""


def _isbn(name: str) -> str:
    found = _ISBN.fullmatch(name)
    return canonical(f"isbn:{found[1]}") if found and _checks(re.sub(r"[- ]", "", found[1]).upper()) else ""


def _checks(digits: str) -> bool:
    """Whether the last figure of an ISBN is the check figure of the others (ISO 2108)."""
    values = [10 if digit == "X" else int(digit) for digit in digits]
    if len(values) == 10:
        return sum(value * weight for value, weight in zip(values, range(10, 0, -1), strict=True)) % 11 == 0
    return len(values) == 13 and sum(value * (1, 3)[i % 2] for i, value in enumerate(values)) % 10 == 0


def _reporter(name: str) -> str:
    found = _REPORTER.fullmatch(name)
    series = REPORTERS.get(re.sub(r"[^a-z0-9]", "", found[2].lower())) if found else None
    return canonical(f"reporter:{found[1]} {series} {found[3]}") if found and series else ""
