"""Facts made by hand, so that a rule is tested without the rooms before it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from holdwater.document import Block, BlockKind, Document, Mark, MarkKind, Note, Part, Span
from holdwater.extract.model import Citation, CitationKind, Extraction, Quotation, QuotationKind, Reference
from holdwater.findings.model import Evidence, Finding, Status, Verdict
from holdwater.match.model import Alignment, Change, Edit, EditKind, Fit
from holdwater.rules.registry import Facts, find
from holdwater.sources.model import Source, Tie

QUOTED = re.compile("“([^”]*)”")


def span_of(text: str, words: str, start: int = 0) -> Span:
    """Where `words` first stand in `text`."""
    at = text.index(words, start)
    return Span(at, at + len(words))


def document_of(text: str, *, marks: Sequence[Mark] = (), notes: Sequence[Note] = ()) -> Document:
    """A document whose paragraphs are parted by blank lines; one that starts with "#" is a reference."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        listed = paragraph.startswith("#")
        kind, part = (BlockKind.REFERENCE, Part.REFERENCES) if listed else (BlockKind.PARAGRAPH, Part.BODY)
        blocks.append(Block(Span(at, at + len(paragraph)), kind, part))
        at += len(paragraph) + 2
    return Document(text, "draft.md", blocks=tuple(blocks), marks=tuple(marks), notes=tuple(notes))


def noted(labels: Sequence[str], notes: Sequence[str], *, ambiguous: Sequence[str] = ()) -> Document:
    """A document with these note marks, one a word, and these notes, each with its label's own id or a new one."""
    text = " ".join(f"word{index}" for index, _ in enumerate(labels))
    text += "\n\n" + "\n\n".join(f"Work number {index} of somebody." for index, _ in enumerate(notes))
    marks, made, at = [], [], 0
    for index, label in enumerate(labels):
        at = span_of(text, f"word{index}").end
        marks.append(Mark(Span(at, at), MarkKind.NOTE, label, f"n{label}", ambiguous=label in ambiguous))
    for index, label in enumerate(notes):
        twice = label in notes[:index]
        made.append(Note(f"n{label}b" if twice else f"n{label}", label, span_of(text, f"Work number {index} of")))
    return document_of(text, marks=marks, notes=made)


def edit(draft: str, source: str, written: str, stands: str, change: Change) -> Edit:
    """An edit whose words first stand in the draft and in the source; "a|" is the empty place after "a"."""
    spans = [_place(text, words) for text, words in ((draft, written), (source, stands))]
    kind = EditKind.OMIT if not len(spans[0]) else EditKind.INSERT if not len(spans[1]) else EditKind.REPLACE
    return Edit(kind, *spans, change)


def _place(text: str, words: str) -> Span:
    if words.endswith("|"):
        end = span_of(text, words[:-1]).end
        return Span(end, end)
    return span_of(text, words)


def quoting(
    draft: str,
    source: str = "",
    edits: Sequence[tuple[str, str, Change]] = (),
    status: Status = Status.ALTERED,
    *,
    passage: str = "",
    speaker: str = "",
    locator: str = "",
    alignment: Alignment | None = None,
    **verdict: object,
) -> Facts:
    """The facts of a draft whose quotations, between “ and ”, all cite a work called "Doe"; the first has this verdict.

    `edits` are (words in the draft, words in the source, change); `passage` is the source's part that is evidence, all
    of it by default.
    """
    document = document_of(draft)
    quotations = tuple(
        Quotation(index, Span(*match.span(1)), QuotationKind.MARKED, (Span(*match.span(1)),), (0,), speaker)
        for index, match in enumerate(QUOTED.finditer(draft))
    )
    end = Span(len(draft), len(draft))
    citation = Citation(0, end, CitationKind.NOTE, "1", ("doe",))
    extraction = Extraction((citation,), (Reference("doe", end, "Doe, Bridges"),), quotations)
    made = tuple(edit(draft, source, *one) for one in edits)
    whole = span_of(source, passage or source)
    alignment = alignment or Alignment(Fit.ALTERED, 0.9, 1.0, (whole,), made)
    evidence = Evidence(
        "doe",
        "Bridges",
        "doe.txt",
        whole,
        whole.of(source),
        before=source[: whole.start],
        after=source[whole.end :],
        place=locator,
        alignment=alignment,
    )
    first = Verdict(0, status, (evidence,) if source else (), tied=("doe",), looked_in=("doe",))
    return facts(document, extraction, (replace(first, **verdict),))  # type: ignore[arg-type]


def facts(
    document: Document,
    extraction: Extraction | None = None,
    verdicts: Sequence[Verdict] = (),
    ties: Mapping[str, Tie] | None = None,
    unreadable: Mapping[str, str] | None = None,
) -> Facts:
    """Facts with one source in hand, Doe's."""
    sources = {"doe": Source("doe", "doe.txt", {"title": "Bridges"}), "roe": Source("roe", "roe.txt")}
    return Facts(document, extraction or Extraction(), tuple(verdicts), ties or {}, sources, unreadable or {})


def findings(code: str, given: Facts) -> list[Finding]:
    """What one rule finds in these facts."""
    return list(find(code).run(given))


def messages(code: str, given: Facts) -> list[str]:
    """The messages of one rule."""
    return [finding.message for finding in findings(code, given)]
