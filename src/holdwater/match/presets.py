"""How strictly words are compared: what a preset forgives beyond the normaliser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Preset:
    """What one way of taking words down does to them.

    `exchange` prices a quoted word against another word of the source, both folded: 0 for the same word in this
    manner, up to `align.REPLACE`; None leaves the aligner's own price. `passable` are folded words that either side
    may have alone.
    """

    name: str
    exchange: Callable[[str, str], float] | None = None
    passable: frozenset[str] = frozenset()


VERBATIM = Preset("verbatim")
"""Words as they stand: nothing but what the normaliser forgives."""

PRESETS = {preset.name: preset for preset in (VERBATIM,)}
"""Every preset by its name."""
