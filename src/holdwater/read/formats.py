"""Which formats there are, and the reader of each."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

from holdwater.document import Document
from holdwater.errors import ReadError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

FORMATS = ("markdown", "html", "plain", "docx", "pdf", "epub", "latex", "wikitext", "jats")
"""The formats that Holdwater reads by itself; plug-ins add others (entry point `holdwater.readers`)."""

PANDOC_FORMATS = (
    "odt", "rtf", "rst", "org", "typst", "docbook", "fb2", "textile", "ipynb", "dokuwiki", "muse", "t2t", "man",
    "opml", "creole", "jira", "twiki", "tikiwiki", "vimwiki", "haddock",
)  # fmt: skip
"""The formats that an installed pandoc reads for us, by pandoc's own names."""

_SUFFIXES = {
    "markdown": "md markdown mkd mdown qmd rmd",
    "html": "html htm xhtml xht",
    "plain": "txt text",
    "docx": "docx docm dotx",
    "pdf": "pdf",
    "epub": "epub",
    "latex": "tex ltx latex",
    "wikitext": "wiki mediawiki wikitext mw",
    "jats": "nxml jats",
    "odt": "odt ott fodt",
    "rtf": "rtf",
    "rst": "rst rest",
    "org": "org",
    "typst": "typ",
    "docbook": "dbk docbook",
    "fb2": "fb2",
    "textile": "textile",
    "ipynb": "ipynb",
    "dokuwiki": "dokuwiki",
    "muse": "muse",
    "t2t": "t2t",
    "man": "man",
    "opml": "opml",
    "creole": "creole",
    "jira": "jira",
    "twiki": "twiki",
    "tikiwiki": "tikiwiki",
    "vimwiki": "vimwiki",
    "haddock": "haddock",
}
_BY_SUFFIX = {suffix: named for named, suffixes in _SUFFIXES.items() for suffix in suffixes.split()}

Reader = Callable[..., Document]


def suffix_format(name: str) -> str | None:
    """The format that the suffix of a file's name stands for, plug-ins' included; None where it stands for none."""
    suffix = PurePath(name).suffix.lower()[1:]
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    return suffix if suffix and suffix in _plug_ins() else None


def plug_in_format(name: str) -> str | None:
    """The format that a plug-in reads and that the file's suffix names; None where there is no such plug-in."""
    suffix = PurePath(name).suffix.lower()[1:]
    return suffix if suffix not in _BY_SUFFIX and suffix in _plug_ins() else None


def reader(format: str) -> Reader:  # noqa: A002 - the word the command line uses
    """The reader of a format. Raises ReadError with the formats there are if none has this name."""
    if format in FORMATS:
        function: Reader = import_module(f"holdwater.read.{format}").read
        return function
    if format in PANDOC_FORMATS:
        through_pandoc: Reader = import_module("holdwater.read.pandoc").read
        return through_pandoc
    if format in _plug_ins():
        loaded: Reader = _plug_ins()[format].load()
        return loaded
    known = ", ".join((*FORMATS, *sorted(_plug_ins())))
    raise ReadError(
        f"no reader is called {format!r}", mend=f"there are {known}, and through pandoc {', '.join(PANDOC_FORMATS)}"
    )


@cache
def needs(function: Reader) -> frozenset[str]:
    """The names of a reader's parameters; it is given what it asks for (see `holdwater.read.reading`)."""
    return frozenset(inspect.signature(function).parameters)


@cache
def _plug_ins() -> Mapping[str, EntryPoint]:
    from importlib.metadata import entry_points  # slow to import, and only unknown suffixes need it

    return {entry.name: entry for entry in entry_points(group="holdwater.readers") if entry.name not in FORMATS}
