"""The reader of PDF."""

from holdwater.read.pdf.reader import read

__all__ = ["read"]
