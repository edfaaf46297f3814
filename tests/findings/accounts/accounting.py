"""The discrepancies of a few words of Markdown."""

from __future__ import annotations

from holdwater.extract import extract
from holdwater.findings.accounts.accounts import discrepancies
from holdwater.findings.accounts.model import Discrepancy, DiscrepancyKind
from holdwater.read import read_bytes


def found_in(text: str) -> tuple[Discrepancy, ...]:
    """What does not fit together in a draft."""
    document = read_bytes(f"{text}\n".encode(), "draft.md", format="markdown")
    return discrepancies(document, extract(document))


def kinds_in(text: str) -> list[DiscrepancyKind]:
    """The kinds of what does not fit together, in the text's order."""
    return [one.kind for one in found_in(text)]
