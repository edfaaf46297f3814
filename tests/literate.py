"""Literate cases: a Markdown page whose headings are cases and whose fenced blocks are their files and their outcome.

A fenced block with a file name after its language is a file: the draft, what stands under `sources/`, `holdwater.toml`.
These blocks say what must come out, and each is compared only where a case has it:

    findings    one line each, as the concise report writes them
    suppressed  findings that the document answers for, with the reason
    statuses    how many quotations have each status
    unchecked   how many quotations could not be checked, by the reason
    set-aside   marked words that are not checked as quotations, with the reason

A block with the language "known" states what the project's catalogue knows, and a file under `earlier/` is an earlier
capture of a source: see `known.py`. The pages of the rules use the same form in their examples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from holdwater.check import check
from holdwater.config import Config, load_config
from holdwater.document import Span
from holdwater.findings.report import Report
from holdwater.read import read_bytes
from holdwater.sources.shelf import open_shelf
from known import known_of

OUTCOMES = ("findings", "suppressed", "statuses", "unchecked", "set-aside")

_HEADING = re.compile(r"#{1,6} +(?P<title>.+?)\s*")
_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})(?P<language>[\w-]*) *(?P<name>.*?)\s*")


@dataclass(frozen=True)
class Outcome:
    """The lines that must come out, and the lines of the page (from 0, end excluded) that they stand on."""

    lines: list[str]
    first: int
    last: int


@dataclass(frozen=True)
class Case:
    """One case: its files by name, and its outcomes by kind. `line` is that of its heading, from 1."""

    title: str
    line: int
    files: Mapping[str, str] = field(default_factory=dict)
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    known: Mapping[str, list[str]] = field(default_factory=dict)

    @property
    def draft(self) -> str:
        """The name of the document under check: the first file that is neither a source nor a setting."""
        beside = ("sources/", "earlier/", "holdwater.toml")
        return next(name for name in self.files if not name.startswith(beside))

    @property
    def earlier(self) -> Mapping[str, str]:
        """The earlier captures of sources."""
        return {name: content for name, content in self.files.items() if name.startswith("earlier/")}


def cases_in(page: str) -> list[Case]:
    """The cases of a page; headings without files belong to the page's prose."""
    cases = [Case("", 1)]
    lines = page.splitlines()
    at = 0
    while at < len(lines):
        heading, fence = _HEADING.fullmatch(lines[at]), _FENCE.fullmatch(lines[at])
        if heading:
            cases.append(Case(heading["title"], at + 1))
        elif fence:
            end = lines.index(fence["fence"], at + 1)
            cases[-1] = _with_block(cases[-1], fence, lines[at + 1 : end], at + 1)
            at = end
        at += 1
    return [case for case in cases if case.files]


def _with_block(case: Case, fence: re.Match[str], lines: list[str], first: int) -> Case:
    if fence["language"] in OUTCOMES:
        outcome = Outcome(lines, first, first + len(lines))
        return replace(case, outcomes={**case.outcomes, fence["language"]: outcome})
    if fence["language"] == "known":
        return replace(case, known={**case.known, fence["name"]: lines})
    name = fence["name"] or ("" if case.files else "draft.md")
    return replace(case, files={**case.files, name: "\n".join(lines) + "\n"}) if name else case


def run(case: Case, folder: Path, config: Config | None = None) -> Report:
    """Check a case's draft against its sources, which are written into `folder`."""
    for name, content in case.files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    settings = folder / "holdwater.toml"
    if config is None and settings.exists():
        config = load_config(settings)
    shelf = open_shelf(folder / "sources") if (folder / "sources").is_dir() else None
    known = known_of(case.known, case.earlier, shelf)
    return check(read_bytes(case.files[case.draft].encode(), case.draft), shelf, config, known=known)


def outcome_of(report: Report, kind: str) -> list[str]:
    """What came out, in the lines of the outcome block `kind`."""
    return list(_OUTCOMES[kind](report))


def _findings(report: Report) -> Iterator[str]:
    for finding in report.findings:
        yield f"{_place(report, finding.span)}: {finding.code} {finding.message}"


def _suppressed(report: Report) -> Iterator[str]:
    for one in report.suppressed:
        yield f"{_place(report, one.finding.span)}: {one.finding.code} -- {one.reason}"


def _statuses(report: Report) -> Iterator[str]:
    for status, count in sorted(report.statuses.items()):
        yield f"{count} {status}"


def _unchecked(report: Report) -> Iterator[str]:
    for reason, count in sorted(report.unchecked.items()):
        yield f"{count} {reason}"


def _set_aside(report: Report) -> Iterator[str]:
    for one in report.extraction.set_aside:
        yield f"{_place(report, one.span)}: {one.reason}"


_OUTCOMES = dict(zip(OUTCOMES, (_findings, _suppressed, _statuses, _unchecked, _set_aside), strict=True))


def _place(report: Report, span: Span) -> str:
    origin = report.document.origin(span)
    return f"{report.document.name}:{origin.line}:{origin.column}"


def rewritten(page: str, report_of: Mapping[int, Report]) -> str:
    """The page with the outcomes that came out; `report_of` holds each case's report by the line of its heading."""
    lines = page.splitlines()
    blocks = [
        (outcome, outcome_of(report_of[case.line], kind))
        for case in cases_in(page)
        for kind, outcome in case.outcomes.items()
    ]
    for outcome, came_out in sorted(blocks, key=lambda block: block[0].first, reverse=True):
        lines[outcome.first : outcome.last] = came_out
    return "\n".join(lines) + "\n"
