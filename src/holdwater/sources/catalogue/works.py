"""The catalogue's works: put in, merged, found, dropped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from holdwater.errors import ArchiveError, CatalogueError
from holdwater.sources.catalogue.ledger import Ledger
from holdwater.sources.catalogue.merging import free_id, merged, same_work
from holdwater.sources.catalogue.model import Work
from holdwater.sources.identify import comparable, of_csl

MOST_BYTES = 2**20
"""Bytes of one work's CSL-JSON; an abstract with a thousand authors has a tenth of that."""

MOST_IDENTIFIERS = 100
_AT_ONCE = 500  # values of one query; SQLite takes at least 999 (sqlite.org/limits.html)
_FILES = ("file", "files")  # a list's own words for where its files are; ours are in the archive


def all_works(ledger: Ledger) -> tuple[Work, ...]:
    """Every work, in the order in which they were put in."""
    identifiers: dict[int, list[str]] = {}
    for number, identifier in ledger.rows("SELECT work, identifier FROM identifier ORDER BY work, place"):
        identifiers.setdefault(number, []).append(identifier)
    rows = ledger.rows("SELECT number, id, csl FROM work ORDER BY number")
    return tuple(_work(ledger, name, csl, identifiers.get(number, ())) for number, name, csl in rows)


def work_called(ledger: Ledger, work_id: str) -> Work | None:
    """The work of this id."""
    found = ledger.rows("SELECT number, id, csl FROM work WHERE id = ?", work_id)
    return _whole(ledger, found[0]) if found else None


def works_with(ledger: Ledger, identifiers: Iterable[str]) -> tuple[Work, ...]:
    """The works that have one of these identifiers, in whatever form they are written, in the catalogue's order."""
    wanted = comparable(identifiers)
    numbers: set[int] = set()
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        numbers.update(
            row[0] for row in ledger.rows(f"SELECT work FROM identifier WHERE identifier IN ({marks})", *some)
        )
    return tuple(_numbered(ledger, number) for number in sorted(numbers))


def _numbered(ledger: Ledger, number: int) -> Work:
    return _whole(ledger, ledger.rows("SELECT number, id, csl FROM work WHERE number = ?", number)[0])


def _whole(ledger: Ledger, row: Sequence[object]) -> Work:
    number, name, csl = row
    found = ledger.rows("SELECT identifier FROM identifier WHERE work = ? ORDER BY place", number)
    return _work(ledger, str(name), csl, [str(identifier) for (identifier,) in found])


def _work(ledger: Ledger, name: str, csl: object, identifiers: Iterable[str]) -> Work:
    try:
        fields = msgspec.json.decode(str(csl), type=dict[str, object])
    except (msgspec.DecodeError, RecursionError) as error:
        raise ArchiveError(f"the work {name!r} is damaged: {error}", where=str(ledger.path)) from error
    return Work(name, {"id": name, **fields}, tuple(identifiers))


def put(ledger: Ledger, csl: Mapping[str, object], identifiers: Iterable[str], *, given_wins: bool) -> Work:
    """Put a work in, or what is new of it where it is known. Raises CatalogueError where it is no CSL-JSON."""
    wanted = comparable((*of_csl(csl), *identifiers))[:MOST_IDENTIFIERS]
    _encoded(csl)
    with ledger.writing():
        known = _known(ledger, csl, wanted)
        if known is None:
            name = free_id(csl, lambda taken: work_called(ledger, taken) is not None)
            ledger.run("INSERT INTO work (id, csl) VALUES (?, ?)", name, _encoded(csl))
            together = wanted
        else:
            name = known.id
            fields = merged(known.csl, csl, given_wins=given_wins)
            together = tuple(dict.fromkeys((*known.identifiers, *wanted)))[:MOST_IDENTIFIERS]
            ledger.run("UPDATE work SET csl = ? WHERE id = ?", _encoded(fields), name)
        number = ledger.rows("SELECT number FROM work WHERE id = ?", name)[0][0]
        ledger.run("DELETE FROM identifier WHERE work = ?", number)
        rows = [(number, place, one) for place, one in enumerate(together)]
        ledger.run_all("INSERT INTO identifier (work, place, identifier) VALUES (?, ?, ?)", rows)
        return _numbered(ledger, number)


def _known(ledger: Ledger, csl: Mapping[str, object], identifiers: Sequence[str]) -> Work | None:
    candidates = list(works_with(ledger, identifiers))
    namesake = work_called(ledger, str(csl.get("id") or ""))
    if namesake is not None and namesake not in candidates:
        candidates.append(namesake)
    return next((work for work in candidates if same_work(work, csl, identifiers)), None)


def _encoded(csl: Mapping[str, object]) -> str:
    kept = {name: value for name, value in csl.items() if name not in ("id", *_FILES)}
    try:
        data = msgspec.json.encode(kept)
    except (TypeError, ValueError, RecursionError) as error:  # ValueError: a lone surrogate
        raise CatalogueError(f"a work that is no CSL-JSON: {error}") from error
    if len(data) > MOST_BYTES:
        raise CatalogueError(f"a work whose description is larger than {MOST_BYTES // 2**20} MB")
    return data.decode("utf-8")


def drop(ledger: Ledger, work_id: str) -> bool:
    """Take a work and its ties out; what was captured of it stays in the archive. False where there is none."""
    with ledger.writing():
        ledger.run("DELETE FROM tie WHERE work = ?", work_id)
        return bool(ledger.run("DELETE FROM work WHERE id = ?", work_id).rowcount)
