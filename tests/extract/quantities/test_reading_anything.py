"""Whatever the text, a reading returns; its spans lie in the text and its indices in the reading."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clock import in_proportion
from holdwater.extract.quantities.reading import read_measured

_PIECES = st.sampled_from(
    """300 girls of 12% from to between and $ € 1.2 million half a third twice as many times more than 1 in 3 - – : ,
    . ( ) [
    ] 2012 aged 15-24 per 1,000 km/h °C rose fell by or more about the highest No country third-largest \n \n\n 5ft
    2in %67 −4
    1e400 10^99 1/0 … ½ ٣ two hundred and trillion dozen doubled tenfold ranked 5th""".split(" ")
)
_TEXTS = st.one_of(
    st.text(max_size=80), st.lists(_PIECES, max_size=25).map(" ".join), st.lists(_PIECES, max_size=25).map("".join)
)


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_any_text_can_be_read(text: str) -> None:
    reading = read_measured(text)
    for found in reading.quantities:
        assert 0 <= found.span.start <= found.number.start < found.number.end <= found.span.end <= len(text)
        assert found.half_steps
        assert found.interval.low <= found.interval.high
        assert found.value == found.value
        assert all(0 <= at < len(reading.periods) for at in found.frame.periods)
        assert -1 <= found.frame.start < len(reading.quantities)
        assert -1 <= found.frame.end < len(reading.quantities)


@given(_TEXTS)
@settings(max_examples=100, deadline=None)
def test_quantities_stand_in_the_texts_order_and_periods_are_not_read_again(text: str) -> None:
    reading = read_measured(text)
    starts = [found.span.start for found in reading.quantities]
    assert starts == sorted(starts)
    for found in reading.quantities:
        assert not any(found.number.overlaps(period.span) for period in reading.periods)


@pytest.mark.parametrize(
    "piece", ["1/", "1 ", "1 in ", "hundred ", "from 1 to ", "5 girls in 2010, ", "$1", "aged 15-24 "]
)
def test_the_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    in_proportion(lambda size: read_measured(piece * (size // len(piece))), 3_000, 12_000)
