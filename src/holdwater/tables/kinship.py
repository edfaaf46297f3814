"""Concepts that exclude one another, and concepts that come near another."""

from __future__ import annotations

from collections.abc import Sequence

RIVALS: Sequence[frozenset[str]] = (
    frozenset({"poverty 1.90", "poverty 2.15", "poverty 3.00", "poverty 4.20", "poverty 8.30", "national poverty"}),
    frozenset({"richest 10", "richest 20", "poorest 10", "poorest 20"}),
    frozenset({"primary school", "secondary school", "tertiary"}),
    frozenset({"agriculture share", "industry share", "services share"}),
    frozenset({"arms imports", "arms exports", "military spending"}),
    frozenset({"imports", "exports"}),
    frozenset({"territorial", "consumption based"}),
    frozenset({"child mortality", "infant mortality", "newborn mortality", "maternal mortality", "stillbirth"}),
    frozenset({"urban population", "rural population"}),
    frozenset({"fertility", "teen fertility"}),
    frozenset({"birth rate", "death rate"}),
    frozenset({"journalists killed", "journalists imprisoned"}),
    frozenset({"immunisation measles", "immunisation dtp"}),
    frozenset({"gdp per person", "gdp", "gni per person", "gdp growth"}),
    frozenset({"labour force", "labour force women", "unemployment"}),
    frozenset({"mobile phone", "broadband", "computer"}),
    frozenset({"science graduates", "engineering graduates"}),
    frozenset({"gross enrolment", "net enrolment"}),
    frozenset({"aid given", "aid received"}),
    frozenset({"hiv people", "hiv adults"}),
    frozenset({"women parliament", "women ministers"}),
)
"""Concepts of which a figure has one at most: who asks for one does not mean a series of another."""

LOOSE = frozenset(
    {
        "inflation",
        "gdp growth",
        "poverty",
        "extreme poverty",
        "national poverty",
        "poverty people",
        "refugees",
        "armed forces",
        "arms imports",
        "arms exports",
        "tax",
        "income share",
        "happiness",
        "debt",
        "aid given",
        "aid received",
        "patents",
        "researchers",
        "slums",
        "malaria",
    }
)
"""Concepts that are defined in more ways than any tables in hand have (prices of what, a poverty line of whose): a
series of one can bear a claim out, and not deny it, unless the claim names the very line."""

LINES = frozenset({"poverty 1.90", "poverty 2.15", "poverty 3.00", "poverty 4.20", "poverty 8.30"})
"""Concepts that say which poverty is meant."""

RELATED = {
    "infant mortality": ("child mortality", "newborn mortality"),
    "extreme poverty": ("poverty 1.90", "poverty 2.15", "poverty 3.00"),
    "poverty": ("extreme poverty",),
    "hiv": ("hiv adults", "hiv people"),
    "population": ("urban population",),
    "labour force": ("labour force women",),
    "income share": ("richest 10", "poorest 10"),
    "vaccination": ("immunisation measles", "immunisation dtp"),
    "mobile phone": ("broadband",),
    "gdp": ("gdp growth",),
    "gdp per person": ("gni per person",),
    "enrolment": ("gross enrolment", "net enrolment"),
}
"""Concepts that come near another: shown where nothing fits better, and never taken for what was asked."""
