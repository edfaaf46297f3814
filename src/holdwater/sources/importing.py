"""Puts imported works into a project: their descriptions into the catalogue, their files into the archive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from holdwater.errors import CatalogueError, ReadError
from holdwater.sources.adding import add_file, open_archive
from holdwater.sources.catalogue.catalogue import Catalogue
from holdwater.sources.exchange.model import Imported, ImportedWork, PassedOver
from holdwater.sources.filenames import printable
from holdwater.sources.project import Layout


@dataclass(frozen=True)
class TakenOver:
    """What came of an import: how many works, how many of them new, how many new files, and what was passed over."""

    works: int = 0
    new: int = 0
    files: int = 0
    passed_over: tuple[PassedOver, ...] = ()


def take_over(
    imported: Imported, layout: Layout, catalogue: Catalogue, step: Callable[[int, int], None] | None = None
) -> TakenOver:
    """Put works and their files in. A person's list wins over what was known; a work with a faulty entry is told of.

    Args:
        imported: the list.
        layout: of the project; its archive takes the files, unless their very bytes are there.
        catalogue: of the project.
        step: told how many works are done.

    Raises:
        ArchiveError: the archive or the catalogue cannot be written.
    """
    known = {work.id for work in catalogue.works()}
    passed_over = list(imported.passed_over)
    works: set[str] = set()
    files = 0
    with open_archive(layout) as writer:
        for done, one in enumerate(imported.works, 1):
            try:
                work = catalogue.put_work(one.csl, given_wins=True)
            except CatalogueError as fault:
                passed_over.append(PassedOver(_name(one), fault.what))
                continue
            works.add(work.id)
            for path in one.files:
                try:
                    added = add_file(path, catalogue, writer, csl=work.csl, identifiers=work.identifiers)
                    files += not added.was_known
                except (CatalogueError, ReadError) as fault:
                    passed_over.append(PassedOver(f"{work.id}: {printable(path.name)}", fault.what))
            if step:
                step(done, len(imported.works))
    return TakenOver(len(works), len(works - known), files, tuple(passed_over))


def _name(one: ImportedWork) -> str:
    return printable(str(one.csl.get("id") or one.csl.get("title") or "a work"))[:100]
