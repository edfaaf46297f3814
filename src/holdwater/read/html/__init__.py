"""The reader of HTML; `reader.py` is the one to read first."""

from holdwater.read.html.reader import read

__all__ = ["read"]
