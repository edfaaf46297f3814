"""False alarms: quotations flagged in whole documents, read, extracted, tied and judged as a user's would be.

Three kinds of document in which the truth is known:

- court opinions, with the opinions they cite in hand: a finding on a quotation labelled faithful is a false alarm
  (other quotations of the same documents have no label, and are not counted as wrong or right);
- RFCs, with the RFCs they quote in hand: a finding on a quotation labelled exact is a false alarm;
- Standard Ebooks, with nothing in hand: no quotation can be shown to be wrong, so every finding on one is false.
"""

from __future__ import annotations

import random
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from eval import data
from eval.measure import Measure, Miss
from eval.trial import paged
from holdwater import check
from holdwater.document import Document, Span
from holdwater.findings.model import Finding, Level
from holdwater.read import read_bytes, read_file
from holdwater.sources.model import Source
from holdwater.sources.shelf import Shelf

OPINIONS = 120
"""Opinions taken, by a fixed seed; with their sources they are read in about a minute."""
_SEED = 20_190


def clean_documents() -> tuple[Measure, ...]:
    """Quotations flagged, a sentence."""
    measure = Measure("clean", "quotations flagged on clean documents, a sentence", ceiling=True)
    for part in (_court, _rfcs, _books):
        part(measure)
    return (measure,)


def _count(measure: Measure, document: Document, wrong: Iterator[tuple[Finding, str]]) -> None:
    measure.total += document.text.count(". ") + document.text.count(".\n")
    for finding, why in wrong:
        words = finding.span.of(document.text)[:80].replace("\n", " ")
        measure.misses.append(Miss(f"{document.name}: {finding.code}", why, f"{finding.message} | {words}"))


def _on_quotations(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    return (one for one in findings if one.level is not Level.UNCHECKED and one.code.startswith("QUO"))


def _court(measure: Measure) -> None:
    labels: dict[str, list[data.Row]] = defaultdict(list)
    for row in data.rows("scotus", "quotes"):
        labels[row["citing"]].append(row)
    citing = sorted(name for name in labels if name in data.opinions())
    random.Random(_SEED).shuffle(citing)
    for name in citing[:OPINIONS]:
        row = data.opinions()[name]
        document = read_bytes(row["text"].encode(), f"{name}.txt", format="plain")
        report = check(document, cited_by(labels[name], name))
        faithful = [Span(one["quote_start"], one["quote_end"]) for one in labels[name] if one["label"] == "faithful"]
        wrong = _overlapping(report.findings, document, faithful)
        _count(measure, document, ((finding, "labelled faithful") for finding in wrong))


def cited_by(rows: list[data.Row], citing: str) -> Shelf:
    """The opinions in the cases that an opinion quotes, with their places in the law reports."""
    cited = [data.opinions()[row["source"]] for row in rows if row["source"] in data.opinions()]
    cases = {(str(row["vol"]), str(row["page"])) for row in cited}
    pairs = []
    for case in sorted(cases):
        for row in data.by_case()[case]:
            if row["id"] != citing:
                place = f"reporter:{row['vol']} U.S. {row['page']}"
                source = Source(row["id"], row["id"], {"title": row["case"], "type": "legal_case"}, (place,))
                pairs.append((source, paged(row["id"], row["text"], row["pages"])))
    return Shelf.from_documents(pairs)


def _overlapping(findings: tuple[Finding, ...], document: Document, labelled: list[Span]) -> list[Finding]:
    """The findings on quotations whose place in the file overlaps a labelled span, given in the file's characters."""
    starts = sorted(labelled, key=lambda span: span.start)
    keys = [span.start for span in starts]
    found = []
    for finding in _on_quotations(findings):
        if document.origins is None:
            continue
        raw = document.origins.raw_span(finding.span)
        near = starts[max(0, bisect_left(keys, raw.start) - 2) : bisect_left(keys, raw.end) + 1]
        if any(raw.overlaps(span) for span in near):
            found.append(finding)
    return found


def _rfcs(measure: Measure) -> None:
    labels: dict[int, list[data.Row]] = defaultdict(list)
    for row in data.rows("rfc", "quotes"):
        labels[row["citing"]].append(row)
    folder = data.root() / "rfc" / "txt"
    for number, rows in sorted(labels.items())[::3]:
        document = read_file(folder / f"rfc{number}.txt.gz")
        sources = {
            one: Source(f"rfc{one}", f"rfc{one}.txt", {"title": f"RFC {one}"}, (f"rfc:{one}",))
            for one in {row["cited"] for row in rows}
        }
        shelf = Shelf.from_documents(
            [(source, read_file(folder / f"rfc{one}.txt.gz")) for one, source in sorted(sources.items())]
        )
        exact = [row["quote"].split() for row in rows if row["match"] == "exact"]
        report = check(document, shelf)
        wrong = (
            (finding, "labelled exact")
            for finding in _on_quotations(report.findings)
            if any(_same_words(finding.span.of(document.text), words) for words in exact)
        )
        _count(measure, document, wrong)


def _same_words(found: str, labelled: list[str]) -> bool:
    """Whether a finding's words lie within a labelled quotation, whatever its lines."""
    words = found.split()
    return bool(words) and " ".join(words) in " ".join(labelled)


def _books(measure: Measure) -> None:
    for path in sorted((data.root() / "formats" / "standardebooks").glob("*/src/epub/text/*.xhtml")):
        document = read_file(path)
        report = check(document)
        _count(measure, document, ((finding, "no source is in hand") for finding in _on_quotations(report.findings)))
