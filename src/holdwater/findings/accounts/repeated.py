"""NUM205: one quantity that the document gives twice, with different values.

Two numbers are the same quantity only where all that is said of them agrees: unit and kind, years, places, sex and
age, and nearly all the words of the clause. A number taken up again ("the 430 pupils", "its 430 pupils") is the one
that was given before, if the document gave only one such number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from holdwater.extract.quantities.model import Dimension, Period, Quantity, QuantityKind
from holdwater.findings.accounts.amounts import is_hedged, reach, scaled, shown
from holdwater.findings.accounts.calendar import ends, is_dated
from holdwater.findings.accounts.model import Discrepancy, DiscrepancyKind
from holdwater.findings.accounts.sketch import STOP, G, P, Sketch, V
from holdwater.patterns import waiting

MOST = 60
"""Mentions of one unit above which a document is not gone through for pairs: it is a table or a log."""
_SHARED = 0.33
"""The share of the clauses' content words that two mentions must have in common."""
_NEAR = 2
"""Paragraphs between two mentions of "the bridge" within which it is one bridge."""
_LEFT, _RIGHT = 90, 60
_FAR = 0.5
"""How far apart two numbers may be, as a part of the greater, for the second to take up the first."""
_SHORT = 5
"""Letters of a word up to which nothing but a plural's or a possessor's ending is taken off."""
_SMALL = 10
"""Counts below it are too common to be taken up by their noun alone."""
_KINDS = frozenset({QuantityKind.LEVEL, QuantityKind.SHARE, QuantityKind.TOTAL})
_BARE = frozenset({Dimension.RATE, Dimension.TIMES, Dimension.ORDINAL, Dimension.TIME})
_CUT_LEFT = waiting(rf"[\ue000-\ue7ff\uf400-\uf7fe{STOP};:()]|\.\s")
_CUT_RIGHT = waiting(rf"[\ue000-\ue7ff\uf400-\uf7fe{STOP};:(),.]|\b(?:and|but|while|whereas)\b")
_ONCE = waiting(
    rf"(?:^|(?<=[\s,;({STOP}]))(?P<who>[^\W\d]+ (?!was |were |had |has |is )[^\W\d]+|[^\W\d]+),? (?:(?:was|were|"
    rf"had been|has been|is) )?"
    rf"(?P<verb>born|founded|established|built|burned down|burnt down|completed|died|published|began|begun|broke "
    rf"out|opened) (?P<how>in|on) (?P<p>{P})"
)
_WHO = waiting(
    r"^(?:he|she|it|they|who|which|that|was|were|and|or|also|but|\w+ (?:he|she|it|they|who|which|was|were|and))$"
)
_BEGAN = {"began": "begun", "burnt down": "burned down"}
_OFTEN = frozenset({"published", "began", "begun", "opened", "broke out", "completed"})
"""What happens again and again, but not to one and the same "the novel"."""
_LETTER, _DATES = waiting(V), waiting(rf"{P}|{G}")
_NUMBER = waiting("[\ue000-\ue7ff\uf400-\uf7fe]")
_YEAR = waiting(r"\b(?:1[5-9]|20)\d\d\b")
_WORD = waiting(r"[a-zà-öø-ÿ][a-zà-öø-ÿ'’-]{2,}")
_NAME = waiting(r"(?<=[a-zà-öø-ÿ,;] )[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{2,}")
_EMPTY = frozenset(
    "the and was were are has had have been its their his her our this that these those there which who whom with for "
    "from into not but also only about some all any than then still it's they them she him will would can could may "
    "might shall should does did being itself one".split()
)
_TELLING_APART = waiting(
    r"\b(?:another|others?|more|further|additional|extra|new|newly|old|former|formerly|previous|previously|"
    r"second|third|"
    r"first|next|last|later|earlier|each(?! of)|every|per|now|today|currently|since|until|up to|originally|once|again|"
    r"remaining|rest|if|would|could|should|may|might|must|when|either|or|rose|fell|grew|increased?|decreased?|dropped|"
    r"same|different|average|mean|median|minimum|maximum|estimated?|claim(?:s|ed)?|according|reported|"
    r"said|says|expected|planned|prior|after|before|under|eligible|entitled|up|example|suppose|assume)\b"
)
_MEASURES = {
    word: measure
    for measure, words in (
        ("length", "long"),
        ("height", "high tall rise"),
        ("width", "wide broad breadth"),
        ("depth", "deep"),
        ("weight", "heavy weigh weighed"),
        ("cost", "price worth"),
    )
    for word in words.split()
}
"""Words that say which way a thing is measured, with those that say the same."""
_IS = waiting(
    r"\b(?:is|was|were|are|stood at|reached|totall?ed|came to|amounted to|put at|had been|"
    r"(?:population|number|total|figure|sum) of) $"
)
_INFORMATION = frozenset({"bit", "byte", "octet"})
_ADJUNCT = waiting(r"^ ?(?:with|at) (?:(?:its|a|an|the) (?:[a-z]+ )?(?:of )?)?$")
_SUBJECT = waiting(
    rf"(?P<when>[^,{STOP}]{{0,40}}), (?P<who>[^,{STOP}]{{2,50}}?) (?P<is>is|was|are|were|remains?|had|has)\b"
)
"""The clause after "with 4.9 million inhabitants in 2011, ": what the number is of."""
_MEASURED = waiting(r"(?:['’]s|\b(?:its|the)) (?:[a-z]+ )?(?:height|length|width|depth|weight|area) of $")
"""What a thing always measures: no date behind "the tower's height of 90 metres" says when it did."""
_RETOLD = waiting(r"\bthe [a-z]+, (?:which|who) (?:had )?[a-z]+ $")
"""What is told again by the way, of what is known by now: "the flood, which killed 120 people"."""
_FACT = waiting(
    r"^.*\b(?:notes?|noted|shows?|showed|recalls?|recalled|adds?|added|remembers?|knows?|points? out|pointed out) that "
)
_MEANS = waiting(r"(?:indicat|identif|mean|specif|denot|represent|correspond|signif|requir|stand|refer|appl|impl)\w*")
"""What a code does rather than what it counts: "1008 indicates", "2 identifies"."""
_DEFINITE = waiting(r"(?:^|[\s(—–])(?:the|its|their|all|these|all the|all of the|those|his|her|\w+['’]s)\s$")
_HEADS = waiting(
    r"(?<!in )(?<!of )(?<!for )(?<!with )(?<!to )(?<!on )(?<!at )(?<!by )(?<!from )\bthe "
    r"([a-zà-öø-ÿ-]{3,})"
)
_FINITE = waiting(r"\b(?:was|were|is|are|had|has|have|will|would|did|does|do|led|could|can)\b")
_THE = waiting(r"\bthe ([a-zà-öø-ÿ-]{3,})(?:['’]s)?(?: ([a-zà-öø-ÿ-]{3,}))?")
_RESTRICTED = waiting(
    r"^ ?(?:who|that|which|whose|whom|with|without|from|of|in|at|on|for|by|under|over|to|per|as|or|\w+ed(?! "
    r"(?:him|her|it|them|the|a|an|his|their)\b)|\w+ing)\b"
)


