"""Sentences with one number each, against the passage that they cite: what is flagged and what is not.

`pairs.md` has a passage under each heading (its name, the author, the title and the year of the source), then sentences
with what is right to say of each. All are made up.

    entailed, rounded, derived      the passage bears the number out: no finding
    hedge                           "over half" of 48 %: hedged the wrong way
    near                            about the same, and not written as if it were rounded
    contradicted                    another number
    other year, other subject       a number of the passage that is of something else
    not in source                   nothing of the kind is in the passage

"Contradicted" is right of all that the passage gives another number for, hence not of what is not in it.
`pairs_second.md` is of the same form, and has measures of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from eval.measure import Measure, Miss
from eval.numbers.drafts import findings_on, said, shown
from holdwater.findings.model import Status

FILES = {"pairs": "pairs.md", "second": "pairs_second.md"}
"""What the measures of each file begin with."""
TRUE = frozenset(("entailed", "rounded", "derived"))
DENIED = frozenset(("hedge", "near", "contradicted", "other year", "other subject"))
"""What the passage gives another number for."""
LABELS = TRUE | DENIED | {"not in source"}

_HEADING = re.compile(r"# (?P<name>[^|]+) \| (?P<author>[^,]+), \*(?P<title>.+)\* \((?P<year>\d{4})\)")
_ITEM = re.compile(r"- (?P<label>[a-z ]+) \| (?P<sentence>.+)")
_CODES = ("NUM1", "DAT103")


@dataclass(frozen=True)
class Pair:
    """A sentence, the passage it cites, and what is right to say of it."""

    name: str
    label: str
    sentence: str
    passage: str
    author: str
    title: str
    year: str

    @property
    def draft(self) -> str:
        """The sentence as a document with its note."""
        return f"{self.sentence}[^1]\n\n[^1]: {self.author}, *{self.title}* ({self.year}).\n"

    @property
    def file(self) -> str:
        """What the source's file is called."""
        return f"{self.author.split()[-1]} - {self.year} - {self.title}.txt"


def pairs(file: str) -> Iterator[Pair]:
    """All pairs of a file, in its order. Raises ValueError for a line that is neither heading, passage nor sentence."""
    heading, passage = None, ""
    for line in Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines():
        item = _ITEM.fullmatch(line)
        if line.startswith("# "):
            heading, passage = _HEADING.fullmatch(line), ""
        elif item and heading:
            if item["label"] not in LABELS:
                raise ValueError(f"an unknown label: {line}")
            parts = heading["author"], heading["title"], heading["year"]
            yield Pair(heading["name"], item["label"], item["sentence"], passage, *parts)
        elif line:
            if heading is None or passage:
                raise ValueError(f"a line out of its place: {line}")
            passage = line


def measures(*, preview: bool = False) -> tuple[Measure, ...]:
    """True numbers passed, false ones flagged, and how often "contradicted" is right, of each file."""
    return tuple(one for name, file in FILES.items() for one in _measured(name, file, preview=preview))


def _measured(name: str, file: str, *, preview: bool) -> tuple[Measure, ...]:
    passed = Measure(f"{name}_passed", "true numbers passed, against the cited passage")
    flagged = Measure(f"{name}_flagged", "false numbers flagged")
    contradicted = Measure(f"{name}_contradicted", '"contradicted" said rightly')
    for pair in pairs(file):
        _count(pair, passed, flagged, contradicted, preview=preview)
    return passed, flagged, contradicted


def _count(pair: Pair, passed: Measure, flagged: Measure, contradicted: Measure, *, preview: bool) -> None:
    found = findings_on(pair.draft, {pair.file: pair.passage}, preview=preview)
    miss = Miss(f"{pair.name}: {pair.sentence}", pair.label, shown(found))
    if pair.label in TRUE:
        passed.count(not found, miss)
    else:
        flagged.count(bool(said(found, *_CODES)), miss)
    if any(one.status is Status.CONTRADICTED for one in said(found, *_CODES)):
        contradicted.count(pair.label in DENIED, miss)
