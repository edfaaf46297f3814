"""A text as words that can be compared, each with the span it came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from struct import pack
from typing import overload

import numpy as np

from holdwater.document import Span
from holdwater.match.folding import Numbers, Tokens, fold_text, hash_of
from holdwater.match.furniture import NEAR, furniture_at
from holdwater.match.normalise import GLUED, WORD, fold, is_note_mark
from holdwater.patterns import waiting

PAUSE = waiting(r"[.!?;:,()—]|\n\s*\n|\s[-–]\s")
"""What parts one clause, or what is said aside, from the words beside it."""
SHORT = 2_000
"""Characters: a shorter text is quicker folded a word at a time than by arrays."""
BLOCK = 32
"""Words that are folded together where several of them are asked for: a window is a few of these."""
LEAST_TOGETHER = 16
"""Words of a stretch that has all of its blocks folded; fewer may be all that is wanted there."""
MOST_BLOCKS = 512
"""Blocks of a text whose folded words are kept, some 100 KB."""
MOST_AT_ONCE = 1_000
"""Words of a stretch that is made of blocks, as a window is; longer ones are a whole text's and are not kept."""


BEGINNING = 5
"""Words that are looked for first: where these do not stand, all do not, and few are found sooner than many."""
STRETCH = 1 << 12
"""Words that are looked through at a time for the last place of some."""


class Words:
    """A text as folded words: `keys[i]` is what stood at `text[starts[i]:ends[i]]`.

    Of a long text the offsets and hashes are made at once, each folded word when it is asked for.
    """

    def __init__(self, text: str, tokens: Tokens, keys: list[str] | None = None) -> None:
        """Words from tokens made before; they may lie in memory that is mapped from a file."""
        self.text, self.tokens = text, tokens
        self.starts: Sequence[int] = tokens.starts.data
        self.ends: Sequence[int] = tokens.ends.data
        self._furniture: dict[int, list[Span]] = {}
        self.keys: list[str] | FoldedKeys = FoldedKeys(text, self.starts, self.ends) if keys is None else keys

    @classmethod
    def of(cls, text: str) -> Words:
        """The words of `text`, in order, with the way back to it."""
        if len(text) > SHORT:
            return cls(text, fold_text(text))
        found = list(WORD.finditer(text))
        keys = [fold(match.group()) for match in found]
        spans = np.array([match.span() for match in found], np.uint32).reshape(-1, 2).T.copy()
        return cls(text, Tokens(spans[0], spans[1], np.array([hash_of(key) for key in keys], np.uint32)), keys)

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def hashes(self) -> Numbers:
        """A hash of each folded word."""
        return self.tokens.hashes

    def span(self, first: int, last: int) -> Span:
        """The text's span from word `first` up to, not including, word `last`; zero-width where they are equal."""
        if first >= last:
            at = self.ends[first - 1] if first else 0
            return Span(at, at)
        return Span(self.starts[first], self.ends[last - 1])

    def find(self, keys: str, start: int = 0, end: int | None = None) -> int:
        """The first word index from `start` at which the blank-separated `keys` stand, before `end`; -1 if nowhere."""
        return next(self._places(keys, start, end), -1)

    def find_all(self, keys: str, most: int, start: int = 0, end: int | None = None) -> list[int]:
        """The first `most` word indices in start..end at which `keys` stand."""
        return [at for at, _ in zip(self._places(keys, start, end), range(most), strict=False)]

    def find_last(self, keys: str, start: int, end: int) -> int:
        """The last word index in start..end at which the blank-separated `keys` stand; -1 if nowhere."""
        # Looking backwards takes `bytes` quadratic time on repeated words; looking forward in stretches never does.
        wanted, parts, start = _packed(keys), keys.split(" "), max(start, 0)
        high = min(end, len(self)) - len(parts) + 1
        while high > start:
            low = max(start, high - max(STRETCH, 2 * len(parts)))
            last = next((at for at in reversed(self._aligned(wanted, low, high)) if self._stands(parts, at)), -1)
            if last >= 0:
                return last // 4
            high = low
        return -1

    def _aligned(self, wanted: bytes, low: int, high: int) -> list[int]:
        """The bytes of packed hashes at which a run of them may begin, from word `low` on, before word `high`."""
        found = []
        end = 4 * (high - 1) + len(wanted)
        at = self._packed.find(wanted, 4 * low, end)
        while at >= 0:
            found.append(at)
            at = self._packed.find(wanted, at + 1, end)
        return found

    def _places(self, keys: str, start: int, end: int | None) -> Iterator[int]:
        last = 4 * (len(self) if end is None else min(end, len(self)))
        low = self._first_of(keys, 4 * max(start, 0), last)
        if low < 0:
            return
        wanted = _packed(keys)
        at = self._packed.find(wanted, low, last)
        parts = keys.split(" ") if at >= 0 else []
        while at >= 0:
            if self._stands(parts, at):
                yield at // 4
            at = self._packed.find(wanted, at + 1, last)

    def _first_of(self, keys: str, low: int, last: int) -> int:
        """The first byte of packed hashes at which many words may begin, by their first few; -1 where they do not."""
        beginning = keys.split(" ", BEGINNING)
        if len(beginning) <= BEGINNING:
            return low
        return self._packed.find(_packed(" ".join(beginning[:BEGINNING])), low, last)

    def _stands(self, parts: list[str], at: int) -> bool:
        """Whether words stand at a byte of the packed hashes, and not just others of the same hashes."""
        first, within = divmod(at, 4)
        return within == 0 and list(self.keys[first : first + len(parts)]) == parts

    @cached_property
    def _packed(self) -> bytes:
        return self.hashes.tobytes()

    def knows(self, key: str) -> bool:
        """Whether a folded word stands anywhere in the text."""
        return bool((self.hashes == np.uint32(hash_of(key))).any())

    def is_noise(self, index: int) -> bool:
        """Whether word `index` is the text's own apparatus: a note mark's digits, [53], a running head."""
        return is_note_mark(self.keys[index], self.text, self.starts[index]) or self.is_furniture(index)

    def all_noise(self, first: int, last: int) -> bool:
        """Whether the words first..last are all apparatus."""
        return all(map(self.is_noise, range(first, last)))

    def is_furniture(self, index: int) -> bool:
        """Whether word `index` stands in a running head or foot."""
        return self.has_furniture(index, index + 1)

    def has_furniture(self, first: int, last: int) -> bool:
        """Whether any of the words first..last stands in a running head or foot."""
        if first >= last:
            return False
        low, high = self.starts[first], self.ends[last - 1]
        at = self.text.find("\f", max(0, low - NEAR), high + NEAR)
        while at >= 0:
            if any(span.start < high and low < span.end for span in self._furniture_at(at)):
                return True
            at = self.text.find("\f", at + 1, high + NEAR)
        return False

    def _furniture_at(self, at: int) -> list[Span]:
        found = self._furniture.get(at)
        if found is None:
            found = self._furniture[at] = furniture_at(self.text, at)
        return found

    def has_glued_mark(self, index: int) -> bool:
        """Whether word `index` is a plain word with a note mark's digits glued to it ("alleged1"), no name (MP3)."""
        return bool(GLUED.fullmatch(self.text, self.starts[index], self.ends[index]))


