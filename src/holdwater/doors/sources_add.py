"""`holdwater sources add`: a person's files into the archive."""

from __future__ import annotations

import click

from holdwater.doors.console import say, with_debug


@click.command("add")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--work", metavar="ID", help="The work of the catalogue that they are captures of [told by each file].")
@click.option("--project", metavar="DIR", help="The project's folder [the one that the working folder lies in].")
@with_debug
def command(files: tuple[str, ...], work: str | None, project: str | None) -> int:
    """Add files (HTML, PDF, Word, text …) to the archive, each as a capture of a work.

    What a file's name and its own head say of the work is taken into the catalogue: title, author, year, identifiers.
    """
    from pathlib import Path

    from holdwater.doors.sources_desk import layout_of
    from holdwater.errors import CatalogueError
    from holdwater.sources.adding import add_file, open_archive
    from holdwater.sources.catalogue.opening import open_catalogue

    layout = layout_of(project)
    with open_catalogue(layout.root, create=True) as catalogue, open_archive(layout) as writer:
        of = catalogue.work(work) if work else None
        if work and of is None:
            mend = "`holdwater sources list` shows which there are"
            raise CatalogueError(f"there is no work called {work!r} in the catalogue", mend=mend)
        for file in files:
            about = {"csl": of.csl, "identifiers": of.identifiers} if of else {}
            added = add_file(Path(file), catalogue, writer, **about)  # type: ignore[arg-type]
            known = "in the archive already" if added.was_known else "added"
            say(f"{file}: {known}, as {added.work.id} (“{added.work.csl.get('title') or added.work.id}”)")
    return 0
