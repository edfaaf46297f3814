"""What comes out of an imported list of works, and the formats that lists are written in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class ListFormat(StrEnum):
    """A format that a list of works is written in."""

    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"
    RIS = "ris"


@dataclass(frozen=True)
class ImportedWork:
    """One work of a list: its CSL-JSON with an id of its own, and the files in hand that hold its text.

    Each file exists and lies, links followed, in the folder that was imported.
    """

    csl: Mapping[str, object]
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class PassedOver:
    """What was not imported, and why: a broken entry, an attachment that is not there."""

    what: str
    why: str


@dataclass(frozen=True)
class Imported:
    """The works of a list, in its order, and what of it was passed over."""

    works: tuple[ImportedWork, ...] = ()
    passed_over: tuple[PassedOver, ...] = field(default=())
