"""The SRC1xx rules: what became of the addresses that are cited, and of the passages behind them."""

from holdwater.rules import captures, standing

__all__ = ["captures", "standing"]
