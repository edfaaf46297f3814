"""The sources in hand for a document: the folder that the settings name, and the archive of the project it lies in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from holdwater.config import Config
from holdwater.doors.options import STDIN
from holdwater.sources.kept import Kept
from holdwater.sources.project import project_of
from holdwater.sources.shelf import Shelf, open_shelf


def project_near(document: str) -> Path | None:
    """The root of the project that a document lies in, None if it has no catalogue; as a relative path if it can be."""
    folder = Path.cwd() if document == STDIN else Path(document).absolute().parent
    project = project_of(folder)
    return short(project) if project else None


def short(path: Path) -> Path:
    """A path from the working folder, if it lies there or below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def sources_in_hand(config: Config, project: Path | None, progress: Callable[[int, int], None]) -> Shelf:
    """What lies in the folder that the settings name, if they name one, and in the project's archive, if it has one.

    Raises CatalogueError or ArchiveError where one of them cannot be used.
    """
    kept = Kept.usual() if config.cache else None
    shelf = None
    if config.sources is not None:
        shelf = open_shelf(config.sources, config.catalogue, progress, ocr=config.ocr, kept=kept)
    if project is not None:
        from holdwater.sources.holdings import shelf_of

        shelf = shelf_of(project, shelf, progress, ocr=config.ocr, kept=kept)
    return shelf or Shelf.empty()
