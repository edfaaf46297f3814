"""A segment laid by its anchors."""

from __future__ import annotations

import pytest

from holdwater.match.align import align
from holdwater.match.anchors import anchors
from holdwater.match.between import is_all, lay_by_anchors
from holdwater.match.quoted import Quoted
from holdwater.match.words import Words

SOURCE = "at noon the harbour board met in the old hall and voted to close the eastern quay for a whole year"


def laid(quotation: str, source: str) -> tuple[float, bool]:
    """What a quotation costs by its anchors, and whether that is all that there is of it."""
    segment, words = Quoted.of(quotation).segments[0], Words.of(source)
    fixed = anchors(segment, words, 0, len(words))
    one = lay_by_anchors(segment, words, fixed, 0, len(words))
    return one.cost, is_all(segment, words, fixed, one, 0, len(words))


@pytest.mark.parametrize(
    "quotation",
    [
        "the harbour board sat in the old hall and voted",
        "the harbour board met in the old hall and to close the eastern quay",
        "the harbour board met in the old hall and never voted to close the eastern quay",
        "noon the harbour board met in the old town hall",
    ],
)
def test_what_has_anchors_nearly_throughout_costs_what_the_whole_would(quotation: str) -> None:
    words = Words.of(SOURCE)
    whole = align(Quoted.of(quotation).segments[0], words, 0, len(words))
    assert laid(quotation, SOURCE)[0] == pytest.approx(whole.cost)


def test_half_a_quotation_whose_rest_is_from_elsewhere_is_all() -> None:
    quotation = "the harbour board met in the old hall and voted while seven grey gulls circled over him"
    assert laid(quotation, SOURCE)[1]


def test_half_a_quotation_whose_rest_stands_in_the_window_is_not_all() -> None:
    scattered = "closing one x the y eastern z quay w for v a u whole t year"
    whole = "the harbour board met in the old hall"
    source = f"close one the b eastern c quay d for e a f whole g year {'h i k ' * 6} {whole}"
    assert not laid(f"{scattered} {whole}", source)[1]


def test_a_tenth_of_a_quotation_is_never_all() -> None:
    assert not laid("the harbour board " + " ".join(f"other{n}" for n in range(27)), SOURCE)[1]
