"""What can be checked: quotations, citations and references, with their speakers."""

from holdwater.extract.extraction import extract

__all__ = ["extract"]
