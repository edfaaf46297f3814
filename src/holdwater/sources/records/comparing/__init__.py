"""A reference laid against a record field by field: read `compare.py` first."""

from holdwater.sources.records.comparing.compare import compare

__all__ = ["compare"]
