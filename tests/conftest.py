"""Options of the whole test suite."""

from __future__ import annotations

import gc

import pytest
from hypothesis import settings

# How long one random example takes says more of the computer than of the code; `clock` is asked where time matters.
settings.register_profile("suite", parent=settings(), deadline=None)
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-cases", action="store_true", help="write what comes out into tests/cases/*.md, to be read in the diff"
    )


def pytest_collection_finish() -> None:
    """Keeps the garbage collector from looking again and again at thousands of tests, which all stay to the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 20)


def pytest_unconfigure() -> None:
    """Lets the collector see everything again, so that extension modules find nothing left over at the end."""
    gc.unfreeze()
    gc.collect()
