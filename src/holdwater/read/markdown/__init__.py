"""The reader of Markdown; `reader.py` is the one to read first."""

from holdwater.read.markdown.reader import read

__all__ = ["read"]
