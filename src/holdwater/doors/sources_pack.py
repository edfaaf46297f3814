"""`holdwater sources pack` and `verify`: captures in one file that anybody can open, and the archive's own check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from holdwater.doors.console import Progress, say, with_debug
from holdwater.doors.fetching import PRIVATE

if TYPE_CHECKING:
    from pathlib import Path

    from holdwater.doors.sources_desk import Desk
    from holdwater.sources.catalogue.catalogue import Catalogue
    from holdwater.sources.catalogue.model import Held

_PROJECT = click.option(
    "--project", metavar="DIR", help="The project's folder [the one that the working folder lies in]."
)


@click.command("pack")
@click.option("-o", "--output", required=True, metavar="FILE", help="The file to write, such as case.wacz.")
@click.option("--document", metavar="FILE", help="Only what this document leads to [every capture].")
@click.option("--title", default="", help="What a reader of the file shows at its top.")
@click.option("--stamp", metavar="URL", help="Have it stamped by this authority for time (RFC 3161).")
@click.option("--authority", metavar="FILE", help="With --stamp: certificates (PEM) that you trust to stand behind it.")
@click.option("--offline", is_flag=True, help="Open no socket, and so have nothing stamped.")
@PRIVATE
@_PROJECT
@with_debug
def pack(
    output: str,
    document: str | None,
    title: str,
    stamp: str | None,
    authority: str | None,
    project: str | None,
    *,
    offline: bool,
    allow_private: bool,
) -> int:
    """Pack captures into a WACZ: a file that ReplayWeb.page and other readers of web archives open.

    It holds the records as they came, with their digests, and what the catalogue says of the works; `holdwater sources
    add` reads it back. A stamp proves that the file was there at its time: only the file's digest is sent to the
    authority, and its reply is kept beside the file, as FILE.tsr.
    """
    from pathlib import Path

    from holdwater.doors.sources_desk import catalogue_of, desk_of, layout_of
    from holdwater.errors import ArchiveError, ConfigError
    from holdwater.report.wording import count
    from holdwater.sources.archive.wacz_packing import pack as pack_into

    if stamp and offline:
        raise ConfigError("--stamp asks an authority, and --offline asks nobody", mend="give one of them")
    out = Path(output)
    if out.suffix.lower() != ".wacz":
        raise ConfigError("the file's ending must be .wacz", where=f"-o {output}", mend=f"call it {out.name}.wacz")
    trusted = _read(Path(authority)) if authority else b""
    desk = desk_of(document) if document else None
    layout = desk.layout if desk else layout_of(project)
    with catalogue_of(layout) as catalogue:
        held = _led_to(desk, catalogue) if desk else catalogue.snapshots()
        works = {work.id: work.csl for work in catalogue.works()}
    if not held:
        mend = "`holdwater sources fetch` and `holdwater sources add` fill the archive"
        raise ArchiveError("there is nothing to pack: nothing of it was captured", mend=mend)
    with Progress(wanted=True).doing(f"packing {output}"):
        pack_into(layout.archive, held, works, out, title=title or (desk.document.name if desk else ""))
    size = out.stat().st_size / 1e6
    say(f"{output}: {count(len(held), 'capture')} of {count(len({one.work for one in held}), 'work')}, {size:,.1f} MB")
    if stamp:
        _stamp(out, stamp, trusted, allow_private=allow_private)
    return 0


def _read(path: Path) -> bytes:
    from holdwater.errors import ConfigError

    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", where=f"--authority {path}") from error


def _led_to(desk: Desk, catalogue: Catalogue) -> list[Held]:
    """The captures of the works that a document's references lead to."""
    from holdwater.sources.fetch.watching import works_of

    works = works_of(catalogue, desk.name, desk.cited)
    return [held for work in works for held in catalogue.snapshots(work)]


def _stamp(out: Path, url: str, trusted: bytes, *, allow_private: bool) -> None:
    """Have the file stamped, and say by whom."""
    from holdwater.doors.fetching import settings_of, way_out
    from holdwater.errors import ArchiveError, FetchError
    from holdwater.sources.archive.stamping import QUERY_TYPE, stamp_file
    from holdwater.sources.fetch.conversing import conversing

    way = way_out()
    settings = settings_of(allow_private=allow_private)
    with conversing(settings, resolve=way.resolve, under=way.under) as conversation:

        def send(query: bytes) -> bytes:
            reply = conversation.post(url, query, QUERY_TYPE)
            if reply.status != 200:
                raise FetchError(f"the authority answered {reply.status}", where=url)
            return reply.body

        try:
            with Progress(wanted=True).doing(f"asking {url}"):
                stamp, kept = stamp_file(out, send, trusted)
        except (FetchError, ArchiveError) as error:
            mend = f"{out} was written all the same; {error.mend}".rstrip("; ")
            raise type(error)(f"not stamped: {error.what}", where=error.where, mend=mend) from error
    known = "" if stamp.trusted else "; whose name that is was not checked: give its certificate with --authority"
    say(f"{kept}: stamped at {stamp.at:%Y-%m-%d %H:%M:%S} UTC by {stamp.authority}{known}")


@click.command("verify")
@_PROJECT
@with_debug
def verify(project: str | None) -> int:
    """Check the archive: every record against its digests, and every place that the catalogue knows.

    Exit codes: 0 all is as it was written, 1 something is not, 2 could not run.
    """
    from holdwater.doors.sources_desk import catalogue_of, layout_of
    from holdwater.report.visible import one_line
    from holdwater.report.wording import count
    from holdwater.sources.archive.checking import check_archive

    layout = layout_of(project)
    with catalogue_of(layout) as catalogue:
        places = {one.place for one in catalogue.snapshots()}
    with Progress(wanted=True).doing("checking the archive"):
        checked = check_archive(layout.archive, places)
    for fault in checked.faults:
        say(one_line(f"{layout.archive / fault.file} at byte {fault.offset:,}: {fault.what}"))
    sound = f"{len(checked.faults):,} of it not as written" if checked.faults else "all as it was written"
    looked_at = f"{count(checked.files, 'file')}, {count(checked.groups, 'answer')} kept"
    say(f"{looked_at}, {count(checked.places, 'capture')} that the catalogue knows: {sound}")
    return 1 if checked.faults else 0
