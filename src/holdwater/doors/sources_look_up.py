"""`holdwater sources look-up`: what Crossref and other catalogues say of a document's references."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from holdwater.doors.console import Progress, say, with_debug
from holdwater.doors.fetching import CONTACT, PRIVATE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from holdwater.doors.sources_desk import Desk
    from holdwater.extract.model import Reference
    from holdwater.sources.records.model import LookUp


@click.command("look-up")
@click.argument("document", required=False)
@click.option("--offline", is_flag=True, help="Open no socket: only what was answered before.")
@CONTACT
@PRIVATE
@click.option("--no-progress", is_flag=True, help="Show no progress.")
@with_debug
def command(document: str | None, *, offline: bool, contact: str, allow_private: bool, no_progress: bool) -> int:
    """Look a DOCUMENT's references up in the world's catalogues.

    They are Crossref, DataCite, OpenAlex, arXiv, Open Library and PubMed. Each reference is laid against its record
    field by field. What was answered is kept in the project and not asked again for a month. Web pages, books and
    reports need not be in any of them; what is not found in those that ought to know it is not found there, and no more
    than that.

    Exit codes: 0 what was found is alike, 1 something differs, bears a notice, is not found or was not asked, 2 could
    not run.
    """
    from holdwater.doors.looked_up import SETTLED, line, stands
    from holdwater.doors.sources_desk import desk_of

    desk = desk_of(document)
    if offline:
        found = list(_kept(desk))
    else:
        found = list(_asked(desk, contact, Progress(wanted=not no_progress), allow_private=allow_private))
    for reference, look_up in found:
        say(f"{desk.labels.of(reference)}: {line(look_up)}")
    if not found:
        say(f"{desk.document}: no references")
    return 0 if all(stands(look_up) in SETTLED for _, look_up in found) else 1


def _kept(desk: Desk) -> Iterator[tuple[Reference, LookUp]]:
    """What the project knows of every reference."""
    from holdwater.doors.sources_desk import catalogue_of
    from holdwater.sources.records.kept_answers import kept_look_up

    with catalogue_of(desk.layout) as catalogue:
        yield from _every(desk, kept_look_up(catalogue))


def _asked(desk: Desk, contact: str, progress: Progress, *, allow_private: bool) -> Iterator[tuple[Reference, LookUp]]:
    """What the services say of every reference, and what they have said lately."""
    from datetime import UTC, datetime

    from holdwater.doors.fetching import settings_of, way_out
    from holdwater.sources.fetch.conversing import conversing
    from holdwater.sources.records.asking import Asker, AskingSettings
    from holdwater.sources.records.looking_up import look_up

    way, settings = way_out(), settings_of(contact=contact, allow_private=allow_private, timeout=60)
    with (
        desk.catalogue(create=True) as catalogue,
        conversing(settings, resolve=way.resolve, under=way.under) as conversation,
        progress.doing("looking references up"),
    ):
        catalogue.note_document(desk.name)
        # The conversation asks a busy service again by itself.
        asker = Asker(catalogue, conversation.get, AskingSettings(retries=0, contact=contact))
        now = datetime.now(UTC)
        yield from _every(desk, lambda reference: look_up(reference, asker.of, now), progress.step)


def _every(
    desk: Desk,
    ask: Callable[[Reference], LookUp | None],
    step: Callable[[int, int], None] | None = None,
) -> Iterator[tuple[Reference, LookUp]]:
    from holdwater.sources.records.looking_up import with_others
    from holdwater.sources.records.model import LookUp
    from holdwater.sources.records.services import is_expected

    references = desk.extraction.references
    for done, reference in enumerate(references, 1):
        expected = is_expected(with_others(reference))
        yield reference, ask(reference) or LookUp(reference.id, expected=expected)
        if step:
            step(done, len(references))
