"""Runs the rules: first those that look at the document, then those that look at what the others found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from holdwater.findings.model import Finding
from holdwater.rules.registry import Facts, Rule


def run(rules: Sequence[Rule], facts: Facts) -> list[Finding]:
    """What the rules find, in no particular order.

    A rule that asks for `findings` runs after all others, and is given what they found; `ran` is every rule's code.
    """
    last = [rule for rule in rules if "findings" in rule.needs]
    facts = replace(facts, ran=frozenset(rule.code for rule in rules))
    found = [finding for rule in rules if rule not in last for finding in rule.run(facts)]
    facts = replace(facts, findings=tuple(found))
    return found + [finding for rule in last for finding in rule.run(facts)]
