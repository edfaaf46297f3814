"""Which exported files belong to which works, where the list names none (Zotero's CSL-JSON) but their names do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from holdwater.errors import CatalogueError
from holdwater.sources.filenames import described_by
from holdwater.sources.folder import look_through
from holdwater.sources.words import Words
from holdwater.sources.works import people_of, year_of

_FEWEST_WORDS = 2
_MOST_ALIKE = 200
"""Works of one author and year; where there are more, a name is not asked which of them it means."""

_Titles = dict[tuple[str, int | None], list[tuple[str, tuple[str, ...]]]]


def files_by_name(works: Sequence[Mapping[str, object]], path: Path) -> dict[str, tuple[Path, ...]]:
    """The files of the folder `files` beside the list at `path`, by the id of the one work that each names.

    Zotero calls an attachment "Doe et al. - 2019 - The water works", with the title cut off where it is long. A file
    whose name fits several works, or none, belongs to none.
    """
    found: dict[str, list[Path]] = defaultdict(list)
    titles: _Titles | None = None
    for file in _beside(path):
        said = described_by(file.name)
        if "author" not in said:
            continue
        titles = _titles(works) if titles is None else titles
        fitting = _fitting(said, titles)
        if len(fitting) == 1:
            found[fitting.pop()].append(file)
    return {work: tuple(files) for work, files in found.items()}


def _titles(works: Sequence[Mapping[str, object]]) -> _Titles:
    """The ids and the titles' words of works, by each word of the first author's name with the year."""
    found: _Titles = defaultdict(list)
    for work in works:
        people = people_of(work, "author") or people_of(work, "editor")
        for word in set(people[0].words) if people else ():
            found[word, year_of(work)].append((str(work["id"]), _words(work)))
    return found


def _fitting(said: Mapping[str, object], titles: _Titles) -> set[str]:
    author = people_of(said, "author")
    title = _words(said)
    cut = title[:-1] if len(title) > _FEWEST_WORDS else title  # the last word may have been cut off
    near = [one for word in (author[0].words if author else ()) for one in titles.get((word, year_of(said)), ())]
    if not cut or len(near) > _MOST_ALIKE:
        return set()
    return {work for work, whole in near if whole[: len(cut)] == cut}


def _words(csl: Mapping[str, object]) -> tuple[str, ...]:
    return Words.of(str(csl.get("title", ""))[:500]).texts


def _beside(path: Path) -> Iterable[Path]:
    folder = path.parent / "files"
    if not folder.is_dir() or folder.is_symlink():
        return ()
    try:
        return look_through(folder).files.values()
    except CatalogueError:
        return ()
