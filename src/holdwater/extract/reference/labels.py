"""What a token of a description can be part of."""

from __future__ import annotations

LABELS = (
    "author title container journal date volume pages publisher location editor translator genre note url edition "
    "collection label"
).split()
