"""The reader of EPUB; `reader.py` is the one to read first."""

from holdwater.read.epub.reader import read

__all__ = ["read"]
