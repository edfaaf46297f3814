"""Reads what an installed pandoc can read for us: ODT, RTF, reStructuredText, Org, DocBook, FB2 and others."""

from holdwater.read.pandoc.reader import read

__all__ = ["read"]
