"""Which of a source's quantities speaks of the same as a claimed one: words, noun, unit, year, place, sex, age."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from holdwater.document import BlockKind, Span
from holdwater.extract.quantities.model import Dimension, Direction, Period, Quantity, Unit
from holdwater.findings.figures import rows
from holdwater.findings.figures.attribution import ACROSS, NOT_ITS_OWN, SHARED, WHOLE, shares
from holdwater.findings.figures.carried import with_kind, with_unit
from holdwater.findings.figures.claim import FROM, TO, Claim, noun_of, role
from holdwater.findings.figures.compare import alike, compare
from holdwater.findings.figures.confidence import is_confidence, is_interval
from holdwater.findings.figures.model import PASSING, Relation
from holdwater.findings.figures.places import Searched
from holdwater.findings.figures.ranges import bears_out_range, of_interval
from holdwater.findings.figures.stems import akin, places_of, stems_of
from holdwater.patterns import waiting

STERLING = Unit(Dimension.MONEY, "GBP")
YEAR = "year"
PLACE = "place"
SEX = "sex"
AGE = "age"
NOUN = "noun"
WAY = "direction"
PER = "per"
ROLE = "role"
ROW = "row"

_SENTENCE_BEFORE, _HEADING = 0.5, 0.5
"""What a word counts that stands in the sentence before, or in the heading or a table's title."""
_GOOD, _BAD = 0.12, 0.4

_YEAR = waiting(r"(?<![\d.,])(1[5-9]\d\d|20\d\d)(?![\d%]|[.,]\d)")
_COUNTED = {Dimension.COUNT}


@dataclass(frozen=True)
class Bound:
    """One of the source's quantities as an answer to a claim.

    `affinity` is how much of the claim's words it shares, 0 to 1, `score` that with what agrees and what does not.
    `agrees` and `conflicts` name what both say, alike or otherwise ("year", "place", "noun", …). `fits` says that it is
    of the same kind (a level, a change), which a number needs not to be if it only has to be somewhere.
    """

    quantity: Quantity
    relation: Relation
    affinity: float
    score: float
    agrees: frozenset[str]
    conflicts: frozenset[str]
    fits: bool
    sentence: Span


