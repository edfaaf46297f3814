"""Units of measurement: their names, symbols, SI base and factor. The factors are those of the International System of
Units (BIPM brochure, 9th edition) and of the international yard and pound agreement of 1959 (NIST SP 811, appendix B).

A degree Celsius and a degree Fahrenheit are each their own base: a factor alone does not turn one into the other.
"""

from __future__ import annotations

from holdwater.extract.quantities.model import Dimension, Unit

_PREFIXES = (
    ("peta", "P", 1e15), ("tera", "T", 1e12), ("giga", "G", 1e9), ("mega", "M", 1e6), ("kilo", "k", 1e3),
    ("hecto", "h", 1e2),
    ("deci", "d", 1e-1), ("centi", "c", 1e-2), ("milli", "m", 1e-3), ("micro", "µ", 1e-6), ("nano", "n", 1e-9),
    ("pico", "p", 1e-12),
)  # fmt: skip

# name; symbols; other names; SI base; factor; the prefixes that are in use with it
_PREFIXED = """
metre; m; meter; metre; 1; k d c m µ n p
gram; g; gramme; kilogram; 0.001; k m µ n
litre; l L; liter; cubic metre; 0.001; d c m µ h
second; s; ; second; 1; m µ n
watt; W; ; watt; 1; T G M k m
watt hour; Wh; watt-hour; joule; 3600; T G M k
joule; J; ; joule; 1; P T G M k
calorie; cal; ; joule; 4.184; k
electronvolt; eV; ; joule; 1.602176634e-19; T G M k
hertz; Hz; ; hertz; 1; T G M k
volt; V; ; volt; 1; k m
ampere; ; amp; ampere; 1; m k
ohm; Ω; ; ohm; 1; k M
byte; B; ; bit; 8; P T G M k
bit; bit; ; bit; 1; T G M k
bit per second; bps bit/s; ; bit per second; 1; T G M k
pascal; Pa; ; pascal; 1; h k M G
newton; N; ; newton; 1; k M
tonne; t; ; kilogram; 1000; G M k
gray; Gy; ; gray; 1; m
sievert; Sv; ; sievert; 1; m µ
becquerel; Bq; ; becquerel; 1; k M G T
decibel; dB; ; decibel; 1;
lumen; lm; ; lumen; 1;
kelvin; K; ; kelvin; 1; m
radian; rad; ; radian; 1; m
parsec; pc; ; metre; 3.0856775814913673e16; k M
"""

# name; symbols; other names; SI base; factor
_PLAIN = """
inch; in; inches; metre; 0.0254
foot; ft; feet; metre; 0.3048
yard; yd; yards; metre; 0.9144
mile; mi; miles; metre; 1609.344
nautical mile; nmi; nautical miles; metre; 1852
light-year; ly; light-years, light year, light years; metre; 9460730472580800
astronomical unit; au AU; astronomical units; metre; 149597870700
hectare; ha; hectares; square metre; 10000
acre; ; acres; square metre; 4046.8564224
gallon; gal; gallons; cubic metre; 0.003785411784
millimetre of mercury; mmHg; mm Hg, mm hg; pascal; 133.322387415
ampere; A; ; ampere; 1
pint; ; pints; cubic metre; 0.000473176473
barrel; bbl; barrels; cubic metre; 0.158987294928
cup; ; cups; cubic metre; 0.0002365882365
tablespoon; tbsp; tablespoons; cubic metre; 1.478676478125e-5
teaspoon; tsp; teaspoons; cubic metre; 4.92892159375e-6
acre-foot; ; acre-feet, acre feet; cubic metre; 1233.48183754752
pound; lb lbs; pounds; kilogram; 0.45359237
ounce; oz; ounces; kilogram; 0.028349523125
stone; ; stones; kilogram; 6.35029318
ton; ; tons; kilogram; 907.18474
tonne; ; metric ton, metric tons, metric tonnes; kilogram; 1000
long ton; ; long tons; kilogram; 1016.0469088
carat; ; carats; kilogram; 0.0002
microgram; mcg; micrograms; kilogram; 1e-9
horsepower; hp; ; watt; 745.6998715822702
British thermal unit; Btu BTU; British thermal units, british thermal units; joule; 1055.05585262
kilometre per hour; kph kmph kmh; ; metre per second; 0.2777777777777778
mile per hour; mph; ; metre per second; 0.44704
knot; kn; knots; metre per second; 0.5144444444444445
degree Celsius; °C ℃ C; degrees celsius, degree celsius, degrees centigrade, deg celsius, deg c; degree Celsius; 1
degree Celsius; ; degrees c, celsius, celcius, centigrade, centigrate; degree Celsius; 1
degree Fahrenheit; °F ℉ F; degrees fahrenheit, degree fahrenheit, deg fahrenheit, deg f, degrees f; degree Fahrenheit; 1
degree Fahrenheit; ; degrees farenheit, fahrenheit, farenheit; degree Fahrenheit; 1
degree; °; degrees, deg; degree; 1
turn; ; turns; degree; 360
atmosphere; atm; atmospheres; pascal; 101325
bar; ; bars; pascal; 100000
millibar; mbar; millibars; pascal; 100
kibibyte; KiB; kibibytes; bit; 8192
mebibyte; MiB; mebibytes; bit; 8388608
gibibyte; GiB; gibibytes; bit; 8589934592
kilobyte; KB; ; bit; 8000
megabit per second; Mbit/s Mb/s; ; bit per second; 1e6
gigabit per second; Gbit/s Gb/s; ; bit per second; 1e9
octet; ; octets; bit; 8
part per million; ppm; parts per million; ; 1e-6
part per billion; ppb; parts per billion; ; 1e-9
"""

