"""Read this first: a document, the sources in hand and the rules make a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from dataclasses import replace

from holdwater.config import Config
from holdwater.document import Document
from holdwater.extract import extract
from holdwater.findings.accounts.accounts import discrepancies
from holdwater.findings.consult import Progress, consult
from holdwater.findings.decisions import Decision
from holdwater.findings.figures.consult import consult_figures
from holdwater.findings.fingerprint import stamp
from holdwater.findings.report import Report
from holdwater.findings.statistics import ask_tables
from holdwater.findings.suppression import suppress
from holdwater.findings.watched import watched
from holdwater.rules.registry import Facts
from holdwater.rules.running import run
from holdwater.rules.selection import selected
from holdwater.sources.kept_ties import NO_TIES
from holdwater.sources.known import Known
from holdwater.sources.naming import names_of
from holdwater.sources.records.cited import look_ups
from holdwater.sources.shelf import Shelf
from holdwater.sources.standing.cited import standings, with_reasons
from holdwater.sources.statistics import open_store
from holdwater.sources.tie import Tying
from holdwater.tables.store import Store


def check(
    document: Document,
    shelf: Shelf | None = None,
    config: Config | None = None,
    decisions: Iterable[Decision] = (),
    progress: Progress | None = None,
    tables: Callable[[], Store] = open_store,
    known: Known | None = None,
) -> Report:
    """Check a document against the sources in hand.

    Args:
        document: what a reader returned (see `holdwater.read`).
        shelf: the sources in hand; without one, only what needs no source is checked.
        config: which rules run; the defaults if None.
        decisions: what people have said of earlier findings, known by their fingerprints.
        tables: opens the tables of statistics in hand, the packaged ones if not told. Called only if a rule asks them.
        progress: told how many quotations are done, of how many.
        known: what the project knows of references, addresses and earlier captures; None where there is no project.

    Returns:
        The report: findings in the text's order, a verdict on every quotation, and what could not be checked.

    Raises:
        ConfigError: the configuration selects a rule that does not exist.
    """
    shelf = shelf or Shelf.empty()
    config = config or Config()
    tying = Tying(shelf.sources, known.said if known else NO_TIES)
    extraction = extract(document, tying.names)
    standing = standings(document, extraction.references, known)
    ties = with_reasons(tying.tie(extraction.references), standing)
    shelf = shelf.calling(names_of(extraction.references, ties, shelf.sources))
    verdicts = consult(document, extraction, ties, shelf, progress)
    rules = selected(config, document.name)
    needs = {need for rule in rules for need in rule.needs}
    facts = Facts(document, extraction, verdicts, ties, shelf.sources, shelf.unreadable, standings=standing)
    facts = _with_needed(facts, needs, shelf, known, tables)
    found = run(rules, facts)
    kept, suppressed = suppress(stamp(found, document), document, decisions)
    return Report(
        document=document,
        extraction=extraction,
        verdicts=verdicts,
        findings=kept,
        suppressed=suppressed,
        ties=ties,
        sources=shelf.sources,
        snapshots=shelf.snapshots,
        unreadable=shelf.unreadable,
        figures=facts.figures,
    )


def _with_needed(
    facts: Facts, needs: Set[str], shelf: Shelf, known: Known | None, tables: Callable[[], Store]
) -> Facts:
    """The facts, with those that take a look of their own where a rule needs them."""
    document, extraction = facts.document, facts.extraction
    if not needs.isdisjoint({"figures", "watched"}):
        figures = consult_figures(document, extraction, facts.ties, shelf)
        facts = replace(facts, figures=figures, unbacked=tuple(one for one in figures if one.missing))
    if "discrepancies" in needs:
        facts = replace(facts, discrepancies=discrepancies(document, extraction))
    if "statistics" in needs:
        facts = replace(facts, statistics=ask_tables(document, extraction, extraction.measured, tables()))
    if "watched" in needs:
        facts = replace(facts, watched=watched(document, extraction, facts.verdicts, facts.figures, shelf, known))
    if "look_ups" in needs:
        facts = replace(facts, look_ups=look_ups(extraction.references, known))
    return facts
