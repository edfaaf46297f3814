"""The files of a sources folder: found, bounded, and never outside of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from holdwater.errors import CatalogueError
from holdwater.sources.filenames import printable

MAX_FILES = 50_000
MAX_DEPTH = 24
"""How many folders deep sources are looked for."""

LISTS = ("sources.json",)
"""Names of CSL-JSON lists at the top of the folder; every `.bib` there is a list too."""

ZOTERO_RDF = b"http://www.zotero.org/namespaces/export#"
"""The namespace by which Zotero's RDF is known from anybody else's."""

_OWN = frozenset({"holdwater.toml", "holdwater.decisions.jsonl"})
_NO_TEXT = frozenset(
    # pictures, sound, film, fonts, what a saved web page brings along, archives, programs, lists of other programs
    "png jpg jpeg gif svg webp bmp tif tiff ico heic mp3 wav ogg flac m4a mp4 mov avi mkv webm woff woff2 ttf otf eot "
    "css js mjs map wasm zip 7z rar tar tgz bz2 xz zst exe dll so dylib bin iso dmg db sqlite sqlite3 parquet pyc "
    "ris enw bib".split()
)


PACKED = (".wacz", ".warc", ".warc.gz")
"""What files are called that hold several pages."""


@dataclass
class Folder:
    """What a folder holds: `files` by relative path (with "/", sorted), `lists`, and `skipped` with the reason."""

    root: Path
    files: dict[str, Path] = field(default_factory=dict)
    lists: list[Path] = field(default_factory=list)
    skipped: dict[str, str] = field(default_factory=dict)


def look_through(root: Path) -> Folder:
    """Find the files under `root` that can be sources.

    Hidden files and folders are passed over. Links that lead out of the folder, files of a kind that holds no text,
    and what cannot be opened are not taken, and listed with the reason.

    Raises:
        CatalogueError: there is no such folder, it cannot be opened, or it holds more than `MAX_FILES` files.
    """
    try:
        resolved = root.resolve(strict=True)
        entries = list(_walk(root, resolved))
    except FileNotFoundError:
        raise CatalogueError("there is no such folder of sources", where=str(root), mend="check its path") from None
    except NotADirectoryError:
        raise CatalogueError("is a file, not a folder of sources", where=str(root), mend="name its folder") from None
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links, up to Python 3.12
        raise CatalogueError(f"the folder of sources cannot be opened: {error}", where=str(root)) from error
    folder = Folder(root)
    for relative, path, reason in sorted(entries, key=lambda entry: entry[0]):
        if reason:
            folder.skipped[printable(relative)] = reason
        elif relative in LISTS or ("/" not in relative and relative.lower().endswith(".bib")):
            folder.lists.append(path)
        else:
            folder.files[relative] = path
    if not folder.lists:
        _take_exports(folder)
    return folder


def _take_exports(folder: Folder) -> None:
    """Where a folder has no list of its own, what a reference manager exported is one."""
    for relative in [name for name in folder.skipped if "/" not in name and name.lower().endswith(".ris")]:
        del folder.skipped[relative]
        folder.lists.append(folder.root / relative)
    for relative in [name for name in folder.files if "/" not in name and name.lower().endswith(".rdf")]:
        if _is_zoteros(folder.files[relative]):
            folder.lists.append(folder.files.pop(relative))


def _is_zoteros(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return ZOTERO_RDF in file.read(4096)
    except OSError:
        return False


_Found = tuple[str, Path, str]


def _walk(root: Path, resolved: Path) -> Iterator[_Found]:
    waiting: list[tuple[str, Path, int]] = [("", root, 0)]
    count = 0
    while waiting:
        prefix, folder, depth = waiting.pop()
        for entry in _entries(folder, top=not prefix):
            if entry.name.startswith(".") or entry.name in _OWN:
                continue
            count += 1
            if count > MAX_FILES:
                raise CatalogueError(
                    f"more than {MAX_FILES:,} files", where=str(root), mend="name a smaller folder of sources"
                )
            relative = prefix + entry.name
            path = folder / entry.name
            if entry.is_dir(follow_symlinks=False) and depth < MAX_DEPTH:
                waiting.append((f"{relative}/", path, depth + 1))
            else:
                yield relative, path, _reason_to_skip(entry, path, relative, resolved)


def _entries(folder: Path, *, top: bool) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        if top:
            raise
        return []


def _reason_to_skip(entry: os.DirEntry[str], path: Path, relative: str, root: Path) -> str:
    if entry.is_symlink() and not inside(path, root):
        return "a link that leads out of the folder"
    if not entry.is_file():
        return "not a file"
    if entry.name.lower().endswith(PACKED):
        return "an archive of web pages; `holdwater sources add` takes its pages in"
    suffix = entry.name.rpartition(".")[2].lower()
    if suffix in _NO_TEXT and (suffix != "bib" or "/" in relative):
        return f"a .{suffix} file holds no text to check"
    return ""


def inside(path: Path, root: Path) -> bool:
    """Whether `path`, its links followed, lies in the folder `root` (already resolved)."""
    try:
        return path.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError, ValueError):
        return False
