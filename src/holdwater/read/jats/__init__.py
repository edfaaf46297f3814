"""The reader of JATS; `reader.py` is the one to read first."""

from holdwater.read.jats.reader import read

__all__ = ["read"]
