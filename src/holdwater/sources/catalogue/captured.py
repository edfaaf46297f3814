"""The catalogue's snapshots and tries, and how far it knows each WARC file."""

from __future__ import annotations

from holdwater.errors import ArchiveError, CatalogueError
from holdwater.sources.archive.model import Place
from holdwater.sources.catalogue.ledger import Ledger, Row
from holdwater.sources.catalogue.model import Held, HowHad
from holdwater.sources.catalogue.moments import address, moment, written
from holdwater.sources.standing.model import Standing, Try

_PLACE = "file, start, length, group_end, payload_sha256, record_id"
_HELD = "at, how, sha256, size, media_type, charset, final_url, status, name, title, memento"
_TRY = "url, at, standing, status, final_url, detail, permanent"


def snapshots(ledger: Ledger, work: str | None, url: str | None, sha256: str | None) -> tuple[Held, ...]:
    """The snapshots of a work, an address, a digest, or all; the latest first."""
    conditions: list[str] = []
    values: list[str] = []
    for column, value in (
        ("work.id", work),
        ("address", address(url) if url is not None else None),
        ("sha256", sha256),
    ):
        if value is not None:
            conditions.append(f"{column} = ?")
            values.append(value)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = ledger.rows(
        f"SELECT snapshot.id, coalesce(work.id, ''), url, {_PLACE}, {_HELD} FROM snapshot "
        f"LEFT JOIN work ON work.number = snapshot.work {where} ORDER BY at DESC, snapshot.id DESC",
        *values,
    )
    return tuple(_held(ledger, row) for row in rows)


def _held(ledger: Ledger, row: Row) -> Held:
    number, work, url, *rest = row
    place = Place(*rest[:6])
    at, how, sha256, size, media_type, charset, final_url, status, name, title, memento = rest[6:]
    try:
        return Held(
            work, url, moment(at), HowHad(how), place, sha256, size, media_type, charset, final_url, status, name,
            title, moment(memento) if memento else None, number,
        )  # fmt: skip
    except ValueError as error:
        raise ArchiveError(f"the snapshot {number} is damaged: {error}", where=str(ledger.path)) from error


def add(ledger: Ledger, held: Held, tried: Try | None) -> int:
    """Keep a snapshot, with the try that had it; its number. One that is known already keeps its number.

    Raises CatalogueError where there is no such work.
    """
    with ledger.writing():
        number = _number_of(ledger, held.work)
        place = held.place
        values = (
            number, held.url, address(held.url),
            place.file, place.offset, place.length, place.end, place.payload_sha256, place.record_id,
            written(held.at), held.how.value, held.sha256, held.size, held.media_type, held.charset, held.final_url,
            held.status, held.name, held.title, written(held.memento) if held.memento else None,
        )  # fmt: skip
        marks = ", ".join("?" * len(values))
        ledger.run(f"INSERT OR IGNORE INTO snapshot (work, url, address, {_PLACE}, {_HELD}) VALUES ({marks})", *values)
        query = "SELECT id FROM snapshot WHERE file = ? AND start = ? AND ifnull(work, 0) = ?"
        snapshot: int = ledger.rows(query, place.file, place.offset, number or 0)[0][0]
        note_end(ledger, place.file, place.end)
        if tried is not None:
            add_try(ledger, tried, None)
        return snapshot


def _number_of(ledger: Ledger, work: str) -> int | None:
    if not work:
        return None
    found = ledger.rows("SELECT number FROM work WHERE id = ?", work)
    if not found:
        raise CatalogueError(f"there is no work called {work!r} in the catalogue", mend="put it in first")
    return int(found[0][0])


def add_try(ledger: Ledger, one: Try, place: Place | None) -> None:
    """Keep a try, and where in the archive its answer is if it has one; the same try again changes nothing."""
    values = (written(one.at), one.standing.value, one.status, one.final_url, one.detail, int(one.permanent))
    with ledger.writing():
        ledger.run(
            f"INSERT OR IGNORE INTO try (address, {_TRY}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            address(one.url), one.url, *values,
        )  # fmt: skip
        if place is not None:
            note_end(ledger, place.file, place.end)


def tries(ledger: Ledger, url: str | None) -> tuple[Try, ...]:
    """The tries of an address, or all; the earliest first."""
    where, values = ("WHERE address = ?", (address(url),)) if url is not None else ("", ())
    return tuple(_try(ledger, row) for row in ledger.rows(f"SELECT {_TRY} FROM try {where} ORDER BY at, id", *values))


def _try(ledger: Ledger, row: Row) -> Try:
    url, at, standing, status, final_url, detail, permanent = row
    try:
        return Try(url, moment(at), Standing(standing), status, final_url, detail, bool(permanent))
    except ValueError as error:
        raise ArchiveError(f"a try of {url!r} is damaged: {error}", where=str(ledger.path)) from error


def ends(ledger: Ledger) -> dict[str, int]:
    """How far the catalogue knows each WARC file: the end of the last group that it has taken in, by file name."""
    return dict(ledger.rows("SELECT file, known_end FROM warc ORDER BY file"))


def note_end(ledger: Ledger, file: str, end: int) -> None:
    """Know a WARC file up to `end`, which never goes back."""
    ledger.run(
        "INSERT INTO warc (file, known_end) VALUES (?, ?) "
        "ON CONFLICT (file) DO UPDATE SET known_end = max(known_end, excluded.known_end)",
        file, end,
    )  # fmt: skip