@dataclass(frozen=True, slots=True)
class _Mention:
    quantity: Quantity
    words: frozenset[str]
    retold: bool
    told: frozenset[str]  # the content words of its whole sentence
    named: frozenset[str]  # those of its own clause that are names
    heads: frozenset[str]  # those behind "the" or "its"
    articled: frozenset[str]  # the same, and those of "of the bridge"
    after: frozenset[str]  # those behind the number
    years: frozenset[int]
    unit_words: frozenset[str]
    bare: bool  # a number without a unit that is not said to be anything
    definite: bool
    dated_itself: bool  # the words behind the number that say which things it counts name a year
    apart: bool
    paragraph: int

    def agrees(self, other: _Mention) -> bool:
        """Whether all that is said of the two agrees."""
        one, two = self.quantity.frame, other.quantity.frame
        # A year that only the first of two mentions names holds for what is told again by the way.
        dated = self.years == other.years or (other.retold and not other.years and self.words == other.words)
        if self.apart or other.apart or not dated or self.quantity.kind is not other.quantity.kind:
            return False
        if self.unit_words != other.unit_words or (self.bare or other.bare):
            return False
        if self.quantity.unit.dimension is Dimension.PERCENT and not self.years:
            return False
        if one.sex != two.sex or one.ages != two.ages or frozenset(one.places) != frozenset(two.places):
            return False
        shared = self.words & other.words
        # What one of the two clauses says more is no difference; what each says for itself is.
        told = len(shared) + bool(self.years) + bool(one.places)
        if not shared or told < 2 or shared not in (self.words, other.words):
            return False
        if len(shared) < _SHARED * len(self.words | other.words):
            return False
        if self.quantity.unit.dimension is Dimension.NUMBER and not (self.years or one.places):
            return False
        near = abs(self.paragraph - other.paragraph) <= _NEAR
        return bool(shared & self.named & other.named or self.years or one.places or (near and self._same_head(other)))

    def _same_head(self, other: _Mention) -> bool:
        return bool(self.heads & other.articled or self.articled & other.heads)

    def differs(self, other: _Mention) -> bool:
        """Whether the two values cannot both be roundings of one."""
        (low, high), (least, most) = reach(self.quantity), reach(other.quantity)
        if low <= most and least <= high:
            return False
        coarse = max(_coarsest(self.quantity), _coarsest(other.quantity))
        return abs(scaled(self.quantity) - scaled(other.quantity)) > coarse


