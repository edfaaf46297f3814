"""False alarms: quotations flagged in documents in which nothing is wrong."""

from __future__ import annotations

from eval.measure import Measure


def clean_documents() -> tuple[Measure]:
    """Quotations flagged in clean documents, a sentence."""
    return (Measure("clean", "quotations flagged on clean documents, a sentence", ceiling=True),)
