"""Small documents checked as a user's would be: read by the product's own readers, sources in a temporary folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from holdwater import check
from holdwater.config import Config
from holdwater.findings.model import Finding, Level
from holdwater.read import read_bytes
from holdwater.rules.registry import load
from holdwater.sources.shelf import open_shelf

FAMILIES = ("NUM", "DAT")


def findings_on(draft: str, sources: Mapping[str, str] | None = None, *, preview: bool = False) -> list[Finding]:
    """What the rules say of a draft in Markdown, its sources given as text by file name; what is unchecked left out.

    Rules in preview run only if asked for.
    """
    document = read_bytes(draft.encode(), "draft.md")
    config = Config(extend_select=tuple(_preview())) if preview else Config()
    if not sources:
        return said(check(document, None, config).findings)
    with TemporaryDirectory() as folder:
        for name, text in sources.items():
            Path(folder, name).write_text(text + "\n", encoding="utf-8")
        return said(check(document, open_shelf(folder), config).findings)


def _preview() -> Iterator[str]:
    return (rule.code for rule in load().values() if rule.preview and rule.code.startswith(FAMILIES))


def said(findings: Iterable[Finding], *starts: str) -> list[Finding]:
    """The findings on numbers and dates that say something, with these beginnings of a code if any are given."""
    wanted = starts or FAMILIES
    return [one for one in findings if one.code.startswith(wanted) and one.level is not Level.UNCHECKED]


def shown(findings: Iterable[Finding]) -> str:
    """Findings in one line."""
    return "; ".join(f"{one.code} {one.status.value}: {one.message}" for one in findings)
