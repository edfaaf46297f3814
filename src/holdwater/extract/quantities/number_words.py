"""The words of English number names and their values: cardinals, ordinals, parts, and the magnitudes beside digits."""

from __future__ import annotations

UNITS = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {"nought": 0.0, "naught": 0.0}

TENS = {
    word: 10.0 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": 40.0}

SCALES = {
    "thousand": 1e3,
    "lakh": 1e5,
    "lac": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
}

HUNDRED = {"hundred": 100.0}
DOZENS = {"dozen": 12.0, "dozens": 12.0, "doz": 12.0, "dozs": 12.0, "dzs": 12.0}

# Short magnitudes behind digits. The one-letter ones that are also units are read only beside a currency (`MONEYED`).
SHORT_SCALES = {
    "k": 1e3,
    "K": 1e3,
    "M": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mil": 1e6,
    "mio": 1e6,
    "Mio": 1e6,
    "MM": 1e6,
    "bn": 1e9,
    "Bn": 1e9,
    "bln": 1e9,
    "BN": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "tln": 1e12,
    "cr": 1e7,
}
MONEYED = {"m": 1e6, "b": 1e9, "B": 1e9, "t": 1e12, "T": 1e12}

ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        start=1,
    )
} | {
    "nineth": 9.0,
    "twentieth": 20.0,
    "thirtieth": 30.0,
    "fortieth": 40.0,
    "fiftieth": 50.0,
    "sixtieth": 60.0,
    "seventieth": 70.0,
    "eightieth": 80.0,
    "ninetieth": 90.0,
}
ORDINAL_SCALES = {"hundredth": 100.0} | {f"{word}th": value for word, value in SCALES.items() if word != "lac"}

# Parts of a whole. "second" is none; "third" and on are parts only in the plural or behind "a", "one".
HALVES = {"half": 2.0, "halves": 2.0, "quarter": 4.0, "quarters": 4.0}
PARTS = (
    HALVES
    | {word: value for word, value in ORDINALS.items() if value >= 3}
    | {f"{word}s": value for word, value in ORDINALS.items() if value >= 3}
    | {"firsts": 1.0}
    | {f"{word}s": value for word, value in ORDINAL_SCALES.items()}
    | ORDINAL_SCALES
)

VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅐": 1 / 7, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8, "⅑": 1 / 9, "⅒": 1 / 10,
}  # fmt: skip
