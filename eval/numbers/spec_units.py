"""The unit names of the two collections, each with Holdwater's own."""

from __future__ import annotations

UNITS = {
    "Year": "year", "Age": "year", "Month": "month", "Week": "week", "Day": "day",
    "C": "degree Celsius", "F": "degree Fahrenheit", "K": "kelvin", "Degree": "degree",
    "Pound": "pound", "Milliliter": "millilitre", "Inch": "inch", "Mile": "mile", "Barrel": "barrel", "Foot": "foot",
    "Ounce": "ounce",
    "Acre": "acre", "Gallon": "gallon", "Cubic foot": "cubic foot", "Square meter": "square metre", "Ton": "ton|tonne",
    "Metric ton": "tonne", "Bit": "bit", "Mile per hour": "mile per hour", "Meter": "metre", "Kilometer": "kilometre",
    "Millimeter": "millimetre", "Square kilometer": "square kilometre", "Decimeter": "decimetre",
    "Megabyte": "megabyte",
    "Megabit": "megabit", "Picometer": "picometre", "Tablespoon": "tablespoon", "Teaspoon": "teaspoon", "Cup": "cup",
    "Kilometer per hour": "kilometre per hour", "Kilogram": "kilogram", "Microgram": "microgram", "Radian": "radian",
    "Turn": "turn",
    "Meter per millisecond": "metre per millisecond", "Centimeter per millisecond": "centimetre per millisecond",
    "Kilometer per millisecond": "kilometre per millisecond", "Gram": "gram", "Liter": "litre",
}  # fmt: skip

CURRENCIES = {
    "Dollar": "$",
    "Pound": "GBP",
    "Euro": "EUR",
    "Japanese yen": "JPY",
    "Cent": "cent",
    "Penny": "penny",
    "Pence": "penny",
    "Franc": "franc",
    "Rupee": "INR",
    "Finnish markka": "FIM",
}

QUANTULUM = {
    "dimensionless": "", "percentage": "percent", "dollar": "$", "euro": "EUR", "pound sterling": "GBP",
    "pound-mass": "pound",
    "degree fahrenheit": "degree Fahrenheit", "degree Fahrenheit": "degree Fahrenheit",
    "british thermal unit": "British thermal unit",
    "megawatt hour": "megawatt hour", "dollar per hour": "$ per hour", "dollar per kilogram": "$ per kilogram",
    "litre per kilometre": "litre per kilometre", "cubic centimetre": "millilitre", "second of arc": "inch",
    "dime": "dime",
}  # fmt: skip
