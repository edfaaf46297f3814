"""The pairs of a reference and a record, read from their JSON Lines files, and written there from the rows.

python -m eval.references.pairs        writes the files anew, after a change of the rows
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.references.rows import LABELS, rows
from holdwater.sources.records.model import Record

FILES = {"first": "pairs.jsonl", "second": "pairs_second.jsonl"}
"""The sets. The second was written last, and is for measuring only: nothing is mended by looking at it."""
_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Pair:
    """A reference, raw and as a careful reader takes it apart, the record laid beside it, and what is right of them."""

    id: str
    kind: str
    label: str  # "sound" or "wrong"
    why: str
    raw: str
    csl: Mapping[str, object]
    record: Record


def pairs(name: str) -> Iterator[Pair]:
    """The pairs of a set ("first", "second", or "all"), in its order."""
    for file in FILES.values() if name == "all" else (FILES[name],):
        for line in (_FOLDER / file).read_text(encoding="utf-8").splitlines():
            yield pair_of(json.loads(line))


def pair_of(row: Mapping[str, object]) -> Pair:
    """A pair out of a line of its file."""
    reference, record = row["reference"], row["record"]
    assert isinstance(reference, dict)
    assert isinstance(record, dict)
    tuples = {field: tuple(record[field]) for field in ("identifiers", "versions", "years")}
    made = Record(record["service"], record["key"], record["url"], record["csl"], **tuples)
    return Pair(
        id=str(row["id"]),
        kind=str(row["kind"]),
        label=str(row["label"]),
        why=str(row["why"]),
        raw=reference["raw"],
        csl=reference["csl"],
        record=made,
    )


def lines(name: str) -> str:
    """What the file of a set must hold, by the rows."""
    made = (row for label in LABELS for row in rows(label, second=name == "second"))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made)


def write() -> None:
    """Write the file of each set."""
    for name, file in FILES.items():
        (_FOLDER / file).write_text(lines(name), encoding="utf-8")


if __name__ == "__main__":
    write()
