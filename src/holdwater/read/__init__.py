"""One reader a format: bytes in, a `Document` out, or a `ReadError` in one line."""

from holdwater.read.formats import FORMATS
from holdwater.read.reading import read_bytes, read_file

__all__ = ["FORMATS", "read_bytes", "read_file"]
