"""`holdwater sources link`, `unlink` and `confirm`: a person's word on what a note or citation leads to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from holdwater.doors.console import say, with_debug

_F = TypeVar("_F", bound=Callable[..., Any])


def _about(command: _F) -> _F:
    """The options that all three have."""
    for option in (
        click.option("--who", default="", help="Who says so."),
        click.option("--why", default="", help="Why, in a line."),
        click.option("--document", metavar="FILE", help="The document [the one that the project knows]."),
    ):
        command = option(command)
    return command


@click.command("link")
@click.argument("label")
@click.argument("target", metavar="FILE-OR-ADDRESS")
@_about
@with_debug
def link(label: str, target: str, document: str | None, who: str, why: str) -> int:
    """Say what a note or citation leads to.

    That is a file, an address, a DOI, or a work of the catalogue. LABEL is a note's number (14; 14.2 is its second
    work), a citation key, "[3]", "Doe 2019", an address or a DOI. A file is put into the archive. What a person has
    tied is never tied otherwise.

        holdwater sources link 14 papers/doe.pdf --document essay.md
    """
    from holdwater.doors.sources_desk import desk_of
    from holdwater.sources import linking

    desk = desk_of(document)
    spoken = desk.spoken(label, who, why)
    with desk.catalogue(create=True) as catalogue:
        done = linking.link(catalogue, desk.layout, spoken, target)
        captured = bool(catalogue.snapshots(done.work.id))
    say(f"{spoken.label} leads to {_named(done.work.id, done.work.csl.get('title'))}")
    if done.held:
        say(f"{target} {'was' if done.was_known else 'is now'} in the archive")
    elif not captured:
        say("nothing of it is in the archive yet; `holdwater sources fetch` gets it")
    return 0


@click.command("unlink")
@click.argument("label")
@click.option("--sources", metavar="DIR", help="Folder of the sources in hand [the settings'].")
@_about
@with_debug
def unlink(label: str, sources: str | None, document: str | None, who: str, why: str) -> int:
    """Say that a note or citation does not lead where it leads now.

    It will not be tied to that again. LABEL is as for `link`.
    """
    from holdwater.doors.sources_desk import desk_of
    from holdwater.sources import linking
    from holdwater.sources.model import TieStatus

    desk = desk_of(document, sources)
    spoken = desk.spoken(label, who, why)
    ties = desk.ties()
    with desk.catalogue(create=True) as catalogue:
        kept = linking.unlink(catalogue, spoken, ties[spoken.reference.id], desk.held)
    say(f"{spoken.label} does not lead to {kept.work}")
    tie = desk.ties()[spoken.reference.id]
    if tie.status is TieStatus.TIED:
        say(f"it now leads to {_named(tie.source, desk.held[tie.source].title)}: {tie.reason}")
    else:
        say(f"it leads to no source in hand: {tie.reason}")
    return 0


@click.command("confirm")
@click.argument("labels", nargs=-1, required=True)
@click.option("--sources", metavar="DIR", help="Folder of the sources in hand [the settings'].")
@_about
@with_debug
def confirm(labels: tuple[str, ...], sources: str | None, document: str | None, who: str, why: str) -> int:
    """Say that notes or citations do lead where they lead now.

    They will not be tied otherwise. LABELS are as for `link`. Nothing is kept unless all of them lead somewhere.
    """
    from holdwater.doors.sources_desk import desk_of
    from holdwater.sources import linking

    desk = desk_of(document, sources)
    said = [desk.spoken(label, who, why) for label in labels]
    ties = desk.ties()
    with desk.catalogue(create=True) as catalogue, catalogue.together():
        kept = [linking.confirm(catalogue, spoken, ties[spoken.reference.id], desk.held) for spoken in said]
    for spoken, one in zip(said, kept, strict=True):
        source = ties[spoken.reference.id].source
        say(f"{spoken.label} leads to {_named(one.work, desk.held[source].title)}: confirmed")
    return 0


def _named(work: str, title: object) -> str:
    return f"{work} (“{title}”)" if isinstance(title, str) and title and title != work else work
