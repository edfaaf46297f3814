"""`holdwater check --fetch`: what the documents cite is fetched before they are checked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from holdwater.doors.console import Progress, note
from holdwater.doors.fetching import put_and_obtain, settings_of
from holdwater.doors.options import STDIN, Options
from holdwater.doors.sources_desk import Desk, desk_of
from holdwater.errors import ConfigError, ReadError
from holdwater.report.wording import count
from holdwater.sources.citing import put_cited
from holdwater.sources.fetch.obtaining import Wishes
from holdwater.sources.fetch.settings import FetchSettings


def fetch_first(options: Options, progress: Progress) -> None:
    """Fetch what every document cites, each into its project.

    A document that cannot be read is left to the check, which says so.

    Raises:
        ConfigError: nothing may be fetched, or a document has no place that a project could be at.
        ArchiveError, FetchError: as a run of fetching does.
    """
    if options.offline:
        raise ConfigError("--fetch asks the network, and --offline asks nobody", mend="give one of them")
    if STDIN in options.documents:
        raise ConfigError("what standard input cites has no project to be fetched into", mend="save it as a file")
    settings = settings_of(contact=options.contact, allow_private=options.allow_private)
    for document in options.documents:
        if Path(document).is_file():
            _fetch(replace(desk_of(document), form=options.format), settings, options, progress)


def _fetch(desk: Desk, settings: FetchSettings, options: Options, progress: Progress) -> None:
    try:
        cited = desk.cited
    except ReadError:
        return
    obtained = put_and_obtain(
        desk.layout, lambda catalogue: put_cited(catalogue, desk.name, cited), cited, settings, Wishes(), progress
    )
    missing = sum(one.held is None for one in obtained.addresses)
    if missing and not options.quiet:
        addresses = count(len(obtained.addresses), "address", "addresses")
        told = f"{missing:,} of {addresses} {'was' if missing == 1 else 'were'} not had"
        note(f"holdwater: {desk.document}: {told}; `holdwater sources fetch` says why")
