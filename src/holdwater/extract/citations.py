"""All citations of a document, in the text's order, from its marks and from its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from holdwater.document import BlockKind, Document, Span
from holdwater.extract.author_date import find_author_dates
from holdwater.extract.brackets import find_brackets
from holdwater.extract.drafts import Draft
from holdwater.extract.entry_names import EntryNames
from holdwater.extract.flows import Flow, Flows
from holdwater.extract.format_marks import find_format_marks
from holdwater.extract.ibidem import find_ibidem
from holdwater.extract.model import Citation, CitationKind
from holdwater.extract.named import find_named, names_identifiers
from holdwater.extract.note_memory import NamedWork
from holdwater.extract.numbered_marks import find_numbered_marks
from holdwater.extract.pages_alone import find_pages_alone
from holdwater.extract.register import Register
from holdwater.extract.reporters import cites_reporters, find_reporters
from holdwater.extract.years_alone import find_years_alone

PROSE = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.TABLE, BlockKind.CAPTION, BlockKind.HEADING}
)
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
_RANK = {
    CitationKind.NOTE: 0,
    CitationKind.KEY: 1,
    CitationKind.LINK: 2,
    CitationKind.BRACKET: 3,
    CitationKind.AUTHOR_DATE: 4,
    CitationKind.NAMED: 5,
}


def find_drafts(
    document: Document, flows: Flows, register: Register, works: Mapping[str, tuple[NamedWork, ...]]
) -> list[Draft]:
    """The document's citations, in order, those that overlap a better one left out."""
    text = document.text
    prose = {kind.value for kind in PROSE}
    drafts = list(find_format_marks(document, flows, register, works, prose))
    cases: list[Span] = []
    notes: list[Sequence[Span]] = []
    body: list[Span] = []
    identified = names_identifiers(text)
    names = EntryNames(register)
    for flow in flows.all:
        if flow.kind in PROSE or flow.kind is BlockKind.NOTE:
            drafts.extend(_in_flow(text, flow, register, identified))
            cases.extend(flow.pieces)
            if flow.kind is BlockKind.NOTE:
                notes.append(flow.pieces)
            else:
                body.extend(flow.pieces)
        if flow.kind in _RUNNING:
            drafts.extend(draft for piece in flow.pieces for draft in names.find(text, piece))
    drafts.extend(
        find_reporters(text, cases, register, notes)
        if cites_reporters(text)
        else find_ibidem(text, [body, *notes], drafts)
    )
    return _without_doubles(text, _without_overlaps(drafts))


def _in_flow(text: str, flow: Flow, register: Register, identified: bool) -> Iterator[Draft]:
    in_note = flow.kind is BlockKind.NOTE
    for piece in flow.pieces:
        yield from find_numbered_marks(text, piece, register)
        yield from find_brackets(text, piece, register)
        quoted = flow.kind is BlockKind.QUOTE
        dated = list(find_author_dates(text, piece, register, notes=in_note, quoted=quoted))
        yield from dated
        yield from find_pages_alone(text, piece, dated)
        if register.dated and not in_note and flow.kind is not BlockKind.HEADING:
            yield from find_years_alone(text, piece, register, dated, quoted)
        if identified and not in_note and flow.kind is not BlockKind.HEADING:
            yield from find_named(text, piece, register)


def _without_overlaps(drafts: Sequence[Draft]) -> list[Draft]:
    result: list[Draft] = []
    for draft in sorted(drafts, key=lambda each: (each.span.start, _RANK[each.kind] if len(each.span) else 0)):
        clash = result[-1] if result and result[-1].span.overlaps(draft.span) else None
        if clash is None or _beside(clash, draft):
            result.append(draft)
        elif _RANK[draft.kind] < _RANK[clash.kind]:
            result[-1] = draft
    return result


def _beside(first: Draft, second: Draft) -> bool:
    """Whether two works are cited by the same words: the format's own citation of several works."""
    return first.kind is second.kind is CitationKind.KEY and first.span == second.span


def _without_doubles(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """ "RFC 5246 [RFC5246]" cites once: the bracket stays."""
    result: list[Draft] = []
    for draft in drafts:
        last = result[-1] if result else None
        if last is not None and _same_work_again(text, last, draft):
            result[-1] = Draft(
                draft.span,
                draft.kind,
                draft.label,
                draft.references,
                draft.note,
                draft.locator or last.locator,
                draft.ambiguous,
                last.start,
            )
        else:
            result.append(draft)
    return result


def _same_work_again(text: str, first: Draft, second: Draft) -> bool:
    near = first.span.end <= second.span.start <= first.span.end + 3
    return (
        near
        and first.kind is CitationKind.NAMED
        and second.kind is CitationKind.BRACKET
        and bool(first.references)
        and first.references == second.references
        and not text[first.span.end : second.span.start].strip()
    )


def numbered(drafts: Sequence[Draft]) -> tuple[Citation, ...]:
    """The citations with their ids, which count from 0 in the text's order."""
    return tuple(
        Citation(index, each.span, each.kind, each.label, each.references, each.note, each.locator, each.ambiguous)
        for index, each in enumerate(drafts)
    )
