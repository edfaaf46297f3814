"""`holdwater sources add`: a person's files into the archive, and archives of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from holdwater.doors.console import PROJECT, Progress, say, with_debug

if TYPE_CHECKING:
    from pathlib import Path

    from holdwater.sources.archive.writer import ArchiveWriter
    from holdwater.sources.catalogue.catalogue import Catalogue
    from holdwater.sources.catalogue.model import Work
    from holdwater.sources.project import Layout


@click.command("add")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--work", metavar="ID", help="The work of the catalogue that they are captures of [told by each file].")
@PROJECT
@with_debug
def command(files: tuple[str, ...], work: str | None, project: str | None) -> int:
    """Add files (HTML, PDF, Word, text, WACZ …) to the archive.

    Each is kept as a capture of a work. What a file's name and its own head say of the work is taken into the
    catalogue: title, author, year, identifiers. Of a WACZ or WARC file (.wacz, .warc, .warc.gz) every page is added, as
    a capture of its own work.
    """
    from pathlib import Path

    from holdwater.doors.sources_desk import layout_of
    from holdwater.errors import CatalogueError
    from holdwater.sources.adding import open_archive
    from holdwater.sources.catalogue.opening import open_catalogue
    from holdwater.sources.unpacking import is_packed

    layout = layout_of(project)
    with open_catalogue(layout.root, create=True) as catalogue, open_archive(layout) as writer:
        of = catalogue.work(work) if work else None
        if work and of is None:
            mend = "`holdwater sources list` shows which there are"
            raise CatalogueError(f"there is no work called {work!r} in the catalogue", mend=mend)
        for path in map(Path, files):
            if is_packed(path):
                _unpack(path, layout, catalogue, writer, of)
            else:
                _add(path, catalogue, writer, of)
    return 0


def _add(path: Path, catalogue: Catalogue, writer: ArchiveWriter, of: Work | None) -> None:
    from holdwater.sources.adding import add_file

    about = {"csl": of.csl, "identifiers": of.identifiers} if of else {}
    added = add_file(path, catalogue, writer, **about)  # type: ignore[arg-type]
    known = "in the archive already" if added.was_known else "added"
    say(f"{path}: {known}, as {added.work.id} (“{added.work.csl.get('title') or added.work.id}”)")


def _unpack(path: Path, layout: Layout, catalogue: Catalogue, writer: ArchiveWriter, of: Work | None) -> None:
    from holdwater.errors import CatalogueError
    from holdwater.report.visible import one_line
    from holdwater.report.wording import count
    from holdwater.sources.unpacking import unpack

    if of is not None:
        raise CatalogueError("an archive has pages of several works", where=str(path), mend="add it without --work")
    with Progress(wanted=True).doing(f"reading {path}"):
        unpacked = unpack(path, layout, catalogue, writer)
    before = f", {unpacked.known:,} were there before" if unpacked.known else ""
    say(f"{path}: {count(len(unpacked.new), 'capture')} added{before}")
    for work, held in unpacked.new:
        title = work.csl.get("title") or held.title or held.url
        say(f"  {one_line(f'{work.id} (“{title}”)')}, {held.at:%Y-%m-%d}")
    for url, why in unpacked.passed_over.items():
        say(f"  passed over: {one_line(f'{url} ({why})')}")
