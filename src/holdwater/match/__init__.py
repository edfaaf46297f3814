"""The alignment engine: normalise → seed → chain → align → judge, one file a stage; `locate` is the one call."""

from holdwater.match.locate import locate
from holdwater.match.question import Sought
from holdwater.match.words import Words

__all__ = ["Sought", "Words", "locate"]
