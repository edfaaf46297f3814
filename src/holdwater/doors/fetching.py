"""What the commands that fetch have in common: their options, and the run itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from holdwater.doors.console import Progress

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from holdwater.sources.catalogue.catalogue import Catalogue
    from holdwater.sources.citing import Cited
    from holdwater.sources.fetch.obtaining import Obtained, Watching, Way, Wishes
    from holdwater.sources.fetch.seeking import Sought
    from holdwater.sources.fetch.settings import FetchSettings
    from holdwater.sources.project import Layout

_F = TypeVar("_F", bound=Callable[..., Any])

_MEGABYTE = 1_000_000

CONTACT = click.option(
    "--contact",
    metavar="MAIL",
    envvar="HOLDWATER_CONTACT",
    default="",
    help="How to reach you: servers are told, and services answer sooner [HOLDWATER_CONTACT].",
)
PRIVATE = click.option(
    "--allow-private", is_flag=True, help="Also ask servers of your own network and computer (127.0.0.1, 10.…)."
)


def network_options(command: _F) -> _F:
    """Give a command the options that say how addresses are asked for; `settings_of` takes their values."""
    for option in (
        PRIVATE,
        CONTACT,
        click.option(
            "--max-size", metavar="MB", type=click.FloatRange(0.001, 10_000), help="The largest answer [100]."
        ),
        click.option(
            "--timeout", metavar="S", type=click.FloatRange(0.1, 3_600), help="Seconds that one answer may take [180]."
        ),
        click.option(
            "--concurrency", metavar="N", type=click.IntRange(1, 256), help="Addresses asked for at once [32]."
        ),
    ):
        command = option(command)
    return command


def settings_of(
    *,
    concurrency: int | None = None,
    timeout: float | None = None,
    max_size: float | None = None,
    contact: str = "",
    allow_private: bool = False,
) -> FetchSettings:
    """How addresses are asked for, by what the command line says."""
    from dataclasses import replace

    from holdwater.sources.fetch.settings import FetchSettings

    usual = FetchSettings(contact=contact, allow_private=allow_private)
    whole = timeout or usual.whole
    return replace(
        usual,
        concurrency=concurrency or usual.concurrency,
        whole=whole,
        connect=min(usual.connect, whole),
        silence=min(usual.silence, whole),
        max_bytes=int(max_size * _MEGABYTE) if max_size else usual.max_bytes,
    )


def labels_of(cited: Sequence[Cited]) -> dict[str, list[str]]:
    """What a person calls the references that give each address."""
    labels: dict[str, list[str]] = {}
    for one in cited:
        for url in one.addresses:
            labels.setdefault(url, []).append(one.label)
    return labels


def way_out() -> Way:
    """How the network is reached; the tests put another way in its place."""
    from holdwater.sources.fetch.obtaining import Way

    return Way()


def watching_of(progress: Progress) -> Watching:
    """A long run's stages on the progress line."""
    from holdwater.sources.fetch.obtaining import Watching

    return Watching(progress.doing, progress.step)


def put_and_obtain(
    layout: Layout,
    put: Callable[[Catalogue], Sequence[Sought]],
    cited: Sequence[Cited],
    settings: FetchSettings,
    wishes: Wishes,
    progress: Progress,
) -> Obtained:
    """Put works into the project's catalogue, and have what they are to be had at.

    `put` returns what is sought; `cited` gives the days by which copies are chosen.
    """
    from holdwater.sources.catalogue.opening import open_catalogue
    from holdwater.sources.fetch.obtaining import obtain

    with open_catalogue(layout.root, create=True) as catalogue:
        sought = put(catalogue)
    days: dict[str, date | None] = {}
    for one in cited:
        for url in one.addresses:
            days[url] = days.get(url) or one.day
    root: Path = layout.root
    return obtain(sought, root, settings, wishes, when=days.get, way=way_out(), watching=watching_of(progress))
