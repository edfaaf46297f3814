"""One kept text with its folded words, as the bytes of a file: a header, three arrays, the text.

    header   what it is, its key, its sizes, sums over the rest, and a digest of the header itself
    arrays   where words start, where they end, their hashes: 32-bit numbers, one a word
    text     one, two or four bytes a character, the fewest that hold it

Nothing of such a file is believed: sizes must agree with the file's, sums with the contents, and every word must lie
in the text, behind the one before it.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass

import numpy as np

from holdwater.match.folding import Numbers, Tokens

NO_STAMP = bytes(32)
"""The stamp of a text that depends on no file but its own."""

_MAGIC = b"HWWORDS1"
_HEAD = struct.Struct("=8s32s32sQQQQQQ")  # what it is, key, stamp, encoding, characters, bytes, words, two sums
_HEADER = _HEAD.size + hashlib.sha256().digest_size  # a multiple of eight, so that the arrays lie on even addresses
_ENCODINGS = ("latin-1", "utf-16-le", "utf-32-le")


@dataclass(frozen=True)
class Entry:
    """A text and its folded words.

    `beside` is a stamp of the folder that the text was read in, where its reader may have looked at other files.
    """

    text: str
    tokens: Tokens
    beside: bytes = NO_STAMP


def packed(entry: Entry, key: bytes) -> bytes:
    """The bytes of the file that keeps an entry; `key` is 32 bytes, and stands in it."""
    encoding, text = _encoded(entry.text)
    tokens = entry.tokens
    arrays = [_padded(np.ascontiguousarray(one, np.uint32).tobytes()) for one in _arrays(tokens)]
    body = b"".join([*arrays, _padded(text)])
    sizes = (encoding, len(entry.text), len(text), len(tokens))
    head = _HEAD.pack(_MAGIC, key, entry.beside, *sizes, *_sums(body))
    return head + hashlib.sha256(head).digest() + body


def unpacked(data: memoryview, key: bytes) -> Entry | None:
    """The entry in a file's bytes; None where it is not the one for `key`, or is damaged.

    The arrays are views of `data`, whatever holds that; the text is a copy.
    """
    head = bytes(data[: _HEAD.size])
    if len(data) < _HEADER or hashlib.sha256(head).digest() != data[_HEAD.size : _HEADER]:
        return None
    magic, own_key, beside, encoding, characters, length, count, *sums = _HEAD.unpack(head)
    size = _even(count * 4)
    at = _HEADER + 3 * size
    if magic != _MAGIC or own_key != key or encoding >= len(_ENCODINGS) or len(data) != at + _even(length):
        return None
    if _sums(data[_HEADER:]) != tuple(sums):
        return None
    tokens = Tokens(*(np.frombuffer(data, np.uint32, count, _HEADER + number * size) for number in range(3)))
    text = _decoded(data[at : at + length], encoding)
    if text is None or len(text) != characters or not _in_order(tokens, characters):
        return None
    return Entry(text, tokens, beside)


def _arrays(tokens: Tokens) -> tuple[Numbers, Numbers, Numbers]:
    return tokens.starts, tokens.ends, tokens.hashes


def _encoded(text: str) -> tuple[int, bytes]:
    """The number of the narrowest encoding, and the text in it. Only the widest keeps lone surrogates as they are."""
    for number, encoding in enumerate(_ENCODINGS[:2]):
        try:
            return number, text.encode(encoding)
        except UnicodeEncodeError:
            continue
    return 2, text.encode(_ENCODINGS[2], "surrogatepass")


def _decoded(data: memoryview, encoding: int) -> str | None:
    try:
        return str(data, _ENCODINGS[encoding], "surrogatepass" if encoding == 2 else "strict")
    except UnicodeDecodeError:
        return None


def _in_order(tokens: Tokens, characters: int) -> bool:
    """Whether every word has a letter at least, and lies in the text, behind the one before it."""
    if not len(tokens):
        return True
    starts, ends = tokens.starts, tokens.ends
    return int(ends[-1]) <= characters and bool((ends > starts).all()) and bool((starts[1:] >= ends[:-1]).all())


def _sums(data: bytes | memoryview) -> tuple[int, int]:
    """The sum and the exclusive or of all 64-bit words: they show what was never written, and are quick."""
    words = np.frombuffer(data, np.uint64)
    return int(words.sum(dtype=np.uint64)), int(np.bitwise_xor.reduce(words))


def _padded(data: bytes) -> bytes:
    return data + bytes(_even(len(data)) - len(data))


def _even(size: int) -> int:
    return -(-size // 8) * 8
