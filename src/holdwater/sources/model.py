"""Sources in hand, and how the document's references are tied to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One capture of a source: which file, its digest, how many bytes."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True)
class Source:
    """A work in hand: `id` is its CSL id or, without one, its file's name; `file` is the path of its bytes.

    `identifiers` are normalised as a reference's are (see `holdwater.extract.model.Reference`). `of` is the id of the
    source that this one is another capture of, "" if it stands for its work itself; `captured` is when it was put into
    the archive, None for a file that lies beside it; `also_called` are further ids that kept ties know it by. `called`
    is its name by the reference that leads to it, where its own text does not say which line is its title.
    """

    id: str
    file: str
    csl: Mapping[str, object] = field(default_factory=dict)
    identifiers: tuple[str, ...] = ()
    of: str = ""
    captured: datetime | None = None
    also_called: tuple[str, ...] = ()
    called: str = ""

    @property
    def title(self) -> str:
        """What reports call it: its title, or else its id."""
        title = self.called or self.csl.get("title")
        return title if isinstance(title, str) and title else self.id


class TieStatus(StrEnum):
    """Whether a reference leads to a source in hand."""

    TIED = "tied"
    MISSING = "source missing"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Tie:
    """A reference tied to a source, or not, with the reason.

    `score` is the likeness, 0 to 1 (1 for an identifier). `nearest` is the best candidate where none was good enough,
    `nearest_score` its likeness, and `lacking` says what is missing to be sure of it, or what differs. `also` are
    further sources that bear the same identifier: parts or captures of the one work, searched like the first.
    `unavailable` says of a missing one why its address gave nothing when it was asked.
    """

    reference: str
    status: TieStatus
    source: str = ""
    reason: str = ""
    score: float = 0.0
    nearest: str = ""
    nearest_score: float = 0.0
    also: tuple[str, ...] = ()
    unavailable: str = ""
    lacking: str = ""

    @property
    def leads_to(self) -> tuple[str, ...]:
        """The ids of all sources that the reference leads to; none where it is not tied."""
        return (self.source, *self.also) if self.status is TieStatus.TIED else ()
