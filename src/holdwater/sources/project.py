"""A project on disk: the folder that holds `.holdwater`, and what lies where in that.

.holdwater/
  catalogue.sqlite     works, ties, snapshots, tries (see sources/catalogue)
  archive/*.warc.gz    what was captured; appended to and never rewritten
  payloads/            taken out of the archive on demand; may be deleted at any time
  tables/              the user's tables of statistics (see sources/statistics)
  tmp/                 bodies on their way in
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(".holdwater")
CATALOGUE = "catalogue.sqlite"
SETTINGS = "holdwater.toml"


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of a project whose `.holdwater` lies, or is to lie, in the folder `root`."""

    root: Path

    @property
    def folder(self) -> Path:
        """The folder of all that the project keeps."""
        return self.root / FOLDER

    @property
    def catalogue(self) -> Path:
        """The catalogue's one file."""
        return self.folder / CATALOGUE

    @property
    def archive(self) -> Path:
        """The folder of the WARC files."""
        return self.folder / "archive"

    @property
    def payloads(self) -> Path:
        """The folder of the files that were taken out of the archive."""
        return self.folder / "payloads"

    @property
    def tmp(self) -> Path:
        """The folder of bodies on their way into the archive."""
        return self.folder / "tmp"

    def name_of(self, document: Path) -> str:
        """What the catalogue calls a document: its path from the project's root, with "/"; else its absolute path."""
        absolute, root = document.absolute(), self.root.absolute()
        for path, base in ((absolute, root), (absolute.resolve(), root.resolve())):
            if path.is_relative_to(base):
                return path.relative_to(base).as_posix()
        return absolute.as_posix()


def closest(start: Path, inside: Path) -> Path | None:
    """The folder closest upward from `start` (a folder) that holds `inside`, a relative path; None if none does."""
    here = start.absolute()
    return next((folder for folder in (here, *here.parents) if (folder / inside).exists()), None)


def project_of(start: Path) -> Path | None:
    """The root of the project that `start` (a folder) lies in, if it has a catalogue; None without one."""
    return closest(start, FOLDER / CATALOGUE)


def project_for(start: Path) -> Path:
    """The root of the project that `start` (a folder) lies in, or where one is to be made.

    It is where `.holdwater` is; else where the closest settings file is; else `start` itself.
    """
    return project_of(start) or closest(start, FOLDER) or closest(start, Path(SETTINGS)) or start.absolute()
