"""Whether a page that was asked for again is the very one that the archive has; then it is not kept twice."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from holdwater.errors import ArchiveError
from holdwater.sources.archive.groups import read_group
from holdwater.sources.archive.model import Exchange, Group
from holdwater.sources.catalogue.catalogue import Catalogue
from holdwater.sources.catalogue.model import Held, HowHad


@dataclass(frozen=True, slots=True)
class Before:
    """The snapshot that has the page already, and the group of records that it stands in."""

    held: Held
    group: Group


def unchanged_since(answer: Exchange, held: Held, catalogue: Catalogue, archive: Path) -> Before | None:
    """The last snapshot of the same address, if its record has the very bytes that came now; None otherwise.

    Only the last one counts: a page that went back to what it had been has changed, twice. And it counts only if its
    record is there and sound, since from now on it stands for two.

    Args:
        answer: what came.
        held: the snapshot that it would be.
        catalogue: of the project.
        archive: the folder of its WARC files.
    """
    last = next((one for one in catalogue.snapshots(url=held.url) if _comparable(one, held)), None)
    if last is None or answer.truncated or answer.body is None or _had(last) != _had(held):
        return None
    with answer.body.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != last.place.payload_sha256:  # the same page, packed in another way
        return None
    try:
        group = read_group(archive, last.place)
    except ArchiveError:
        return None
    return None if group.answers[-1:] and group.answers[-1].truncated else Before(last, group)


def _comparable(one: Held, held: Held) -> bool:
    """Whether a snapshot was had in the same way: not put in by a person, not as a browser showed it."""
    return one.how in (held.how, HowHad.PACKED) and one.memento == held.memento


def _had(held: Held) -> tuple[object, ...]:
    return held.sha256, held.final_url, held.status, held.media_type, held.charset
