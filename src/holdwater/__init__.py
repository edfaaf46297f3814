"""Holdwater, a linter for cited writing: checks every quotation against the words of its own source.

    import holdwater

    document = holdwater.read_file("essay.md")
    report = holdwater.check(document, holdwater.open_shelf("sources"))
    for finding in report.findings:
        print(document.origin(finding.span).line, finding.code, finding.message)

Each name below is imported when it is first asked for, so that `import holdwater` costs next to nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holdwater.check import check
    from holdwater.config import Config
    from holdwater.document import Document, Span
    from holdwater.errors import HoldwaterError
    from holdwater.findings.model import Finding, Status
    from holdwater.findings.report import Report
    from holdwater.match import locate
    from holdwater.read import read_file
    from holdwater.sources.shelf import open_shelf

    __version__: str

__all__ = [
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

_HOMES = {
    "Config": "holdwater.config",
    "Document": "holdwater.document",
    "Finding": "holdwater.findings.model",
    "HoldwaterError": "holdwater.errors",
    "Report": "holdwater.findings.report",
    "Span": "holdwater.document",
    "Status": "holdwater.findings.model",
    "check": "holdwater.check",
    "locate": "holdwater.match",
    "open_shelf": "holdwater.sources.shelf",
    "read_file": "holdwater.read",
}


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version

        return version("holdwater")
    if name not in _HOMES:
        raise AttributeError(f"module 'holdwater' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Face(ModuleType):
    """The package, on which `check` is the function and stays it.

    The import system sets every submodule on its package, so that importing `holdwater.check` anywhere would put the
    module in the function's place.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name in _HOMES and isinstance(value, ModuleType):
            value = getattr(value, name)
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Face
