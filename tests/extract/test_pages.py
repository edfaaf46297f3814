"""Page locators: which pages they name, and when two of them are apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.extract.pages import page_ranges, pages_apart


@pytest.mark.parametrize(
    ("given_page", "found", "apart"),
    [
        ("12", "12", False),
        ("12", "13", True),
        ("pp. 523-24", "524", False),
        ("523–4", "525", True),
        ("at 5, 9–11", "10", False),
        ("5 and 30", "30-31", False),
        ("23 n. 4", "4", True),
        ("23 n. 4", "23", False),
        ("xii", "12", False),
        ("passim", "7", False),
        ("", "12", False),
        ("14", "12-15", False),
        ("30-12", "30", False),
        ("12 f.", "13", False),
        ("12f", "14", True),
        ("12 ff.", "15", False),
        ("12ff.", "11", True),
        ("14", "12–15", False),
        ("16", "12–15", True),
        ("340", "331 ff.", False),
        ("330", "331 ff.", True),
        ("12 files", "13", True),
    ],
)
def test_pages_are_apart_only_where_no_page_is_shared(given_page: str, found: str, apart: bool) -> None:
    assert pages_apart(given_page, found) is apart


@given(st.integers(1, 9999), st.integers(0, 99))
def test_a_shortened_range_means_the_same_as_the_whole_one(first: int, length: int) -> None:
    last = first + length
    whole = page_ranges(f"{first}-{last}")
    shortened = str(last)[-2:] if len(str(first)) == len(str(last)) > 2 and first // 100 == last // 100 else str(last)
    assert page_ranges(f"{first}–{shortened}") == whole == [range(first, last + 1)]


@given(st.text(max_size=400), st.text(alphabet="0123456789-–,; ", max_size=400))
def test_no_locator_is_too_strange_to_be_read(words: str, digits: str) -> None:
    assert pages_apart(words, digits) in (True, False)
    assert all(len(pages) >= 1 for pages in page_ranges(digits))
