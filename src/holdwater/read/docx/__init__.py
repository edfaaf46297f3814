"""The reader of DOCX, Word's own format."""

from holdwater.read.docx.origins import WordOrigins, WordRun
from holdwater.read.docx.reader import read

__all__ = ["WordOrigins", "WordRun", "read"]
