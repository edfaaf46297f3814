"""`holdwater sources import` and `export`: lists of works from and for reference managers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from holdwater.doors.console import PROJECT, Progress, say, with_debug

if TYPE_CHECKING:
    from pathlib import Path

    from holdwater.sources.exchange.model import Imported

ZOTERO = "zotero:"
ENDINGS = {".json": "csl-json", ".bib": "bibtex", ".ris": "ris"}
"""The format of a list by its file's ending."""


@click.command("import")
@click.argument("source", metavar="FILE|FOLDER|zotero:")
@click.option("--collection", metavar="KEY", default="", help="Of Zotero: one collection alone, by its key.")
@click.option("--storage", metavar="DIR", help="Of Zotero: its folder of stored files [~/Zotero/storage].")
@click.option("--zotero-api", metavar="URL", hidden=True, help="Where Zotero answers.")
@PROJECT
@click.option("--no-progress", is_flag=True, help="Show no progress.")
@with_debug
def import_works(
    source: str,
    collection: str,
    storage: str | None,
    zotero_api: str | None,
    project: str | None,
    *,
    no_progress: bool,
) -> int:
    """Import works with their files from a list, a folder or Zotero.

    A list is CSL-JSON, BibTeX, RIS or Zotero RDF, or lies in a folder that Zotero has exported. "zotero:" asks the
    Zotero that runs on this computer, which must allow it (Settings, Advanced: "Allow other applications on this
    computer to communicate with Zotero").

    What is known of a work already is kept; where both say something, the list is right.

    Exit codes: 0 all of it imported, 1 something was passed over, 2 could not run.
    """
    from pathlib import Path

    from holdwater.doors.sources_desk import layout_of
    from holdwater.report.visible import one_line
    from holdwater.report.wording import count
    from holdwater.sources.catalogue.opening import open_catalogue
    from holdwater.sources.exchange.reading import read_works
    from holdwater.sources.importing import take_over

    progress = Progress(wanted=not no_progress)
    with progress.doing(f"reading {source}"):
        imported = _of_zotero(zotero_api, collection, storage) if source == ZOTERO else read_works(Path(source))
    layout = layout_of(project)
    with open_catalogue(layout.root, create=True) as catalogue, progress.doing("importing"):
        done = take_over(imported, layout, catalogue, progress.step)
    name = source.removesuffix(":")
    say(f"{name}: {count(done.works, 'work')}, {done.new:,} new; {count(done.files, 'file')} added to the archive")
    for one in done.passed_over:
        say(f"  passed over: {one_line(f'{one.what} ({one.why})')}")
    return 1 if done.passed_over else 0


def _of_zotero(base: str | None, collection: str, storage: str | None) -> Imported:
    from pathlib import Path

    from holdwater.doors.fetching import settings_of, way_out
    from holdwater.errors import FetchError
    from holdwater.sources.exchange.zotero_api import LOCAL, read_zotero
    from holdwater.sources.fetch.conversing import conversing

    way, settings = way_out(), settings_of(allow_private=True, timeout=60)
    with conversing(settings, resolve=way.resolve, under=way.under) as conversation:

        def get(url: str) -> bytes:
            reply = conversation.get(url, {"Accept": "application/json"})
            if reply.status != 200:
                raise FetchError(f"it answered {reply.status}")
            return reply.body

        try:
            return read_zotero(get, base=base or LOCAL, collection=collection, storage=_storage(storage, Path.home()))
        except FetchError as error:
            mend = "start Zotero, and allow other applications to communicate with it (Settings, Advanced)"
            raise FetchError(f"Zotero cannot be asked: {error.what}", mend=mend) from error


def _storage(given: str | None, home: Path) -> Path | None:
    """Zotero's folder of stored files: the one given, or the one that it makes unless it is told otherwise."""
    if given:
        return type(home)(given)
    usual = home / "Zotero" / "storage"  # Zotero's documentation, "The Zotero Data Directory"
    return usual if usual.is_dir() else None


@click.command("export")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(ENDINGS.values())),
    help="The list's format [by FILE's ending; csl-json].",
)
@click.option("-o", "--output", metavar="FILE", help="The file to write [standard output].")
@click.option("--document", metavar="FILE", help="Only the works that this document leads to [every work].")
@PROJECT
@with_debug
def export(form: str | None, output: str | None, document: str | None, project: str | None) -> int:
    """Write the works as a list that reference managers read.

    CSL-JSON holds a work whole; BibTeX and RIS hold what they have fields for.
    """
    from pathlib import Path

    from holdwater.doors.sources_desk import catalogue_of, desk_of, layout_of
    from holdwater.errors import ConfigError
    from holdwater.report.wording import count
    from holdwater.sources.exchange.writing import write_works
    from holdwater.sources.fetch.watching import works_of

    ending = Path(output).suffix.lower() if output else ""
    if output and not form and ending not in ENDINGS:
        raise ConfigError("the file's ending names no format of lists", where=f"-o {output}", mend="give one: --format")
    desk = desk_of(document) if document else None
    with catalogue_of(desk.layout if desk else layout_of(project)) as catalogue:
        works = catalogue.works()
        led_to = works_of(catalogue, desk.name, desk.cited) if desk else ()
    if desk:
        works = tuple(one for one in works if one.id in led_to)
    text = write_works(works, form or ENDINGS.get(ending, "csl-json"))
    if not output:
        say(text)
        return 0
    _write(Path(output), text)
    say(f"{output}: {count(len(works), 'work')}")
    return 0


def _write(path: Path, text: str) -> None:
    """Write a file whole, or leave what was there."""
    import os
    from contextlib import suppress

    from holdwater.errors import RenderError

    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        raise RenderError(
            f"cannot be written: {error.strerror}", where=f"-o {path}", mend="choose another place"
        ) from error
    finally:
        with suppress(OSError):
            part.unlink()
