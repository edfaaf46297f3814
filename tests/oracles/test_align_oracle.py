"""The aligner against its slow twin, on random texts over small alphabets."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdwater.match import align as fast
from holdwater.match.align import Ends, Laid, align
from holdwater.match.dense import Table
from holdwater.match.islands import Islands, by_islands
from holdwater.match.presets import VERBATIM, Preset
from holdwater.match.prices import UNIT, Prices
from holdwater.match.quoted import Element, Quoted
from holdwater.match.sparse import Search
from holdwater.match.words import Words
from oracles.slow_align import cheapest, cost_of, first_end

SOURCE = st.lists(
    st.sampled_from(
        ["ab", "cd", "abcd", "cat", "catch", "board", "boards", "a", "not", "end.3", "[7]", "word12", "the", "the.",
         "3", "<", ">", "um", "x"]
    ),
    max_size=11,
).map(" ".join)  # fmt: skip
QUOTATION = st.lists(
    st.sampled_from(
        ["ab", "cd", "abcd", "cat", "board", "a", "not", "word", "end", "the", "3", "<", ">", "um", "[ab]", "[cat a]",
         "[b]oard", "[A]", "[7 the]"]
    ),
    min_size=1,
    max_size=8,
).map(" ".join)  # fmt: skip
FEW_SOURCE = st.lists(st.sampled_from(["a", "b", "a.", "3", "ab"]), max_size=12).map(" ".join)
FEW_QUOTATION = st.lists(st.sampled_from(["a", "b", "ab", "[a]"]), min_size=1, max_size=8).map(" ".join)
PLAIN = st.lists(st.sampled_from(["the", "of", "board", "boards", "cat", "mill", "x", "yard"]), min_size=1, max_size=14)
PLAIN_TEXTS = st.tuples(PLAIN.map(" ".join), PLAIN.map(" ".join))
MARKED = st.lists(st.sampled_from(["the", "boards", "in", "to", "into", "x.3", "y.[7]", "yard"]), max_size=16)
"""Words of a source with note marks behind them, and such as are written together or apart."""
OWN = st.lists(st.sampled_from(["the", "board", "in", "to", "into", "x", "y", "yard", "u"]), min_size=1, max_size=12)
MARKED_TEXTS = st.tuples(OWN.map(" ".join), MARKED.map(" ".join))
TEXTS = st.tuples(QUOTATION, SOURCE) | st.tuples(FEW_QUOTATION, FEW_SOURCE)
ENDS = st.builds(Ends, start=st.booleans(), end=st.booleans())
CUT = st.tuples(st.integers(0, 4), st.integers(0, 4)) | st.just((0, 0))
"""How many words of the source stand before the window, and behind it."""


def _priced(own: str, theirs: str) -> float:
    """A price of no sense, but always the same: from 0 to more than an exchange, in whole units of the aligner."""
    return (len(own) * 7 + len(theirs) * 3 + ord(own[0]) + ord(theirs[-1])) % 9 / 8


PRESETS = st.sampled_from(
    [
        VERBATIM,
        VERBATIM,
        Preset("dear", exchange=_priced),
        Preset("passing", passable=frozenset({"um", "a", "the"})),
        Preset("both", exchange=_priced, passable=frozenset({"not", "ab"})),
    ]
)


def elements_of(quotation: str) -> Sequence[Element]:
    segments = Quoted.of(quotation).segments
    return segments[0] if segments else ()


def window(words: Words, cut: tuple[int, int]) -> tuple[int, int]:
    start = min(cut[0], len(words))
    return start, max(start, len(words) - cut[1])


@settings(max_examples=500, deadline=None)
@given(TEXTS, CUT, ENDS, PRESETS)
def test_no_way_to_lay_a_segment_is_cheaper_than_the_aligners(
    texts: tuple[str, str], cut: tuple[int, int], ends: Ends, preset: Preset
) -> None:
    elements, words = elements_of(texts[0]), Words.of(texts[1])
    start, end = window(words, cut)
    laid = align(elements, words, start, end, ends, preset=preset)
    assert laid.cost == pytest.approx(cheapest(elements, words, start, end, ends, preset), abs=1e-3)
    _takes_everything_once(laid, elements, words, (start, end), ends, preset)


def _takes_everything_once(
    laid: Laid, elements: Sequence[Element], words: Words, within: tuple[int, int], ends: Ends, preset: Preset
) -> None:
    """The steps take every element and every word from the first to the last, in order, and add up to the cost."""
    assert [i for step in laid.steps for i in range(step.first, step.last)] == list(range(len(elements)))
    assert [j for step in laid.steps for j in range(step.start, step.end)] == list(range(laid.start, laid.end))
    assert within[0] <= laid.start <= laid.end <= within[1]
    assert ends.start or laid.start == within[0]
    assert ends.end or laid.end == within[1]
    assert cost_of(laid.steps, elements, words, preset) == pytest.approx(laid.cost, abs=1e-3)


@settings(max_examples=400, deadline=None)
@given(TEXTS, CUT, ENDS, PRESETS)
def test_the_search_and_the_table_agree_on_the_cost_and_on_the_first_end_that_has_it(
    texts: tuple[str, str], cut: tuple[int, int], ends: Ends, preset: Preset
) -> None:
    elements, words = elements_of(texts[0]), Words.of(texts[1])
    start, end = window(words, cut)
    if not elements:
        return
    prices = Prices(elements, words, start, end, preset)
    search, table = Search(prices, prices.floors(), ends, 1 << 60), Table(prices, ends)
    assert search.run(1 << 60)
    assert (search.cost, search.end) == (table.cost, table.end)
    assert start + table.end == first_end(elements, words, start, end, ends, preset)
    for steps in (search.path(start), table.path(start)):
        laid = Laid(tuple(steps), table.cost / UNIT, steps[0].start, start + table.end)
        _takes_everything_once(laid, elements, words, (start, end), ends, preset)


@settings(max_examples=600, deadline=None)
@given(TEXTS | PLAIN_TEXTS | MARKED_TEXTS, ENDS, PRESETS)
def test_what_is_laid_from_pair_to_pair_is_what_the_table_has(
    texts: tuple[str, str], ends: Ends, preset: Preset
) -> None:
    elements, words = elements_of(texts[0]), Words.of(texts[1])
    prices = Prices(elements, words, 0, len(words), preset)
    islands = by_islands(prices, ends) if elements and len(words) else None
    if islands:
        table = Table(prices, ends)
        assert (islands.cost, islands.end, islands.path(3)) == (table.cost, table.end, table.path(3))


@settings(max_examples=500, deadline=None)
@given(TEXTS | PLAIN_TEXTS, CUT, ENDS, PRESETS)
def test_a_search_that_knows_the_cost_beforehand_finds_the_same(
    texts: tuple[str, str], cut: tuple[int, int], ends: Ends, preset: Preset
) -> None:
    elements, words = elements_of(texts[0]), Words.of(texts[1])
    start, end = window(words, cut)
    if not elements:
        return
    prices = Prices(elements, words, start, end, preset)
    search = Search(prices, prices.floors(), ends, 1 << 60)
    assert search.run(1 << 60)
    knowing = Search(prices, prices.floors(), ends, search.cost)
    assert knowing.run(1 << 60)
    assert (knowing.cost, knowing.end, knowing.path(0)) == (search.cost, search.end, search.path(0))


def test_a_few_words_in_common_are_laid_from_pair_to_pair() -> None:
    elements, words = elements_of("the ferry of dawn"), Words.of("at the mill we saw of noon")
    islands = by_islands(Prices(elements, words, 0, len(words), VERBATIM), Ends(start=False, end=False))
    assert isinstance(islands, Islands)
    pairs = [(step.first, step.start) for step in islands.path(0) if step.first < step.last and step.start < step.end]
    assert pairs == [(0, 1), (2, 5), (3, 6)]  # "the" and "of" stand, "dawn" is another word than "noon"


def test_of_two_ways_that_cost_the_same_neither_is_sure() -> None:
    elements, words = elements_of("the"), Words.of("the boat the")
    prices = Prices(elements, words, 0, len(words), VERBATIM)
    tied, first = (by_islands(prices, Ends(start=False, end=free)) for free in (False, True))
    assert tied
    assert first
    assert (tied.cost, tied.sure) == (8_000, False)
    assert (first.cost, first.end, first.sure) == (0, 1, True)


@settings(max_examples=400, deadline=None)
@given(TEXTS, CUT, ENDS, PRESETS, st.floats(0, 7))
def test_with_a_limit_what_costs_no_more_is_laid_and_what_costs_more_is_said_to(
    texts: tuple[str, str], cut: tuple[int, int], ends: Ends, preset: Preset, most: float
) -> None:
    elements, words = elements_of(texts[0]), Words.of(texts[1])
    start, end = window(words, cut)
    free = align(elements, words, start, end, ends, preset=preset)
    laid = align(elements, words, start, end, ends, most=most, preset=preset)
    if free.cost <= most - 1e-3:
        assert laid == free
    elif free.cost > most + 1e-3:
        assert most - 1e-3 < laid.cost <= free.cost + 1e-9


@settings(max_examples=200, deadline=None)
@given(TEXTS, PRESETS)
def test_what_is_known_beforehand_is_never_more_than_an_alignment_costs(texts: tuple[str, str], preset: Preset) -> None:
    elements, words = elements_of(texts[0]), Words.of(texts[1])
    if not elements:
        return
    prices = Prices(elements, words, 0, len(words), preset)
    least = prices.floors()[0] + prices.refunds[0] + prices.unordered()
    assert least / UNIT <= cheapest(elements, words, 0, len(words), Ends(), preset) + 1e-3


@settings(max_examples=150, deadline=None)
@given(TEXTS, ENDS)
def test_where_the_search_is_given_up_the_table_finds_the_same_cost(texts: tuple[str, str], ends: Ends) -> None:
    elements, words = elements_of(texts[0]), Words.of(texts[1])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fast, "POPS", -1_000)
        patch.setattr(fast, "by_islands", lambda prices, ends: None)
        laid = align(elements, words, 0, len(words), ends)
    searched = align(elements, words, 0, len(words), ends)
    assert (laid.cost, laid.end) == (searched.cost, searched.end)
