"""What lies on the desk of these tests: a short essay and its sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

ESSAY = """\
# The bridge

Mary Doe writes: "The town was glad to close the bridge that everybody had loved for ninety years."[^1]

The council's own words were plainer: "No repair of the northern arch can be paid for out of this budget."[^2]

[^1]: Mary Doe, *Bridges of the North* (2019).
[^2]: Town Council, *Report on the Arch* (2018).
"""

CLEAN = ESSAY.replace("glad", "sad")

SOURCES = {
    "doe.txt": (
        "Bridges of the North\n\nNobody was told why. The town was sad to close the bridge that everybody had loved "
        "for ninety years. It was opened again in June, when the ferry had been sold.\n"
    ),
    "council.txt": (
        "Report on the Arch\n\nThe surveyor has been heard. No repair of the northern arch can be paid for out of this "
        "budget. The matter is adjourned.\n"
    ),
    "sources.json": """[
        {"id": "doe", "type": "book", "title": "Bridges of the North", "author": [{"family": "Doe", "given": "Mary"}],
         "issued": {"date-parts": [[2019]]}, "file": "doe.txt"},
        {"id": "council", "type": "report", "title": "Report on the Arch", "author": [{"literal": "Town Council"}],
         "issued": {"date-parts": [[2018]]}, "file": "council.txt"}
    ]""",
}


@dataclass(frozen=True)
class Outcome:
    """How a run ended."""

    code: int
    out: str
    err: str


Holdwater = Callable[..., Outcome]
