"""From a text to drafts of quantities: where a number stands, whether it is one, its unit, hedge, range and noun."""

from __future__ import annotations

import re
from dataclasses import replace

from holdwater.document import Span
from holdwater.extract.quantities import currencies
from holdwater.extract.quantities.changes import COMPARING, FOLDS, MULTIPLES
from holdwater.extract.quantities.counting import add_noun
from holdwater.extract.quantities.drafts import Draft, Words
from holdwater.extract.quantities.hedges import hedge_before
from holdwater.extract.quantities.hits import CURRENCY_CODES, HIT, STARTS, TWICE
from holdwater.extract.quantities.masks import Masks
from holdwater.extract.quantities.model import Dimension, Hedge, QuantityKind, Unit
from holdwater.extract.quantities.nouns import names_something
from holdwater.extract.quantities.numerals import Form, Numeral, groups_by_stops, read_numeral
from holdwater.extract.quantities.pairs import Measure, join
from holdwater.extract.quantities.proportions import Proportion, proportion
from holdwater.extract.quantities.qualifying import add_hedge, is_multiple, note_age
from holdwater.extract.quantities.ranks import rank_at, superlative_at
from holdwater.extract.quantities.units import PERCENT, UnitRead, money_before, unit_behind, with_per
from holdwater.extract.sentences import Sentences
from holdwater.patterns import waiting

_ONE_BEFORE = frozenset(
    "the this that which no any every each some another next previous last first such same wrong right only-the good "
    "bad "
    "big little whole either neither not my his her its your our their day public loved".split()
)
_ONE_AFTER = waiting(
    r"\s+(?:of|another|who|whom|that|which|can|could|should|must|may|might|would|will|is|was|has|had|does|day|needs?"
    r"|sees|finds?|knows?|thinks?|by|or|and|"
    r"to|might|cannot|ought|feels?|wants?|such|side|hand|way|thing|point|occasion|instance|sense|respect|end|reason"
    r"|more|whose|where|in which|after|but|as|at|for|from|gets|wishes|were|be|on|with|also|now|then)\b|\s+[A-Z]"
    r"|['’,.;:)?!]|-(?:sided|way|on|off|to|time)|\s?$"
)
_IN = waiting(r"\s(?P<how>in|out\sof|of\severy)\s(?:every\s|each\s)?(?=[\dA-Za-z])")
_MONEY_YEAR = waiting(
    r"\s(?:U\.?S\.?\s|constant\s|international\s)*(?:dollars?|euros?|pounds|prices|US\$|\$|USD|yen|terms"
    r"|rupees)(?![a-z])"
)
_COMPARED = waiting(r"\b(?:high|low|larg|small|great|bett|bigg|cheap|dear|fast|slow|weak|strong|worse)\w*\sthan\s$")
_FROM_ONE = waiting(r"\bfrom\sone\s[^.,;]{2,30}?\sto\s(?:the\snext|another)\b", re.IGNORECASE)
_PER_BEFORE = waiting(r"\bper\s$")
_COMPOUND_WORD = waiting(r"-(?:rate|class|party|hand|person|world|degree|generation|grade|floor|time|born)\b")
_AS = waiting(r"\s(?:as\s(?!a\b|the\b|an\b|if\b|though\b|it\b|they\b|of\b)[a-z]+|(?P<more>(?:more|less|fewer)\b))")
_MANY = waiting(r"\s(?:the|that|those|its|their|what)\b")
_STANDS_ALONE = waiting(r"[.,;:)]|\s?$|\s(?:in|at|since|during|before|by|and|or|but|this|last|over)\b")
_OF_UNIT = waiting(r"\s(?:of\s)?(?:an?)\s(?=[a-z])")
_NOT_HALF = frozenset(
    "first second other latter better last top bottom upper lower former each either front back later earlier".split()
)
_THIRD_NOT_PART = frozenset(
    """of the in to less more fewer higher lower are were is was have had has say said never from by at as who
    than""".split()
)


