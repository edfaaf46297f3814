"""Kept words as bytes: what comes back is what went in, and what was damaged does not come back."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.match import Words
from holdwater.match.folding import Tokens
from holdwater.sources.entry import Entry, packed, unpacked

KEY = hashlib.sha256(b"a source").digest()
TEXT = "The sluice was shut at noon.[4] “No boat,” she said, “shall pass.”\nIt rained."


def entry_of(text: str) -> Entry:
    return Entry(text, Words.of(text).tokens, bytes(range(32)))


def forged(*, starts: list[int], ends: list[int], text: str = "abc def") -> bytes:
    """A file whose sums and digests are all in order."""
    arrays = [np.array(one, np.uint32) for one in (starts, ends, [7] * len(starts))]
    return packed(Entry(text, Tokens(*arrays)), KEY)


def back(data: bytes, key: bytes = KEY) -> Entry | None:
    return unpacked(memoryview(data), key)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "one",
        TEXT,
        "naïve café",
        "水は流れる",
        "a 🜄 in a line",
        "half \ud83d of a pair",
        "\ud83d\udf04 as two halves",
    ],
)
def test_a_text_and_its_words_come_back_as_they_were(text: str) -> None:
    entry = entry_of(text)
    found = back(packed(entry, KEY))
    assert found is not None
    assert (found.text, found.beside) == (text, entry.beside)
    words = Words(found.text, found.tokens)
    assert [list(words.keys), list(words.starts), list(words.ends)] == [
        list(Words.of(text).keys),
        entry.tokens.starts.tolist(),
        entry.tokens.ends.tolist(),
    ]
    assert found.tokens.hashes.tolist() == entry.tokens.hashes.tolist()


@given(st.text(st.characters(), max_size=80))
def test_every_text_comes_back(text: str) -> None:
    found = back(packed(entry_of(text), KEY))
    assert found is not None
    assert found.text == text


def test_a_plain_text_takes_one_byte_a_character() -> None:
    size = [len(packed(Entry(text, Words.of("").tokens), KEY)) for text in ("e" * 8000, "ж" * 8000, "🜄" * 8000)]
    assert [(size[1] - size[0]), (size[2] - size[1])] == [8000, 16000]


def test_another_keys_entry_is_not_this_ones() -> None:
    assert back(packed(entry_of(TEXT), KEY), hashlib.sha256(b"another").digest()) is None


def test_a_file_that_ends_too_early_or_too_late_is_none() -> None:
    data = packed(entry_of(TEXT), KEY)
    assert all(back(data[:size]) is None for size in range(len(data)))
    assert back(data + bytes(8)) is None


def test_a_single_changed_byte_anywhere_is_noticed() -> None:
    data = packed(entry_of(TEXT), KEY)
    for place in range(len(data)):
        damaged = bytearray(data)
        damaged[place] ^= 0x41
        assert back(bytes(damaged)) is None, place


def test_a_page_that_was_never_written_is_noticed() -> None:
    data = packed(entry_of(TEXT * 500), KEY)
    assert back(data[:8192] + bytes(4096) + data[12288:]) is None


@pytest.mark.parametrize(
    ("starts", "ends"),
    [([0], [8]), ([0, 4], [3, 2**32 - 1]), ([2], [2]), ([3], [1]), ([0, 2], [3, 7]), ([4, 0], [7, 3])],
)
def test_words_that_lie_outside_of_the_text_or_in_one_another_are_refused_though_all_sums_agree(
    starts: list[int], ends: list[int]
) -> None:
    assert back(forged(starts=starts, ends=ends)) is None
    assert back(forged(starts=[0, 4], ends=[3, 7])) is not None


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_without_a_fault(data: bytes) -> None:
    assert back(data) is None
    assert back(packed(entry_of(TEXT), KEY)[:136] + data) is None
