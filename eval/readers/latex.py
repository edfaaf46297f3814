"""LaTeX: the words of pandoc's own test files against pandoc's own plain text, in runs of ten, and the speed.

The speed is that of an article of some sixty pages (and of one ten times as long) which is made here: prose with a
command about every sixty characters. Where no pandoc is installed, the words are left out and counted as such.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

from eval import data
from eval.measure import Measure, Miss
from holdwater.read import read_file
from holdwater.read.latex import read

RUN = 10
RATE = 1.5
"""Millions of characters that are to be read in a second of one processor."""

_WORD = re.compile(r"[^\W_]+")
_NOTE_MARK = re.compile(r"\[\d{1,3}\]")
_ITEM = re.compile(r"^\s*(?:\(?(?:\d{1,3}|[ivx]{1,5}|[a-z])[.)]|-)\s+(?:\(?(?:\d{1,3}|[ivx]{1,5}|[a-z])[.)]\s+)*", re.I)
_SCRIPT = re.compile(r"[\^_]\(([^()]{0,60})\)")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉’", "01234567890123456789'")
_MAX_SECONDS = 60

_SENTENCES = (
    "The wheel turned for two hundred years, and nobody counted what it cost the people who kept it turning.",
    r"Anna Roe's history (see~\cite[p.~4]{roe}) says that ``it never stopped'' until the summer of \emph{1987}.",
    r"About $10\,\%$ of the 412 inhabitants stayed\footnote{Census of 1991, table~6.} --- or so the report claims.",
    r"It was \enquote{never rebuilt} \parencite[12--15]{doe}, and in the end the road was moved to the other bank.",
    "When it stopped, the valley was silent for the first time in living memory, and the river went to the fish.",
)


def words(text: str) -> list[str]:
    """The words of a text, without the marks of its notes, raised figures as figures."""
    return _WORD.findall(_NOTE_MARK.sub(" ", text.translate(_RAISED)).lower())


def runs(line: str) -> Iterator[str]:
    """The runs of ten words of one printed paragraph without its number; the paragraph itself where it has fewer."""
    found = words(_SCRIPT.sub(r"\1", _ITEM.sub("", line)))
    for start in range(0, max(1, len(found) - RUN + 1), RUN):
        if found:
            yield " ".join(found[start : start + RUN])


def article(paragraphs: int) -> str:
    """An article in LaTeX, of so many paragraphs of some five hundred characters."""
    paragraph = "\n".join(textwrap.wrap(" ".join(_SENTENCES), 90))
    sections = (
        "\n\n".join([f"\\section{{Part {start // 10 + 1}}}", *[paragraph] * min(10, paragraphs - start)])
        for start in range(0, paragraphs, 10)
    )
    return "\\documentclass{article}\n\\begin{document}\n" + "\n\n".join(sections) + "\n\\end{document}\n"


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


def _speed(measure: Measure) -> None:
    for paragraphs in (400, 4000):
        raw = article(paragraphs)
        seconds = min(_seconds(raw) for _ in range(3))
        rate = len(raw) / seconds / 1e6
        measure.count(rate >= RATE, Miss(f"{paragraphs} paragraphs", "slower", f"{rate:.2f} MB/s"))


def _seconds(raw: str) -> float:
    began = time.process_time()
    read(raw, "article.tex")
    return time.process_time() - began


def measures() -> Iterator[Measure]:
    """The words that pandoc reads as well, and the speed."""
    against = Measure("latex_words", "LaTeX: runs of ten words as pandoc reads them")
    _against_pandoc(against)
    yield against
    speed = Measure("latex_speed", f"LaTeX: articles read at {RATE} MB a second of one processor or faster")
    _speed(speed)
    yield speed