@dataclass
class Binder:
    """Answers for one source, whose places have been noted."""

    searched: Searched
    _found: dict[tuple[Span, str], list[int]] = field(default_factory=dict)

    @cached_property
    def _by_sentence(self) -> dict[Span, list[Quantity]]:
        found: dict[Span, list[Quantity]] = defaultdict(list)
        text = self.searched.text
        for one in self.searched.measured.quantities:
            before = found[one.sentence]
            found[one.sentence].append(with_kind(text, with_unit(text, one, before), before))
        return found

    @cached_property
    def _place_names(self) -> frozenset[str]:
        """The stems of the places that the source's figures are of."""
        return frozenset(one for each in self.searched.measured.quantities for one in stems_of(each.frame.places))

    @cached_property
    def _heading_starts(self) -> list[tuple[int, Span]]:
        blocks = self.searched.document.blocks
        return [(block.span.start, block.span) for block in blocks if block.kind is BlockKind.HEADING]

    def sentences(self) -> Iterator[tuple[Span, Sequence[Quantity]]]:
        """The sentences (and cells of tables) read, with their quantities."""
        yield from self._by_sentence.items()

    def quantities(self) -> Iterator[Quantity]:
        """All quantities read, each with the unit that it carries on."""
        for figures in self._by_sentence.values():
            yield from figures

    def answers(self, claim: Claim) -> list[Bound]:
        """All quantities of the source that can be compared with the claimed one."""
        found: list[Bound] = []
        for sentence, quantities in self._by_sentence.items():
            related = [(one, self._compared(claim, one)) for one in quantities]
            comparable = [one for one, relation in related if relation is not None]
            if not comparable:
                continue
            words = self.credit(claim, sentence, comparable)
            found.extend(
                self._bound(claim, one, relation, sentence, words[one.span])
                for one, relation in related
                if relation is not None
            )
        return found

    def _compared(self, claim: Claim, one: Quantity) -> Relation | None:
        """How the claimed quantity stands to one of the source's; a confidence level only to another one."""
        if claim.is_confidence is not is_confidence(self.searched.text, one):
            return None
        if claim.is_interval:
            return of_interval(claim.quantity, one)
        if not claim.quantity.is_range and is_interval(self.searched.text, one):
            return None  # it says how sure another figure is
        found = compare(claim.quantity, one) or self._compared_as_pounds(claim, one)
        if found in PASSING and claim.quantity.is_range and not bears_out_range(claim.quantity, one, self._beside(one)):
            return Relation.UNSURE
        return found

    def _beside(self, one: Quantity) -> Iterator[Quantity]:
        """The figures of a figure's sentence or of its table, and wherever they stand those of its unit."""
        placed = self.searched.in_grid(one.span.start)
        for sentence in placed[0].cells if placed else (one.sentence,):
            yield from self.of_sentence(sentence)
        named = self._by_sentence.values() if one.unit.name else ()
        yield from (each for figures in named for each in figures if each.unit == one.unit)

    def _compared_as_pounds(self, claim: Claim, one: Quantity) -> Relation | None:
        """The same where one of them is in pounds that may be money or weight: an equal number passes, none is denied.

        "14,260 pounds" says "£14,260" in other words, and so does "14,260l." of an old book.
        """
        mine, its = claim.quantity.unit, one.unit
        unclear = its.name == "pound" or (its.name == "litre" and one.span.of(self.searched.text)[-1:] in ("l", "."))
        if not (mine.name == "GBP" and unclear) and not (mine.name == "pound" and its.name == "GBP"):
            return None
        found = compare(replace(claim.quantity, unit=STERLING), replace(one, unit=STERLING))
        return found if found in PASSING else None

    def coverage(self, claim: Claim, sentence: Span) -> float:
        """How much of the claim's words a sentence of the source holds, 0 to 1."""
        whole = sum(self._counts(claim, one) for one in claim.stems)
        held = sum(self._counts(claim, one) for one in claim.stems if self.places_in(sentence, one))
        return held / whole if whole else 0.0

    def _counts(self, claim: Claim, one: str) -> float:
        return claim.stems[one] * self.searched.weight(one)

    def of_sentence(self, sentence: Span) -> Sequence[Quantity]:
        """The quantities of a sentence that was read, in the text's order."""
        return self._by_sentence.get(sentence, ())

    def places_in(self, span: Span, one: str) -> list[int]:
        """Where words of a stem stand in a stretch of the text."""
        key = (span, one)
        if key not in self._found:
            places = self.searched.places(one)
            low, high = bisect_left(places, span.start), bisect_left(places, span.end)
            self._found[key] = places[low:high]
        return self._found[key]

    def credit(self, claim: Claim, sentence: Span, comparable: Sequence[Quantity]) -> dict[Span, float]:
        """How much of the claim's words speaks for each of a sentence's quantities, 0 to 1."""
        whole = sum(self._counts(claim, one) for one in claim.stems) or 1.0
        given = {one.span: 0.0 for one in comparable}
        around = self._context(sentence)
        nouns = {each.span: noun_of(each) for each in comparable}
        for one in claim.stems:
            counts = self._counts(claim, one) / whole
            at = self.places_in(sentence, one)
            if at:
                for each, share in zip(comparable, self._shares(at, comparable).values(), strict=True):
                    given[each.span] += counts * (WHOLE if _is_its_noun(one, at, each.span, nouns) else share)
            elif share := self._context_share(one, around):
                for span in given:
                    given[span] += counts * share
        return given

    def _shares(self, at: Sequence[int], comparable: Sequence[Quantity]) -> dict[Span, float]:
        """What one word counts for each quantity of its sentence, wherever it stands there."""
        spans = [one.span for one in comparable]
        found = dict.fromkeys(spans, 0.0)
        for place in at:
            for span, share in zip(spans, shares(self.searched.text, spans, place), strict=True):
                found[span] = max(found[span], share)
        return found

    def shares_of(self, one: Bound, other: Bound, word: str) -> list[tuple[float, float]]:
        """What a stem counts for each of two figures of one sentence, wherever it stands there."""
        figures = [each for each in self.of_sentence(one.sentence) if each.unit.dimension is not Dimension.ORDINAL]
        spans = [each.span for each in figures]
        mine, its = spans.index(one.quantity.span), spans.index(other.quantity.span)
        given = [shares(self.searched.text, spans, at) for at in self.places_in(one.sentence, word)]
        return [(each[mine], each[its]) for each in given]

    def own_words(self, claim: Claim, one: Bound, other: Bound) -> float:
        """How much of the claim's words stands in a sentence for one figure of it, and not for another one."""
        if one.sentence != other.sentence:
            return 0.0
        both = sorted((one.quantity, other.quantity), key=lambda each: each.span.start)
        alike_nouns = akin(noun_of(both[0]), noun_of(both[1]))
        found = 0.0
        for word in claim.stems:
            at = self.places_in(one.sentence, word)
            if alike_nouns:
                # "10,000 blue whales, down from 350,000": the second is of blue whales too.
                at = [place for place in at if not any(each.span.start <= place < each.span.end for each in both)]
            given = self._shares(at, both)
            if given[one.quantity.span] == WHOLE and given[other.quantity.span] <= ACROSS:
                found += self._counts(claim, word)
        return found / (sum(self._counts(claim, word) for word in claim.stems) or 1.0)

    def _context(self, sentence: Span) -> list[tuple[str, float]]:
        """The texts around a sentence that its words may be taken from, folded, with what a word there counts."""
        lower = self.searched.lower
        placed = self.searched.in_grid(sentence.start)
        if placed:
            grid, index = placed
            named = [(head.of(lower), 1.0) for head in grid.heads(index)]
            return [*named, (self.searched.title(grid).lower(), _HEADING)]
        heading = self._heading(sentence.start)
        return [(self.searched.before(sentence), _SENTENCE_BEFORE), (heading.of(lower) if heading else "", _HEADING)]

    def _heading(self, at: int) -> Span | None:
        starts = self._heading_starts
        index = bisect_left(starts, (at, Span(0, 0))) - 1
        return starts[index][1] if index >= 0 else None

    def _context_share(self, one: str, around: Sequence[tuple[str, float]]) -> float:
        return max((share for text, share in around if text and places_of(text, one, most=20)), default=0.0)

    def _bound(self, claim: Claim, one: Quantity, relation: Relation, sentence: Span, affinity: float) -> Bound:
        agrees, conflicts = set[str](), set[str]()
        for name, same in self._agreements(claim, one, sentence):
            if same is not None:
                (agrees if same else conflicts).add(name)
        score = affinity + _GOOD * len(agrees - {ROW}) - _BAD * len(conflicts)
        fits = alike(claim.quantity.kind, one.kind)
        return Bound(one, relation, affinity, score, frozenset(agrees), frozenset(conflicts), fits, sentence)

    def _agreements(self, claim: Claim, one: Quantity, sentence: Span) -> Iterator[tuple[str, bool | None]]:
        """What both quantities name: whether it is the same, None where one of them does not name it."""
        mine, its = claim.quantity.frame, one.frame
        yield YEAR, self._same_year(claim, one, sentence)
        places = claim.places or tuple(word for word in claim.stems if word in self._place_names)
        yield PLACE, _same_place(places, stems_of(its.places))
        yield SEX, (mine.sex == its.sex) if mine.sex and its.sex else None
        yield AGE, (mine.ages == its.ages) if mine.ages and its.ages else None
        changing = mine.direction is not Direction.NONE and its.direction is not Direction.NONE
        yield WAY, (mine.direction is its.direction) if changing and alike(claim.quantity.kind, one.kind) else None
        yield NOUN, _same_noun(claim, one)
        roles = claim.role, role(self.searched.text, one)
        yield ROLE, roles[0] == roles[1] if all(roles) else None
        yield ROW, rows.is_of_row(self.searched, claim, one)
        per = claim.quantity.unit.per, one.unit.per
        yield PER, (akin(per[0], per[1]) or per[0] == per[1]) if all(per) else None

    def _same_year(self, claim: Claim, one: Quantity, sentence: Span) -> bool | None:
        wanted = next((ends_of(period) for period in claim.periods if period.first or period.last), None)
        if wanted is None:
            return None
        period, share = self._period_of(one)
        if period is not None:
            same = overlap(wanted, _end_of(period, role(self.searched.text, one)))
            return same if share >= (ACROSS if same else SHARED) else None
        if self._periods_by_sentence.get(sentence):
            return None
        around = sorted(self._years(sentence))
        if len(around) == 2:
            # "between 1930 and 2008. It shrank from 14.2 to 9.7": each end has its year.
            around = {FROM: around[:1], TO: around[1:]}.get(role(self.searched.text, one), around)
        return any(overlap(wanted, span) for span in around) if around else None

    @cached_property
    def _periods_by_sentence(self) -> dict[Span, list[Period]]:
        found: dict[Span, list[Period]] = defaultdict(list)
        for period in self.searched.measured.periods:
            if period.first or period.last:
                found[period.sentence].append(period)
        return found

    def periods_of(self, sentence: Span) -> Sequence[Period]:
        """The periods with an end that a sentence names."""
        return self._periods_by_sentence.get(sentence, ())

    def period_of(self, one: Quantity) -> Period | None:
        """The period that a quantity is of by its sentence."""
        return self._period_of(one)[0]

    def times_of(self, one: Quantity) -> Sequence[tuple[date, date]]:
        """The days that a quantity is of: by its sentence, or by the years of the heads of a table."""
        period = self.period_of(one)
        if period is not None:
            return [ends_of(period)]
        return list(self._years(one.sentence)) if self.searched.in_grid(one.span.start) else ()

    def _period_of(self, one: Quantity) -> tuple[Period | None, float]:
        """The period that speaks for a quantity as a word of its sentence does, and how much; the nearest of equals."""
        figures = [each.span for each in self._by_sentence[one.sentence]]
        best: tuple[float, int] = (NOT_ITS_OWN, 0)
        found = None
        for period in self._periods_by_sentence.get(one.sentence, ()):
            share = shares(self.searched.text, figures, period.span.start)[figures.index(one.span)]
            rank = share, -abs(period.span.start - one.span.start)
            if share > NOT_ITS_OWN and rank > best:
                best, found = rank, period
        return found, best[0]

    def _years(self, sentence: Span) -> Iterator[tuple[date, date]]:
        """The years that the text around a sentence names, where the sentence's own number has none."""
        for text, _ in self._context(sentence):
            for match in _YEAR.finditer(text):
                year = int(match[1])
                yield date(year, 1, 1), date(year, 12, 31)


