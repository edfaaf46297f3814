"""The quotations of a document in the text's order, each with its citations and its speaker."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from holdwater.document import BlockKind, Document, MarkKind, Span
from holdwater.extract.asides import closed_spans, covered, is_literal, is_presented, is_term, plain_aside
from holdwater.extract.attach import MOST, Attacher, Belonging
from holdwater.extract.block_attach import BlockAttacher
from holdwater.extract.blocks import BlockQuotation
from holdwater.extract.drafts import Draft
from holdwater.extract.flows import Flow, Flows
from holdwater.extract.interrupted import join_interrupted
from holdwater.extract.introduced import Introduced, last_sentence
from holdwater.extract.model import AsideReason, Quotation, QuotationKind, SetAside
from holdwater.extract.note_memory import NamedWork
from holdwater.extract.pairing import Pair, pair_marks
from holdwater.extract.people import families
from holdwater.extract.quotation_marks import framed
from holdwater.extract.register import Register
from holdwater.extract.sentences import Sentences
from holdwater.extract.source_lines import source_lines
from holdwater.extract.speakers import Said, attributed, said_after, said_before
from holdwater.extract.speech_tags import with_shared
from holdwater.extract.tabled import citing_cells
from holdwater.extract.titles import title_case
from holdwater.patterns import waiting

_LITERAL = waiting(r"\"[^\"\n]{1,200}\"")
_AND = waiting(r"[\s,;]{0,3}(?:and|or|but|then|also|that|as|is|was|\s){0,4}[\s,]{0,2}$")
_CAPITALISED = waiting(r"[A-ZÀ-Þ][\w-]{2,30}")
_CONTEXT = 4000  # characters looked at for the author whom a pronoun means
_MEMORY = 2  # paragraphs over which a pronoun may mean the last speaker named


@dataclass(frozen=True)
class Presented:
    """Quotations that stand in paragraphs of their own."""

    blocks: Sequence[BlockQuotation]
    introduced: Sequence[Introduced]

    def wholes(self) -> list[Span]:
        """The stretches of text that they take up, sorted."""
        taken = [block.whole for block in self.blocks]
        taken.extend(Span(each.spans[0].start, each.spans[-1].end) for each in self.introduced if each.spans)
        return sorted(taken)


@dataclass
class _Named:
    """The speaker named last, and in which paragraph."""

    name: str = ""
    flow: int = -1


class Quoting:
    """Reads the quotations of one document."""

    def __init__(
        self,
        document: Document,
        flows: Flows,
        register: Register,
        drafts: Sequence[Draft],
        works: Mapping[str, tuple[NamedWork, ...]],
        named: Sequence[Span] = (),
    ) -> None:
        self._document, self._flows, self._register, self._drafts = document, flows, register, drafts
        self._starts = [draft.span.start for draft in drafts]
        self._works = sorted((work.span for named in works.values() for work in named), key=lambda span: span)
        self._work_starts = [span.start for span in self._works]
        self._named = named
        self._note_citations = {draft.note: i for i, draft in reversed(list(enumerate(drafts))) if draft.note}
        self._last = _Named()

    def read(self, presented: Presented) -> tuple[list[Quotation], list[SetAside]]:
        """The quotations with their ids (which count from 0) and the words set aside, both in the text's order."""
        text = self._document.text
        closed = closed_spans(self._document, self._named)
        paired = pair_marks(text, self._flows.all, closed)
        pairs = join_interrupted(text, sorted([*paired.pairs, *self._format_quotes()], key=lambda pair: pair.outer))
        taken = presented.wholes()
        starts = [span.start for span in taken]
        pairs = [pair for pair in pairs if not covered(taken, starts, pair.inner)]
        asides = [SetAside(span, AsideReason.UNBALANCED) for span in paired.lone if not covered(taken, starts, span)]
        quotations: list[Quotation] = []
        for index, members in self._by_flow(pairs, presented):
            self._read_flow(index, members, quotations, asides)
        asides.extend(self._code())
        asides.extend(self._titles())
        quotations.sort(key=lambda each: (each.span.start, each.span.end))
        return (
            [replace(each, id=index) for index, each in enumerate(quotations)],
            sorted(asides, key=lambda each: each.span),
        )

    def _by_flow(
        self, pairs: Sequence[Pair], presented: Presented
    ) -> Iterator[tuple[int, list[Pair | BlockQuotation | Introduced]]]:
        """What each paragraph presents, paragraph by paragraph."""
        members: dict[int, list[Pair | BlockQuotation | Introduced]] = {}
        for pair in pairs:
            members.setdefault(self._flows.index(pair.outer.start), []).append(pair)
        for block in presented.blocks:
            members.setdefault(block.first, []).append(block)
        for each in presented.introduced:
            members.setdefault(each.first, []).append(each)
        for index in sorted(members):
            yield index, members[index]

    def _read_flow(
        self,
        index: int,
        members: Sequence[Pair | BlockQuotation | Introduced],
        quotations: list[Quotation],
        asides: list[SetAside],
    ) -> None:
        for each in members:
            if isinstance(each, BlockQuotation):
                reason = self._block_aside(each)
                if reason is not None:
                    asides.append(SetAside(each.whole, reason))
                else:
                    quotations.append(self._block(each))
            elif isinstance(each, Introduced):
                quotations.append(self._introduced(each))
        pairs = [each for each in members if isinstance(each, Pair)]
        if pairs and index >= 0:
            self._marked(index, pairs, quotations, asides)

    def _marked(self, index: int, pairs: Sequence[Pair], quotations: list[Quotation], asides: list[SetAside]) -> None:
        text, flow = self._document.text, self._flows.all[index]
        span = Span(flow.span.start, max(flow.span.end, pairs[-1].outer.end))
        sentences = Sentences(text, span, [pair.outer for pair in pairs])
        candidates: list[Pair] = []
        for pair in pairs:
            reason = plain_aside(self._document, pair, flow, self._in_reference(flow, pair), self._register)
            if reason is None:
                candidates.append(pair)
            else:
                asides.append(SetAside(pair.inner, reason))
        first, drafts = self._drafts_in(span)
        attacher = Attacher(text, sentences, drafts, first, [pair.outer for pair in candidates])
        alone = [attacher.belonging(pair) for pair in candidates]
        before, said = None, Said()
        for pair, belonging in zip(
            candidates, with_shared(text, sentences, candidates, alone, drafts, first), strict=True
        ):
            if not belonging.citations:
                belonging = self._of_cell(flow) if flow.kind is BlockKind.TABLE else self._of_note(flow)
            said = self._said(sentences, pair, before, said)
            before = pair
            vouched = belonging.own or said.name or said.pronoun or is_presented(self._document, pair, flow)
            if not vouched and is_term(self._document, pair, flow, belonging.near):
                asides.append(SetAside(pair.inner, AsideReason.TERM))
            else:
                quotations.append(self._quotation(index, sentences, pair, belonging, said))

    def _quotation(self, index: int, sentences: Sentences, pair: Pair, belonging: Belonging, said: Said) -> Quotation:
        sentence = sentences.around(pair.outer.start)
        introduction = (
            Span(sentence.start, pair.outer.start) if said.reported and sentence.start < pair.outer.start else None
        )
        return Quotation(
            0,
            pair.inner,
            QuotationKind.MARKED,
            pair.spans,
            belonging.citations,
            self._speaker(index, said, belonging.citations),
            introduction,
            nearby=bool(belonging.citations) and not (belonging.own or belonging.near),
        )

    def _said(self, sentences: Sentences, pair: Pair, before: Pair | None, last: Said) -> Said:
        """Who is said to have said it; "…" and "…" have one speaker."""
        text = self._document.text
        sentence = sentences.around(pair.outer.start)
        start = sentence.start if before is None else max(sentence.start, before.outer.end)
        near = before is not None and start == before.outer.end and pair.outer.start - start < 40
        if near and _AND.match(text, start, pair.outer.start):
            return last
        said = said_before(text, start, pair.outer.start)
        if len(pair.spans) > 1 and not said.name:
            gap = Span(pair.spans[0].end, pair.spans[1].start)
            said = _better(said, said_after(text, gap.start, gap.end), said_before(text, gap.start, gap.end))
        if not said.name and not said.pronoun:
            after = said_after(text, pair.outer.end, sentences.around(max(pair.outer.start, pair.outer.end - 1)).end)
            said = _better(said, after)
        return said

    def _speaker(self, index: int, said: Said, citations: Sequence[int]) -> str:
        if said.name:
            self._last = _Named(said.name, index)
            return said.name
        if not said.pronoun:
            return ""
        author = self._author_cited(citations)
        if author:
            return author
        if self._last.name and index - self._last.flow <= _MEMORY:
            return self._last.name
        return self._author_near(index)

    def _author_cited(self, citations: Sequence[int]) -> str:
        """The only author of the work that the quotation's best citation leads to: whom "she writes" means there."""
        references = self._drafts[citations[0]].references if citations else ()
        authors = families(self._register.get(references[0]).csl.get("author")) if len(references) == 1 else ()
        return self._register.person(authors[0]) if len(authors) == 1 else ""

    def _author_near(self, index: int) -> str:
        """The only author of a work referred to whom this paragraph and the one before it name."""
        span = Span(self._flows.all[max(index - 1, 0)].span.start, self._flows.all[index].span.end)
        words = set(_CAPITALISED.findall(span.of(self._document.text)[:_CONTEXT]))
        named = {name for word in words if (name := self._register.person(word))}
        return named.pop() if len(named) == 1 else ""

    def _drafts_in(self, span: Span) -> tuple[int, Sequence[Draft]]:
        first, last = bisect_left(self._starts, span.start), bisect_right(self._starts, span.end)
        return first, self._drafts[first:last]

    def _of_note(self, flow: Flow) -> Belonging:
        """In a note, words without a citation of their own belong to the work that the note names."""
        note = self._document.note_at(flow.span.start) if flow.kind is BlockKind.NOTE else None
        citation = self._note_citations.get(note.id) if note is not None else None
        if citation is None or not self._drafts[citation].references:
            return Belonging()
        return Belonging((citation,))

    def _of_cell(self, flow: Flow) -> Belonging:
        """In a table, words without a citation of their own belong to the source that their row or table gives."""
        given = self._given_in_tables.get(flow.span.start, ())
        first, drafts = self._drafts_in(given[0]) if given else (0, ())
        cited = tuple(range(first, first + len(drafts)))[:MOST]
        return Belonging(cited, near=bool(cited))

    @cached_property
    def _given_in_tables(self) -> dict[int, tuple[Span, ...]]:
        """Where each cell that cites finds its citations, by its start."""
        cited = sorted(draft.span for draft in self._drafts)
        lines = tuple(source_lines(self._document))
        return {cell.start: given for cell, given in citing_cells(self._document, cited, lines, figures=False)}

    def _in_reference(self, flow: Flow, pair: Pair) -> bool:
        if flow.kind is BlockKind.REFERENCE:
            return True
        if flow.kind is not BlockKind.NOTE or not covered(self._works, self._work_starts, pair.inner):
            return False
        return title_case(pair.inner.of(self._document.text).rstrip(","))

    def _block_aside(self, block: BlockQuotation) -> AsideReason | None:
        if block.callout:
            return AsideReason.OWN
        words = " ".join(span.of(self._document.text) for span in block.spans)
        return AsideReason.CODE if is_literal(words) else None

    def _block(self, block: BlockQuotation) -> Quotation:
        text = self._document.text
        introduction = self._introduction(block.first)
        attacher = BlockAttacher(self._document, self._flows, self._drafts, self._starts)
        citations = attacher.citations(block.whole, block.first, block.last, introduction, block.attribution)
        speaker = attributed(text, block.attribution) if block.attribution else ""
        if not speaker and introduction is not None:
            speaker = self._speaker(block.first, said_before(text, introduction.start, introduction.end), citations)
        span = Span(block.spans[0].start, block.spans[-1].end)
        leads = introduction is not None and introduction.of(text).rstrip().endswith((":", ",", "—"))
        nearby = bool(citations) and not leads and not attacher.is_own(citations[0], block.whole, block.last)
        return Quotation(0, span, QuotationKind.BLOCK, block.spans, citations, speaker, introduction, nearby)

    def _introduced(self, each: Introduced) -> Quotation:
        whole = Span(each.spans[0].start, each.spans[-1].end)
        attacher = BlockAttacher(self._document, self._flows, self._drafts, self._starts)
        paragraphs = Span(
            whole.start, max(whole.end, self._flows.all[each.last].span.end)
        )  # a citation behind them too
        citations = attacher.citations(paragraphs, each.first, each.last, each.introduction, None)
        said = said_before(self._document.text, each.introduction.start, each.introduction.end)
        speaker = self._speaker(each.first, said, citations)
        return Quotation(
            0,
            whole,
            QuotationKind.INTRODUCED,
            each.spans,
            citations,
            speaker,
            each.introduction,
            presumed=each.presumed,
        )

    def _introduction(self, first: int) -> Span | None:
        if first == 0 or self._flows.all[first - 1].kind not in (
            BlockKind.PARAGRAPH,
            BlockKind.LIST_ITEM,
            BlockKind.NOTE,
        ):
            return None
        return last_sentence(self._document.text, self._flows.all[first - 1])

    def _format_quotes(self) -> Iterator[Pair]:
        for mark in self._document.marks_of(MarkKind.QUOTE):
            words = mark.span.of(self._document.text)
            start = mark.span.start + len(words) - len(words.lstrip(' \n\t"“”‘«'))
            end = max(start, mark.span.start + len(words.rstrip(' \n\t"“”’»')))
            if start < end:
                yield Pair(framed(self._document.text, mark.span), (Span(start, end),))

    def _titles(self) -> Iterator[SetAside]:
        """The titles, between quotation marks, by which the body names works."""
        for span in self._named:
            for pair in pair_marks(self._document.text, [Flow((span,), BlockKind.PARAGRAPH)]).pairs:
                yield SetAside(pair.inner, AsideReason.TITLE)

    def _code(self) -> Iterator[SetAside]:
        """Literals in code: counted, so that it shows that they were seen."""
        for flow in self._flows.all:
            if flow.kind is BlockKind.CODE:
                for literal in _LITERAL.finditer(self._document.text, flow.span.start, flow.span.end):
                    yield SetAside(Span(literal.start() + 1, literal.end() - 1), AsideReason.CODE)


def _better(*said: Said) -> Said:
    """The first that names somebody, else the first that has a pronoun, else whether anybody said it."""
    for each in said:
        if each.name:
            return each
    for each in said:
        if each.pronoun:
            return each
    return Said(reported=any(each.reported for each in said))
