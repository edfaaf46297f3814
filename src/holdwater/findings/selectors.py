"""How people name rules: by code, by name, by the start of a code, or all at once."""

from __future__ import annotations

ALL = "ALL"

EXACT = 6
"""How exactly a code or a name reaches its rule; the start of a code is as exact as it is long."""


def exactness(selector: str, code: str, name: str) -> int:
    """How exactly a selector names a rule: 6 its code or name, 3 to 5 the start of its code, 1 "ALL", 0 not at all.

    Letter case and white space at the ends do not matter.
    """
    written = selector.strip()
    if written.upper() == code or written.lower() == name:
        return EXACT
    if written.upper() == ALL:
        return 1
    return len(written) if len(written) >= 3 and code.startswith(written.upper()) else 0
