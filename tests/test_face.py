"""The public face: what it is, and that it costs next to nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

import holdwater

FACE = [
    "Config",
    "Document",
    "Finding",
    "HoldwaterError",
    "Report",
    "Span",
    "Status",
    "__version__",
    "check",
    "locate",
    "open_shelf",
    "read_file",
]

HEAVY = ["bibtexparser", "click", "markdown_it", "msgspec", "rapidfuzz", "rich", "selectolax"]


def python(program: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_face_is_this_list() -> None:
    assert holdwater.__all__ == FACE


@pytest.mark.parametrize("name", FACE)
def test_every_name_of_the_face_is_there(name: str) -> None:
    assert getattr(holdwater, name) is not None
    assert name in dir(holdwater)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'holdwater' has no attribute 'nothing'"):
        holdwater.nothing  # noqa: B018


def test_importing_holdwater_imports_none_of_its_dependencies() -> None:
    program = f"import sys, holdwater; print([name for name in {HEAVY} if name in sys.modules])"
    assert python(program) == "[]"


def test_importing_holdwater_imports_none_of_its_rooms() -> None:
    program = "import sys, holdwater; print([name for name in sys.modules if name.startswith('holdwater.')])"
    assert python(program) == "[]"


def test_importing_holdwater_takes_under_fifty_milliseconds() -> None:
    # processor time, and the first of three that is short enough: a busy machine does not count
    program = "import time; t = time.process_time(); import holdwater; print(time.process_time() - t)"
    assert any(float(python(program)) < 0.05 for _ in range(3))


@pytest.mark.parametrize(
    "program",
    [
        "from holdwater import check; print(callable(check))",
        "import holdwater.check; print(callable(holdwater.check))",
        "import holdwater, holdwater.doors.checking; print(callable(holdwater.check))",
        "import holdwater; holdwater.check; import holdwater.check; print(callable(holdwater.check))",
        "from holdwater.check import check; import holdwater; print(holdwater.check is check)",
    ],
)
def test_check_is_the_function_whatever_was_imported_before(program: str) -> None:
    assert python(program) == "True"
