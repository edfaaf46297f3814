"""What an example states to be known: fenced blocks with the language "known", and files under `earlier/`.

    ```known addresses
    https://gazette.example/ferries | 2026-01-02 | not there | 404 Not Found
    https://gazette.example/ferries | 2026-01-02 | snapshot |
    https://gazette.example/ferries | 2019-05-10 | web archive | https://archive.example/20190510/ferries
    https://gazette.example/ferries | 2026-01-02 | no web archive |
    ```

    ```known records
    Bridges of the North | Crossref | author: Doe, Jane; title: Bridges of the North; year: 2014; DOI: 10.5555/north
    Bridges of the North | Crossref | notice: retracted 2020-05-01 10.5555/notice
    Ferries of the North | OpenAlex | nothing
    Ferries of the North | Crossref | failed: Crossref answered 503
    ```

A line of the first kind says what was seen of an address on a day: a standing and its detail, that there is a snapshot,
where a web archive has it, or that the archives that were asked have it not. One of the second says what a service has
of the reference that holds those words: a record, a notice on it, nothing, or why it failed.
`earlier/2024-05-01/name.txt` is the capture of that day of the source in `sources/name.txt`. Another kind of block is
read by a function of its own in `READERS`, which gives the fields of `Known` that it fills.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from holdwater.extract.model import Reference
from holdwater.read import read_bytes
from holdwater.sources.known import Captured, Known
from holdwater.sources.records.looking_up import of_records
from holdwater.sources.records.model import LookUp, Notice, Noticed, Record
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


def records(lines: Sequence[str]) -> dict[str, object]:
    """The block "records"."""
    told: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for line in lines:
        words, service, what = (cell.strip() for cell in line.split("|"))
        told[words][service].append(what)

    def look_up(reference: Reference) -> LookUp | None:
        services = next((given for words, given in told.items() if words in reference.raw), None)
        if services is None:
            return None
        failed = {name: one[8:] for name, said in services.items() for one in said if one.startswith("failed: ")}
        given = {name: _records(name, said) for name, said in services.items() if name not in failed}
        return of_records(reference, given, failed)

    return {"look_up": look_up}


def _records(service: str, said: Sequence[str]) -> list[Record]:
    if "nothing" in said:
        return []
    cells = [cell.split(": ", 1) for one in said for cell in one.split("; ")]
    csl: dict[str, object] = {"type": "article-journal"}
    notices = []
    for name, value in cells:
        match name:
            case "author":
                people = (person.split(", ") for person in value.split(" and "))
                csl["author"] = [dict(zip(("family", "given"), person, strict=False)) for person in people]
            case "year":
                csl["issued"] = {"date-parts": [[int(value)]]}
            case "notice":
                kind, day, where = value.rsplit(" ", 2)
                notices.append(Noticed(Notice(kind), where, date.fromisoformat(day)))
            case _:
                csl[name] = value
    doi = str(csl.get("DOI", ""))
    return [Record(service, doi, "", csl, (f"doi:{doi}",) if doi else (), notices=tuple(notices))]


READERS: dict[str, Callable[[Sequence[str]], dict[str, object]]] = {"addresses": addresses, "records": records}


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