class FoldedKeys(Sequence[str]):
    """The folded words of a text, each made when it is asked for.

    Where as many are asked for as a window has, the blocks of words that they stand in are kept: one place after
    another is looked at, each many times.
    """

    def __init__(self, text: str, starts: Sequence[int], ends: Sequence[int]) -> None:
        self._text, self._starts, self._ends = text, starts, ends
        self._blocks: dict[int, list[str]] = {}
        self._count = len(starts)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return self._stretch(index)
        if index < 0:
            index += self._count
        block = self._blocks.get(index // BLOCK)
        return block[index % BLOCK] if block else fold(self._text[self._starts[index] : self._ends[index]])

    def _stretch(self, part: slice) -> list[str]:
        first, last = part.start, part.stop
        if part.step is not None or first is None or last is None or first < 0 or last < 0:
            return self._folded(part)
        last = min(last, self._count)
        if first >= last:
            return []
        if last - first > MOST_AT_ONCE:
            return self._folded(part)
        blocks, low, high = self._blocks, first // BLOCK, (last - 1) // BLOCK
        if last - first < LEAST_TOGETHER and not (low in blocks and high in blocks):
            return self._folded(part)
        found = blocks.get(low) or self._block(low)
        if low == high:
            return found[first - low * BLOCK : last - low * BLOCK]
        found = found[first - low * BLOCK :]
        for number in range(low + 1, high):
            found += blocks.get(number) or self._block(number)
        found += (blocks.get(high) or self._block(high))[: last - high * BLOCK]
        return found

    def _block(self, number: int) -> list[str]:
        if len(self._blocks) >= MOST_BLOCKS:
            self._blocks.clear()
        block = self._folded(slice(number * BLOCK, (number + 1) * BLOCK))
        if block:
            self._blocks[number] = block
        return block

    def _folded(self, part: slice) -> list[str]:
        text = self._text
        words = [text[start:end] for start, end in zip(self._starts[part], self._ends[part], strict=True)]
        return list(map(fold, words))


@lru_cache(maxsize=64)
def _packed(keys: str) -> bytes:
    """The hashes of blank-separated words, one behind the other; the same ones are looked for in many places."""
    hashes = list(map(hash_of, keys.split(" ")))
    return pack(f"={len(hashes)}I", *hashes)
