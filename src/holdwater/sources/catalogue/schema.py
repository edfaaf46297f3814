"""The tables of a catalogue, as numbered steps: a catalogue of version n has had the first n of them.

A step that has been published is never changed; what is to be otherwise is another step.
"""

from __future__ import annotations

APPLICATION_ID = 0x484F4C44
"""What `PRAGMA application_id` of a catalogue says: "HOLD"."""

Step = tuple[str, ...]

_FIRST: Step = (
    """
    CREATE TABLE work (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        csl TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE identifier (
        work INTEGER NOT NULL REFERENCES work (number) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        identifier TEXT NOT NULL,
        PRIMARY KEY (work, place)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX identifier_by_value ON identifier (identifier)",
    "CREATE TABLE document (path TEXT PRIMARY KEY) WITHOUT ROWID",
    # `work` is an id: a reference may be tied to a file of the sources' folder too, which is no row here.
    """
    CREATE TABLE tie (
        document TEXT NOT NULL REFERENCES document (path),
        reference TEXT NOT NULL,
        work TEXT NOT NULL,
        tied_by TEXT NOT NULL,
        why TEXT NOT NULL,
        state TEXT NOT NULL,
        at TEXT NOT NULL,
        label TEXT NOT NULL,
        who TEXT NOT NULL,
        score REAL NOT NULL,
        PRIMARY KEY (document, reference, work)
    ) WITHOUT ROWID
    """,
    # A work may be dropped; what was captured of it stays in the archive, and is known by its address.
    """
    CREATE TABLE snapshot (
        id INTEGER PRIMARY KEY,
        work INTEGER REFERENCES work (number) ON DELETE SET NULL,
        url TEXT NOT NULL,
        address TEXT NOT NULL,
        at TEXT NOT NULL,
        how TEXT NOT NULL,
        file TEXT NOT NULL,
        start INTEGER NOT NULL,
        length INTEGER NOT NULL,
        group_end INTEGER NOT NULL,
        payload_sha256 TEXT NOT NULL,
        record_id TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL,
        media_type TEXT NOT NULL,
        charset TEXT NOT NULL,
        final_url TEXT NOT NULL,
        status INTEGER NOT NULL,
        name TEXT NOT NULL,
        title TEXT NOT NULL,
        memento TEXT
    )
    """,
    "CREATE UNIQUE INDEX snapshot_by_place ON snapshot (file, start, ifnull(work, 0))",
    "CREATE INDEX snapshot_by_work ON snapshot (work)",
    "CREATE INDEX snapshot_by_address ON snapshot (address)",
    "CREATE INDEX snapshot_by_digest ON snapshot (sha256)",
    """
    CREATE TABLE try (
        id INTEGER PRIMARY KEY,
        url TEXT NOT NULL,
        address TEXT NOT NULL,
        at TEXT NOT NULL,
        standing TEXT NOT NULL,
        status INTEGER NOT NULL,
        final_url TEXT NOT NULL,
        detail TEXT NOT NULL,
        permanent INTEGER NOT NULL
    )
    """,
    "CREATE UNIQUE INDEX try_by_address ON try (address, at)",
    "CREATE TABLE warc (file TEXT PRIMARY KEY, known_end INTEGER NOT NULL) WITHOUT ROWID",
    """
    CREATE TABLE answer (
        service TEXT NOT NULL,
        asked TEXT NOT NULL,
        body BLOB NOT NULL,
        fetched_at TEXT NOT NULL,
        status INTEGER NOT NULL,
        etag TEXT NOT NULL,
        last_modified TEXT NOT NULL,
        PRIMARY KEY (service, asked)
    )
    """,
)

STEPS: tuple[Step, ...] = (_FIRST,)
"""All steps, the first first; the newest version that this Holdwater knows is how many there are."""
