"""A person's word on a reference: it leads to this file, address or work; it does not lead there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from holdwater.errors import CatalogueError
from holdwater.extract.identifiers import identifiers_in
from holdwater.extract.model import Reference
from holdwater.patterns import waiting
from holdwater.sources.adding import add_file, open_archive
from holdwater.sources.catalogue.catalogue import Catalogue
from holdwater.sources.catalogue.model import Held, KeptTie, TieState, Work
from holdwater.sources.cited import csl_of
from holdwater.sources.identify import comparable
from holdwater.sources.kept_ties import digest_of
from holdwater.sources.model import Source, Tie, TieStatus
from holdwater.sources.project import Layout

_SCHEME = waiting(r"([A-Za-z][A-Za-z0-9+.-]+):", re.ASCII)
_WEB = ("http", "https")
_IDENTIFIER_FIELDS = ("DOI", "ISBN", "URL", "arXiv", "number", "archive", "archive_location")


@dataclass(frozen=True)
class Spoken:
    """Who speaks of which reference of which document, and why: `document` as the catalogue calls it."""

    document: str
    reference: Reference
    label: str = ""
    who: str = ""
    why: str = ""


@dataclass(frozen=True)
class Linked:
    """What a reference was tied to; `held` is the snapshot that was put in, None where nothing was."""

    work: Work
    tie: KeptTie
    held: Held | None = None
    was_known: bool = False


def link(catalogue: Catalogue, layout: Layout, spoken: Spoken, target: str) -> Linked:
    """Tie a reference to a file, which is put into the archive; or to an address, an identifier or a work's id.

    Raises:
        CatalogueError: `target` is none of these, or a file that cannot be a source.
        ArchiveError: it cannot be written.
    """
    if _is_file(target):
        return _to_file(catalogue, layout, spoken, Path(target))
    work = catalogue.work(target) or _put(catalogue, spoken.reference, target)
    return Linked(work, _settled(catalogue, spoken, work.id, TieState.CONFIRMED, f"linked to {target}"))


def _is_file(target: str) -> bool:
    try:
        return Path(target).is_file()
    except (OSError, ValueError):
        return False


def _to_file(catalogue: Catalogue, layout: Layout, spoken: Spoken, path: Path) -> Linked:
    """The file is the work that the reference describes, or else the one that it is known to be of."""
    before = _confirmed(catalogue, spoken)
    csl = {"id": before.id, **before.csl} if before else csl_of(spoken.reference)
    identifiers = before.identifiers if before else spoken.reference.identifiers
    with open_archive(layout) as writer:
        added = add_file(path, catalogue, writer, csl=csl, identifiers=identifiers)
    tie = _settled(catalogue, spoken, added.work.id, TieState.CONFIRMED, f"linked to {path.name}")
    return Linked(added.work, tie, added.held, added.was_known)


def _confirmed(catalogue: Catalogue, spoken: Spoken) -> Work | None:
    """The work that a person has said a reference leads to, if any has."""
    digest = digest_of(spoken.reference)
    said = (one for one in catalogue.ties(spoken.document) if one.reference == digest)
    work = next((one.work for one in said if one.state is TieState.CONFIRMED), "")
    return catalogue.work(work) if work else None


def _put(catalogue: Catalogue, reference: Reference, target: str) -> Work:
    """The work at an address or with an identifier, with what the reference says of it."""
    csl = {name: value for name, value in csl_of(reference).items() if name not in _IDENTIFIER_FIELDS}
    if target.lower().startswith(("http://", "https://")):
        url = _address(target)
        work = catalogue.put_work({**csl, "URL": url}, _others(reference, "url"))
        return work if work.csl.get("URL") == url else catalogue.put_work({"id": work.id, "URL": url}, given_wins=True)
    scheme = _SCHEME.match(target)
    found = comparable(identifiers_in(target))
    if not found or len(found) > 1 or found[0].startswith(("file:", "url:")):
        raise _no_target(target, scheme[1] if scheme else "")
    doi = {"DOI": found[0].removeprefix("doi:")} if found[0].startswith("doi:") else {}
    return catalogue.put_work({**csl, **doi}, found)


def _address(target: str) -> str:
    try:
        sound = bool(urlsplit(target).hostname) and target.isprintable() and not re.search(r"\s", target)
    except ValueError:
        sound = False
    if not sound:
        raise CatalogueError(f"not an address: {target[:200]!r}", mend="write it as https://host/path")
    return target


def _others(reference: Reference, scheme: str) -> tuple[str, ...]:
    return tuple(one for one in reference.identifiers if not one.startswith(f"{scheme}:"))


def _no_target(target: str, scheme: str) -> CatalogueError:
    if Path(target).is_dir():
        return CatalogueError(f"{target} is a folder", mend="name the one file of it")
    if scheme and len(scheme) > 1 and scheme.lower() not in _WEB:
        return CatalogueError(f"{scheme}: addresses are not taken", mend="give a file's path, or an http(s) address")
    mend = "give a file's path, an http(s) address, a DOI, or the id of a work that `holdwater sources list` shows"
    return CatalogueError(f"there is no file and no work called {target[:200]!r}", mend=mend)


def _settled(catalogue: Catalogue, spoken: Spoken, work: str, state: TieState, why: str = "") -> KeptTie:
    reference = digest_of(spoken.reference)
    return catalogue.settle_tie(
        state, spoken.document, reference, work, why=spoken.why or why, label=spoken.label, who=spoken.who
    )


def confirm(catalogue: Catalogue, spoken: Spoken, tie: Tie, sources: Mapping[str, Source]) -> KeptTie:
    """Keep that a person says that the tie of a reference, as it stands now, is right.

    Raises CatalogueError where it leads nowhere.
    """
    if tie.status is not TieStatus.TIED:
        mend = f"tie it with `holdwater sources link {spoken.label} FILE-OR-ADDRESS`"
        raise CatalogueError(f"{spoken.label} leads to no source in hand: {tie.reason}", mend=mend)
    return _settled(catalogue, spoken, _kept_name(sources[tie.source], sources), TieState.CONFIRMED, tie.reason)


def unlink(catalogue: Catalogue, spoken: Spoken, tie: Tie, sources: Mapping[str, Source]) -> KeptTie:
    """Keep that a person says that a reference does not lead to where it leads now.

    Raises CatalogueError where it leads nowhere.
    """
    kept = [one for one in catalogue.ties(spoken.document) if one.reference == digest_of(spoken.reference)]
    confirmed = next((one.work for one in kept if one.state is TieState.CONFIRMED), "")
    if not confirmed and tie.status is not TieStatus.TIED:
        raise CatalogueError(f"{spoken.label} leads to no source in hand as it is: {tie.reason}")
    work = confirmed or _kept_name(sources[tie.source], sources)
    return _settled(catalogue, spoken, work, TieState.UNTIED)


def _kept_name(source: Source, sources: Mapping[str, Source]) -> str:
    """What a kept tie calls a source: its work's id in the catalogue, or else its own. Raises CatalogueError."""
    if source.also_called:
        return source.also_called[0]
    if any(source.id in other.also_called for other in sources.values()):
        what = f"two works are called {source.id!r}: one of the sources' folder, and another of the catalogue"
        raise CatalogueError(what, mend="give the one in the folder another id")
    return source.id
