"""The text searched: court opinions and RFCs of the evaluation data, mixed, as one file a text."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from eval import data

_SEED = 4
_LETTERS = b"abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Corpus:
    """Texts on disk, in a seeded order: a smaller corpus is the beginning of a larger one."""

    paths: tuple[Path, ...]
    sizes: tuple[int, ...]  # bytes

    @classmethod
    def of(cls, folder: Path, most: float = float("inf")) -> Corpus:
        """The texts of a folder, in the order of their names, up to and with the one that reaches `most` bytes."""
        paths = sorted(folder.glob("*.txt"))
        sizes = [path.stat().st_size for path in paths]
        wanted = sum(reached < most for reached in accumulate(sizes, initial=0)) if sizes else 0
        return cls(tuple(paths[:wanted]), tuple(sizes[:wanted]))

    @property
    def size(self) -> int:
        """Bytes of all texts, in UTF-8."""
        return sum(self.sizes)

    def texts(self) -> list[str]:
        """Every text, in memory."""
        return [path.read_bytes().decode() for path in self.paths]


class Streamed:
    """Texts that are read from their files as they are asked for, as often as they are asked for.

    Each copy after the first has other words in the same texts: its letters are exchanged for others, by a seed.
    `passes` counts how often the texts were gone through.
    """

    def __init__(self, paths: Iterable[Path], copies: int = 1) -> None:
        self.paths, self.copies, self.passes = tuple(paths), copies, 0

    def __iter__(self) -> Iterator[str]:
        self.passes += 1
        for copy in range(self.copies):
            names = exchange(copy)
            for path in self.paths:
                yield path.read_bytes().translate(names).decode()


def exchange(copy: int) -> bytes:
    """The table that exchanges the letters of copy number `copy`, for `bytes.translate`; copy 0 stays as it is."""
    letters = list(_LETTERS)
    if copy:
        random.Random(copy).shuffle(letters)
    small = bytes(letters)
    return bytes.maketrans(_LETTERS + _LETTERS.upper(), small + small.upper())


def write(folder: Path, size: float) -> Corpus:
    """Write texts of the evaluation data into a folder, until they have `size` bytes or there are no more."""
    reached = 0
    for number, text in enumerate(_documents()):
        if reached >= size:
            break
        content = text.encode()
        (folder / f"text-{number:05}.txt").write_bytes(content)
        reached += len(content)
    return Corpus.of(folder)


def _documents() -> Iterator[str]:
    """Opinions and RFCs, shuffled together by a fixed seed."""
    texts: list[str | Path] = [row["text"] for row in data.rows("scotus", "opinions")]
    texts += sorted((data.root() / "rfc" / "txt").glob("*.txt.gz"))
    random.Random(_SEED).shuffle(texts)
    for one in texts:
        yield one if isinstance(one, str) else gzip.decompress(one.read_bytes()).decode("utf-8", "replace")
