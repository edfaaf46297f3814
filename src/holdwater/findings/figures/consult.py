"""Read this first: every quantity and date of the prose that cites a source, against the words of that source.

Each source is searched for all the figures that cite it before any of it is read for numbers, and only the places
found are read, once. A figure of several works needs to stand in one of them; nothing is concluded from a source that
is missing or unreadable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from holdwater.document import Document, Span
from holdwater.errors import UnreadableError
from holdwater.extract.linked_words import says_something
from holdwater.extract.model import Citation, CitationKind, Extraction
from holdwater.extract.quantities.model import Dimension, Grain, Hedge, Period, Quantity, QuantityKind
from holdwater.findings.evidence import passage_of
from holdwater.findings.figures.bind import Binder
from holdwater.findings.figures.bounds import is_bound, judge_bound
from holdwater.findings.figures.cited import Cited, Citing, Reach
from holdwater.findings.figures.claim import Claim, claim_of
from holdwater.findings.figures.dated import Dating, checkable, dating_of, judge_date
from holdwater.findings.figures.judge import judge
from holdwater.findings.figures.model import PASSING, STATUS, FigureVerdict, Judged, Relation
from holdwater.findings.figures.nearby import before_marks
from holdwater.findings.figures.places import Searched
from holdwater.findings.figures.stated import LEAST_WORDS, Tables
from holdwater.findings.figures.stems import stems_of
from holdwater.findings.figures.untold import names_untold
from holdwater.findings.figures.written import bare_forms_of, forms_of
from holdwater.findings.figures.yearless import is_yearless, judge_yearless
from holdwater.findings.model import Evidence, Status
from holdwater.match.model import Change, Edit, EditKind
from holdwater.patterns import waiting
from holdwater.sources.model import Tie, TieStatus
from holdwater.sources.shelf import Shelf

_LOUDEST = [
    Relation.OTHER_YEAR,
    Relation.OTHER_SUBJECT,
    Relation.HEDGE,
    Relation.NEAR,
    Relation.CONTRADICTED,
    Relation.NOT_IN_SOURCE,
]
"""Of a figure that cites several works: what is said of it, the surest first."""

UNCITED = "its sentence cites nothing, and a mark behind it may be for it"


def consult_figures(
    document: Document, extraction: Extraction, ties: Mapping[str, Tie], shelf: Shelf
) -> tuple[FigureVerdict, ...]:
    """A verdict on every quantity and period of the document's prose that cites something.

    Args:
        document: the document under check.
        extraction: its quantities and periods, quotations and citations. What stands in a quotation is left to it.
        ties: which source each reference leads to, by reference id.
        shelf: the sources in hand, read as they are needed.

    Returns:
        Quantities first, then periods, each in the document's order.
    """
    citing = Citing(document, extraction)
    asking = _Asking(document, extraction, ties, citing)
    bench = _Bench(shelf)
    listed = (*citing.figures(extraction), *before_marks(document, extraction, citing))
    questions = [one for figure in listed if (one := asking.question(figure))]
    questions.sort(key=lambda one: (one.is_period, one.cited.index))
    for question in questions:
        for source in question.tied:
            bench.note(source, question)
    return tuple(_verdict(question, bench, ties) for question in questions)


@dataclass(frozen=True)
class _Question:
    """One figure with the sources it leads to; a claim of a quantity, or the dating of an event.

    `is_loose` says that nothing follows from its absence: a number of a table with few words, or one whose citation
    stands elsewhere in the table. `names_untold` says that its note names a work besides that leads nowhere.
    """

    cited: Cited
    asked: Claim | Dating
    wording: str
    tied: tuple[str, ...]
    is_loose: bool = False
    names_untold: bool = False

    @property
    def is_period(self) -> bool:
        return isinstance(self.asked, Dating)


class _Asking:
    """Turns the figures of a document into questions."""

    def __init__(self, document: Document, extraction: Extraction, ties: Mapping[str, Tie], citing: Citing) -> None:
        self._text, self._extraction, self._ties, self._citing = document.text, extraction, ties, citing
        self._tables, self._document = Tables(document), document

    def question(self, one: Cited) -> _Question | None:
        """What is asked of the sources of a figure; None where it is nothing to ask after."""
        figure, text = one.figure, self._text
        tied = tuple(_tied(one.citations, self._ties))
        cell = self._citing.cell(figure.sentence)
        if cell:
            if not isinstance(figure, Quantity):
                return None
            stated = self._tables.stated(figure)
            few = len(stated.claim.telling) < LEAST_WORDS
            return _Question(one, stated.claim, stated.wording, tied, is_loose=few or cell[0] not in cell[1])
        names = tuple(mark.span for mark in one.around if len(mark.span) and not _says_something(text, mark))
        asked: Claim | Dating
        if isinstance(figure, Quantity):
            if _names_group(figure, self._extraction) or _may_be_year(text, figure):
                return None
            asked = claim_of(text, figure, self._extraction.measured, without=names)
        elif (checkable(figure) or is_bound(figure) or is_yearless(figure)) and not _is_bound(figure, self._extraction):
            beside = (each for each in self._extraction.measured.periods if each.sentence == figure.sentence)
            others = tuple(each for each in beside if each is not figure)
            asked = dating_of(text, figure, frozenset(stems_of(span.of(text) for span in names)), others)
        else:
            return None
        untold = names_untold(self._document, one.citations)
        return _Question(one, asked, figure.sentence.of(text), tied, names_untold=untold)


def _says_something(text: str, mark: Citation) -> bool:
    """Whether a citation's words are the sentence's own: those of a link on running text."""
    return mark.kind is CitationKind.LINK and says_something(text, mark.span)


def _names_group(one: Quantity, extraction: Extraction) -> bool:
    """Whether ages say whom another number of the sentence is of: "29 % of those under 40"."""
    bounded = one.hedge is not Hedge.NONE and _is_beside_share(one, extraction)
    bare = one.unit.dimension is Dimension.NUMBER and (one.value in one.frame.ages or bounded)
    if one.kind is not QuantityKind.AGE and not bare:
        return False
    beside = (other for other in extraction.measured.quantities if other.sentence == one.sentence and other is not one)
    return any(other.kind not in _NO_GROUP for other in beside)


def _is_beside_share(one: Quantity, extraction: Extraction) -> bool:
    """Whether a share stands in the sentence: "57 percent were under 18"."""
    beside = (other for other in extraction.measured.quantities if other.sentence == one.sentence and other is not one)
    return any(other.unit.dimension is Dimension.PERCENT for other in beside)


def _may_be_year(text: str, one: Quantity) -> bool:
    """Whether what was read as a count may be a year all the same: "Between 2011 and 2013 cases fell"."""
    counted = one.unit.dimension in (Dimension.COUNT, Dimension.NUMBER) and one.hedge is Hedge.NONE
    return (
        counted
        and bool(_YEAR.fullmatch(text, one.number.start, one.number.end))
        and bool(_TEMPORAL.search(text, max(one.sentence.start, one.number.start - _BEFORE), one.number.start))
    )


_YEAR = waiting(r"1[5-9]\d\d|20\d\d")
_TEMPORAL = waiting(r"\b(?:in|between|and|since|by|from|to|until|after|before|during)\s$", re.IGNORECASE)
_BEFORE = 12
_NO_GROUP = frozenset({QuantityKind.AGE, QuantityKind.SUPERLATIVE, QuantityKind.RANK, QuantityKind.DURATION})
_EXACT = frozenset({Grain.DAY, Grain.MONTH})


def _is_bound(period: Period, extraction: Extraction) -> bool:
    """Whether a period is a quantity's year: then it is checked with it. A day or a month is a date all the same."""
    if period.grain in _EXACT:
        return False
    measured = extraction.measured
    return any(
        measured.periods[at] is period
        for one in measured.quantities
        if one.sentence == period.sentence
        for at in one.frame.periods[:1]
    )


