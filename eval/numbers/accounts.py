"""Numbers and dates that do not fit together inside a document, and documents in which all of them do.

`inconsistencies.md` has a small document a line, under the kind of what may be wrong in it. `[[23|25|32]]` is the right
number and the wrong ones: the document with the right one must not be flagged, with each wrong one it must. Under
"apart" nothing is wrong: numbers that only look as if they belonged together. `inconsistencies_second.md` is of the
same form, and was written after the rules, without a look at them. All are made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from eval.measure import Measure, Miss
from eval.numbers.drafts import findings_on, said, shown

FIRST = Path(__file__).with_name("inconsistencies.md")
SECOND = Path(__file__).with_name("inconsistencies_second.md")
KINDS = ("sums", "change", "points", "ratio", "duration", "weekday", "impossible", "twice", "order", "apart")
_CHOICE = re.compile(r"\[\[(?P<right>[^|\]]+)\|(?P<wrong>[^\]]+)\]\]")
_CODES = ("NUM2", "DAT1")
_CITED = "DAT103"
"""The one rule of its family that needs a source."""


@dataclass(frozen=True)
class Account:
    """A small document: of what kind, whether its numbers fit together, and its text."""

    kind: str
    fits: bool
    text: str


def accounts(file: Path = FIRST) -> Iterator[Account]:
    """All documents of a file, the right before the wrong of each line. Raises ValueError for an unknown kind."""
    kind = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            kind = line.removeprefix("# ")
            if kind not in KINDS:
                raise ValueError(f"an unknown kind: {kind}")
            continue
        choice = _CHOICE.search(line)
        if choice is None:
            yield Account(kind, True, line)
            continue
        yield Account(kind, True, _chosen(line, choice, choice["right"]))
        yield from (Account(kind, False, _chosen(line, choice, wrong)) for wrong in choice["wrong"].split("|"))


def _chosen(line: str, choice: re.Match[str], words: str) -> str:
    return line[: choice.start()] + words + line[choice.end() :]


def measures(*, preview: bool = False) -> tuple[Measure, ...]:
    """Seeded inconsistencies found, and consistent documents flagged, of either set."""
    first = _counted(
        FIRST,
        Measure("seeded", "seeded inconsistencies found"),
        Measure("twins", "consistent twins flagged", ceiling=True),
        preview=preview,
    )
    second = _counted(
        SECOND,
        Measure("seeded_second", "seeded inconsistencies found, second set"),
        Measure("twins_second", "consistent twins flagged, second set", ceiling=True),
        preview=preview,
    )
    return (*first, *second)


def _counted(file: Path, recall: Measure, alarms: Measure, *, preview: bool) -> tuple[Measure, Measure]:
    for account in accounts(file):
        found = findings_on(account.text + "\n", preview=preview)
        miss = Miss(account.text, account.kind, shown(found))
        if account.fits:
            alarms.count(not found, miss)
        else:
            inside = [one for one in said(found, *_CODES) if one.code != _CITED]
            recall.count(bool(inside), miss)
    return recall, alarms