def repeated(drawn: Sequence[Sketch], text: str) -> Iterator[Discrepancy]:
    """The quantities that a document gives again with another value.

    Args:
        drawn: its paragraphs.
        text: its text.
    """
    groups: dict[tuple[str, ...], list[_Mention]] = defaultdict(list)
    for index, sketch in enumerate(drawn):
        names = frozenset(word.lower() for word in _NAME.findall(sketch.span.of(text)))
        for found in _LETTER.finditer(sketch.words):
            item = sketch.quantity(found[0])
            if _is_one(item, text):
                unit = item.unit
                mention = _mention(sketch, found.start(), item, names, index, text)
                groups[unit.dimension, unit.name, unit.per].append(mention)
    yield from _events(drawn, text)
    for mentions in groups.values():
        if 1 < len(mentions) <= MOST:
            yield from _pairs(mentions, text)


def _events(drawn: Sequence[Sketch], text: str) -> Iterator[Discrepancy]:
    """What happens once, dated twice: "the mill burned down in 1871" and "in 1817"."""
    known: dict[tuple[str, str], tuple[int, Period]] = {}
    for index, sketch in enumerate(drawn):
        for found in _ONCE.finditer(sketch.words):
            who, period = _who(found["who"]), sketch.period(found["p"])
            if not who or not is_dated(period, text):
                continue
            if found["verb"] in _OFTEN and not who.startswith("the "):
                continue
            paragraph, before = known.setdefault((who, _BEGAN.get(found["verb"], found["verb"])), (index, period))
            (first, last), (start, end) = ends(before), ends(period)
            if (last < start or end < first) and (index - paragraph <= _NEAR or not who.startswith("the ")):
                yield _two_dates(before, period, text)


def _who(words: str) -> str:
    """The one to whom it happened: a name, or "the mill"; "" for a pronoun."""
    if _WHO.match(words):
        return ""
    return words


def _two_dates(before: Period, again: Period, text: str) -> Discrepancy:
    first, then = (" ".join(one.span.of(text).split()) for one in (before, again))
    formula = f"{first} and {then} of the same"
    return Discrepancy(DiscrepancyKind.REPEATED, again.span, (before.span,), then, first, formula)


def _is_one(quantity: Quantity, text: str) -> bool:
    unit, words = quantity.unit, quantity.span.of(text)
    if "-" in words or unit.base in _INFORMATION:
        return False  # "a 16-bit field": what the number belongs to comes after it
    if "/" in words or (unit.dimension is Dimension.PHYSICAL and not any(map(str.isalpha, words))):
        return False
    if unit.dimension is Dimension.PHYSICAL and _YEAR.fullmatch(quantity.number.of(text)):
        return False  # "1955 W&R Fund"
    if unit.dimension is Dimension.COUNT and not unit.name[:1].isalpha():
        return False
    if unit.dimension is Dimension.COUNT and re.search(r"\d\S*\s+[A-Z]", words):
        return False  # a postal code before a name
    if unit.dimension is Dimension.COUNT and _MEANS.fullmatch(unit.name):
        return False
    return quantity.kind in _KINDS and quantity.unit.dimension not in _BARE and not is_hedged(quantity)


def _pairs(mentions: Sequence[_Mention], text: str) -> Iterator[Discrepancy]:
    for at, later in enumerate(mentions):
        before = mentions[:at]
        for earlier in before:
            if earlier.quantity.sentence == later.quantity.sentence:
                continue  # two different quantities in one sentence
            if earlier.differs(later) and (earlier.agrees(later) or _taken_up(earlier, later, before)):
                yield _two_values(earlier.quantity, later.quantity, text)
                break


