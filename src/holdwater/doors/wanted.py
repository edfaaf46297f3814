"""The words that `holdwater locate` is to find: given on the command line, or a line each in a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from holdwater.errors import ConfigError

STDIN = "-"
MAX_BYTES = 64 * 2**20
"""The largest batch that is read."""
MAX_LINES = 100_000
"""Quotations of one batch."""


class Listed(NamedTuple):
    """Words to find, and the line of the batch in which they stand (from 1)."""

    line: int
    words: str


def wanted(words: str | None, batch: str | None) -> list[Listed]:
    """The words to find: those given, or each line of the batch that is not blank.

    Raises ConfigError where there are none, or both, or the batch cannot be read.
    """
    if words is not None and batch is not None:
        raise ConfigError("WORDS and --batch exclude each other", mend="give one of them")
    if batch is None:
        if words is None or not words.strip():
            raise ConfigError(
                "no words to find", mend="give them between quotation marks, or a file of them: --batch FILE"
            )
        return [Listed(1, words)]
    where = f"--batch {batch}"
    lines = _text(_bytes(batch, where), where).splitlines()
    listed = [Listed(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip()]
    if not listed:
        raise ConfigError("no words to find", where=where, mend="put a quotation on each line")
    if len(listed) > MAX_LINES:
        raise ConfigError(f"more than {MAX_LINES:,} lines", where=where, mend="split it")
    return listed


def _bytes(batch: str, where: str) -> bytes:
    try:
        if batch == STDIN:
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        elif Path(batch).exists() and not Path(batch).is_file():
            raise ConfigError("not an ordinary file", where=where, mend="name a text file")
        else:
            with Path(batch).open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise ConfigError(getattr(error, "strerror", None) or str(error), where=where, mend="check its path") from error
    if len(data) > MAX_BYTES:
        raise ConfigError(f"larger than {MAX_BYTES // 2**20} MB", where=where, mend="split it")
    return data


def _text(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"line {line}: not UTF-8", where=where, mend="save it as UTF-8") from None
