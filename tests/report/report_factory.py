"""Builds small reports by hand: a draft, its sources, and quotations laid against them word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from holdwater.document import Block, BlockKind, Document, Mark, MarkKind, Note, Part, Span
from holdwater.extract.model import (
    AsideReason,
    Citation,
    CitationKind,
    Extraction,
    Quotation,
    QuotationKind,
    Reference,
    SetAside,
)
from holdwater.findings.model import Evidence, Finding, Level, Status, Verdict
from holdwater.findings.report import Report, Suppressed
from holdwater.match.model import Alignment, Change, Cut, Edit, EditKind, Fit
from holdwater.sources.model import Snapshot, Source, Tie, TieStatus

_KINDS = {"equal": EditKind.EQUAL, "replace": EditKind.REPLACE, "insert": EditKind.INSERT, "delete": EditKind.OMIT}


def words(text: str, start: int) -> list[tuple[str, Span]]:
    return [(word.group(), Span(start + word.start(), start + word.end())) for word in re.finditer(r"\S+", text)]


def find(text: str, part: str) -> Span:
    """The span of `part`, which must stand exactly once in `text`."""
    assert text.count(part) == 1, f"{part!r} stands {text.count(part)} times"
    start = text.index(part)
    return Span(start, start + len(part))


def over(tokens: list[tuple[str, Span]], first: int, last: int, end: int) -> Span:
    if first < last:
        return Span(tokens[first][1].start, tokens[last - 1][1].end)
    at = tokens[first][1].start if first < len(tokens) else end
    return Span(at, at)


def edits(draft: str, quoted: Span, source: str, passage: Span, change: Change) -> tuple[Edit, ...]:
    """The word differences of a quotation and a passage, every one of them of kind `change`."""
    left, right = words(quoted.of(draft), quoted.start), words(passage.of(source), passage.start)
    steps = SequenceMatcher(None, *([word.lower() for word, _ in side] for side in (left, right)), autojunk=False)
    return tuple(
        Edit(
            _KINDS[{"insert": "delete", "delete": "insert"}.get(tag, tag)],
            over(left, a, b, quoted.end),
            over(right, c, d, passage.end),
            Change.NONE if tag == "equal" else change,
        )
        for tag, a, b, c, d in steps.get_opcodes()
    )


@dataclass
class Draft:
    """A report under construction. Names of sources are their files' names."""

    text: str
    name: str = "essay.md"
    sources: dict[str, str] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    marks: list[Mark] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    suppressed: list[Suppressed] = field(default_factory=list)
    ties: dict[str, Tie] = field(default_factory=dict)
    unreadable: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)

    def span(self, part: str) -> Span:
        return find(self.text, part)

    def cite(self, raw: str, *, source: str = "", nearest: str = "", likeness: float = 0.0, kind: str = "note") -> int:
        """A citation with a reference of its own, tied to `source` if one is given."""
        number = len(self.citations)
        name = f"r{number}"
        at = Span(len(self.text), len(self.text))
        self.references.append(Reference(name, at, raw, {"title": raw}, ()))
        self.citations.append(Citation(number, at, CitationKind(kind), str(number + 1), (name,)))
        status = TieStatus.TIED if source else TieStatus.MISSING
        self.ties[name] = Tie(
            name, status, source, "its title" if source else "", 1.0 if source else 0.0, nearest, likeness
        )
        return number

    def evidence(self, quoted: Span, source: str, passage: str, **kept: object) -> Evidence:
        """Evidence for `quoted` out of `source`, at the words `passage`."""
        text = self.sources[source]
        span = find(text, passage)
        options = {"change": Change.WORD, "confidence": 1.0, "fit": Fit.ALTERED, "cut": "", "runner_up": False} | kept
        steps = edits(self.text, quoted, text, span, options["change"])  # type: ignore[arg-type]
        equal = sum(len(words(edit.quotation.of(self.text), 0)) for edit in steps if edit.kind is EditKind.EQUAL)
        cut = Cut(find(text, str(options["cut"])), str(options["cut"]).split()[0]) if options["cut"] else None
        alignment = Alignment(
            fit=options["fit"],  # type: ignore[arg-type]
            score=equal / max(len(words(quoted.of(self.text), 0)), 1),
            confidence=float(options["confidence"]),  # type: ignore[arg-type]
            spans=(span,),
            edits=steps,
            cut=cut,
        )
        return Evidence(
            source=source,
            title=self.titles.get(source, source),
            file=f"sources/{source}",
            span=span,
            text=span.of(text),
            before=text[max(0, span.start - 300) : span.start],
            after=text[span.end : span.end + 300],
            place=str(options.get("place", "")),
            line=text.count("\n", 0, span.start) + 1,
            alignment=alignment,
            runner_up=bool(options["runner_up"]),
        )

    def quote(self, quoted: str, status: Status, *evidence: Evidence, **kept: object) -> int:
        """A quotation with its verdict; `kept` may give kind, citations, speaker, reason, pages."""
        number = len(self.quotations)
        span = self.span(quoted)
        kind = kept.pop("kind", QuotationKind.MARKED)
        citations, speaker = kept.pop("citations", ()), kept.pop("speaker", "")
        self.quotations.append(
            Quotation(number, span, kind, (span,), citations, speaker)  # type: ignore[arg-type]
        )
        looked_in = tuple(dict.fromkeys(one.source for one in evidence))
        kept.setdefault("tied", looked_in)
        self.verdicts.append(Verdict(number, status, evidence, looked_in=looked_in, **kept))  # type: ignore[arg-type]
        return number

    def find_fault(self, code: str, name: str, message: str, **kept: object) -> Finding:
        """A finding; `quotation` gives its span and evidence where `at` (words of the draft) does not."""
        number = kept.get("quotation")
        verdict = self.verdicts[number] if isinstance(number, int) else None
        at = kept.get("at")
        span = self.span(str(at)) if at else self.quotations[number].span  # type: ignore[index]
        finding = Finding(
            code,
            name,
            Level(kept.get("level", Level.ERROR)),
            Status(kept.get("status", verdict.status if verdict else Status.STRUCTURE)),
            span,
            message,
            str(kept.get("advice", "")),
            verdict.evidence if verdict else (),
            number if isinstance(number, int) else None,
            f"{code.lower()}-{span.start}",
        )
        self.findings.append(finding)
        return finding

    def aside(self, part: str, reason: AsideReason) -> None:
        self.set_aside.append(SetAside(self.span(part), reason))

    def report(self, **document: object) -> Report:
        blocks = self.blocks or paragraphs(self.text)
        return Report(
            Document(
                self.text,
                self.name,
                "markdown",
                blocks,
                tuple(sorted(self.marks, key=lambda mark: mark.span.start)),
                tuple(self.notes),
                **document,  # type: ignore[arg-type]
            ),
            Extraction(tuple(self.citations), tuple(self.references), tuple(self.quotations), tuple(self.set_aside)),
            tuple(self.verdicts),
            tuple(sorted(self.findings, key=lambda finding: finding.span)),
            tuple(self.suppressed),
            self.ties,
            {name: Source(name, f"sources/{name}", {"title": self.titles.get(name, name)}) for name in self.sources},
            {
                name: Snapshot(f"sources/{name}", f"{index:064x}", len(text))
                for index, (name, text) in enumerate(self.sources.items(), 1)
                if name not in self.unreadable
            },
            self.unreadable,
        )


