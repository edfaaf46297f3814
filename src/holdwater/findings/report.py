"""The report: everything one check found, and everything it could not check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from holdwater.document import Document
from holdwater.extract.model import Extraction
from holdwater.findings.figures.model import FigureVerdict
from holdwater.findings.model import CLEAN, Finding, Level, Status, Verdict
from holdwater.sources.model import Snapshot, Source, Tie


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that the document's author has answered, with the reason given."""

    finding: Finding
    reason: str
    line: int


@dataclass(frozen=True)
class Report:
    """What `check` returns.

    `findings` come in the text's order, without the suppressed ones. `figures` are the verdicts on quantities and dates
    that cite something. `unreadable` says of a source in hand why no text
    could be had of it; `snapshots` are the captures that were read. Mappings are by source id and reference id.
    """

    document: Document
    extraction: Extraction
    verdicts: tuple[Verdict, ...] = ()
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    ties: Mapping[str, Tie] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    snapshots: Mapping[str, Snapshot] = field(default_factory=dict)
    unreadable: Mapping[str, str] = field(default_factory=dict)
    figures: tuple[FigureVerdict, ...] = ()

    @cached_property
    def statuses(self) -> Counter[Status]:
        """How many quotations have each status."""
        return Counter(verdict.status for verdict in self.verdicts)

    @property
    def checked(self) -> int:
        """How many quotations were laid against a source."""
        return len(self.verdicts) - sum(self.unchecked.values())

    @cached_property
    def unchecked(self) -> Counter[str]:
        """How many quotations could not be checked, by the reason."""
        return Counter(verdict.reason for verdict in self.verdicts if verdict.reason)

    @cached_property
    def figures_unchecked(self) -> Counter[str]:
        """How many numbers and dates that cite something could not be checked, by the reason."""
        return Counter(verdict.reason for verdict in self.figures if verdict.reason)

    @property
    def clean(self) -> bool:
        """Whether everything was read and checked and nothing was found."""
        if self.findings or self.document.unread:
            return False
        statuses = [*(verdict.status for verdict in self.verdicts), *(verdict.status for verdict in self.figures)]
        return CLEAN.issuperset(statuses)

    def failed(self, *, strict: bool = False) -> bool:
        """Whether a run should end with exit code 1: on findings, and under `strict` on anything unchecked."""
        if any(finding.level is not Level.UNCHECKED for finding in self.findings):
            return True
        return strict and not self.clean
