"""`holdwater sources watch`: captures again what was captured, and says what changed in the passages relied on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from holdwater.doors.console import Progress, note, say, with_debug
from holdwater.doors.fetching import network_options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from holdwater.doors.options import Options
    from holdwater.doors.sources_desk import Desk
    from holdwater.sources.fetch.obtaining import Obtained
    from holdwater.sources.fetch.seeking import Sought

RULES = ("SRC102", "SRC109")
"""What says that a passage has changed, or is gone."""
_LINES = ("full", "concise")
"""Reports of lines for a person to read, among which others may stand."""


@click.command("watch")
@click.argument("document", required=False)
@click.option("--again", is_flag=True, help="Also what was captured less than a day ago.")
@click.option("--offline", is_flag=True, help="Open no socket: only compare the captures that there are.")
@click.option("--sources", metavar="DIR", help="Folder of the sources in hand [the settings'].")
@click.option("--output-format", metavar="FORMAT", help="As of `holdwater check` [full].")
@network_options
@click.option("--no-progress", is_flag=True, help="Show no progress.")
@with_debug
def command(
    document: str | None,
    *,
    again: bool,
    offline: bool,
    sources: str | None,
    output_format: str | None,
    no_progress: bool,
    **network: object,
) -> int:
    """Capture again what a DOCUMENT relies on, and say what changed.

    Earlier captures stay; changes are told word by word. What is compared are the sentences that a quotation, a number
    or a date rests on, and nothing else of the page (rules SRC102 and SRC109). DOCUMENT need not be named where the
    project knows exactly one.

    Exit codes: 0 nothing changed, 1 something changed or could not be had again, 2 could not run.
    """
    from holdwater.doors.checking import Run
    from holdwater.doors.fetching import settings_of
    from holdwater.doors.outputs import renderer
    from holdwater.doors.sources_desk import desk_of

    desk = desk_of(document)
    options = _options(desk, sources, output_format, no_progress=no_progress)
    form = options.settings(str(desk.document)).output_format
    renderer(form)  # refuse an unknown one before anything is asked for
    missing = 0
    if not offline:
        sought, recent = _to_watch(desk, again=again)
        obtained = _captured(desk, sought, settings_of(**network), no_progress=no_progress)  # type: ignore[arg-type]
        lines = _told(desk, obtained, recent)
        (say if form in (*_LINES, "markdown") else note)("\n".join([*lines, "", ""]))
        missing = sum(one.held is None for one in obtained.addresses)
    changed = Run(options).all()
    if not changed and form in _LINES:
        say("no change was found in the passages that it relies on")
    return max(changed, min(missing, 1))


def _to_watch(desk: Desk, *, again: bool) -> tuple[Sequence[Sought], int]:
    """The addresses to capture again, and how many are left out as they were captured less than a day ago."""
    from datetime import UTC, datetime

    from holdwater.sources.fetch.watching import captured_before, works_of
    from holdwater.sources.standing.history import APART

    with desk.catalogue() as catalogue:
        sought = captured_before(catalogue, works_of(catalogue, desk.name, desk.cited))
    until = datetime.now(UTC) - APART
    due = [one for one, at in sought.items() if again or at <= until]
    return due, len(sought) - len(due)


def _captured(desk: Desk, sought: Sequence[Sought], settings: object, *, no_progress: bool) -> Obtained:
    from holdwater.doors.fetching import watching_of, way_out
    from holdwater.sources.fetch.obtaining import Wishes, obtain
    from holdwater.sources.fetch.settings import FetchSettings

    assert isinstance(settings, FetchSettings)
    wishes = Wishes(again=True, archives=False)
    watching = watching_of(Progress(wanted=not no_progress))
    return obtain(sought, desk.layout.root, settings, wishes, way=way_out(), watching=watching)


def _told(desk: Desk, obtained: Obtained, recent: int) -> list[str]:
    """What was captured again."""
    from holdwater.doors.fetching import labels_of
    from holdwater.doors.had import summary
    from holdwater.report.wording import count

    addresses = count(len(obtained.addresses), "address", "addresses")
    left = f"; {recent:,} captured less than a day ago" if recent else ""
    lines = summary(obtained, labels_of(desk.cited), str(desk.document))
    return [f"{desk.document}: {addresses} asked for again{left}", *lines]


def _options(desk: Desk, sources: str | None, output_format: str | None, *, no_progress: bool) -> Options:
    """The check of the document with these rules alone."""
    from holdwater.doors.options import Options

    return Options.usual(
        (str(desk.document),), sources=sources, select=RULES, output_format=output_format, no_progress=no_progress
    )
