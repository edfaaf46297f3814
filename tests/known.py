"""What an example states to be known: fenced blocks with the language "known", and files under `earlier/`.

    ```known addresses
    https://gazette.example/ferries | 2026-01-02 | not there | 404 Not Found
    https://gazette.example/ferries | 2026-01-02 | snapshot |
    https://gazette.example/ferries | 2019-05-10 | web archive | https://archive.example/20190510/ferries
    https://gazette.example/ferries | 2026-01-02 | no web archive |
    ```

A line says what was seen of an address on a day: a standing and its detail, that there is a snapshot, where a web
archive has it, or that the archives that were asked have it not. `earlier/2024-05-01/name.txt` is the capture of that
day of the source in `sources/name.txt`. Another kind of block is read by a function of its own in `READERS`, which
gives the fields of `Known` that it fills.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from holdwater.read import read_bytes
from holdwater.sources.known import Captured, Known
from holdwater.sources.shelf import Shelf
from holdwater.sources.standing.model import Memento, Standing, Try


def known_of(blocks: Mapping[str, Sequence[str]], earlier: Mapping[str, str], shelf: Shelf | None) -> Known | None:
    """What the blocks of a case state, by their names, and its earlier captures; None where it states nothing."""
    if not blocks and not earlier:
        return None
    fields: dict[str, object] = {}
    for name, lines in blocks.items():
        fields |= READERS[name]([line for line in lines if line.strip()])
    return Known(**fields, captures=_captures(earlier, shelf))  # type: ignore[arg-type]


def addresses(lines: Sequence[str]) -> dict[str, object]:
    """The block "addresses"."""
    tries: dict[str, list[Try]] = defaultdict(list)
    held: dict[str, datetime] = {}
    mementos: dict[str, list[Memento]] = {}
    for line in lines:
        url, day, what, detail = (cell.strip() for cell in line.split("|"))
        at = datetime.fromisoformat(day).replace(tzinfo=UTC)
        match what:
            case "snapshot":
                held[url] = at
            case "web archive":
                mementos.setdefault(url, []).append(Memento(detail, at, url))
            case "no web archive":
                mementos.setdefault(url, [])
            case _:
                tries[url].append(Try(url, at, Standing(what), detail=detail))
    return {"tries": partial(_listed, tries), "held": held.get, "mementos": mementos.get}


READERS: dict[str, Callable[[Sequence[str]], dict[str, object]]] = {"addresses": addresses}


def _listed(tries: Mapping[str, list[Try]], url: str) -> Sequence[Try]:
    return tries.get(url, [])


def _captures(earlier: Mapping[str, str], shelf: Shelf | None) -> Callable[[str], Sequence[Captured]]:
    def captures(source_id: str) -> Sequence[Captured]:
        name = Path(shelf.sources[source_id].file).name if shelf else ""
        return [
            Captured(datetime.fromisoformat(path.parts[1]).replace(tzinfo=UTC), partial(_text, content, name))
            for path, content in ((Path(file), content) for file, content in earlier.items())
            if path.name == name
        ]

    return captures


def _text(content: str, name: str) -> str:
    return read_bytes(content.encode(), name).text
