"""`holdwater sources pack`: captures in one file that anybody can open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from holdwater.doors.console import PROJECT, Progress, say, with_debug
from holdwater.doors.fetching import PRIVATE
from holdwater.doors.sources_verify import AUTHORITY, certificates_in

if TYPE_CHECKING:
    from pathlib import Path

    from holdwater.doors.sources_desk import Desk
    from holdwater.sources.catalogue.catalogue import Catalogue
    from holdwater.sources.catalogue.model import Held


@click.command("pack")
@click.option("-o", "--output", required=True, metavar="FILE", help="The file to write, such as case.wacz.")
@click.option("--document", metavar="FILE", help="Only what this document leads to [every capture].")
@click.option("--title", default="", help="What a reader of the file shows at its top.")
@click.option("--stamp", metavar="URL", help="Have it stamped by this authority for time (RFC 3161).")
@AUTHORITY
@click.option("--offline", is_flag=True, help="Open no socket, and so have nothing stamped.")
@PRIVATE
@PROJECT
@with_debug
def command(
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
    """Pack captures into one file that anybody can open (WACZ).

    ReplayWeb.page and other readers of web archives open it. It holds the records as they came, with their digests, and
    what the catalogue says of the works; `holdwater sources add` reads it back. A stamp proves that the file was there
    at its time: only the file's digest is sent to the authority, and its reply is kept beside the file, as FILE.tsr;
    `holdwater sources verify FILE` checks both.
    """
    from pathlib import Path

    from holdwater.doors.sources_desk import catalogue_of, desk_of, layout_of
    from holdwater.errors import ArchiveError, ConfigError
    from holdwater.report.wording import count
    from holdwater.sources.archive.wacz_packing import pack

    if stamp and offline:
        raise ConfigError("--stamp asks an authority, and --offline asks nobody", mend="give one of them")
    out = Path(output)
    if out.suffix.lower() != ".wacz":
        raise ConfigError("the file's ending must be .wacz", where=f"-o {output}", mend=f"call it {out.name}.wacz")
    trusted = certificates_in(authority)
    desk = desk_of(document) if document else None
    layout = desk.layout if desk else layout_of(project)
    with catalogue_of(layout) as catalogue:
        held = _led_to(desk, catalogue) if desk else catalogue.snapshots()
        works = {work.id: work.csl for work in catalogue.works()}
    if not held:
        mend = "`holdwater sources fetch` and `holdwater sources add` fill the archive"
        raise ArchiveError("there is nothing to pack: nothing of it was captured", mend=mend)
    with Progress(wanted=True).doing(f"packing {output}"):
        pack(layout.archive, held, works, out, title=title or (desk.document.name if desk else ""))
    size = out.stat().st_size
    large = f"{size / 1e6:,.1f} MB" if size >= 1e6 else f"{size / 1e3:,.0f} KB"
    say(f"{output}: {count(len(held), 'capture')} of {count(len({one.work for one in held}), 'work')}, {large}")
    if stamp:
        _stamp(out, stamp, trusted, allow_private=allow_private)
    return 0


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