def _tied(citations: tuple[Citation, ...], ties: Mapping[str, Tie]) -> Iterator[str]:
    found = [source for one in citations for name in one.references if name in ties for source in ties[name].leads_to]
    yield from dict.fromkeys(found)


class _Bench:
    """The sources that figures lead to, each searched once."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._binders: dict[str, Binder | None] = {}

    def binder(self, source: str) -> Binder | None:
        """A source's figures; None where it cannot be read."""
        if source not in self._binders:
            try:
                self._binders[source] = Binder(Searched(self.shelf.document(source)))
            except UnreadableError:
                self._binders[source] = None
        return self._binders[source]

    def note(self, source: str, question: _Question) -> None:
        """Have the places that may speak of a figure read."""
        binder = self.binder(source)
        if binder is None:
            return
        asked = question.asked
        if isinstance(asked, Dating):
            binder.searched.look_for(list(asked.stems), asked.forms)
        else:
            written, bare = forms_of(asked.quantity), bare_forms_of(asked.quantity)
            binder.searched.look_for(list(asked.stems), written, bare)

    def evidence(self, source: str, judged: Judged, claimed: Span) -> tuple[Evidence, ...]:
        """The passages that a judgement rests on; the source's figure is marked where the claimed one differs."""
        document = self.shelf.document(source)
        spans = [span for span in dict.fromkeys(judged.sentences) if len(span)]
        found = [passage_of(span, self.shelf.sources[source], document) for span in spans]
        if found and judged.at and judged.relation not in PASSING:
            found[0] = replace(found[0], instead=Edit(EditKind.REPLACE, claimed, judged.at, Change.NUMBER))
        return tuple(found)