def paragraphs(text: str) -> tuple[Block, ...]:
    """Blocks at blank lines; "# " begins a heading, "> " a block quotation, "[1] " a note."""
    kinds = {"#": BlockKind.HEADING, ">": BlockKind.QUOTE, "-": BlockKind.LIST_ITEM, "[": BlockKind.NOTE}
    blocks = []
    for match in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text):
        kind = kinds.get(match.group()[0], BlockKind.PARAGRAPH)
        part = Part.NOTES if kind is BlockKind.NOTE else Part.BODY
        blocks.append(Block(Span(*match.span()), kind, part, level=1, quoted=int(kind is BlockKind.QUOTE)))
    return tuple(blocks)


def harbour() -> Draft:
    """A small essay with a quotation of most statuses; the texts are our own."""
    draft = Draft(
        text=(
            "# The winter of the harbour\n\n"
            "The annals say that “about forty percent of the fleet was laid up by January”, and that "
            "“no boat was lost”.\n\n"
            "Of the mayor they say: “The harbour shall stay open”. Of the pilots, Marsh wrote that "
            "“every pilot knew the bar by heart”.\n\n"
            "Another says “the ice came early”, and a “harbour master” is a master.\n\n"
            "Nobody is named for “the lamps went out one by one”.\n"
        ),
        sources={
            "annals.txt": (
                "Annals of the harbour.\n"
                "The winter was long. About fourteen percent of the fleet was laid up by January, and the rest kept "
                "to the roads.\nIn that month no boat was lost. The harbour shall stay open unless the ice closes "
                "the bar. So it was written.\n"
            ),
            "scan.pdf": "",
        },
        titles={"annals.txt": "Annals of the Harbour", "scan.pdf": "The Ice Book"},
    )
    annals = draft.cite("Annals of the Harbour, 1871", source="annals.txt")
    marsh = draft.cite("Marsh, A. The pilots of the bar. 1902.", nearest="annals.txt", likeness=0.31)
    scan = draft.cite("The Ice Book", source="scan.pdf")
    draft.unreadable["scan.pdf"] = "it has no text layer"

    def lay(quoted: str, passage: str, **kept: object) -> Evidence:
        return draft.evidence(draft.span(quoted), "annals.txt", passage, **kept)

    forty = "about forty percent of the fleet was laid up by January"
    first = draft.quote(
        forty,
        Status.ALTERED,
        lay(forty, "About fourteen percent of the fleet was laid up by January", change=Change.NUMBER),
        citations=(annals,),
    )
    lost = "no boat was lost"
    draft.quote(lost, Status.VERBATIM, lay(lost, lost, fit=Fit.VERBATIM), citations=(annals,), speaker="the annals")
    stay = "The harbour shall stay open"
    third = draft.quote(
        stay,
        Status.VERBATIM,
        lay(stay, stay, fit=Fit.VERBATIM, cut="unless the ice closes the bar"),
        citations=(annals,),
    )
    fourth = draft.quote(
        "every pilot knew the bar by heart",
        Status.SOURCE_MISSING,
        citations=(marsh,),
        reason="the work it cites is not in hand",
        speaker="Marsh",
    )
    draft.quote(
        "the ice came early",
        Status.SOURCE_UNREADABLE,
        citations=(scan,),
        tied=("scan.pdf",),
        reason="scan.pdf has no text layer",
    )
    last = draft.quote("the lamps went out one by one", Status.NO_CITATION, reason="it cites nothing")
    draft.aside("harbour master", AsideReason.TERM)
    draft.find_fault(
        "QUO102",
        "changed-meaning",
        "the number is changed: “forty” stands for “fourteen”",
        quotation=first,
        advice="Put the source's words back, or set the change in brackets.",
    )
    draft.find_fault(
        "QUO105",
        "cut-condition",
        "the source goes on with “unless”",
        quotation=third,
        level=Level.WARNING,
    )
    draft.find_fault(
        "CIT201", "source-not-in-hand", "no source in hand: Marsh", quotation=fourth, level=Level.UNCHECKED
    )
    draft.find_fault("QUO201", "quotation-without-citation", "it cites nothing", quotation=last, level=Level.UNCHECKED)
    return draft


def with_note(draft: Draft, after: str, label: str, words_: str) -> Draft:
    """Put a note mark after `after`, and its note at the end of the draft."""
    offset = draft.span(after).end
    start = len(draft.text) + 1
    changed = replace(draft, text=f"{draft.text}\n{words_}\n")
    changed.marks.append(Mark(Span(offset, offset), MarkKind.NOTE, label, f"n{label}"))
    changed.notes.append(Note(f"n{label}", label, Span(start, start + len(words_))))
    changed.blocks = (
        *paragraphs(draft.text),
        Block(Span(start, start + len(words_)), BlockKind.NOTE, Part.NOTES),
    )
    return changed
