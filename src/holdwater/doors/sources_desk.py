"""What the commands of `holdwater sources` share: the project, and the document that is meant with what it cites."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from holdwater.config import config_for
from holdwater.document import Document
from holdwater.doors.console import Progress
from holdwater.doors.shelves import project_near, short, sources_in_hand
from holdwater.errors import CatalogueError
from holdwater.extract import extract
from holdwater.extract.model import Extraction
from holdwater.read import read_file
from holdwater.sources.catalogue.catalogue import Catalogue
from holdwater.sources.catalogue.opening import open_catalogue
from holdwater.sources.cited import Labels
from holdwater.sources.kept_ties import ties_of
from holdwater.sources.linking import Spoken
from holdwater.sources.model import Source, Tie
from holdwater.sources.project import Layout, project_for, project_of
from holdwater.sources.tie import Tying

if TYPE_CHECKING:
    from holdwater.sources.citing import Cited


def layout_of(project: str | None) -> Layout:
    """The project whose folder was named, or the one that the working folder lies in or would be."""
    return Layout(Path(project) if project else short(project_for(Path.cwd())))


def catalogue_of(layout: Layout) -> Catalogue:
    """The project's catalogue, to be looked at: brought up to date where it may be, only read where it may not."""
    return open_catalogue(layout.root, read_only=layout.folder.is_dir() and not os.access(layout.folder, os.W_OK))


@dataclass(frozen=True)
class Desk:
    """A document and what it cites, in its project.

    `form` is its format, told by the file if None; `sources` the folder of sources, that of the settings if None.
    """

    layout: Layout
    document: Path
    form: str | None = None
    sources: str | None = None

    @property
    def name(self) -> str:
        """What the catalogue calls the document."""
        return self.layout.name_of(self.document)

    @cached_property
    def text(self) -> Document:
        """The document as it is read. Raises ReadError."""
        return read_file(self.document, format=self.form)

    @cached_property
    def extraction(self) -> Extraction:
        """What the document cites, read as by a check: a note may just name a source in hand. Raises ReadError."""
        return extract(self.text, lambda reference: self._naming.names(reference))

    @cached_property
    def cited(self) -> tuple[Cited, ...]:
        """The references that have a reference's form, and where each is to be had. Raises ReadError."""
        from holdwater.sources.citing import cited_in

        return cited_in(self.text, extract(self.text))

    @cached_property
    def labels(self) -> Labels:
        """What a person calls the document's references."""
        return Labels(self.extraction)

    def spoken(self, label: str, who: str, why: str) -> Spoken:
        """What is said of the reference that `label` means. Raises CatalogueError where it means none, or several."""
        reference = self.labels.reference(label)
        return Spoken(self.name, reference, self.labels.of(reference), who, why)

    def catalogue(self, *, create: bool = False) -> Catalogue:
        """The project's catalogue, open for writing."""
        return open_catalogue(self.layout.root, create=create)

    @cached_property
    def held(self) -> Mapping[str, Source]:
        """The sources in hand, by id."""
        config = config_for(self.document)
        folder = Path(self.sources) if self.sources else config.sources
        catalogue = None if self.sources else config.catalogue
        settings = type(config)(sources=folder, catalogue=catalogue, cache=config.cache)
        progress = Progress(wanted=True)
        with progress.doing("opening the sources"):
            return sources_in_hand(settings, project_near(str(self.document)), progress.step).sources

    @cached_property
    def _naming(self) -> Tying:
        return Tying(self.held)

    def ties(self) -> Mapping[str, Tie]:
        """How the document's references are tied now, as a check would tie them."""
        return Tying(self.held, ties_of(self.document)).tie(self.extraction.references)


def desk_of(document: str | None, sources: str | None = None) -> Desk:
    """The desk of the document that is named, or of the one that the project of the working folder knows.

    `sources` is the folder of sources, that of the settings if None.

    Raises CatalogueError where none is named, and the project does not know exactly one.
    """
    if document:
        path = Path(document)
        if not path.is_file():
            raise CatalogueError("there is no such document", where=document, mend="check its path")
        return Desk(Layout(short(project_for(path.absolute().parent))), path, sources=sources)
    project = project_of(Path.cwd())
    known = _known(Layout(project)) if project else []
    if len(known) != 1 or project is None:
        names = ", ".join(str(path) for path in known[:6]) + (", …" if len(known) > 6 else "")
        what = f"the project knows several documents: {names}" if known else "no document of this project is known yet"
        raise CatalogueError(what, mend=f"say which: --document {known[0] if known else 'essay.md'}")
    return Desk(Layout(short(project)), known[0], sources=sources)


def _known(layout: Layout) -> list[Path]:
    """The documents that the catalogue knows and that are still there."""
    with open_catalogue(layout.root, read_only=True) as catalogue:
        paths = [layout.root / name for name in catalogue.documents()]
    return [short(path) for path in paths if path.is_file()]
