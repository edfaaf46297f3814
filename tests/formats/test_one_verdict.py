"""The one text, checked in every format and checked against in every format: the same verdicts, at the right places."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import holdwater
from holdwater.document import Document
from holdwater.findings.model import Status
from holdwater.read.formats import PANDOC_FORMATS, suffix_format
from holdwater.sources.model import Source
from holdwater.sources.shelf import Shelf, open_shelf

TEXTS = Path(__file__).parent / "texts"
FILES = sorted(TEXTS.glob("mill.*"))
LETTER = "I have told the council in plain words and in writing, twice, that the wheel was unsafe."
HISTORY = (
    "The wheel turned for three hundred years, and nobody counted what it cost the people who kept it turning. When it"
    " stopped, the valley was silent for the first time in living memory."
)


def files() -> list[object]:
    """The one text's files; those of formats that pandoc reads only where there is a pandoc."""
    lacking = pytest.mark.skipif(not shutil.which("pandoc"), reason="no pandoc is installed")
    return [
        pytest.param(path, id=path.suffix, marks=[lacking] if suffix_format(path.name) in PANDOC_FORMATS else [])
        for path in FILES
    ]


def shelf() -> Shelf:
    """The letter as it was written, and the history with another number."""
    return Shelf.from_documents(
        [
            (Source("letter", "letter.txt", {"title": "Letter of the inspector to the council"}), Document(LETTER)),
            (
                Source("roe", "roe.txt", {"title": "The Quiet Valley", "author": [{"family": "Roe", "given": "Anna"}]}),
                Document(HISTORY),
            ),
        ]
    )


@pytest.mark.parametrize("path", files())
def test_the_document_gets_the_same_verdicts_in_every_format(path: Path) -> None:
    document = holdwater.read_file(path)
    report = holdwater.check(document, shelf())
    verdicts = {verdict.quotation: verdict for verdict in report.verdicts}
    statuses = {
        " ".join(quotation.span.of(document.text).split())[:24]: verdicts[quotation.id].status
        for quotation in report.extraction.quotations
    }
    assert statuses["The wheel turned for two"] is Status.ALTERED
    found = [finding for finding in report.findings if finding.code.startswith("QUO1")]
    assert ["two" in finding.span.of(document.text) for finding in found] == [True]
    assert "two hundred years" in document.line_text(*_line(document, found[0]))


def _line(document: Document, finding: holdwater.Finding) -> tuple[int, str]:
    origin = document.origin(finding.span)
    return origin.line, origin.part


@pytest.mark.parametrize("path", files())
def test_the_source_bears_out_the_same_quotation_in_every_format(path: Path, tmp_path: Path) -> None:
    (tmp_path / f"roe{path.suffix}").write_bytes(path.read_bytes())
    (tmp_path / "essay.md").write_text(
        "He says: “nobody counted what it cost the people who kept it turning. When it stopped, the valley was silent”"
        " [@roe].\n\nAnd: “the road was never moved, and the river was given back” [@roe].\n"
    )
    sources = tmp_path / "sources"
    sources.mkdir()
    (tmp_path / f"roe{path.suffix}").rename(sources / f"roe{path.suffix}")
    report = holdwater.check(holdwater.read_file(tmp_path / "essay.md"), open_shelf(sources))
    true, false = report.verdicts
    assert true.status is Status.VERBATIM, true.reason
    assert "nobody counted" in true.evidence[0].text
    assert false.status in (Status.ALTERED, Status.NOT_FOUND)