def _verdict(question: _Question, bench: _Bench, ties: Mapping[str, Tie]) -> FigureVerdict:
    reach = question.cited.reach
    judged = list(_judged(question, bench)) if reach is not Reach.OPEN else []
    looked_in = [source for source, _ in judged]
    for at, (source, found) in enumerate(judged):
        if found.relation in PASSING:
            return _said(question, source, found, bench, looked_in[: at + 1])
    if reach is not Reach.SENTENCE and not (judged and _is_another_number(question, judged)):
        return _unchecked(question, Status.NO_CITATION, UNCITED, looked_in)
    fault = _fault(question, bench, ties)
    if fault is None and question.names_untold:
        fault = Status.SOURCE_MISSING, "a work that its note names leads to no reference"
    if fault:
        missing = _missing(question, ties) if fault[0] is Status.SOURCE_MISSING else ()
        return replace(_unchecked(question, *fault, looked_in), missing=missing)
    for relation in _LOUDEST:
        for source, found in judged:
            if found.relation is relation and not any(one.relation is Relation.UNSURE for _, one in judged):
                return _said(question, source, found, bench, looked_in)
    reason = next((one.reason for _, one in judged if one.reason), "nothing follows from its source")
    return _unchecked(question, Status.AMBIGUOUS, reason, looked_in)


def _dated(asked: Dating, binder: Binder) -> Judged:
    """What a source says of a date, by how it is written."""
    if is_bound(asked.period):
        return judge_bound(asked, binder)
    return judge_yearless(asked, binder) if is_yearless(asked.period) else judge_date(asked, binder)


def _judged(question: _Question, bench: _Bench) -> Iterator[tuple[str, Judged]]:
    """What each source in hand says of a figure, up to the first that bears it out."""
    asked = question.asked
    for source in question.tied:
        binder = bench.binder(source)
        if binder is None:
            continue
        found = _dated(asked, binder) if isinstance(asked, Dating) else judge(asked, binder, question.wording)
        if question.is_loose and found.relation is Relation.NOT_IN_SOURCE:
            found = Judged(Relation.UNSURE, reason="nothing in its source can be told to be of the same thing")
        yield source, found
        if found.relation in PASSING:
            return


def _is_another_number(question: _Question, judged: Sequence[tuple[str, Judged]]) -> bool:
    """Whether a figure of a sentence that cites nothing, between two that cite one work, is another one there.

    A hedged number may be the writer's own reckoning.
    """
    figure, between = question.cited.figure, question.cited.reach is Reach.BETWEEN
    return between and not figure.hedge and all(found.relation is Relation.CONTRADICTED for _, found in judged)


def _said(question: _Question, source: str, judged: Judged, bench: _Bench, looked_in: list[str]) -> FigureVerdict:
    return FigureVerdict(
        question.cited.index,
        judged.relation,
        STATUS[judged.relation],
        question.is_period,
        bench.evidence(source, judged, question.cited.figure.span),
        judged.found,
        judged.formula,
        tied=question.tied,
        looked_in=tuple(looked_in),
    )


def _unchecked(question: _Question, status: Status, reason: str, looked_in: list[str]) -> FigureVerdict:
    return FigureVerdict(
        question.cited.index,
        Relation.UNSURE,
        status,
        question.is_period,
        reason=reason,
        tied=question.tied,
        looked_in=tuple(looked_in),
    )


def _missing(question: _Question, ties: Mapping[str, Tie]) -> tuple[str, ...]:
    """The references that a figure cites and that lead to nothing in hand."""
    named = dict.fromkeys(name for citation in question.cited.citations for name in citation.references)
    return tuple(name for name in named if name in ties and ties[name].status is TieStatus.MISSING)


def _fault(question: _Question, bench: _Bench, ties: Mapping[str, Tie]) -> tuple[Status, str] | None:
    """Why the sources that a figure cites could not all be read; None where they could."""
    for citation in question.cited.citations:
        if not citation.references:
            return Status.SOURCE_MISSING, "its citation leads to no reference"
        for name in citation.references:
            tie = ties.get(name)
            if tie is not None and tie.unavailable:
                return Status.SOURCE_UNAVAILABLE, tie.unavailable
            if tie is None or tie.status is TieStatus.MISSING:
                return Status.SOURCE_MISSING, "its source is not in hand"
            if tie.status is TieStatus.AMBIGUOUS:
                return Status.AMBIGUOUS, "its reference fits two sources"
            if any(bench.binder(source) is None for source in tie.leads_to):
                return Status.SOURCE_UNREADABLE, "its source is unreadable"
            if any(bench.shelf.document(source).unread for source in tie.leads_to):
                return Status.SOURCE_UNREADABLE, "not in what could be read of its source"
    return None
