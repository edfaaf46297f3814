"""Pairs of quotation marks: the outermost pairs of each paragraph, and those that run on over paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from holdwater.document import BlockKind, Span
from holdwater.extract.flows import Flow
from holdwater.extract.quotation_marks import ALL_MARKS, QuoteMark, marks_in

_READ = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.LIST_ITEM,
        BlockKind.TABLE,
        BlockKind.CAPTION,
        BlockKind.NOTE,
        BlockKind.REFERENCE,
    }
)
_REACH = 3  # paragraphs that a lone opening mark may wait for the lone closing mark that answers it
_MOST_MARKS = 400  # from here on, a paragraph with a mark every few characters is data, not prose
_DENSE = 8
_SHORTEST = 4  # characters: a mark alone in its cell is a ditto


@dataclass(frozen=True, slots=True)
class Pair:
    """Words between two marks: `outer` with the marks, `spans` without them, one a paragraph."""

    outer: Span
    spans: tuple[Span, ...]

    @property
    def inner(self) -> Span:
        """From the first to the last quoted character."""
        return Span(self.spans[0].start, self.spans[-1].end)


@dataclass
class Paired:
    """What pairing found: pairs, and the marks that no partner answers."""

    pairs: list[Pair] = field(default_factory=list)
    lone: list[Span] = field(default_factory=list)


@dataclass(frozen=True)
class _Reading:
    """The double marks of one paragraph: outermost pairs, marks left over, the opener still open at its end."""

    pairs: list[tuple[QuoteMark, QuoteMark]]
    lone: list[QuoteMark]
    open: QuoteMark | None


def pair_marks(text: str, flows: Sequence[Flow], closed: Sequence[Span] = ()) -> Paired:
    """The outermost pairs of quotation marks of a text.

    Marks inside `closed` (inline code, the format's own quotations; sorted) do not count. A quotation that opens in
    one paragraph goes on in the next only if that one begins with the opening mark again, or if a closing mark
    without a partner answers it within three paragraphs; otherwise the opening mark stands alone.
    """
    read = [flow for flow in flows if flow.kind in _READ]
    paired = _Pairing(text, read, [_marks_of(text, flow, closed) for flow in read]).run()
    paired.pairs.sort(key=lambda pair: pair.outer)
    paired.pairs = _outermost(paired.pairs)
    paired.lone.sort()
    return paired


class _Pairing:
    """One walk over the paragraphs of a text."""

    def __init__(self, text: str, read: Sequence[Flow], marks: Sequence[list[QuoteMark]]) -> None:
        self.text, self.read, self.marks = text, read, marks
        self.doubles = [[mark for mark in each if mark.family == "double"] for each in marks]
        self.paired = Paired()
        self.unanswered = 0  # paragraphs before this one were tried in vain as the start of a run

    def run(self) -> Paired:
        index = 0
        while index < len(self.read):
            index = self.take(index)
        return self.paired

    def take(self, index: int) -> int:
        """Pair the marks of paragraph `index`; return the next paragraph to take."""
        flow, marks = self.read[index], self.marks[index]
        reading = _nested(self.doubles[index])
        answer = self.answered(index, reading.open) if reading.open is not None else None
        if answer is None or reading.open is None:
            self.alone(flow, marks, reading, self.doubles[index])
            return index + 1
        last, closer = answer
        _keep(self.text, flow, marks, reading, self.paired)
        self.paired.pairs.append(_over_paragraphs(self.text, self.read[index : last + 1], reading.open, closer))
        rest = [mark for mark in self.marks[last] if mark.start >= closer.end]
        doubles = [mark for mark in rest if mark.family == "double"]
        self.alone(self.read[last], rest, _nested(doubles), doubles)
        return last + 1

    def alone(self, flow: Flow, marks: list[QuoteMark], reading: _Reading, doubles: Sequence[QuoteMark]) -> None:
        """Take a paragraph that nothing after it goes on with."""
        if reading.open is not None:
            reading = _flat(doubles)
        if reading.open is not None:
            self.paired.lone.append(Span(reading.open.start, reading.open.end))
            reading = _Reading(reading.pairs, reading.lone, None)
        _keep(self.text, flow, marks, reading, self.paired)

    def answered(self, index: int, opener: QuoteMark) -> tuple[int, QuoteMark] | None:
        """The paragraph and the mark that close what paragraph `index` leaves open."""
        if index < self.unanswered:
            return None
        waited = 0
        for ahead in range(index + 1, len(self.read)):
            doubles = self.doubles[ahead]
            repeated = bool(doubles) and _begins_with(self.text, self.read[ahead], doubles[0])
            waited += not repeated
            if waited > _REACH or not _goes_on(self.read[index], self.read[ahead]):
                break
            closer = _answer(doubles[1:] if repeated else doubles, opener)
            if closer is not None:
                return ahead, closer
            if doubles and not repeated:
                break
            if repeated:
                self.unanswered = ahead
        return None


def _goes_on(flow: Flow, ahead: Flow) -> bool:
    return ahead.kind in (flow.kind, BlockKind.LIST_ITEM) and ahead.part is flow.part


def _marks_of(text: str, flow: Flow, closed: Sequence[Span]) -> list[QuoteMark]:
    if _is_data(text, flow.span) or len(flow.span) < _SHORTEST:
        return []
    marks = [mark for piece in flow.pieces for mark in marks_in(text, piece)]
    return list(_outside(marks, closed)) if closed else marks


def _is_data(text: str, span: Span) -> bool:
    """Whether a long paragraph has so many marks that it is no prose."""
    if len(span) < _MOST_MARKS * _DENSE:
        return False
    return sum(text.count(mark, span.start, span.end) for mark in ALL_MARKS) * _DENSE > len(span)


def _outside(marks: Sequence[QuoteMark], closed: Sequence[Span]) -> Iterator[QuoteMark]:
    if not marks:
        return
    starts = [span.start for span in closed]
    for mark in marks:
        index = bisect_right(starts, mark.start) - 1
        if index < 0 or closed[index].end <= mark.start:
            yield mark


def _keep(text: str, flow: Flow, marks: list[QuoteMark], reading: _Reading, paired: Paired) -> None:
    """Take over what a reading of one paragraph found; the mark that it leaves open is dealt with elsewhere."""
    pairs = [pair for opener, closer in reading.pairs if (pair := _pair(text, flow, opener, closer))]
    limit = reading.open.start if reading.open is not None else flow.span.end
    others = [mark for mark in marks if mark.family != "double" and mark.start < limit]
    paired.pairs.extend(pairs)
    paired.pairs.extend(_others(text, flow, others, pairs))
    paired.lone.extend(Span(mark.start, mark.end) for mark in reading.lone if not _is_measure(text, mark))


def _nested(marks: Sequence[QuoteMark]) -> _Reading:
    """Read marks with nesting; where the marks do not come out even, read on flat from the first that stays open."""
    pairs: list[tuple[QuoteMark, QuoteMark]] = []
    lone: list[QuoteMark] = []
    stack: list[QuoteMark] = []
    for mark in marks:
        if stack and _closes(mark, stack[-1]):
            opener = stack.pop()
            if not stack:
                pairs.append((opener, mark))
        elif mark.opens:
            stack.append(mark)
        else:
            lone.append(mark)
    if len(stack) > 1:
        first = next(i for i, mark in enumerate(marks) if mark is stack[0])
        flat = _flat(marks[first:])
        return _Reading([*pairs, *flat.pairs], [*lone, *flat.lone], flat.open)
    return _Reading(pairs, lone, stack[0] if stack else None)


def _flat(marks: Sequence[QuoteMark]) -> _Reading:
    """Read marks without nesting: an opener that meets another opener stands alone."""
    pairs: list[tuple[QuoteMark, QuoteMark]] = []
    lone: list[QuoteMark] = []
    opener: QuoteMark | None = None
    for mark in marks:
        if opener is not None and _closes(mark, opener):
            pairs.append((opener, mark))
            opener = None
        elif mark.opens:
            if opener is not None:
                lone.append(opener)
            opener = mark
        else:
            lone.append(mark)
    return _Reading(pairs, lone, opener)


def _closes(mark: QuoteMark, opener: QuoteMark) -> bool:
    """Whether `mark` closes what `opener` opened; a mark that can do both closes."""
    if opener.written == "„":
        return mark.written in ("“", "”", '"')
    if mark.written == "''":
        return opener.written in ("``", '"')
    return mark.closes


def _is_measure(text: str, mark: QuoteMark) -> bool:
    """Signs for inches and seconds close nothing: 6" is not a broken quotation; nor is a doubled apostrophe."""
    return mark.written == "''" or (mark.written == '"' and text[max(mark.start - 1, 0) : mark.start].isdigit())


def _begins_with(text: str, flow: Flow, mark: QuoteMark) -> bool:
    return mark.written in ('"', "“", "„", "``") and not text[flow.span.start : mark.start].strip()


def _answer(doubles: Sequence[QuoteMark], opener: QuoteMark) -> QuoteMark | None:
    """The first mark that closes more than has been opened in its own paragraph."""
    depth = 0
    for mark in doubles:
        if mark.opens and not (depth and mark.closes):
            depth += 1
        elif depth:
            depth -= 1
        elif _closes(mark, opener) and not mark.opens:
            return mark
        else:
            return None
    return None


def _over_paragraphs(text: str, flows: Sequence[Flow], opener: QuoteMark, closer: QuoteMark) -> Pair:
    spans: list[Span] = []
    for flow in flows:
        start = max(flow.span.start, opener.end)
        end = min(flow.span.end, closer.start)
        if flow is not flows[0]:
            start = _past_mark(text, start, end)
        for piece in flow.clip(Span(start, max(start, end))):
            stripped = _stripped(text, piece)
            if len(stripped):
                spans.append(stripped)
    return Pair(Span(opener.start, closer.end), tuple(spans) or (Span(opener.end, opener.end),))


def _past_mark(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    for mark in ("``", '"', "“", "„"):
        if text.startswith(mark, start):
            return start + len(mark)
    return start


def _pair(text: str, flow: Flow, opener: QuoteMark, closer: QuoteMark) -> Pair | None:
    inner = _stripped(text, Span(opener.end, max(opener.end, closer.start)))
    if not len(inner):
        return None
    spans = tuple(s for part in flow.clip(inner) if len(s := _stripped(text, part)))
    return Pair(Span(opener.start, closer.end), spans)


def _stripped(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _others(text: str, flow: Flow, marks: Sequence[QuoteMark], doubles: Sequence[Pair]) -> Iterator[Pair]:
    """Pairs of the other families, where they do not cross a pair of double marks."""
    outside = _beyond(marks, doubles)
    for family in dict.fromkeys(mark.family for mark in outside):
        members = [mark for mark in outside if mark.family == family]
        found = _singles(text, members) if family == "single" else _nested(members).pairs
        for opener, closer in found:
            pair = _pair(text, flow, opener, closer)
            if pair is not None:
                yield pair


def _beyond(marks: Sequence[QuoteMark], doubles: Sequence[Pair]) -> list[QuoteMark]:
    kept: list[QuoteMark] = []
    index = 0
    for mark in marks:
        while index < len(doubles) and doubles[index].outer.end <= mark.start:
            index += 1
        if index == len(doubles) or mark.start < doubles[index].outer.start:
            kept.append(mark)
    return kept


def _singles(text: str, marks: Sequence[QuoteMark]) -> Iterator[tuple[QuoteMark, QuoteMark]]:
    """Pairs of single marks; a plural's apostrophe (the boys' books) does not close where a better mark follows."""
    opener: QuoteMark | None = None
    weak: QuoteMark | None = None
    for mark in marks:
        if mark.opens:
            if opener is not None and weak is not None:
                yield opener, weak
            opener, weak = mark, None
        elif opener is not None and _partners(opener, mark):
            if not _possessive(text, mark):
                yield opener, mark
                opener, weak = None, None
            elif weak is None:
                weak = mark
    if opener is not None and weak is not None:
        yield opener, weak


def _partners(opener: QuoteMark, closer: QuoteMark) -> bool:
    straight = closer.written == "'"
    return straight == (opener.written in "'`") or opener.written == "`"


def _possessive(text: str, mark: QuoteMark) -> bool:
    after = text[mark.end : mark.end + 2]
    return text[mark.start - 1 : mark.start] in ("s", "z", "x") and after[:1] == " " and after[1:2].islower()


def _outermost(pairs: Sequence[Pair]) -> list[Pair]:
    kept: list[Pair] = []
    for pair in pairs:
        if not kept or pair.outer.start >= kept[-1].outer.end:
            kept.append(pair)
    return kept
