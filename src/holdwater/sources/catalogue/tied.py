"""The catalogue's ties: which reference of which document leads to which work, and who says so."""

from __future__ import annotations

from holdwater.errors import ArchiveError
from holdwater.sources.catalogue.ledger import Ledger, Row
from holdwater.sources.catalogue.model import KeptTie, TiedBy, TieState
from holdwater.sources.catalogue.moments import moment, written

_COLUMNS = "document, reference, work, tied_by, why, state, at, label, who, score"


def all_ties(ledger: Ledger, document: str | None) -> tuple[KeptTie, ...]:
    """The ties of one document, or of all, by document, label and reference."""
    where, values = ("WHERE document = ?", (document,)) if document is not None else ("", ())
    rows = ledger.rows(f"SELECT {_COLUMNS} FROM tie {where} ORDER BY document, label, reference, at", *values)
    return tuple(_tie(ledger, row) for row in rows)


def _tie(ledger: Ledger, row: Row) -> KeptTie:
    document, reference, work, by, why, state, at, label, who, score = row
    try:
        return KeptTie(document, reference, work, TiedBy(by), why, TieState(state), moment(at), label, who, score)
    except ValueError as error:
        raise ArchiveError(f"a tie of {document!r} is damaged: {error}", where=str(ledger.path)) from error


def keep(ledger: Ledger, one: KeptTie) -> bool:
    """Keep a tie, unless a person has said otherwise; whether it was kept.

    A reference leads to one work. What a person confirms takes the place of what stood there. What is proposed takes
    only another proposal's place, and is never what a person has untied.
    """
    with ledger.writing():
        note_document(ledger, one.document)
        others = _of_reference(ledger, one.document, one.reference)
        if one.state is TieState.PROPOSED and _is_ruled_out(others, one.work):
            return False
        if one.state is not TieState.UNTIED:
            _forget(ledger, one.document, one.reference)
        row = (one.document, one.reference, one.work, one.by.value, one.why, one.state.value)
        rest = (written(one.at), one.label, one.who, float(one.score))
        ledger.run(f"INSERT OR REPLACE INTO tie ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", *row, *rest)
        return True


def _of_reference(ledger: Ledger, document: str, reference: str) -> dict[str, str]:
    """The state of each tie of a reference, by work."""
    query = "SELECT work, state FROM tie WHERE document = ? AND reference = ?"
    return dict(ledger.rows(query, document, reference))


def _is_ruled_out(others: dict[str, str], work: str) -> bool:
    return TieState.CONFIRMED.value in others.values() or others.get(work) == TieState.UNTIED.value


def _forget(ledger: Ledger, document: str, reference: str) -> None:
    query = "DELETE FROM tie WHERE document = ? AND reference = ? AND state != ?"
    ledger.run(query, document, reference, TieState.UNTIED.value)


def ruled(ledger: Ledger, one: KeptTie) -> KeptTie:
    """Keep what a person says of a tie; what was known of it before (why, label, score) stays where `one` is silent."""
    with ledger.writing():
        before = next(
            (tie for tie in all_ties(ledger, one.document) if (tie.reference, tie.work) == (one.reference, one.work)),
            None,
        )
        if before is not None:
            fields = (one.why or before.why, one.state, one.at, one.label or before.label, one.who, before.score)
            one = KeptTie(one.document, one.reference, one.work, TiedBy.PERSON, *fields)
        keep(ledger, one)
        return one


def note_document(ledger: Ledger, document: str) -> None:
    """Know a document by its path."""
    ledger.run("INSERT OR IGNORE INTO document (path) VALUES (?)", document)
