r"""The package siunitx: `\SI{10}{\kilo\metre}` reads "10 km"."""

from __future__ import annotations

import re

from holdwater.patterns import waiting
from holdwater.read.latex.render import Handler, Renderer
from holdwater.read.latex.tex import Argument, Tex

_PREFIXES = {
    "yocto": "y", "zepto": "z", "atto": "a", "femto": "f", "pico": "p", "nano": "n", "micro": "µ", "milli": "m",
    "centi": "c", "deci": "d", "deca": "da", "hecto": "h", "kilo": "k", "mega": "M", "giga": "G", "tera": "T",
    "peta": "P", "exa": "E", "zetta": "Z", "yotta": "Y", "kibi": "Ki", "mebi": "Mi", "gibi": "Gi", "tebi": "Ti",
}  # fmt: skip
_UNITS = {
    "metre": "m", "meter": "m", "gram": "g", "kilogram": "kg", "second": "s", "ampere": "A", "kelvin": "K",
    "mole": "mol", "candela": "cd", "hertz": "Hz", "newton": "N", "pascal": "Pa", "joule": "J", "watt": "W",
    "coulomb": "C", "volt": "V", "farad": "F", "ohm": "Ω", "siemens": "S", "weber": "Wb", "tesla": "T", "henry": "H",
    "lumen": "lm", "lux": "lx", "becquerel": "Bq", "gray": "Gy", "sievert": "Sv", "katal": "kat", "radian": "rad",
    "steradian": "sr", "degreeCelsius": "°C", "celsius": "°C", "degree": "°", "arcminute": "′", "arcsecond": "″",
    "minute": "min", "hour": "h", "day": "d", "hectare": "ha", "litre": "l", "liter": "L", "tonne": "t",
    "electronvolt": "eV", "dalton": "Da", "astronomicalunit": "au", "bar": "bar", "mmHg": "mmHg", "percent": "%",
    "decibel": "dB", "bel": "B", "byte": "B", "bit": "bit", "angstrom": "Å", "knot": "kn", "barn": "b", "year": "a",
    "km": "km", "m": "m", "cm": "cm", "mm": "mm", "um": "µm", "nm": "nm", "kg": "kg", "g": "g", "mg": "mg", "ug": "µg",
    "s": "s", "ms": "ms", "us": "µs", "ns": "ns", "Hz": "Hz", "kHz": "kHz", "MHz": "MHz", "GHz": "GHz", "N": "N",
    "kN": "kN", "Pa": "Pa", "kPa": "kPa", "MPa": "MPa", "J": "J", "kJ": "kJ", "W": "W", "kW": "kW", "MW": "MW",
    "GW": "GW", "kWh": "kWh", "eV": "eV", "keV": "keV", "MeV": "MeV", "GeV": "GeV", "V": "V", "mV": "mV", "kV": "kV",
    "A": "A", "mA": "mA", "K": "K", "mol": "mol", "l": "l", "ml": "ml", "L": "L", "mL": "mL",
}  # fmt: skip
_POWERS = {"squared": "2", "cubed": "3"}
_BEFORE = {"square": "2", "cubic": "3"}
_TIGHT = frozenset("°′″")
_PART = waiting(r"\\([A-Za-z]+)[ \t]*(?:\{([^{}]{0,20})\})?|([^\\{}~.^\s]+)|\^\{?([-\d]{1,4})\}?|[~.\s]|\\.|[{}]")
_SIGNS = (("+-", " ± "), ("\\pm", " ± "), ("\\times", "x"))
_POWER = waiting(r"(?<=[\d.])[eEdD]([-+]?\d{1,4})")


def number(written: str) -> str:
    """A number of siunitx as it is read: "1.5e3" is "1.5 × 10^3"; digits are not grouped."""
    text = written.replace(" ", "").replace("~", "")
    for sign, said in _SIGNS:
        text = text.replace(sign, said)
    return _POWER.sub(r" × 10^\1", text).replace("x", " × ").replace("-", "−" if text[:1] == "-" else "-").strip()


