"""Everything Holdwater raises on purpose.

HoldwaterError            caught at the doors: one line, exit 2
├── ConfigError           a setting that is not one, or has a value it cannot have
├── ReadError             a file that cannot be read as a document
│   └── UnreadableError   … because no text can be had of it (binary, encrypted, scanned)
├── CatalogueError        a sources.json or .bib that is broken
├── ArchiveError          an archive (.holdwater, WARC, WACZ) that is damaged, newer, locked, or has no room to grow
├── FetchError            an address that may not be asked for, or a run of fetching that cannot go on
├── TableError            a table of statistics that cannot be taken in or opened: which column, which line
├── RuleError             a rule that breaks the registry's conditions, or a code that is none
└── RenderError           a report that cannot be written
"""

from __future__ import annotations


class HoldwaterError(Exception):
    """A fault that one line explains: what, where, and how to mend it."""

    def __init__(self, what: str, *, where: str = "", mend: str = "") -> None:
        super().__init__(what, where, mend)
        self.what = what
        self.where = where
        self.mend = mend

    def __str__(self) -> str:
        line = f"{self.where}: {self.what}" if self.where else self.what
        if self.mend:
            line = f"{line}; {self.mend}"
        return " ".join(line.split())


class ConfigError(HoldwaterError):
    """A setting that is not one, or that has a value it cannot have."""


class ReadError(HoldwaterError):
    """A file that cannot be read as a document."""


class UnreadableError(ReadError):
    """A file out of which no text can be had: binary, encrypted, scanned."""


class CatalogueError(HoldwaterError):
    """A list of sources (CSL-JSON, BibTeX) that is broken."""


class ArchiveError(HoldwaterError):
    """An archive that is damaged, was written by a newer version, is locked, or has no room to grow."""


class FetchError(HoldwaterError):
    """An address that may not be asked for, or a run of fetching that cannot go on."""


class TableError(HoldwaterError):
    """A table of statistics that cannot be taken in or opened."""


class RuleError(HoldwaterError):
    """A rule that breaks the registry's conditions, or a code that no rule has."""


class RenderError(HoldwaterError):
    """A report that cannot be written."""
