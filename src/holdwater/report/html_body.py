"""The document itself as HTML: its blocks, its marks, the checked spans, and beside each block its cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from holdwater.document import Block, BlockKind, Document, Mark, MarkKind, Note, Part, Span
from holdwater.extract.model import QuotationKind
from holdwater.findings.model import Finding, Verdict
from holdwater.patterns import waiting
from holdwater.report.difference import quotation_changes
from holdwater.report.html_cards import Cards, loudness, rule_class
from holdwater.report.html_grid import goes_on, grid
from holdwater.report.html_text import element, joined, outward, slug, text
from holdwater.report.lookup import Lookup
from holdwater.report.weave import Overlay, Point, Weaver

_INLINE = {MarkKind.EMPHASIS: "em", MarkKind.STRONG: "strong", MarkKind.CODE: "code", MarkKind.TITLE: "cite"}
_OWN_MARKER = waiting(r"\s*(?:[-*+•–—·]|\(?[0-9a-zA-Z]{1,4}[.)])\s")
_CLOSING = waiting(r"[”’\"'»«›“‘]*[.,;:!?)]*")
_PARAGRAPH = waiting(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")


@dataclass
class _Layer:
    """What stands over and beside one block."""

    overlays: list[Overlay] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    cards: list[tuple[int, str]] = field(default_factory=list)


class Body:
    """Writes the document of one report."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._document = lookup.report.document
        self._blocks = shown_blocks(self._document)
        self._starts = Document(self._document.text, blocks=self._blocks)
        self._layers: dict[int, _Layer] = {}
        self._set_off: set[int] = set()
        self._weaver = Weaver(self._document.text)
        self._notes = {note.id: number for number, note in enumerate(self._document.notes)}

    def html(self) -> str:
        """All blocks in order; a block with cards and the blocks up to the next one with cards make a row."""
        self._lay_marks()
        self._lay_notes(self._document.notes)
        cards = Cards(self._lookup)
        for verdict in self._lookup.report.verdicts:
            self._lay_verdict(verdict, cards)
        for number, finding in enumerate(self._lookup.report.findings):
            if finding.quotation not in self._lookup.verdicts:
                self._lay_finding(finding, number, cards)
        return "\n".join(self._rows())

    def _layer(self, offset: int) -> _Layer:
        return self._layers.setdefault(max(self._starts.block_index(offset), 0), _Layer())

    def _lay_marks(self) -> None:
        seen: set[int] = set()
        for mark in self._document.marks:
            layer = self._layer(mark.span.start)
            if mark.kind is MarkKind.NOTE:
                layer.points.append(Point(mark.span.start, self._note_mark(mark, seen), rank=1))
            elif (overlay := _inline(mark)) is not None:
                layer.overlays.append(overlay)

    def _note_mark(self, mark: Mark, seen: set[int]) -> str:
        number = self._notes.get(mark.target)
        label = text(mark.label or "*")
        if number is None:
            return element("sup", label, class_="dangling", title="this mark leads to no note")
        name = None if number in seen else f"mark-{number}"
        seen.add(number)
        inner = element("a", label, href=f"#note-{number}", id=name, aria_label=f"note {mark.label}")
        return element("sup", inner, class_="unsure" if mark.ambiguous else None)

    def _lay_notes(self, notes: Iterable[Note]) -> None:
        for number, note in enumerate(notes):
            index = max(self._starts.block_index(note.span.start), 0)
            before = Span(self._blocks[index].span.start, note.span.start) if self._blocks else note.span
            printed = len(before) and note.label in before.of(self._document.text)
            label = "↩" if printed else f"{note.label}."
            back = element(
                "a", text(label), id=f"note-{number}", href=f"#mark-{number}", class_="note-label", title="to its mark"
            )
            self._layer(note.span.start).points.append(Point(note.span.start, f"{back} ", rank=-1))

    def _lay_verdict(self, verdict: Verdict, cards: Cards) -> None:
        quotation = self._lookup.quotations[verdict.quotation]
        findings = self._lookup.findings.get(verdict.quotation, [])
        classes = " ".join(["q", slug(verdict.status), rule_class(findings), loudness(findings)]).strip()
        name = f"q{verdict.quotation}"
        if quotation.kind is not QuotationKind.MARKED:
            self._set_off.update(self._indices(quotation.span))
        for span in quotation.spans or (quotation.span,):
            for index in self._indices(span):
                layer = self._layers.setdefault(index, _Layer())
                layer.overlays.append(Overlay(span, "mark", 0, name, {"class": classes}))
        self._lay_changes(verdict)
        last = self._layer(max(quotation.span.end - 1, quotation.span.start))
        last.points.append(Point(self._past_marks(quotation.span.end), _tag(verdict, findings), rank=2))
        self._layer(quotation.span.start).cards.append((quotation.span.start, cards.of_quotation(verdict)))

    def _past_marks(self, offset: int) -> int:
        """`offset` after the quotation marks and the point that close there, so that a tag does not part them."""
        closing = _CLOSING.match(self._document.text, offset, offset + 4)
        return closing.end() if closing else offset

    def _lay_changes(self, verdict: Verdict) -> None:
        for span, change in quotation_changes(verdict.alignment) if verdict.alignment else ():
            layer = self._layer(span.start)
            if len(span):
                layer.overlays.append(Overlay(span, "span", 5, "", {"class": "changed", "title": str(change)}))
            else:
                gap = element("span", "‸", class_="gap", title="words of the source are left out here")
                layer.points.append(Point(span.start, gap, rank=-2, inside=True))

    def _lay_finding(self, finding: Finding, number: int, cards: Cards) -> None:
        layer = self._layer(finding.span.start)
        classes = f"m {slug(finding.status)} {rule_class([finding])} {loudness([finding])}"
        tag = element("a", text(finding.code), href=f"#f{number}", class_=f"tag {classes}", title=finding.message)
        anchor = element("span", "", id=f"m{number}")
        if len(finding.span):
            layer.overlays.append(Overlay(finding.span, "span", 1, f"m{number}", {"class": classes}))
            anchor = ""
        block = self._starts.block_at(finding.span.start)
        end = min(finding.span.end, block.span.end) if block else finding.span.end
        layer.points.append(Point(end, anchor + tag, rank=2))
        layer.cards.append((finding.span.start, cards.of_finding(finding, number)))

    def _indices(self, span: Span) -> range:
        first = max(self._starts.block_index(span.start), 0)
        last = max(self._starts.block_index(max(span.end - 1, span.start)), first)
        return range(first, last + 1)

    def _rows(self) -> Iterator[str]:
        """Rows of two columns: a block and its cards, and under the block those that follow and have none."""
        head: str = ""
        rest: list[str] = []
        for first, last in self._groups():
            html = self._group(first, last)
            beside = [card for index in range(first, last + 1) for card in self._cards(index)]
            if beside:
                yield from _row(head, rest)
                cards = "".join(card for _, card in sorted(beside, key=lambda pair: pair[0]))
                head, rest = element("div", html, class_="text") + element("div", cards, class_="cards"), []
            else:
                rest.append(html)
        yield from _row(head, rest)

    def _groups(self) -> Iterator[tuple[int, int]]:
        """Runs of blocks that one element holds; a block with cards stands by itself, but for a table's cells."""
        index = 0
        while index < len(self._blocks):
            last = index
            while last + 1 < len(self._blocks) and self._goes_on(last):
                last += 1
            yield index, last
            index = last + 1

    def _cards(self, index: int) -> list[tuple[int, str]]:
        return self._layers.get(index, _Layer()).cards

    def _goes_on(self, index: int) -> bool:
        here, there = self._blocks[index], self._blocks[index + 1]
        if goes_on(here, there):
            return True
        held = here.kind in {BlockKind.LIST_ITEM, BlockKind.QUOTE} and here.kind is there.kind
        together = held and here.group == there.group and here.quoted == there.quoted
        return together and not self._cards(index) and not self._cards(index + 1)

    def _group(self, first: int, last: int) -> str:
        block = self._blocks[first]
        if block.kind is BlockKind.TABLE and block.cell != (0, 0):
            inner = grid((*self._blocks[index].cell, self._woven(index)) for index in range(first, last + 1))
        else:
            inner = "".join(self._block(index) for index in range(first, last + 1))
        if block.kind is BlockKind.LIST_ITEM:
            inner = element("ul", inner, class_=f"level-{min(max(block.level, 1), 6)}")
        for _ in range(min(max(block.quoted, int(self._is_quoted(first))), 4)):
            inner = element("blockquote", inner)
        return inner

    def _is_quoted(self, index: int) -> bool:
        """Whether a block is a quotation by itself: set as one, or introduced as one in plain text."""
        kind = self._blocks[index].kind
        return kind is BlockKind.QUOTE or (kind is BlockKind.PARAGRAPH and index in self._set_off)

    def _woven(self, index: int) -> str:
        layer = self._layers.get(index, _Layer())
        return self._weaver.weave(self._blocks[index].span, layer.overlays, layer.points)

    def _block(self, index: int) -> str:
        block, html = self._blocks[index], self._woven(index)
        part = f"part-{block.part.replace(' ', '-')}" if block.part is not Part.BODY else ""
        match block.kind:
            case BlockKind.HEADING:
                return element(f"h{min(max(block.level, 1) + 1, 6)}", html, class_=part or None)
            case BlockKind.CODE | BlockKind.TABLE:
                return element("pre", html, class_=part or None, tabindex="0")
            case BlockKind.LIST_ITEM:
                own = _OWN_MARKER.match(self._document.text, block.span.start, block.span.end)
                return element("li", html, class_=joined(["own" if own else "", part], " ") or None)
            case _:
                kind = block.kind if block.kind not in {BlockKind.PARAGRAPH, BlockKind.QUOTE} else ""
                return element("p", html, class_=joined([kind, part], " ") or None)


