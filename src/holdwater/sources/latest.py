"""What was asked for last, up to a size."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

_K = TypeVar("_K", bound=Hashable)
_V = TypeVar("_V")


class Latest(Generic[_K, _V]):
    """Values by key, of which those asked for longest ago go where all are larger than `most`; the last one stays."""

    def __init__(self, most: int) -> None:
        self._most, self._size = most, 0
        self._values: OrderedDict[_K, tuple[_V, int]] = OrderedDict()

    def emptied(self) -> Latest[_K, _V]:
        """One of the same room, with nothing in it."""
        return Latest(self._most)

    def get(self, key: _K) -> _V | None:
        """The value of a key, if it is still there."""
        if key not in self._values:
            return None
        self._values.move_to_end(key)
        return self._values[key][0]

    def put(self, key: _K, value: _V, size: int) -> None:
        """Hold a value of this size, in whatever `most` counts."""
        self.drop(key)
        self._values[key] = value, size
        self._size += size
        while self._size > self._most and len(self._values) > 1:
            self._size -= self._values.popitem(last=False)[1][1]

    def drop(self, key: _K) -> None:
        """Let go of a key's value."""
        if key in self._values:
            self._size -= self._values.pop(key)[1]
