"""`holdwater sources verify`: the check of the project's archive, or of packed files and their time stamps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from holdwater.doors.console import PROJECT, Progress, say, with_debug

if TYPE_CHECKING:
    from holdwater.sources.archive.stamping import Stamp

AUTHORITY = click.option(
    "--authority", metavar="FILE", help="Certificates (PEM) that you trust to stand behind a time stamp."
)


def certificates_in(authority: str | None) -> bytes:
    """The certificates of a file that was named by --authority; none where none was. Raises ConfigError."""
    from holdwater.errors import ConfigError

    try:
        return Path(authority).read_bytes() if authority else b""
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", where=f"--authority {authority}") from error


@click.command("verify")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@AUTHORITY
@PROJECT
@with_debug
def command(files: tuple[str, ...], authority: str | None, project: str | None) -> int:
    """Check the archive, or packed FILEs and their time stamps.

    Without FILE, every record of the project's archive is held against its digests, and every place that the catalogue
    knows is looked up. A FILE (.wacz, .warc, .warc.gz) need not be of a project: each of its parts and records is held
    against its digests, and the time stamp beside it (FILE.tsr) against the file: whether it is on these very bytes,
    what time it tells, and with --authority who stands behind it.

    Exit codes: 0 all is as it was written, 1 something is not, 2 could not run.
    """
    from holdwater.errors import ConfigError
    from holdwater.sources.unpacking import is_packed

    trusted = certificates_in(authority)
    if not files:
        if authority:
            raise ConfigError("--authority is for the time stamps of packed files", mend="name one, such as case.wacz")
        return _archive(project)
    if absent := [name for name in files if not Path(name).is_file()]:
        raise ConfigError("there is no such file", where=absent[0], mend="check its path")
    if others := [name for name in files if not is_packed(Path(name))]:
        mend = "name a .wacz, .warc or .warc.gz file, or none for the project's archive"
        raise ConfigError("is no packed file", where=others[0], mend=mend)
    return max(max(_packed(Path(name)), _stamped(Path(name), trusted)) for name in files)


def _archive(project: str | None) -> int:
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


def _packed(path: Path) -> int:
    """Check a packed file, and say how it stands."""
    import tempfile

    from holdwater.errors import ArchiveError
    from holdwater.report.visible import one_line
    from holdwater.report.wording import count
    from holdwater.sources.archive.checking import check_packed

    try:
        with Progress(wanted=True).doing(f"checking {path}"):
            checked = check_packed(path, Path(tempfile.gettempdir()))
    except ArchiveError as error:
        say(one_line(f"{path}: not as it was written: {error.what} ({error.where})"))
        return 1
    say(f"{path}: {count(checked.pages, 'page')}, {count(checked.records, 'record')}: all as it was written")
    return 0


def _stamped(path: Path, trusted: bytes) -> int:
    """Check the time stamp beside a packed file, and say what it tells. Raises ArchiveError without the extra."""
    from holdwater.errors import ArchiveError
    from holdwater.report.visible import one_line
    from holdwater.sources.archive.stamping import check_stamp, require_extra, stamp_beside

    kept = stamp_beside(path)
    if not kept.exists():
        say(f"{path}: no time stamp: there is no {kept.name} beside it")
        return 1 if trusted else 0
    require_extra()
    try:
        stamp = check_stamp(path, trusted)
    except ArchiveError as error:
        say(one_line(f"{kept}: {error.what}"))
        return 1
    say(f"{kept}: {_told(stamp)}")
    return 0


def _told(stamp: Stamp) -> str:
    from holdwater.report.visible import one_line

    by = one_line(stamp.authority)
    known = (
        "a certificate that you trust stands behind it"
        if stamp.trusted
        else "whose name that is was not checked: give its certificate with --authority"
    )
    return f"{stamp.sha256[:16]}… was there at {stamp.at:%Y-%m-%d %H:%M:%S} UTC, says {by}; {known}"
