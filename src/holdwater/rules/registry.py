"""The register of rules: codes, names, pages, and what each rule needs."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from holdwater.document import Document, Span
from holdwater.errors import RuleError
from holdwater.extract.model import Extraction
from holdwater.findings.accounts.model import Discrepancy
from holdwater.findings.figures.model import FigureVerdict
from holdwater.findings.model import Evidence, Finding, Level, Status, TableEvidence, Verdict
from holdwater.findings.statistics import StatisticVerdict
from holdwater.patterns import waiting
from holdwater.sources.model import Source, Tie

if TYPE_CHECKING:
    from holdwater.findings.watched import Watched
    from holdwater.sources.records.model import LookUp
    from holdwater.sources.standing.model import AddressStanding

HEADINGS = ("What it checks", "Why it matters", "Example", "How to settle it")
"""The parts that a rule's page must have, in this order."""

FAMILIES = ("accounts", "addresses", "citations", "figures", "quotations", "records", "statistics", "suppressions")
"""The modules of this package that register rules."""

_CODE = waiting(r"[A-Z]{3}\d{3}")
_NAME = waiting(r"[a-z]+(?:-[a-z]+)*")


@dataclass(frozen=True)
class Facts:
    """What rules can ask for, by parameter name."""

    document: Document
    extraction: Extraction
    verdicts: tuple[Verdict, ...]
    ties: Mapping[str, Tie]  # by reference id
    sources: Mapping[str, Source]  # by source id
    unreadable: Mapping[str, str]  # source id -> why it could not be read
    ran: frozenset[str] = frozenset()  # the codes of the rules of this run
    discrepancies: tuple[Discrepancy, ...] = ()  # what the document says against itself
    figures: tuple[FigureVerdict, ...] = ()  # on quantities, then on periods, that cite something
    unbacked: tuple[FigureVerdict, ...] = ()  # of these, if they are asked for, those whose work is missing
    statistics: tuple[StatisticVerdict, ...] = ()  # what tables of statistics say of the document's claims
    standings: tuple[AddressStanding, ...] = ()  # what is known of the addresses that references give
    watched: tuple[Watched, ...] = ()  # passages that are not as an earlier capture had them
    look_ups: tuple[LookUp, ...] = ()  # what catalogues that were asked have of references
    findings: tuple[Finding, ...] = ()  # what the other rules found; a rule that asks for them runs last


@dataclass(frozen=True)
class Remark:
    """What a rule says of one span; the registry makes a finding of it.

    `level` is the rule's own where it is None. The other fields are those of `Finding`.
    """

    span: Span
    message: str
    status: Status = Status.STRUCTURE
    advice: str = ""
    evidence: tuple[Evidence, ...] = ()
    quotation: int | None = None
    level: Level | None = None
    tables: tuple[TableEvidence, ...] = ()


RuleFunction = Callable[..., Iterable[Remark]]
_NEEDS = frozenset(field.name for field in fields(Facts))


@dataclass(frozen=True)
class Rule:
    """One check: `function` takes the facts it names as parameters and yields remarks; its docstring is its page."""

    code: str
    name: str
    level: Level
    preview: bool
    page: str
    needs: tuple[str, ...]
    function: RuleFunction

    @property
    def summary(self) -> str:
        """The page's first line."""
        return self.page.split("\n", 1)[0].strip()

    def run(self, facts: Facts) -> Iterator[Finding]:
        """The rule's remarks as findings, stamped with its code and name, and its level where the remark names none."""
        for remark in self.function(**{need: getattr(facts, need) for need in self.needs}):
            yield Finding(
                code=self.code,
                name=self.name,
                level=remark.level or self.level,
                status=remark.status,
                span=remark.span,
                message=remark.message,
                advice=remark.advice,
                evidence=remark.evidence,
                quotation=remark.quotation,
                tables=remark.tables,
            )


_RULES: dict[str, Rule] = {}


def rule(
    code: str, name: str, *, level: Level = Level.ERROR, preview: bool = False
) -> Callable[[RuleFunction], RuleFunction]:
    """Register a function as a rule.

    Raises RuleError if the code or name is malformed or taken, a part of its page is missing, or it asks for
    something that is not a fact. A rule in `preview` runs only when it is selected by its code or name.
    """

    def register(function: RuleFunction) -> RuleFunction:
        page = inspect.cleandoc(function.__doc__ or "")
        _refuse_faults(code, name, page)
        needs = tuple(inspect.signature(function).parameters)
        unknown = [need for need in needs if need not in _NEEDS]
        if unknown:
            raise RuleError(f"rule {code} asks for {unknown[0]!r}, which is not a fact")
        _RULES[code] = Rule(code, name, level, preview, page, needs, function)
        return function

    return register


def _refuse_faults(code: str, name: str, page: str) -> None:
    if not _CODE.fullmatch(code) or not _NAME.fullmatch(name):
        raise RuleError(f"not a rule's code and name: {code!r}, {name!r}")
    if code in _RULES or any(name == other.name for other in _RULES.values()):
        raise RuleError(f"two rules are called {code} or {name}")
    places = [page.find(f"## {heading}\n") for heading in HEADINGS]
    if -1 in places or places != sorted(places):
        missing = [heading for heading, place in zip(HEADINGS, places, strict=True) if place < 0]
        raise RuleError(f"the page of rule {code} lacks {missing or 'its order'}")


@cache
def load() -> Mapping[str, Rule]:
    """All rules by code: the built-in families, then those of plug-ins (entry point `holdwater.rules`)."""
    for family in FAMILIES:
        import_module(f"holdwater.rules.{family}")
    for entry in entry_points(group="holdwater.rules"):
        entry.load()
    return dict(sorted(_RULES.items()))


def find(code_or_name: str) -> Rule:
    """The rule with this code or name, in any letter case. Raises RuleError with the nearest names if there is none."""
    wanted = code_or_name.strip()
    for one in load().values():
        if wanted.upper() == one.code or wanted.lower() == one.name:
            return one
    near = [one.code for one in load().values() if one.code.startswith(wanted.upper()[:3])]
    raise RuleError(f"no rule is called {wanted!r}", mend=f"there are {', '.join(near or load())}")
