"""Votes: the places that the runs speak for."""

from __future__ import annotations

import numpy as np

from holdwater.match.index import Index
from holdwater.match.quoted import Quoted
from holdwater.match.votes import BUCKET, MOST_KEPT, Hits, Votes, votes
from holdwater.match.words import Words

QUOTATION = "the board of the harbour sold the old quay to a brewer from the town"


def voted(quotation: str, sources: list[str], most_places: int = 100) -> Votes:
    index = Index.of(Quoted.of(quotation).segments, 3)
    texts = [Words.of(source) for source in sources]
    first = np.cumsum([0, *(len(words) for words in texts[:-1])])
    hits = Hits.in_stretch(index, np.concatenate([words.hashes for words in texts]), first, most_places)
    return votes(index, hits, hits.places(index))


def filler(count: int, name: str = "w") -> str:
    return " ".join(f"{name}{n}" for n in range(count))


def near(found: Votes, which: int, diagonal: int) -> bool:
    return int(found.diagonal[which]) <= diagonal < int(found.diagonal[which]) + 2 * BUCKET


def test_the_place_where_a_quotation_stands_has_the_most_votes() -> None:
    found = voted(QUOTATION, [f"{filler(50)} the old quay to {filler(60, 'v')} {QUOTATION} {filler(9)}"])
    assert near(found, 0, 114)
    assert len(found) == 1


def test_a_place_with_a_fair_share_of_the_votes_is_kept_beside_the_best() -> None:
    found = voted(
        QUOTATION, [f"{filler(50)} board of the harbour sold the old {filler(60, 'v')} {QUOTATION} {filler(9)}"]
    )
    assert near(found, 0, 117)
    assert near(found, 1, 49)
    assert found.weight[0] > 2 * found.weight[1]


def test_a_place_says_which_text_it_stands_in_and_counts_from_its_beginning() -> None:
    found = voted(QUOTATION, [filler(70), f"{filler(20, 'v')} {QUOTATION}", filler(30, "u")])
    assert found.source.tolist() == [1]
    assert near(found, 0, 20)


def test_texts_shorter_than_the_quotation_are_not_taken_together() -> None:
    halves = QUOTATION.split(" to ")
    found = voted(QUOTATION, [f"{halves[0]} to", f"to {halves[1]}"])
    assert sorted(found.source.tolist()) == [0, 1]


def test_a_word_put_in_or_left_out_does_not_part_the_votes_of_a_place() -> None:
    words = QUOTATION.split()
    found = voted(QUOTATION, [f"{filler(40)} {' '.join(words[:6])} once {' '.join(words[6:])}"])
    assert len(found) == 1


def test_a_run_that_stands_nearly_everywhere_says_nothing() -> None:
    source = " ".join(f"the old quay w{n}" for n in range(50))
    assert len(voted("the old quay", [source], most_places=40)) == 0
    assert len(voted("the old quay", [source], most_places=60)) == MOST_KEPT


def test_a_rare_run_weighs_more_than_a_common_one() -> None:
    common = " ".join(f"the old quay w{n}" for n in range(30))
    found = voted("sold the old quay to a brewer", [f"{common} {filler(30, 'v')} quay to a brewer"])
    assert near(found, 0, 120 + 30 - 3)


def test_of_several_stretches_the_best_places_are_kept() -> None:
    one, other = voted(QUOTATION, ["the old quay"]), voted(QUOTATION, [QUOTATION])
    both = Votes.together([one, other], 1)
    assert len(both) == 1
    assert both.weight[0] == other.weight[0]
    assert len(Votes.together([one, other], 2)) == 2
    assert len(Votes.together([], 2)) == 0


def test_of_places_as_good_the_one_goes_first_whose_text_has_the_other_segments_too() -> None:
    halves = ("the board of the harbour sold the old quay", "a brewer from the town bought the mill")
    index = Index.of(Quoted.of(" … ".join(halves)).segments, 3)
    texts = [Words.of(one) for one in (*([halves[0]] * MOST_KEPT), *([halves[1]] * MOST_KEPT), " ".join(halves))]
    first = np.cumsum([0, *(len(words) for words in texts[:-1])])
    hits = Hits.in_stretch(index, np.concatenate([words.hashes for words in texts]), first, 100)
    apart = votes(index, hits, hits.places(index))
    together = votes(index, hits, hits.places(index), owners=np.array([0, 0]))
    last = len(texts) - 1
    assert last not in apart.source
    assert together.source[together.segment == 0][0] == together.source[together.segment == 1][0] == last


def test_segments_of_other_quotations_do_not_speak_for_a_text() -> None:
    halves = ("the board of the harbour sold the old quay", "a brewer from the town bought the mill")
    index = Index.of([*Quoted.of(halves[0]).segments, *Quoted.of(halves[1]).segments], 3)
    words = Words.of(" ".join(halves))
    hits = Hits.in_stretch(index, words.hashes, np.zeros(1, np.int64), 100)
    assert votes(index, hits, hits.places(index), owners=np.array([0, 1])).jointly.tolist() == [0.0, 0.0]
    assert votes(index, hits, hits.places(index), owners=np.array([0, 0])).jointly.min() > 0.0
