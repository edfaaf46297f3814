"""The counts that every report ends or begins with, the unchecked ones first among equals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from holdwater.extract.model import AsideReason, Reference
from holdwater.findings.model import Level, Status, Verdict
from holdwater.findings.report import Report
from holdwater.report.lookup import Lookup, is_unchecked
from holdwater.report.wording import count, listed, reference_label
from holdwater.sources.model import TieStatus


@dataclass(frozen=True, slots=True)
class Work:
    """A work that is cited and not in hand: how many quotations rest on it, and the nearest candidate."""

    reference: Reference
    label: str
    quotations: int
    nearest: str = ""
    nearest_score: float = 0.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Quotations that could not be checked, of one status, with the reasons and how often each was given."""

    status: Status
    quotations: tuple[int, ...]
    reasons: tuple[tuple[str, int], ...] = ()
    works: tuple[Work, ...] = ()
    files: tuple[tuple[str, str], ...] = ()  # file, why no text could be had of it

    @property
    def text(self) -> str:
        """The gap in words: "12 cite 5 works that are not in hand"."""
        number = len(self.quotations)
        cite = f"{number:,} {'cites' if number == 1 else 'cite'}"
        if self.status is Status.SOURCE_MISSING:
            if not self.works:
                return f"{cite} a work that could not be made out"
            return f"{cite} {count(len(self.works), 'work')} that {'is' if len(self.works) == 1 else 'are'} not in hand"
        if self.status is Status.SOURCE_UNREADABLE:
            return f"{cite} a source that could not be read"
        if self.status is Status.SOURCE_UNAVAILABLE:
            return f"{cite} a source that could not be had"
        if self.status is Status.NO_CITATION:
            return f"{cite} nothing"
        if self.status is Status.AMBIGUOUS:
            return f"{number:,} {'is' if number == 1 else 'are'} ambiguous"
        return f"{number:,} could not be settled"


@dataclass(frozen=True)
class Summary:
    """What was checked, what was not and why, and what was left out of the check."""

    quotations: int
    checked: int
    statuses: tuple[tuple[Status, int], ...]
    gaps: tuple[Gap, ...]
    set_aside: tuple[tuple[AsideReason, int], ...]
    findings: tuple[tuple[Level, int], ...]
    suppressed: int
    citations: int
    references: int
    tied: int
    unread: tuple[str, ...] = ()
    figures: int = 0  # numbers and dates of the prose that cite something
    figure_statuses: tuple[tuple[Status, int], ...] = ()  # of those that were checked
    figure_gaps: tuple[tuple[str, int], ...] = ()  # why others could not be, and how often
    untied: tuple[str, ...] = ()  # works that lead to no source in hand and that no gap names, where any is in hand
    figures_uncited: int = 0  # of the unchecked, those whose sentence cites nothing while a mark stands behind it

    @property
    def figures_unchecked(self) -> int:
        """How many of the numbers and dates were not checked."""
        return sum(number for _, number in self.figure_gaps)

    @property
    def figure_tally(self) -> str:
        """How many of the numbers and dates that cite something were checked, with how many of each status; and how
        many more stand before a mark."""
        citing = self.figures - self.figures_uncited
        if not citing:
            return f"{count(self.figures, 'number or date', 'numbers and dates')}, all in sentences that cite nothing"
        total = count(citing, "number or date that cites a work", "numbers and dates that cite a work")
        known = listed([f"{number:,} {status}" for status, number in self.figure_statuses])
        more = f"; {self.figures_uncited:,} more in sentences that cite nothing" if self.figures_uncited else ""
        if not self.figure_statuses:
            return f"none of {total}{more}"
        checked = (
            f"{self.figures - self.figures_unchecked:,} of " if self.figures_unchecked > self.figures_uncited else ""
        )
        return f"{checked}{total}: {known}{more}"

    @property
    def unchecked(self) -> int:
        """How many quotations were not checked."""
        return self.quotations - self.checked

    @property
    def tally(self) -> str:
        """How many of the quotations were checked, with how many of each status."""
        if not self.quotations:
            return f"no quotations to check ({count(self.citations, 'citation')})"
        if not self.checked:
            return f"none of {count(self.quotations, 'quotation')}"
        known = listed([f"{number:,} {status}" for status, number in self.statuses])
        total = count(self.quotations, "quotation")
        return f"{self.checked:,} of {total}: {known}" if self.unchecked else f"{total}: {known}"

    @property
    def sentence(self) -> str:
        """What was checked and what was not, in one clause that hides neither."""
        parts = [f"checked {self.tally}" if self.quotations else self.tally]
        if self.unchecked:
            why = "; ".join(gap.text for gap in self.gaps)
            parts.append(f"not checked {self.unchecked:,}: {why}")
        if self.figures:
            parts.append(f"checked {self.figure_tally}" if self.figures > self.figures_uncited else self.figure_tally)
        if self.unread:
            parts.append(f"not all of the file could be read ({count(len(self.unread), 'place')})")
        return "; ".join(parts)