_DAY = 86400.0
_YEAR = 365.2425 * _DAY
# name; other names; seconds
_TIME = """
millisecond; ms msec; 0.001
second; seconds sec secs s; 1
minute; minutes min mins; 60
hour; hours hr hrs h; 3600
day; days; 86400
night; nights; 86400
week; weeks wk wks; 604800
fortnight; fortnights; 1209600
month; months; 2629746
quarter; quarters; 7889238
year; years yr yrs; 31556952
decade; decades; 315569520
century; centuries; 3155695200
millennium; millennia millenniums; 31556952000
"""


def _plurals(name: str) -> list[str]:
    return [name, name if name.endswith(("s", "z")) else f"{name}s"]


def _prefixed() -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for line in _PREFIXED.strip().splitlines():
        name, symbols, other, base, factor, allowed = (part.strip() for part in line.split(";"))
        dimension = Dimension.TIME if base == "second" else Dimension.PHYSICAL
        spelled = [name, *other.split()]
        unit = Unit(dimension, name, base, float(factor))
        found.update(dict.fromkeys([*symbols.split(), *(form for each in spelled for form in _plurals(each))], unit))
        for prefix, letter, power in _PREFIXES:
            if letter not in allowed.split():
                continue
            unit = Unit(dimension, prefix + name, base, float(f"{float(factor) * power:.12g}"))
            letters = (letter, "μ", "u") if letter == "µ" else (letter,)
            short = [each + symbol for symbol in symbols.split() for each in letters]
            found.update(dict.fromkeys([*short, *(prefix + form for each in spelled for form in _plurals(each))], unit))
    return found


def _plain() -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for line in _PLAIN.strip().splitlines():
        name, symbols, other, base, factor = (part.strip() for part in line.split(";"))
        unit = Unit(Dimension.PHYSICAL, name, base, float(factor))
        found.update(
            dict.fromkeys([name, *symbols.split(), *(each.strip() for each in other.split(",") if each)], unit)
        )
    return found


def _times() -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for line in _TIME.strip().splitlines():
        name, other, seconds = (part.strip() for part in line.split(";"))
        found.update(dict.fromkeys([name, *other.split()], Unit(Dimension.TIME, name, "second", float(seconds))))
    return found


PHYSICAL: dict[str, Unit] = _prefixed() | _plain()
TIMES: dict[str, Unit] = _times()
MEASURES: dict[str, Unit] = PHYSICAL | TIMES

# Symbols that are also words or letters of prose: read only where they are glued to their digits or stand before a
# stop ("10 in.", "5m"), never between words ("5 in London").
WORDLIKE = frozenset("C F in m s h l L g t B A b N V W J K mi ha au AU ly am pm min kn cal hp bar".split())
POWERS = {"square": 2, "sq": 2, "sq.": 2, "cubic": 3, "cu": 3, "cu.": 3}
