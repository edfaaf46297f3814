"""The reader of latex; to be built."""

from __future__ import annotations

from holdwater.document import Document
from holdwater.errors import UnreadableError


def read(raw: str, name: str) -> Document:
    """Refuse."""
    raise UnreadableError("no reader for latex here yet", where=name, mend="convert it to text first")