def summarise(report: Report) -> Summary:
    """Count a report: statuses of the checked quotations, gaps, and what was set aside."""
    checked = [verdict for verdict in report.verdicts if not is_unchecked(verdict)]
    order = list(Status)
    statuses = Counter(verdict.status for verdict in checked)
    figures = Counter(verdict.status for verdict in report.figures if not verdict.reason)
    gaps = tuple(_gaps(report))
    return Summary(
        quotations=len(report.verdicts),
        checked=len(checked),
        statuses=tuple(sorted(statuses.items(), key=lambda item: order.index(item[0]))),
        gaps=gaps,
        set_aside=tuple(Counter(aside.reason for aside in report.extraction.set_aside).most_common()),
        findings=tuple(Counter(finding.level for finding in report.findings).items()),
        suppressed=len(report.suppressed),
        citations=len(report.extraction.citations),
        references=len(report.extraction.references),
        unread=report.document.unread,
        tied=sum(tie.status is TieStatus.TIED for tie in report.ties.values()),
        figures=len(report.figures),
        figure_statuses=tuple(sorted(figures.items(), key=lambda item: order.index(item[0]))),
        figure_gaps=tuple(report.figures_unchecked.most_common()),
        untied=_untied(report, gaps) if report.sources else (),
        figures_uncited=sum(verdict.status is Status.NO_CITATION for verdict in report.figures),
    )


def _untied(report: Report, gaps: Iterable[Gap]) -> tuple[str, ...]:
    named = {work.label for gap in gaps for work in gap.works}
    ties = report.ties
    labels = [
        reference_label(one)
        for one in report.extraction.references
        if one.id in ties and ties[one.id].status is not TieStatus.TIED
    ]
    return tuple(label for label in dict.fromkeys(labels) if label not in named)


def _gaps(report: Report) -> Iterator[Gap]:
    lookup = Lookup(report)
    kinds: dict[tuple[Status, bool], list[Verdict]] = {}
    for verdict in filter(is_unchecked, report.verdicts):
        named = verdict.status is Status.SOURCE_MISSING and bool(lookup.missing(verdict))
        kinds.setdefault((verdict.status, not named), []).append(verdict)
    order = list(Status)
    for kind in sorted(kinds, key=lambda kind: (order.index(kind[0]), kind[1])):
        status, verdicts = kind[0], kinds[kind]
        yield Gap(
            status,
            tuple(verdict.quotation for verdict in verdicts),
            tuple(Counter(verdict.reason for verdict in verdicts if verdict.reason).most_common()),
            tuple(_works(lookup, verdicts)) if status is Status.SOURCE_MISSING else (),
            tuple(_unread(lookup, verdicts)) if status is Status.SOURCE_UNREADABLE else (),
        )


def _works(lookup: Lookup, verdicts: Iterable[Verdict]) -> Iterator[Work]:
    """The works not in hand that these quotations cite, the most quoted first."""
    needed = Counter(name for verdict in verdicts for name in lookup.missing(verdict))
    for name, number in needed.most_common():
        yield work(lookup, name, number)


def work(lookup: Lookup, reference: str, quotations: int = 0) -> Work:
    """A cited work that is not in hand, with the nearest candidate; `reference` is its id."""
    named = lookup.references[reference]
    tie = lookup.report.ties.get(reference)
    if tie is None:
        return Work(named, reference_label(named), quotations)
    nearest = lookup.source_title(tie.nearest)
    return Work(named, reference_label(named), quotations, nearest, tie.nearest_score, tie.reason)


def _unread(lookup: Lookup, verdicts: Iterable[Verdict]) -> Iterator[tuple[str, str]]:
    unreadable = lookup.report.unreadable
    for name in dict.fromkeys(name for verdict in verdicts for name in verdict.tied if name in unreadable):
        source = lookup.report.sources.get(name)
        yield (source.file if source else name), unreadable[name]
