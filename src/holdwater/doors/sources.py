"""`holdwater sources`: the catalogue of a project's sources, and its archive."""

from __future__ import annotations

import click

from holdwater.doors.lazy import LazyGroup

COMMANDS = {
    "add": "holdwater.doors.sources_add",
    "fetch": "holdwater.doors.sources_fetch",
    "watch": "holdwater.doors.sources_watch",
    "look-up": "holdwater.doors.sources_look_up",
    "pack": "holdwater.doors.sources_pack",
    "verify": "holdwater.doors.sources_verify",
    "import": "holdwater.doors.sources_exchange:import_works",
    "export": "holdwater.doors.sources_exchange:export",
    "list": "holdwater.doors.sources_list:list_all",
    "show": "holdwater.doors.sources_list:show",
    "link": "holdwater.doors.sources_link:link",
    "unlink": "holdwater.doors.sources_link:unlink",
    "confirm": "holdwater.doors.sources_link:confirm",
}
"""Where each command is."""


@click.group("sources", cls=LazyGroup, modules=COMMANDS)
def command() -> None:
    """Find the sources of a project, fetch them, and keep them.

    All is kept in .holdwater of the project: a catalogue of what is known of them and what leads to them, and an
    archive of WARC files with what was captured. `holdwater check` finds it there by itself.
    """
