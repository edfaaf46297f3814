"""The evaluation data: where it is, how its files are read, and the digest that says which data was measured."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def root() -> Path:
    """The data's folder: HOLDWATER_DATA, or shared/data beside the repository."""
    named = os.environ.get("HOLDWATER_DATA")
    return Path(named) if named else Path(__file__).parents[2] / "shared" / "data"


def rows(folder: str, prefix: str) -> Iterator[Row]:
    """The rows of every `prefix*.jsonl.gz` of a folder, in the files' order: one split or several."""
    for path in sorted((root() / folder).glob(f"{prefix}*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)


@cache
def opinions() -> dict[str, Row]:
    """Court opinions by id."""
    return {row["id"]: row for row in rows("scotus", "opinions")}


@cache
def by_case() -> dict[tuple[str, str], list[Row]]:
    """The opinions of each case, by the volume and the page at which the reports have it."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in opinions().values():
        found[str(row["vol"]), str(row["page"])].append(row)
    return found


def digest(*patterns: str) -> str:
    """Twelve digits that change when any file of the patterns does."""
    summed = hashlib.sha256()
    for pattern in patterns:
        for path in sorted(root().glob(pattern)):
            summed.update(path.name.encode())
            summed.update(hashlib.sha256(path.read_bytes()).digest())
    return summed.hexdigest()[:12]
