"""The reader of LaTeX; `reader.py` is the one to read first."""

from holdwater.read.latex.reader import read

__all__ = ["read"]
