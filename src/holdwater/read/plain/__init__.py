"""The reader of plain text; `reader.py` is the one to read first."""

from holdwater.read.plain.reader import read

__all__ = ["read"]
