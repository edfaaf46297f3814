"""The catalogue: works, how references are tied to them, what was captured of them, and what services answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType

from holdwater.errors import ArchiveError
from holdwater.sources.archive.model import Place
from holdwater.sources.catalogue import captured, tied, works
from holdwater.sources.catalogue.ledger import Ledger
from holdwater.sources.catalogue.model import Held, KeptAnswer, KeptTie, TiedBy, TieState, Work
from holdwater.sources.catalogue.moments import moment, utc_now, written
from holdwater.sources.standing.model import Try


class Catalogue:
    """One project's catalogue; `open_catalogue` makes it, and `with` or `close` ends it.

    Every method that writes does so in one transaction and is safe beside other processes and threads. Every method
    raises ArchiveError where the file is damaged, full, held by another run for long, or open for reading only.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def __enter__(self) -> Catalogue:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._ledger.close()

    @property
    def path(self) -> Path:
        """The catalogue's file."""
        return self._ledger.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._ledger.read_only

    @contextmanager
    def together(self) -> Iterator[None]:
        """Within it, all writing is one transaction: kept as a whole, or not at all where anything is raised."""
        with self._ledger.writing():
            yield

    # Works

    def works(self) -> tuple[Work, ...]:
        """Every work, in the order in which they were put in."""
        return works.all_works(self._ledger)

    def work(self, work_id: str) -> Work | None:
        """The work of this id; None if there is none."""
        return works.work_called(self._ledger, work_id)

    def find(self, identifiers: Iterable[str]) -> tuple[Work, ...]:
        """The works that have one of these identifiers ("doi:10.1000/1", "url:https://…"), however they are written."""
        return works.works_with(self._ledger, identifiers)

    def put_work(self, csl: Mapping[str, object], identifiers: Iterable[str] = (), *, given_wins: bool = False) -> Work:
        """Put a work in; where it is known (see `merging.same_work`), what is new of it is added.

        Args:
            csl: its CSL-JSON. Its `id` is kept where it is free; one is made where it has none. `file` is left out.
            identifiers: such as it has besides those that its CSL-JSON gives.
            given_wins: whether fields that are known already are replaced. A person's list should win; what was read
                out of a document's note should not.

        Returns:
            The work as it is now.

        Raises:
            CatalogueError: it is no CSL-JSON, or larger than a work's description is.
        """
        return works.put(self._ledger, csl, identifiers, given_wins=given_wins)

    def drop_work(self, work_id: str) -> bool:
        """Take a work and its ties out; what was captured of it stays. False where there is no such work."""
        return works.drop(self._ledger, work_id)

    # Ties

    def documents(self) -> tuple[str, ...]:
        """The documents that are known, by their paths from the project's root."""
        return tuple(path for (path,) in self._ledger.rows("SELECT path FROM document ORDER BY path"))

    def note_document(self, document: str) -> None:
        """Know a document, tied or not, by its path from the project's root (see `Layout.name_of`)."""
        with self._ledger.writing():
            tied.note_document(self._ledger, document)

    def ties(self, document: str | None = None) -> tuple[KeptTie, ...]:
        """The kept ties of a document, or all: proposed, confirmed and untied ones."""
        return tied.all_ties(self._ledger, document)

    def tie(self, one: KeptTie) -> bool:
        """Keep a tie, unless a person has said otherwise; whether it was kept.

        A reference leads to one work. What is confirmed takes the place of what stood there. What is proposed takes
        only another proposal's place, and is never what a person has untied.
        """
        return tied.keep(self._ledger, one)

    def settle_tie(
        self,
        state: TieState,
        document: str,
        reference: str,
        work: str,
        *,
        why: str = "",
        label: str = "",
        who: str = "",
        at: datetime | None = None,
    ) -> KeptTie:
        """Keep that a person says that a reference leads to a work, or (UNTIED) does not.

        It need not have been tied before. It will not be tied otherwise, or not to that work again.
        """
        said = KeptTie(document, reference, work, TiedBy.PERSON, why, state, at or utc_now(), label, who, 1.0)
        return tied.ruled(self._ledger, said)

    # Snapshots and tries

    def snapshots(
        self, work: str | None = None, url: str | None = None, *, sha256: str | None = None
    ) -> tuple[Held, ...]:
        """The snapshots of a work, of the address that was asked for, of this content, or all; the latest first.

        Addresses are compared without their fragments. One of a work that was dropped has `work` "".
        """
        return captured.snapshots(self._ledger, work, url, sha256)

    def add(self, held: Held, tried: Try | None = None) -> Held:
        """Keep a snapshot and the try that had it, in one transaction, and know its WARC file up to its end.

        One that is known already (the same place, the same work) is not taken twice.

        Returns:
            The snapshot with its number.

        Raises:
            CatalogueError: its work is not in the catalogue. "" is no work, and allowed.
        """
        return replace(held, id=captured.add(self._ledger, held, tried))

    def add_try(self, one: Try, place: Place | None = None) -> None:
        """Keep a try that had no snapshot; `place` is where in the archive its answer is, if it has one.

        The same try again (address and moment) changes nothing.
        """
        captured.add_try(self._ledger, one, place)

    def tries(self, url: str | None = None) -> tuple[Try, ...]:
        """The tries of an address, without its fragment, or all; the earliest first."""
        return captured.tries(self._ledger, url)

    def ends(self) -> dict[str, int]:
        """How far each WARC file is known: where the last group ends that was taken in, by file name."""
        return captured.ends(self._ledger)

    def note_end(self, file: str, end: int) -> None:
        """Know a WARC file up to `end`, also where nothing of it became a snapshot or a try. It never goes back."""
        with self._ledger.writing():
            captured.note_end(self._ledger, file, end)

    # Answers of services

    def answer(self, service: str, key: str) -> KeptAnswer | None:
        """What a service answered when it was asked for `key`, the last time; None if that is not kept."""
        query = "SELECT body, fetched_at, status, etag, last_modified FROM answer WHERE service = ? AND asked = ?"
        for body, fetched_at, status, etag, last_modified in self._ledger.rows(query, service, key):
            try:
                return KeptAnswer(service, key, bytes(body), moment(fetched_at), status, etag, last_modified)
            except (ValueError, TypeError) as error:
                raise ArchiveError(f"an answer of {service}'s is damaged: {error}", where=str(self.path)) from error
        return None

    def keep_answer(self, one: KeptAnswer) -> None:
        """Keep a service's answer in the place of an earlier one."""
        values = (one.service, one.key, one.body, written(one.fetched_at), one.status, one.etag, one.last_modified)
        with self._ledger.writing():
            self._ledger.run("INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?, ?, ?)", *values)
