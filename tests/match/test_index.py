"""The index of the quotations' runs: what passes through it."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from holdwater.match.index import SLICE, Index, runs_of
from holdwater.match.quoted import Quoted
from holdwater.match.words import Words


def passed(quotations: list[str], source: str, length: int = 3) -> list[tuple[int, set[tuple[int, int]]]]:
    """For each run found: its word in the source, and the segments and elements that it stands at."""
    segments = [segment for quotation in quotations for segment in Quoted.of(quotation).segments]
    index = Index.of(segments, length)
    words, runs = index.pass_through(Words.of(source).hashes)
    return [(int(word), entries(index, int(run))) for word, run in zip(words, runs, strict=True)]


def entries(index: Index, run: int) -> set[tuple[int, int]]:
    span = slice(int(index.first[run]), int(index.first[run + 1]))
    return set(zip(index.segment[span].tolist(), index.element[span].tolist(), strict=True))


def test_a_run_is_found_where_it_stands() -> None:
    assert passed(["x the old quay y"], "they met at the old quay") == [(3, {(0, 1)})]


def test_a_run_that_two_quotations_share_is_found_for_both() -> None:
    assert passed(["the old quay", "at the old quay"], "the old quay") == [(0, {(0, 0), (1, 1)})]


def test_a_run_does_not_go_from_one_quotation_or_segment_into_the_next() -> None:
    assert passed(["the old", "quay fell"], "the old quay fell") == []
    assert passed(["the old … quay fell"], "the old quay fell") == []


def test_a_bracket_parts_a_run() -> None:
    assert passed(["the [old] quay fell"], "the old quay fell the quay fell") == []


def test_letter_case_and_marks_do_not_part_it_from_its_source() -> None:
    assert passed(["“The Old—Quay’s fall"], 'the old quay\'s "fall"') == [(0, {(0, 0)}), (1, {(0, 1)})]


def test_a_quotation_of_fewer_words_than_a_run_has_none() -> None:
    assert len(Index.of(Quoted.of("old quay").segments, 3).runs) == 0
    assert len(Index.of((), 3).runs) == 0


def test_of_single_words_only_those_of_enough_letters_are_indexed() -> None:
    index = Index.of(Quoted.of("the harbour is old").segments, 1, least_letters=5)
    assert len(index.runs) == 1


def test_a_run_across_the_seam_of_two_slices_is_found() -> None:
    filler = " ".join(f"w{n}" for n in range(SLICE - 1))
    assert passed(["the old quay"], f"{filler} the old quay") == [(SLICE - 1, {(0, 0)})]


_TEXT = st.lists(st.sampled_from("a b c d".split()), max_size=40)


@given(st.lists(_TEXT, min_size=1, max_size=4), _TEXT, st.integers(1, 3))
def test_what_passes_is_what_a_plain_search_finds(quotations: list[list[str]], source: list[str], length: int) -> None:
    wanted = {
        (at, number, place)
        for number, quotation in enumerate(quotations)
        for place in range(len(quotation) - length + 1)
        for at in range(len(source) - length + 1)
        if source[at : at + length] == quotation[place : place + length]
    }
    segments = [Quoted.of(" ".join(quotation)).segments[0] if quotation else () for quotation in quotations]
    index = Index.of(segments, length)
    if not len(index.runs):
        assert not wanted
        return
    words, runs = index.pass_through(Words.of(" ".join(source)).hashes)
    found = {(int(word), *entry) for word, run in zip(words, runs, strict=True) for entry in entries(index, int(run))}
    assert found == wanted


def test_the_order_of_the_words_makes_the_run() -> None:
    one, other = runs_of(Words.of("old quay").hashes, 2), runs_of(Words.of("quay old").hashes, 2)
    assert one.dtype == np.uint32
    assert one[0] != other[0]