class Scanner:
    """Reads the drafts of one paragraph after another."""

    def __init__(self, text: str, masks: Masks) -> None:
        self._text = text
        self._masks = masks
        self._european = groups_by_stops(text)
        self.drafts: list[Draft] = []

    def read(self, span: Span) -> None:
        """Add the drafts of one paragraph."""
        text, position = self._text, span.start
        self._paragraph = span
        self._sentences: Sentences | None = None
        self._words: Words | None = None
        for hit in HIT.finditer(text, span.start, span.end):
            if hit.start() < position:
                continue
            covered = self._masks.covered(hit.start(), hit.start() + 1)
            position = covered if covered >= 0 else max(position, self._at(hit, position))

    def _at(self, hit: re.Match[str], floor: int) -> int:
        """Read what begins at a hit; return how far the text is used up."""
        word = hit.group().lower()
        if word[0].isdigit() or word in STARTS:
            return self._number(hit.start(), floor)
        if word in CURRENCY_CODES:
            return self._number(hit.end(), hit.start())
        if word in MULTIPLES:
            return self._multiple(hit, floor)
        if word in TWICE:
            return self._twice(hit, floor)
        return self._fold(hit, floor) if word.endswith("fold") else self._superlative(hit, floor)

    def _words_at(self, offset: int) -> Words:
        if self._words is None or not self._words.span.start <= offset < self._words.span.end:
            if self._sentences is None:
                self._sentences = Sentences(self._text, self._paragraph)
            self._words = Words(self._text, self._sentences.around(offset))
        return self._words

    def _number(self, start: int, floor: int) -> int:
        text = self._text
        money = money_before(text, start, floor) if text[start].isdigit() else None
        between = text.startswith("between ", max(0, start - 8)) or text.startswith("between\n", max(0, start - 8))
        numeral = read_numeral(text, start, money=money is not None, between=between, european=self._european)
        if numeral is None and text[start] in "aA":
            return self._article(start, floor)
        if numeral is None:
            return self._skip_digits(start)
        if numeral.start < floor:
            numeral = replace(numeral, start=start)
        elif money is None and numeral.start < start and text[numeral.start - 1 : numeral.start] in currencies.SYMBOLS:
            money = money_before(text, numeral.start, floor)
        if money is None and self._masks.is_label(numeral, self._paragraph.start):
            return self._skip_digits(numeral.end - 1) if text[numeral.end - 1].isdigit() else numeral.end
        if numeral.form is Form.ORDINAL:
            return self._ordinal(numeral, floor)
        if self._is_no_number(numeral) or (money and _PER_BEFORE.search(text, max(0, money[1] - 5), money[1])):
            return numeral.end
        return self._measured(numeral, money, floor)

    def _article(self, start: int, floor: int) -> int:
        """ "more than a day", "under an hour": behind a hedge, an article before a unit is one of it."""
        text = self._text
        end = start + (2 if text[start + 1] == "n" else 1)
        hedge, _ = hedge_before(text, start, max(floor, self._paragraph.start))
        numeral = Numeral(start, end, 1.0, (0.5,), Form.WORDS)
        read = unit_behind(text, numeral, self._paragraph.end)
        if read is None or (hedge in (Hedge.NONE, Hedge.ABOUT) and not text.startswith("within ", max(0, start - 7))):
            return end
        if _COMPARED.search(text, max(floor, start - 14), start):
            return end
        return self._add(Measure(numeral, None, read), None, floor)

    def _skip_digits(self, start: int) -> int:
        """Behind the run of digits, dots and letters that is no number."""
        match = _RUN.match(self._text, start, self._paragraph.end)
        return match.end() if match else start + 1

    def _is_no_number(self, numeral: Numeral) -> bool:
        """ "the one who", "the second half": words that name no number here."""
        text = self._text
        word = text[numeral.start : numeral.end].lower()
        if word == "one":
            before = text[max(0, numeral.start - 14) : numeral.start].lower().split()
            if unit_behind(text, numeral, self._paragraph.end):
                return False
            said = bool(before) and before[-1] in _ONE_BEFORE
            said = said or _FROM_ONE.match(text, max(0, numeral.start - 5)) is not None
            return said or (_ONE_AFTER.match(text, numeral.end) is not None and not _IN.match(text, numeral.end))
        if word in ("half", "quarter", "a quarter"):
            before = text[max(0, numeral.start - 12) : numeral.start].lower().replace("-", " ").split()
            if before and before[-1] in _NOT_HALF:
                return True
            return word == "quarter" or (
                text[numeral.end : numeral.end + 1] == "-" and not text.startswith(("-hour", "-mile"), numeral.end)
            )
        if numeral.form is Form.PART and _COMPOUND_WORD.match(text, numeral.end):
            return True
        if numeral.form is Form.PART and word.startswith(("a ", "an ")) and word not in ("a half",):
            follows = re.match(r"\s+([a-z]+)", text[numeral.end : numeral.end + 16])
            if follows and hedge_before(text, numeral.start, self._paragraph.start)[0] is not Hedge.NONE:
                return False
            return follows is not None and follows.group(1) not in _THIRD_NOT_PART
        return False

    def _measured(self, numeral: Numeral, money: tuple[str, int] | None, floor: int) -> int:
        text, limit = self._text, self._paragraph.end
        found = proportion(text, numeral, self._paragraph, self._masks) if money is None else None
        if found is not None:
            return self._related(numeral, found, floor)
        measure = Measure(numeral, money, self._unit(numeral, money, limit))
        joined = join(text, measure, limit, self._masks, floor)
        if joined is None:
            return self._single(measure, floor)
        if joined.is_range:
            return self._add(joined.first, joined.second, floor)
        end = self._add(joined.first, None, floor)
        first = self.drafts[-1]
        end = self._add(joined.second, None, end)
        second = self.drafts[-1]
        if second is not first:
            first.starts_at = second.starts_at = first
            first.ends_at = second.ends_at = second
        return end

    def _related(self, numeral: Numeral, found: Proportion, floor: int) -> int:
        """Add the draft of one number to another."""
        draft = _draft(numeral, numeral, found.unit, self._words_at(numeral.start))
        draft.value = draft.low = draft.high = found.value
        draft.half_steps, draft.form = found.half_steps or (found.value / 100, found.value / 20), Form.PART
        draft.kind, draft.noun = found.kind, found.noun
        draft.number, draft.end = (numeral.start, found.end), found.end
        return self._finish(draft, floor)

    def _single(self, measure: Measure, floor: int) -> int:
        numeral = measure.numeral
        bare = measure.read is None and measure.money is None
        if bare and numeral.end < len(self._text) and self._is_code(numeral):
            return self._skip_digits(numeral.end - 1)
        return self._add(measure, None, floor)

    def _is_code(self, numeral: Numeral) -> bool:
        """Letters glued to digits that are no unit: "3D", "24703L202"."""
        follow = self._text[numeral.end]
        glued = follow.isalpha() and self._text[numeral.end - 1].isdigit()
        return glued or (follow == "_")

    def _unit(self, numeral: Numeral, money: tuple[str, int] | None, limit: int) -> UnitRead | None:
        if money is not None:
            after = unit_behind(self._text, numeral, limit)
            same = after and after.unit.dimension is Dimension.MONEY
            end = after.end if after and same else numeral.end
            code = after.unit.name if after and same and money[0] == "$" else money[0]
            return with_per(self._text, UnitRead(Unit(Dimension.MONEY, code), end), limit)
        read = unit_behind(self._text, numeral, limit)
        if numeral.form is not Form.PART or (read and read.unit.dimension is not Dimension.NUMBER):
            return read
        gap = _OF_UNIT.match(self._text, numeral.end, limit)
        if gap is None:
            return None
        return unit_behind(self._text, replace(numeral, end=gap.end() - 1), limit)

    def _add(self, measure: Measure, until: Measure | None, floor: int) -> int:
        """Add the draft of one measure, or of the range from it to `until`; return where it ends."""
        last = until or measure
        numeral = last.numeral
        limit = self._paragraph.end
        words = self._words_at(measure.numeral.start)
        limit = min(limit, max(words.span.end, numeral.end))
        read = last.read or measure.read
        end = max(numeral.end, last.read.end if last.read else 0)
        begin = measure.money[1] if measure.money else measure.numeral.start
        draft = _draft(measure.numeral, numeral, read.unit if read else Unit(), words)
        if read and read.scale != 1:
            draft.value, draft.low, draft.high = (each * read.scale for each in (draft.value, draft.low, draft.high))
            draft.half_steps = tuple(step * read.scale for step in draft.half_steps)
        draft.start, draft.end = begin, end
        if read is None:
            end = add_noun(self._text, draft, numeral, limit, self._masks)
        if self._is_money_year(draft, numeral):
            return end
        if self._is_bare_year(draft, numeral):
            return end
        bare = draft.unit.dimension is Dimension.NUMBER and not draft.is_range
        if (
            bare
            and numeral.form is Form.DIGITS
            and not numeral.scaled
            and self._masks.is_tabular(numeral.start, numeral.end)
        ):
            return end
        add_hedge(self._text, draft, floor, limit)
        if is_multiple(self._text, draft, numeral, limit):
            end = draft.end
        note_age(self._text, draft, numeral, self._paragraph.start)
        if draft.unit.dimension is Dimension.NUMBER and draft.hedge is Hedge.NONE and self._is_vague(numeral):
            return end
        self._indices(draft)
        self.drafts.append(draft)
        return end

    def _is_vague(self, numeral: Numeral) -> bool:
        """Whether it is "one" without what it counts, or "zero" as an adjective ("the zero checksum")."""
        word = self._text[numeral.start : numeral.end].lower()
        return word == "one" or (word == "zero" and names_something(self._text, numeral.end, self._paragraph.end))

    def _is_money_year(self, draft: Draft, numeral: Numeral) -> bool:
        """Whether a year says what money is expressed in ("in 2015 dollars"): the amount before it then has that "
        "year."""
        if numeral.end - numeral.start != 4 or not 1800 <= numeral.value < 2100 or numeral.form is not Form.DIGITS:
            return False
        if draft.start != numeral.start or _MONEY_YEAR.match(self._text, numeral.end) is None:
            return False
        for earlier in reversed(self.drafts[-4:]):
            if earlier.words is draft.words and earlier.unit.dimension is Dimension.MONEY:
                earlier.unit = replace(earlier.unit, year=int(numeral.value))
        return True

    def _is_bare_year(self, draft: Draft, numeral: Numeral) -> bool:
        """Four digits that may be a year and count nothing; digits of a year with a note mark glued to them."""
        if numeral.form is not Form.DIGITS or numeral.scaled or draft.unit.dimension is Dimension.MONEY:
            return False
        written = self._text[numeral.start : numeral.end]
        if not written.isdigit() or draft.is_range:
            return False
        if len(written) == 4:
            return draft.unit.dimension is Dimension.NUMBER and 1500 <= numeral.value < 2100
        return self._masks.is_year_with_mark(numeral) and draft.unit.dimension in (Dimension.NUMBER, Dimension.COUNT)

    def _indices(self, draft: Draft) -> None:
        draft.before = draft.words.first_from(draft.start)
        draft.behind = draft.words.first_from(draft.end)

    def _finish(self, draft: Draft, floor: int) -> int:
        add_hedge(self._text, draft, floor, draft.words.span.end)
        self._indices(draft)
        self.drafts.append(draft)
        return draft.end

    def _multiple(self, hit: re.Match[str], floor: int) -> int:
        """ "doubled": a relative change of 100 %."""
        value = MULTIPLES[hit.group().lower()]
        if self._text[hit.end() : hit.end() + 1] == "-":
            return hit.end()
        draft = self._worded(hit, abs(value), PERCENT, QuantityKind.RELATIVE_CHANGE)
        draft.direction = COMPARING["up"] if value > 0 else COMPARING["down"]
        return self._finish(draft, floor)

    def _twice(self, hit: re.Match[str], floor: int) -> int:
        """ "twice as many", "twice the", "double the"; "twice a year" counts times."""
        text, word = self._text, hit.group().lower()
        value = TWICE[word]
        limit = self._paragraph.end
        if (match := _AS.match(text, hit.end(), limit)) or _MANY.match(text, hit.end(), limit):
            kind = QuantityKind.TIMES_MORE if match and match["more"] else QuantityKind.RATIO
            return self._finish(self._worded(hit, value, Unit(Dimension.TIMES, "times"), kind), floor)
        read = with_per(text, UnitRead(Unit(Dimension.COUNT, "time"), hit.end()), limit)
        if not read.unit.per and not (word == "twice" and _STANDS_ALONE.match(text, hit.end(), limit)):
            return hit.end()
        draft = self._worded(hit, value, read.unit, QuantityKind.LEVEL)
        draft.noun, draft.end = "times", read.end
        return self._finish(draft, floor)

    def _fold(self, hit: re.Match[str], floor: int) -> int:
        value = FOLDS[hit.group().lower().removesuffix("fold").rstrip("-")]
        return self._finish(self._worded(hit, value, Unit(Dimension.TIMES, "times"), QuantityKind.RATIO), floor)

    def _worded(self, hit: re.Match[str], value: float, unit: Unit, kind: QuantityKind) -> Draft:
        numeral = Numeral(hit.start(), hit.end(), value, (value / 100, value / 20), Form.WORDS)
        draft = _draft(numeral, numeral, unit, self._words_at(hit.start()))
        draft.kind = kind
        return draft

    def _ordinal(self, numeral: Numeral, floor: int) -> int:
        found = rank_at(self._text, numeral, self._paragraph.start, self._paragraph.end)
        if found is None:
            return numeral.end
        draft = _draft(numeral, numeral, Unit(Dimension.ORDINAL, "rank"), self._words_at(numeral.start))
        draft.kind, draft.end, draft.half_steps = QuantityKind.RANK, found, (0.5,)
        return self._finish(draft, floor)

    def _superlative(self, hit: re.Match[str], floor: int) -> int:
        found = superlative_at(self._text, hit.start(), self._words_at(hit.start()).span.end)
        if found is None:
            return hit.start()
        numeral = Numeral(found.start, found.end, 1.0, (0.5,), Form.WORDS)
        draft = _draft(numeral, numeral, Unit(Dimension.ORDINAL, "rank"), self._words_at(hit.start()))
        draft.kind = QuantityKind.SUPERLATIVE
        self._indices(draft)
        self.drafts.append(draft)
        return hit.end() if self._text[found.start].lower() == "n" else found.end


_RUN = waiting(r"[\w.]*\w")


def _draft(first: Numeral, last: Numeral, unit: Unit, words: Words) -> Draft:
    """The draft of one number, or of the range between two."""
    is_range = first is not last
    low, high = min(first.value, last.value), max(first.value, last.value)
    steps = first.half_steps if first.half_steps[0] <= last.half_steps[0] else last.half_steps
    value = (low + high) / 2 if is_range else first.value
    number, form = (first.start, last.end), last.form
    return Draft(first.start, last.end, number, value, low, high, steps, form, unit, words, is_range=is_range)
