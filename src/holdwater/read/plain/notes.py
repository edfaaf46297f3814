"""The notes of a plain text: under their heading, at its end or between its paragraphs, and tied to their marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field

from holdwater.document import BlockKind, Part
from holdwater.patterns import waiting
from holdwater.read.listed import cited_in, is_list_of_works
from holdwater.read.plain.draft import Cut, Draft
from holdwater.read.plain.entries import Entry, Number, Style, number_of, read_entries, return_arrow, tail_start
from holdwater.read.plain.foot import foot_start
from holdwater.read.plain.gaps import with_gaps
from holdwater.read.plain.glue import STRONG
from holdwater.read.plain.kinds import is_sure_heading
from holdwater.read.plain.lines import Line, is_parted
from holdwater.read.plain.marks import Candidate, candidates, numbers
from holdwater.read.plain.order import Order, settle

_NUMBER = r"(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+)\.?\s+)?"
_NOTES_HEADING = waiting(
    rf"{_NUMBER}(?:the\s+)?(?:(?:foot|end)[ -]?notes?|notes?(?:\s+(?:and|&)\s+(?:references|sources|citations))?)"
    r"\s*:?\Z",
    re.IGNORECASE,
)
_WORKS_HEADING = waiting(
    rf"{_NUMBER}(?:(?:(?:norm|inform)ative\s+)?references(?:\s+(?:cited|and\s+notes))?|(?:select(?:ed)?\s+)?bibliography|works\s+cited"
    r"|literature(?:\s+cited)?|sources|citations|further\s+reading)\s*:?\Z",
    re.IGNORECASE,
)
MARKED_KINDS = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.CAPTION)
"""The kinds of blocks that may have note marks in them."""

_MOST_CANDIDATES = 100_000
_MOST_NOTES = 20_000
_LEAST_TAIL = 2  # entries that make a list of notes without a heading


@dataclass(slots=True)
class Notes:
    """What was found: the blocks with the notes among them, the cuts that marks are."""

    drafts: list[Draft]
    cuts: list[Cut] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _List:
    """A list of notes: the blocks `first` up to `last` of the layout hold it."""

    first: int
    last: int
    entries: tuple[Entry, ...]
    before: tuple[Line, ...] = ()
    works: bool = False


def find_notes(raw: str, drafts: list[Draft], *, wrapped: bool) -> Notes:
    """Find the notes and their marks.

    Args:
        raw: the file's decoded content.
        drafts: the blocks as laid out.
        wrapped: whether the text is hard-wrapped (a note's lines then make one paragraph).
    """
    headed = _headed(raw, drafts)
    notes = [each for each in headed if not each.works] or _works_that_are_notes(raw, drafts, headed)
    chosen = {each.first for each in notes}
    works = [each for each in headed if each.first not in chosen]
    if not notes:
        return _unheaded(raw, drafts, works, wrapped)
    cited = any(each.entries for each in works)  # then numbers in brackets are citations
    again = any(each.works for each in notes)
    order, found = _settled(raw, _body(drafts, headed), _labels(notes), brackets=not cited, again=again)
    return _tied(raw, _place(raw, drafts, notes, works, wrapped), order, found)


def find_marks(raw: str, drafts: list[Draft]) -> Notes:
    """Find the note marks of a text whose notes are not looked for."""
    order, found = _settled(raw, [draft for draft in drafts if draft.part is Part.BODY], None)
    return _tied(raw, drafts, order, found)


def _unheaded(raw: str, drafts: list[Draft], works: list[_List], wrapped: bool) -> Notes:
    """Notes without a heading: they are notes only if the text has their marks."""
    numbered = any(each.entries for each in works)
    limit = min((each.first - 1 for each in works), default=len(drafts))
    for notes in [] if numbered else _unheaded_lists(raw, drafts[:limit]):
        body = _body(drafts, works, {index for each in notes for index in range(each.first, each.last)})
        order, found = _settled(raw, body, _labels(notes), headed=False)
        if order.marks:
            return _tied(raw, _place(raw, drafts, notes, works, wrapped), order, found)
    for listed in [] if numbered else _unheaded_works(raw, drafts[:limit]):
        works = sorted([*works, listed], key=lambda each: each.first)
        break
    order, found = _settled(raw, _body(drafts, works), None)
    return _tied(raw, _place(raw, drafts, [], works, wrapped), order, found)


def _headed(raw: str, drafts: list[Draft]) -> list[_List]:
    """The lists under a heading of their own."""
    lists: list[_List] = []
    index = 0
    while index < len(drafts):
        works = _heading(drafts[index])
        if works is None:
            index += 1
            continue
        last = foot_start(raw, drafts, index + 1, _list_end(drafts, index + 1))
        lines = [line for draft in drafts[index + 1 : last] for line in draft.lines]
        before, entries = read_entries(lines)
        if (entries and entries[0].value <= 2) or works:
            drafts[index].kind, drafts[index].level = BlockKind.HEADING, max(1, drafts[index].level)
            lists.append(_List(index + 1, last, tuple(entries), tuple(before), works))
        index = max(last, index + 1)
    return lists


def _heading(draft: Draft) -> bool | None:
    """Whether a block is the heading of a list of works (True), of notes (False), or of neither (None)."""
    if len(draft.lines) > 1 or len(draft.lines[0].text) > 60:
        return None
    text = draft.lines[0].text.strip("=-#*_ ")
    if _NOTES_HEADING.match(text):
        return False
    return True if _WORKS_HEADING.match(text) else None


def _list_end(drafts: list[Draft], first: int) -> int:
    """The list runs to the next heading that is none of its entries and after which no entry follows soon."""
    for index in range(first, len(drafts)):
        draft = drafts[index]
        if _heading(draft) is not None:
            return index
        if draft.kind is not BlockKind.HEADING or number_of(draft.lines[0].text):
            continue
        text = draft.lines[0].text
        near = drafts[index + 1 : index + 3]
        if (is_sure_heading(text) and len(text) > 3) or not any(number_of(each.lines[0].text) for each in near):
            return index if index > first else first
    return len(drafts)


def _works_that_are_notes(raw: str, drafts: list[Draft], headed: list[_List]) -> list[_List]:
    """Numbered works are notes if their numbers are glued to the text, and references if they stand in brackets."""
    numbered = [each for each in headed if each.entries]
    if not numbered:
        return []
    order, _ = _settled(raw, _body(drafts, headed), _labels(numbered), again=True)
    return numbered if order.marks else []


def _unheaded_lists(raw: str, drafts: list[Draft]) -> Iterator[list[_List]]:
    """The lists that may be notes without a heading: one at the text's end, or single blocks between the paragraphs."""
    heads = [(index, number) for index, draft in enumerate(drafts) if (number := number_of(draft.lines[0].text))]
    if len(heads) > _MOST_NOTES:
        return
    start = tail_start(heads, len(drafts))
    if start >= 0:
        first = heads[start][0]
        last = foot_start(raw, drafts, first, len(drafts))
        before, entries = read_entries([line for draft in drafts[first:last] for line in draft.lines])
        if len(entries) >= _LEAST_TAIL and not before:
            yield [_List(first, last, tuple(entries))]
    for style in (Style.BARE, Style.RAISED):
        chain = _running(heads, style)
        if len(chain) >= _LEAST_TAIL:
            singles = [_single(drafts, index, number) for index, number in chain]
            yield [each for each in singles if each is not None]


def _unheaded_works(raw: str, drafts: list[Draft]) -> Iterator[_List]:
    """A list of works that ends a text without a heading: its entries look like works that the text cites."""
    heads = [(index, number) for index, draft in enumerate(drafts) if (number := number_of(draft.lines[0].text))]
    for style in (Style.BRACKET, Style.DOT, Style.PAREN):
        own = [(index, number) for index, number in heads if number.style is style]
        start = tail_start(own, len(drafts)) if len(own) <= _MOST_NOTES else -1
        if start < 0:
            continue
        first, last = own[start][0], own[-1][0] + 1
        _, entries = read_entries([line for draft in drafts[first:last] for line in draft.lines])
        words = [" ".join(line.text for line in each.lines)[each.skip :] for each in entries]
        body = [draft for draft in drafts[:first] if draft.part is Part.BODY and draft.kind in MARKED_KINDS]
        cited = cited_in("\n".join(raw[draft.start : draft.end] for draft in body))
        if is_list_of_works([each.value for each in entries], words, cited):
            yield _List(first, last, tuple(entries), works=True)


def _running(heads: Sequence[tuple[int, Number]], style: Style) -> list[tuple[int, Number]]:
    chain: list[tuple[int, Number]] = []
    for index, number in heads:
        if number.style is style and number.value == len(chain) + 1:
            chain.append((index, number))
    return chain


def _single(drafts: list[Draft], index: int, number: Number) -> _List | None:
    draft = drafts[index]
    alone = len(draft.text) <= number.skip
    if alone and index + 1 >= len(drafts):
        return None
    last = index + 2 if alone else index + 1
    lines = [line for each in drafts[index:last] for line in each.lines]
    _, entries = read_entries(lines)
    return _List(index, last, tuple(entries[:1])) if len(entries) == 1 else None


def _labels(lists: Iterable[_List]) -> list[int]:
    return [entry.value for each in lists for entry in each.entries]


def _body(drafts: list[Draft], lists: Sequence[_List], notes: Set[int] = frozenset()) -> list[Draft]:
    """The blocks of the body, without these lists with their headings and without the blocks that hold notes."""
    held = {index for each in lists for index in range(each.first - 1, each.last)} | notes
    return [draft for index, draft in enumerate(drafts) if index not in held and draft.part is Part.BODY]


def _settled(
    raw: str,
    body: list[Draft],
    labels: list[int] | None,
    *,
    brackets: bool = False,
    headed: bool = True,
    again: bool = False,
) -> tuple[Order, list[Candidate]]:
    """The marks among the body's words; numbers in brackets are looked at only where nothing is glued in order."""
    ranges = [(line.start, line.end) for draft in body if draft.kind in MARKED_KINDS for line in draft.lines]
    for bracketed in (False, True) if brackets else (False,):
        found = candidates(raw, ranges, brackets=bracketed, limit=_MOST_CANDIDATES)
        order = settle(found, labels, headed=headed, again=again)
        if order.marks:
            break
    if brackets and labels and not order.marks:
        order = _out_of_order(found, labels) or order
    return with_gaps(raw, ranges, labels, order), found


def _out_of_order(found: list[Candidate], labels: Sequence[int]) -> Order | None:
    """Marks in brackets need no running order where half of the notes have one."""
    known = set(labels)
    marks = tuple(each for each in found if each.plain and each.value in known)
    enough = 2 * len({each.value for each in marks}) >= len(known)
    return Order(marks) if enough else None


def _place(raw: str, drafts: list[Draft], notes: Sequence[_List], works: Sequence[_List], wrapped: bool) -> list[Draft]:
    """The blocks again, with the lists' blocks made anew: one block a paragraph of a note or an entry."""
    placed: list[Draft] = []
    done = 0
    serial = 0
    lists = sorted([*((each, True) for each in notes), *((each, False) for each in works)], key=_first)
    for each, is_notes in lists:
        placed.extend(drafts[done : each.first])
        placed.extend(_plain_blocks(each, drafts, is_notes))
        for entry in each.entries:
            serial += 1
            placed.extend(_entry_blocks(raw, entry, serial, wrapped) if is_notes else [_work_block(entry)])
        done = each.last
    placed.extend(drafts[done:])
    return placed


def _first(listed: tuple[_List, bool]) -> int:
    return listed[0].first


def _plain_blocks(each: _List, drafts: list[Draft], is_notes: bool) -> Iterator[Draft]:
    """Blocks of a list before its first entry, and works without numbers."""
    first = each.entries[0].lines[0].start if each.entries else None
    for draft in drafts[each.first : each.last]:
        if first is not None and (draft.start >= first or not each.before or draft.start > each.before[-1].start):
            return
        if not is_notes and draft.kind is not BlockKind.HEADING:
            draft.kind = BlockKind.REFERENCE
        draft.part = Part.NOTES if is_notes else Part.REFERENCES
        yield draft


def _work_block(entry: Entry) -> Draft:
    return Draft(list(entry.lines), BlockKind.REFERENCE, Part.REFERENCES)


def _entry_blocks(raw: str, entry: Entry, serial: int, wrapped: bool) -> Iterator[Draft]:
    paragraphs: list[list[Line]] = []
    for line in entry.lines:
        if paragraphs and wrapped and not is_parted(raw, paragraphs[-1][-1], line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    for index, lines in enumerate(paragraphs):
        draft = Draft(lines, BlockKind.NOTE, Part.NOTES, group=serial, note=serial)
        if not index:
            draft.label, draft.skip = entry.label, entry.skip
        yield draft


def _tied(raw: str, drafts: list[Draft], order: Order, found: list[Candidate]) -> Notes:
    """Each mark leads to the note with its number; where several have it, to the next one that no mark leads to yet."""
    notes = [(draft.label, note_id(draft.note)) for draft in drafts if draft.label]
    by_label: dict[str, list[str]] = {}
    for label, name in notes:
        by_label.setdefault(label, []).append(name)
    repeated = _repeated(order, found, by_label)
    used: dict[str, int] = {}
    restarts = _restarts(notes)
    cuts = []
    for mark in sorted({*order.marks, *repeated}):
        for label in numbers(raw[mark.start : mark.end]):
            names = by_label.get(label, [])
            turn = used.get(label, 0) if restarts else 0
            used[label] = turn + 1
            cuts.append(Cut(mark.start, mark.end, label, names[min(turn, len(names) - 1)] if names else ""))
    cuts += [Cut(each.start, each.end, str(each.value), doubtful=True) for each in order.doubts]
    return Notes(drafts, cuts + _arrows(drafts))


def note_id(serial: int) -> str:
    """The id of the note that stands `serial`-th in the document's order."""
    return f"note-{serial}"


def _restarts(notes: Sequence[tuple[str, str]]) -> bool:
    """Whether the notes' numbers begin again, as they do chapter by chapter."""
    labels = [label for label, _ in notes]
    return labels.count("1") > 1 and labels.count("2") > 1


def _repeated(order: Order, found: list[Candidate], by_label: dict[str, list[str]]) -> list[Candidate]:
    """Raised and bracketed marks that repeat a number or stand out of order: they are marks by their looks."""
    taken = {mark.end for mark in order.marks} | {doubt.end for doubt in order.doubts}
    return [
        each
        for each in found
        if each.plain and each.end not in taken and (str(each.value) in by_label or each.weight > STRONG)
    ]


def _arrows(drafts: list[Draft]) -> list[Cut]:
    cuts = []
    for draft in drafts:
        if draft.kind is BlockKind.NOTE:
            last = draft.lines[-1]
            arrow = return_arrow(last.text)
            if arrow < len(last.text):
                cuts.append(Cut(last.start + arrow, last.end))
    return cuts