def _taken_up(earlier: _Mention, later: _Mention, before: Sequence[_Mention]) -> bool:
    """Whether "the 430 pupils" takes up the only number of pupils given before."""
    one, two = earlier.quantity, later.quantity
    if two.unit.dimension is Dimension.MONEY or len(before) != 1 or not later.definite:
        return False
    if earlier.apart or later.apart or one.frame.noun != two.frame.noun or not later.after <= earlier.told:
        return False
    dated = earlier.years == later.years if later.dated_itself else not earlier.years
    same = one.frame.sex == two.frame.sex and dated
    return same and _is_slip(one.value, two.value) and min(one.value, two.value) >= _SMALL


def _is_slip(one: float, other: float) -> bool:
    """Whether one number may be the other miswritten: of one size, or a nought more or less."""
    times = max(one, other) / max(min(one, other), 1.0)
    return times <= 1 / _FAR or times == 10.0


def _mention(sketch: Sketch, at: int, item: Quantity, names: frozenset[str], index: int, text: str) -> _Mention:
    words = sketch.words
    left = _main(_CUT_LEFT.split(words[max(0, at - _LEFT) : at])[-1])
    right = _CUT_RIGHT.split(words[at + 1 : at + 1 + _RIGHT])[0]
    if _ADJUNCT.match(words[words.rfind(STOP, 0, at) + 1 : at]) and (main := _SUBJECT.match(words, at + 1)):
        right = f"{main['when'] or ''} {main['who']} {main['is']}"
    runs_on = item.unit.dimension is Dimension.PERCENT and _NUMBER.match(words, at + 1 + len(right)) is not None
    clause = words[max(0, at - _LEFT) : at].split(STOP)[-1] + words[at + 1 : at + 1 + _RIGHT].split(STOP)[0]
    sentence = words[words.rfind(STOP, 0, at) + 1 :].split(STOP, 1)[0]
    if _MEASURED.search(left):
        right, clause, sentence = "", left, left
    when = clause if _DATES.search(clause) or _YEAR.search(clause) else sentence
    dated = [sketch.period(letter) for letter in _DATES.findall(when)]
    return _Mention(
        item,
        frozenset(_content(left + " " + right)),
        _RETOLD.search(left) is not None,
        frozenset(_content(sentence)),
        frozenset(_stem(word) for word in names) & frozenset(_content(left + " " + right)),
        frozenset(_stem(word) for word in _HEADS.findall(left + " " + right)),
        frozenset(_stem(word) for pair in _THE.findall(left + " " + right) for word in pair),
        frozenset(_content(_restriction(right))),
        frozenset(one.first.year for one in dated if is_dated(one, text) and one.first)
        | frozenset(map(int, _YEAR.findall(when))),
        frozenset(_content(item.span.of(text).lower())),
        item.unit.dimension is Dimension.NUMBER and _IS.search(left) is None,
        _DEFINITE.search(left) is not None,
        bool(_DATES.search(_restriction(right)) or _YEAR.search(_restriction(right))),
        runs_on
        or "§" in sentence
        or words.rfind("(", 0, at) > words.rfind(")", 0, at)
        or _TELLING_APART.search(left + " " + right) is not None,
        index,
    )


def _main(left: str) -> str:
    """The words before a number without what stands before the clause: "as the table shows, the budget was"."""
    left = _FACT.sub("", left)
    pieces = left.split(", ")
    return ", ".join(pieces[1:]) if len(pieces) > 1 and pieces[0].lstrip().startswith("as ") else left


def _content(words: str) -> Iterator[str]:
    return (_stem(word) for word in _WORD.findall(words) if word not in _EMPTY)


def _restriction(right: str) -> str:
    """What stands behind a number and says which of the things it counts: "killed by the flood", "who stayed"."""
    return _FINITE.split(right)[0] if _RESTRICTED.search(right) else ""


def _stem(word: str) -> str:
    for ending in ("'s", "’s", "est", "s"):
        word = word.removesuffix(ending)
    if len(word) > _SHORT:
        word = next((word.removesuffix(end) for end in ("ing", "ed", "e") if word.endswith(end)), word)
    return _MEASURES.get(word, word)


def _coarsest(quantity: Quantity) -> float:
    return (quantity.half_steps[-1] if quantity.half_steps else 0.0) * abs(quantity.unit.factor)


def _two_values(earlier: Quantity, later: Quantity, text: str) -> Discrepancy:
    first, then = shown(earlier, text), shown(later, text)
    formula = f"{first} and {then} of the same"
    return Discrepancy(DiscrepancyKind.REPEATED, later.span, (earlier.span,), then, first, formula)
