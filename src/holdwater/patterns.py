"""Regular expressions that are compiled when they are first asked for, and not as their module is imported.

A thousand of them stand at the heads of modules. To compile them all takes 0.3 s, and a run asks for a part of them.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_OWN = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "pattern", "flags", "groups")


class _Waiting:
    """What stands for a pattern. Once that is compiled, its methods are this object's own and cost no more."""

    def __init__(self, expression: Any, flags: int) -> None:
        self._expression, self._flags = expression, flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self._expression, self._flags)
        self.__dict__.update({each: getattr(compiled, each) for each in _OWN})
        return getattr(compiled, name)


def waiting(expression: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern as `re.compile` gives it, compiled at its first use; one that is faulty raises `re.error` only then.

    It is no instance of `re.Pattern`, and the functions of `re` do not take it for one: use its methods.
    """
    return cast("re.Pattern[AnyStr]", _Waiting(expression, flags))