def unit(written: str) -> str:
    r"""A unit of siunitx: `\kilo\metre\per\second` and `km/s` read "km/s"."""
    said, power, slash, fresh = "", "", "", True
    for found in _PART.finditer(written[:2000]):
        name, value, literal, raised = found[1], found[2], found[3], found[4]
        if name == "per":
            slash = "/"
        elif name in _BEFORE:
            power = _BEFORE[name]
        elif name in _POWERS:
            said += _POWERS[name]
        elif name in ("tothe", "raiseto"):
            said += value or ""
        elif name in _PREFIXES:
            said, slash, fresh = said + _joint(said, slash, fresh) + _PREFIXES[name], "", False
        elif name or literal:
            words = literal or _UNITS.get(name or "", name or "")
            said, slash, fresh, power = said + _joint(said, slash, fresh) + words + power, "", True, ""
        elif raised:
            said += raised
    return said


def _joint(said: str, slash: str, fresh: bool) -> str:
    if slash or not fresh:
        return slash
    return " " if said else ""


def _quantity(value: str, written: str) -> str:
    name = unit(written)
    return f"{value}{'' if name[:1] in _TIGHT and name[1:2] != 'C' else ' ' if name else ''}{name}"


def _arguments(tex: Tex, name: str, at: int) -> list[Argument]:
    """The arguments of a command; none if one of them is missing."""
    many = {"num": 1, "ang": 1, "si": 1, "unit": 1, "SIrange": 3, "qtyrange": 3, "numlist": 1}.get(name, 2)
    optional = tex.optional(at)
    at = optional.after if optional else at
    found: list[Argument] = []
    while len(found) < many and (one := tex.argument(at)) is not None:
        found.append(one)
        at = one.after
    return found if len(found) == many else []


def in_formula(tex: Tex, name: str, at: int) -> tuple[int, str]:
    """Where a command of siunitx ends, and what it prints."""
    arguments = _arguments(tex, name, at)
    return (arguments[-1].after, _said(name, [tex.of(one) for one in arguments])) if arguments else (at, "")


def quantity(r: Renderer, name: str, start: int, at: int) -> int:
    """A command of siunitx in running text."""
    arguments = _arguments(r.flat, name, at)
    if not arguments:
        return at
    after = arguments[-1].after
    written = [r.flat.of(one) for one in arguments]
    if name in ("num", "SI", "qty") and re.fullmatch(r"[\d.,]{1,40}", written[0]):
        r.out.verbatim(arguments[0].start, arguments[0].end)
        said = _quantity("", written[1]) if name != "num" else ""
        if said.startswith(" "):
            r.out.space(start)
        r.out.say(said.strip(), arguments[-1].start, arguments[-1].end)
        return after
    r.out.say(_said(name, written), start, after)
    return after


def _said(name: str, written: list[str]) -> str:
    if name in ("si", "unit"):
        return unit(written[0])
    if name == "ang":
        degrees = [part.strip() for part in written[0].split(";")[:3]]
        return "".join(f"{part}{sign}" for part, sign in zip(degrees, "°′″", strict=False) if part)
    if name == "num":
        return number(written[0])
    if name in ("numlist", "SIlist", "qtylist"):
        values = [number(part) for part in written[0].split(";")[:100]]
        listed = ", ".join(values[:-1]) + (" and " if values[1:] else "") + values[-1]
        return _quantity(listed, written[1]) if name != "numlist" else listed
    if name == "numrange":
        return f"{number(written[0])} to {number(written[1])}"
    if name in ("SIrange", "qtyrange"):
        return f"{_quantity(number(written[0]), written[2])} to {_quantity(number(written[1]), written[2])}"
    return _quantity(number(written[0]), written[1])


COMMANDS: dict[str, Handler] = dict.fromkeys(
    "num SI qty si unit ang numrange SIrange qtyrange numlist SIlist qtylist".split(), quantity
)
