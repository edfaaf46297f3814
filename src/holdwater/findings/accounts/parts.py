"""NUM201: parts that do not add up to the total stated with them, and shares of one whole that do not make 100.

Only frames that say that the parts are all of the whole are read: "of the 300 …, 120 …, 50 … and the rest, 130, …",
"45 members: 20 …, 15 … and 10 …", "10, 20 and 30, sixty in all". Numbers that merely stand near each other are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from holdwater.extract.quantities.model import Dimension, Hedge, Quantity, QuantityKind
from holdwater.findings.accounts.amounts import is_hedged, like, plain, reach, scaled, shown, slack, written
from holdwater.findings.accounts.model import Discrepancy, DiscrepancyKind
from holdwater.findings.accounts.sketch import PLAIN, STOP, Sketch, V
from holdwater.patterns import waiting

_REST = r"(?:rest|remaining|remainder|others?|balance)"
_SUBSETS = waiting(
    r"\b(?:of wh(?:om|ich)|including|included|among them|of them|of these|such as|each|apiece|every|per|average|median|"
    r"at least|some of|for example|e\.g|as well as|besides|also|both|either|than|respectively|overlap|more|fewer|"
    rf"less)\b|\bof (?:the|these|those|its|their) {V}"
)
_NEAR = {2: 0.15, 3: 0.25}
"""How far the sum may be from the total, as a part of it, for parts to be taken as all of it, by how many there are."""
_WIDE = 0.5
"""The same where a word says that the parts are all: "the rest", "in all", "a total of"."""
_UNREAD = waiting(
    r"\d|\b(?:half|halves|(?<!the )thirds?|quarters?|fifths?|sixth|eighth|tenths?|dozens?|hundreds?|thousands?|"
    r"one|two|three|"
    r"four|five|six|seven|eight|nine|ten|several|some|many|few|majority|most|numerous|both|couple|pair)\b"
)
"""Words of amounts that stand between the numbers and were not read as such: the parts are then not all known."""
_SOME = 1.5
"""Percentage points that "some 44%" may be off besides its rounding."""
_COUNTED = frozenset({Dimension.NUMBER, Dimension.COUNT})
_WHOLE = 100.0
_SHARES_OFF = 12.0
"""How far from 100 a list of three or more shares may be and still be meant as one whole."""

_GAPPED_OFF = 20.0
"""The same where the verb and the whole are said but once: "A took V, B V and C V of all sales"."""

_OF_TOTAL = waiting(
    rf"(?<!consist )(?<!consists )(?<!consisting )(?<!composed )(?<!up )\b(?:of|out of|among) "
    rf"(?:the |its |their |his |her |our |these |those |all )?(?P<total>{V})(?P<list>[^{STOP};]*)"
)
_OF_THESE = waiting(
    rf"(?P<total>{V})[^\ue000-\ue7ff\uf400-\uf8ff]{{0,60}}{STOP} ?of (?:these|them|those|this|that number|this sum),?"
    rf"(?P<list>[^{STOP};]*)"
)
_OTHERS = waiting(
    rf"(?:^|{STOP})[^\ue000-\ue7ff\uf400-\uf8ff]*(?P<total>{V})(?P<list>{PLAIN}{{2,60}}?{V}{PLAIN}{{2,60}}?"
    rf"\bthe (?:other|remaining|rest,) {V})(?=[^\ue000-\ue7ff]*(?:{STOP}|$))"
)
_OF_WHICH = waiting(rf"(?P<total>{V}){PLAIN}{{0,40}}, of wh(?:om|ich)(?P<list>[^{STOP};]*)")
_ITEM = rf"(?:and |or )?{V}[^\ue000-\uf8ff,;:.()]{{0,60}}"
_OVER = r"(?:in|into|between|among|to|from|across|over)"
_LISTED = waiting(
    rf"(?P<total>{V})[^\ue000-\uf8ff:;,()—–]{{0,60}}(?:{_OVER} {V})?(?:: | ?[—–] ?| ?\()"
    rf"(?P<list>{_ITEM}(?:[,;] ?{_ITEM})*,? ?;? ?and {_ITEM})"
    rf"(?=[.;)—–]|$)"
)
_SPLIT = waiting(
    rf"(?P<total>{V})(?P<gap>{PLAIN}{{0,60}}?(?: (?:in|into|between|among|to) {V})?), (?:with )?"
    rf"(?P<list>{V} (?P<how>to|for|from|in|by|on|at|with|under|against)\b{PLAIN}{{0,40}}"
    rf"(?:, {V} (?P=how)\b{PLAIN}{{0,40}})*,? and {V} (?P=how)\b{PLAIN}{{0,40}}?)(?=[.;)]|$|, (?:and|but|which|who) )"
)
_PAIR = waiting(rf"(?P<total>{V}){PLAIN}{{0,40}}?(?:, |: | \(| [—–] )(?P<list>(?:\w+ )?{V} and {V})(?=[ ,.;)—–]|$)")
_NEXT = waiting(
    rf"(?:^|{STOP})[^\ue000-\ue7ff\uf400-\uf8ff]*(?P<total>{V})[^\ue000-\ue7ff\uf400-\uf8ff]*[{STOP};] ?"
    rf"(?P<list>{PLAIN}*{V}(?:{PLAIN}{{1,60}}?{V})*{PLAIN}{{0,60}}?,? and {PLAIN}{{0,60}}?{V})"
    rf"(?=[^\ue000-\ue7ff]*(?:{STOP}|$))"
)
_PARALLEL = waiting(
    rf"{V} (?:[^\ue000-\uf8ff]{{0,30}}? )?(?P<how>to|for|from|in|by|on|at|with|under|against) "
    rf"[^\ue000-\uf8ff]{{1,60}},? and "
    rf"{V} (?:more )?(?P=how)\b"
)
_COLON = waiting(
    rf"(?P<total>{V})[^\ue000-\ue7ff\uf400-\uf8ff:;()]{{0,60}}(?:{_OVER} {V}{PLAIN}{{0,20}})?(?:: | — | – )"
    rf"(?P<list>[^{STOP};:]*{V}[^{STOP};:]*?)\.?(?={STOP}|$|;)"
)
_DIVIDED = waiting(
    rf"(?P<total>{V}){PLAIN}{{0,40}}? (?:divided|split|shared|broken down|fell|falls?|were spread) (?:up )?"
    rf"(?:into|between|among|over|across) (?:{V}(?:[,:]| of) )?(?P<list>[^{STOP};:]*)"
)
_COMPOSED = waiting(
    rf"(?P<total>{V})[^\ue000-\ue7ff\uf400-\uf8ff;]{{0,30}}?,? (?:(?:is |are |was |were )?(?:made up|composed) of|"
    rf"consist(?:s|ed|ing) of|compris(?:es|ed|ing)|namely|to wit):? (?P<list>[^{STOP};:]*)"
)
_RESPECTIVELY = waiting(
    rf"(?P<list>{V}(?:, {V})*,? and {V})[^\ue000-\uf8ff.;]{{0,30}}\brespectively,? (?:or |making |a total of |"
    rf"together |altogether |in all |for a total of ){{0,2}}(?P<total>{V})"
)
_EACH_ONE = waiting(
    rf"(?P<total>{V}){PLAIN}{{0,40}}? (?P<agents>{V}),? (?:who|which|that) (?:\w+ ){{1,2}}"
    rf"(?P<list>{V}(?:, {V})*,? and {V})(?= of them|[ ,.;)]|$)"
)
"""As many parts as there are those who had one each: "36 patients of three doctors, who saw 15, 11 and 10"."""
_WHOLES = (
    r"(?:member|person|passenger|employee|worker|student|pupil|patient|victim|delegate|player|seat|vote|animal|"
    r"vehicle|ship|building|soldier|prisoner|teacher|judge|case|visitor|participant|candidate|guest)"
)
"""Nouns of wholes: what stands behind them in apposition is of them, and no further item of a list."""
_APPOSED = waiting(rf"(?:\bthe |\bits |\btheir |['’]s )(?P<total>{V}), (?P<list>{V}(?:, {V})*,? and {V}), (?=[a-z])")
_COMMAS = waiting(r",? and |, ")
_TOTAL_WORDS = r"(?:total|sum|grand total|combined total|aggregate)"
_IN_ALL = waiting(
    rf"\b{_TOTAL_WORDS} (?:of |to |was |is |came to |comes to )?(?P<total>{V})"
    rf"|\b(?:total(?:l?ing|led|s)?|making|altogether|together|in all|in total|adding up to|adds? up to|sum to|"
    rf"all told|that is|that makes|which makes|which gives),? "
    rf"(?P<after>{V})"
    rf"|(?P<before>{V}),? (?:(?:had|have|has|were|was|are) [a-z]+ )?(?:in all|"
    rf"in total|altogether|all told|combined|together)\b"
)
_TOGETHER = waiting(
    rf"{STOP}(?:together|altogether|in all|in total|combined|between them|all told|the total|the sum),?"
    rf"(?: they| the \w+(?: \w+)?)?(?: [a-z]+){{0,3}} (?P<total>{V})"
)
_LEDGER = waiting(
    rf"(?P<list>(?:\w[\w' -]{{0,40}}: {V}[.,;]? ?{STOP}?(?:and )?){{2,}}) ?(?:in )?(?:total|sum|all)(?: "
    rf"\w+)?: ?(?P<total>{V})"
)
_SHARE_GAP = rf"{PLAIN}{{1,80}}?"
_SHARES = waiting(rf"{V}(?:{_SHARE_GAP}{V})+")
_VOTES = waiting(r"\b(?:for|in favou?r)\b.*\bagainst\b|\byes\b.*\bno\b")
_PEOPLE_BY_SEX = frozenset({"woman", "girl", "female", "man", "boy", "male"})
_FEMALE, _MALE = r"(?:women|girls|females?)", r"(?:men|boys|males?)"
_MAKE = r"(?:made up|make up|were|are|accounted for|account for|constituted?|formed?|represented)"
_SEXES = waiting(
    rf"\b(?:{_FEMALE} {_MAKE} {V}{PLAIN}{{0,40}}? and {_MALE} {V}|{_MALE} {_MAKE} {V}{PLAIN}{{0,40}}? "
    rf"and {_FEMALE} {V})"
    rf"|{V}(?: of (?:the|its|all|their) [^\ue000-\uf8ff]{{1,40}}?)? (?:were |are )?(?:{_FEMALE} and {V} (?:were |"
    rf"are )?{_MALE}|{_MALE} and {V} (?:were |are )?{_FEMALE})\b"
)
"""Shares of women and of men that are of one whole; "45% of women and 65% of men" are not."""
_MOVES = waiting(
    r"\b(?:from|rose|fell|grew|(?<!made )(?<!make )up|down|increase[ds]?|decrease[ds]?|than|compared|versus|"
    r"while|whereas|but|turnout|"
    r"growth|margin|error|interest|inflation|tax)\b"
)
_FEW = r"(?:[^\W\d]+ ){1,3}"
_GAPPED = waiting(
    rf"{V}, {_FEW}{V}(?:, {_FEW}{V})*,? and {_FEW}{V} of (?:all|the|its|their)\b"
    rf"|{V} of (?:all |the |its |their ){PLAIN}{{1,40}}? to {PLAIN}{{1,30}}, {V} to {PLAIN}{{1,30}},? and {V} to\b"
)
_THE_REST = waiting(rf"(?<!\bin )(?<!\bof )(?<!for )\bthe {_REST}\b[^{STOP}]{{0,30}}?{V}$")
_CUMULATIVE = waiting(r"\b(?:since|so far|career|over the|until|including|or more|at least|ever)\b")


def sums(sketch: Sketch, text: str) -> Iterator[Discrepancy]:
    """The totals of a paragraph that their parts do not make.

    Args:
        sketch: the paragraph.
        text: the document's text, for the words of the quantities.
    """
    done: set[int] = set()
    for found in _accounts(sketch):
        if found.total.span.start not in done and found.is_one():
            # The parts of one account are not the total of another.
            done.update(one.span.start for one in (found.total, *found.parts))
            if found.is_off():
                yield found.discrepancy(text)
    yield from _shares(sketch, text)


class _Account:
    """A total and its parts. `near` is how far the sum may be from it for the parts to be taken as all of it."""

    def __init__(self, total: Quantity, parts: Sequence[Quantity], near: float) -> None:
        self.total, self.parts, self.near = total, list(_named_alike(total, parts)), near

    def is_one(self) -> bool:
        """Whether the parts can be added, and come near enough to the total to be meant as all of it."""
        if len(self.parts) < 2 or not all(like(self.total, part) for part in self.parts):
            return False
        if self.total.unit.dimension in (Dimension.RATE, Dimension.TIMES, Dimension.TIME):
            return False
        stated, summed = scaled(self.total), sum(map(scaled, self.parts))
        if any(one.unit.dimension is Dimension.PHYSICAL and one.unit.base == "bit" for one in self.parts):
            return False  # "the remaining 40 bits of the 80-bit key": sizes of things, not amounts of one
        if any(scaled(part) == stated for part in self.parts):
            return False  # the total told again among them
        return stated > 0 and abs(summed - stated) <= self.near * stated

    def is_off(self) -> bool:
        """Whether the parts make another total than the one stated, however all of them were rounded."""
        if is_hedged(self.total) and all(map(is_hedged, self.parts)):
            return False
        stated, summed = scaled(self.total), float(sum(map(scaled, self.parts)))
        low, high = reach(self.total)
        least, most = (float(sum(ends)) for ends in zip(*map(reach, self.parts), strict=True))
        if is_hedged(self.total) or any(map(is_hedged, self.parts)):
            return most < low or least > high
        return abs(summed - stated) > self._allowed() * (1 + 1e-9)

    def _allowed(self) -> float:
        """What rounding may make of the difference; whole millions are taken as half as free as decimals."""
        everyone = [self.total, *self.parts]
        whole = all(slack(one) == 0 or abs(one.value / (2 * slack(one)) % 1) < 1e-9 for one in everyone)
        big = whole and all(slack(one) >= 500 and abs(one.value) < 2000 * slack(one) for one in everyone)
        return sum(map(slack, everyone)) * (0.5 if big and len(self.parts) < 4 else 1.0)

    def discrepancy(self, text: str) -> Discrepancy:
        """The account with its sum shown."""
        summed = written(sum(map(scaled, self.parts)), self.total, text)
        terms = " + ".join(_figure(part, text) for part in self.parts)
        return Discrepancy(
            DiscrepancyKind.SUM,
            self.total.span,
            tuple(part.span for part in self.parts),
            shown(self.total, text),
            summed,
            f"{terms} = {summed}",
        )


def _named_alike(total: Quantity, parts: Sequence[Quantity]) -> Iterator[Quantity]:
    """The parts, those without a unit with that of the part before: "520 kilometres by rail and 370 by road"."""
    unit = total.unit
    for part in parts:
        bare = part.unit.dimension is Dimension.NUMBER
        if not bare:
            unit = part.unit
        yield replace(part, unit=unit) if bare and unit.dimension not in _COUNTED else part


def _figure(part: Quantity, text: str) -> str:
    return written(scaled(part), part, text)


def _accounts(sketch: Sketch) -> Iterator[_Account]:
    yield from _of_total(sketch)
    for pattern, near in ((_LISTED, 0.35), (_DIVIDED, 0.3), (_SPLIT, 0.3), (_LEDGER, _WIDE)):
        for found in pattern.finditer(sketch.words):
            groups = found.groupdict()
            if "how" in groups and f" {groups['how']} " in found["gap"]:
                continue  # the "total" is itself one of the parts
            if not _SUBSETS.search(found["list"]) and not _UNREAD.search(found["list"]):
                yield _Account(sketch.quantity(found["total"]), sketch.quantities(found["list"]), near)
    for found in _OTHERS.finditer(sketch.words):
        total = sketch.quantity(found["total"])
        if total.unit.dimension is not Dimension.PERCENT:  # of shares, the first is one of the parts
            yield _Account(total, sketch.quantities(found["list"]), 0.25)
    yield from _after_colon(sketch)
    for found in _NEXT.finditer(sketch.words):
        parts = sketch.quantities(found["list"])
        bare = all(part.unit.dimension is Dimension.NUMBER for part in parts)
        if len(parts) > 2 and bare and not _SUBSETS.search(found["list"]) and not _UNREAD.search(found["list"]):
            yield _Account(sketch.quantity(found["total"]), parts, 0.15)
    for found in _PAIR.finditer(sketch.words):
        total, parts = sketch.quantity(found["total"]), sketch.quantities(found["list"])
        if _complementary(parts) and total.unit.name not in _PEOPLE_BY_SEX:
            yield _Account(total, parts, _WIDE)
    yield from _grouped(sketch)
    yield from _in_all(sketch)


def _after_colon(sketch: Sketch) -> Iterator[_Account]:
    for found in _COLON.finditer(sketch.words):
        items = _COMMAS.split(found["list"].strip(" ."))
        one_each = all(len(sketch.quantities(item)) == 1 for item in items)
        if (
            one_each
            and (" and " in found["list"] or sketch.quantity(found["total"]).kind is QuantityKind.TOTAL)
            and not _SUBSETS.search(found["list"])
            and not _UNREAD.search(found["list"])
        ):
            yield _Account(sketch.quantity(found["total"]), sketch.quantities(found["list"]), 0.25)


def _grouped(sketch: Sketch) -> Iterator[_Account]:
    """Totals whose parts are told by a word, by their number, or by the noun of the whole."""
    for pattern in (_COMPOSED, _RESPECTIVELY):
        for found in pattern.finditer(sketch.words):
            if not _SUBSETS.search(found["list"]) and not _UNREAD.search(found["list"]):
                yield _Account(sketch.quantity(found["total"]), sketch.quantities(found["list"]), 0.35)
    for found in _EACH_ONE.finditer(sketch.words):
        parts = sketch.quantities(found["list"])
        if sketch.quantity(found["agents"]).value == len(parts):
            yield _Account(sketch.quantity(found["total"]), parts, 0.35)
    for found in _APPOSED.finditer(sketch.words):
        total = sketch.quantity(found["total"])
        if re.fullmatch(_WHOLES, total.unit.name):
            yield _Account(total, sketch.quantities(found["list"]), 0.15)


def _is_count(quantity: Quantity) -> bool:
    """Whether it counts something, such as the donors before the sums that they gave."""
    return quantity.unit.dimension in _COUNTED


def _complementary(parts: Sequence[Quantity]) -> bool:
    return sorted(part.frame.sex for part in parts) == ["female", "male"]


def _of_total(sketch: Sketch) -> Iterator[_Account]:
    for pattern in (_OF_TOTAL, _OF_WHICH, _OF_THESE):
        for found in pattern.finditer(sketch.words):
            parts = sketch.quantities(found["list"])
            total = sketch.quantity(found["total"])
            rest = re.search(rf"\b{_REST}\b[^{STOP}]{{0,30}}?{V}(?!.*{V})", found["list"])
            if _SUBSETS.search(found["list"]) or _UNREAD.search(found["list"]):
                continue
            whole = rest or _complementary(parts) or _VOTES.search(found["list"])
            if not whole and _PARALLEL.search(found["list"]):
                yield _Account(total, parts, 0.35)
            near = _WIDE if whole else _NEAR.get(len(parts), 0.25)
            if whole or len(parts) > 1:
                yield _Account(total, parts, near)


def _in_all(sketch: Sketch) -> Iterator[_Account]:
    for found in _IN_ALL.finditer(sketch.words):
        letter = found["total"] or found["after"] or found["before"]
        words = sketch.words[sketch.words.rfind(STOP, 0, found.start()) + 1 : found.start()]
        if not any(pattern.search(words) for pattern in (_CUMULATIVE, _SUBSETS, _UNREAD)):
            total = sketch.quantity(letter)
            parts = [part for part in sketch.quantities(words) if like(total, part) or not _is_count(part)]
            yield _Account(total, parts, 0.35)
    for found in _TOGETHER.finditer(sketch.words):
        before = sketch.words[: found.start()].split(STOP)
        for count in (1, 2, 3):
            words = "".join(before[-count:])
            parts = sketch.quantities(words)
            if len(parts) >= max(2, count) and not _SUBSETS.search(words) and not _UNREAD.search(words):
                yield _Account(sketch.quantity(found["total"]), parts, 0.35)
                break


def _shares(sketch: Sketch, text: str) -> Iterator[Discrepancy]:
    """Lists of shares that are said to be all of one whole and do not make 100%."""
    for sentence in sketch.words.split(STOP):
        if len(sketch.quantities(sentence)) < 2 or _MOVES.search(sentence):
            continue
        shares = "".join(" " if _is_no_share(sketch, letter) else letter for letter in sentence)
        for found in _SHARES.finditer(shares):
            listed = (found[0] + sentence[found.end() : found.end() + 60]).replace("none of them", "")
            parts = sketch.quantities(found[0])
            if _SUBSETS.search(listed) or _UNREAD.search(sentence) or not _closes(found[0]):
                continue
            if all(_is_share(part, text) for part in parts) and _is_off_whole(parts, found[0], sentence):
                yield _no_whole(parts, text)


def _is_share(part: Quantity, text: str) -> bool:
    if "out of" in part.span.of(text):
        return False  # each of a whole of its own
    exact = not part.is_range and part.hedge in (Hedge.NONE, Hedge.ABOUT)
    return exact and part.unit.dimension is Dimension.PERCENT


def _is_off_whole(parts: Sequence[Quantity], listed: str, sentence: str) -> bool:
    """Whether shares are meant as one whole, and miss it by more than rounding."""
    off = abs(sum(part.value for part in parts) - _WHOLE)
    if off > _most_off(listed, sentence, len(parts)):
        return False
    return off > sum(slack(part) + (_SOME if part.hedge else 0.0) for part in parts) + 1e-9


def _most_off(listed: str, sentence: str, parts: int) -> float:
    """How far from 100 the shares may be and still be meant as one whole, by what says that they are."""
    if _THE_REST.search(listed) is not None or (parts == 2 and _SEXES.search(sentence) is not None):
        return _WHOLE * _WIDE
    return 0.0 if parts < 3 else _GAPPED_OFF if _GAPPED.search(sentence) else _SHARES_OFF


def _no_whole(parts: Sequence[Quantity], text: str) -> Discrepancy:
    summed = f"{plain(sum(part.value for part in parts))}%"
    terms = " + ".join(_figure(part, text) for part in parts)
    last = parts[-1]
    return Discrepancy(
        DiscrepancyKind.SUM,
        last.span,
        tuple(part.span for part in parts[:-1]),
        shown(last, text),
        summed,
        f"{terms} = {summed}",
        "shares of one whole make 100%, but for rounding",
    )


def _is_no_share(sketch: Sketch, letter: str) -> bool:
    item = sketch.items.get(letter)
    return isinstance(item, Quantity) and item.unit.dimension in (Dimension.COUNT, Dimension.NUMBER)


def _closes(listed: str) -> bool:
    """Whether a list of shares is one: its last item is joined with "and" or "the rest"."""
    last = re.split(V, listed)[-2]
    return re.search(rf"\band\b|\b{_REST}\b|;", last) is not None
