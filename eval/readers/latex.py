"""LaTeX: the words of pandoc's own test files against pandoc's own plain text, in runs of ten.

Where no pandoc is installed, the words are left out and counted as such.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from eval import data
from eval.measure import Measure, Miss
from holdwater.read import read_file

RUN = 10
_WORD = re.compile(r"[^\W_]+")
_NOTE_MARK = re.compile(r"\[\d{1,3}\]")
_ITEM = re.compile(r"^\s*(?:\(?(?:\d{1,3}|[ivx]{1,5}|[a-z])[.)]|-)\s+(?:\(?(?:\d{1,3}|[ivx]{1,5}|[a-z])[.)]\s+)*", re.I)
_SCRIPT = re.compile(r"[\^_]\(([^()]{0,60})\)")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉’", "01234567890123456789'")
_MAX_SECONDS = 60


def words(text: str) -> list[str]:
    """The words of a text, without the marks of its notes, raised figures as figures."""
    return _WORD.findall(_NOTE_MARK.sub(" ", text.translate(_RAISED)).lower())


def runs(line: str) -> Iterator[str]:
    """The runs of ten words of one printed paragraph without its number; the paragraph itself where it has fewer."""
    found = words(_SCRIPT.sub(r"\1", _ITEM.sub("", line)))
    for start in range(0, max(1, len(found) - RUN + 1), RUN):
        if found:
            yield " ".join(found[start : start + RUN])


def _plain(path: Path) -> str | None:
    """What pandoc prints of a file; None where there is no pandoc or it fails."""
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        return None
    command = [pandoc, "-f", "latex", "-t", "plain", "--wrap=none", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=_MAX_SECONDS, check=False)
    return done.stdout if done.returncode == 0 else None


def _against_pandoc(measure: Measure) -> None:
    for path in sorted((data.root() / "formats").rglob("*")):
        if path.suffix not in (".tex", ".latex"):
            continue
        printed = _plain(path)
        if printed is None:
            measure.excluded["pandoc is not installed or cannot read the file"] += 1
            continue
        ours = " " + " ".join(words(read_file(path).text)) + " "
        for line in printed.split("\n"):
            for run in runs(line):
                measure.count(f" {run} " in ours, Miss(path.name, "not in our text", run))


def measures() -> Iterator[Measure]:
    """The words that pandoc reads as well."""
    against = Measure("latex_words", "LaTeX: runs of ten words as pandoc reads them")
    _against_pandoc(against)
    yield against