def shown_blocks(document: Document) -> tuple[Block, ...]:
    """The document's blocks, and a paragraph for each stretch of words that stands in none of them."""
    blocks: list[Block] = []
    here = 0
    for block in (*document.blocks, None):
        start = block.span.start if block else len(document.text)
        loose = _PARAGRAPH.finditer(document.text, here, max(start, here))
        blocks.extend(Block(Span(*match.span()), BlockKind.PARAGRAPH) for match in loose)
        if block:
            blocks.append(block)
            here = max(here, block.span.end)
    return tuple(blocks)


def _inline(mark: Mark) -> Overlay | None:
    if not len(mark.span):
        return None
    if mark.kind is MarkKind.LINK and (href := outward(mark.target)):
        return Overlay(mark.span, "a", 2, "", {"href": href, "rel": "noopener noreferrer nofollow"})
    name = _INLINE.get(mark.kind)
    return Overlay(mark.span, name, 3) if name else None


def _tag(verdict: Verdict, findings: list[Finding]) -> str:
    """The small tag after a quotation: its status in words, and the codes of what was found."""
    codes = " ".join(dict.fromkeys(finding.code for finding in findings))
    words = element("span", text(verdict.status), class_="word") + (f" {text(codes)}" if codes else "")
    classes = " ".join(["tag", slug(verdict.status), rule_class(findings), loudness(findings)]).strip()
    return element("a", words, href=f"#c{verdict.quotation}", class_=classes)


def _row(head: str, rest: list[str]) -> Iterator[str]:
    if head or rest:
        yield element("div", head + (element("div", "\n".join(rest), class_="rest") if rest else ""), class_="row")