def _is_its_noun(one: str, at: Sequence[int], figure: Span, nouns: Mapping[Span, str]) -> bool:
    """Whether a word is that of what a figure counts, which the sentence may say with another one alone:
    "10,000 blue whales, down from 350,000"."""
    noun = nouns[figure]
    if not noun or akin(one, noun):
        return bool(noun)
    same = [span for span, other in nouns.items() if span != figure and akin(other, noun)]
    return any(span.start <= place < span.end for span in same for place in at)


def _end_of(period: Period, which: str) -> tuple[date, date]:
    """The days of a period; of a range only those of the year in which a change goes out from, or to, a figure."""
    first, last = ends_of(period)
    if period.is_range and period.first and period.last and which:
        year = first.year if which == FROM else last.year
        return date(year, 1, 1), date(year, 12, 31)
    return first, last


def ends_of(period: Period) -> tuple[date, date]:
    """The first and the last day of a period; an open end has no limit."""
    return period.first or date.min, period.last or date.max


def overlap(left: tuple[date, date], right: tuple[date, date]) -> bool:
    """Whether two stretches of days have one in common."""
    return left[0] <= right[1] and right[0] <= left[1]


def _same_place(mine: Sequence[str], its: Sequence[str]) -> bool | None:
    if not mine or not its:
        return None
    return any(akin(left, right) for left in mine for right in its)


def _same_noun(claim: Claim, one: Quantity) -> bool | None:
    """Whether both count or measure the same; nouns told from the words around a number are only believed alike."""
    other = noun_of(one)
    if not claim.noun or not other:
        return None
    if akin(claim.noun, other) or any(akin(claim.noun, word) for word in stems_of([one.frame.noun])):
        return True
    if any(akin(other, word) for word in claim.stems):
        return None
    both = claim.quantity.unit.dimension in _COUNTED and one.unit.dimension in _COUNTED
    return False if both else None
