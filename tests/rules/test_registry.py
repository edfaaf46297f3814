"""The register of rules: what it refuses, and what every rule's page must have."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fact_factory import document_of, facts

from holdwater.document import Document, Span
from holdwater.errors import RuleError
from holdwater.findings.model import Level, Status
from holdwater.rules import registry
from holdwater.rules.registry import HEADINGS, Remark, find, load, rule

PAGE = """A sentence of summary.

## What it checks
Something.

## Why it matters
It does.

## Example
One.

## How to settle it
So.
"""

CODES = list(load())


@pytest.fixture
def register(monkeypatch: pytest.MonkeyPatch) -> None:
    """A register of its own, so that a test leaves no rule behind."""
    monkeypatch.setattr(registry, "_RULES", dict(load()))


def _function(page: str = PAGE, needs: str = "document") -> registry.RuleFunction:
    def one(document: Document) -> Iterator[Remark]:
        yield Remark(Span(0, 1), "said")

    def other(weather: str) -> Iterator[Remark]:
        yield Remark(Span(0, 1), weather)

    function = one if needs == "document" else other
    function.__doc__ = page
    return function


@pytest.mark.usefixtures("register")
def test_a_rule_without_a_page_is_refused() -> None:
    with pytest.raises(RuleError, match="What it checks"):
        rule("XYZ101", "no-page")(_function(""))


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("heading", HEADINGS)
def test_a_page_that_lacks_a_part_is_refused_and_the_part_named(heading: str) -> None:
    with pytest.raises(RuleError, match=heading):
        rule("XYZ101", "a-part-missing")(_function(PAGE.replace(f"## {heading}", "## Something else")))


@pytest.mark.usefixtures("register")
def test_a_page_with_its_parts_in_another_order_is_refused() -> None:
    turned = (
        PAGE.replace("Why it matters", "X").replace("What it checks", "Why it matters").replace("X", "What it checks")
    )
    with pytest.raises(RuleError, match="order"):
        rule("XYZ101", "turned-page")(_function(turned))


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(("code", "name"), [("QUO101", "a-new-name"), ("XYZ101", "altered-words")])
def test_two_rules_with_one_code_or_one_name_are_refused(code: str, name: str) -> None:
    with pytest.raises(RuleError, match="two rules"):
        rule(code, name)(_function())


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(("code", "name"), [("QUO1", "short"), ("quo101", "small"), ("XYZ101", "Not_Kebab"), ("", "")])
def test_a_malformed_code_or_name_is_refused(code: str, name: str) -> None:
    with pytest.raises(RuleError, match="not a rule's code and name"):
        rule(code, name)(_function())


@pytest.mark.usefixtures("register")
def test_a_rule_that_asks_for_what_is_no_fact_is_refused() -> None:
    with pytest.raises(RuleError, match="weather"):
        rule("XYZ101", "weather-rule")(_function(needs="weather"))


@pytest.mark.usefixtures("register")
def test_a_remark_becomes_a_finding_with_the_rule_s_code_name_and_level() -> None:
    rule("XYZ101", "plain-rule", level=Level.WARNING)(_function())
    [finding] = registry._RULES["XYZ101"].run(facts(document_of("A text.")))
    assert (finding.code, finding.name, finding.level) == ("XYZ101", "plain-rule", Level.WARNING)
    assert (finding.message, finding.status) == ("said", Status.STRUCTURE)


def test_a_rule_is_found_by_its_code_and_by_its_name_in_any_letter_case() -> None:
    assert find("quo101") is find("Altered-Words") is load()["QUO101"]


def test_an_unknown_rule_is_refused_with_its_family_s_codes() -> None:
    with pytest.raises(RuleError, match="there are QUO101"):
        find("QUO999")


def test_codes_and_names_are_unique_and_rules_come_in_the_order_of_their_codes() -> None:
    names = [one.name for one in load().values()]
    assert len(set(names)) == len(names)
    assert sorted(CODES) == CODES


@pytest.mark.parametrize("code", CODES)
def test_every_page_begins_with_one_sentence_and_fills_its_four_parts(code: str) -> None:
    page = find(code).page
    summary, _, rest = page.partition("\n")
    assert re.fullmatch(r"[A-Z].{10,88}[^.]\.", summary)
    parts = re.split(r"^## .+$", rest, flags=re.MULTILINE)
    assert len(parts) == len(HEADINGS) + 1
    assert all(len(part.split()) >= 3 for part in parts[1:])


@pytest.mark.parametrize("code", CODES)
def test_no_page_passes_judgement(code: str) -> None:
    assert not re.search(r"\b(?:true|false|fabricat\w*|lie[sd]?|lying|fake\w*)\b", find(code).page, re.IGNORECASE)
