"""A report's parts by id, so that a renderer finds each at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from holdwater.document import Span
from holdwater.extract.model import Citation, Quotation, Reference
from holdwater.findings.figures.model import FigureVerdict
from holdwater.findings.model import UNCHECKED, Finding, Verdict
from holdwater.findings.report import Report
from holdwater.report.difference import quotation_changes
from holdwater.sources.model import TieStatus


def is_unchecked(verdict: Verdict) -> bool:
    """Whether a quotation could not be checked."""
    return bool(verdict.reason) or verdict.status in UNCHECKED


@dataclass(frozen=True)
class Lookup:
    """The ids of one report, resolved."""

    report: Report

    @cached_property
    def quotations(self) -> dict[int, Quotation]:
        """Quotations by id."""
        return {quotation.id: quotation for quotation in self.report.extraction.quotations}

    @cached_property
    def verdicts(self) -> dict[int, Verdict]:
        """Verdicts by quotation id."""
        return {verdict.quotation: verdict for verdict in self.report.verdicts}

    @cached_property
    def references(self) -> dict[str, Reference]:
        """References by id."""
        return {reference.id: reference for reference in self.report.extraction.references}

    @cached_property
    def findings(self) -> dict[int, list[Finding]]:
        """Findings by the quotation they speak of."""
        found: dict[int, list[Finding]] = {}
        for finding in self.report.findings:
            if finding.quotation is not None:
                found.setdefault(finding.quotation, []).append(finding)
        return found

    def citations(self, quotation: Quotation) -> list[Citation]:
        """The citations of a quotation, best first."""
        known = self.report.extraction.citations
        return [known[number] for number in quotation.citations if 0 <= number < len(known)]

    def missing(self, verdict: Verdict) -> list[str]:
        """Ids of the references that a quotation's citations lead to and that no source in hand answers."""
        quotation = self.quotations.get(verdict.quotation)
        cited = [name for citation in self.citations(quotation) for name in citation.references] if quotation else []
        return [name for name in dict.fromkeys(cited) if name in self.references and not self.tied(name)]

    def tied(self, reference: str) -> bool:
        """Whether a reference leads to a source in hand."""
        tie = self.report.ties.get(reference)
        return tie is not None and tie.status is TieStatus.TIED

    def source_title(self, source: str) -> str:
        """What a report calls a source."""
        known = self.report.sources.get(source)
        return known.title if known else source

    @cached_property
    def sources_named(self) -> list[str]:
        """Ids of the sources that the report speaks of: tied to, searched, shown or unreadable; in a steady order."""
        names: dict[str, None] = {}
        for tie in self.report.ties.values():
            names.update(dict.fromkeys(name for name in (tie.source,) if name))
        every: list[Verdict | FigureVerdict] = [*self.report.verdicts, *self.report.figures]
        for verdict in every:
            shown = (one.source for one in verdict.evidence)
            names.update(dict.fromkeys((*verdict.tied, *verdict.looked_in, *shown)))
        for finding in self.report.findings:
            names.update(dict.fromkeys(one.source for one in finding.evidence))
        names.update(dict.fromkeys(self.report.unreadable))
        return list(names)

    def changed(self, finding: Finding) -> list[Span]:
        """The words inside a finding's span that depart from the source without saying so."""
        alignment = finding.evidence[0].alignment if finding.evidence else None
        spans = [span for span, _ in quotation_changes(alignment)] if alignment else []
        return [span for span in spans if finding.span.covers(span)]
