"""Whether a unit that was read is the annotated one, whatever of its names it goes by."""

from __future__ import annotations

from holdwater.extract.quantities.model import Dimension, Unit

_SYNONYMS = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "celsius": "degree celsius",
    "fahrenheit": "degree fahrenheit",
    "metric ton": "tonne",
    "ppm": "part per million",
    "parts per million": "part per million",
    "kilo": "kilogram",
    "mmhg": "millimetre of mercury",
}
_TIMES = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "century"))
_PHYSICAL = frozenset(
    """metre kilometre centimetre millimetre mile foot acre hectare ton tonne gigatonne kilogram gram milligram stone
    litre millilitre volt watt megawatt gigawatt hertz ampere byte megabyte gigabyte terabyte decibel
    teaspoon tablespoon megapixel""".split()
)
_COOKS = frozenset(("teaspoon", "tablespoon", "megapixel"))
"""Units that may as well be read as things counted."""
_OLD_MONEY = frozenset(("guilder", "stuiver", "pence", "penny", "franc", "krone", "cent", "shilling"))
"""Money that has no code of its own, or may be read as things counted."""
_SINGLE = {
    "percent": Dimension.PERCENT,
    "point": Dimension.POINT,
    "basis point": Dimension.POINT,
    "times": Dimension.TIMES,
    "ordinal": Dimension.ORDINAL,
    "number": Dimension.NUMBER,
}


def unit_right(unit: Unit, wanted: str) -> bool:
    """Whether `unit` is what the annotation calls `wanted` ("percent", "girl", "EUR per hectare")."""
    if wanted in _SINGLE:
        named = unit.name if wanted == "basis point" else ""
        return unit.dimension is _SINGLE[wanted] and (not named or plain(named) == wanted)
    if wanted.startswith("per "):
        return unit.dimension is Dimension.RATE and plain(unit.per) == wanted.removeprefix("per ")
    name, _, per = wanted.partition(" per ")
    if not per or wanted == "part per million":
        return _dimension_right(unit, wanted) and _same(unit.name, wanted)
    return _compound_right(unit, name, per)


def _compound_right(unit: Unit, name: str, per: str) -> bool:
    """Whether a unit is `name` per `per`, in one name or in two; a rate need not name what it counts."""
    if plain(unit.name) == plain(f"{name} per {per}"):
        return True
    if plain(unit.per) != plain(per):
        return False
    return (unit.dimension is Dimension.RATE and not unit.name) or _same(unit.name, name)


def _dimension_right(unit: Unit, wanted: str) -> bool:
    if wanted in _OLD_MONEY or wanted in _COOKS:
        return True
    if wanted in _TIMES:
        return unit.dimension is Dimension.TIME
    if wanted == "$" or (wanted.isupper() and len(wanted) == 3):
        return unit.dimension is Dimension.MONEY
    if wanted in _PHYSICAL or " " in wanted:
        return unit.dimension is Dimension.PHYSICAL
    return unit.dimension is Dimension.COUNT


def _same(found: str, wanted: str) -> bool:
    """Whether two names are one: of things counted, the last word decides."""
    return plain(found) == plain(wanted) or plain(found.rpartition(" ")[2]) == plain(wanted)


def plain(name: str) -> str:
    """A unit's name without what is left open: letter case, hyphens, American spelling, synonyms."""
    bare = name.lower().replace("-", " ").replace("meter", "metre").replace("liter", "litre").strip()
    words = " ".join(_SYNONYMS.get(word, word) for word in bare.split())
    return _SYNONYMS.get(bare, words)
