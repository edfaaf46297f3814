"""The reader of epub; to be built."""

from __future__ import annotations

from holdwater.document import Document
from holdwater.errors import UnreadableError


def read(data: bytes, name: str) -> Document:
    """Refuse."""
    raise UnreadableError("no reader for epub here yet", where=name, mend="convert it to text first")
