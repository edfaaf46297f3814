"""Bodies are unpacked the same in whatever pieces they come, and never more than was asked for at once."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from holdwater.errors import ArchiveError
from holdwater.sources.archive.decoding import Bytes, codings_of, decoded
from holdwater.sources.archive.members import STEP, Lines, TornError

PACKERS = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": lambda data: brotli.compress(data, quality=2),
    "zstd": zstandard.compress,
    "identity": bytes,
}


class Dripping:
    """A stream that gives its bytes in pieces of given sizes, over and over."""

    def __init__(self, data: bytes, sizes: list[int]) -> None:
        self._data, self._sizes, self._count = data, sizes, 0

    def read(self, most: int) -> bytes:
        size = min(most, self._sizes[self._count % len(self._sizes)])
        self._count += 1
        piece, self._data = self._data[:size], self._data[size:]
        return piece


def unpacked(
    data: bytes, *codings: str, sizes: list[int] | None = None, most: int = 2**24, chunked: bool = False
) -> bytes:
    stream = Dripping(data, sizes or [STEP])
    return b"".join(decoded(stream, codings, most=most, where="it", chunked=chunked))


def chunks(data: bytes, sizes: list[int]) -> bytes:
    pieces, start = [], 0
    while start < len(data):
        size = sizes[len(pieces) % len(sizes)]
        piece = data[start : start + size]
        pieces.append(f"{len(piece):X}".encode() + b"\r\n" + piece + b"\r\n")
        start += size
    return b"".join(pieces) + b"0\r\n\r\n"


sizes = st.lists(st.integers(1, 40), min_size=1, max_size=5)


@given(st.binary(max_size=3000), st.lists(st.sampled_from(sorted(PACKERS)), max_size=3), sizes)
def test_what_was_packed_is_unpacked_in_whatever_pieces_it_comes(
    data: bytes, codings: list[str], pieces: list[int]
) -> None:
    packed = data
    for coding in codings:
        packed = PACKERS[coding](packed)
    assert unpacked(packed, *codings, sizes=pieces) == data


@given(st.binary(max_size=3000), sizes, sizes)
def test_chunks_are_put_together_in_whatever_pieces_they_come(data: bytes, of: list[int], pieces: list[int]) -> None:
    assert unpacked(chunks(gzip.compress(data), of), "gzip", chunked=True, sizes=pieces) == data


@given(st.binary(min_size=1, max_size=400), st.sampled_from(["gzip", "deflate", "br", "zstd"]))
def test_bytes_that_are_anything_are_unpacked_or_refused(data: bytes, coding: str) -> None:
    try:
        unpacked(data, coding)
    except ArchiveError as error:
        told = str(error)
        assert "it: " in told
        assert "\n" not in told


@given(st.binary(min_size=300, max_size=3000), st.sampled_from(["gzip", "deflate", "br", "zstd"]), st.integers(1, 20))
def test_what_breaks_off_is_never_taken_for_whole(data: bytes, coding: str, lacking: int) -> None:
    packed = PACKERS[coding](data)
    with pytest.raises(TornError, match="break off"):
        unpacked(packed[:-lacking], coding)


@pytest.mark.parametrize("coding", sorted(PACKERS))
def test_an_answer_without_a_body_has_none_whatever_its_headers_say(coding: str) -> None:
    assert unpacked(b"", coding) == b""
    assert unpacked(b"", coding, chunked=True) == b""


@given(st.lists(st.binary(max_size=200), min_size=1, max_size=4), st.sampled_from(["gzip", "zstd"]), sizes)
def test_members_in_a_row_are_one_body(parts: list[bytes], coding: str, pieces: list[int]) -> None:
    assert unpacked(b"".join(map(PACKERS[coding], parts)), coding, sizes=pieces) == b"".join(parts)


@pytest.mark.parametrize("coding", sorted(PACKERS))
def test_the_bound_is_on_all_that_comes_out(coding: str) -> None:
    packed = PACKERS[coding](b"w" * 2**20)
    assert len(unpacked(packed, coding, most=2**20)) == 2**20
    with pytest.raises(ArchiveError, match="unpacks to more than 0 MB"):
        unpacked(packed, coding, most=2**20 - 1)


@pytest.mark.parametrize(
    ("headers", "codings"),
    [
        ((), ()),
        ((("Content-Encoding", "gzip"),), ("gzip",)),
        ((("content-encoding", " GZip , br "),), ("gzip", "br")),
        ((("Content-Encoding", "gzip"), ("X", "y"), ("Content-Encoding", "br")), ("gzip", "br")),
        ((("Content-Encoding", ""), ("Content-Encoding", ",")), ()),
    ],
)
def test_codings_are_read_out_of_all_headers_in_order(
    headers: tuple[tuple[str, str], ...], codings: tuple[str, ...]
) -> None:
    assert codings_of(headers) == codings


@given(st.lists(st.binary(max_size=30), max_size=8), st.lists(st.integers(1, 40), min_size=1, max_size=60))
def test_lines_and_pieces_in_turn_are_the_stream(parts: list[bytes], bounds: list[int]) -> None:
    """A slow obvious reader of the same bytes: by `bytes.find`."""
    data, at = b"\n".join(parts), 0
    lines = Lines(Bytes(iter(parts_of(data))))
    for number, most in enumerate(bounds):
        if number % 2:
            line = lines.line(most)
            found = data.find(b"\n", at, at + most)
            assert line == data[at : found + 1 if found >= 0 else at + most]
        else:
            line = lines.read(most)
            assert data.startswith(line, at)
            assert line or at == len(data)
        at += len(line)


def parts_of(data: bytes) -> Iterator[bytes]:
    for start in range(0, len(data), 7):
        yield data[start : start + 7]
